package render

import (
	"strings"
	"testing"

	"embudo/internal/report"
)

// parted is a document of two sections, each with a note of the same mark.
func parted() *report.Document {
	d := blank()
	d.Title, d.Summary, d.Tone = "Whole", "Behind: by 3.", report.Bad
	part := func(key, title string) []report.Block {
		return []report.Block{
			report.Section{Key: key, Title: title, Summary: "Good: <enough>.", Tone: report.Good},
			report.Table{Title: "Table", Columns: []report.Column{{Title: "Stage"}, {Title: "Needed"}}, Rows: [][]report.Cell{{{Value: report.Text("MQL"), Marks: []int{1}}, {}}}},
			report.Notes{Title: "Notes", Notes: []report.Note{{Mark: 1, Text: "of " + title}}},
		}
	}
	d.Blocks = append(part("one", "One"), part("two", "Two")...)
	return d
}

func TestSections(t *testing.T) {
	for format, want := range map[string]string{
		"table": `Whole

Behind: by 3.

━━━━━━━━━━━━━━━━━━━━
One
━━━━━━━━━━━━━━━━━━━━

Good: <enough>.

Table
Stage  Needed
─────────────
MQL ¹  –

Notes
 1 of One
`,
		"markdown": `# Whole

Behind: by 3.

## One

Good: &lt;enough&gt;.

### Table

`,
		"html": `<section id="one" aria-labelledby="one-title">
<h2 id="one-title" dir="auto">One</h2>
<p class="summary good"><strong>Good:</strong> &lt;enough&gt;.</p>
`,
	} {
		if drawn := draw(t, format, parted(), Page{Width: 20}); !strings.Contains(drawn, want) {
			t.Errorf("%s: there is no\n%s\nin\n%s", format, want, drawn)
		}
	}
}

// A page lists its sections, and a mark leads to the note of its own section.
func TestSectionsAreFound(t *testing.T) {
	page := draw(t, "html", parted(), Page{})
	for _, want := range []string{
		`<li><a href="#one">One</a></li>` + "\n" + `<li><a href="#two">Two</a></li>`,
		`<a href="#note-2-1">1</a>`, `<a href="#note-3-1">1</a>`,
		`<li id="note-2-1"><span class="mark">1</span><span>of One</span></li>`,
		`<li id="note-3-1"><span class="mark">1</span><span>of Two</span></li>`,
	} {
		if strings.Count(page, want) != 1 {
			t.Errorf("%s is there %d times, in\n%s", want, strings.Count(page, want), page)
		}
	}
	if strings.Contains(draw(t, "html", everything(), Page{}), "<nav") {
		t.Error("a page without sections has a list of them")
	}
}
