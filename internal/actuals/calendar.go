package actuals

import "embudo/funnel"

// Bounds of the years that are taken for what they say. Programs write the year
// 1 or 9999 where they know no date.
const (
	firstYear = 1970
	lastYear  = 2200
)

// dayOf is the day of a year, month and day of the month, not ok where there is
// none. It takes a tenth of the time of funnel.NewDate.
func dayOf(year, month, day int) (d funnel.Date, ok bool) {
	if year < firstYear || year > lastYear || month < 1 || month > 12 || day < 1 || day > 31 {
		return 0, false
	}
	if day > 28 && day > daysIn(year, month) {
		return 0, false
	}
	// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin in
	// March, so that the leap day is the last.
	if month <= 2 {
		year--
		month += 12
	}
	return funnel.Date(year*365 + year/4 - year/100 + year/400 + (153*(month-3)+2)/5 + day - 1 - 719468), true
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// monthOf is the year and month of a day.
func monthOf(d funnel.Date) (year, month int) {
	t := d.Time()
	return t.Year(), int(t.Month())
}

// monthsOf is the span of n whole months.
func monthsOf(year, month, n int) funnel.Span {
	start, _ := dayOf(year, month, 1)
	year, month = year+(month-1+n-1)/12, (month-1+n-1)%12+1
	end, _ := dayOf(year, month, daysIn(year, month))
	return funnel.Span{Start: start, End: end}
}

// isoWeek is the span of a week of ISO 8601, Monday to Sunday; the first has the
// year's first Thursday.
func isoWeek(year, week int) (span funnel.Span, ok bool) {
	fourth, ok := dayOf(year, 1, 4)
	if !ok || week < 1 || week > 53 {
		return funnel.Span{}, false
	}
	const epochWeekday = 3 // 1 January 1970 was a Thursday, three days after Monday
	monday := fourth - (fourth+epochWeekday)%7 + funnel.Date(7*(week-1))
	if of, _ := monthOf(monday + 3); of != year {
		return funnel.Span{}, false
	}
	return funnel.Span{Start: monday, End: monday + 6}, true
}

// century completes a year of two digits: 1970 to 2069.
func century(year int) int {
	if year < 70 {
		return 2000 + year
	}
	return 1900 + year
}
