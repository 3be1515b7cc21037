package funnel_test

import (
	"math"
	"math/big"
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"embudo/funnel"
)

// anyPlan draws a plan of one or two funnels with everything that a forecast looks
// at.
func anyPlan(t *rapid.T) *funnel.Plan {
	start := funnel.NewDate(2027, 1, 1)
	p := &funnel.Plan{
		MinorUnits: 2, Period: &funnel.Span{Start: start, End: start + funnel.Date(rapid.IntRange(0, 120).Draw(t, "days"))},
		Budget: rat("40000"), Target: funnel.Target{Kind: funnel.TargetKind(rapid.IntRange(0, 2).Draw(t, "kind"))},
		ExistingRevenue: rat("0"), GrossMargin: rat("1"),
		RepeatPurchases: big.NewRat(int64(rapid.IntRange(0, 2).Draw(t, "repeat")), 2),
		Referrals:       big.NewRat(int64(rapid.IntRange(0, 2).Draw(t, "referrals")), 4),
	}
	p.Target.Value = map[funnel.TargetKind]*big.Rat{
		funnel.TargetReturn: rat("1.5"), funnel.TargetRevenue: rat("90000"), funnel.TargetClients: rat("9"),
	}[p.Target.Kind]
	funnels := int64(rapid.IntRange(1, 2).Draw(t, "funnels"))
	for i := range funnels {
		share := big.NewRat(1, funnels)
		f := funnel.Funnel{
			ID: string(rune('a' + i)), Share: share, Budget: new(big.Rat).Mul(p.Budget, share),
			AverageRevenue: big.NewRat(10000+2500*i, 1), GrossMargin: rat("1"),
		}
		stages := rapid.IntRange(1, 5).Draw(t, "stages")
		for j := range stages {
			f.Stages = append(f.Stages, anyStage(t, j == stages-1, p.Period))
		}
		f.Success = rapid.IntRange(0, stages-1).Draw(t, "success")
		p.Funnels = append(p.Funnels, f)
	}
	return p
}

func anyStage(t *rapid.T, last bool, period *funnel.Span) funnel.Stage {
	s := funnel.Stage{ID: rapid.StringMatching(`[a-z]{3}`).Draw(t, "id"), Recovers: new(big.Rat)}
	if rapid.IntRange(0, 9).Draw(t, "with dates") == 0 {
		s.Dates = &funnel.Span{Start: period.Start, End: period.Start + 3}
	}
	if last {
		return s
	}
	s.Rate.Value = big.NewRat(int64(rapid.IntRange(1, 10).Draw(t, "rate")), 10)
	if rapid.Bool().Draw(t, "uncertain") {
		s.Rate.Alpha, s.Rate.Beta = 3.5, 7.5
	}
	s.Recovers = big.NewRat(int64(rapid.SampledFrom([]int{0, 0, 1, 10}).Draw(t, "recovers")), 10)
	low := int64(rapid.IntRange(0, 40*24).Draw(t, "low"))
	s.Lag = funnel.Lag{Low: low, High: low}
	if low > 0 && rapid.Bool().Draw(t, "spread") {
		s.Lag.High = low * 5
	}
	s.InProgress = int64(rapid.SampledFrom([]int{0, 0, 7}).Draw(t, "in progress"))
	s.Direct = int64(rapid.SampledFrom([]int{0, 0, 5}).Draw(t, "direct"))
	return s
}

// anyActuals draws data that may speak of some stages only, lead by lead or not,
// contradict themselves, and be from before or after the period.
func anyActuals(t *rapid.T, p *funnel.Plan) *funnel.Actuals {
	a := &funnel.Actuals{}
	if rapid.IntRange(0, 5).Draw(t, "dated") > 0 {
		ends := p.Period.Start + funnel.Date(rapid.IntRange(-20, 150).Draw(t, "ends"))
		a.Ends = &ends
	}
	for _, f := range p.Funnels {
		var happened funnel.FunnelActuals
		leads := rapid.Bool().Draw(t, "lead by lead")
		for range f.Stages {
			happened.Stages = append(happened.Stages, anyStageActuals(t, p, leads))
		}
		a.Funnels = append(a.Funnels, happened)
	}
	if rapid.Bool().Draw(t, "money") {
		a.Money = funnel.MoneyKnown{Spend: true, Revenue: true}
		a.Revenue = []funnel.Amount{{From: p.Period.Start, To: p.Period.Start, Value: rat("12345.67")}}
		a.Spend = []funnel.Amount{{From: p.Period.Start, To: p.Period.Start, Value: rat("50000")}}
	}
	return a
}

