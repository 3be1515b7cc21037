package funnel

import "time"

// americanHolidays are the federal holidays of 5 U.S.C. 6103(a), on the days on
// which offices that work Monday to Friday keep them: one that falls on a
// Saturday on the Friday before (6103(b)), one on a Sunday on the Monday after
// (Executive Order 11582). So a 1 January on a Saturday is a holiday of the year
// before, and its own year has none.
//
// Not in the list: Inauguration Day, a holiday round Washington only (6103(c)),
// and the days on which a president closes federal offices.
func americanHolidays() []holidayRule {
	observed := holidayMove{time.Saturday: -1, time.Sunday: +1}
	return []holidayRule{
		{name: "New Year's Day", day: onDate(time.January, 1), move: observed},
		{name: "Birthday of Martin Luther King, Jr.", day: onWeekday(3, time.Monday, time.January)},
		{name: "Washington's Birthday", day: onWeekday(3, time.Monday, time.February)},
		{name: "Memorial Day", day: onWeekday(-1, time.Monday, time.May)},
		// Public Law 117-17, signed on 17 June 2021.
		{name: "Juneteenth National Independence Day", day: onDate(time.June, 19), move: observed, from: 2021},
		{name: "Independence Day", day: onDate(time.July, 4), move: observed},
		{name: "Labor Day", day: onWeekday(1, time.Monday, time.September)},
		{name: "Columbus Day", day: onWeekday(2, time.Monday, time.October)},
		{name: "Veterans Day", day: onDate(time.November, 11), move: observed},
		{name: "Thanksgiving Day", day: onWeekday(4, time.Thursday, time.November)},
		{name: "Christmas Day", day: onDate(time.December, 25), move: observed},
	}
}
