package funnel

import (
	"fmt"
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

// nearly is what a chance with uncertain rates may be off by here, half of
// what is promised. Most are within 1e-7; the worst are those after rates of 1 of
// 1, which heap up at 1.
const nearly = 5e-5

// seen is a step whose rate is known from x of n who went on, with the recovers
// given.
func seen(x, n int64, recovers string) Step {
	alpha, beta := float64(x)+0.5, float64(n-x)+0.5
	return Step{Rate: rat(fmt.Sprintf("%d/%d", 2*x+1, 2*n+2)), Recovers: rat(recovers), Alpha: alpha, Beta: beta}
}

// fromHistory is the worked plan with the rates of small samples.
func fromHistory() Chain {
	return Chain{
		Steps: []Step{seen(27, 90, "0"), seen(20, 40, "0"), seen(36, 60, "0"), seen(10, 40, "0")},
		Base:  make([]int64, 5),
	}
}

// allSorts has a fixed rate among uncertain ones, one of which was seen 5 of 5,
// follow-up, and people who are there anyway.
func allSorts() Chain {
	return Chain{
		Steps: []Step{
			seen(27, 90, "0"), seen(20, 40, "0.10"),
			{Rate: rat("0.6"), Recovers: rat("0.05")},
			seen(5, 5, "0"), seen(10, 40, "0.02"),
		},
		Base: []int64{12, 5, 3, 7, 2, 1},
	}
}

// The values are of a chain of counts in SciPy, each step a full matrix of
// scipy.stats.betabinom.pmf(k, x, alpha, beta); with recovers, that of
// betabinom.pmf(lost, x, beta, alpha) times that of binom.pmf(left, lost, 1 −
// recovers); with a fixed rate, binom.pmf(k, x, e).
func TestChanceWithUncertainRates(t *testing.T) {
	heaped := Chain{Steps: []Step{seen(27, 27, "0"), seen(1, 10, "0")}, Base: make([]int64, 3)}
	for _, test := range []struct {
		name      string
		chain     Chain
		n, target int64
		want      float64
	}{
		{"from history", fromHistory(), 447, 1, 0.9987487643177244},
		{"from history", fromHistory(), 447, 5, 0.9048752645377685},
		{"from history", fromHistory(), 447, 10, 0.5172218436522834},
		{"from history", fromHistory(), 447, 15, 0.1858089505327376},
		{"from history", fromHistory(), 447, 25, 0.010468538264913192},
		{"all sorts", allSorts(), 408, 2, 0.9998446722850879},
		{"all sorts", allSorts(), 408, 10, 0.8326629970950012},
		{"all sorts", allSorts(), 408, 20, 0.19706103967154828},
		{"all sorts", allSorts(), 408, 40, 0.000497388758756348},
		{"27 of 27, then 1 of 10", heaped, 447, 1, 0.9967960700116127},
		{"27 of 27, then 1 of 10", heaped, 447, 10, 0.9287071383649665},
		{"27 of 27, then 1 of 10", heaped, 447, 50, 0.5051758161372307},
		{"27 of 27, then 1 of 10", heaped, 447, 200, 0.008755235777627119},
	} {
		what := fmt.Sprintf("%s: chance of %d with %d", test.name, test.target, test.n)
		near(t, what, test.chain.Chance(0, test.n, test.target), test.want, 1e-6)
		entries := test.chain.Entries(append([]int64{test.n}, make([]int64, len(test.chain.Steps))...))
		near(t, what+", by the entries", entries[len(entries)-1].AtLeast(test.target), test.want, 1e-6)
	}
}

// SciPy: betabinom.logpmf(target, n, alpha, beta), and from there up by the
// ratio of one probability to the next, in long doubles.
func TestChanceOfMillionsWithAnUncertainRate(t *testing.T) {
	for _, test := range []struct {
		step      Step
		n, target int64
		want      float64
	}{
		{seen(27, 90, "0"), 1_000_000, 300_000, 0.506157177753875},
		{seen(5, 5, "0"), 1_000_000, 999_000, 0.08171277516449416},
		{seen(300, 1000, "0"), 1_000_000, 310_000, 0.24792281026976898},
		{seen(1, 10, "0"), 5_000_000, 1_000_000, 0.22636530140146705},
	} {
		c := Chain{Steps: []Step{test.step}, Base: []int64{0, 0}}
		what := fmt.Sprintf("P(at least %d of %d) after %g, %g", test.target, test.n, test.step.Alpha, test.step.Beta)
		near(t, what, c.Chance(0, test.n, test.target), test.want, 1e-8)
		near(t, what+", by the entries", c.Entries([]int64{test.n, 0})[1].AtLeast(test.target), test.want, 1e-5)
	}
}

// With so many people only the rates are uncertain. SciPy: quad of
// beta.pdf(r, 1.5, 9.5) * beta.cdf(1 - 0.1/r, 0.5, 27.5) over r from 0.1 to 1.
func TestChanceOfAstronomicalCounts(t *testing.T) {
	const want = 0.5532399442458689
	heaped, sparse := seen(27, 27, "0"), seen(1, 10, "0")
	for _, steps := range [][]Step{{heaped, sparse}, {sparse, heaped}} {
		c := Chain{Steps: steps, Base: make([]int64, 3)}
		near(t, "chance", c.Chance(0, 1e13, 1e12), want, 2e-6)
		entries := c.Entries([]int64{1e13, 0, 0})
		near(t, "P(entries ≥ target)", entries[2].AtLeast(1e12), want, 1e-4)
	}
}

// drawUncertainChain draws a chain of which most rates are uncertain.
func drawUncertainChain(t *rapid.T) (c Chain, target int64) {
	c, target = drawChain(t)
	for i := range c.Steps {
		if rapid.IntRange(0, 3).Draw(t, "kind") > 0 {
			of := rapid.Int64Range(1, 200).Draw(t, "of")
			s := seen(rapid.Int64Range(1, of).Draw(t, "seen"), of, "0")
			s.Recovers = c.Steps[i].Recovers
			c.Steps[i] = s
		}
	}
	return c, target
}

func TestUncertainChanceIsMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, target := drawUncertainChain(t)
		n := rapid.Int64Range(0, 500).Draw(t, "n")
		chance := c.Chance(0, n, target)
		if more := c.Chance(0, n+1, target); more < chance-1e-7 {
			t.Fatalf("one more entry lowers the chance from %g to %g", chance, more)
		}
		if more := c.Chance(0, n, target+1); more > chance+1e-7 {
			t.Fatalf("one more asked raises the chance from %g to %g", chance, more)
		}
	})
}

