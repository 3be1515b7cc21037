package funnel

// Distribution is that of a count: P[j] is the probability of First + j·Step.
// Step is 1 wherever the distribution is narrow enough to be held count by
// count; a longer one is odd, and P[j] is the probability of the Step counts
// around that point. P adds up to 1 but for tails that were too light to keep.
type Distribution struct {
	First, Step int64
	P           []float64

	exact    func(x int64) float64 // P(X ≥ x), where that is known between the points too; nil otherwise
	binomial *moments              // where it is a sum of binomials; nil otherwise
}

// certain is the distribution of a count that is always k.
func certain(k int64) Distribution { return Distribution{First: k, Step: 1, P: []float64{1}} }

// Mean is the expected count.
func (d Distribution) Mean() float64 {
	var sum float64
	for j, p := range d.P {
		sum += float64(j) * p
	}
	return float64(d.First) + sum*float64(d.Step)
}

// AtLeast is P(X ≥ x).
func (d Distribution) AtLeast(x int64) float64 { return d.tails().atLeast(x) }

// Quantile is the least k with P(X ≤ k) ≥ p.
func (d Distribution) Quantile(p float64) int64 {
	t := d.tails()
	start, counts := d.First-d.Step/2, int64(len(d.P))*d.Step
	return start + leastBetween(-1, counts-1, -1, 1, func(k int64) bool { return 1-t.atLeast(start+k+1) >= p })
}

// plusCount is the distribution of n more.
func (d Distribution) plusCount(n int64) Distribution {
	if exact := d.exact; exact != nil {
		d.exact = func(x int64) float64 { return exact(x - n) }
	}
	if d.binomial != nil {
		moved := *d.binomial
		moved.whole += n
		d.binomial = &moved
	}
	d.First += n
	return d
}

// tails is a distribution with its tails added up: tail[j] is the probability
// of P[j] and all beyond it.
type tails struct {
	Distribution
	tail []float64
}

func (d Distribution) tails() tails {
	t := tails{d, make([]float64, len(d.P)+1)}
	for j := len(d.P) - 1; j >= 0; j-- {
		t.tail[j] = t.tail[j+1] + d.P[j]
	}
	return t
}

// atLeast is P(X ≥ x).
func (t tails) atLeast(x int64) float64 {
	first := t.First - t.Step/2 // count of the first cell
	if x <= first {
		return 1
	}
	if x > first+t.width()+t.Step-1 {
		return 0
	}
	if t.Step == 1 {
		return min(1, t.tail[x-first])
	}
	if t.exact != nil {
		return t.exact(x)
	}
	cell, into := int((x-first)/t.Step), (x-first)%t.Step
	if into == 0 {
		return min(1, t.tail[cell])
	}
	// Between two cells: the cubic through the tails at the four nearest ends.
	part := float64(into) / float64(t.Step)
	before, after := t.tail[max(0, cell-1)], t.tail[min(cell+2, len(t.P))]
	return min(1, max(0, cubic(part, before, t.tail[cell], t.tail[cell+1], after)))
}

// cubic is the value at x of the cubic that goes through a, b, c and d at −1, 0,
// 1 and 2.
func cubic(x, a, b, c, d float64) float64 {
	return -a*x*(x-1)*(x-2)/6 + b*(x+1)*(x-1)*(x-2)/2 - c*(x+1)*x*(x-2)/2 + d*(x+1)*x*(x-1)/6
}

// manyPoints is the length from which a sum is held on a longer step. A lattice
// of so many points has some five hundred in a standard deviation.
const manyPoints = 8192

// plus is the distribution of the sum of two independent counts.
func (d Distribution) plus(o Distribution) Distribution {
	sum := d.convolved(o)
	if d.binomial != nil && o.binomial != nil {
		both := d.binomial.plus(*o.binomial)
		if both.k2 > normalVariance {
			return both.distribution()
		}
		sum.binomial = &both
	}
	return sum
}

// convolved is the distribution of the sum as the points have it.
func (d Distribution) convolved(o Distribution) Distribution {
	step := max(d.Step, o.Step)
	for d.width()/step+o.width()/step > manyPoints {
		step *= 3
	}
	long, short := d.onStep(step), o.onStep(step)
	if len(long.P) < len(short.P) {
		long, short = short, long
	}
	sum := make([]float64, len(long.P)+len(short.P)-1)
	for i, p := range short.P {
		row := sum[i : i+len(long.P)]
		for j, q := range long.P {
			row[j] += p * q
		}
	}
	return Distribution{First: d.First + o.First, Step: step, P: sum}.trimmed()
}

// width is how far the last point is from the first.
func (d Distribution) width() int64 { return int64(len(d.P)-1) * d.Step }

// onStep is the distribution on a lattice of a longer step: each point is shared
// out over the two around it so that the mean stays.
func (d Distribution) onStep(step int64) Distribution {
	if d.Step == step {
		return d
	}
	p := make([]float64, d.width()/step+2)
	for j, here := range d.P {
		at := int64(j) * d.Step
		part := float64(at%step) / float64(step)
		p[at/step] += (1 - part) * here
		p[at/step+1] += part * here
	}
	return Distribution{First: d.First, Step: step, P: p}
}

// thinned is the distribution in as many lumps as are enough where rates are
// uncertain and the distribution is smooth.
func (d Distribution) thinned() Distribution {
	const enough = 512
	if d.binomial != nil || len(d.P) <= enough {
		return d
	}
	lump := (len(d.P)/enough)/2*2 + 3 // odd: it is a count in the middle that stands for all
	thin := Distribution{First: d.First + int64(lump/2)*d.Step, Step: d.Step * int64(lump)}
	for from := 0; from < len(d.P); from += lump {
		var sum float64
		for _, p := range d.P[from:min(from+lump, len(d.P))] {
			sum += p
		}
		thin.P = append(thin.P, sum)
	}
	return thin
}

// trimmed leaves out what is negligible at both ends.
func (d Distribution) trimmed() Distribution {
	const nothing = 1e-20 // at most 10⁵ points: 1e-15 in all
	from, to := 0, len(d.P)
	for to-from > 1 && d.P[from] < nothing {
		from++
	}
	for to-from > 1 && d.P[to-1] < nothing {
		to--
	}
	return Distribution{First: d.First + int64(from)*d.Step, Step: d.Step, P: d.P[from:to]}
}
