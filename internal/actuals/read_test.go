package actuals

import (
	"bytes"
	"errors"
	"math/big"
	"os"
	"path/filepath"
	"testing"
	"time"

	"embudo/funnel"
	"embudo/internal/actuals/sheet"
)

// inMemory is a file that a test holds.
type inMemory struct{ *bytes.Reader }

func (inMemory) Close() error { return nil }

func fileFrom(name string, data []byte) sheet.File {
	return sheet.File{Name: name, Open: func() (sheet.Content, error) { return inMemory{bytes.NewReader(data)}, nil }}
}

func testFile(t *testing.T, name string) sheet.File {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "real", name))
	if err != nil {
		t.Fatal(err)
	}
	return fileFrom(name, data)
}

// planWith is a plan of one funnel with these stages, the first of marketing and
// the others of sales.
func planWith(ids ...string) *funnel.Plan {
	f := funnel.Funnel{ID: "main", Success: len(ids) - 1}
	for i, id := range ids {
		owner := "sales"
		if i == 0 {
			owner = "marketing"
		}
		f.Stages = append(f.Stages, funnel.Stage{ID: id, Name: id, Owner: owner})
	}
	return &funnel.Plan{MinorUnits: 2, Funnels: []funnel.Funnel{f}}
}

// sumOf adds up the entries of a stage for which want holds.
func sumOf(a *funnel.Actuals, stage int, want func(funnel.Entries) bool) (count, implied, wentOn int64) {
	for _, e := range a.Funnels[0].Stages[stage].Entries {
		if want(e) {
			count += e.Count
			implied += e.Implied
			wentOn += e.WentOn
		}
	}
	return count, implied, wentOn
}

func all(funnel.Entries) bool { return true }

func inMonth(year int, month time.Month) func(funnel.Entries) bool {
	return func(e funnel.Entries) bool {
		d := e.From.Time()
		return d.Year() == year && d.Month() == month
	}
}

// The numbers were counted independently of this reader.
func TestReadDeals(t *testing.T) {
	result, err := Read(
		t.Context(), []Source{{File: testFile(t, "ringostat_deals.csv"), Choices: Choices{Values: map[string]string{
			"Negotiations": "negotiation", "Trial": "trial", "Project set up": "setup", "Payment": "payment",
		}}}},
		Options{Plan: planWith("aql", "negotiation", "trial", "setup", "payment", "client"), AsOf: funnel.NewDate(2024, time.December, 31)})
	if err != nil {
		t.Fatal(err)
	}
	a := &result.Actuals
	if n, _, _ := sumOf(a, 0, all); n != 895 {
		t.Errorf("%d entered, want 895", n)
	}
	for month, want := range map[time.Month]int64{1: 294, 2: 299, 3: 264, 4: 38} {
		if n, _, _ := sumOf(a, 0, inMonth(2024, month)); n != want {
			t.Errorf("%d entered in %s, want %d", n, month, want)
		}
	}
	for month, want := range map[time.Month]int64{1: 39, 2: 81, 3: 86, 4: 10} {
		if n, _, _ := sumOf(a, 5, inMonth(2024, month)); n != want {
			t.Errorf("%d won in %s, want %d", n, month, want)
		}
	}
	lost := int64(0)
	for _, l := range a.Funnels[0].Lost {
		lost += l.Count
	}
	if lost != 431 {
		t.Errorf("%d lost, want 431", lost)
	}
	// Of 248 open deals 158 are in negotiations, 36 in trial, 39 in set-up, 15 in
	// payment; the 216 won ones passed them all.
	for stage, want := range map[int]int64{1: 248 + 216, 2: 90 + 216, 3: 54 + 216, 4: 15 + 216} {
		if n, implied, _ := sumOf(a, stage, all); n != want || implied != want {
			t.Errorf("%d passed stage %d, %d of them implied, want all of %d", n, stage, implied, want)
		}
	}
	for channel, want := range map[string][2]int64{"Partner": {274, 89}, "Facebook PPC": {69, 4}} {
		by := func(e funnel.Entries) bool { return e.Channel == channel }
		entered, _, _ := sumOf(a, 0, by)
		won, _, _ := sumOf(a, 5, by)
		if entered != want[0] || won != want[1] {
			t.Errorf("%s: %d entered and %d won, want %d", channel, entered, won, want)
		}
	}
	if result.Actuals.Money.Revenue {
		t.Error("deals without amounts say nothing of revenue")
	}
}

func TestReadOpportunities(t *testing.T) {
	plan := planWith("lead", "pipeline", "commit", "client")
	read := func(asOf funnel.Date) *Result {
		result, err := Read(
			t.Context(), []Source{{File: testFile(t, "pt_oportunidades.csv"), Choices: Choices{Values: map[string]string{"Closed": "won"}}}},
			Options{Plan: plan, AsOf: asOf})
		if err != nil {
			t.Fatal(err)
		}
		return result
	}
	result := read(funnel.NewDate(2024, time.December, 31))
	if n, _, _ := sumOf(&result.Actuals, 3, all); n != 819 {
		t.Errorf("%d won, want 819", n)
	}
	revenue := func(r *Result, year int) string {
		sum := new(big.Rat)
		for _, amount := range r.Actuals.Revenue {
			if year == 0 || amount.From.Time().Year() == year {
				sum.Add(sum, amount.Value)
			}
		}
		return sum.FloatString(2)
	}
	if got := revenue(result, 0); got != "11392074.09" {
		t.Errorf("revenue %s, want 11392074.09", got)
	}
	if got := revenue(result, 2023); got != "5956977.61" {
		t.Errorf("revenue of 2023 %s, want 5956977.61", got)
	}
	if got := revenue(read(funnel.NewDate(2023, time.December, 31)), 0); got != "5956977.61" {
		t.Errorf("revenue as of the end of 2023 %s, want 5956977.61", got)
	}
}

func TestSourceTwice(t *testing.T) {
	file := testFile(t, "ringostat_deals.csv")
	again := file
	again.Name = "./" + file.Name
	_, err := Read(t.Context(), []Source{{File: file}, {File: again}}, Options{Plan: planWith("aql", "client")})
	var problem *sheet.Problem
	if !asProblem(err, &problem) || problem.Name != "source-twice" {
		t.Errorf("%v, want source-twice", err)
	}
}

func asProblem(err error, problem **sheet.Problem) bool { return errors.As(err, problem) }
