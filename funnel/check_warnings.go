package funnel

import (
	"math/big"
	"slices"
)

// Warning codes of a check. They are stable: scripts read them.
const (
	WarnDataEnds         = "data-ends-early"       // the data end before the day that was asked for
	WarnEntriesBefore    = "entries-before-period" // entries from before the plan's first day are left out
	WarnSpendBefore      = "spend-before-period"   // so is spend
	WarnRevenueBefore    = "revenue-before-period" // and revenue
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
	list = append(list, warnMoneyBefore(counting, a)...)
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
		list = append(list, warnEntriesBefore(&c.Funnels[i], counting)...)
		for j := range c.Funnels[i].Stages {
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

func warnMoneyBefore(counting counting, a *Actuals) []Warning {
	var list []Warning
	warn := func(code string, amounts []Amount) {
		if early := counting.sumEarly(amounts); early.Sign() != 0 {
			list = append(list, Warning{Code: code, Values: map[string]any{"amount": Money{early}, "start": counting.first}})
		}
	}
	warn(WarnSpendBefore, a.Spend)
	warn(WarnRevenueBefore, a.Revenue)
	return list
}

// warnEntriesBefore says how many entries of a funnel, all stages together, are
// left out.
func warnEntriesBefore(f *FunnelCheck, counting counting) []Warning {
	sum := new(big.Int)
	for i := range f.Stages {
		if before := f.Stages[i].Before; before != nil {
			sum.Add(sum, before)
		}
	}
	if sum.Sign() == 0 {
		return nil
	}
	return []Warning{{Code: WarnEntriesBefore, Funnel: f.Plan.Funnel.ID, Values: map[string]any{
		"entries": sum, "start": counting.first,
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
