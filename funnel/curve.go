package funnel

import (
	"cmp"
	"math"
	"slices"
	"sort"
)

// curve is a chance by a number of people: a function on the whole numbers that
// only rises, from 0. It is tabulated at as many counts as it takes to
// interpolate between them.
//
// A curve is the distribution of a count, too: of the least number of people
// that is enough, which is at most x with the chance at x.
type curve struct {
	points []point   // ascending in x; the chance is 0 below the first, that of the last above it
	pieces []piece   // from each point to the next
	jump   int       // index of the first point after the jump
	first  []float64 // the chance, count by count, from the first point on
	atoms  []node
	nodes  [finest + 1][]node // by how fine; nil until asked for

	from, to int64   // the first counts with a chance above faint, and of all but faint
	middle   int64   // about that with a chance of one half
	steep    float64 // largest slope of the pieces that matter
}

// point is a value of a curve. Between the points probit(chance) is interpolated
// over log x: where a chance comes from a sum of many, that is nearly a straight
// line.
type point struct {
	x      int64
	chance float64
	t, z   float64 // log(x + 1) and the probit of the chance
	doubt  float64 // how far off interpolation may be from here to the next point
}

const (
	// smooth is the doubt that is left. It is that of before the last point was
	// added: with it there, the error is a tenth or less.
	smooth = 2e-6
	// manyFirst is up to how many counts a curve keeps one by one, for speed.
	manyFirst = 1 << 10
	// enoughPoints bounds the work on a curve that no number of points makes
	// smooth. The curves of plans take some fifty.
	enoughPoints = 200
	// faint is a chance that does not count on the way to others.
	faint = 1e-8
	// nearest is how near points may come in t, whose last digits are 1e-14.
	nearest = 1e-11
)

// newCurve tabulates chance. It looks up and down from start, which is best
// where the chance is neither near 0 nor near 1. Between edge − 1 and edge the
// chance may jump: that is where it starts from 0, or ends at 1.
func newCurve(start, edge int64, chance func(x int64) float64) *curve {
	at := func(x int64) point { return newPoint(x, chance(x)) }
	c := &curve{points: []point{at(max(1, start))}}
	for c.points[0].chance > hardly && c.points[0].x > 0 {
		c.points = slices.Insert(c.points, 0, at(c.points[0].x/2))
	}
	for last := c.last(); last.chance < 1-hardly && last.x < countLimit; last = c.last() {
		c.points = append(c.points, at(last.x*2))
	}
	for _, x := range []int64{edge - 1, edge} {
		if i, known := c.search(x); !known && i > 0 && i < len(c.points) {
			c.points = slices.Insert(c.points, i, at(x))
		}
	}
	c.jump, _ = c.search(edge)
	for len(c.points) < enoughPoints && c.refine(at) {
		c.jump, _ = c.search(edge)
	}
	c.trim()
	c.jump, _ = c.search(edge)
	c.finish()
	return c
}

func newPoint(x int64, chance float64) point {
	inside := min(max(chance, hardly), 1-hardly) // where its probit is finite
	return point{x: x, chance: chance, t: math.Log1p(float64(x)), z: probit(inside), doubt: math.Inf(1)}
}

func (c *curve) last() point { return c.points[len(c.points)-1] }

// refine adds a point where interpolation is in most doubt, and reports whether
// there was any.
func (c *curve) refine(at func(x int64) point) bool {
	i := 0
	for j, p := range c.points {
		if p.doubt > c.points[i].doubt {
			i = j
		}
	}
	if c.points[i].doubt <= smooth {
		return false
	}
	if i == len(c.points)-1 || !c.points[i].divisible(c.points[i+1]) {
		c.points[i].doubt = 0
		return true
	}
	p, next := &c.points[i], c.points[i+1]
	middle, between := at(p.middle(next)), c.piece(i)
	off := math.Abs(middle.z - between.probit(middle.t))
	p.doubt = doubt(off, *p, middle)
	middle.doubt = doubt(off, middle, next)
	c.points = slices.Insert(c.points, i+1, middle)
	return true
}

// doubt is how far off interpolation may be between two points, when the probit
// of one of them was foretold with the error off: as much of the chance as that
// makes where the chance is steepest. Points far apart are in doubt anyway: one
// good guess between them may be luck.
func doubt(off float64, p, next point) float64 {
	const far = 0.5           // of a standard deviation
	z := max(0, p.z, -next.z) // the one nearest to 0
	slope := math.Exp(-z*z/2) / math.Sqrt(2*math.Pi)
	if next.z-p.z > far {
		return max(off*slope, next.chance-p.chance)
	}
	return off * slope
}

// divisible reports whether the curve could need a point between two.
func (p point) divisible(next point) bool {
	return next.chance-p.chance >= 10*hardly && next.x-p.x >= 2 && next.t-p.t >= nearest
}

// middle is the geometric mean of two counts, and between them.
func (p point) middle(next point) int64 {
	mean := int64(math.Expm1((p.t + next.t) / 2))
	return min(max(mean, p.x+1), next.x-1)
}

