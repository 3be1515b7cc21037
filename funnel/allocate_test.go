package funnel_test

import (
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"embudo/funnel"
)

// splitPlan has a funnel for each of some rates, unit costs and prices; each has a
// top, a meeting and a client.
func splitPlan(budget string, funnels ...[5]string) *funnel.Plan {
	p := &funnel.Plan{
		MinorUnits: 2, Budget: rat(budget), Target: funnel.Target{Kind: funnel.TargetReturn, Value: rat("1")},
		ExistingRevenue: rat("0"), GrossMargin: rat("1"), RepeatPurchases: rat("0"), Referrals: rat("0"),
	}
	share := big.NewRat(1, int64(len(funnels)))
	for i, f := range funnels { // rate to a meeting, rate to a client, unit costs of both, price
		p.Funnels = append(p.Funnels, funnel.Funnel{
			ID: string(rune('a' + i)), Share: share, Budget: new(big.Rat).Mul(share, p.Budget), AverageRevenue: rat(f[4]), GrossMargin: rat("1"),
			Success: 2,
			Stages: []funnel.Stage{
				{ID: "top", Rate: funnel.Rate{Value: rat(f[0])}, UnitCost: rat(f[2])},
				{ID: "meeting", Rate: funnel.Rate{Value: rat(f[1])}, UnitCost: rat(f[3])},
				{ID: "client"},
			},
		})
	}
	return p
}

func capacityOf(n string) *funnel.Capacity {
	return &funnel.Capacity{People: rat("1"), PerDay: rat(n), Days: rat("1")}
}

// Three funnels, a capacity, a largest and a least share. The best split, its profit
// and the prices of the limits are those of SciPy 1.10 (HiGHS), with
//
//	r = scipy.optimize.linprog([-200, -150, -90], A_ub=[[30, 40, 15], [.25, 0, 0], [0, 40, 0], [0, 0, -15]],
//	    b_ub=[60000, 200, 24000, -12000])
//	r.x, r.fun, r.ineqlin.marginals
var threeFunnels = [][5]string{
	{"1/4", "1/5", "20", "40", "4000"},
	{"1/10", "1/4", "30", "100", "6000"},
	{"1/20", "3/10", "10", "100", "6000"},
}

func TestAllocateIsWhatHiGHSFinds(t *testing.T) {
	p := splitPlan("60000", threeFunnels...)
	p.Funnels[0].Stages[1].Capacity = capacityOf("200")
	r := funnel.Allocate(p, funnel.AllocationLimits{
		MinShare: []*big.Rat{nil, nil, rat("1/5")}, MaxShare: []*big.Rat{nil, rat("2/5"), nil}, MaxVolume: []*big.Rat{nil, nil, nil},
	})
	if len(r.Clashes) > 0 {
		t.Fatal(r.Clashes)
	}
	for i, want := range []int64{800, 0, 2400} {
		if got := r.Funnels[i].Best; got.Cmp(big.NewInt(want)) != 0 {
			t.Errorf("funnel %d gets %v entries, HiGHS gives it %d", i, got, want)
		}
	}
	if r.Ceiling.Cmp(rat("376000")) != 0 {
		t.Errorf("profit %s, HiGHS finds 376000", r.Ceiling.RatString())
	}
	prices := map[funnel.LimitKind]string{}
	for _, l := range r.Limits {
		prices[l.Kind] = l.OneMore.RatString()
	}
	if len(prices) != 2 || prices[funnel.LimitBudget] != "6" || prices[funnel.LimitCapacity] != "80" {
		t.Errorf("prices %v, HiGHS finds 6 for the budget and 80 for the capacity", prices)
	}
}

// drawSplit is a plan with a few funnels, and limits for them.
func drawSplit(t *rapid.T) (*funnel.Plan, funnel.AllocationLimits) {
	pick := func(name string, from ...string) string { return rapid.SampledFrom(from).Draw(t, name) }
	n := rapid.IntRange(2, 5).Draw(t, "funnels")
	funnels := make([][5]string, n)
	for i := range funnels {
		funnels[i] = [5]string{
			pick("rate", "1/2", "1/4", "3/10", "1"), pick("second rate", "1/5", "1/3", "7/100"),
			pick("cost", "1", "20", "25/2", "61"), pick("second cost", "0", "100", "33"), pick("price", "500", "1000", "3333", "9000"),
		}
	}
	p := splitPlan(pick("budget", "1000", "24999/2", "50000"), funnels...)
	limits := funnel.AllocationLimits{
		MinShare: make([]*big.Rat, n), MaxShare: make([]*big.Rat, n), MaxVolume: make([]*big.Rat, n),
	}
	for i := range funnels {
		s := &p.Funnels[i].Stages[1]
		s.InProgress, s.Direct = rapid.Int64Range(0, 4).Draw(t, "in progress"), rapid.Int64Range(0, 4).Draw(t, "direct")
		if rapid.Bool().Draw(t, "capacity") {
			s.Capacity = capacityOf(pick("people", "5", "50", "333"))
		}
		if rapid.Bool().Draw(t, "bounded") {
			limits.MinShare[i], limits.MaxShare[i] = rat(pick("least", "0", "1/10", "1/7")), rat(pick("most", "1/3", "2/5", "1"))
		}
		if rapid.IntRange(0, 3).Draw(t, "volume") == 0 {
			limits.MaxVolume[i] = rat(pick("most entries", "0", "7", "90", "1000"))
		}
	}
	return p, limits
}

