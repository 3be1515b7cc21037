package actuals

import (
	"cmp"
	"fmt"
	"math/big"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"embudo/funnel"
)

// shortCohort writes a cohort: Web 03-01: 5, gone [2×7d 1 undated], lost [1×3d], open 1.
func shortCohort(c *funnel.Cohort) string {
	waits := func(list []funnel.Wait, undated int64) string {
		var parts []string
		for _, w := range list {
			parts = append(parts, fmt.Sprintf("%d×%dd", w.Count, w.Days))
		}
		if undated > 0 {
			parts = append(parts, fmt.Sprintf("%d undated", undated))
		}
		return strings.Join(parts, " ")
	}
	return fmt.Sprintf("%s %s: %d, gone [%s], lost [%s], open %d", c.Channel, c.Day.Time().Format("01-02"),
		c.Entered, waits(c.Gone, c.GoneUndated), waits(c.Lost, c.LostUndated), c.Open())
}

func TestCohorts(t *testing.T) {
	const leads = `Lead ID,MQL Date,SQL Date,Client Date,Lost on,Lost reason,Source,Amount
1,2027-03-01,2027-03-08,,,,Web,
2,2027-03-01,2027-03-08,2027-03-20,,,web,100.50
3,2027-03-01,2027-02-27,,,,Web,
4,2027-03-01,,2027-03-30,,,Web,200
5,2027-03-01,,,2027-03-09,price,Web,7
6,2027-03-01,,,,,Fair,
7,2027-03-01,2027-03-10,,2027-03-31,price,Fair,
8,2027-03-01,2027-12-10,2027-12-30,,,Fair,
9,,2027-03-02,,,,Fair,
`
	for _, test := range []struct {
		what string
		asOf funnel.Date
		want []string // mql, then sql, then client
	}{
		{"as of the end of the year", endOf2027(), []string{
			"Fair 03-01: 3, gone [1×9d 1×284d], lost [], open 1",
			"Web 03-01: 5, gone [1×-2d 2×7d 1 undated], lost [1×8d], open 0",
			"Fair 03-02: 1, gone [], lost [], open 1",
			"Fair 03-10: 1, gone [], lost [1×21d], open 0",
			"Fair 12-10: 1, gone [1×20d], lost [], open 0",
			"Web 02-27: 1, gone [], lost [], open 1",
			"Web 03-08: 2, gone [1×12d], lost [], open 1",
			"Fair 12-30: 1, gone [], lost [], open 1",
			"Web 03-20: 1, gone [], lost [], open 1",
			"Web 03-30: 1, gone [], lost [], open 1",
		}},
		{"as of 20 March: what came later is not known yet", march(20), []string{
			"Fair 03-01: 3, gone [1×9d], lost [], open 2",
			"Web 03-01: 5, gone [1×-2d 2×7d], lost [1×8d], open 1",
			"Fair 03-02: 1, gone [], lost [], open 1",
			"Fair 03-10: 1, gone [], lost [], open 1",
			"Web 02-27: 1, gone [], lost [], open 1",
			"Web 03-08: 2, gone [1×12d], lost [], open 1",
			"Web 03-20: 1, gone [], lost [], open 1",
		}},
	} {
		t.Run(test.what, func(t *testing.T) {
			r, err := Read(t.Context(), []Source{text("leads.csv", leads)},
				Options{Plan: planWith("mql", "sql", "client"), AsOf: test.asOf, Cohorts: true})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, s := range r.Actuals.Funnels[0].Stages {
				for i := range s.Cohorts {
					got = append(got, shortCohort(&s.Cohorts[i]))
				}
			}
			if strings.Join(got, "\n") != strings.Join(test.want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(test.want, "\n"))
			}
		})
	}
}

// Without a plan, the next stage is the next that the file speaks of.
func TestCohortsSkipUnknownStages(t *testing.T) {
	r, err := Read(t.Context(), []Source{text("leads.csv", "Lead Date,Client Date\n2027-01-04,2027-01-09\n2027-01-05,\n")},
		Options{AsOf: endOf2027(), Cohorts: true})
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range r.Actuals.Funnels[0].Stages {
		if id := r.Plan.Funnels[0].Stages[i].ID; id == "lead" {
			if got, want := shortCohort(&s.Cohorts[0]), " 01-04: 1, gone [1×5d], lost [], open 0"; got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		}
	}
}

