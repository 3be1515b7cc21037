package plan_test

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"embudo/funnel"
	"embudo/internal/i18n"
	"embudo/internal/render"
	"embudo/internal/report"
	"embudo/plan"
)

// What scripts read is the same bytes in every language, whatever the plan.
func TestScriptsReadTheSameInEveryLanguage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := printPlan(anyPlan(t))
		p, problems := plan.Read(plan.File{Name: "plan.yaml", Data: []byte(text)})
		if p == nil {
			t.Fatalf("%s\n%s", text, sentences("en", problems))
		}
		model := p.Model()
		result := funnel.Compute(&model)
		sameInEveryLanguage(t, "plan", func(l *i18n.Language) *report.Document { return report.Plan(result, l) })
		sameInEveryLanguage(t, "plan --explain", func(l *i18n.Language) *report.Document {
			return report.ExplainedPlan(result, p, l)
		})
		if model.Period != nil {
			unit := rapid.SampledFrom([]funnel.Unit{funnel.EachDay, funnel.EachWeek, funnel.EachMonth}).Draw(t, "unit")
			if schedule, ok := funnel.Scheduled(result, unit, nil); ok {
				sameInEveryLanguage(t, "schedule", func(l *i18n.Language) *report.Document { return report.Schedule(schedule, l) })
			}
		}
		projection := funnel.Project(&model, anyVolumes(t, &model))
		sameInEveryLanguage(t, "project", func(l *i18n.Language) *report.Document { return report.Project(projection, l) })
		model.Period = &funnel.Span{Start: 20_000, End: 20_100}
		calendar := funnel.NewCalendar(funnel.Targets(&model), funnel.MaxDate)
		week := funnel.WeekOf(20_050)
		for _, o := range []report.CalendarOptions{{}, {Week: &week}} {
			sameInEveryLanguage(t, "calendar", func(l *i18n.Language) *report.Document { return report.Calendar(calendar, o, l) })
		}
	})
}

// Of a file with problems, too.
func TestScriptsReadTheSameProblemsInEveryLanguage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lines := strings.Split(printPlan(anyPlan(t)), "\n")
		for range rapid.IntRange(0, 3).Draw(t, "changes") {
			i := rapid.IntRange(0, len(lines)-1).Draw(t, "line")
			lines[i] = rapid.SampledFrom([]string{"", "rate: 300", "budgett: 4", "    lag: 5", "- {", lines[i] + "x"}).Draw(t, "change")
		}
		file := report.Validated{File: "plan.yaml"}
		var p *plan.Plan
		p, file.Problems = plan.Read(plan.File{Name: "plan.yaml", Data: []byte(strings.Join(lines, "\n"))})
		if p != nil {
			file.Notices = p.Notices
		}
		sameInEveryLanguage(t, "validate", func(l *i18n.Language) *report.Document {
			return report.Validate([]report.Validated{file}, l)
		})
	})
}

// sameInEveryLanguage draws a document for scripts in each language.
func sameInEveryLanguage(t *rapid.T, what string, in func(l *i18n.Language) *report.Document) {
	t.Helper()
	for _, format := range []string{"json", "csv"} {
		draw, _ := render.For(format)
		var first []byte
		for i, code := range i18n.Codes() {
			l, _ := i18n.For(code)
			var drawn bytes.Buffer
			if err := draw(&drawn, in(l), render.Page{Width: 40 + 40*i}); err != nil {
				t.Fatal(err)
			}
			if i == 0 {
				first = drawn.Bytes()
			} else if !bytes.Equal(first, drawn.Bytes()) {
				t.Errorf("%s as %s in %s:\n%s\nbut in %s:\n%s", what, format, i18n.Codes()[0], first, code, &drawn)
			}
		}
	}
}

// anyVolumes puts some at each stage.
func anyVolumes(t *rapid.T, p *funnel.Plan) [][]int64 {
	volumes := make([][]int64, len(p.Funnels))
	for i := range volumes {
		for range p.Funnels[i].Stages {
			volumes[i] = append(volumes[i], rapid.Int64Range(0, 1000).Draw(t, "volume"))
		}
	}
	return volumes
}
