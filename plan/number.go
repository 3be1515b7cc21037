package plan

import (
	"math/big"
	"strings"
)

// Bounds of the numbers of a plan.
const (
	maxDigits = 30      // of one number, on both sides of the point
	maxMoney  = 1e15    // of an amount
	maxCount  = 1e12    // of a count
	maxNumber = 1e6     // of repeat purchases, referrals, people
	maxReturn = 1000000 // of a target return: 100,000,000 %
)

// decimal reads a plain number: digits, at most one point among them, and
// perhaps a minus in front.
func decimal(s string) (*big.Rat, *fault) {
	digits := strings.TrimPrefix(s, "-")
	whole, fraction, point := strings.Cut(digits, ".")
	switch {
	case !allDigits(whole), point && !allDigits(fraction):
		return nil, notPlain(s)
	case len(whole)+len(fraction) > maxDigits:
		return nil, tooLong()
	case len(whole) > 1 && whole[0] == '0':
		return nil, bad("leading-zero", "want", strings.TrimLeft(whole[:len(whole)-1], "0")+s[strings.Index(s, whole)+len(whole)-1:])
	}
	r, _ := new(big.Rat).SetString(s)
	return r, nil
}

func tooLong() *fault { return bad("number-too-long", "max", "30") }

// allDigits reports whether s is one digit or more and nothing else.
func allDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

// amount reads a number where money or a count is meant: there, 40.000 is forty
// to some and forty thousand to others.
func amount(s string, low, high int64) (*big.Rat, *fault) {
	if number, percent := strings.CutSuffix(s, "%"); percent {
		return nil, bad("percent-not-allowed", "want", strings.TrimSpace(number))
	}
	whole, fraction, _ := strings.Cut(s, ".")
	if len(fraction) == 3 && allDigits(fraction) && allDigits(strings.TrimPrefix(whole, "-")) && strings.Trim(whole, "-0") != "" {
		return nil, bad("ambiguous-number", "want", whole+fraction, "other", unmistakable(whole, fraction))
	}
	r, f := decimal(s)
	if f != nil {
		return nil, f
	}
	return within(r, low, high)
}

// unmistakable writes a number with three decimals so that nobody takes its
// point for a thousands separator.
func unmistakable(whole, fraction string) string {
	if fraction == "000" {
		return whole + ".0"
	}
	return whole + "." + fraction + "0"
}

// within holds a number against its bounds.
func within(r *big.Rat, low, high int64) (*big.Rat, *fault) {
	if compare(r, high) > 0 {
		return nil, bad("number-too-large", "max", big.NewInt(high).String())
	}
	if compare(r, low) < 0 {
		return nil, bad("negative-number", "want", decimalText(new(big.Rat).Abs(r)))
	}
	return r, nil
}

// compare is -1, 0 or 1 where a number is below, at or above a whole one.
func compare(r *big.Rat, n int64) int { return r.Cmp(new(big.Rat).SetInt64(n)) }

// aboveZero holds a number against 0, itself excluded.
func aboveZero(r *big.Rat, f *fault) (*big.Rat, *fault) {
	if f == nil && r.Sign() == 0 || f != nil && f.name == "negative-number" {
		return nil, bad("not-above-zero")
	}
	return r, f
}

// parseMoney reads an amount of 0 or more.
func parseMoney(s string) (Money, *fault) {
	r, f := amount(s, 0, maxMoney)
	return Money{r}, f
}

// parsePrice reads an amount above 0.
func parsePrice(s string) (Money, *fault) {
	r, f := aboveZero(amount(s, 0, maxMoney))
	return Money{r}, f
}

// parseLine reads one line of a budget, which may be negative.
func parseLine(s string) (Money, *fault) {
	r, f := amount(s, -maxMoney, maxMoney)
	return Money{r}, f
}

// parseCount reads a whole number of 0 or more.
func parseCount(s string) (Count, *fault) {
	r, f := amount(s, 0, maxCount)
	switch {
	case f != nil:
		return 0, f
	case !r.IsInt():
		return 0, bad("not-whole", "want", r.FloatString(0))
	}
	return Count(r.Num().Int64()), nil
}

// parseClients reads a whole number above 0.
func parseClients(s string) (Count, *fault) {
	n, f := parseCount(s)
	if f == nil && n == 0 || f != nil && f.name == "negative-number" {
		return 0, bad("not-above-zero")
	}
	return n, f
}

// parseNumber reads a number of 0 or more.
func parseNumber(s string) (Number, *fault) {
	r, f := amount(s, 0, maxNumber)
	return Number{r}, asFraction(s, f)
}

// parseCapacity reads a number above 0.
func parseCapacity(s string) (Number, *fault) {
	r, f := aboveZero(amount(s, 0, maxNumber))
	return Number{r}, asFraction(s, f)
}

// asFraction wants the fraction that a percentage is, where a number is so much
// for each: repeat purchases of 20% are 0.2 for each client.
func asFraction(s string, f *fault) *fault {
	if f == nil || f.name != "percent-not-allowed" {
		return f
	}
	r, _, not := percent(s)
	if not != nil {
		return f
	}
	return bad("percent-not-allowed", "want", decimalText(r))
}

// parseVersion reads the version of the file's form, of which there is one.
func parseVersion(s string) (int, *fault) {
	if s != "1" {
		return 0, bad("unknown-version")
	}
	return 1, nil
}
