package actuals

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math/big"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"embudo/funnel"
	"embudo/internal/actuals/sample"
	"embudo/internal/actuals/sheet"
)

// idealOf is an ideal client of some rules that bring a point each.
func idealOf(rules ...LeadRule) *Ideal {
	profile := &funnel.Profile{Lead: big.NewRat(1, 1), MQL: big.NewRat(int64(len(rules)), 1)}
	for _, r := range rules {
		profile.Rules = append(profile.Rules, funnel.ProfileRule{Name: r.Field, Weight: big.NewRat(1, 1)})
	}
	return &Ideal{Profile: profile, Rules: rules, Sales: SalesColumns{Yes: []string{"yes"}, No: []string{"no"}}}
}

// qualifyProblems are what can be asked and noted about leads.
func qualifyProblems(t *testing.T) []*sheet.Problem {
	t.Helper()
	var all []*sheet.Problem
	ask := func(ideal *Ideal, source Source) {
		_, err := Qualify(t.Context(), []Source{source}, ideal, Options{AsOf: endOf2027()}, nil)
		var questions *Questions
		var one *sheet.Problem
		switch {
		case errors.As(err, &questions):
			all = append(all, questions.Problems...)
		case errors.As(err, &one):
			all = append(all, one)
		default:
			t.Errorf("%v is no question", err)
		}
	}
	leads := "Country,Size,Need,Country\nChile,30,maybe,Peru\n"
	ask(idealOf(LeadRule{Field: "Countries", In: []string{"Chile"}}, LeadRule{Field: "Zip", In: []string{"1"}}), text("a.csv", leads))
	ask(idealOf(LeadRule{Field: "Zip", In: []string{"1"}}, LeadRule{Field: "Wxyz", In: []string{"1"}}), text("a.csv", leads))
	ask(idealOf(LeadRule{Field: "Country", In: []string{"Chile"}}), Source{File: sheet.File{Name: "postgres://reader@db.example.com/crm"}})
	ideal := idealOf(LeadRule{Field: "Country", In: []string{"Chile"}})
	ideal.Sales.Need = "Need"
	note := func(leads string) {
		result, err := Qualify(t.Context(), []Source{text("a.csv", leads)}, ideal, Options{AsOf: endOf2027()}, nil)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, result.Sources[0].Notes...)
	}
	note(leads)
	ideal.Rules[0].In = []string{"Chile", "Perú; Brasil", "Colombia"}
	note("Country,Need,Stage\nChile,,Jalisco\n")
	ideal.Rules[0].In = []string{"Chile", "Colombia"}
	note("Country,Need,Stage\nChile,,0" + manyStages())
	return all
}

// manyStages are rows whose stages are more than a column of stages can have.
func manyStages() string {
	var b strings.Builder
	for i := range 2 * maxValues {
		fmt.Fprintf(&b, "\nChile,,remark %d", i)
	}
	return b.String()
}

// Of a lead whose stage nobody understands it is not known how it ended, whatever
// the others say.
func TestUnclearStagesAreNotKnown(t *testing.T) {
	tests := []struct {
		name, leads    string
		known, reached int64
		asks           string
		choices        Choices
	}{
		{name: "asked, as other commands do", leads: "Country,Stage\nChile,Descartado\nChile,Cliente activo\n", asks: "unknown-values"},
		{name: "no stages at all", leads: "Country,Stage\nChile,Jalisco\nPeru,Sonora\n"},
		{name: "beside days", leads: "Country,MQL date,Client date,Stage\nChile,2027-01-05,2027-02-01,Jalisco\nPeru,2027-01-05,,MQL\nPeru,2027-01-05,,Sonora\n", known: 2, reached: 1},
		{
			name: "beside a status", leads: "Country,Created,Stage,Status\nChile,2027-01-05,MQL,Won\nPeru,2027-01-05,MQL,Lost\nPeru,2027-01-05,MQL,Paused\n", known: 2, reached: 1,
			choices: Choices{Columns: map[string]string{"status": "Status"}},
		},
	}
	for _, test := range tests {
		ideal := idealOf(LeadRule{Field: "Country", In: []string{"Chile"}})
		result, err := Qualify(t.Context(), []Source{text("a.csv", test.leads).with(test.choices)}, ideal, Options{AsOf: endOf2027(), Plan: fivePlan()}, nil)
		var questions *Questions
		switch {
		case test.asks != "":
			if !errors.As(err, &questions) || questions.Problems[0].Name != test.asks {
				t.Errorf("%s: %v, want %s", test.name, err, test.asks)
			}
		case err != nil:
			t.Errorf("%s: %v", test.name, err)
		case result.All.Known != test.known || result.All.Reached != test.reached:
			t.Errorf("%s: %+v, want %d known and %d reached", test.name, result.All, test.known, test.reached)
		}
	}
}

