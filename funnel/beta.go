package funnel

import (
	"errors"
	"fmt"
	"math"

	"gonum.org/v1/gonum/integrate/quad"
)

// ErrRangeTooWide says that a range of rates is so wide that the Beta
// distribution with these quantiles heaps up at 0 or at 1 instead of having a
// most likely rate in between: one of its parameters is below 1.
var ErrRangeTooWide = errors.New("range too wide for a rate")

// FitBeta is the Beta distribution whose 5 % and 95 % quantiles are low and
// high, 0 < low < high < 1, to about 1e-9 in both. It fails with
// [ErrRangeTooWide].
func FitBeta(low, high float64) (alpha, beta float64, err error) {
	if !(0 < low && low < high && high < 1) {
		return 0, 0, fmt.Errorf("range %g..%g is not within 0 and 1", low, high)
	}
	if tooWide(low, high) {
		return 0, 0, fmt.Errorf("range %g..%g: %w", low, high, ErrRangeTooWide)
	}
	fit := betaFit{low: logitOf(low, 1-low), high: logitOf(high, 1-high)}
	return fit.solve()
}

// outside is the probability on either side of a range.
const outside = 0.05

// tooWide compares the range with the widest ones: Beta(1, β), whose
// distribution function is 1 − (1 − x)^β, with this low end, and Beta(α, 1),
// with x^α, with this high end.
func tooWide(low, high float64) bool {
	β := math.Log1p(-outside) / math.Log1p(-low)
	highest := -math.Expm1(math.Log(outside) / β)
	α := math.Log1p(-outside) / math.Log(high)
	lowest := math.Exp(math.Log(outside) / α)
	return high > highest || low < lowest
}

// betaFit looks for the Beta with given 5 % and 95 % quantiles, both as
// logits: for the logit of its mean and the logarithm of its concentration
// α + β, since the quantiles move with the one and apart with the other.
type betaFit struct{ low, high float64 }

// betaGuess is a Beta by the logit of its mean and log(α + β).
type betaGuess struct{ mean, concentration float64 }

func (g betaGuess) distribution() betaDistribution {
	m, q := logistic(g.mean)
	ν := math.Exp(g.concentration)
	return newBeta(m*ν, q*ν)
}

// solve improves on the Beta that would have the quantiles if its logit were
// normal for as long as it can.
func (f betaFit) solve() (alpha, beta float64, err error) {
	guess := f.start()
	missed := f.misses(guess)
	for range 100 {
		next, m, better := f.improve(guess, missed)
		if !better {
			break
		}
		guess, missed = next, m
	}
	d := guess.distribution()
	if !(missed.size() < 1e-10) {
		return 0, 0, fmt.Errorf("no Beta found for the range, nearest %g, %g", d.a, d.b)
	}
	return d.a, d.b, nil
}

// improve is a step of Newton's method, or a shorter one in the same direction
// where the whole does not help.
func (f betaFit) improve(g betaGuess, at miss) (next betaGuess, missed miss, better bool) {
	const exact, shortest = 1e-14, 1e-4
	if at.size() < exact {
		return g, at, false
	}
	step := f.newton(g, at)
	for share := 1.0; share > shortest; share /= 2 {
		next = betaGuess{g.mean + share*step.mean, g.concentration + share*step.concentration}
		if missed = f.misses(next); missed.size() < at.size() {
			return next, missed, true
		}
	}
	return g, at, false
}

// start has the logit's mean in the middle of the range and, of its standard
// deviation 1 / √((α + β)·m·(1 − m)), 1.645 on either side.
func (f betaFit) start() betaGuess {
	const z95 = 1.6448536269514722
	mean := (f.low + f.high) / 2
	m, q := logistic(mean)
	deviation := (f.high - f.low) / 2 / z95
	return betaGuess{mean, -2*math.Log(deviation) - math.Log(m*q)}
}

// miss is how far the probabilities below low and above high are from 5 %, as
// logarithms of their ratios to it.
type miss struct{ low, high float64 }

func (m miss) size() float64 { return math.Abs(m.low) + math.Abs(m.high) }

func (f betaFit) misses(g betaGuess) miss {
	d := g.distribution()
	return miss{math.Log(d.below(f.low) / outside), math.Log(d.above(f.high) / outside)}
}

// newton is the step to where the misses would be 0 if they were linear.
func (f betaFit) newton(g betaGuess, at miss) betaGuess {
	const h = 1e-6
	byMean := f.misses(betaGuess{g.mean + h, g.concentration})
	byConcentration := f.misses(betaGuess{g.mean, g.concentration + h})
	a, b := (byMean.low-at.low)/h, (byConcentration.low-at.low)/h
	c, d := (byMean.high-at.high)/h, (byConcentration.high-at.high)/h
	determinant := a*d - b*c
	return betaGuess{
		mean:          (b*at.high - d*at.low) / determinant,
		concentration: (c*at.low - a*at.high) / determinant,
	}
}

