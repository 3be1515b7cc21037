package report

import (
	"strings"
	"testing"

	"embudo/funnel"
	"embudo/plan"
)

// explain gives the numbers of a plan's working by stage and quantity.
func explain(t *testing.T, text string) map[string]string {
	t.Helper()
	p, problems := plan.Read(plan.File{Name: "plan.yaml", Data: []byte(strings.ReplaceAll(text, "\t", " "))})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	model := p.Model()
	numbers := map[string]string{}
	for _, line := range explainedPlanJSON(funnel.Compute(&model), p).Explain {
		stage := ""
		if line.Stage != nil {
			stage = *line.Stage + " "
		}
		numbers[stage+line.Quantity] = line.Numbers
	}
	return numbers
}

// The days were counted on a calendar of 2027.
func TestWorkingOfTimeAndPeople(t *testing.T) {
	numbers := explain(t, `{budget: 40000, target_clients: 10, average_revenue_per_client: 10000, period: 2027-Q1,
		holidays: [2027-02-01], success_stage: trip, stages: [
		{id: mql, rate: 50%, lag: 5d..30d, in_progress: 3, capacity: {people: 2, per_week: 7}},
		{id: trip, rate: 50%, dates: 2027-02-22..2027-02-26, direct: 4, lag: 20d, capacity: {people: 0.5, per_day: 9}},
		{id: opportunity, rate: 50%, lag: 10d, capacity: {people: 1, per_day: 1, days: 12}}, {id: client}]}`)
	for key, want := range map[string]string{
		"mql lag":                        "√(5 × 30) = 12.2474 → 12 days",
		"mql window":                     "1 Jan – 14 Feb 2027",
		"mql per_week":                   "(69 + 0) × 5 / 30 = 11.5 → 12",
		"mql capacity_available":         "2 × 7 / 5 × 30 = 84 → 84",
		"mql capacity_required":          "72 − 3 → 69",
		"trip window":                    "22 – 26 Feb 2027",
		"trip per_week":                  "36 + 4 = 40",
		"trip capacity_available":        "0.5 × 9 × 5 = 22.5 → 22",
		"trip capacity_required":         "40 − 0 → 40",
		"opportunity window":             "14 Mar – 20 Apr 2027",
		"client window":                  "24 Mar – 30 Apr 2027",
		"opportunity capacity_available": "1 × 1 × 12 = 12 → 12",
	} {
		if got := numbers[key]; got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
}

func TestWorkingOfWindowsByLags(t *testing.T) {
	numbers := explain(t, `{budget: 40000, target_clients: 10, average_revenue_per_client: 10000, period: 2027-Q1,
		success_stage: sql, stages: [
		{id: mql, rate: 50%, lag: 1d}, {id: sql, rate: 50%, lag: 20d}, {id: client}]}`)
	for key, want := range map[string]string{
		"mql window":    "1 Jan 2027 + 0 days = 1 Jan 2027; 31 Mar 2027 − 1 day = 30 Mar 2027",
		"sql window":    "1 Jan 2027 + 1 day = 2 Jan 2027; 31 Mar 2027 − 0 days = 31 Mar 2027",
		"client window": "1 Jan 2027 + 21 days = 22 Jan 2027; 31 Mar 2027 + 20 days = 20 Apr 2027",
	} {
		if got := numbers[key]; got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
}

// Without a period there is nothing to say of days.
func TestWorkingWithoutDays(t *testing.T) {
	for key := range explain(t, `{budget: 40000, target_clients: 10, average_revenue_per_client: 10000, stages: [
		{id: mql, rate: 50%, lag: 1d, capacity: {people: 1, per_day: 1}}, {id: client}]}`) {
		for _, quantity := range []string{"window", "per_week", "capacity"} {
			if strings.Contains(key, quantity) {
				t.Errorf("there is a line on %s", key)
			}
		}
	}
}

func TestWorkingOfUnitCosts(t *testing.T) {
	const text = `{budget: BUDGET, target_clients: 10, average_revenue_per_client: 10000, currency: USD, stages: [
		{id: mql, rate: 50%, unit_cost: 12.5}, {id: sql, rate: 50%}, {id: opportunity, rate: 50%, unit_cost: 100}, {id: client}]}`
	for budget, want := range map[string]string{
		"3000":    "$12.50 × 80 + $100.00 × 20 = $3,000 ≤ $3,000",
		"2999.99": "$12.50 × 80 + $100.00 × 20 = $3,000 > $2,999.99",
	} {
		if got := explain(t, strings.Replace(text, "BUDGET", budget, 1))["unit_costs"]; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
