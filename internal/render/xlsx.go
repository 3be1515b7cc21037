package render

import (
	"io"
	"strings"
	"unicode/utf8"

	"embudo/internal/report"
	"embudo/internal/xlsx"
)

// XLSX writes a document as a workbook: all that fits a page or two on its first
// sheet, and each long table on one of its own, so that it can be sorted and
// filtered. Numbers, money, percentages and dates are cells of their kind.
func XLSX(w io.Writer, d *report.Document, _ Page) error {
	pages := sheetPages(d)
	tabs := make([]string, len(pages))
	for i, p := range pages {
		tabs[i] = Clean(p.tab)
	}
	book := &xlsx.Book{Title: Clean(d.Title)}
	for i, name := range xlsx.SheetNames(tabs) {
		book.Sheets = append(book.Sheets, pages[i].sheet(d, name))
	}
	return xlsx.Write(w, book)
}

// sheetPage is what stands on one sheet.
type sheetPage struct {
	tab    string // wanted for the sheet's name
	title  string
	lead   string // the sentence below the title
	blocks []report.Block
}

// sheetPages lays the blocks of a document out on sheets.
func sheetPages(d *report.Document) []*sheetPage {
	first := &sheetPage{tab: string(d.Language.Words.Overview), title: d.Title, lead: d.Summary}
	pages := []*sheetPage{first}
	several := tablesOf(d.Blocks) > 1
	for _, block := range d.Blocks {
		switch b := block.(type) {
		case report.Section:
			first = &sheetPage{tab: b.Title, title: b.Title, lead: b.Summary}
			pages = append(pages, first)
			continue
		case report.Table:
			if several && long(b) {
				pages = append(pages, &sheetPage{tab: b.Title, title: b.Title, blocks: []report.Block{untitled(b)}})
				continue
			}
		case report.Steps:
			if b.Title == "" { // the section's own
				break
			}
			pages = append(pages, &sheetPage{tab: b.Title, title: b.Title, blocks: []report.Block{b}})
			continue
		}
		first.blocks = append(first.blocks, block)
	}
	return pages
}

func tablesOf(blocks []report.Block) int {
	tables := 0
	for _, block := range blocks {
		if _, ok := block.(report.Table); ok {
			tables++
		}
	}
	return tables
}

// long reports whether a table fills more than a page.
func long(t report.Table) bool {
	const page = 45
	rows := 0
	for range t.All() {
		if rows++; rows > page {
			return true
		}
	}
	return false
}

// untitled is a table whose title stands above it already.
func untitled(t report.Table) report.Table {
	t.Title = ""
	return t
}

// Colours of a sheet, as RRGGBB.
const (
	ink      = "1F2933"
	paleInk  = "52606D"
	headFill = "1F4E79"
	headInk  = "FFFFFF"
	goodInk  = "1B7F3B"
	warnInk  = "9A5B00"
	badInk   = "B3261E"
	barBlue  = "2F75B5"
	barGreen = "70AD47"
)

const (
	readable    = 96.0  // characters of a line of prose, and of a page that is printed upright
	longestLine = 140.0 // characters of a line of prose beneath a wide table
	widest      = 60.0  // of a column
	rowHeight   = 15.0  // in points
)

// sheetDrawing is a sheet while it is drawn.
type sheetDrawing struct {
	*xlsx.Sheet
	d    *report.Document
	page *sheetPage
	row  int // the last one that was drawn
	put  func(xlsx.Row) bool
}

// sheet draws a page. What stands beside the cells is known once they are drawn.
func (p *sheetPage) sheet(d *report.Document, name string) *xlsx.Sheet {
	s := &xlsx.Sheet{Name: name, NoGrid: true}
	s.Widths = p.widths(d)
	total := 0.0
	for _, width := range s.Widths {
		total += width
	}
	s.Landscape = total > readable
	if heading, ok := p.heading(); ok {
		s.FrozenRows, s.FrozenColumns = heading, 1
		s.RepeatedFrom, s.RepeatedRows = heading, heading
	}
	s.Rows = func(yield func(xlsx.Row) bool) {
		s.Merged, s.Charts = nil, nil
		(&sheetDrawing{Sheet: s, d: d, page: p, put: yield}).draw()
	}
	return s
}

// heading is the row of the heading of a page's only table, where the page begins
// with it.
func (p *sheetPage) heading() (row int, ok bool) {
	if len(p.blocks) == 0 || tablesOf(p.blocks) != 1 {
		return 0, false
	}
	first, ok := p.blocks[0].(report.Table)
	for _, text := range []string{p.title, p.lead} {
		if text != "" {
			row++
		}
	}
	if row > 0 {
		row++ // left blank
	}
	if first.Title != "" {
		row++
	}
	return row + 1, ok
}

