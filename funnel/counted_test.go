package funnel

import (
	"fmt"
	"math"
	"slices"
	"testing"
)

// countedEntries is the distribution of the entries of S count by count: each
// stage's as a sum over the counts of the stage above. It knows no interpolation,
// no integral and no series, and is slow.
func countedEntries(c Chain, n int64) []float64 {
	p := make([]float64, n+c.Base[0]+1)
	p[n+c.Base[0]] = 1
	for i, s := range c.Steps {
		next := make([]float64, int64(len(p))+c.Base[i+1])
		for x, weight := range p {
			if weight > 1e-14 {
				first, passing := passingCounts(s, int64(x))
				for k, q := range passing {
					next[first+int64(k)+c.Base[i+1]] += weight * q
				}
			}
		}
		p = next
	}
	return p
}

// counted is the chance of a target by them.
func counted(c Chain, n, target int64) float64 {
	var sum float64
	for k, p := range countedEntries(c, n) {
		if int64(k) >= target {
			sum += p
		}
	}
	return sum
}

// passingCounts are the probabilities that so many of x pass, from the first on
// that is not negligible: beta-binomial
// (https://en.wikipedia.org/wiki/Beta-binomial_distribution) where the rate is
// uncertain, from its mode on by the ratio of one to the next.
func passingCounts(s Step, x int64) (first int64, p []float64) {
	e, _ := s.effective().Float64()
	ratio := func(k int64) float64 { return float64(x-k) / float64(k+1) * e / (1 - e) }
	mode := min(x, int64(float64(x+1)*e))
	if s.uncertain() {
		a, b := s.Alpha, s.Beta
		ratio = func(k int64) float64 {
			return float64(x-k) / float64(k+1) * (float64(k) + a) / (float64(x-k-1) + b)
		}
		mode = max(0, min(x, int64((float64(x)+1)*(a-1)/(a+b-2))))
	}
	const negligible = 1e-16
	sum := 1.0
	first = mode
	for term := 1.0; first > 0 && term > negligible; first-- {
		term /= ratio(first - 1)
		p = append(p, term)
		sum += term
	}
	slices.Reverse(p)
	p = append(p, 1)
	for term, k := 1.0, mode; k < x && term > negligible; k++ {
		term *= ratio(k)
		p = append(p, term)
		sum += term
	}
	for k := range p {
		p[k] /= sum
	}
	return first, p
}

// Narrow next to wide, rates that heap up at 1, hardly any and very many cases:
// whatever is held apart by the ways in which means are taken.
func TestUncertainChanceAgainstCounts(t *testing.T) {
	fixed := func(rate string) Step { return Step{Rate: rat(rate)} }
	chain := func(base []int64, steps ...Step) Chain { return Chain{Steps: steps, Base: base} }
	for name, test := range map[string]struct {
		chain     Chain
		n, target int64
	}{
		"a sure rate below a wide one":    {chain([]int64{0, 0, 0}, seen(27, 90, "0"), seen(9990, 10_000, "0")), 2500, 740},
		"a wide rate below a sure one":    {chain([]int64{0, 0, 0}, seen(9990, 10_000, "0"), seen(27, 90, "0")), 2500, 740},
		"narrow rates":                    {chain([]int64{0, 0, 0}, seen(26_000, 39_000, "0"), seen(11_938, 23_000, "0")), 1350, 470},
		"narrow below wide, few people":   {chain([]int64{0, 0, 0}, seen(26, 39, "0"), seen(11_938, 23_000, "0")), 135, 57},
		"heaped, then narrow":             {chain([]int64{439, 239, 265, 411}, seen(19, 19, "0"), seen(9990, 10_000, "0"), seen(20_282, 95_000, "0")), 900, 765},
		"heaped, then narrow, thousands":  {chain([]int64{439, 239, 265, 411, 685}, seen(19, 19, "0"), seen(9990, 10_000, "0"), seen(9990, 10_000, "0"), seen(20_282, 95_000, "0")), 12_811, 3668},
		"all of 5, then 90 of 196":        {chain([]int64{13, 1, 11}, seen(5, 5, "0"), seen(90, 196, "0")), 77, 57},
		"twice heaped":                    {chain([]int64{4, 5, 6, 7}, seen(14, 20, "0"), seen(10, 10, "0"), seen(29, 29, "0")), 1800, 1190},
		"one of one, in the middle":       {chain([]int64{0, 0, 15, 1}, seen(52, 174, "0"), seen(1, 1, "0"), seen(1, 2, "0")), 600, 100},
		"few get through, one is enough":  {chain([]int64{1, 2, 0, 3, 0}, seen(19, 190, "0"), seen(36, 97, "0"), seen(22, 123, "0"), seen(2, 20, "0")), 2000, 2},
		"fixed among them, and bystander": {chain([]int64{0, 30, 7, 2}, seen(7, 153, "0"), fixed("0.9"), seen(110, 197, "0")), 2500, 90},
	} {
		t.Run(name, func(t *testing.T) {
			want := counted(test.chain, test.n, test.target)
			if want < 0.01 || want > 0.99 {
				t.Fatalf("the chance is %g: nothing to see", want)
			}
			near(t, "chance", test.chain.Chance(0, test.n, test.target), want, 1e-5)
			arrivals := make([]int64, len(test.chain.Base))
			arrivals[0] = test.n
			near(t, "chance by the entries", test.chain.successes(arrivals).AtLeast(test.target), want, 1e-5)
		})
	}
}

// The reference itself, where there is a closed form.
func TestCountedIsRight(t *testing.T) {
	for target := int64(0); target <= 11; target++ {
		want := exactChance(fixedChain("0.3", "3/7"), 11, target)
		near(t, fmt.Sprintf("P(X ≥ %d)", target), counted(fixedChain("0.3", "3/7"), 11, target), want, 1e-13)
	}
	// One of one seen is Beta(1.5, 0.5): all of n pass with Γ(n + 1.5) / Γ(n + 2) / (Γ(1.5) / Γ(2)).
	one, _ := math.Lgamma(21.5)
	two, _ := math.Lgamma(22)
	three, _ := math.Lgamma(1.5)
	near(t, "P(all of 20)", counted(Chain{Steps: []Step{seen(1, 1, "0")}, Base: []int64{0, 0}}, 20, 20), math.Exp(one-two-three), 1e-13)
}

// What three funnels bring together is a multiple of 500 that the target hits:
// the amounts must not be smoothed over it.
func TestUncertainSumAgainstCounts(t *testing.T) {
	var ds []Distribution
	var parts []part
	for i, n := range []int64{900, 2000, 1500} {
		c := Chain{Steps: []Step{seen(27, 90, "0"), seen(20+int64(i), 40, "0"), seen(10, 40, "0")}, Base: make([]int64, 4)}
		ds = append(ds, c.successes([]int64{n, 0, 0, 0}))
		exact := Distribution{Step: 1, P: countedEntries(c, n)}.trimmed()
		parts = append(parts, part{rats("1000", "1500", "2000")[i], exact})
	}
	pairs, ok := pairsOf(parts, 1<<20)
	if !ok {
		t.Fatal("too many combinations to compare with")
	}
	for _, x := range []string{"200000", "247500", "300000", "300000.01"} {
		want, _ := pairs.atLeast(r(x))
		got, _ := SumOf(ds, rats("1000", "1500", "2000")).AtLeast(r(x))
		near(t, "P(sum ≥ "+x+")", got, want, 2e-6)
	}
}
