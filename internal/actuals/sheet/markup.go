package sheet

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"
)

// markup reads the XML of a workbook's large parts tag by tag. encoding/xml
// would do, but takes some five times as long; here only what those parts use is
// understood: no document types, and no check that tags match.
type markup struct {
	r          io.Reader
	buffer     []byte
	begin, end int // of what was read and not yet taken
	readErr    error

	// The tag that next found.
	name       []byte // without its namespace
	attributes []byte
	shape      shape

	before []byte // text in front of it, raw
	pieces []byte // of that text: what stands in front of comments and in CDATA, as it is meant
}

// shape is how a tag stands for an element.
type shape int

const (
	opens  shape = iota // <row>
	closes              // </row>
	alone               // <row/>
)

// maxToken bounds a tag, or the text in front of one: the longest cell, every
// character of which may be written as &quot;.
const maxToken = 8 * maxCell

// errMarkup is what is no XML, or none that a workbook has.
var errMarkup = errors.New("the XML is broken")

const markupBlock = 64 << 10

func newMarkup(r io.Reader) *markup { return &markup{r: r, buffer: make([]byte, markupBlock)} }

// next finds the next tag; [io.EOF] says that there is none. What it found is
// valid until the next call.
func (m *markup) next() error {
	m.pieces = m.pieces[:0]
	for {
		at, err := m.find(0, '<')
		if err != nil {
			return m.atEnd(err)
		}
		if err := m.have(at + 2); err != nil {
			return m.broken(err)
		}
		if c := m.buffer[m.begin+at+1]; c != '!' && c != '?' {
			return m.tag(at)
		}
		if err := m.special(at); err != nil {
			return err
		}
	}
}

// tag takes the tag that begins at an offset.
func (m *markup) tag(at int) error {
	end, err := m.tagEnd(at)
	if err != nil {
		return m.broken(err)
	}
	token := m.buffer[m.begin : m.begin+end]
	m.before = token[:at]
	m.begin += end + 1
	inside := token[at+1:]
	m.shape = opens
	switch {
	case len(inside) > 0 && inside[0] == '/':
		m.shape = closes
		inside = inside[1:]
	case len(inside) > 0 && inside[len(inside)-1] == '/':
		m.shape = alone
		inside = inside[:len(inside)-1]
	}
	i := 0
	for i < len(inside) && !isSpace(inside[i]) {
		i++
	}
	m.name, m.attributes = inside[:i], inside[i:]
	if colon := bytes.IndexByte(m.name, ':'); colon >= 0 {
		m.name = m.name[colon+1:]
	}
	if len(m.name) == 0 {
		return errMarkup
	}
	return nil
}

// tagEnd is the offset of the > of a tag: not of one within quotes.
func (m *markup) tagEnd(at int) (int, error) {
	quote, from := byte(0), at+1
	for {
		end, err := m.find(from, '>')
		if err != nil {
			return 0, err
		}
		if quote = openAfter(quote, m.buffer[m.begin+from:m.begin+end]); quote == 0 {
			return end, nil
		}
		from = end + 1
	}
}

// openAfter is the quote that is open behind a part of a tag, 0 without one.
func openAfter(quote byte, part []byte) byte {
	for _, c := range part {
		switch {
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case c == quote:
			quote = 0
		}
	}
	return quote
}

// special takes a comment, an instruction or a CDATA section, and keeps the text
// in front of it and what a section says.
func (m *markup) special(at int) error {
	kinds := []struct{ opens, closes string }{{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}}
	for _, kind := range kinds {
		if err := m.have(at + len(kind.opens)); err != nil || !bytes.HasPrefix(m.buffer[m.begin+at:m.end], []byte(kind.opens)) {
			continue
		}
		inside := at + len(kind.opens)
		end, err := m.findText(inside, kind.closes)
		if err != nil {
			return m.broken(err)
		}
		m.pieces = appendUnescaped(m.pieces, m.buffer[m.begin:m.begin+at])
		if kind.closes == "]]>" {
			m.pieces = append(m.pieces, m.buffer[m.begin+inside:m.begin+end]...)
		}
		m.begin += end + len(kind.closes)
		if len(m.pieces) > maxToken {
			return errMarkup
		}
		return nil
	}
	return errMarkup
}

// find is the offset of a byte in what was not yet taken.
func (m *markup) find(from int, c byte) (int, error) {
	for {
		if i := bytes.IndexByte(m.buffer[m.begin+from:m.end], c); i >= 0 {
			return from + i, nil
		}
		from = m.end - m.begin
		if err := m.fill(); err != nil {
			return 0, err
		}
	}
}

