package plan

import (
	"math/big"
	"strconv"
	"strings"
	"unicode"
)

// notPlain says in which way a text is not a plain number, and how to write the
// number that was meant.
func notPlain(s string) *fault {
	recognisers := []func(string) *fault{
		smartQuotes, notFinite, otherBase, withExponent, halfDecimal, parenthesised, separated, withWords, several,
	}
	for _, recognise := range recognisers {
		if f := recognise(s); f != nil {
			return f
		}
	}
	return bad("not-a-number")
}

// smartQuotes finds the quotes of a word processor, which are no quotes to YAML.
func smartQuotes(s string) *fault {
	const quotes = "“”„‟«»‘’‚"
	if !strings.ContainsAny(s, "“”„‟«»") && !strings.HasPrefix(s, "‘") {
		return nil
	}
	return bad("smart-quotes", "want", strings.Trim(s, quotes+" "))
}

// notFinite finds YAML's words for what is not a number.
func notFinite(s string) *fault {
	switch strings.ToLower(strings.TrimLeft(s, "+-.")) {
	case "nan", "inf", "infinity":
		return bad("not-finite")
	}
	return nil
}

// otherBase finds 0x10, 0o17 and 0b11.
func otherBase(s string) *fault {
	digits := strings.ToLower(strings.TrimLeft(s, "+-"))
	if len(digits) < 3 || len(digits) > maxDigits || digits[0] != '0' || !strings.ContainsAny(digits[1:2], "xob") {
		return nil
	}
	n, ok := new(big.Int).SetString(digits, 0)
	if !ok {
		return nil
	}
	return bad("not-base-ten", "want", n.String())
}

// withExponent finds 1e6.
func withExponent(s string) *fault {
	mantissa, exponent, found := strings.Cut(strings.ToLower(s), "e")
	power, err := strconv.Atoi(exponent)
	if !found || err != nil || !allDigits(strings.Replace(strings.Trim(mantissa, "+-"), ".", "", 1)) {
		return nil
	}
	if len(mantissa) > maxDigits || max(power, -power) > maxDigits {
		return tooLong()
	}
	r, ok := new(big.Rat).SetString(mantissa)
	if !ok {
		return nil
	}
	scale := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(power, -power))), nil))
	if power < 0 {
		scale.Inv(scale)
	}
	return bad("exponent", "want", decimalText(r.Mul(r, scale)))
}

// separated finds 1,234, 40.000,50, 1_000, 12,5 and the like.
func separated(s string) *fault {
	plain, other, ok := plainly(s)
	switch {
	case !ok || plain == s:
		return nil
	case len(plain) > maxDigits:
		return tooLong()
	case other != "":
		return bad("ambiguous-number", "want", plain, "other", other)
	case plain == strings.Replace(s, ",", ".", 1):
		return bad("decimal-comma", "want", plain)
	}
	return bad("thousands-separator", "want", plain)
}

// plainly writes digits with the separators that people put in as a plain
// number. It has another reading too where one separator stands before exactly
// three digits. Separators that stand anywhere else than people put them are no
// separators: 30, 50, 60, 25 is no number.
func plainly(s string) (plain, other string, ok bool) {
	s, ok = withoutGroupMarks(s)
	digits := strings.TrimPrefix(s, "-")
	if !ok || strings.Trim(digits, "0123456789.,") != "" || digits == "" || !isDigit(digits[0]) || !isDigit(digits[len(digits)-1]) {
		return "", "", false
	}
	points, commas := strings.Count(s, "."), strings.Count(s, ",")
	last := strings.LastIndexAny(s, ".,")
	switch {
	case last < 0:
		return s, "", true
	case strings.Count(s, s[last:last+1]) > 1:
		return withoutSeparators(s), "", inGroups(digits, s[last:last+1])
	case points+commas == 1 && len(s)-last == 4 && strings.Trim(s[:last], "-0") != "":
		return withoutSeparators(s), unmistakable(s[:last], s[last+1:]), true
	}
	whole := strings.TrimPrefix(s[:last], "-")
	grouped := allDigits(whole) || inGroups(whole, ".") || inGroups(whole, ",")
	return withoutSeparators(s[:last]) + "." + s[last+1:], "", grouped
}

// inGroups reports whether a separator sets digits apart as people do: in threes,
// or in India in twos before the last three.
func inGroups(digits, separator string) bool {
	groups := strings.Split(digits, separator)
	threes, twos := true, separator == ","
	for i, group := range groups {
		first, last := i == 0, i == len(groups)-1
		if !allDigits(group) {
			return false
		}
		threes = threes && (len(group) == 3 || first && len(group) < 3)
		twos = twos && (len(group) == 2 && !last || len(group) == 3 && last || first && len(group) == 1)
	}
	return len(groups) > 1 && (threes || twos)
}

// withoutGroupMarks drops the marks between groups of digits that can be nothing
// else: spaces, underscores and apostrophes.
func withoutGroupMarks(s string) (plain string, ok bool) {
	const mark = "'"
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '_' || r == '’' {
			return '\''
		}
		return r
	}, s)
	if !strings.Contains(s, mark) {
		return s, true
	}
	whole := s
	if i := strings.IndexAny(s, ".,"); i >= 0 {
		whole = s[:i]
	}
	return strings.ReplaceAll(s, mark, ""), inGroups(strings.TrimPrefix(whole, "-"), mark) && !strings.Contains(s[len(whole):], mark)
}

func withoutSeparators(s string) string { return strings.NewReplacer(".", "", ",", "").Replace(s) }

// parenthesised finds (2,000), which is how accountants write what is below 0.
func parenthesised(s string) *fault {
	inner, opened := strings.CutPrefix(s, "(")
	inner, closed := strings.CutSuffix(inner, ")")
	plain, _, ok := plainly(strings.TrimSpace(strings.Trim(inner, "$€£ ")))
	if !opened || !closed || !ok || plain[0] == '-' || len(plain) > maxDigits {
		return nil
	}
	return bad("number-in-parentheses", "want", "-"+plain)
}

// several finds 30, 50, 60, 25, where one number is meant for each stage. In 0,3
// the comma is that of the decimals.
func several(s string) *fault {
	if _, _, one := plainly(strings.TrimSpace(strings.TrimSuffix(s, "%"))); one {
		return nil
	}
	numbers := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' || unicode.IsSpace(r) })
	signs := 0
	for _, number := range numbers {
		digits, signed := strings.CutSuffix(number, "%")
		if signed {
			signs++
		}
		if !allDigits(strings.Replace(digits, ".", "", 1)) || len(digits) > maxDigits {
			return nil
		}
	}
	if len(numbers) < 2 || signs > 0 && signs < len(numbers) {
		return nil
	}
	return bad("several-numbers", "want", numbers[0])
}

// halfDecimal finds .5, 5. and +5.
func halfDecimal(s string) *fault {
	want := strings.TrimSuffix(strings.TrimPrefix(s, "+"), ".")
	if strings.HasPrefix(want, ".") {
		want = "0" + want
	}
	if want == s || !allDigits(strings.Replace(want, ".", "", 1)) || len(want) > maxDigits {
		return nil
	}
	return bad("half-a-decimal", "want", want)
}
