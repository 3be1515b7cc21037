package funnel

import (
	"fmt"
	"math"
	"math/big"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// portfolio is that of plans without actual numbers.
func portfolio(plans ...*Plan) *Portfolio {
	var list []*PortfolioPlan
	for i, p := range plans {
		list = append(list, NewPortfolioPlan(fmt.Sprint("plan ", i), p, nil, CheckRules{}))
	}
	return NewPortfolio(list, 0)
}

// drawPlans draws plans in two currencies, of as many clients as a firm may win.
func drawPlans(t *rapid.T, most int) []*Plan {
	var plans []*Plan
	for range rapid.IntRange(1, most).Draw(t, "plans") {
		p := drawPlan(t)
		p.Currency = rapid.SampledFrom([]string{"CLP", "USD"}).Draw(t, "currency")
		p.Target = Target{TargetClients, big.NewRat(rapid.Int64Range(1, 30).Draw(t, "clients"), 1)}
		for i := range p.Funnels {
			p.Funnels[i].AverageRevenue = big.NewRat(500*rapid.Int64Range(1, 40).Draw(t, "value"), 1)
			p.Funnels[i].GrossMargin = big.NewRat(rapid.Int64Range(1, 4).Draw(t, "margin"), 4)
		}
		p.RepeatPurchases, p.Referrals = new(big.Rat), new(big.Rat)
		plans = append(plans, p)
	}
	return plans
}

// A portfolio of one plan is the plan.
func TestPortfolioOfOnePlanIsThePlan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPlans(t, 1)[0]
		r, all := Compute(p), portfolio(p)
		if len(all.Totals) != 1 {
			t.Fatalf("%d totals", len(all.Totals))
		}
		total := all.Totals[0]
		for what, pair := range map[string][2]*big.Rat{
			"budget": {total.Budget, p.Budget}, "revenue": {total.Revenue, r.RevenueAtTarget},
			"profit": {total.GrossProfit, r.GrossProfitAtTarget}, "return": {total.Return, r.ReturnAtTarget},
		} {
			if pair[0].Cmp(pair[1]) != 0 {
				t.Errorf("%s is %s, want %s", what, pair[0], pair[1])
			}
		}
		if total.Clients.Cmp(r.ClientsWithReferrals) != 0 {
			t.Errorf("%s clients, want %s", total.Clients, r.ClientsWithReferrals)
		}
		if every := all.Meeting.Every; *every != *r.Chance {
			t.Errorf("the chance that every plan meets its target is %v, want %v", *every, *r.Chance)
		}
		if len(p.Funnels) == 1 && *total.Chance != *r.Chance {
			t.Errorf("the chance together is %v, want %v", *total.Chance, *r.Chance)
		}
	})
}

// Totals add up exactly, one currency apart from the other.
func TestTotalsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plans := drawPlans(t, 4)
		for _, total := range portfolio(plans...).Totals {
			budget, asked, revenue, profit, clients, n := new(big.Rat), new(big.Rat), new(big.Rat), new(big.Rat), new(big.Int), 0
			for _, p := range plans {
				if p.Currency != total.Currency {
					continue
				}
				r := Targets(p)
				n++
				budget.Add(budget, p.Budget)
				if r.ProfitAsked().Cmp(r.GrossProfitAtTarget) > 0 || p.Target.Kind == TargetReturn && r.ReturnAsked().Cmp(p.Target.Value) != 0 {
					t.Errorf("target %v asks %v and a return of %v; the whole numbers bring %v", p.Target, r.ProfitAsked(), r.ReturnAsked(), r.GrossProfitAtTarget)
				}
				asked.Add(asked, r.ProfitAsked())
				revenue.Add(revenue, r.RevenueAtTarget)
				profit.Add(profit, r.GrossProfitAtTarget)
				clients.Add(clients, r.ClientsWithReferrals)
			}
			if n != total.Plans || budget.Cmp(total.Budget) != 0 || asked.Cmp(total.Asked) != 0 || revenue.Cmp(total.Revenue) != 0 ||
				profit.Cmp(total.GrossProfit) != 0 || clients.Cmp(total.Clients) != 0 {
				t.Errorf("%s: %v", total.Currency, total)
			}
			if back := mul(total.Budget, plusOne(total.Return)); back.Cmp(profit) != 0 {
				t.Errorf("%s: a return of %s on %s is %s, want %s", total.Currency, total.Return, budget, back, profit)
			}
		}
	})
}

