package funnel

import (
	"math"
	"math/big"
)

// funnelForecast puts together what is foreseen of one funnel.
func (f *forecasting) funnelForecast(one *funnelForecasting) FunnelForecast {
	plan := &f.result.Plan.Funnels[one.index]
	r := FunnelForecast{Plan: plan}
	for j := range plan.Stages {
		r.Stages = append(r.Stages, StageForecast{
			Plan: &plan.Stages[j], By: one.lasts[j], Target: f.result.Plan.Schedule(one.index, j).Total,
		})
	}
	for i, stage := range one.stages {
		f.stageForecast(&r.Stages[stage], one, i)
	}
	for i := range one.course.steps {
		r.Rates = append(r.Rates, one.rate(i))
	}
	if s, ok := one.success(); ok {
		r.Chance = r.Stages[one.stages[s]].Chance
		r.Late = ratOfFloat(one.all.late/float64(one.all.draws), meanDecimals)
		for i := range s + 1 {
			r.Stages[one.stages[i]].Further = f.further(one, i)
		}
	}
	return r
}

// meanDecimals are those of a mean that are shown as known.
const meanDecimals = 2

func (f *forecasting) stageForecast(s *StageForecast, one *funnelForecasting, i int) {
	n := float64(one.all.draws)
	s.Known = true
	s.SoFar = big.NewInt(one.standing[i].soFar)
	s.Grown = one.tally(i).grown
	certain := float64(one.course.sure[i] - one.standing[i].soFar)
	way, come := one.all.way[i]/n, one.all.come[i]/n+certain
	s.OnTheWay, s.ToCome = ratOfFloat(way, meanDecimals), ratOfFloat(come, meanDecimals)
	d := one.all.distribution(i)
	s.Distribution = d
	mean := new(big.Rat).SetInt(s.SoFar)
	mean.Add(mean, s.OnTheWay).Add(mean, s.ToCome)
	s.Entries = foreseenOf(mean, func(p float64) *big.Rat { return new(big.Rat).SetInt64(d.Quantile(p)) })
	if s.Target.IsInt64() {
		chance := d.AtLeast(s.Target.Int64())
		if len(d.P) > 1 && one.course.sure[i] < s.Target.Int64() {
			chance = open(chance)
		}
		s.Chance = roundedChance(chance)
	}
}

// The quantiles of what is foreseen.
const (
	foreseenLow    = 0.1
	foreseenMiddle = 0.5
	foreseenHigh   = 0.9
)

func foreseenOf(mean *big.Rat, quantile func(p float64) *big.Rat) Foreseen {
	return Foreseen{Mean: mean, Low: quantile(foreseenLow), Middle: quantile(foreseenMiddle), High: quantile(foreseenHigh)}
}

// rate is what the rate of a step is taken to be.
func (f *funnelForecasting) rate(step int) RateForecast {
	s := &f.course.steps[step]
	came := f.standing[step].seen.gone
	for _, rest := range f.standing[step].seen.rest {
		came += rest.n
	}
	planned := big.NewRat(1, 1)
	for _, over := range f.over(step) {
		planned = mul(planned, Effective(&over))
	}
	return RateForecast{
		From: f.stages[step], To: f.stages[step+1], Planned: planned, Prior: s.prior.shown(),
		Came: int64(math.Round(came)), Gone: int64(math.Round(f.standing[step].seen.gone)),
		Mean: known(s.mean(), foretoldDecimals), Low: known(s.quantile(rangeLow), foretoldDecimals), High: known(s.quantile(rangeHigh), foretoldDecimals),
	}
}

// foretoldDecimals are those of a rate, and of the parameters of one, that are
// shown as known.
const foretoldDecimals = 5

// shown is rounded, since processors differ in the last bits.
func (p Prior) shown() Prior {
	scale := math.Pow10(foretoldDecimals)
	p.Alpha, p.Beta = math.Round(p.Alpha*scale)/scale, math.Round(p.Beta*scale)/scale
	return p
}

// money turns clients into revenue, gross profit and return.
func (f *forecasting) money() {
	p, r := f.result.Plan.Plan, f.result
	var further []Distribution
	var heads, revenue, profit []*big.Rat // per client of each funnel
	soFar := new(big.Rat)
	var means []*big.Rat
	for i, one := range f.funnels {
		last := len(one.stages) - 1
		if last < 0 || one.stages[last] != len(one.funnel().Stages)-1 {
			return
		}
		s := &r.Funnels[i].Stages[one.stages[last]]
		further = append(further, one.all.distribution(last).plusCount(-one.standing[last].soFar))
		means = append(means, new(big.Rat).Add(s.OnTheWay, s.ToCome))
		soFar.Add(soFar, new(big.Rat).SetInt(s.SoFar))
		perClient := mul(clientValue(p, one.funnel()), plusOne(p.Referrals))
		heads = append(heads, big.NewRat(1, 1))
		revenue = append(revenue, perClient)
		profit = append(profit, mul(perClient, one.funnel().GrossMargin))
	}
	have := f.have()
	r.Clients = sumForeseen(further, means, heads, soFar, 0)
	r.Revenue = sumForeseen(further, means, revenue, have.revenue, p.MinorUnits)
	r.Profit = sumForeseen(further, means, profit, have.profit, p.MinorUnits)
	r.Spend = f.spend()
	r.Return = r.Profit.apply(func(x *big.Rat) *big.Rat { return quo(sub(x, r.Spend), r.Spend) })
}

