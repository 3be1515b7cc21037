package funnel

import (
	"math/big"
	"slices"
)

// division is the linear programme of a budget: new entries x at the top of each
// funnel that bring most Σ profit · x, with Σ (cost · x + fixed) ≤ budget and bounds
// for each x.
type division struct {
	plan    *Plan
	budget  *big.Rat
	funnels []splitFunnel
}

// splitFunnel is a funnel with what one new entry at its top leads to.
type splitFunnel struct {
	cost, profit *big.Rat // expected, of one
	ratio        *big.Rat // gross profit that one of the currency brings; nil where an entry costs nothing
	fixed        *big.Rat // what those who are there anyway are expected to cost further down

	minShare, maxShare, volume *big.Rat // nil: not bounded
	capacities                 []splitCapacity
}

// splitCapacity bounds the entries of one stage: flow · x more may come.
type splitCapacity struct {
	stage int
	flow  *big.Rat // of one new entry at the top
	more  *big.Rat // what people can handle, less those who come anyway; at least 0
}

// mostEntries bounds what next to nothing can pay for: it is the largest count that
// a plan can name.
const mostEntries = 1_000_000_000_000

func newDivision(p *Plan, limits AllocationLimits) *division {
	s := &division{plan: p, budget: p.Budget}
	targets := Targets(p)
	bound := func(list []*big.Rat, i int) *big.Rat {
		if list == nil {
			return nil
		}
		return list[i]
	}
	for i := range p.Funnels {
		f := newSplitFunnel(p, i)
		f.minShare, f.maxShare = bound(limits.MinShare, i), bound(limits.MaxShare, i)
		if f.volume = bound(limits.MaxVolume, i); f.volume == nil && f.cost.Sign() > 0 {
			if most := new(big.Rat).SetInt64(mostEntries); f.entriesFor(s.budget).Cmp(most) > 0 {
				f.volume = most
			}
		}
		f.addCapacities(&targets.Funnels[i])
		s.funnels = append(s.funnels, f)
	}
	return s
}

// newSplitFunnel follows one entry, and those who are there anyway, down a funnel.
// A stage's unit cost is for those who come from above, at the top for the new ones:
// as in the plan, those in progress and direct cost nothing where they come in.
func newSplitFunnel(p *Plan, i int) splitFunnel {
	f := &p.Funnels[i]
	s := splitFunnel{cost: new(big.Rat), fixed: new(big.Rat)}
	one, anyway := big.NewRat(1, 1), new(big.Rat)
	for j := range f.Stages {
		stage := &f.Stages[j]
		if stage.UnitCost != nil {
			s.cost.Add(s.cost, mul(stage.UnitCost, one))
			s.fixed.Add(s.fixed, mul(stage.UnitCost, anyway))
		}
		anyway = new(big.Rat).Add(anyway, new(big.Rat).SetInt64(stage.InProgress+stage.Direct))
		if j < len(f.Stages)-1 {
			one, anyway = mul(one, Effective(stage)), mul(anyway, Effective(stage))
		}
	}
	s.profit = mul(one, profitPerClient(p, f))
	if s.cost.Sign() > 0 {
		s.ratio = quo(s.profit, s.cost)
	}
	return s
}

// addCapacities holds what one entry at the top brings to each stage against what
// people can handle there besides those who come anyway.
func (f *splitFunnel) addCapacities(r *FunnelResult) {
	one, anyway := big.NewRat(1, 1), new(big.Rat)
	for j := range r.Stages {
		stage := r.Stages[j].Stage
		comes := new(big.Rat).Add(anyway, new(big.Rat).SetInt64(stage.Direct))
		if c := r.Stages[j].Capacity; c != nil {
			more := sub(ratOf(c.Available), comes)
			if more.Sign() < 0 {
				more.SetInt64(0)
			}
			f.capacities = append(f.capacities, splitCapacity{stage: j, flow: one, more: more})
		}
		if j < len(r.Stages)-1 {
			e := Effective(stage)
			one, anyway = mul(one, e), mul(comes.Add(comes, new(big.Rat).SetInt64(stage.InProgress)), e)
		}
	}
}

// spend is what x entries at the top cost, and those who are there anyway.
func (f *splitFunnel) spend(x *big.Rat) *big.Rat { return new(big.Rat).Add(mul(f.cost, x), f.fixed) }

// entriesFor is how many entries at the top an amount pays for; below 0 where those
// who are there anyway cost more.
func (f *splitFunnel) entriesFor(amount *big.Rat) *big.Rat { return quo(sub(amount, f.fixed), f.cost) }

// least is the least of entries that a funnel must get.
func (f *splitFunnel) least(s *division) *big.Rat {
	least := new(big.Rat)
	if f.minShare != nil {
		if x := f.entriesFor(mul(f.minShare, s.budget)); x.Sign() > 0 {
			least = x
		}
	}
	return least
}

