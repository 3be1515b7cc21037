package sheet

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// line is a row in tests: its number and the texts of its cells, those of numbers
// behind a #.
type line struct {
	number int
	cells  []string
}

func (l line) String() string { return fmt.Sprintf("%d:%q", l.number, l.cells) }

// lines gives all rows of a sheet, and the error behind them.
func lines(s *Sheet) ([]line, error) {
	var all []line
	err := s.Each(collect(&all))
	return all, err
}

// collect adds rows to a list.
func collect(all *[]line) func(Row) error {
	return func(r Row) error {
		l := line{number: r.Number}
		for _, c := range r.Cells {
			text := string(c.Text)
			if c.Number {
				text = "#" + text
			}
			l.cells = append(l.cells, text)
		}
		*all = append(*all, l)
		return nil
	}
}

// open opens the only sheet of a file.
func open(t testing.TB, name string, data []byte, o Options) *Sheet {
	t.Helper()
	sheets, err := Open(InMemory(name, data), o)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if len(sheets) != 1 {
		t.Fatalf("%s has %d sheets", name, len(sheets))
	}
	return sheets[0]
}

// read gives all rows of the only sheet of a file.
func read(t testing.TB, name string, data []byte, o Options) []line {
	t.Helper()
	all, err := lines(open(t, name, data, o))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return all
}

// wantLines compares rows with lines of text such as `2: a | b`.
func wantLines(t *testing.T, got []line, want string) {
	t.Helper()
	var b strings.Builder
	for _, l := range got {
		fmt.Fprintf(&b, "%d: %s\n", l.number, strings.Join(l.cells, " | "))
	}
	if trimmed := strings.TrimLeft(want, "\n"); b.String() != trimmed {
		t.Errorf("rows are\n%s\nnot\n%s", b.String(), trimmed)
	}
}

// trouble opens a file, reads all of its sheets, and gives the problem that this
// ends in; nil without one.
func trouble(t testing.TB, f File, o Options) *Problem {
	t.Helper()
	sheets, err := Open(f, o)
	for _, s := range sheets {
		if err == nil {
			err = s.Each(func(Row) error { return nil })
		}
	}
	var p *Problem
	if err != nil && !errors.As(err, &p) {
		t.Fatalf("%s: %v is no problem", f.Name, err)
	}
	return p
}

// argNames are the names of what a problem speaks of.
func argNames(p *Problem) []string {
	var names []string
	for i := 0; i < len(p.Args); i += 2 {
		names = append(names, p.Args[i].(string))
	}
	return names
}

// checkProblem holds that a problem gives what the table says, and nothing that
// could disturb a terminal.
func checkProblem(t testing.TB, p *Problem) {
	t.Helper()
	want, known := ProblemNames()[p.Name]
	if !known || !slices.Equal(argNames(p), want) {
		t.Errorf("%v gives %v, in the table %v", p, argNames(p), want)
	}
	for _, arg := range p.Args {
		if strings.ContainsAny(fmt.Sprint(arg), "\n\r\x1b\x00") {
			t.Errorf("%v speaks of %q", p, arg)
		}
	}
}

func TestSplit(t *testing.T) {
	for name, want := range map[string][2]string{
		"crm.xlsx#Deals":         {"crm.xlsx", "Deals"},
		"data/CRM.XLSX#Gasto #1": {"data/CRM.XLSX", "Gasto #1"},
		"crm.xlsx#deals.csv":     {"crm.xlsx", "deals.csv"},
		"crm.csv#Deals":          {"crm.csv", "Deals"}, // a workbook under a wrong name
		"export.json#data.deals": {"export.json", "data.deals"},
		"-#Deals":                {"-", "Deals"},
		"a#b.csv":                {"a#b.csv", ""},
		"a.csv#b.csv":            {"a.csv#b.csv", ""},
		"Q1 #2/deals.csv":        {"Q1 #2/deals.csv", ""},
		"a.xlsx#old/deals.xlsx":  {"a.xlsx#old/deals.xlsx", ""},
		"a.csv#old/b.xlsx#Deals": {"a.csv#old/b.xlsx", "Deals"},
		"crm.xlsx#":              {"crm.xlsx#", ""},
		"crm.xlsx":               {"crm.xlsx", ""},
		"report#1":               {"report#1", ""},
		"":                       {"", ""},
	} {
		if file, sheet := Split(name); file != want[0] || sheet != want[1] {
			t.Errorf("%s is %q and %q, not %q", name, file, sheet, want)
		}
	}
}

// A caller that has seen enough stops the reader, and gets its own error back.
func TestEachStops(t *testing.T) {
	enough := errors.New("enough")
	for name, data := range map[string][]byte{
		"leads.csv": leads(100_000),
		"crm.xlsx":  testFile(t, "workbooks/crm.xlsx"),
		"a.json":    []byte(`[{"a":1},{"a":2},{"a":3}]`),
	} {
		sheets, err := Open(InMemory(name, data), Options{})
		if err != nil {
			t.Fatal(err)
		}
		for range 2 { // again from the top
			rows := 0
			err := sheets[0].Each(func(Row) error {
				if rows++; rows == 2 {
					return enough
				}
				return nil
			})
			if !errors.Is(err, enough) || rows != 2 {
				t.Errorf("%s: %d rows and %v", name, rows, err)
			}
		}
		none := func(Row) error { return nil }
		if err := sheets[0].Share(func(Row) error { return enough }, none, func(Row) error { return nil }); err != nil && !errors.Is(err, enough) {
			t.Errorf("%s, shared: %v", name, err)
		}
	}
}
