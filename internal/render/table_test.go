package render

import (
	"strings"
	"testing"

	"embudo/internal/i18n"
	"embudo/internal/report"
)

// Each tone has its colour, and none where colour is off.
func TestTones(t *testing.T) {
	for tone, want := range map[report.Tone]string{
		report.Plain:   "word",
		report.Good:    "\x1b[32mword\x1b[0m",
		report.Caution: "\x1b[33mword\x1b[0m",
		report.Bad:     "\x1b[31mword\x1b[0m",
	} {
		table := report.Table{
			Columns: []report.Column{{Title: "Status"}},
			Rows:    [][]report.Cell{{{Value: report.Text("word"), Tone: tone}}},
		}
		d := &report.Document{Language: i18n.English(), Blocks: []report.Block{table}}
		lines := strings.Split(draw(t, "table", d, Page{Width: 80, Color: true}), "\n")
		if got := lines[2]; got != want {
			t.Errorf("tone %d is drawn %q, want %q", tone, got, want)
		}
		if got := draw(t, "table", d, Page{Width: 80}); strings.Contains(got, "\x1b") {
			t.Errorf("tone %d is drawn in colour where there is none: %q", tone, got)
		}
	}
}

// titles are the headings that are left on a page of a width.
func titles(t *testing.T, width int) string {
	t.Helper()
	number := func(s string) report.Cell { return report.Cell{Value: report.Text(s)} }
	table := report.Table{
		Columns: []report.Column{
			{Title: "Stage"},
			{Title: "Owner", Spare: 1},
			{Title: "Needed", Number: true},
			{Title: "Spared", Spare: 1},
			{Title: "Cost", Number: true, Extra: 1},
			{Title: "Source", Extra: 2},
		},
		Rows: [][]report.Cell{{
			number("qualified meeting"), number("marketing"), number("1,234,567"), number("conversion"),
			number("$1,234.50"), number("CRM export, 2026-Q3"),
		}},
	}
	d := &report.Document{Language: i18n.English(), Blocks: []report.Block{table}}
	first, _, _ := strings.Cut(draw(t, "table", d, Page{Width: width}), "\n")
	return strings.Join(strings.Fields(first), " ")
}

// Columns go in this order: the highest extra one, the next, and where even
// broken texts do not fit the spare ones, the last first. The others stay.
func TestColumnsThatGo(t *testing.T) {
	for _, test := range []struct {
		width int
		want  string
	}{
		{200, "Stage Owner Needed Spared Cost Source"},
		{80, "Stage Owner Needed Spared Cost"},
		{55, "Stage Owner Needed Spared"},
		{45, "Stage Owner Needed Spared"}, // the stage is broken into two lines
		{35, "Stage Owner Needed"},
		{25, "Stage Needed"},
		{5, "Stage Needed"},
	} {
		if got := titles(t, test.width); got != test.want {
			t.Errorf("in %d columns: %s, want %s", test.width, got, test.want)
		}
	}
}
