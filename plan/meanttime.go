package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// meantPeriod is how to write what somebody meant by "Q1 2027", "marzo 2027" or
// "2027-01-01 to 2027-03-31"; an example where that is not certain.
func meantPeriod(s string) string {
	if m, ok := momentIn(s); ok && m.year > 0 {
		return m.String()
	}
	if low, high, ok := meantRange(s); ok {
		return low.String() + ".." + high.String()
	}
	return "2027-Q1"
}

// meantDates is how to write the days of a trip or fair.
func meantDates(s string) string {
	if low, high, ok := meantRange(s); ok && low.day > 0 && high.day > 0 {
		return low.String() + ".." + high.String()
	}
	return meantDate(s)
}

// meantDate is the ISO form of a date that somebody wrote otherwise, or an
// example where that is not certain: 03/04/2027 is in March to some.
func meantDate(s string) string {
	if m, ok := momentIn(s); ok && m.year > 0 && m.day > 0 {
		return m.String()
	}
	return "2027-03-31"
}

// meantEnds is how to write both ends of a span, with an example for one that is
// not certain.
func meantEnds(left, right, first, last string) string {
	low, okLow := endOf(left)
	high, okHigh := endOf(right)
	switch {
	case okLow && okHigh:
		return low + ".." + high
	case okLow:
		return low + ".." + low
	case okHigh:
		return high + ".." + high
	}
	return first + ".." + last
}

// endOf is one end of a span, as it stands or as it was meant.
func endOf(s string) (string, bool) {
	if _, ok := calendarSpan(s); ok {
		return s, true
	}
	if m, ok := momentIn(s); ok && m.year > 0 && m.half == 0 {
		return m.String(), true
	}
	return "", false
}

// meantRange takes a span apart that is written with a word or a dash. What its
// beginning leaves out is in its end: January to March 2027.
func meantRange(s string) (low, high moment, ok bool) {
	for _, between := range []string{" to ", " until ", " through ", " a ", " al ", " hasta ", " - ", "–", "—", "/", "-"} {
		left, right, found := strings.Cut(strings.ToLower(s), between)
		if !found {
			continue
		}
		low, high, okBoth := momentsIn(strings.TrimPrefix(strings.TrimSpace(left), "from "), right)
		if low.year == 0 {
			low.year = high.year
		}
		if low.month == 0 && low.day > 0 {
			low.month = high.month
		}
		if okBoth && high.year > 0 && low.half+high.half == 0 && (low.day > 0) == (high.day > 0) {
			return low, high, true
		}
	}
	return moment{}, moment{}, false
}

// moment is a year, a half or quarter of it, a month or a day. A part that is 0
// was not named.
type moment struct{ year, half, quarter, month, day int }

// String writes a moment as a plan file has it.
func (m moment) String() string {
	year := fmt.Sprintf("%04d", m.year)
	switch {
	case m.half == 1:
		return year + "-01-01.." + year + "-06-30"
	case m.half == 2:
		return year + "-07-01.." + year + "-12-31"
	case m.quarter > 0:
		return year + "-Q" + strconv.Itoa(m.quarter)
	case m.day > 0:
		last := int(months(m.year, m.month, 1).Days())
		return fmt.Sprintf("%s-%02d-%02d", year, m.month, min(m.day, last))
	case m.month > 0:
		return fmt.Sprintf("%s-%02d", year, m.month)
	}
	return year
}

// momentIn reads what people write for a moment, in English or Spanish. ok is
// false where it is none, or could be more than one.
func momentIn(s string) (m moment, ok bool) {
	w, ok := wordingOf(s)
	if !ok {
		return moment{}, false
	}
	return w.moment()
}

// momentsIn reads the two ends of a span. Where one of them shows whether the day or
// the month comes first, the other is written alike: 01-04-2027 al 30-06-2027.
func momentsIn(left, right string) (low, high moment, ok bool) {
	a, okLeft := wordingOf(left)
	b, okRight := wordingOf(right)
	if !okLeft || !okRight {
		return moment{}, moment{}, false
	}
	shown := cmp.Or(a.order(), b.order())
	a.known, b.known = shown, shown
	low, okLow := a.moment()
	high, okHigh := b.moment()
	return low, high, okLow && okHigh
}

// wordingOf takes a text word by word; ok is false where one does not fit.
func wordingOf(s string) (w wording, ok bool) {
	for _, word := range wordsAndNumbers(s) {
		if !w.take(word) {
			return w, false
		}
	}
	return w, true
}

// The orders of a day and a month in numbers.
const (
	dayFirst   = 1
	monthFirst = 2
)

