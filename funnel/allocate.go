package funnel

import (
	"math/big"
	"slices"
)

// AllocationLimits bound how a budget may be split. Where a funnel has no bound its
// entry is nil; each list is as long as the plan's funnels.
type AllocationLimits struct {
	MinShare, MaxShare []*big.Rat // of the budget, fractions from 0 to 1
	MaxVolume          []*big.Rat // new entries at the top: no channel grows without end
}

// Allocation is the split of a plan's budget over its funnels that is expected to
// bring most gross profit, beside the plan's own.
type Allocation struct {
	Plan    *Plan
	Funnels []AllocatedFunnel
	Spent   SplitMoney // over all funnels

	// Best is what the best split brings, Own what the plan's own does, each with
	// whole entries at the top. Both are nil where the limits clash.
	Own, Best *Projection
	Ceiling   *big.Rat // gross profit of the best split with parts of entries
	Kept      bool     // the plan's own split is among the best: it is kept

	Limits  []Limit      // those that bind, and what one more unit of each brings
	Clashes []SplitClash // limits that cannot hold together
}

// SplitMoney is an amount in the plan's own split and in the best one.
type SplitMoney struct{ Own, Best *big.Rat }

// AllocatedFunnel is one funnel's part.
type AllocatedFunnel struct {
	Funnel *Funnel

	UnitCost   *big.Rat // what one entry at the top costs, with all that it is expected to cost below
	UnitProfit *big.Rat // gross profit that it is expected to bring
	FixedCost  *big.Rat // what those in progress or direct cost at the stages below

	Own, Best *big.Int   // new entries at the top
	Spend     SplitMoney // what they cost, and FixedCost
	OverOwn   bool       // the plan's own split is not within the limits here
	Short     bool       // the least share is missed by less than one entry, which the budget does not pay for
}

// LimitKind is what bounds a split.
type LimitKind int

// What may bound a split.
const (
	LimitBudget LimitKind = iota
	LimitCapacity
	LimitVolume
	LimitMinShare
	LimitMaxShare
)

// Limit is a limit that binds the best split.
type Limit struct {
	Kind          LimitKind
	Funnel, Stage int // -1 where it concerns none

	At *big.Rat // money, entries or a share
	// OneMore is the gross profit that one more unit brings: one of the currency,
	// one entry, one point of a share more; of a least share one point less. It
	// holds for Range more units, nil where without end.
	OneMore, Range *big.Rat
}

// SplitClash is why no split is within the limits: what a funnel must get at the least
// is more than a limit of it allows, or than the budget.
type SplitClash struct {
	Funnel, Stage int       // Funnel -1: all funnels together; Stage -1: none
	Kind          LimitKind // that it clashes with
	Least, Most   *big.Rat  // money
	FromShare     bool      // the least follows from a share, and not only from those on the way
}

// CanAllocate says why a plan's budget cannot be split, in the order in which it is
// to be mended: a plan has one funnel, or a funnel's entries cost nothing.
func CanAllocate(p *Plan) (several bool, costless *Funnel) {
	for i := range p.Funnels {
		if newSplitFunnel(p, i).cost.Sign() == 0 {
			return len(p.Funnels) > 1, &p.Funnels[i]
		}
	}
	return len(p.Funnels) > 1, nil
}

// Allocate splits the budget of a plan with several funnels, each of which costs
// something ([CanAllocate]), so that most gross profit is expected: the rates, unit
// costs and prices of a funnel are the same at any volume, so that it is a linear
// programme over the new entries at the tops.
func Allocate(p *Plan, limits AllocationLimits) *Allocation {
	s := newDivision(p, limits)
	r := &Allocation{Plan: p, Clashes: s.clashes()}
	for i := range s.funnels {
		f := &s.funnels[i]
		r.Funnels = append(r.Funnels, AllocatedFunnel{
			Funnel: &p.Funnels[i], UnitCost: f.cost, UnitProfit: f.profit, FixedCost: f.fixed,
		})
	}
	if len(r.Clashes) > 0 {
		return r
	}
	own := s.ownEntries()
	best := s.solve()
	r.Ceiling = new(big.Rat).Add(s.profit(best), s.profitAnyway())
	whole := s.wholeEntries(best)
	if s.allows(own) && s.profit(asRats(own)).Cmp(s.profit(asRats(whole))) >= 0 {
		whole, r.Kept = own, true
	}
	r.Limits = s.prices(best)
	r.fill(s, own, whole)
	return r
}

// fill sets what both splits cost and bring.
func (r *Allocation) fill(s *division, own, best []*big.Int) {
	r.Spent = SplitMoney{new(big.Rat), new(big.Rat)}
	volumes := func(entries []*big.Int) [][]int64 {
		all := make([][]int64, len(entries))
		for i, n := range entries {
			all[i] = make([]int64, len(r.Plan.Funnels[i].Stages))
			all[i][0] = n.Int64()
		}
		return all
	}
	for i := range r.Funnels {
		f := &r.Funnels[i]
		f.Own, f.Best = own[i], best[i]
		f.Spend = SplitMoney{s.funnels[i].spend(ratOf(own[i])), s.funnels[i].spend(ratOf(best[i]))}
		most, _ := s.funnels[i].most(s)
		f.Short = ratOf(best[i]).Cmp(s.funnels[i].least(s)) < 0
		f.OverOwn = ratOf(own[i]).Cmp(s.funnels[i].least(s)) < 0 || ratOf(own[i]).Cmp(most) > 0
		r.Spent.Own.Add(r.Spent.Own, f.Spend.Own)
		r.Spent.Best.Add(r.Spent.Best, f.Spend.Best)
	}
	r.Own = Project(r.Plan, volumes(own))
	r.Best = r.Own
	if !slices.EqualFunc(own, best, func(a, b *big.Int) bool { return a.Cmp(b) == 0 }) {
		r.Best = Project(r.Plan, volumes(best))
	}
}