// The best split is within all limits; it is never worse than the plan's own where
// that is, nor than any other of many, nor better than the ceiling; and what is
// lost to whole entries is less than one entry of each funnel.
func TestAllocateIsNeverWorse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, limits := drawSplit(t)
		r := funnel.Allocate(p, limits)
		if len(r.Clashes) > 0 {
			return
		}
		entries := make([]*big.Int, len(r.Funnels))
		ownFits, short, lost, dearest := true, false, new(big.Rat), new(big.Rat) // lost: money, which dearest turns into profit
		for i := range r.Funnels {
			entries[i] = r.Funnels[i].Best
			ownFits = ownFits && !r.Funnels[i].OverOwn
			if ratio := new(big.Rat).Quo(r.Funnels[i].UnitProfit, r.Funnels[i].UnitCost); ratio.Cmp(dearest) > 0 {
				dearest = ratio
			}
			lost.Add(lost, new(big.Rat).Mul(r.Funnels[i].UnitCost, rat("2")))
			short = short || r.Funnels[i].Short
		}
		if why := outside(p, limits, entries); why != "" {
			t.Fatalf("%v: %s", entries, why)
		}
		if r.Spent.Best.Cmp(p.Budget) > 0 {
			t.Fatalf("%v is spent", r.Spent.Best)
		}
		profit := r.Best.GrossProfit.Mean
		if ownFits && r.Spent.Own.Cmp(p.Budget) <= 0 && profit.Cmp(r.Own.GrossProfit.Mean) < 0 {
			t.Fatalf("the plan's own split brings %v, the best one %v", r.Own.GrossProfit.Mean, profit)
		}
		if profit.Cmp(r.Ceiling) > 0 && !short || lost.Add(lost.Mul(lost, dearest), profit).Cmp(r.Ceiling) < 0 {
			t.Fatalf("%v of at most %v", profit, r.Ceiling)
		}
		anyway := profitAnyway(p)
		for range 20 {
			other := make([]*big.Int, len(entries))
			for i := range other {
				other[i] = big.NewInt(rapid.Int64Range(0, 2*entries[i].Int64()+9).Draw(t, "other"))
			}
			if outside(p, limits, other) == "" && !short {
				better := new(big.Rat).Set(anyway)
				for i, n := range other {
					better.Add(better, new(big.Rat).Mul(r.Funnels[i].UnitProfit, new(big.Rat).SetInt(n)))
				}
				if better.Cmp(r.Ceiling) > 0 {
					t.Fatalf("%v bring %v, more than %v", other, better, r.Ceiling)
				}
			}
		}
	})
}

// profitAnyway is what those bring who are on the way.
func profitAnyway(p *funnel.Plan) *big.Rat {
	nobody := make([][]int64, len(p.Funnels))
	for i := range nobody {
		nobody[i] = []int64{0, 0, 0}
	}
	return funnel.Project(p, nobody).GrossProfit.Mean
}

// outside says which limit whole entries break; those on the way cost at the meeting
// and take capacity.
func outside(p *funnel.Plan, limits funnel.AllocationLimits, entries []*big.Int) string {
	spent := new(big.Rat)
	for i := range p.Funnels {
		f := &p.Funnels[i]
		top, meeting := &f.Stages[0], &f.Stages[1]
		n := new(big.Rat).SetInt(entries[i])
		meetings := new(big.Rat).Mul(n, top.Rate.Value)
		cost := new(big.Rat).Add(new(big.Rat).Mul(n, top.UnitCost), new(big.Rat).Mul(meetings, meeting.UnitCost))
		one := new(big.Rat).Add(top.UnitCost, new(big.Rat).Mul(top.Rate.Value, meeting.UnitCost))
		spent.Add(spent, cost)
		if c := meeting.Capacity; c != nil && n.Sign() > 0 {
			if meetings.Add(meetings, new(big.Rat).SetInt64(meeting.Direct)); meetings.Cmp(c.PerDay) > 0 {
				return "capacity"
			}
		}
		if v := limits.MaxVolume[i]; v != nil && n.Cmp(v) > 0 {
			return "volume"
		}
		if most := limits.MaxShare[i]; most != nil && cost.Cmp(new(big.Rat).Mul(most, p.Budget)) > 0 {
			return "most"
		}
		if least := limits.MinShare[i]; least != nil && cost.Add(cost, one).Cmp(new(big.Rat).Mul(least, p.Budget)) <= 0 {
			return "least"
		}
	}
	if spent.Cmp(p.Budget) > 0 {
		return "budget"
	}
	return ""
}

