package render

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/fatih/color"
	"github.com/olekukonko/ll"
	"github.com/olekukonko/tablewriter/pkg/twwidth"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"

	"embudo/internal/report"
)

// Table draws a document as plain text for a terminal.
func Table(w io.Writer, d *report.Document, page Page) error {
	twwidth.SetEastAsian(false) // else what is wide would depend on the locale
	t := terminal{document: d, page: page}
	if d.Title != "" {
		t.add(strings.TrimSuffix(t.heading(d.Title), "\n"))
	}
	if d.Summary != "" {
		t.add(t.summary(d.Summary, d.Tone))
	}
	blocks := drawable(d, page)
	footnotes := footnotesOf(blocks)
	for i, block := range blocks {
		switch b := block.(type) {
		case report.Table:
			if err := t.table(b); err != nil {
				return err
			}
		case report.Section:
			t.section(b)
		case report.Lines:
			t.lines(b)
		case report.Steps:
			t.steps(b)
		case report.Chart:
			t.chart(b)
		case report.Notes:
			if left := t.whatIsLeftOut(); left != "" && i == footnotes {
				b.Notes = append(slices.Clone(b.Notes), report.Note{Text: left})
			}
			t.notes(b)
			continue
		case report.Signatures:
			t.signatures(b)
		}
		if left := t.whatIsLeftOut(); left != "" && i == footnotes {
			t.add(paragraph(left, page.Width, ""))
		}
	}
	_, err := io.WriteString(w, strings.Join(t.parts, "\n\n")+"\n")
	return err
}

// drawable are the blocks of a document that a page shows.
func drawable(d *report.Document, page Page) []report.Block {
	return slices.DeleteFunc(slices.Clone(d.Blocks), func(b report.Block) bool {
		_, chart := b.(report.Chart)
		return chart && !page.Charts
	})
}

// terminal collects the parts of a document, which are set apart by an empty
// line.
type terminal struct {
	document *report.Document
	page     Page
	parts    []string
	leftOut  []string // titles of columns, each once
}

// whatIsLeftOut names the columns that there was no room for.
func (t *terminal) whatIsLeftOut() string {
	if len(t.leftOut) == 0 {
		return ""
	}
	return t.document.Language.Words.LeftOut.Fill("columns", strings.Join(t.leftOut, ", "))
}

// footnotesOf is the block that what is left out is said in, or below: the notes
// behind the last table, or else the sentences that follow it.
func footnotesOf(blocks []report.Block) int {
	place := -1
	for i, block := range blocks {
		switch block.(type) {
		case report.Table:
			place = i
		case report.Lines:
			if follows(blocks, place, i) {
				place = i
			}
		case report.Notes:
			if place >= 0 {
				place = i
			}
		}
	}
	return place
}

// follows reports whether nothing but pictures stands between two blocks.
func follows(blocks []report.Block, before, after int) bool {
	return before >= 0 && !slices.ContainsFunc(blocks[before+1:after], func(b report.Block) bool {
		_, chart := b.(report.Chart)
		return !chart
	})
}

func (t *terminal) add(part string) { t.parts = append(t.parts, part) }

func (t *terminal) heading(title string) string {
	lines := wrap(Clean(title), t.page.Width)
	for i := range lines {
		lines[i] = t.paint(color.Bold, lines[i])
	}
	return strings.Join(lines, "\n") + "\n"
}

// summary is the answer, the first word of which may be coloured.
func (t *terminal) summary(answer string, tone report.Tone) string {
	text := paragraph(Clean(answer), t.page.Width, "")
	verdict, rest, found := strings.Cut(text, ":")
	if !found || strings.Contains(verdict, "\n") {
		return text
	}
	return t.tone(tone, verdict+":") + rest
}

// section is a heading between two rules, and its answer.
func (t *terminal) section(s report.Section) {
	rule := strings.Repeat("━", min(t.page.Width, sectionRule))
	t.add(rule + "\n" + t.heading(s.Title) + rule)
	if s.Summary != "" {
		t.add(t.summary(s.Summary, s.Tone))
	}
}

// sectionRule is how long the rules of a section's heading are, where there is room.
const sectionRule = 60

// tone paints what has a meaning to the reader.
func (t *terminal) tone(tone report.Tone, s string) string {
	switch tone {
	case report.Good:
		return t.paint(color.FgGreen, s)
	case report.Caution:
		return t.paint(color.FgYellow, s)
	case report.Bad:
		return t.paint(color.FgRed, s)
	case report.Plain:
	}
	return s
}

// lines are kept whole where they are places in files, which other programs
// read by line; sentences are wrapped.
func (t *terminal) lines(b report.Lines) {
	lines := make([]string, len(b.Lines))
	for i, line := range b.Lines {
		lines[i] = Clean(line)
		if !b.Whole {
			lines[i] = paragraph(lines[i], t.page.Width, "")
		}
	}
	title := ""
	if b.Title != "" {
		title = t.heading(b.Title)
	}
	t.add(title + strings.Join(lines, "\n"))
}

