package database

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"embudo/funnel"
)

// fourStages is a funnel of MQLs, SQLs, meetings and clients.
func fourStages() []Stage {
	return []Stage{
		{Name: "mql", Column: "mql", Owner: "marketing"},
		{Name: "sql", Column: "sql", Owner: "sales"},
		{Name: "meeting", Column: "meeting", Owner: "sales"},
		{Name: "client", Column: "client", Owner: "sales"},
	}
}

// entriesShort writes entries one a line: stage, day of March, count, implied,
// direct, went on, and who brought them.
func entriesShort(r *Result) []string {
	lines := []string{}
	for _, e := range r.Entries {
		lines = append(lines, fmt.Sprintf("%s %d: %d i%d d%d w%d %s", e.Stage, e.From.Time().Day(), e.Count, e.Implied, e.Direct, e.WentOn, e.Brought))
	}
	return lines
}

// The cases are those that a record of a file is traced by.
func TestRecordsOneByOne(t *testing.T) {
	onEach(t, func(t *testing.T, e testEngine) {
		e.run(t, "CREATE TABLE leads (mql date, sql date, meeting date, client date)")
		for _, test := range []struct {
			what    string
			days    [4]int // of March 2027
			direct  int    // the stage that takes direct entries
			unknown int    // the stage without a column
			want    []string
		}{
			{"a date for each stage", [4]int{1, 2, 3, 4}, 0, 0, []string{
				"mql 1: 1 i0 d0 w1 marketing", "sql 2: 1 i0 d0 w1 marketing", "meeting 3: 1 i0 d0 w1 marketing", "client 4: 1 i0 d0 w0 marketing",
			}},
			{"stopped at the SQL", [4]int{1, 2, 0, 0}, 0, 0, []string{"mql 1: 1 i0 d0 w1 marketing", "sql 2: 1 i0 d0 w0 marketing"}},
			{"stages without a date, further down with one", [4]int{1, 0, 0, 9}, 0, 0, []string{
				"mql 1: 1 i0 d0 w1 marketing", "sql 9: 1 i1 d0 w0 marketing", "meeting 9: 1 i1 d0 w0 marketing", "client 9: 1 i0 d0 w0 marketing",
			}},
			{"no date at the top", [4]int{0, 5, 7, 0}, 0, 0, []string{
				"mql 5: 1 i1 d0 w0 marketing", "sql 5: 1 i0 d0 w1 marketing", "meeting 7: 1 i0 d0 w0 marketing",
			}},
			{"came in at the meeting, as the plan expects", [4]int{0, 0, 7, 8}, 2, 0, []string{
				"meeting 7: 1 i0 d1 w0 sales", "client 8: 1 i0 d0 w0 sales",
			}},
			{"takes direct entries, but this one came from above", [4]int{1, 0, 7, 8}, 2, 0, []string{
				"mql 1: 1 i0 d0 w1 marketing", "sql 7: 1 i1 d0 w0 marketing", "meeting 7: 1 i0 d0 w1 marketing", "client 8: 1 i0 d0 w0 marketing",
			}},
			{"the top takes direct entries, as every top does", [4]int{1, 0, 0, 0}, 0, 0, []string{"mql 1: 1 i0 d0 w0 marketing"}},
			{"a stage that the source does not speak of", [4]int{1, 0, 7, 0}, 0, 1, []string{
				"mql 1: 1 i0 d0 w0 marketing", "meeting 7: 1 i0 d0 w0 marketing",
			}},
			{"won before it was entered", [4]int{9, 0, 0, 7}, 0, 0, []string{
				"mql 9: 1 i0 d0 w1 marketing", "sql 7: 1 i1 d0 w0 marketing", "meeting 7: 1 i1 d0 w0 marketing", "client 7: 1 i0 d0 w0 marketing",
			}},
			{"a stage entered after the day", [4]int{1, 2, 22, 0}, 0, 0, []string{"mql 1: 1 i0 d0 w1 marketing", "sql 2: 1 i0 d0 w0 marketing"}},
			{"entered after the day, further down before it", [4]int{22, 0, 3, 0}, 0, 0, []string{
				"mql 3: 1 i1 d0 w0 marketing", "sql 3: 1 i1 d0 w0 marketing", "meeting 3: 1 i0 d0 w0 marketing",
			}},
			{"on the last day that counts", [4]int{20, 0, 0, 0}, 0, 0, []string{"mql 20: 1 i0 d0 w0 marketing"}},
			{"nothing but after the day", [4]int{21, 0, 0, 0}, 0, 0, []string{}},
			{"no date at all", [4]int{}, 0, 0, []string{}},
		} {
			t.Run(test.what, func(t *testing.T) {
				e.run(t, "DELETE FROM leads; INSERT INTO leads VALUES ("+marchDays(test.days[:])+")")
				meaning := Records{Stages: fourStages()}
				meaning.Stages[test.direct].Direct = true
				if test.unknown > 0 {
					meaning.Stages[test.unknown].Column = ""
				}
				got := records(t, e.open(t), Source{Table: "leads"}, meaning, funnel.NewDate(2027, 3, 20))
				if diff := cmp.Diff(test.want, entriesShort(got)); diff != "" {
					t.Error(diff)
				}
				if got.Rows != 1 {
					t.Errorf("%d rows, want 1", got.Rows)
				}
			})
		}
	})
}

// marchDays lists days of March 2027 for an INSERT; 0 is NULL.
func marchDays(days []int) string {
	list := make([]string, len(days))
	for i, day := range days {
		list[i] = "NULL"
		if day > 0 {
			list[i] = fmt.Sprintf("'2027-03-%02d'", day)
		}
	}
	return strings.Join(list, ", ")
}

