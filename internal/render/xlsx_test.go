package render

import (
	"bytes"
	"iter"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"embudo/internal/i18n"
	"embudo/internal/report"
)

// opened is a drawn document as another program reads it.
func opened(t interface {
	Helper()
	Fatal(...any)
}, d *report.Document,
) *excelize.File {
	t.Helper()
	var drawn bytes.Buffer
	if err := XLSX(&drawn, d, Page{}); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&drawn)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// cells gives all cells of a sheet that hold something, as they are stored.
func stored(t *testing.T, f *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// Numbers, money, percentages and dates are stored as numbers, and texts as texts,
// whatever they begin with.
func TestXLSXCellsAreOfTheirKind(t *testing.T) {
	f := opened(t, everything())
	rows := stored(t, f, "Resumen")
	want := [][]string{
		{"Reunión calificada\u00a0¹\u00a0¹²", "ventas", "1234567", "404.666", "98.03", "0.255", "46477", "CRM"},
		{Clean(hostile), "–", "-3", "–", "–", "–", "1 ene – 31 mar 2027", formula},
	}
	for i, row := range want {
		if got := rows[4+i]; !slices.Equal(got, row) {
			t.Errorf("row %d holds %q, want %q", i, got, row)
		}
	}
	for cell, want := range map[string]string{"C5": "1,234,567", "D5": "404.67", "E5": "US$\u00a098.03", "G5": "31 mar 2027", "C6": "−3"} {
		if got, err := f.GetCellValue("Resumen", cell); err != nil || got != want {
			t.Errorf("%s shows %q, want %q: %v", cell, got, want, err)
		}
	}
	if formula, _ := f.GetCellFormula("Resumen", "H6"); formula != "" {
		t.Errorf("a text became the formula %s", formula)
	}
	if sheets := f.GetSheetList(); !slices.Equal(sheets, []string{"Resumen", "De dónde salen"}) {
		t.Errorf("the sheets are %q", sheets)
	}
}

// A long table has a sheet of its own, whose heading stays and is printed again.
func TestXLSXLongTables(t *testing.T) {
	row := func(i int) []report.Cell {
		return []report.Cell{{Value: report.Text("row")}, {Value: report.Count{Int: big.NewInt(int64(i))}}}
	}
	counted := func(n int) iter.Seq[[]report.Cell] {
		return func(yield func([]report.Cell) bool) {
			for i := range n {
				if !yield(row(i)) {
					return
				}
			}
		}
	}
	columns := []report.Column{{Title: "A"}, {Title: "B", Number: true}}
	f := opened(t, &report.Document{Language: i18n.English(), Title: "T", Blocks: []report.Block{
		report.Table{Title: "Short", Columns: columns, Rows: [][]report.Cell{row(1)}},
		report.Table{Title: "Shorter", Columns: columns},
		report.Table{Title: "Long", Columns: columns, Stream: counted(100)},
		report.Lines{Lines: []string{"below"}},
	}})
	if sheets := f.GetSheetList(); !slices.Equal(sheets, []string{"Overview", "Long"}) {
		t.Fatalf("the sheets are %q", sheets)
	}
	if rows := stored(t, f, "Long"); len(rows) != 103 || rows[102][1] != "99" {
		t.Errorf("%d rows", len(rows))
	}
	if panes, err := f.GetPanes("Long"); err != nil || panes.YSplit != 3 {
		t.Errorf("panes %+v: %v", panes, err)
	}
	if names := f.GetDefinedName(); len(names) != 1 || names[0].RefersTo != "'Long'!$3:$3" {
		t.Errorf("printed titles %+v", names)
	}
}

// Where a table is longer than a sheet the last row says so.
func TestXLSXEndsWithASheet(t *testing.T) {
	if testing.Short() {
		t.Skip("a million rows")
	}
	endless := func(yield func([]report.Cell) bool) {
		for yield([]report.Cell{{Value: report.Text("a")}}) {
		}
	}
	l := i18n.English()
	p := sheetPages(&report.Document{Language: l, Blocks: []report.Block{report.Table{Columns: []report.Column{{Title: "A"}}, Rows: nil, Stream: firstOf(2_000_000, endless)}}})[0]
	rows, last := 0, ""
	for row := range p.sheet(&report.Document{Language: l}, "1").Rows {
		rows++
		last, _ = row.Cells[0].Value.(string)
	}
	if rows > 1_048_576 || last != string(l.Words.SheetFull) {
		t.Errorf("%d rows, the last says %q", rows, last)
	}
}

func firstOf(n int, seq iter.Seq[[]report.Cell]) iter.Seq[[]report.Cell] {
	return func(yield func([]report.Cell) bool) {
		i := 0
		for row := range seq {
			if i++; i > n || !yield(row) {
				return
			}
		}
	}
}

// Any text of a document, in any place, gives a workbook that opens and in which
// nothing is a formula; the same document gives the same bytes.
func TestXLSXOfAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := func() string { return rapid.String().Draw(t, "text") }
		d := &report.Document{
			Language: i18n.English(), Title: text(), Summary: text(),
			Blocks: []report.Block{
				report.Table{Title: text(), Columns: []report.Column{{Title: text()}}, Rows: [][]report.Cell{{{Value: report.Text(text())}}}},
				report.Steps{Title: text(), Steps: []report.WorkingStep{{What: text(), Formula: text(), Numbers: text()}}},
				report.Lines{Title: text(), Lines: []string{text()}},
				report.Notes{Title: text(), Notes: []report.Note{{Mark: 1, Text: text()}}},
				report.Chart{Title: text(), Picture: report.Bars{Series: []string{text()}, Rows: []report.BarRow{{Label: text(), Values: []*float64{nil}, Shown: []string{"–"}}}}},
			},
		}
		f := opened(t, d)
		for _, sheet := range f.GetSheetList() {
			rows, err := f.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			for i := range rows {
				if formula, _ := f.GetCellFormula(sheet, "A"+strconv.Itoa(i+1)); formula != "" {
					t.Fatalf("%s has the formula %s", sheet, formula)
				}
			}
		}
		var once, again strings.Builder
		if XLSX(&once, d, Page{}) != nil || XLSX(&again, d, Page{}) != nil || once.String() != again.String() {
			t.Fatal("the same document gives other bytes")
		}
	})
}

