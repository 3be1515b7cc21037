package published_test

import (
	"math/big"
	"regexp"
	"strings"
)

// verdict says how a page's number stands to embudo's.
type verdict string

const (
	same      verdict = "same"
	shortened verdict = "same, in fewer digits"
	once      verdict = "rounded up once"       // at the top only: whole stages in between need more
	short     verdict = "misses its own target" // since a needed number was rounded to the nearest
	reused    verdict = "reuses rounded numbers"
	wrong     verdict = "wrong by its own inputs"
	lacking   verdict = "an input is missing"
)

// verdicts in the order in which they are counted.
var verdicts = []verdict{same, shortened, once, short, reused, wrong, lacking}

// holds proves the verdict on a page that prints one number where embudo has
// another.
func (v verdict) holds(prints string, a answer) bool {
	page, unit, isNumber := printed(prints)
	switch {
	case a.number == nil:
		return v == same && strings.HasPrefix(a.text, prints)
	case !isNumber:
		return v == lacking
	}
	off := distance(page, a.exact)
	half := new(big.Rat).Mul(unit, big.NewRat(1, 2))
	equal := page.Cmp(a.number) == 0
	switch v {
	case same:
		return equal
	case shortened:
		return !equal && distance(page, a.number).Cmp(unit) < 0
	case once:
		return page.Cmp(a.number) < 0 && a.reaches(page) && off.Cmp(unit) < 0
	case short:
		return page.Cmp(a.number) < 0 && !a.reaches(page) && off.Cmp(unit) < 0
	case reused:
		// More than rounding the result would do, but not by much.
		return off.Cmp(half) > 0 && off.Cmp(new(big.Rat).Mul(a.exact, big.NewRat(1, 100))) < 0
	case wrong:
		return distance(page, a.number).Cmp(unit) >= 0 && off.Cmp(half) > 0
	default:
		return false
	}
}

func distance(a, b *big.Rat) *big.Rat {
	d := new(big.Rat).Sub(a, b)
	return d.Abs(d)
}

var figure = regexp.MustCompile(`([0-9][0-9,]*)(\.[0-9]+)?([KM%]?)`)

// scales are what a figure counts, by the letter or sign behind it.
var scales = map[string]string{"": "1", "K": "1000", "M": "1000000", "%": "1/100"}

// printed reads the first figure in what a page prints, and the place value of
// its last digit.
func printed(s string) (number, unit *big.Rat, ok bool) {
	m := figure.FindStringSubmatch(s)
	if m == nil {
		return nil, nil, false
	}
	scale := rat(scales[m[3]])
	number = rat(strings.ReplaceAll(m[1], ",", "") + m[2])
	unit = rat("1")
	for range max(0, len(m[2])-1) {
		unit.Quo(unit, rat("10"))
	}
	return number.Mul(number, scale), unit.Mul(unit, scale), true
}
