package actuals

import (
	"bytes"
	"encoding/binary"

	"embudo/funnel"
)

// The commonest cells are told apart by a look at their bytes. What is not
// settled here is looked at in full, to the same end.

// quickNumber is what a cell says of how a column writes numbers, where that is
// plain: it is empty, a day such as 2027-03-31, or has a mark that cannot stand
// between groups of three digits.
func quickNumber(text []byte) (class numberClass, ok bool) {
	if len(text) == 0 {
		return numberBlank, true
	}
	if len(text) == len("2027-03-31") && text[4] == '-' {
		if _, isDay := isoDate(text); isDay {
			return numberMisfit, true
		}
	}
	if len(text) > maxPlain || !isDigit(text[0]) {
		return 0, false
	}
	mark := -1
	for i, c := range text {
		switch {
		case isDigit(c):
		case mark < 0 && (c == '.' || c == ','):
			mark = i
		default:
			return 0, false
		}
	}
	decimals := len(text) - 1 - mark
	switch {
	case mark < 0 || decimals == 0 || decimals == 3:
		return 0, false
	case text[mark] == ',':
		return numberComma, true
	}
	return numberPoint, true
}

// isPrinted reports whether a byte is a character of ASCII that can be seen.
func isPrinted(c byte) bool { return '!' <= c && c <= '~' }

// trimmed is a text without white space around it.
func trimmed(text []byte) []byte {
	if len(text) > 0 && isPrinted(text[0]) && isPrinted(text[len(text)-1]) {
		return text
	}
	return bytes.TrimSpace(text)
}

// isWritten reports whether a text is more than white space.
func isWritten(text []byte) bool {
	return len(text) > 0 && (isPrinted(text[0]) || len(bytes.TrimSpace(text)) > 0)
}

// isoDays reads days such as 2027-03-31, of which many are of the same months.
type isoDays struct{ months [1 << isoMonthBits]isoMonth }

const isoMonthBits = 6

// isoMonth is a month that was met.
type isoMonth struct {
	written uint64      // 2027-03-
	before  funnel.Date // the day before its first
	days    int         // 0: there is none
}

func (d *isoDays) date(text []byte) (funnel.Date, bool) {
	const length = len("2027-03-31")
	if len(text) != length {
		return isoDate(text)
	}
	written := binary.LittleEndian.Uint64(text)
	m := &d.months[written*golden>>(64-isoMonthBits)]
	if day := number2(text[8:]); written == m.written && 1 <= day && day <= m.days {
		return m.before + funnel.Date(day), true
	}
	date, ok := isoDate(text)
	if ok {
		*m = isoMonth{written, date - funnel.Date(number2(text[8:])), daysIn(number4(text), number2(text[5:]))}
	}
	return date, ok
}
