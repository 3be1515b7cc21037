package funnel

import "math/big"

// MoneyCheck is what was spent and came in against what should have, in the
// plan's currency. What the data do not speak of is nil.
type MoneyCheck struct {
	Budget *big.Rat
	Spend  *big.Rat // so far

	RevenueTarget *big.Rat // due by the day of comparison: what the whole numbers bring × share of the client's window
	Revenue       *big.Rat // so far

	// Margin is the gross margin that revenue is taken at. Where funnels differ, it
	// is what the plan makes of its revenue at the whole numbers, since the data do
	// not say which funnel an amount belongs to.
	Margin  *big.Rat
	Blended bool     // funnels differ in their margins
	Return  *big.Rat // (revenue × margin − spend) / spend, a fraction; nil too at a spend of 0

	Pipeline Pipeline
}

// checkMoney adds up what was spent and came in.
func checkMoney(c *CheckResult, counting counting, a *Actuals, tallies [][]stageTally) MoneyCheck {
	m := MoneyCheck{
		Budget:        c.Plan.Plan.Budget,
		RevenueTarget: c.revenueDue(),
		Pipeline:      c.pipeline(a, tallies),
	}
	m.Margin, m.Blended = margin(c.Plan)
	if a.Money.Spend {
		m.Spend = sumOf(a.Spend, counting.counts)
	}
	if a.Money.Revenue {
		m.Revenue = sumOf(a.Revenue, counting.counts)
	}
	if m.Spend != nil && m.Revenue != nil && m.Spend.Sign() != 0 {
		m.Return = quo(sub(mul(m.Revenue, m.Margin), m.Spend), m.Spend)
	}
	return m
}

// sumOf is what those amounts come to whose days are asked for.
func sumOf(amounts []Amount, asked func(days Span) bool) *big.Rat {
	sum := new(big.Rat)
	for i := range amounts {
		if asked(Span{amounts[i].From, amounts[i].To}) {
			sum.Add(sum, amounts[i].Value)
		}
	}
	return sum
}

// revenueDue is each funnel's revenue at the whole numbers, and its share of the
// existing revenue, as far as the window of its clients has elapsed.
func (c *CheckResult) revenueDue() *big.Rat {
	p := c.Plan.Plan
	due := new(big.Rat)
	for i := range c.Funnels {
		f := c.Funnels[i].Plan
		clients := c.Funnels[i].last()
		revenue := mul(ratOf(withReferrals(p, f)), f.ClientValue)
		revenue.Add(revenue, mul(f.Funnel.Share, p.ExistingRevenue))
		due.Add(due, revenue.Mul(revenue, clients.Schedule.Share(c.ComparedOn)))
	}
	return due
}

// withReferrals are a funnel's clients at the whole numbers, with those whom
// they bring.
func withReferrals(p *Plan, f *FunnelResult) *big.Int {
	return floor(mul(ratOf(f.Clients), plusOne(p.Referrals)))
}

// margin is the gross margin of the plan as a whole, and whether its funnels
// differ.
func margin(r *Result) (margin *big.Rat, blended bool) {
	first := r.Plan.Funnels[0].GrossMargin
	for i := range r.Plan.Funnels {
		blended = blended || r.Plan.Funnels[i].GrossMargin.Cmp(first) != 0
	}
	if !blended || r.RevenueAtTarget.Sign() == 0 {
		return first, blended
	}
	return quo(r.GrossProfitAtTarget, r.RevenueAtTarget), blended
}

// last is the stage of the clients.
func (f *FunnelCheck) last() *StageCheck { return &f.Stages[len(f.Stages)-1] }

// StageCost is what an entry of a stage has cost so far: all of the spend over
// the entries in all funnels that have the stage, since the data do not say which
// funnel was paid for.
type StageCost struct {
	Stage     string // ID
	Name      string
	Entries   *big.Int
	Cost      *big.Rat // nil without entries
	Allowable *big.Rat // what one may cost: budget / needed, rounded down; nil where none is needed
}

// costs are those of all stages of which the data speak, in the order of the
// plan; none where they do not say what was spent.
func costs(c *CheckResult) []StageCost {
	if c.Money.Spend == nil {
		return nil
	}
	var list []StageCost
	seen := map[string]bool{}
	for i := range c.Funnels {
		for j := range c.Funnels[i].Stages {
			id := c.Funnels[i].Stages[j].Plan.Stage.ID
			if seen[id] {
				continue
			}
			seen[id] = true
			if entries := c.entries(id); entries != nil {
				list = append(list, StageCost{
					Stage: id, Name: c.Funnels[i].Stages[j].Plan.Stage.Name, Entries: entries,
					Cost: costPer(c.Money.Spend, entries), Allowable: c.allowable(id),
				})
			}
		}
	}
	return list
}

// allowable is what an entry of a stage may cost, over all funnels that have it.
func (c *CheckResult) allowable(stage string) *big.Rat {
	needed, budget := new(big.Int), new(big.Rat)
	for i := range c.Plan.Funnels {
		f := &c.Plan.Funnels[i]
		for j := range f.Stages {
			if f.Stages[j].Stage.ID == stage {
				needed.Add(needed, f.Stages[j].Needed)
				budget.Add(budget, f.Funnel.Budget)
			}
		}
	}
	return allowableCost(budget, needed, c.Plan.Plan.MinorUnits)
}

// costPer is spend / entries, nil without entries.
func costPer(spend *big.Rat, entries *big.Int) *big.Rat {
	if entries.Sign() == 0 {
		return nil
	}
	return quo(spend, ratOf(entries))
}

// entries are those of a stage in all funnels that have it; nil where the data
// do not speak of it in one of them.
func (c *CheckResult) entries(stage string) *big.Int {
	sum := new(big.Int)
	for _, s := range c.stagesNamed("", stage) {
		if !s.Known {
			return nil
		}
		sum.Add(sum, s.Actual)
	}
	return sum
}

// stagesNamed are those with an ID in one funnel, or in all where its ID is
// empty.
func (c *CheckResult) stagesNamed(funnel, stage string) []*StageCheck {
	var list []*StageCheck
	for i := range c.Funnels {
		f := &c.Funnels[i]
		if funnel != "" && f.Plan.Funnel.ID != funnel {
			continue
		}
		for j := range f.Stages {
			if f.Stages[j].Plan.Stage.ID == stage {
				list = append(list, &f.Stages[j])
			}
		}
	}
	return list
}
