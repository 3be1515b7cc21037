package funnel

import (
	"math"
	"math/big"

	"gonum.org/v1/gonum/mathext"
)

// stepRate is the effective rate e of a step as a forecast takes it: what the
// plan says of it, and what happened to those who came.
//
// Of those who came, each one who went on makes e as likely as e is, and one who has
// not gone on after a while, the probability of that, 1 − e F: not all who go on
// have done so by then.
type stepRate struct {
	prior    Prior
	recovers float64
	seen     evidence
	rate     marginal // of the logit of the rate, without those whom follow-up recovers
}

// Prior is what the plan says of a rate before anything has happened, as a
// Beta distribution; a rate that is certain, 0 % or 100 %, has none.
type Prior struct {
	Alpha, Beta float64
	Counted     bool // it is a plain number, which counts as so many observations
}

// evidence is what is known of those who came to a step, as far as it tells its
// rate. Of those who have not gone on it is known for how long that has been so;
// some are known to be lost.
type evidence struct {
	gone float64
	rest []stillOpen // who have not gone on, the lost among them
	lost float64
}

func seenNothing() evidence { return evidence{} }

// stillOpen is n people after a time in which the share left of those who go on
// has not done so yet, and the share lost of all is known never to.
type stillOpen struct{ n, left, lost float64 }

// of is the share of all who came that is still there, with the effective rate e:
// who goes on later, and who does not but is not known to be lost. At least some
// always are: leads that somebody forgot to close.
func (s stillOpen) of(e float64) float64 {
	const forgotten = 0.05
	return e*s.left + math.Max(forgotten*(1-e), 1-e-s.lost)
}

// DefaultPrior is the number of observations that a plain rate counts as.
const DefaultPrior = 30

// priorOf is that of a rate. One that is certain keeps its value.
func priorOf(r Rate, observations int64) Prior {
	if r.Uncertain() {
		return Prior{Alpha: r.Alpha, Beta: r.Beta}
	}
	n := float64(observations)
	share := shareOf(r.Value)
	return Prior{Alpha: n * share.p, Beta: n * share.q, Counted: true}
}

// newStepRate works out what is known of the rate from one stage to the next that
// the data speak of, over all stages in between.
func newStepRate(over []Stage, observations int64, seen evidence) stepRate {
	r := stepRate{prior: priorOf(over[0].Rate, observations), seen: seen}
	if over[0].Recovers != nil {
		r.recovers = shareOf(over[0].Recovers).p
	}
	for i := range over[1:] {
		then := newStepRate(over[i+1:i+2], observations, seenNothing())
		r.prior, r.recovers = r.both(then), 0
	}
	if r.certain() {
		r.rate = exactlyAt(math.Inf(1))
		return r
	}
	scale := 1 / math.Sqrt(r.prior.Alpha/(r.prior.Alpha+r.prior.Beta)*r.prior.Beta)
	r.rate = newMarginal(logitOf(r.prior.Alpha, r.prior.Beta), scale, r.logDensity)
	return r
}

// both is about the distribution of a rate times another: the Beta with the mean
// and variance of the product.
func (r *stepRate) both(o stepRate) Prior {
	mean, square := 1.0, 1.0
	for _, s := range []*stepRate{r, &o} {
		if s.certain() {
			continue
		}
		n := s.prior.Alpha + s.prior.Beta
		m := s.prior.Alpha / n
		v := (1 - s.recovers) * (1 - s.recovers) * m * (1 - m) / (n + 1)
		m = s.recovers + (1-s.recovers)*m
		mean *= m
		square *= m*m + v
	}
	counted := r.prior.Counted && o.prior.Counted
	if mean >= 1 {
		return Prior{Alpha: 1, Counted: counted}
	}
	n := mean*(1-mean)/(square-mean*mean) - 1
	return Prior{Alpha: n * mean, Beta: n * (1 - mean), Counted: counted}
}

// certain reports whether everybody goes on.
func (r *stepRate) certain() bool { return r.prior.Beta <= 0 || r.recovers >= 1 }

// effective is e at a logit of the rate.
func (r *stepRate) effective(t float64) float64 {
	rate, _ := logistic(t)
	return r.recovers + (1-r.recovers)*rate
}

// logDensity of the logit t of the rate, but for a constant.
func (r *stepRate) logDensity(t float64) float64 {
	rate, rest := logistic(t)
	e, lost := r.recovers+(1-r.recovers)*rate, (1-r.recovers)*rest
	sum := -r.prior.Alpha*math.Log1p(math.Exp(-t)) - r.prior.Beta*math.Log1p(math.Exp(t))
	if t < -700 || t > 700 {
		return math.Inf(-1)
	}
	if r.seen.gone > 0 {
		sum += r.seen.gone * math.Log(e)
	}
	for _, s := range r.seen.rest {
		sum += s.n * math.Log(e*s.left+lost)
	}
	return sum + r.seen.roomForLost(e, lost)
}

// roomForLost is the logarithm of the probability that as many are known to be
// lost as are, of those who have not gone on. How soon the lost are known is not;
// all shares of them are taken as equally likely, from none to the whole 1 − e of
// those who never go on. Of the others who have not gone on yet, none can be lost.
func (s *evidence) roomForLost(e, never float64) float64 {
	if s.lost <= 0 {
		return 0
	}
	var n, left float64
	for _, r := range s.rest {
		n += r.n
		left += r.n * r.left
	}
	share := never / (never + e*left/n)
	return math.Log(math.Max(math.SmallestNonzeroFloat64, mathext.RegIncBeta(s.lost+1, math.Max(0, n-s.lost)+1, share)))
}

// mean of the effective rate.
func (r *stepRate) mean() float64 { return r.rate.mean(r.effective) }

// quantile of the effective rate.
func (r *stepRate) quantile(p float64) float64 { return r.effective(r.rate.quantile(p)) }

// paceOf is the distribution of the logarithm of a pace after n have come in a
// part of the time that the pace is of: Gamma(n, part), which has the actual pace
// as its mean. Nobody counts as half of one: that none came is no proof that none
// will.
func paceOf(n int64, part float64) marginal {
	shape := math.Max(0.5, float64(n))
	peak := math.Log(shape)
	m := newMarginal(peak, 1/math.Sqrt(shape), func(t float64) float64 { return shape*(t-peak+1) - math.Exp(t) })
	m.first -= math.Log(part)
	return m
}

// ratOfFloat is a float as it is shown: rounded, since processors differ in the
// last bits.
func ratOfFloat(x float64, decimals int) *big.Rat {
	scale := math.Pow10(decimals)
	rounded := new(big.Rat).SetFloat64(math.Round(x * scale))
	if rounded == nil {
		return new(big.Rat)
	}
	return rounded.Quo(rounded, new(big.Rat).SetFloat64(scale))
}
