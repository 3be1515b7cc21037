package render

import (
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"embudo/internal/i18n"
	"embudo/internal/report"
)

// stages is a table as reports have them: names, words, numbers, money.
func stages(names ...string) report.Table {
	t := report.Table{Columns: []report.Column{
		{Title: "Stage"},
		{Title: "Owner", Spare: 3},
		{Title: "System", Spare: 4},
		{Title: "Rate", Number: true},
		{Title: "With follow-up", Number: true, Extra: 2},
		{Title: "Needed", Number: true},
		{Title: "Exact", Number: true, Spare: 2},
		{Title: "80% sure", Number: true},
		{Title: "90% sure", Number: true, Spare: 1},
		{Title: "Allowable cost", Number: true},
		{Title: "Source", Extra: 3},
	}}
	for _, name := range names {
		number := func(n int64) report.Cell { return report.Cell{Value: report.Count{Int: big.NewInt(n)}} }
		t.Rows = append(t.Rows, []report.Cell{
			{Value: report.Text(name)},
			{Value: report.Text("marketing")},
			{Value: report.Text("prospecting")},
			number(30), number(40), number(447), number(44444), number(555), number(629), number(123456),
			{Value: report.Text("CRM export, third quarter of 2026")},
		})
	}
	return t
}

func laidOut(t report.Table, limit int) grid {
	return layOut(&report.Document{Language: i18n.English()}, t, limit)
}

func headings(g grid) string {
	var all []string
	for _, c := range g.columns {
		all = append(all, c.title)
	}
	return strings.Join(all, ", ")
}

// Whatever the names are, from 50 columns on a table fits, and nothing of a name
// is lost.
func TestEveryTableFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		letters := rapid.StringMatching(`[a-zé客_-]{1,60}( [a-z]{1,30}){0,4}`)
		names := rapid.SliceOfN(letters, 1, 4).Draw(t, "names")
		limit := rapid.IntRange(50, 250).Draw(t, "width")
		g := laidOut(stages(names...), limit)
		if g.width() > limit {
			t.Errorf("%d columns wide, not %d: %s", g.width(), limit, headings(g))
		}
		for i, row := range g.rows {
			for j, cell := range row {
				for _, line := range cell.lines {
					if width(line) > g.columns[j].width {
						t.Errorf("%q is wider than its %d columns", line, g.columns[j].width)
					}
				}
			}
			if got := strings.Join(row[0].lines, ""); strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(names[i], " ", "") {
				t.Errorf("%q became %q", names[i], row[0].lines)
			}
		}
	})
}

func TestWhatIsLeftOut(t *testing.T) {
	const short, long = "Qualified meeting", "Donaudampfschifffahrtsgesellschaftskapitän"
	for _, c := range []struct {
		name    string
		limit   int
		columns string
	}{
		{short, 150, "Stage, Owner, System, Rate, With follow-up, Needed, Exact, 80% sure, 90% sure, Allowable cost, Source"},
		{short, 110, "Stage, Owner, System, Rate, With follow-up, Needed, Exact, 80% sure, 90% sure, Allowable cost"},
		{short, 84, "Stage, Owner, System, Rate, Needed, Exact, 80% sure, 90% sure, Allowable cost"},
		{short, 70, "Stage, Owner, Rate, Needed, Exact, 80% sure, 90% sure, Allowable cost"},
		{short, 60, "Stage, Rate, Needed, Exact, 80% sure, 90% sure, Allowable cost"},
		{short, 50, "Stage, Rate, Needed, 80% sure, 90% sure, Allowable cost"},
		{long, 150, "Stage, Owner, System, Rate, With follow-up, Needed, Exact, 80% sure, 90% sure, Allowable cost, Source"},
		{long, 90, "Stage, Owner, System, Rate, Needed, Exact, 80% sure, 90% sure, Allowable cost"},
	} {
		g := laidOut(stages(c.name), c.limit)
		if headings(g) != c.columns {
			t.Errorf("%s in %d columns: %s; want %s", c.name, c.limit, headings(g), c.columns)
		}
		if all := len(g.columns) + len(g.leftOut()); all != len(g.table.Columns) {
			t.Errorf("%d columns are shown or left out, of %d", all, len(g.table.Columns))
		}
	}
}

// Headings are broken for want of width alone, the highest straightened first.
func TestHeadings(t *testing.T) {
	for limit, want := range map[int]string{
		150: "Stage|Owner|System|Rate|With follow-up|Needed|Exact|80% sure|90% sure|Allowable cost|Source",
		87:  "Stage|Owner|System|Rate|Needed|Exact|80%\nsure|90%\nsure|Allowable\ncost",
		95:  "Stage|Owner|System|Rate|Needed|Exact|80% sure|90% sure|Allowable\ncost",
	} {
		g := laidOut(stages("Qualified meeting"), limit)
		if got := strings.Join(titlesOf(g), "|"); got != want {
			t.Errorf("%d columns: %q, want %q", limit, got, want)
		}
	}
}

func TestBreakInto(t *testing.T) {
	for _, c := range []struct {
		text  string
		limit int
		want  string
	}{
		{"Qualified meeting", 20, "Qualified meeting"},
		{"Qualified meeting", 10, "Qualified|meeting"},
		{"abcdefghij", 4, "abcd|efgh|ij"},
		{"first_second_third", 8, "first_|second_|third"},
		{"a-bcdefghij", 6, "a-bcde|fghij"}, // a joint at the very beginning leaves too little
		{"客户客户", 4, "客户|客户"},
		{"客户", 1, "客|户"},
		{"", 5, ""},
	} {
		if got := strings.Join(breakInto(c.text, c.limit), "|"); got != c.want {
			t.Errorf("%q in %d: %q, want %q", c.text, c.limit, got, c.want)
		}
	}
}

func TestProse(t *testing.T) {
	const text = `One sentence that is
broken anywhere.

  key    what it means, at some length
  other  little

  code: {stays: as, it: is, however: long, it: may, be: there}`
	want := `One sentence that is broken
anywhere.

  key    what it means, at
         some length
  other  little

  code: {stays: as, it: is, however: long, it: may, be: there}`
	if got := Prose(text, 27); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestPairs(t *testing.T) {
	got := Pairs([][2]string{{"-o", "the format of the result"}, {"--a-name-that-is-long", "what it is"}}, 26)
	want := `-o             the format
               of the
               result
--a-name-that-is-long
               what it is`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestCommandLines(t *testing.T) {
	got := CommandLines("embudo plan plan.yaml --set budget=30000 --set name=x -o csv\nembudo init", 40)
	want := "embudo plan plan.yaml \\\n    --set budget=30000 --set name=x \\\n    -o csv\nembudo init"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// titlesOf are the headings of a grid, without the space in front of them.
func titlesOf(g grid) []string {
	var titles []string
	for _, lines := range g.headings() {
		for i := range lines {
			lines[i] = strings.TrimLeft(lines[i], " ")
		}
		titles = append(titles, strings.Join(lines, "\n"))
	}
	return titles
}
