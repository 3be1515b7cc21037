package funnel

import (
	"math"
)

// rate is the effective rate of a step.
type rate interface {
	// chance of the target when x people come to the step.
	chance(x int64, next outlook) float64
}

// outlook is what those who pass a step still have before them.
type outlook interface {
	// chance of the target when b pass the step.
	chance(b binomial) float64
	// open says when the target is in question: the share further of those who
	// pass must come to at least from for it to be within reach, and to at
	// least to for it to be certain, but for chances that are as good as none.
	open() (from, to int64, further share)
}

// hardly is a chance that is as good as none.
const hardly = 1e-10

// rateOf is the rate of a step.
func rateOf(s Step) rate {
	if s.uncertain() {
		return newUncertainRate(s)
	}
	return fixedRate(shareOf(s.effective()))
}

// fixedRate is a rate that is a number.
type fixedRate share

func (r fixedRate) chance(x int64, next outlook) float64 { return next.chance(share(r).of(x)) }

// uncertainRate is the effective rate of a step, (1 − recovers) · r + recovers
// with r ~ Beta.
type uncertainRate struct {
	beta           betaDistribution
	recovers, lost float64 // lost is 1 − recovers
}

func newUncertainRate(s Step) uncertainRate {
	u := uncertainRate{beta: newBeta(s.Alpha, s.Beta), lost: 1}
	if s.Recovers != nil {
		recovers := shareOf(s.Recovers)
		u.recovers, u.lost = recovers.p, recovers.q
	}
	return u
}

// effective is the share that goes on when the logit of r is t.
func (u uncertainRate) effective(t float64) share {
	r, q := logistic(t)
	return share{u.recovers + u.lost*r, u.lost * q}
}

// chance is an integral over the rates that leave the target open, and all of
// the probability of the rates above them.
func (u uncertainRate) chance(x int64, next outlook) float64 {
	from, to, further := next.open()
	low, high := u.logits(x, from, to, further)
	low, high = math.Max(low, u.beta.low), math.Min(high, u.beta.high)
	open := integral(low, high, func(t float64) float64 {
		return u.beta.density(t) * next.chance(u.effective(t).of(x))
	})
	return min(1, open+u.beta.above(math.Max(low, high)))
}

// logits are those of the rates r with which, of x people, it is open whether
// from or even to of them pass the step and then belong to the share further:
// with a lower rate hardly anything brings from, with a higher one to is all but
// certain.
func (u uncertainRate) logits(x, from, to int64, further share) (low, high float64) {
	low, _ = passing(x, from)
	_, high = passing(x, to)
	return u.logit(low, further), u.logit(high, further)
}

// passing are the logits of the chances p with which it is open whether at least
// k of x people pass: by Chernoff's bound
// (https://en.wikipedia.org/wiki/Chernoff_bound, additive form) the probability
// is below [hardly] with a chance below low, and as near to 1 with one above
// high.
func passing(x, k int64) (low, high float64) {
	switch {
	case k <= 0:
		return math.Inf(-1), math.Inf(-1)
	case k > x:
		return math.Inf(1), math.Inf(1)
	}
	// At least k is more than k − ½, which keeps both parameters above 0.
	return logitsAround(float64(k)-0.5, float64(x-k)+0.5, -math.Log(hardly))
}

// logit of the rate r with which the share e · further has the logit t; infinite
// where no r is low or high enough.
func (u uncertainRate) logit(t float64, further share) float64 {
	p, q := logistic(t)
	e, rest := p/further.p, (q-further.q)/further.p
	switch {
	case p <= 0 || e <= u.recovers:
		return math.Inf(-1)
	case rest <= 0:
		return math.Inf(1)
	}
	return logitOf(e-u.recovers, rest)
}
