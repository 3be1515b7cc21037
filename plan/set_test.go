package plan_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"embudo/funnel"
	"embudo/plan"
)

const twoFunnels = `
budget: 40000
target_return: 150%
average_revenue_per_client: 10000
funnels:
  - name: Inbound
    share: 60%
    stages: [{id: mql, rate: 30%, capacity: {people: 3, per_week: 6}}, {id: client}]
  - {id: out, name: Outbound, share: 40%, stages: [{id: contact, rate: 5%}, {id: client}]}
`

func readWith(t *testing.T, text string, settings ...string) (*plan.Plan, plan.Problems) {
	t.Helper()
	var all []plan.Setting
	for _, s := range settings {
		path, value, _ := strings.Cut(s, "=")
		all = append(all, plan.Setting{Path: path, Value: value})
	}
	return plan.Read(plan.File{Name: "plan.yaml", Data: []byte(text)}, all...)
}

func TestSettings(t *testing.T) {
	tests := []struct {
		setting string
		got     func(*plan.Plan) string
		want    string
	}{
		{"budget=30000", func(p *plan.Plan) string { return p.Budget.Total.RatString() }, "30000"},
		{"budget={ads: 9000, subsidy: -1000}", func(p *plan.Plan) string { return p.Budget.Total.RatString() }, "8000"},
		{"name=Q1: new clients # 1", func(p *plan.Plan) string { return p.Name }, "Q1: new clients # 1"},
		{"name='quoted'", func(p *plan.Plan) string { return p.Name }, "quoted"},
		{"target_revenue=90000", func(p *plan.Plan) string { return p.TargetReturn.String() + "," + p.TargetRevenue.String() }, ",90000"},
		{"confidence=[80%, 90%]", func(p *plan.Plan) string { return p.Confidence[0].String() + p.Confidence[1].String() }, "80%90%"},
		{"holidays=CL", func(p *plan.Plan) string { return p.Holidays.Country }, "CL"},
		{"funnels.inbound.stages.mql.rate=20%..40%", func(p *plan.Plan) string { return p.Funnels[0].Stages[0].Rate.String() }, "20%..40%"},
		{"funnels.inbound.stages.mql.capacity.people=4", func(p *plan.Plan) string { return p.Funnels[0].Stages[0].Capacity.People.String() }, "4"},
		{"funnels.inbound.stages.mql.capacity.per_day=2", func(p *plan.Plan) string { return p.Funnels[0].Stages[0].Capacity.PerWeek.String() }, ""},
		{"funnels.out.stages.contact.direct=7", func(p *plan.Plan) string { return strconv.FormatInt(int64(p.Funnels[1].Stages[0].Direct), 10) }, "7"},
		{"actuals.columns.mql=Create Date", func(p *plan.Plan) string { return p.Actuals.Columns["mql"] }, "Create Date"},
		{"actuals.values.Ltd. Won=won", func(p *plan.Plan) string { return p.Actuals.Values["Ltd. Won"] }, "won"},
		{"actuals.sources=crm.csv", func(p *plan.Plan) string { return p.Actuals.Sources[0].Path }, "crm.csv"},
		{"actuals.sources=[crm.csv, {path: ads.csv, kind: spend}]", func(p *plan.Plan) string { return p.Actuals.Sources[1].Kind }, "spend"},
		{"check.judge=client", func(p *plan.Plan) string { return strings.Join(p.Check.Judge, " ") }, "client"},
		{"check.judge=[mql, client]", func(p *plan.Plan) string { return strings.Join(p.Check.Judge, " ") }, "mql client"},
		{"check.thresholds=cost_per.mql < 120", func(p *plan.Plan) string { return p.Check.Thresholds[0].Expression }, "cost_per.mql < 120"},
		{"check={at_risk: 80%}", func(p *plan.Plan) string { return p.Check.AtRisk.String() }, "80%"},
		{"seasonality.2027-01=2", func(p *plan.Plan) string {
			return p.Seasonality.Weights[funnel.Season{Year: 2027, Number: 1}].RatString()
		}, "2"},
		{"seasonality={W07: 150%}", func(p *plan.Plan) string { return p.Seasonality.Weights[funnel.Season{Number: 7}].RatString() }, "3/2"},
		{"sla.sales_leads=20%", func(p *plan.Plan) string { return p.SLA.SalesLeads.String() }, "20%"},
		{"sla={people: [{name: Ana, role: sales, calls: 5/day}]}", func(p *plan.Plan) string { return p.SLA.People[0].Calls.String() }, "5 a day"},
		{"sla={channels: {Google: 60%, Ferias: 40%}}", func(p *plan.Plan) string { return p.SLA.Channels[1].Name }, "Ferias"},
	}
	for _, test := range tests {
		t.Run(test.setting, func(t *testing.T) {
			p, problems := readWith(t, twoFunnels, test.setting)
			if p == nil {
				t.Fatal(sentences("en", problems))
			}
			if got := test.got(p); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// Sources are told apart by their numbers, however they are written.
func TestSettingsOfSources(t *testing.T) {
	for _, sources := range []string{
		"actuals: {sources: crm.csv}",
		"actuals: {sources: [crm.csv]}",
		"actuals: {sources: {path: crm.csv}}",
		"actuals: {sources: [{path: crm.csv, kind: counts}]}",
	} {
		t.Run(sources, func(t *testing.T) {
			p, problems := readWith(t, twoFunnels+sources, "actuals.sources.1.kind=spend", "actuals.sources.1.columns.spend=Cost")
			if p == nil {
				t.Fatal(sentences("en", problems))
			}
			s := p.Actuals.Sources[0]
			if len(p.Actuals.Sources) != 1 || s.Path != "crm.csv" || s.Kind != "spend" || s.Columns["spend"] != "Cost" {
				t.Errorf("read as %+v", p.Actuals.Sources)
			}
			if file, line, _, _ := p.Position("actuals.sources.1.path"); file != "plan.yaml" || line != 10 {
				t.Errorf("the path is at %s:%d", file, line)
			}
		})
	}
}

// People are told apart by their names.
func TestSettingsOfPeople(t *testing.T) {
	people := twoFunnels + "sla: {people: [{name: Ana María, role: sales, calls: 60 a week}]}"
	p, problems := readWith(t, people, "sla.people.ana-maria.calls=5 a day")
	if p == nil {
		t.Fatal(sentences("en", problems))
	}
	if got := p.SLA.People[0].Calls.String(); got != "5 a day" {
		t.Errorf("calls are %q", got)
	}
	for setting, want := range map[string]string{
		"sla.people.ana.calls=9":        "sla.people.ana-maria.calls",
		"sla.people.ana-maria=9":        "sla.people.ana-maria.leads",
		"sla.people.ana-maria.callss=9": "sla.people.ana-maria.calls",
	} {
		if _, problems := readWith(t, people, setting); len(problems) != 1 || problems[0].Arg("want") != want {
			t.Errorf("%s: %v", setting, problems)
		}
	}
}

// Of table and query a source has one: setting it takes the other away.
func TestSettingAQueryReplacesTheTable(t *testing.T) {
	p, problems := readWith(t, twoFunnels+"actuals: {sources: [{path: crm.db, table: leads}]}", "actuals.sources.1.query=SELECT 1")
	if p == nil {
		t.Fatal(sentences("en", problems))
	}
	if s := p.Actuals.Sources[0]; s.Table != "" || s.Query != "SELECT 1" {
		t.Errorf("read as %+v", s)
	}
}

func TestTheLastSettingCounts(t *testing.T) {
	p, problems := readWith(t, twoFunnels, "budget=1", "target_clients=3", "budget=2", "target_revenue=4")
	if p == nil {
		t.Fatal(problems)
	}
	if p.Budget.Total.RatString() != "2" || p.TargetClients != 0 || p.TargetRevenue.String() != "4" {
		t.Errorf("budget %v, clients %d, revenue %v", p.Budget.Total, p.TargetClients, p.TargetRevenue)
	}
}

func TestSettingsThatAreWrong(t *testing.T) {
	tests := []struct{ setting, problem, want string }{
		{"budgt=1", "unknown-setting", "budget"},
		{"=1", "unknown-setting", "budget"},
		{"presupuesto=1", "unknown-setting", "budget"},
		{"budget.ads=1", "unknown-setting", "budget"},
		{"funnels.inbond.share=1", "unknown-setting", "funnels.inbound.share"},
		{"funnels.inbound=1", "unknown-setting", "funnels.inbound.share"},
		{"funnels.inbound.stages.mqll.rate=1", "unknown-setting", "funnels.inbound.stages.mql.rate"},
		{"funnels.inbound.stages.mql.tasa=1", "unknown-setting", "funnels.inbound.stages.mql.rate"},
		{"stages.contact.rate=1", "unknown-setting", "funnels.out.stages.contact.rate"},
		{"contact.rate=1", "unknown-setting", "funnels.out.stages.contact.rate"},
		{"inbound.share=1", "unknown-setting", "funnels.inbound.share"},
		{"inbound=1", "unknown-setting", "funnels.inbound.share"},
		{"inbound.presupuesto=1", "unknown-setting", "funnels.inbound.budget"},
		{"share=1", "unknown-setting", "funnels.inbound.share"},
		{"stages.nobody.rate=1", "unknown-setting", "funnels"},
		{"actuals.sources.1.kind=spend", "unknown-setting", "actuals.sources"},
		{"actual.columns.mql=x", "unknown-setting", "actuals.columns.mql"},
		{"check.jugde=mql", "unknown-setting", "check.judge"},
		{"check.judge=mqll", "unknown-stage", "mql"},
		{"check.thresholds=rate.mql > 30", "percent-sign-missing", "rate.mql > 30%"},
		{"budget=", "missing-value", ""},
		{"budget=[1", "bad-setting-value", ""},
		{"budget=[1]", "budget-is-list", "budget: {ads: 30000, subsidy: -5000}"},
		{"budget=[{ads: 3}]", "budget-is-list", "budget: {ads: 3}"},
		{"budget=-5", "not-above-zero", ""},
		{"average_revenue_per_client=-5", "not-above-zero", ""},
		{"funnels.inbound.stages.mql.rate=30", "rate-above-one", "30%"},
		{"funnels.inbound.share=50%", "shares-below-whole", ""},
	}
	for _, test := range tests {
		t.Run(test.setting, func(t *testing.T) {
			p, problems := readWith(t, twoFunnels, test.setting)
			if p != nil {
				t.Fatal("was read")
			}
			if problems[0].Name != test.problem || problems[0].Arg("want") != test.want {
				t.Errorf("got %v, want %s with hint %q", problems[0], test.problem, test.want)
			}
			if wholePlan := problems[0].Name == "shares-below-whole"; !wholePlan && problems[0].Position() != "--set "+test.setting {
				t.Errorf("is placed at %s", problems[0].Position())
			}
		})
	}
}

// A stage that is named without its list is suggested with it.
func TestSettingsThatNameAStage(t *testing.T) {
	const text = "budget: 1\ntarget_return: 0%\naverage_revenue_per_client: 1\nstages: [{id: mql, rate: 30%}, {id: client}]\n"
	for setting, want := range map[string]string{
		"mql.rate=30%": "stages.mql.rate", "mql=30%": "stages.mql.rate", "mql.tasa=30%": "stages.mql.rate",
		"rate=30%": "stages.mql.rate", "capacity.people=3": "stages.mql.capacity.people", "sql.rate=30%": "budget",
	} {
		_, problems := readWith(t, text, setting)
		if len(problems) != 1 || problems[0].Name != "unknown-setting" || problems[0].Arg("want") != want {
			t.Errorf("%s: %v, want %s", setting, problems, want)
		}
	}
}

func TestPosition(t *testing.T) {
	p, _ := readWith(t, twoFunnels, "funnels.out.stages.contact.rate=6%")
	if file, line, column, ok := p.Position("funnels.inbound.stages.mql.rate"); !ok || file != "plan.yaml" || line != 8 || column != 30 {
		t.Errorf("%s:%d:%d, %v", file, line, column, ok)
	}
	if file, line, _, ok := p.Position("funnels.out.stages.contact.rate"); !ok || file != "--set funnels.out.stages.contact.rate=6%" || line != 0 {
		t.Errorf("%s:%d, %v", file, line, ok)
	}
	if _, _, _, ok := p.Position("period"); ok {
		t.Error("there is no period")
	}
}

func TestStages(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"one funnel", "stages: [{id: mql}, {id: client}]", "mql client"},
		{"several", twoFunnels, "inbound/mql inbound/client out/contact out/client"},
		{"wrong in other ways", "budget: x\nstages:\n- id: mql\n- id: 7\n- name: x\n- id: client\n", "mql client"},
		{"broken below", "stages:\n- id: mql\n- id: sql\n  rate: [\nname: \"x\n", "mql sql"},
		{"being written", "stages:\n  - id: mql\n  - id: sql\n    ra", "mql sql"},
		{"empty", "", ""},
		{"a list", "- a", ""},
		{"funnels of another kind", "funnels: 3", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := strings.Join(plan.Stages([]byte(test.text)), " ")
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestProblemNamesAreSorted(t *testing.T) {
	if names := plan.ProblemNames(); !slices.IsSorted(names) || len(names) < 60 {
		t.Errorf("%d names, sorted: %v", len(names), slices.IsSorted(names))
	}
}
