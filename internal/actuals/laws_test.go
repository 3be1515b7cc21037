package actuals

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"pgregory.net/rapid"

	"embudo/funnel"
	"embudo/internal/actuals/sheet"
)

// drawnTable is a header and rows such as an export may have.
type drawnTable struct {
	header []string
	rows   [][]string
}

func drawDay(t *rapid.T, name string) string {
	return funnel.NewDate(2027, time.January, 1+rapid.IntRange(0, 300).Draw(t, name)).String()
}

func drawName(t *rapid.T) string {
	return rapid.SampledFrom([]string{
		"", "Google", "google", "Búsqueda", "busqueda", "Feria; Lima", "a, b", "a|b", `5" screen`, "Año nuevo",
	}).Draw(t, "name")
}

func drawAmount(t *rapid.T) string {
	return fmt.Sprintf("%d.%02d", rapid.IntRange(0, 99999).Draw(t, "amount"), rapid.IntRange(0, 99).Draw(t, "cents"))
}

// drawRecords are leads with the days on which they entered stages.
func drawRecords(t *rapid.T) drawnTable {
	table := drawnTable{header: []string{"Lead ID", "Created Date", "SQL date", "Client date", "Lead Source", "Amount"}}
	for i := range rapid.IntRange(3, 12).Draw(t, "rows") {
		row := []string{fmt.Sprint("L", i), drawDay(t, "created"), "", "", drawName(t), drawAmount(t)}
		if rapid.Bool().Draw(t, "isSQL") {
			row[2] = drawDay(t, "sql")
		}
		if rapid.Bool().Draw(t, "isClient") {
			row[3] = drawDay(t, "client")
		}
		table.rows = append(table.rows, row)
	}
	return table
}

// drawLong are counts, a stage a row.
func drawLong(t *rapid.T) drawnTable {
	table := drawnTable{header: []string{"date", "stage", "channel", "count", "revenue", "spend"}}
	for range rapid.IntRange(3, 12).Draw(t, "rows") {
		table.rows = append(table.rows, []string{
			drawDay(t, "day"), rapid.SampledFrom([]string{"mql", "sql", "client"}).Draw(t, "stage"), drawName(t),
			fmt.Sprint(rapid.IntRange(0, 500).Draw(t, "count")), drawAmount(t), drawAmount(t),
		})
	}
	return table
}

// drawWide are counts, a stage a column.
func drawWide(t *rapid.T) drawnTable {
	table := drawnTable{header: []string{"date", "mql", "sql", "client", "channel", "spend"}}
	for range rapid.IntRange(3, 12).Draw(t, "rows") {
		table.rows = append(table.rows, []string{
			drawDay(t, "day"), fmt.Sprint(rapid.IntRange(0, 500).Draw(t, "mql")), fmt.Sprint(rapid.IntRange(0, 90).Draw(t, "sql")),
			fmt.Sprint(rapid.IntRange(0, 9).Draw(t, "client")), drawName(t), drawAmount(t),
		})
	}
	return table
}

func drawTable(t *rapid.T) drawnTable {
	draw := rapid.SampledFrom([]func(*rapid.T) drawnTable{drawRecords, drawLong, drawWide}).Draw(t, "table")
	return draw(t)
}

// writing is a way to write a table down.
type writing struct {
	delimiter, newline string
	always, ends       bool // quotes around all cells; a newline at the end
	encode             func(string) []byte
}

func (w writing) bytes(table drawnTable) []byte {
	var lines []string
	for _, row := range slices.Concat([][]string{table.header}, table.rows) {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = cell
			if w.always || strings.ContainsAny(cell, w.delimiter+"\"\n") {
				cells[i] = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
			}
		}
		lines = append(lines, strings.Join(cells, w.delimiter))
	}
	text := strings.Join(lines, w.newline)
	if w.ends {
		text += w.newline
	}
	return w.encode(text)
}

func plain() writing {
	return writing{delimiter: ",", newline: "\n", ends: true, encode: func(s string) []byte { return []byte(s) }}
}

