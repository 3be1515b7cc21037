package database

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"embudo/funnel"
)

func TestDescribe(t *testing.T) {
	onEach(t, func(t *testing.T, e testEngine) {
		e.run(t, `CREATE TABLE "Leads 2027" ("Create Date" date, n integer, "Año" text); CREATE VIEW won AS SELECT * FROM "Leads 2027"`)
		d := e.open(t)
		for _, source := range []Source{
			{Table: `Leads 2027`},
			{Table: `"Leads 2027"`},
			{Table: `leads 2027`},
			{Table: `WON`},
			{Query: `SELECT * FROM "Leads 2027"`},
			{Query: `WITH x AS (SELECT * FROM won) SELECT * FROM x;`},
		} {
			r, err := d.Describe(t.Context(), source)
			if err != nil {
				t.Errorf("%v: %v", source, describe(err))
				continue
			}
			var got []string
			for _, c := range r.Columns {
				got = append(got, c.Name+" "+c.Type)
			}
			want := []string{"Create Date date", "n int4", "Año text"}
			if e.name == "sqlite" {
				want[1] = "n integer"
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%v: %s", source, diff)
			}
		}
	})
}

func TestSourcesThatAreNone(t *testing.T) {
	onEach(t, func(t *testing.T, e testEngine) {
		e.run(t, `CREATE TABLE deals (day date, n integer); CREATE TABLE "a.b" (day date)`)
		d := e.open(t)
		for _, test := range []struct {
			source Source
			want   string
		}{
			{Source{}, "database-nothing-named"},
			{Source{Table: "deals", Query: "SELECT 1"}, "database-both-named"},
			{Source{Table: "leads"}, "database-unknown-table"},
			{Source{Table: "nowhere.deals"}, "database-unknown-table"},
			{Source{Table: "a.b"}, "database-unknown-table"}, // "a.b" in quotes there is
			{Source{Table: "a.b.c"}, "database-table-name"},
			{Source{Table: `deals"; DROP TABLE deals; --`}, "database-table-name"},
			{Source{Table: "deals."}, "database-table-name"},
			{Source{Table: "  "}, "database-table-name"},
			{Source{Query: "SELECT 1 AS n; SELECT 2 AS n"}, "database-two-statements"},
			{Source{Query: "SELECT 1 AS n; DROP TABLE deals"}, "database-two-statements"},
			{Source{Query: "SELECT day FROM deals WHERE"}, "database-query"},
			{Source{Query: "SELEC day FROM deals"}, "database-query"},
			{Source{Query: "SELECT nothing FROM deals"}, "database-query"},
			{Source{Query: `SELECT "nothing" FROM deals`}, "database-query"},
			{Source{Query: "SELECT day FROM leads"}, "database-query"},
			{Source{Query: "SELECT 1 AS n) AS x, (SELECT 2 AS m"}, "database-query"},
			{Source{Query: "SELECT 1 AS n /* and so on"}, "database-query"},
			{Source{Query: "-- nothing"}, "database-not-a-query"},
			{Source{Query: " ; "}, "database-not-a-query"},
			{Source{Query: "DELETE FROM deals"}, "database-not-a-query"},
			{Source{Query: "CREATE TABLE x (n integer)"}, "database-not-a-query"},
		} {
			_, err := d.Describe(t.Context(), test.source)
			if e.name == "sqlite" && (test.source.Query == "-- nothing" || strings.HasPrefix(test.source.Query, "SELECT 1 AS n /*")) {
				continue // SQLite closes a comment at the end of its text
			}
			p := wantProblem(t, err, test.want)
			if test.want == "database-unknown-table" && !strings.Contains(p.args["tables"], "deals") {
				t.Errorf("%v: the tables are %q", test.source, p.args["tables"])
			}
		}
		for _, test := range []struct {
			meaning Counts
			want    string
		}{
			{Counts{Date: "dia"}, "database-unknown-column"},
			{Counts{Date: "day", Channel: `day" FROM deals; --`}, "database-unknown-column"},
			{Counts{}, "database-no-date"},
		} {
			r, err := d.Describe(t.Context(), Source{Table: "DEALS"})
			if err != nil {
				t.Fatal(describe(err))
			}
			_, err = d.Counts(t.Context(), r, test.meaning, funnel.NewDate(2027, 12, 31))
			wantProblem(t, err, test.want)
		}
		if e.name == "sqlite" {
			return // SQLite gives columns of the same name others
		}
		r, err := d.Describe(t.Context(), Source{Query: `SELECT day, n AS "Day", n AS "DAY" FROM deals`})
		if err != nil {
			t.Fatal(describe(err))
		}
		_, err = d.Counts(t.Context(), r, Counts{Date: "dAY"}, funnel.NewDate(2027, 12, 31))
		wantProblem(t, err, "database-column-twice")
	})
}

