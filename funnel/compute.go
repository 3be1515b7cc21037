package funnel

import "math/big"

// Compute works a plan out: its [Targets], how likely it is to reach them, and
// what the reader of its numbers should know.
func Compute(p *Plan) *Result { return ComputeWithProgress(p, quietly) }

// ComputeWithProgress is [Compute] for a plan that may take its time.
func ComputeWithProgress(p *Plan, progress Progress) *Result {
	r := Targets(p)
	entries := make([]Distribution, len(r.Funnels))
	forEach(len(r.Funnels), progress, func(i int) {
		f := &r.Funnels[i]
		addChances(p, f)
		if len(r.Funnels) > 1 && f.Chance != nil {
			entries[i] = successes(f)
		}
	})
	r.Chance = planChance(p, r.Funnels, entries)
	r.Warnings = warnings(r)
	return r
}

// Targets goes from the plan's target to clients, and from clients up each
// funnel to what every stage must see enter, by when and by whom. It leaves
// chances and warnings out.
func Targets(p *Plan) *Result {
	r := &Result{
		Plan:                 p,
		days:                 newWorkdays(p),
		TargetRevenue:        new(big.Rat).Set(p.ExistingRevenue),
		Clients:              new(big.Int),
		ClientsWithReferrals: new(big.Int),
		RevenueAtTarget:      new(big.Rat).Set(p.ExistingRevenue),
		GrossProfitAtTarget:  mul(p.ExistingRevenue, p.GrossMargin),
	}
	if p.Target.Kind == TargetReturn {
		r.GrossProfitAsked = mul(p.Budget, plusOne(p.Target.Value))
	}
	for i := range p.Funnels {
		r.add(funnelTargets(p, &p.Funnels[i]))
	}
	r.ReturnAtTarget = quo(sub(r.GrossProfitAtTarget, p.Budget), p.Budget)
	r.BreakEvenClients = breakEvenClients(p)
	return r
}

// ProfitAsked is the gross profit that the target asks, whichever way it is stated.
// What the whole numbers bring is no less.
func (r *Result) ProfitAsked() *big.Rat {
	profit := mul(r.Plan.ExistingRevenue, r.Plan.GrossMargin)
	for i := range r.Funnels {
		f := &r.Funnels[i]
		profit.Add(profit, mul(f.Revenue, f.Funnel.GrossMargin))
	}
	return profit
}

// ReturnAsked is that of [Result.ProfitAsked]: (gross profit − budget) / budget.
func (r *Result) ReturnAsked() *big.Rat {
	return quo(sub(r.ProfitAsked(), r.Plan.Budget), r.Plan.Budget)
}

// add counts a funnel into the totals of the plan.
func (r *Result) add(f FunnelResult) {
	withReferrals := floor(mul(ratOf(f.Clients), plusOne(r.Plan.Referrals)))
	revenue := mul(ratOf(withReferrals), f.ClientValue)

	r.TargetRevenue.Add(r.TargetRevenue, f.Revenue)
	r.Clients.Add(r.Clients, f.Clients)
	r.ClientsWithReferrals.Add(r.ClientsWithReferrals, withReferrals)
	r.RevenueAtTarget.Add(r.RevenueAtTarget, revenue)
	r.GrossProfitAtTarget.Add(r.GrossProfitAtTarget, mul(revenue, f.Funnel.GrossMargin))
	r.Funnels = append(r.Funnels, f)
}

func funnelTargets(p *Plan, f *Funnel) FunnelResult {
	asked := ask(p, f, p.Target)
	result := FunnelResult{
		Funnel:      f,
		Revenue:     asked.revenue,
		ClientValue: clientValue(p, f),
		Asked:       asked.clients,
		Clients:     asked.won,
		Stages:      climb(f, asked.won, asked.exact),
	}
	result.settle(p)
	return result
}

// settle says by when the entries of each stage are due, by whom they are handled
// and what one may cost.
func (f *FunnelResult) settle(p *Plan) {
	windows := windows(p, f.Funnel)
	for i := range f.Stages {
		s := &f.Stages[i]
		s.AllowableCost = allowableCost(f.Funnel.Budget, s.Needed, p.MinorUnits)
		s.Window = windows[i]
		s.PerWeek = perWeek(s, p.Holidays)
		s.Capacity = capacity(s, p.Holidays)
	}
}

// asked is what a target asks of a funnel.
type asked struct {
	revenue *big.Rat // R
	clients *big.Int // ⌈R / V⌉
	won     *big.Int // K, those that referrals bring left out
	exact   *big.Rat // K without rounding
}

