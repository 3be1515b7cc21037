package render

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"embudo/internal/report"
	"embudo/internal/xlsx"
)

// typed is a value as a number or date, with the format in which a spreadsheet shows
// it as the document does; ok is false for what is a text.
func typed(d *report.Document, c report.Cell) (value any, format string, ok bool) {
	marks := ""
	if len(c.Marks) > 0 {
		marks = literal("\u00a0" + report.Marks(c.Marks))
	}
	switch v := c.Value.(type) {
	case nil, report.Text, report.Term, report.Days, report.Range:
		return nil, "", false
	case report.Day:
		day, ok := xlsx.Day(v.Time())
		return day, xlsx.DateFormat(d.Language.Code, "d mmm yyyy") + marks, ok
	case report.Month:
		day, ok := xlsx.Day(v.Time())
		return day, xlsx.DateFormat(d.Language.Code, "mmm yyyy") + marks, ok
	}
	x, err := strconv.ParseFloat(c.Value.Raw(), 64)
	const exact = 1e15 // a spreadsheet keeps fifteen digits
	if err != nil || math.Abs(x) >= exact {
		return nil, "", false
	}
	format, ok = formatOf(c.Value.Show(d), d.Language.DecimalMark(), x < 0, marks)
	return x, format, ok
}

// formatOf is the format in which a spreadsheet shows a number as it is shown
// here: with the same sign, decimals and currency, but the user's own marks between
// digits. ok is false where there is more to it than that: "< 0.1 %".
func formatOf(shown, mark string, negative bool, behind string) (format string, ok bool) {
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
	tail := literal(after)
	if unit, percent := strings.CutSuffix(after, "%"); percent {
		tail = literal(unit) + "%"
	}
	symbol := strings.TrimLeft(before, "+-−")
	sign := strings.TrimSuffix(before, symbol)
	number := literal(symbol) + pattern + tail + behind
	switch {
	case negative:
		return number + ";" + literal(sign) + number, true
	case sign != "":
		return literal(sign) + number + ";" + literal("−") + number, true
	default:
		return number + ";" + literal("-") + number, true
	}
}

func isDigit(r rune) bool { return unicode.IsDigit(r) && r < unicode.MaxASCII }

// decimalsOf counts the digits behind a decimal mark.
func decimalsOf(digits, mark string) int {
	_, behind, _ := strings.Cut(digits, mark)
	return len(behind)
}

// literal is a text of a number format.
func literal(s string) string {
	if s == "" {
		return ""
	}
	return `"` + strings.ReplaceAll(Clean(s), `"`, "″") + `"`
}
