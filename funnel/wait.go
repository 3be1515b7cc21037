package funnel

import "math"

// wait is how long it takes from one stage to the next, in whole days: a fixed
// number of them, or log-normal and rounded to the nearest, or the sum of several
// such waits.
type wait struct {
	fixed     int64
	mean, dev float64 // of the logarithm of the days; dev is 0 where the wait is fixed
	longer    []float64
}

// z95 is the 95 % quantile of the standard normal distribution, R's qnorm(0.95).
const z95 = 1.6448536269514722

// waitOf is the wait of a lag, whose ends are the 5 % and 95 % quantiles.
func waitOf(l Lag) wait {
	if l.Low <= 0 || l.High <= l.Low {
		return wait{fixed: (l.Typical() + 12) / 24}
	}
	low, high := math.Log(float64(l.Low)/24), math.Log(float64(l.High)/24)
	return wait{mean: (low + high) / 2, dev: (high - low) / 2 / z95}
}

// within is the probability of a wait of at most so many days.
func (w wait) within(days int64) float64 {
	switch {
	case days < 0:
		return 0
	case w.longer != nil:
		return 1 - w.beyond(days)
	case w.dev == 0:
		return oneIf(days >= w.fixed)
	}
	z := (math.Log(float64(days)+0.5) - w.mean) / w.dev
	return math.Erfc(-z/math.Sqrt2) / 2
}

// beyond is the probability of a longer wait than so many days.
func (w wait) beyond(days int64) float64 {
	switch {
	case days < 0:
		return 1
	case w.longer != nil:
		return w.longer[min(days, int64(len(w.longer))-1)]
	case w.dev == 0:
		return oneIf(days < w.fixed)
	}
	z := (math.Log(float64(days)+0.5) - w.mean) / w.dev
	return math.Erfc(z/math.Sqrt2) / 2
}

// on is the probability of a wait of just so many days.
func (w wait) on(days int64) float64 {
	return math.Max(0, w.beyond(days-1)-w.beyond(days))
}

// longest is the number of days that 19 in 20 do not take longer than.
func (w wait) longest() int64 {
	days := int64(0)
	for w.beyond(days) > 0.05 {
		days++
	}
	return days
}

// then is the wait for both, one after the other. Both are taken as over after
// ten years.
func (w wait) then(o wait) wait {
	const never = 1e-12
	if w.dev == 0 && o.dev == 0 && w.longer == nil && o.longer == nil {
		return wait{fixed: w.fixed + o.fixed}
	}
	sum := wait{}
	for days := int64(0); days <= 3652; days++ {
		longer := w.beyond(days)
		for d := int64(0); d <= days; d++ {
			longer += w.on(d) * o.beyond(days-d)
		}
		sum.longer = append(sum.longer, longer)
		if longer < never {
			break
		}
	}
	sum.longer[len(sum.longer)-1] = 0
	return sum
}

// arrival says how likely it is to have come from one stage to another within
// 0, 1, 2, … days, those who go that far taken for all.
type arrival []float64

// before puts a wait before an arrival.
func (w wait) before(then arrival) arrival {
	sum := make(arrival, len(then))
	for days := range then {
		on := w.on(int64(days))
		if on == 0 {
			continue
		}
		for d := days; d < len(sum); d++ {
			sum[d] += on * then[d-days]
		}
	}
	return sum
}
