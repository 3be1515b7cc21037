package funnel

import (
	"math/big"
	"slices"
)

// pairs is a sum in two halves, of each of which every amount is known: to
// reach a target, an amount of the one takes what is missing of the other. In
// units, counted from base on.
type pairs struct {
	unit, base  *big.Rat
	left, right []atom    // ascending
	tails       []float64 // probability of right[i] and all above it
}

// atom is an amount, in units, and its probability.
type atom struct {
	amount wide
	p      float64
}

// lost is the probability that adding a part to a half may lose.
const lost = 1e-13

// pairsOf adds every part to the half that has fewer amounts, those with many
// points first. ok is false where a half would have more than most of them.
func pairsOf(parts []part, most int) (p *pairs, ok bool) {
	p = &pairs{unit: unitOf(parts), base: new(big.Rat)}
	p.left, p.right = []atom{{p: 1}}, []atom{{p: 1}}
	parts = slices.Clone(parts)
	slices.SortStableFunc(parts, func(a, b part) int { return len(b.entries.P) - len(a.entries.P) })
	highest := new(big.Int)
	for _, part := range parts {
		step := quo(part.step(), p.unit).Num()
		each, fits := wideOf(step)
		highest.Add(highest, new(big.Int).Mul(step, big.NewInt(int64(len(part.entries.P)))))
		if _, sumFits := wideOf(highest); !fits || !sumFits {
			return nil, false
		}
		half := &p.left
		if len(p.right) < len(p.left) {
			half = &p.right
		}
		if *half, ok = combined(*half, each, part.entries.P, most); !ok {
			return nil, false
		}
		p.base.Add(p.base, part.first())
	}
	p.tails = make([]float64, len(p.right)+1)
	for i := len(p.right) - 1; i >= 0; i-- {
		p.tails[i] = p.tails[i+1] + p.right[i].p
	}
	return p, true
}

// combined is the atoms of the sum of an amount and j times each with the
// probability p[j].
func combined(atoms []atom, each wide, p []float64, most int) (sums []atom, ok bool) {
	const (
		alike = 4  // times as many may be found before those alike are merged
		light = 16 // and so many before those of hardly any probability are left out
	)
	if len(atoms)*len(p) > light*most {
		return nil, false
	}
	negligible := lost / float64(len(atoms)*len(p))
	var at wide
	for _, q := range p {
		for _, a := range atoms {
			if a.p*q >= negligible {
				sums = append(sums, atom{a.amount.plus(at), a.p * q})
			}
		}
		if len(sums) > alike*most {
			return nil, false
		}
		at = at.plus(each)
	}
	slices.SortFunc(sums, func(a, b atom) int { return a.amount.compare(b.amount) })
	merged := sums[:0]
	for _, a := range sums {
		if n := len(merged); n > 0 && a.amount == merged[n-1].amount {
			merged[n-1].p += a.p
		} else {
			merged = append(merged, a)
		}
	}
	return merged, len(merged) <= most
}

func (p *pairs) atLeast(x *big.Rat) (chance, doubt float64) {
	target := ceil(quo(sub(x, p.base), p.unit))
	if target.Sign() <= 0 {
		return 1, 0
	}
	if w, ok := wideOf(target); ok {
		return p.reach(w), 0
	}
	return 0, 0
}

// reach is the probability of so many units or more.
func (p *pairs) reach(target wide) float64 {
	var sum float64
	enough := len(p.right) // from here on, the right half has what is missing
	for _, a := range p.left {
		missing := target.minus(a.amount)
		for enough > 0 && p.right[enough-1].amount.compare(missing) >= 0 {
			enough--
		}
		sum += a.p * p.tails[enough]
	}
	return min(1, sum)
}

func (p *pairs) quantile(chance float64) *big.Rat {
	low, high := wide{high: -1, low: ^uint64(0)}, p.left[len(p.left)-1].amount.plus(p.right[len(p.right)-1].amount)
	for { // P(amount ≤ low) is below chance, P(amount ≤ high) is not
		middle := low.plus(high).half()
		if middle == low {
			x := mul(p.unit, ratOf(high.int()))
			return x.Add(x, p.base)
		}
		if 1-p.reach(middle.plus(wide{low: 1})) >= chance-justShort {
			high = middle
		} else {
			low = middle
		}
	}
}
