package render

import (
	"bytes"
	"math/big"
	"os"
	"path/filepath"
	"testing"

	"embudo/funnel"
	"embudo/internal/i18n"
	"embudo/internal/report"
)

// Text that does harm where it is not escaped.
const (
	hostile = "\x1b[31mred\x1b[0m <b>&lt; ~~x~~ a|b *c* `d` [e](f) #1 \\n \u202egnp.exe"
	formula = "=HYPERLINK(\"http://evil.example\")"
)

// everything is a document with one of each block and each value, in Spanish
// because it has the longer numbers.
func everything() *report.Document {
	l := i18n.Spanish()
	number := func(s string) *big.Rat { x, _ := new(big.Rat).SetString(s); return x }
	day := func(s string) funnel.Date { d, _ := funnel.ParseDate(s); return d }
	rows := [][]report.Cell{
		{
			{Value: report.Text("Reunión calificada"), Marks: []int{1, 12}},
			{Value: report.Term{Key: "sales", Shown: "ventas"}},
			{Value: report.Count{Int: big.NewInt(1234567)}, Tone: report.Good},
			{Value: report.Number{Rat: number("404.666"), Places: 2}},
			{Value: report.Money{Rat: number("98.03")}, Tone: report.Bad},
			{Value: report.Percent{Rat: number("0.255")}},
			{Value: report.Day(day("2027-03-31"))},
			{Value: report.Text("CRM")},
		},
		{
			{Value: report.Text(hostile)},
			{},
			{Value: report.Count{Int: big.NewInt(-3)}, Tone: report.Caution},
			{},
			{},
			{},
			{Value: report.Days(funnel.Span{Start: day("2027-01-01"), End: day("2027-03-31")})},
			{Value: report.Text(formula)},
		},
	}
	columns := []report.Column{
		{Key: "stage", Title: "Etapa"},
		{Key: "owner", Title: "A cargo", Spare: 1},
		{Key: "needed", Title: "Hacen falta", Number: true},
		{Key: "exact", Title: "Exacto", Number: true},
		{Key: "cost", Title: "Costo admisible", Number: true},
		{Key: "rate", Title: "Tasa", Number: true},
		{Key: "day", Title: "Día", Extra: 1},
		{Key: "source", Title: "Fuente", Extra: 2},
	}
	table := report.Table{Columns: columns, Rows: rows}
	titled := report.Table{Title: "Para cuándo", Columns: columns[:3], Rows: [][]report.Cell{rows[0][:3]}}
	return &report.Document{
		Language: l, Currency: "USD", MinorUnits: 2,
		Title:   "Plan " + hostile,
		Summary: "US$ 40.000 deben traer US$ 100.000 de utilidad bruta: 2,50 por cada 1; para eso hay que ganar 10 clientes.",
		Blocks: []report.Block{
			table,
			titled,
			report.Lines{Lines: []string{"Probabilidad de alcanzar la meta justo con los números que hacen falta, que son promedios: 55 %.", hostile}},
			report.Lines{Lines: []string{"un/nombre de archivo que es muy largo/y no se corta en ninguna parte/plan.yaml:1:9: error"}, Whole: true},
			report.Steps{Title: "De dónde salen", Steps: []report.WorkingStep{
				{What: "MQL", Formula: "SQL / tasa", Numbers: "126 / 30 % = 420 → 420"},
				{What: hostile, Formula: "a*b", Numbers: "2*3 = 6"},
			}},
			report.Notes{Title: "Notas", Notes: []report.Note{
				{Mark: 1, Text: "hay que atender 63, y 1 persona puede atender 52; se necesitan 2 personas, o 53 días hábiles."},
				{Mark: 12, Text: "la duodécima."},
				{Text: hostile},
			}},
		},
		Main: func() report.Table { return table },
		Data: func() any {
			return map[string]any{"schema": "embudo/test/v1", "text": hostile, "list": []string{}, "none": nil}
		},
	}
}

// blank is a document of a table without rows, as of a plan in which there is
// nothing to show.
func blank() *report.Document {
	table := report.Table{Columns: []report.Column{{Key: "stage", Title: "Stage"}, {Key: "needed", Title: "Needed", Number: true}}}
	return &report.Document{
		Language: i18n.English(),
		Blocks:   []report.Block{table},
		Main:     func() report.Table { return table },
		Data:     func() any { return struct{}{} },
	}
}

func draw(t *testing.T, format string, d *report.Document, page Page) string {
	t.Helper()
	render, ok := For(format)
	if !ok {
		t.Fatalf("there is no format %s", format)
	}
	var drawn bytes.Buffer
	if err := render(&drawn, d, page); err != nil {
		t.Fatal(err)
	}
	return drawn.String()
}

// TestGolden holds every format against what it drew before. EMBUDO_UPDATE=1
// writes what it draws now.
func TestGolden(t *testing.T) {
	for _, test := range []struct {
		file, format string
		document     *report.Document
		page         Page
	}{
		{"table.txt", "table", everything(), Page{Width: 80}},
		{"table.narrow.txt", "table", everything(), Page{Width: 40}},
		{"table.wide.txt", "table", everything(), Page{Width: 250}},
		{"table.color.txt", "table", everything(), Page{Width: 80, Color: true}},
		{"everything.md", "markdown", everything(), Page{Width: 80, Color: true}},
		{"everything.csv", "csv", everything(), Page{Width: 80, Color: true}},
		{"everything.json", "json", everything(), Page{Width: 80, Color: true}},
		{"blank.txt", "table", blank(), Page{Width: 80}},
		{"blank.md", "markdown", blank(), Page{Width: 80}},
		{"blank.csv", "csv", blank(), Page{Width: 80}},
	} {
		t.Run(test.file, func(t *testing.T) {
			got := draw(t, test.format, test.document, test.page)
			golden := filepath.Join("testdata", test.file)
			if os.Getenv("EMBUDO_UPDATE") != "" {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("it draws\n%s\nand not\n%s", got, want)
			}
		})
	}
}
