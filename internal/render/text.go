package render

import (
	"strings"
	"unicode"

	"github.com/olekukonko/tablewriter/pkg/twwidth"
)

// Clean makes text from files harmless on a terminal: control characters,
// escape sequences among them, become a visible mark, as do the marks that turn
// the direction of writing around; tabs and line breaks become spaces.
func Clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case harmful(r):
			return '·'
		default:
			return r
		}
	}, s)
}

// cleanLines is [Clean] for a format that keeps tabs and line breaks, which
// become line feeds.
func cleanLines(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\t' && r != '\n' && harmful(r) {
			return '·'
		}
		return r
	}, strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s))
}

func harmful(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == unicode.ReplacementChar
}

// width is the number of terminal columns that a text takes.
func width(s string) int { return twwidth.Width(s) }

// wrap breaks a text into lines of at most limit columns, between words; a
// longer word stays whole.
func wrap(s string, limit int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Split(s, " ") {
		switch {
		case line == "":
			line = word
		case width(line)+1+width(word) <= limit:
			line += " " + word
		default:
			lines = append(lines, line)
			line = word
		}
	}
	return append(lines, line)
}

// paragraph wraps a text with an indent on all lines but the first.
func paragraph(s string, limit int, indent string) string {
	return strings.Join(wrap(s, limit-width(indent)), "\n"+indent)
}
