package funnel

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

// Sums, differences, halves and order are those of math/big.
func TestWideNumbers(t *testing.T) {
	draw := func(t *rapid.T, label string) *big.Int {
		n := new(big.Int).SetBytes(rapid.SliceOfN(rapid.Byte(), 0, 15).Draw(t, label))
		if rapid.Bool().Draw(t, "negative") {
			n.Neg(n)
		}
		return n
	}
	rapid.Check(t, func(t *rapid.T) {
		m, n := draw(t, "m"), draw(t, "n")
		a, _ := wideOf(m)
		b, _ := wideOf(n)
		if got, want := a.plus(b).int(), new(big.Int).Add(m, n); got.Cmp(want) != 0 {
			t.Errorf("sum %s, want %s", got, want)
		}
		if got, want := a.minus(b).int(), new(big.Int).Sub(m, n); got.Cmp(want) != 0 {
			t.Errorf("difference %s, want %s", got, want)
		}
		if got, want := a.half().int(), new(big.Int).Rsh(m, 1); got.Cmp(want) != 0 {
			t.Errorf("half %s, want %s", got, want)
		}
		if a.compare(b) != m.Cmp(n) {
			t.Errorf("%s against %s: %d", m, n, a.compare(b))
		}
	})
	if _, ok := wideOf(new(big.Int).Lsh(big.NewInt(1), 125)); ok {
		t.Error("a number without room was taken")
	}
}
