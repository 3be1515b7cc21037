package funnel

import (
	"math"
	"math/big"
)

// ForecastRules are what a forecast goes by, besides the plan and what happened.
type ForecastRules struct {
	AsOf       Date
	Pace       Pace       // empty: the plan's until a quarter of the period is over, then the actual one
	Prior      int64      // observations that a rate counts as which the plan gives as a plain number; 0: [DefaultPrior]
	Confidence []*big.Rat // the γ in "needed to be γ sure"; each between 0 and 1
	Seed       uint64
	Blocks     int // of draws; 0: as many as make the chance sure to a tenth of a point
	Progress   Progress
}

// Pace says how those come in who are still to come.
type Pace string

// The paces.
const (
	PacePlan   Pace = "plan"   // as many as the plan asks for in the days left
	PaceActual Pace = "actual" // in the proportion of those who came so far to what was due of them
)

// ForecastResult is where the period will end.
type ForecastResult struct {
	Plan       *Result
	AsOf       Date
	DataEnds   *Date
	ComparedOn Date // the day at whose end the forecast begins: AsOf, or earlier where the data end
	Over       bool // the days of all stages are over by then: nothing is left to foresee

	Pace        Pace
	OtherPace   Pace     // and the chance with the other one; empty where it makes no difference
	OtherChance *float64 // nil where the data do not tell
	Prior       int64
	Draws       int

	Reached     bool     // those who came so far are enough for the plan's target already
	Chance      *float64 // that the plan's target is reached
	ChanceError *float64 // its standard error; nil where nothing is left to chance
	PlanChance  *float64 // the plan's own, of the needed numbers, before anything happened
	StartChance *float64 // what a forecast on the eve of the plan would have said

	Clients Foreseen // of all funnels; nothing in it where the data do not tell
	Revenue Foreseen
	Profit  Foreseen
	Return  Foreseen
	Spend   *big.Rat // what will have been spent: the budget, or more

	Funnels  []FunnelForecast
	Warnings []Warning

	making *forecasting // for [ForecastResult.Ahead]
}

// Foreseen is a number that is not known yet: its mean, and the values below which
// it lies with a chance of 10, 50 and 90 %. All are nil where the data do not
// tell.
type Foreseen struct{ Mean, Low, Middle, High *big.Rat }

// FunnelForecast is where one funnel will end.
type FunnelForecast struct {
	Plan   *FunnelResult
	Chance *float64 // that its success stage reaches its target
	Stages []StageForecast
	Rates  []RateForecast
	Late   *big.Rat // entries of the success stage that are expected after the period ends; nil where the data do not tell
}

// StageForecast is where one stage will end.
type StageForecast struct {
	Plan             *StageResult
	Known            bool     // the data speak of it; all below is nil where they do not
	By               Date     // the last day on which entries count
	Target           *big.Int // needed and direct entries
	SoFar            *big.Int
	OnTheWay, ToCome *big.Rat // expected further entries: of those in the stages above, and of those who still come
	Entries          Foreseen
	Distribution     Distribution // of the entries
	Grown            []Grown      // how SoFar came about; empty where nobody came or the data name no days
	Chance           *float64     // of reaching the target

	Further []FurtherNeeded // in the order of the confidences asked for; empty below the success stage
}

// FurtherNeeded is the least number of entries from now on, at one stage, that
// reaches the target of the success stage with a chance of at least Confidence.
// Those who have passed the stage already are on their way besides; those above
// it are among them.
type FurtherNeeded struct {
	Confidence *big.Rat
	Entries    *big.Int // nil where it takes more than MaxNeeded, or no number would be in time
}

// RateForecast is what the forecast takes a rate to be.
type RateForecast struct {
	From, To        int      // indexes of the stages
	Planned         *big.Rat // effective
	Prior           Prior
	Came, Gone      int64   // of those who came so far, how many have gone on so far
	Mean, Low, High float64 // effective, with its 5 % and 95 % quantiles
}

