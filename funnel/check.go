package funnel

import (
	"math"
	"math/big"
	"slices"
)

// CheckRules are what a check is held to, besides the plan's numbers.
type CheckRules struct {
	AsOf       Date
	OnTrack    *big.Rat // attainment from which a stage is on track; nil: 1
	AtRisk     *big.Rat // attainment from which it is at risk rather than behind; nil: 0.9
	Judge      []string // IDs of the stages that decide the verdict; none: those up to the success stage
	Thresholds []Threshold
	Scenarios  []Trigger // that may be due; they change nothing of the verdict
}

// CheckResult is what happened held against what was planned.
type CheckResult struct {
	Plan       *Result
	AsOf       Date
	DataEnds   *Date // nil where the data name no day
	ComparedOn Date  // the day at whose end plan and data are compared: AsOf, or earlier where the data end

	Verdict    Status
	Headline   Headline
	Funnels    []FunnelCheck
	Systems    []SystemCheck
	Channels   []SourceCheck // where the data name channels; most clients first
	Brought    []SourceCheck // by the side that brought them: marketing, sales or empty
	Money      MoneyCheck
	Costs      []StageCost
	Activities *ActivitiesCheck // nil: the plan has none
	Thresholds []ThresholdCheck
	Scenarios  []TriggerCheck
	Warnings   []Warning
}

// FunnelCheck is what happened in one funnel.
type FunnelCheck struct {
	Plan    *FunnelResult
	Verdict Status
	Stages  []StageCheck

	LeakStage *int   // index of the stage whose gap Leaks explain; nil where nothing is due or known
	Leaks     []Leak // top volume first, then the rates downwards; they add up to the gap of LeakStage

	Channels []SourceRates
	Brought  []SourceRates
	Lost     []LossCheck
	Repeat   BonusCheck // further purchases
	Referred BonusCheck // clients whom other clients brought
}

// StageCheck is what happened at one stage. What the data do not speak of is
// nil.
type StageCheck struct {
	Plan     *StageResult
	Schedule Schedule
	Judged   bool // it counts for the verdict
	Known    bool // the data speak of this stage
	Status   Status

	TargetToDate *big.Int
	Actual       *big.Int // everybody who entered so far, the next two included
	Implied      *big.Int // known to have passed only because they are further down
	Direct       *big.Int // came in here without the stages above
	Before       *big.Int // entries that are left out because they are from before the plan
	After        *big.Int // entries that are left out because they are from after it
	LastEntry    *Date    // the last day by which somebody entered; nil too where nobody did or the data name no days
	Gap          *big.Int // actual − target to date
	Grown        []Grown  // how Actual came about; empty where nobody came or the data name no days
	Attainment   *big.Rat // actual / target to date; nil too where nothing is due yet

	Rate RateCheck // of the step to the next stage
	Pace PaceCheck // what is still to be done
}

// Check holds what happened against a plan. Both are compared at the end of one
// day: rules.AsOf, or the last day that the data speak of where they end before
// it. Entries and money count from the plan's first day, which is the start of
// the period or of the earliest fixed dates, to the last: the end of the period,
// or of a stage's window where that is later.
//
// Of r, [Targets] is enough. Its plan is taken as having a period: where it has
// none, targets are due in full at any day, which is for the caller to prevent.
// Data that name no day (Ends is nil) count in whole.
func Check(r *Result, a *Actuals, rules CheckRules) *CheckResult {
	c := &CheckResult{Plan: r, AsOf: rules.AsOf, DataEnds: a.Ends, ComparedOn: rules.AsOf}
	if a.Ends != nil {
		c.ComparedOn = min(rules.AsOf, *a.Ends)
	}
	lasts := lastDays(r)
	counting := counting{
		first: firstDay(r.Plan), last: latest(lasts), day: c.ComparedOn, known: c.ComparedOn,
		dated: a.Ends != nil || a.empty(), days: r.days,
	}
	var tallies [][]stageTally
	for i := range r.Funnels {
		happened := a.funnel(i)
		tally := counting.funnel(r.Funnels[i].Funnel, lasts[i], happened)
		tallies = append(tallies, tally)
		c.Funnels = append(c.Funnels, checkFunnel(c, i, happened, tally, counting, rules))
	}
	correctForMany(c.rates())
	c.Systems = systems(c.Funnels)
	c.Money = checkMoney(c, counting, a, tallies)
	c.Channels = channels(c, counting, a, tallies)
	c.Brought = brought(c.Funnels, tallies)
	c.Costs = costs(c)
	if c.Activities = checkActivities(r.Plan, rules.AsOf); c.Activities != nil {
		whole := &hindsight{counting: counting, tallies: tallies, spend: c.Money.Spend, revenue: c.Money.Revenue}
		c.Activities.Decisions = c.decisions(whole, a)
	}
	for _, t := range rules.Thresholds {
		c.Thresholds = append(c.Thresholds, c.threshold(t))
	}
	for _, t := range rules.Scenarios {
		c.Scenarios = append(c.Scenarios, TriggerCheck{Trigger: t, When: c.threshold(t.When)})
	}
	c.Verdict = c.verdict()
	c.Headline = c.headline(counting.last)
	c.Warnings = checkWarnings(c, counting, a, tallies)
	return c
}

