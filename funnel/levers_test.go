package funnel

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

func usualChange() LeverChange { return LeverChange{Relative: r("0.1"), Points: r("0.05")} }

// shortened is the worked plan with as many stages as there are rates, and the
// client.
func shortened(rates ...string) *Plan {
	p := worked(rates...)
	f := &p.Funnels[0]
	f.Stages = f.Stages[:len(rates)+1]
	f.Success = len(rates)
	return p
}

// find is the lever of a kind at a stage of the first funnel.
func (r *LeverResult) find(t *testing.T, kind LeverKind, stage int) *Lever {
	t.Helper()
	for i := range r.Levers {
		if l := &r.Levers[i]; l.Kind == kind && l.Stage == stage && l.Funnel <= 0 {
			return l
		}
	}
	t.Fatalf("no lever %s", kind)
	return nil
}

// Worked by hand: of the plan's 447 MQLs, 10 / 0.275 = 36.4, 37 opportunities take
// 62 meetings, 124 SQLs and 414 MQLs; 10 / 0.3 = 34, 57, 114 and 380. 11 clients take 44, 74,
// 148 and 494.
func TestLeversOfTheWorkedPlan(t *testing.T) {
	result := Levers(worked(), usualChange())
	if got := result.Planned; got.Top.Int64() != 447 || got.Clients.Int64() != 10 ||
		got.ExpectedClients.FloatString(4) != "10.0575" || got.ExpectedReturn.FloatString(6) != "1.514375" {
		t.Errorf("planned %v", got)
	}
	for _, test := range []struct {
		name          string
		effect        *LeverEffect
		to            string
		top, clients  int64
		expected, per string // clients and return
	}{
		{"win rate +10 %", &result.find(t, LeverRate, 3).More, "11/40", 414, 10, "11.06325", "1.7658125"},
		{"win rate +5 points", result.find(t, LeverRate, 3).PointsMore, "3/10", 380, 10, "12.069", "2.01725"},
		{"revenue +10 %", &result.find(t, LeverAverageRevenue, 0).More, "11000", 447, 10, "10.0575", "1.7658125"},
		{"revenue -10 %", &result.find(t, LeverAverageRevenue, 0).Less, "9000", 534, 12, "10.0575", "1.2629375"},
		{"budget +10 %", &result.find(t, LeverBudget, 0).More, "44000", 494, 11, "10.0575", "1.28579545"},
		{"target +10 %", &result.find(t, LeverTarget, 0).More, "33/20", 494, 11, "10.0575", "1.514375"},
		{"target +5 points", result.find(t, LeverTarget, 0).PointsMore, "31/20", 494, 11, "10.0575", "1.514375"},
	} {
		e := test.effect
		if e.To.RatString() != test.to || e.Top.Int64() != test.top || e.Clients.Int64() != test.clients {
			t.Errorf("%s: to %s, %s at the top, %s clients; want %s, %d, %d",
				test.name, e.To.RatString(), e.Top, e.Clients, test.to, test.top, test.clients)
		}
		if e.ExpectedClients.Cmp(r(test.expected)) != 0 || e.ExpectedReturn.FloatString(6) != r(test.per).FloatString(6) {
			t.Errorf("%s: brings %s clients, return %s; want %s, %s",
				test.name, e.ExpectedClients.RatString(), e.ExpectedReturn.FloatString(6), test.expected, test.per)
		}
	}
	if margin := result.find(t, LeverGrossMargin, 0); !margin.More.Limited || margin.More.To.Cmp(r("1")) != 0 || margin.Less.Limited {
		t.Errorf("margin %v", margin)
	}
	if !result.RatesAlike {
		t.Error("rates differ")
	}
	if first := result.First; !first.Points || first.Lever.Kind != LeverRate || first.Lever.Stage != 3 {
		t.Errorf("first %v", first.Lever)
	}
}

