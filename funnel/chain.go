package funnel

import "math/big"

// Chain is the random side of one funnel, from its top to the stage S that it
// is judged by. Its stages are numbered from 0, the top, to len(Steps), which
// is S.
//
// Everybody who enters a stage goes on independently with the effective rate of
// the step; a rate that is uncertain is drawn once, for everybody. Rates of
// different steps are independent of one another.
type Chain struct {
	Steps []Step  // from each stage to the next, top first; the last one leads into S
	Base  []int64 // per stage, S included: entries that are there anyway, in progress or direct
}

// Step is the passage from one stage to the next. Of those who enter, the share
// e = r + (1 − r) · Recovers goes on.
type Step struct {
	Rate        *big.Rat // r, or its mean where it is uncertain; a fraction, 0 to 1
	Recovers    *big.Rat // a fraction, 0 to 1; nil is 0
	Alpha, Beta float64  // r ~ Beta(Alpha, Beta); both are 0 where r is fixed
}

// uncertain reports whether the effective rate is a distribution rather than a
// number: where follow-up brings everybody, it is 1.
func (s Step) uncertain() bool {
	return s.Alpha > 0 && s.Beta > 0 && (s.Recovers == nil || s.Recovers.Cmp(big.NewRat(1, 1)) < 0)
}

// effective is the share that goes on, at the mean rate where it is uncertain.
func (s Step) effective() *big.Rat { return effective(s.Rate, s.Recovers) }

// everybody reports whether all who enter are sure to go on.
func (s Step) everybody() bool { return !s.uncertain() && s.effective().Cmp(big.NewRat(1, 1)) >= 0 }

// bounds are the fewest and the most entries of S that arrivals[i] new entries at
// each stage i, on top of its Base, can come to.
func (c Chain) bounds(arrivals []int64) (least, most int64) {
	for i, base := range c.Base {
		here := together(arrivals[i], base)
		if i > 0 && !c.Steps[i-1].everybody() {
			least = 0
		}
		least, most = together(least, here), together(most, here)
	}
	return least, most
}

// Chance is P(entries of S ≥ target) when n new entries come in at stage.
// Stages above it are left out, with their Base; its own Base and that of the
// stages below are in. For several questions about one target see [Chain.Odds].
func (c Chain) Chance(stage int, n, target int64) float64 {
	return c.Odds(target).Chance(stage, n)
}

// Least is the least number n of new entries at stage with
// c.Chance(stage, n, target) ≥ γ. ok is false where it is above [MaxNeeded].
func (c Chain) Least(stage int, target int64, γ *big.Rat) (n int64, ok bool) {
	return c.Odds(target).Least(stage, γ)
}

// shares is, per stage, the share of its entries that reaches S at the mean
// rates: 1 for S itself.
func (c Chain) shares() []share {
	last := len(c.Steps)
	shares := make([]share, last+1)
	rate := big.NewRat(1, 1)
	shares[last] = shareOf(rate)
	for i := last - 1; i >= 0; i-- {
		rate = new(big.Rat).Mul(rate, c.Steps[i].effective())
		shares[i] = shareOf(rate)
	}
	return shares
}

// share is a share p of people and q = 1 − p, each as near as a float64 can be.
type share struct{ p, q float64 }

// everybody is the share of all.
func everybody() share { return share{1, 0} }

func shareOf(r *big.Rat) share {
	p, _ := r.Float64()
	q, _ := new(big.Rat).Sub(big.NewRat(1, 1), r).Float64()
	return share{p, q}
}

// of is how many of n people belong to the share.
func (s share) of(n int64) binomial { return binomial{n: n, p: s.p, q: s.q} }

// countLimit is what larger counts are cut to: beyond any plan, and small
// enough that the counts of fifty stages add up without overflow.
const countLimit = 1 << 56

// together is the sum of counts of people that cannot be negative, at most
// [countLimit].
func together(a, b int64) int64 {
	a, b = min(max(a, 0), countLimit), min(max(b, 0), countLimit)
	return min(a+b, countLimit)
}