// betaDistribution is Beta(a, b), taken as a distribution of the logit
// t = log(r / (1 − r)) of the rate r: there its density is smooth and falls off
// exponentially on both sides, even where that of r is infinite at 1.
type betaDistribution struct {
	a, b      float64
	factor    float64 // of the density
	peak      float64 // the likeliest logit
	scale     float64 // standard deviation of the logit, as it is near the peak
	low, high float64 // logits between which all but some 1e-12 of it lies
}

// newBeta takes a and b as above 0.
func newBeta(a, b float64) betaDistribution {
	d := betaDistribution{a: a, b: b, peak: logitOf(a, b), scale: 1 / math.Sqrt(a/(a+b)*b)}
	d.factor = math.Sqrt(a/(a+b)*b/(2*math.Pi)) * math.Exp(gammaError(a+b)-gammaError(a)-gammaError(b))
	d.low, d.high = logitsAround(a, b, negligibleFall)
	return d
}

// negligibleFall is how far the density has fallen where the rest of it does not
// count: e^-28 is 1e-12.
const negligibleFall = 28

// density of the logit t, r^a · (1 − r)^b / B(a, b), in Loader's form, which does
// not lose digits at a large a + b.
func (d betaDistribution) density(t float64) float64 {
	r, q := logistic(t)
	return d.factor * math.Exp(-fall(d.a, d.b, r, q))
}

// fall is the logarithm by which r^a · q^b, with q = 1 − r, is below its largest
// value, at r = a / (a + b).
func fall(a, b, r, q float64) float64 { return deviance(a, (a+b)*r) + deviance(b, (a+b)*q) }

// logitsAround are the logits on both sides of a / (a + b) at which r^a · q^b has
// fallen by the factor e^−least or a little more.
func logitsAround(a, b, least float64) (low, high float64) {
	peak, scale := logitOf(a, b), 1/math.Sqrt(a/(a+b)*b)
	away := func(direction float64) float64 {
		gone := func(distance float64) bool {
			r, q := logistic(peak + direction*distance)
			return fall(a, b, r, q) > least
		}
		within, beyond := 0.0, scale
		for !gone(beyond) && beyond < 700 { // e^±700 is about what a float64 holds
			within, beyond = beyond, beyond*2
		}
		for range 8 {
			if middle := (within + beyond) / 2; gone(middle) {
				beyond = middle
			} else {
				within = middle
			}
		}
		return peak + direction*beyond
	}
	return away(-1), away(1)
}

// above is the probability of a logit above t, below that of one below t.
func (d betaDistribution) above(t float64) float64 {
	return integral(math.Max(t, d.low), d.high, d.density)
}

func (d betaDistribution) below(t float64) float64 {
	return integral(d.low, math.Min(t, d.high), d.density)
}

// gammaError is log Γ(x) less Stirling's formula for it,
// (x − ½)·log x − x + ½·log 2π.
func gammaError(x float64) float64 {
	if x > 16 {
		return stirlingSeries(x)
	}
	value, _ := math.Lgamma(x)
	return value - ((x-0.5)*math.Log(x) - x + math.Log(2*math.Pi)/2)
}

// logitOf is log(r / q), with q = 1 − r.
func logitOf(r, q float64) float64 { return math.Log(r / q) }

// logistic is the rate r of a logit, and 1 − r.
func logistic(t float64) (r, q float64) {
	e := math.Exp(-math.Abs(t))
	r, q = 1/(1+e), e/(1+e)
	if t < 0 {
		return q, r
	}
	return r, q
}

// integral of f from low to high, 0 where high is not above low. f is taken as
// smooth at the scale of an eighth of the range, or of 1 if that is less.
func integral(low, high float64, f func(float64) float64) float64 {
	const widest, points = 8, 32
	if !(low < high) {
		return 0
	}
	panels := math.Ceil((high - low) / widest)
	width := (high - low) / panels
	var sum float64
	for i := range int(panels) {
		from := low + float64(i)*width
		sum += quad.Fixed(f, from, from+width, points, quad.Legendre{}, 0)
	}
	return sum
}

// integralFromRoot is integral for an f that may begin at low like a square
// root: over the root of the distance from low it is smooth again.
func integralFromRoot(low, high float64, f func(float64) float64) float64 {
	const widest, points = 6, 40
	if !(low < high) {
		return 0
	}
	end := math.Min(high, low+widest)
	byRoot := func(u float64) float64 { return 2 * u * f(low+u*u) }
	return quad.Fixed(byRoot, 0, math.Sqrt(end-low), points, quad.Legendre{}, 0) + integral(end, high, f)
}
