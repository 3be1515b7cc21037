package sheet

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// maxPlain is how long a line can be that is cut by marks, in bytes: it cannot have
// too many cells then.
const maxPlain = maxColumns - 1

// plain takes a record without quotes, as most are: it ends with its line, and only
// delimiters are left to look for. They are marked first, a bit for each byte, so
// that lines with as many cells take the same way however long these are, which
// processors can foresee. Of any other record it takes nothing, and its length is 0.
func (s *scanner) plain(text []byte) (length int) {
	end := bytes.IndexByte(text, '\n')
	if end < 0 || end > maxPlain || bytes.IndexByte(text[:end], '"') >= 0 {
		return 0
	}
	length = end + 1
	if end > 0 && text[end-1] == '\r' {
		end--
	}
	s.marks = marked(s.marks[:0], text, end, s.comma)
	s.cells = cutAt(s.cells, text[:end], s.marks)
	return length
}

// cutAt adds the cells of a line whose delimiters are marked.
func cutAt(cells []Cell, line []byte, marks []uint64) []Cell {
	start := 0
	for n, set := range marks {
		for ; set != 0; set &= set - 1 {
			end := 64*n + bits.TrailingZeros64(set)
			cells = append(cells, Cell{Text: line[start:end:end]})
			start = end + 1
		}
	}
	return append(cells, Cell{Text: line[start:len(line):len(line)]})
}

// marked adds a word for every 64 bytes of a text before its end, in which a bit is
// set for each byte that is the one sought, the lowest for the first.
func marked(words []uint64, text []byte, end int, sought byte) []uint64 {
	eight := ones * uint64(sought)
	for from := 0; from < end; from += 64 {
		var word uint64
		if len(text)-from >= 64 {
			word = marks64((*[64]byte)(text[from:]), eight)
		} else {
			var last [64]byte
			copy(last[:], text[from:])
			word = marks64(&last, eight)
		}
		if end-from < 64 {
			word &= 1<<(end-from) - 1
		}
		words = append(words, word)
	}
	return words
}

func marks64(text *[64]byte, eight uint64) uint64 {
	return marks8(text[0:8], eight) | marks8(text[8:16], eight)<<8 | marks8(text[16:24], eight)<<16 | marks8(text[24:32], eight)<<24 |
		marks8(text[32:40], eight)<<32 | marks8(text[40:48], eight)<<40 | marks8(text[48:56], eight)<<48 | marks8(text[56:64], eight)<<56
}

// marks8 has a bit for each of eight bytes that is the same as in a word of eight.
func marks8(text []byte, eight uint64) uint64 {
	const (
		lows   = 0x7f_7f_7f_7f_7f_7f_7f_7f
		gather = 0x01_02_04_08_10_20_40_80 // moves the lowest bit of every byte into the highest byte
	)
	differs := binary.LittleEndian.Uint64(text) ^ eight
	same := ^(differs&lows + lows | differs | lows) // the highest bit of each byte without a difference
	return same >> 7 * gather >> 56
}
