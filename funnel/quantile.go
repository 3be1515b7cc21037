package funnel

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/integrate/quad"
)

// quantiles are counts and weights for means over the distribution that a curve
// is: atoms, whole counts with the chance of each, where it jumps, and places
// between whole numbers elsewhere. They do for functions that are smooth over
// fine of the curve's standard deviations.
func (c *curve) quantiles(fine float64) (atoms, places []node) {
	level := 0
	for level < finest && fine < coarsest/float64(int(1)<<level) {
		level++
	}
	if c.nodes[level] == nil {
		c.atoms, c.nodes[level] = c.takeApart(widest / float64(int(1)<<level))
	}
	return c.atoms, c.nodes[level]
}

const (
	// coarsest is how smooth a function must be for the fewest places; each level
	// up to the finest halves it.
	coarsest = 0.5
	finest   = 4
	// widest is the width in probits of a panel with so many places.
	widest   = 6
	perPanel = 16
)

// takeApart gives atoms for the counts where a curve may rise at once, or like a
// square root: where it begins, and around the jump. Places are in between.
func (c *curve) takeApart(width float64) (atoms, places []node) {
	const around = 16
	places = []node{} // not nil, which is for not asked for yet
	first, last := c.points[0].x, c.last().x
	ranges := [][2]int64{{first, min(first+around, last)}}
	if c.jump > 0 && c.jump < len(c.points) {
		edge := c.points[c.jump].x
		ranges = append(ranges, [2]int64{max(edge-around, first), min(edge+around, last)})
	}
	atoms = []node{{x: float64(first), weight: c.at(first)}}
	at := first
	for _, r := range ranges {
		if at < r[0] {
			atoms = append(atoms, c.seam(at, -1)...)
			places = append(places, c.placesBetween(at, r[0], width)...)
			atoms = append(atoms, c.seam(r[0], 1)...)
			at = r[0]
		}
		for ; at < r[1]; at++ {
			atoms = append(atoms, node{x: float64(at + 1), weight: c.at(at+1) - c.at(at)})
		}
	}
	if at < last {
		atoms = append(atoms, c.seam(at, -1)...)
		places = append(places, c.placesBetween(at, last, width)...)
	}
	const nothing = 1e-12
	return slices.DeleteFunc(atoms, func(n node) bool { return math.Abs(n.weight) < nothing }), places
}

// seam makes up for the difference between a sum over counts on one side of x
// and an integral on the other: the first term of
// https://en.wikipedia.org/wiki/Euler–Maclaurin_formula, of which a function's
// difference from x to x + 1 stands for the derivative.
func (c *curve) seam(x int64, sign float64) []node {
	rise := sign * (c.at(x+1) - c.at(x-1)) / 2 / 12
	return []node{{x: float64(x), weight: rise}, {x: float64(x + 1), weight: -rise}}
}

// placesBetween are those of Gauss's rule on panels of a width, in probits.
func (c *curve) placesBetween(from, to int64, width float64) []node {
	side := []point{newPoint(from, c.at(from))}
	for _, p := range c.points {
		if p.x > from && p.x < to {
			side = append(side, p)
		}
	}
	side = append(side, newPoint(to, c.at(to)))
	low, high := side[0].z, side[len(side)-1].z
	panels := math.Ceil((high - low) / width)
	var list []node
	var at, weight [perPanel]float64
	for i := range int(panels) {
		start := low + float64(i)*(high-low)/panels
		quad.Legendre{}.FixedLocations(at[:], weight[:], start, start+(high-low)/panels)
		for j, z := range at {
			density := math.Exp(-z*z/2) / math.Sqrt(2*math.Pi)
			list = append(list, node{z: z, x: quantile(side, z), weight: weight[j] * density})
		}
	}
	return list
}

// quantile is the count at which the curve through the points has the probit z:
// the cubic through the four nearest, the other way round.
func quantile(side []point, z float64) float64 {
	i := 0
	for i < len(side)-2 && side[i+1].z <= z {
		i++
	}
	from := max(0, min(i-1, len(side)-4))
	near := side[from:min(from+4, len(side))]
	var zs, ts [4]float64
	for j, p := range near {
		zs[j], ts[j] = p.z, p.t
		if j > 0 && p.z-near[j-1].z < nearest {
			return math.Expm1(side[i+1].t) // too flat to be turned round
		}
	}
	t := along([3]float64(zs[:3]), newton(zs[:len(near)], ts[:len(near)]), z)
	return math.Expm1(min(max(t, side[i].t), side[i+1].t))
}
