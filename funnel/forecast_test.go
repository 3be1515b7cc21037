package funnel_test

import (
	"fmt"
	"math"
	"math/big"
	"testing"

	"embudo/funnel"
)

// allButCertain is a prior that leaves a plain rate as it is.
const allButCertain = 1_000_000_000

func onePlan(clients string, lag funnel.Lag) *funnel.Plan {
	p := &funnel.Plan{
		MinorUnits: 2, Period: &funnel.Span{Start: funnel.NewDate(2027, 1, 1), End: funnel.NewDate(2027, 3, 31)},
		Budget: rat("40000"), Target: funnel.Target{Kind: funnel.TargetClients, Value: rat(clients)},
		ExistingRevenue: rat("0"), GrossMargin: rat("1"), RepeatPurchases: rat("0"), Referrals: rat("0"),
	}
	p.Funnels = []funnel.Funnel{{
		ID: "main", Share: rat("1"), Budget: p.Budget, AverageRevenue: rat("10000"), GrossMargin: rat("1"), Success: 1,
		Stages: []funnel.Stage{{ID: "mql", Rate: funnel.Rate{Value: rat("0.3")}, Lag: lag}, {ID: "client"}},
	}}
	return p
}

// leadsOn are leads of one day of whom so many have gone on, on the day after.
func leadsOn(ends funnel.Date, groups ...funnel.Cohort) *funnel.Actuals {
	a := &funnel.Actuals{Ends: &ends, Funnels: []funnel.FunnelActuals{{Stages: []funnel.StageActuals{
		{Known: true, Records: true, Cohorts: groups}, {Known: true, Records: true},
	}}}}
	stages := a.Funnels[0].Stages
	for _, c := range groups {
		e := funnel.Entries{From: c.Day, To: c.Day, Count: c.Entered}
		for _, w := range c.Gone {
			e.WentOn += w.Count
			day := c.Day + funnel.Date(w.Days)
			stages[1].Entries = append(stages[1].Entries, funnel.Entries{From: day, To: day, Count: w.Count})
		}
		stages[0].Entries = append(stages[0].Entries, e)
	}
	return a
}

func march(day int) funnel.Date { return funnel.NewDate(2027, 3, day) }

func near(t *testing.T, what string, got *big.Rat, want, within float64) {
	t.Helper()
	if x, _ := got.Float64(); math.Abs(x-want) > within {
		t.Errorf("%s: %v, want %v", what, x, want)
	}
}

// Twenty leads of 20 March can be clients on the 30th, seven of the 24th cannot
// before April, and whoever comes now is too late: R's 1 - pbinom(4, 20, .3).
func TestForecastCountsOnlyWhoIsInTime(t *testing.T) {
	p := onePlan("5", funnel.Lag{Low: 240, High: 240})
	a := leadsOn(march(25), funnel.Cohort{Day: march(20), Entered: 20}, funnel.Cohort{Day: march(24), Entered: 7})
	f := funnel.Forecast(funnel.Targets(p), a, funnel.ForecastRules{AsOf: march(25), Prior: allButCertain, Pace: funnel.PacePlan})
	if math.Abs(*f.Chance-0.762) > 0.0011 {
		t.Errorf("chance %v, want 0.762", *f.Chance)
	}
	client := &f.Funnels[0].Stages[1]
	near(t, "on the way", client.OnTheWay, 6, 0.01)
	near(t, "to come", client.ToCome, 0, 0)
	near(t, "late", f.Funnels[0].Late, 2.1, 0.01)
	// R's qbinom(c(.1, .5, .9), 20, .3)
	for i, want := range []int64{3, 6, 9} {
		if got := []*big.Rat{client.Entries.Low, client.Entries.Middle, client.Entries.High}[i]; got.Cmp(big.NewRat(want, 1)) != 0 {
			t.Errorf("quantile %d: %v, want %d", i, got, want)
		}
	}
	near(t, "revenue", f.Revenue.Mean, 60000, 100)
	near(t, "return", f.Return.Middle, 0.5, 0)
}

