package xlsx

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// escaped writes text into XML. What XML has no way to write becomes a visible
// mark; what a spreadsheet would read as an escape of its own, _x000D_, is escaped.
func escaped(s string) string {
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		c := s[i]
		plain = c >= ' ' && c < utf8.RuneSelf && c != '&' && c != '<' && c != '>' && c != '"' && c != '_'
	}
	if plain {
		return s
	}
	var b strings.Builder
	for _, r := range keepEscapes(s) {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		case r == '\n' || r == '\t' || r == '\r':
			b.WriteString("&#" + strconv.Itoa(int(r)) + ";")
		case r < ' ' || r == 0xFFFE || r == 0xFFFF:
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// keepEscapes escapes the underscore of whatever looks like an escape.
func keepEscapes(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return regexp.MustCompile(`_(x[0-9A-Fa-f]{4}_)`).ReplaceAllString(s, "_x005F_$1")
}

// cutText keeps a text to what a cell takes.
func cutText(s string, most int) string {
	if len(s) <= most {
		return s
	}
	units := 0
	for i, r := range s {
		if units += utf16.RuneLen(max(r, 0)); units > most-1 {
			return s[:i] + "…"
		}
	}
	return s
}

// runs reports whether a program that the text is typed into anew would run it as a
// formula.
func runs(s string) bool {
	return s != "" && strings.ContainsRune("=+-@\t\r\n", rune(s[0]))
}

// SheetNames makes names that Excel takes: no longer than 31 characters, without
// its signs, each once.
func SheetNames(wanted []string) []string {
	taken := map[string]bool{"history": true} // Excel keeps it for itself
	names := make([]string, len(wanted))
	for i, name := range wanted {
		name = strings.Map(func(r rune) rune {
			if r < ' ' || strings.ContainsRune(`[]:*?/\`, r) {
				return ' '
			}
			return r
		}, name)
		name = strings.Trim(strings.Join(strings.Fields(name), " "), "' ")
		if name == "" {
			name = strconv.Itoa(i + 1)
		}
		names[i] = unique(name, taken)
	}
	return names
}

const maxSheetName = 31

func unique(name string, taken map[string]bool) string {
	candidate := strings.TrimRight(cutText(name, maxSheetName), "' ")
	for n := 2; taken[strings.ToLower(candidate)]; n++ {
		ending := " (" + strconv.Itoa(n) + ")"
		candidate = strings.TrimRight(cutText(name, maxSheetName-len(ending)), "' ") + ending
	}
	taken[strings.ToLower(candidate)] = true
	return candidate
}

// Quoted is a sheet's name as formulas write it.
func Quoted(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'" }
