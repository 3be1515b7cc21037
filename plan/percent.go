package plan

import (
	"math/big"
	"strings"
)

// percent reads 30%, 30 % or 0.3 as a fraction; bare is true for the last.
func percent(s string) (r *big.Rat, bare bool, f *fault) {
	number, signed := strings.CutSuffix(s, "%")
	r, f = decimal(strings.TrimSpace(number))
	switch {
	case f == nil && signed:
		return r.Quo(r, big.NewRat(100, 1)), false, nil
	case f == nil:
		return r, true, nil
	}
	if list := several(s); list != nil {
		return nil, !signed, list
	}
	if wordy := f.name == "not-a-number" || f.name == "text-around-number"; wordy && !signed {
		if spelled := spelledPercent(s); spelled != nil {
			return nil, false, spelled
		}
	}
	return nil, !signed, inPercent(f, s[len(number):])
}

// spelledPercent finds a percentage with words for its sign or around it: 30
// percent, 30 por ciento, 60% aprox.
func spelledPercent(s string) *fault {
	sign := strings.NewReplacer("percent", "%", "per cent", "%", "pct", "%", "por ciento", "%", "por cien", "%")
	n, ok := wordsAround(sign.Replace(strings.ToLower(s)))
	if !ok || !n.percent || n.times != nil {
		return nil
	}
	if _, _, f := percent(n.plain + "%"); f != nil {
		return f
	}
	return bad("text-around-number", "want", n.plain+"%")
}

// inPercent puts the sign, "%" or none, back on what a fault wants, and reads a
// comma as the decimal one: nobody writes a percentage in thousands. One without
// its sign is also said as a percentage, so that nobody mistakes its size.
func inPercent(f *fault, sign string) *fault {
	want := f.arg("want")
	if f.name == "ambiguous-number" {
		want = withoutLastZero(f.arg("other"))
	}
	switch {
	case want == "":
		return f
	case f.name != "ambiguous-number" && f.name != "decimal-comma":
		return bad(f.name, "want", want+sign)
	case sign != "":
		return bad("decimal-comma", "want", want+sign)
	}
	r, _ := new(big.Rat).SetString(want)
	return bad("decimal-comma-share", "want", want, "other", percentText(r))
}

// withoutLastZero takes off the zero by which a decimal was made unmistakable.
func withoutLastZero(s string) string {
	if strings.HasSuffix(s, ".0") {
		return s
	}
	return strings.TrimSuffix(s, "0")
}

// parseReturn reads a target return: above -100 %, and with its sign above 2000 %.
func parseReturn(s string) (Percent, *fault) {
	r, bare, f := percent(s)
	times := inTimes(s)
	switch {
	case f != nil && times != nil:
		return Percent{}, times
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
