package actuals

import (
	"bytes"
	"slices"
	"strings"

	"embudo/internal/actuals/sheet"
)

// The rows with which a table begins are held until it is clear which of them is
// the header.
const (
	maxHeld    = 64
	maxHeading = 40 // a header stands among so many rows
)

// held copies a row, which is valid only until the next one is read.
func held(row sheet.Row) sheet.Row {
	cells := make([]sheet.Cell, len(row.Cells))
	for i, c := range row.Cells {
		cells[i] = sheet.Cell{Text: bytes.Clone(c.Text), Number: c.Number}
	}
	return sheet.Row{Number: row.Number, Cells: cells}
}

// texts are the cells of a row without spaces around them, and without empty
// ones at the end.
func texts(row sheet.Row) []string {
	cells := make([]string, len(row.Cells))
	last := 0
	for i, c := range row.Cells {
		cells[i] = string(bytes.TrimSpace(c.Text))
		if cells[i] != "" {
			last = i + 1
		}
	}
	return cells[:last]
}

// headerFinder finds the header among the first rows of a table.
type headerFinder struct {
	words  *vocabulary
	chosen map[string]bool // folded headers that the plan or a flag names
	sought map[string]bool // folded headers that something else looks for
}

// find is the index of the header among rows, −1 where none looks like one: the
// row of texts with the most known words over columns of numbers and dates. Of
// headings that come again the first is meant, whatever stands under the others.
func (f *headerFinder) find(rows []sheet.Row) int {
	best, bestScore := -1, 0
	for i := range rows[:min(len(rows), maxHeading)] {
		names := texts(rows[i])
		if !isHeading(names) || best >= 0 && slices.Equal(names, texts(rows[best])) {
			continue
		}
		if score := f.score(names, rows[i+1:]); score > bestScore {
			best, bestScore = i, score
		}
	}
	return best
}

// isHeading reports whether the cells of a row can be names of columns: two or
// more texts, no numbers, no dates.
func isHeading(names []string) bool {
	filled := 0
	for _, name := range names {
		if name == "" {
			continue
		}
		filled++
		c := sheet.Cell{Text: []byte(name)}
		if isBlank(c.Text) || isNumeric(c) || isDated(c) || strings.HasPrefix(name, "#") {
			return false
		}
	}
	return filled >= 2
}

func isNumeric(c sheet.Cell) bool {
	var t numberTally
	t.add(1, c)
	return t.numbers() > 0 && t.filled() > 0
}

func isDated(c sheet.Cell) bool {
	var t dateTally
	t.add(1, c)
	return t.dates() > 0
}

// score is how well the cells of a row name the columns of the rows below.
func (f *headerFinder) score(names []string, below []sheet.Row) int {
	const known, stage, contrast = 3, 2, 1
	score := 0
	for i, name := range names {
		if name == "" {
			continue
		}
		_, ad := f.words.platformOf(name)
		switch _, isStage := f.words.stages.header(name); {
		case f.chosen[fold(name)] || f.sought[fold(name)] || f.words.claimsOf(name) != nil || ad:
			score += known
		case isStage:
			score += stage
		}
		if isValues(i, below) {
			score += contrast
		}
	}
	return score
}

// isValues reports whether a column has numbers or dates in most of its first
// rows.
func isValues(column int, rows []sheet.Row) bool {
	values, others := 0, 0
	for _, row := range rows {
		if column >= len(row.Cells) || isBlank(bytes.TrimSpace(row.Cells[column].Text)) {
			continue
		}
		if isNumeric(row.Cells[column]) || isDated(row.Cells[column]) {
			values++
		} else {
			others++
		}
	}
	return values > others
}

// isIndexed reports whether the rows have one cell more than the header: a
// counter in front that has no header.
func isIndexed(header []string, rows []sheet.Row) bool {
	if len(rows) < 2 || header[0] == "" {
		return false
	}
	var start int64
	for i, row := range rows {
		if len(texts(row)) > len(header)+1 || len(row.Cells) < len(header) {
			return false
		}
		counter, ok := plainDecimal(bytes.TrimSpace(row.Cells[0].Text), decimalUnknown)
		if i == 0 {
			start = counter.units
		}
		if !ok || start > 1 || counter.units != start+int64(i) {
			return false
		}
	}
	return len(texts(rows[0])) == len(header)+1
}

// isDescription reports whether the first row under a header describes the
// columns instead of filling them: texts over numbers and dates, none of which
// comes again.
func isDescription(row sheet.Row, below []sheet.Row) bool {
	described := 0
	for i, c := range row.Cells {
		text := bytes.TrimSpace(c.Text)
		if isBlank(text) {
			continue
		}
		if isNumeric(c) || isDated(c) {
			return false
		}
		if isValues(i, below) {
			described++
		}
		for _, other := range below {
			if i < len(other.Cells) && bytes.Equal(bytes.TrimSpace(other.Cells[i].Text), text) {
				return false
			}
		}
	}
	return described > 0
}
