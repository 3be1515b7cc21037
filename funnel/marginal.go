package funnel

import (
	"math"
	"sort"
)

// marginal is the distribution of one quantity that a forecast is not sure of,
// held on a grid of even steps of t, a scale on which its density is smooth: the
// logit of a rate, the logarithm of a pace.
type marginal struct {
	first, step float64
	mass        []float64 // of the cells from one point of the grid to the next, added up; the last is 1
	density     []float64 // at the points, of a step, so that the mean of both ends is a cell's mass
}

// marginalCells is enough for a linear interpolation between the points to be
// right to about 1e-5 of a standard deviation.
const marginalCells = 256

// exactlyAt is the marginal of what is known.
func exactlyAt(t float64) marginal { return marginal{first: t} }

// newMarginal is the distribution with a density of which the logarithm is given,
// but for a constant, and which has one peak. t is somewhere near it, and scale
// about how wide it is.
func newMarginal(t, scale float64, logDensity func(t float64) float64) marginal {
	peak := highest(t, scale, logDensity)
	top := logDensity(peak)
	low, high := around(peak, scale, func(t float64) bool { return top-logDensity(t) > negligibleFall })
	m := marginal{first: low, step: (high - low) / marginalCells}
	m.density = make([]float64, marginalCells+1)
	m.mass = make([]float64, marginalCells+1)
	for i := range m.density {
		m.density[i] = math.Exp(logDensity(m.at(i)) - top)
	}
	var sum float64
	for i := range marginalCells {
		sum += m.cell(i)
		m.mass[i+1] = sum
	}
	for i := range m.density {
		m.density[i] /= sum
		m.mass[i] /= sum
	}
	return m
}

// cell is the mass between a point and the next, that under the cubic through the
// four points around.
func (m *marginal) cell(i int) float64 {
	a, b := m.density[i], m.density[i+1]
	before, after := 0.0, 0.0
	if i > 0 {
		before = m.density[i-1]
	}
	if i+2 < len(m.density) {
		after = m.density[i+2]
	}
	return math.Max(0, (13*(a+b)-before-after)/24)
}

// highest looks for the peak: uphill in strides that double, then by thirds of
// what is left.
func highest(t, stride float64, f func(t float64) float64) float64 {
	if f(t-stride) > f(t) {
		stride = -stride
	}
	low := t - stride
	for range 60 {
		if f(t+stride) <= f(t) {
			break
		}
		low, t = t, t+stride
		stride *= 2
	}
	high := t + stride
	for range 60 {
		a, b := low+(high-low)/3, high-(high-low)/3
		if f(a) < f(b) {
			low = a
		} else {
			high = b
		}
	}
	return (low + high) / 2
}

// around are the nearest places on both sides of a peak that are out.
func around(peak, scale float64, out func(t float64) bool) (low, high float64) {
	away := func(direction float64) float64 {
		within, beyond := 0.0, scale
		for !out(peak+direction*beyond) && beyond < 700 { // e^±700 is about what a float64 holds
			within, beyond = beyond, beyond*2
		}
		for range 20 {
			if middle := (within + beyond) / 2; out(peak + direction*middle) {
				beyond = middle
			} else {
				within = middle
			}
		}
		return peak + direction*beyond
	}
	return away(-1), away(1)
}

// points is the number of points of the grid.
func (m *marginal) points() int { return max(1, len(m.mass)) }

// at is the t of a point of the grid.
func (m *marginal) at(i int) float64 { return m.first + float64(i)*m.step }

// place is where on the grid the quantile p is, in points. Within a cell the
// density is linear.
func (m *marginal) place(p float64) float64 {
	if len(m.mass) == 0 {
		return 0
	}
	i := min(max(sort.SearchFloat64s(m.mass, p), 1), len(m.mass)-1) - 1
	a, b := m.density[i], m.density[i+1]
	left := max(0, p-m.mass[i])
	if here := m.mass[i+1] - m.mass[i]; here > 0 {
		left *= (a + b) / 2 / here
	}
	// left = a·x + (b − a)·x²/2, solved so that nothing cancels.
	root := math.Sqrt(max(0, a*a+2*(b-a)*left))
	if a+root <= 0 {
		return float64(i)
	}
	return float64(i) + min(1, 2*left/(a+root))
}

// quantile is the t that is below with probability p.
func (m *marginal) quantile(p float64) float64 { return m.first + m.place(p)*m.step }

// mean of a function of t.
func (m *marginal) mean(f func(t float64) float64) float64 {
	if len(m.density) == 0 {
		return f(m.first)
	}
	var sum float64
	for i, d := range m.density {
		if i == 0 || i == len(m.density)-1 {
			d /= 2
		}
		sum += d * f(m.at(i))
	}
	return sum
}