// A change of 5 points of a rate of 3 % cannot go down, and one of follow-up of
// 3 % goes down to none.
func TestLeversAtTheEdge(t *testing.T) {
	p := shortened("0.03", "0.98")
	p.Funnels[0].Stages[0].Recovers = r("0.03")
	result := Levers(p, usualChange())
	if less := result.find(t, LeverRate, 0).PointsLess; less.To != nil {
		t.Errorf("rate to %s", less.To)
	}
	if less := result.find(t, LeverRecovers, 0).PointsLess; !less.Limited || less.To.Sign() != 0 {
		t.Errorf("follow-up to %s", less.To)
	}
	if more := result.find(t, LeverRate, 1).More; !more.Limited || more.To.Cmp(r("1")) != 0 {
		t.Errorf("rate to %s", more.To)
	}
	for _, l := range result.Levers {
		if l.PointsMore == nil && (l.Kind == LeverRate || l.Kind == LeverTarget) {
			t.Errorf("%s has no points", l.Kind)
		}
	}
}

func TestBreakEvenOfTheWorkedPlan(t *testing.T) {
	result := Levers(worked(), usualChange())
	for _, test := range []struct {
		kind  LeverKind
		stage int
		want  string
		why   NoBreakEvenWhy
	}{
		{LeverRate, 3, "4000/40230", ""}, // 447 × 0.3 × 0.5 × 0.6 × e × 10,000 = 40,000
		{LeverAverageRevenue, 0, "40000/10.0575", ""},
		{LeverGrossMargin, 0, "40000/100575", ""},
		{LeverBudget, 0, "100575", ""},
		{LeverTarget, 0, "", NoBreakEvenNothing},
	} {
		l := result.find(t, test.kind, test.stage)
		if l.NoBreakEven != test.why || (l.BreakEven == nil) != (test.why != "") {
			t.Errorf("%s: %v, %q", test.kind, l.BreakEven, l.NoBreakEven)
		} else if test.why == "" && l.BreakEven.Cmp(quotient(test.want)) != 0 {
			t.Errorf("%s: %s, want %s", test.kind, l.BreakEven.RatString(), test.want)
		}
	}
	poor := worked()
	poor.Target.Value = r("-0.9") // one client, of whom 0.23 are left at ten times the budget
	poor.Budget = r("400000")
	poor.Funnels[0].AverageRevenue = r("45000")
	if l := Levers(poor, usualChange()).find(t, LeverGrossMargin, 0); l.NoBreakEven != NoBreakEvenEnough {
		t.Errorf("margin %v, %q", l.BreakEven, l.NoBreakEven)
	}
	rich := worked()
	rich.ExistingRevenue = r("50000")
	if l := Levers(rich, usualChange()).find(t, LeverRate, 0); l.NoBreakEven != NoBreakEvenNeeded {
		t.Errorf("rate %v, %q", l.BreakEven, l.NoBreakEven)
	}
}

// quotient is that of a/b, both decimals.
func quotient(s string) *big.Rat {
	for i := range s {
		if s[i] == '/' {
			return quo(r(s[:i]), r(s[i+1:]))
		}
	}
	return r(s)
}

// R, with k = 0:447, p = exp(lchoose(447, k) + lbeta(k + 27.5, 447 − k + 63.5) −
// lbeta(27.5, 63.5)), m = sum(k * p): sqrt(sum((k − m)^2 * p)), and of its square V
// integrate(function(x) 447 * x * (1 − x) * dbeta(x, 27.5, 63.5), 0, 1)$value / V.
func TestDoubtOfOneRate(t *testing.T) {
	p := shortened("0.3")
	p.Funnels[0].Stages[0].Rate = Rate{Value: r("0.3"), Alpha: 27.5, Beta: 63.5, Seen: 27, Of: 90}
	d := doubtOf(p, []*big.Int{big.NewInt(447)})
	near(t, "deviation", d.Deviation, 23.4780921555, 1e-8)
	near(t, "chance", d.Chance, 0.169144981413, 1e-6)
	near(t, "rate", d.Rates[0].Share, 0.830855018587, 1e-6)
	if d.Together != 0 {
		t.Errorf("one rate has %g with itself", d.Together)
	}
}

