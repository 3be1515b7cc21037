package funnel

import (
	"cmp"
	"math/big"
	"slices"
)

// Portfolio is many plans at once: what they ask and bring together, how likely
// that is, whom they need, and how well earlier ones have kept what they promised.
// Money of different currencies is never added.
type Portfolio struct {
	AsOf     Date
	Plans    []*PortfolioPlan // in the order given
	Totals   []CurrencyTotal  // by currency code
	Meeting  Meeting          // how many plans meet their targets
	People   []People         // by owner, then stage
	Clashes  []Clash          // by person, then day
	Record   *Record          // nil where no plan has actual numbers
	Warnings []Warning
}

// PortfolioPlan is one plan of a portfolio, worked out.
type PortfolioPlan struct {
	Source  string // what it was read from, for whoever shows it
	Result  *Result
	Check   *CheckResult // nil: the plan has no actual numbers
	Phase   PlanPhase
	Outcome *Outcome // nil like Check

	loads []peopleLoad
}

// PlanPhase is where a plan stands on a day. Its words are stable: scripts read
// them.
type PlanPhase string

// The phases of a plan.
const (
	Undated PlanPhase = "undated" // the plan has no period
	Ahead   PlanPhase = "ahead"   // none of its days has come
	Running PlanPhase = "running"
	Ended   PlanPhase = "ended" // the last day of its success stages is over
)

// NewPortfolioPlan works one plan of a portfolio out. What happened is nil where
// the plan has no actual numbers; it must have a period where it has some.
//
// Chances are those of [Compute]. What it takes to be surer is left out: a portfolio
// does not show it, and it takes longest.
func NewPortfolioPlan(source string, p *Plan, happened *Actuals, rules CheckRules) *PortfolioPlan {
	whole := *p
	whole.Confidence = nil
	one := &PortfolioPlan{Source: source, Result: Compute(&whole)}
	one.Phase = one.phaseOn(rules.AsOf)
	one.loads = one.Result.peopleLoads()
	if happened != nil {
		one.Check = Check(one.Result, happened, rules)
		one.Outcome = one.outcome()
	}
	return one
}

// Name is what the plan is called: its own name, or what it was read from.
func (p *PortfolioPlan) Name() string { return cmp.Or(p.Result.Plan.Name, p.Source) }

// phaseOn is where the plan stands at the end of a day.
func (p *PortfolioPlan) phaseOn(day Date) PlanPhase {
	switch {
	case p.Result.Plan.Period == nil:
		return Undated
	case day >= p.lastDay():
		return Ended
	case day < firstDay(p.Result.Plan):
		return Ahead
	}
	return Running
}

// lastDay is the day after which no entry of a success stage counts any more.
func (p *PortfolioPlan) lastDay() Date {
	last := p.Result.Plan.Period.End
	for i, days := range lastDays(p.Result) {
		last = max(last, days[p.Result.Funnels[i].Funnel.Success])
	}
	return last
}

// CurrencyTotal is what the plans in one currency ask and bring together.
type CurrencyTotal struct {
	Currency   string // ISO 4217 code, empty for the plans that name none
	MinorUnits int
	Plans      int

	Budget      *big.Rat
	Asked       *big.Rat // gross profit that the targets ask, see [Result.ProfitAsked]
	AskedReturn *big.Rat // (asked − budget) / budget
	Revenue     *big.Rat // at the whole numbers, like the next
	GrossProfit *big.Rat
	Return      *big.Rat // (gross profit − budget) / budget
	Clients     *big.Int // those from referrals among them

	// Chance is that the plans together bring the gross profit that their success
	// stages are to be worth: what one has too much makes up for what another lacks.
	// It is nil where a plan's own chance is not known.
	Chance *float64
	Profit Foreseen // the gross profit that comes of the needed entries; nothing in it where Chance is nil
}

// NewPortfolio puts plans together that are worked out. There is at least one.
func NewPortfolio(plans []*PortfolioPlan, asOf Date) *Portfolio {
	p := &Portfolio{AsOf: asOf, Plans: plans}
	p.Totals = totals(plans)
	p.Meeting = meetingOf(plans)
	p.People = peopleTogether(plans)
	p.Clashes = clashes(plans)
	p.Record = recordOf(plans)
	p.Warnings = p.warnings()
	return p
}

