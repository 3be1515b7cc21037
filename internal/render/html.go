package render

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // the page and its style are part of the program
	"encoding/base64"
	"html/template"
	"io"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"embudo/internal/report"
)

//go:embed page.gohtml
var pageTemplate string

//go:embed page.css
var pageStyle string

// HTML writes a document as one page that needs nothing else: no script, font,
// style or picture from elsewhere. Rows beyond [roomForRows] are left out with a
// word, so that the page stays small enough to be sent.
func HTML(w io.Writer, d *report.Document, _ Page) error {
	// Read when a page is drawn: no other run shall pay for it.
	page, err := template.New("page").Parse(pageTemplate)
	if err != nil {
		return err
	}
	var drawn bytes.Buffer
	if err := page.Execute(&drawn, newHTMLPage(d)); err != nil {
		return err
	}
	_, err = w.Write(withoutIndent(drawn.Bytes()))
	return err
}

// htmlPage is what the template draws.
type htmlPage struct {
	Language string
	Policy   string
	Style    template.CSS
	Title    string
	Hidden   string // heading of a document without a title
	Summary  htmlSummary
	Contents string // heading of the list of parts
	Parts    []htmlPart
	Signed   bool // it is one part that people sign, on one sheet if it fits
}

// htmlSummary is the answer; what stands before its colon says what it means.
type htmlSummary struct {
	Tone          string
	Verdict, Rest string
}

// htmlPart is a part of the page under one heading, or the beginning of the page
// that has none.
type htmlPart struct {
	ID, Title string
	Level     int // of the headings in it
	Summary   htmlSummary
	Blocks    []htmlBlock
}

// htmlBlock is a table or a picture, or lines, steps, notes or signatures under a title.
type htmlBlock struct {
	Level  int // of the title
	Title  string
	Table  *htmlTable
	Lines  []string
	Whole  bool // lines are never to be broken
	Steps  []report.WorkingStep
	Notes  []htmlNote
	Figure *htmlFigure

	Signatures []string // who signs
	Day        string   // what stands before the date of each
}

type htmlTable struct {
	ID, Caption string
	Hidden      bool // the caption says what the page's title says already
	Wide        bool // more columns than a page in print has room for at its usual size
	Columns     []htmlColumn
	Rows        [][]htmlCell
	More        string // what is left out
}

type htmlColumn struct {
	Title string
	Class string
}

type htmlCell struct {
	Text  string
	Class string
	Tone  string
	Head  bool // it says what the row is about
	User  bool // it may be a text in any language
	Marks []htmlMark
}

// htmlMark is the number of a note, with where the note is.
type htmlMark struct{ Shown, Note string }

type htmlNote struct {
	ID, Mark, Text string
}

func newHTMLPage(d *report.Document) htmlPage {
	style := withoutIndent([]byte(pageStyle))
	digest := sha256.Sum256(style)
	page := htmlPage{
		Language: d.Language.Code,
		Policy: "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(digest[:]) +
			"'; base-uri 'none'; form-action 'none'",
		Style:    template.CSS(style), //nolint:gosec // it is our own, and nothing is put into it
		Title:    Clean(d.Title),
		Summary:  newHTMLSummary(d.Summary, d.Tone),
		Contents: string(d.Language.Words.Contents),
	}
	if page.Title == "" {
		page.Hidden = "embudo"
	}
	p := htmlParts{document: d, room: shareRoom(d)}
	page.Parts = p.all()
	page.Signed = len(page.Parts) == 1 && slices.ContainsFunc(page.Parts[0].Blocks, func(b htmlBlock) bool { return len(b.Signatures) > 0 })
	return page
}

func newHTMLSummary(text string, tone report.Tone) htmlSummary {
	s := htmlSummary{Tone: toneClass(tone), Rest: Clean(text)}
	if verdict, rest, found := strings.Cut(s.Rest, ":"); found && tone != report.Plain {
		s.Verdict, s.Rest = verdict+":", rest
	}
	return s
}

// toneClass is the name of a tone in the style.
func toneClass(t report.Tone) string {
	switch t {
	case report.Good:
		return "good"
	case report.Caution:
		return "caution"
	case report.Bad:
		return "bad"
	case report.Plain:
	}
	return ""
}

// htmlParts takes a document apart.
type htmlParts struct {
	document *report.Document
	room     []int // by table: bytes that its rows may take
	parts    []htmlPart
	tables   int
	figures  int
}

func (p *htmlParts) all() []htmlPart {
	p.parts = []htmlPart{{Level: 2}}
	for _, block := range p.document.Blocks {
		switch b := block.(type) {
		case report.Table:
			p.add(htmlBlock{Table: p.table(b)})
		case report.Lines:
			p.add(htmlBlock{Title: b.Title, Lines: cleanedLines(b.Lines), Whole: b.Whole})
		case report.Steps:
			p.add(htmlBlock{Title: b.Title, Steps: cleanedSteps(b.Steps)})
		case report.Notes:
			p.add(htmlBlock{Title: b.Title, Notes: p.notes(b.Notes)})
		case report.Signatures:
			p.add(htmlBlock{Title: b.Title, Signatures: signaturesOf(b), Day: Clean(b.Day)})
		case report.Section:
			p.parts = append(p.parts, htmlPart{ID: b.Key, Title: Clean(b.Title), Level: 3, Summary: newHTMLSummary(b.Summary, b.Tone)})
		case report.Chart:
			p.add(htmlBlock{Figure: p.figure(b)})
		}
	}
	return p.parts
}

