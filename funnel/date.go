package funnel

import "time"

// Date is a calendar day without a time zone: days since 1 January 1970.
type Date int32

// MaxDate is after any day that a plan or an export names.
const MaxDate Date = 2932896 // 9999-12-31

// NewDate is the day of a year, month and day of the month; values out of range
// are normalised as [time.Date] does.
func NewDate(year int, month time.Month, day int) Date {
	return DateOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// DateOf is the calendar day that t shows in its own location.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// ParseDate reads an ISO date, 2027-03-31.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, err
	}
	return DateOf(t), nil
}

// Time is the day's midnight in UTC.
func (d Date) Time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// String is the ISO form, 2027-03-31.
func (d Date) String() string { return d.Time().Format(time.DateOnly) }

// MarshalText gives the ISO form.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// Weekend reports whether the day is a Saturday or a Sunday.
func (d Date) Weekend() bool { return d.weekday() >= 5 }

// weekday counts from 0 on a Monday to 6 on a Sunday.
func (d Date) weekday() int {
	const first = 3 // 1 January 1970 was a Thursday
	return int((int64(d)%7 + first + 7) % 7)
}

// Span is a run of calendar days, both ends included.
type Span struct {
	Start Date `json:"start"`
	End   Date `json:"end"`
}

// Days is the number of calendar days in the span, 0 when it ends before it
// starts.
func (s Span) Days() int64 { return max(0, int64(s.End)-int64(s.Start)+1) }

// WorkingDays counts the days of the span from Monday to Friday that are not
// holidays.
func (s Span) WorkingDays(holidays map[Date]bool) int64 {
	if s.Days() == 0 {
		return 0
	}
	working := s.weekdays()
	for d, holiday := range holidays {
		if holiday && d >= s.Start && d <= s.End && !d.Weekend() {
			working--
		}
	}
	return working
}

// weekdays counts the days of the span from Monday to Friday.
func (s Span) weekdays() int64 {
	weeks := s.Days() / 7
	weekdays := weeks * 5
	for d := s.Start + Date(weeks*7); d <= s.End; d++ {
		if !d.Weekend() {
			weekdays++
		}
	}
	return weekdays
}
