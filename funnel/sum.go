package funnel

import (
	"math"
	"math/big"
	"slices"
)

// Sum is the distribution of Σ worth · X over independent funnels, X being the
// entries of a funnel's stage S and worth the money that one of them brings.
type Sum struct {
	amounts amounts
	slack   *big.Rat // how far amounts may be off, where entries are held in lumps
}

// amounts is the distribution of an amount of money.
type amounts interface {
	// atLeast is P(amount ≥ x), and how far off that may be.
	atLeast(x *big.Rat) (chance, doubt float64)
	// quantile is the least amount x with P(amount ≤ x) ≥ p.
	quantile(p float64) *big.Rat
}

// justShort is how far below a probability one counts as that: sums of floats are
// not off by more.
const justShort = 1e-11

// SumOf is the sum over funnels with the distributions ds, an entry of ds[i]
// being worth worth[i]; what is not worth more than 0 is left out.
//
// Funnels of equal worth are added count by count. Others are added amount by
// amount, in whole numbers of the largest unit that divides them all: as a list of
// the amounts in two halves as long as there are not too many of them, and put
// together from its frequencies beyond that.
func SumOf(ds []Distribution, worth []*big.Rat) Sum {
	parts := partsOf(ds, worth)
	s := Sum{slack: new(big.Rat)}
	for _, p := range parts {
		s.slack.Add(s.slack, p.slack())
	}
	if len(parts) == 0 {
		parts = []part{{big.NewRat(1, 1), certain(0)}}
	}
	if len(parts) == 1 {
		s.amounts = multiples{parts[0], parts[0].entries.tails()}
		s.slack.SetInt64(0) // its tails are known between the lumps too
		return s
	}
	s.amounts = amountsOf(parts)
	return s
}

// amountsOf takes the ways to add parts up in the order of their costs; all but
// the last are exact.
func amountsOf(parts []part) amounts {
	const (
		few  = 1 << 16 // amounts to list
		many = 1 << 20
	)
	if pairs, ok := pairsOf(parts, few); ok {
		return pairs
	}
	sum, unit := weightedOf(parts), unitOf(parts)
	if waves, ok := sum.wavesOn(unit, cellsFor(parts)); ok {
		return waves
	}
	if pairs, ok := pairsOf(parts, many); ok {
		return pairs
	}
	for i := range parts {
		parts[i].entries = parts[i].entries.thinned()
	}
	return weightedOf(parts).roundedWaves(cellsFor(parts))
}

// AtLeast is P(Σ worth · X ≥ x). doubt is how far off it may be because amounts
// had to be rounded; it is 0 where none was.
func (s Sum) AtLeast(x *big.Rat) (chance, doubt float64) {
	chance, doubt = s.amounts.atLeast(x)
	if s.slack.Sign() > 0 {
		less, _ := s.amounts.atLeast(new(big.Rat).Sub(x, s.slack))
		more, _ := s.amounts.atLeast(new(big.Rat).Add(x, s.slack))
		doubt += max(less-chance, chance-more)
	}
	return chance, doubt
}

// Quantile is the least amount x with P(Σ worth · X ≤ x) ≥ p.
func (s Sum) Quantile(p float64) *big.Rat { return s.amounts.quantile(p) }

// part is the entries of all funnels of one worth.
type part struct {
	worth   *big.Rat
	entries Distribution
}

// partsOf groups the funnels by worth, in ascending order.
func partsOf(ds []Distribution, worth []*big.Rat) []part {
	var parts []part
	for i, d := range ds {
		if worth[i].Sign() > 0 {
			parts = append(parts, part{worth[i], d})
		}
	}
	slices.SortStableFunc(parts, func(a, b part) int { return a.worth.Cmp(b.worth) })
	var grouped []part
	for _, p := range parts {
		if n := len(grouped); n > 0 && grouped[n-1].worth.Cmp(p.worth) == 0 {
			grouped[n-1].entries = grouped[n-1].entries.plus(p.entries)
		} else {
			grouped = append(grouped, p)
		}
	}
	return grouped
}

// slack is how far off an amount may be because entries of fixed rates are held
// in lumps. Where rates are uncertain a lump is far less than the doubt anyway.
func (p part) slack() *big.Rat {
	if p.entries.binomial == nil {
		return new(big.Rat)
	}
	return new(big.Rat).Mul(p.worth, big.NewRat(p.entries.Step/2, 1))
}

// step is the money from one point of the entries to the next.
func (p part) step() *big.Rat {
	return new(big.Rat).Mul(p.worth, new(big.Rat).SetInt64(p.entries.Step))
}

// first is the money at the first point of the entries.
func (p part) first() *big.Rat {
	return new(big.Rat).Mul(p.worth, new(big.Rat).SetInt64(p.entries.First))
}

// unitOf is the largest amount that the steps of all parts are multiples of.
func unitOf(parts []part) *big.Rat {
	unit := new(big.Rat)
	for _, p := range parts {
		unit = commonUnit(unit, p.step())
	}
	return unit
}

// commonUnit is the largest rational that both a and b are multiples of.
func commonUnit(a, b *big.Rat) *big.Rat {
	left, right := new(big.Int).Mul(a.Num(), b.Denom()), new(big.Int).Mul(b.Num(), a.Denom())
	return new(big.Rat).SetFrac(left.GCD(nil, nil, left, right), new(big.Int).Mul(a.Denom(), b.Denom()))
}

// multiples is the sum where there is but one worth.
type multiples struct {
	part
	tails tails
}

func (m multiples) atLeast(x *big.Rat) (chance, doubt float64) {
	k := ceil(quo(x, m.worth))
	switch {
	case k.IsInt64():
		return m.tails.atLeast(k.Int64()), 0
	case k.Sign() < 0:
		return 1, 0
	}
	return 0, 0
}

func (m multiples) quantile(p float64) *big.Rat {
	return mul(m.worth, new(big.Rat).SetInt64(m.entries.Quantile(p)))
}

// toCount is a whole float as a count, cut to what an int64 holds with room.
func toCount(x float64) int64 {
	return int64(math.Max(-countLimit, math.Min(countLimit, x)))
}