// An error of a query names the line of the user's text.
func TestLineOfAnError(t *testing.T) {
	e := onPostgres(t)
	e.run(t, "CREATE TABLE deals (day date)")
	_, err := e.open(t).Describe(t.Context(), Source{Query: "SELECT day -- año ñandú\nFROM deals\nWHERE oops = 1"})
	if p := wantProblem(t, err, "database-query"); p.row != 3 || !strings.Contains(p.args["why"], "oops") {
		t.Errorf("%s, line %d", describe(err), p.row)
	}
}

// What would write does not, on either engine, by whatever way.
func TestNothingIsWritten(t *testing.T) {
	onEach(t, func(t *testing.T, e testEngine) {
		e.run(t, "CREATE TABLE deals (day date); INSERT INTO deals VALUES ('2027-03-01')")
		folder := t.TempDir()
		queries := []string{
			"WITH gone AS (DELETE FROM deals RETURNING day) SELECT day FROM gone",
			"SELECT day FROM deals FOR UPDATE",
			"SELECT day INTO more FROM deals",
		}
		if e.name == "postgres" {
			e.run(t, "CREATE SEQUENCE s; CREATE FUNCTION wipe() RETURNS date LANGUAGE sql AS 'DELETE FROM deals RETURNING day'")
			queries = append(queries,
				"SELECT wipe() AS day",
				"SELECT day, nextval('s') FROM deals WHERE nextval('s') > 0",
				"SELECT day FROM deals WHERE set_config('transaction_read_only', 'off', false) = 'off' AND wipe() IS NULL",
			)
		} else {
			queries = append(queries,
				"SELECT load_extension('evil') AS day",
				"PRAGMA query_only = 0",
				"ATTACH '"+filepath.Join(folder, "made.db")+"' AS made",
				"VACUUM INTO '"+filepath.Join(folder, "made.db")+"'",
			)
		}
		d := e.open(t)
		for _, query := range queries {
			r, err := d.Describe(t.Context(), Source{Query: query})
			if err == nil {
				_, err = d.Counts(t.Context(), r, Counts{Date: "day"}, funnel.NewDate(2027, 12, 31))
			}
			if err == nil {
				t.Errorf("%s: nothing said no", query)
			}
		}
		got, err := d.Describe(t.Context(), Source{Table: "deals"})
		if err != nil {
			t.Fatal(describe(err))
		}
		result, err := d.Counts(t.Context(), got, Counts{Date: "day"}, funnel.NewDate(2027, 12, 31))
		if err != nil || result.Rows != 1 {
			t.Errorf("%v rows, %v", result, describe(err))
		}
		if left, _ := os.ReadDir(folder); len(left) > 0 {
			t.Errorf("%v was made", left)
		}
	})
}

func TestNotPermitted(t *testing.T) {
	e := onPostgres(t)
	e.run(t, "DROP ROLE IF EXISTS embudo_guest; CREATE ROLE embudo_guest LOGIN PASSWORD '"+secret+"'; "+
		"CREATE TABLE hidden (day date); CREATE TABLE open (day date); GRANT SELECT ON open TO embudo_guest")
	d := open(t, strings.Replace(e.open(t).Name(), "postgres@", "embudo_guest@", 1), withPassword(secret))
	_, err := d.Describe(t.Context(), Source{Query: "SELECT * FROM hidden"})
	if err == nil { // a table is described by whom may not read it
		var r *Relation
		r, err = d.Describe(t.Context(), Source{Table: "hidden"})
		if err == nil {
			_, err = d.Counts(t.Context(), r, Counts{Date: "day"}, funnel.NewDate(2027, 12, 31))
		}
	}
	wantProblem(t, err, "database-not-permitted")
	noSecret(t, err)
	tables, err := d.Tables(t.Context())
	if diff := cmp.Diff([]string{"public.open"}, tables); diff != "" || err != nil {
		t.Error(diff, describe(err))
	}
	_ = d.Close()
	e.run(t, "DROP TABLE hidden, open; DROP ROLE embudo_guest")
}

