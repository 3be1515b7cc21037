package plan_test

import (
	"math/big"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"embudo/funnel"
	"embudo/plan"
)

func TestCheckRules(t *testing.T) {
	tests := []struct{ check, onTrack, atRisk string }{
		{"", "1", "9/10"}, // the bounds of the manual
		{"check: {on_track: 95%}", "19/20", "9/10"},
		{"check: {at_risk: 75%}", "1", "3/4"},
		{"check: {on_track: 1.1, at_risk: 0.8}", "11/10", "4/5"},
		{"check: {on_track: 80%}", "4/5", "4/5"}, // nothing is left in between
		{"check: {on_track: 80%, at_risk: 60%}", "4/5", "3/5"},
		{"check: {on_track: 90%, at_risk: 90%}", "9/10", "9/10"},
	}
	for _, test := range tests {
		t.Run(test.check, func(t *testing.T) {
			p, problems := readWith(t, twoFunnels+test.check)
			if p == nil {
				t.Fatal(sentences("en", problems))
			}
			r := p.CheckRules(7)
			if r.AsOf != 7 || r.OnTrack.RatString() != test.onTrack || r.AtRisk.RatString() != test.atRisk {
				t.Errorf("on day %d on track from %s, at risk from %s", r.AsOf, r.OnTrack.RatString(), r.AtRisk.RatString())
			}
			r.OnTrack.SetInt64(7)
			r.AtRisk.SetInt64(7)
			if again := p.CheckRules(0); again.OnTrack.RatString() != test.onTrack || again.AtRisk.RatString() != test.atRisk {
				t.Error("changing the rules changes the plan")
			}
		})
	}
}

// What a plain rate weighs in a forecast is a whole number of cases above 0.
func TestForecastRules(t *testing.T) {
	p, problems := readWith(t, twoFunnels+"check: {prior: 120}\nconfidence: [80%, 90%]")
	if p == nil {
		t.Fatal(sentences("en", problems))
	}
	r := p.ForecastRules(7)
	if r.AsOf != 7 || r.Prior != 120 || len(r.Confidence) != 2 || r.Confidence[1].RatString() != "9/10" {
		t.Errorf("got %+v", r)
	}
	for _, text := range []string{"0", "-3", "2.5", "30%", "many"} {
		if p, _ := readWith(t, twoFunnels+"check: {prior: "+text+"}"); p != nil {
			t.Errorf("prior: %s is taken as %d", text, p.Check.Prior)
		}
	}
}