func drawWritten(t *rapid.T) writing {
	encodings := []func(string) []byte{
		func(s string) []byte { return []byte(s) },
		func(s string) []byte { return []byte("\ufeff" + s) },
		func(s string) []byte {
			out := []byte{0xff, 0xfe}
			for _, unit := range utf16.Encode([]rune(s)) {
				out = append(out, byte(unit), byte(unit>>8))
			}
			return out
		},
		func(s string) []byte {
			out := []byte{0xfe, 0xff}
			for _, unit := range utf16.Encode([]rune(s)) {
				out = append(out, byte(unit>>8), byte(unit))
			}
			return out
		},
		func(s string) []byte {
			out, _ := charmap.Windows1252.NewEncoder().Bytes([]byte(s)) // all that is drawn is in it
			return out
		},
	}
	return writing{
		delimiter: rapid.SampledFrom([]string{",", ";", "\t", "|"}).Draw(t, "delimiter"),
		newline:   rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(t, "newline"),
		always:    rapid.Bool().Draw(t, "quotes"),
		ends:      rapid.Bool().Draw(t, "ends"),
		encode:    rapid.SampledFrom(encodings).Draw(t, "encoding"),
	}
}

// says is all of a result that must not depend on how a file is written.
type says struct {
	Actuals     funnel.Actuals
	First, Last *funnel.Date
	Warnings    []funnel.Warning
	Rows        int64
	LeftOut     map[string]int64
}

func saysOf(r *Result) says {
	s := says{Actuals: r.Actuals, First: r.First, Last: r.Last, Warnings: r.Warnings, LeftOut: map[string]int64{}}
	for i := range r.Sources {
		s.Rows += r.Sources[i].Rows
		for _, l := range r.Sources[i].LeftOut {
			s.LeftOut[l.Reason] += l.Rows
		}
	}
	return s
}

func readOne(t *rapid.T, sources ...Source) *Result {
	result, err := Read(t.Context(), sources, Options{Plan: planWith("mql", "sql", "client"), AsOf: endOf2027(), Cohorts: true})
	if err != nil {
		t.Fatalf("%v", err)
	}
	return result
}

func bytesOf(name string, data []byte) Source { return Source{File: sheet.InMemory(name, data)} }

// A file says the same in whatever encoding, with whatever delimiter, quotes and
// ends of lines, and in whatever order its rows are.
func TestLawAnyWriting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := drawTable(t)
		want := saysOf(readOne(t, bytesOf("a.csv", plain().bytes(table))))
		way := drawWritten(t)
		data := way.bytes(table)
		if got := saysOf(readOne(t, bytesOf("a.csv", data))); !reflect.DeepEqual(got, want) {
			t.Fatalf("written as\n%q\nit says %+v\ninstead of %+v", data, got, want)
		}
		shuffled := drawnTable{table.header, slices.Clone(table.rows)}
		seed := rapid.Uint64().Draw(t, "order")
		rand.New(rand.NewPCG(seed, 0)).Shuffle(len(shuffled.rows), func(i, j int) {
			shuffled.rows[i], shuffled.rows[j] = shuffled.rows[j], shuffled.rows[i]
		})
		if got := saysOf(readOne(t, bytesOf("a.csv", way.bytes(shuffled)))); !reflect.DeepEqual(got, want) {
			t.Fatalf("in the order\n%q\nit says %+v\ninstead of %+v", way.bytes(shuffled), got, want)
		}
	})
}

// Two files say together what one with the rows of both says, in either order.
func TestLawFilesAdd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := drawTable(t)
		if table.header[0] == "Lead ID" { // without ids, so that nothing is joined
			table.header[0] = "Company"
		}
		cut := rapid.IntRange(1, len(table.rows)-1).Draw(t, "cut")
		one := drawnTable{table.header, table.rows[:cut]}
		other := drawnTable{table.header, table.rows[cut:]}
		days := func(r *Result) string { return said(r, nil) }
		whole := readOne(t, bytesOf("all.csv", plain().bytes(table)))
		first := bytesOf("one.csv", plain().bytes(one))
		second := bytesOf("two.csv", plain().bytes(other))
		ab, ba := readOne(t, first, second), readOne(t, second, first)
		if !reflect.DeepEqual(ab.Actuals, ba.Actuals) {
			t.Fatalf("%+v\nin the other order %+v", ab.Actuals, ba.Actuals)
		}
		if days(ab) != days(whole) {
			t.Fatalf("apart %s\ntogether %s", days(ab), days(whole))
		}
	})
}

