package funnel

import "math"

// waiting is the number of people it takes until k of them belong to the share
// e: negative binomial (https://en.wikipedia.org/wiki/Negative_binomial_distribution),
// counting everybody. k is 1 or more, and e is neither 0 nor 1. At least k of x
// belong to the share exactly when it takes at most x people.
type waiting struct {
	k int64
	e share
}

func (w waiting) pmf(x int64) float64 { return w.e.p * w.e.of(x-1).pmf(w.k-1) }

func (w waiting) ratio(x int64) float64 {
	if x < w.k {
		return math.Inf(1)
	}
	return float64(x) * w.e.q / float64(x+1-w.k)
}

func (w waiting) mode() int64 { return w.k + toCount(float64(w.k-1)*w.e.q/w.e.p) }

func (w waiting) variance() float64 { return float64(w.k) * w.e.q / w.e.p / w.e.p }

// atMost is the probability that x people are enough.
func (w waiting) atMost(x int64) float64 { return exactly(0).atLeast(w.k, w.e.of(x)) }
