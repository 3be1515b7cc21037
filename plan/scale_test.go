package plan

import (
	"math/big"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// written is a number as people write it, in one of the styles of the world.
func written(t *rapid.T) (text string, value *big.Rat) {
	style := rapid.SampledFrom([]struct{ thousands, decimal string }{
		{"", "."}, {"", ","}, {".", ","}, {",", "."}, {" ", ","}, {"'", "."}, {"\u00a0", ","},
	}).Draw(t, "style")
	whole := strconv.Itoa(rapid.IntRange(1, 9_999_999).Draw(t, "whole"))
	fraction := rapid.SampledFrom([]string{"", "5", "50", "25"}).Draw(t, "fraction")
	value, _ = new(big.Rat).SetString(whole + "." + fraction + "0")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + style.thousands + whole[i:]
	}
	if fraction != "" {
		whole += style.decimal + fraction
	}
	return whole, value
}

// However an amount is written, it is read as what it is, or a hint says what it
// is: never another amount, a thousand times larger or smaller.
func TestHintsKeepTheScale(t *testing.T) {
	scales := map[string]int64{
		"": 1, " mil": 1000, "k": 1000, " millones": 1e6, " mil millones": 1e9, "M": 1e6, " thousand": 1000, " milhões": 1e6,
	}
	names := []string{"", " mil", "k", " millones", " mil millones", "M", " thousand", " milhões"}
	rapid.Check(t, func(t *rapid.T) {
		text, value := written(t)
		scale := rapid.SampledFrom(names).Draw(t, "scale")
		value.Mul(value, new(big.Rat).SetInt64(scales[scale]))
		text += scale
		switch rapid.IntRange(0, 2).Draw(t, "currency") {
		case 1:
			text = rapid.SampledFrom([]string{"$", "US$ ", "USD ", "S/ ", "€", "R$"}).Draw(t, "before") + text
		case 2:
			text += rapid.SampledFrom([]string{" USD", " pesos", " de pesos chilenos", " €", " soles", " aprox.", " in all"}).Draw(t, "behind")
		}
		if value.Cmp(new(big.Rat).SetInt64(maxMoney)) > 0 {
			return
		}
		read := func(s string) *fault { _, f := parseMoney(s); return f }
		money, f := parseMoney(text)
		if f == nil {
			if money.Value.Cmp(value) != 0 {
				t.Fatalf("%q is read as %s", text, money)
			}
			return
		}
		f = f.acceptable(read)
		right := false
		for _, want := range []string{f.arg("want"), f.arg("other")} {
			if want != "" {
				money, _ := parseMoney(want)
				right = right || money.Value.Cmp(value) == 0
			}
		}
		if !right {
			t.Fatalf("%q is %s, and the hint of %s says %q or %q", text, value.FloatString(2), f.name, f.arg("want"), f.arg("other"))
		}
	})
}

// So is a share: 32,5% and 0,325 are neither 32% nor 3250%.
func TestHintsKeepTheScaleOfShares(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hundredths := rapid.Int64Range(1, 9999).Draw(t, "hundredths of a percent")
		value := big.NewRat(hundredths, 10000)
		text := new(big.Rat).Mul(value, big.NewRat(100, 1)).FloatString(2)
		bare := rapid.Bool().Draw(t, "bare")
		if bare {
			text = value.FloatString(4)
		}
		if rapid.Bool().Draw(t, "comma") {
			text = strings.Replace(text, ".", ",", 1)
		}
		if !bare {
			text += rapid.SampledFrom([]string{"%", " %", "% aprox.", " por ciento", " percent"}).Draw(t, "sign")
		}
		for name, parse := range map[string]func(string) (*big.Rat, *fault){
			"rate":       func(s string) (*big.Rat, *fault) { r, f := parseRate(s); return r.Value, f },
			"share":      func(s string) (*big.Rat, *fault) { p, f := parseShare(s); return p.Value, f },
			"part":       func(s string) (*big.Rat, *fault) { p, f := parsePart(s); return p.Value, f },
			"return":     func(s string) (*big.Rat, *fault) { p, f := parseReturn(s); return p.Value, f },
			"confidence": func(s string) (*big.Rat, *fault) { p, f := parseConfidence(s); return p.Value, f },
		} {
			r, f := parse(text)
			if f != nil {
				f = f.acceptable(func(s string) *fault { _, f := parse(s); return f })
				r, _ = parse(f.arg("want"))
			}
			if r == nil || r.Cmp(value) != 0 {
				t.Fatalf("%s: %q is %s, and is read or mended as %v: %v", name, text, value, r, f)
			}
		}
	})
}