// totals adds up by currency.
func totals(plans []*PortfolioPlan) []CurrencyTotal {
	by := map[string][]*PortfolioPlan{}
	for _, p := range plans {
		by[p.Result.Plan.Currency] = append(by[p.Result.Plan.Currency], p)
	}
	list := make([]CurrencyTotal, 0, len(by))
	for _, of := range by {
		list = append(list, totalOf(of))
	}
	slices.SortFunc(list, func(a, b CurrencyTotal) int { return cmp.Compare(a.Currency, b.Currency) })
	return list
}

func totalOf(plans []*PortfolioPlan) CurrencyTotal {
	t := CurrencyTotal{
		Currency: plans[0].Result.Plan.Currency, MinorUnits: plans[0].Result.Plan.MinorUnits, Plans: len(plans),
		Budget: new(big.Rat), Asked: new(big.Rat), Revenue: new(big.Rat), GrossProfit: new(big.Rat), Clients: new(big.Int),
	}
	for _, p := range plans {
		t.Budget.Add(t.Budget, p.Result.Plan.Budget)
		t.Asked.Add(t.Asked, p.Result.ProfitAsked())
		t.Revenue.Add(t.Revenue, p.Result.RevenueAtTarget)
		t.GrossProfit.Add(t.GrossProfit, p.Result.GrossProfitAtTarget)
		t.Clients.Add(t.Clients, p.Result.ClientsWithReferrals)
	}
	t.Return = quo(sub(t.GrossProfit, t.Budget), t.Budget)
	t.AskedReturn = quo(sub(t.Asked, t.Budget), t.Budget)
	t.addChance(plans)
	return t
}

// Warning codes of a portfolio. They are stable: scripts read them.
const (
	WarnPortfolioUndated  = "portfolio-undated"         // plans without a period
	WarnPortfolioNoData   = "portfolio-without-actuals" // plans that have begun and name no source
	WarnPortfolioDataEnd  = "portfolio-data-end"        // whether a plan was met is not known yet
	WarnPortfolioNoStage  = "portfolio-stage-unknown"   // the data do not speak of what a plan is judged by
	WarnPortfolioNoChance = "portfolio-chance-unknown"  // a plan has no chance of its own
	WarnPortfolioClashes  = "portfolio-many-clashes"    // more than are listed
)

// warnings says what the reader of a portfolio should know before relying on it.
func (p *Portfolio) warnings() []Warning {
	var list []Warning
	count := func(code string, is func(*PortfolioPlan) bool) {
		n := int64(0)
		for _, plan := range p.Plans {
			if is(plan) {
				n++
			}
		}
		if n > 0 {
			list = append(list, Warning{Code: code, Values: map[string]any{"plans": big.NewInt(n), "all": big.NewInt(int64(len(p.Plans)))}})
		}
	}
	count(WarnPortfolioNoChance, func(p *PortfolioPlan) bool { return p.Result.Chance == nil })
	count(WarnPortfolioUndated, func(p *PortfolioPlan) bool { return p.Phase == Undated })
	count(WarnPortfolioNoData, func(p *PortfolioPlan) bool {
		return p.Check == nil && (p.Phase == Running || p.Phase == Ended)
	})
	for _, plan := range p.Plans {
		if plan.Outcome == nil || plan.Phase != Ended {
			continue
		}
		name := plan.Name()
		switch {
		case plan.Outcome.Actual == nil:
			list = append(list, Warning{Code: WarnPortfolioNoStage, Values: map[string]any{"plan": name}})
		case plan.Outcome.Met == nil:
			list = append(list, Warning{Code: WarnPortfolioDataEnd, Values: map[string]any{"plan": name, "ends": *plan.Check.DataEnds}})
		}
	}
	if len(p.Clashes) == MaxClashes {
		list = append(list, Warning{Code: WarnPortfolioClashes, Values: map[string]any{"max": big.NewInt(MaxClashes)}})
	}
	return list
}