// drawnLeads are leads as an export may have them, and rules for them.
func drawnLeads(t *rapid.T) (data string, ideal *Ideal) {
	comma := rapid.SampledFrom([]string{",", ";"}).Draw(t, "delimiter")
	end := rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(t, "line end")
	texts := rapid.SampledFrom([]string{
		"", "Chile", "CHILE ", "perú", "Peru", "=1+1", `say "x"`, "a,b", "a;b", "two\nlines", "N/A", "yes", "no", "maybe", "-",
	})
	numbers := rapid.SampledFrom([]string{"", "5", "20", "1.234.567", "19,99", "200", "201", "11-50", "$ 30", "n/a"})
	days := rapid.SampledFrom([]string{"", "31/12/2025", "01/01/2026", "13/05/2026", "2026-01-01", "soon"})
	stages := rapid.SampledFrom([]string{"Won", "Lost", "MQL", ""})
	var b strings.Builder
	write := func(cells ...string) {
		for i, c := range cells {
			if i > 0 {
				b.WriteString(comma)
			}
			if strings.ContainsAny(c, comma+"\"\n") || rapid.IntRange(0, 9).Draw(t, "quotes") == 0 {
				c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
			}
			b.WriteString(c)
		}
	}
	write("Number", "Country", "Size", "Since", "Stage", "Need", "Value", "Budget", "Who")
	for i := range rapid.IntRange(0, 30).Draw(t, "rows") {
		b.WriteString(end)
		cells := []string{
			fmt.Sprint(1000 + i), texts.Draw(t, "country"), numbers.Draw(t, "size"), days.Draw(t, "since"), stages.Draw(t, "stage"),
			texts.Draw(t, "need"), texts.Draw(t, "value"), texts.Draw(t, "budget"), texts.Draw(t, "who"),
		}
		write(cells[:rapid.IntRange(5, len(cells)).Draw(t, "cells")]...)
	}
	if rapid.Bool().Draw(t, "ends with a line break") {
		b.WriteString(end)
	}
	return b.String(), drawnIdeal(t)
}

func drawnIdeal(t *rapid.T) *Ideal {
	day := funnel.NewDate(2026, time.January, 1)
	all := []LeadRule{
		{Field: "COUNTRY", In: []string{"chile", "Perú"}},
		{Field: "Country", NotIn: []string{"Chile", "a,b"}},
		{Field: "country", Matches: regexp.MustCompile("(?i:chile|x)")},
		{Field: "Size", Numbers: &Bounds[*big.Rat]{Min: big.NewRat(1999, 100)}},
		{Field: "size", Numbers: &Bounds[*big.Rat]{Min: big.NewRat(20, 1), Max: big.NewRat(200, 1)}},
		{Field: "Since", Days: &Bounds[*funnel.Date]{Min: &day}},
	}
	ideal := &Ideal{
		Profile: &funnel.Profile{},
		Sales:   SalesColumns{Need: "Need", Value: "Value", Budget: "Budget", DecisionMaker: "Who", Yes: []string{"yes"}, No: []string{"no"}},
	}
	for _, i := range rapid.SliceOfNDistinct(rapid.IntRange(0, len(all)-1), 1, len(all), rapid.ID).Draw(t, "rules") {
		ideal.Rules = append(ideal.Rules, all[i])
		ideal.Profile.Rules = append(ideal.Profile.Rules, funnel.ProfileRule{
			Name: fmt.Sprint("rule ", i), Weight: big.NewRat(rapid.Int64Range(0, 4).Draw(t, "weight"), 2), Must: rapid.IntRange(0, 4).Draw(t, "must") == 0,
		})
	}
	points := ideal.Profile.Points()
	ideal.Profile.Lead = new(big.Rat).Mul(points, big.NewRat(4, 10))
	ideal.Profile.MQL = new(big.Rat).Mul(points, big.NewRat(7, 10))
	return ideal
}

// Every row comes out once, in its order, with its own text unchanged and three
// cells behind it; the score and level are those of a slow reading of the same
// cells, one row after the other, with nothing remembered; and what was counted is
// what was written.
func TestQualifyIsAsSlowReadingHasIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		data, ideal := drawnLeads(t)
		var out bytes.Buffer
		source := text("leads.csv", data).with(Choices{Decimal: "comma", DateOrder: "dmy"})
		result, err := Qualify(context.Background(), []Source{source}, ideal, Options{AsOf: endOf2027(), Plan: fivePlan()}, &out)
		if err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		before, after := recordsOf(t, data), recordsOf(t, out.String())
		if len(before) != len(after) {
			t.Fatalf("%d rows became %d:\n%s\n%s", len(before), len(after), data, out.String())
		}
		counts := map[string]int64{}
		for i, cells := range after {
			own := before[i]
			for len(own) < len(before[0]) {
				own = append(own, "")
			}
			if len(cells) != len(own)+3 || !slices.Equal(cells[:len(own)], own) {
				t.Fatalf("row %d: %q became %q", i, own, cells)
			}
			if i == 0 {
				continue
			}
			score, level := slowly(ideal, before[i])
			if cells[len(own)] != score || cells[len(own)+1] != string(level) {
				t.Fatalf("row %d: %q, want %s %s", i, cells, score, level)
			}
			counts[string(level)]++
		}
		for _, l := range result.Levels {
			if counts[string(l.Level)] != l.At.Leads {
				t.Fatalf("%d are written as %s, and %d counted", counts[string(l.Level)], l.Level, l.At.Leads)
			}
		}
		again := scoredAgain(t, out.String(), ideal)
		if again != out.String() {
			t.Fatalf("scored again, %q became %q", out.String(), again)
		}
	})
}

