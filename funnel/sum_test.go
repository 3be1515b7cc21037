package funnel

import (
	"fmt"
	"math"
	"math/big"
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

// rats reads rationals.
func rats(texts ...string) []*big.Rat {
	list := make([]*big.Rat, len(texts))
	for i, text := range texts {
		list[i] = r(text)
	}
	return list
}

// reaches is P(sum ≥ x); it fails the test where that is in doubt.
func reaches(t rapid.TB, s Sum, x string) float64 {
	t.Helper()
	chance, doubt := s.AtLeast(r(x))
	near(t, "doubt about P(sum ≥ "+x+")", doubt, 0, 0)
	return chance
}

// NumPy: the probabilities of all 101 × 41 × 201 outcomes, scipy.stats.binom.pmf
// multiplied, summed where the worth is at least the amount.
func TestSumOfThreeFunnels(t *testing.T) {
	sum := SumOf(threeFunnels(), rats("1000", "2500", "1700.5"))
	for _, test := range []struct {
		amount string
		want   float64
	}{
		{"-1", 1},
		{"40000", 0.9684662305802182},
		{"57005", 0.4935613558327644},
		{"60000.5", 0.3707228699607038},
		{"75000", 0.031775528501500505},
		{"1e12", 0},
	} {
		near(t, "P(sum ≥ "+test.amount+")", reaches(t, sum, test.amount), test.want, 1e-12)
	}
	for _, test := range []struct {
		p    float64
		want string
	}{{0.05, "41804.5"}, {0.5, "56804.5"}, {0.95, "72807"}} {
		if got := sum.Quantile(test.p); got.Cmp(r(test.want)) != 0 {
			t.Errorf("the %g quantile is %s, want %s", test.p, got.FloatString(3), test.want)
		}
	}
}

// With worths of 1000, 2500 and 500 many outcomes are worth exactly 45,000, and
// reach it. NumPy, as above.
func TestSumThatIsExactlyTheAmount(t *testing.T) {
	sum := SumOf(threeFunnels(), rats("1000", "2500", "500"))
	near(t, "P(sum ≥ 45,000)", reaches(t, sum, "45000"), 0.5045042442585057, 1e-12)
	near(t, "P(sum > 45,000)", reaches(t, sum, "45000.01"), 0.47968156605184376, 1e-12)
	// Thirds are no floats, and seventeen digits no int64.
	thirds := SumOf([]Distribution{certain(1), certain(2), certain(3)}, rats("1000000/3", "2000000/3", "10000000/9"))
	near(t, "P(sum of thirds ≥ threshold)", reaches(t, thirds, "5000000"), 1, 0)
	near(t, "P(sum of thirds > threshold)", reaches(t, thirds, "5000000.0000001"), 0, 0)
	odd := SumOf(threeFunnels(), rats("1000/999999999999", "2500/999999999989", "123456789/1000000007"))
	atoms := mul(r("1000/999999999999"), r("10"))
	atoms.Add(atoms, mul(r("2500/999999999989"), r("12")))
	atoms.Add(atoms, mul(r("123456789/1000000007"), r("10")))
	at, _ := odd.AtLeast(atoms)
	above, _ := odd.AtLeast(atoms.Add(atoms, r("1e-30")))
	here := binomial{n: 100, p: 0.1, q: 0.9}.pmf(10) * binomial{n: 40, p: 0.3, q: 0.7}.pmf(12) * binomial{n: 200, p: 0.05, q: 0.95}.pmf(10)
	near(t, "P(just this amount)", at-above, here, 1e-13)
}

// Four funnels of which every combination is an amount of its own. The value is
// a sum over all of them, in a dictionary of whole numbers (Python).
func TestChanceOfFourFunnelsWithOddWorths(t *testing.T) {
	p := worked()
	p.Budget, p.Target = r("1000"), Target{TargetRevenue, r("2660880")}
	p.Funnels = nil
	for _, f := range []struct{ asked, worth, rate string }{
		{"600420", "10007", "0.25"}, {"685450", "13709", "0.3"}, {"684680", "17117", "0.5"}, {"690330", "23011", "0.4"},
	} {
		p.Funnels = append(p.Funnels, Funnel{
			ID: f.worth, Share: quo(r(f.asked), p.Target.Value), Budget: r("250"),
			AverageRevenue: r(f.worth), GrossMargin: r("1"), Success: 1,
			Stages: []Stage{{ID: "a", Rate: Rate{Value: r(f.rate)}}, {ID: "c"}},
		})
	}
	near(t, "chance", *Compute(p).Chance, 0.5017988274, 1e-10)
}

// A chance is given with no more decimals than its doubt leaves.
func TestDecimalsWithinADoubt(t *testing.T) {
	for _, test := range []struct {
		doubt float64
		want  int
	}{{0, 10}, {5e-11, 10}, {6e-11, 9}, {1e-6, 5}, {4e-5, 4}, {0.02, 1}, {0.4, 1}} {
		if got := decimalsWithin(test.doubt); got != test.want {
			t.Errorf("%g: %d decimals, want %d", test.doubt, got, test.want)
		}
	}
}

// What an entry of the success stage is worth: with repeat purchases, the clients
// that clients bring, the share that becomes clients, and the margin where it is
// profit that is asked.
func TestWorthOfASuccess(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*Plan)
		want   string
	}{
		{"a client's profit", func(*Plan) {}, "4000"},
		{"a client's revenue", func(p *Plan) { p.Target = Target{TargetRevenue, r("100000")} }, "10000"},
		{"a client", func(p *Plan) { p.Target = Target{TargetClients, r("10")} }, "1"},
		{"with repeat purchases", func(p *Plan) { p.RepeatPurchases = r("0.5") }, "6000"},
		{"with referrals", func(p *Plan) { p.Referrals = r("0.25") }, "5000"},
		{"an opportunity", func(p *Plan) { p.Funnels[0].Success = 3 }, "1000"},
		{"a meeting", func(p *Plan) { p.Funnels[0].Success = 2 }, "600"},
		{"a meeting with follow-up", func(p *Plan) {
			p.Funnels[0].Success = 2
			p.Funnels[0].Stages[2].Recovers = r("0.1")
		}, "640"},
		{"an opportunity's revenue, all of it", func(p *Plan) {
			p.Target = Target{TargetRevenue, r("100000")}
			p.Funnels[0].Success, p.RepeatPurchases, p.Referrals = 3, r("1"), r("0.5")
		}, "7500"},
		{"an opportunity of clients", func(p *Plan) {
			p.Target = Target{TargetClients, r("10")}
			p.Funnels[0].Success = 3
		}, "1"},
	} {
		p := worked()
		p.Funnels[0].GrossMargin = r("0.4")
		test.change(p)
		if got := worth(p, &p.Funnels[0]); got.Cmp(r(test.want)) != 0 {
			t.Errorf("%s is worth %s, want %s", test.name, got.RatString(), test.want)
		}
	}
}

