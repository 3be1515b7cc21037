package funnel

import (
	"fmt"
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

// workedChain is the plan of the design's worked example: 10 clients out of MQLs,
// SQLs, meetings and opportunities.
func workedChain() Chain { return fixedChain("0.30", "0.50", "0.60", "0.25") }

// fixedChain has the given rates and nobody there anyway.
func fixedChain(rates ...string) Chain {
	c := Chain{Base: make([]int64, len(rates)+1)}
	for _, r := range rates {
		c.Steps = append(c.Steps, Step{Rate: rat(r)})
	}
	return c
}

func rat(s string) *big.Rat {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		panic("not a rational: " + s)
	}
	return r
}

// near fails the test unless got is within tolerance of want.
func near(t rapid.TB, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s = %.17g, want %.17g: off by %.2g, more than %.2g", what, got, want, math.Abs(got-want), tolerance)
	}
}

func TestChanceOfWorkedPlan(t *testing.T) {
	// R: pbinom(9, 447, 0.3*0.5*0.6*0.25, lower.tail = FALSE)
	near(t, "chance with 447 MQLs", workedChain().Chance(0, 447, 10), 0.55074217164486861, 1e-12)
}

// The least n with pbinom(9, n, p, lower.tail = FALSE) at least as large as the
// confidence, by R; p is the product of the rates from the stage on.
func TestLeastOfWorkedPlan(t *testing.T) {
	confidences := rats("0.50", "0.80", "0.90", "0.95")
	want := [][]int64{
		{430, 555, 629, 695}, // MQLs
		{129, 166, 187, 206}, // SQLs
		{65, 82, 93, 102},    // meetings
		{39, 49, 55, 60},     // opportunities
		{10, 10, 10, 10},     // clients
	}
	for stage, row := range want {
		for i, confidence := range confidences {
			got, ok := workedChain().Least(stage, 10, confidence)
			if !ok || got != row[i] {
				t.Errorf("least at stage %d for %s = %d, %t, want %d", stage, confidence.FloatString(2), got, ok, row[i])
			}
		}
	}
}

func TestChanceWithBaseAndRecovers(t *testing.T) {
	c := fixedChain("0.30", "0.50", "0.60", "0.25")
	c.Base = []int64{12, 5, 0, 7, 1}
	c.Steps[2].Recovers = rat("0.10")
	// scipy.stats: the pmfs of binom(408+12, .3*.5*.64*.25), binom(5, .5*.64*.25)
	// and binom(7, .25), by numpy.convolve, summed from 9 on.
	near(t, "chance", c.Chance(0, 408, 10), 0.8671828046453691, 1e-12)
}

func TestChanceOfMillions(t *testing.T) {
	one := func(rate string) Chain { return fixedChain(rate) }
	for _, test := range []struct {
		chain     Chain
		n, target int64
		want      float64 // R: pbinom(target - 1, n, rate, lower.tail = FALSE)
	}{
		{one("0.0015"), 10000000, 15100, 0.20796992191357744},
		{one("0.0015"), 10000000, 14900, 0.7941068206239601},
		{one("0.0225"), 10000000, 225500, 0.1434281255320578},
		{one("0.5"), 10000000, 4999000, 0.73655864851435682},
		{one("0.5"), 10000000, 5002345, 0.069064839824789795},
		{one("0.999"), 10000000, 9990100, 0.15974973148605889},
		{one("0.01"), 1000000, 10100, 0.15865123214580068},
		{one("0.0333"), 300000, 10000, 0.46087136895460729},
		{one("0.0000001"), 10000000, 3, 0.080301387874407062},
	} {
		what := fmt.Sprintf("P(at least %d of %d at %s)", test.target, test.n, test.chain.Steps[0].Rate.FloatString(6))
		near(t, what, test.chain.Chance(0, test.n, test.target), test.want, 1e-10)
	}
}

