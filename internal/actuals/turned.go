package actuals

import (
	"slices"
	"strings"

	"embudo/internal/actuals/sheet"
)

// maxTurned bounds the rows of a table with the time along the top.
const maxTurned = 2000

// turned is a table that stands the other way round: stages down the side, and a
// day, week, month or quarter a column, as people make them in a spreadsheet. It
// is turned into the usual rows before anything else is understood of it.
type turned struct {
	header sheet.Row
	labels []int // columns that name rows
	times  []timeHeading
	others []string    // headings of columns that are not read: totals above all
	rows   []sheet.Row // under the header
	above  []sheet.Row
	next   []int // rows of further headers of this kind
	twice  bool  // a second row of headings stands under the first
}

// findTurned is the table of that kind whose header is among the first rows of a
// sheet; nil where none is.
func findTurned(head []sheet.Row, words *vocabulary, c choices) *turned {
	for i, row := range head {
		if c.HeaderRow > 0 && row.Number != c.HeaderRow {
			continue
		}
		t := turnedBy(row)
		if t == nil {
			continue
		}
		t.above, t.rows = head[:i], head[i+1:]
		if t.isBorneOut(words, c) {
			return t
		}
	}
	return nil
}

// turnedBy is a table by its header: names, then times, then perhaps totals. It is
// nil where the row is no such header.
func turnedBy(header sheet.Row) *turned {
	t := &turned{header: header}
	numbers := 0
	for i, c := range header.Cells {
		text := trimmed(c.Text)
		h, isTime := timeHeadingOf(i, c)
		switch {
		case isTime:
			t.times = append(t.times, h)
			if h.isNumber() {
				numbers++
			}
		case isNumeric(c):
			return nil
		case len(t.times) == 0:
			t.labels = append(t.labels, i)
		case len(text) > 0:
			t.others = append(t.others, excerpt(text))
		}
	}
	if len(t.times) == 0 || len(t.labels) == 0 || numbers > 0 && (numbers < len(t.times) || numbers < 2) {
		return nil
	}
	return t
}

// isBorneOut reports whether the rows under the header are what it says: names of
// stages with numbers, or at least names with numbers under several times.
func (t *turned) isBorneOut(words *vocabulary, c choices) bool {
	rows := t.rows
	if len(rows) > 0 && t.isHeader(rows[0]) {
		t.twice = len(t.times) > 1 && t.namesAgain(rows[0])
		return t.twice // else the times are those of a report, above its table
	}
	numbers, others, named := 0, 0, 0
	for _, row := range rows {
		for _, h := range t.times {
			switch cell := cellAt(row, h.column); {
			case isBlank(trimmed(cell.Text)):
			case isNumeric(cell):
				numbers++
			default:
				others++
			}
		}
		if t.isNamed(row) {
			named++
		}
	}
	if numbers <= others || named*2 <= len(rows)-countEmpty(rows) {
		return false
	}
	known := t.knownRows(words, c)
	return len(t.times) > 1 || known > 1 || known == 1 && named == 1
}

// isHeader reports whether a row has names where the numbers would be.
func (t *turned) isHeader(row sheet.Row) bool {
	names := 0
	for _, h := range t.times {
		switch cell := cellAt(row, h.column); {
		case isBlank(trimmed(cell.Text)):
		case isNumeric(cell) || isDated(cell):
			return false
		default:
			names++
		}
	}
	return names > 0
}

// namesAgain reports whether a row of names has one of them under several times.
func (t *turned) namesAgain(row sheet.Row) bool {
	seen := map[string]bool{}
	for i := t.times[0].column; i < len(row.Cells); i++ {
		name := fold(textAt(row, i))
		if name != "" && seen[name] {
			return true
		}
		seen[name] = true
	}
	return false
}

func cellAt(row sheet.Row, column int) sheet.Cell {
	if column >= len(row.Cells) {
		return sheet.Cell{}
	}
	return row.Cells[column]
}

func countEmpty(rows []sheet.Row) int {
	n := 0
	for _, row := range rows {
		if !isFilled(row.Cells) {
			n++
		}
	}
	return n
}

// isNamed reports whether a row has a name that is neither a number nor a date.
func (t *turned) isNamed(row sheet.Row) bool {
	return slices.ContainsFunc(t.labels, func(i int) bool {
		cell := cellAt(row, i)
		return !isBlank(trimmed(cell.Text)) && !isNumeric(cell) && !isDated(cell)
	})
}

// knownRows counts the rows that are named after stages, or that a choice names.
func (t *turned) knownRows(words *vocabulary, c choices) int {
	n := 0
	for _, row := range t.rows {
		if slices.ContainsFunc(t.labels, func(i int) bool { return isKnownLabel(textAt(row, i), words, c) }) {
			n++
		}
	}
	return n
}

func textAt(row sheet.Row, column int) string { return string(trimmed(cellAt(row, column).Text)) }

func isKnownLabel(label string, words *vocabulary, c choices) bool {
	if label == "" {
		return false
	}
	if _, isStage := words.stages.header(label); isStage {
		return true
	}
	for _, header := range c.Columns {
		if fold(header) == fold(label) {
			return true
		}
	}
	return false
}

// read takes in all rows of the table. It is false for a table that is longer than
// anybody makes by hand.
func (t *turned) read(one *sheet.Sheet, c choices) (ok bool, err error) {
	t.rows = nil
	all := 0
	err = one.Each(func(row sheet.Row) error {
		if row.Number <= t.header.Number && !isSameRow(row, t.header) || all > maxTurned {
			return nil
		}
		if all++; all == 1 {
			return nil // the header
		}
		if other := turnedBy(row); other != nil && len(other.times) > 1 && c.HeaderRow == 0 {
			t.next = append(t.next, row.Number)
		}
		if len(t.next) == 0 && isFilled(row.Cells) {
			t.rows = append(t.rows, held(row))
		}
		return nil
	})
	return all <= maxTurned, err
}

// isSameRow tells the header of rows without numbers, such as the keys of JSON.
func isSameRow(a, b sheet.Row) bool {
	return a.Number == b.Number && slices.Equal(texts(a), texts(b))
}

// labelled are the columns of names that have any, without counters in front.
func (t *turned) labelled() []int {
	labels := slices.DeleteFunc(slices.Clone(t.labels), func(i int) bool {
		return !slices.ContainsFunc(t.rows, func(row sheet.Row) bool {
			cell := cellAt(row, i)
			return !isBlank(trimmed(cell.Text)) && !isNumeric(cell)
		})
	})
	if len(labels) == 0 {
		return t.labels[:1] // stages that are numbers
	}
	return labels
}

// names are those of the rows, for a sentence.
func (t *turned) names(column int) []string {
	var names []string
	for _, row := range t.rows {
		if name := textAt(row, column); name != "" && !slices.Contains(names, name) {
			names = append(names, excerpt([]byte(name)))
		}
	}
	return names
}

// headings are the times as they stand.
func (t *turned) headings() []string {
	names := make([]string, len(t.times))
	for i, h := range t.times {
		names[i] = h.said
	}
	return names
}

// heading is the name of a column of names.
func (t *turned) heading(column int) string { return strings.TrimSpace(textAt(t.header, column)) }
