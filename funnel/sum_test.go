package funnel

import (
	"fmt"
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// threeFunnels are binom(100, 0.1), binom(40, 0.3) and binom(200, 0.05).
func threeFunnels() []Distribution {
	return []Distribution{
		fixedChain("0.1").Entries([]int64{100, 0})[1],
		fixedChain("0.3").Entries([]int64{40, 0})[1],
		fixedChain("0.05").Entries([]int64{200, 0})[1],
	}
}

// NumPy: the probabilities of all 101 × 41 × 201 outcomes, scipy.stats.binom.pmf
// multiplied, summed where the worth is at least the amount.
func TestSumOfThreeFunnels(t *testing.T) {
	sum := SumOf(threeFunnels(), []float64{1000, 2500, 1700.5})
	for _, test := range []struct{ amount, want float64 }{
		{-1, 1},
		{40_000, 0.9684662305802182},
		{57_005, 0.4935613558327644},
		{60_000.5, 0.3707228699607038},
		{75_000, 0.031775528501500505},
		{1e12, 0},
	} {
		near(t, fmt.Sprintf("P(sum ≥ %g)", test.amount), sum.AtLeast(test.amount), test.want, 1e-12)
	}
	for _, test := range []struct{ p, want float64 }{{0.05, 41_804.5}, {0.5, 56_804.5}, {0.95, 72_807}} {
		near(t, fmt.Sprintf("the %g quantile", test.p), sum.Quantile(test.p), test.want, 1e-6)
	}
}

// With worths of 1000, 2500 and 500 many outcomes are worth exactly 45,000, and
// reach it. NumPy, as above.
func TestSumThatIsExactlyTheAmount(t *testing.T) {
	sum := SumOf(threeFunnels(), []float64{1000, 2500, 500})
	near(t, "P(sum ≥ 45,000)", sum.AtLeast(45_000), 0.5045042442585057, 1e-12)
	near(t, "P(sum > 45,000)", sum.AtLeast(45_000.01), 0.47968156605184376, 1e-12)
	// Thirds are no floats: 3 × a third of a third is still all of it.
	thirds := SumOf([]Distribution{certain(1), certain(2), certain(3)}, []float64{1e6 / 3., 2e6 / 3., 1e7 / 9})
	near(t, "P(sum of thirds ≥ threshold)", thirds.AtLeast(1e6/3.+4e6/3.+1e7/3.), 1, 0)
}

func TestSumOfOneFunnelIsItself(t *testing.T) {
	for _, d := range threeFunnels() {
		sum := SumOf([]Distribution{d}, []float64{0.25})
		for k := int64(0); k < 30; k++ {
			near(t, "P(sum ≥ k)", sum.AtLeast(0.25*float64(k)), d.AtLeast(k), 1e-15)
		}
		near(t, "the median", sum.Quantile(0.5), 0.25*float64(d.Quantile(0.5)), 1e-12)
	}
}

func TestSumOfNothing(t *testing.T) {
	for _, sum := range []Sum{SumOf(nil, nil), SumOf(threeFunnels(), []float64{0, 0, 0})} {
		near(t, "P(nothing ≥ 0)", sum.AtLeast(0), 1, 0)
		near(t, "P(nothing ≥ 1)", sum.AtLeast(1), 0, 0)
		near(t, "its median", sum.Quantile(0.5), 0, 0)
	}
}

// Funnels of equal worth with one rate are one funnel.
func TestFunnelsOfEqualWorthAreOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.SliceOfN(rapid.Int64Range(0, 300), 2, 4).Draw(t, "n")
		var ds []Distribution
		var worths []float64
		var all int64
		for _, n := range n {
			ds = append(ds, fixedChain("0.2").Entries([]int64{n, 0})[1])
			worths = append(worths, 1234.5)
			all += n
		}
		k := rapid.Int64Range(0, 100).Draw(t, "k")
		near(t, "chance", SumOf(ds, worths).AtLeast(1234.5*float64(k)), fixedChain("0.2").Chance(0, all, k), 1e-13)
	})
}

// Two hundred funnels, each of its own worth: the sum is on a lattice, and nearly
// normal. It takes some tenths of a second; minutes would be a hang.
func TestSumOfManyFunnels(t *testing.T) {
	start := time.Now()
	var all moments
	var worths []float64
	var ds []Distribution
	for i := range 200 {
		worth := 1000 + 1.37*float64(i)
		worths = append(worths, worth)
		ds = append(ds, fixedChain("0.0225").Entries([]int64{447, 0})[1])
		m := binomial{n: 447, p: 0.0225, q: 0.9775}.moments()
		all.mean += worth * m.mean
		all.k2 += worth * worth * m.k2
		all.k3 += worth * worth * worth * m.k3
	}
	sum := SumOf(ds, worths)
	deviation := math.Sqrt(all.k2)
	for _, z := range []float64{-2, -1, 0, 1, 2} {
		skew := all.k3 / all.k2 / deviation
		want := math.Erfc(z/math.Sqrt2)/2 + math.Exp(-z*z/2)/math.Sqrt(2*math.Pi)*skew/6*(z*z-1)
		near(t, fmt.Sprintf("P(sum ≥ mean + %g σ)", z), sum.AtLeast(all.mean+z*deviation), want, 1e-4)
	}
	if took := time.Since(start); took > 2*time.Minute {
		t.Errorf("took %v", took)
	}
}

func BenchmarkSumOfThreeFunnels(b *testing.B) {
	ds := threeFunnels()
	for b.Loop() {
		SumOf(ds, []float64{1000, 2500, 1700.5}).AtLeast(57_005)
	}
}
