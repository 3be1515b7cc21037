package funnel

import (
	"math/big"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// r reads a rational: 40000, 1.5, 27/90.
func r(s string) *big.Rat {
	x, ok := new(big.Rat).SetString(s)
	if !ok {
		panic(s)
	}
	return x
}

// worked is the plan of the design's section 5.
func worked(rates ...string) *Plan {
	if rates == nil {
		rates = []string{"0.3", "0.5", "0.6", "0.25"}
	}
	ids := []string{"mql", "sql", "meeting", "opportunity", "client"}
	f := Funnel{ID: "main", Share: r("1"), Budget: r("40000"), AverageRevenue: r("10000"), GrossMargin: r("1")}
	for i, id := range ids {
		s := Stage{ID: id, Name: id, Recovers: new(big.Rat)}
		if i < len(rates) {
			s.Rate = Rate{Value: r(rates[i])}
		}
		f.Stages = append(f.Stages, s)
	}
	f.Success = len(f.Stages) - 1
	return &Plan{
		MinorUnits: 2, Budget: r("40000"), Target: Target{TargetReturn, r("1.5")},
		ExistingRevenue: new(big.Rat), GrossMargin: r("1"), RepeatPurchases: new(big.Rat), Referrals: new(big.Rat),
		Funnels: []Funnel{f},
	}
}

func needed(stages []StageResult) []int64 {
	var list []int64
	for _, s := range stages {
		list = append(list, s.Needed.Int64())
	}
	return list
}

func equal64(a, b []int64) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func TestWorkedPlan(t *testing.T) {
	result := Compute(worked())
	f := result.Funnels[0]
	if want := []int64{447, 134, 67, 40, 10}; !equal64(needed(f.Stages), want) {
		t.Errorf("needed %v, want %v", needed(f.Stages), want)
	}
	if got := f.Stages[0].Exact.FloatString(2); got != "444.44" {
		t.Errorf("exact MQLs %s, want 444.44", got)
	}
	if got := result.TargetRevenue.RatString(); got != "100000" {
		t.Errorf("revenue %s, want 100000", got)
	}
	if got := result.BreakEvenClients.Int64(); got != 4 {
		t.Errorf("break-even %d clients, want 4", got)
	}
	if got := f.Stages[0].AllowableCost.FloatString(2); got != "89.48" {
		t.Errorf("allowable cost of an MQL %s, want 89.48", got)
	}
	if got := *result.Chance; got < 0.55065 || got > 0.55075 {
		t.Errorf("chance %f, want 0.5507", got)
	}
}

// The example of the design's section 4: follow-up recovers one no-show in ten,
// and twelve MQLs are already there.
func TestWorkedPlanWithFollowUp(t *testing.T) {
	p := worked()
	p.Funnels[0].Stages[2].Recovers = r("0.1")
	p.Funnels[0].Stages[0].InProgress = 12
	stages := Compute(p).Funnels[0].Stages
	if want := []int64{408, 126, 63, 40, 10}; !equal64(needed(stages), want) {
		t.Errorf("needed %v, want %v", needed(stages), want)
	}
	if got := stages[0].Total.Int64(); got != 420 {
		t.Errorf("total MQLs %d, want 420", got)
	}
}

func TestWorkedConfidence(t *testing.T) {
	p := worked()
	p.Confidence = []*big.Rat{r("0.5"), r("0.8"), r("0.9"), r("0.95")}
	want := map[string][]int64{
		"opportunity": {39, 49, 55, 60},
		"meeting":     {65, 82, 93, 102},
		"sql":         {129, 166, 187, 206},
		"mql":         {430, 555, 629, 695},
	}
	for _, s := range Compute(p).Funnels[0].Stages {
		var got []int64
		for _, c := range s.ForConfidence {
			got = append(got, c.Needed.Int64())
		}
		if want, ok := want[s.Stage.ID]; ok && !equal64(got, want) {
			t.Errorf("%s: %v, want %v", s.Stage.ID, got, want)
		}
	}
}

// 21 / 0.70 is 30; in floats it is a little more, and rounds up to 31.
func TestExactWhereFloatsAreNot(t *testing.T) {
	p := worked("0.7", "1", "1", "1")
	p.Target = Target{TargetClients, r("21")}
	if got := Compute(p).Funnels[0].Stages[0].Needed.Int64(); got != 30 {
		t.Errorf("21 / 0.70 = %d, want 30", got)
	}
}

func TestTargets(t *testing.T) {
	for _, test := range []struct {
		name    string
		change  func(*Plan)
		clients int64
		value   string // revenue at the whole numbers
	}{
		{"return", func(*Plan) {}, 10, "100000"},
		{"return at a margin", func(p *Plan) { p.Funnels[0].GrossMargin = r("0.4"); p.GrossMargin = r("0.4") }, 25, "250000"},
		{"loss allowed", func(p *Plan) { p.Target.Value = r("-0.5") }, 2, "20000"},
		{"revenue", func(p *Plan) { p.Target = Target{TargetRevenue, r("95000")} }, 10, "100000"},
		{"clients", func(p *Plan) { p.Target = Target{TargetClients, r("7")} }, 7, "70000"},
		{"existing revenue", func(p *Plan) { p.ExistingRevenue = r("35000") }, 7, "105000"},
		{"existing revenue suffices", func(p *Plan) { p.ExistingRevenue = r("100000") }, 0, "100000"},
		{"existing revenue is more than enough", func(p *Plan) { p.ExistingRevenue = r("250000") }, 0, "250000"},
		{"repeat purchases", func(p *Plan) { p.RepeatPurchases = r("0.5") }, 7, "105000"},
		{"referrals", func(p *Plan) { p.Referrals = r("0.5") }, 7, "100000"},
		{"referrals that do not divide", func(p *Plan) { p.Referrals = r("0.3") }, 8, "100000"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := worked()
			test.change(p)
			result := Compute(p)
			if got := result.Clients.Int64(); got != test.clients {
				t.Errorf("%d clients, want %d", got, test.clients)
			}
			if got := result.RevenueAtTarget.RatString(); got != test.value {
				t.Errorf("revenue %s, want %s", got, test.value)
			}
		})
	}
}