// Forecast says where the period will end, from what has come in so far, what is
// on its way, and what is still to come. Of r, [Targets] is enough; its plan is
// taken as having a period.
//
// The entries of a stage count until the period ends, those of stages below the
// success stage until their own windows do. Rates are taken as independent of one
// another and the same for everybody; lags as known distributions.
func Forecast(r *Result, a *Actuals, rules ForecastRules) *ForecastResult {
	f := newForecast(r, a, rules)
	f.compare()
	f.look()
	f.sumUp()
	f.result.Warnings = f.warnings()
	f.result.making = f
	return f.result
}

// forecasting is a forecast in the making.
type forecasting struct {
	rules    ForecastRules
	result   *ForecastResult
	happened *Actuals
	counting counting
	funnels  []*funnelForecasting
}

// funnelForecasting is one funnel of it.
type funnelForecasting struct {
	*observer
	standing []stageStanding
	rates    []stepRate // by step
	course   *course
	blocks   []foreseen
	all      foreseen
}

func newForecast(r *Result, a *Actuals, rules ForecastRules) *forecasting {
	f := &forecasting{rules: rules, happened: a, result: &ForecastResult{
		Plan: r, AsOf: rules.AsOf, DataEnds: a.Ends, ComparedOn: rules.AsOf, Prior: rules.prior(),
	}}
	if a.Ends != nil {
		f.result.ComparedOn = min(rules.AsOf, *a.Ends)
	}
	ends := lastDays(r)
	f.result.Over = f.result.ComparedOn >= latest(ends)
	f.counting = counting{
		first: firstDay(r.Plan), last: latest(ends), day: f.result.ComparedOn,
		known: f.result.ComparedOn, dated: a.Ends != nil || a.empty(), days: r.days,
	}
	for i := range r.Funnels {
		o := newObserver(f.counting, r, i, ends[i], a.funnel(i))
		one := &funnelForecasting{observer: o, standing: o.standing()}
		for i := range o.stepCount() {
			one.rates = append(one.rates, newStepRate(o.over(i), f.result.Prior, one.standing[i].seen))
		}
		f.funnels = append(f.funnels, one)
	}
	f.result.Pace = f.pace()
	return f
}

// prior is the number of observations of a plain rate.
func (rules *ForecastRules) prior() int64 {
	if rules.Prior > 0 {
		return rules.Prior
	}
	return DefaultPrior
}

// pace is the one asked for. Where none is, it is the actual one from the day on
// which a quarter of the period's working days is over: before, it says more of
// chance than of the quarter.
func (f *forecasting) pace() Pace {
	if f.rules.Pace != "" {
		return f.rules.Pace
	}
	period, day := *f.result.Plan.Plan.Period, f.result.ComparedOn
	if day < period.Start {
		return PacePlan
	}
	elapsed := f.counting.days.of(period).portion(Span{period.Start, min(day, period.End)})
	if elapsed.Cmp(big.NewRat(1, 4)) < 0 {
		return PacePlan
	}
	return PaceActual
}

// usualBlocks of draws make the chance of a usual plan sure to a hundredth of a
// point.
const usualBlocks = 8

func (rules *ForecastRules) blocks() int {
	if rules.Blocks > 0 {
		return rules.Blocks
	}
	return usualBlocks
}

// look foresees all stages at the pace of the forecast.
func (f *forecasting) look() {
	progress := f.rules.Progress
	if progress == nil {
		progress = quietly
	}
	f.foresee(f.result.Pace, f.rules.blocks(), progress)
	f.result.Draws = f.rules.blocks() * latticePoints
}

// glance is enough to know the chance at a pace.
func (f *forecasting) glance(pace Pace) {
	const blocks = 2
	f.foresee(pace, min(blocks, f.rules.blocks()), quietly)
}

// foresee works all funnels out, block by block, with as many processors as there
// are. What is added up is added in the order of the blocks, so that the result
// does not depend on them.
func (f *forecasting) foresee(pace Pace, blocks int, progress Progress) {
	forEach(len(f.funnels), quietly, func(i int) {
		one := f.funnels[i]
		one.course = courseOf(one.observer, one.standing, one.rates, pace)
		one.blocks = make([]foreseen, blocks)
	})
	forEach(len(f.funnels)*blocks, progress, func(i int) {
		one := f.funnels[i/blocks]
		one.blocks[i%blocks] = one.course.foresee(draws{f.rules.Seed, uint64(i / blocks)}, i%blocks)
	})
	for _, one := range f.funnels {
		one.all = one.course.nothingForeseen()
		for b := range one.blocks {
			one.all.plus(&one.blocks[b])
		}
	}
}

