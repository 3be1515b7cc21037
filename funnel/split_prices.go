package funnel

import (
	"math/big"
	"slices"
)

// prices are the limits that bind a best split, with what one more unit of each
// brings.
func (s *division) prices(best []*big.Rat) []Limit {
	var list []Limit
	if s.left(best).Sign() == 0 {
		list = append(list, s.price(Limit{Kind: LimitBudget, Funnel: -1, Stage: -1, At: s.budget}, best))
	}
	for i := range s.funnels {
		f := &s.funnels[i]
		least := f.least(s)
		if least.Sign() > 0 && best[i].Cmp(least) == 0 {
			list = append(list, s.price(Limit{Kind: LimitMinShare, Funnel: i, Stage: -1, At: f.minShare}, best))
		}
		for _, b := range f.bounds(s) {
			if b.kind == LimitBudget || best[i].Cmp(b.most) != 0 {
				continue
			}
			list = append(list, s.price(Limit{Kind: b.kind, Funnel: i, Stage: b.stage, At: f.at(s, b)}, best))
		}
	}
	return list
}

// at is where a bound stands, in its own unit.
func (f *splitFunnel) at(s *division, b bound) *big.Rat {
	switch b.kind {
	case LimitMaxShare:
		return f.maxShare
	case LimitVolume:
		return f.volume
	case LimitMinShare:
		return f.minShare
	case LimitBudget:
		return s.budget
	case LimitCapacity:
	}
	for _, c := range f.capacities {
		if c.stage == b.stage {
			return c.more
		}
	}
	return nil
}

// unit is what one more of a limit is: a point of a share, else one.
func (k LimitKind) unit() *big.Rat {
	if k == LimitMinShare || k == LimitMaxShare {
		return big.NewRat(1, 100)
	}
	return big.NewRat(1, 1)
}

// price is what one more unit of a limit brings.
func (s *division) price(l Limit, best []*big.Rat) Limit {
	switch l.Kind {
	case LimitBudget:
		return s.priceOfBudget(l, best)
	case LimitMinShare:
		return s.priceOfLeast(l, best)
	case LimitCapacity, LimitVolume, LimitMaxShare:
	}
	return s.priceOfMost(l, best)
}

// priceOfMost is that of an upper bound of a funnel. One more entry is paid for with
// money that is left, or else that brings least elsewhere, up to where that is used
// up or another bound holds.
func (s *division) priceOfMost(l Limit, best []*big.Rat) Limit {
	f := &s.funnels[l.Funnel]
	unit := s.budget // in entries at the top
	switch l.Kind {
	case LimitMaxShare:
		unit = quo(mul(unit, l.Kind.unit()), f.cost)
	case LimitCapacity:
		unit = new(big.Rat).Inv(f.flowAt(l.Stage))
	default:
		unit = l.Kind.unit()
	}
	gain, money := f.ratio, s.left(best)
	if money.Sign() == 0 {
		var from *big.Rat
		for i := range s.funnels {
			from, money = s.funnels[i].gather(from, money, s.funnels[i].spare(s, best[i]), -1)
		}
		if from == nil || from.Cmp(f.ratio) >= 0 {
			return l.pricedAt(new(big.Rat), nil)
		}
		gain = sub(f.ratio, from)
	}
	for _, b := range f.bounds(s) {
		if b.kind == l.Kind && b.stage == l.Stage {
			continue
		}
		if room := mul(sub(b.most, best[l.Funnel]), f.cost); room.Cmp(money) < 0 {
			money = room
		}
	}
	if money.Sign() <= 0 { // another bound is just as tight
		return l.pricedAt(new(big.Rat), nil)
	}
	return l.pricedAt(mul(gain, mul(unit, f.cost)), quo(money, mul(unit, f.cost)))
}

// priceOfLeast is that of a least share: what a funnel may get less goes where it
// brings most.
func (s *division) priceOfLeast(l Limit, best []*big.Rat) Limit {
	f := &s.funnels[l.Funnel]
	unit := mul(s.budget, l.Kind.unit()) // in money
	var to *big.Rat
	room := new(big.Rat)
	for i := range s.funnels {
		most, _ := s.funnels[i].most(s)
		to, room = s.funnels[i].gather(to, room, mul(sub(most, best[i]), s.funnels[i].cost), 1)
	}
	if to == nil || to.Cmp(f.ratio) <= 0 {
		return l.pricedAt(new(big.Rat), nil)
	}
	return l.pricedAt(mul(sub(to, f.ratio), unit), quo(lesser(room, mul(best[l.Funnel], f.cost)), unit))
}

// gather adds the money of a funnel to that of others that bring as much, or takes
// its place where it brings more, with a sign of 1, or less, with -1.
func (f *splitFunnel) gather(ratio, sum, money *big.Rat, sign int) (gathered, together *big.Rat) {
	if money.Sign() <= 0 {
		return ratio, sum
	}
	switch {
	case ratio == nil || f.ratio.Cmp(ratio) == sign:
		return f.ratio, money
	case f.ratio.Cmp(ratio) == 0:
		return ratio, new(big.Rat).Add(sum, money)
	}
	return ratio, sum
}

// pricedAt is the limit with its price, which holds for ever where it is nothing.
func (l Limit) pricedAt(price, units *big.Rat) Limit {
	if l.OneMore = price; price.Sign() > 0 {
		l.Range = units
	}
	return l
}

// flowAt is how many of one entry at the top come to a stage.
func (f *splitFunnel) flowAt(stage int) *big.Rat {
	at := slices.IndexFunc(f.capacities, func(c splitCapacity) bool { return c.stage == stage })
	return f.capacities[at].flow
}

// priceOfBudget is found by solving again, since shares grow with the budget. The
// profit is a concave function of the budget, made of straight pieces: where the
// middle of a chord lies on it, it is straight along the chord.
func (s *division) priceOfBudget(l Limit, best []*big.Rat) Limit {
	const halvings, doublings = 40, 60
	now := s.profit(best)
	more := func(units *big.Rat) *big.Rat {
		larger := *s
		larger.budget = new(big.Rat).Add(s.budget, units)
		return sub(larger.best(), now)
	}
	reach := big.NewRat(1, 1)
	two := big.NewRat(2, 1)
	for range halvings {
		half := quo(reach, two)
		if mul(more(half), two).Cmp(more(reach)) == 0 {
			break
		}
		reach = half
	}
	l.OneMore = quo(more(reach), reach)
	straight := func(units *big.Rat) bool { return more(units).Cmp(mul(l.OneMore, units)) == 0 }
	for range doublings {
		further := mul(reach, two)
		if !straight(further) {
			l.Range, _, _ = end(further, reach, straight)
			return l
		}
		reach = further
	}
	return l
}

// best is the gross profit of the best split, found from the least of each funnel.
func (s *division) best() *big.Rat {
	x := make([]*big.Rat, len(s.funnels))
	for i := range x {
		x[i] = s.funnels[i].least(s)
	}
	return s.profit(s.exchange(x))
}
