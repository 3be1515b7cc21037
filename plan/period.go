package plan

import (
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
		if day, ok := momentIn(s); ok && day.year > 0 && day.day > 0 {
			quarter := moment{year: day.year, quarter: (day.month + 2) / 3}
			return Period{}, bad("period-of-one-day", "want", quarter.String(), "other", strconv.Itoa(day.year))
		}
		right = left
	}
	from, okFrom := calendarSpan(left)
	to, okTo := calendarSpan(right)
	switch {
	case isRange && (!okFrom || !okTo):
		return Period{}, bad("bad-date", "want", meantEnds(left, right, "2027-01-01", "2027-03-31"))
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
	end, g := parseDate(right)
	switch {
	case isRange && (isBadDate(f) || isBadDate(g)):
		return Dates{}, bad("bad-date", "want", meantEnds(left, right, "2027-04-12", "2027-04-16"))
	case isBadDate(f):
		return Dates{}, bad("bad-date", "want", meantDates(s))
	case f != nil:
		return Dates{}, f
	case g != nil:
		return Dates{}, g
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

func isBadDate(f *fault) bool { return f != nil && f.name == "bad-date" }

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
