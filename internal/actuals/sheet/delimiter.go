package sheet

import (
	"bytes"
	"strings"
)

// delimiters are what separates cells: first what is seldom in texts, last what
// often is, since the first of equals is taken.
const delimiters = "\t;|,"

// delimiterOf is the delimiter that a user names.
func delimiterOf(name string) (comma byte, ok bool) {
	switch strings.ToLower(name) {
	case "tab", `\t`:
		return '\t', true
	case "comma":
		return ',', true
	case "semicolon":
		return ';', true
	case "pipe", "bar":
		return '|', true
	}
	if len(name) == 1 && strings.Contains(delimiters, name) {
		return name[0], true
	}
	return 0, false
}

// named is the delimiter that a first line names as Excel understands it,
// sep=; and how long that line is. It is 0 where there is none.
func named(sample []byte) (comma byte, length int) {
	line, _, found := bytes.Cut(sample, []byte("\n"))
	content := bytes.TrimSuffix(line, []byte("\r"))
	if len(content) > 1 && content[0] == '"' && content[len(content)-1] == '"' {
		content = content[1 : len(content)-1]
	}
	const sign = "sep="
	if len(content) != len(sign)+1 || !strings.EqualFold(string(content[:len(sign)]), sign) {
		return 0, 0
	}
	comma, ok := delimiterOf(string(content[len(sign):]))
	switch {
	case !ok:
		return 0, 0
	case found:
		return comma, len(line) + 1
	}
	return comma, len(line)
}

// sampleSize is how much of a text is looked at for its delimiter: some
// thousands of rows, so that titles, texts and amounts do not decide.
const sampleSize = 256 << 10

// delimiterIn is the delimiter that makes a table of a text.
func delimiterIn(sample []byte, ends ending) byte {
	best, winner := fit{}, byte(',')
	for i := range len(delimiters) {
		if f := fitOf(sample, ends, delimiters[i]); f.rows > 0 && f.better(best) {
			best, winner = f, delimiters[i]
		}
	}
	return winner
}

// fit is how well a delimiter makes a table of a text. Its width is that of
// most of the rows with more than one cell.
type fit struct {
	rows  int // of that width, with quotes only around cells
	first int // the place of the first of them
	width int
}

// nearly is which share of the rows of the best delimiter another one has to
// reach before other signs decide. A column of texts or of decimal commas seldom
// has its sign in each cell.
const nearly = 0.9

// better reports whether a delimiter makes a better table than another: one with
// more rows; or with about as many and one that begins further up, because an
// amount's comma is in the rows and not in the header; or else a wider one.
func (f fit) better(other fit) bool {
	switch {
	case float64(f.rows) < nearly*float64(other.rows):
		return false
	case nearly*float64(f.rows) > float64(other.rows):
		return true
	case f.first != other.first:
		return f.first < other.first
	case f.width != other.width:
		return f.width > other.width
	}
	return f.rows > other.rows
}

// fitOf cuts a text by a delimiter. A row that the end of the text cuts does not
// count.
func fitOf(sample []byte, ends ending, comma byte) fit {
	s := scanner{comma: comma, ends: ends}
	fits := map[int]fit{}
	for row := 0; len(sample) > 0; row++ {
		s.cells, s.copies, s.quotes = s.cells[:0], s.copies[:0], 0
		length, o := s.record(sample)
		if o != whole {
			break
		}
		stray := bytes.Count(sample[:length], []byte{'"'}) - s.quotes
		if width := len(s.cells); width > 1 && stray == 0 {
			f := fits[width]
			if f.rows == 0 {
				f.first, f.width = row, width
			}
			f.rows++
			fits[width] = f
		}
		sample = sample[length:]
	}
	var best fit
	for _, f := range fits {
		if f.rows > best.rows || f.rows == best.rows && f.width > best.width {
			best = f
		}
	}
	return best
}
