package funnel

import "math/big"

// Entries is the distribution of the entries of every stage, indexed as Base,
// when arrivals[i] new entries come in at stage i on top of its Base.
//
// As long as the rates are fixed these are sums of binomials. From the first
// uncertain one down, the distribution of each stage follows from that of the
// stage above alone.
func (c Chain) Entries(arrivals []int64) []Distribution {
	entries := make([]Distribution, len(c.Base))
	var groups []group
	var come counts
	fixed := true
	for i := range entries {
		arrived := together(arrivals[i], c.Base[i])
		fixed = fixed && (i == 0 || !c.Steps[i-1].uncertain())
		if !fixed {
			come = passed(rateOf(c.Steps[i-1]), come).plus(arrived)
			entries[i] = come.Distribution
			continue
		}
		groups = append(groups, group{arrived, big.NewRat(1, 1)})
		entries[i] = sumOfGroups(groups)
		come = countsOf(entries[i])
		if i < len(c.Steps) {
			groups = through(groups, c.Steps[i].effective())
		}
	}
	return entries
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

// passed is the number of those who pass a step to which come come. Like a
// chance, the probability that fewer than k pass is a curve that rises with k.
func passed(r rate, come counts) counts {
	if come.most <= 0 {
		return countsOf(certain(0))
	}
	c := newCurve(come.most/4, come.most+1, func(k int64) float64 { return 1 - r.atLeast(k, come) })
	passed := countsOf(c.distribution())
	passed.least, passed.most = c.from-1, c.to-1
	return passed
}

// distribution whose probability of less than x the curve is.
func (c *curve) distribution() Distribution {
	const cells = 2048
	start, end := max(0, c.from-1), c.to // fewer than end is all but certain, and at least start
	half := (end - start) / cells / 2
	step := 2*half + 1 // odd: a whole number of counts around each point
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
