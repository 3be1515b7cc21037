package funnel

import "math"

// crowd is a number of people that is binomial, or how many it takes until so
// many of them are found.
type crowd interface {
	moments() moments
	// reaches is P(X ≥ k), to about 1e-7.
	reaches(k int64) float64
	mode() int64
	pmf(k int64) float64
	// ratio is pmf(k + 1) / pmf(k).
	ratio(k int64) float64
}

// meeting is a curve and a crowd that comes to it, besides others who are there
// anyway. Its chance is the mean of the curve over the size of the crowd; or
// else, since a curve is the distribution of the number that is enough, the
// probability that the crowd is as many. Whichever of the two is narrow is taken
// apart, and over it the other one is smooth.
type meeting struct {
	curve  *curve
	others int64
	crowd  crowd
	m      moments
}

// mean of the curve over the size of a crowd, to about 1e-6.
func (c *curve) mean(others int64, people crowd) float64 {
	m := meeting{c, others, people, people.moments()}
	if m.m.k2 <= fewSizes {
		return m.bySize()
	}
	gentle, steep := m.steepness()
	skew := math.Abs(m.m.k3) / (m.m.k2 * math.Sqrt(m.m.k2))
	switch {
	case steep <= steepest && skew <= mostSkewed:
		return m.byMoments(steep)
	case m.m.k2 <= manySizes:
		return m.bySize()
	case c.to-c.from <= fewPlaces:
		return m.byEnough()
	case skew <= littleSkewed:
		return m.byQuantiles(gentle, m.m.above)
	}
	return m.byQuantiles(gentle, m.stepwise)
}

const (
	fewSizes  = 25  // variance of a crowd up to which every size is taken in any case
	manySizes = 100 // and up to which it is where the curve is steep
	fewPlaces = 64  // width of a curve up to which every number that is enough is taken

	// How skewed a crowd may be for its moments to describe it, well enough for a
	// mean over them or for each single probability.
	mostSkewed   = 0.4
	littleSkewed = 0.12
)

// light is the share of the peak at which the rest of a distribution does not
// count.
const light = 1e-9

// bySize sums over the sizes of the crowd.
func (m meeting) bySize() float64 {
	mode := m.crowd.mode()
	peak := m.crowd.pmf(mode)
	sum, weights := peak*m.curve.at(mode+m.others), peak
	for term, k := peak, mode; term > peak*light; k-- {
		term /= m.crowd.ratio(k - 1)
		sum += term * m.curve.at(k-1+m.others)
		weights += term
	}
	for term, k := peak, mode; term > peak*light; k++ {
		term *= m.crowd.ratio(k)
		sum += term * m.curve.at(k+1+m.others)
		weights += term
	}
	return sum / weights
}

// byEnough sums over the numbers that may be enough.
func (m meeting) byEnough() float64 {
	var sum, before float64
	for x := m.curve.from - 1; x <= m.curve.to; x++ {
		here := m.curve.at(x)
		sum += (here - before) * m.crowd.reaches(x-m.others)
		before = here
	}
	return sum
}

// byMoments is Gauss's rule for the normal distribution, its places moved by the
// Cornish–Fisher expansion
// (https://en.wikipedia.org/wiki/Cornish–Fisher_expansion) so that the third
// and fourth moments are right too.
func (m meeting) byMoments(steep float64) float64 {
	deviation := math.Sqrt(m.m.k2)
	skew, excess := m.m.k3/(m.m.k2*deviation), m.m.k4/(m.m.k2*m.m.k2)
	middle := float64(m.m.whole+m.others) + m.m.mean
	var sum float64
	for _, n := range gauss(steep) {
		z, z2 := n.z, n.z*n.z
		w := z + skew/6*(z2-1) + excess/24*z*(z2-3) - skew*skew/36*z*(2*z2-5)
		sum += n.weight * m.curve.value(middle+deviation*w)
	}
	return sum
}

