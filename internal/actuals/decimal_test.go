package actuals

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

func drawDecimal(t *rapid.T) decimal {
	return decimal{
		units: rapid.Int64Range(-math.MaxInt64, math.MaxInt64).Draw(t, "units"),
		scale: uint8(rapid.IntRange(0, maxScale).Draw(t, "scale")),
	}
}

// Sums and shifts are those of rationals, past the machine word too.
func TestDecimalIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := drawDecimal(t), drawDecimal(t), drawDecimal(t)
		want := a.rat()
		want.Add(want, b.rat()).Add(want, c.rat())
		sum := a.plus(b).plus(c)
		if sum.rat().Cmp(want) != 0 || sum.sign() != want.Sign() {
			t.Fatalf("%s + %s + %s is %s", a, b, c, sum)
		}
		n, whole := sum.whole()
		if whole != (want.IsInt() && want.Num().IsInt64()) || whole && n != want.Num().Int64() {
			t.Fatalf("%s whole: %d %t", sum, n, whole)
		}
		exponent := rapid.SampledFrom([]int{-2, 0, 3, 6, 9}).Draw(t, "exponent")
		power := new(big.Rat).SetFloat64(1)
		for range max(exponent, -exponent) {
			power.Mul(power, big.NewRat(10, 1))
		}
		if exponent < 0 {
			power.Inv(power)
		}
		if got := a.shifted(exponent); got.rat().Cmp(power.Mul(power, a.rat())) != 0 {
			t.Fatalf("%s shifted by %d is %s", a, exponent, got)
		}
		if text, ok := new(big.Rat).SetString(sum.String()); !ok || text.Cmp(want) != 0 {
			t.Fatalf("%s is written %s", want, sum)
		}
	})
}