// firstDay is the first day on which anything can count for the plan.
func firstDay(p *Plan) Date {
	first := Date(math.MaxInt32)
	if p.Period != nil {
		first = p.Period.Start
	}
	for i := range p.Funnels {
		for j := range p.Funnels[i].Stages {
			if dates := p.Funnels[i].Stages[j].Dates; dates != nil {
				first = min(first, dates.Start)
			}
		}
	}
	if first == math.MaxInt32 {
		return math.MinInt32
	}
	return first
}

// lastDays are the last days on which entries count for the plan, by funnel and
// stage: the end of the period, or of the stage's window where lags or fixed dates
// put it later.
func lastDays(r *Result) [][]Date {
	lasts := make([][]Date, len(r.Funnels))
	for i := range r.Funnels {
		for j := range r.Funnels[i].Stages {
			last := Date(math.MaxInt32)
			if r.Plan.Period != nil {
				last = max(r.Plan.Period.End, r.Schedule(i, j).Due.End)
			}
			lasts[i] = append(lasts[i], last)
		}
	}
	return lasts
}

func latest(lasts [][]Date) Date {
	last := Date(math.MinInt32)
	for _, of := range lasts {
		last = max(last, slices.Max(of))
	}
	return last
}

func checkFunnel(c *CheckResult, i int, happened *FunnelActuals, tallies []stageTally, counting counting, rules CheckRules) FunnelCheck {
	plan := &c.Plan.Funnels[i]
	f := FunnelCheck{Plan: plan, Lost: losses(plan.Funnel, happened.Lost)}
	judged := judgedStages(plan.Funnel, rules.Judge)
	for j := range plan.Stages {
		s := StageCheck{
			Plan:     &plan.Stages[j],
			Schedule: c.Plan.Schedule(i, j),
			Judged:   judged[j],
			Known:    happened.stage(j).Known,
		}
		s.compare(c.ComparedOn, tallies[j], rules)
		f.Stages = append(f.Stages, s)
	}
	for j := range f.Stages[:len(f.Stages)-1] {
		f.Stages[j].Rate = checkRate(&f, j, tallies, counting)
	}
	f.Verdict = funnelVerdict(f.Stages)
	f.findLeaks()
	f.Channels = sourceRates(tallies, tallyChannels)
	f.Brought = sourceRates(tallies, tallyBrought)
	f.checkBonus(c.Plan.Plan, happened, c.ComparedOn)
	return f
}

// compare holds the entries of a stage so far against what is due.
func (s *StageCheck) compare(day Date, t stageTally, rules CheckRules) {
	s.TargetToDate = s.Schedule.Target(day)
	if s.Known {
		s.Actual = big.NewInt(t.all.entries)
		s.Implied = big.NewInt(t.all.implied)
		s.Direct = big.NewInt(t.all.direct)
		s.Before = big.NewInt(t.strays.before)
		s.After = big.NewInt(t.strays.after)
		s.LastEntry = t.last
		s.Grown = t.grown
		s.Gap = new(big.Int).Sub(s.Actual, s.TargetToDate)
		s.Attainment = ratio(s.Actual, s.TargetToDate)
	}
	s.Status = rules.status(s)
	s.Pace = checkPace(s, day)
}

// ratio is a / b, nil where b is 0.
func ratio(a, b *big.Int) *big.Rat {
	if b.Sign() == 0 {
		return nil
	}
	return new(big.Rat).SetFrac(a, b)
}
