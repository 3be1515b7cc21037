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

// loosened is the programme with so many units more of a limit; of a least share
// with so many less.
func (s *division) loosened(l Limit, units *big.Rat) *division {
	by := mul(units, l.Kind.unit())
	loose := *s
	loose.funnels = slices.Clone(s.funnels)
	if l.Kind == LimitBudget {
		loose.budget = new(big.Rat).Add(s.budget, by)
		return &loose
	}
	f := &loose.funnels[l.Funnel]
	switch l.Kind {
	case LimitMaxShare:
		f.maxShare = new(big.Rat).Add(f.maxShare, by)
	case LimitMinShare:
		if f.minShare = sub(f.minShare, by); f.minShare.Sign() < 0 {
			f.minShare = new(big.Rat)
		}
	case LimitVolume:
		f.volume = new(big.Rat).Add(f.volume, by)
	default:
		f.capacities = slices.Clone(f.capacities)
		for j := range f.capacities {
			if f.capacities[j].stage == l.Stage {
				f.capacities[j].more = new(big.Rat).Add(f.capacities[j].more, by)
			}
		}
	}
	return &loose
}

// best is the gross profit of the best split, found from the least of each funnel.
func (s *division) best() *big.Rat {
	x := make([]*big.Rat, len(s.funnels))
	for i := range x {
		x[i] = s.funnels[i].least(s)
	}
	return s.profit(s.exchange(x))
}

// price is what one more unit of a limit brings, found by solving again. The profit
// is a concave function of the limit, made of straight pieces: where the middle of a
// chord lies on it, it is straight along the chord.
func (s *division) price(l Limit, best []*big.Rat) Limit {
	const halvings, doublings = 40, 60
	now := s.profit(best)
	more := func(units *big.Rat) *big.Rat { return sub(s.loosened(l, units).best(), now) }
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
