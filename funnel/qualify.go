package funnel

import (
	"math/big"
	"math/bits"
	"slices"
)

// LeadCount counts leads, and of them those of whom it is known how they ended
// and who reached the stage that counts.
type LeadCount struct{ Leads, Known, Reached int64 }

// Plus is both counts together.
func (c LeadCount) Plus(o LeadCount) LeadCount {
	return LeadCount{c.Leads + o.Leads, c.Known + o.Known, c.Reached + o.Reached}
}

// Qualification is what becomes of some leads by a profile. Counts are added in
// any order, and in parts.
type Qualification struct {
	Profile *Profile
	All     LeadCount
	Levels  []LevelCount // from the lowest
	Rules   []RuleCount  // as the profile has them

	steps  []FilterCount           // at parts of the points
	scores map[string]*FilterCount // by score, of those whom no filter leaves out; nil once there are too many

	Undecided   LeadCount // of whom it is not known whether what must be holds
	NeedTooSoon LeadCount // whose need sales has confirmed, but who are no MQL
}

// LevelCount counts those at a level, and those there or above. Nobody who is out
// is above anything.
type LevelCount struct {
	Level       Level
	At, AtLeast LeadCount
}

// RuleCount counts those who meet a rule, who fail it, and of whom nobody knows.
type RuleCount struct {
	Met, Failed, Unknown LeadCount
	Alone                LeadCount // who are no MQL, and would be if they met this rule as well
}

// FilterCount is what a filter at some points would keep: of those of whom what
// must be is known to hold, who have as many.
type FilterCount struct {
	Points *big.Rat
	Share  *big.Rat // of all points; nil where there are none
	Level  Level    // the one that these points make, empty for none
	Kept   LeadCount
}

// filterSteps are the parts into which the points are divided for filters, where
// there are more scores than maxFilters.
const (
	filterSteps = 10
	maxFilters  = 15
)

// NewQualification has no leads yet.
func NewQualification(p *Profile) *Qualification {
	q := &Qualification{Profile: p, Rules: make([]RuleCount, len(p.Rules)), scores: map[string]*FilterCount{}}
	for _, level := range Levels() {
		q.Levels = append(q.Levels, LevelCount{Level: level})
	}
	q.addStep(p.Lead, LevelLead)
	q.addStep(p.MQL, LevelMQL)
	total := p.Points()
	for i := range int64(filterSteps + 1) {
		q.addStep(new(big.Rat).Mul(total, big.NewRat(i, filterSteps)), "")
	}
	return q
}

func (q *Qualification) addStep(points *big.Rat, level Level) {
	q.steps = append(q.steps, FilterCount{Points: points, Level: level})
}

// Add counts leads that have the same traits.
func (q *Qualification) Add(t Traits, n LeadCount) {
	q.All = q.All.Plus(n)
	level := q.Profile.Level(t)
	at := slices.Index(Levels(), level)
	q.Levels[at].At = q.Levels[at].At.Plus(n)
	q.Levels[at].AtLeast = q.Levels[at].AtLeast.Plus(n)
	for i := 1; i < at; i++ { // above those who are out
		q.Levels[i].AtLeast = q.Levels[i].AtLeast.Plus(n)
	}
	for i := range q.Rules {
		of := q.Rules[i].of(t, i)
		*of = of.Plus(n)
	}
	q.keptBack(t, n)
	q.filter(t, n)
	if q.Profile.Excluded(t) == 0 && q.Profile.Undecided(t) != 0 {
		q.Undecided = q.Undecided.Plus(n)
	}
	if t.Confirmed&ConfirmedNeed != 0 && at < slices.Index(Levels(), LevelMQL) {
		q.NeedTooSoon = q.NeedTooSoon.Plus(n)
	}
}

// Merge adds the counts of other leads by the same profile.
func (q *Qualification) Merge(o *Qualification) {
	q.All = q.All.Plus(o.All)
	for i := range q.Levels {
		q.Levels[i].At = q.Levels[i].At.Plus(o.Levels[i].At)
		q.Levels[i].AtLeast = q.Levels[i].AtLeast.Plus(o.Levels[i].AtLeast)
	}
	for i, r := range o.Rules {
		mine := &q.Rules[i]
		mine.Met, mine.Failed, mine.Unknown = mine.Met.Plus(r.Met), mine.Failed.Plus(r.Failed), mine.Unknown.Plus(r.Unknown)
		mine.Alone = mine.Alone.Plus(r.Alone)
	}
	for i := range q.steps {
		q.steps[i].Kept = q.steps[i].Kept.Plus(o.steps[i].Kept)
	}
	for _, of := range o.scores {
		q.addScore(of.Points, of.Kept)
	}
	if o.scores == nil {
		q.scores = nil
	}
	q.Undecided = q.Undecided.Plus(o.Undecided)
	q.NeedTooSoon = q.NeedTooSoon.Plus(o.NeedTooSoon)
}

