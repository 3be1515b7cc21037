package funnel

import "math/big"

// Projection is what given volumes are expected to bring: the plan run forward.
// Money is in the plan's currency.
type Projection struct {
	Plan        *Plan
	Clients     Expected
	Revenue     Expected // existing revenue included
	GrossProfit Expected
	Return      Expected
	Chance      *float64 // that the plan's target is reached at the success stages
	Funnels     []FunnelProjection
	Warnings    []Warning
}

// Expected is an exact expectation with the range that holds the outcome with a
// chance of at least 90 %: its 5 % and 95 % quantiles.
type Expected struct {
	Mean      *big.Rat
	Low, High *big.Rat // nil where counts are beyond reckoning
}

// FunnelProjection is one funnel run forward.
type FunnelProjection struct {
	Funnel *Funnel
	Stages []StageProjection
}

// StageProjection is what is expected to enter one stage.
type StageProjection struct {
	Stage   *Stage
	From    int64    // put in here, besides those in progress and direct
	Entries Expected // everybody who enters the stage
	Total   *big.Int // what the plan asks of it
}

// Project runs a plan forward from volumes: volumes[f][i] new entries at stage
// i of funnel f, on top of what is in progress and comes in directly. Uncertain
// rates count with the value planned with in expectations, and with their
// distributions in ranges and the chance.
func Project(p *Plan, volumes [][]int64) *Projection {
	return ProjectWithProgress(p, volumes, quietly)
}

// ProjectWithProgress is [Project] for a plan that may take its time.
func ProjectWithProgress(p *Plan, volumes [][]int64, progress Progress) *Projection {
	plan := Targets(p)
	r := &Projection{Plan: p, Warnings: projectionWarnings(p), Funnels: make([]FunnelProjection, len(p.Funnels))}
	clients := make([]Distribution, len(p.Funnels))
	successes := make([]Distribution, len(p.Funnels))
	forEach(len(p.Funnels), progress, func(i int) {
		f := &p.Funnels[i]
		entries := f.chainTo(len(f.Stages) - 1).Entries(volumes[i])
		clients[i], successes[i] = entries[len(entries)-1], entries[f.Success]
		r.Funnels[i] = projectFunnel(&plan.Funnels[i], volumes[i], entries)
	})
	for i := range r.Funnels {
		r.Warnings = append(r.Warnings, warnVolumes(&plan.Funnels[i], &r.Funnels[i])...)
	}
	r.addMoney(clients)
	r.Chance = chanceOf(p, plan.Funnels, volumes, successes)
	return r
}

// projectFunnel carries the expectation down the funnel, exactly, and sets the
// range of each stage's distribution beside it.
func projectFunnel(plan *FunnelResult, volumes []int64, entries []Distribution) FunnelProjection {
	f := plan.Funnel
	result := FunnelProjection{Funnel: f, Stages: make([]StageProjection, len(f.Stages))}
	mean := new(big.Rat)
	for i := range f.Stages {
		s := &f.Stages[i]
		for _, n := range []int64{volumes[i], s.InProgress, s.Direct} {
			mean.Add(mean, new(big.Rat).SetInt64(n))
		}
		result.Stages[i] = StageProjection{
			Stage:   s,
			From:    volumes[i],
			Entries: countRange(mean, entries[i]),
			Total:   plan.Stages[i].Total,
		}
		if i < len(f.Stages)-1 {
			mean = mul(mean, Effective(s))
		}
	}
	return result
}

func countRange(mean *big.Rat, d Distribution) Expected {
	return Expected{
		Mean: mean,
		Low:  new(big.Rat).SetInt64(d.Quantile(rangeLow)),
		High: new(big.Rat).SetInt64(d.Quantile(rangeHigh)),
	}
}

// The quantiles of a 90 % range.
const (
	rangeLow  = 0.05
	rangeHigh = 0.95
)

// addMoney turns the clients of all funnels into revenue, gross profit and
// return.
func (r *Projection) addMoney(clients []Distribution) {
	p := r.Plan
	var heads, revenue, profit []*big.Rat // per client of each funnel
	var means []*big.Rat
	for i := range p.Funnels {
		f := &p.Funnels[i]
		perClient := mul(clientValue(p, f), plusOne(p.Referrals))
		heads = append(heads, big.NewRat(1, 1))
		revenue = append(revenue, perClient)
		profit = append(profit, mul(perClient, f.GrossMargin))
		stages := r.Funnels[i].Stages
		means = append(means, stages[len(stages)-1].Entries.Mean)
	}
	r.Clients = expectedSum(clients, means, heads, new(big.Rat), 0)
	r.Revenue = expectedSum(clients, means, revenue, p.ExistingRevenue, p.MinorUnits)
	r.GrossProfit = expectedSum(clients, means, profit, mul(p.ExistingRevenue, p.GrossMargin), p.MinorUnits)
	r.Return = r.GrossProfit.apply(func(x *big.Rat) *big.Rat { return quo(sub(x, p.Budget), p.Budget) })
}

// expectedSum is what clients are expected to bring at so much for each, on top
// of what comes anyway; the ends of the range to the given decimals.
func expectedSum(clients []Distribution, means, each []*big.Rat, anyway *big.Rat, decimals int) Expected {
	mean := new(big.Rat).Set(anyway)
	for i := range each {
		mean.Add(mean, mul(means[i], each[i]))
	}
	sum := SumOf(clients, each)
	end := func(quantile float64) *big.Rat {
		x, _ := new(big.Rat).SetString(sum.Quantile(quantile).FloatString(decimals))
		return x.Add(x, anyway)
	}
	return Expected{Mean: mean, Low: end(rangeLow), High: end(rangeHigh)}
}

// apply gives the expectation and range of a rising linear function.
func (e Expected) apply(f func(*big.Rat) *big.Rat) Expected {
	result := Expected{Mean: f(e.Mean)}
	if e.Low != nil && e.High != nil {
		result.Low, result.High = f(e.Low), f(e.High)
	}
	return result
}
