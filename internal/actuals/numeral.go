package actuals

import (
	"bytes"
	"math/big"
	"strings"
	"unicode"
	"unicode/utf8"
)

// isDigits reports whether a cell is one digit or more and nothing else.
func isDigits(text []byte) bool {
	for _, c := range text {
		if !isDigit(c) {
			return false
		}
	}
	return len(text) > 0
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// maxPlain is how many digits always fit into a machine word.
const maxPlain = 18

// plainDecimal reads the commonest cells, digits with at most a minus and a
// decimal mark, without looking for anything else.
func plainDecimal(text []byte, mark decimalMark) (decimal, bool) {
	digits := text
	if len(digits) > 0 && digits[0] == '-' {
		digits = digits[1:]
	}
	if len(digits) == 0 || len(digits) > maxPlain || !isDigit(digits[0]) || !isDigit(digits[len(digits)-1]) {
		return decimal{}, false
	}
	d, point := decimal{}, -1
	for i, c := range digits {
		switch {
		case isDigit(c):
			d.units = d.units*10 + int64(c-'0')
		case mark != decimalUnknown && c == byte(mark) && point < 0:
			point = i
		default:
			return decimal{}, false
		}
	}
	if point >= 0 {
		d.scale = uint8(len(digits) - 1 - point)
	}
	if len(digits) < len(text) {
		d.units = -d.units
	}
	return d, true
}

// numeral is a cell taken apart into the digits of its number and what stands
// around them.
type numeral struct {
	body     []byte // from the first digit to the last, a mark before it included
	negative bool
	bracket  bool // opens before the digits, which makes them negative
	exponent int  // of ten: 3 for K, −2 for %
}

// maxNumeral bounds the length of a number, in bytes.
const maxNumeral = 60

// takeApart finds the number in a cell. The class is numberSame where there is
// one.
func takeApart(text []byte) (numeral, numberClass) {
	text = bytes.TrimFunc(text, isAround)
	if isBlank(text) {
		return numeral{}, numberBlank
	}
	first, last := bytes.IndexAny(text, "0123456789"), bytes.LastIndexAny(text, "0123456789")
	if first < 0 || len(text) > maxNumeral {
		return numeral{}, numberMisfit
	}
	n := numeral{body: text[first : last+1]}
	before, after := text[:first], text[last+1:]
	if mark := bytes.TrimRight(before, ".,"); len(before)-len(mark) == 1 && !isCurrency(string(bytes.TrimSpace(before))) {
		n.body, before = text[first-1:last+1], mark // .5
	}
	limit, ok := n.prefix(string(before))
	if !ok || !n.suffix(string(after)) {
		return numeral{}, numberMisfit
	}
	if limit {
		return numeral{}, numberBound
	}
	return n, numberSame
}

// isAround reports what may surround a cell's text: spaces and the quotes of a
// quoted cell in a quoted line.
func isAround(r rune) bool { return unicode.IsSpace(r) || r == '"' || r == '\ufeff' }

// prefix reads what stands before the digits: signs, currencies, a bracket, and
// whether it limits the number instead of giving it.
func (n *numeral) prefix(s string) (limit, ok bool) {
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		r, size := utf8.DecodeRuneInString(s)
		switch r {
		case '-', '−', '(':
			if n.negative {
				return false, false
			}
			n.negative, n.bracket = true, r == '('
		case '+':
		case '<', '>', '≤', '≥', '~':
			limit = true
		default:
			size = len(strings.TrimRight(s, "-−+(<>≤≥~ \u00a0"))
			if !isCurrency(strings.TrimSpace(s[:size])) {
				return false, false
			}
		}
		s = s[size:]
	}
	return limit, true
}

// suffix reads what stands behind the digits: a percent sign, a multiple, a
// currency, and what closes or follows a negative number.
func (n *numeral) suffix(s string) bool {
	s = strings.TrimSpace(s)
	if s == "." || s == "," {
		return true // 5.
	}
	bracketed, closed := strings.CutSuffix(s, ")")
	if closed != n.bracket {
		return false
	}
	s = strings.TrimSpace(bracketed)
	if minus := strings.TrimRight(s, "-−"); minus != s {
		if n.negative {
			return false
		}
		n.negative = true
		s = strings.TrimSpace(minus)
	}
	if percent, ok := strings.CutSuffix(s, "%"); ok && strings.TrimSpace(percent) == "" {
		n.exponent = -2
		return true
	}
	words := strings.Fields(s)
	if len(words) > 0 {
		if exponent := multiple(words[0]); exponent > 0 {
			n.exponent = exponent
			words = words[1:]
		}
	}
	return len(words) == 0 || len(words) == 1 && isCurrency(words[0])
}

// multiple is the power of ten that a word behind a number stands for, 0 for any
// other word.
func multiple(word string) int {
	switch strings.ToLower(word) {
	case "k", "mil", "thousand":
		return 3
	case "m", "mm", "mn", "mio", "mi", "millón", "millon", "millones", "milhão", "milhões", "million":
		return 6
	case "b", "bn", "billion":
		return 9
	}
	return 0
}