// Of a hundred who are still there after a time, so many go on in the days left as
// e (F(a + left) − F(a)) / (1 − e F(a)).
func TestForecastOfThoseOnTheirWay(t *testing.T) {
	p := onePlan("30", funnel.Lag{Low: 5 * 24, High: 41 * 24})
	a := leadsOn(march(11), funnel.Cohort{Day: march(1), Entered: 100})
	f := funnel.Forecast(funnel.Targets(p), a, funnel.ForecastRules{AsOf: march(11), Prior: allButCertain, Pace: funnel.PacePlan})
	// m = (log(5) + log(41)) / 2; s = (log(41) - log(5)) / 2 / qnorm(.95)
	// F = function(d) plnorm(d + .5, m, s); 100 * .3 * (F(30) - F(10)) / (1 - .3 * F(10))
	client := &f.Funnels[0].Stages[1]
	comes, _ := client.ToCome.Float64()
	if comes <= 0 {
		t.Errorf("nobody comes in the days left")
	}
	near(t, "on the way", client.OnTheWay, wayOfHundred, 0.01)
}

// wayOfHundred is what R gives for the formulas above.
const wayOfHundred = 18.7973311234

// Leads that were lost are out, and those still there are worth the more: that
// some who never go on are known does not change how many do.
func TestForecastKnowsTheLost(t *testing.T) {
	p := onePlan("30", funnel.Lag{Low: 5 * 24, High: 41 * 24})
	look := func(c funnel.Cohort) *big.Rat {
		f := funnel.Forecast(funnel.Targets(p), leadsOn(march(11), c), funnel.ForecastRules{AsOf: march(11), Pace: funnel.PacePlan})
		return f.Funnels[0].Stages[1].OnTheWay
	}
	open := look(funnel.Cohort{Day: march(1), Entered: 60})
	lost := look(funnel.Cohort{Day: march(1), Entered: 100, Lost: []funnel.Wait{{Days: 3, Count: 40}}})
	all := look(funnel.Cohort{Day: march(1), Entered: 100})
	n, _ := all.Float64()
	near(t, "on the way with 40 of 100 lost", lost, n, 0.5)
	if lost.Cmp(open) <= 0 {
		t.Errorf("60 left of 100 are worth %v, as many of whom nobody was lost %v", lost, open)
	}
}

// With rates that are certain and no lags, what it takes before the first day is
// what the plan says it takes: the worked example of the design.
func TestForecastNeedsWhatThePlanNeeds(t *testing.T) {
	p := onePlan("10", funnel.Lag{})
	f := &p.Funnels[0]
	f.Stages = nil
	for _, percent := range []int64{30, 50, 60, 25} {
		f.Stages = append(f.Stages, funnel.Stage{ID: "s" + big.NewInt(percent).String(), Rate: funnel.Rate{Value: big.NewRat(percent, 100)}})
	}
	f.Stages = append(f.Stages, funnel.Stage{ID: "client"})
	f.Success = 4
	nothing := &funnel.Actuals{Funnels: []funnel.FunnelActuals{{Stages: make([]funnel.StageActuals, 5)}}}
	for i := range nothing.Funnels[0].Stages {
		nothing.Funnels[0].Stages[i].Known = true
	}
	got := funnel.Forecast(funnel.Targets(p), nothing, funnel.ForecastRules{
		AsOf: p.Period.Start - 1, Prior: allButCertain, Confidence: []*big.Rat{rat("0.5"), rat("0.8"), rat("0.9"), rat("0.95")},
	})
	want := [][]int64{{430, 555, 629, 695}, {129, 166, 187, 206}, {65, 82, 93, 102}, {39, 49, 55, 60}, {10, 10, 10, 10}}
	for i, row := range want {
		for j, n := range row {
			if further := got.Funnels[0].Stages[i].Further[j].Entries; further.Cmp(big.NewInt(n)) != 0 {
				t.Errorf("stage %d, confidence %d: %v, want %d", i, j, further, n)
			}
		}
	}
	if math.Abs(*got.Chance-0.551) > 0.0011 || math.Abs(*got.PlanChance-0.5507) > 0.0001 {
		t.Errorf("chance %v, of the plan %v, want 0.5507", *got.Chance, *got.PlanChance)
	}
}

