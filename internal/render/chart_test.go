package render

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"embudo/internal/report"
)

// charts are the pictures of a document as a terminal shows them.
func charts(t *testing.T, d *report.Document, page Page) string {
	t.Helper()
	page.Charts = true
	return draw(t, "table", d, page)
}

func TestCharts(t *testing.T) {
	for name, page := range map[string]Page{
		"charts.txt":       {Width: 80},
		"charts.wide.txt":  {Width: 160},
		"charts.ascii.txt": {Width: 80, ASCII: true},
	} {
		got, golden := charts(t, pictures(), page), filepath.Join("testdata", name)
		if os.Getenv("EMBUDO_UPDATE") != "" {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil || got != string(want) {
			t.Errorf("%s: %v: it draws\n%s", name, err, got)
		}
	}
}

// Pictures are left out unless they are asked for, and from what is no table.
func TestChartsAreAskedFor(t *testing.T) {
	if got := draw(t, "table", pictures(), Page{Width: 80}); strings.Contains(got, "Funnel") || strings.Contains(got, "█") {
		t.Errorf("it draws\n%s", got)
	}
	if got := charts(t, pictures(), Page{Width: 80, ASCII: true}); strings.ContainsAny(got, "█░▒│▼·┄▁") {
		t.Errorf("no letters in\n%s", got)
	}
}

// Whatever the numbers, names and width, a picture does not leave its page.
func TestChartsFit(t *testing.T) {
	huge, none, zero, one, tiny := math.MaxFloat64, (*float64)(nil), 0.0, 1.0, 1e-300
	infinite := math.Inf(1)
	long := strings.Repeat("a stage with a name without end ", 8)
	row := func(values ...*float64) report.BarRow {
		return report.BarRow{Label: long, Values: values, Shown: make([]string, len(values))}
	}
	extremes := map[string]report.Picture{
		"nothing":      report.Bars{Series: []string{"Needed"}},
		"one":          report.Bars{Series: []string{"Needed"}, Rows: []report.BarRow{row(&one)}},
		"zeros":        report.Bars{Series: []string{"a", "b"}, Rows: []report.BarRow{row(&zero, none)}},
		"huge":         report.Bars{Series: []string{"a", "b"}, Rows: []report.BarRow{row(&huge, &tiny), row(&zero, &one)}},
		"infinite":     report.Bars{Series: []string{"a", "b"}, Rows: []report.BarRow{row(&infinite, &infinite), row(&infinite, &one)}},
		"no change":    report.Waterfall{From: report.Level{Label: "a", Shown: "0"}, To: report.Level{Label: "b", Shown: "0"}},
		"below 0":      report.Waterfall{From: report.Level{Value: 3}, Changes: []report.Level{{Value: -8}, {Value: 5}}, To: report.Level{Value: 0}},
		"flat tornado": report.Tornado{Base: 1, Rows: []report.Swing{{Label: long, Low: 1, High: 1}}},
		"one-sided":    report.Tornado{Base: 1, BaseShown: "1", Rows: []report.Swing{{Label: "x", Low: 2, High: 3}, {Label: "y", Low: 3, High: 2}}},
		"both sides":   report.Tornado{Base: 1, BaseShown: "1", Rows: []report.Swing{{Label: "x", Low: -2, High: 1000, LowShown: "-2", HighShown: "1,000"}}},
		"no days":      report.Curves{Panels: []report.Panel{{Planned: line(0, 0, 0, 5), Actual: line(0, 3)}}},
		"early":        report.Curves{Days: report.Axis{Start: 10, End: 20}, Panels: []report.Panel{{Label: long, Shown: long, Planned: line(0, 0, 30, 5)}}},
		"centuries":    report.Curves{Days: report.Axis{End: 99999}, Panels: []report.Panel{{Planned: line(0, 0, 99999, 5)}}},
		"no outlook":   report.Fan{Days: report.Axis{End: 9}, Ahead: func() []report.Outlook { return nil }},
		"all alike": report.Fan{
			Days: report.Axis{End: 9, Today: 4, TodayShown: "now"}, Low: "l", Middle: "m", High: "h", TargetShown: "t", Past: line(0, 0, 4, 0),
			Ahead: func() []report.Outlook { return []report.Outlook{{Day: 4}, {Day: 9}} },
		},
	}
	for name, picture := range extremes {
		for _, columns := range []int{40, 80, 160} {
			for _, ascii := range []bool{false, true} {
				d := blank()
				d.Blocks = []report.Block{report.Chart{Title: name, Alt: name, Picture: picture}}
				for _, l := range strings.Split(charts(t, d, Page{Width: columns, ASCII: ascii}), "\n") {
					if width(l) > columns {
						t.Errorf("%s: %d of %d columns: %s", name, width(l), columns, l)
					}
				}
			}
		}
	}
}

// Bars are to scale; one that is hardly anything is seen, and that is said.
func TestBarsAreToScale(t *testing.T) {
	half, all, least := 500000.0, 1000000.0, 3.0
	bars := func(last *float64) string {
		d := blank()
		d.Blocks = []report.Block{report.Chart{Picture: report.Bars{Series: []string{"Needed"}, Rows: []report.BarRow{
			{Label: "a", Values: []*float64{&all}, Shown: []string{"1,000,000"}},
			{Label: "b", Values: []*float64{&half}, Shown: []string{"500,000"}},
			{Label: "c", Values: []*float64{last}, Shown: []string{"last"}},
		}}}}
		return charts(t, d, Page{Width: 80})
	}
	got := bars(&least)
	lines := strings.Split(got, "\n")
	var lengths []int
	for _, l := range lines {
		lengths = append(lengths, strings.Count(l, "█"))
	}
	if full := max(lengths[0], lengths[1], lengths[2], lengths[3]); !strings.Contains(got, "▏ last") || full%2 == 0 && !strings.Contains(got, strings.Repeat("█", full/2)+" 500,000") {
		t.Errorf("it draws\n%s", got)
	}
	if thin := string(blank().Language.Pictures.Thin); !strings.Contains(got, thin) || strings.Contains(bars(&half), thin) {
		t.Errorf("it draws\n%s", got)
	}
}
