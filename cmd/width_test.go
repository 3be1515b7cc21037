package cmd

import (
	"math/big"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"embudo/funnel"
	"embudo/internal/i18n"
	"embudo/internal/render"
	"embudo/internal/report"
	"embudo/plan"
)

// widest is the width of the widest line of a text, which has no wide characters.
func widest(text string) (columns int, line string) {
	for l := range strings.Lines(text) {
		l = strings.TrimRight(l, "\n")
		if w := utf8.RuneCountInString(l); w > columns {
			columns, line = w, l
		}
	}
	return columns, line
}

// No report of a template is wider than its page, in any language.
func TestReportsFitThePage(t *testing.T) {
	if testing.Short() {
		t.Skip("draws every report at many widths")
	}
	for _, code := range i18n.Codes() {
		l, _ := i18n.For(code)
		for _, name := range plan.Templates() {
			p, problems := plan.Read(plan.File{Name: name, Data: plan.Template(name, code)},
				plan.Setting{Path: "name", Value: "Donaudampfschifffahrtsgesellschaftskapitän"})
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			model := p.Model()
			model.Confidence = []*big.Rat{big.NewRat(8, 10), big.NewRat(9, 10), big.NewRat(95, 100)}
			model.Funnels[0].Stages[0].InProgress, model.Funnels[0].Stages[1].Direct = 12, 3
			result := funnel.Compute(&model)
			volumes := make([][]int64, len(model.Funnels))
			for i, f := range model.Funnels {
				volumes[i] = make([]int64, len(f.Stages))
				volumes[i][0] = 300
			}
			documents := []*report.Document{report.ExplainedPlan(result, p, l), report.Project(funnel.Project(&model, volumes), l), solvedDocument(p, l)}
			for _, unit := range []funnel.Unit{funnel.EachDay, funnel.EachWeek, funnel.EachMonth} {
				schedule, ok := funnel.Scheduled(result, unit, model.Confidence[1])
				if !ok {
					t.Fatalf("%s is too long", name)
				}
				documents = append(documents, report.Schedule(schedule, l))
			}
			for _, d := range documents {
				for columns := 60; columns <= 180; columns += 5 {
					var drawn strings.Builder
					if err := render.Table(&drawn, d, render.Page{Width: columns}); err != nil {
						t.Fatal(err)
					}
					if w, line := widest(drawn.String()); w > columns {
						t.Errorf("%s in %s: %d columns on a page of %d: %s", name, code, w, columns, line)
					}
				}
			}
		}
	}
}

// Help is as wide as the terminal, within reason.
func TestHelpFitsThePage(t *testing.T) {
	for _, code := range i18n.Codes() {
		l, _ := i18n.For(code)
		for columns := 60; columns <= 140; columns += 10 {
			a := asking(l, strings.NewReader(""), &strings.Builder{}, map[string]string{"COLUMNS": strconv.Itoa(columns)})
			root := newRoot(a, nil)
			a.describeAll(root)
			for _, c := range append(root.Commands(), root) {
				if w, line := widest(a.helpText(c)); w > columns {
					t.Errorf("%s in %s: %d columns on a page of %d: %s", c.Name(), code, w, columns, line)
				}
			}
			for name, topic := range l.Topics() {
				if w, line := widest(render.Prose(topic.Text, a.helpWidth())); w > columns {
					t.Errorf("%s in %s: %d columns on a page of %d: %s", name, code, w, columns, line)
				}
			}
		}
	}
}

// solvedDocument is of a question to which no value is the answer: what is offered
// for pasting is never broken.
func solvedDocument(p *plan.Plan, l *i18n.Language) *report.Document {
	model, unknowns := p.Model(), p.Unknowns()
	question := funnel.Question{Given: []funnel.Given{{Funnel: 0, Stage: 0, Entries: 0}}}
	for _, u := range unknowns {
		if strings.HasSuffix(u.Path, ".rate") {
			question.Unknown = u
			break
		}
	}
	return report.Solve(&report.Solved{Solution: funnel.Solve(&model, question), File: "plan.yaml"}, l)
}