func (t *terminal) steps(b report.Steps) {
	var lines []string
	for _, step := range b.Steps {
		lines = append(lines,
			paragraph(Clean(step.What+" = "+step.Formula), t.page.Width, "    "),
			"  "+paragraph(Clean(step.Numbers), t.page.Width-2, "    "))
	}
	title := ""
	if b.Title != "" {
		title = t.heading(b.Title)
	}
	t.add(title + strings.Join(lines, "\n"))
}

func (t *terminal) notes(b report.Notes) {
	lines := make([]string, len(b.Notes))
	for i, note := range b.Notes {
		mark := "!"
		if note.Mark > 0 {
			mark = strconv.Itoa(note.Mark)
		}
		indent := strings.Repeat(" ", max(0, 2-len(mark)))
		lines[i] = t.paint(color.FgYellow, indent+mark) + " " + paragraph(Clean(note.Text), t.page.Width, "   ")
	}
	t.add(t.heading(b.Title) + strings.Join(lines, "\n"))
}

// Room for a hand, in characters.
const (
	signatureWidth = 30
	dayWidth       = 12
)

// signatures leaves an empty line above each, for the hand to have room.
func (t *terminal) signatures(b report.Signatures) {
	who := make([]string, len(b.Lines))
	widest := 0
	for i, s := range b.Lines {
		who[i] = Clean(s.For)
		if s.Name != "" {
			who[i] += ", " + Clean(s.Name)
		}
		widest = max(widest, width(who[i]))
	}
	rest := "  " + strings.Repeat("_", signatureWidth) + "  " + Clean(b.Day) + " " + strings.Repeat("_", dayWidth)
	for i := range who {
		if widest+width(rest) > t.page.Width {
			who[i] += "\n" + strings.TrimPrefix(rest, "  ")
			continue
		}
		who[i] += strings.Repeat(" ", widest-width(who[i])) + rest
	}
	t.add(t.heading(b.Title) + "\n" + strings.Join(who, "\n\n"))
}

// table draws a table, in several parts where it is too wide and can be cut.
func (t *terminal) table(b report.Table) error {
	b.Rows = slices.Collect(b.All())
	for _, part := range cut(t.document, b, t.page.Width) {
		if err := t.part(part); err != nil {
			return err
		}
	}
	return nil
}

// part draws rows without borders, a rule under the headings. The grid has settled
// how wide columns are and where lines end, so that what is left is done by
// tablewriter's renderer alone.
func (t *terminal) part(b report.Table) error {
	grid := layOut(t.document, b, t.page.Width)
	for _, title := range grid.leftOut() {
		if !b.Short && !slices.Contains(t.leftOut, title) {
			t.leftOut = append(t.leftOut, title)
		}
	}
	var drawn strings.Builder
	plain := renderer.NewBlueprint(plainRendition())
	plain.Logger(ll.New("").Suspend()) // its own puts together what it does not log
	if err := plain.Start(&drawn); err != nil {
		return err
	}
	for _, line := range linesOf(grid.headings()) {
		plain.Header(nil, grid.formatting(tw.Header, line))
	}
	if len(grid.rows) > 0 {
		plain.Line(grid.formatting(tw.Header, nil))
	}
	for _, row := range grid.rows {
		for _, line := range linesOf(t.row(grid, row)) {
			plain.Row(nil, grid.formatting(tw.Row, line))
		}
	}
	if err := plain.Close(); err != nil {
		return err
	}
	title := ""
	if b.Title != "" {
		title = t.heading(b.Title)
	}
	t.add(title + trimLines(drawn.String()))
	return nil
}

// linesOf turns cells of several lines into lines of several cells.
func linesOf(cells [][]string) [][]string {
	most := 0
	for _, cell := range cells {
		most = max(most, len(cell))
	}
	lines := make([][]string, most)
	for i := range lines {
		lines[i] = make([]string, len(cells))
		for j, cell := range cells {
			if i < len(cell) {
				lines[i][j] = cell[i]
			}
		}
	}
	return lines
}

// gap is what stands between two columns.
const gap = "  "

func plainRendition() tw.Rendition {
	return tw.Rendition{
		Borders: tw.BorderNone,
		Symbols: tw.NewSymbolCustom("rule").WithRow("─").WithCenter("─").WithColumn(""),
		Settings: tw.Settings{
			Separators: tw.Separators{BetweenColumns: tw.Off, BetweenRows: tw.Off, ShowHeader: tw.On},
			Lines:      tw.Lines{ShowHeaderLine: tw.On, ShowTop: tw.Off, ShowBottom: tw.Off, ShowFooterLine: tw.Off},
		},
	}
}

// row paints each line of each cell by itself, so that colour ends with it.
func (t *terminal) row(g grid, cells []gridCell) [][]string {
	painted := make([][]string, len(cells))
	for i, cell := range cells {
		painted[i] = make([]string, len(cell.lines))
		for j, line := range cell.lines {
			painted[i][j] = g.columns[i].before(line) + t.tone(cell.tone, line)
		}
	}
	return painted
}

func (t *terminal) paint(attribute color.Attribute, s string) string {
	if !t.page.Color || s == "" {
		return s
	}
	c := color.New(attribute)
	c.EnableColor()
	return c.Sprint(s)
}

// trimLines takes off the spaces that end lines, which a terminal does not show
// and a file does not need.
func trimLines(s string) string {
	lines := strings.Split(strings.TrimRight(s, "\n"), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}
