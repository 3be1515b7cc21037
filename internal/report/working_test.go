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

// What makes somebody surer is shown to be enough, and one less not to be. The
// chances were summed up in Python: math.comb(n, k) * p**k * (1-p)**(n-k), and with
// math.lgamma for the one of one that were seen.
func TestWorkingOfAConfidence(t *testing.T) {
	const text = `{budget: 40000, target_clients: 10, average_revenue_per_client: 10000, confidence: CONFIDENCE,
		stages: [{id: opportunity, rate: RATE}, {id: client}]}`
	for _, test := range []struct{ confidence, rate, want string }{
		{"90%", "25%", "P(55) = 91.1% ≥ 90% > P(54) = 89.9%"},
		{"50%", "1/1", "P(12) = 56.5% ≥ 50% > P(11) = 47.7%"},
		{"50%", "50%", "P(19) = 50% ≥ 50% > P(18) = 40.7%"},
	} {
		got := explain(t, strings.NewReplacer("CONFIDENCE", test.confidence, "RATE", test.rate).Replace(text))["opportunity needed_for_confidence"]
		if got != test.want {
			t.Errorf("%s sure at %s: %q, want %q", test.confidence, test.rate, got, test.want)
		}
	}
}

func TestWorkingNamesDistributions(t *testing.T) {
	numbers := explain(t, `{budget: 40000, target_clients: 10, average_revenue_per_client: 10000, stages: [
		{id: mql, rate: 27/90}, {id: sql, rate: 20%..40%}, {id: opportunity, rate: 25%}, {id: client}]}`)
	// R: optim over both parameters, as for the fit itself.
	for key, want := range map[string]string{
		"mql rate":         "27 of 90: Beta(27.5, 63.5)",
		"sql rate":         "20% to 40%: Beta(16.353, 38.938), mean 29.58%",
		"opportunity rate": "",
	} {
		if got := numbers[key]; got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
}