func (p *htmlParts) last() *htmlPart { return &p.parts[len(p.parts)-1] }

func (p *htmlParts) add(b htmlBlock) {
	part := p.last()
	b.Level, b.Title = part.Level, Clean(b.Title)
	part.Blocks = append(part.Blocks, b)
}

// signaturesOf says for each line who signs on it.
func signaturesOf(b report.Signatures) []string {
	who := make([]string, len(b.Lines))
	for i, s := range b.Lines {
		who[i] = Clean(s.For)
		if s.Name != "" {
			who[i] += ", " + Clean(s.Name)
		}
	}
	return who
}

func cleanedLines(lines []string) []string {
	cleaned := make([]string, len(lines))
	for i, line := range lines {
		cleaned[i] = strings.TrimRight(Clean(line), " ")
	}
	return cleaned
}

func cleanedSteps(steps []report.WorkingStep) []report.WorkingStep {
	cleaned := make([]report.WorkingStep, len(steps))
	for i, s := range steps {
		cleaned[i] = report.WorkingStep{What: Clean(s.What), Formula: Clean(s.Formula), Numbers: Clean(s.Numbers)}
	}
	return cleaned
}

// noteID is where a note is. Parts count their notes by themselves.
func (p *htmlParts) noteID(mark int) string {
	return "note-" + strconv.Itoa(len(p.parts)) + "-" + strconv.Itoa(mark)
}

func (p *htmlParts) notes(list []report.Note) []htmlNote {
	notes := make([]htmlNote, len(list))
	for i, note := range list {
		notes[i] = htmlNote{Mark: "!", Text: Clean(note.Text)}
		if note.Mark > 0 {
			notes[i].ID, notes[i].Mark = p.noteID(note.Mark), strconv.Itoa(note.Mark)
		}
	}
	return notes
}

// fewColumns fit on a page in print at the usual size.
const fewColumns = 11

func (p *htmlParts) table(b report.Table) *htmlTable {
	room := p.room[p.tables]
	p.tables++
	t := htmlTable{ID: "table-" + strconv.Itoa(p.tables), Caption: Clean(b.Title), Wide: len(b.Columns) > fewColumns}
	if t.Caption == "" {
		t.Caption, t.Hidden = Clean(p.document.Title), true
		if title := p.last().Title; title != "" {
			t.Caption = title
		}
	}
	for _, c := range b.Columns {
		column := htmlColumn{Title: Clean(c.Title)}
		if c.Number {
			column.Class = "number"
		}
		t.Columns = append(t.Columns, column)
	}
	var left int64
	for row := range b.All() {
		if room -= p.bytes(row); room < 0 && len(t.Rows) > 0 {
			left++
			continue
		}
		t.Rows = append(t.Rows, p.row(b.Columns, row))
	}
	if left > 0 {
		t.More = p.document.Language.Words.RowsLeftOut.Fill("rows", p.document.Language.Quantity(big.NewInt(left)))
	}
	return &t
}

func (p *htmlParts) row(columns []report.Column, row []report.Cell) []htmlCell {
	cells := make([]htmlCell, len(row))
	for i, cell := range row {
		c := htmlCell{Tone: toneClass(cell.Tone), Head: i == 0 && !columns[0].Number && len(columns) > 1}
		c.Text = Clean(p.document.Show(report.Cell{Value: cell.Value}))
		c.User = !columns[i].Number
		switch {
		case columns[i].Number:
			c.Class = "number"
		case utf8.RuneCountInString(c.Text) <= briefText:
			c.Class = "brief"
		}
		for _, mark := range cell.Marks {
			c.Marks = append(c.Marks, htmlMark{Shown: strconv.Itoa(mark), Note: p.noteID(mark)})
		}
		cells[i] = c
	}
	return cells
}

// briefText is the length of a date or a word or two, which stay in one line.
const briefText = 14

// bytes is about what a row takes in the page.
func (p *htmlParts) bytes(row []report.Cell) int {
	size := len("<tr></tr>\n")
	for _, cell := range row {
		const markup = 45 // at most, without marks
		size += markup + len(template.HTMLEscapeString(p.document.Show(cell))) + 60*len(cell.Marks)
	}
	return size
}

// roomForRows is how many bytes the rows of all tables may take: with the style,
// the pictures and the rest, a page stays below 400 KB.
const roomForRows = 250_000

// shareRoom gives each table the room that its rows take. Where that is too much
// for all, the largest are cut to the same size.
func shareRoom(d *report.Document) []int {
	p := htmlParts{document: d}
	var sizes []int
	for _, block := range d.Blocks {
		if t, ok := block.(report.Table); ok {
			size := 0
			for row := range t.All() {
				if size += p.bytes(row); size > roomForRows {
					break
				}
			}
			sizes = append(sizes, size)
		}
	}
	largest := roomForRows
	for sum(sizes, largest) > roomForRows {
		largest -= max(1, largest/100)
	}
	for i := range sizes {
		sizes[i] = min(sizes[i], largest)
	}
	return sizes
}

// sum adds sizes up, each cut to the largest that there may be.
func sum(sizes []int, largest int) int {
	total := 0
	for _, size := range sizes {
		total += min(size, largest)
	}
	return total
}

// withoutIndent takes out the empty lines and leading tabs that the template and
// the style have for those who read them.
func withoutIndent(page []byte) []byte {
	var plain bytes.Buffer
	for line := range bytes.Lines(page) {
		if line = bytes.TrimLeft(line, "\t"); len(bytes.TrimSpace(line)) > 0 {
			plain.Write(line)
		}
	}
	return plain.Bytes()
}
