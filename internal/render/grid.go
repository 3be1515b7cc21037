package render

import (
	"slices"
	"strings"

	"github.com/olekukonko/tablewriter/tw"

	"embudo/internal/report"
)

// grid is a table whose columns have been chosen and whose cells have been
// broken into lines, so that it fits a width where it can.
type grid struct {
	table   report.Table
	texts   [][]string
	columns []gridColumn
	rows    [][]gridCell
}

type gridColumn struct {
	report.Column
	source int // index of the table's column
	title  string
	cells  []string
	width  int
}

type gridCell struct {
	lines []string
	tone  report.Tone
}

const (
	// comfortable is the width up to which texts are kept whole before columns are
	// left out for them.
	comfortable = 24
	// longWord is the length from which on a word may be broken: no name needs
	// longer ones.
	longWord = 20
	// narrowest is the width below which no text is broken.
	narrowest = 8
)

// layOut fits a table into a width. Headings are broken between words first.
// Then extra columns are left out; texts are broken between words; spare columns
// are left out; and last of all words are broken, and ranges between their ends.
// Width that is left over goes to headings that were broken, then to texts.
func layOut(d *report.Document, table report.Table, limit int) grid {
	g := grid{table: table, texts: cellTexts(d, table)}
	g.start()
	for g.width() > limit && g.leaveOut(func(c report.Column) int { return c.Extra }) {
	}
	g.narrow(limit, gridColumn.wordsWidth)
	for g.width() > limit && g.leaveOut(func(c report.Column) int { return c.Spare }) {
		for i := range g.columns {
			g.columns[i].width = g.columns[i].wanted()
		}
		g.narrow(limit, gridColumn.wordsWidth)
	}
	g.squeeze(limit)
	g.straighten(limit)
	g.widen(limit)
	g.fill()
	g.settle()
	return g
}

func cellTexts(d *report.Document, table report.Table) [][]string {
	texts := make([][]string, len(table.Rows))
	for i, row := range table.Rows {
		texts[i] = make([]string, len(row))
		for j, cell := range row {
			texts[i][j] = Clean(d.Show(cell))
		}
	}
	return texts
}

// start takes all columns, each as wide as it wants to be.
func (g *grid) start() {
	for i, column := range g.table.Columns {
		c := gridColumn{Column: column, source: i, title: Clean(column.Title)}
		for _, row := range g.texts {
			c.cells = append(c.cells, row[i])
		}
		c.width = c.wanted()
		g.columns = append(g.columns, c)
	}
}

// titleWidth is that of the longest word of the title: a no-break space, as in 90 %,
// is part of one.
func (c gridColumn) titleWidth() int { return longest(strings.Split(c.title, " ")) }

// naturalWidth is the width at which no cell is broken.
func (c gridColumn) naturalWidth() int { return max(longest(c.cells), c.titleWidth()) }

// wanted is the width that a column starts with: numbers whole, texts as far as
// is comfortable.
func (c gridColumn) wanted() int {
	if c.Number {
		return c.naturalWidth()
	}
	return min(c.naturalWidth(), max(comfortable, c.Room, c.wordsWidth()))
}

// wordsWidth is the width at which cells are broken between words alone, but for
// very long ones.
func (c gridColumn) wordsWidth() int {
	if c.Number {
		return c.naturalWidth()
	}
	return max(min(longest(c.words()), longWord), c.titleWidth(), narrowest)
}

// brokenWidth is the least width: of texts with their words broken, and of
// ranges with their ends one below the other.
func (c gridColumn) brokenWidth() int {
	if c.Number {
		return max(longest(c.words()), c.titleWidth())
	}
	return max(c.titleWidth(), narrowest)
}

func (c gridColumn) words() []string {
	var words []string
	for _, cell := range c.cells {
		words = append(words, strings.Split(cell, " ")...)
	}
	return words
}

// longest is the width of the widest of some texts.
func longest(texts []string) int {
	widest := 0
	for _, text := range texts {
		widest = max(widest, width(text))
	}
	return widest
}

// width is that of the whole grid, gaps between columns included.
func (g *grid) width() int {
	sum := -len(gap)
	for _, c := range g.columns {
		sum += c.width + len(gap)
	}
	return sum
}

// leaveOut takes out the column of the highest rank, the last of several; it is
// false where none has one.
func (g *grid) leaveOut(rank func(report.Column) int) bool {
	out := -1
	for i, c := range g.columns {
		if rank(c.Column) > 0 && (out < 0 || rank(c.Column) >= rank(g.columns[out].Column)) {
			out = i
		}
	}
	if out < 0 {
		return false
	}
	g.columns = slices.Delete(g.columns, out, out+1)
	return true
}

