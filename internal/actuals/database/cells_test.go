package database

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"embudo/funnel"
)

// What a cell of a SQLite column is read as. The reference for days is SQLite's
// own documentation of date(), https://sqlite.org/lang_datefunc.html; the seconds
// and Julian days are of 2027-03-31, GNU date -u -d 2027-03-31 +%s.
func TestSQLiteDays(t *testing.T) {
	e := onSQLite(t)
	e.run(t, "CREATE TABLE leads (day)")
	for _, test := range []struct{ cell, want string }{ // want "": nothing; "odd": left out
		{"'2027-03-31'", "2027-03-31"},
		{"' 2027-03-31 '", "2027-03-31"},
		{"'2027-03-31 10:00'", "2027-03-31"},
		{"'2027-03-31T23:59:59.999'", "2027-03-31"},
		{"'2027-03-31T23:59:59Z'", "2027-03-31"},
		{"'2027-03-31T23:30:00-05:00'", "2027-04-01"}, // the day in UTC
		{"'2027-04-01T01:30:00+02:00'", "2027-03-31"},
		{"1806451200", "2027-03-31"},    // the first second
		{"1806537599", "2027-03-31"},    // the last
		{"1806537599.9", "2027-03-31"},  // and a part of it
		{"1806537599999", "2027-03-31"}, // milliseconds
		{"1806537600000", "2027-04-01"},
		{"2461495.5", "2027-03-31"}, // a Julian day begins at noon
		{"2461496", "2027-03-31"},
		{"2461496.499", "2027-03-31"},
		{"NULL", ""},
		{"''", ""},
		{"'  '", ""},
		{"'2027-02-30'", "odd"},
		{"'2027-13-01'", "odd"},
		{"'31/03/2027'", "odd"},
		{"'03/31/2027'", "odd"},
		{"'2027-03-31 at noon'", "odd"},
		{"'20270331'", "odd"},
		{"20270331", "odd"}, // seconds of 1970?
		{"'1806451200'", "odd"},
		{"0", "odd"},
		{"-5", "odd"},
		{"1e300", "odd"},
		{"9e999", "odd"},
		{"x'00ff'", "odd"},
		{"'now'", "odd"},
	} {
		t.Run(test.cell, func(t *testing.T) {
			e.run(t, "DELETE FROM leads; INSERT INTO leads VALUES ("+test.cell+")")
			got := records(t, e.open(t), Source{}, Records{Stages: []Stage{{Name: "mql", Column: "day"}}}, funnel.NewDate(2030, 1, 1))
			switch {
			case test.want == "odd":
				if len(got.Odd) != 1 || got.Odd[0].Rows != 1 || got.Odd[0].Column != "day" || len(got.Entries) != 0 {
					t.Errorf("odd %v, entries %v", got.Odd, got.Entries)
				}
			case test.want == "":
				if got.Undated != 1 || len(got.Odd) != 0 || len(got.Entries) != 0 {
					t.Errorf("undated %d, odd %v, entries %v", got.Undated, got.Odd, got.Entries)
				}
			case len(got.Entries) != 1 || got.Entries[0].From.String() != test.want:
				t.Errorf("%v, want %s; odd %v", got.Entries, test.want, got.Odd)
			}
		})
	}
}

