package funnel

import (
	"math/big"
	"slices"
)

// Status is how a stage, a funnel or a plan stands. Its words are stable:
// scripts read them.
type Status string

// The statuses. The last two say neither yes nor no.
const (
	OnTrack    Status = "on_track"
	AtRisk     Status = "at_risk"
	Behind     Status = "behind"
	NotStarted Status = "not_started" // nothing due yet, and nothing there
	NoData     Status = "no_data"
)

// rank orders the statuses from nothing known to the worst.
func (s Status) rank() int {
	return slices.Index([]Status{NoData, NotStarted, OnTrack, AtRisk, Behind}, s)
}

// worst is the worst of some statuses: one that says neither yes nor no counts
// only where all do, and no data only where there are none at all.
func worst(statuses ...Status) Status {
	result := NoData
	for _, s := range statuses {
		if s.rank() > result.rank() {
			result = s
		}
	}
	return result
}

// status of a stage by its attainment.
func (rules CheckRules) status(s *StageCheck) Status {
	switch {
	case !s.Known:
		return NoData
	case s.Attainment == nil && s.Actual.Sign() == 0:
		return NotStarted
	case s.Attainment == nil:
		return OnTrack
	case s.Attainment.Cmp(boundOr(rules.OnTrack, 1, 1)) >= 0:
		return OnTrack
	case s.Attainment.Cmp(boundOr(rules.AtRisk, 9, 10)) >= 0:
		return AtRisk
	}
	return Behind
}

// boundOr is a bound of the plan's own, or the usual one.
func boundOr(bound *big.Rat, numerator, denominator int64) *big.Rat {
	if bound == nil {
		return big.NewRat(numerator, denominator)
	}
	return bound
}

// judgedStages are those that decide a funnel's verdict: the ones asked for, or
// all up to the success stage where the funnel has none of these.
func judgedStages(f *Funnel, ids []string) []bool {
	judged := make([]bool, len(f.Stages))
	for i := range f.Stages {
		judged[i] = slices.Contains(ids, f.Stages[i].ID)
	}
	if slices.Contains(judged, true) {
		return judged
	}
	for i := range judged {
		judged[i] = i <= f.Success
	}
	return judged
}

// funnelVerdict is the worst of the judged stages: one that is behind today is a
// client missing tomorrow.
func funnelVerdict(stages []StageCheck) Status {
	verdict := NoData
	for i := range stages {
		if stages[i].Judged {
			verdict = worst(verdict, stages[i].Status)
		}
	}
	return verdict
}

// verdict of the plan is the worst of its funnels; a threshold that is not met
// puts it behind, one that is met proves nothing of the funnels.
func (c *CheckResult) verdict() Status {
	verdict := NoData
	for i := range c.Funnels {
		verdict = worst(verdict, c.Funnels[i].Verdict)
	}
	for i := range c.Thresholds {
		if !c.Thresholds[i].OK {
			verdict = Behind
		}
	}
	return verdict
}
