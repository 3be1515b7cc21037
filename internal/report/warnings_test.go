package report

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"embudo/funnel"
	"embudo/internal/i18n"
	"embudo/plan"
)

// warningPlans raise each warning once or more, between them.
var warningPlans = map[string]string{
	"rates": `{budget: 40000, target_return: 150%, average_revenue_per_client: 10000,
		stages: [{id: mql, rate: 2/8}, {id: sql, rate: 20%..40%}, {id: meeting, rate: 50%}, {id: client}]}`,
	"capacity": `{budget: 40000, target_return: 150%, average_revenue_per_client: 10000, period: 2027-Q1,
		stages: [{id: mql, rate: 10%, capacity: {people: 1, per_week: 6}}, {id: client}]}`,
	"no working days": `{budget: 40000, target_return: 150%, average_revenue_per_client: 10000, period: 2027-Q1,
		stages: [{id: mql, rate: 10%, dates: 2027-02-06..2027-02-07, capacity: {people: 1, per_day: 6}}, {id: client}]}`,
	"no days": `{budget: 40000, target_return: 150%, average_revenue_per_client: 10000,
		stages: [{id: mql, rate: 10%, capacity: {people: 1, per_day: 6}}, {id: client}]}`,
	"unit costs": `{budget: 40000, target_return: 150%, average_revenue_per_client: 10000,
		stages: [{id: mql, rate: 10%, unit_cost: 3500}, {id: client}]}`,
	"lags": `{budget: 40000, target_return: 150%, average_revenue_per_client: 10000, period: 2027-Q1,
		stages: [{id: mql, rate: 10%, lag: 200d}, {id: client}]}`,
	"a season of nothing": `{budget: 40000, target_return: 150%, average_revenue_per_client: 10000, period: 2027-Q1,
		seasonality: {january: 0, february: 0, march: 0}, stages: [{id: mql, rate: 10%}, {id: client}]}`,
	"another year's season": `{budget: 40000, target_return: 150%, average_revenue_per_client: 10000, period: 2027-Q1,
		seasonality: {2026-01: 2}, stages: [{id: mql, rate: 10%}, {id: client}]}`,
	"dates too early": `{budget: 40000, target_return: 150%, average_revenue_per_client: 10000, period: 2027-Q1,
		stages: [{id: mql, rate: 10%, lag: 30d}, {id: trip, rate: 10%, dates: 2027-01-04..2027-01-08}, {id: client}]}`,
	"dates too late": `{budget: 40000, target_return: 150%, average_revenue_per_client: 10000, period: 2027-Q1,
		stages: [{id: trip, rate: 10%, dates: 2027-05-04..2027-05-08}, {id: client}]}`,
	"clients of two": `{budget: 40000, target_clients: 3, average_revenue_per_client: 10000, funnels: [
		{name: one, share: 50%, stages: [{id: mql, rate: 10%}, {id: client}]},
		{name: two, share: 50%, stages: [{id: mql, rate: 10%}, {id: client}]}]}`,
	"tiny rates": `{budget: 40000, target_return: 150%, average_revenue_per_client: 10000, confidence: 99%,
		stages: [{id: mql, rate: 0.00001%}, {id: client}]}`,
	"tiny rates, again and again": `{budget: 40000, target_return: 150%, average_revenue_per_client: 1,
		stages: [{id: a, rate: 0.00001%}, {id: b, rate: 0.00001%}, {id: c, rate: 0.00001%}, {id: client}]}`,
	"many referrals": `{budget: 40000, target_return: 150%, average_revenue_per_client: 10000, referrals: 20,
		stages: [{id: mql, rate: 10%}, {id: client}]}`,
	"activities": `{budget: 4000, target_return: 150%, average_revenue_per_client: 1000, period: 2027-Q1, phases_not_used: [try],
		stages: [{id: mql, rate: 10%}, {id: meeting, rate: 50%, reminders: [4h]}, {id: client}], activities: [
		{name: Fair, phase: know, dates: 2027-02-06, stage: mql, cost: 5000, contribution: 2},
		{name: Ads, phase: know, every: month}, {name: Visit, stage: meeting, every: week}]}`,
	"reminders of ten years": `{budget: 40000, target_return: 150%, average_revenue_per_client: 10000, period: 2027-01-01..2036-12-31,
		stages: [` + manyReminders() + `{id: client}]}`,
	"an agreement that does not fit together": `{budget: 40000, target_return: 150%, average_revenue_per_client: 10000, period: 2027-Q1,
		stages: [{id: mql, rate: 10%}, {id: sql, rate: 50%}, {id: client}], sla: {sales_leads: 900, sales_rate: 5%, attempts: 6,
		people: [{name: Ana, role: sales, leads: 3, calls: 1 a week}]}}`,
}