// findText is the offset of a text in what was not yet taken.
func (m *markup) findText(from int, text string) (int, error) {
	for {
		if i := bytes.Index(m.buffer[m.begin+from:m.end], []byte(text)); i >= 0 {
			return from + i, nil
		}
		from = max(from, m.end-m.begin-len(text)+1)
		if err := m.fill(); err != nil {
			return 0, err
		}
	}
}

// have reads until there are some bytes that were not yet taken.
func (m *markup) have(size int) error {
	for m.end-m.begin < size {
		if err := m.fill(); err != nil {
			return err
		}
	}
	return nil
}

// fill reads more.
func (m *markup) fill() error {
	if m.readErr != nil {
		return m.readErr
	}
	if m.end-m.begin > maxToken {
		return errMarkup
	}
	if m.begin > 0 {
		m.end = copy(m.buffer, m.buffer[m.begin:m.end])
		m.begin = 0
	}
	if m.end == len(m.buffer) {
		m.buffer = append(m.buffer, make([]byte, len(m.buffer))...)
	}
	n, err := m.r.Read(m.buffer[m.end:])
	m.end += n
	m.readErr = err
	if n > 0 {
		return nil
	}
	return err
}

// atEnd is what an end before the next tag means: the end of the part.
func (m *markup) atEnd(err error) error {
	if errors.Is(err, io.EOF) && len(bytes.TrimSpace(m.buffer[m.begin:m.end])) == 0 {
		return io.EOF
	}
	return m.broken(err)
}

// broken is what an end within a tag means.
func (m *markup) broken(err error) error {
	if errors.Is(err, io.EOF) {
		return errMarkup
	}
	return err
}

// is reports whether the tag has a name.
func (m *markup) is(name string) bool { return string(m.name) == name }

// appendText appends the text in front of the tag as it is meant.
func (m *markup) appendText(to []byte) []byte {
	return appendUnescaped(append(to, m.pieces...), m.before)
}

// attribute takes the attribute at the front of a text: its name without its
// namespace, and its raw value. rest is nil where there is none.
func attribute(text []byte) (name, value, rest []byte) {
	i := 0
	for i < len(text) && isSpace(text[i]) {
		i++
	}
	start := i
	for i < len(text) && text[i] != '=' {
		i++
	}
	name = text[start:i]
	for len(name) > 0 && isSpace(name[len(name)-1]) {
		name = name[:len(name)-1]
	}
	i++
	for i < len(text) && isSpace(text[i]) {
		i++
	}
	if i >= len(text) || text[i] != '"' && text[i] != '\'' {
		return nil, nil, nil
	}
	quote := text[i]
	start = i + 1
	for i = start; i < len(text) && text[i] != quote; i++ {
	}
	if i == len(text) {
		return nil, nil, nil
	}
	if colon := bytes.IndexByte(name, ':'); colon >= 0 {
		name = name[colon+1:]
	}
	return name, text[start:i], text[i+1:]
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// appendUnescaped appends a text with characters for their names in XML, and
// newlines for line breaks.
func appendUnescaped(to, text []byte) []byte {
	for {
		i := bytes.IndexByte(text, '&')
		if r := bytes.IndexByte(text, '\r'); r >= 0 && (r < i || i < 0) {
			i = r
		}
		if i < 0 {
			return append(to, text...)
		}
		to = append(to, text[:i]...)
		text = text[i:]
		if text[0] == '\r' {
			to = append(to, '\n')
			text = bytes.TrimPrefix(text[1:], []byte("\n"))
			continue
		}
		character, length := entity(text)
		to = utf8.AppendRune(to, character)
		text = text[length:]
	}
}

// maxEntity is how long the name of a character is at most, &#x10FFFF;
const maxEntity = 12

// entity is the character that an & begins the name of, and how long that name
// is; an & that begins none is one.
func entity(text []byte) (character rune, length int) {
	end := bytes.IndexByte(text[:min(len(text), maxEntity)], ';')
	if end < 0 {
		return '&', 1
	}
	name := string(text[1:end])
	named := map[string]rune{"amp": '&', "lt": '<', "gt": '>', "quot": '"', "apos": '\''}
	if c, ok := named[name]; ok {
		return c, end + 1
	}
	base, digits := 10, ""
	if len(name) > 1 && name[0] == '#' {
		digits = name[1:]
	}
	if len(digits) > 1 && digits[0] == 'x' {
		base, digits = 16, digits[1:]
	}
	code, err := strconv.ParseUint(digits, base, 32)
	if err != nil || code > utf8.MaxRune {
		return '&', 1
	}
	return rune(code), end + 1
}
