package cmd

import (
	"bytes"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	_ "modernc.org/sqlite" // makes the files that the tests read
)

// leadsTable is a table with a row a lead, of two funnels.
const leadsTable = `
CREATE TABLE leads (id INTEGER, pipeline TEXT, mql_date DATE, visit_date DATE, client_date DATE, lead_source TEXT, amount NUMERIC);
INSERT INTO leads VALUES
 (1, 'web', '2027-01-04', NULL, '2027-02-01', 'Google', 1200.50),
 (2, 'web', '2027-01-05', NULL, NULL, 'google', NULL),
 (3, 'fairs', NULL, '2027-01-06', '2027-02-03', 'Lima', 900),
 (4, 'renewals', '2027-01-07', NULL, NULL, 'Lima', NULL),
 (5, 'web', NULL, NULL, NULL, 'Google', NULL);
CREATE TABLE weekly (week DATE, phase TEXT, people INTEGER);
INSERT INTO weekly VALUES ('2027-01-04', 'MQL', 40), ('2027-01-11', 'MQL', 38), ('2027-01-18', 'MQL', 41), ('2027-01-18', 'client', 2), ('2027-01-18', 'nonsense', 7);
`

const databasePlans = `{budget: 40000, target_return: 150%%, average_revenue_per_client: 10000, period: 2027-Q1,
 actuals: {sources: [{path: %q, %s}]},
 %s}`

const (
	oneFunnelPlan  = `stages: [{id: mql, rate: 30%}, {id: client}]`
	twoFunnelsPlan = `funnels: [{name: web, share: 50%, stages: [{id: mql, rate: 30%}, {id: client}]},
  {name: fairs, share: 50%, stages: [{id: visit, rate: 30%}, {id: client}]}]`
)

// outcome is what a command prints, and its exit code.
type outcome struct {
	out, err string
	code     int
}

func runMain(args ...string) outcome {
	var out, err bytes.Buffer
	code := Main(args, strings.NewReader(""), &out, &err)
	return outcome{out.String(), err.String(), code}
}

// databaseCase is a command about a database, with lines that its CSV or its
// error must have.
type databaseCase struct {
	what, source, funnels string
	want                  []string
	code                  int
}

func databaseCases() []databaseCase {
	return []databaseCase{
		{
			"a table of stage dates, one funnel: the mql of February must have passed", "table: leads", oneFunnelPlan,
			[]string{"2027-01,main,mql,Google,2", "2027-01,main,mql,Lima,1", "2027-02,main,mql,Lima,1", "2027-02,main,client,Google,1", "2027-02,main,client,Lima,1"},
			0,
		},
		{
			"each funnel by its own stages", "table: leads", twoFunnelsPlan,
			[]string{"2027-01,web,mql,Google,2", "2027-02,web,client,Google,1", "2027-01,fairs,visit,Lima,1", "2027-02,fairs,client,Lima,1"},
			0,
		},
		{
			"a query of counts", `query: "SELECT week AS date, phase AS stage, people AS count FROM weekly"`, oneFunnelPlan,
			[]string{"2027-01,main,mql,,119", "2027-01,main,client,,2"},
			0,
		},
		{"no such table", "table: nosuch", oneFunnelPlan, []string{`there is no table "nosuch"`, "leads"}, 1},
		{"several tables, and none named", "kind: records", oneFunnelPlan, []string{"which table?", "leads", "weekly"}, 1},
	}
}

func runDatabaseCases(t *testing.T, path string) {
	t.Helper()
	for _, test := range databaseCases() {
		t.Run(test.what, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "plan.yaml")
			if err := os.WriteFile(file, fmt.Appendf(nil, databasePlans, path, test.source, test.funnels), 0o600); err != nil {
				t.Fatal(err)
			}
			got := runMain("actuals", "--plan", file, "--as-of", "2027-03-31", "-o", "csv")
			if got.code != test.code {
				t.Fatalf("exit code %d: %s%s", got.code, got.out, got.err)
			}
			lines := strings.Split(strings.TrimSpace(got.out), "\n")
			if test.code == 0 && len(lines) != len(test.want)+1 {
				t.Errorf("%d lines in %s", len(lines), got.out)
			}
			for _, want := range test.want {
				if !strings.Contains(got.out+got.err, want) {
					t.Errorf("no %s in\n%s%s", want, got.out, got.err)
				}
			}
			if test.code == 0 {
				if checked := runMain("check", file, "--as-of", "2027-03-31", "-o", "json"); checked.code != 3 && checked.code != 0 || !strings.Contains(checked.out, `"verdict": "`) {
					t.Errorf("check: exit code %d, %s%s", checked.code, checked.out, checked.err)
				}
			}
		})
	}
}