// The order of the plans changes nothing, and that every plan meets its target is no
// likelier than that any one does.
func TestOrderDoesNotMatterToAPortfolio(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plans := drawPlans(t, 4)
		all := portfolio(plans...)
		turned := slices.Clone(plans)
		slices.Reverse(turned)
		other := portfolio(turned...)
		for i, total := range all.Totals {
			near(t, "chance together", *other.Totals[i].Chance, *total.Chance, 1e-9)
			near(t, "middle", ratio64(other.Totals[i].Profit.Middle), ratio64(total.Profit.Middle), 1e-9*ratio64(total.Profit.Middle))
		}
		if *all.Meeting.Every != *other.Meeting.Every || !slices.Equal(all.Meeting.Met.P, other.Meeting.Met.P) {
			t.Error("the order matters to how many meet their targets")
		}
		var sum float64
		for i, p := range all.Plans {
			if chance := *p.Result.Chance; *all.Meeting.Every > chance {
				t.Errorf("all: %v, plan %d alone: %v", *all.Meeting.Every, i, chance)
			}
			sum += *p.Result.Chance
		}
		near(t, "expected", ratio64(all.Meeting.Expected), sum, 1e-12)
	})
}

func ratio64(x *big.Rat) float64 {
	f, _ := x.Float64()
	return f
}

// R: Reduce(function(p, c) c(p * (1 - c), 0) + c(0, p * c), chances, 1).
func TestNumberOf(t *testing.T) {
	for k, want := range []float64{0.0315, 0.3320, 0.4550, 0.1680, 0.0135} {
		near(t, fmt.Sprint("P of ", k), numberOf([]float64{.1, .5, .9, .3}).P[k], want, 1e-15)
	}
	// With one chance it is the binomial. R: binom.test(2, 20, 0.5)$p.value, qbinom(c(.05, .95), 20, .5).
	number := numberOf(slices.Repeat([]float64{0.5}, 20))
	near(t, "p", number.asUnlikelyAs(2), 0.000402450561523438, 1e-15)
	if low, high := number.Quantile(0.05), number.Quantile(0.95); low != 6 || high != 14 {
		t.Errorf("quantiles %d and %d, want 6 and 14", low, high)
	}
}

// R, with p the probabilities of a Beta-binomial, exp(lchoose(n, k) + lbeta(k + a, n - k + b) - lbeta(a, b))
// for n = 100, a = 27.5 and b = 63.5: sums of (k - mu)^r * p.
func TestMomentsOfSuccesses(t *testing.T) {
	chain := Chain{Steps: []Step{{Rate: r("0.3"), Alpha: 27.5, Beta: 63.5}}, Base: []int64{40, 0}}
	m := chain.successMoments(60)
	for what, pair := range map[string][2]float64{
		"mean": {m.mean, 30.2197802197803}, "k2": {m.k2, 43.7793364065462}, "k3": {m.k3, 54.1926418758000},
		"k4": {m.k4, -43.9753693802713}, "k5": {m.k5, -757.8623827632837},
	} {
		near(t, what, pair[0], pair[1], 1e-6*math.Abs(pair[1]))
	}
	// A binomial's own, from its formula, of few entries and of a million.
	for _, n := range []int64{3, 447, 1_000_000} {
		got, want := fixedChain("0.3", "0.5").successMoments(n), binomial{n: n, p: 0.15, q: 0.85}.moments()
		near(t, "mean", got.mean, want.mean, 1e-12*want.mean)
		near(t, "k2", got.k2, want.k2, 1e-12*want.k2)
		near(t, "k3", got.k3, want.k3, 1e-9*want.k2*math.Sqrt(want.k2))
		near(t, "k4", got.k4, want.k4, 1e-9*want.k2*want.k2)
	}
}