func TestNothingNeeded(t *testing.T) {
	p := worked()
	p.ExistingRevenue = r("100000")
	p.Confidence = []*big.Rat{r("0.9")}
	result := Compute(p)
	if *result.Chance != 1 {
		t.Errorf("chance %g, want 1", *result.Chance)
	}
	for _, s := range result.Funnels[0].Stages {
		if s.Needed.Sign() != 0 || s.AllowableCost != nil {
			t.Errorf("%s: needed %s at %v, want 0 at nil", s.Stage.ID, s.Needed, s.AllowableCost)
		}
	}
}

func TestClientsAreRoundedUpPerFunnel(t *testing.T) {
	p := worked()
	half := p.Funnels[0]
	half.Share, half.Budget = r("1/2"), r("20000")
	other := half
	other.ID = "other"
	p.Funnels = []Funnel{half, other}
	p.Target = Target{TargetClients, r("7")}
	result := Compute(p)
	if got := result.Clients.Int64(); got != 8 {
		t.Errorf("%d clients, want 4 + 4", got)
	}
	if w := result.Warnings[0]; w.Code != WarnRoundedClients {
		t.Errorf("first warning %s, want %s", w.Code, WarnRoundedClients)
	}
}

// Ten who went on are few, eleven are not, however many it took to see them.
func TestFewCases(t *testing.T) {
	for _, test := range []struct {
		seen, of int64
		few      bool
	}{{1, 1, true}, {9, 90, true}, {10, 10, true}, {10, 1000, true}, {11, 11, false}, {11, 1000, false}} {
		p := worked()
		p.Funnels[0].Stages[1].Rate = Rate{
			Value: big.NewRat(test.seen, test.of), Alpha: float64(test.seen) + 0.5, Beta: float64(test.of-test.seen) + 0.5,
			Seen: test.seen, Of: test.of,
		}
		if got := len(warningsOf(Compute(p), WarnFewCases)) > 0; got != test.few {
			t.Errorf("%d of %d: warned %t, want %t", test.seen, test.of, got, test.few)
		}
	}
}