// A database that a program is writing to in WAL mode is read as it is, and left
// as it was.
func TestFileInUse(t *testing.T) {
	e := onSQLite(t)
	e.run(t, "PRAGMA journal_mode = WAL; CREATE TABLE deals (day date); INSERT INTO deals VALUES ('2027-03-01')")
	d := e.open(t)
	got := records(t, d, Source{}, Records{Stages: []Stage{{Name: "mql", Column: "day"}}}, funnel.NewDate(2027, 12, 31))
	if got.Rows != 1 {
		t.Errorf("%d rows, want 1: what is not yet in the file itself counts too", got.Rows)
	}
	e.run(t, "INSERT INTO deals VALUES ('2027-03-02')")
	got = records(t, d, Source{}, Records{Stages: []Stage{{Name: "mql", Column: "day"}}}, funnel.NewDate(2027, 12, 31))
	if got.Rows != 2 {
		t.Errorf("%d rows, want 2", got.Rows)
	}
}

// A file that is being written as a whole is waited for, and then told of.
func TestFileLocked(t *testing.T) {
	e := onSQLite(t)
	e.run(t, "CREATE TABLE deals (day date)")
	d := e.open(t)
	e.run(t, "BEGIN EXCLUSIVE")
	_, err := d.Describe(t.Context(), Source{Table: "deals"})
	wantProblem(t, err, "database-locked")
	e.run(t, "COMMIT")
}

func TestTableNames(t *testing.T) {
	for text, want := range map[string]table{
		"deals":            {"", "deals"},
		" sales.deals ":    {"sales", "deals"},
		`"a.b"`:            {"", "a.b"},
		`"Sa""les"."x.y"`:  {`Sa"les`, "x.y"},
		`sales."Deals"`:    {"sales", "Deals"},
		"Leads 2027":       {"", "Leads 2027"},
		"":                 {},
		"a.b.c":            {},
		"a.":               {},
		".a":               {},
		"a..b":             {},
		`"open`:            {},
		`"a"b`:             {},
		"nul\x00":          {},
		`""`:               {},
		"a. ":              {},
		`x"; DROP TABLE y`: {},
	} {
		got, ok := parseTable(text)
		if ok != (want != table{}) || ok && got != want {
			t.Errorf("%q: %q %v, want %q", text, got, ok, want)
		}
		if !ok {
			continue
		}
		if again, ok := parseTable(got.String()); !ok || again != got {
			t.Errorf("%q is shown as %s, which is %q", text, got, again)
		}
	}
}

func TestSingle(t *testing.T) {
	postgres, sqlite := postgresDialect{}.lexicon(), sqliteDialect{}.lexicon()
	for _, test := range []struct {
		text             string
		postgres, sqlite bool
	}{
		{"SELECT 1", true, true},
		{"SELECT 1;", true, true},
		{"SELECT 1 ; ; -- end\n /* ; */ ", true, true},
		{"SELECT 1; x", false, false},
		{"SELECT ';x'", true, true},
		{"SELECT ';''; x'", true, true},
		{`SELECT ";x"`, true, true},
		{"SELECT 1 -- ; x", true, true},
		{"SELECT 1 -- ; x\n; y", false, false},
		{"SELECT /* ; */ 1", true, true},
		{"SELECT /* /* */ ; */ 1", true, false},
		{"SELECT $$;x$$", true, false},
		{"SELECT $a$;$$;x$a$", true, false},
		{"SELECT $1; x", false, false},
		{`SELECT E'\';x'`, true, false},
		{`SELECT '\'; x`, false, false},
		{"SELECT [;x]", false, true},
		{"SELECT `;x`", false, true},
		{"SELECT '", true, true},
		{"", true, true},
	} {
		if _, ok := single(test.text, postgres); ok != test.postgres {
			t.Errorf("postgres: %s: %v", test.text, ok)
		}
		if _, ok := single(test.text, sqlite); ok != test.sqlite {
			t.Errorf("sqlite: %s: %v", test.text, ok)
		}
	}
}