// Counts name nobody, but their sums are kept: of 100 entries with 20 gone, 80 are
// left, the younger the more.
func TestForecastOfCounts(t *testing.T) {
	p := onePlan("30", funnel.Lag{Low: 5 * 24, High: 41 * 24})
	a := leadsOn(march(20), funnel.Cohort{Day: march(1), Entered: 50, Gone: []funnel.Wait{{Days: 15, Count: 20}}}, funnel.Cohort{Day: march(15), Entered: 50})
	byLead := funnel.Forecast(funnel.Targets(p), a, funnel.ForecastRules{AsOf: march(20), Pace: funnel.PacePlan})
	for i := range a.Funnels[0].Stages {
		a.Funnels[0].Stages[i].Records, a.Funnels[0].Stages[i].Cohorts = false, nil
	}
	byCount := funnel.Forecast(funnel.Targets(p), a, funnel.ForecastRules{AsOf: march(20), Pace: funnel.PacePlan})
	lead, _ := byLead.Funnels[0].Stages[1].OnTheWay.Float64()
	near(t, "on the way by counts", byCount.Funnels[0].Stages[1].OnTheWay, lead, 1.5)
	if byCount.Funnels[0].Stages[1].SoFar.Int64() != 20 {
		t.Errorf("so far %v, want 20", byCount.Funnels[0].Stages[1].SoFar)
	}
}

// Who goes on before the plan begins is no entry of the plan's, and not late either.
func TestForecastOfThoseWhoGoOnBeforeThePlan(t *testing.T) {
	p := onePlan("5", funnel.Lag{Low: 240, High: 240})
	day := funnel.NewDate(2026, 12, 15)
	for _, test := range []struct {
		entered  funnel.Date
		onTheWay float64
	}{
		{funnel.NewDate(2026, 12, 10), 0}, // ten days later it is still December
		{day, 0},
		{funnel.NewDate(2026, 12, 22), 6}, // twenty at 30 %
	} {
		asOf := max(day, test.entered)
		a := leadsOn(asOf, funnel.Cohort{Day: test.entered, Entered: 20})
		f := funnel.Forecast(funnel.Targets(p), a, funnel.ForecastRules{AsOf: asOf, Prior: allButCertain, Pace: funnel.PacePlan})
		near(t, test.entered.String()+", on the way", f.Funnels[0].Stages[1].OnTheWay, test.onTheWay, 0.01)
		near(t, test.entered.String()+", late", f.Funnels[0].Late, 0, 0.01)
	}
}

// Counts from before the plan tell who is on the way when it begins, as leads do:
// a funnel that runs as planned is not taken for one that does better.
func TestForecastOfCountsFromBeforeThePlan(t *testing.T) {
	p := onePlan("30", funnel.Lag{Low: 20 * 24, High: 20 * 24})
	ends := funnel.NewDate(2027, 1, 31)
	count := func(stage *funnel.StageActuals, from, to funnel.Date, each int64) {
		for day := from; day <= to; day++ {
			stage.Entries = append(stage.Entries, funnel.Entries{From: day, To: day, Count: each})
		}
	}
	a := leadsOn(ends)
	stages := a.Funnels[0].Stages
	for i := range stages {
		stages[i].Records = false
	}
	count(&stages[0], funnel.NewDate(2026, 11, 1), ends, 10)
	count(&stages[1], funnel.NewDate(2026, 11, 1), ends, 3) // at 30 %, from October's as well
	f := funnel.Forecast(funnel.Targets(p), a, funnel.ForecastRules{AsOf: ends, Pace: funnel.PacePlan})
	rate := f.Funnels[0].Rates[0]
	if got := fmt.Sprint(rate.Gone, " of ", rate.Came); got != "33 of 110" { // of 1 to 11 January, on 21 to 31
		t.Errorf("%s went on, want 33 of 110", got)
	}
	near(t, "on the way", f.Funnels[0].Stages[1].OnTheWay, 60, 0.5) // 20 days of 3
}