// Numbers far beyond any funnel stay exact: 10 clients behind 40 rates of 1 %.
func TestHugeNumbersStayExact(t *testing.T) {
	p := worked()
	f := &p.Funnels[0]
	f.Stages = nil
	for range 40 {
		f.Stages = append(f.Stages, Stage{ID: "s", Rate: Rate{Value: r("0.01")}, Recovers: new(big.Rat)})
	}
	f.Stages = append(f.Stages, Stage{ID: "client", Recovers: new(big.Rat)})
	f.Success = 40
	p.Confidence = []*big.Rat{r("0.9")}
	result := Compute(p)
	want := new(big.Int).Exp(big.NewInt(10), big.NewInt(81), nil)
	if got := result.Funnels[0].Stages[0].Needed; got.Cmp(want) != 0 {
		t.Errorf("needed %s, want 10^81", got)
	}
	if result.Chance != nil || result.Funnels[0].Stages[0].ForConfidence[0].Needed != nil {
		t.Error("a chance was computed for counts beyond reckoning")
	}
}

// drawPlan draws a plan whose every part may be there or not.
func drawPlan(t *rapid.T) *Plan {
	fraction := func(label string, low, high int) *big.Rat {
		return big.NewRat(int64(rapid.IntRange(low, high).Draw(t, label)), 100)
	}
	p := worked()
	p.Budget = fraction("budget", 100_00, 1_000_000_00)
	p.ExistingRevenue = fraction("existing", 0, 1_000_00)
	p.GrossMargin = fraction("margin", 1, 100)
	p.RepeatPurchases = fraction("repeat", 0, 300)
	p.Referrals = fraction("referrals", 0, 200)
	switch rapid.IntRange(0, 2).Draw(t, "target") {
	case 0:
		p.Target = Target{TargetReturn, fraction("return", -90, 500)}
	case 1:
		p.Target = Target{TargetRevenue, fraction("revenue", 1, 1_000_000_00)}
	case 2:
		p.Target = Target{TargetClients, big.NewRat(int64(rapid.IntRange(1, 500).Draw(t, "clients")), 1)}
	}
	count := rapid.IntRange(1, 3).Draw(t, "funnels")
	p.Funnels = nil
	for i := range count {
		share := big.NewRat(1, int64(count))
		f := Funnel{
			ID: string(rune('a' + i)), Share: share, Budget: mul(share, p.Budget),
			AverageRevenue: fraction("value", 1_00, 50_000_00), GrossMargin: fraction("own margin", 1, 100),
		}
		stages := rapid.IntRange(1, 6).Draw(t, "stages")
		for j := range stages {
			s := Stage{ID: string(rune('a' + j)), Recovers: new(big.Rat)}
			if j < stages-1 {
				s.Rate = Rate{Value: fraction("rate", 1, 100)}
				s.Recovers = fraction("recovers", 0, 100)
				s.InProgress = int64(rapid.IntRange(0, 40).Draw(t, "in progress"))
				s.Direct = int64(rapid.IntRange(0, 10).Draw(t, "direct"))
			}
			f.Stages = append(f.Stages, s)
		}
		f.Success = rapid.IntRange(0, stages-1).Draw(t, "success")
		p.Funnels = append(p.Funnels, f)
	}
	return p
}

// Run forward, the needed numbers reach the target: each stage's whole target
// delivers the next one's, and the money at the whole numbers is enough.
func TestNeededNumbersReachTheTarget(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPlan(t)
		result := Compute(p)
		for _, f := range result.Funnels {
			for i := 0; i < len(f.Stages)-1; i++ {
				entries := new(big.Int).Add(f.Stages[i].Needed, big.NewInt(f.Stages[i].Stage.InProgress+f.Stages[i].Stage.Direct))
				delivered := mul(ratOf(entries), f.Stages[i].Effective)
				if delivered.Cmp(ratOf(f.Stages[i+1].Needed)) < 0 {
					t.Errorf("%s: %s deliver %s of %s", f.Stages[i].Stage.ID, entries, delivered.FloatString(3), f.Stages[i+1].Needed)
				}
			}
		}
		switch p.Target.Kind {
		case TargetReturn:
			if result.ReturnAtTarget.Cmp(p.Target.Value) < 0 {
				t.Errorf("return %s, asked %s", result.ReturnAtTarget.FloatString(6), p.Target.Value.FloatString(6))
			}
		case TargetRevenue:
			if result.RevenueAtTarget.Cmp(p.Target.Value) < 0 {
				t.Errorf("revenue %s, asked %s", result.RevenueAtTarget.FloatString(2), p.Target.Value.FloatString(2))
			}
		case TargetClients:
			if ratOf(result.Clients).Cmp(p.Target.Value) < 0 {
				t.Errorf("%s clients, asked %s", result.Clients, p.Target.Value.RatString())
			}
		}
	})
}

