package actuals

import (
	"testing"
	"time"

	"embudo/funnel"
	"embudo/plan"
)

// The goals of the sellers of a year add up to 12,430,230, and what they closed
// in 2023 to 5,956,977.61: less than half, counted independently of this reader.
func TestYearOfOpportunities(t *testing.T) {
	p, problems := plan.Read(plan.File{Name: "plan.yaml", Data: []byte(`
currency: BRL
period: 2023
budget: 1000000
target_revenue: 12430230
average_revenue_per_client: 13910
stages:
  - {id: lead, name: Lead, rate: 50%}
  - {id: pipeline, name: Pipeline, rate: 50%}
  - {id: commit, name: Commit, rate: 50%}
  - {id: client, name: Cliente}
actuals:
  values: {Closed: won}
`)})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	model, end := p.Model(), funnel.NewDate(2023, time.December, 31)
	result, err := Read(t.Context(),
		[]Source{{File: testFile(t, "pt_oportunidades.csv"), Choices: Choices{Values: p.Actuals.Values}}},
		Options{Plan: &model, AsOf: end})
	if err != nil {
		t.Fatal(err)
	}
	check := funnel.Check(funnel.Targets(&model), &result.Actuals, p.CheckRules(end))
	if got := check.Money.Revenue.FloatString(2); got != "5956977.61" {
		t.Errorf("revenue %s, want 5956977.61", got)
	}
	if due := check.Money.RevenueTarget; due.FloatString(0) != "12435540" { // 894 clients of 13,910
		t.Errorf("revenue due %s, want 894 × 13,910", due.FloatString(2))
	}
	client := check.Funnels[0].Stages[3]
	if client.Status != funnel.Behind || check.Verdict != funnel.Behind {
		t.Errorf("clients are %s and the plan is %s, want behind", client.Status, check.Verdict)
	}
}