// draw draws all rows of a page, as long as somebody takes them.
func (s *sheetDrawing) draw() {
	heading := xlsx.Style{Bold: true, Size: 14, Color: headFill}
	if s.page.title != "" && !s.next(xlsx.Row{Cells: []xlsx.Cell{{Value: Clean(s.page.title), Style: heading}}, Height: 22}) {
		return
	}
	if s.page.lead != "" && !s.prose(s.page.lead, xlsx.Style{Color: ink}) {
		return
	}
	for _, block := range s.page.blocks {
		if !s.block(block) {
			return
		}
	}
}

// next draws a row.
func (s *sheetDrawing) next(r xlsx.Row) bool {
	s.row++
	return s.put(r)
}

func (s *sheetDrawing) blank() bool { return s.next(xlsx.Row{}) }

func (s *sheetDrawing) title(text string) bool {
	return text == "" || s.next(xlsx.Row{Cells: []xlsx.Cell{{Value: Clean(text), Style: xlsx.Style{Bold: true, Color: headFill}}}})
}

// prose draws a sentence across the sheet, in as many lines as it takes.
func (s *sheetDrawing) prose(text string, style xlsx.Style) bool {
	text = Clean(text)
	columns, width := s.across()
	style.Wrap, style.Top = true, true
	lines := float64(1 + int(float64(utf8.RuneCountInString(text))/width))
	if columns > 1 {
		s.Merged = append(s.Merged, xlsx.Area{From: xlsx.Place{Row: s.row + 1, Column: 1}, To: xlsx.Place{Row: s.row + 1, Column: columns}})
	}
	return s.next(xlsx.Row{Cells: []xlsx.Cell{{Value: text, Style: style}}, Height: lines * rowHeight})
}

// across is how many columns a line of prose takes, and how wide they are.
func (s *sheetDrawing) across() (columns int, width float64) {
	const usual = 9.0 // characters of a column of no width of its own
	for {
		each, inTables := usual, columns < len(s.Widths)
		if inTables {
			each = s.Widths[columns]
		}
		if columns > 0 && width+each > longestLine || !inTables && width >= readable {
			return columns, width
		}
		columns, width = columns+1, width+each
	}
}

func (s *sheetDrawing) block(block report.Block) bool {
	if s.row > 0 && !s.blank() {
		return false
	}
	plain := xlsx.Style{Color: ink}
	switch b := block.(type) {
	case report.Table:
		return s.title(b.Title) && s.table(&b)
	case report.Lines:
		if !s.title(b.Title) {
			return false
		}
		for _, line := range b.Lines {
			if !s.prose(line, plain) {
				return false
			}
		}
	case report.Steps:
		return s.steps(b)
	case report.Notes:
		if !s.title(b.Title) {
			return false
		}
		for _, note := range b.Notes {
			text := note.Text
			if note.Mark > 0 {
				text = report.Marks([]int{note.Mark}) + " " + text
			}
			if !s.prose(text, xlsx.Style{Color: paleInk}) {
				return false
			}
		}
	case report.Chart:
		return s.chart(b)
	case report.Signatures:
		return s.title(b.Title) && s.signatures(b)
	}
	return true
}

// signatures draws a line for each who signs, with room above it for the hand.
func (s *sheetDrawing) signatures(b report.Signatures) bool {
	const room = 3 * rowHeight
	day := Clean(b.Day) + ": " + strings.Repeat("_", dayWidth)
	for _, who := range signaturesOf(b) {
		line := who + ": " + strings.Repeat("_", signatureWidth) + "  " + day
		if !s.next(xlsx.Row{Cells: []xlsx.Cell{{Value: line, Style: xlsx.Style{Color: ink}}}, Height: room}) {
			return false
		}
	}
	return true
}

// steps draws a working as a table of what, formula and numbers.
func (s *sheetDrawing) steps(b report.Steps) bool {
	for _, step := range b.Steps {
		row := xlsx.Row{}
		for i, text := range []string{step.What, "= " + step.Formula, step.Numbers} {
			row.Cells = append(row.Cells, xlsx.Cell{Value: Clean(text), Style: xlsx.Style{Wrap: true, Top: true, Line: xlsx.Under, Bold: i == 0}})
		}
		row.Height = s.height(row.Cells)
		if !s.next(row) {
			return false
		}
	}
	return true
}

// chart draws bars; other pictures show what the tables have.
func (s *sheetDrawing) chart(b report.Chart) bool {
	bars, ok := b.Picture.(report.Bars)
	if !ok || len(bars.Rows) == 0 {
		return true
	}
	colors := []string{barBlue, barGreen, "A5A5A5"}
	c := xlsx.Chart{Kind: xlsx.Bars, Title: Clean(b.Title), Format: "#,##0", Shown: true}
	for _, row := range bars.Rows {
		c.Names = append(c.Names, Clean(row.Label))
	}
	for i, name := range bars.Series {
		series := xlsx.Series{Name: Clean(name), Color: colors[i%len(colors)]}
		for _, row := range bars.Rows {
			series.Values = append(series.Values, valueOf(row.Values[i]))
		}
		c.Series = append(c.Series, series)
	}
	columns, _ := s.across()
	height := 5 + 2*len(bars.Rows)
	c.At = xlsx.Area{From: xlsx.Place{Row: s.row + 1, Column: 1}, To: xlsx.Place{Row: s.row + height, Column: columns}}
	s.Charts = append(s.Charts, c)
	for range height {
		if !s.blank() {
			return false
		}
	}
	return true
}