func TestSumOfOneFunnelIsItself(t *testing.T) {
	for _, d := range threeFunnels() {
		sum := SumOf([]Distribution{d}, rats("0.25"))
		for k := int64(0); k < 30; k++ {
			near(t, "P(sum ≥ k)", reaches(t, sum, fmt.Sprint(0.25*float64(k))), d.AtLeast(k), 1e-15)
		}
		if got := sum.Quantile(0.5); got.Cmp(mul(r("0.25"), big.NewRat(d.Quantile(0.5), 1))) != 0 {
			t.Errorf("the median is %s", got)
		}
	}
}

func TestSumOfNothing(t *testing.T) {
	for _, sum := range []Sum{SumOf(nil, nil), SumOf(threeFunnels(), rats("0", "0", "0"))} {
		near(t, "P(nothing ≥ 0)", reaches(t, sum, "0"), 1, 0)
		near(t, "P(nothing ≥ 1)", reaches(t, sum, "1"), 0, 0)
		if got := sum.Quantile(0.5); got.Sign() != 0 {
			t.Errorf("the median of nothing is %s", got)
		}
	}
}

// Funnels of equal worth with one rate are one funnel, however many come.
func TestFunnelsOfEqualWorthAreOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		largest := rapid.SampledFrom([]int64{300, 3e6, 1e9}).Draw(t, "largest")
		n := rapid.SliceOfN(rapid.Int64Range(0, largest), 2, 4).Draw(t, "n")
		var ds []Distribution
		var all int64
		for _, n := range n {
			ds = append(ds, fixedChain("0.2").Entries([]int64{n, 0})[1])
			all += n
		}
		k := all/5 + rapid.Int64Range(-100, 100).Draw(t, "k")
		sum := SumOf(ds, rats("1234.5", "1234.5", "1234.5", "1234.5")[:len(n)])
		chance, _ := sum.AtLeast(mul(r("1234.5"), big.NewRat(k, 1)))
		near(t, "chance", chance, fixedChain("0.2").Chance(0, all, k), 1e-10)
	})
}

