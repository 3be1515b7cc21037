package funnel

import "math/big"

// Entries is the distribution of the entries of every stage, indexed as Base,
// when new[i] new entries come in at stage i on top of its Base.
func (c Chain) Entries(new []int64) []Distribution {
	entries := make([]Distribution, len(c.Base))
	var groups []group
	for i := range entries {
		groups = append(groups, group{together(new[i], c.Base[i]), big.NewRat(1, 1)})
		entries[i] = sumOfGroups(groups)
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
