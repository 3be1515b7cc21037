package funnel

import "math/big"

// Headline is what the one line on top of a check speaks of: where the verdict
// comes from, by how much, why, and what to do.
type Headline struct {
	Funnel, Stage int // indexes of the stage that decides the verdict; −1 where no stage has anything to say
	Gap           *big.Int
	Attainment    *big.Rat // nil where nothing is due
	Remaining     *big.Int
	PerWeek       *big.Int // nil where no working day is left
	CapacityShort *big.Int // nil or 0 where capacity allows it, as far as is known

	LeakStage *int  // of the same funnel: the stage whose gap the leak belongs to
	Leak      *Leak // the part that took most away; nil where none did

	// Stale says that the data end so long before the day asked for that the line
	// must begin with it. Stalled is the topmost judged stage of the same funnel that
	// nobody entered for long, though some were due; nil where there is none.
	Stale   bool
	Stalled *int

	Failed []string // expressions of the thresholds that are not met
}

// headline names the judged stage with the worst status and of those the one
// with the lowest attainment; of equals the topmost, since it comes first.
func (c *CheckResult) headline(last Date) Headline {
	h := Headline{Funnel: -1, Stage: -1, Stale: c.isStale(last)}
	var decides *StageCheck
	for i := range c.Funnels {
		for j := range c.Funnels[i].Stages {
			if s := &c.Funnels[i].Stages[j]; s.Judged && s.Known && s.worseThan(decides) {
				decides, h.Funnel, h.Stage = s, i, j
			}
		}
	}
	for i := range c.Thresholds {
		if t := &c.Thresholds[i]; !t.OK {
			h.Failed = append(h.Failed, t.Threshold.Expression)
		}
	}
	if decides == nil {
		return h
	}
	h.Gap, h.Attainment = decides.Gap, decides.Attainment
	h.Remaining, h.PerWeek = decides.Pace.Remaining, decides.Pace.PerWeek
	if capacity := decides.Pace.Capacity; capacity != nil {
		h.CapacityShort = capacity.Short
	}
	f := &c.Funnels[h.Funnel]
	h.LeakStage, h.Leak = f.LeakStage, f.worstLeak()
	for j := range f.Stages {
		if s := &f.Stages[j]; s.Judged && s.dueSince(c.ComparedOn) != nil {
			h.Stalled = &j
			break
		}
	}
	return h
}

// worseThan compares two stages by status, then by attainment; one of which
// nothing is due attains more than any.
func (s *StageCheck) worseThan(other *StageCheck) bool {
	switch {
	case other == nil:
		return true
	case s.Status != other.Status:
		return s.Status.rank() > other.Status.rank()
	case s.Attainment == nil:
		return false
	}
	return other.Attainment == nil || s.Attainment.Cmp(other.Attainment) < 0
}
