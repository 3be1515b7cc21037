package plan

import (
	"math/big"
	"slices"
	"strings"
	"unicode"
)

// inWords is a number with what people write around it: US$ 40,5 mil is 40.5,
// times 1000, in a currency.
type inWords struct {
	plain    string // the number without its separators, with its minus
	other    string // its second reading, empty without one
	times    *big.Rat
	currency bool
	percent  bool
}

// withWords finds $40,000, 40000 USD, 40k, US$ 40 mil and 12 clients, and a minus
// that is not the one of the keyboard.
func withWords(s string) *fault {
	n, ok := wordsAround(s)
	switch {
	case !ok || n.plain == s || n.percent:
		return nil
	case len(n.plain) > maxDigits:
		return tooLong()
	case n.other != "" && !n.currency:
		return bad("ambiguous-number", "want", n.scaled(n.plain), "other", n.scaled(n.other))
	case n.other != "" && n.times != nil:
		return bad("ambiguous-number", "want", n.scaled(n.plain), "other", n.scaled(n.other))
	case n.times != nil:
		return bad("abbreviated-number", "want", n.scaled(n.plain))
	case n.currency:
		return bad("currency-in-number", "want", n.plain)
	}
	return bad("text-around-number", "want", n.plain)
}

// scaled is a number times what the words behind it say.
func (n inWords) scaled(plain string) string {
	r, ok := new(big.Rat).SetString(plain)
	if !ok || n.times == nil {
		return plain
	}
	return decimalText(r.Mul(r, n.times))
}

// wordsAround takes a text apart that has one number in it. ok is false where the
// words may make it another number, in a way that is not known here: what nobody
// understands is no number, so that no hint is wrong by a thousand times.
func wordsAround(s string) (n inWords, ok bool) {
	const longest = 200 // of what is still a number and not a text, in bytes
	first := strings.IndexFunc(s, isASCIIDigit)
	if first < 0 || len(s) > longest {
		return inWords{}, false
	}
	last := strings.LastIndexFunc(s, isASCIIDigit) + 1
	before, after := s[:first], s[last:]
	n.plain, n.other, ok = plainly(s[first:last])
	if !ok || !closesParentheses(before) || !closesParentheses(after) {
		return inWords{}, false
	}
	if minus := strings.TrimLeft(before, "-−–"); minus != before {
		n.plain, before = "-"+n.plain, minus
		if n.other != "" {
			n.other = "-" + n.other
		}
	}
	for _, word := range words(before) {
		ok = ok && n.takeWord(word)
	}
	ok = ok && n.times == nil // mil 40 is not 40000
	for _, word := range words(after) {
		ok = ok && n.takeWord(word)
	}
	return n, ok
}

func isASCIIDigit(r rune) bool { return '0' <= r && r <= '9' }

// closesParentheses reports whether a text closes what it opens: (40 mil) may be
// below 0.
func closesParentheses(s string) bool { return strings.Count(s, "(") == strings.Count(s, ")") }

// words are the words of a text and the signs of currencies; a / between two of
// them means so much for each.
func words(s string) []string {
	var all []string
	for _, field := range strings.FieldsFunc(s, unicode.IsSpace) {
		if isCurrency(field) { // S/ has a / of its own
			all = append(all, field)
			continue
		}
		all = append(all, strings.Fields(strings.ReplaceAll(field, "/", " per "))...)
	}
	return all
}

// takeWord takes one word or sign that stands beside the number. It is false for
// one that may change the number.
func (n *inWords) takeWord(word string) bool {
	percent := strings.Contains(word, "%")
	if !isCurrency(word) {
		word = strings.Trim(word, "%.,;+~≈:()*")
	}
	times, scales := multiplier(word)
	switch {
	case percent && n.percent:
		return false
	case percent:
		n.percent = true
		return word == "" || n.takeWord(word)
	case word == "":
		return true
	case isCurrency(word):
		n.currency = true
		return true
	case scales:
		if n.times == nil {
			n.times = big.NewRat(1, 1)
		}
		n.times.Mul(n.times, new(big.Rat).SetInt64(times))
		return true
	}
	return !changesNumber(word)
}

// multiplier is what a word behind a number multiplies it by.
func multiplier(word string) (times int64, ok bool) {
	table := []struct {
		times int64
		words string
	}{
		{12, "docena docenas dozen dozens"},
		{100, "cientos hundred hundreds"},
		{1e3, "k mil miles thousand thousands"},
		{1e5, "lakh lakhs lac"},
		{1e6, "m mm mn mln mio millon millones million millions milhao milhoes"},
		{1e7, "crore crores"},
		{1e9, "billion bilhao bilhoes"}, // of English and Portuguese
		{1e12, "billon billones"},       // of Spanish
	}
	word = strings.ToLower(withoutAccents(word))
	for _, row := range table {
		if slices.Contains(strings.Fields(row.words), word) {
			return row.times, true
		}
	}
	return 0, false
}

// changesNumber reports whether a word makes so much for each, so many times or
// nobody knows what of a number: 12 a week, 2x, 40 bn. What it says of others,
// such as 12 clients, is what the number counts.
func changesNumber(word string) bool {
	const changing = " veces vez times time fold per por cada each monthly mensual mensuales weekly semanal semanales " +
		"daily diario diarios diarias yearly annual anual anuales trimestral quarterly half medio media mas more plus " +
		"menos less minus sobre entre between hasta until and out bps pbs puntos points trillon trillones trillion "
	const harmless = " de en in ca of ci us los las the " // beside words of three letters and more
	word = strings.ToLower(withoutAccents(word))
	if strings.Contains(harmless, " "+word+" ") {
		return false
	}
	isWord := strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) < 0
	return !isWord || len(word) < 3 || strings.Contains(changing, " "+word+" ")
}

// inTimes finds 2x and 2,5 veces: to some the budget comes back so many times, to
// others the profit alone is so many times the budget.
func inTimes(s string) *fault {
	lower := strings.ToLower(withoutAccents(strings.TrimSpace(s)))
	number := strings.TrimLeft(strings.TrimRightFunc(lower, func(r rune) bool { return !isASCIIDigit(r) }), "x× ")
	words := strings.TrimSpace(strings.Replace(lower, number, " ", 1))
	plain, other, ok := plainly(number)
	if !ok || other != "" || len(plain) > maxDigits || plain[0] == '-' {
		return nil
	}
	word, _, _ := strings.Cut(words, " ")
	if !slices.Contains([]string{"x", "×", "veces", "vez", "times", "fold", "-fold"}, word) {
		return nil
	}
	n, _ := new(big.Rat).SetString(plain)
	if n.Sign() == 0 {
		return nil
	}
	return bad("return-in-times", "want", percentText(new(big.Rat).Sub(n, big.NewRat(1, 1))), "other", percentText(n))
}