// The moments are those of the distribution, with those in progress and those who
// come in directly, and with uncertain rates.
func TestMomentsAreThoseOfTheDistribution(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		chain := Chain{Base: []int64{rapid.Int64Range(0, 30).Draw(t, "base")}}
		for range rapid.IntRange(1, 3).Draw(t, "steps") {
			step := Step{Rate: big.NewRat(rapid.Int64Range(5, 95).Draw(t, "rate"), 100), Recovers: big.NewRat(rapid.Int64Range(0, 50).Draw(t, "recovers"), 100)}
			if rapid.Bool().Draw(t, "uncertain") {
				of := rapid.Float64Range(40, 400).Draw(t, "of")
				rate, _ := step.Rate.Float64()
				step.Alpha, step.Beta = of*rate+1, of*(1-rate)+1
			}
			chain.Steps = append(chain.Steps, step)
			chain.Base = append(chain.Base, rapid.Int64Range(0, 30).Draw(t, "base"))
		}
		arrivals := make([]int64, len(chain.Base))
		arrivals[0] = rapid.Int64Range(1, 300).Draw(t, "n")
		m, d := chain.successMoments(arrivals[0]), chain.successes(arrivals)
		near(t, "mean", m.mean, d.Mean(), 1e-4*(1+m.mean))
		var variance float64
		for j, p := range d.P {
			off := float64(d.First) + float64(j)*float64(d.Step) - d.Mean()
			variance += off * off * p
		}
		near(t, "variance", m.k2, variance, 2e-3*(1+variance))
	})
}

// From cumulants and from distributions comes the same chance.
func TestManyFunnelsByTheirCumulants(t *testing.T) {
	for _, same := range []bool{true, false} {
		var funnels []*FunnelResult
		asked := newAskedTogether()
		var entries []Distribution
		var counts []moments
		for i := range enoughFunnels {
			p := worked()
			p.Target = Target{TargetClients, big.NewRat(int64(4+i%7), 1)}
			p.Funnels[0].Stages[0].Rate = Rate{Value: r("0.3"), Alpha: 30.5 + float64(i%3), Beta: 70.5}
			p.Funnels[0].AverageRevenue = big.NewRat(5000, 1)
			if !same {
				p.Funnels[0].AverageRevenue = big.NewRat(int64(3000+250*(i%11)), 1)
			}
			f := &Targets(p).Funnels[0]
			funnels = append(funnels, f)
			asked.add(f, profitOf(p, f.Funnel), f.arrivals())
			entries = append(entries, successes(f))
			counts = append(counts, f.Funnel.chainTo(f.Funnel.Success).successMoments(f.arrivals()[0]))
		}
		series, whole := spreadOf(counts, asked.worths), SumOf(entries, asked.worths)
		if _, taken := sumOfMany(funnels, counts, asked.worths).amounts.(spread); !taken || !series.nearlyNormal() {
			t.Error("the cumulants of many funnels are not taken")
		}
		for _, part := range []string{"0.8", "0.95", "1", "1.05", "1.2"} {
			x := mul(asked.sum, r(part))
			got, doubt := series.atLeast(x)
			want, _ := whole.AtLeast(x)
			near(t, fmt.Sprintf("P(sum ≥ %s of what is asked)", part), got, want, doubt)
		}
		for _, p := range []float64{0.1, 0.5, 0.9} {
			near(t, fmt.Sprint("quantile ", p), ratio64(series.quantile(p)), ratio64(whole.Quantile(p)), ratio64(series.unit))
		}
	}
}

// withPeople is a plan of a quarter whose meetings take people.
func withPeople(start Date, days Date, people, perWeek int64) *Plan {
	p := worked()
	p.Period = &Span{start, start + days - 1}
	p.Target = Target{TargetClients, big.NewRat(10, 1)}
	p.Funnels[0].Stages[2].Owner = "sales"
	p.Funnels[0].Stages[2].Capacity = &Capacity{People: big.NewRat(people, 1), PerWeek: big.NewRat(perWeek, 1)}
	return p
}

