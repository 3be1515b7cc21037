package funnel_test

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"embudo/funnel"
)

// solvePlan is the worked plan of the manual: 447 MQLs for ten clients.
func solvePlan() *funnel.Plan {
	p := &funnel.Plan{
		MinorUnits: 2, Budget: rat("40000"), Target: funnel.Target{Kind: funnel.TargetReturn, Value: rat("3/2")},
		ExistingRevenue: rat("0"), GrossMargin: rat("1"), RepeatPurchases: rat("0"), Referrals: rat("0"),
	}
	f := funnel.Funnel{ID: "main", Share: rat("1"), Budget: p.Budget, AverageRevenue: rat("10000"), GrossMargin: rat("1")}
	for _, rate := range []string{"3/10", "1/2", "3/5", "1/4", ""} {
		s := funnel.Stage{ID: "stage", Recovers: rat("0")}
		if rate != "" {
			s.Rate.Value = rat(rate)
		}
		f.Stages = append(f.Stages, s)
	}
	f.Success = len(f.Stages) - 1
	p.Funnels = []funnel.Funnel{f}
	return p
}

// rateOfStage is the rate of a stage as an unknown.
func rateOfStage(i int) funnel.Unknown {
	return funnel.Unknown{
		Path: "rate", Stage: i, Kind: funnel.UnknownShare, Helps: funnel.MoreHelps,
		Low: rat("0"), AboveLow: true, High: rat("1"), Step: rat("1/10000"),
		Put: func(p *funnel.Plan, x *big.Rat) { p.Funnels[0].Stages[i].Rate = funnel.Rate{Value: x} },
	}
}

func moneyUnknown(helps funnel.Direction, put func(*funnel.Plan, *big.Rat)) funnel.Unknown {
	return funnel.Unknown{
		Path: "money", Stage: -1, Kind: funnel.UnknownMoney, Helps: helps,
		Low: rat("0"), AboveLow: true, High: rat("1000000000000000"), Step: rat("1/100"), Put: put,
	}
}

func budgetUnknown() funnel.Unknown {
	return moneyUnknown(funnel.PaysAndAsks, func(p *funnel.Plan, x *big.Rat) { p.Budget, p.Funnels[0].Budget = x, x })
}

func revenueUnknown() funnel.Unknown {
	return moneyUnknown(funnel.MoreHelps, func(p *funnel.Plan, x *big.Rat) { p.Funnels[0].AverageRevenue = x })
}

// The ends are those that follow by hand: 134 SQLs of 300 MQLs; 6 clients are what
// 300 MQLs bring at most, since 7 ask for 314.
func TestSolveFindsTheEnd(t *testing.T) {
	given := func(stage int, entries int64) []funnel.Given { return []funnel.Given{{Stage: stage, Entries: entries}} }
	for _, test := range []struct {
		name         string
		unknown      funnel.Unknown
		given        []funnel.Given
		exact, value string
		next         string
	}{
		{"the rate at the top", rateOfStage(0), given(0, 300), "67/150", "4467/10000", "4466/10000"},
		{"a rate below", rateOfStage(3), given(0, 300), "10/27", "3704/10000", "3703/10000"},
		{"a rate that must be 1", rateOfStage(0), given(0, 134), "1", "1", "9999/10000"},
		{"the budget of which a return is asked", budgetUnknown(), given(0, 300), "24000", "24000", "2400001/100"},
		{"the price", revenueUnknown(), given(0, 300), "50000/3", "1666667/100", "1666666/100"},
		{"the price of one client", revenueUnknown(), given(4, 1), "100000", "100000", "9999999/100"},
	} {
		r := funnel.Solve(solvePlan(), funnel.Question{Unknown: test.unknown, Given: test.given})
		if r.Outcome != funnel.Solved || r.Exact == nil || r.Exact.Cmp(rat(test.exact)) != 0 ||
			r.Value.Cmp(rat(test.value)) != 0 || r.Next == nil || r.Next.Cmp(rat(test.next)) != 0 {
			t.Errorf("%s: %d, %v rounded to %v, next %v; want %s, %s, %s", test.name, r.Outcome, r.Exact, r.Value, r.Next,
				test.exact, test.value, test.next)
		}
	}
}

func TestSolveSaysThatNoValueDoes(t *testing.T) {
	r := funnel.Solve(solvePlan(), funnel.Question{Unknown: rateOfStage(0), Given: []funnel.Given{{Entries: 133}}})
	if r.Outcome != funnel.NoValue || r.Best.Cmp(rat("1")) != 0 || r.Endless || r.Demands[0].After.Ask.Cmp(rat("134")) != 0 {
		t.Errorf("a rate of 1 needs 134: %+v", r)
	}
	r = funnel.Solve(solvePlan(), funnel.Question{Unknown: revenueUnknown(), Given: []funnel.Given{{Entries: 46}}})
	if r.Outcome != funnel.NoValue || !r.Endless || r.Demands[0].After.Ask.Cmp(rat("47")) != 0 {
		t.Errorf("one client needs 47: %+v", r)
	}
	r = funnel.Solve(solvePlan(), funnel.Question{Unknown: rateOfStage(0), Given: []funnel.Given{{Stage: 3, Entries: 40}}})
	if r.Outcome != funnel.AnyValue {
		t.Errorf("40 opportunities are enough whatever the rate at the top: %+v", r)
	}
}