func valueOf(x *float64) any {
	if x == nil {
		return nil
	}
	return *x
}

// table draws heading and rows, as many as a sheet takes.
func (s *sheetDrawing) table(t *report.Table) bool {
	head := xlsx.Row{Height: rowHeight}
	for i, column := range t.Columns {
		if float64(utf8.RuneCountInString(column.Title))*1.1+2 > s.Widths[i] {
			head.Height = 2 * rowHeight
		}
		style := xlsx.Style{Bold: true, Color: headInk, Fill: headFill, Wrap: true, Indent: 1}
		if column.Number {
			style.Align, style.Indent = xlsx.Right, 0 // LibreOffice indents some numbers, and others not
		}
		head.Cells = append(head.Cells, xlsx.Cell{Value: Clean(column.Title), Style: style})
	}
	if !s.next(head) {
		return false
	}
	const kept = 500 // rows below the table, for what is said there
	for row := range t.All() {
		if s.row >= xlsx.MaxRows-kept {
			return s.prose(string(s.d.Language.Words.SheetFull), xlsx.Style{Bold: true, Color: badInk})
		}
		cells := make([]xlsx.Cell, len(row))
		for i, cell := range row {
			cells[i] = s.cell(cell, t.Columns[i])
		}
		if !s.next(xlsx.Row{Cells: cells, Height: s.height(cells)}) {
			return false
		}
	}
	return true
}

// height is that of a row some of whose texts take several lines, and 0 of another:
// not all programs find it out by themselves. The row then begins at its top.
func (s *sheetDrawing) height(cells []xlsx.Cell) float64 {
	lines := 1
	for i := range cells {
		text, isText := cells[i].Value.(string)
		if !isText || !cells[i].Style.Wrap {
			continue
		}
		taken := 0
		for line := range strings.SplitSeq(text, "\n") {
			taken += 1 + int(float64(utf8.RuneCountInString(line))*1.1/s.Widths[i])
		}
		lines = max(lines, taken)
	}
	if lines == 1 {
		return 0
	}
	for i := range cells {
		cells[i].Style.Top = true
	}
	return float64(min(lines, mostLines)) * rowHeight
}

// mostLines is as high as Excel lets a row be.
const mostLines = 27

// cell draws a value as a cell of its kind.
func (s *sheetDrawing) cell(c report.Cell, column report.Column) xlsx.Cell {
	cell := xlsx.Cell{Style: xlsx.Style{Line: xlsx.Under, Color: toneInk(c.Tone), Bold: c.Tone == report.Bad, Indent: 1}}
	if column.Number {
		cell.Style.Align, cell.Style.Indent = xlsx.Right, 0
	}
	value, format, ok := typed(s.d, c)
	if ok {
		cell.Value, cell.Style.Format = value, format
		return cell
	}
	shown := cleanLines(s.d.Show(c))
	cell.Value = shown
	cell.Style.Wrap = utf8.RuneCountInString(shown) > int(widest) || strings.Contains(shown, "\n")
	return cell
}

func toneInk(t report.Tone) string {
	switch t {
	case report.Good:
		return goodInk
	case report.Caution:
		return warnInk
	case report.Bad:
		return badInk
	case report.Plain:
	}
	return ""
}

// widths are those of a page's columns: of what the first rows of its tables have,
// since those of a long one come one by one.
func (p *sheetPage) widths(d *report.Document) []float64 {
	var widths []float64
	for _, block := range p.blocks {
		switch b := block.(type) {
		case report.Table:
			for i, width := range tableWidths(d, &b) {
				if i == len(widths) {
					widths = append(widths, 0)
				}
				widths[i] = max(widths[i], width)
			}
		case report.Steps:
			widths = []float64{34, widest, widest}
		}
	}
	return widths
}

func tableWidths(d *report.Document, t *report.Table) []float64 {
	const narrowest, heading, looked = 9.0, 14, 200
	widths := make([]float64, len(t.Columns))
	grow := func(i, letters int) { widths[i] = min(widest, max(widths[i], float64(letters)*1.1+3)) }
	for i, column := range t.Columns {
		widths[i] = narrowest
		for _, word := range strings.Fields(column.Title) {
			grow(i, utf8.RuneCountInString(word))
		}
		grow(i, min(heading, utf8.RuneCountInString(column.Title)))
	}
	rows := 0
	for row := range t.All() {
		for i, cell := range row {
			grow(i, utf8.RuneCountInString(d.Show(cell)))
		}
		if rows++; rows == looked {
			break
		}
	}
	return widths
}
