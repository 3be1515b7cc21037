package funnel

import (
	"math"
	"math/big"
)

// Entries is the distribution of the entries of every stage, indexed as Base,
// when arrivals[i] new entries come in at stage i on top of its Base.
func (c Chain) Entries(arrivals []int64) []Distribution {
	entries := make([]Distribution, len(c.Base))
	var f flow
	for i := range entries {
		f.enter(c, i, arrivals[i])
		entries[i] = f.distribution()
	}
	return entries
}

// successes is the distribution of the entries of S alone.
func (c Chain) successes(arrivals []int64) Distribution {
	var f flow
	for i := range c.Base {
		f.enter(c, i, arrivals[i])
	}
	return f.distribution()
}

// flow is those who have come as far as one stage. As long as the rates are
// fixed they are groups, whose sum is one of binomials. From the first uncertain
// rate down, how many enter a stage follows from how many entered the one above.
type flow struct {
	groups []group
	come   *counts // nil as long as the rates are fixed
}

// enter takes those who are there on to a stage, where others arrive.
func (f *flow) enter(c Chain, stage int, arrivals int64) {
	if stage > 0 {
		f.pass(c.Steps[stage-1])
	}
	arrived := together(arrivals, c.Base[stage])
	if f.come != nil {
		*f.come = f.come.plus(arrived)
	} else if arrived > 0 {
		f.groups = append(f.groups, group{arrived, big.NewRat(1, 1)})
	}
}

func (f *flow) pass(s Step) {
	if f.come == nil && !s.uncertain() {
		f.groups = through(f.groups, s.effective())
		return
	}
	if f.come == nil {
		come := countsOf(sumOfGroups(f.groups))
		f.come = &come
	}
	passed := f.come.passed(s)
	f.come = &passed
}

func (f *flow) distribution() Distribution {
	if f.come == nil {
		return sumOfGroups(f.groups)
	}
	return f.come.distribution()
}

// group is n people of whom each has come this far with the chance rate.
type group struct {
	n    int64
	rate *big.Rat
}

// through is what is left of the groups after a step with a fixed rate.
func through(groups []group, rate *big.Rat) []group {
	left := make([]group, len(groups))
	for i, g := range groups {
		left[i] = group{g.n, new(big.Rat).Mul(g.rate, rate)}
	}
	return left
}

func sumOfGroups(groups []group) Distribution {
	sum := exactly(0)
	for _, g := range groups {
		sum = sum.plus(shareOf(g.rate).of(g.n))
	}
	return sum.distribution()
}

// passed is the number of those who pass a step. Like a chance, the probability
// that fewer than k pass is a curve that rises with k.
func (c counts) passed(s Step) counts {
	if c.most <= 0 {
		return sureCounts(0)
	}
	r := rateOf(s)
	typical := float64(c.sure)
	if c.fewer != nil {
		typical += float64(c.fewer.least(0.5))
	}
	start := toCount(math.Ceil(typical * shareOf(s.effective()).p))
	curve := newCurve(start, c.most+1, func(k int64) float64 { return 1 - r.atLeast(k, c) })
	return counts{fewer: curve, least: curve.from - 1, most: curve.to - 1}
}

// distribution whose probability of less than x the curve is.
func (c *curve) distribution() Distribution {
	const cells = 2048
	start, end := max(0, c.from-1), c.to // fewer than end is all but certain, and at least start
	half := (end - start) / cells / 2
	step := 2*half + 1                         // odd: a whole number of counts around each point
	start = end - (end-start+step-1)/step*step // no cell beyond the end, where counts may heap up
	d := Distribution{First: start + half, Step: step, exact: func(x int64) float64 { return 1 - c.at(x) }}
	below := 0.0
	for x := start + step; x < end; x += step {
		here := c.at(x)
		d.P = append(d.P, max(0, here-below))
		below = max(below, here)
	}
	d.P = append(d.P, 1-below)
	return d
}