// success is the number of a funnel's success stage among those that the data
// speak of; false where they do not speak of it.
func (f *funnelForecasting) success() (int, bool) { return f.course.success, f.course.success >= 0 }

// chance of all funnels together, by what draws have added up to.
func (f *forecasting) chance(of func(*funnelForecasting) *foreseen) *float64 {
	var entries []Distribution
	var worths []*big.Rat
	asked := new(big.Rat)
	for _, one := range f.funnels {
		s, ok := one.success()
		if !ok {
			return nil
		}
		entries = append(entries, of(one).distribution(s))
		worths = append(worths, worth(f.result.Plan.Plan, one.funnel()))
		asked.Add(asked, mul(ratOf(one.schedule(s).Total), worths[len(worths)-1]))
	}
	chance, _ := SumOf(entries, worths).AtLeast(asked)
	return &chance
}

// everything is what all draws have added up to.
func everything(one *funnelForecasting) *foreseen { return &one.all }

// sumUp puts the result together.
func (f *forecasting) sumUp() {
	r := f.result
	if chance := f.chance(everything); chance != nil {
		r.Chance = f.shownChance(*chance)
		r.ChanceError = f.chanceError()
		r.Reached = f.enough(func(one *funnelForecasting, s int) int64 { return one.standing[s].soFar })
	}
	r.Funnels = make([]FunnelForecast, len(f.funnels))
	forEach(len(f.funnels), quietly, func(i int) { r.Funnels[i] = f.funnelForecast(f.funnels[i]) })
	f.money()
}

// forecastDecimals are those of a chance that are shown as known.
const forecastDecimals = 3

// shownChance is a chance of the plan as it is shown: 0 and 1 only where nothing is
// left to chance, and 1 where it is reached already.
func (f *forecasting) shownChance(chance float64) *float64 {
	switch {
	case f.enough(func(one *funnelForecasting, s int) int64 { return one.course.sure[s] }):
		chance = 1
	case !f.certain():
		chance = open(chance)
	}
	return roundedChance(chance)
}

// enough reports whether so many entries of the success stages reach the plan's
// target: who has entered a stage never leaves the count again.
func (f *forecasting) enough(entries func(one *funnelForecasting, success int) int64) bool {
	there, asked := new(big.Rat), new(big.Rat)
	for _, one := range f.funnels {
		s, ok := one.success()
		if !ok {
			return false
		}
		each := worth(f.result.Plan.Plan, one.funnel())
		there.Add(there, mul(new(big.Rat).SetInt64(entries(one, s)), each))
		asked.Add(asked, mul(ratOf(one.schedule(s).Total), each))
	}
	return there.Cmp(asked) >= 0
}

func roundedChance(chance float64) *float64 {
	chance = known(math.Min(1, math.Max(0, chance)), forecastDecimals)
	return &chance
}

// certain reports whether nothing about the success stages is left to chance.
func (f *forecasting) certain() bool {
	for _, one := range f.funnels {
		if s, ok := one.success(); ok && len(one.all.distribution(s).P) > 1 {
			return false
		}
	}
	return true
}

// chanceError is the standard error of the chance, from how far the blocks differ.
func (f *forecasting) chanceError() *float64 {
	if f.result.Over {
		return nil
	}
	var sum, squares float64
	n := float64(f.rules.blocks())
	for b := range f.rules.blocks() {
		chance := f.chance(func(one *funnelForecasting) *foreseen { return &one.blocks[b] })
		sum += *chance
		squares += *chance * *chance
	}
	if n < 2 {
		return nil
	}
	variance := math.Max(0, squares-sum*sum/n) / (n - 1)
	standard := math.Round(math.Sqrt(variance/n)*1e5) / 1e5
	return &standard
}