// What one more unit of a limit brings is what solving with more of it brings, as far
// as it is said to hold; beyond that it brings less.
func TestPricesAreWhatOneMoreBrings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, limits := drawSplit(t)
		r := funnel.Allocate(p, limits)
		for _, l := range r.Limits {
			if l.OneMore.Sign() < 0 {
				t.Fatalf("one more of limit %d brings %v", l.Kind, l.OneMore)
			}
			brings := func(units *big.Rat) *big.Rat {
				return new(big.Rat).Sub(funnel.Allocate(p, loosened(limits, l, units)).Ceiling, r.Ceiling)
			}
			said := func(units *big.Rat) *big.Rat { return new(big.Rat).Mul(units, l.OneMore) }
			if l.Kind == funnel.LimitBudget || l.Kind == funnel.LimitCapacity { // the plan's own
				continue
			}
			if units := rat("1/1000000"); brings(units).Cmp(said(units)) != 0 && (l.Range == nil || units.Cmp(l.Range) <= 0) {
				t.Fatalf("a millionth more of limit %d in %d brings %v, said %v", l.Kind, l.Funnel, brings(units), said(units))
			}
			if l.Range == nil {
				continue
			}
			if got := brings(l.Range); got.Cmp(said(l.Range)) != 0 {
				t.Fatalf("%v more of limit %d in %d bring %v, said %v", l.Range, l.Kind, l.Funnel, got, said(l.Range))
			}
			if beyond := new(big.Rat).Mul(l.Range, rat("3/2")); brings(beyond).Cmp(said(beyond)) >= 0 {
				t.Fatalf("the price of limit %d in %d holds for more than %v", l.Kind, l.Funnel, l.Range)
			}
		}
	})
}

// loosened are limits with so many units more of one of them.
func loosened(limits funnel.AllocationLimits, l funnel.Limit, units *big.Rat) funnel.AllocationLimits {
	points := new(big.Rat).Quo(units, rat("100"))
	switch l.Kind {
	case funnel.LimitBudget, funnel.LimitCapacity: // they are the plan's, not among these
	case funnel.LimitVolume:
		limits.MaxVolume = slices.Clone(limits.MaxVolume)
		limits.MaxVolume[l.Funnel] = new(big.Rat).Add(l.At, units)
	case funnel.LimitMaxShare:
		limits.MaxShare = slices.Clone(limits.MaxShare)
		limits.MaxShare[l.Funnel] = new(big.Rat).Add(l.At, points)
	case funnel.LimitMinShare:
		limits.MinShare = slices.Clone(limits.MinShare)
		if limits.MinShare[l.Funnel] = points.Sub(l.At, points); points.Sign() < 0 {
			points.SetInt64(0)
		}
	}
	return limits
}

// Entries that cost next to nothing are not more than a count can be.
func TestAllocateCountsNoFurtherThanPlansDo(t *testing.T) {
	cheap := [5]string{"1/10000000000", "1/10000000000", "0", "1/100", "1000000"}
	p := splitPlan("1000000000", cheap, threeFunnels[0])
	r := funnel.Allocate(p, funnel.AllocationLimits{})
	if got := r.Funnels[0].Best; !got.IsInt64() || got.Cmp(big.NewInt(1_000_000_000_000)) > 0 {
		t.Errorf("%v entries", got)
	}
	if ceiling := r.Best.GrossProfit.Mean; ceiling.Sign() <= 0 || ceiling.Cmp(r.Ceiling) > 0 {
		t.Errorf("%v of at most %v", ceiling, r.Ceiling)
	}
}

func TestClashesAreNamed(t *testing.T) {
	p := splitPlan("60000", threeFunnels...)
	p.Funnels[0].Stages[1].Capacity = capacityOf("20")
	limits := funnel.AllocationLimits{MinShare: []*big.Rat{rat("1/2"), nil, nil}}
	r := funnel.Allocate(p, limits)
	if len(r.Clashes) != 1 || r.Clashes[0].Kind != funnel.LimitCapacity || r.Clashes[0].Least.Cmp(rat("30000")) != 0 ||
		r.Clashes[0].Most.Cmp(rat("2400")) != 0 {
		t.Errorf("half of the budget is more than 80 entries cost: %+v", r.Clashes)
	}
	limits.MinShare = []*big.Rat{nil, rat("3/5"), rat("3/5")}
	if r = funnel.Allocate(p, limits); len(r.Clashes) != 1 || r.Clashes[0].Funnel != -1 || r.Clashes[0].Kind != funnel.LimitBudget {
		t.Errorf("three fifths twice are more than the budget: %+v", r.Clashes)
	}
}
