package funnel

import "math"

// lumps adds up distributions of a count over draws: cell j is the weight of the
// step counts around first + j·step.
type lumps struct {
	first, step int64
	cells       []float64
	work        []float64 // room for one distribution
}

const (
	// manyPeople is the variance from which a sum is taken as normal with a skew.
	manyPeople = 400
	// mostCells bounds the cells of a distribution, and perDeviation is into how many
	// a standard deviation is divided where there are too many counts to keep them
	// apart.
	mostCells    = 8192
	perDeviation = 32
	// tailReach is how many standard deviations on either side count.
	tailReach = 6.5
)

// add adds the distribution of whole + Σ, where Σ is the sum over people of
// independent yes or no with the powers p.
func (l *lumps) add(whole int64, p powers) {
	mean := p.way + p.come
	variance := mean - p.second
	switch {
	case mean < 1e-12:
		l.put(whole, 1)
	case l.step > 1 || variance > manyPeople:
		l.addNormal(float64(whole)+mean, variance, mean-3*p.second+2*p.third)
	default:
		l.addBinomial(whole, mean, p.second, p.third)
	}
}

func (l *lumps) put(count int64, weight float64) {
	j := (count - l.first + l.step/2) / l.step
	l.cells[min(max(j, 0), int64(len(l.cells))-1)] += weight
}

// addBinomial adds the binomial with the same mean and variance as the sum, its
// third cumulant corrected by the third difference.
func (l *lumps) addBinomial(whole int64, mean, second, third float64) {
	b := alike(mean, second)
	lowest := b.lowest()
	// Two zeros on either side are the neighbours of the first and the last.
	w, sum := b.weights(append(l.work[:0], 0, 0), lowest)
	w = append(w, 0, 0)
	l.work = w
	at := whole + lowest - l.first
	from, to := max(0, -at), min(int64(len(w)-4), int64(len(l.cells))-at)
	if from >= to {
		l.put(whole+int64(math.Round(mean)), 1)
		return
	}
	cells, w := l.cells[at+from:at+to], w[from:]
	factor, skew := 1/sum, b.missing(second, third)/12/sum
	w0, w1, w2, w3, w4 := w[:len(cells)], w[1:][:len(cells)], w[2:][:len(cells)], w[3:][:len(cells)], w[4:][:len(cells)]
	for k := range cells {
		cells[k] += factor*w2[k] - skew*(w4[k]-w0[k]-2*(w3[k]-w1[k]))
	}
}

// chances are n people, not always a whole number of them, with a probability each.
type chances struct{ n, x float64 }

// addFew is add where some people are likely enough to make a difference: they are
// put together one by one, and the others as in [lumps.addBinomial].
func (l *lumps) addFew(whole int64, p powers, likely []chances) {
	for _, c := range likely {
		p.come -= c.n * c.x
		p.second -= c.n * c.x * c.x
	}
	w := l.work[:0]
	w = append(w, 1)
	if mean := p.way + p.come; mean > 1e-9 {
		w, _ = alike(mean, math.Max(0, p.second)).weights(w[:0], 0)
	}
	for _, c := range likely {
		n := c.n
		for ; n >= 1; n-- {
			w = oneMore(w, c.x)
		}
		if n > 1e-9 {
			w = oneMore(w, n*c.x)
		}
	}
	l.work = w
	var sum float64
	for _, x := range w {
		sum += x
	}
	for j, x := range w {
		l.put(whole+int64(j), x/sum)
	}
}

// oneMore is the distribution with one more person who counts with probability x.
func oneMore(w []float64, x float64) []float64 {
	const nothing = 1e-13
	if last := w[len(w)-1] * x; last > nothing*w[0] || last > nothing {
		w = append(w, 0)
	}
	for k := len(w) - 1; k > 0; k-- {
		w[k] += (w[k-1] - w[k]) * x
	}
	w[0] -= w[0] * x
	return w
}

// lowest is the least count that is likely enough to matter.
func (b trialsLike) lowest() int64 {
	return int64(math.Max(0, math.Floor(b.mean-tailReach*math.Sqrt(b.variance())-2)))
}

// trialsLike is a binomial with a number n of trials that need not be whole, or a
// Poisson distribution where n is infinite.
type trialsLike struct{ mean, p, n float64 }