func TestUncertainLeastIsLeast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, target := drawUncertainChain(t)
		stage := rapid.IntRange(0, len(c.Steps)).Draw(t, "stage")
		gamma := rapid.Float64Range(0.01, 0.99).Draw(t, "gamma")
		n, ok := c.Least(stage, target, new(big.Rat).SetFloat64(gamma))
		if !ok {
			if chance := c.Chance(stage, MaxNeeded, target); chance >= gamma {
				t.Fatalf("not found, but %d gives %g", MaxNeeded, chance)
			}
			return
		}
		if chance := c.Chance(stage, n, target); chance < gamma {
			t.Fatalf("chance with %d is %g, below %g", n, chance, gamma)
		}
		if n > 0 && c.Chance(stage, n-1, target) >= gamma {
			t.Fatalf("%d is not the least", n)
		}
	})
}

// The chance goes up the funnel, the entries come down it: two ways to the same
// number.
func TestUncertainChanceIsThatOfTheEntries(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, target := drawUncertainChain(t)
		arrivals := make([]int64, len(c.Base))
		arrivals[0] = rapid.Int64Range(0, 300).Draw(t, "n")
		entries := c.Entries(arrivals)
		near(t, "P(entries ≥ target)", entries[len(c.Steps)].AtLeast(target), c.Chance(0, arrivals[0], target), nearly)
	})
}

// Where nobody comes in on the way, it is the product of the rates that counts,
// in any order.
func TestOrderOfUncertainRatesDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, target := drawUncertainChain(t)
		n := rapid.Int64Range(0, 20_000).Draw(t, "n")
		target *= n/200 + 1
		clear(c.Base)
		reversed := Chain{Base: c.Base}
		for _, s := range c.Steps {
			reversed.Steps = append([]Step{s}, reversed.Steps...)
		}
		near(t, "reversed", reversed.Chance(0, n, target), c.Chance(0, n, target), nearly)
	})
}

// As the evidence grows, the chance becomes that of the fixed rate.
func TestMuchEvidenceIsAFixedRate(t *testing.T) {
	uncertain := Chain{Base: make([]int64, 5)}
	for _, x := range []int64{30, 50, 60, 25} {
		uncertain.Steps = append(uncertain.Steps, seen(x*1e10, 100*1e10, "0"))
	}
	near(t, "chance", uncertain.Chance(0, 447, 10), workedChain().Chance(0, 447, 10), 1e-7)
	for stage := range uncertain.Base {
		got, _ := uncertain.Least(stage, 10, r("0.9"))
		want, _ := workedChain().Least(stage, 10, r("0.9"))
		if got != want {
			t.Errorf("least at stage %d = %d, want %d", stage, got, want)
		}
	}
}