func TestSQLiteAmounts(t *testing.T) {
	e := onSQLite(t)
	e.run(t, "CREATE TABLE leads (day, amount)")
	for _, test := range []struct{ cell, want string }{ // want "": nothing; "odd": left out
		{"10", "10"},
		{"19.99", "19.99"},
		{"0.1", "0.1"},
		{"-5.25", "-5.25"},
		{"1234567.0001", "1234567.0001"},
		{"'1234.56'", "1234.56"},
		{"' 7 '", "7"},
		{"'-7.5'", "-7.5"},
		{"900000000000", "900000000000"},
		{"NULL", ""},
		{"''", ""},
		{"900000000001", "odd"},
		{"9e999", "odd"},
		{"'1,234.56'", "odd"},
		{"'1.234,56'", "odd"},
		{"'40.000'", "odd"}, // 40, or 40 thousand
		{"'12.345'", "odd"},
		{"'1.2.3'", "odd"},
		{"'1-2'", "odd"},
		{"'$5'", "odd"},
		{"'-'", "odd"},
		{"'1e5'", "odd"},
		{"x'31'", "odd"},
	} {
		t.Run(test.cell, func(t *testing.T) {
			e.run(t, "DELETE FROM leads; INSERT INTO leads VALUES ('2027-03-01', "+test.cell+")")
			meaning := Records{Stages: []Stage{{Name: "client", Column: "day"}}, Amount: "amount"}
			got := records(t, e.open(t), Source{}, meaning, funnel.NewDate(2030, 1, 1))
			switch {
			case test.want == "odd":
				if len(got.Odd) != 1 || got.Odd[0].Column != "amount" || len(got.Revenue) != 0 || got.Unpriced != 1 {
					t.Errorf("odd %v, revenue %v", got.Odd, got.Revenue)
				}
			case test.want == "":
				if len(got.Odd) != 0 || len(got.Revenue) != 0 || got.Unpriced != 1 {
					t.Errorf("odd %v, revenue %v", got.Odd, got.Revenue)
				}
			case len(got.Revenue) != 1 || got.Revenue[0].Value.Cmp(rat(test.want)) != 0:
				t.Errorf("%v, want %s; odd %v", got.Revenue, test.want, got.Odd)
			}
		})
	}
}

// Ten cents a thousand times are a hundred, whatever floats make of it.
func TestAmountsAreExact(t *testing.T) {
	for _, column := range []string{"real", "double precision", "numeric(10, 2)", "numeric", "integer"} {
		onEach(t, func(t *testing.T, e testEngine) {
			e.run(t, "CREATE TABLE leads (day date, amount "+column+`);
INSERT INTO leads WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) SELECT '2027-03-01', 0.1 FROM n`)
			if column == "integer" && e.name == "postgres" {
				e.run(t, "UPDATE leads SET amount = 7")
			}
			meaning := Records{Stages: []Stage{{Name: "client", Column: "day"}}, Amount: "amount"}
			got := records(t, e.open(t), Source{}, meaning, funnel.NewDate(2030, 1, 1))
			want := "100"
			if column == "integer" && e.name == "postgres" {
				want = "7000"
			}
			if len(got.Revenue) != 1 || got.Revenue[0].Value.Cmp(rat(want)) != 0 {
				t.Errorf("%s: %v, want %s", column, got.Revenue, want)
			}
		})
	}
}

// A time with time zone is the day in the zone that was asked for, whatever the
// zone of the server (Asia/Tokyo in tools/postgres.sh); one without is its own.
func TestPostgresDays(t *testing.T) {
	e := onPostgres(t)
	e.run(t, `CREATE TABLE leads (instant timestamptz, plain timestamp, day date, written text, long char(30));
INSERT INTO leads VALUES ('2027-03-31 23:30:00+00', '2027-03-31 23:30:00', '2027-03-31', ' 2027-03-31T23:30:00-05:00', '2027-03-31')`)
	for _, test := range []struct {
		zone, instant string
	}{
		{"", "2027-03-31"},
		{"UTC", "2027-03-31"},
		{"Europe/Madrid", "2027-04-01"},
		{"America/Lima", "2027-03-31"},
		{"Asia/Tokyo", "2027-04-01"},
	} {
		settings := world()
		settings.TimeZone = test.zone
		d := open(t, e.open(t).Name(), settings)
		for column, want := range map[string]string{
			"instant": test.instant, "plain": "2027-03-31", "day": "2027-03-31", "written": "2027-03-31", "long": "2027-03-31",
		} {
			got := records(t, d, Source{}, Records{Stages: []Stage{{Name: "mql", Column: column}}}, funnel.NewDate(2027, 12, 31))
			if len(got.Entries) != 1 || got.Entries[0].From.String() != want {
				t.Errorf("%s in %q: %v, want %s", column, test.zone, got.Entries, want)
			}
		}
	}
}