func anyStageActuals(t *rapid.T, p *funnel.Plan, leads bool) funnel.StageActuals {
	s := funnel.StageActuals{Known: rapid.IntRange(0, 4).Draw(t, "known") > 0, Records: leads}
	if !s.Known {
		return s
	}
	for range rapid.IntRange(0, 4).Draw(t, "rows") {
		from := p.Period.Start + funnel.Date(rapid.IntRange(-30, 100).Draw(t, "from"))
		n := int64(rapid.IntRange(0, 200).Draw(t, "n"))
		e := funnel.Entries{From: from, To: from, Count: n}
		if !leads {
			e.To += funnel.Date(rapid.IntRange(0, 30).Draw(t, "long"))
		}
		s.Entries = append(s.Entries, e)
		if leads {
			c := funnel.Cohort{Day: from, Entered: n}
			gone := int64(rapid.IntRange(0, int(n)).Draw(t, "gone"))
			c.Gone = []funnel.Wait{{Days: int32(rapid.IntRange(-2, 60).Draw(t, "took")), Count: gone}}
			c.LostUndated = (n - gone) / 3
			c.Lost = []funnel.Wait{{Days: int32(rapid.IntRange(0, 60).Draw(t, "lost after")), Count: (n - gone) / 3}}
			s.Cohorts = append(s.Cohorts, c)
		}
	}
	return s
}

// Whatever plan and data say, a forecast has chances between 0 and 1, quantiles in
// order, no stage with fewer entries than so far, and the same numbers on one
// processor as on several.
func TestForecastLaws(t *testing.T) {
	processors := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(processors)
	rapid.Check(t, func(t *rapid.T) {
		p := anyPlan(t)
		r, a := funnel.Targets(p), anyActuals(t, p)
		rules := funnel.ForecastRules{
			AsOf: p.Period.Start + funnel.Date(rapid.IntRange(-10, 130).Draw(t, "as of")), Blocks: 2,
			Pace:       rapid.SampledFrom([]funnel.Pace{"", funnel.PacePlan, funnel.PaceActual}).Draw(t, "pace"),
			Confidence: []*big.Rat{rat("0.8")},
		}
		runtime.GOMAXPROCS(2)
		f := funnel.Forecast(r, a, rules)
		runtime.GOMAXPROCS(1)
		again := funnel.Forecast(r, a, rules)
		if diff := cmp.Diff(numbers(f), numbers(again)); diff != "" {
			t.Fatal("differs by processors", diff)
		}
		for _, chance := range []*float64{f.Chance, f.OtherChance, f.StartChance, f.PlanChance} {
			holdChance(t, chance)
		}
		for i := range f.Funnels {
			for j := range f.Funnels[i].Stages {
				holdStage(t, &f.Funnels[i].Stages[j])
			}
		}
	})
}

func holdChance(t *rapid.T, chance *float64) {
	if chance != nil && !(*chance >= 0 && *chance <= 1) {
		t.Fatalf("chance %v", *chance)
	}
}

func holdStage(t *rapid.T, s *funnel.StageForecast) {
	holdChance(t, s.Chance)
	if !s.Known {
		return
	}
	soFar := new(big.Rat).SetInt(s.SoFar)
	x := s.Entries
	if soFar.Cmp(x.Low) > 0 || x.Low.Cmp(x.Middle) > 0 || x.Middle.Cmp(x.High) > 0 {
		t.Fatalf("so far %v, then %v %v %v", soFar, x.Low, x.Middle, x.High)
	}
	mean, _ := x.Mean.Float64()
	if foreseen := s.Distribution.Mean(); math.Abs(mean-foreseen) > 0.02+0.01*mean {
		t.Fatalf("mean %v, of the distribution %v", mean, foreseen)
	}
}

// numbers are what a forecast says.
func numbers(f *funnel.ForecastResult) []float64 {
	var list []float64
	add := func(x *float64) {
		if x != nil {
			list = append(list, *x)
		}
	}
	add(f.Chance)
	add(f.ChanceError)
	add(f.StartChance)
	add(f.OtherChance)
	for i := range f.Funnels {
		for j := range f.Funnels[i].Stages {
			add(f.Funnels[i].Stages[j].Chance)
			list = append(list, f.Funnels[i].Stages[j].Distribution.P...)
		}
	}
	return list
}
