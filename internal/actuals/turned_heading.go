package actuals

import (
	"fmt"
	"strings"

	"embudo/internal/actuals/sheet"
)

// timeHeading is a heading that names a day, week, month or quarter.
type timeHeading struct {
	column int
	cell   sheet.Cell
	said   string // as it stands
	year   int    // that the heading gives in two digits, as in "ene 27"; else 0

	// Of a heading that gives no year, or gives it so: the month or quarter.
	month, quarter int
	week           bool // of a week without a year, which could be the first of anything
}

// needsYear reports whether the heading says nothing without a year.
func (h timeHeading) needsYear() bool { return h.month > 0 || h.quarter > 0 }

// in is the cell with its year.
func (h timeHeading) in(year int) sheet.Cell {
	switch {
	case h.month > 0:
		return textCell(fmt.Sprintf("%04d-%02d", year, h.month))
	case h.quarter > 0:
		return textCell(fmt.Sprintf("%04d-Q%d", year, h.quarter))
	}
	return h.cell
}

// isNumber reports whether the heading is a date only if others are.
func (h timeHeading) isNumber() bool { return h.cell.Number || isDigits(trimmed(h.cell.Text)) }

// timeHeadingOf reads a heading; ok is false for one that names no time.
func timeHeadingOf(column int, cell sheet.Cell) (h timeHeading, ok bool) {
	text := trimmed(cell.Text)
	h = timeHeading{column: column, cell: cell, said: excerpt(text)}
	if len(text) == 0 || len(text) > maxDate {
		return h, false
	}
	if class := classifyDate(cell); class != dateMisfit && class != dateBlank {
		return h, true
	}
	var buffer [maxTokens]dateToken
	tokens, isDate := dateTokens([]byte(strings.ReplaceAll(string(text), "_", " ")), buffer[:0])
	switch {
	case isDate && len(tokens) == 1 && tokens[0].kind == tokenMonth:
		h.month = tokens[0].value
	case isDate && len(tokens) == 2 && tokens[0].kind == tokenMonth && tokens[1].digits == 2: // ene 27, jan. 27
		h.month, h.year = tokens[0].value, century(tokens[1].value)
	case isDate && len(tokens) == 1 && tokens[0].kind == tokenQuarter:
		h.quarter = tokens[0].value
	case isDate && len(tokens) == 1 && tokens[0].kind == tokenWeek:
		h.week = true
	default:
		h.week, h.quarter = numbered(fold(string(text)))
	}
	if h.quarter > 4 {
		return h, false
	}
	return h, h.month > 0 || h.quarter > 0 || h.week
}

// numbered reads weeks and quarters that a word names: "Semana 1", "Trim. 2",
// "1er trimestre", "2T".
func numbered(name string) (week bool, quarter int) {
	fields := strings.Fields(name)
	if len(fields) == 1 && len(name) == 2 && (name[1] == 't' || name[1] == 'q') {
		fields = []string{"q", name[:1]}
	}
	if len(fields) != 2 {
		return false, 0
	}
	word, number := fields[0], fields[1]
	if isDigit(word[0]) {
		word, number = number, word
	}
	digits := strings.TrimRight(number, "abcdefghijklmnopqrstuvwxyzº")
	if digits == "" || len(digits) > 2 || !isDigits([]byte(digits)) {
		return false, 0
	}
	switch word {
	case "week", "wk", "semana", "sem", "s", "w":
		return true, 0
	case "quarter", "trimestre", "trim", "q", "t":
		return false, int(digits[len(digits)-1] - '0')
	}
	return false, 0
}
