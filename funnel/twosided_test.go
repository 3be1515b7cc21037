package funnel

import (
	"fmt"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

func TestTwoSided(t *testing.T) {
	for _, test := range []struct {
		x, n int64
		rate string
		want float64 // R: binom.test(x, n, rate)$p.value
	}{
		{3, 10, "0.2", 0.42957465600000033},
		{0, 10, "0.2", 0.22824806400000019},
		{10, 10, "0.2", 1.0240000000000015e-07},
		{2, 10, "0.2", 1},
		{5, 10, "0.5", 1},
		{3, 10, "0.5", 0.34375000000000011},
		{18, 90, "0.3", 0.038485325405035478},
		{27, 90, "0.3", 1},
		{216, 895, "0.3", 0.00010814540523472734},
		{216, 895, "0.25", 0.5628481350626704},
		{0, 1000, "0.001", 0.63193651174077736},
		{4, 1000, "0.001", 0.018926833450360472},
		{682, 925, "0.75", 0.38249155957485192},
		{299000, 1000000, "0.3", 0.029096319030430345},
		{300000, 1000000, "0.3", 1},
		{301234, 1000000, "0.3", 0.0071084823045960109},
		{2500000, 5000000, "0.4999", 0.6550437445999715},
		{4, 5000000, "1e-06", 0.82453254249841057},
		{0, 5000000, "1e-06", 0.012190997340729072},
		{90, 100, "0.5", 3.0632901754379882e-17},
		{1000, 3000, "0.6", 1.2218096341071343e-190},
		{5, 5, "1", 1},
		{4, 5, "1", 0},
		{1, 1, "0.5", 1},
		{999990, 1000000, "0.99999", 1},
		{999970, 1000000, "0.99999", 2.509463442816819e-07},
		{1020, 10000, "0.1", 0.50496593324782435},
		{980, 10000, "0.1", 0.51569516860100806},
	} {
		rate := r(test.rate)
		got := shareOf(rate).of(test.n).twoSided(test.x, rate)
		near(t, fmt.Sprintf("p of %d in %d at %s", test.x, test.n, test.rate), got, test.want, 1e-10*test.want)
	}
}

// By definition: the sum over all counts that are no likelier, in exact
// rationals.
func TestTwoSidedAgainstItsDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := int64(rapid.IntRange(1, 60).Draw(t, "n"))
		x := int64(rapid.IntRange(0, int(n)).Draw(t, "x"))
		rate := big.NewRat(int64(rapid.IntRange(1, 100).Draw(t, "rate")), 100)
		seen := exactProbability(n, x, rate)
		limit := mul(seen, r("1.0000001"))
		sum := new(big.Rat)
		for k := range n + 1 {
			if p := exactProbability(n, k, rate); p.Cmp(limit) <= 0 {
				sum.Add(sum, p)
			}
		}
		want, _ := sum.Float64()
		near(t, "p", shareOf(rate).of(n).twoSided(x, rate), want, 1e-12)
	})
}

// exactProbability of k in n.
func exactProbability(n, k int64, rate *big.Rat) *big.Rat {
	p := ratOf(new(big.Int).Binomial(n, k))
	for range k {
		p.Mul(p, rate)
	}
	for range n - k {
		p.Mul(p, oneLess(rate))
	}
	return p
}

// Beyond summedVariance the series takes over without a step.
func TestTwoSidedWhereTheSeriesTakesOver(t *testing.T) {
	rate := r("0.5")
	for _, off := range []int64{500, 5_000, 20_000, 40_000} {
		b := shareOf(rate).of(4*summedVariance + 10) // variance just above
		mean := b.n / 2
		summed := min(1, 2*b.sumDown(mean-off)) // symmetric
		near(t, fmt.Sprintf("p at %d from the mean", off), b.twoSided(mean-off, rate), summed, 1e-10)
	}
}

// Whatever comes, an answer within 0 and 1 comes back, and soon.
func FuzzTwoSided(f *testing.F) {
	f.Add(int64(27), int64(90), int64(3), int64(10))
	f.Add(int64(0), int64(1)<<56, int64(1), int64(1)<<62)
	f.Add(int64(1)<<55, int64(1)<<56, int64(1), int64(2))
	f.Fuzz(func(t *testing.T, x, n, numerator, denominator int64) {
		if x < 0 || x > n || n < 1 || n > countLimit || numerator < 1 || numerator > denominator {
			t.Skip("no such count")
		}
		rate := big.NewRat(numerator, denominator)
		if p := shareOf(rate).of(n).twoSided(x, rate); !(0 <= p && p <= 1) {
			t.Errorf("p of %d in %d at %s is %g", x, n, rate, p)
		}
		low, high := jeffreys(x, n)
		if !(0 <= low && low <= high && high <= 1) {
			t.Errorf("interval of %d in %d: %g..%g", x, n, low, high)
		}
	})
}
