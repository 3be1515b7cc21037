package funnel

import "math"

// lagShape is a kind of lag: the distribution of the logarithm of the days, moved
// to m and stretched by e^s.
type lagShape interface {
	// at gives the distribution of the standard kind at z: the probability to be
	// below and above, the density, and its derivative.
	at(z float64) (below, above, density, slope float64)
	// quantile of the standard kind.
	quantile(p float64) float64
}

// logNormal has a long tail: a few take very long. It is the lag of a plan.
type logNormal struct{}

func (logNormal) at(z float64) (below, above, density, slope float64) {
	density = math.Exp(-z*z/2) / math.Sqrt(2*math.Pi)
	return normal(z), normal(-z), density, -z * density
}

func (logNormal) quantile(p float64) float64 { return math.Sqrt2 * math.Erfinv(2*p-1) }

// weibull has a short tail: whoever has not gone on in time hardly will.
type weibull struct{}

func (weibull) at(z float64) (below, above, density, slope float64) {
	hazard := math.Exp(z)
	above = math.Exp(-hazard)
	density = hazard * above
	return -math.Expm1(-hazard), above, density, density * (1 - hazard)
}

func (weibull) quantile(p float64) float64 { return math.Log(-math.Log1p(-p)) }

// lag is the distribution of the days from entering one stage to entering the
// next.
type lag struct {
	shape      lagShape
	m, stretch float64 // stretch is e^−s
}

func newLag(shape lagShape, m, s float64) lag { return lag{shape, m, math.Exp(-s)} }

// quantile is in days.
func (l lag) quantile(p float64) float64 { return math.Exp(l.m + l.shape.quantile(p)/l.stretch) }

// jet is a value that depends on m and s, with its first and second derivatives.
type jet struct{ value, m, s, mm, ms, ss float64 }

// reach is what a lag says of a number of days between two dates: the probability
// that it takes no longer, and that it does. Both keep their digits.
type reach struct{ by, above jet }

// A file knows days, not hours. Two dates that are d days apart stand for d ± ½
// days, and somebody who entered d days ago has been watched for d + ½.
const halfADay = 0.5

// reach of a number of days; of less than 0 nothing was reached.
func (l lag) reach(days int32) reach {
	if days < 0 {
		return reach{above: jet{value: 1}}
	}
	return l.reachLog(math.Log(float64(days) + halfADay))
}

// reachLog is the same of the logarithm of days.
func (l lag) reachLog(log float64) reach {
	stretch := l.stretch
	z := (log - l.m) * stretch
	below, above, density, slope := l.shape.at(z)
	m, s := density*stretch, z*density
	mm, ms, ss := slope*stretch*stretch, (z*slope+density)*stretch, z*(density+z*slope)
	return reach{jet{below, -m, -s, mm, ms, ss}, jet{above, m, s, -mm, -ms, -ss}}
}

// between is the probability of days of which the logarithms are given.
func (l lag) between(from, to float64) jet {
	after := l.reachLog(to)
	if math.IsInf(from, -1) {
		return after.by
	}
	before := l.reachLog(from)
	if after.by.value < after.above.value {
		return after.by.minus(before.by)
	}
	return before.above.minus(after.above)
}

func (j jet) minus(k jet) jet {
	return jet{j.value - k.value, j.m - k.m, j.s - k.s, j.mm - k.mm, j.ms - k.ms, j.ss - k.ss}
}

// smallest is a probability that stands for none where its logarithm is asked for.
const smallest = 1e-300

// log is the logarithm of a probability.
func (j jet) log() jet {
	p := max(j.value, smallest)
	m, s := j.m/p, j.s/p
	return jet{math.Log(p), m, s, j.mm/p - m*m, j.ms/p - m*s, j.ss/p - s*s}
}
