package actuals

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf8"

	"embudo/funnel"
	"embudo/internal/actuals/sheet"
)

// dateReading is what a cell says before the order of day and month is known: a
// span, or two dates of which at least one depends on that order.
type dateReading struct {
	from, to datePart
	number   bool // a number that is a date only where dates are meant
}

// datePart is an end of a span: a known one, or a date that needs an order.
type datePart struct {
	known               funnel.Date
	year, first, second int // year 0: known is the date
}

func (p datePart) date(order dateOrder) (funnel.Date, bool) {
	switch {
	case p.year == 0:
		return p.known, true
	case order == dayFirst:
		return dayOf(p.year, p.second, p.first)
	case order == monthFirst:
		return dayOf(p.year, p.first, p.second)
	case p.first == p.second:
		return dayOf(p.year, p.first, p.second)
	}
	return 0, false
}

// span is what the cell says in an order.
func (r dateReading) span(order dateOrder) (funnel.Span, bool) {
	from, fromOK := r.from.date(order)
	to, toOK := r.to.date(order)
	return funnel.Span{Start: from, End: to}, fromOK && toOK && from <= to
}

func readDay(d funnel.Date) dateReading { return readSpan(funnel.Span{Start: d, End: d}) }

func readSpan(s funnel.Span) dateReading {
	return dateReading{from: datePart{known: s.Start}, to: datePart{known: s.End}}
}

// isoDate reads 2027-03-31, alone or before a time.
func isoDate(text []byte) (funnel.Date, bool) {
	const (
		form     = 0x2d_30_30_2d_30_30_30_30 // 0000-00-, the first byte lowest
		tooLarge = 0x7f_76_76_7f_76_76_76_76 // adds up to 0x80 with ten, or with one where the dashes are
		highBits = 0x80_80_80_80_80_80_80_80
	)
	if len(text) < len("2027-03-31") {
		return 0, false
	}
	digits := binary.LittleEndian.Uint64(text) ^ form
	if (digits|(digits&^highBits+tooLarge))&highBits != 0 {
		return 0, false
	}
	at := func(i int) int { return int(digits >> (8 * i) & 0xf) }
	year, month, day := at(0)*1000+at(1)*100+at(2)*10+at(3), at(5)*10+at(6), number2(text[8:])
	if day < 0 || len(text) > 10 && !isoTime(text[10:]) {
		return 0, false
	}
	return dayOf(year, month, day)
}

// isoTime reports whether a text is the usual rest of a date with a time:
// T10:20:30, with a fraction and Z if at all.
func isoTime(text []byte) bool {
	if text[0] != 'T' && text[0] != ' ' {
		return false
	}
	return len(text) > 1 && isClock(text[1:])
}

// slashed reads 31/03/2027, 31-03-2027 and 31.03.2027.
func slashed(text []byte, order dateOrder) (funnel.Date, bool) {
	if len(text) != 10 || text[2] != text[5] || text[2] != '/' && text[2] != '-' && text[2] != '.' {
		return 0, false
	}
	first, second, year := number2(text), number2(text[3:]), number4(text[6:])
	if first < 0 || second < 0 || year < 0 {
		return 0, false
	}
	return datePart{year: max(year, 1), first: first, second: second}.date(order)
}

// number2 is the number of two digits with which a text begins, −1 for none.
func number2(text []byte) int {
	a, b := text[0]-'0', text[1]-'0'
	if a > 9 || b > 9 {
		return -1
	}
	return int(a)*10 + int(b)
}

// number4 is the number of four digits with which a text begins, −1 for none.
func number4(text []byte) int {
	high, low := number2(text), number2(text[2:])
	if high < 0 || low < 0 {
		return -1
	}
	return high*100 + low
}

// Bounds of the length of a date, in bytes.
const (
	minDate = len("46112")
	maxDate = 80
)

// scanDate reads a cell in any of the ways in which dates are written.
func scanDate(c sheet.Cell) (dateReading, fit) {
	text := bytes.TrimFunc(c.Text, isAround)
	switch {
	case isBlank(text) || string(text) == "0000-00-00":
		return dateReading{}, blank
	case len(text) < minDate || len(text) > maxDate:
		return dateReading{}, misfit
	}
	if r, ok := scanNumberDate(text); ok {
		return r, fits
	}
	if isDigits(text) {
		return dateReading{}, misfit
	}
	if r, ok := scanRange(text); ok {
		return r, fits
	}
	day, ok := withoutTime(text)
	if !ok {
		return dateReading{}, misfit
	}
	r, ok := scanOne(day)
	if !ok {
		r, ok = scanNumberDate(day)
	}
	if !ok {
		return dateReading{}, misfit
	}
	return r, fits
}