// sumForeseen is what further clients bring at so much for each, on top of what
// is there.
func sumForeseen(further []Distribution, means, each []*big.Rat, have *big.Rat, decimals int) Foreseen {
	mean := new(big.Rat).Set(have)
	for i := range each {
		mean.Add(mean, mul(means[i], each[i]))
	}
	sum := SumOf(further, each)
	return foreseenOf(mean, func(p float64) *big.Rat {
		x, _ := new(big.Rat).SetString(sum.Quantile(p).FloatString(decimals))
		return x.Add(x, have)
	})
}

// apply gives a rising function of what is foreseen.
func (f Foreseen) apply(g func(*big.Rat) *big.Rat) Foreseen {
	return Foreseen{Mean: g(f.Mean), Low: g(f.Low), Middle: g(f.Middle), High: g(f.High)}
}

// earned is what is there of revenue and gross profit, or will be without any
// further client.
type earned struct{ revenue, profit *big.Rat }

// have is what the clients so far bring, and existing ones. Where the data say
// what came in, that is what they brought so far; further purchases and referrals
// that the plan expects of them and that have not been seen are added, and of the
// existing revenue what is due after the day, since the data are taken to have
// the rest.
func (f *forecasting) have() earned {
	p := f.result.Plan.Plan
	e := earned{new(big.Rat), new(big.Rat)}
	add := func(amount, margin *big.Rat) {
		e.revenue.Add(e.revenue, amount)
		e.profit.Add(e.profit, mul(amount, margin))
	}
	existing := new(big.Rat).Set(p.ExistingRevenue)
	if f.happened.Money.Revenue {
		margin, _ := margin(f.result.Plan)
		add(sumOf(f.happened.Revenue, f.counting.counts), margin)
		existing.Sub(existing, f.existingSoFar())
	}
	add(existing, p.GrossMargin)
	for i, one := range f.funnels {
		clients := new(big.Rat).SetInt64(one.standing[len(one.standing)-1].soFar)
		purchases := mul(clients, mul(plusOne(p.RepeatPurchases), plusOne(p.Referrals)))
		if f.happened.Money.Revenue {
			purchases.Sub(purchases, clients)
			purchases.Sub(purchases, f.extraSoFar(i))
			if purchases.Sign() < 0 {
				purchases.SetInt64(0)
			}
		}
		add(purchases.Mul(purchases, one.funnel().AverageRevenue), one.funnel().GrossMargin)
	}
	return e
}

// existingSoFar is the existing revenue that is due by the day.
func (f *forecasting) existingSoFar() *big.Rat {
	p := f.result.Plan.Plan
	due := new(big.Rat)
	for i, one := range f.funnels {
		schedule := f.result.Plan.Schedule(i, len(one.funnel().Stages)-1)
		due.Add(due, mul(mul(one.funnel().Share, p.ExistingRevenue), schedule.Share(f.result.ComparedOn)))
	}
	return due
}

// extraSoFar are the further purchases and referred clients that the data speak
// of.
func (f *forecasting) extraSoFar(i int) *big.Rat {
	sum := new(big.Rat)
	happened := f.happened.funnel(i)
	for _, n := range []*int64{happened.Repeat, happened.Referred} {
		if n != nil {
			sum.Add(sum, new(big.Rat).SetInt64(*n))
		}
	}
	return sum
}

// spend is what will have been spent: the budget, or what was spent so far and the
// unit costs of the further entries where that is more.
func (f *forecasting) spend() *big.Rat {
	spend := new(big.Rat)
	if f.happened.Money.Spend {
		spend = sumOf(f.happened.Spend, f.counting.counts)
	}
	for i := range f.result.Funnels {
		for j := range f.result.Funnels[i].Stages {
			s := &f.result.Funnels[i].Stages[j]
			if cost := s.Plan.Stage.UnitCost; cost != nil && s.Known {
				spend.Add(spend, mul(cost, new(big.Rat).Add(s.OnTheWay, s.ToCome)))
			}
		}
	}
	if budget := f.result.Plan.Plan.Budget; spend.Cmp(budget) < 0 {
		return budget
	}
	return spend
}