// A table of weeks says of each week what the table of its days says in sum.
func TestLawWeeksAreDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		monday := funnel.NewDate(2027, time.January, 4)
		daily := drawnTable{header: []string{"date", "mql", "sql", "spend"}}
		weekly := drawnTable{header: []string{"week", "mql", "sql", "spend"}}
		for week := range funnel.Date(rapid.IntRange(3, 8).Draw(t, "weeks")) {
			mql, sql, cents := 0, 0, 0
			for day := range funnel.Date(7) {
				m, s, c := rapid.IntRange(0, 9).Draw(t, "mql"), rapid.IntRange(0, 9).Draw(t, "sql"), rapid.IntRange(0, 9999).Draw(t, "cents")
				mql, sql, cents = mql+m, sql+s, cents+c
				daily.rows = append(daily.rows, []string{(monday + 7*week + day).String(), fmt.Sprint(m), fmt.Sprint(s), fmt.Sprintf("%d.%02d", c/100, c%100)})
			}
			weekly.rows = append(weekly.rows, []string{(monday + 7*week).String(), fmt.Sprint(mql), fmt.Sprint(sql), fmt.Sprintf("%d.%02d", cents/100, cents%100)})
		}
		byWeek := func(table drawnTable) string {
			r := readOne(t, bytesOf("a.csv", plain().bytes(table)))
			sums := map[string]*big.Rat{}
			for j, s := range r.Actuals.Funnels[0].Stages {
				for _, e := range s.Entries {
					addTo(sums, fmt.Sprint(j, " in week ", int((e.From-monday)/7), int((e.To-monday)/7)), big.NewRat(e.Count, 1))
				}
			}
			for _, a := range r.Actuals.Spend {
				addTo(sums, fmt.Sprint("spend in week ", int((a.From-monday)/7)), a.Value)
			}
			return byKey("", sums)
		}
		if days, weeks := byWeek(daily), byWeek(weekly); days != weeks {
			t.Fatalf("days  %s\nweeks %s", days, weeks)
		}
	})
}

// A file is read once, however it is named.
func TestSourcesTwice(t *testing.T) {
	const counts = "date,mql\n2027-01-04,5\n"
	book := workbookOf(t, counts)
	csv := func(name string) Source { return text(name, counts) }
	sheetOf := func(name string) Source { return made(name, book) }
	at := func(s Source, path string) Source {
		s.Path = path
		return s
	}
	for _, test := range []struct {
		what    string
		sources []Source
		want    string
	}{
		{"the same name", []Source{csv("a.csv"), csv("a.csv")}, "refuses source-twice"},
		{"with ./", []Source{csv("a.csv"), csv("./a.csv")}, "refuses source-twice"},
		{"by a way around", []Source{csv("a.csv"), csv("b/../a.csv")}, "refuses source-twice"},
		{"by a link", []Source{at(csv("a.csv"), "/data/a.csv"), at(csv("link.csv"), "/data/a.csv")}, "refuses source-twice"},
		{"a sheet twice", []Source{sheetOf("a.xlsx#Deals"), sheetOf("a.xlsx#deals")}, "refuses source-twice"},
		{"a sheet and its file", []Source{sheetOf("a.xlsx#Deals"), sheetOf("a.xlsx")}, "refuses source-twice"},
		{"a file and its sheet", []Source{sheetOf("a.xlsx"), sheetOf("a.xlsx#Deals")}, "refuses source-twice"},
		{"two files", []Source{csv("a.csv"), csv("b/a.csv")}, "rows 2; mql 2027-01 10"},
	} {
		t.Run(test.what, func(t *testing.T) {
			if got := outcomeOf(t, Options{Plan: fivePlan()}, test.sources...); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}