// drawParts draws so many parts of odd worths.
func drawParts(t *rapid.T, count int) []part {
	var parts []part
	for i := range count {
		n := rapid.Int64Range(1, 60).Draw(t, "n")
		rate := big.NewRat(rapid.Int64Range(1, 20).Draw(t, "rate"), 20)
		worth := big.NewRat(rapid.Int64Range(1, 2000).Draw(t, "worth"), rapid.Int64Range(1, 3).Draw(t, "of"))
		d := Chain{Steps: []Step{{Rate: rate}}, Base: []int64{0, int64(i)}}.Entries([]int64{n, 0})[1]
		parts = append(parts, part{worth, d})
	}
	return parts
}

// amount is one that the sum can be.
func drawAmount(t *rapid.T, parts []part) *big.Rat {
	x := new(big.Rat)
	for _, p := range parts {
		k := p.entries.First + rapid.Int64Range(0, p.entries.width()).Draw(t, "k")
		x.Add(x, mul(p.worth, big.NewRat(k, 1)))
	}
	return x
}

// The definition: every combination of two or three counts.
func TestSumsAgainstEnumeration(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := drawParts(t, rapid.IntRange(2, 3).Draw(t, "parts"))
		x := drawAmount(t, parts)
		want := enumerated(parts, x)
		pairs, _ := pairsOf(parts, 1<<20)
		got, _ := pairs.atLeast(x)
		near(t, "P(sum ≥ x) by pairs", got, want, 1e-12)
		waves, _ := weightedOf(parts).wavesOn(unitOf(parts), manyCells)
		got, _ = waves.atLeast(x)
		near(t, "P(sum ≥ x) by waves", got, want, 1e-11)
		p := rapid.Float64Range(0.01, 0.99).Draw(t, "p")
		if a, b := pairs.quantile(p), waves.quantile(p); a.Cmp(b) != 0 {
			t.Errorf("the %g quantile is %s by pairs and %s by waves", p, a, b)
		}
	})
}

// enumerated is P(sum ≥ x) by all combinations.
func enumerated(parts []part, x *big.Rat) float64 {
	if len(parts) == 0 {
		return oneIf(x.Sign() <= 0)
	}
	var sum float64
	for j, p := range parts[0].entries.P {
		amount := mul(parts[0].worth, big.NewRat(parts[0].entries.First+int64(j), 1))
		sum += p * enumerated(parts[1:], sub(x, amount))
	}
	return sum
}

// Where worths are rounded to a coarser lattice, what that may change is known.
func TestRoundedSumsAreWithinTheirDoubt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := drawParts(t, rapid.IntRange(3, 5).Draw(t, "parts"))
		x := drawAmount(t, parts)
		pairs, ok := pairsOf(parts, 1<<20)
		if !ok {
			t.Skip("too many combinations")
		}
		want, _ := pairs.atLeast(x)
		got, doubt := weightedOf(parts).roundedWaves(rapid.Int64Range(500, 5000).Draw(t, "cells")).atLeast(x)
		near(t, "P(sum ≥ x)", got, want, doubt+1e-10)
	})
}

