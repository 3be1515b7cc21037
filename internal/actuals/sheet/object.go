package sheet

import (
	"bytes"
	"encoding/json"
)

// columns are the names of keys in order of first appearance.
type columns struct {
	names  []string
	places map[string]int
	size   int // bytes of the names
}

// add adds a name.
func (c *columns) add(name string) error {
	c.places[name] = len(c.names)
	c.names = append(c.names, name)
	c.size += len(name)
	return nil
}

// object makes cells of a JSON object.
type object struct {
	source  source
	columns *columns
	unknown func(name string) error // what to do with a key that is no column

	row   int
	cells []Cell // one a column
	text  []byte // of those cells that are not as they are written
	name  []byte // of the column at hand
}

// read reads a row, which is a valid JSON object.
func (o *object) read(row int, raw []byte) error {
	o.row, o.text = row, o.text[:0]
	o.widen()
	clear(o.cells)
	return o.members(raw, 0)
}

// members reads the keys and values of an object whose own name is in o.name, up
// to a length.
func (o *object) members(raw []byte, prefix int) error {
	rest := afterSpace(raw[1:])
	for rest[0] != '}' {
		key, after := oneValue(rest)
		value, after := oneValue(afterSpace(afterSpace(after)[1:])) // behind the colon
		o.name = appendString(o.name[:prefix], key)
		if err := o.member(value, prefix); err != nil {
			return err
		}
		if rest = afterSpace(after); rest[0] == ',' {
			rest = afterSpace(rest[1:])
		}
	}
	return nil
}

// member reads the value of the key whose name is in o.name. An object in the row
// itself gives columns of its own.
func (o *object) member(value []byte, prefix int) error {
	if value[0] == '{' && prefix == 0 {
		o.name = append(o.name, '.')
		return o.members(value, len(o.name))
	}
	place, err := o.place()
	if err != nil {
		return err
	}
	cell := o.cell(value)
	if len(cell.Text) > maxCell {
		return o.source.problemAt(o.row, "cell-too-long", "column", place+1, "max", maxCellSaid)
	}
	o.cells[place] = cell
	return nil
}

// place is the column of the name at hand.
func (o *object) place() (int, error) {
	place, known := o.columns.places[string(o.name)]
	if !known {
		if err := o.unknown(string(o.name)); err != nil {
			return 0, err
		}
		place = o.columns.places[string(o.name)]
	}
	switch {
	case len(o.columns.names) > maxColumns:
		return 0, o.source.problemAt(o.row, "too-many-columns", "max", maxColumnsSaid)
	case o.columns.size > maxRow:
		return 0, o.source.problemAt(o.row, "row-too-long", "max", maxRowSaid)
	}
	o.widen()
	return place, nil
}

// widen makes a cell for each column.
func (o *object) widen() {
	for len(o.cells) < len(o.columns.names) {
		o.cells = append(o.cells, Cell{})
	}
}

// cell is a value as a cell.
func (o *object) cell(value []byte) Cell {
	start := len(o.text)
	number := false
	switch c := value[0]; {
	case c == 'n':
		return Cell{}
	case c == '"':
		if bytes.IndexByte(value, '\\') < 0 {
			return Cell{Text: value[1 : len(value)-1]}
		}
		o.text = appendString(o.text, value)
	case c == '{' || c == '[':
		var compact bytes.Buffer
		if json.Compact(&compact, value) == nil {
			return Cell{Text: compact.Bytes()}
		}
		return Cell{Text: value}
	case c == '-' || '0' <= c && c <= '9':
		o.text, number = appendPlain(o.text, value)
		if !number {
			return Cell{Text: value}
		}
	default:
		return Cell{Text: value}
	}
	return Cell{Text: o.text[start:len(o.text):len(o.text)], Number: number}
}

// appendString appends what a JSON string says.
func appendString(to, quoted []byte) []byte {
	if bytes.IndexByte(quoted, '\\') < 0 {
		return append(to, quoted[1:len(quoted)-1]...)
	}
	var s string
	if json.Unmarshal(quoted, &s) != nil {
		return append(to, quoted...)
	}
	return append(to, s...)
}

// oneValue is the value at the front of valid JSON, and what comes after it.
func oneValue(text []byte) (value, rest []byte) {
	depth := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '"':
			i = stringEnd(text, i)
			if depth == 0 {
				return text[:i+1], text[i+1:]
			}
		case '{', '[':
			depth++
		case '}', ']':
			if depth == 0 {
				return text[:i], text[i:]
			}
			if depth--; depth == 0 {
				return text[:i+1], text[i+1:]
			}
		case ',', ' ', '\t', '\n', '\r', ':':
			if depth == 0 {
				return text[:i], text[i:]
			}
		}
	}
	return text, nil
}

// stringEnd is the offset of the quote that ends the string at another one.
func stringEnd(text []byte, start int) int {
	for i := start + 1; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '"':
			return i
		}
	}
	return len(text) - 1
}

// afterSpace is a text behind the white space that it begins with.
func afterSpace(text []byte) []byte {
	for len(text) > 0 && isSpace(text[0]) {
		text = text[1:]
	}
	return text
}