// People sign on paper that comes out of a workbook too.
func TestXLSXSignatures(t *testing.T) {
	f := opened(t, &report.Document{Language: i18n.Spanish(), Title: "T", Blocks: []report.Block{report.Signatures{
		Title: "Firmas", Day: "Fecha", Lines: []report.Signature{{For: "Por marketing", Name: "Camila"}, {For: "Por ventas"}},
	}}})
	var got []string
	for _, row := range stored(t, f, f.GetSheetList()[0]) {
		got = append(got, strings.Join(row, "|"))
	}
	line, day := strings.Repeat("_", 30), strings.Repeat("_", 12)
	for _, want := range []string{"Firmas", "Por marketing, Camila: " + line + "  Fecha: " + day, "Por ventas: " + line + "  Fecha: " + day} {
		if !slices.Contains(got, want) {
			t.Errorf("no row %q in %q", want, got)
		}
	}
}

// A text of several lines has room for all of them.
func TestXLSXHeightOfRows(t *testing.T) {
	long := strings.Repeat("palabra ", 20)
	f := opened(t, &report.Document{Language: i18n.Spanish(), Title: "T", Blocks: []report.Block{report.Table{
		Columns: []report.Column{{Title: "A"}, {Title: "B"}},
		Rows:    [][]report.Cell{{{Value: report.Text("x")}, {Value: report.Text(long)}}, {{Value: report.Text("x")}, {Value: report.Text("y")}}},
	}}})
	sheet := f.GetSheetList()[0]
	for row, cells := range stored(t, f, sheet) {
		if len(cells) < 2 {
			continue
		}
		want := 15.0
		if len(cells[1]) > 100 {
			want = 45
		}
		if got, err := f.GetRowHeight(sheet, row+1); err != nil || got != want {
			t.Errorf("row %d is %g high, want %g: %v", row+1, got, want, err)
		}
	}
}
