package funnel

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestFitBeta(t *testing.T) {
	// R: optim over the logarithms of both parameters, minimising the squared
	// distance of qbeta(c(.05, .95), alpha, beta) from the range.
	for _, test := range []struct{ low, high, alpha, beta float64 }{
		{0.2, 0.4, 16.3532530037766, 38.9384482378107},
		{0.5, 0.95, 6.37072955194858, 1.98940666720669},
	} {
		alpha, beta, err := FitBeta(test.low, test.high)
		if err != nil {
			t.Fatal(err)
		}
		what := fmt.Sprintf("of %g..%g", test.low, test.high)
		near(t, "alpha "+what, alpha, test.alpha, 1e-8)
		near(t, "beta "+what, beta, test.beta, 1e-8)
	}
}

// SciPy: beta.ppf([.05, .95], alpha, beta), just within and just beyond what a
// range may be.
func TestFitBetaTooWide(t *testing.T) {
	for _, test := range []struct {
		low, high, alpha, beta float64
		tooWide                bool
	}{
		{0.016958037441173704, 0.631615334374918, 1.0001, 3, false},
		{0.016946818393571164, 0.6315783637952591, 0.9999, 3, true},
		{0.36838466562508193, 0.9830419625588263, 3, 1.0001, false},
		{0.36842163620474083, 0.9830531816064288, 3, 0.9999, true},
		{0.01, 0.99, math.NaN(), math.NaN(), true},
		{1e-300, 1 - 1e-16, math.NaN(), math.NaN(), true},
	} {
		alpha, beta, err := FitBeta(test.low, test.high)
		if errors.Is(err, ErrRangeTooWide) != test.tooWide {
			t.Errorf("error for %g..%g: %v, too wide: %t", test.low, test.high, err, test.tooWide)
		}
		if !test.tooWide {
			near(t, "alpha", alpha, test.alpha, 1e-7)
			near(t, "beta", beta, test.beta, 1e-7)
		}
	}
}

func TestFitBetaRefusesWhatIsNoRange(t *testing.T) {
	for _, ends := range [][2]float64{{0, 0.5}, {0.5, 1}, {0.4, 0.4}, {0.5, 0.4}, {-1, 2}, {math.NaN(), 0.5}, {0.5, math.Inf(1)}} {
		if _, _, err := FitBeta(ends[0], ends[1]); err == nil || errors.Is(err, ErrRangeTooWide) {
			t.Errorf("error for %g..%g: %v", ends[0], ends[1], err)
		}
	}
}

func TestFitBetaHasTheQuantiles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		low := rapid.Float64Range(1e-4, 0.998).Draw(t, "low")
		high := low + rapid.Float64Range(1e-3, 1).Draw(t, "width")*(1-low)
		if high >= 1 {
			t.Skip("no range")
		}
		alpha, beta, err := FitBeta(low, high)
		if errors.Is(err, ErrRangeTooWide) {
			t.Skip("too wide")
		}
		if err != nil {
			t.Fatal(err)
		}
		if alpha < 1-1e-9 || beta < 1-1e-9 {
			t.Fatalf("Beta(%g, %g) has a parameter below 1", alpha, beta)
		}
		d := newBeta(alpha, beta)
		near(t, "P(r < low)", d.below(logitOf(low, 1-low)), 0.05, 1e-10)
		near(t, "P(r > high)", d.above(logitOf(high, 1-high)), 0.05, 1e-10)
	})
}

func TestBetaTails(t *testing.T) {
	for _, test := range []struct {
		a, b, x float64
		want    float64 // SciPy: beta.sf(x, a, b)
	}{
		{27.5, 63.5, 0.3, 0.506153864417292},
		{5.5, 0.5, 0.99, 0.25485009200945213},
		{1.5, 9.5, 0.1, 0.5614912361496884},
		{300000.5, 700000.5, 0.301, 0.014604557777281478},
		{2, 3, 0.999, 3.997000000000011e-09},
	} {
		d := newBeta(test.a, test.b)
		what := fmt.Sprintf("P(Beta(%g, %g) > %g)", test.a, test.b, test.x)
		near(t, what, d.above(logitOf(test.x, 1-test.x)), test.want, 1e-11)
	}
}

func FuzzFitBeta(f *testing.F) {
	f.Add(0.2, 0.4)
	f.Add(1e-300, 2e-300)
	f.Add(0.9999999, 0.99999999)
	f.Fuzz(func(t *testing.T, low, high float64) {
		alpha, beta, err := FitBeta(low, high)
		if err == nil && !(alpha > 0 && beta > 0 && !math.IsInf(alpha+beta, 0)) {
			t.Errorf("FitBeta(%g, %g) = %g, %g", low, high, alpha, beta)
		}
	})
}
