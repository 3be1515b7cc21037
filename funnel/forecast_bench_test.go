package funnel_test

import (
	"fmt"
	"testing"

	"embudo/funnel"
)

// The cost of a forecast grows in proportion to what there is to foresee: each of
// these takes about twice as long as the one before.
func BenchmarkForecast(b *testing.B) {
	for _, size := range []struct{ weeks, stages, funnels int }{
		{13, 6, 1},
		{26, 6, 1},
		{52, 6, 1},
		{13, 12, 1},
		{13, 24, 1},
		{13, 6, 2},
		{13, 6, 4},
	} {
		b.Run(fmt.Sprintf("%d_weeks_%d_stages_%d_funnels", size.weeks, size.stages, size.funnels), func(b *testing.B) {
			p := planOfSize(size.weeks, size.stages, size.funnels)
			r, a := funnel.Targets(p), untouched(p)
			r.Chance = new(float64) // leaves the plan's own chance out
			for b.Loop() {
				funnel.Forecast(r, a, funnel.ForecastRules{AsOf: p.Period.Start - 1, Blocks: 16})
			}
		})
	}
}

func planOfSize(weeks, stages, funnels int) *funnel.Plan {
	p := quarterPlan()
	p.Period.End = p.Period.Start + funnel.Date(7*weeks) - 1
	f := p.Funnels[0]
	f.Share = rat("1")
	f.Share.Quo(f.Share, rat(fmt.Sprint(funnels)))
	f.Stages, f.Success = nil, stages-1
	for i := range stages - 1 {
		f.Stages = append(f.Stages, funnel.Stage{
			ID: fmt.Sprint("s", i), Rate: funnel.Rate{Value: rat("0.8")}, Lag: funnel.Lag{Low: 24, High: 24 * 5},
		})
	}
	f.Stages = append(f.Stages, funnel.Stage{ID: "client"})
	p.Target.Value = rat(fmt.Sprint(10 * funnels))
	p.Funnels = nil
	for range funnels {
		p.Funnels = append(p.Funnels, f)
	}
	return p
}

// untouched is a plan of which nothing has happened yet.
func untouched(p *funnel.Plan) *funnel.Actuals {
	a := &funnel.Actuals{}
	for _, f := range p.Funnels {
		happened := funnel.FunnelActuals{Stages: make([]funnel.StageActuals, len(f.Stages))}
		for i := range happened.Stages {
			happened.Stages[i].Known = true
		}
		a.Funnels = append(a.Funnels, happened)
	}
	return a
}
