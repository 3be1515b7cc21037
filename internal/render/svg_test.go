package render

import (
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"embudo/funnel"
	"embudo/internal/report"
)

// line are numbers by day: day, number, day, number, …
func line(daysAndNumbers ...float64) []report.At {
	var list []report.At
	for i := 0; i < len(daysAndNumbers); i += 2 {
		list = append(list, report.At{Day: funnel.Date(daysAndNumbers[i]), Value: daysAndNumbers[i+1]})
	}
	return list
}

// pictures is a document with one of each picture.
func pictures() *report.Document {
	number := func(x float64) *float64 { return &x }
	axis := report.Axis{
		Start: 0, End: 90, Today: 45,
		StartShown: "1 Jan", EndShown: "31 Mar", TodayShown: "15 Feb",
	}
	d := blank()
	d.Blocks = []report.Block{
		report.Chart{Title: "Funnel", Alt: "Needed and actual.", Picture: report.Bars{
			Series: []string{"Needed", "Actual"},
			Rows: []report.BarRow{
				{Label: "MQL", Values: []*float64{number(447), number(300)}, Shown: []string{"447", "300"}},
				{Label: "A stage with a name that is far too long for one line of a phone", Values: []*float64{number(134), nil}, Shown: []string{"134", "–"}},
				{Label: "Client", Values: []*float64{number(10), number(0)}, Shown: []string{"10", "0"}},
			},
		}},
		report.Chart{Title: "Leaks", Alt: "From 67 to 45.", Picture: report.Waterfall{
			From:    report.Level{Label: "due", Value: 67, Shown: "67"},
			Changes: []report.Level{{Label: "volume", Value: 10, Shown: "+10"}, {Label: "rate", Value: -32, Shown: "−32"}},
			To:      report.Level{Label: "actual", Value: 45, Shown: "45"},
		}},
		report.Chart{Title: "Pace", Alt: "By stage.", Picture: report.Curves{
			Days: axis, Planned: "Due", Actual: "Actual",
			Panels: []report.Panel{
				{Label: "MQL", Shown: "30 of 40", Planned: line(0, 0, 30, 40, 60, 80, 90, 80), Actual: line(0, 0, 45, 30)},
				{Label: "Client", Shown: "no data", Planned: line(0, 0, 90, 0)},
			},
		}},
		report.Chart{Title: "Fan", Alt: "Between 5 and 9.", Picture: report.Fan{
			Days: axis, Past: line(0, 0, 45, 3),
			Ahead: func() []report.Outlook {
				return []report.Outlook{{Day: 45, Low: 3, Middle: 3, High: 3}, {Day: 90, Low: 5, Middle: 7, High: 9}}
			},
			Target: 8, TargetShown: "target 8", Low: "5", Middle: "7", High: "9",
			SoFar: "So far", Expected: "likely", Band: "8 in 10",
		}},
		report.Chart{Title: "Levers", Alt: "The rate weighs most.", Picture: report.Tornado{
			Base: 10, BaseShown: "10", Low: "10% less", High: "10% more",
			Rows: []report.Swing{{Label: "rate", Low: 8, High: 12.5, LowShown: "8", HighShown: "12.5"}, {Label: "cost", Low: 11, High: 9, LowShown: "11", HighShown: "9"}},
		}},
	}
	return d
}

// figuresOf a page.
func figuresOf(t *testing.T, d *report.Document) string {
	t.Helper()
	return strings.Join(regexp.MustCompile(`(?s)<figure>.*?</figure>\n`).FindAllString(draw(t, "html", d, Page{}), -1), "")
}

