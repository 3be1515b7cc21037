package plan

import (
	"math/big"
	"strconv"
	"strings"
	"unicode"
)

const (
	hoursPerDay = 24
	maxHours    = 100 * 365 * hoursPerDay
)

// hoursIn are the hours of a unit, 0 for what is no unit of a duration.
func hoursIn(unit string) int64 {
	switch unit {
	case "h":
		return 1
	case "d":
		return hoursPerDay
	case "w":
		return 7 * hoursPerDay
	case "mo":
		return 30 * hoursPerDay
	}
	return 0
}

// parseDuration reads 4h, 10d, 6w or 3mo.
func parseDuration(s string) (Duration, *fault) {
	number, unit := cutUnit(s)
	hours := hoursIn(unit)
	switch {
	case allDigits(s):
		return 0, bad("duration-without-unit", "want", s+"d")
	case strings.EqualFold(unit, "m") && allDigits(strings.TrimSpace(number)):
		return 0, bad("months-or-minutes", "want", strings.TrimSpace(number)+"mo")
	case hours == 0 || !allDigits(number):
		want, ok := meantDuration(s)
		if !ok {
			want = "10d"
		}
		return 0, bad("bad-duration", "want", want)
	}
	n, err := strconv.ParseInt(number, 10, 64)
	if err != nil || n > maxHours/hours {
		return 0, bad("duration-too-long", "max", "36500d")
	}
	return Duration(n * hours), nil
}

// parseResponse reads the time in which somebody answers: a duration, of which
// minutes and parts of an hour are the usual mistake.
func parseResponse(s string) (Duration, *fault) {
	d, f := parseDuration(s)
	if f == nil || f.name != "bad-duration" && f.name != "months-or-minutes" {
		return d, f
	}
	if hours, ok := wholeHours(s); ok {
		return 0, bad("shorter-than-hour", "want", hours.String())
	}
	if _, meant := meantDuration(s); !meant {
		return 0, f.with("want", "4h")
	}
	return 0, f
}

// wholeHours are the hours, rounded up, that somebody means by 30m, "90 min" or 0.5h.
func wholeHours(s string) (hours Duration, ok bool) {
	number, word := cutUnit(strings.ToLower(withoutAccents(s)))
	plain, _, isNumber := plainly(strings.TrimSpace(number))
	if !isNumber || len(plain) > 6 {
		return 0, false
	}
	r, _ := new(big.Rat).SetString(plain)
	switch {
	case r.Sign() <= 0:
		return 0, false
	case word == "m" || strings.HasPrefix(word, "min"):
		r.Quo(r, big.NewRat(60, 1))
	case !strings.HasPrefix(word, "h") || r.IsInt():
		return 0, false
	}
	up := new(big.Int).Add(r.Num(), new(big.Int).Sub(r.Denom(), big.NewInt(1)))
	return Duration(up.Quo(up, r.Denom()).Int64()), true
}

// cutUnit takes the letters off the end of a duration.
func cutUnit(s string) (number, unit string) {
	number = strings.TrimRightFunc(s, unicode.IsLetter)
	return number, s[len(number):]
}

// meantDuration is how to write what somebody meant by "10 days". A part of a
// unit is written in days where these are whole, else in hours, as 36h for one day
// and a half.
func meantDuration(s string) (want string, ok bool) {
	words := []struct{ unit, starts string }{
		{"mo", "mo mes"}, {"d", "d"}, {"h", "h"}, {"w", "w sem"},
	}
	number, word := cutUnit(strings.ToLower(withoutAccents(s)))
	plain, _, isNumber := plainly(strings.TrimSpace(number))
	if !isNumber || len(plain) > 6 || word == "" {
		return "", false
	}
	for _, w := range words {
		for _, start := range strings.Fields(w.starts) {
			if !strings.HasPrefix(word, start) {
				continue
			}
			if allDigits(plain) {
				return plain + w.unit, true
			}
			hours, _ := new(big.Rat).SetString(plain)
			hours.Mul(hours, new(big.Rat).SetInt64(hoursIn(w.unit)))
			if !hours.IsInt() || hours.Sign() <= 0 {
				return "", false
			}
			return Duration(hours.Num().Int64()).String(), true
		}
	}
	return "", false
}

// meantLag is how to write what somebody meant by "5-30d" or "1 to 2 weeks".
func meantLag(s string) (want string, ok bool) {
	left, right, isRange := cutDash(s)
	if !isRange {
		return "", false
	}
	if allDigits(left) && allDigits(right) {
		return left + "d.." + right + "d", true
	}
	high, ok := meantDuration(right)
	if !ok {
		return "", false
	}
	if allDigits(left) {
		_, unit := cutUnit(high)
		left += unit
	}
	low, ok := meantDuration(left)
	return low + ".." + high, ok
}

// parseLag reads a duration, or a range of them.
func parseLag(s string) (Lag, *fault) {
	left, right, isRange := cutRange(s)
	if !isRange {
		fixed, f := parseDuration(s)
		if want, ok := meantLag(s); ok && f != nil {
			f = bad("bad-duration", "want", want)
		}
		return Lag{fixed, fixed}, f
	}
	if _, unit := cutUnit(right); allDigits(left) && hoursIn(unit) > 0 {
		return Lag{}, bad("duration-without-unit", "want", left+unit+".."+right)
	}
	low, f := parseDuration(left)
	if f != nil {
		return Lag{}, f.wantAround("", ".."+right)
	}
	high, f := parseDuration(right)
	if f != nil {
		return Lag{}, f.wantAround(left+"..", "")
	}
	switch {
	case low == 0:
		return Lag{}, bad("lag-from-zero", "want", right)
	case low == high:
		return Lag{}, bad("range-of-nothing", "want", left)
	case low > high:
		return Lag{}, bad("range-order", "want", right+".."+left)
	}
	return Lag{low, high}, nil
}
