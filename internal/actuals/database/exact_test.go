package database

import (
	"math/big"
	"testing"
)

func rat(s string) *big.Rat {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		panic(s)
	}
	return r
}

func sameRat(a, b *big.Rat) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Cmp(b) == 0
}

func pointer[T any](value T) *T { return &value }

func TestExact(t *testing.T) {
	one, tenThousand := big.NewRat(1, 1), big.NewRat(10000, 1)
	for _, test := range []struct {
		text  string
		scale *big.Rat
		want  string // empty: none
	}{
		{"", one, "0"},
		{"12345678901234567890.123456789", one, "12345678901234567890.123456789"},
		{"-3.50", one, "-3.5"},
		{"10001", tenThousand, "1.0001"},
		{"NaN", one, ""},
		{"Infinity", one, ""},
		{"1e999999999", one, ""},
		{"1/3", one, ""},
		{"0x10", one, ""},
		{"1_000", one, ""},
	} {
		got, ok := exact(test.text, test.scale)
		if ok != (test.want != "") || ok && got.Cmp(rat(test.want)) != 0 {
			t.Errorf("%q: %v %v, want %q", test.text, got, ok, test.want)
		}
	}
	for text, want := range map[string]int64{"3": 3, "3.00": 3, "": 0, "3.5": -1, "-3": -1, "9223372036854775808": -1} {
		got, ok := whole(text, one)
		if ok != (want >= 0) || ok && got != want {
			t.Errorf("%q: %v %v, want %d", text, got, ok, want)
		}
	}
}
