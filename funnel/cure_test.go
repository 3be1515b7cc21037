package funnel

import (
	"math"
	"math/rand/v2"
	"testing"
)

// The derivatives are those of the likelihood, by finite differences.
func TestCureModelDerivatives(t *testing.T) {
	dice := rand.New(rand.NewPCG(3, 4))
	s := truth{200, 0.3, logNormalDays, 90, 10, true}.draw(dice)
	s.goneBy, s.lostBy = []Wait{{20, 3}, {50, 2}}, []Wait{{30, 4}}
	s.goneCount += 5
	s.lostCount += 4
	for _, shape := range []lagShape{logNormal{}, weibull{}} {
		derivativesOf(t, newCureModel(s, shape, usualLags()))
	}
}

func derivativesOf(t *testing.T, m *cureModel) {
	t.Helper()
	x := params{-0.7, 2.2, -0.3, 1.5, 2.8, 0.1}
	at := m.logLikelihood(&x)
	const h = 1e-5
	for i := range x {
		up, down := x, x
		up[i] += h
		down[i] -= h
		above, below := m.logLikelihood(&up), m.logLikelihood(&down)
		if got, want := at.first[i], (above.value-below.value)/(2*h); math.Abs(got-want) > 1e-5*(1+math.Abs(want)) {
			t.Errorf("%T by parameter %d: %g, by differences %g", m.shape, i, got, want)
		}
		for j := range i + 1 {
			if got, want := at.twice[i][j], (above.first[j]-below.first[j])/(2*h); math.Abs(got-want) > 1e-5*(1+math.Abs(want)) {
				t.Errorf("%T by parameters %d and %d: %g, by differences %g", m.shape, i, j, got, want)
			}
		}
	}
}
