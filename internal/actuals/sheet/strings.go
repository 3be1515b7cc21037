package sheet

import (
	"bytes"
	"errors"
	"io"
	"strconv"
)

// Bounds of the texts that a workbook keeps apart from its cells, which have to
// be held in memory.
const (
	maxSharedBytes = 64 << 20
	maxShared      = 8_000_000
	maxSharedSaid  = "64 MB"
)

// sharedStrings are the texts that cells refer to by number, one behind the
// other.
type sharedStrings struct {
	text []byte
	ends []uint32
}

// at is the text of a number.
func (s *sharedStrings) at(number []byte) (text []byte, ok bool) {
	i, err := strconv.Atoi(string(number))
	if err != nil || s == nil || i < 0 || i >= len(s.ends) {
		return nil, false
	}
	start := uint32(0)
	if i > 0 {
		start = s.ends[i-1]
	}
	return s.text[start:s.ends[i]:s.ends[i]], true
}

// sharedStrings reads the texts that cells refer to.
func (a *archive) sharedStrings(name string) (*sharedStrings, error) {
	p, err := a.open(name)
	if err != nil {
		return nil, err
	}
	defer p.Close()
	s, m := &sharedStrings{}, newMarkup(p)
	for {
		err := m.next()
		switch {
		case errors.Is(err, io.EOF):
			return s, nil
		case err != nil:
			return nil, a.source.partProblem(name, err)
		case m.is("si") && m.shape == opens:
			if s.text, err = m.appendString(s.text, "si"); err != nil {
				return nil, a.source.partProblem(name, err)
			}
			s.ends = append(s.ends, uint32(len(s.text)))
		case m.is("si") && m.shape == alone:
			s.ends = append(s.ends, uint32(len(s.text)))
		}
		if len(s.text) > maxSharedBytes || len(s.ends) > maxShared {
			return nil, a.source.problem("xlsx-strings", "max", maxSharedSaid)
		}
	}
}

// appendString appends the text of an element that has just opened, up to its
// end: of its t and those of its runs, but not how the text is pronounced.
func (m *markup) appendString(to []byte, element string) ([]byte, error) {
	spoken := false
	start := len(to)
	for {
		if err := m.next(); err != nil {
			return to, m.broken(err)
		}
		switch {
		case m.is("rPh"):
			spoken = m.shape == opens
		case m.is("t") && m.shape == closes && !spoken:
			from := len(to)
			to = m.appendText(to)
			to = unescapeString(to, from)
		case m.is(element) && m.shape == closes:
			return to, nil
		}
		if len(to)-start > maxToken {
			return to, errMarkup
		}
	}
}

// unescapeString turns _x000D_ and the like in the text from an offset on into
// the characters that they stand for, as Excel writes those that XML has none
// for.
func unescapeString(text []byte, from int) []byte {
	if !bytes.Contains(text[from:], []byte("_x")) {
		return text
	}
	rest := bytes.Clone(text[from:])
	text = text[:from]
	for len(rest) > 0 {
		const length = len("_x000D_")
		if len(rest) >= length && rest[0] == '_' && rest[1] == 'x' && rest[length-1] == '_' {
			if code, err := strconv.ParseUint(string(rest[2:length-1]), 16, 16); err == nil {
				text = append(text, string(rune(code))...)
				rest = rest[length:]
				continue
			}
		}
		text = append(text, rest[0])
		rest = rest[1:]
	}
	return text
}
