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
	columns []gridColumn
	rows    [][]gridCell
}

type gridColumn struct {
	source int // index of the table's column
	number bool
	title  string
	width  int
}

type gridCell struct {
	lines []string
	tone  report.Tone
}

// narrowest is the width below which names are not broken any further.
const narrowest = 10

// layOut chooses the columns that fit the width with their cells unbroken,
// leaving out extra ones, the highest first. Where even the indispensable ones
// do not fit, texts are broken between words; numbers never are.
func layOut(d *report.Document, table report.Table, limit int) grid {
	texts := cellTexts(d, table)
	highest := 0
	for _, column := range table.Columns {
		highest = max(highest, column.Extra)
	}
	var g grid
	for extra := highest; extra >= 0; extra-- {
		g = grid{columns: chooseColumns(table, texts, extra)}
		if g.width() <= limit {
			break
		}
	}
	g.narrow(limit)
	g.spare(table, limit)
	g.fill(table, texts)
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

// chooseColumns takes the columns up to extra, each as wide as its widest cell
// and as the longest word of its title.
func chooseColumns(table report.Table, texts [][]string, extra int) []gridColumn {
	var columns []gridColumn
	for i, column := range table.Columns {
		if column.Extra > extra {
			continue
		}
		c := gridColumn{source: i, number: column.Number, title: Clean(column.Title)}
		for _, word := range strings.Fields(c.title) {
			c.width = max(c.width, width(word))
		}
		for _, row := range texts {
			c.width = max(c.width, width(row[i]))
		}
		columns = append(columns, c)
	}
	return columns
}

// width is that of the whole grid, gaps between columns included.
func (g *grid) width() int {
	sum := -len(gap)
	for _, c := range g.columns {
		sum += c.width + len(gap)
	}
	return sum
}

// narrow takes width from the widest column of text until the grid fits or no
// text can be narrower.
func (g *grid) narrow(limit int) {
	for g.width() > limit {
		widest := -1
		for i, c := range g.columns {
			if !c.number && c.width > narrowest && (widest < 0 || c.width > g.columns[widest].width) {
				widest = i
			}
		}
		if widest < 0 {
			return
		}
		g.columns[widest].width--
	}
}

// spare leaves out spare columns, the last first, until the grid fits.
func (g *grid) spare(table report.Table, limit int) {
	for i := len(g.columns) - 1; i >= 0 && g.width() > limit; i-- {
		if table.Columns[g.columns[i].source].Spare {
			g.columns = slices.Delete(g.columns, i, i+1)
		}
	}
}

func (g *grid) fill(table report.Table, texts [][]string) {
	for i, row := range table.Rows {
		cells := make([]gridCell, len(g.columns))
		for j, c := range g.columns {
			cells[j] = gridCell{lines: []string{texts[i][c.source]}, tone: row[c.source].Tone}
			if !c.number {
				cells[j].lines = wrap(texts[i][c.source], c.width)
			}
		}
		g.rows = append(g.rows, cells)
	}
}

// header gives the titles, broken into the widths of their columns.
func (g *grid) header() []string {
	titles := make([]string, len(g.columns))
	for i, c := range g.columns {
		titles[i] = strings.Join(wrap(c.title, c.width), "\n")
	}
	return titles
}

func (g *grid) alignments() tw.Alignment {
	alignments := make(tw.Alignment, len(g.columns))
	for i, c := range g.columns {
		alignments[i] = tw.AlignLeft
		if c.number {
			alignments[i] = tw.AlignRight
		}
	}
	return alignments
}

// paddings set columns apart; the last one needs none.
func (g *grid) paddings() []tw.Padding {
	paddings := make([]tw.Padding, len(g.columns))
	for i := range paddings {
		paddings[i] = tw.Padding{Right: gap, Overwrite: true}
	}
	paddings[len(paddings)-1] = tw.PaddingNone
	return paddings
}
