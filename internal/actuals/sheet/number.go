package sheet

import (
	"bytes"
	"strconv"
)

// maxExponent bounds how far a point is moved: further than any amount needs.
const maxExponent = 400

// appendPlain appends a number as it is written, but with its exponent worked
// in: 1.5E-3 is 0.0015. Every digit is kept. ok is false where the text is no
// number, or one with too large an exponent.
func appendPlain(to, number []byte) (text []byte, ok bool) {
	mantissa, exponent := number, 0
	if i := bytes.IndexAny(number, "eE"); i >= 0 {
		e, err := strconv.Atoi(string(number[i+1:]))
		if err != nil || e > maxExponent || e < -maxExponent {
			return to, false
		}
		mantissa, exponent = number[:i], e
	}
	mantissa = bytes.TrimPrefix(mantissa, []byte("+"))
	digits := bytes.TrimPrefix(mantissa, []byte("-"))
	before, after, _ := bytes.Cut(digits, []byte("."))
	if !isDigits(before) || !isDigits(after) || len(before)+len(after) == 0 {
		return to, false
	}
	if exponent == 0 {
		return append(to, mantissa...), true
	}
	if mantissa[0] == '-' {
		to = append(to, '-')
	}
	return appendMoved(to, before, after, exponent), true
}

// appendMoved appends a number with its point moved to the right, or to the left
// where the exponent is negative.
func appendMoved(to, before, after []byte, exponent int) []byte {
	digits := append(append([]byte(nil), before...), after...)
	point := len(before) + exponent
	if point < 0 {
		digits = append(bytes.Repeat([]byte("0"), -point), digits...)
		point = 0
	}
	if point > len(digits) {
		digits = append(digits, bytes.Repeat([]byte("0"), point-len(digits))...)
	}
	whole := bytes.TrimLeft(digits[:point], "0")
	if len(whole) == 0 {
		whole = []byte("0")
	}
	to = append(to, whole...)
	if fraction := bytes.TrimRight(digits[point:], "0"); len(fraction) > 0 {
		to = append(append(to, '.'), fraction...)
	}
	return to
}

func isDigits(s []byte) bool {
	for _, c := range s {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}