// Two rates, 10 % recovered at the second stage, 5 who come in there directly. R,
// with mb = function(f, a, b) integrate(function(x) f(x) * dbeta(x, a, b), 0, 1),
// e = function(y) y + (1 − y) * 0.1, f = function(x, y) 447 * x * e(y) + 5 * e(y):
// the mean of (f − its mean)² over both, of that of the mean of f over the one less
// its mean, and of 447·x·e(y)·(1 − x·e(y)) + 5·e(y)·(1 − e(y)).
func TestDoubtOfTwoRates(t *testing.T) {
	p := shortened("0.3", "0.25")
	stages := p.Funnels[0].Stages
	stages[0].Rate = Rate{Value: r("0.3"), Alpha: 27.5, Beta: 63.5, Seen: 27, Of: 90}
	stages[1].Rate = Rate{Value: r("0.25"), Alpha: 15.5, Beta: 45.5, Seen: 15, Of: 60}
	stages[1].Recovers, stages[1].Direct = r("0.1"), 5
	d := doubtOf(p, []*big.Int{big.NewInt(447)})
	near(t, "mean", d.Mean, 46.04348315618805, 1e-8)
	near(t, "deviation", d.Deviation, 11.83507530584659, 1e-8)
	near(t, "first rate", d.Rates[0].Share, 0.35324651500949, 1e-6)
	near(t, "second rate", d.Rates[1].Share, 0.34689813061587, 1e-6)
	near(t, "both", d.Together, 0.00809628068897, 1e-6)
	near(t, "chance", d.Chance, 0.29175907368567, 1e-6)
}

// drawDoubtful is a plan some of whose rates are uncertain.
func drawDoubtful(t *rapid.T) *Plan {
	p := drawPlan(t)
	for i := range p.Funnels {
		stages := p.Funnels[i].Stages
		for j := range stages[:len(stages)-1] {
			if of := int64(rapid.IntRange(0, 200).Draw(t, "of")); of > 0 {
				seen := int64(rapid.IntRange(1, int(of)).Draw(t, "seen"))
				stages[j].Rate = Rate{
					Value: big.NewRat(seen, of), Alpha: float64(seen) + 0.5, Beta: float64(of-seen) + 0.5, Seen: seen, Of: of,
				}
			}
		}
	}
	return p
}

func TestDoubtAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Levers(drawDoubtful(t), usualChange()).Doubt
		if d == nil {
			return
		}
		sum := d.Together + d.Chance
		shares := []float64{d.Together, d.Chance}
		for _, rate := range d.Rates {
			sum += rate.Share
			shares = append(shares, rate.Share)
		}
		for _, share := range shares {
			if share < 0 || share > 1 {
				t.Errorf("a share of %g", share)
			}
		}
		near(t, "sum of shares", sum, 1, 1e-6*float64(len(shares)))
	})
}

// What a lever says is what the changed plan itself gives.
func TestLeversAreChangedPlans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPlan(t)
		before := Targets(p)
		result := Levers(p, usualChange())
		for i := range result.Levers {
			l := &result.Levers[i]
			for _, e := range []*LeverEffect{&l.More, &l.Less, l.PointsMore, l.PointsLess} {
				if e == nil || e.To == nil {
					continue
				}
				top, exact, targets := new(big.Int), new(big.Rat), Targets(l.put(p, e.To))
				for _, f := range targets.Funnels {
					top.Add(top, f.Stages[0].Needed)
					exact.Add(exact, f.Stages[0].Exact)
				}
				if top.Cmp(e.Top) != 0 || exact.Cmp(e.ExactTop) != 0 || targets.Clients.Cmp(e.Clients) != 0 {
					t.Errorf("%s to %s: %s, %s clients; the plan says %s, %s",
						l.Kind, e.To, e.Top, e.Clients, top, targets.Clients)
				}
			}
		}
		if after := Targets(p); after.TargetRevenue.Cmp(before.TargetRevenue) != 0 || after.Clients.Cmp(before.Clients) != 0 {
			t.Error("the plan itself was changed")
		}
	})
}