// Cohorts count the same people as entries do, and deals the same money as the
// revenue; all else is the same with them and without.
func TestLawCohortsAreEntries(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lines := drawLeads(t, rapid.IntRange(5, 60).Draw(t, "rows"))
		o := Options{Plan: drawPlan(t), AsOf: funnel.NewDate(2027, 9, 30), Cohorts: true}
		r, err := Read(t.Context(), []Source{text("leads.csv", strings.Join(lines, "\n")+"\n")}, o)
		if err != nil {
			return // said elsewhere
		}
		sum, sums := new(big.Rat), new(big.Rat)
		for _, f := range r.Actuals.Funnels {
			for i, s := range f.Stages {
				var dated, wentOn, entered, gone int64
				for _, e := range s.Entries {
					dated += e.Count - e.Implied
					wentOn += e.WentOn
				}
				for j := range s.Cohorts {
					c := &s.Cohorts[j]
					entered += c.Entered
					gone += c.Entered - c.Open()
					for _, w := range c.Lost {
						gone -= w.Count
					}
					gone -= c.LostUndated
					if c.Open() < 0 {
						t.Fatalf("stage %d: %s", i, shortCohort(c))
					}
				}
				if !s.Records {
					dated = 0
				}
				nextKnown := i+1 < len(f.Stages) && f.Stages[i+1].Known
				if entered != dated || nextKnown && gone != wentOn {
					t.Fatalf("stage %d: %d of cohorts and %d of entries, of whom %d and %d went on", i, entered, dated, gone, wentOn)
				}
			}
			for _, d := range f.Deals {
				sum.Add(sum, d.Sum)
				if mean := new(big.Rat).Quo(d.Sum, big.NewRat(d.Count, 1)); mean.Mul(mean, d.Sum).Cmp(d.Squares) > 0 {
					t.Fatalf("the mean of squares of %d deals is below the square of their mean", d.Count)
				}
			}
		}
		for _, a := range r.Actuals.Revenue {
			sums.Add(sums, a.Value)
		}
		if sum.Cmp(sums) != 0 {
			t.Fatalf("deals of %s, revenue of %s", sum, sums)
		}
		o.Cohorts = false
		without, err := Read(t.Context(), []Source{text("leads.csv", strings.Join(lines, "\n")+"\n")}, o)
		if err != nil {
			t.Fatal(err)
		}
		for f := range r.Actuals.Funnels {
			r.Actuals.Funnels[f].Deals = nil
			for i := range r.Actuals.Funnels[f].Stages {
				r.Actuals.Funnels[f].Stages[i].Cohorts = nil
			}
		}
		if got, want := say(t, without, nil), say(t, r, nil); got != want {
			t.Fatalf("without cohorts\n%s\nwith them\n%s", got, want)
		}
	})
}

// Where there are more names than channels can have, all is as if none were given,
// whatever was counted by name before that was seen.
func TestMoreNamesThanChannels(t *testing.T) {
	var named, nameless strings.Builder
	for _, b := range []*strings.Builder{&named, &nameless} {
		b.WriteString("MQL Date,SQL Date,Client Date,Amount,Source,Lost on,Lost reason\n")
	}
	for i := range maxNames + 5 {
		day, lost := 1+i%28, ""
		row := fmt.Sprintf("2027-01-%02d,,,", day)
		switch i % 3 {
		case 1:
			row = fmt.Sprintf("2027-01-%02d,2027-02-%02d,2027-03-01,%d.50", day, day, i)
		case 2:
			lost = "2027-03-05,price"
		}
		fmt.Fprintf(&named, "%s,page %d,%s\n", row, i, cmp.Or(lost, ","))
		fmt.Fprintf(&nameless, "%s,,%s\n", row, cmp.Or(lost, ","))
	}
	var read [2]*Result
	for i, b := range []*strings.Builder{&named, &nameless} {
		r, err := Read(t.Context(), []Source{text("leads.csv", b.String())},
			Options{Plan: planWith("mql", "sql", "client"), AsOf: endOf2027(), Cohorts: true})
		if err != nil {
			t.Fatal(err)
		}
		read[i] = r
	}
	if len(read[0].Warnings) == 0 || read[0].Warnings[0].Code != WarnNames {
		t.Errorf("warned of %v", read[0].Warnings)
	}
	exact := gocmp.Comparer(func(a, b *big.Rat) bool { return a.Cmp(b) == 0 })
	if diff := gocmp.Diff(read[1].Actuals, read[0].Actuals, exact); diff != "" {
		t.Errorf("other than without names:\n%s", diff)
	}
}
