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
	points []point   // ascending in x; the chance is 0 below the first, 1 above the last
	first  []float64 // the chance, count by count, from the first point on
}

// point is a value of a curve. Between the points probit(chance) is interpolated
// over log x: where a chance comes from a sum of many, that is nearly a straight
// line.
type point struct {
	x      int64
	chance float64
	t, z   float64 // log(x + 1) and the probit of the chance
	open   bool    // whether the interval from here to the next point may need another
}

const (
	// smooth is the error of interpolating a new point at which the interval
	// around it needs no other; with it there, the error is a tenth or less.
	smooth = 5e-8
	// manyFirst is up to how many counts a curve keeps one by one, for speed.
	manyFirst = 1 << 13
	// enoughPoints bounds the work on a curve that no number of points makes
	// smooth. The curves of plans take some hundred.
	enoughPoints = 200
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
	for added := true; added && len(c.points) < enoughPoints; {
		c.points, added = c.refined(at)
	}
	c.trim()
	c.fill()
	return c
}

func newPoint(x int64, chance float64) point {
	inside := min(max(chance, hardly), 1-hardly) // where its probit is finite
	return point{x: x, chance: chance, t: math.Log1p(float64(x)), z: -math.Sqrt2 * math.Erfcinv(2*inside), open: true}
}

func (c *curve) last() point { return c.points[len(c.points)-1] }

// refined is the points with another one inside each open interval. The two
// halves are closed where interpolation had foretold it.
func (c *curve) refined(at func(x int64) point) (points []point, added bool) {
	for i, p := range c.points {
		middle := p.middle(c.points[min(i+1, len(c.points)-1)])
		if !p.open || middle == p.x {
			p.open = false
			points = append(points, p)
			continue
		}
		m := at(middle)
		p.open = math.Abs(m.chance-c.between(i, middle)) > smooth
		m.open = p.open
		points = append(points, p, m)
		added = true
	}
	return points, added
}

// middle is a count between two points, their geometric mean, or that of p where
// the curve needs none.
func (p point) middle(next point) int64 {
	if next.chance-p.chance < 10*hardly || next.x-p.x < 2 {
		return p.x
	}
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

// between is the chance at x, at points[i] or between it and the next: the cubic
// through the four nearest points.
func (c *curve) between(i int, x int64) float64 {
	if x == c.points[i].x {
		return c.points[i].chance
	}
	from := max(0, min(i-1, len(c.points)-4))
	near := c.points[from:min(from+4, len(c.points))]
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
	return math.Erfc(-z/math.Sqrt2) / 2
}

// least is about the least count with a chance of gamma.
func (c *curve) least(gamma float64) int64 {
	start := c.points[0].x
	return start + int64(sort.Search(int(c.last().x-start), func(j int) bool { return c.at(start+int64(j)) >= gamma }))
}