// Whoever does better needs no more, and brings no less.
func TestBetterInputsNeedNoMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPlan(t)
		change := LeverChange{
			Relative: big.NewRat(int64(rapid.IntRange(1, 99).Draw(t, "relative")), 100),
			Points:   big.NewRat(int64(rapid.IntRange(1, 99).Draw(t, "points")), 100),
		}
		result := Levers(p, change)
		for i := range result.Levers {
			l := &result.Levers[i]
			if !l.workable() {
				continue
			}
			for _, e := range []*LeverEffect{&l.More, l.PointsMore} {
				if e == nil {
					continue
				}
				if e.Top.Cmp(result.Planned.Top) > 0 || e.ExactTop.Cmp(result.Planned.ExactTop) > 0 {
					t.Errorf("%s up to %s: needs %s instead of %s", l.Kind, e.To, e.Top, result.Planned.Top)
				}
				if e.ExpectedReturn.Cmp(result.Planned.ExpectedReturn) < 0 {
					t.Errorf("%s up to %s: return %s instead of %s", l.Kind, e.To, e.ExpectedReturn, result.Planned.ExpectedReturn)
				}
			}
		}
	})
}

func TestNoChangeDoesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		result := Levers(drawPlan(t), LeverChange{new(big.Rat), new(big.Rat)})
		for i := range result.Levers {
			l := &result.Levers[i]
			for _, e := range []*LeverEffect{&l.More, &l.Less, l.PointsMore, l.PointsLess} {
				if e == nil {
					continue
				}
				if e.Limited || e.Top.Cmp(result.Planned.Top) != 0 || e.ExactTop.Cmp(result.Planned.ExactTop) != 0 ||
					e.Clients.Cmp(result.Planned.Clients) != 0 || e.ExpectedProfit.Cmp(result.Planned.ExpectedProfit) != 0 ||
					e.ExpectedReturn.Cmp(result.Planned.ExpectedReturn) != 0 {
					t.Errorf("%s: %v", l.Kind, e)
				}
			}
		}
		if result.First != nil {
			t.Error("nothing was changed, and something is first")
		}
	})
}

// The break-even value of an input, put into the plan, brings a return of 0 from
// the planned volume; where there is none, no value does.
func TestBreakEvenBringsTheBudgetBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPlan(t)
		result := Levers(p, usualChange())
		volumes := make([][]int64, len(p.Funnels))
		for i, f := range Targets(p).Funnels {
			volumes[i] = make([]int64, len(f.Stages))
			volumes[i][0] = f.Stages[0].Needed.Int64()
		}
		projected := func(l *Lever, value *big.Rat) int {
			return Project(l.put(p, value), volumes).Return.Mean.Sign()
		}
		l := &result.Levers[rapid.IntRange(0, len(result.Levers)-1).Draw(t, "lever")]
		if l.BreakEven != nil {
			if sign := projected(l, l.BreakEven); sign != 0 {
				t.Errorf("%s at %s: return of sign %d", l.Kind, l.BreakEven, sign)
			}
			return
		}
		some := big.NewRat(int64(rapid.IntRange(1, 100).Draw(t, "any value")), 100)
		switch sign := projected(l, some); {
		case l.NoBreakEven == NoBreakEvenNeeded && sign < 0, l.NoBreakEven == NoBreakEvenEnough && sign > 0,
			l.NoBreakEven == NoBreakEvenNothing && sign != result.Planned.ExpectedReturn.Sign():
			t.Errorf("%s at %s: return of sign %d, although %s", l.Kind, some, sign, l.NoBreakEven)
		}
	})
}
