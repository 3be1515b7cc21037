package funnel

import "gonum.org/v1/gonum/mathext"

// jeffreys is the 90 % interval of a rate of which x in n were seen: from the
// 5 % to the 95 % quantile of Beta(x + ½, n − x + ½), but from 0 where nobody
// went on, and to 1 where everybody did. L. D. Brown, T. T. Cai and A. DasGupta,
// "Interval Estimation for a Binomial Proportion", Statistical Science 16 (2001).
func jeffreys(x, n int64) (low, high float64) {
	a, b := float64(x)+0.5, float64(n-x)+0.5
	low, high = 0, 1
	if x > 0 {
		low = betaQuantile(a, b, rangeLow)
	}
	if x < n {
		high = betaQuantile(a, b, rangeHigh)
	}
	return low, high
}

// betaQuantile is the p quantile of Beta(a, b), to 1e-11. Up to a + b of a
// thousand million gonum's is as close to R's qbeta; above, and slowly, the
// quantile is found by halving.
func betaQuantile(a, b, p float64) float64 {
	const many = 1e9
	if a+b <= many {
		return mathext.InvRegIncBeta(a, b, p)
	}
	d := newBeta(a, b)
	low, high := d.low, d.high
	for range 50 {
		if middle := (low + high) / 2; d.below(middle) < p {
			low = middle
		} else {
			high = middle
		}
	}
	rate, _ := logistic((low + high) / 2)
	return rate
}
