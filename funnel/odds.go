package funnel

import (
	"math"
	"math/big"
)

// MaxNeeded is the largest number of new entries that [Odds.Least] looks at.
const MaxNeeded = 10_000_000

// Odds says how likely a chain is to reach one target, and how many new entries
// make it how likely. It keeps what several answers share; it is not for
// concurrent use.
//
// Below the last uncertain rate the chances are sums of binomials. From there
// up, the chance with x entries of a stage is the mean, over the rate of the
// step and the number who pass it, of the chance at the next stage: each stage's
// chances become a curve for the stage above.
type Odds struct {
	chain  Chain
	target int64
	fixed  int         // the first stage below which all rates are fixed
	shares []share     // per stage: of its entries, those who reach S at the mean rates
	below  []binomials // per stage from fixed − 1 on: entries of S out of the Base of the stages below it
	rates  []rate      // per step above fixed
	curves []*curve    // per stage above fixed; nil until asked for
}

// Odds prepares the answers about one target, a number of entries of S.
func (c Chain) Odds(target int64) *Odds {
	last := len(c.Steps)
	o := &Odds{chain: c, target: target, fixed: last, shares: c.shares(), below: make([]binomials, last+1)}
	o.below[last] = exactly(0)
	for i := last - 1; i >= 0; i-- {
		others := o.shares[i+1].of(together(0, c.Base[i+1]))
		o.below[i] = o.below[i+1].plus(others)
		if c.Steps[i].uncertain() {
			break
		}
		o.fixed = i
	}
	for _, step := range c.Steps[:o.fixed] {
		o.rates = append(o.rates, rateOf(step))
	}
	o.curves = make([]*curve, o.fixed)
	return o
}

// Chance is P(entries of S ≥ target) when n new entries come in at stage: 0 and
// 1 only where that cannot happen, or must.
func (o *Odds) Chance(stage int, n int64) float64 {
	from := Chain{Steps: o.chain.Steps[stage:], Base: o.chain.Base[stage:]}
	arrivals := make([]int64, len(from.Base))
	arrivals[0] = n
	switch least, most := from.bounds(arrivals); {
	case o.target <= least:
		return 1
	case o.target > most:
		return 0
	}
	return open(o.chance(stage, together(n, o.chain.Base[stage])))
}

// chance is P(entries of S ≥ target) with x entries of stage, Base and all.
func (o *Odds) chance(stage int, x int64) float64 {
	switch {
	case o.target <= o.chain.Base[len(o.chain.Steps)]:
		return 1
	case o.target > o.most(stage, x):
		return 0
	case stage >= o.fixed:
		return o.below[stage].atLeast(o.target, o.shares[stage].of(x))
	}
	return o.rates[stage].chance(x, o.outlook(stage+1))
}

// most is the number of entries of S when everybody goes on.
func (o *Odds) most(stage int, x int64) int64 {
	for _, base := range o.chain.Base[stage+1:] {
		x = together(x, base)
	}
	return x
}

// outlook of those who come into stage from above.
func (o *Odds) outlook(stage int) outlook {
	if stage >= o.fixed {
		return fixedOutlook{o.target, o.below[stage-1], o.shares[stage]}
	}
	return curveOutlook{o.curve(stage), together(0, o.chain.Base[stage])}
}

// curve is the chance by the entries of a stage above fixed.
func (o *Odds) curve(stage int) *curve {
	if o.curves[stage] == nil {
		start := together(o.neededOnAverage(stage), o.chain.Base[stage])
		least := max(0, o.target-o.most(stage, 0))
		o.curves[stage] = newCurve(start, least, func(x int64) float64 { return o.chance(stage, x) })
	}
	return o.curves[stage]
}

// Least is the least number of new entries at stage with a chance of γ or more.
// ok is false where it is above [MaxNeeded].
func (o *Odds) Least(stage int, γ *big.Rat) (n int64, ok bool) {
	found, ok := o.search(stage, γ)
	return found.n, ok
}

// found is the least number of entries that is enough, with the chance of it and
// that of one less.
type found struct {
	n           int64
	with, fewer float64
}

// search looks for the least number. The last numbers that it tries on either
// side are it, and one less.
func (o *Odds) search(stage int, γ *big.Rat) (f found, ok bool) {
	sure := confidenceOf(γ)
	enough := func(n int64) bool {
		chance := o.Chance(stage, n)
		if o.reaches(stage, n, chance, sure) {
			f.n, f.with = n, chance
			return true
		}
		f.fewer = chance
		return false
	}
	if enough(0) {
		return f, true
	}
	if !enough(MaxNeeded) {
		return found{}, false
	}
	guess, stride := o.neededOnAverage(stage), int64(1)
	if stage >= o.fixed {
		stride += guess / 16
	} else {
		guess = o.curve(stage).least(sure.about) - together(0, o.chain.Base[stage])
	}
	leastBetween(0, MaxNeeded, guess, stride, enough)
	return f, true
}

// neededOnAverage is the number of new entries at stage with which the expected
// entries of S are the target: about where chances are even.
func (o *Odds) neededOnAverage(stage int) int64 {
	missing := float64(o.target)
	for i := stage; i <= len(o.chain.Steps); i++ {
		missing -= float64(o.chain.Base[i]) * o.shares[i].p
	}
	return toCount(math.Max(0, missing/o.shares[stage].p))
}

// leastBetween is the least n in (low, high] with enough(n), where enough(low)
// is false, enough(high) is true and enough is monotone. From the guess it takes
// ever longer strides until n is between two of them, then halves.
func leastBetween(low, high, guess, stride int64, enough func(int64) bool) int64 {
	for ; guess > low && guess < high; stride *= 2 {
		if enough(guess) {
			high = guess
			guess -= stride
		} else {
			low = guess
			guess += stride
		}
	}
	for high-low > 1 {
		if middle := low + (high-low)/2; enough(middle) {
			high = middle
		} else {
			low = middle
		}
	}
	return high
}

// fixedOutlook is that of those who have but fixed rates before them: the share
// further of them reaches S, besides the others who do.
type fixedOutlook struct {
	target  int64
	others  binomials
	further share
}

func (f fixedOutlook) chance(b binomial) float64 {
	further := binomial{n: b.n, p: b.p * f.further.p, q: b.q + b.p*f.further.q}
	return f.others.reaches(f.target, further)
}

func (f fixedOutlook) open() openness {
	low, high := f.others.span()
	return openness{
		from: f.target - high, to: f.target - low, further: f.further,
		middle: f.target - low/2 - high/2, steep: math.Inf(1),
	}
}

// curveOutlook is that of those who have uncertain rates before them: the
// curve of the stage they come into, where base entries are already.
type curveOutlook struct {
	curve *curve
	base  int64
}

func (c curveOutlook) chance(b binomial) float64 {
	switch {
	case b.n <= 0 || b.p <= 0:
		return c.curve.at(c.base)
	case b.q <= 0:
		return c.curve.at(b.n + c.base)
	}
	return c.curve.mean(c.base, b)
}

func (c curveOutlook) open() openness {
	o := c.curve.open()
	o.from, o.to, o.middle = o.from-c.base, o.to-c.base, o.middle-c.base
	return o
}
