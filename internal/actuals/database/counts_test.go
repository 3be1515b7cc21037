package database

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"embudo/funnel"
)

func TestCounts(t *testing.T) {
	onEach(t, func(t *testing.T, e testEngine) {
		e.run(t, `CREATE TABLE numbers (day date, stage text, entered numeric(12, 2), line text, channel text, revenue numeric(20, 3), cost numeric(20, 3));
INSERT INTO numbers VALUES
 ('2027-03-01', 'MQL', 10, 'in', 'Fair', NULL, 0.005),
 ('2027-03-01', 'MQL', 5.00, 'in', 'Fair', NULL, 0.005),
 ('2027-03-01', 'MQL', 1, 'in', NULL, NULL, NULL),
 ('2027-03-02', 'Won', 2, 'in', 'Fair', 10000.555, NULL),
 ('2027-03-03', NULL, NULL, 'in', 'Fair', NULL, 99.95),
 ('2027-03-04', 'MQL', 0, 'out', NULL, NULL, NULL),
 (NULL, 'MQL', 7, 'in', 'Fair', NULL, 7),
 ('2027-03-21', 'MQL', 8, 'in', 'Fair', NULL, 8)`)
		d := e.open(t)
		r, err := d.Describe(t.Context(), Source{Table: "numbers"})
		if err != nil {
			t.Fatal(describe(err))
		}
		meaning := Counts{Date: "day", Stage: "stage", Count: "entered", Funnel: "line", Channel: "channel", Amount: "revenue", Spend: "cost"}
		got, err := d.Counts(t.Context(), r, meaning, funnel.NewDate(2027, 3, 20))
		if err != nil {
			t.Fatal(describe(err))
		}
		march := func(day int) funnel.Date { return funnel.NewDate(2027, 3, day) }
		entries := func(day int, stage, channel string, n int64) Entries {
			return Entries{"in", stage, funnel.Entries{From: march(day), To: march(day), Channel: channel, Count: n}}
		}
		amount := func(day int, value string) Amount {
			return Amount{"in", funnel.Amount{From: march(day), To: march(day), Channel: "Fair", Value: rat(value)}}
		}
		want := &Result{
			Entries: []Entries{entries(1, "MQL", "", 1), entries(1, "MQL", "Fair", 15), entries(2, "Won", "Fair", 2)},
			Spend:   []Amount{amount(1, "0.01"), amount(3, "99.95")},
			Revenue: []Amount{amount(2, "10000.555")},
			Known:   MoneyKnown{Spend: true, Revenue: true},
			First:   pointer(march(1)), Last: pointer(march(3)),
			Rows: 8, Undated: 1, Later: 1, RowsBack: 6,
		}
		if diff := cmp.Diff(want, got, cmp.Comparer(sameRat)); diff != "" {
			t.Error(diff)
		}
	})
}

// Counts must be whole and not negative, amounts must be numbers.
func TestCountsThatAreNone(t *testing.T) {
	onEach(t, func(t *testing.T, e testEngine) {
		e.run(t, `CREATE TABLE numbers (day date, stage text, entered numeric(12, 2))`)
		for value, want := range map[string]string{"45.89": "45.89", "-1": "-1"} {
			e.run(t, "DELETE FROM numbers; INSERT INTO numbers VALUES ('2027-03-01', 'MQL', "+value+")")
			d := e.open(t)
			r, err := d.Describe(t.Context(), Source{Table: "numbers"})
			if err != nil {
				t.Fatal(describe(err))
			}
			_, err = d.Counts(t.Context(), r, Counts{Date: "day", Stage: "stage", Count: "entered"}, funnel.NewDate(2027, 3, 20))
			p := wantProblem(t, err, "database-count")
			if p.args["got"] != want {
				t.Errorf("got %s, want %s", p.args["got"], want)
			}
		}
	})
}

// More groups than are held in memory are refused, and nothing is said of those
// that came.
func TestTooManyRows(t *testing.T) {
	onEach(t, func(t *testing.T, e testEngine) {
		e.run(t, `CREATE TABLE numbers (day date, stage text, entered integer);
INSERT INTO numbers VALUES ('2027-03-01', 'a', 1), ('2027-03-01', 'b', 1), ('2027-03-01', 'c', 1), ('2027-03-01', 'd', 1)`)
		d := e.open(t)
		d.maxRows = 3
		r, err := d.Describe(t.Context(), Source{Table: "numbers"})
		if err != nil {
			t.Fatal(describe(err))
		}
		_, err = d.Counts(t.Context(), r, Counts{Date: "day", Stage: "stage", Count: "entered"}, funnel.NewDate(2027, 3, 20))
		if p := wantProblem(t, err, "database-too-many-rows"); p.args["max"] != "3" {
			t.Errorf("max %s, want 3", p.args["max"])
		}
	})
}