// bound is one upper bound of a funnel's entries.
type bound struct {
	kind  LimitKind
	stage int
	most  *big.Rat // entries at the top
}

// bounds are all upper bounds of a funnel, its capacities last; the whole budget is
// always one.
func (f *splitFunnel) bounds(s *division) []bound {
	list := []bound{{LimitBudget, -1, f.entriesFor(s.budget)}}
	if f.maxShare != nil {
		list = append(list, bound{LimitMaxShare, -1, f.entriesFor(mul(f.maxShare, s.budget))})
	}
	if f.volume != nil {
		list = append(list, bound{LimitVolume, -1, f.volume})
	}
	for _, c := range f.capacities {
		list = append(list, bound{LimitCapacity, c.stage, quo(c.more, c.flow)})
	}
	return list
}

// most is the most of entries that a funnel can get, and what bounds it.
func (f *splitFunnel) most(s *division) (*big.Rat, bound) {
	list := f.bounds(s)
	tightest := slices.MinFunc(list, func(a, b bound) int { return a.most.Cmp(b.most) })
	return tightest.most, tightest
}

// profit is what entries at the tops bring; those who are there anyway aside.
func (s *division) profit(x []*big.Rat) *big.Rat {
	sum := new(big.Rat)
	for i := range s.funnels {
		sum.Add(sum, mul(s.funnels[i].profit, x[i]))
	}
	return sum
}

// profitAnyway is the gross profit of those who are there anyway, and of existing
// clients.
func (s *division) profitAnyway() *big.Rat {
	sum := mul(s.plan.ExistingRevenue, s.plan.GrossMargin)
	for i := range s.plan.Funnels {
		f := &s.plan.Funnels[i]
		sum.Add(sum, mul(expectedClients(f, effectiveRates(f), new(big.Int)), profitPerClient(s.plan, f)))
	}
	return sum
}

// left is what entries at the tops leave of the budget.
func (s *division) left(x []*big.Rat) *big.Rat {
	left := new(big.Rat).Set(s.budget)
	for i := range s.funnels {
		left.Sub(left, s.funnels[i].spend(x[i]))
	}
	return left
}

// clashes are the limits that cannot hold together; none where a split is possible.
func (s *division) clashes() []SplitClash {
	var list []SplitClash
	sum, fromShare := new(big.Rat), false
	for i := range s.funnels {
		f := &s.funnels[i]
		least := f.least(s)
		sum.Add(sum, f.spend(least))
		fromShare = fromShare || least.Sign() > 0
		if most, by := f.most(s); least.Cmp(most) > 0 {
			list = append(list, SplitClash{
				Funnel: i, Stage: by.stage, Kind: by.kind, Least: f.spend(least), Most: f.spend(most), FromShare: least.Sign() > 0,
			})
		}
	}
	if len(list) == 0 && sum.Cmp(s.budget) > 0 {
		list = append(list, SplitClash{Funnel: -1, Stage: -1, Kind: LimitBudget, Least: sum, Most: s.budget, FromShare: fromShare})
	}
	return list
}

// solve is the best split, exactly. The simplex method finds its corner in floating
// point; [division.exchange] then makes it exact, and would find it from anywhere.
func (s *division) solve() []*big.Rat { return s.exchange(s.corner()) }

// exchange takes a split to the best one: as long as money of one funnel would bring
// more in another, it moves, until the one has its least or the other its most. With
// none left to move no other split brings more: the price of money lies between what
// it brings where more may come and where less may (complementary slackness), which
// proves it.
func (s *division) exchange(x []*big.Rat) []*big.Rat {
	order := s.byRatio()
	left := s.left(x)
	last := len(order) - 1
	for _, i := range order {
		f := &s.funnels[i]
		most, _ := f.most(s)
		for {
			room := mul(sub(most, x[i]), f.cost)
			if room.Sign() <= 0 {
				break
			}
			if left.Sign() > 0 {
				moved := lesser(left, room)
				left.Sub(left, moved)
				x[i] = new(big.Rat).Add(x[i], quo(moved, f.cost))
				continue
			}
			for last >= 0 && s.funnels[order[last]].spare(s, x[order[last]]).Sign() <= 0 {
				last--
			}
			if last < 0 || s.funnels[order[last]].ratio.Cmp(f.ratio) >= 0 {
				return x
			}
			from := order[last]
			moved := lesser(s.funnels[from].spare(s, x[from]), room)
			x[from] = sub(x[from], quo(moved, s.funnels[from].cost))
			left.Add(left, moved)
		}
	}
	return x
}

// spare is the money that a funnel can give away.
func (f *splitFunnel) spare(s *division, x *big.Rat) *big.Rat { return mul(sub(x, f.least(s)), f.cost) }

func lesser(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) < 0 {
		return new(big.Rat).Set(a)
	}
	return new(big.Rat).Set(b)
}