// 67 meetings in 12 weeks of five days at 4 a week and person are 67 / 48 people. Where
// two plans meet they add up; where they follow each other they do not.
func TestPeopleAddUpOnlyWherePlansMeet(t *testing.T) {
	monday := NewDate(2027, time.January, 4)
	alone := portfolio(withPeople(monday, 84, 2, 4)).People
	if len(alone) != 1 || alone[0].Owner != "sales" || alone[0].Most.Needed.Cmp(big.NewRat(67, 48)) != 0 || len(alone[0].Weeks) != 12 {
		t.Fatalf("alone: %+v", alone)
	}
	if got := alone[0].Most.PeopleNeeded(); got.Int64() != 2 {
		t.Errorf("%s people, want 2", got)
	}
	after := portfolio(withPeople(monday, 84, 2, 4), withPeople(monday+84, 84, 2, 4)).People[0]
	if after.Most.Needed.Cmp(big.NewRat(67, 48)) != 0 || after.Most.Plans != 1 || len(after.Weeks) != 24 {
		t.Errorf("one after the other: %+v", after)
	}
	meet := portfolio(withPeople(monday, 84, 2, 4), withPeople(monday+70, 84, 2, 4)).People[0]
	if meet.Most.Needed.Cmp(big.NewRat(67, 24)) != 0 || meet.Most.Named.Cmp(big.NewRat(4, 1)) != 0 || meet.Most.Plans != 2 {
		t.Errorf("two weeks at once: %+v", meet.Most)
	}
	if want := WeekOf(monday + 70); meet.Most.Week != want || len(meet.Weeks) != 22 || meet.Short != 0 {
		t.Errorf("%+v, want %s to be the busiest", meet, want)
	}
}

// Whom several plans name is there once; where one plan names nobody, nobody knows.
func TestStaffOfTheBusiestWeek(t *testing.T) {
	monday := NewDate(2027, time.January, 4)
	one, two := withPeople(monday, 84, 2, 4), withPeople(monday, 84, 2, 4)
	one.Staff = map[string][]Person{"sales": {{"Ana", "ana"}, {"Luis", "luis"}}, "marketing": {{"Eva", "eva"}}}
	two.Staff = map[string][]Person{"sales": {{"Luis", "luis"}, {"ANA", "ana"}}}
	if staff := portfolio(one, two).People[0].Staff; len(staff) != 2 || staff[0].Name != "ANA" || staff[1].Name != "Luis" {
		t.Errorf("%v", staff)
	}
	two.Staff = nil
	if staff := portfolio(one, two).People[0].Staff; len(staff) != 0 {
		t.Errorf("%v, though one plan names nobody", staff)
	}
}

// A stage that is more than its people can handle is short in each of its weeks; one
// owner with two stages has a sum of both; what is in season takes more people.
func TestPeopleOfOneOwner(t *testing.T) {
	p := withPeople(NewDate(2027, time.January, 4), 84, 1, 4)
	p.Funnels[0].Stages[3].Owner = "sales"
	p.Funnels[0].Stages[3].Capacity = &Capacity{People: r("0.5"), PerDay: r("1")}
	all := portfolio(p).People
	if len(all) != 3 || all[0].Stage != "" || all[0].Most.Needed.Cmp(new(big.Rat).Add(big.NewRat(67, 48), big.NewRat(40, 60))) != 0 {
		t.Fatalf("%+v", all)
	}
	if meetings := all[1]; meetings.Stage != "meeting" && all[2].Stage != "meeting" || meetings.Short+all[2].Short != 24 {
		t.Errorf("%+v", all)
	}
	p.Seasonality = Seasonality{Unit: EachMonth, Weights: map[Season]*big.Rat{{0, 2}: r("2")}}
	for _, people := range portfolio(p).People {
		if days := people.Most.Week.Days(); days.Start.Time().Month() != time.February {
			t.Errorf("the busiest week of %q begins on %s", people.Stage, days.Start)
		}
	}
}