func TestPictures(t *testing.T) {
	got, golden := figuresOf(t, pictures()), filepath.Join("testdata", "pictures.html")
	if os.Getenv("EMBUDO_UPDATE") != "" {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil || got != string(want) {
		t.Errorf("%v: it draws\n%s", err, got)
	}
}

// Who does not see a picture is told what it is and what it shows.
func TestPicturesHaveWords(t *testing.T) {
	page := figuresOf(t, pictures())
	drawings := regexp.MustCompile(`<svg role="img" aria-labelledby="(\S+)-title (\S+)-text" width="100%" height="\d+">\n<title id="(\S+)-title">([^<]+)</title>\n<desc id="(\S+)-text">([^<]+)</desc>`).FindAllStringSubmatch(page, -1)
	if len(drawings) != 6 || strings.Count(page, `role="img"`) != 6 {
		t.Fatalf("%d of %d pictures have words:\n%s", len(drawings), strings.Count(page, `role="img"`), page)
	}
	for _, m := range drawings {
		if m[1] != m[2] || m[1] != m[3] || m[1] != m[5] {
			t.Errorf("%s is called by another name", m[0])
		}
	}
}

// Whatever the numbers, no shape leaves its picture and nothing is no number.
func TestPicturesStayInside(t *testing.T) {
	huge, none, zero := math.MaxFloat64/1e10, (*float64)(nil), 0.0
	extremes := map[string]report.Picture{
		"nothing":      report.Bars{Series: []string{"Needed"}},
		"zeros":        report.Bars{Series: []string{"a", "b"}, Rows: []report.BarRow{{Label: "x", Values: []*float64{&zero, none}, Shown: []string{"0", "–"}}}},
		"huge":         report.Bars{Series: []string{"a", "b"}, Rows: []report.BarRow{{Label: "x", Values: []*float64{&huge, &zero}, Shown: []string{"∞", "0"}}}},
		"no change":    report.Waterfall{From: report.Level{Label: "a", Shown: "0"}, To: report.Level{Label: "b", Shown: "0"}},
		"below 0":      report.Waterfall{From: report.Level{Value: 3}, Changes: []report.Level{{Value: -8}, {Value: 5}}, To: report.Level{Value: 0}},
		"flat tornado": report.Tornado{Base: 1, Rows: []report.Swing{{Label: "x", Low: 1, High: 1}}},
		"one-sided":    report.Tornado{Base: 1, Rows: []report.Swing{{Label: "x", Low: 2, High: 3}}},
		"one day":      report.Curves{Panels: []report.Panel{{Planned: line(0, 0, 0, 5), Actual: line(0, 3)}}},
		"early":        report.Curves{Days: report.Axis{Start: 10, End: 20}, Panels: []report.Panel{{Planned: line(0, 0, 30, 5)}}},
		"no outlook":   report.Fan{Days: report.Axis{End: 9}, Ahead: func() []report.Outlook { return nil }},
	}
	number := regexp.MustCompile(` (x|y|width|height|x1|y1|x2|y2)="(-?[0-9.]+)%?"`)
	for name, picture := range extremes {
		d := blank()
		d.Blocks = []report.Block{report.Chart{Title: name, Alt: name, Picture: picture}}
		page := figuresOf(t, d)
		if strings.Contains(page, "NaN") || strings.Contains(page, "Inf") || strings.Contains(page, "e+") {
			t.Errorf("%s: no number in\n%s", name, page)
		}
		for _, m := range number.FindAllStringSubmatch(page, -1) {
			if x, err := strconv.ParseFloat(m[2], 64); err != nil || x < 0 || strings.HasSuffix(m[0], `%"`) && x > 100 {
				t.Errorf("%s: %s is outside, in\n%s", name, m[0], page)
			}
		}
	}
}

// A line of thousands of days takes as many points as it has bends.
func TestStraightLinesAreShort(t *testing.T) {
	var list []report.At
	for day := range funnel.Date(3000) {
		list = append(list, report.At{Day: day, Value: float64(max(0, day-1000))})
	}
	p := plotting{report.Axis{End: 2999}, 2000}
	if got := p.points(list); len(got) > 4 {
		t.Errorf("%d points: %v", len(got), got)
	}
}
