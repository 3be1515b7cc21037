package actuals

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"embudo/funnel"
	"embudo/internal/actuals/sheet"
)

// FuzzRead reads any bytes, with and without a plan. What can be read is accounted
// for: each row of the sheet is the header, counted, or left out for a reason.
func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/exports/*.csv")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data, false)
		f.Add(data, true)
	}
	for _, table := range turnedTables() {
		f.Add([]byte(table.text), true)
	}
	f.Add([]byte("[{\"date\": \"2027-01-04\", \"mql\": 5}]"), true)
	f.Add(utf16Tabs("date,mql\n2027-01-04,5\n"), true)
	f.Add(workbookOf(f, "date,mql\n2027-01-04,5\n"), false)
	f.Fuzz(func(t *testing.T, data []byte, planned bool) {
		o := Options{AsOf: endOf2027()}
		if planned {
			o.Plan = planWith("mql", "sql", "client")
		}
		source := made("a.csv", data)
		result, err := Read(t.Context(), []Source{source}, o)
		var p *sheet.Problem
		var questions *Questions
		switch {
		case err == nil:
			accounted(t, source, result)
			sane(t, &result.Actuals)
		case !errors.As(err, &p) && !errors.As(err, &questions):
			t.Fatalf("%v is no problem", err)
		}
	})
}

// accounted holds the rows of a sheet against those that are said to be counted
// or left out.
func accounted(t *testing.T, source Source, r *Result) {
	t.Helper()
	if slices.ContainsFunc(r.Sources[0].Notes, func(p *sheet.Problem) bool { return p.Name == "turned" }) {
		return // its columns are rows
	}
	sheets, err := sheet.Open(source.File, sheet.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range sheets {
		if one.Name != r.Sources[0].Name {
			continue
		}
		rows := int64(-1) // the header
		err := one.Each(func(row sheet.Row) error {
			if isFilled(row.Cells) {
				rows++
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		said := r.Sources[0].Rows
		for _, l := range r.Sources[0].LeftOut {
			said += l.Rows
		}
		if said != rows {
			t.Fatalf("%d rows, but %d read and left out: %+v", rows, said, r.Sources[0])
		}
	}
}

// sane holds that no count is below 0, and no time ends before it begins.
func sane(t *testing.T, a *funnel.Actuals) {
	t.Helper()
	for _, f := range a.Funnels {
		for _, s := range f.Stages {
			for _, e := range s.Entries {
				if e.Count < 0 || e.Implied < 0 || e.Direct < 0 || e.WentOn < 0 || e.To < e.From {
					t.Fatalf("%+v", e)
				}
			}
		}
	}
}