// manyLeads are leads as rows of a file and as a table: some go on, some of them
// without a day, and some are lost.
func manyLeads() (file, table string) {
	file = "mql_date,sql_date,client_date,lost_on,lost_reason,source,amount\n"
	table = "CREATE TABLE many (mql_date DATE, sql_date DATE, client_date DATE, lost_on DATE, lost_reason TEXT, source TEXT, amount NUMERIC);"
	day := func(n int, there bool) string {
		if !there {
			return ""
		}
		return time.Date(2027, 1, 4+n, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
	}
	for i := range 240 {
		entered := i / 2
		row := []string{
			day(entered, true), day(entered+i%17, i%3 == 0 && i%12 > 0), day(entered+i%41, i%6 == 0),
			day(entered+i%29, i%5 == 1 && i%3 > 0), "", []string{"Fair", "Web", "web"}[i%3], "",
		}
		if row[3] != "" {
			row[4] = "price"
		}
		if i%6 == 0 {
			row[6] = strconv.Itoa(1000+i) + ".50"
		}
		file += strings.Join(row, ",") + "\n"
		table += "INSERT INTO many VALUES ('" + strings.ReplaceAll(strings.Join(row, "','"), "''", "NULL") + "');\n"
	}
	return file, strings.ReplaceAll(table, "''", "NULL")
}

// learnAlike learns the same from a database as from a file, but for the standard
// error, which a database does not give.
func learnAlike(t *testing.T, path, rows string) {
	t.Helper()
	folder := t.TempDir()
	write := func(name, text string) string {
		t.Helper()
		name = filepath.Join(folder, name)
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	const threeStages = `stages: [{id: mql, rate: 30%}, {id: sql, rate: 30%}, {id: client}]`
	database := write("plan.yaml", fmt.Sprintf(databasePlans, path, "table: many", threeStages))
	file := write("file.yaml", fmt.Sprintf(databasePlans, "many.csv", "kind: records", threeStages))
	write("many.csv", rows)
	learn := func(plan string) string {
		t.Helper()
		got := runMain("learn", "--plan", plan, "--as-of", "2027-04-30", "-o", "csv")
		if got.code != 0 {
			t.Fatalf("exit code %d: %s%s", got.code, got.out, got.err)
		}
		return got.out
	}
	of := regexp.MustCompile(`(?m),[^,\n]*$`) // the last column
	got, want := of.ReplaceAllString(learn(database), ""), of.ReplaceAllString(learn(file), "")
	if got != want || strings.Count(want, "\n") < 6 {
		t.Errorf("of a database\n%s\nof a file\n%s", got, want)
	}
}

// sqliteFile is a file with the tables.
func sqliteFile(t *testing.T, name string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	_, many := manyLeads()
	if _, err := db.ExecContext(t.Context(), leadsTable+many); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestSQLiteFromThePlan(t *testing.T) { runDatabaseCases(t, sqliteFile(t, "crm.db")) }

func TestLearnFromSQLite(t *testing.T) {
	rows, _ := manyLeads()
	learnAlike(t, sqliteFile(t, "crm.db"), rows)
}

// A SQLite file is named like any other, its table behind a #; what was left out
// is said.
func TestSQLiteOnTheCommandLine(t *testing.T) {
	file := sqliteFile(t, "leads of 2027.sqlite")
	got := runMain("actuals", file+"#leads", "--as-of", "2027-03-31", "-o", "csv")
	if got.code != 0 || !strings.Contains(got.out, "2027-01,main,mql,Google,2") {
		t.Errorf("exit code %d: %s%s", got.code, got.out, got.err)
	}
	t.Chdir(filepath.Dir(file))
	got = runMain("actuals", filepath.Base(file)+"#weekly", "--column", "stage=phase", "--column", "count=people", "--as-of", "2027-03-31", "-o", "json")
	for _, want := range []string{`"path": "leads of 2027.sqlite#weekly"`, `"reason": "unknown_stage"`, `"count": 119`, `"kind": "sqlite"`} {
		if got.code != 0 || !strings.Contains(got.out, want) {
			t.Errorf("exit code %d, no %s: %s%s", got.code, want, got.out, got.err)
		}
	}
	if got := runMain("actuals", file); got.code != 1 || !strings.Contains(got.err, "#TABLE") {
		t.Errorf("exit code %d: %s%s", got.code, got.out, got.err)
	}
	if got := runMain("actuals", file+"#leads", file+"#leads"); got.code != 1 || !strings.Contains(got.err, "named twice") {
		t.Errorf("exit code %d: %s%s", got.code, got.out, got.err)
	}
}

// The same of a PostgreSQL server, and what happens without a password.
func TestPostgresFromThePlan(t *testing.T) {
	server := os.Getenv("EMBUDO_TEST_POSTGRES")
	if server == "" {
		t.Skip("no PostgreSQL server here: tools/postgres.sh go test ./cmd")
	}
	name := fmt.Sprintf("cmd_%d", os.Getpid())
	run := func(url, statements string) {
		t.Helper()
		conn, err := pgx.Connect(t.Context(), url)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = conn.Close(t.Context()) }()
		if _, err := conn.PgConn().Exec(t.Context(), statements).ReadAll(); err != nil {
			t.Fatal(err)
		}
	}
	run(server, "DROP DATABASE IF EXISTS "+name)
	run(server, "CREATE DATABASE "+name+" TEMPLATE template0")
	own := strings.TrimSuffix(server, "/postgres") + "/" + name
	rows, many := manyLeads()
	run(own, leadsTable+many)
	runDatabaseCases(t, own)
	learnAlike(t, own, rows)

	t.Setenv("PGPASSWORD", "")
	none := filepath.Join(t.TempDir(), "passwords")
	if err := os.WriteFile(none, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PGPASSFILE", none)
	file := filepath.Join(t.TempDir(), "plan.yaml")
	if err := os.WriteFile(file, fmt.Appendf(nil, databasePlans, own, "table: leads", oneFunnelPlan), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := runMain("check", file); got.code != 1 || !strings.Contains(got.err, "PGPASSWORD") {
		t.Errorf("exit code %d: %s", got.code, got.err)
	}
}
