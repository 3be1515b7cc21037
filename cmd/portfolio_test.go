package cmd

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// writePlans writes plans of quarters with five stages, of whose rates half are fixed
// and half uncertain, as evidence or as ranges; each has a trip that somebody makes.
func writePlans(t testing.TB, count int) (folder string) {
	t.Helper()
	folder = t.TempDir()
	dice := rand.New(rand.NewPCG(1, 2))
	rate := func(percent int) string {
		switch dice.IntN(4) {
		case 0:
			of := 60 + dice.IntN(340)
			return fmt.Sprintf("%d/%d", of*percent/100, of)
		case 1:
			return fmt.Sprintf("%d%%..%d%%", percent-8, percent+8)
		}
		return fmt.Sprintf("%d%%", percent)
	}
	for i := range count {
		year, quarter := 2025+i%3, 1+i%4
		text := fmt.Sprintf(`name: Plan %d
currency: USD
period: %d-Q%d
holidays: CL
budget: %d
target_return: %d%%
average_revenue_per_client: %d
confidence: 90%%
stages:
  - {id: mql, name: MQL, owner: marketing, rate: %s, source: CRM, lag: 5d}
  - {id: sql, name: SQL, owner: sales, rate: %s, source: CRM, lag: 7d}
  - {id: meeting, name: Meeting, owner: sales, rate: %s, source: CRM, lag: 7d, capacity: {people: 2, per_week: 8}}
  - {id: opportunity, name: Opportunity, owner: sales, rate: %s, source: CRM, lag: 14d}
  - {id: client, name: Client, owner: sales}
activities:
  - {id: trip, name: Trip, owner: Person %d, stage: meeting, dates: %d-%02d-%02d..%d-%02d-%02d}
`, i, year, quarter, 1000*(10+dice.IntN(70)), 10*(5+dice.IntN(15)), 100*(30+dice.IntN(120)),
			rate(20+dice.IntN(25)), rate(35+dice.IntN(30)), rate(45+dice.IntN(30)), rate(15+dice.IntN(20)),
			i%200, year, 3*quarter-1, 1+i%20, year, 3*quarter-1, 4+i%20)
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("plan-%04d.yaml", i)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// As many plans as a large firm has in some years are one portfolio.
func TestPortfolioOfManyPlans(t *testing.T) {
	var shown, failures bytes.Buffer
	code := Main([]string{"portfolio", writePlans(t, 100), "--as-of", "2026-05-01", "-o", "csv"}, strings.NewReader(""), &shown, &failures)
	if code != 0 || failures.Len() > 0 {
		t.Fatalf("exit status %d: %s", code, failures.String())
	}
	if rows := strings.Count(shown.String(), "\n"); rows != 101 {
		t.Errorf("%d rows, want a heading and 100 plans", rows)
	}
}

// BenchmarkPortfolio reads 1,000 plans, works them out and shows them.
func BenchmarkPortfolio(b *testing.B) {
	folder := writePlans(b, 1000)
	for b.Loop() {
		if code := Main([]string{"portfolio", folder, "--as-of", "2026-05-01"}, strings.NewReader(""), io.Discard, os.Stderr); code != 0 {
			b.Fatal(code)
		}
	}
}
