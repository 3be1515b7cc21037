package funnel

import "math"

// MaxNeeded is the largest number of new entries that [Odds.Least] looks at.
const MaxNeeded = 10_000_000

// Odds says how likely a chain is to reach one target, and how many new entries
// make it how likely. It keeps what several answers share; it is not for
// concurrent use.
type Odds struct {
	chain  Chain
	target int64
	fixed  int         // the first stage below which all rates are fixed
	shares []share     // per stage
	below  []binomials // per stage from fixed − 1 on: the entries of S from the Base of the stages below it
}

// Odds prepares the answers about one target, a number of entries of S.
func (c Chain) Odds(target int64) *Odds {
	last := len(c.Steps)
	o := &Odds{chain: c, target: target, fixed: last, shares: c.shares(), below: make([]binomials, last+1)}
	o.below[last] = exactly(0)
	for i := last - 1; i >= 0; i-- {
		entered := o.shares[i+1].of(together(0, c.Base[i+1]))
		o.below[i] = o.below[i+1].plus(entered)
		if c.Steps[i].uncertain() {
			break
		}
		o.fixed = i
	}
	return o
}

// Chance is P(entries of S ≥ target) when n new entries come in at stage.
func (o *Odds) Chance(stage int, n int64) float64 {
	return o.chance(stage, together(n, o.chain.Base[stage]))
}

// chance is P(entries of S ≥ target) when x entries come in at stage, Base and
// all.
func (o *Odds) chance(stage int, x int64) float64 {
	return o.below[stage].atLeast(o.target, o.shares[stage].of(x))
}

// Least is the least number of new entries at stage with a chance of gamma or
// more. ok is false where it is above [MaxNeeded].
func (o *Odds) Least(stage int, gamma float64) (n int64, ok bool) {
	enough := func(n int64) bool { return o.Chance(stage, n) >= gamma }
	if enough(0) {
		return 0, true
	}
	if !enough(MaxNeeded) {
		return 0, false
	}
	return leastBetween(0, MaxNeeded, o.neededOnAverage(stage), enough), true
}

// neededOnAverage is the number of new entries at stage with which the expected
// entries of S are the target: about where chances are even.
func (o *Odds) neededOnAverage(stage int) int64 {
	missing := float64(o.target)
	for i := stage; i <= len(o.chain.Steps); i++ {
		missing -= float64(o.chain.Base[i]) * o.shares[i].p
	}
	return int64(math.Max(0, math.Min(MaxNeeded, missing/o.shares[stage].p)))
}

// leastBetween is the least n in (low, high] with enough(n), where enough(low)
// is false, enough(high) is true and enough is monotone. It is quick where n is
// near the guess: it strides away from it until n is between two strides, then
// halves.
func leastBetween(low, high, guess int64, enough func(int64) bool) int64 {
	for stride := 1 + guess/16; guess > low && guess < high; stride *= 2 {
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
