package workbook

import (
	"math/big"
	"slices"
	"unicode/utf8"

	"embudo/funnel"
	"embudo/internal/xlsx"
)

// Colours, as RRGGBB.
const (
	dark      = "1F4E79" // headings
	white     = "FFFFFF"
	inputFill = "FFF2CC" // cells to be changed
	inputInk  = "1F4E9E"
	quiet     = "52606D"
	good      = "1B7F3B"
	goodFill  = "E3F4E6"
	caution   = "8A5300"
	warnFill  = "FFF1D6"
	bad       = "B3261E"
	badFill   = "FDE7E5"
	blue      = "2F75B5"
	green     = "70AD47"
	grey      = "A5A5A5"
)

// page is a sheet that is filled in cell by cell, in any order.
type page struct {
	*xlsx.Sheet
	cells map[xlsx.Place]xlsx.Cell
	last  xlsx.Place
	rows  map[int]float64 // heights of rows that have their own
}

func newPage(name, tab string) *page {
	p := &page{Sheet: &xlsx.Sheet{Name: name, Tab: tab, NoGrid: true}, cells: map[xlsx.Place]xlsx.Cell{}, rows: map[int]float64{}}
	p.Rows = func(yield func(xlsx.Row) bool) {
		for row := 1; row <= p.last.Row; row++ {
			r := xlsx.Row{Height: p.rows[row]}
			for column := 1; column <= p.last.Column; column++ {
				r.Cells = append(r.Cells, p.cells[xlsx.Place{Row: row, Column: column}])
			}
			if !yield(r) {
				return
			}
		}
	}
	return p
}

// set fills in a cell and gives its name for formulas of any sheet.
func (p *page) set(row, column int, c xlsx.Cell) string {
	at := xlsx.Place{Row: row, Column: column}
	p.cells[at] = c
	p.last = xlsx.Place{Row: max(p.last.Row, row), Column: max(p.last.Column, column)}
	return p.ref(row, column)
}

// ref is a cell as formulas of any sheet name it.
func (p *page) ref(row, column int) string {
	return xlsx.Quoted(p.Name) + "!" + xlsx.Place{Row: row, Column: column}.Fixed()
}

// column is a part of one as formulas of any sheet name it.
func (p *page) column(column, from, to int) string {
	return xlsx.Quoted(p.Name) + "!" + xlsx.Area{From: xlsx.Place{Row: from, Column: column}, To: xlsx.Place{Row: to, Column: column}}.Fixed()
}

func (p *page) text(row, column int, text string, style xlsx.Style) string {
	return p.set(row, column, xlsx.Cell{Value: text, Style: style})
}

func (p *page) formula(row, column int, formula string, value any, style xlsx.Style) string {
	return p.set(row, column, xlsx.Cell{Formula: formula, Value: value, Style: style})
}

// prose is a sentence across some columns.
func (p *page) prose(row, columns int, text string, lines int) {
	p.text(row, 1, text, xlsx.Style{Color: quiet, Wrap: true, Top: true})
	p.Merged = append(p.Merged, xlsx.Area{From: xlsx.Place{Row: row, Column: 1}, To: xlsx.Place{Row: row, Column: columns}})
	p.rows[row] = float64(lines) * 15
}

func (p *page) title(text string) {
	p.text(1, 1, text, xlsx.Style{Bold: true, Size: 16, Color: dark})
	p.rows[1] = 24
}

func (p *page) heading(row int, text string) {
	p.text(row, 1, text, xlsx.Style{Bold: true, Size: 12, Color: dark})
	p.rows[row] = 20
}

// head is a row of headings; those of numbers stand on the right.
func (p *page) head(row int, titles []string, texts ...int) {
	const usual, most = 2, 5 // lines
	lines := usual
	for i, title := range titles {
		if i < len(p.Widths) {
			lines = max(lines, 1+int(float64(utf8.RuneCountInString(title))*1.2/p.Widths[i]))
		}
		style := xlsx.Style{Bold: true, Color: white, Fill: dark, Wrap: true, Align: xlsx.Right, Top: true}
		if slices.Contains(texts, i) {
			style.Align, style.Indent = xlsx.Left, 1
		}
		p.text(row, i+1, title, style)
	}
	p.rows[row] = float64(min(lines, most)) * 16
}

// Styles of cells.

func label() xlsx.Style { return xlsx.Style{Line: xlsx.Under, Indent: 1} }

func result(format string) xlsx.Style {
	return xlsx.Style{Format: format, Line: xlsx.Under, Align: xlsx.Right}
}

func strong(s xlsx.Style) xlsx.Style { s.Bold = true; return s }

func input(format string) xlsx.Style {
	return xlsx.Style{Format: format, Fill: inputFill, Color: inputInk, Line: xlsx.Box, Align: xlsx.Right}
}

func inputText() xlsx.Style {
	return xlsx.Style{Fill: inputFill, Color: inputInk, Line: xlsx.Box, Indent: 1}
}

// Values of cells: none for what there is none of.

func ofInt(n *big.Int) any {
	if n == nil {
		return ""
	}
	x, _ := new(big.Float).SetInt(n).Float64()
	return x
}

func ofRat(x *big.Rat) any {
	if x == nil {
		return ""
	}
	f, _ := x.Float64()
	return f
}

// blankOr is a number of an input, whose cell is left blank where it is 0.
func blankOr(x *big.Rat) any {
	if x == nil || x.Sign() == 0 {
		return nil
	}
	return ofRat(x)
}

func ofDay(d funnel.Date) any {
	day, ok := xlsx.Day(d.Time())
	if !ok {
		return ""
	}
	return day
}