// manyReminders are forty stages with five reminders each.
func manyReminders() string {
	var b strings.Builder
	for i := range 40 {
		b.WriteString("{id: s" + strconv.Itoa(i) + ", rate: 90%, reminders: [7d, 6d, 5d, 4d, 3d]}, ")
	}
	return b.String()
}

// raised are the warnings of the plans above, run backwards and forwards.
func raised(t *testing.T) []funnel.Warning {
	t.Helper()
	var all []funnel.Warning
	for name, text := range warningPlans {
		p, problems := plan.Read(plan.File{Name: name, Data: []byte(strings.ReplaceAll(text, "\t", " "))})
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		model := p.Model()
		all = append(all, funnel.Compute(&model).Warnings...)
		volumes := make([][]int64, len(model.Funnels))
		for i := range volumes {
			volumes[i] = make([]int64, len(model.Funnels[i].Stages))
		}
		volumes[0][0] = 1000
		all = append(all, funnel.Project(&model, volumes).Warnings...)
		if agreement, ok := funnel.Agree(funnel.Targets(&model)); ok {
			all = append(all, agreement.Warnings...)
		}
		all = append(all, funnel.NewCalendar(funnel.Targets(&model), funnel.MaxDate).Warnings...)
	}
	return append(append(all, raisedByChecks(t)...), raisedByPortfolios(t)...)
}

// warningCodes reads the codes of the arithmetic from its source, so that none
// can be forgotten here.
func warningCodes(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("../../funnel/*.go")
	if err != nil {
		t.Fatal(err)
	}
	files = append(files, "../actuals/warnings.go")
	var codes []string
	for _, file := range files {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			for i, name := range spec.Names {
				if regexp.MustCompile(`^Warn[A-Z]`).MatchString(name.Name) && i < len(spec.Values) {
					code, err := strconv.Unquote(spec.Values[i].(*ast.BasicLit).Value)
					if err != nil {
						t.Fatal(err)
					}
					codes = append(codes, code)
				}
			}
			return true
		})
	}
	if len(codes) < 12 {
		t.Fatalf("only %d codes were found", len(codes))
	}
	return codes
}

// Every warning has its sentence in every language, and every sentence its
// warning.
func TestEveryWarningHasASentence(t *testing.T) {
	codes := warningCodes(t)
	for _, language := range i18n.Codes() {
		l, _ := i18n.For(language)
		sentences := l.Warnings()
		for _, code := range codes {
			if sentences[code] == "" {
				t.Errorf("%s: nothing says %s", language, code)
			}
		}
		for code := range sentences {
			if !slices.Contains(codes, code) {
				t.Errorf("%s: nothing raises %s", language, code)
			}
		}
	}
}

// What a sentence names is what its warning carries: no more, and no less.
func TestSentencesNameWhatWarningsCarry(t *testing.T) {
	seen := map[string]bool{}
	for _, w := range raised(t) {
		seen[w.Code] = true
		names := slices.Sorted(maps.Keys(w.Values))
		for _, language := range i18n.Codes() {
			l, _ := i18n.For(language)
			d := &Document{Language: l, Currency: "USD", MinorUnits: 2}
			if said := d.message(w); said == "" || strings.ContainsAny(said, "{}&") || !strings.HasSuffix(said, ".") {
				t.Errorf("%s: %s says %q", language, w.Code, said)
			}
			sentence, ours := l.Warnings()[w.Code]
			if !ours {
				sentence = l.Problems()[w.Code].Text
			}
			placeholders := sentence.Placeholders()
			slices.Sort(placeholders)
			if !slices.Equal(placeholders, names) {
				t.Errorf("%s: %s names %v and carries %v", language, w.Code, placeholders, names)
			}
		}
	}
	for _, code := range append(warningCodes(t), "dates-outside-period", "season-outside-period", "many-referrals") {
		if !seen[code] {
			t.Errorf("no plan here raises %s", code)
		}
	}
}