// leftOut are the titles of the columns that were left out, in their order.
func (g *grid) leftOut() []string {
	var titles []string
	for i, column := range g.table.Columns {
		if !slices.ContainsFunc(g.columns, func(c gridColumn) bool { return c.source == i }) {
			titles = append(titles, Clean(column.Title))
		}
	}
	return titles
}

// narrow takes width from the widest column that is wider than its least, until
// the grid fits or none is.
func (g *grid) narrow(limit int, least func(gridColumn) int) {
	leasts := make([]int, len(g.columns))
	for i, c := range g.columns {
		leasts[i] = least(c)
	}
	for g.width() > limit {
		widest := -1
		for i, c := range g.columns {
			if c.width > leasts[i] && (widest < 0 || c.width > g.columns[widest].width) {
				widest = i
			}
		}
		if widest < 0 {
			return
		}
		g.columns[widest].width--
	}
}

// squeeze breaks words and ranges, where that is enough to fit.
func (g *grid) squeeze(limit int) {
	before := slices.Clone(g.columns)
	g.narrow(limit, gridColumn.brokenWidth)
	if g.width() > limit {
		g.columns = before
	}
}

// straighten gives headings the width with which they take fewer lines, the
// highest first.
func (g *grid) straighten(limit int) {
	for {
		best, extra := -1, 0
		for i, c := range g.columns {
			more := c.oneLineLess()
			if more == 0 || g.width()+more > limit {
				continue
			}
			if best < 0 || c.titleLines() > g.columns[best].titleLines() ||
				c.titleLines() == g.columns[best].titleLines() && more < extra {
				best, extra = i, more
			}
		}
		if best < 0 {
			return
		}
		g.columns[best].width += extra
	}
}

func (c gridColumn) titleLines() int { return len(wrap(c.title, c.width)) }

// oneLineLess is how much wider a column must be for its title to take a line
// less, 0 where it takes only one.
func (c gridColumn) oneLineLess() int {
	lines := c.titleLines()
	for more := 1; lines > 1; more++ {
		if len(wrap(c.title, c.width+more)) < lines {
			return more
		}
	}
	return 0
}

// widen gives texts that are broken the width that is left over.
func (g *grid) widen(limit int) {
	for i, c := range g.columns {
		if more := min(c.naturalWidth()-c.width, limit-g.width()); more > 0 {
			g.columns[i].width += more
		}
	}
}

func (g *grid) fill() {
	for i, row := range g.table.Rows {
		cells := make([]gridCell, len(g.columns))
		for j, c := range g.columns {
			cells[j] = gridCell{lines: []string{g.texts[i][c.source]}, tone: row[c.source].Tone}
			if width(g.texts[i][c.source]) > c.width {
				cells[j].lines = breakInto(g.texts[i][c.source], c.width)
			}
		}
		g.rows = append(g.rows, cells)
	}
}

// settle makes columns as wide as their widest line, where a break left less than
// there was room for.
func (g *grid) settle() {
	for i, c := range g.columns {
		widest := longest(wrap(c.title, c.width))
		for _, row := range g.rows {
			widest = max(widest, longest(row[i].lines))
		}
		g.columns[i].width = widest
	}
}

// headings are the titles above their columns, line by line.
func (g *grid) headings() [][]string {
	titles := make([][]string, len(g.columns))
	for i, c := range g.columns {
		titles[i] = wrap(c.title, c.width)
		for j, line := range titles[i] {
			titles[i][j] = c.before(line) + line
		}
	}
	return titles
}

// before is the space in front of a line of a column: numbers, and what stands
// above them, are put to the right.
func (c gridColumn) before(line string) string {
	if !c.Number {
		return ""
	}
	return strings.Repeat(" ", max(0, c.width-width(line)))
}

// formatting is one line of cells as tablewriter's renderers take it. Columns are
// set apart by a gap; the last one needs none.
func (g *grid) formatting(part tw.Position, line []string) tw.Formatting {
	widths := tw.NewMapper[int, int]()
	cells := make(map[int]tw.CellContext, len(line))
	for i, c := range g.columns {
		padding := tw.Padding{Right: gap, Overwrite: true}
		if i == len(g.columns)-1 {
			padding = tw.PaddingNone
		}
		widths.Set(i, c.width+len(padding.Right))
		if line != nil {
			cells[i] = tw.CellContext{Data: line[i], Align: tw.AlignLeft, Padding: padding}
		}
	}
	return tw.Formatting{Row: tw.RowContext{Position: part, Current: cells, Widths: widths}}
}
