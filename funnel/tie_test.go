package funnel

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

// Chances that are just the confidence reach it. 0.8, 1 − 0.4³ and the like are
// no floats; a fair coin thrown 2t − 1 times shows heads at least t times in half
// of all cases.
func TestLeastAtExactTies(t *testing.T) {
	withBase := fixedChain("0.5", "0.4")
	withBase.Base = []int64{0, 1, 0}
	for _, test := range []struct {
		chain      Chain
		stage      int
		target     int64
		confidence string
		want       int64
	}{
		{fixedChain("0.8"), 0, 1, "0.8", 1},
		{fixedChain("0.6"), 0, 1, "0.936", 3},
		{fixedChain("0.6"), 0, 1, "0.936000000001", 4},
		{fixedChain("0.5", "0.6"), 0, 1, "0.51", 2},
		{fixedChain("0.7"), 0, 2, "0.784", 3},
		{withBase, 0, 1, "0.52", 1}, // 1 − 0.6 × 0.8
		{fixedChain("0.5"), 0, 10, "0.5", 19},
		{fixedChain("0.5"), 0, 1000, "0.5", 1999},
		{fixedChain("0.5"), 0, 1_000_000, "0.5", 1_999_999}, // too many digits: even is enough
		{fixedChain("0.25", "1"), 1, 3, "0.99", 3},
	} {
		if got, ok := test.chain.Least(test.stage, test.target, r(test.confidence)); !ok || got != test.want {
			t.Errorf("least of %s for %d at %s: %d, want %d",
				test.chain.Steps[0].Rate.FloatString(2), test.target, test.confidence, got, test.want)
		}
	}
}

// Where a chance is just what is asked for, rounding must not ask for one more.
func TestLeastAtATie(t *testing.T) {
	for _, test := range []struct {
		rate, gamma string
		want        int64
	}{
		{"4/5", "0.8", 1},
		{"3/5", "0.936", 3},    // 1 − 0.4³
		{"1/2", "0.9375", 4},   // 1 − 0.5⁴
		{"1/10", "0.271", 3},   // 1 − 0.9³
		{"3/10", "0.7599", 4},  // 1 − 0.7⁴
		{"9/10", "0.99", 2},    // 1 − 0.1²
		{"1/5", "0.67232", 5},  // 1 − 0.8⁵
		{"7/10", "0.9919", 4},  // 1 − 0.3⁴
		{"1/20", "0.0975", 2},  // 1 − 0.95²
		{"2/5", "0.953344", 6}, // 1 − 0.6⁶
		{"2/5", "0.953345", 7}, // and a little more
		{"3/10", "0.75990001", 5},
	} {
		c := Chain{Steps: []Step{{Rate: r(test.rate)}}, Base: []int64{0, 0}}
		if n, ok := c.Least(0, 1, r(test.gamma)); !ok || n != test.want {
			t.Errorf("rate %s to be %s sure: %d, want %d", test.rate, test.gamma, n, test.want)
		}
	}
}

// drawTie draws a small chain with rates of two decimals, a target and a number
// of entries.
func drawTie(t *rapid.T) (c Chain, n, target int64) {
	steps := rapid.IntRange(1, 2).Draw(t, "steps")
	for range steps {
		s := Step{Rate: big.NewRat(rapid.Int64Range(1, 100).Draw(t, "rate"), 100)}
		if rapid.Bool().Draw(t, "follow-up") {
			s.Recovers = big.NewRat(rapid.Int64Range(0, 10).Draw(t, "recovers"), 10)
		}
		c.Steps = append(c.Steps, s)
	}
	c.Base = rapid.SliceOfN(rapid.Int64Range(0, 2), steps+1, steps+1).Draw(t, "base")
	return c, rapid.Int64Range(0, 6).Draw(t, "n"), rapid.Int64Range(1, 6).Draw(t, "target")
}

// The chance with n is the confidence itself: n is enough, and what is found is
// the least number that is, by the definition.
func TestLeastAtDrawnTies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, n, target := drawTie(t)
		γ := enumerate(c, n, target)
		if γ.Sign() == 0 || γ.Cmp(r("1")) == 0 {
			t.Skip("nothing to find")
		}
		want := n
		for want > 0 && enumerate(c, want-1, target).Cmp(γ) >= 0 {
			want--
		}
		if got, _ := c.Least(0, target, γ); got != want {
			t.Errorf("least for %s is %d, want %d", γ.FloatString(12), got, want)
		}
		more := new(big.Rat).Add(γ, r("1e-30"))
		if got, ok := c.Least(0, target, more); ok && got <= n {
			t.Errorf("least for a little more than with %d is %d", n, got)
		}
	})
}

func TestExactComparisonIsTheDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, n, target := drawTie(t)
		chance := enumerate(c, n, target)
		groups, missing := c.Odds(target).groups(0, n)
		if missing <= 0 {
			if chance.Cmp(r("1")) != 0 {
				t.Fatalf("chance %s of what is certain", chance)
			}
			return
		}
		for _, test := range []struct {
			off  string
			want bool
		}{{"-1e-40", true}, {"0", true}, {"1e-40", false}} {
			γ := new(big.Rat).Add(chance, r(test.off))
			if got, known := reachExactly(groups, missing, γ); !known || got != test.want {
				t.Errorf("chance %s against %s more: %t, %t", chance, test.off, got, known)
			}
		}
	})
}
