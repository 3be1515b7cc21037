package report

import (
	"testing"
	"time"

	"embudo/funnel"
)

// raisedByPortfolios are the warnings of plans that do not say all, and of a person
// whom all of them name.
func raisedByPortfolios(t *testing.T) []funnel.Warning {
	t.Helper()
	asOf, early := on(time.July, 1), on(time.February, 1)
	entries := func(known bool) *funnel.Actuals {
		return &funnel.Actuals{Ends: &early, Funnels: []funnel.FunnelActuals{{Stages: []funnel.StageActuals{
			{Known: true, Entries: entered(early, 2)}, {Known: known},
		}}}}
	}
	var plans []*funnel.PortfolioPlan
	add := func(text string, happened *funnel.Actuals) {
		p := readPlan(t, text)
		model := p.Model()
		plans = append(plans, funnel.NewPortfolioPlan("plan.yaml", &model, happened, p.CheckRules(asOf)))
	}
	add(warningPlans["tiny rates, again and again"], nil)
	add(onePlan, nil)
	add(onePlan, entries(true))
	add(onePlan, entries(false))
	for range 150 {
		add(`{budget: 40000, target_return: 150%, average_revenue_per_client: 10000, stages: [{id: mql, rate: 10%}, {id: client}],
			activities: [{name: Fair, owner: Ana, stage: mql, dates: 2027-05-03..2027-05-05}]}`, nil)
	}
	return funnel.NewPortfolio(plans, asOf).Warnings
}
