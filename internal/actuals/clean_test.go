package actuals_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"embudo/funnel"
	"embudo/internal/actuals"
	"embudo/internal/actuals/sheet"
	"embudo/internal/render"
	"embudo/internal/report"
)

func read(t *rapid.T, plan *funnel.Plan, name, text string) *actuals.Result {
	source := actuals.Source{File: sheet.InMemory(name, []byte(text))}
	result, err := actuals.Read(t.Context(), []actuals.Source{source}, actuals.Options{
		Plan: plan, AsOf: funnel.NewDate(2027, time.December, 31),
	})
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	return result
}

func clean(t *rapid.T, r *actuals.Result) string {
	var out bytes.Buffer
	if err := render.CSV(&out, report.CleanCounts(r), render.Page{}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// twoFunnels have a stage in common, and one each of their own.
func twoFunnels() *funnel.Plan {
	of := func(id string, stages ...string) funnel.Funnel {
		f := funnel.Funnel{ID: id, Name: id, Success: len(stages) - 1}
		for _, s := range stages {
			f.Stages = append(f.Stages, funnel.Stage{ID: s, Name: s, Owner: "marketing"})
		}
		return f
	}
	return &funnel.Plan{MinorUnits: 2, Funnels: []funnel.Funnel{of("web", "mql", "client"), of("fairs", "visit", "client")}}
}

func oneFunnel() *funnel.Plan {
	p := twoFunnels()
	p.Funnels = p.Funnels[:1]
	return p
}

// What was read, written as clean counts and read again, is the same: the counts
// by day, funnel, stage and channel, and the money to the last decimal. So the
// clean counts of both are the same bytes.
func TestLawCleanCounts(t *testing.T) {
	day := rapid.IntRange(0, 300)
	channel := rapid.SampledFrom([]string{"", "Google", "google", "Búsqueda", "a, b", "5\" screen", "Year 2027"})
	date := func(t *rapid.T, name string) string {
		return funnel.NewDate(2027, time.January, 1+day.Draw(t, name)).String()
	}
	rapid.Check(t, func(t *rapid.T) {
		plan, funnels := oneFunnel(), []string{"web"}
		if rapid.Bool().Draw(t, "two") {
			plan, funnels = twoFunnels(), []string{"web", "fairs"}
		}
		var b strings.Builder
		b.WriteString("Lead ID,Pipeline,Created Date,Won date,Lead Source,Amount\n")
		for i := range rapid.IntRange(1, 9).Draw(t, "rows") {
			won := ""
			if rapid.Bool().Draw(t, "won") {
				won = date(t, "day")
			}
			fmt.Fprintf(&b, "%d,%s,%s,%s,%s,%d.%02d\n", i, rapid.SampledFrom(funnels).Draw(t, "funnel"), date(t, "created"), won,
				`"`+strings.ReplaceAll(channel.Draw(t, "channel"), `"`, `""`)+`"`,
				rapid.IntRange(0, 9999).Draw(t, "amount"), rapid.IntRange(0, 99).Draw(t, "cents"))
		}
		first := clean(t, read(t, plan, "leads.csv", b.String()))
		if strings.Count(first, "\n") == 1 {
			t.Skip("nothing happened")
		}
		if again := clean(t, read(t, plan, "clean.csv", first)); again != first {
			t.Fatalf("of\n%s\nread and written\n%s\nand again\n%s", b.String(), first, again)
		}
	})
}
