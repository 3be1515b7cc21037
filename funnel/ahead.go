package funnel

import (
	"math/big"
	"slices"
)

// aheadBlocks of draws are enough for a picture: a quantile is whole people.
const aheadBlocks = 2

// Ahead is how many entries the success stage of a funnel will have by the end of
// each of some days after [ForecastResult.ComparedOn], as the forecast itself has
// it for the last of its days. Nothing is in it where the data do not speak of the
// stage. It is worked out when it is asked for.
func (r *ForecastResult) Ahead(funnel int, days []Date) []Foreseen {
	list := make([]Foreseen, len(days))
	forEach(len(days), quietly, func(i int) { list[i] = r.making.ahead(r.making.funnels[funnel], days[i]) })
	return list
}

// ahead is the forecast of a funnel whose entries count until a day only.
func (f *forecasting) ahead(one *funnelForecasting, until Date) Foreseen {
	s, ok := one.success()
	if !ok {
		return Foreseen{}
	}
	lasts := slices.Clone(one.lasts)
	for i := range lasts {
		lasts[i] = max(min(lasts[i], until), shift(f.counting.first, -1)) // before the plan's first day nobody counts
	}
	o := newObserver(f.counting, f.result.Plan, one.index, lasts, f.happened.funnel(one.index))
	course := courseOf(o, one.standing, one.rates, f.result.Pace)
	all := course.nothingForeseen()
	for block := range aheadBlocks {
		some := course.foresee(draws{f.rules.Seed, uint64(one.index)}, block)
		all.plus(&some)
	}
	d := all.distribution(s)
	return foreseenOf(nil, func(p float64) *big.Rat { return new(big.Rat).SetInt64(d.Quantile(p)) })
}
