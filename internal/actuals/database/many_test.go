package database

import (
	"math/big"
	"os"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"embudo/funnel"
)

// manyLeads is how many leads the engine generates: EMBUDO_TEST_ROWS, else what
// does not hold up a test.
func manyLeads(t *testing.T) int {
	if text := os.Getenv("EMBUDO_TEST_ROWS"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	return 100_000
}

// Leads as the engine generates them from i = 1, 2, 3, …: entered on day i mod
// 366 of 2024; every third is an SQL 5 days later, every sixth holds a meeting
// after 12 days, which is not noted for every 18th, every twelfth is an
// opportunity after 20 days, every sixtieth a client after 40 who pays i mod 1000
// hundredths and a half hundredth.
const generated = `SELECT i AS id,
 CAST('2024-01-01' AS date) + MOD(i, 366) AS mql,
 CASE WHEN MOD(i, 3) = 0 THEN CAST('2024-01-01' AS date) + MOD(i, 366) + 5 END AS sql,
 CASE WHEN MOD(i, 6) = 0 AND MOD(i, 18) <> 0 THEN CAST('2024-01-01' AS date) + MOD(i, 366) + 12 END AS meeting,
 CASE WHEN MOD(i, 12) = 0 THEN CAST(CAST('2024-01-01' AS date) + MOD(i, 366) + 20 AS timestamp) END AS opportunity,
 CASE WHEN MOD(i, 60) = 0 THEN CAST('2024-01-01' AS date) + MOD(i, 366) + 40 END AS client,
 CASE MOD(i, 4) WHEN 0 THEN 'Partner' WHEN 1 THEN 'Facebook' WHEN 2 THEN 'Google' ELSE 'Referral' END AS channel,
 CAST(MOD(i, 1000) AS numeric(12, 3)) / 100 + 0.005 AS amount
FROM generate_series(1, `

// TestManyLeads has the engine make leads and add them up, and says how long the
// latter takes. Every count must be what the rule of the leads implies.
func TestManyLeads(t *testing.T) {
	e := onPostgres(t)
	n := manyLeads(t)
	e.run(t, "CREATE UNLOGGED TABLE leads AS "+generated+strconv.Itoa(n)+") AS i; ANALYZE leads")
	d := e.open(t)
	asOf := funnel.NewDate(2024, 12, 1)
	meaning := Records{Channel: "channel", Amount: "amount", Stages: []Stage{
		{Name: "mql", Column: "mql", Owner: "marketing"},
		{Name: "sql", Column: "sql", Owner: "sales"},
		{Name: "meeting", Column: "meeting", Owner: "sales"},
		{Name: "opportunity", Column: "opportunity", Owner: "sales"},
		{Name: "client", Column: "client", Owner: "sales"},
	}}
	want, wantCents := impliedByTheRule(n, asOf)
	for _, source := range []Source{{Table: "leads"}, {Query: "SELECT * FROM leads"}} {
		began := time.Now()
		got := records(t, d, source, meaning, asOf)
		t.Logf("%d leads from %q%q: %.2f s, %d rows came back", n, source.Table, source.Query, time.Since(began).Seconds(), got.RowsBack)
		entries := map[entryKey]counted{}
		for _, e := range got.Entries {
			entries[entryKey{e.Stage, e.From, e.Channel}] = counted{e.Count, e.Implied, e.WentOn}
		}
		if diff := cmp.Diff(want, entries); diff != "" {
			t.Error(diff)
		}
		sum := rat("0")
		for _, a := range got.Revenue {
			sum.Add(sum, a.Value)
		}
		if sum.Cmp(wantCents.Quo(wantCents, rat("1000"))) != 0 {
			t.Errorf("revenue %s, want %s", sum.FloatString(3), wantCents.FloatString(3))
		}
		wantCents.Mul(wantCents, rat("1000"))
		if got.Rows != int64(n) {
			t.Errorf("%d rows, want %d", got.Rows, n)
		}
	}
}

type entryKey struct {
	Stage   string
	Day     funnel.Date
	Channel string
}

type counted struct{ Count, Implied, WentOn int64 }

// impliedByTheRule counts what the rule of the leads implies, and the revenue in
// thousandths.
func impliedByTheRule(n int, asOf funnel.Date) (map[entryKey]counted, *big.Rat) {
	stages := []string{"mql", "sql", "meeting", "opportunity", "client"}
	all := map[entryKey]counted{}
	var thousandths int64
	start := funnel.NewDate(2024, 1, 1)
	for i := 1; i <= n; i++ {
		entered := start + funnel.Date(i%366)
		day := [5]funnel.Date{entered, entered + 5, entered + 12, entered + 20, entered + 40}
		there := [5]bool{true, i%3 == 0, i%6 == 0 && i%18 != 0, i%12 == 0, i%60 == 0}
		channel := [4]string{"Partner", "Facebook", "Google", "Referral"}[i%4]
		next, further := funnel.Date(0), false
		for stage := 4; stage >= 0; stage-- {
			own := there[stage] && day[stage] <= asOf
			went := own && further
			if own {
				next, further = day[stage], true
			}
			if !further {
				continue
			}
			key := entryKey{stages[stage], next, channel}
			sum := all[key]
			sum.Count++
			if !own {
				sum.Implied++
			}
			if went {
				sum.WentOn++
			}
			all[key] = sum
			if stage == 4 {
				thousandths += int64(i%1000)*10 + 5
			}
		}
	}
	return all, rat(strconv.FormatInt(thousandths, 10))
}

// The same rule in SQLite's words, fewer leads: a file is read where it lies.
func TestManyLeadsOfAFile(t *testing.T) {
	e := onSQLite(t)
	n := 50_000
	e.run(t, `CREATE TABLE leads (id INTEGER PRIMARY KEY, mql, sql, meeting, opportunity, client, channel, amount);
WITH RECURSIVE s (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < `+strconv.Itoa(n)+`)
INSERT INTO leads SELECT i, date('2024-01-01', (i % 366 ) || ' days'),
 CASE WHEN i % 3 = 0 THEN unixepoch('2024-01-01 23:59:59', (i % 366 + 5) || ' days') END,
 CASE WHEN i % 6 = 0 AND i % 18 <> 0 THEN julianday('2024-01-01 08:30', (i % 366 + 12) || ' days') END,
 CASE WHEN i % 12 = 0 THEN datetime('2024-01-01 00:00:00', (i % 366 + 20) || ' days') END,
 CASE WHEN i % 60 = 0 THEN unixepoch('2024-01-01', (i % 366 + 40) || ' days') * 1000 + 999 END,
 CASE i % 4 WHEN 0 THEN 'Partner' WHEN 1 THEN 'Facebook' WHEN 2 THEN 'Google' ELSE 'Referral' END,
 (i % 1000) / 100.0 + 0.005 FROM s`)
	meaning := Records{Channel: "channel", Amount: "amount", Stages: []Stage{
		{Name: "mql", Column: "mql"},
		{Name: "sql", Column: "sql"},
		{Name: "meeting", Column: "meeting"},
		{Name: "opportunity", Column: "opportunity"},
		{Name: "client", Column: "client"},
	}}
	asOf := funnel.NewDate(2024, 12, 1)
	want, thousandths := impliedByTheRule(n, asOf)
	began := time.Now()
	got := records(t, e.open(t), Source{}, meaning, asOf)
	t.Logf("%d leads: %.2f s, %d rows came back", n, time.Since(began).Seconds(), got.RowsBack)
	entries := map[entryKey]counted{}
	for _, e := range got.Entries {
		entries[entryKey{e.Stage, e.From, e.Channel}] = counted{e.Count, e.Implied, e.WentOn}
	}
	if diff := cmp.Diff(want, entries); diff != "" {
		t.Error(diff)
	}
	sum := rat("0")
	for _, a := range got.Revenue {
		sum.Add(sum, a.Value)
	}
	if sum.Cmp(thousandths.Quo(thousandths, rat("1000"))) != 0 {
		t.Errorf("revenue %s, want %s", sum.FloatString(4), thousandths.FloatString(4))
	}
}
