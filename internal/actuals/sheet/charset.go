package sheet

import (
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// charset is an encoding by its name: utf-8, windows-1252.
type charset struct {
	name    string
	decoder func() *encoding.Decoder // nil where the bytes are UTF-8 already
}

// Names of the encodings that are recognised.
const (
	utf8Name    = "utf-8"
	utf16LEName = "utf-16le"
	utf16BEName = "utf-16be"
	windowsName = "windows-1252"
)

func utf16Charset(name string) charset {
	endianness := unicode.LittleEndian
	if name == utf16BEName {
		endianness = unicode.BigEndian
	}
	return charset{name, unicode.UTF16(endianness, unicode.IgnoreBOM).NewDecoder}
}

func windowsCharset() charset { return charset{windowsName, charmap.Windows1252.NewDecoder} }

// charsetExamples are the encodings that a message lists.
func charsetExamples() []string {
	return []string{
		utf8Name, utf16LEName, utf16BEName, windowsName, "windows-1250", "iso-8859-1", "iso-8859-15", "macintosh", "cp850",
	}
}

// charsetOf finds the encoding that a user names, whatever the case and the
// signs between letters and digits: UTF8, cp1252, Latin 1. Every single-byte
// encoding of golang.org/x/text is known by its name there.
func charsetOf(name string) (c charset, ok bool) {
	key := charsetKey(name)
	switch key {
	case "utf8", "utf8bom", "utf8sig":
		return charset{name: utf8Name}, true
	case "utf16", "utf16le":
		return utf16Charset(utf16LEName), true
	case "utf16be":
		return utf16Charset(utf16BEName), true
	}
	for _, e := range charmap.All {
		m, isMap := e.(*charmap.Charmap)
		if isMap && m != charmap.XUserDefined && charsetKey(m.String()) == key {
			return charset{charsetName(m), m.NewDecoder}, true
		}
	}
	return charset{}, false
}

// charsetName is the usual name of an encoding that x/text calls "Windows 1252",
// "ISO 8859-1" or "IBM Code Page 850".
func charsetName(m *charmap.Charmap) string {
	return strings.NewReplacer("ibm code page ", "cp", "windows code page ", "cp", " ", "-").Replace(strings.ToLower(m.String()))
}

// charsetKey is a name without signs, other names of an encoding made into the
// one of x/text.
func charsetKey(name string) string {
	key := strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			return r
		case 'A' <= r && r <= 'Z':
			return r + 'a' - 'A'
		}
		return -1
	}, name)
	switch key {
	case "ansi":
		return "windows1252"
	case "latin1", "l1":
		return "iso88591"
	case "latin2", "l2":
		return "iso88592"
	case "latin9", "l9":
		return "iso885915"
	case "mac", "macroman":
		return "macintosh"
	}
	for _, prefix := range []string{"windowscodepage", "ibmcodepage", "codepage", "ibm", "cp", "win", ""} {
		number, found := strings.CutPrefix(key, prefix)
		switch {
		case !found || !isNumber(number):
		case strings.HasPrefix(number, "125") || number == "874":
			return "windows" + number
		default:
			return "ibmcodepage" + number
		}
	}
	return key
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