// That nobody has come is no proof that nobody will.
func TestForecastAfterNobody(t *testing.T) {
	p := onePlan("1", funnel.Lag{})
	half := funnel.NewDate(2027, 2, 14)
	f := funnel.Forecast(funnel.Targets(p), leadsOn(half), funnel.ForecastRules{AsOf: half, Pace: funnel.PaceActual})
	if *f.Chance <= 0.01 || *f.Chance >= 0.3 {
		t.Errorf("chance %v", *f.Chance)
	}
	near(t, "to come", f.Funnels[0].Stages[0].ToCome, 0.5, 0.1) // half of one in half of the days
}

// Two lags of half a day are a day, for a forecast as for a window.
func TestForecastOfHours(t *testing.T) {
	p := onePlan("1", funnel.Lag{Low: 12, High: 12})
	stages := p.Funnels[0].Stages
	p.Funnels[0].Stages = []funnel.Stage{stages[0], {ID: "sql", Rate: funnel.Rate{Value: rat("1")}, Lag: funnel.Lag{Low: 12, High: 12}}, stages[1]}
	p.Funnels[0].Success = 2
	for day, want := range map[int]float64{30: 6, 31: 0} { // 20 at 30 %
		a := leadsOn(march(day), funnel.Cohort{Day: march(day), Entered: 20})
		a.Funnels[0].Stages = append(a.Funnels[0].Stages, funnel.StageActuals{Known: true, Records: true})
		f := funnel.Forecast(funnel.Targets(p), a, funnel.ForecastRules{AsOf: march(day), Prior: allButCertain, Pace: funnel.PacePlan})
		near(t, "clients from the leads of March "+fmt.Sprint(day), f.Funnels[0].Stages[2].OnTheWay, want, 0.01)
	}
}

// The pace so far is that of the whole of the entries over what was due of them.
func TestForecastAtThePaceSoFar(t *testing.T) {
	p := onePlan("30", funnel.Lag{})
	half := funnel.NewDate(2027, 2, 14) // 32 of the 64 working days are left
	a := leadsOn(half, funnel.Cohort{Day: funnel.NewDate(2027, 1, 4), Entered: 80})
	f := funnel.Forecast(funnel.Targets(p), a, funnel.ForecastRules{AsOf: half, Pace: funnel.PaceActual})
	worked, left := funnel.Span{Start: p.Period.Start, End: half}.WorkingDays(nil), funnel.Span{Start: half + 1, End: p.Period.End}.WorkingDays(nil)
	near(t, "to come", f.Funnels[0].Stages[0].ToCome, 80*float64(left)/float64(worked), 0.05)
	if f.Pace != funnel.PaceActual || f.OtherPace != funnel.PacePlan || f.OtherChance == nil {
		t.Errorf("pace %q, other %q", f.Pace, f.OtherPace)
	}
}

// Without a pace the plan's counts until a quarter of the period is over.
func TestForecastChoosesThePace(t *testing.T) {
	p := onePlan("30", funnel.Lag{})
	for day, want := range map[funnel.Date]funnel.Pace{funnel.NewDate(2027, 1, 20): funnel.PacePlan, funnel.NewDate(2027, 1, 26): funnel.PaceActual} {
		a := leadsOn(day, funnel.Cohort{Day: funnel.NewDate(2027, 1, 4), Entered: 30})
		if f := funnel.Forecast(funnel.Targets(p), a, funnel.ForecastRules{AsOf: day}); f.Pace != want {
			t.Errorf("on %v the pace is %q, want %q", day, f.Pace, want)
		}
	}
}