// ask turns a target into the clients that a funnel must win, which are never
// fewer than none.
func ask(p *Plan, f *Funnel, target Target) asked {
	value := clientValue(p, f)
	if target.Kind == TargetClients {
		exact := mul(f.Share, target.Value)
		won := ceil(exact)
		return asked{revenue: mul(ratOf(won), value), clients: won, won: won, exact: exact}
	}
	revenue := revenueAsked(p, f, target)
	if revenue.Sign() <= 0 {
		return asked{revenue: revenue, clients: new(big.Int), won: new(big.Int), exact: new(big.Rat)}
	}
	referred := plusOne(p.Referrals)
	clients := ceil(quo(revenue, value))
	return asked{
		revenue: revenue,
		clients: clients,
		won:     ceil(quo(ratOf(clients), referred)),
		exact:   quo(quo(revenue, value), referred),
	}
}

// revenueAsked is R, the funnel's share of the target as revenue.
func revenueAsked(p *Plan, f *Funnel, target Target) *big.Rat {
	if target.Kind == TargetRevenue {
		return mul(f.Share, sub(target.Value, p.ExistingRevenue))
	}
	profit := sub(mul(p.Budget, plusOne(target.Value)), mul(p.ExistingRevenue, p.GrossMargin))
	return quo(mul(f.Share, profit), f.GrossMargin)
}

// clientValue is V, the revenue that one client brings.
func clientValue(p *Plan, f *Funnel) *big.Rat {
	return mul(f.AverageRevenue, plusOne(p.RepeatPurchases))
}

// breakEvenClients is the number to be won for a return of 0 %.
func breakEvenClients(p *Plan) *big.Int {
	sum := new(big.Int)
	for i := range p.Funnels {
		sum.Add(sum, ask(p, &p.Funnels[i], Target{Kind: TargetReturn, Value: new(big.Rat)}).won)
	}
	return sum
}

// climb carries the clients up the funnel. Whole numbers are carried, because
// each stage's target must by itself deliver the next stage's whole target.
func climb(f *Funnel, clients *big.Int, exactClients *big.Rat) []StageResult {
	stages := make([]StageResult, len(f.Stages))
	last := len(stages) - 1
	stages[last] = asking(&f.Stages[last], nil, clients, exactClients)
	climbAbove(f, stages, last, stages[last].Needed, stages[last].Exact)
	return stages
}

// climbAbove fills in the stages above one that needs so many entries of them.
func climbAbove(f *Funnel, stages []StageResult, below int, needed *big.Int, exact *big.Rat) {
	for i := below - 1; i >= 0; i-- {
		effective := Effective(&f.Stages[i])
		total := ceilDiv(new(big.Int).Mul(needed, effective.Denom()), effective.Num())
		stages[i] = asking(&f.Stages[i], effective, total, quo(exact, effective))
		needed, exact = stages[i].Needed, stages[i].Exact
	}
}

// asking is a stage that so many must enter in all.
func asking(s *Stage, effective *big.Rat, total *big.Int, exactTotal *big.Rat) StageResult {
	return StageResult{
		Stage:     s,
		Effective: effective,
		Total:     total,
		Needed:    lessThere(total, s),
		Exact:     exactLessThere(exactTotal, s),
	}
}

// Effective is the share of a stage's entries that go on to the next, those
// whom follow-up recovers included: rate + (1 − rate) × recovers.
func Effective(s *Stage) *big.Rat { return effective(s.Rate.Value, s.Recovers) }

func effective(rate, recovers *big.Rat) *big.Rat {
	if recovers == nil || recovers.Sign() == 0 {
		return rate
	}
	return new(big.Rat).Add(rate, mul(oneLess(rate), recovers))
}

// lessThere takes off those in progress and those who come in directly.
func lessThere(total *big.Int, s *Stage) *big.Int {
	needed := new(big.Int).Sub(total, big.NewInt(s.InProgress))
	needed.Sub(needed, big.NewInt(s.Direct))
	if needed.Sign() < 0 {
		needed.SetInt64(0)
	}
	return needed
}

func exactLessThere(total *big.Rat, s *Stage) *big.Rat {
	needed := sub(total, new(big.Rat).SetInt64(s.InProgress))
	needed.Sub(needed, new(big.Rat).SetInt64(s.Direct))
	if needed.Sign() < 0 {
		needed.SetInt64(0)
	}
	return needed
}

// allowableCost is what one needed entry may cost at the most.
func allowableCost(budget *big.Rat, needed *big.Int, decimals int) *big.Rat {
	if needed.Sign() == 0 {
		return nil
	}
	return roundDown(quo(budget, ratOf(needed)), decimals)
}