// scanNumberDate reads what is a date only in a column of dates: 20270331, with an
// hour of two digits behind it or not, the month 202703, and the days since 30 December 1899 by which spreadsheets count.
func scanNumberDate(text []byte) (dateReading, bool) {
	const (
		firstSerial, lastSerial = 20000, 80000 // 1954 to 2119
		serialOf1970            = 25569
	)
	whole, fraction, _ := bytes.Cut(text, []byte{'.'})
	if !isDigits(whole) || len(fraction) > 0 && !isDigits(fraction) {
		return dateReading{}, false
	}
	r := dateReading{}
	switch {
	case len(whole) == 5:
		serial := number4(whole)*10 + int(whole[4]-'0')
		if serial < max(firstSerial, serialOf1970) || serial > lastSerial {
			return r, false
		}
		r = readDay(funnel.Date(serial - serialOf1970))
	case len(whole) == 8 && len(whole) == len(text):
		day, ok := dayOf(number4(whole), number2(whole[4:]), number2(whole[6:]))
		if !ok {
			return r, false
		}
		r = readDay(day)
	case len(whole) == 10 && len(whole) == len(text) && number2(whole[8:]) < 24:
		day, ok := dayOf(number4(whole), number2(whole[4:]), number2(whole[6:]))
		if !ok {
			return r, false
		}
		r = readDay(day)
	case len(whole) == 6 && len(whole) == len(text):
		year, month := number4(whole), number2(whole[4:])
		if _, ok := dayOf(year, month, 1); !ok {
			return r, false
		}
		r = readSpan(monthsOf(year, month, 1))
	default:
		return r, false
	}
	r.number = true
	return r, true
}

// scanRange reads two dates with a dash or a word between them.
func scanRange(text []byte) (dateReading, bool) {
	if len(text) < 2*minDate {
		return dateReading{}, false
	}
	for _, between := range []string{" - ", " – ", " — ", "..", " to ", " al ", " a ", " até ", "/"} {
		left, right, found := bytes.Cut(text, []byte(between))
		if !found || between == "/" && len(left) != len("2027-03-01") {
			continue
		}
		from, fromOK := scanOne(bytes.TrimSpace(left))
		to, toOK := scanOne(bytes.TrimSpace(right))
		if fromOK && toOK {
			return dateReading{from: from.from, to: to.to}, true
		}
	}
	return dateReading{}, false
}

// scanOne reads a day, week, month or quarter without a time.
func scanOne(text []byte) (dateReading, bool) {
	if day, ok := isoDate(text); ok {
		return readDay(day), true
	}
	var buffer [maxTokens]dateToken
	tokens, ok := dateTokens(text, buffer[:0])
	if !ok {
		return dateReading{}, false
	}
	switch len(tokens) {
	case 2:
		return twoTokens(tokens[0], tokens[1])
	case 3:
		return threeTokens(tokens[0], tokens[1], tokens[2])
	}
	return dateReading{}, false
}

// twoTokens reads a month, a quarter or a week.
func twoTokens(a, b dateToken) (dateReading, bool) {
	if a.isYear() {
		a, b = b, a
	}
	year := b.value
	if !b.isYear() {
		if a.kind != tokenMonth || !strings.ContainsRune("-/'", a.mark) || b.kind != tokenNumber || b.digits != 2 {
			return dateReading{}, false
		}
		year = century(b.value) // mar-27, as spreadsheets write a month
	}
	switch {
	case a.kind == tokenMonth, a.kind == tokenNumber && a.digits <= 2 && b.isYear():
		if _, ok := dayOf(year, a.value, 1); ok {
			return readSpan(monthsOf(year, a.value, 1)), true
		}
	case a.kind == tokenQuarter && a.value >= 1 && a.value <= 4:
		if _, ok := dayOf(year, 1, 1); ok {
			return readSpan(monthsOf(year, a.value*3-2, 3)), true
		}
	case a.kind == tokenWeek:
		if week, ok := isoWeek(year, a.value); ok {
			return readSpan(week), true
		}
	}
	return dateReading{}, false
}

// threeTokens reads a day.
func threeTokens(a, b, c dateToken) (dateReading, bool) {
	year, month, day := c, a, b
	switch {
	case a.kind == tokenMonth: // Apr 3, 2024
	case b.kind == tokenMonth && a.isYear(): // 2024 Apr 3
		year, month, day = a, b, c
	case b.kind == tokenMonth: // 3 Apr 2024
		month, day = b, a
	case a.isYear(): // 2024/4/3
		year, month, day = a, b, c
	default:
		return threeNumbers(a, b, c)
	}
	if month.kind == tokenMonth && year.digits == 2 {
		year = year.completed()
	}
	if !year.isYear() || month.kind == tokenNumber && !month.short() || !day.short() {
		return dateReading{}, false
	}
	date, ok := dayOf(year.value, month.value, day.value)
	return readDay(date), ok
}

