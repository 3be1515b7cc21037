package plan_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"embudo/plan"
)

// overrides are what a scenario of the plans below may change, each as --set and as
// a scenario have it.
var overrides = []string{
	"budget=30000", "budget={ads: 9000, subsidy: -1000}", "target_revenue=90000", "target_clients=7",
	"gross_margin=60%", "referrals=0.2", "confidence=[80%, 90%]", "period=2027-Q2", "holidays=CL",
	"stages.mql.rate=20%..40%", "stages.mql.rate=27/90", "stages.mql.lag=5d..30d", "stages.mql.unit_cost=40",
	"stages.mql.capacity.people=4", "stages.mql.capacity={people: 2, per_day: 3}", "stages.mql.capacity.per_day=2",
	"check.judge=[mql, client]", "success_stage=mql", "seasonality.january=50%",
}

const onePlan = `
budget: 40000
target_return: 150%
average_revenue_per_client: 10000
period: 2027-Q1
stages: [{id: mql, rate: 30%, capacity: {people: 3, per_week: 6}}, {id: client}]
`

// A scenario is the plan with the same --set; one without overrides is the plan.
// Settings that come with it are put in behind it.
func TestScenarioIsThePlanWithTheSameSettings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		chosen := rapid.SliceOfNDistinct(rapid.SampledFrom(overrides), 0, 5, func(s string) string { path, _, _ := strings.Cut(s, "="); return path }).Draw(t, "overrides")
		var settings []plan.Setting
		lines := ""
		for _, o := range chosen {
			path, value, _ := strings.Cut(o, "=")
			settings = append(settings, plan.Setting{Path: path, Value: value})
			lines += fmt.Sprintf("    %s: %s\n", path, value)
		}
		text := onePlan + "scenarios:\n  plan-b:\n" + lines
		if lines == "" {
			text = onePlan + "scenarios: {plan-b: {}}\n"
		}
		var more []plan.Setting
		if rapid.Bool().Draw(t, "a setting besides") {
			more = []plan.Setting{{Path: "average_revenue_per_client", Value: "8000"}}
		}
		file := plan.File{Name: "plan.yaml", Data: []byte(text)}
		p, problems := plan.Read(file, more...)
		if p == nil {
			for _, problem := range problems { // what it says twice is for the scenario to decide
				if problem.Name != "several-targets" && problem.Name != "capacity-two-paces" && problem.Name != "duplicate-key" {
					t.Fatalf("%s\n%s", text, sentences("en", problems))
				}
			}
			return
		}
		scenario, ok := p.Scenario("plan-b")
		if !ok {
			t.Fatal("no scenario")
		}
		set, problems := plan.Read(plan.File{Name: "plan.yaml", Data: []byte(onePlan)}, append(settings, more...)...)
		if set == nil {
			t.Fatal(sentences("en", problems))
		}
		if got, want := describe(scenario), describe(set); got != want {
			t.Errorf("%s\nas a scenario\n%s\nas settings\n%s", text, got, want)
		}
		if differences := plan.Differences(scenario, set); len(differences) > 0 {
			t.Errorf("%s\ndiffers in %+v", text, differences)
		}
		if base, _ := plan.Read(plan.File{Name: "plan.yaml", Data: []byte(onePlan)}, more...); describe(base) != describe(p) {
			t.Error("a scenario changes the plan itself")
		}
	})
}

// What --set changes of a scenario takes the place of what stands there, however
// that is written.
func TestSettingsOfScenarios(t *testing.T) {
	text := onePlan + "scenarios: {plan-b: {stages: {mql: {rate: 25%}}, budget: 30000}}\n"
	rate := func(p *plan.Plan) string { s, _ := p.Scenario("plan-b"); return s.Stages[0].Rate.String() }
	for _, test := range []struct{ setting, want string }{
		{"name=x", "25%"},
		{"scenarios.plan-b.stages.mql.rate=35%", "35%"},
		{"scenarios.plan-b={stages.mql.rate: 15%}", "15%"},
		{"stages.mql.rate=45%", "45%"}, // which is for every one of them
		{"scenarios.other.budget=20000", "25%"},
	} {
		p, problems := readWith(t, text, test.setting)
		if p == nil {
			t.Fatal(sentences("en", problems))
		}
		if got := rate(p); got != test.want {
			t.Errorf("%s: rate %s, want %s", test.setting, got, test.want)
		}
	}
	if p, _ := readWith(t, text, "scenarios.other.budget=20000"); len(p.ScenarioIDs()) != 2 {
		t.Errorf("scenarios %v", p.ScenarioIDs())
	}
}

// Keys that mean the same are no difference; what only one plan has is one.
func TestDifferences(t *testing.T) {
	base := onePlan + "activities: [{name: Newsletter, every: week, cost: 10}]\n"
	for _, test := range []struct {
		setting string
		want    string // path: first | other
	}{
		{"gross_margin=1", ""},
		{"stages.mql.recovers=0", ""},
		{"stages.mql.rate=0.3", ""},
		{"stages.mql.rate=30/100", "stages.mql.rate: 30% | 30/100"},
		{"stages.mql.capacity.people=4", "stages.mql.capacity.people: 3 | 4"},
		{"stages.mql.capacity.per_day=2", "stages.mql.capacity.per_day:  | 2; stages.mql.capacity.per_week: 6 | "},
		{"budget={ads: 30000, fairs: 10000}", "budget.ads:  | 30000; budget.fairs:  | 10000"},
		{"target_clients=8", "target_return: 150% | ; target_clients:  | 8"},
		{"stages.mql.lag=5d..30d", "stages.mql.lag: 0d | 5d..30d"},
		{"activities.newsletter.cost=20", "activities.newsletter.cost: 10 | 20"},
		{"activities=[]", "activities.newsletter: newsletter | "},
		{"seasonality.january=50%", "seasonality:  | 01: 0.5"},
		{"holidays=[2027-02-01]", "holidays:  | 2027-02-01"},
		{"check.thresholds=clients >= 3", "check.thresholds:  | clients >= 3"},
		{"stages=[{id: mql, rate: 30%, capacity: {people: 3, per_week: 6}}, {id: demo, rate: 50%, capacity: {people: 1, per_day: 1}}, {id: client}]", "stages.demo:  | demo"},
	} {
		a, _ := readWith(t, base)
		b, problems := readWith(t, base, test.setting)
		if b == nil {
			t.Fatal(sentences("en", problems))
		}
		var got []string
		for _, d := range plan.Differences(a, b) {
			got = append(got, d.Path+": "+d.Values[0].Text+" | "+d.Values[1].Text)
		}
		if said := strings.Join(got, "; "); said != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.setting, said, test.want)
		}
	}
}