// alike is the binomial whose mean and sum of squares are given.
func alike(mean, second float64) trialsLike {
	p := second / mean
	const poisson = 1e-9
	if p < poisson {
		return trialsLike{mean: mean, n: math.Inf(1)}
	}
	n := mean / p
	// Part of a trial may be left over only where nobody gets so far.
	if n < mean+1 || p > 0.5 && n*math.Log(p) > -20 || n < 10 {
		n = math.Ceil(n - 1e-9)
		p = mean / n
	}
	// Where all are certain, the last bit of the sums may have it above 1.
	return trialsLike{mean: mean, p: math.Min(1, p), n: n}
}

func (b trialsLike) variance() float64 { return b.mean * (1 - b.p) }

// missing is what the third cumulant of the sum with these powers is above that of
// the binomial.
func (b trialsLike) missing(second, third float64) float64 {
	return -3*(second-b.mean*b.p) + 2*(third-b.mean*b.p*b.p)
}

// weights are the probabilities from lowest on, but for a factor, and their sum.
func (b trialsLike) weights(w []float64, lowest int64) (all []float64, sum float64) {
	const negligible = 1e-11
	if b.p >= 1-1e-12 {
		for k := lowest; k < int64(b.n); k++ {
			w = append(w, 0)
		}
		return append(w, 1), 1
	}
	slope, base := -b.p/(1-b.p), b.mean
	if b.p > 0 {
		base = b.n * b.p / (1 - b.p)
	}
	term, k, mode := 1.0, float64(lowest), math.Floor(b.mean)
	for ; k < mode; k++ {
		w = append(w, term)
		sum += term
		term *= (base + slope*k) / (k + 1)
	}
	for least := term * negligible; term > least; k++ {
		w = append(w, term)
		sum += term
		term *= (base + slope*k) / (k + 1)
	}
	return w, sum
}

// addNormal adds a normal distribution with a third cumulant.
func (l *lumps) addNormal(mean, variance, third float64) {
	step := float64(l.step)
	deviation := math.Sqrt(variance)
	if deviation < step/4 {
		l.put(int64(math.Round(mean)), 1)
		return
	}
	at := (mean - float64(l.first)) / step
	reach := tailReach * deviation / step
	from := int(math.Max(0, math.Ceil(at-reach)))
	to := int(math.Min(float64(len(l.cells)-1), math.Floor(at+reach)))
	h := step / deviation
	z := (float64(from) - at) * h
	density := math.Exp(-z*z/2) * h / math.Sqrt(2*math.Pi)
	ratio, factor := math.Exp(-z*h-h*h/2), math.Exp(-h*h)
	skew := third / (variance * deviation) / 6
	for j := from; j <= to; j++ {
		l.cells[j] += density * (1 + skew*z*(z*z-3))
		density *= ratio
		ratio *= factor
		z += h
	}
}

// fourth is about the sum of x⁴.
func (p powers) fourth() float64 {
	if p.second <= 0 {
		return 0
	}
	return p.third * p.third / p.second
}

// atLeast is P(Σ ≥ k) of one sum.
func (p powers) atLeast(k int64) float64 {
	mean := p.way + p.come
	variance := mean - p.second
	switch {
	case k <= 0:
		return 1
	case mean < 1e-12:
		return 0
	case variance > manyPeople/4:
		m := moments{mean: mean, k2: variance, k3: mean - 3*p.second + 2*p.third, k4: mean - 7*p.second + 12*p.third - 6*p.fourth()}
		return m.atLeast(k)
	}
	b := alike(mean, p.second)
	lowest := b.lowest()
	var room [512]float64
	w, sum := b.weights(room[:0], lowest)
	var tail float64
	for j := max(0, k-lowest); j < int64(len(w)); j++ {
		tail += w[j]
	}
	at := func(k int64) float64 {
		if k -= lowest; k >= 0 && k < int64(len(w)) {
			return w[k]
		}
		return 0
	}
	// The sum of the third differences from k on is minus the second one there.
	skew := b.missing(p.second, p.third) / 12
	tail += skew * (at(k-2) - at(k-1) - at(k) + at(k+1))
	return math.Min(1, math.Max(0, tail/sum))
}
