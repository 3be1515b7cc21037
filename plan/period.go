package plan

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"embudo/funnel"
)

// Bounds of the dates of a plan.
const (
	firstYear  = 1990
	lastYear   = 2200
	maxYears   = 10 // of a period
	daysInYear = 366
)

// parsePeriod reads 2027, 2027-Q1, 2027-03, or two of these or of dates with ..
// between them.
func parsePeriod(s string) (Period, *fault) {
	left, right, isRange := cutRange(s)
	if !isRange {
		if _, isDate := calendarSpan(s); isDate && strings.Count(s, "-") == 2 {
			return Period{}, bad("bad-period", "want", s+".."+s)
		}
		right = left
	}
	from, okFrom := calendarSpan(left)
	to, okTo := calendarSpan(right)
	switch {
	case !okFrom && isRange:
		return Period{}, bad("bad-date", "want", meantDate(left))
	case !okTo && isRange:
		return Period{}, bad("bad-date", "want", meantDate(right))
	case !okFrom:
		return Period{}, bad("bad-period", "want", meantPeriod(s))
	}
	span := funnel.Span{Start: from.Start, End: to.End}
	switch {
	case span.Days() == 0:
		return Period{}, bad("period-backwards", "want", right+".."+left)
	case outOfYears(span):
		return Period{}, yearOutOfRange()
	case span.Days() > maxYears*daysInYear:
		return Period{}, bad("period-too-long", "max", strconv.Itoa(maxYears))
	}
	return Period{Text: s, Span: &span}, nil
}

// calendarSpan is the days of a year, quarter, month or date.
func calendarSpan(s string) (span funnel.Span, ok bool) {
	if date, err := funnel.ParseDate(s); err == nil {
		return funnel.Span{Start: date, End: date}, true
	}
	if t, err := time.Parse("2006-01", s); err == nil {
		return months(t.Year(), int(t.Month()), 1), true
	}
	year, quarter, isQuarter := strings.Cut(s, "-Q")
	y, err := strconv.Atoi(year)
	if err != nil || len(year) != 4 || !allDigits(year) {
		return funnel.Span{}, false
	}
	if !isQuarter {
		return months(y, 1, 12), true
	}
	if len(quarter) != 1 || quarter < "1" || quarter > "4" {
		return funnel.Span{}, false
	}
	return months(y, int(quarter[0]-'1')*3+1, 3), true
}

// months is the span of n whole months.
func months(year, month, n int) funnel.Span {
	return funnel.Span{
		Start: funnel.NewDate(year, time.Month(month), 1),
		End:   funnel.NewDate(year, time.Month(month+n), 1) - 1,
	}
}

func outOfYears(s funnel.Span) bool {
	return s.Start.Time().Year() < firstYear || s.End.Time().Year() > lastYear
}

func yearOutOfRange() *fault {
	return bad("year-out-of-range", "first", strconv.Itoa(firstYear), "last", strconv.Itoa(lastYear))
}

// parseDates reads a date, or two with .. between them.
func parseDates(s string) (Dates, *fault) {
	left, right, isRange := cutRange(s)
	if !isRange {
		right = left
	}
	start, f := parseDate(left)
	if f != nil {
		return Dates{}, f
	}
	end, f := parseDate(right)
	if f != nil {
		return Dates{}, f
	}
	span := funnel.Span{Start: start, End: end}
	switch {
	case span.Days() == 0:
		return Dates{}, bad("period-backwards", "want", right+".."+left)
	case span.Days() > maxYears*daysInYear:
		return Dates{}, bad("period-too-long", "max", strconv.Itoa(maxYears))
	}
	return Dates{&span}, nil
}

// parseDate reads an ISO date.
func parseDate(s string) (funnel.Date, *fault) {
	date, err := funnel.ParseDate(s)
	if err != nil {
		return 0, bad("bad-date", "want", meantDate(s))
	}
	if outOfYears(funnel.Span{Start: date, End: date}) {
		return 0, yearOutOfRange()
	}
	return date, nil
}

// meantDate is the ISO form of a date that somebody wrote otherwise, or an
// example where that is not certain: 03/04/2027 is in March to some.
func meantDate(s string) string {
	const example = "2027-03-31"
	numbers := strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	if len(numbers) != 3 {
		return example
	}
	var n [3]int
	for i, digits := range numbers {
		n[i], _ = strconv.Atoi(digits)
	}
	switch {
	case len(numbers[0]) == 4:
		return isoDate(n[0], n[1], n[2], example)
	case len(numbers[2]) == 4 && n[0] > 12:
		return isoDate(n[2], n[1], n[0], example)
	case len(numbers[2]) == 4 && n[1] > 12:
		return isoDate(n[2], n[0], n[1], example)
	}
	return example
}

// isoDate writes a date, with the last day of the month for one after it.
func isoDate(year, month, day int, other string) string {
	if month < 1 || month > 12 || day < 1 || day > 99 {
		return other
	}
	last := int(months(year, month, 1).Days())
	return fmt.Sprintf("%04d-%02d-%02d", year, month, min(day, last))
}

// meantPeriod is how to write what somebody meant by "Q1 2027" or "1T 2027".
func meantPeriod(s string) string {
	const example = "2027-Q1"
	var year, quarter string
	parts := strings.FieldsFunc(strings.ToUpper(s), func(r rune) bool { return r < '0' || r > '9' })
	for _, digits := range parts {
		switch {
		case len(digits) == 4 && year == "":
			year = digits
		case len(digits) == 1 && quarter == "" && digits >= "1" && digits <= "4":
			quarter = digits
		default:
			return example
		}
	}
	switch {
	case year == "" || quarter == "" && len(parts) != 1:
		return example
	case quarter == "":
		return year
	}
	return year + "-Q" + quarter
}
