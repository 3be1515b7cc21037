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
	open() openness
}

// openness says when a chance is in question: so many must come, of whom the
// share further counts.
type openness struct {
	from, to int64 // within reach, and all but certain
	further  share
	middle   int64   // about as likely as not
	steep    float64 // how fast its probit rises with the logarithm of the number, at the most
}

// hardly is a chance that is as good as none.
const hardly = 1e-10

// rateOf is the rate of a step.
func rateOf(s Step) rate {
	if s.uncertain() {
		u := newUncertainRate(s)
		return &u
	}
	return fixedRate(shareOf(s.effective()))
}

// fixedRate is a rate that is a number.
type fixedRate share

func (r fixedRate) chance(x int64, next outlook) float64 { return next.chance(share(r).of(x)) }

func (r fixedRate) atLeast(k int64, come counts) float64 { return come.passing(k, share(r)) }

// uncertainRate is the effective rate of a step, (1 − recovers) · r + recovers
// with r ~ Beta. It keeps the density of r on grids; it is not for concurrent
// use.
type uncertainRate struct {
	beta           betaDistribution
	recovers, lost float64 // lost is 1 − recovers
	grids          [finestGrid + 1]betaGrid
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
func (u *uncertainRate) effective(t float64) share {
	r, q := logistic(t)
	return share{u.recovers + u.lost*r, u.lost * q}
}

func (u *uncertainRate) chance(x int64, next outlook) float64 {
	o := next.open()
	low, begun := passing(x, o.from)
	_, high := passing(x, o.to)
	cuts := [3]float64{u.logit(low, o.further), u.logit(begun, o.further), u.logit(high, o.further)}
	come := float64(x) * o.further.p
	width := min(u.width(float64(o.from), come, o), u.width(float64(o.middle), come, o))
	return u.mean(cuts, width, func(e share) float64 { return next.chance(e.of(x)) })
}

func (u *uncertainRate) atLeast(k int64, come counts) float64 {
	low, begun := passing(come.most, k)
	_, high := passing(come.least, k)
	cuts := [3]float64{u.logit(low, everybody()), u.logit(begun, everybody()), u.logit(high, everybody())}
	o := come.open()
	width := min(u.width(float64(k), float64(come.most), o), u.width(float64(k), float64(o.middle), o))
	return u.mean(cuts, width, func(e share) float64 { return come.passing(k, e) })
}

// width is that of the rise of a chance over the logit of r, as a standard
// deviation, where so many of those who come must pass.
func (u *uncertainRate) width(pass, come float64, o openness) float64 {
	const within = 4 // standard deviations from the likeliest rate: others do not matter
	e := min(max(pass/come, math.SmallestNonzeroFloat64), 1)
	t := u.logit(logitOf(e, 1-e), everybody())
	t = min(max(t, u.beta.peak-within*u.beta.scale), u.beta.peak+within*u.beta.scale)
	r, q := logistic(t)
	e = u.recovers + u.lost*r
	chance := max(0, (1-e*o.further.p)/max(1, pass)) // variance of the number who go on, of its logarithm
	return math.Sqrt(chance+1/(o.steep*o.steep)) * e / (u.lost * r * q)
}

// mean over the rate of a chance that is none where the logit of r is below the
// first cut and 1 where it is above the last, and rises over a width.
func (u *uncertainRate) mean(cuts [3]float64, width float64, chance func(e share) float64) float64 {
	for i, cut := range cuts {
		cuts[i] = min(max(cut, u.beta.low), u.beta.high)
	}
	both := width * u.beta.scale / math.Hypot(width, u.beta.scale)
	for level := range u.grids {
		if step := u.beta.gridStep(level); step <= both {
			return u.meanOverGrid(level, cuts, chance)
		}
	}
	return u.meanOverCuts(cuts, chance)
}

// meanOverGrid is the mean by the trapezoid rule, which is all but exact where
// everything is smooth.
func (u *uncertainRate) meanOverGrid(level int, cuts [3]float64, chance func(e share) float64) float64 {
	g := &u.grids[level]
	if g.density == nil {
		*g = u.beta.grid(u.beta.gridStep(level))
	}
	from, to := g.index(cuts[0]), g.index(cuts[2])
	sum := g.above[to]
	for i := from; i < to; i++ {
		sum += g.density[i] * chance(u.effective(g.at(i)))
	}
	return min(1, sum*g.step)
}

// meanOverCuts is the mean by integrals over the rates that leave a chance open,
// and all of the probability of the rates above them. Up to the second cut it
// may rise abruptly, and from there on like a square root: where another rate
// heaps up at 1, as after 27 of 27, so does the chance at the first count that
// is enough.
func (u *uncertainRate) meanOverCuts(cuts [3]float64, chance func(e share) float64) float64 {
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
func (u *uncertainRate) logit(t float64, further share) float64 {
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