// scoredAgain is a scored file after another scoring.
func scoredAgain(t *rapid.T, data string, ideal *Ideal) string {
	var out bytes.Buffer
	source := text("leads.csv", data).with(Choices{Decimal: "comma", DateOrder: "dmy"})
	if _, err := Qualify(context.Background(), []Source{source}, ideal, Options{AsOf: endOf2027(), Plan: fivePlan()}, &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// recordsOf is a CSV file by the standard library's reader.
func recordsOf(t *rapid.T, data string) [][]string {
	r := csv.NewReader(strings.NewReader(data))
	r.Comma = rune(data[strings.IndexAny(data, ",;")])
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatalf("%v in %q", err, data)
	}
	return rows
}

// slowly scores one row by the plainest means.
func slowly(ideal *Ideal, cells []string) (score string, level funnel.Level) {
	columns := map[string]int{"country": 1, "size": 2, "since": 3, "need": 5, "value": 6, "budget": 7, "who": 8}
	cell := func(heading string) string {
		if i := columns[strings.ToLower(heading)]; i < len(cells) {
			return strings.TrimSpace(cells[i])
		}
		return ""
	}
	var traits funnel.Traits
	for i, r := range ideal.Rules {
		said := slowVerdict(r, cell(r.Field))
		if said == nil {
			traits.Unknown |= 1 << i
		} else if *said {
			traits.Met |= 1 << i
		}
	}
	for i, heading := range ideal.Sales.headings() {
		if cell(heading) == "yes" {
			traits.Confirmed |= 1 << i
		}
	}
	return strings.Replace(decimalOf(ideal.Profile.Score(traits)).String(), ".", ",", 1), ideal.Profile.Level(traits)
}

// slowVerdict is nil where a text says nothing.
func slowVerdict(r LeadRule, text string) *bool {
	said := func(yes bool) *bool { return &yes }
	amounts := map[string]string{"5": "5", "20": "20", "1.234.567": "1234567", "19,99": "19.99", "200": "200", "201": "201", "$ 30": "30"}
	days := map[string]funnel.Date{
		"31/12/2025": funnel.NewDate(2025, time.December, 31), "01/01/2026": funnel.NewDate(2026, time.January, 1),
		"13/05/2026": funnel.NewDate(2026, time.May, 13), "2026-01-01": funnel.NewDate(2026, time.January, 1),
	}
	among := func(list []string) bool {
		return slices.ContainsFunc(list, func(word string) bool { return keyOf(word) == keyOf(text) })
	}
	switch {
	case text == "" || text == "N/A" || text == "n/a" || text == "-":
		return nil
	case r.Numbers != nil:
		n, ok := new(big.Rat).SetString(amounts[text])
		if !ok {
			return nil
		}
		return said((r.Numbers.Min == nil || n.Cmp(r.Numbers.Min) >= 0) && (r.Numbers.Max == nil || n.Cmp(r.Numbers.Max) <= 0))
	case r.Days != nil:
		day, ok := days[text]
		if !ok {
			return nil
		}
		return said(day >= *r.Days.Min)
	case r.Matches != nil:
		return said(r.Matches.MatchString(text))
	case r.In != nil:
		return said(among(r.In))
	}
	return said(!among(r.NotIn))
}

// BenchmarkQualify scores a million leads by eight rules, with the file written.
func BenchmarkQualify(b *testing.B) {
	const rows = 1_000_000
	var data bytes.Buffer
	if err := sample.Leads(&data, rows, 1); err != nil {
		b.Fatal(err)
	}
	day := funnel.NewDate(2026, time.March, 1)
	least := big.NewRat(5000, 1)
	ideal := idealOf(
		LeadRule{Field: "Lead Source", In: []string{"Webinar", "LinkedIn Ads", "Trade fair"}},
		LeadRule{Field: "Lead Source", NotIn: []string{"Newsletter"}},
		LeadRule{Field: "Lead Source", Matches: regexp.MustCompile("(?i:google|call)")},
		LeadRule{Field: "Amount", Numbers: &Bounds[*big.Rat]{Min: least}},
		LeadRule{Field: "Created Date", Days: &Bounds[*funnel.Date]{Min: &day}},
		LeadRule{Field: "MQL Date", Days: &Bounds[*funnel.Date]{Min: &day}},
		LeadRule{Field: "SQL Date", Days: &Bounds[*funnel.Date]{Max: &day}},
		LeadRule{Field: "Lead ID", Matches: regexp.MustCompile("7$")},
	)
	b.SetBytes(int64(data.Len()))
	b.ReportAllocs()
	for b.Loop() {
		sources := []Source{{File: fileFrom("leads.csv", data.Bytes())}}
		result, err := Qualify(b.Context(), sources, ideal, Options{AsOf: funnel.NewDate(2027, 12, 31)}, io.Discard)
		if err != nil || result.All.Leads != rows {
			b.Fatal(err)
		}
	}
}
