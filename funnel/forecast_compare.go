package funnel

import (
	"cmp"
	"math/big"
	"slices"
)

// compare looks at what else the chance may be held against: the plan's own, the
// one of the first day, and that with the other pace.
func (f *forecasting) compare() {
	r := f.result
	if r.Over {
		return
	}
	if r.PlanChance = r.Plan.Chance; r.PlanChance == nil {
		plan := *r.Plan.Plan
		plan.Confidence = nil
		r.PlanChance = Compute(&plan).Chance
	}
	r.StartChance = f.startChance()
	other := PacePlan
	if r.Pace == PacePlan {
		other = PaceActual
	}
	f.glance(other)
	if chance := f.chance(everything); chance != nil && f.paceMatters() {
		r.OtherPace, r.OtherChance = other, f.shownChance(*chance)
	}
}

// startChance is what a forecast on the eve of the plan's first day would have
// said: its rates are as uncertain, and its lags as long, as they are taken here.
func (f *forecasting) startChance() *float64 {
	first := f.counting.first
	nothing := &Actuals{Funnels: make([]FunnelActuals, len(f.funnels))}
	for i := range nothing.Funnels {
		nothing.Funnels[i].Stages = make([]StageActuals, len(f.result.Plan.Plan.Funnels[i].Stages))
		for j := range nothing.Funnels[i].Stages {
			nothing.Funnels[i].Stages[j].Known = true
		}
	}
	rules := f.rules
	rules.AsOf, rules.Pace, rules.Progress = shift(first, -1), PacePlan, quietly
	start := newForecast(f.result.Plan, nothing, rules)
	start.glance(PacePlan)
	return start.shownChance(*start.chance(everything))
}

// paceMatters reports whether anybody is still to come in from outside.
func (f *forecasting) paceMatters() bool {
	for _, one := range f.funnels {
		for i := range one.stages {
			if one.openDays(i).Due.End > one.day && (i == 0 || one.stage(i).Direct > 0) {
				return true
			}
		}
	}
	return false
}

// Warning codes of a forecast. They are stable: scripts read them.
const (
	WarnForecastOver   = "forecast-of-the-past"   // the period is over: everything is known
	WarnForecastNoData = "forecast-no-data"       // the data do not speak of the success stage
	WarnForecastStage  = "forecast-stage-unknown" // nor of one above it
	WarnLagDiffers     = "lag-differs"            // those who went on took longer or less long than the plan says
)

// warnings says what the reader of a forecast should know before relying on it.
func (f *forecasting) warnings() []Warning {
	r := f.result
	list := append([]Warning{}, r.Plan.Plan.Notices...)
	if r.ComparedOn != r.AsOf {
		list = append(list, Warning{Code: WarnDataEnds, Values: map[string]any{"ends": r.ComparedOn, "as_of": r.AsOf}})
	}
	if r.Over {
		list = append(list, Warning{Code: WarnForecastOver, Values: map[string]any{"end": r.Plan.Plan.Period.End}})
	}
	if _, blended := margin(r.Plan); blended && f.happened.Money.Revenue && r.Revenue.Mean != nil {
		margin, _ := margin(r.Plan)
		list = append(list, Warning{Code: WarnMarginBlended, Values: map[string]any{"margin": Share{margin}}})
	}
	for i, one := range f.funnels {
		for j := range one.funnel().Success + 1 {
			if s := &r.Funnels[i].Stages[j]; !s.Known {
				code := WarnForecastStage
				if j == one.funnel().Success {
					code = WarnForecastNoData
				}
				list = append(list, Warning{Code: code, Funnel: one.funnel().ID, Stage: s.Plan.Stage.ID, Values: map[string]any{"stage": s.Plan.Stage.Name}})
			}
		}
	}
	for _, one := range f.funnels {
		list = append(list, one.warnLags()...)
	}
	return list
}

// warnLags says where those who went on took longer than the plan's lag has it: then
// the forecast has no hope of many who still have some.
func (o *observer) warnLags() []Warning {
	var list []Warning
	for i := range o.stepCount() {
		took, n := o.medianWait(i)
		const few = 10
		if planned := o.waits[i].longest(); n >= few && took > planned+1 {
			list = append(list, Warning{Code: WarnLagDiffers, Funnel: o.funnel().ID, Stage: o.stage(i).ID, Values: map[string]any{
				"stage": o.stage(i).Name, "next": o.stage(i + 1).Name, "planned": big.NewInt(planned), "actual": big.NewInt(took),
			}})
		}
	}
	return list
}

// medianWait is the number of days that half of those who went on took at least,
// and of how many that is known.
func (o *observer) medianWait(step int) (days, n int64) {
	var waits []Wait
	for _, c := range o.actuals(step).Cohorts {
		waits = append(waits, c.Gone...)
	}
	n = waited(waits)
	slices.SortFunc(waits, func(a, b Wait) int { return cmp.Compare(a.Days, b.Days) })
	left := n / 2
	for _, w := range waits {
		if left -= w.Count; left < 0 {
			return int64(w.Days), n
		}
	}
	return 0, n
}
