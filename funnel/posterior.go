package funnel

import (
	"cmp"
	"math"
	"slices"
)

// rateNode is a rate, as a logit, with the logarithm of its density.
type rateNode struct{ logit, density float64 }

// rateFit is what people who entered a stage say of the share that goes on.
type rateFit struct {
	rate      float64 // the likeliest
	low, high float64 // the 90 % interval
	lag       lag     // the likeliest
	normal    params  // the likeliest with a log-normal lag
}

// How much a step must gain in likelihood to be worth it.
const (
	precisely = 1e-9
	roughly   = 1e-4
)

// fitRate is the likeliest rate and its interval.
//
// The density of a rate is the likelihood with everything else as fits it best,
// times Jeffreys' prior of a share. Where everybody is old enough to have gone on
// it is the Beta distribution of Jeffreys' interval; where not, it is wider by what
// is not known of the lag. Nor is it known of which shape that is: the densities by
// a log-normal and by a Weibull lag add up, each by how well it fits.
func fitRate(s *stay, prior [modelSize]belief) rateFit {
	long := newCureModel(s, logNormal{}, prior)
	x, top := long.climb(long.start(), paramPi, precisely)
	short := newCureModel(s, weibull{}, prior)
	y, other := short.climb(x, paramPi, precisely)
	fit := rateFit{lag: long.lag(&x), normal: x}
	best := x[paramPi]
	if other.value > top.value {
		fit.lag, best = short.lag(&y), y[paramPi]
	}
	fit.rate, _ = logistic(best)
	density := mixture(long.density(x, top), short.density(y, other))
	fit.low, fit.high = interval90(density)
	return fit
}

// density of the rate, at nodes from the lowest that matters to the highest.
func (m *cureModel) density(x params, top *slope) []rateNode {
	step := m.width(top) / nodesPerWidth
	down := m.walk(x, -step)
	slices.Reverse(down)
	return slices.Concat(down, []rateNode{m.node(x, top)}, m.walk(x, step))
}

// mixture adds two densities up.
func mixture(a, b []rateNode) []rateNode {
	sum := slices.Concat(a, b)
	slices.SortFunc(sum, func(a, b rateNode) int { return cmp.Compare(a.logit, b.logit) })
	sum = slices.CompactFunc(sum, func(a, b rateNode) bool { return a.logit == b.logit })
	for i, n := range sum {
		one, other := densityAt(a, n.logit), densityAt(b, n.logit)
		high := max(one, other)
		sum[i].density = high + math.Log1p(math.Exp(min(one, other)-high))
	}
	return sum
}

// densityAt is the logarithm of a density between its nodes, minus infinity outside
// of them.
func densityAt(nodes []rateNode, logit float64) float64 {
	i, found := slices.BinarySearchFunc(nodes, logit, func(n rateNode, logit float64) int { return cmp.Compare(n.logit, logit) })
	switch {
	case found:
		return nodes[i].density
	case i == 0 || i == len(nodes):
		return math.Inf(-1)
	}
	share := (logit - nodes[i-1].logit) / (nodes[i].logit - nodes[i-1].logit)
	return nodes[i-1].density + share*(nodes[i].density-nodes[i-1].density)
}

// start is a guess: the share that has gone on, and the lags as they were seen.
func (m *cureModel) start() params {
	gone, all := float64(m.goneCount), float64(m.entered)
	var x params
	x[paramPi] = logitOf(gone+0.5, all-gone+0.5)
	x[paramMu], x[paramSpread] = guess(m.stay.gone, m.prior[paramMu], m.prior[paramSpread])
	lost := float64(m.lostCount)
	x[paramKappa] = logitOf(lost+0.5, all-gone-lost+0.5)
	x[paramLossMu], x[paramLossSpread] = guess(m.stay.lost, m.prior[paramLossMu], m.prior[paramLossSpread])
	return x
}

// guess is the mean and the spread of the logarithms of waits.
func guess(waits []Wait, mean, spread belief) (mu, s float64) {
	var n, sum, squares float64
	for _, w := range waits {
		x := math.Log(float64(w.Days) + halfADay)
		n += float64(w.Count)
		sum += float64(w.Count) * x
		squares += float64(w.Count) * x * x
	}
	if n < 2 {
		return mean.mean, spread.mean
	}
	mu = sum / n
	return mu, min(max(math.Log(squares/n-mu*mu+0.05)/2, -1.5), 1)
}

const (
	nodesPerWidth = 2
	ignored       = 9 // density below e^−9 of the highest does not count
	mostNodes     = 400
	furthest      = 13.5 // logit that is as good as 0 or 1
)

// width is the standard deviation that the logit of the rate would have if the
// likelihood were as it bends at the top.
func (m *cureModel) width(top *slope) float64 {
	whole, others := top.bend(paramPi, m.size), top.bend(paramMu, m.size)
	width := math.Exp((others - whole) / 2)
	if math.IsNaN(width) {
		width = 1
	}
	return min(max(width, 1e-3), 1)
}

// node is the density over the logit, of which Jeffreys' prior is the root of
// p(1 − p).
func (m *cureModel) node(x params, at *slope) rateNode {
	pi, rest := logistic(x[paramPi])
	return rateNode{x[paramPi], at.value + math.Log(pi*rest)/2}
}

// walk gives the nodes from the top in steps, until they are too unlikely.
func (m *cureModel) walk(x params, step float64) []rateNode {
	var nodes []rateNode
	highest := math.Inf(-1)
	last := x
	for range mostNodes {
		guess := x
		guess[paramPi] += step
		if math.Abs(guess[paramPi]) > furthest {
			break
		}
		for i := paramMu; i < m.size; i++ {
			guess[i] += x[i] - last[i] // as it moved before
		}
		next, at := m.climb(guess, paramMu, roughly)
		last, x = x, next
		n := m.node(x, at)
		nodes = append(nodes, n)
		highest = max(highest, n.density)
		if n.density < highest-ignored {
			break
		}
		step *= 1.05
	}
	return nodes
}

// interval90 is the 5 % and the 95 % quantile of a density that is exponential
// between its nodes.
func interval90(nodes []rateNode) (low, high float64) {
	highest := math.Inf(-1)
	for _, n := range nodes {
		highest = max(highest, n.density)
	}
	mass := make([]float64, len(nodes)-1)
	sum := 0.0
	for i := range mass {
		a, b := nodes[i].density-highest, nodes[i+1].density-highest
		mass[i] = (nodes[i+1].logit - nodes[i].logit) * meanOfExp(a, b)
		sum += mass[i]
	}
	at := func(p float64) float64 {
		rest := p * sum
		for i := range mass {
			if rest <= mass[i] {
				a, b := nodes[i].density-highest, nodes[i+1].density-highest
				width := nodes[i+1].logit - nodes[i].logit
				t := nodes[i].logit + width*shareOfExp(a, b, rest/mass[i])
				r, _ := logistic(t)
				return r
			}
			rest -= mass[i]
		}
		r, _ := logistic(nodes[len(nodes)-1].logit)
		return r
	}
	return at(rangeLow), at(rangeHigh)
}

// meanOfExp is the mean of e^t for t from a to b.
func meanOfExp(a, b float64) float64 {
	if math.Abs(b-a) < 1e-6 {
		return math.Exp((a + b) / 2)
	}
	return (math.Exp(b) - math.Exp(a)) / (b - a)
}

// shareOfExp is how far from a to b one must go for a share of all of e^t.
func shareOfExp(a, b, share float64) float64 {
	if math.Abs(b-a) < 1e-6 {
		return share
	}
	return math.Log1p(share*math.Expm1(b-a)) / (b - a)
}