// records describes a source and adds it up.
func records(t testing.TB, d *Database, s Source, meaning Records, asOf funnel.Date) *Result {
	t.Helper()
	r, err := d.Describe(t.Context(), s)
	if err != nil {
		t.Fatal(describe(err))
	}
	result, err := d.Records(t.Context(), r, meaning, asOf)
	if err != nil {
		t.Fatal(describe(err))
	}
	return result
}

// Everything else that a lead can say, on a table whose names need quoting.
func TestRecordsWithEverything(t *testing.T) {
	onEach(t, func(t *testing.T, e testEngine) {
		e.run(t, `CREATE TABLE "The ""Deals""" ("Lead ID" text, "Create Date" date, "Won; on" date, "Source" text, owner text,
 "Amount" numeric(20, 2), again integer, "by" text, why text, gone date, line text);
INSERT INTO "The ""Deals""" VALUES
 ('01', '2027-03-01', '2027-03-05', ' Partner ', 'Ana', 0.10, 2, 'Old client', NULL, NULL, 'a'),
 ('02', '2027-03-01', '2027-03-05', 'Partner', 'Ana', 0.20, NULL, '', NULL, NULL, 'a'),
 ('03', '2027-03-02', '2027-03-05', 'Partner', 'Ben', 12345678901.07, 1, NULL, 'price, but came back', '2027-03-04', 'a'),
 ('03', '2027-03-02', NULL, 'Fair', 'Ben', 99, NULL, 'Old client', 'price', '2027-03-04', 'a'),
 ('04', '2027-03-02', NULL, 'Fair', 'Ben', NULL, NULL, NULL, 'price', '2027-03-30', 'a'),
 ('05', '2027-03-02', NULL, 'Fair', NULL, NULL, NULL, NULL, 'no answer', NULL, 'b'),
 ('06', '2027-03-02', '2027-03-06', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'b'),
 ('07', NULL, NULL, 'Fair', NULL, NULL, NULL, NULL, 'price', NULL, 'b'),
 ('08', '2027-04-02', NULL, 'Fair', NULL, NULL, NULL, NULL, NULL, NULL, 'b')`)
		meaning := Records{
			Stages: []Stage{{Name: "lead", Column: "create date", Owner: "marketing"}, {Name: "client", Column: "Won; on", Owner: "sales"}},
			Funnel: "line", Channel: "source", Person: "OWNER", Amount: "Amount", Repeat: "again", ReferredBy: "by",
			LostReason: "why", LostOn: "gone", ID: "Lead ID",
		}
		got := records(t, e.open(t), Source{Table: `"The ""Deals"""`}, meaning, funnel.NewDate(2027, 3, 20))
		march := func(day int) funnel.Date { return funnel.NewDate(2027, 3, day) }
		entries := func(line, stage string, day int, channel, person string, count, wentOn int64) Entries {
			return Entries{line, stage, funnel.Entries{
				From: march(day), To: march(day), Channel: channel, Person: person, Brought: "marketing", Count: count, WentOn: wentOn,
			}}
		}
		want := &Result{
			Entries: []Entries{
				entries("a", "lead", 1, "Partner", "Ana", 2, 2), entries("a", "lead", 2, "Fair", "Ben", 2, 0),
				entries("a", "lead", 2, "Partner", "Ben", 1, 1),
				entries("a", "client", 5, "Partner", "Ana", 2, 0), entries("a", "client", 5, "Partner", "Ben", 1, 0),
				entries("b", "lead", 2, "", "", 1, 1), entries("b", "lead", 2, "Fair", "", 1, 0),
				entries("b", "client", 6, "", "", 1, 0),
			},
			Spend:   []Amount{},
			Revenue: []Amount{{"a", funnel.Amount{From: march(5), To: march(5), Channel: "Partner", Value: rat("12345678901.37")}}},
			Lost:    []Loss{{"a", "lead", "price", 1}, {"b", "lead", "no answer", 1}},
			Clients: []Clients{{"a", 3, 3, 1}, {"b", 1, 0, 0}},
			Known:   MoneyKnown{Revenue: true}, RepeatKnown: true, ReferredKnown: true,
			First: pointer(march(1)), Last: pointer(march(6)),
			Rows: 9, Undated: 1, Later: 1, Unpriced: 1, SameID: 1, RowsBack: 11,
		}
		if diff := cmp.Diff(want, got, cmp.Comparer(sameRat)); diff != "" {
			t.Error(diff)
		}
	})
}

// A query of the user's own, with comments and a semicolon at its end, is the
// same as its rows in a table.
func TestRecordsOfAQuery(t *testing.T) {
	onEach(t, func(t *testing.T, e testEngine) {
		e.run(t, `CREATE TABLE leads (mql date, status text, closed date);
INSERT INTO leads VALUES ('2027-03-01', 'Won', '2027-03-04'), ('2027-03-01', 'Lost; again', '2027-03-09')`)
		query := "-- what became of them;\nSELECT mql, CASE WHEN status = 'Won' THEN closed END AS client\nFROM leads /* ; */ WHERE status <> ';' ; -- that is all"
		meaning := Records{Stages: []Stage{{Name: "mql", Column: "mql"}, {Name: "client", Column: "client"}}}
		got := records(t, e.open(t), Source{Query: query}, meaning, funnel.NewDate(2027, 3, 20))
		want := []string{"mql 1: 2 i0 d0 w1 ", "client 4: 1 i0 d0 w0 "}
		if diff := cmp.Diff(want, entriesShort(got)); diff != "" {
			t.Error(diff)
		}
	})
}