// Nothing that fits into the types may hang, panic or be no probability.
func TestExtremes(t *testing.T) {
	repeat := func(steps int, base int64, of ...Step) Chain {
		c := Chain{Base: []int64{base}}
		for i := range steps {
			c.Steps = append(c.Steps, of[i%len(of)])
			c.Base = append(c.Base, base)
		}
		return c
	}
	sure, rare := seen(27, 27, "0"), seen(1, 10, "0")
	chains := map[string]Chain{
		"27 of 27, 1 of 10":          repeat(2, 0, sure, rare),
		"with base":                  repeat(2, 1e12, sure, rare),
		"everybody recovered":        repeat(3, 2, seen(5, 5, "1"), seen(1, 10, "1")),
		"all but everybody":          repeat(2, 0, seen(3e15, 1e16, "999/1000")),
		"fixed and uncertain":        repeat(3, 7, Step{Rate: rat("1")}, rare, Step{Rate: rat("1/1000000000000000000")}),
		"only base, one stage":       repeat(0, 5),
		"four stages, 5 out of 5":    repeat(4, 1, seen(5, 5, "0")),
		"parameters far from normal": repeat(2, 0, Step{Rate: rat("1/2"), Alpha: 1e-3, Beta: 1e300}),
	}
	for name, c := range chains {
		t.Run(name, func(t *testing.T) {
			for _, n := range []int64{math.MinInt64, 0, 1, 447, 1e7, 9e15, math.MaxInt64} {
				for _, target := range []int64{math.MinInt64, 0, 1, 10, 1e6, 1e15, math.MaxInt64} {
					odds := c.Odds(target)
					if chance := odds.Chance(0, n); !(chance >= 0 && chance <= 1) {
						t.Errorf("chance of %d with %d = %g", target, n, chance)
					}
				}
			}
		})
	}
}

func FuzzChance(f *testing.F) {
	f.Add(int64(447), int64(10), int64(3), 27.5, 63.5, uint8(0), 10.5, 30.5, uint8(10))
	f.Add(int64(1e7), int64(1e5), int64(0), 5.5, 0.5, uint8(0), 0.0, 0.0, uint8(99))
	f.Add(int64(math.MaxInt64), int64(math.MaxInt64), int64(math.MaxInt64), 0.5, 1e300, uint8(100), 1e-9, 1.0, uint8(1))
	f.Fuzz(func(t *testing.T, n, target, base int64, a1, b1 float64, recovers1 uint8, a2, b2 float64, recovers2 uint8) {
		c := Chain{
			Steps: []Step{
				{Rate: rat("0.3"), Recovers: rat(fmt.Sprintf("%d/255", recovers1)), Alpha: a1, Beta: b1},
				{Rate: rat("0.6"), Recovers: rat(fmt.Sprintf("%d/255", recovers2)), Alpha: a2, Beta: b2},
			},
			Base: []int64{0, base, 0},
		}
		if chance := c.Chance(0, n, target); !(chance >= 0 && chance <= 1) {
			t.Errorf("chance of %d with %d = %g", target, n, chance)
		}
		if chance := c.Chance(1, n, target); !(chance >= 0 && chance <= 1) {
			t.Errorf("chance of %d with %d from the second stage = %g", target, n, chance)
		}
	})
}

func BenchmarkChanceUncertain(b *testing.B) {
	c := fromHistory()
	for b.Loop() {
		c.Chance(0, 447, 10)
	}
}

// Every stage at two confidences, and the chance: what one plan asks for.
func BenchmarkLeastUncertain(b *testing.B) {
	for _, scale := range []int64{1, 1000, 100_000} {
		b.Run(fmt.Sprintf("target %d", 20*scale), func(b *testing.B) {
			c := allSorts()
			for b.Loop() {
				odds := c.Odds(20 * scale)
				odds.Chance(0, 408*scale)
				for stage := range c.Base {
					odds.Least(stage, r("0.8"))
					odds.Least(stage, r("0.9"))
				}
			}
		})
	}
}

func BenchmarkEntriesUncertain(b *testing.B) {
	c := allSorts()
	for b.Loop() {
		c.Entries([]int64{408, 0, 0, 0, 0, 0})
	}
}
