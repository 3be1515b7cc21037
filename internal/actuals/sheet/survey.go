package sheet

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"
)

// survey is what a whole text shows.
type survey struct {
	blank    bool // there is nothing but white space
	invalid  bool // something is not UTF-8
	newlines bool
	returns  bool
	nulLine  int // where the first NUL is; 0 without one
}

// surveyed reads a text to its end, or to its first NUL.
func surveyed(r io.Reader) (survey, error) {
	s := survey{blank: true}
	err := eachPart(r, func(part []byte, line int) bool {
		s.see(part)
		if i := bytes.IndexByte(part, 0); i >= 0 {
			s.nulLine = line + countNewlines(part[:i])
		}
		return s.nulLine == 0
	})
	return s, err
}

func (s *survey) see(part []byte) {
	s.blank = s.blank && len(bytes.TrimSpace(part)) == 0
	s.invalid = s.invalid || !utf8.Valid(part)
	s.newlines = s.newlines || bytes.IndexByte(part, '\n') >= 0
	s.returns = s.returns || bytes.IndexByte(part, '\r') >= 0
}

// damage is how much of a text is UTF-8, and how much is not.
type damage struct {
	invalid int // bytes that are not UTF-8
	foreign int // characters beyond ASCII that are
	line    int // of the first of those bytes
}

func damaged(r io.Reader) (damage, error) {
	var d damage
	err := eachPart(r, func(part []byte, line int) bool {
		for i := 0; i < len(part); {
			c, size := utf8.DecodeRune(part[i:])
			switch {
			case c == utf8.RuneError && size == 1:
				if d.invalid++; d.line == 0 {
					d.line = line + countNewlines(part[:i])
				}
			case size > 1:
				d.foreign++
			}
			i += size
		}
		return true
	})
	return d, err
}

// partSize is how much of a text is looked at in one go.
const partSize = 1 << 20

// eachPart gives a text in parts of whole characters, with the line that each
// begins in, until look has seen enough.
func eachPart(r io.Reader, look func(part []byte, line int) bool) error {
	buffer, have, line := make([]byte, partSize), 0, 1
	for {
		n, err := io.ReadFull(r, buffer[have:])
		read := buffer[:have+n]
		switch {
		case isEnd(err):
			look(read, line)
			return nil
		case err != nil:
			return err
		}
		part := wholeCharacters(read)
		if !look(part, line) {
			return nil
		}
		line += countNewlines(part)
		have = copy(buffer, read[len(part):])
	}
}

// wholeCharacters is a text without a character that is cut at its end.
func wholeCharacters(text []byte) []byte {
	for i := len(text) - 1; i >= max(0, len(text)-utf8.UTFMax); i-- {
		if utf8.RuneStart(text[i]) {
			if utf8.FullRune(text[i:]) {
				return text
			}
			return text[:i]
		}
	}
	return text
}

// isEnd reports whether reading ended because there is no more.
func isEnd(err error) bool {
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
}

func countNewlines(text []byte) int { return bytes.Count(text, []byte("\n")) }
