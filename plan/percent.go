package plan

import (
	"cmp"
	"math/big"
	"strings"
)

// percent reads 30%, 30 % or 0.3 as a fraction; bare is true for the last.
func percent(s string) (r *big.Rat, bare bool, f *fault) {
	if number, spelled := spelledPercent(s); spelled {
		if _, _, f := percent(number + "%"); f != nil {
			return nil, false, f
		}
		return nil, false, bad("text-around-number", "want", number+"%")
	}
	number, signed := strings.CutSuffix(s, "%")
	r, f = decimal(strings.TrimSpace(number))
	switch {
	case f != nil && several(s) != nil:
		return nil, !signed, several(s)
	case f != nil:
		return nil, !signed, inPercent(f, s[len(number):])
	case signed:
		return r.Quo(r, big.NewRat(100, 1)), false, nil
	}
	return r, true, nil
}

// spelledPercent takes the words for a percentage off: 30 percent, 30 por ciento.
func spelledPercent(s string) (number string, ok bool) {
	lower := strings.ToLower(s)
	for _, word := range []string{"percent", "per cent", "pct", "por ciento", "por cien"} {
		if rest, found := strings.CutSuffix(lower, word); found && rest != "" {
			return strings.TrimSpace(rest), true
		}
	}
	return "", false
}

// inPercent puts the sign, "%" or none, back on what a fault wants, and reads a
// comma as the decimal one: nobody writes a percentage in thousands.
func inPercent(f *fault, sign string) *fault {
	fixed := &fault{name: f.name}
	for i := 0; i+1 < len(f.args); i += 2 {
		name, value := f.args[i], f.args[i+1]
		switch {
		case f.name == "ambiguous-number" && name == "want":
			continue
		case f.name == "ambiguous-number" && name == "other":
			name, value = "want", withoutLastZero(value)
		}
		if name == "want" {
			value += cmp.Or(sign, missingSign(value))
		}
		fixed.args = append(fixed.args, name, value)
	}
	if fixed.name == "ambiguous-number" {
		fixed.name = "decimal-comma"
	}
	return fixed
}

// withoutLastZero takes off the zero by which a decimal was made unmistakable.
func withoutLastZero(s string) string {
	if strings.HasSuffix(s, ".0") {
		return s
	}
	return strings.TrimSuffix(s, "0")
}

// missingSign is the sign that a number lacks to be a percentage.
func missingSign(s string) string {
	if r, ok := new(big.Rat).SetString(s); ok && compare(r, 1) > 0 {
		return "%"
	}
	return ""
}

// parseReturn reads a target return: above -100 %, and with its sign above 2000 %.
func parseReturn(s string) (Percent, *fault) {
	r, bare, f := percent(s)
	switch {
	case f != nil:
		return Percent{}, f
	case bare && compare(r, 20) > 0:
		return Percent{}, bad("percent-sign-missing", "want", s+"%")
	case compare(r, -1) <= 0:
		return Percent{}, bad("return-loses-all", "want", "0%")
	case compare(r, maxReturn) > 0:
		return Percent{}, bad("number-too-large", "max", "100000000%")
	}
	return Percent{r}, nil
}

// parseShare reads a fraction above 0 and at most 1: 40%, 0.4 or 1/3.
func parseShare(s string) (Percent, *fault) {
	if strings.Contains(s, "/") {
		return fractionShare(s)
	}
	if want, ok := spelledFraction(s); ok {
		return Percent{}, bad("bad-fraction", "want", want)
	}
	p, f := parsePart(s)
	if f == nil && p.Value.Sign() == 0 || f != nil && f.name == "negative-number" {
		return Percent{}, bad("not-above-zero")
	}
	return p, f
}

// fractionShare reads 1/3.
func fractionShare(s string) (Percent, *fault) {
	seen, of, f := fraction(s)
	switch {
	case f != nil:
		return Percent{}, f
	case seen == 0 || of == 0:
		return Percent{}, bad("not-above-zero")
	case seen > of:
		return Percent{}, bad("above-whole")
	}
	return Percent{big.NewRat(seen, of)}, nil
}

// parsePart reads a fraction from 0 to 1.
func parsePart(s string) (Percent, *fault) {
	r, bare, f := percent(s)
	switch {
	case f != nil:
		return Percent{}, f
	case r.Sign() < 0:
		return Percent{}, bad("negative-number", "want", strings.TrimPrefix(s, "-"))
	case compare(r, 1) <= 0:
		return Percent{r}, nil
	case bare && compare(r, 100) <= 0:
		return Percent{}, bad("percent-sign-missing", "want", s+"%")
	}
	return Percent{}, bad("above-whole")
}

// parseConfidence reads how sure to be: above 0 and below 1.
func parseConfidence(s string) (Percent, *fault) {
	p, f := parseShare(s)
	if f == nil && compare(p.Value, 1) == 0 {
		return Percent{}, bad("confidence-of-one", "want", "99%")
	}
	return p, f
}

// fraction reads two whole numbers, 27/90.
func fraction(s string) (seen, of int64, f *fault) {
	left, right, _ := strings.Cut(s, "/")
	a, f := parseCount(strings.TrimSpace(left))
	if f == nil {
		var b Count
		if b, f = parseCount(strings.TrimSpace(right)); f == nil {
			return int64(a), int64(b), nil
		}
	}
	return 0, 0, bad("bad-fraction", "want", "27/90")
}

// spelledFraction takes 27 of 90 or 27 de cada 90 apart, and writes it as a
// fraction.
func spelledFraction(s string) (want string, ok bool) {
	words := strings.Fields(strings.ToLower(s))
	if len(words) < 3 || !allDigits(words[0]) || !allDigits(words[len(words)-1]) {
		return "", false
	}
	switch strings.Join(words[1:len(words)-1], " ") {
	case "of", "out of", "in", "de", "de cada", "sobre":
		return words[0] + "/" + words[len(words)-1], true
	}
	return "", false
}