// isCurrency reports whether a text is the sign, abbreviation or ISO code of a
// currency: €, US$, R$, S/, CLP.
func isCurrency(s string) bool {
	if s == "" || len(s) > 8 {
		return false
	}
	letters := strings.TrimRightFunc(s, func(r rune) bool { return unicode.Is(unicode.Sc, r) })
	if letters == "" {
		return true
	}
	if letters != s {
		return len(letters) <= 3 && strings.TrimFunc(letters, unicode.IsLetter) == ""
	}
	if _, size := utf8.DecodeRuneInString(s); unicode.Is(unicode.Sc, []rune(s)[0]) {
		return len(s)-size <= 3 && strings.TrimFunc(s[size:], unicode.IsLetter) == "" // $US
	}
	switch strings.ToUpper(strings.TrimSuffix(s, ".")) {
	case "S/", "U$S", "BS", "GS", "RS", "KR", "ZŁ", "FR", "LEI",
		"USD", "EUR", "GBP", "CHF", "JPY", "CNY", "INR", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON",
		"TRY", "ILS", "ZAR", "AED", "SGD", "HKD", "KRW", "UAH", "KZT", "RUB",
		"CLP", "CLF", "UF", "PEN", "MXN", "COP", "ARS", "BRL", "UYU", "PYG", "BOB", "CRC", "GTQ", "HNL", "NIO", "DOP", "VES":
		return true
	}
	return false
}

// form is how the digits of a number are grouped: runs of digits, and what
// separates them.
type form struct {
	body   []byte
	runs   [maxRuns]uint8 // digits in a run
	marks  [maxRuns]byte  // behind a run: . , ' or a space of any kind
	n      int            // runs
	zero   bool           // the first digit is 0
	marked bool           // a point or a comma is among the marks
}

const maxRuns = 16

// formOf is the form of a number's digits; not ok where something else is among
// them.
func formOf(body []byte) (f form, ok bool) {
	f.body, f.n = body, 1
	for i := 0; i < len(body); {
		if isDigit(body[i]) {
			f.zero = f.zero || i == 0 && body[i] == '0'
			f.runs[f.n-1]++
			i++
			continue
		}
		mark, size := markAt(body[i:])
		if mark == 0 || f.n == maxRuns {
			return form{}, false
		}
		f.marked = f.marked || mark == '.' || mark == ','
		f.marks[f.n-1] = mark
		f.n++
		i += size
	}
	return f, true
}

// markAt is the mark with which a text begins, 0 where it begins otherwise.
func markAt(text []byte) (mark byte, size int) {
	switch r, size := utf8.DecodeRune(text); r {
	case '.', ',', '\'':
		return byte(r), size
	case '’', '´':
		return '\'', size
	case ' ', '\u00a0', '\u202f', '\u2009', '\u2007':
		return ' ', size
	default:
		return 0, size
	}
}

// groups is how the digits before the decimals are grouped.
type groups int

// The ways.
const (
	groupsWrong groups = iota // not as numbers are
	groupsFew                 // not at all, or into two groups: 1,234
	groupsMany                // into several groups of three: 1,234,567
	groupsOfTwo               // as in India: 12,34,567
)

// grouped is how the digits are grouped if the decimal mark is the one given.
func (f *form) grouped(mark decimalMark) groups {
	whole := f.n
	if whole > 1 && f.marks[whole-2] == byte(mark) {
		whole--
	}
	for i := range whole - 1 {
		if f.marks[i] == byte(mark) || f.marks[i] != f.marks[0] {
			return groupsWrong
		}
	}
	switch {
	case whole == 1 && (f.runs[0] > 0 || f.n > 1):
		return groupsFew
	case whole == 1 || f.runs[0] < 1 || f.runs[0] > 3 || f.zero || f.runs[whole-1] != 3:
		return groupsWrong
	case whole == 2:
		return groupsFew
	}
	size := f.runs[1]
	for i := 1; i < whole-1; i++ {
		if f.runs[i] != size {
			return groupsWrong
		}
	}
	switch {
	case size == 3:
		return groupsMany
	case size == 2 && f.runs[0] < 3 && f.marks[0] == ',':
		return groupsOfTwo
	}
	return groupsWrong
}

// decimals is the number that the digits make with a decimal mark.
func (f *form) decimals(mark decimalMark) decimal {
	var digits [maxNumeral]byte
	text := digits[:0]
	for _, c := range f.body {
		if isDigit(c) {
			text = append(text, c)
		}
	}
	scale := 0
	if f.n > 1 && f.marks[f.n-2] == byte(mark) {
		scale = int(f.runs[f.n-1])
	}
	if d, ok := plainDecimal(text, decimalUnknown); ok {
		d.scale = uint8(scale)
		return d
	}
	units, _ := new(big.Int).SetString(string(text), 10)
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(scale)), nil)
	return decimal{wide: new(big.Rat).SetFrac(units, power)}
}

// value is the number of the cell, given what its digits make.
func (n *numeral) value(d decimal) decimal {
	if n.negative {
		if d.wide != nil {
			d.wide.Neg(d.wide)
		}
		d.units = -d.units
	}
	return d.shifted(n.exponent)
}

// isBlank reports whether a cell, without the spaces around it, says nothing:
// it is empty, or one of the ways in which programs and people write that.
func isBlank(text []byte) bool {
	const longest = len("seleccionar")
	if len(text) == 0 {
		return true
	}
	if len(text) > longest {
		return false
	}
	switch text[0] | 0x20 { // letters in lower case
	case '-', '#', '(', 'n', 's', "—"[0] | 0x20:
	default:
		return false
	}
	var buffer [longest]byte
	lower := buffer[:copy(buffer[:], text)]
	for i, c := range lower {
		if 'A' <= c && c <= 'Z' {
			lower[i] = c + 'a' - 'A'
		}
	}
	switch string(lower) {
	case "-", "--", "---", "—", "–", "n/a", "na", "n.a.", "#n/a", "#n/d", "n/d", "s/d", "null", "nil", "none", "-none-", "nan", "nat",
		"select", "seleccionar", "seleccione", "selecionar", "selecione", "(blank)", "(not set)":
		return true
	}
	return false
}

// excerpt is the beginning of a cell's text, to be shown.
func excerpt(text []byte) string {
	text = bytes.TrimSpace(text)
	if len(text) > maxExample {
		text = text[:maxExample]
	}
	return strings.ToValidUTF8(string(text), "")
}