func TestChanceAtTheEdges(t *testing.T) {
	sure, rare := fixedChain("1", "1"), fixedChain("1/1000000000000000000", "1/1000000000000000000")
	withBase := fixedChain("0.5")
	withBase.Base = []int64{1_000_000_000_000, 3}
	for _, test := range []struct {
		name      string
		chain     Chain
		stage     int
		n, target int64
		want      float64
	}{
		{"nothing asked", workedChain(), 0, 0, 0, 1},
		{"less than nothing asked", workedChain(), 0, 0, math.MinInt64, 1},
		{"nobody comes", workedChain(), 0, 0, 1, 0},
		{"fewer than nobody", workedChain(), 0, math.MinInt64, 1, 0},
		{"more asked than come", workedChain(), 0, 447, 448, 0},
		{"all of those who come", workedChain(), 4, 10, 10, 1},
		{"one short at the end", workedChain(), 4, 9, 10, 0},
		{"sure rates, enough", sure, 0, 10, 10, 1},
		{"sure rates, one short", sure, 0, 9, 10, 0},
		{"hopeless rates", rare, 0, math.MaxInt64, 1, 0},
		{"as much as there can be", workedChain(), 0, math.MaxInt64, 1, 1},
		{"as much asked as there can be", workedChain(), 0, 10, math.MaxInt64, 0},
		{"there anyway", withBase, 0, 0, 4, 1},
		{"all but there anyway", withBase, 1, 1, 4, 1},
		{"not quite there anyway", withBase, 1, 0, 4, 0},
		{"9e15, far enough below the mean", fixedChain("0.5"), 0, 9e15, 45e14 - 1e9, 1},
		{"9e15, far enough above the mean", fixedChain("0.5"), 0, 9e15, 45e14 + 1e9, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			near(t, "chance", test.chain.Chance(test.stage, test.n, test.target), test.want, 1e-15)
		})
	}
}

func TestLeastAtTheEdges(t *testing.T) {
	if n, ok := workedChain().Least(0, 0, r("0.9")); n != 0 || !ok {
		t.Errorf("least for nothing = %d, %t, want 0", n, ok)
	}
	if n, ok := workedChain().Least(4, MaxNeeded, r("0.9")); n != MaxNeeded || !ok {
		t.Errorf("least for the most = %d, %t, want %d", n, ok, MaxNeeded)
	}
	if n, ok := workedChain().Least(4, 10_000_000, r("0.9")); n != 10_000_000 || !ok {
		t.Errorf("least for ten million = %d, %t", n, ok)
	}
	if n, ok := workedChain().Least(4, 10_000_001, r("0.9")); ok {
		t.Errorf("least for one more than ten million = %d, want none", n)
	}
	if n, ok := workedChain().Least(4, MaxNeeded+1, r("0.9")); ok {
		t.Errorf("least for more than the most = %d, want none", n)
	}
}

// drawChain draws a chain of fixed rates and its target, small enough to try
// everything.
func drawChain(t *rapid.T) (c Chain, target int64) {
	steps := rapid.IntRange(1, 4).Draw(t, "steps")
	c.Base = rapid.SliceOfN(rapid.Int64Range(0, 20), steps+1, steps+1).Draw(t, "base")
	for range steps {
		step := Step{Rate: big.NewRat(rapid.Int64Range(1, 20).Draw(t, "rate"), 20)}
		if rapid.Bool().Draw(t, "follow-up") {
			step.Recovers = big.NewRat(rapid.Int64Range(0, 20).Draw(t, "recovers"), 20)
		}
		c.Steps = append(c.Steps, step)
	}
	return c, rapid.Int64Range(0, 60).Draw(t, "target")
}

func TestChanceIsMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, target := drawChain(t)
		n := rapid.Int64Range(0, 500).Draw(t, "n")
		chance := c.Chance(0, n, target)
		if more := c.Chance(0, n+1, target); more < chance-1e-14 {
			t.Fatalf("one more entry lowers the chance from %g to %g", chance, more)
		}
		if more := c.Chance(0, n, target+1); more > chance+1e-14 {
			t.Fatalf("one more asked raises the chance from %g to %g", chance, more)
		}
	})
}

func TestLeastIsLeast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, target := drawChain(t)
		stage := rapid.IntRange(0, len(c.Steps)).Draw(t, "stage")
		gamma := rapid.Float64Range(0.01, 0.999).Draw(t, "gamma")
		n, ok := c.Least(stage, target, new(big.Rat).SetFloat64(gamma))
		if !ok {
			t.Fatal("not found")
		}
		if chance := c.Chance(stage, n, target); chance < gamma {
			t.Fatalf("chance with %d is %g, below %g", n, chance, gamma)
		}
		if n > 0 && c.Chance(stage, n-1, target) >= gamma {
			t.Fatalf("%d is not the least", n)
		}
	})
}

