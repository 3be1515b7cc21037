package funnel

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestBinomialProbabilities(t *testing.T) {
	for _, test := range []struct {
		k, n int64
		p    float64
		want float64 // R: dbinom(k, n, p)
	}{
		{3, 17, 0.2, 0.23925373020405757},
		{0, 50, 0.001, 0.95120562819703136},
		{50, 50, 0.99, 0.60500606713753635},
		{15, 16, 0.5, 0.00024414062499999976},
		{225000, 10_000_000, 0.0225, 0.00085066832663274088},
		// Python: math.comb(10**7, 10) * p**9999990 * (1-p)**10 in decimals of 60
		// digits; dbinom gives 0.12511009827439837, off in the eleventh.
		{9_999_990, 10_000_000, 0.999999, 0.12511009827619703},
		{30, 10_000_000, 1e-06, 1.7115400716993294e-07},
		{5_000_000, 10_000_000, 0.5, 0.00025231324589418435},
	} {
		b := binomial{n: test.n, p: test.p, q: 1 - test.p}
		near(t, fmt.Sprintf("P(%d of %d at %g)", test.k, test.n, test.p), b.pmf(test.k), test.want, 1e-12*test.want+1e-20)
	}
}

// The series must be closer than 1e-10 from normalVariance on, where it takes
// over from the sums, at any skewness.
func TestEdgeworthAgainstSums(t *testing.T) {
	for _, p := range []float64{1e-4, 0.02, 0.3, 0.5, 0.9, 0.9999} {
		b := binomial{n: int64(normalVariance/p/(1-p)) + 1, p: p, q: 1 - p}
		deviation := math.Sqrt(b.variance())
		for z := -8.0; z <= 8; z += 0.25 {
			k := int64(float64(b.n)*p + z*deviation)
			near(t, fmt.Sprintf("P(X ≥ %d) at p = %g", k, p), b.moments().atLeast(k), b.atLeast(k), 2e-11)
		}
	}
}

func TestBinomialDistributionAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.Float64Range(0, 1).Draw(t, "p")
		b := binomial{n: rapid.Int64Range(0, 20_000).Draw(t, "n"), p: p, q: 1 - p}
		d := b.distribution()
		near(t, "the sum", d.tails().tail[0], 1, 1e-12)
		near(t, "the mean", d.Mean(), float64(b.n)*p, 1e-12*float64(b.n))
		k := rapid.Int64Range(-1, b.n+1).Draw(t, "k")
		near(t, "the tail", d.AtLeast(k), b.atLeast(k), 1e-13)
	})
}
