package funnel

import (
	"slices"
	"time"
)

// Holiday is a public holiday of a whole country.
type Holiday struct {
	Date Date   `json:"date"` // the day it is kept, which may not be the day it remembers
	Name string `json:"name"` // in the country's language
}

// Holidays lists the national public holidays of a country in a year, in order
// and each day once; two holidays that meet on a day share it, their names
// joined by " / ". The country is an ISO 3166 code in capitals; known is false
// for one without rules, see [HolidayCountries].
//
// The lists follow the law, from 2000 on and into the future as if it stayed as
// it is. Left out are days of a region, of a trade or of public offices only,
// election and census days, and what a government decrees for a single year:
// bridges, mourning, victories. The comment at each country's rules says more.
func Holidays(country string, year int) (days []Holiday, known bool) {
	for _, c := range holidayCalendars() {
		if c.country == country {
			return c.days(year), true
		}
	}
	return nil, false
}

// HolidayCountries lists the ISO 3166 codes of the countries that [Holidays]
// knows, in order.
func HolidayCountries() []string {
	var codes []string
	for _, c := range holidayCalendars() {
		codes = append(codes, c.country)
	}
	return codes
}

// holidayCalendar is a country's law, one rule a holiday and period.
type holidayCalendar struct {
	country string               // ISO 3166 code
	rules   func() []holidayRule // made for the country that is asked for alone
}

// holidayCalendars lists all countries in order of their codes. A new one is a
// file with its rules and a line here.
func holidayCalendars() []holidayCalendar {
	return []holidayCalendar{
		{"AR", argentineHolidays},
		{"BR", brazilianHolidays},
		{"CL", chileanHolidays},
		{"CO", colombianHolidays},
		{"ES", spanishHolidays},
		{"MX", mexicanHolidays},
		{"PE", peruvianHolidays},
		{"US", americanHolidays},
	}
}

// holidayRule says when one holiday is kept.
type holidayRule struct {
	name string
	day  func(year int) Date // the day that the law names
	only []time.Weekday      // a holiday only where that day is one of these; nil: always
	move holidayMove         // from the day that the law names to the day it is kept

	from, to int // first and last year, both included; 0: open
	every    int // years from one to the next, counted from the first; 0: each year
}

// holidayMove is the number of days, by weekday, that a holiday is put off, or
// brought forward where it is negative. The zero value leaves it where it is.
type holidayMove [7]int

// days lists the holidays that are kept in a year. It asks the next year's
// rules too: the United States kept 1 January 2022 on 31 December 2021.
func (c holidayCalendar) days(year int) []Holiday {
	var days []Holiday
	for _, r := range c.rules() {
		for _, y := range []int{year, year + 1} {
			if day, ok := r.kept(y); ok && day.Time().Year() == year {
				days = append(days, Holiday{day, r.name})
			}
		}
	}
	slices.SortStableFunc(days, func(a, b Holiday) int { return int(a.Date) - int(b.Date) })
	return mergeHolidays(days)
}

// kept is the day on which a year's holiday is kept; ok is false when that year
// has none.
func (r holidayRule) kept(year int) (day Date, ok bool) {
	if r.from != 0 && year < r.from || r.to != 0 && year > r.to {
		return 0, false
	}
	if r.every != 0 && (year-r.from)%r.every != 0 {
		return 0, false
	}
	day = r.day(year)
	weekday := day.Time().Weekday()
	if r.only != nil && !slices.Contains(r.only, weekday) {
		return 0, false
	}
	return day + Date(r.move[weekday]), true
}

// mergeHolidays makes one of those that follow each other on the same day.
func mergeHolidays(days []Holiday) []Holiday {
	var merged []Holiday
	for _, h := range days {
		if last := len(merged) - 1; last >= 0 && merged[last].Date == h.Date {
			merged[last].Name += " / " + h.Name
			continue
		}
		merged = append(merged, h)
	}
	return merged
}

// onDate is the same day of the same month each year.
func onDate(month time.Month, day int) func(year int) Date {
	return func(year int) Date { return NewDate(year, month, day) }
}

// onWeekday is the nth weekday of a month: 1 for the first, -1 for the last.
func onWeekday(n int, weekday time.Weekday, month time.Month) func(year int) Date {
	return func(year int) Date {
		start, weeks := NewDate(year, month, 1), n-1
		if n < 0 {
			start, weeks = NewDate(year, month+1, 1), n
		}
		ahead := (weekday - start.Time().Weekday() + 7) % 7
		return start + Date(ahead) + Date(7*weeks)
	}
}

// onEaster is a number of days after Easter Sunday, negative before it.
func onEaster(days int) func(year int) Date {
	return func(year int) Date { return easterSunday(year) + Date(days) }
}

// easterSunday is Easter in the Gregorian calendar, by the anonymous algorithm
// of 1876; see Jean Meeus, Astronomical Algorithms, chapter 8.
func easterSunday(year int) Date {
	golden := year % 19
	century, ofCentury := year/100, year%100
	correction := (century - (century+8)/25 + 1) / 3
	epact := (19*golden + century - century/4 - correction + 15) % 30
	toSunday := (32 + 2*(century%4) + 2*(ofCentury/4) - epact - ofCentury%4) % 7
	late := (golden + 11*epact + 22*toSunday) / 451
	days := epact + toSunday - 7*late // after 22 March
	return NewDate(year, time.March, 22+days)
}
