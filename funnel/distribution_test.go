package funnel

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// SciPy: binom.ppf and binom.sf of the clients, binom(447, 0.0225), and of the
// opportunities, binom(447, 0.09).
func TestEntriesOfWorkedPlan(t *testing.T) {
	entries := workedChain().Entries([]int64{447, 0, 0, 0, 0})
	opportunities, clients := entries[3], entries[4]
	near(t, "mean", clients.Mean(), 10.0575, 1e-12)
	near(t, "P(clients ≥ 10)", clients.AtLeast(10), 0.55074217164486861, 1e-12)
	for _, test := range []struct {
		name      string
		got, want int64
	}{
		{"5 % of clients", clients.Quantile(0.05), 5},
		{"median of clients", clients.Quantile(0.5), 10},
		{"95 % of clients", clients.Quantile(0.95), 15},
		{"5 % of opportunities", opportunities.Quantile(0.05), 31},
		{"95 % of opportunities", opportunities.Quantile(0.95), 50},
		{"MQLs, which are certain", entries[0].Quantile(0.5), 447},
	} {
		if test.got != test.want {
			t.Errorf("%s = %d, want %d", test.name, test.got, test.want)
		}
	}
}

// Wide sums are held on a lattice; the tails between its points must be those
// of the series that they come from. R: qbinom(c(.05, .95), 5e8, 0.3).
func TestWideEntries(t *testing.T) {
	d := fixedChain("0.3").Entries([]int64{500_000_000, 0})[1]
	if d.Step == 1 {
		t.Fatal("not wide")
	}
	b := binomial{n: 500_000_000, p: 0.3, q: 0.7}
	for k := int64(149_960_000); k < 150_040_000; k += 997 {
		near(t, "P(X ≥ k)", d.AtLeast(k), b.moments().atLeast(k), 1e-10)
	}
	if low, high := d.Quantile(0.05), d.Quantile(0.95); low != 149983145 || high != 150016855 {
		t.Errorf("quantiles %d, %d", low, high)
	}
}

func TestQuantileIsLeast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, _ := drawUncertainChain(t)
		arrivals := make([]int64, len(c.Base))
		arrivals[0] = rapid.Int64Range(0, 20_000).Draw(t, "n")
		p := rapid.Float64Range(0.001, 0.999).Draw(t, "p")
		for _, d := range c.Entries(arrivals) {
			k := d.Quantile(p)
			if atMost := 1 - d.AtLeast(k+1); atMost < p {
				t.Fatalf("P(X ≤ %d) = %g, below %g", k, atMost, p)
			}
			if below := 1 - d.AtLeast(k); below >= p {
				t.Fatalf("P(X ≤ %d) = %g, so %d is not the least", k-1, below, k)
			}
		}
	})
}

func TestDistributionAddsUpToOneAndItsMean(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, _ := drawUncertainChain(t)
		arrivals := make([]int64, len(c.Base))
		arrivals[0] = rapid.Int64Range(0, 20_000).Draw(t, "n")
		mean := 0.0
		for i, d := range c.Entries(arrivals) {
			if i > 0 {
				e, _ := c.Steps[i-1].effective().Float64()
				mean *= e
			}
			mean += float64(arrivals[i] + c.Base[i])
			near(t, "the sum", d.tails().tail[0], 1, 1e-12)
			near(t, "the mean", d.Mean(), mean, 1e-4*mean)
		}
	})
}

func TestDistributionOutsideItsRange(t *testing.T) {
	d := workedChain().Entries([]int64{447, 0, 0, 0, 0})[4]
	near(t, "P(X ≥ least int64)", d.AtLeast(math.MinInt64), 1, 0)
	near(t, "P(X ≥ largest int64)", d.AtLeast(math.MaxInt64), 0, 0)
}
