package actuals

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"embudo/internal/actuals/sheet"
)

// rowsOfText gives the rows of a delimited text as package sheet does, empty
// lines included. The texts of these tests have no line breaks within cells.
func rowsOfText(t testing.TB, text string, comma rune) func(func(sheet.Row) error) error {
	t.Helper()
	var rows []sheet.Row
	text = strings.TrimPrefix(strings.ReplaceAll(text, "\r\n", "\n"), "\ufeff")
	for i, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		row := sheet.Row{Number: i + 1}
		if line != "" {
			r := csv.NewReader(strings.NewReader(line))
			r.Comma, r.LazyQuotes = comma, true
			cells, err := r.Read()
			if err != nil {
				t.Fatalf("line %d: %v", i+1, err)
			}
			for _, c := range cells {
				row.Cells = append(row.Cells, textCell(c))
			}
		}
		rows = append(rows, row)
	}
	return func(yield func(sheet.Row) error) error {
		for _, row := range rows {
			if err := yield(row); err != nil {
				return err
			}
		}
		return nil
	}
}

func export(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func understood(t testing.TB, text string, funnels []funnelStages, c choices) *understanding {
	t.Helper()
	comma := ','
	if first, _, _ := strings.Cut(text, "\n"); strings.Count(text, ";") > strings.Count(text, ",") && !strings.Contains(first, ",") {
		comma = ';'
	}
	u, err := understandRows(rowsOfText(t, text, comma), funnels, c)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// meanings lists the columns that have a meaning: "MQL date" as mql, "Amount" as
// amount.
func (u *understanding) meanings() string {
	var list []string
	for _, c := range u.columns {
		switch c.meaning {
		case MeaningNone:
		case MeaningStageDate, MeaningStageCount:
			name := c.stage.Stage
			if c.stage.Funnel != "" {
				name = c.stage.Funnel + "." + name
			}
			list = append(list, fmt.Sprintf("%s:%s=%s", c.meaning, name, c.header))
		default:
			list = append(list, fmt.Sprintf("%s=%s", c.meaning, c.header))
		}
	}
	return strings.Join(list, " | ")
}

func (u *understanding) questions() string {
	var list []string
	for _, o := range u.opens {
		needed := ""
		if o.needed {
			needed = "!"
		}
		list = append(list, needed+o.problem.Name+" "+string(o.meaning)+" "+strings.Join(o.candidates, "/"))
	}
	return strings.Join(list, " | ")
}
