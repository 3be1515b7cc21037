package funnel

import (
	"math"
	"math/big"
)

// further says how many entries of a stage it takes from now on to reach the
// target of the success stage with each confidence asked for. Those above the
// stage are not counted on: when they come to it, they are among the entries.
func (f *forecasting) further(one *funnelForecasting, i int) []FurtherNeeded {
	var list []FurtherNeeded
	if len(f.rules.Confidence) == 0 {
		return nil
	}
	target := f.result.Plan.Schedule(one.index, one.funnel().Success).Total
	effort := f.effort(one, i)
	for _, confidence := range f.rules.Confidence {
		needed := FurtherNeeded{Confidence: confidence}
		if n, ok := effort.least(toInt64(target), confidence); ok {
			needed.Entries = big.NewInt(n)
		}
		list = append(list, needed)
	}
	return list
}

// effort is what further entries of a stage come to, draw by draw.
type effort struct {
	sure  int64    // entries of the success stage that are certain
	base  []powers // by draw: of those who are there anyway
	each  []powers // by draw: of one further entry
	alone bool     // the stage is the success stage
}

// effortBlocks of draws are enough for a number of entries.
const effortBlocks = 2

func (f *forecasting) effort(one *funnelForecasting, i int) effort {
	e := embark(one.observer, one.standing, one.rates)
	s := e.success
	for step := i; step < len(e.steps); step++ {
		for _, p := range one.standing[step].open {
			e.put(step, p)
		}
	}
	for j := i + 1; j <= s; j++ {
		e.comeIn(j, one.standing[j].direct, f.result.Pace)
	}
	e.tabulate()
	result := effort{sure: e.sure[s], alone: i == s}
	if result.alone {
		return result
	}
	in := e.inTime(i)
	for b := range effortBlocks {
		places := draws{f.rules.Seed, uint64(one.index)}.block(b, e.quantities())
		d := e.drawing()
		for n := range latticePoints {
			d.at(func(q int) float64 { return places[q][n] })
			x := 1.0
			for step := i; step < s; step++ {
				x *= d.rates[step]
			}
			result.base = append(result.base, d.sums[s])
			result.each = append(result.each, powers{come: in.come * x, second: in.second * x * x, third: in.third * x * x * x})
		}
	}
	return result
}

// inTime are the powers of being in time at the success stage, if everybody went
// on, of one who enters a stage on one of the days left of its window; where none
// is left, on one of those left of the period.
func (e *embarking) inTime(i int) powers {
	var sum powers
	schedule := e.schedule(i)
	if schedule.Due.End <= e.day {
		schedule = schedule.within(Span{e.day + 1, max(e.day+1, e.lasts[e.stages[i]])})
	}
	before, _ := schedule.Share(e.day).Float64()
	rest := 1 - before
	for day := e.day + 1; day <= schedule.Due.End; day++ {
		now, _ := schedule.Share(day).Float64()
		weight := (now - before) / rest
		before = now
		if !(weight > 0) { // where nothing is due any more the rest is 0 too
			continue
		}
		x := e.reach(i, int64(e.day)-int64(day))[e.success-i-1]
		sum.come += weight * x
		sum.second += weight * x * x
		sum.third += weight * x * x * x
	}
	return sum
}

// least is the least number of further entries with a chance of at least γ.
func (e *effort) least(target int64, γ *big.Rat) (int64, bool) {
	missing := target - e.sure
	switch {
	case missing <= 0:
		return 0, true
	case e.alone:
		return missing, missing <= MaxNeeded
	}
	sure := confidenceOf(γ).about
	enough := func(n int64) bool { return e.chance(missing, float64(n)) >= sure }
	if enough(0) {
		return 0, true
	}
	if !enough(MaxNeeded) {
		return 0, false
	}
	guess := int64(math.Min(MaxNeeded-1, float64(missing)/math.Max(1e-9, e.each[0].come)))
	return leastBetween(0, MaxNeeded, guess, 1+guess/16, enough), true
}

// chance that n further entries bring what is missing.
func (e *effort) chance(missing int64, n float64) float64 {
	var sum float64
	for i := range e.base {
		b, x := &e.base[i], &e.each[i]
		p := powers{way: b.way + b.come, come: n * x.come, second: b.second + n*x.second, third: b.third + n*x.third}
		sum += p.atLeast(missing)
	}
	return sum / float64(len(e.base))
}
