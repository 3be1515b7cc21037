package funnel

import "math"

// binomials is the sum of independent binomials and a fixed count. Up to
// [normalVariance] it is held count by count, above it by its moments.
type binomials struct {
	exact   Distribution // without points where the variance is above normalVariance
	moments moments
}

// exactly is the sum that is always k.
func exactly(k int64) binomials {
	return binomials{exact: certain(k), moments: moments{whole: k}}
}

// plus is the sum with one more binomial in it.
func (s binomials) plus(b binomial) binomials {
	sum := binomials{moments: s.moments.plus(b.moments())}
	if sum.moments.k2 <= normalVariance {
		sum.exact = s.exact.plus(b.distribution())
	}
	return sum
}

// atLeast is P(s + b ≥ k).
func (s binomials) atLeast(k int64, b binomial) float64 {
	switch {
	case k <= 0:
		return 1
	case s.moments.k2+b.variance() > normalVariance:
		return s.moments.plus(b.moments()).atLeast(k)
	case len(s.exact.P) == 1:
		return b.atLeast(k - s.exact.First)
	}
	return sumAtLeast(b.distribution(), s.exact, k)
}

// reaches is P(s + b ≥ k) to about 1e-7, at hardly any cost.
func (s binomials) reaches(k int64, b binomial) float64 {
	switch {
	case k <= 0:
		return 1
	case s.moments.k2+b.variance() > enoughForSeries:
		return s.moments.plus(b.moments()).atLeast(k)
	}
	return s.atLeast(k, b)
}

// sumAtLeast is P(x + y ≥ k) for independent counts, both held count by count:
// for each count of y the tail of x that it still takes, which only grows as
// the count of y does.
func sumAtLeast(x, y Distribution, k int64) float64 {
	var sum, tail float64
	next := len(x.P) // tail is that from x.P[next] on
	for j, p := range y.P {
		from := k - (y.First + int64(j)) - x.First
		for next > 0 && int64(next) > from {
			next--
			tail += x.P[next]
		}
		sum += p * tail
	}
	return min(1, sum)
}

// distribution is the sum count by count, or on a lattice where it is wide.
func (s binomials) distribution() Distribution {
	if len(s.exact.P) == 0 {
		return s.moments.distribution()
	}
	d := s.exact
	d.binomial = &s.moments
	return d
}

// span is between which counts the sum practically always lies.
func (s binomials) span() (low, high int64) {
	if d := s.exact; len(d.P) > 0 {
		return d.First, d.First + d.width()
	}
	middle, side := s.moments.span()
	return middle - side, middle + side
}

// span is a count in the middle and how far on both sides of it the count lies,
// but for a probability of 1e-17.
func (m moments) span() (middle, side int64) {
	const reach = 8.5 // standard deviations
	return m.whole + int64(math.Round(m.mean)), int64(math.Ceil(reach * math.Sqrt(m.k2)))
}

// distribution is that of a count of large variance, count by count or on a
// lattice of [manyPoints].
func (m moments) distribution() Distribution {
	middle, side := m.span()
	half := side / manyPoints
	step := 2*half + 1 // odd: a whole number of counts around each point
	d := Distribution{First: middle - side/step*step, Step: step, exact: m.atLeast, binomial: &m}
	above := 1.0
	for k := d.First; k <= middle+side; k += step {
		next := m.atLeast(k + half + 1)
		d.P = append(d.P, max(0, above-next))
		above = next
	}
	return d
}
