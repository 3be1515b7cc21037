package sheet

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// scanner cuts CSV text into cells. It copies a cell only where its quotes or
// line breaks have to change.
type scanner struct {
	comma byte
	ends  ending // what the end of the text that it is given means

	// Of the records taken so far:
	cells  []Cell
	copies []byte // text of the cells that were copied
	breaks int    // line breaks within cells
	quotes int    // quotes around cells, and doubled ones within

	marks []uint64 // of the line at hand, see plain
}

// ending says what comes after the text that a scanner is given.
type ending int

const (
	moreFollows ending = iota // a record may be cut in two
	nothingFollows
)

// outcome is what became of a record, or of a cell.
type outcome int

const (
	whole      outcome = iota
	cut                // the text ends within it
	openQuote          // nothing follows, and the quote of its last cell is open
	strayQuote         // its last cell has line breaks, and quotes that are not doubled
	tooWide
	goesOn // of a cell: the quote in question does not end it
)

// record takes the record at the front of a text that is not empty and adds its
// cells. length is with the line break; of a record that is not whole it is what
// comes before the cell in question.
func (s *scanner) record(text []byte) (length int, o outcome) {
	if n := s.emptyLine(text); n > 0 {
		return n, whole
	}
	if n := s.plain(text); n > 0 {
		return n, whole
	}
	comma, cells, i := s.comma, s.cells, 0
	most := len(cells) + maxColumns
	for {
		start, cell := i, Cell{}
		switch {
		case len(cells) == most:
			s.cells = cells
			return start, tooWide
		case i < len(text) && text[i] == '"':
			var n int
			if cell.Text, n, o = s.quoted(text[i:]); o != whole {
				s.cells = cells
				return start, o
			}
			i += n
		default:
			i = plainEnd(text, i, comma)
			cell.Text = text[start:i:i]
			if i == len(text) || text[i] == '\n' {
				cell.Text = bytes.TrimSuffix(cell.Text, []byte("\r"))
			}
		}
		cells = append(cells, cell)
		if i < len(text) && text[i] == comma {
			i++
			continue
		}
		if i == len(text) && s.ends == moreFollows {
			s.cells = cells[:len(cells)-1]
			return start, cut
		}
		s.cells = cells
		return min(i+1, len(text)), whole
	}
}

// ones multiplied by a byte is a word of eight such bytes.
const ones = 0x01_01_01_01_01_01_01_01

// plainEnd is where a cell without quotes ends: at the next delimiter or newline,
// or with the text. It looks at eight bytes at a time.
func plainEnd(text []byte, i int, comma byte) int {
	const highs = 0x80_80_80_80_80_80_80_80
	commas := ones * uint64(comma)
	for ; i+8 <= len(text); i += 8 {
		eight := binary.LittleEndian.Uint64(text[i:])
		c, n := eight^commas, eight^ones*'\n' // a byte that is looked for is zero
		if found := ((c-ones)&^c | (n-ones)&^n) & highs; found != 0 {
			return i + bits.TrailingZeros64(found)/8
		}
	}
	for i < len(text) && text[i] != comma && text[i] != '\n' {
		i++
	}
	return i
}

// rowsEnd is where the last row that is whole ends in a text that begins with a
// row: behind the last newline that is not within quotes. It is 0 where no row is
// whole. It goes from quote to quote, so that it costs little where there are few.
func (s *scanner) rowsEnd(text []byte) int {
	end, from, look := 0, 0, 0 // from: behind the last cell with quotes
	for {
		next := bytes.IndexByte(text[look:], '"')
		if next < 0 {
			return lastNewline(text, from, end)
		}
		quote := look + next
		look = quote + 1
		if quote > 0 && text[quote-1] != s.comma && text[quote-1] != '\n' {
			continue // a character of a cell
		}
		end = lastNewline(text[:quote], from, end)
		length := s.quotedLength(text[quote:])
		if length == 0 {
			return end
		}
		from, look = quote+length, quote+length
	}
}

// lastNewline is the offset behind the last newline from an offset on, or else
// the one that was known before.
func lastNewline(text []byte, from, before int) int {
	if i := bytes.LastIndexByte(text[from:], '\n'); i >= 0 {
		return from + i + 1
	}
	return before
}

// quotedLength is the length of the cell whose quote is at the front of a text,
// with its quotes; 0 where the text ends within it.
func (s *scanner) quotedLength(text []byte) int {
	for i := 1; ; {
		next := bytes.IndexByte(text[i:], '"')
		if next < 0 {
			return 0
		}
		i += next + 1
		switch _, o := s.closing(text[i:]); {
		case o == cut:
			return 0
		case o == whole:
			return i
		case text[i] == '"':
			i++
		}
	}
}

// emptyLine is the length of a line break at the front of a text, 0 where there
// is none. A return that ends the text counts as one, as in encoding/csv.
func (s *scanner) emptyLine(text []byte) int {
	switch {
	case text[0] == '\n':
		return 1
	case text[0] != '\r':
		return 0
	case len(text) > 1 && text[1] == '\n':
		return 2
	case len(text) == 1 && s.ends == nothingFollows:
		return 1
	}
	return 0
}

// quoted is the text of the cell whose quote is at the front of a text. length
// goes up to the delimiter or newline after it.
func (s *scanner) quoted(text []byte) (cell []byte, length int, o outcome) {
	doubled, stray, i := 0, 0, 1
	for {
		next := bytes.IndexByte(text[i:], '"')
		if next < 0 && s.ends == moreFollows {
			return nil, 0, cut
		}
		if next < 0 {
			return nil, 0, openQuote
		}
		i += next
		switch skip, o := s.closing(text[i+1:]); {
		case o == cut:
			return nil, 0, cut
		case o == whole && stray > 0 && bytes.IndexByte(text[1:i], '\n') >= 0:
			return nil, 0, strayQuote
		case o == whole:
			return s.unquoted(text[1:i:i], doubled), i + 1 + skip, whole
		case text[i+1] == '"':
			doubled++
			i += 2
		default:
			stray++
			i++
		}
	}
}

// closing reports whether a quote ends its cell, by what follows it, and how
// long the return between the quote and the end of the line is.
func (s *scanner) closing(rest []byte) (skip int, o outcome) {
	switch {
	case len(rest) == 0 || rest[0] == '\r' && len(rest) == 1:
		if s.ends == moreFollows {
			return 0, cut
		}
		return len(rest), whole
	case rest[0] == s.comma || rest[0] == '\n':
		return 0, whole
	case rest[0] == '\r' && rest[1] == '\n':
		return 1, whole
	}
	return 0, goesOn
}

// unquoted is what stands between quotes as it is meant.
func (s *scanner) unquoted(text []byte, doubled int) []byte {
	s.quotes += 2 + 2*doubled
	breaks := countNewlines(text)
	s.breaks += breaks
	if doubled > 0 || breaks > 0 && bytes.Contains(text, []byte("\r\n")) {
		return s.copied(text)
	}
	return text
}

// copied is a text with single quotes for doubled ones and newlines for line
// breaks.
func (s *scanner) copied(text []byte) []byte {
	start := len(s.copies)
	for i := 0; i < len(text); i++ {
		s.copies = append(s.copies, text[i])
		if i+1 < len(text) && text[i] == '"' && text[i+1] == '"' {
			i++
		}
		if i+1 < len(text) && text[i] == '\r' && text[i+1] == '\n' {
			s.copies[len(s.copies)-1] = '\n'
			i++
		}
	}
	return s.copies[start:len(s.copies):len(s.copies)]
}
