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

// moments are those of the k people and of the negative binomial number of
// others.
func (w waiting) moments() moments {
	p, q, k := w.e.p, w.e.q, float64(w.k)
	return moments{
		whole: w.k, mean: k * q / p,
		k2: k * q / (p * p), k3: k * q * (1 + q) / (p * p * p),
		k4: k * q * (1 + q*(4+q)) / (p * p * p * p),
		k5: k * q * (1 + q*(11+q*(11+q))) / (p * p * p * p * p),
	}
}

// reaches is the probability that it takes at least x people.
func (w waiting) reaches(x int64) float64 {
	if x <= w.k {
		return 1
	}
	return 1 - w.e.of(x-1).reaches(w.k)
}