// order is the one that the numbers show, 0 where they show none.
func (w *wording) order() int {
	switch n := w.numbers; {
	case len(n) != 2 || w.yearFirst:
		return 0
	case n[0] > 12:
		return dayFirst
	case n[1] > 12:
		return monthFirst
	}
	return 0
}

// wording is a moment while it is read word by word.
type wording struct {
	year, month int
	yearFirst   bool  // the year stands before the numbers
	numbers     []int // of one or two digits
	known       int   // order of day and month, where something else shows it
	counts      string
}

// take takes one more word; it is false where that does not fit.
func (w *wording) take(word string) bool {
	month, isMonth := monthNamed(word)
	number, isNumber := smallNumber(word)
	switch {
	case len(word) == 4 && allDigits(word) && w.year == 0:
		w.year, _ = strconv.Atoi(word)
		w.yearFirst = len(w.numbers) == 0
	case isNumber:
		w.numbers = append(w.numbers, number)
	case isMonth && w.month == 0:
		w.month = month
	case slices.Contains([]string{"q", "t", "quarter", "trimestre", "trim", "trimester"}, word):
		w.counts += "quarters"
	case slices.Contains([]string{"h", "s", "half", "semestre", "semester", "sem"}, word):
		w.counts += "halves"
	default:
		fillers := "of the de del el year ano month mes st nd rd th er do ro to o"
		return slices.Contains(strings.Fields(fillers), word)
	}
	return true
}

// moment puts the numbers where they belong.
func (w *wording) moment() (m moment, ok bool) {
	m = moment{year: w.year, month: w.month}
	switch n := w.numbers; {
	case w.counts != "":
		return w.part()
	case len(n) == 0:
		return m, m.year > 0 || m.month > 0
	case len(n) == 1 && (m.month > 0 || m.year == 0):
		m.day = n[0]
	case len(n) == 1:
		m.month = n[0]
	case len(n) > 2 || m.month > 0 || m.year == 0:
		return moment{}, false
	case w.yearFirst || n[1] > 12:
		m.month, m.day = n[0], n[1]
	case n[0] > 12 || n[0] == n[1] || w.known == dayFirst:
		m.day, m.month = n[0], n[1]
	case w.known == monthFirst:
		m.month, m.day = n[0], n[1]
	default: // 03/04/2027
		return moment{}, false
	}
	return m, m.month <= 12
}

// part is a quarter or a half.
func (w *wording) part() (m moment, ok bool) {
	if len(w.numbers) != 1 || w.month > 0 {
		return moment{}, false
	}
	n := w.numbers[0]
	if w.counts == "quarters" {
		return moment{year: w.year, quarter: n}, n <= 4
	}
	return moment{year: w.year, half: n}, n <= 2 && w.counts == "halves"
}

// wordsAndNumbers takes a text apart into runs of letters and runs of digits, in
// small letters without accents.
func wordsAndNumbers(s string) []string {
	var parts []string
	kind := 0
	for _, r := range strings.ToLower(withoutAccents(s)) {
		before := kind
		switch {
		case r < unicode.MaxASCII && isDigit(byte(r)):
			kind = 1
		case unicode.IsLetter(r):
			kind = 2
		default:
			kind = 0
			continue
		}
		if kind != before {
			parts = append(parts, "")
		}
		parts[len(parts)-1] += string(r)
	}
	return parts
}

// smallNumber is a number of one or two digits, or an ordinal in words.
func smallNumber(word string) (n int, ok bool) {
	if allDigits(word) && len(word) <= 2 {
		n, _ = strconv.Atoi(word)
		return n, n > 0
	}
	ordinals := []string{"first primer primero", "second segundo", "third tercer tercero", "fourth cuarto"}
	for i, words := range ordinals {
		if slices.Contains(strings.Fields(words), word) {
			return i + 1, true
		}
	}
	return 0, false
}

// monthWords are the names of each month, in English and Spanish.
func monthWords() [12]string {
	return [12]string{
		"january enero", "february febrero", "march marzo", "april abril", "may mayo", "june junio", "july julio",
		"august agosto", "september septiembre setiembre", "october octubre", "november noviembre", "december diciembre",
	}
}

// monthNamed is the number of a month by its name, or by the first three letters
// of it or more.
func monthNamed(word string) (month int, ok bool) {
	for i, names := range monthWords() {
		for _, name := range strings.Fields(names) {
			if len(word) >= 3 && strings.HasPrefix(name, word) {
				return i + 1, true
			}
		}
	}
	return 0, false
}
