package funnel

import "fmt"

// Unit is a part of the calendar.
type Unit int

// The parts of the calendar that targets are given for.
const (
	EachDay  Unit = iota
	EachWeek      // ISO weeks, Monday to Sunday
	EachMonth
)

// Around is the whole unit that a day lies in.
func (u Unit) Around(d Date) Span {
	switch u {
	case EachWeek:
		monday := d - Date(d.weekday())
		return Span{monday, monday + 6}
	case EachMonth:
		year, month, _ := d.Time().Date()
		return Span{NewDate(year, month, 1), NewDate(year, month+1, 1) - 1}
	default:
		return Span{d, d}
	}
}

// Name is the ISO form of the unit that a day lies in: 2027-02-15, 2027-W07 or
// 2027-02.
func (u Unit) Name(d Date) string {
	switch u {
	case EachWeek:
		year, week := d.Time().ISOWeek()
		return fmt.Sprintf("%04d-W%02d", year, week)
	case EachMonth:
		return d.Time().Format("2006-01")
	default:
		return d.String()
	}
}
