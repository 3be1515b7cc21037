package funnel

import (
	"fmt"
	"math"
	"testing"
)

func TestLift(t *testing.T) {
	for _, test := range []struct {
		x, n, y, m       int64
		value, low, high float64
		// R: j <- function(x, n) c(if (x == 0) 0 else qbeta(.05, x+.5, n-x+.5), if (x == n) 1 else qbeta(.95, x+.5, n-x+.5))
		//    p <- x/n; q <- y/m; a <- j(x, n); b <- j(y, m)
		//    (p*q - sqrt((p*q)^2 - a[1]*b[2]*(2*p-a[1])*(2*q-b[2]))) / (b[2]*(2*q-b[2]))
		//    (p*q + sqrt((p*q)^2 - a[2]*b[1]*(2*p-a[2])*(2*q-b[1]))) / (b[1]*(2*q-b[1]))
	}{
		{30, 100, 10, 100, 3, 1.76166134407, 5.31349025467},
		{8, 20, 4, 40, 4, 1.679869852, 10.058326311},
		{216, 600, 40, 300, 2.7, 2.10153206862, 3.52024767106},
		{3, 10, 3, 10, 1, 0.328642214017, 3.04282273351},
		{50000, 100000, 20000, 100000, 2.5, 2.47112071488, 2.52927704433},
		{0, 20, 5, 30, 0, 0, 0.637498652183},
		{20, 20, 5, 20, 4, 2.31019994454, 8.229891254},
		{2, 3, 100, 400, 8.0 / 3, 0.936610985083, 3.87303286744},
		{1, 50, 1, 3, 0.06, 0.00918257237042, 0.49682481591},
	} {
		l := NewLift(LeadCount{test.n, test.n, test.x}, LeadCount{test.m, test.m, test.y})
		name := fmt.Sprintf("%d of %d against %d of %d", test.x, test.n, test.y, test.m)
		near(t, name, l.Value, test.value, 1e-12)
		near(t, name+", low", l.Low, test.low, 1e-9*max(1, test.low))
		near(t, name+", high", l.High, test.high, 1e-9*max(1, test.high))
	}
}

func TestLiftOfNobody(t *testing.T) {
	l := NewLift(LeadCount{10, 10, 5}, LeadCount{10, 10, 0})
	if !math.IsInf(l.Value, 1) || !math.IsInf(l.High, 1) || l.Low <= 1 || l.Helps() != HelpsYes {
		t.Errorf("5 of 10 against 0 of 10: %v", l)
	}
	for _, none := range []*Lift{
		NewLift(LeadCount{}, LeadCount{10, 10, 5}), NewLift(LeadCount{10, 10, 5}, LeadCount{10, 0, 0}),
		NewLift(LeadCount{10, 10, 0}, LeadCount{10, 10, 0}),
	} {
		if none != nil || none.Helps() != HelpsTooFew {
			t.Errorf("where nothing is to be compared: %v", none)
		}
	}
}

// Where a rule does nothing, its interval lies above 1 in some five of a hundred
// cases, as it should, and in not many more where there are just enough cases.
func TestLiftOfARuleThatDoesNothing(t *testing.T) {
	for _, n := range []int64{fewCases, 20, 50} {
		for _, m := range []int64{fewCases, 20, 50} {
			for rate := 0.02; rate < 1; rate += 0.04 {
				wrong := 0.0
				for x := range n + 1 {
					for y := range m + 1 {
						if l := NewLift(LeadCount{n, n, x}, LeadCount{m, m, y}); l.Helps() == HelpsYes {
							wrong += binomialChance(x, n, rate) * binomialChance(y, m, rate)
						}
					}
				}
				if wrong > 0.077 {
					t.Errorf("%d against %d at a rate of %.2f: said to help in %.3f of the cases", n, m, rate, wrong)
				}
			}
		}
	}
}

// Whatever the rates are, the interval covers their ratio about as often as it
// says: 90 %. All outcomes of 40 and 60 cases are weighed by how likely they are.
func TestLiftCovers(t *testing.T) {
	const n, m = 40, 60
	for _, rates := range [][2]float64{{0.3, 0.3}, {0.5, 0.2}, {0.15, 0.3}, {0.6, 0.6}, {0.8, 0.4}} {
		covered := 0.0
		for x := range int64(n + 1) {
			for y := range int64(m + 1) {
				l := NewLift(LeadCount{n, n, x}, LeadCount{m, m, y})
				if truth := rates[0] / rates[1]; l != nil && l.Low <= truth && truth <= l.High {
					covered += binomialChance(x, n, rates[0]) * binomialChance(y, m, rates[1])
				}
			}
		}
		if covered < 0.88 || covered > 0.93 {
			t.Errorf("rates %v: covered in %.3f of the cases", rates, covered)
		}
	}
}

// binomialChance is that of x in n at a rate.
func binomialChance(x, n int64, rate float64) float64 {
	lg := func(k int64) float64 { v, _ := math.Lgamma(float64(k + 1)); return v }
	return math.Exp(lg(n) - lg(x) - lg(n-x) + float64(x)*math.Log(rate) + float64(n-x)*math.Log(1-rate))
}
