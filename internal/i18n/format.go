package i18n

import (
	"math/big"
	"strconv"
	"strings"
	"time"
)

// numbers is how a language writes numbers.
type numbers struct {
	decimal, group string // 1.234,5: "," and "."
	percent        string // what follows the number, a no-break space included
}

// Minus stands before a number below zero that people read. It is as wide as a plus
// and no line breaks behind it; machines get a hyphen.
const Minus = "−"

// DecimalMark is what stands before the decimals of a number.
func (l *Language) DecimalMark() string { return l.numbers.decimal }

// Count writes a whole number in groups of three.
func (l *Language) Count(n *big.Int) string {
	return l.group(n.String())
}

// Quantity is a count that can choose between singular and plural.
func (l *Language) Quantity(n *big.Int) Quantity {
	return Quantity{Shown: l.Count(n), One: n.IsInt64() && n.Int64() == 1}
}

// About is a number with at most so many decimals. It takes the singular where it
// shows as 1.
func (l *Language) About(x *big.Rat, places int) Quantity {
	shown := l.Short(x, places)
	return Quantity{Shown: shown, One: shown == "1"}
}

// Number is a count of a machine word that can choose between singular and plural.
func (l *Language) Number(n int64) Quantity { return l.Quantity(big.NewInt(n)) }

// Decimal writes a number with so many decimals, rounded half away from zero.
func (l *Language) Decimal(x *big.Rat, places int) string {
	whole, fraction, _ := strings.Cut(x.FloatString(places), ".")
	shown := l.group(whole)
	if fraction != "" {
		shown += l.numbers.decimal + fraction
	}
	if strings.Trim(shown, Minus+"0"+l.numbers.decimal) == "" {
		shown = strings.TrimPrefix(shown, Minus)
	}
	return shown
}

// Short writes a number with at most so many decimals, without trailing zeros.
func (l *Language) Short(x *big.Rat, places int) string {
	shown := l.Decimal(x, places)
	if !strings.Contains(shown, l.numbers.decimal) {
		return shown
	}
	return strings.TrimSuffix(strings.TrimRight(shown, "0"), l.numbers.decimal)
}

// Percent writes a fraction as a percentage with at most two decimals.
func (l *Language) Percent(x *big.Rat) string { return l.PercentTo(x, 2) }

// LongPercent writes a fraction as a percentage with at most six decimals, for
// whoever checks a calculation.
func (l *Language) LongPercent(x *big.Rat) string { return l.PercentTo(x, 6) }

// PercentTo writes a fraction as a percentage with at most so many decimals, and
// where they would make nothing of it with two digits of up to six.
func (l *Language) PercentTo(x *big.Rat, places int) string {
	const most = 6
	percent := new(big.Rat).Mul(x, big.NewRat(100, 1))
	shown := l.Short(percent, places)
	for ; shown == "0" && x.Sign() != 0 && places < most; places++ {
		if l.Short(percent, places+1) != "0" {
			shown = l.Short(percent, places+2)
		}
	}
	return shown + l.numbers.percent
}

// Chance writes a probability in whole percent, with a decimal near its ends; 0 %
// and 100 % are kept for what cannot happen and what must.
func (l *Language) Chance(p float64) string {
	percent := new(big.Rat)
	percent.SetFloat64(p * 100)
	switch {
	case p <= 0 || p >= 1:
		return l.Decimal(percent, 0) + l.numbers.percent
	case p < 0.001:
		return "< " + l.Decimal(big.NewRat(1, 10), 1) + l.numbers.percent
	case p > 0.999:
		return "> " + l.Decimal(big.NewRat(999, 10), 1) + l.numbers.percent
	case p < 0.01 || p > 0.99:
		return l.Decimal(percent, 1) + l.numbers.percent
	default:
		return l.Decimal(percent, 0) + l.numbers.percent
	}
}

// Date writes a day so that day and month cannot be mixed up: 31 Mar 2027.
func (l *Language) Date(t time.Time) string {
	return strconv.Itoa(t.Day()) + " " + l.Months[t.Month()-1] + " " + strconv.Itoa(t.Year())
}

// Days writes a span of days, naming what both ends share only once.
func (l *Language) Days(start, end time.Time) string {
	switch {
	case start.Equal(end):
		return l.Date(start)
	case start.Year() != end.Year():
		return l.Date(start) + " – " + l.Date(end)
	case start.Month() != end.Month():
		return strconv.Itoa(start.Day()) + " " + l.Months[start.Month()-1] + " – " + l.Date(end)
	default:
		return strconv.Itoa(start.Day()) + " – " + l.Date(end)
	}
}

// group sets the thousands of an integer apart.
func (l *Language) group(digits string) string {
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = Minus, digits[1:]
	}
	var b strings.Builder
	for i, digit := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(l.numbers.group)
		}
		b.WriteRune(digit)
	}
	return sign + b.String()
}
