package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

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
	}, strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n"))
}

func harmful(r rune) bool {
	if ' ' <= r && r <= '~' {
		return false // nearly all there is
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == unicode.ReplacementChar
}

// width is the number of terminal columns that a text takes. Nearly all texts are
// letters that take one each; only the rest is looked at more closely, for what
// joins, is wide or takes none.
func width(s string) int {
	columns := 0
	for _, r := range s {
		if !takesOne(r) {
			return twwidth.Width(s)
		}
		columns++
	}
	return columns
}

// takesOne knows the characters of most texts: those of the languages of Western
// and Central Europe, with their punctuation, raised figures, currencies and rules.
func takesOne(r rune) bool {
	switch {
	case ' ' <= r && r <= '~':
		return true
	case r < '\u00a0' || r == '\u00ad':
		return false
	}
	return r <= '\u02ff' || '\u2010' <= r && r <= '\u2027' || '\u2070' <= r && r <= '\u20bf' || '\u2500' <= r && r <= '\u257f'
}

// wrap breaks a text into lines of at most limit columns, between words; a
// longer word stays whole.
func wrap(s string, limit int) []string {
	var lines []string
	line, columns := "", 0
	for word := range strings.SplitSeq(s, " ") {
		taken := width(word)
		switch {
		case line == "":
			line, columns = word, taken
		case columns+1+taken <= limit:
			line += " " + word
			columns += 1 + taken
		default:
			lines = append(lines, line)
			line, columns = word, taken
		}
	}
	return append(lines, line)
}

// breakInto is wrap for narrow columns: a word that is too long is broken, if it
// can be behind a sign that joins two words.
func breakInto(s string, limit int) []string {
	var lines []string
	for _, line := range wrap(s, limit) {
		for head := cutWord(line, limit); len(head) < len(line); head = cutWord(line, limit) {
			lines = append(lines, head)
			line = line[len(head):]
		}
		lines = append(lines, line)
	}
	return lines
}

// cutWord is the beginning of a word that fits, all of it where it does.
func cutWord(word string, limit int) string {
	if width(word) <= limit {
		return word
	}
	fits, joint := 0, 0
	for i, r := range word {
		end := i + len(string(r))
		if width(word[:end]) > limit {
			break
		}
		fits = end
		if strings.ContainsRune("-_/.@", r) {
			joint = end
		}
	}
	switch {
	case fits == 0: // one character is wider than the column
		_, fits = utf8.DecodeRuneInString(word)
	case joint > fits/2:
		return word[:joint]
	}
	return word[:fits]
}

// paragraph wraps a text with an indent on all lines but the first.
func paragraph(s string, limit int, indent string) string {
	return strings.Join(wrap(s, limit-width(indent)), "\n"+indent)
}