// Texts that are no ISO dates are left out and counted; one that looks like one
// and is none ends the reading.
func TestPostgresOddCells(t *testing.T) {
	e := onPostgres(t)
	e.run(t, `CREATE TABLE leads (day text, sure date, amount double precision);
INSERT INTO leads VALUES ('31/03/2027', NULL, 1), ('1/4/27', '2027-04-02', 1), ('', NULL, 1), (NULL, NULL, 1), ('2027-03-31', '-infinity', 1), ('2027-03-30', 'infinity', 1)`)
	d := e.open(t)
	meaning := Records{Stages: []Stage{{Name: "mql", Column: "day"}, {Name: "sql", Column: "sure"}}}
	got := records(t, d, Source{}, meaning, funnel.NewDate(2027, 12, 31))
	if diff := cmp.Diff([]Oddity{{"day", 2, "1/4/27"}}, got.Odd); diff != "" {
		t.Error(diff)
	}
	want := []string{"mql 30: 1 i0 d0 w0 ", "mql 31: 1 i0 d0 w0 ", "mql 2: 1 i1 d0 w0 ", "sql 2: 1 i0 d0 w0 "}
	if diff := cmp.Diff(want, entriesShort(got)); diff != "" {
		t.Error(diff)
	}
	e.run(t, "INSERT INTO leads VALUES ('2027-02-30', NULL, NULL)")
	r, err := d.Describe(t.Context(), Source{})
	if err != nil {
		t.Fatal(describe(err))
	}
	_, err = d.Records(t.Context(), r, meaning, funnel.NewDate(2027, 12, 31))
	wantProblem(t, err, "database-value")
	e.run(t, "DELETE FROM leads; INSERT INTO leads VALUES (NULL, '2027-03-01', 'NaN')")
	_, err = d.Records(t.Context(), r, Records{Stages: []Stage{{Name: "client", Column: "sure"}}, Amount: "amount"}, funnel.NewDate(2027, 12, 31))
	wantProblem(t, err, "database-amount")
}

func TestColumnsOfTheWrongType(t *testing.T) {
	e := onPostgres(t)
	e.run(t, `CREATE TYPE mood AS ENUM ('happy'); CREATE TABLE leads (day date, n integer, flag boolean, blob bytea, written text, feeling mood);
INSERT INTO leads VALUES ('2027-03-01', 3, true, 'x', 'Ana', 'happy')`)
	d := e.open(t)
	r, err := d.Describe(t.Context(), Source{Table: "leads"})
	if err != nil {
		t.Fatal(describe(err))
	}
	for _, meaning := range []Records{
		{Stages: []Stage{{Column: "n"}}},
		{Stages: []Stage{{Column: "flag"}}},
		{Stages: []Stage{{Column: "feeling"}}},
		{Stages: []Stage{{Column: "day"}}, Amount: "written"},
		{Stages: []Stage{{Column: "day"}}, Amount: "blob"},
		{Stages: []Stage{{Column: "day"}}, LostReason: "written", LostOn: "n"},
	} {
		_, err := d.Records(t.Context(), r, meaning, funnel.NewDate(2027, 12, 31))
		wantProblem(t, err, "database-column-type")
	}
	got, err := d.Records(t.Context(), r, Records{
		Stages: []Stage{{Name: "client", Column: "day"}}, Channel: "feeling", Person: "n", Repeat: "flag", ReferredBy: "flag",
	}, funnel.NewDate(2027, 12, 31))
	if err != nil {
		t.Fatal(describe(err))
	}
	if got.Entries[0].Channel != "happy" || got.Entries[0].Person != "3" || got.Clients[0] != (Clients{"", 1, 1, 1}) {
		t.Errorf("%v %v", got.Entries, got.Clients)
	}
}