// byQuantiles takes the mean over the number that is enough of the probability
// that a crowd reaches it; reaches takes fractions too.
func (m meeting) byQuantiles(gentle float64, reaches func(x float64) float64) float64 {
	atoms, nodes := m.curve.quantiles(gentle)
	var sum float64
	for _, a := range atoms {
		sum += a.weight * m.crowd.reaches(int64(a.x)-m.others)
	}
	for _, n := range nodes {
		sum += n.weight * reaches(n.x-float64(m.others))
	}
	return sum
}

// stepwise is P(X ≥ x) between whole numbers too, where the crowd is too skewed
// for its moments: its derivative is the probability of x, as a smooth function.
// Halfway between k − 1 and k that is nearly the probability of k or more.
func (m meeting) stepwise(x float64) float64 {
	half := math.Floor(x + 0.5)
	k, part := int64(half), x+0.5-half
	here, p := m.crowd.reaches(k), m.crowd.pmf(k)
	if p == 0 {
		return here
	}
	before, after := p/m.crowd.ratio(k-1), p*m.crowd.ratio(k)
	slope := (1-part)*(p-before) + part*(after-p)
	return cubic(part, here+before, here, here-p, here-p-after) - slope/24
}

// steepness is how much the probit of the curve rises over a standard deviation
// of the crowd, where its size is likely to be: at the least and at the most.
func (m meeting) steepness() (gentle, steep float64) {
	const around = 4 // standard deviations
	middle, side := float64(m.m.whole+m.others)+m.m.mean, math.Sqrt(m.m.k2)
	from, to := math.Log1p(max(0, middle-around*side)), math.Log1p(max(0, middle+around*side))
	scale := side / (1 + max(0, middle))
	gentle = math.Inf(1)
	for i := m.curve.interval(from); i < len(m.curve.pieces) && m.curve.points[i].t <= to; i++ {
		p := &m.curve.pieces[i]
		steep = max(steep, p.slope*scale)
		if p.high > -around && p.low < around {
			gentle = min(gentle, p.slope*scale)
		}
	}
	return gentle, steep
}

// node is a place on the axis of the normal distribution, or the count there,
// with its weight in a mean.
type node struct{ z, x, weight float64 }

// steepest is how steep a curve may be for Gauss's rule.
const steepest = 0.7

// gauss is the rule that does for a steepness, with an error below 1e-6: nodes
// and weights of Hermite's polynomials,
// https://en.wikipedia.org/wiki/Gauss–Hermite_quadrature.
func gauss(steep float64) []node {
	switch {
	case steep <= 0.15:
		return gauss3[:]
	case steep <= 0.4:
		return gauss5[:]
	}
	return gauss9[:]
}

var (
	gauss3 = [...]node{ //nolint:gochecknoglobals // a constant table
		{z: -1.7320508075688772, weight: 0.16666666666666666},
		{z: 0, weight: 0.6666666666666666},
		{z: 1.7320508075688772, weight: 0.16666666666666666},
	}
	gauss5 = [...]node{ //nolint:gochecknoglobals // a constant table
		{z: -2.8569700138728056, weight: 0.01125741132772069},
		{z: -1.355626179974266, weight: 0.22207592200561266},
		{z: 0, weight: 0.5333333333333333},
		{z: 1.355626179974266, weight: 0.22207592200561266},
		{z: 2.8569700138728056, weight: 0.01125741132772069},
	}
	gauss9 = [...]node{ //nolint:gochecknoglobals // a constant table
		{z: -4.512745863399783, weight: 2.2345844007746583e-05},
		{z: -3.20542900285647, weight: 0.002789141321231769},
		{z: -2.07684797867783, weight: 0.04991640676521787},
		{z: -1.0232556637891326, weight: 0.24409750289493945},
		{z: 0, weight: 0.40634920634920635},
		{z: 1.0232556637891326, weight: 0.24409750289493945},
		{z: 2.07684797867783, weight: 0.04991640676521787},
		{z: 3.20542900285647, weight: 0.002789141321231769},
		{z: 4.512745863399783, weight: 2.2345844007746583e-05},
	}
)
