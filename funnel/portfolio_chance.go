package funnel

import (
	"math/big"
	"slices"
	"strconv"
)

// Meeting is how many plans of a portfolio meet their targets. Plans are taken as
// independent of one another: each chance is that of the plan's own.
type Meeting struct {
	Of       int      // plans whose chance is known
	Expected *big.Rat // of them; nil where there are none
	Every    *float64 // the chance that all do, the product of their chances; nil where one is not known
	None     *float64 // that none does
	Met      Distribution
	Low      int64 // the number is at least this one, and at most the next, with a chance of 80 % or more
	High     int64
}

// meetingOf is how many of some plans meet their targets. Chances are multiplied
// and added in order of size, so that the order of the plans does not matter.
func meetingOf(plans []*PortfolioPlan) Meeting {
	var chances []float64
	for _, p := range plans {
		if p.Result.Chance != nil {
			chances = append(chances, *p.Result.Chance)
		}
	}
	if len(chances) == 0 {
		return Meeting{}
	}
	slices.Sort(chances)
	m := Meeting{Of: len(chances), Expected: new(big.Rat), Met: numberOf(chances)}
	every, none := 1.0, 1.0
	for _, p := range chances {
		m.Expected.Add(m.Expected, new(big.Rat).SetFloat64(p))
		every *= p
		none *= 1 - p
	}
	if len(chances) > 1 {
		every = min(shownDigits(every), chances[0])
	}
	none = shownDigits(none)
	m.None = &none
	if len(chances) == len(plans) {
		m.Every = &every
	}
	m.Low, m.High = m.Met.Quantile(lowShare), m.Met.Quantile(highShare)
	return m
}

// Chance is that just so many plans meet their targets, with the digits that are
// known of it.
func (m *Meeting) Chance(number int) float64 { return shownDigits(m.Met.P[number]) }

// Quantiles of what is foreseen, as in a forecast.
const lowShare, highShare = 0.1, 0.9

// numberOf is the distribution of how many of independent things happen, each with
// a chance of its own: Poisson's binomial distribution
// (https://en.wikipedia.org/wiki/Poisson_binomial_distribution), one thing after
// the other.
func numberOf(chances []float64) Distribution {
	p := make([]float64, 1, len(chances)+1)
	p[0] = 1
	for _, chance := range chances {
		p = append(p, 0)
		for k := len(p) - 1; k > 0; k-- {
			p[k] = p[k]*(1-chance) + p[k-1]*chance
		}
		p[0] *= 1 - chance
	}
	return Distribution{Step: 1, P: p}
}

// shownDigits rounds to the digits that are known of a product or a mean of
// chances.
func shownDigits(x float64) float64 {
	const digits = 6
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', digits, 64), 64)
	if err != nil {
		return x
	}
	return rounded
}

// addChance says how likely the plans of one currency bring their gross profit
// together, and how much they bring.
func (t *CurrencyTotal) addChance(plans []*PortfolioPlan) {
	var funnels []*FunnelResult
	asked, existing := newAskedTogether(), new(big.Rat)
	for _, p := range plans {
		if p.Result.Chance == nil {
			return
		}
		existing.Add(existing, mul(p.Result.Plan.ExistingRevenue, p.Result.Plan.GrossMargin))
		for i := range p.Result.Funnels {
			f := &p.Result.Funnels[i]
			funnels = append(funnels, f)
			asked.add(f, profitOf(p.Result.Plan, f.Funnel), f.arrivals())
		}
	}
	counts := make([]moments, len(funnels))
	for i, f := range funnels {
		counts[i] = f.Funnel.chainTo(f.Funnel.Success).successMoments(f.arrivals()[0])
	}
	sum := sumOfMany(funnels, counts, asked.worths)
	if only := plans[0].Result; len(plans) == 1 && (len(only.Funnels) == 1 || only.Plan.Target.Kind == TargetReturn) {
		t.Chance = only.Chance // the very same question
	} else {
		t.Chance = asked.chance(func() Sum { return sum })
	}
	quantile := func(p float64) *big.Rat { return new(big.Rat).Add(sum.Quantile(p), existing) }
	t.Profit = Foreseen{Mean: existing, Low: quantile(lowShare), Middle: quantile(0.5), High: quantile(highShare)}
	for i := range funnels {
		mean := new(big.Rat).SetFloat64(shownDigits(counts[i].mean))
		t.Profit.Mean = mean.Add(mul(mean, asked.worths[i]), t.Profit.Mean)
	}
}

// enoughFunnels is from how many funnels on their sum is taken from its cumulants:
// there the series is as close as the distributions of uncertain rates, which take
// a thousand times as long.
const enoughFunnels = 40

// sumOfMany is what the entries of the success stages are worth together.
func sumOfMany(funnels []*FunnelResult, counts []moments, worths []*big.Rat) Sum {
	if len(funnels) >= enoughFunnels {
		if s := spreadOf(counts, worths); s.nearlyNormal() {
			return Sum{amounts: s, slack: new(big.Rat)}
		}
	}
	entries := make([]Distribution, len(funnels))
	forEach(len(funnels), quietly, func(i int) { entries[i] = successes(funnels[i]) })
	return SumOf(entries, worths)
}

// profitOf is the gross profit that one entry of the success stage is expected to
// bring, whatever the plan's target is.
func profitOf(p *Plan, f *Funnel) *big.Rat {
	inProfit := *p
	inProfit.Target.Kind = TargetReturn
	return worth(&inProfit, f)
}