// threeNumbers reads a day with the year at the end.
func threeNumbers(a, b, c dateToken) (dateReading, bool) {
	if c.digits == 2 {
		c = c.completed()
	}
	if !a.short() || !b.short() || !c.isYear() || c.value == 0 || a.mark == 0 || b.mark != a.mark {
		return dateReading{}, false
	}
	part := datePart{year: c.value, first: a.value, second: b.value}
	return dateReading{from: part, to: part}, true
}

// withoutTime cuts off the time of the day, if there is one: the calendar day is
// the one that is written, whatever the zone.
func withoutTime(text []byte) (day []byte, ok bool) {
	colon := bytes.IndexByte(text, ':')
	if colon < 0 {
		return text, true
	}
	start := colon
	for start > 0 && isDigit(text[start-1]) {
		start--
	}
	if !isClock(text[start:]) {
		return nil, false
	}
	day = bytes.TrimRight(text[:start], ", \u00a0\u202f")
	if n := len(day); n > 1 && day[n-1] == 'T' && isDigit(day[n-2]) {
		return day[:n-1], true
	}
	for _, word := range []string{" a las", " às", " as", " at", ", -", " -"} {
		day = bytes.TrimSuffix(day, []byte(word))
	}
	return day, true
}

// isClock reports whether a text is a time of the day: 10:20, 10:20:30.123Z,
// 1:05 p. m., 10:20:30 -03:00, 22:10 UTC.
func isClock(text []byte) bool {
	hour, rest := leading(text, 24)
	minute, rest := leadingAfter(rest, ":", 59)
	if hour < 0 || minute < 0 {
		return false
	}
	if len(rest) > 0 && rest[0] == ':' {
		var second int
		if second, rest = leadingAfter(rest, ":", 60); second < 0 {
			return false
		}
		if len(rest) > 1 && (rest[0] == '.' || rest[0] == ',') && isDigit(rest[1]) {
			rest = bytes.TrimLeft(rest[1:], "0123456789")
		}
	}
	return len(rest) == 0 || len(rest) == 1 && rest[0] == 'Z' || isZone(string(rest))
}

// leading reads a number of one or two digits, −1 where there is none or it is
// above the limit.
func leading(text []byte, limit int) (n int, rest []byte) {
	digits := 0
	for digits < len(text) && isDigit(text[digits]) {
		n = min(n*10+int(text[digits]-'0'), 100)
		digits++
	}
	if digits < 1 || digits > 2 || n > limit {
		return -1, nil
	}
	return n, text[digits:]
}

func leadingAfter(text []byte, mark string, limit int) (n int, rest []byte) {
	after, found := bytes.CutPrefix(text, []byte(mark))
	if !found {
		return -1, nil
	}
	return leading(after, limit)
}

// isZone reports whether a text is what may follow a time: AM or PM and a zone.
func isZone(text string) bool {
	text = strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '.' || r == '(' || r == ')' {
			return -1
		}
		return r
	}, text))
	for _, half := range []string{"am", "pm"} {
		text = strings.TrimPrefix(text, half)
	}
	name := strings.TrimLeft(text, "abcdefghijklmnopqrstuvwxyz")
	offset := strings.Trim(name, "0123456789:+-−")
	return len(text)-len(name) <= 5 && offset == "" && len(name) <= len("+00:00:00")
}

// dateToken is a number or a word of a date.
type dateToken struct {
	kind   tokenKind
	value  int  // of a number; 1 to 12 of a month
	digits int  // of a number
	mark   rune // behind it: / - . or an apostrophe; else 0
}

type tokenKind int

// The kinds.
const (
	tokenNumber tokenKind = iota
	tokenMonth
	tokenQuarter
	tokenWeek
)

const maxTokens = 4

// isYear reports whether the token is a year of four digits.
func (t dateToken) isYear() bool { return t.kind == tokenNumber && t.digits == 4 }

// short reports whether the token can be a day or the number of a month.
func (t dateToken) short() bool { return t.kind == tokenNumber && t.digits <= 2 }

// completed is a year of two digits with its century.
func (t dateToken) completed() dateToken {
	return dateToken{kind: tokenNumber, value: century(t.value), digits: 4}
}

