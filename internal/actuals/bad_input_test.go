package actuals

import (
	"errors"
	"fmt"
	"io"
	"math/big"
	"strings"
	"testing"

	"embudo/internal/actuals/sheet"
)

// endless is a file whose bytes are made while they are read.
type endless struct {
	*io.SectionReader
}

func (endless) Close() error { return nil }

// again gives the first bytes of a text, and then one character for ever.
type again struct {
	first string
	then  byte
}

func (r again) ReadAt(p []byte, at int64) (int, error) {
	for i := range p {
		if p[i] = r.then; at+int64(i) < int64(len(r.first)) {
			p[i] = r.first[at+int64(i)]
		}
	}
	return len(p), nil
}

func ofSize(name, first string, then byte, size int64) Source {
	return Source{File: sheet.File{Name: name, Open: func() (sheet.Content, error) {
		return endless{io.NewSectionReader(again{first, then}, 0, size)}, nil
	}}}
}

// A line of a gigabyte is refused with its file and row.
func TestLineOfAGigabyte(t *testing.T) {
	if testing.Short() {
		t.Skip("a gigabyte takes its time")
	}
	_, err := Read(t.Context(), []Source{ofSize("big.csv", "date,mql,note\n2027-01-04,5,", 'x', 1<<30)}, Options{Plan: fivePlan(), AsOf: endOf2027()})
	var p *sheet.Problem
	if !errors.As(err, &p) || p.Source != "big.csv" || p.Row != 2 {
		t.Fatalf("%v, want a problem in row 2 of big.csv", err)
	}
}

