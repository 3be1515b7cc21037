package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// everything is a book with one of each thing.
func everything() *Book {
	return &Book{
		Title: "Plan <1>", Recalculate: true,
		Names: []Name{{"budget", "'It''s a plan'!$B$1"}},
		Sheets: []*Sheet{{
			Name: "It's a plan", Tab: "1F4E79", NoGrid: true, Widths: []float64{20, 0, 12},
			FrozenRows: 1, FrozenColumns: 1, RepeatedRows: 2, Landscape: true,
			Rows: slices.Values([]Row{
				{Cells: []Cell{{Value: "Budget", Style: Style{Bold: true, Fill: "FFF2CC", Line: Box}}, {Value: 40000.0, Style: Style{Format: `"US$ "#,##0.00`}}}, Height: 30},
				{Cells: []Cell{{Value: "=HYPERLINK(1)"}, {Value: 80000.0, Formula: "budget*2"}, {Value: true}, {Value: "yes", Formula: `IF(1<2,"yes","no")`}}},
				{},
				{Cells: []Cell{{}, {Value: 46477.0, Style: Style{Format: "yyyy-mm-dd"}}}},
			}),
			Merged:      []Area{{Place{3, 1}, Place{3, 3}}},
			Validations: []Validation{{Area: One(Place{1, 2}), Type: "decimal", Operator: "greaterThan", Low: "0", Title: "Budget", Message: "above 0"}},
			Conditions:  []Condition{{Area: Area{Place{1, 1}, Place{4, 2}}, Formula: "B1>5", Color: "B3261E", Fill: "FDECEA"}},
			Comments:    []Comment{{Place{1, 2}, "What the plan may spend,\nin dollars & cents."}},
			Charts: []Chart{
				{
					Kind: Bars, Title: "A & B", At: Area{Place{6, 1}, Place{16, 4}}, Categories: "'It''s a plan'!$A$1:$A$2", Names: []string{"x", "<y>"}, Format: "#,##0", Shown: true,
					Series: []Series{{Name: "one", Refers: "'It''s a plan'!$B$1:$B$2", Values: []any{40000.0, nil}, Color: "2F75B5"}},
				},
				{
					Kind: Lines, Title: "C", At: Area{Place{18, 1}, Place{28, 4}}, Names: []string{"x", "y"}, Format: "0",
					Series: []Series{{Name: "one", Values: []any{1.0, 2.0}, Color: "2F75B5"}, {Name: "two", Values: []any{1.0, 3.0}, Color: "70AD47"}},
				},
			},
		}, {Name: "2", Hidden: true, Rows: slices.Values([]Row{})}},
	}
}

func written(t interface{ Fatal(...any) }, book *Book) []byte {
	var b bytes.Buffer
	if err := Write(&b, book); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Another program reads back what was written, cell by cell.
func TestExcelizeReadsIt(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(written(t, everything())))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	const sheet = "It's a plan"
	raw := excelize.Options{RawCellValue: true}
	for cell, want := range map[string]string{"A1": "Budget", "B1": "40000", "A2": "=HYPERLINK(1)", "B2": "80000", "C2": "1", "D2": "yes", "B4": "46477"} {
		if got, err := f.GetCellValue(sheet, cell, raw); err != nil || got != want {
			t.Errorf("%s is %q, want %q: %v", cell, got, want, err)
		}
	}
	for cell, want := range map[string]string{"A2": "", "B2": "budget*2", "D2": `IF(1<2,"yes","no")`} {
		if got, err := f.GetCellFormula(sheet, cell); err != nil || got != want {
			t.Errorf("the formula of %s is %q, want %q: %v", cell, got, want, err)
		}
	}
	if shown, _ := f.GetCellValue(sheet, "B1"); shown != "US$ 40,000.00" {
		t.Errorf("B1 shows %q", shown)
	}
	if names := f.GetDefinedName(); len(names) != 2 {
		t.Errorf("names: %v", names)
	}
	if comments, err := f.GetComments(sheet); err != nil || len(comments) != 1 || len(comments[0].Paragraph) != 1 || !strings.Contains(comments[0].Paragraph[0].Text, "dollars & cents") {
		t.Errorf("comments: %v, %v", comments, err)
	}
	if validations, err := f.GetDataValidations(sheet); err != nil || len(validations) != 1 || validations[0].Sqref != "B1" {
		t.Errorf("validations: %v, %v", validations, err)
	}
	if panes, err := f.GetPanes(sheet); err != nil || !panes.Freeze || panes.YSplit != 1 || panes.XSplit != 1 {
		t.Errorf("panes: %v, %v", panes, err)
	}
	if merged, err := f.GetMergeCells(sheet); err != nil || len(merged) != 1 {
		t.Errorf("merged: %v, %v", merged, err)
	}
	if visible, err := f.GetSheetVisible("2"); err != nil || visible {
		t.Errorf("the hidden sheet shows: %v", err)
	}
	if layout, err := f.GetPageLayout(sheet); err != nil || *layout.Size != 9 || *layout.Orientation != "landscape" {
		t.Errorf("layout: %v, %v", layout, err)
	}
}