func TestThresholds(t *testing.T) {
	rat := big.NewRat
	tests := []struct {
		text string
		want funnel.Threshold
	}{
		{"clients >= 8", funnel.Threshold{Metric: funnel.MetricClients, Relation: funnel.AtLeast, Bound: rat(8, 1)}},
		{"clients>=8", funnel.Threshold{Metric: funnel.MetricClients, Relation: funnel.AtLeast, Bound: rat(8, 1)}},
		{"  clients   >   8 ", funnel.Threshold{Metric: funnel.MetricClients, Relation: funnel.Above, Bound: rat(8, 1)}},
		{"clients > = 8", funnel.Threshold{Metric: funnel.MetricClients, Relation: funnel.AtLeast, Bound: rat(8, 1)}},
		{"revenue >= 100000.50", funnel.Threshold{Metric: funnel.MetricRevenue, Relation: funnel.AtLeast, Bound: rat(200001, 2)}},
		{"spend <= 40000", funnel.Threshold{Metric: funnel.MetricSpend, Relation: funnel.AtMost, Bound: rat(40000, 1)}},
		{"return >= 150%", funnel.Threshold{Metric: funnel.MetricReturn, Relation: funnel.AtLeast, Bound: rat(3, 2)}},
		{"return > -0.5", funnel.Threshold{Metric: funnel.MetricReturn, Relation: funnel.Above, Bound: rat(-1, 2)}},
		{"coverage >= 3", funnel.Threshold{Metric: funnel.MetricCoverage, Relation: funnel.AtLeast, Bound: rat(3, 1)}},
		{"coverage >= 120 %", funnel.Threshold{Metric: funnel.MetricCoverage, Relation: funnel.AtLeast, Bound: rat(6, 5)}},
		{"actual.mql >= 100", funnel.Threshold{Metric: funnel.MetricActual, Stage: "mql", Relation: funnel.AtLeast, Bound: rat(100, 1)}},
		{"gap.mql > -5", funnel.Threshold{Metric: funnel.MetricGap, Stage: "mql", Relation: funnel.Above, Bound: rat(-5, 1)}},
		{"attainment.client >= 90%", funnel.Threshold{Metric: funnel.MetricAttainment, Stage: "client", Relation: funnel.AtLeast, Bound: rat(9, 10)}},
		{"rate.mql >= 25%", funnel.Threshold{Metric: funnel.MetricRate, Stage: "mql", Relation: funnel.AtLeast, Bound: rat(1, 4)}},
		{"rate.mql >= 27/90", funnel.Threshold{Metric: funnel.MetricRate, Stage: "mql", Relation: funnel.AtLeast, Bound: rat(3, 10)}},
		{"rate.mql < 0.125", funnel.Threshold{Metric: funnel.MetricRate, Stage: "mql", Relation: funnel.Below, Bound: rat(1, 8)}},
		{"rate.out.contact >= 4%", funnel.Threshold{Metric: funnel.MetricRate, Funnel: "out", Stage: "contact", Relation: funnel.AtLeast, Bound: rat(1, 25)}},
		{"cost_per.mql < 120", funnel.Threshold{Metric: funnel.MetricCostPer, Stage: "mql", Relation: funnel.Below, Bound: rat(120, 1)}},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			p, problems := readWith(t, twoFunnels+"check: {thresholds: ['"+test.text+"']}")
			if p == nil {
				t.Fatal(sentences("en", problems))
			}
			got := p.Check.Thresholds[0]
			if got.Expression != strings.Join(strings.Fields(test.text), " ") {
				t.Errorf("is called %q", got.Expression)
			}
			if got.Bound.Cmp(test.want.Bound) != 0 {
				t.Errorf("is held against %s, not %s", got.Bound.RatString(), test.want.Bound.RatString())
			}
			got.Expression, got.Bound, test.want.Bound = "", nil, nil
			if got != test.want {
				t.Errorf("got %+v, want %+v", got, test.want)
			}
		})
	}
}

// Whatever somebody writes for a condition, what the hint says instead is one.
func TestHintsOfThresholdsAreThresholds(t *testing.T) {
	words := []string{
		"clients", "client", "Clientes", "revenue", "return", "coverage", "actual", "gap", "attainment", "rate", "rates",
		"cost_per", "cost", "mql", "inbound", "out", "contact", "mqll", "", ".", "..", ">", ">=", "=>", "<", "=", "==",
		"≥", "≤", "!=", "8", "25", "25%", "250", "-3", "-3.5", "1,234", "40.000", "1.234,5", "1e3", "3x", "12 %", "12,5%",
		"0", "010", "nan", "$120", "120k", "27/90", "90/27", "many", "at least", strings.Repeat("9", 40), "é", "\u00a0",
	}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 7).Draw(t, "words"),
			rapid.SampledFrom([]string{"", " ", "."}).Draw(t, "between"))
		p, problems := readThreshold(text)
		if p != nil {
			return
		}
		for _, problem := range problems {
			for _, hint := range []string{problem.Arg("want"), problem.Arg("example")} {
				if hint == "" {
					continue
				}
				if p, again := readThreshold(hint); p == nil {
					t.Fatalf("%q: %s says %q, of which is said:\n%s", text, problem.Name, hint, sentences("en", again))
				}
			}
		}
	})
}

func readThreshold(text string) (*plan.Plan, plan.Problems) {
	file := plan.File{Name: "plan.yaml", Data: []byte(twoFunnels)}
	return plan.Read(file, plan.Setting{Path: "check.thresholds", Value: `["` + text + `"]`})
}

// All that is wrong with a condition is told at once.
func TestAThresholdTellsAllThatIsWrong(t *testing.T) {
	_, problems := readThreshold("rate.inbond.mqll = 25")
	var got []string
	for _, p := range problems {
		got = append(got, p.Name)
		if p.Arg("want") != "rate.inbound.mql >= 25%" {
			t.Errorf("%s says %q", p.Name, p.Arg("want"))
		}
	}
	want := []string{"unknown-funnel", "unknown-stage", "bad-relation", "percent-sign-missing"}
	if !slices.Equal(got, want) {
		t.Errorf("told %v, want %v", got, want)
	}
}
