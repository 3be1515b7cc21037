package funnel

import "math"

// betaGrid is the density of the logit of a rate at even steps.
type betaGrid struct {
	first, step float64
	density     []float64
	above       []float64 // sum of the density from here on
}

// finestGrid is the last of the grids, each finer than the one before by √2.
const finestGrid = 8

// gridStep is that of a level, in logits. A function of which the step is the
// standard deviation is summed up with an error of exp(−2π²), 3e-9. Beyond a
// step of 1 it is the logistic function that is not smooth any more.
func (d betaDistribution) gridStep(level int) float64 {
	return 0.5 * min(1, d.scale) * math.Pow(2, -float64(level)/2)
}

func (d betaDistribution) grid(step float64) betaGrid {
	g := betaGrid{first: d.low, step: step}
	for t := d.low; t <= d.high; t = g.at(len(g.density)) {
		g.density = append(g.density, d.density(t))
	}
	g.above = make([]float64, len(g.density)+1)
	for i := len(g.density) - 1; i >= 0; i-- {
		g.above[i] = g.above[i+1] + g.density[i]
	}
	return g
}

func (g *betaGrid) at(i int) float64 { return g.first + float64(i)*g.step }

// index is the first at a logit or above.
func (g *betaGrid) index(t float64) int {
	return int(min(max(0, math.Ceil((t-g.first)/g.step)), float64(len(g.density))))
}