// What no table should hold is refused by name, or left out and counted.
func TestReadBadInput(t *testing.T) {
	wide := func(columns int) string {
		names, cells := make([]string, columns), make([]string, columns)
		for i := range names {
			names[i], cells[i] = fmt.Sprint("c", i), "1"
		}
		names[0], cells[0], names[1] = "date", "2027-01-04", "mql"
		return strings.Join(names, ",") + "\n" + strings.Join(cells, ",") + "\n"
	}
	for _, test := range []struct {
		what   string
		source Source
		want   string
	}{
		{"nothing", text("a.csv", ""), "refuses empty-file"},
		{"a header alone", text("a.csv", "date,mql\n"), "asks table-empty"},
		{"a NUL", text("a.csv", "date,mql\n2027-01-04,\x00\n"), "refuses nul-byte"},
		{"half a UTF-16 pair", made("a.csv", []byte("\xff\xfed\x00a\x00\x00\xd8\n\x00")), "refuses broken-utf-16"},
		{"an odd byte of UTF-16", made("a.csv", append(utf16Tabs("date,mql\n2027-01-04,5\n"), 'x')), "refuses broken-utf-16"},
		{"a quote that is never closed", text("a.csv", "date,mql\n2027-01-04,\"5\n2027-01-05,6\n"), "refuses unclosed-quote"},
		{"10,000 columns", text("a.csv", wide(10_000)), "rows 1; mql 2027-01 1"},
		{"20,000 columns", text("a.csv", wide(20_000)), "refuses too-many-columns"},
		{"the years 0 and 9999", text("a.csv", "date,mql\n0000-01-04,5\n9999-12-31,6\n2027-01-04,7\n2027-01-05,8\n"), "rows 2; mql 2027-01 15; left out no_day 2"},
		{
			"days that there are not", text("a.csv", "date,mql\n2027-02-30,5\n2027-13-01,6\n2027-01-04,7\n2027-01-05,8\n"),
			"rows 2; mql 2027-01 15; left out no_day 2",
		},
		{"counts below 0", text("a.csv", "date,mql,sql\n2027-01-04,-5,1\n2027-01-05,8,2\n"), "rows 1; mql 2027-01 8; sql 2027-01 2; left out negative 1"},
		{"absurd counts", text("a.csv", "date,mql\n2027-01-04,1000000000000000000000000000000\n2027-01-05,8\n2027-01-06,9\n"), "rows 2; mql 2027-01 17; left out too_large 1"},
		{
			"absurd leads of a platform", text("a.csv", "Day,Campaign,Currency code,Cost,Conversions\n2027-01-04,Brand,USD,1,1000000000000000000000000000000\n2027-01-05,Brand,USD,2,-3\n2027-01-06,Brand,USD,4,5\n"),
			"rows 1; mql 2027-01 5; spend 2027-01 4; left out negative 1, too_large 1",
		},
		{"counts that are none", text("a.csv", "date,mql,sql\n2027-01-04,7,many\n2027-01-05,8,2\n2027-01-06,9,3\n"), "rows 2; mql 2027-01 17; sql 2027-01 5; left out no_count 1"},
		{
			"absurd amounts", text("a.csv", "date,mql,revenue\n2027-01-04,1,1000000000000000000000000000000\n2027-01-05,1,1\n2027-01-06,1,1\n"),
			"rows 3; mql 2027-01 3; revenue 2027-01 1000000000000000000000000000002",
		},
		{"a zip bomb", made("a.xlsx", zipOf(t, map[string]string{
			"[Content_Types].xml": `<Types/>`, "xl/workbook.xml": strings.Repeat(" ", 100<<20),
		})), "refuses xlsx-too-large"},
		{"no workbook in a zip", made("a.xlsx", zipOf(t, map[string]string{"a.txt": "x"})), "refuses compressed-file"},
	} {
		t.Run(test.what, func(t *testing.T) {
			if got := outcomeOf(t, Options{Plan: fivePlan()}, test.source); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// manyRows is a table with so many rows, each of which differs.
func manyRows(header string, rows int, row func(i int) string) Source {
	var b strings.Builder
	b.WriteString(header)
	for i := range rows {
		b.WriteString(row(i))
	}
	return text("many.csv", b.String())
}

// More names, stages or reasons than there can be do not take memory without
// bound: they are asked about, or put together with a warning. Nothing is lost.
func TestReadTooMany(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a million rows")
	}
	day := func(i int) string { return (endOf2027() - 300).String()[:8] + fmt.Sprintf("%02d", 1+i%28) }
	read := func(s Source) *Result {
		result, err := Read(t.Context(), []Source{s}, Options{Plan: fivePlan(), AsOf: endOf2027()})
		if err != nil {
			t.Fatal(err)
		}
		return result
	}
	for _, test := range []struct {
		what    string
		source  Source
		want    int64
		warning string
	}{
		{"channels", manyRows("date,channel,mql\n", 300_000, func(i int) string { return fmt.Sprintf("%s,page %d,1\n", day(i), i) }), 300_000, WarnNames},
		{"persons", manyRows("Created Date,Deal owner,Stage\n", 300_000, func(i int) string { return fmt.Sprintf("%s,person %d,Open\n", day(i), i) }), 300_000, WarnNames},
		{"reasons", manyRows("Created Date,Lost reason,Stage\n", 300_000, func(i int) string { return fmt.Sprintf("%s,remark %d,Lost\n", day(i), i) }), 300_000, WarnReasons},
	} {
		t.Run(test.what, func(t *testing.T) {
			result := read(test.source)
			if n, _, _ := sumOf(&result.Actuals, 0, all); n != test.want {
				t.Errorf("%d counted, want %d", n, test.want)
			}
			if n := len(result.Actuals.Funnels[0].Stages[0].Entries); n > 1_000 {
				t.Errorf("%d different entries", n)
			}
			found := false
			for _, w := range result.Warnings {
				found = found || w.Code == test.warning
			}
			if !found {
				t.Errorf("no warning %s in %v", test.warning, result.Warnings)
			}
		})
	}
	t.Run("stages", func(t *testing.T) {
		s := manyRows("date,stage,count\n", 1_000_000, func(i int) string { return fmt.Sprintf("%s,stage %d,1\n", day(i), i) })
		if got, want := outcomeOf(t, Options{Plan: fivePlan()}, s), "asks too-many-values"; got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	})
	t.Run("counts that add up", func(t *testing.T) {
		result := read(manyRows("date,mql\n", 300_000, func(i int) string { return fmt.Sprintf("%s,%d\n", day(i), int64(maxCount)) }))
		sum := new(big.Int)
		for _, e := range result.Actuals.Funnels[0].Stages[0].Entries {
			sum.Add(sum, big.NewInt(e.Count))
		}
		if want := new(big.Int).Mul(big.NewInt(300_000), big.NewInt(maxCount)); sum.Cmp(want) != 0 {
			t.Errorf("%s, want %s", sum, want)
		}
	})
}
