package actuals

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// embudo.xlsx is what embudo.fods says, which LibreOffice 7.4 made it of, in its
// folder: soffice --headless --convert-to xlsx embudo.fods. It is what people make
// in Excel: a merged title with words in bold, months that are dates shown as
// ene-27, sums and ratios by formulas of which some are errors, a month to come,
// truth values, and a hidden sheet.
func TestReadWorkbookOfAFunnel(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "workbooks", "embudo.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	const want = "rows 3; mql 2027-01 100, 2027-02 120; sql 2027-01 30, 2027-02 35; client 2027-01 2, 2027-02 3; " +
		"spend 2027-01 12000.50, 2027-02 10000"
	for _, name := range []string{"embudo.xlsx", "embudo.xlsx#Embudo", "embudo.csv"} {
		if got := outcomeOf(t, Options{Plan: fivePlan()}, made(name, data)); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
	if got := outcomeOf(t, Options{Plan: fivePlan()}, made("embudo.xlsx#Plan", data)); got != "rows 1; mql 2027-01 999" {
		t.Errorf("the hidden sheet, asked for: %s", got)
	}
}

// An error is no number: where a count would be its row is left out, as in CSV,
// while one that says that there is none is none.
func TestReadErrorsOfFormulas(t *testing.T) {
	for cell, want := range map[string]string{
		"#N/A":     "rows 2; mql 2027-01 40; sql 2027-01 12",
		"#N/D":     "rows 2; mql 2027-01 40; sql 2027-01 12",
		"#DIV/0!":  "rows 1; mql 2027-01 40; sql 2027-01 12; left out no_count 1",
		"#¡VALOR!": "rows 1; mql 2027-01 40; sql 2027-01 12; left out no_count 1",
	} {
		table := "date,mql,sql\n2027-01-04,40,12\n2027-01-05," + cell + ",\n"
		for name, data := range map[string][]byte{"a.csv": []byte(table), "a.xlsx": workbookOf(t, table)} {
			if got := outcomeOf(t, Options{Plan: fivePlan()}, made(name, data)); got != want {
				t.Errorf("%s in %s: %s, want %s", cell, name, got, want)
			}
		}
	}
}

// The sheets behind the one that is read are named.
func TestOtherSheetsAreNamed(t *testing.T) {
	result, _ := Read(t.Context(), []Source{twoSheets(t)}, Options{Plan: fivePlan(), AsOf: endOf2027()})
	found := false
	for _, note := range result.Sources[0].Notes {
		found = found || note.Name == "other-sheets" && fmt.Sprint(note.Args) == `[sheet Deals others "Gasto #1"]`
	}
	if !found {
		t.Errorf("notes %v of %s", result.Sources[0].Notes, result.Sources[0].Name)
	}
}

// twoSheets is a workbook of which the first of two visible sheets is understood.
func twoSheets(t testing.TB) Source {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("sheet", "testdata", "workbooks", "crm.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	return made("crm.xlsx", data).with(Choices{Columns: map[string]string{"mql": "Creado"}})
}