// trim leaves out points at either end where nothing happens any more.
func (c *curve) trim() {
	from, to := 0, len(c.points)
	for to-from > 2 && c.points[from+1].chance <= hardly {
		from++
	}
	for to-from > 2 && c.points[to-2].chance >= 1-hardly {
		to--
	}
	c.points = c.points[from:to]
}

// finish makes ready what is asked of a curve with all of its points.
func (c *curve) finish() {
	for i := range c.points[1:] {
		c.pieces = append(c.pieces, c.piece(i))
	}
	start, end := c.points[0].x, min(c.last().x, c.points[0].x+manyFirst)
	first := make([]float64, 0, end-start)
	for x := start; x < end; x++ {
		first = append(first, c.value(float64(x)))
	}
	c.first = first
	c.from, c.to = c.least(faint), c.least(1-faint)
	c.middle = c.least(0.5)
	for i := range c.pieces {
		const matters = 5 // probit of 3e-7
		if p := &c.pieces[i]; p.high > -matters && p.low < matters {
			c.steep = max(c.steep, p.slope)
		}
	}
}

// open says when the chance is in question.
func (c *curve) open() openness {
	return openness{from: c.from, to: c.to, middle: c.middle, steep: c.steep, further: everybody()}
}

// at is the chance with x people.
func (c *curve) at(x int64) float64 {
	if j := x - c.points[0].x; j >= 0 && j < int64(len(c.first)) {
		return c.first[j]
	}
	return c.value(float64(x))
}

// value is the chance with x people, interpolated between whole numbers too.
func (c *curve) value(x float64) float64 {
	last := &c.points[len(c.points)-1]
	switch {
	case x < float64(c.points[0].x):
		return 0
	case x >= float64(last.x):
		return last.chance
	}
	t := math.Log1p(x)
	i := c.interval(t)
	if t <= c.points[i].t {
		return c.points[i].chance
	}
	return normal(c.pieces[i].probit(t))
}

// interval is the index of the last point but one or of one before it: the last
// that is not after t.
func (c *curve) interval(t float64) int {
	low, high := 0, len(c.points)-1
	for high-low > 1 {
		if middle := int(uint(low+high) / 2); c.points[middle].t <= t {
			low = middle
		} else {
			high = middle
		}
	}
	return low
}

// search is the index of the first point at x or above, and whether it is at x.
func (c *curve) search(x int64) (i int, found bool) {
	return slices.BinarySearchFunc(c.points, x, func(p point, x int64) int { return cmp.Compare(p.x, x) })
}

// least is about the least count with a chance of gamma.
func (c *curve) least(gamma float64) int64 {
	start := c.points[0].x
	return start + int64(sort.Search(int(c.last().x-start), func(j int) bool { return c.at(start+int64(j)) >= gamma }))
}

// piece is the curve from one point to the next: the cubic through the four
// nearest points on the same side of the jump, in Newton's form, kept between
// the two.
type piece struct {
	at        [3]float64 // t of three of the points
	factors   [4]float64
	low, high float64 // probits of the two
	slope     float64 // of the probit over t, infinite at the jump
}

func (c *curve) piece(i int) piece {
	side, at := c.points[:c.jump], i
	if i >= c.jump {
		side, at = c.points[c.jump:], i-c.jump
	}
	from := max(0, min(at-1, len(side)-4))
	near := side[from:min(from+4, len(side))]
	here, next := &c.points[i], &c.points[i+1]
	p := piece{low: here.z, high: next.z, slope: (next.z - here.z) / (next.t - here.t)}
	if i+1 == c.jump && next.z > here.z {
		p.slope = math.Inf(1)
	}
	var t, z [4]float64
	for j, n := range near {
		t[j], z[j] = n.t, n.z
	}
	p.factors = newton(t[:len(near)], z[:len(near)])
	copy(p.at[:], t[:])
	return p
}

func (p *piece) probit(t float64) float64 {
	return min(max(along(p.at, p.factors, t), p.low), p.high)
}

// newton gives the divided differences of up to four values at ascending places.
func newton(at, values []float64) (factors [4]float64) {
	copy(factors[:], values)
	for order := 1; order < len(at); order++ {
		for j := len(at) - 1; j >= order; j-- {
			factors[j] = (factors[j] - factors[j-1]) / (at[j] - at[j-order])
		}
	}
	return factors
}

// along is the polynomial with the given divided differences at x.
func along(at [3]float64, factors [4]float64, x float64) float64 {
	return factors[0] + (x-at[0])*(factors[1]+(x-at[1])*(factors[2]+(x-at[2])*factors[3]))
}

// normal is the standard normal distribution function, probit its inverse.
func normal(z float64) float64 { return math.Erfc(-z/math.Sqrt2) / 2 }

func probit(p float64) float64 { return -math.Sqrt2 * math.Erfcinv(2*p) }