// The least budget that pays its own costs is the one that trying each cent finds.
func TestLeastBudgetIsThatOfBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := solvePlan()
		f := &p.Funnels[0]
		f.Stages = f.Stages[3:]
		f.Success = 1
		f.Stages[0].UnitCost = big.NewRat(rapid.Int64Range(1, 90).Draw(t, "cost"), 100)
		f.AverageRevenue = big.NewRat(rapid.Int64Range(100, 900).Draw(t, "price"), 100)
		p.ExistingRevenue = big.NewRat(rapid.Int64Range(0, 300).Draw(t, "existing"), 100)
		r := funnel.Solve(p, funnel.Question{Unknown: budgetUnknown()})
		const most = 4000 // cents
		for cents := int64(1); cents <= most; cents++ {
			x := big.NewRat(cents, 100)
			p.Budget, f.Budget = x, x
			needed := funnel.Targets(p).Funnels[0].Stages[0].Needed
			if new(big.Rat).Mul(f.Stages[0].UnitCost, new(big.Rat).SetInt(needed)).Cmp(x) > 0 {
				continue
			}
			if r.Outcome != funnel.Solved || r.Value.Cmp(x) != 0 {
				t.Fatalf("%s pays, found %v", x.FloatString(2), r.Value)
			}
			return
		}
		if r.Outcome == funnel.Solved && r.Value.Cmp(big.NewRat(most, 100)) <= 0 {
			t.Fatalf("%s does not pay", r.Value.FloatString(2))
		}
	})
}

// Where nothing is needed any budget pays for it: the least is the smallest unit, and
// no fraction of one is passed off as an end.
func TestLeastBudgetOfNothing(t *testing.T) {
	p := solvePlan()
	p.ExistingRevenue = rat("1000000")
	p.Funnels[0].Stages[0].UnitCost = rat("3")
	s := funnel.Solve(p, funnel.Question{Unknown: budgetUnknown()})
	if s.Outcome != funnel.Solved || s.Value.Cmp(rat("1/100")) != 0 || s.Exact.Cmp(s.Value) != 0 {
		t.Errorf("outcome %d, value %v, end %v", s.Outcome, s.Value, s.Exact)
	}
}

// With what is found the given entries reach the target with the confidence asked
// for; with one unit less they do not.
func TestSolvedForConfidence(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := solvePlan()
		f := &p.Funnels[0]
		if rapid.Bool().Draw(t, "uncertain") {
			f.Stages[1].Rate = funnel.Rate{Value: rat("1/2"), Alpha: 45.5, Beta: 45.5, Seen: 45, Of: 90}
		}
		f.Stages[2].InProgress = rapid.Int64Range(0, 9).Draw(t, "in progress")
		γ := big.NewRat(rapid.Int64Range(50, 97).Draw(t, "confidence"), 100)
		given := funnel.Given{Stage: rapid.IntRange(0, 2).Draw(t, "stage"), Entries: rapid.Int64Range(20, 2000).Draw(t, "entries")}
		u := rapid.SampledFrom([]funnel.Unknown{rateOfStage(0), rateOfStage(2), revenueUnknown(), budgetUnknown()}).Draw(t, "unknown")
		r := funnel.Solve(p, funnel.Question{Unknown: u, Given: []funnel.Given{given}, Confidence: γ})
		if r.Outcome != funnel.Solved {
			return
		}
		least := func(x *big.Rat) *big.Int {
			with := *p
			with.Funnels = []funnel.Funnel{*f}
			with.Funnels[0].Stages = append([]funnel.Stage(nil), f.Stages...)
			u.Put(&with, x)
			with.Confidence = []*big.Rat{γ}
			return funnel.Compute(&with).Funnels[0].Stages[given.Stage].ForConfidence[0].Needed
		}
		if n := least(r.Value); n == nil || n.Cmp(big.NewInt(given.Entries)) > 0 {
			t.Fatalf("%v makes %v needed of %d", r.Value, n, given.Entries)
		}
		if r.Next == nil {
			return
		}
		if n := least(r.Next); n != nil && n.Cmp(big.NewInt(given.Entries)) <= 0 {
			t.Fatalf("%v does too", r.Next)
		}
	})
}

func BenchmarkSolve(b *testing.B) {
	for b.Loop() {
		funnel.Solve(solvePlan(), funnel.Question{Unknown: rateOfStage(0), Given: []funnel.Given{{Entries: 300}}})
	}
}
