package sheet

import (
	"math"
	"strconv"
	"time"
)

// epoch says from which day a workbook counts days.
type epoch int

const (
	since1900 epoch = iota // 1 is the first of January 1900, and 60 a day that never was
	since1904              // 0 is the first of January 1904; workbooks of old Macs
)

// epochOf reads the date1904 of a workbook, which is a truth value.
func epochOf(date1904 string) epoch {
	if date1904 == "1" || date1904 == "true" || date1904 == "on" {
		return since1904
	}
	return since1900
}

const (
	daySeconds = 24 * 60 * 60
	lastSerial = 2958465 // 9999-12-31 in days since 1900
	noSuchDay  = 60      // 1900-02-29, which Lotus 1-2-3 took for a day
)

// appendTime appends the time that a number of days stands for by its style, to
// the second. ok is false where it stands for none: a negative one, a date
// before the first, one after the year 9999.
func (e epoch) appendTime(to []byte, number []byte, s style) (text []byte, ok bool) {
	days, err := strconv.ParseFloat(string(number), 64)
	if err != nil || !(days >= 0 && days < lastSerial+1) {
		return to, false
	}
	seconds := int64(math.Round(days * daySeconds))
	switch {
	case s == duration:
		return appendClock(to, seconds), true
	case s == clock && seconds < daySeconds:
		return appendClock(to, seconds), true
	}
	return e.appendDate(to, seconds)
}

// appendDate appends a date by the seconds since the epoch, with the time of day
// unless that is midnight.
func (e epoch) appendDate(to []byte, seconds int64) ([]byte, bool) {
	days := seconds / daySeconds
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case e == since1904:
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case days == 0, days == noSuchDay, days > lastSerial:
		return to, false
	case days < noSuchDay:
		days++
	}
	date := first.AddDate(0, 0, int(days))
	if date.Year() > 9999 {
		return to, false
	}
	to = date.AppendFormat(to, time.DateOnly)
	if rest := seconds % daySeconds; rest > 0 {
		to = appendClock(append(to, 'T'), rest)
	}
	return to, true
}

// appendClock appends hours, minutes and seconds.
func appendClock(to []byte, seconds int64) []byte {
	hours := seconds / 3600
	if hours < 10 {
		to = append(to, '0')
	}
	to = strconv.AppendInt(to, hours, 10)
	for _, part := range []int64{seconds / 60 % 60, seconds % 60} {
		to = append(to, ':', byte('0'+part/10), byte('0'+part%10))
	}
	return to
}