// dateTokens takes a date apart. Words that say nothing, such as "de" and the
// days of the week, are left out.
func dateTokens(text []byte, tokens []dateToken) ([]dateToken, bool) {
	for len(text) > 0 {
		if isDigit(text[0]) {
			if len(tokens) == maxTokens {
				return nil, false
			}
			var t dateToken
			t, text = numberToken(text)
			tokens = append(tokens, t)
			continue
		}
		r, size := utf8.DecodeRune(text)
		switch {
		case unicode.IsLetter(r):
			var t dateToken
			var ok bool
			if t, text, ok = wordToken(text); !ok || len(tokens) == maxTokens {
				return nil, false
			}
			if t.kind != tokenNumber {
				tokens = append(tokens, t)
			}
			continue
		case strings.ContainsRune("/-.'", r):
			if n := len(tokens); n > 0 {
				tokens[n-1].mark = r
			}
		case !unicode.IsSpace(r) && r != ',':
			return nil, false
		}
		text = text[size:]
	}
	return tokens, true
}

// numberToken reads digits, and the ending of an ordinal: 3rd, 1º.
func numberToken(text []byte) (dateToken, []byte) {
	t := dateToken{}
	for t.digits < len(text) && isDigit(text[t.digits]) {
		t.value = min(t.value*10+int(text[t.digits]-'0'), 10000)
		t.digits++
	}
	rest := text[t.digits:]
	for _, ending := range []string{"st", "nd", "rd", "th", "º", "ª"} {
		if after, found := bytes.CutPrefix(rest, []byte(ending)); found {
			return t, after
		}
	}
	return t, rest
}

// wordToken reads a word. A word that says nothing comes back as a number.
func wordToken(text []byte) (t dateToken, rest []byte, ok bool) {
	end := 0
	for end < len(text) {
		r, size := utf8.DecodeRune(text[end:])
		if !unicode.IsLetter(r) {
			break
		}
		end += size
	}
	word, rest := plainWord(text[:end]), text[end:]
	if month := monthNamed(word); month > 0 {
		return dateToken{kind: tokenMonth, value: month}, rest, true
	}
	if len(rest) > 0 && isDigit(rest[0]) {
		return periodToken(word, rest)
	}
	return dateToken{}, rest, saysNothing(word)
}

// periodToken reads the number of a quarter, Q1, or of a week, W03.
func periodToken(word string, rest []byte) (t dateToken, after []byte, ok bool) {
	kind := tokenWeek
	switch word {
	case "q", "t":
		kind = tokenQuarter
	case "w", "s", "kw":
	default:
		return t, nil, false
	}
	t, after = numberToken(rest)
	t.kind = kind
	return t, after, t.digits <= 2
}

// plainWord is a word in lower case without accents.
func plainWord(text []byte) string {
	const longest = 16 // letters
	var buffer [longest]byte
	word := buffer[:0]
	for _, r := range string(text) {
		r = unicode.ToLower(r)
		switch r {
		case 'á', 'à', 'ã', 'â':
			r = 'a'
		case 'é', 'ê':
			r = 'e'
		case 'í':
			r = 'i'
		case 'ó', 'õ', 'ô':
			r = 'o'
		case 'ú':
			r = 'u'
		case 'ç':
			r = 'c'
		}
		if r >= utf8.RuneSelf || len(word) == longest {
			return ""
		}
		word = append(word, byte(r))
	}
	return string(word)
}

// monthNamed is the month that a word names in English, Spanish or Portuguese, 0
// for any other word.
func monthNamed(word string) int {
	switch word {
	case "jan", "january", "ene", "enero", "janeiro":
		return 1
	case "feb", "february", "febrero", "fev", "fevereiro":
		return 2
	case "mar", "march", "marzo", "marco":
		return 3
	case "apr", "april", "abr", "abril":
		return 4
	case "may", "mayo", "mai", "maio":
		return 5
	case "jun", "june", "junio", "junho":
		return 6
	case "jul", "july", "julio", "julho":
		return 7
	case "aug", "august", "ago", "agosto":
		return 8
	case "sep", "sept", "september", "septiembre", "set", "setiembre", "setembro":
		return 9
	case "oct", "october", "octubre", "out", "outubro":
		return 10
	case "nov", "november", "noviembre", "novembro":
		return 11
	case "dec", "december", "dic", "diciembre", "dez", "dezembro":
		return 12
	}
	return 0
}

// saysNothing reports whether a word in a date carries nothing.
func saysNothing(word string) bool {
	switch word {
	case "de", "del", "do", "of", "the",
		"mon", "tue", "wed", "thu", "fri", "sat", "sun",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"lun", "mie", "jue", "vie", "sab", "dom",
		"lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo",
		"seg", "ter", "qua", "qui", "sex",
		"segunda", "terca", "quarta", "quinta", "sexta", "feira":
		return true
	}
	return false
}
