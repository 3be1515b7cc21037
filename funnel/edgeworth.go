package funnel

import "math"

// normalVariance is the variance above which a sum of binomials is taken from
// its moments rather than term by term. The Edgeworth series that
// [moments.atLeast] uses is off by at most 2e-11 there, and by less above.
const normalVariance = 20_000

// moments are the mean and the cumulants of second to fifth order of a count,
// which add up where independent counts do. The mean is whole + mean: a count of
// 10¹⁵ less a few failures keeps its digits that way.
type moments struct {
	whole                int64
	mean, k2, k3, k4, k5 float64
}

// moments of a binomial: https://en.wikipedia.org/wiki/Binomial_distribution.
func (b binomial) moments() moments {
	pq := b.p * b.q
	v, skew := float64(b.n)*pq, b.q-b.p
	m := moments{mean: float64(b.n) * b.p, k2: v, k3: v * skew, k4: v * (1 - 6*pq), k5: v * skew * (1 - 12*pq)}
	if b.q < b.p {
		m.whole, m.mean = b.n, -float64(b.n)*b.q
	}
	return m
}

// plus is the moments of the sum of two independent counts.
func (m moments) plus(o moments) moments {
	return moments{
		whole: m.whole + o.whole, mean: m.mean + o.mean,
		k2: m.k2 + o.k2, k3: m.k3 + o.k3, k4: m.k4 + o.k4, k5: m.k5 + o.k5,
	}
}

// atLeast is P(X ≥ k) by the Edgeworth series to its third order
// (https://en.wikipedia.org/wiki/Edgeworth_series), taken half-way between k − 1
// and k. That X has whole numbers only is made up for by Sheppard's correction:
// the cumulants of a uniform between −½ and ½ are taken off those of X.
// J. E. Kolassa and P. McCullagh, "Edgeworth Series for Lattice Distributions",
// Annals of Statistics 18 (1990).
func (m moments) atLeast(k int64) float64 {
	x := float64(k-m.whole) - 0.5
	m.k2 -= 1. / 12
	m.k4 += 1. / 120
	return m.series(x)
}

// above is the integral of the probabilities, as a smooth function, from x on.
func (m moments) above(x float64) float64 { return m.series(x - float64(m.whole)) }

// series is the Edgeworth series for the probability above x, with whole taken
// off it.
func (m moments) series(x float64) float64 {
	s2 := m.k2
	s := math.Sqrt(s2)
	l3, l4, l5 := m.k3/(s2*s), m.k4/(s2*s2), m.k5/(s2*s2*s)
	z := (x - m.mean) / s
	density := math.Exp(-z*z/2) / math.Sqrt(2*math.Pi)
	if density == 0 {
		return oneIf(z < 0) // the terms may overflow, the answer does not
	}
	z2 := z * z
	he2 := z2 - 1 // Hermite polynomials
	he3 := z * (z2 - 3)
	he4 := (z2-6)*z2 + 3
	he5 := z * ((z2-10)*z2 + 15)
	he6 := ((z2-15)*z2+45)*z2 - 15
	he8 := (((z2-28)*z2+210)*z2-420)*z2 + 105
	terms := l3/6*he2 +
		l4/24*he3 + l3*l3/72*he5 +
		l5/120*he4 + l3*l4/144*he6 + l3*l3*l3/1296*he8
	return min(1, max(0, math.Erfc(z/math.Sqrt2)/2+density*terms))
}
