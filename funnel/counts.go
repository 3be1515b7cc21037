package funnel

import "math"

// counts is a number of people, not always the same, who come to a step: so many
// for sure and, where there is a curve, others.
type counts struct {
	sure        int64
	fewer       *curve // probability of fewer others than x; nil: there are none
	least, most int64  // all together
}

// sureCounts is a number of people that is always the same.
func sureCounts(n int64) counts { return counts{sure: n, least: n, most: n} }

// countsOf is a number of people with a distribution.
func countsOf(d Distribution) counts {
	if len(d.P) == 1 && d.Step == 1 {
		return sureCounts(d.First)
	}
	least, most := d.First-d.Step/2, d.First+d.width()+d.Step/2
	t := d.tails()
	c := newCurve(int64(math.Round(d.Mean())), most+1, func(x int64) float64 { return 1 - t.atLeast(x) })
	return counts{fewer: c, least: least, most: most}
}

// plus is n people more.
func (c counts) plus(n int64) counts {
	c.sure += n
	c.least += n
	c.most += n
	return c
}

// atLeast is the probability that k people come.
func (c counts) atLeast(k int64) float64 {
	if c.fewer == nil {
		return oneIf(c.sure >= k)
	}
	return 1 - c.fewer.at(k-c.sure)
}

// passing is the probability that at least k of the people belong to the share
// e: that it takes no more than all of them to find k.
func (c counts) passing(k int64, e share) float64 {
	switch {
	case k <= 0:
		return 1
	case e.p <= 0 || k > c.most:
		return 0
	case e.q <= 0:
		return c.atLeast(k)
	case c.fewer == nil:
		return e.of(c.sure).reaches(k)
	}
	needed := waiting{k, e}
	if float64(k)/e.p > 2*countLimit {
		return 0
	}
	return max(0, 1-c.fewer.mean(-c.sure, needed))
}

// open says how many come.
func (c counts) open() openness {
	if c.fewer == nil {
		return openness{middle: c.sure, further: everybody(), steep: math.Inf(1)}
	}
	o := c.fewer.open()
	o.middle += c.sure
	return o
}

// distribution of the counts, with some two thousand points.
func (c counts) distribution() Distribution {
	if c.fewer == nil {
		return certain(c.sure)
	}
	return c.fewer.distribution().plusCount(c.sure)
}
