package xlsx

import (
	"strings"
	"unicode"
)

// FormatLike is the format in which a spreadsheet shows a number as it is shown: with the same sign, decimals and currency, but the user's own marks between
// digits. ok is false where there is more to it than that: "< 0.1 %".
func FormatLike(shown, mark string, negative bool, behind string) (format string, ok bool) {
	first := strings.IndexFunc(shown, isDigit)
	if first < 0 {
		return "", false
	}
	last := strings.LastIndexFunc(shown, isDigit) + 1
	before, digits, after := shown[:first], shown[first:last], shown[last:]
	if strings.ContainsAny(before, "<>") || strings.ContainsFunc(digits, func(r rune) bool { return !isDigit(r) && r != '.' && r != ',' }) {
		return "", false
	}
	pattern := "#,##0"
	if places := decimalsOf(digits, mark); places > 0 {
		pattern += "." + strings.Repeat("0", places)
	}
	tail := Literal(after)
	if unit, percent := strings.CutSuffix(after, "%"); percent {
		tail = Literal(unit) + "%"
	}
	symbol := strings.TrimLeft(before, "+-−")
	sign := strings.TrimSuffix(before, symbol)
	number := Literal(symbol) + pattern + tail + behind
	switch {
	case negative:
		return number + ";" + Literal(sign) + number, true
	case sign != "":
		return Literal(sign) + number + ";" + Literal("−") + number, true
	default:
		return number + ";" + Literal("-") + number, true
	}
}

func isDigit(r rune) bool { return unicode.IsDigit(r) && r < unicode.MaxASCII }

// decimalsOf counts the digits behind a decimal mark.
func decimalsOf(digits, mark string) int {
	_, behind, _ := strings.Cut(digits, mark)
	return len(behind)
}

// Literal is a text of a number format.
func Literal(s string) string {
	if s == "" {
		return ""
	}
	return `"` + strings.ReplaceAll(s, `"`, "″") + `"`
}
