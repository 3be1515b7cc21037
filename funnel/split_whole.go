package funnel

import (
	"math/big"
	"slices"
)

// ownEntries are what the plan's own split pays for: each funnel its budget, as far
// as people can handle it and there is so much to be had.
func (s *division) ownEntries() []*big.Int {
	own := make([]*big.Int, len(s.funnels))
	for i := range s.funnels {
		f := &s.funnels[i]
		most := f.entriesFor(s.plan.Funnels[i].Budget)
		for _, b := range f.bounds(s) {
			if b.kind != LimitMaxShare && b.most.Cmp(most) < 0 {
				most = b.most
			}
		}
		own[i] = floor(most)
		if own[i].Sign() < 0 {
			own[i].SetInt64(0)
		}
	}
	return own
}

// allows reports whether whole entries are within all limits.
func (s *division) allows(n []*big.Int) bool {
	x := asRats(n)
	for i := range s.funnels {
		f := &s.funnels[i]
		if most, _ := f.most(s); x[i].Cmp(most) > 0 || x[i].Cmp(f.least(s)) < 0 {
			return false
		}
	}
	return s.left(x).Sign() >= 0
}

// wholeEntries rounds the best split to whole entries that are within all limits: up
// to the least of each funnel, down elsewhere, with what is left spent where it brings
// most. Where the budget does not pay for rounding up, a least share is missed by
// less than one entry.
func (s *division) wholeEntries(best []*big.Rat) []*big.Int {
	order := s.byRatio()
	n, left := make([]*big.Int, len(best)), s.left(best)
	move := func(i int, to *big.Int) {
		left.Sub(left, mul(sub(ratOf(to), ratOf(n[i])), s.funnels[i].cost))
		n[i] = to
	}
	least := make([]*big.Int, len(best))
	for i := range best {
		most, _ := s.funnels[i].most(s)
		n[i], least[i] = floor(best[i]), ceil(s.funnels[i].least(s))
		left.Add(left, mul(sub(best[i], ratOf(n[i])), s.funnels[i].cost))
		if ratOf(least[i]).Cmp(most) > 0 {
			least[i] = n[i]
		}
		if n[i].Cmp(least[i]) < 0 {
			move(i, least[i])
		}
	}
	for k := len(order) - 1; k >= 0 && left.Sign() < 0; k-- { // less where it brings least
		i := order[k]
		fewer := new(big.Int).Sub(n[i], ceil(quo(new(big.Rat).Neg(left), s.funnels[i].cost)))
		if fewer.Cmp(least[i]) < 0 {
			fewer = least[i]
		}
		move(i, fewer)
	}
	for k := len(order) - 1; k >= 0 && left.Sign() < 0; k-- {
		if i := order[k]; n[i].Cmp(floor(best[i])) > 0 {
			move(i, floor(best[i]))
		}
	}
	for _, i := range order {
		f := &s.funnels[i]
		most, _ := f.most(s)
		if more := floor(lesser(sub(most, ratOf(n[i])), quo(left, f.cost))); more.Sign() > 0 {
			move(i, new(big.Int).Add(n[i], more))
		}
	}
	return n
}

// byRatio are the funnels in the order of what one of the currency brings, the most
// first.
func (s *division) byRatio() []int {
	order := make([]int, len(s.funnels))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return s.funnels[b].ratio.Cmp(s.funnels[a].ratio) })
	return order
}

func asRats(n []*big.Int) []*big.Rat {
	x := make([]*big.Rat, len(n))
	for i := range n {
		x[i] = ratOf(n[i])
	}
	return x
}