// One fewer at any stage would not do: the numbers are the least.
func TestNeededNumbersAreTheLeast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, f := range Compute(drawPlan(t)).Funnels {
			for i := 0; i < len(f.Stages)-1; i++ {
				fewer := new(big.Int).Sub(f.Stages[i].Total, big.NewInt(1))
				if fewer.Sign() >= 0 && mul(ratOf(fewer), f.Stages[i].Effective).Cmp(ratOf(f.Stages[i+1].Needed)) >= 0 {
					t.Errorf("%s: %s would do, total is %s", f.Stages[i].Stage.ID, fewer, f.Stages[i].Total)
				}
			}
		}
	})
}

// More rate never needs more.
func TestMoreRateNeverNeedsMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPlan(t)
		before := Compute(p)
		f := &p.Funnels[rapid.IntRange(0, len(p.Funnels)-1).Draw(t, "which funnel")]
		if len(f.Stages) < 2 {
			return
		}
		s := &f.Stages[rapid.IntRange(0, len(f.Stages)-2).Draw(t, "which stage")]
		s.Rate.Value = big.NewRat(min(100, s.Rate.Value.Num().Int64()*100/s.Rate.Value.Denom().Int64()+5), 100)
		after := Compute(p)
		for i := range after.Funnels {
			for j := range after.Funnels[i].Stages {
				if after.Funnels[i].Stages[j].Needed.Cmp(before.Funnels[i].Stages[j].Needed) > 0 {
					t.Errorf("stage %d: %s needed, %s before the rate rose", j,
						after.Funnels[i].Stages[j].Needed, before.Funnels[i].Stages[j].Needed)
				}
			}
		}
	})
}

// Twice the money, twice the need: exactly so without rounding, and within the
// roundings of the stages below with it.
func TestScalingTheBudgetScalesTheNeed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := worked()
		p.Budget = big.NewRat(int64(rapid.IntRange(1_000, 10_000_000).Draw(t, "budget")), 1)
		factor := int64(rapid.IntRange(2, 9).Draw(t, "factor"))
		once := Compute(p).Funnels[0].Stages
		p.Budget = mul(p.Budget, big.NewRat(factor, 1))
		scaled := Compute(p).Funnels[0].Stages
		slack := new(big.Rat) // what rounding may have added, carried up
		for i := len(once) - 1; i >= 0; i-- {
			if i < len(once)-1 {
				slack = quo(slack, once[i].Effective)
			}
			slack.Add(slack, big.NewRat(factor, 1))
			exact := mul(once[i].Exact, big.NewRat(factor, 1))
			if scaled[i].Exact.Cmp(exact) != 0 {
				t.Errorf("stage %d: exact %s, want %s", i, scaled[i].Exact, exact)
			}
			off := sub(ratOf(scaled[i].Needed), mul(ratOf(once[i].Needed), big.NewRat(factor, 1)))
			if off.Abs(off).Cmp(slack) > 0 {
				t.Errorf("stage %d: %s needed, %d times %s before", i, scaled[i].Needed, factor, once[i].Needed)
			}
		}
	})
}

// However different the margins of the funnels, the plan returns its target.
func TestFunnelsWithDifferentMarginsBringTheReturn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPlan(t)
		p.Target = Target{TargetReturn, big.NewRat(int64(rapid.IntRange(0, 500).Draw(t, "return")), 100)}
		if got := Compute(p).ReturnAtTarget; got.Cmp(p.Target.Value) < 0 {
			t.Errorf("return %s, asked %s", got.FloatString(6), p.Target.Value.FloatString(6))
		}
	})
}

// A thousand funnels of ten stages, from the money to what each stage must see
// enter, and by when: more than a plan may have.
func BenchmarkTargets(b *testing.B) {
	plan := uncertainPlan(1000, 10)
	plan.Period = &Span{NewDate(2027, time.January, 1), NewDate(2027, time.March, 31)}
	for b.Loop() {
		Targets(plan)
	}
}
