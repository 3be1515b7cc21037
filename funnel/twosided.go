package funnel

import (
	"math"
	"math/big"
)

// twoSided is the p-value of the exact two-sided test of x seen of n against the
// rate, which b.p is the nearest float64 of: the probability of all counts that
// are no likelier than x. Counts as likely as x but for the last digits belong
// to them. R's binom.test is the same,
// https://stat.ethz.ch/R-manual/R-devel/library/stats/html/binom.test.html.
//
// Likelihood falls on both sides of the mean, so that where the counts of the
// other side begin is found by halving, and what they add up to by summing from
// there on: no term of it is taken from 1.
func (b binomial) twoSided(x int64, rate *big.Rat) float64 {
	mean := mul(rate, new(big.Rat).SetInt64(b.n))
	asLikely := b.pmf(x) * (1 + 1e-7)
	mirrored := int64(2*float64(b.n)*b.p) - x
	stride := 1 + int64(math.Sqrt(b.variance())/8)
	switch new(big.Rat).SetInt64(x).Cmp(mean) {
	case -1:
		beyond := leastBetween(ceil(mean).Int64()-1, b.n+1, mirrored, stride,
			func(k int64) bool { return b.pmf(k) <= asLikely })
		return min(1, b.lowerTail(x)+b.upperTail(beyond))
	case 1:
		within := leastBetween(-1, floor(mean).Int64()+1, mirrored, stride,
			func(k int64) bool { return b.pmf(k) > asLikely })
		return min(1, b.lowerTail(within-1)+b.upperTail(x))
	}
	return 1
}

// summedVariance is the variance up to which a tail is summed term by term, some
// ten standard deviations of them. Above, the Edgeworth series is closer than
// 1e-11.
const summedVariance = 1e8

// upperTail is P(X ≥ k) for a k not below the mean.
func (b binomial) upperTail(k int64) float64 {
	if b.variance() > summedVariance {
		return b.moments().atLeast(k)
	}
	return b.sumUp(k)
}

// lowerTail is P(X ≤ k) for a k not above the mean.
func (b binomial) lowerTail(k int64) float64 {
	if b.variance() > summedVariance {
		return 1 - b.moments().atLeast(k+1)
	}
	return b.sumDown(k)
}