// A stage where nobody comes in but from above may as well not be there.
func TestStepsMerge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, target := drawChain(t)
		n := rapid.Int64Range(0, 300).Draw(t, "n")
		c.Base[1] = 0
		if len(c.Steps) == 1 {
			t.Skip("nothing to merge")
		}
		merged := Chain{Base: append([]int64{c.Base[0]}, c.Base[2:]...)}
		both := new(big.Rat).Mul(c.Steps[0].effective(), c.Steps[1].effective())
		merged.Steps = append([]Step{{Rate: both}}, c.Steps[2:]...)
		near(t, "chance of the merged chain", merged.Chance(0, n, target), c.Chance(0, n, target), 1e-14)
	})
}

func TestChanceIsThatOfTheEntries(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, target := drawChain(t)
		added := make([]int64, len(c.Base))
		added[0] = rapid.Int64Range(0, 300).Draw(t, "n")
		entries := c.Entries(added)
		near(t, "P(entries ≥ target)", entries[len(c.Steps)].AtLeast(target), c.Chance(0, added[0], target), 1e-13)
	})
}

// exactChance is [enumerate] as a float.
func exactChance(c Chain, n, target int64) float64 {
	chance, _ := enumerate(c, n, target).Float64()
	return chance
}

// enumerate is the chance by rational arithmetic, count by count and step by
// step: slow, and as plain as the definition.
func enumerate(c Chain, n, target int64) *big.Rat {
	one := big.NewRat(1, 1)
	counts := []*big.Rat{}
	add := func(counts []*big.Rat, k int64, p *big.Rat) []*big.Rat {
		for int64(len(counts)) <= k {
			counts = append(counts, new(big.Rat))
		}
		counts[k].Add(counts[k], p)
		return counts
	}
	counts = add(counts, n+c.Base[0], one)
	for i, step := range c.Steps {
		e := step.effective()
		lost := new(big.Rat).Sub(one, e)
		next := []*big.Rat{}
		for x, p := range counts {
			for k := 0; k <= x; k++ {
				term := new(big.Rat).SetInt(new(big.Int).Binomial(int64(x), int64(k)))
				term.Mul(term, p)
				for range k {
					term.Mul(term, e)
				}
				for range x - k {
					term.Mul(term, lost)
				}
				next = add(next, int64(k)+c.Base[i+1], term)
			}
		}
		counts = next
	}
	sum := new(big.Rat)
	for x, p := range counts {
		if int64(x) >= target {
			sum.Add(sum, p)
		}
	}
	return sum
}

func TestChanceAgainstEnumeration(t *testing.T) {
	for n := int64(0); n <= 6; n++ {
		c := fixedChain("0.3", "3/7", "0.9")
		c.Base = []int64{1, 2, 0, 1}
		c.Steps[1].Recovers = rat("0.25")
		for target := int64(0); target <= n+5; target++ {
			near(t, fmt.Sprintf("chance of %d with %d", target, n), c.Chance(0, n, target), exactChance(c, n, target), 1e-15)
		}
	}
}

func BenchmarkChanceFixed(b *testing.B) {
	c := workedChain()
	for b.Loop() {
		c.Chance(0, 447, 10)
	}
}

func BenchmarkChanceFixedWithBase(b *testing.B) {
	c := workedChain()
	c.Base = []int64{12, 5, 0, 7, 1}
	for b.Loop() {
		c.Chance(0, 408, 10)
	}
}

func BenchmarkLeastFixed(b *testing.B) {
	c := workedChain()
	for b.Loop() {
		c.Least(0, 10, r("0.9"))
	}
}

// About 9.6 million entries, below and above normalVariance, with and without
// others who come in on the way.
func BenchmarkLeastFixed10M(b *testing.B) {
	for _, bench := range []struct {
		name   string
		chain  Chain
		target int64
	}{
		{"alone", fixedChain("0.003", "0.5"), 14_000},
		{"with base", Chain{Steps: fixedChain("0.003", "0.5").Steps, Base: []int64{0, 20_000, 300}}, 24_000},
		{"normal", fixedChain("0.3"), 2_900_000},
	} {
		b.Run(bench.name, func(b *testing.B) {
			for b.Loop() {
				if _, ok := bench.chain.Least(0, bench.target, r("0.9")); !ok {
					b.Fatal("above the limit")
				}
			}
		})
	}
}
