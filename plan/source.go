package plan

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// MaxSize bounds a plan file, in bytes: a hundred times the longest plan that
// anybody has a use for.
const MaxSize = 5 << 20

// source is the text of a file, without a byte order mark. ok is false, and the
// problem reported, where it cannot be one.
func (d *decoder) source(data []byte) (text []byte, ok bool) {
	switch {
	case len(data) > MaxSize:
		d.atFile("file-too-large", "max", "5 MB")
		return nil, false
	case isUTF16(data):
		d.atFile("utf-16")
		return nil, false
	}
	text = withNewlines(bytes.TrimPrefix(data, []byte("\ufeff")))
	switch {
	case bytes.IndexByte(text, 0) >= 0:
		d.atFile("binary-file")
	case looksLikeExport(text):
		d.atFile("looks-like-export")
	case !utf8.Valid(text):
		d.atByte(text, invalidByte(text), "not-utf-8")
	case controlCharacter(text) >= 0:
		d.atByte(text, controlCharacter(text), "control-character")
	case len(bytes.TrimSpace(text)) == 0:
		d.atFile("empty-file")
	default:
		return text, true
	}
	return nil, false
}

// looksLikeExport recognises rows of columns: the first two lines are parted by the
// same sign as often, and the first is nothing that a plan begins with.
func looksLikeExport(text []byte) bool {
	first, rest, _ := bytes.Cut(bytes.TrimLeft(text, "\n"), []byte("\n"))
	second, _, _ := bytes.Cut(rest, []byte("\n"))
	first = bytes.TrimSpace(first)
	if len(first) == 0 || bytes.IndexByte([]byte("#%{[-?&*!|>"), first[0]) >= 0 || bytes.Contains(first, []byte(": ")) || bytes.HasSuffix(first, []byte(":")) {
		return false
	}
	for _, sign := range []string{",", ";", "\t"} {
		if n := bytes.Count(first, []byte(sign)); n > 0 && bytes.Count(second, []byte(sign)) >= n {
			return true
		}
	}
	return false
}

// withNewlines ends every line with a newline alone, so that lines are counted
// in one way: YAML has four more ends of a line.
func withNewlines(text []byte) []byte {
	if !bytes.ContainsAny(text, "\r\u0085\u2028\u2029") {
		return text
	}
	ends := strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")
	return []byte(ends.Replace(string(text)))
}

// atFile reports what is wrong with the file as a whole.
func (d *decoder) atFile(name string, args ...string) {
	d.report(place{file: d.file}, name, args...)
}

// atByte reports what is wrong with one place of the text.
func (d *decoder) atByte(text []byte, offset int, name string, args ...string) {
	line, column := position(text, offset)
	d.report(place{d.file, line, column}, name, args...)
}

// position is the line and the column of an offset, both from 1, the column in
// characters.
func position(text []byte, offset int) (line, column int) {
	before := text[:offset]
	start := bytes.LastIndexByte(before, '\n') + 1
	return bytes.Count(before, []byte("\n")) + 1, utf8.RuneCount(before[start:]) + 1
}

// isUTF16 recognises the byte order marks of UTF-16, and text in it that has
// none: every other byte of its beginning is 0.
func isUTF16(data []byte) bool {
	if bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		return true
	}
	if len(data) < 4 {
		return false
	}
	bigEndian := data[0] == 0 && data[2] == 0
	littleEndian := data[1] == 0 && data[3] == 0
	return bigEndian != littleEndian
}

// invalidByte is the offset of the first byte that is not UTF-8.
func invalidByte(text []byte) int {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// controlCharacter is the offset of the first character that YAML does not
// allow in a text, -1 without one.
func controlCharacter(text []byte) int {
	for i, r := range string(text) {
		switch {
		case r == '\t', r == '\n', r == '\r', r == 0x85:
		case r < 0x20, 0x7f <= r && r < 0xa0, r == 0xfeff, r == 0xfffe, r == 0xffff:
			return i
		}
	}
	return -1
}
