package funnel

import "math"

// rate is the effective rate of a step.
type rate interface {
	// chance of the target when x people come to the step.
	chance(x int64, next outlook) float64
	// atLeast is the probability that at least k of those who come pass.
	atLeast(k int64, come counts) float64
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

func (r fixedRate) atLeast(k int64, come counts) float64 { return come.passing(k, share(r)) }

// uncertainRate is the effective rate of a step, (1 − recovers) · r + recovers
// with r ~ Beta. Means over it are integrals over the rates that leave a chance
// open, and all of the probability of the rates above them.
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

func (u uncertainRate) chance(x int64, next outlook) float64 {
	from, to, further := next.open()
	low, begun := passing(x, from)
	_, high := passing(x, to)
	cuts := [3]float64{u.logit(low, further), u.logit(begun, further), u.logit(high, further)}
	return u.mean(cuts, func(e share) float64 { return next.chance(e.of(x)) })
}

func (u uncertainRate) atLeast(k int64, come counts) float64 {
	low, begun := passing(come.most, k)
	_, high := passing(come.least, k)
	cuts := [3]float64{u.logit(low, everybody()), u.logit(begun, everybody()), u.logit(high, everybody())}
	return u.mean(cuts, func(e share) float64 { return come.passing(k, e) })
}

// mean over the rate of a chance that is none where the logit of r is below the
// first cut and 1 where it is above the last. Up to the second it may rise
// abruptly, and from there on like a square root: where another rate heaps up at
// 1, as after 27 of 27, so does the chance at the first count that is enough.
func (u uncertainRate) mean(cuts [3]float64, chance func(e share) float64) float64 {
	for i, cut := range cuts {
		cuts[i] = min(max(cut, u.beta.low), u.beta.high)
	}
	f := func(t float64) float64 { return u.beta.density(t) * chance(u.effective(t)) }
	return min(1, integral(cuts[0], cuts[1], f)+integralFromRoot(cuts[1], cuts[2], f)+u.beta.above(cuts[2]))
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
