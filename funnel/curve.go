package funnel

import (
	"cmp"
	"math"
	"slices"
	"sort"
)

// curve is the chance of the target by the number of entries of a stage: a
// function on the whole numbers that only rises. It is tabulated at as many
// counts as it takes to interpolate between them.
type curve struct {
	points []point   // ascending in x; the chance is 0 below the first, that of the last above it
	jump   int       // index of the first point after the jump
	first  []float64 // the chance, count by count, from the first point on

	from, to int64 // the first counts with a chance above faint, and of all but 1
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
	smooth = 1e-7
	// manyFirst is up to how many counts a curve keeps one by one, for speed.
	manyFirst = 1 << 13
	// enoughPoints bounds the work on a curve that no number of points makes
	// smooth. The curves of plans take some hundred.
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
	c.fill()
	c.from, c.to = c.least(faint), c.least(1-faint)
	return c
}

func newPoint(x int64, chance float64) point {
	inside := min(max(chance, hardly), 1-hardly) // where its probit is finite
	return point{x: x, chance: chance, t: math.Log1p(float64(x)), z: -math.Sqrt2 * math.Erfcinv(2*inside), doubt: math.Inf(1)}
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
	middle := at(p.middle(next))
	off := math.Abs(middle.z - c.probit(i, middle.x))
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

// fill keeps the first counts one by one.
func (c *curve) fill() {
	start, end := c.points[0].x, min(c.last().x, c.points[0].x+manyFirst)
	first := make([]float64, 0, end-start)
	interval := 0
	for x := start; x < end; x++ {
		if x >= c.points[interval+1].x {
			interval++
		}
		first = append(first, c.between(interval, x))
	}
	c.first = first
}

// at is the chance with x entries.
func (c *curve) at(x int64) float64 {
	j := x - c.points[0].x
	switch {
	case j < 0:
		return 0
	case j < int64(len(c.first)):
		return c.first[j]
	case x >= c.last().x:
		return c.last().chance
	}
	after, _ := c.search(x + 1)
	return c.between(after-1, x)
}

// search is the index of the first point at x or above, and whether it is at x.
func (c *curve) search(x int64) (i int, found bool) {
	return slices.BinarySearchFunc(c.points, x, func(p point, x int64) int { return cmp.Compare(p.x, x) })
}

// between is the chance at x, at points[i] or between it and the next.
func (c *curve) between(i int, x int64) float64 {
	if x == c.points[i].x {
		return c.points[i].chance
	}
	return math.Erfc(-c.probit(i, x)/math.Sqrt2) / 2
}

// probit is that of the chance at x, after points[i]: the cubic through the four
// nearest points on the same side of the jump, kept between the two around x.
func (c *curve) probit(i int, x int64) float64 {
	side, at := c.points[:c.jump], i
	if i >= c.jump {
		side, at = c.points[c.jump:], i-c.jump
	}
	from := max(0, min(at-1, len(side)-4))
	near := side[from:min(from+4, len(side))]
	t := math.Log1p(float64(x))
	var z float64
	for j, p := range near {
		weight := p.z
		for k, o := range near {
			if k != j {
				weight *= (t - o.t) / (p.t - o.t)
			}
		}
		z += weight
	}
	return min(max(z, c.points[i].z), c.points[i+1].z)
}

// least is about the least count with a chance of gamma.
func (c *curve) least(gamma float64) int64 {
	start := c.points[0].x
	return start + int64(sort.Search(int(c.last().x-start), func(j int) bool { return c.at(start+int64(j)) >= gamma }))
}
