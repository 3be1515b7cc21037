package sheet

import (
	"bytes"
	"strconv"
)

// cellTag is what the tag of a cell says.
type cellTag struct {
	column int // from 0; -1 where the tag says nonsense
	how    writing
	style  int
}

// writing is how a cell's value is written.
type writing int

const (
	asNumber  writing = iota
	asShared          // the number of a text that is kept apart
	asText            // a text of its own
	asTruth           // 0 or 1
	asISODate         // 2027-03-31T00:00:00
	asFault           // #DIV/0!, whose text it is
)

// cellTagOf reads the attributes of a cell. Where they do not say its column, it
// is the next one.
func cellTagOf(attributes []byte, next int) cellTag {
	tag := cellTag{column: next}
	for name, value, rest := attribute(attributes); rest != nil; name, value, rest = attribute(rest) {
		switch string(name) {
		case "r":
			tag.column = columnOf(value)
		case "t":
			tag.how = writingOf(value)
		case "s":
			tag.style, _ = strconv.Atoi(string(value))
		}
	}
	return tag
}

// columnOf is the column of a place such as BC12, counted from 0; -1 where it has
// none. It stops counting behind the last column that there can be.
func columnOf(place []byte) int {
	column := 0
	for _, c := range place {
		switch {
		case 'a' <= c && c <= 'z':
			c -= 'a' - 'A'
		case c < 'A' || 'Z' < c:
			return column - 1
		}
		column = min(column*26+int(c-'A')+1, maxColumns+1)
	}
	return column - 1
}

func writingOf(name []byte) writing {
	switch string(name) {
	case "s":
		return asShared
	case "str", "inlineStr":
		return asText
	case "b":
		return asTruth
	case "d":
		return asISODate
	case "e":
		return asFault
	}
	return asNumber
}

// readCell reads a cell from behind its tag up to its end.
func (r *rowReader) readCell(tag cellTag) (Cell, error) {
	m, start, cell := r.markup, len(r.text), Cell{}
	for {
		if err := m.next(); err != nil {
			return Cell{}, r.fault(m.broken(err))
		}
		var err error
		switch {
		case m.is("c") && m.shape == closes:
			return cell, r.bounded(cell, tag)
		case m.is("v") && m.shape == closes:
			r.text = m.appendText(r.text[:start])
			cell, err = r.value(start, tag)
		case m.is("is") && m.shape == opens:
			r.text, err = m.appendString(r.text[:start], "is")
			cell = Cell{Text: r.text[start:len(r.text):len(r.text)]}
		}
		if err != nil {
			return Cell{}, r.fault(err)
		}
	}
}

// bounded reports a cell that is too long, or that makes its row so.
func (r *rowReader) bounded(cell Cell, tag cellTag) error {
	switch {
	case len(cell.Text) > maxCell:
		return r.source.problemAt(r.number, "cell-too-long", "column", tag.column+1, "max", maxCellSaid)
	case len(r.text) > maxRow:
		return r.source.problemAt(r.number, "row-too-long", "max", maxRowSaid)
	}
	return nil
}

// value is the cell whose raw value is the row's text from an offset on.
func (r *rowReader) value(start int, tag cellTag) (Cell, error) {
	if tag.how == asText {
		r.text = unescapeString(r.text, start)
		return Cell{Text: r.text[start:len(r.text):len(r.text)]}, nil
	}
	raw := bytes.TrimSpace(r.text[start:len(r.text):len(r.text)])
	switch tag.how {
	case asShared:
		text, ok := r.workbook.shared.at(raw)
		if !ok {
			return Cell{}, errMarkup
		}
		return Cell{Text: text}, nil
	case asTruth:
		return Cell{Text: []byte(strconv.FormatBool(string(raw) == "1" || string(raw) == "true"))}, nil
	case asISODate:
		return Cell{Text: bytes.TrimSuffix(raw, []byte("T00:00:00"))}, nil
	case asFault:
		return Cell{Text: raw}, nil // as a CSV has it
	default:
		return r.numeric(raw, tag), nil
	}
}

// numeric is the cell of a number: a time where its style says so. The row's text
// keeps the raw value in front of what it means.
func (r *rowReader) numeric(raw []byte, tag cellTag) Cell {
	start := len(r.text)
	if s := r.style(tag); s != plain {
		var ok bool
		if r.text, ok = r.workbook.epoch.appendTime(r.text, raw, s); ok {
			return Cell{Text: r.text[start:len(r.text):len(r.text)]}
		}
	}
	var ok bool
	if r.text, ok = appendPlain(r.text, raw); ok {
		return Cell{Text: r.text[start:len(r.text):len(r.text)], Number: true}
	}
	return Cell{Text: raw}
}

// style is what the format of a cell means.
func (r *rowReader) style(tag cellTag) style {
	if tag.style < 0 || tag.style >= len(r.workbook.styles) {
		return plain
	}
	return r.workbook.styles[tag.style]
}
