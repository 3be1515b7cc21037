package report

import (
	"strings"
	"testing"

	"embudo/funnel"
	"embudo/plan"
)

// The chance in the working is that of the numbers beside it, also where more are
// in progress than the plan asks for.
func TestWorkingOfTheChance(t *testing.T) {
	for _, test := range []struct{ name, top, want string }{
		{"nobody there", "", "P(Binomial(447, 0.0225) ≥ 10) = 55%"},
		{"some in progress", ", in_progress: 47", "P(Binomial(447, 0.0225) ≥ 10) = 55%"},
		{"some come in directly", ", in_progress: 40, direct: 7", "P(Binomial(447, 0.0225) ≥ 10) = 55%"},
		// R: pbinom(9, 1000, 0.0225, lower.tail = FALSE) is 0.998998
		{"more than are asked for", ", in_progress: 900, direct: 100", "P(Binomial(1,000, 0.0225) ≥ 10) = 99.9%"},
	} {
		t.Run(test.name, func(t *testing.T) {
			text := `{budget: 40000, target_return: 150%, average_revenue_per_client: 10000, stages: [
				{id: mql, rate: 30%` + test.top + `}, {id: sql, rate: 50%}, {id: meeting, rate: 60%},
				{id: opportunity, rate: 25%}, {id: client}]}`
			p, problems := plan.Read(plan.File{Name: "plan.yaml", Data: []byte(strings.ReplaceAll(text, "\t", " "))})
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			model := p.Model()
			for _, line := range explainedPlanJSON(funnel.Compute(&model), p).Explain {
				if line.Quantity == "chance" {
					if line.Numbers != test.want {
						t.Errorf("%s, want %s", line.Numbers, test.want)
					}
					return
				}
			}
			t.Error("nothing says what the chance is")
		})
	}
}
