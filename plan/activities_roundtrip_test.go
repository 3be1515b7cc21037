package plan_test

import (
	"strconv"
	"strings"

	"pgregory.net/rapid"

	"embudo/funnel"
	"embudo/plan"
)

// anyActivities are activities for the stages of a plan, for the laws that hold of
// any plan.
func anyActivities(t *rapid.T, p *plan.Plan) []plan.Activity {
	var all []plan.Activity
	for i := range rapid.IntRange(0, 3).Draw(t, "activities") {
		a := plan.Activity{
			Name:    anyFilled(t, "activity"),
			ID:      "a" + strconv.Itoa(i),
			Phase:   rapid.SampledFrom([]string{"", "like", "buy"}).Draw(t, "phase"),
			System:  rapid.SampledFrom([]string{"", "conversion", "follow-up"}).Draw(t, "system"),
			Owner:   anyText(t, "owner"),
			Purpose: anyText(t, "purpose"),
			How:     anyText(t, "how"),
			Gives:   anyText(t, "gives"),
			Cost:    plan.Money{Value: from0(t, "cost")},
		}
		stages := p.Stages
		if len(p.Funnels) > 0 {
			f := rapid.SampledFrom(p.Funnels).Draw(t, "funnel")
			a.Funnel, stages = f.ID, f.Stages
		}
		if rapid.Bool().Draw(t, "feeds a stage") {
			a.Stage = rapid.SampledFrom(stages).Draw(t, "fed").ID
			a.Contribution.Value = from0(t, "contribution")
		}
		whenAny(t, &a, stages)
		all = append(all, a)
	}
	return all
}

// whenAny gives an activity dates or a cadence, or makes it a decision.
func whenAny(t *rapid.T, a *plan.Activity, stages []plan.Stage) {
	start := funnel.Date(rapid.IntRange(20_000, 21_000).Draw(t, "day"))
	end := start + funnel.Date(rapid.IntRange(0, 400).Draw(t, "more days"))
	switch rapid.IntRange(0, 2).Draw(t, "when") {
	case 0:
		a.Every = plan.Cadence{
			N: rapid.Int64Range(1, 1000).Draw(t, "every"), Unit: rapid.SampledFrom([]string{"day", "week", "month"}).Draw(t, "unit"),
		}
		a.From.Date, a.Until.Date = &start, &end
		a.Kind = rapid.SampledFrom([]string{"", "action", "meeting"}).Draw(t, "kind")
	case 1:
		a.Dates = []plan.Dates{{Span: &funnel.Span{Start: start, End: end}}, {Span: &funnel.Span{Start: end, End: end}}}
	default:
		a.Dates = []plan.Dates{{Span: &funnel.Span{Start: start, End: start}}}
		a.Kind = rapid.SampledFrom([]string{"", "decision"}).Draw(t, "kind")
		a.Expects = []funnel.Threshold{anyThreshold(t, stages)}
	}
	for i := range rapid.IntRange(0, 2).Draw(t, "done") {
		day := start + funnel.Date(7*i)
		a.Done = append(a.Done, plan.Done{
			Date: plan.Day{Date: &day}, Cost: plan.Money{Value: from0(t, "actual cost")}, Result: plan.Number{Value: from0(t, "result")},
			Delivered: rapid.SampledFrom([]string{"", "yes", "no"}).Draw(t, "delivered"),
		})
	}
}

func printActivities(b *strings.Builder, p *plan.Plan) {
	if len(p.PhasesNotUsed) > 0 {
		b.WriteString("phases_not_used: [" + strings.Join(p.PhasesNotUsed, ", ") + "]\n")
	}
	if len(p.Activities) > 0 {
		b.WriteString("activities:\n")
	}
	for _, a := range p.Activities {
		b.WriteString("  - id: " + a.ID + "\n")
		in := "    "
		line(b, in, "name", quoted(a.Name))
		line(b, in, "kind", a.Kind)
		line(b, in, "phase", a.Phase)
		line(b, in, "system", a.System)
		line(b, in, "funnel", a.Funnel)
		line(b, in, "stage", a.Stage)
		line(b, in, "owner", quoted(a.Owner))
		line(b, in, "every", a.Every.String())
		if a.Every.N > 0 {
			line(b, in, "from", a.From.Date.String())
			line(b, in, "until", a.Until.Date.String())
		}
		var dates, expected []string
		for _, d := range a.Dates {
			dates = append(dates, span(d.Span))
		}
		line(b, in, "dates", list(dates))
		line(b, in, "purpose", quoted(a.Purpose))
		line(b, in, "how", quoted(a.How))
		line(b, in, "gives", quoted(a.Gives))
		line(b, in, "cost", a.Cost.String())
		line(b, in, "contribution", a.Contribution.String())
		for _, t := range a.Expects {
			expected = append(expected, t.Expression)
		}
		line(b, in, "expects", list(expected))
		printDone(b, in, a.Done)
	}
}

func printDone(b *strings.Builder, indent string, done []plan.Done) {
	if len(done) > 0 {
		b.WriteString(indent + "done:\n")
	}
	for _, d := range done {
		b.WriteString(indent + "  - date: " + d.Date.Date.String() + "\n")
		line(b, indent+"    ", "cost", d.Cost.String())
		line(b, indent+"    ", "result", d.Result.String())
		line(b, indent+"    ", "delivered", d.Delivered)
	}
}

func printReminders(b *strings.Builder, indent string, reminders []plan.Reminder) {
	b.WriteString(indent + "reminders:\n")
	for _, r := range reminders {
		b.WriteString(indent + "  - before: " + r.Before.String() + "\n")
		line(b, indent+"    ", "content", quoted(r.Content))
	}
	if len(reminders) == 0 {
		b.WriteString(indent + "  []\n")
	}
}

// list writes texts as a list, nothing where there are none.
func list(items []string) string {
	if len(items) == 0 {
		return ""
	}
	return "[" + strings.Join(items, ", ") + "]"
}
