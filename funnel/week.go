package funnel

import (
	"fmt"
	"time"
)

// Week is a week of ISO 8601: it begins on a Monday, and the first of a year is
// the one with its first Thursday.
type Week struct{ Year, Number int }

// WeekOf is the week that a day lies in.
func WeekOf(d Date) Week {
	year, number := d.Time().ISOWeek()
	return Week{year, number}
}

// ParseWeek reads 2027-W07; ok is false for what is no week, or one that its year
// does not have.
func ParseWeek(s string) (w Week, ok bool) {
	if n, err := fmt.Sscanf(s, "%4d-W%2d", &w.Year, &w.Number); n != 2 || err != nil || w.String() != s {
		return Week{}, false
	}
	return w, w.Year >= 0 && w.Number >= 1 && WeekOf(w.Days().Start) == w
}

// String is the ISO form, 2027-W07.
func (w Week) String() string { return fmt.Sprintf("%04d-W%02d", w.Year, w.Number) }

// MarshalText gives the ISO form.
func (w Week) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// Days are the seven days of the week: 4 January is always in the first one.
func (w Week) Days() Span {
	fourth := NewDate(w.Year, time.January, 4)
	monday := fourth - Date((fourth.Time().Weekday()+6)%7) + Date(7*(w.Number-1))
	return Span{monday, monday + 6}
}
