package funnel

import (
	"math"
	"math/big"
	"testing"
)

func thirtyPercent() []Stage { return []Stage{{Rate: Rate{Value: big.NewRat(3, 10)}}} }

// A plain 30 % is Beta(9, 21); of those who went on or were lost everything is
// known: R's qbeta(c(.05, .5, .95), 9 + 53, 21 + 140).
func TestRateAfterWhatIsCertain(t *testing.T) {
	r := newStepRate(thirtyPercent(), 30, evidence{gone: 53, lost: 140, rest: []stillOpen{{n: 140}}})
	for p, want := range map[float64]float64{0.05: 0.229932440577, 0.5: 0.277362296578, 0.95: 0.328389868105} {
		if got := r.quantile(p); math.Abs(got-want) > 2e-6 {
			t.Errorf("quantile %v: %v, want %v", p, got, want)
		}
	}
	if got := r.mean(); math.Abs(got-62.0/223) > 1e-6 {
		t.Errorf("mean %v, want %v", got, 62.0/223)
	}
}

// Those who are still there are neither successes nor failures.
// R: f = function(e) dbeta(e, 9, 21) * e^12 * (1 - .6 * e)^30; I = integrate(f, 0, 1)$value
// integrate(function(e) e * f(e), 0, 1)$value / I
// uniroot(function(q) integrate(f, 0, q)$value / I - .95, c(.2, .8))$root
func TestRateAfterWhatIsStillOpen(t *testing.T) {
	r := newStepRate(thirtyPercent(), 30, evidence{gone: 12, rest: []stillOpen{{n: 30, left: 0.4}}})
	if got := r.mean(); math.Abs(got-0.372614482176) > 1e-6 {
		t.Errorf("mean %v, want 0.372614482176", got)
	}
	if got := r.quantile(0.95); math.Abs(got-0.48570110762) > 2e-6 {
		t.Errorf("95 %% quantile %v, want 0.48570110762", got)
	}
}

// Follow-up makes a rate of 30 % one of 37 %, and it cannot be below 10 %.
func TestRateWithFollowUp(t *testing.T) {
	stages := thirtyPercent()
	stages[0].Recovers = big.NewRat(1, 10)
	r := newStepRate(stages, 30, evidence{})
	if got := r.mean(); math.Abs(got-0.37) > 1e-6 {
		t.Errorf("mean %v, want 0.37", got)
	}
	many := newStepRate(stages, 30, evidence{rest: []stillOpen{{n: 1000}}})
	if got := many.quantile(0.05); got < 0.1 {
		t.Errorf("after a thousand losses %v, but follow-up brings a tenth", got)
	}
}

func TestRateThatIsCertain(t *testing.T) {
	r := newStepRate([]Stage{{Rate: Rate{Value: big.NewRat(1, 1)}}}, 30, evidence{rest: []stillOpen{{n: 5}}})
	if r.mean() != 1 || r.quantile(0.1) != 1 {
		t.Errorf("a rate of 100 %% is %v", r.mean())
	}
}

// Two steps in one have the mean of the product: R's 9/30 * 20.5/81.
func TestRateOverAStageThatIsNotKnown(t *testing.T) {
	stages := append(thirtyPercent(), Stage{Rate: Rate{Value: big.NewRat(20, 80), Alpha: 20.5, Beta: 60.5}})
	r := newStepRate(stages, 30, evidence{})
	if got, want := r.mean(), 0.3*20.5/81; math.Abs(got-want) > 1e-6 {
		t.Errorf("mean %v, want %v", got, want)
	}
}

// R's qgamma(c(.1, .5, .9), 37, 2).
func TestPace(t *testing.T) {
	m := paceOf(37, 2)
	for p, want := range map[float64]float64{0.1: 14.7249906156, 0.5: 18.3336029069, 0.9: 22.4890120798} {
		if got := math.Exp(m.quantile(p)); math.Abs(got-want) > 1e-4 {
			t.Errorf("quantile %v: %v, want %v", p, got, want)
		}
	}
}