// After the period nothing is left to foresee: what came in later does not count.
func TestForecastOfThePast(t *testing.T) {
	p := onePlan("5", funnel.Lag{})
	april := funnel.NewDate(2027, 4, 20)
	a := leadsOn(april, funnel.Cohort{Day: march(20), Entered: 20, Gone: []funnel.Wait{{Days: 2, Count: 4}, {Days: 25, Count: 3}}})
	f := funnel.Forecast(funnel.Targets(p), a, funnel.ForecastRules{AsOf: april})
	if !f.Over || *f.Chance != 0 || f.Funnels[0].Stages[1].SoFar.Int64() != 4 {
		t.Errorf("over %v, chance %v, so far %v; want over, 0, 4", f.Over, *f.Chance, f.Funnels[0].Stages[1].SoFar)
	}
}

// Revenue begins with what came in, and spend is never below the budget.
func TestForecastOfMoney(t *testing.T) {
	p := onePlan("5", funnel.Lag{Low: 240, High: 240})
	p.RepeatPurchases = rat("0.5")
	a := leadsOn(march(25), funnel.Cohort{Day: march(1), Entered: 20, Gone: []funnel.Wait{{Days: 10, Count: 2}}}, funnel.Cohort{Day: march(20), Entered: 10})
	a.Money = funnel.MoneyKnown{Spend: true, Revenue: true}
	a.Revenue = []funnel.Amount{{From: march(11), To: march(11), Value: rat("25000")}}
	a.Spend = []funnel.Amount{{From: march(11), To: march(11), Value: rat("41000")}}
	f := funnel.Forecast(funnel.Targets(p), a, funnel.ForecastRules{AsOf: march(25), Prior: allButCertain, Pace: funnel.PacePlan})
	// 25,000 from two clients, half a purchase more of each, and three clients more
	// at 15,000 each.
	near(t, "revenue", f.Revenue.Mean, 25000+10000+3*15000, 100)
	if f.Spend.Cmp(rat("41000")) != 0 {
		t.Errorf("spend %v, want 41000", f.Spend)
	}
}

// Days after a stage's window weigh what they do in their season: with a window
// that ends before the period, the pace so far goes on until the period ends.
func TestForecastAfterTheWindow(t *testing.T) {
	p := onePlan("30", funnel.Lag{Low: 30 * 24, High: 30 * 24})
	day := march(10) // the window ends on 1 March
	a := leadsOn(day, funnel.Cohort{Day: funnel.NewDate(2027, 1, 4), Entered: 80})
	rules := funnel.ForecastRules{AsOf: day, Pace: funnel.PaceActual, Confidence: []*big.Rat{rat("0.8")}}
	f := funnel.Forecast(funnel.Targets(p), a, rules)
	worked, left := funnel.Span{Start: p.Period.Start, End: day}.WorkingDays(nil), funnel.Span{Start: day + 1, End: p.Period.End}.WorkingDays(nil)
	near(t, "to come", f.Funnels[0].Stages[0].ToCome, 80*float64(left)/float64(worked), 0.05)
	if further := f.Funnels[0].Stages[0].Further[0].Entries; further != nil {
		t.Errorf("%v more would do, but nobody is in time", further)
	}
}

// A rate over a stage that the data do not speak of has parameters out of long
// sums, which are shown with the decimals that are known.
func TestForecastShowsRoundedPriors(t *testing.T) {
	p := onePlan("10", funnel.Lag{})
	stage := funnel.Stage{ID: "sql", Rate: funnel.Rate{Value: rat("0.7"), Alpha: 27.5, Beta: 11.5}}
	p.Funnels[0].Stages = []funnel.Stage{p.Funnels[0].Stages[0], stage, {ID: "client"}}
	p.Funnels[0].Success = 2
	a := &funnel.Actuals{Funnels: []funnel.FunnelActuals{{Stages: []funnel.StageActuals{{Known: true}, {}, {Known: true}}}}}
	f := funnel.Forecast(funnel.Targets(p), a, funnel.ForecastRules{AsOf: p.Period.Start, Pace: funnel.PacePlan})
	prior := f.Funnels[0].Rates[0].Prior
	for _, x := range []float64{prior.Alpha, prior.Beta} {
		if x <= 0 || math.Round(x*1e5)/1e5 != x {
			t.Errorf("%v is shown with more than five decimals", x)
		}
	}
}

