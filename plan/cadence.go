package plan

import (
	"strconv"
	"strings"
	"unicode"
)

// Cadence is how often something is done: every N days, weeks or months. N is 0
// where the file does not say.
type Cadence struct {
	N    int64
	Unit string // day, week or month
}

// String is the cadence as a plan file has it: week, or 2 weeks.
func (c Cadence) String() string {
	switch c.N {
	case 0:
		return ""
	case 1:
		return c.Unit
	}
	return strconv.FormatInt(c.N, 10) + " " + c.Unit + "s"
}

// maxCadence bounds a cadence, in its units.
const maxCadence = 1000

// parseCadence reads week, 2 weeks, 10 days, 3 months, and the short forms of
// durations: 2w, 10d, 3mo.
func parseCadence(s string) (Cadence, *fault) {
	number, word := leadingNumber(s)
	unit := map[string]string{
		"day": "day", "days": "day", "d": "day", "week": "week", "weeks": "week", "w": "week",
		"month": "month", "months": "month", "mo": "month",
	}[word]
	if unit == "" || number == "" && len(word) < len("day") {
		return Cadence{}, bad("bad-cadence", "want", meantCadence(s))
	}
	if number == "" {
		number = "1"
	}
	n, err := strconv.ParseInt(number, 10, 64)
	if err != nil || n < 1 || n > maxCadence || number[0] == '0' {
		return Cadence{}, bad("bad-cadence", "want", meantCadence(s))
	}
	return Cadence{n, unit}, nil
}

// leadingNumber takes the digits off the front of a text.
func leadingNumber(s string) (number, rest string) {
	rest = strings.TrimLeft(s, "0123456789")
	return s[:len(s)-len(rest)], strings.TrimSpace(rest)
}

// meantCadence is how to write what somebody meant by "cada 2 semanas", "weekly"
// or "quincenal".
func meantCadence(s string) string {
	said := strings.ToLower(withoutAccents(strings.TrimSpace(s)))
	for _, filler := range []string{"every ", "each ", "once a ", "cada "} {
		said = strings.TrimPrefix(said, filler)
	}
	number, word := leadingNumber(said)
	word = strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
	words := []struct {
		starts, unit string
		n            int64
	}{
		{"quincen fortnight biweek", "week", 2},
		{"bimes bimonth", "month", 2},
		{"trimes quarter", "month", 3},
		{"semestr half", "month", 6},
		{"ano year annual anual", "month", 12},
		{"sem week", "week", 1},
		{"mes mens month", "month", 1},
		{"dia day dail diar", "day", 1},
	}
	for _, w := range words {
		for _, start := range strings.Fields(w.starts) {
			if !strings.HasPrefix(word, start) {
				continue
			}
			times, err := strconv.ParseInt(number, 10, 32)
			if err != nil || times < 1 {
				times = 1
			}
			return Cadence{min(times*w.n, maxCadence), w.unit}.String()
		}
	}
	if number != "" && word == "" && len(number) <= 2 && strings.Trim(number, "0") != "" {
		n, _ := strconv.ParseInt(number, 10, 64)
		return Cadence{n, "week"}.String()
	}
	return "2 weeks"
}