// of is the count that some traits belong to, of rule i.
func (r *RuleCount) of(t Traits, i int) *LeadCount {
	switch bit := uint64(1) << i; {
	case t.Met&bit != 0:
		return &r.Met
	case t.Unknown&bit != 0:
		return &r.Unknown
	}
	return &r.Failed
}

// keptBack counts leads with the rules of which each alone keeps them from being an
// MQL.
func (q *Qualification) keptBack(t Traits, n LeadCount) {
	if q.Profile.isMQL(t) {
		return
	}
	for i := range q.Rules {
		bit := uint64(1) << i
		if t.Met&bit == 0 && q.Profile.isMQL(Traits{Met: t.Met | bit, Unknown: t.Unknown &^ bit}) {
			q.Rules[i].Alone = q.Rules[i].Alone.Plus(n)
		}
	}
}

// filter counts leads for the filters that they pass.
func (q *Qualification) filter(t Traits, n LeadCount) {
	if q.Profile.Excluded(t) != 0 || q.Profile.Undecided(t) != 0 {
		return
	}
	score := q.Profile.Score(t)
	for i := range q.steps {
		if f := &q.steps[i]; score.Cmp(f.Points) >= 0 {
			f.Kept = f.Kept.Plus(n)
		}
	}
	q.addScore(score, n)
}

// addScore counts leads of a score, as long as there are few scores.
func (q *Qualification) addScore(score *big.Rat, n LeadCount) {
	if q.scores == nil {
		return
	}
	of := q.scores[score.RatString()]
	if of == nil {
		if len(q.scores) == maxFilters {
			q.scores = nil
			return
		}
		of = &FilterCount{Points: score}
		q.scores[score.RatString()] = of
	}
	of.Kept = of.Kept.Plus(n)
}

// Filters are what filters would keep: at the points of a lead and of an MQL, and
// at each score that anybody has or, where these are many, at each tenth of the
// points.
func (q *Qualification) Filters() []FilterCount {
	filters := slices.Clone(q.steps)
	if q.scores != nil {
		filters = filters[:2] // of the levels
		for _, of := range q.scores {
			filters = append(filters, FilterCount{Points: of.Points, Kept: q.above(of.Points)})
		}
	}
	slices.SortStableFunc(filters, func(a, b FilterCount) int { return a.Points.Cmp(b.Points) })
	filters = slices.CompactFunc(filters, func(f, before FilterCount) bool { return f.Level == "" && f.Points.Cmp(before.Points) == 0 })
	if total := q.Profile.Points(); total.Sign() > 0 {
		for i := range filters {
			filters[i].Share = new(big.Rat).Quo(filters[i].Points, total)
		}
	}
	return filters
}

// above are those who have at least so many points.
func (q *Qualification) above(points *big.Rat) LeadCount {
	var sum LeadCount
	for _, of := range q.scores {
		if of.Points.Cmp(points) >= 0 {
			sum = sum.Plus(of.Kept)
		}
	}
	return sum
}

// Lift compares those who meet rule i with those who fail it, nil where nothing
// can be compared.
func (q *Qualification) Lift(i int) *Lift { return NewLift(q.Rules[i].Met, q.Rules[i].Failed) }

// Lost are those whom a filter throws away and who got there all the same.
func (q *Qualification) Lost(f FilterCount) int64 { return q.All.Reached - f.Kept.Reached }

// AskedLevel is what the plan asks of a level.
type AskedLevel struct {
	Needed       *big.Int // in all
	TargetToDate *big.Int // nil for a plan without a period
}

// Asked is what a plan asks of each level that it has a stage for, over all of its
// funnels, up to a day.
func Asked(r *Result, day Date) map[Level]AskedLevel {
	asked := map[Level]AskedLevel{}
	for i := range r.Funnels {
		for j := range r.Funnels[i].Stages {
			s := &r.Funnels[i].Stages[j]
			level := Level(s.Stage.ID)
			if level == LevelOut || !slices.Contains(Levels(), level) {
				continue
			}
			a, known := asked[level]
			if !known {
				a = AskedLevel{Needed: new(big.Int)}
			}
			a.Needed.Add(a.Needed, new(big.Int).Add(s.Needed, big.NewInt(s.Stage.Direct)))
			if r.Plan.Period != nil {
				if a.TargetToDate == nil {
					a.TargetToDate = new(big.Int)
				}
				a.TargetToDate.Add(a.TargetToDate, r.Schedule(i, j).Target(day))
			}
			asked[level] = a
		}
	}
	return asked
}

// RulesIn are the indices of the rules in a set, a bit each.
func RulesIn(set uint64) []int {
	var list []int
	for ; set != 0; set &= set - 1 {
		list = append(list, bits.TrailingZeros64(set))
	}
	return list
}