// Every part is well-formed, has the one time, and the same book gives the same
// bytes.
func TestPartsAreWellFormed(t *testing.T) {
	data := written(t, everything())
	if !bytes.Equal(data, written(t, everything())) {
		t.Error("the same book gives other bytes")
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range archive.File {
		if !file.Modified.Equal(time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)) {
			t.Errorf("%s is of %s", file.Name, file.Modified)
		}
		part, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		decoder := xml.NewDecoder(part)
		for {
			if _, err := decoder.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Errorf("%s: %v", file.Name, err)
				break
			}
		}
	}
}

// Any text is read back as it is, but for what XML cannot write, and none becomes a
// formula. A cell takes 32,767 characters.
func TestAnyTextIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[=+@-].*`), rapid.Just("_x0041_"), rapid.Just("\x00\ufffe")).Draw(t, "text")
		book := &Book{Sheets: []*Sheet{{Name: "1", Rows: slices.Values([]Row{{Cells: []Cell{{Value: text}}}})}}}
		f, err := excelize.OpenReader(bytes.NewReader(written(t, book)))
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = f.Close() }()
		want := strings.Map(func(r rune) rune {
			if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
				return '\ufffd'
			}
			return r
		}, text)
		if got, err := f.GetCellValue("1", "A1"); err != nil || got != want {
			t.Fatalf("%q comes back as %q: %v", text, got, err)
		}
		if formula, _ := f.GetCellFormula("1", "A1"); formula != "" {
			t.Fatalf("%q became the formula %q", text, formula)
		}
	})
}

// A text that would run as a formula when it is edited is marked as a text, as Excel
// itself does with a leading apostrophe.
func TestTextsThatWouldRunAreQuoted(t *testing.T) {
	for text, want := range map[string]bool{"=1+1": true, "+1": true, "-1": true, "@a": true, "\t=1": true, "a=1": false, "": false, "1": false} {
		w := &writer{styles: newStyles()}
		w.appendCell(nil, Place{1, 1}, &Cell{Value: text})
		if got := strings.Contains(string(w.styles.xml()), `quotePrefix="1"`); got != want {
			t.Errorf("%q is quoted: %v, want %v", text, got, want)
		}
	}
}

func TestSheetNames(t *testing.T) {
	long := strings.Repeat("ñ", 40)
	got := SheetNames([]string{"Plan", "plan", "a/b:c", "'quoted'", "", long, long, "History", "[x]*?", "😀" + strings.Repeat("a", 40)})
	want := []string{"Plan", "plan (2)", "a b c", "quoted", "5", strings.Repeat("ñ", 30) + "…", strings.Repeat("ñ", 26) + "… (2)", "History (2)", "x", "😀" + strings.Repeat("a", 28) + "…"}
	if !slices.Equal(got, want) {
		t.Errorf("the names are %q, want %q", got, want)
	}
}

func TestPlaces(t *testing.T) {
	for want, p := range map[string]Place{"A1": {1, 1}, "Z9": {9, 26}, "AA10": {10, 27}, "XFD1048576": {MaxRows, MaxColumns}} {
		if p.String() != want {
			t.Errorf("%v is %s, want %s", [2]int{p.Row, p.Column}, p, want)
		}
	}
	if got := (Area{Place{1, 2}, Place{3, 28}}).Fixed(); got != "$B$1:$AB$3" {
		t.Error(got)
	}
}

// Excel and LibreOffice both say =DATE(2027,3,31) is 46477.
func TestDay(t *testing.T) {
	for _, test := range []struct {
		day  string
		want float64
		ok   bool
	}{{"2027-03-31", 46477, true}, {"1900-03-01", 61, true}, {"1900-02-28", 60, false}, {"9999-12-31", 2958465, true}} {
		day, err := time.Parse(time.DateOnly, test.day)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := Day(day); got != test.want && test.ok || ok != test.ok {
			t.Errorf("%s is %v, %v", test.day, got, ok)
		}
	}
}