// Billions of entries are held in lumps; what that may change is known too.
func TestSumOfLumpsIsWithinItsDoubt(t *testing.T) {
	b := binomial{n: 5e9, p: 0.3, q: 0.7}
	d := fixedChain("0.3").Entries([]int64{b.n, 0})[1]
	m := b.moments()
	three := moments{whole: 3 * m.whole, mean: 3 * m.mean, k2: 9 * m.k2, k3: 27 * m.k3, k4: 81 * m.k4, k5: 243 * m.k5}
	both := m.plus(three)
	sum := SumOf([]Distribution{d, d}, rats("1", "3"))
	for _, k := range []int64{5_999_900_000, 6e9, 6_000_123_456} {
		chance, doubt := sum.AtLeast(big.NewRat(k, 1))
		near(t, fmt.Sprintf("P(sum ≥ %d)", k), chance, both.atLeast(k), doubt)
		near(t, "doubt", doubt, 0, 0.005)
	}
}

// manyFunnels are of different worths, in cents.
func manyFunnels(count int) (ds []Distribution, worths []*big.Rat) {
	for i := range count {
		worths = append(worths, big.NewRat(100_000+137*int64(i)+int64(i*i%7), 100))
		ds = append(ds, fixedChain("0.0225").Entries([]int64{447, 0})[1])
	}
	return ds, worths
}

// Two hundred funnels, each of its own worth: nearly normal. It takes a second;
// minutes would be a hang.
func TestSumOfManyFunnels(t *testing.T) {
	start := time.Now()
	ds, worths := manyFunnels(200)
	var all moments
	for _, w := range worths {
		worth, _ := w.Float64()
		m := binomial{n: 447, p: 0.0225, q: 0.9775}.moments()
		all.mean += worth * m.mean
		all.k2 += worth * worth * m.k2
		all.k3 += worth * worth * worth * m.k3
		all.k4 += worth * worth * worth * worth * m.k4
		all.k5 += worth * worth * worth * worth * worth * m.k5
	}
	sum := SumOf(ds, worths)
	for _, z := range []float64{-2, -1, 0, 1, 2} {
		amount := all.mean + z*math.Sqrt(all.k2)
		chance, doubt := sum.AtLeast(new(big.Rat).SetFloat64(amount))
		near(t, fmt.Sprintf("P(sum ≥ mean + %g σ)", z), chance, all.above(amount), 1e-6)
		near(t, "doubt", doubt, 0, 1e-4)
	}
	if took := time.Since(start); took > 2*time.Minute {
		t.Errorf("took %v", took)
	}
}

// Between a few and many: nine funnels of odd worths, whole ones and in cents.
// The first is exact, of the other four decimals are known.
func TestSumOfSomeFunnels(t *testing.T) {
	ds, worths := manyFunnels(9)
	whole := make([]*big.Rat, len(worths))
	for i, w := range worths {
		whole[i] = mul(w, r("10"))
		whole[i] = ratOf(floor(whole[i]))
	}
	if chance := reaches(t, SumOf(ds, whole), "905250"); chance < 0.4 || chance > 0.6 {
		t.Errorf("chance %g", chance)
	}
	_, doubt := SumOf(ds, worths).AtLeast(r("90525"))
	near(t, "doubt", doubt, 0, 5e-5)
}

func BenchmarkSumOfThreeFunnels(b *testing.B) {
	ds := threeFunnels()
	for b.Loop() {
		SumOf(ds, rats("1000", "2500", "1700.5")).AtLeast(r("57005"))
	}
}

func BenchmarkSumOfManyFunnels(b *testing.B) {
	for _, count := range []int{4, 6, 9, 200} {
		b.Run(fmt.Sprintf("%d funnels", count), func(b *testing.B) {
			ds, worths := manyFunnels(count)
			for b.Loop() {
				SumOf(ds, worths).AtLeast(big.NewRat(10_000*int64(count), 1))
			}
		})
	}
}
