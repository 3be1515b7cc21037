package funnel

import (
	"math/big"
	"slices"
)

// Warning codes of a check. They are stable: scripts read them.
const (
	WarnDataEnds         = "data-ends-early"       // the data end before the day that was asked for
	WarnStalled          = "stage-stalled"         // nobody entered a stage for long, though some were due
	WarnEntriesBefore    = "entries-before-period" // entries from before the plan's first day are left out
	WarnSpendBefore      = "spend-before-period"   // so is spend
	WarnRevenueBefore    = "revenue-before-period" // and revenue
	WarnEntriesAfter     = "entries-after-period"  // entries from after a stage's last day are left out
	WarnSpendAfter       = "spend-after-period"    // so is spend, after the last day of all
	WarnRevenueAfter     = "revenue-after-period"  // and revenue
	WarnCountBeyondDay   = "count-beyond-day"      // a week or month that goes beyond the day counts as far as it went
	WarnNoStageData      = "stage-without-data"    // the data do not speak of a judged stage
	WarnRateWithoutCases = "rate-without-cases"    // nobody entered long enough ago
	WarnRateAboveAll     = "rate-above-all"        // more went on than had entered
	WarnRateUndated      = "rate-without-days"     // counts without days cannot say who entered long enough ago
	WarnThresholdUnknown = "threshold-unknown"     // what a threshold is about is not known
	WarnMarginBlended    = "margin-blended"        // funnels differ in margin, and revenue does not say whose it is
)

// checkWarnings says what the reader of a check should know before relying on
// it: first what concerns the whole plan, then funnel by funnel, top down.
func checkWarnings(c *CheckResult, counting counting, a *Actuals, tallies [][]stageTally) []Warning {
	list := append(slices.Clone(c.Plan.Plan.Notices), warnDataEnds(c)...)
	list = append(list, warnMoneyOutside(counting, a)...)
	if c.Money.Blended && c.Money.Return != nil {
		list = append(list, Warning{Code: WarnMarginBlended, Values: map[string]any{"margin": Share{c.Money.Margin}}})
	}
	for _, t := range c.Thresholds {
		if t.Value == nil && !t.Boundless {
			list = append(list, Warning{Code: WarnThresholdUnknown, Values: map[string]any{
				"expression": t.Threshold.Expression,
			}})
		}
	}
	for i := range c.Funnels {
		list = append(list, warnEntriesOutside(&c.Funnels[i], counting)...)
		list = append(list, warnBeyond(c.Funnels[i].Plan.Funnel.ID, counting, a.funnel(i))...)
		for j := range c.Funnels[i].Stages {
			list = append(list, warnStalled(&c.Funnels[i], j, c.ComparedOn)...)
			list = append(list, warnStageCheck(&c.Funnels[i], j, tallies[i][j].ripeness)...)
		}
	}
	return list
}

func warnDataEnds(c *CheckResult) []Warning {
	if c.ComparedOn == c.AsOf {
		return nil
	}
	return []Warning{{Code: WarnDataEnds, Values: map[string]any{"ends": c.ComparedOn, "as_of": c.AsOf}}}
}

func warnMoneyOutside(counting counting, a *Actuals) []Warning {
	var list []Warning
	warn := func(code string, amounts []Amount, outside func(Span) bool, than string, day Date) {
		if sum := sumOf(amounts, outside); sum.Sign() != 0 {
			list = append(list, Warning{Code: code, Values: map[string]any{"amount": Money{sum}, than: day}})
		}
	}
	tooLate := func(days Span) bool { return counting.late(days) && days.Start <= counting.day }
	warn(WarnSpendBefore, a.Spend, counting.early, "start", counting.first)
	warn(WarnRevenueBefore, a.Revenue, counting.early, "start", counting.first)
	warn(WarnSpendAfter, a.Spend, tooLate, "end", counting.last)
	warn(WarnRevenueAfter, a.Revenue, tooLate, "end", counting.last)
	return list
}

// warnEntriesOutside says how many entries of a funnel, all stages together, are
// left out since they are from before the plan or after it.
func warnEntriesOutside(f *FunnelCheck, counting counting) []Warning {
	before, after := new(big.Int), new(big.Int)
	for i := range f.Stages {
		if s := &f.Stages[i]; s.Known {
			before.Add(before, s.Before)
			after.Add(after, s.After)
		}
	}
	var list []Warning
	warn := func(code string, entries *big.Int, than string, day Date) {
		if entries.Sign() > 0 {
			list = append(list, Warning{Code: code, Funnel: f.Plan.Funnel.ID, Values: map[string]any{"entries": entries, than: day}})
		}
	}
	warn(WarnEntriesBefore, before, "start", counting.first)
	warn(WarnEntriesAfter, after, "end", counting.last)
	return list
}

// warnBeyond says which row of counts goes furthest beyond the day of comparison.
// It counts in whole, as is right where it was made on that day.
func warnBeyond(funnel string, counting counting, happened *FunnelActuals) []Warning {
	var furthest *Span
	for i := range happened.Stages {
		for _, e := range happened.Stages[i].Entries {
			days := Span{e.From, e.To}
			if counting.dated && counting.counts(days) && days.End > counting.day && (furthest == nil || days.End > furthest.End) {
				furthest = &days
			}
		}
	}
	if furthest == nil {
		return nil
	}
	return []Warning{{Code: WarnCountBeyondDay, Funnel: funnel, Values: map[string]any{
		"start": furthest.Start, "end": furthest.End, "day": counting.day,
	}}}
}

// warnStalled says of a stage that it stands still, or that its source ended.
func warnStalled(f *FunnelCheck, stage int, day Date) []Warning {
	s := &f.Stages[stage]
	due := s.dueSince(day)
	if due == nil {
		return nil
	}
	return []Warning{{Code: WarnStalled, Funnel: f.Plan.Funnel.ID, Stage: s.Plan.Stage.ID, Values: map[string]any{
		"stage": s.Plan.Stage.Name, "last": *s.LastEntry, "days": big.NewInt(int64(day - *s.LastEntry)), "due": due,
	}}}
}

func warnStageCheck(f *FunnelCheck, stage int, ripe ripeness) []Warning {
	s := &f.Stages[stage]
	warning := Warning{Funnel: f.Plan.Funnel.ID, Stage: s.Plan.Stage.ID, Values: map[string]any{"stage": s.Plan.Stage.Name}}
	switch {
	case s.Judged && !s.Known:
		warning.Code = WarnNoStageData
	case s.Rate.flaw != "":
		warning.Code = s.Rate.flaw
		warning.Values["next"] = f.Stages[stage+1].Plan.Stage.Name
		if s.Rate.flaw != WarnRateAboveAll {
			warning.Values["days"] = big.NewInt(ripe.lag)
		}
	default:
		return nil
	}
	return []Warning{warning}
}