// Those in progress when the period begins are still to go on the evening before,
// also where the plan has no lags: the chance is then the plan's own.
func TestForecastCountsOnThoseInProgress(t *testing.T) {
	for _, lag := range []funnel.Lag{{}, {Low: 24, High: 24}, {Low: 24, High: 240}} {
		p := onePlan("10", lag)
		p.Funnels[0].Stages[0].InProgress = 34
		nobody := &funnel.Actuals{Funnels: []funnel.FunnelActuals{{Stages: []funnel.StageActuals{{Known: true}, {Known: true}}}}}
		for _, eve := range []funnel.Date{p.Period.Start - 2, p.Period.Start - 1} {
			f := funnel.Forecast(funnel.Compute(p), nobody, funnel.ForecastRules{AsOf: eve, Prior: allButCertain, Pace: funnel.PacePlan})
			for what, chance := range map[string]*float64{"chance": f.Chance, "start": f.StartChance} {
				if math.Abs(*chance-*f.PlanChance) > 0.0011 {
					t.Errorf("lag %v, as of %v, %s: %v, want the plan's %v", lag, eve, what, *chance, *f.PlanChance)
				}
			}
		}
	}
}

// Ten a day come in and three a day go on, as it was before the quarter: that is
// 3 in 10, also where it takes a month, and the first to arrive came from before.
func TestForecastTakesRatesOfGoingBusiness(t *testing.T) {
	for _, lag := range []funnel.Lag{{Low: 30 * 24, High: 30 * 24}, {Low: 10 * 24, High: 60 * 24}} {
		p := onePlan("10", lag)
		for _, until := range []funnel.Date{funnel.NewDate(2027, 1, 15), funnel.NewDate(2027, 2, 15), march(1)} {
			a := &funnel.Actuals{Ends: &until, Funnels: []funnel.FunnelActuals{{Stages: []funnel.StageActuals{{Known: true}, {Known: true}}}}}
			for day := p.Period.Start; day <= until; day++ {
				for stage, n := range []int64{10, 3} {
					s := &a.Funnels[0].Stages[stage]
					s.Entries = append(s.Entries, funnel.Entries{From: day, To: day, Count: n})
				}
			}
			f := funnel.Forecast(funnel.Targets(p), a, funnel.ForecastRules{AsOf: until, Pace: funnel.PacePlan})
			if rate := f.Funnels[0].Rates[0].Mean; math.Abs(rate-0.3) > 0.02 {
				t.Errorf("lag %v, as of %v: a rate of %v, want 0.3", lag, until, rate)
			}
		}
	}
}

// Who became a client stays one: what is reached is sure, however many are still
// on their way, and one client fewer is not.
func TestForecastOfATargetThatIsReached(t *testing.T) {
	gone := []funnel.Wait{{Days: 1, Count: 6}}
	a := leadsOn(march(25), funnel.Cohort{Day: march(20), Entered: 20, Gone: gone})
	for target, reached := range map[string]bool{"5": true, "6": true, "7": false} {
		p := onePlan(target, funnel.Lag{})
		f := funnel.Forecast(funnel.Targets(p), a, funnel.ForecastRules{AsOf: march(25)})
		if f.Reached != reached || (*f.Chance == 1) != reached {
			t.Errorf("%s clients: reached %t with a chance of %v, want %t", target, f.Reached, *f.Chance, reached)
		}
	}
}
