package render

import (
	"math"
	"strconv"

	"embudo/internal/report"
	"embudo/internal/xlsx"
)

// typed is a value as a number or date, with the format in which a spreadsheet shows
// it as the document does; ok is false for what is a text.
func typed(d *report.Document, c report.Cell) (value any, format string, ok bool) {
	marks := ""
	if len(c.Marks) > 0 {
		marks = xlsx.Literal("\u00a0" + report.Marks(c.Marks))
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
	format, ok = xlsx.FormatLike(Clean(c.Value.Show(d)), d.Language.DecimalMark(), x < 0, marks)
	return x, format, ok
}