// busyWith is a plan in which somebody does something.
func busyWith(who string, dates ...Span) *Plan {
	p := worked()
	p.Activities = []Activity{{ID: "trip", Name: "Trip", Stage: -1, Funnel: -1, Dates: dates}}
	for _, name := range []string{who} {
		p.Activities[0].People = append(p.Activities[0].People, Person{Name: name, Key: name})
	}
	return p
}

func TestClashes(t *testing.T) {
	day := NewDate(2027, time.April, 12)
	week := func(first Date) Span { return Span{first, first + 4} }
	for _, test := range []struct {
		name  string
		plans []*Plan
		want  []Span // of the only clash; none where there is none
	}{
		{"two trips that share two days", []*Plan{busyWith("ana", week(day)), busyWith("ana", week(day+3))}, []Span{{day + 3, day + 4}}},
		{"one after the other", []*Plan{busyWith("ana", week(day)), busyWith("ana", week(day+5))}, nil},
		{"different people", []*Plan{busyWith("ana", week(day)), busyWith("luis", week(day))}, nil},
		{"twice", []*Plan{busyWith("ana", week(day), week(day+14)), busyWith("ana", Span{day + 1, day + 16})}, []Span{{day + 1, day + 4}, {day + 14, day + 16}}},
		{"within one plan", func() []*Plan {
			p := busyWith("ana", week(day))
			p.Activities = append(p.Activities, p.Activities[0])
			return []*Plan{p, worked()}
		}(), nil},
	} {
		got := portfolio(test.plans...).Clashes
		switch {
		case len(test.want) == 0 && len(got) > 0:
			t.Errorf("%s: %+v", test.name, got)
		case len(test.want) > 0 && (len(got) != 1 || !slices.Equal(got[0].Days, test.want)):
			t.Errorf("%s: %+v, want %v", test.name, got, test.want)
		}
	}
}

// What is done every week is a clash with a trip, but not with what another plan does
// every week.
func TestClashesOfWhatIsDoneOverAndOver(t *testing.T) {
	day := NewDate(2027, time.April, 12)
	weekly := busyWith("ana")
	weekly.Activities[0].Every = &Cadence{N: 1, Unit: EveryWeek, Within: Span{day, day + 60}}
	if got := portfolio(weekly, weekly).Clashes; len(got) != 0 {
		t.Errorf("two things of every week: %+v", got)
	}
	got := portfolio(busyWith("ana", Span{day + 5, day + 15}), weekly).Clashes
	if want := []Span{{day + 7, day + 7}, {day + 14, day + 14}}; len(got) != 1 || !slices.Equal(got[0].Days, want) {
		t.Errorf("%+v, want %v", got, want)
	}
}

// Whoever is named by so many plans has clashes without end: they are bounded.
func TestClashesAreBounded(t *testing.T) {
	day := NewDate(2027, time.April, 12)
	var plans []*Plan
	for range 150 {
		plans = append(plans, busyWith("ana", Span{day, day + 4}))
	}
	if got := len(portfolio(plans...).Clashes); got != MaxClashes {
		t.Errorf("%d clashes, want %d", got, MaxClashes)
	}
}

func TestPlansInOrder(t *testing.T) {
	small, large := worked(), worked()
	small.Name, large.Name = "b", "a"
	large.Budget = r("90000")
	large.Funnels[0].Budget = large.Budget
	large.Period = &Span{0, 30}
	other := worked()
	other.Name, other.Currency, other.Budget = "c", "CLP", r("50000000")
	names := func(order string) (s string) {
		p := portfolio(small, large, other).Plans
		SortPlans(p, order)
		for _, one := range p {
			s += one.Name()
		}
		return s
	}
	for order, want := range map[string]string{"given": "bac", "name": "abc", "start": "abc", "budget": "cab"} {
		small.Currency, large.Currency = "USD", "USD"
		if got := names(order); got != want {
			t.Errorf("by %s: %s, want %s", order, got, want)
		}
	}
	for _, order := range PortfolioOrders() {
		if names(order) == "" {
			t.Errorf("%s is no order", order)
		}
	}
}
