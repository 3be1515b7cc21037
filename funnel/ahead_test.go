package funnel_test

import (
	"testing"

	"embudo/funnel"
)

// By the last day it is the forecast, and it only grows until then. Twenty leads of
// 20 March who take ten days are clients on the 30th, and nobody is before:
// qbinom(c(.1, .5, .9), 20, .3) of R is 3, 6, 9.
func TestAhead(t *testing.T) {
	p := onePlan("5", funnel.Lag{Low: 240, High: 240})
	a := leadsOn(march(25), funnel.Cohort{Day: march(20), Entered: 20})
	f := funnel.Forecast(funnel.Targets(p), a, funnel.ForecastRules{AsOf: march(25), Prior: allButCertain, Pace: funnel.PacePlan})
	ahead := f.Ahead(0, []funnel.Date{march(26), march(29), march(30), march(31)})
	for i, want := range [][3]int64{{0, 0, 0}, {0, 0, 0}, {3, 6, 9}, {3, 6, 9}} {
		got := [3]int64{ahead[i].Low.Num().Int64(), ahead[i].Middle.Num().Int64(), ahead[i].High.Num().Int64()}
		if got != want {
			t.Errorf("day %d: %v, want %v", i, got, want)
		}
	}
	if end := f.Funnels[0].Stages[1].Entries; end.Middle.Cmp(ahead[3].Middle) != 0 || end.High.Cmp(ahead[3].High) != 0 {
		t.Errorf("the forecast ends at %v and the way to it at %v", end, ahead[3])
	}
}

// At the actual pace, too, the number only grows, and ends near the forecast:
// fewer draws may put a quantile one further.
func TestAheadAtActualPace(t *testing.T) {
	p := onePlan("30", funnel.Lag{Low: 120, High: 360})
	var groups []funnel.Cohort
	for day := 1; day <= 20; day++ {
		groups = append(groups, funnel.Cohort{Day: march(day), Entered: 4, Gone: []funnel.Wait{{Days: 3, Count: 1}}})
	}
	f := funnel.Forecast(funnel.Targets(p), leadsOn(march(20), groups...), funnel.ForecastRules{AsOf: march(20), Pace: funnel.PaceActual})
	var days []funnel.Date
	for day := 21; day <= 31; day++ {
		days = append(days, march(day))
	}
	ahead := f.Ahead(0, days)
	s := &f.Funnels[0].Stages[1]
	for i := 1; i < len(ahead); i++ {
		if ahead[i].Low.Cmp(ahead[i-1].Low) < 0 || ahead[i].High.Cmp(ahead[i-1].High) < 0 || ahead[i].Low.Cmp(ahead[i].High) > 0 {
			t.Errorf("on %v it is %v, the day before %v", days[i], ahead[i], ahead[i-1])
		}
	}
	if first := ahead[0].Low; first.Num().Cmp(s.SoFar) < 0 {
		t.Errorf("it falls from %v to %v", s.SoFar, first)
	}
	end := ahead[len(ahead)-1]
	mean, _ := s.Entries.Middle.Float64()
	near(t, "middle", end.Middle, mean, 1)
	high, _ := s.Entries.High.Float64()
	near(t, "high", end.High, high, 1)
}

// Before the plan's first day nobody counts.
func TestAheadBeforeThePlan(t *testing.T) {
	december := funnel.NewDate(2026, 12, 20)
	p := onePlan("5", funnel.Lag{})
	f := funnel.Forecast(funnel.Targets(p), leadsOn(december), funnel.ForecastRules{AsOf: december, Pace: funnel.PacePlan})
	ahead := f.Ahead(0, []funnel.Date{december + 1, march(31)})
	if ahead[0].High.Sign() != 0 || ahead[1].High.Sign() == 0 {
		t.Errorf("in December %v, at the end %v", ahead[0], ahead[1])
	}
}
