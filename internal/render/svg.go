package render

import (
	"math"
	"strconv"
	"strings"
)

// A drawing is made of shapes that are placed in shares of its width, from left to
// right, and in pixels from top to bottom. So it fills a phone and a screen
// without its letters growing or shrinking. Numbers are rounded before they are
// written, so that every processor writes the same.
type drawing struct {
	ID     string
	Title  string // what hears it first
	Alt    string
	Height int
	Shapes []shape
}

// shape is one of the four.
type shape struct {
	Rect *drawnRect
	Text *drawnText
	Line *drawnLine
	Plot *drawnPlot
}

type drawnRect struct{ X, Y, Width, Height, Class string }

// drawnText begins, ends or is centred at X, less or more some pixels.
type drawnText struct{ X, Shift, Y, Class, Text string }

type drawnLine struct{ X1, Y1, X2, Y2, Class string }

// drawnPlot holds paths in a box that is plotSize wide and high and is stretched
// over a part of the drawing.
type drawnPlot struct {
	X, Y, Width, Height string
	Paths               []drawnPath
}

type drawnPath struct{ D, Class string }

// plotSize is the width and height of the box that paths are drawn in.
const plotSize = 1000

// Where a text stands in relation to its place.
const (
	begins  = "begins"
	ends    = "ends"
	centred = "centred"
)

// percent of the width.
func percent(x float64) string { return decimals(x) + "%" }

// pixels from above.
func pixels(y float64) string { return decimals(y) }

// decimals writes at most two, and no -0.
func decimals(x float64) string {
	return strconv.FormatFloat(math.Round(x*100)/100+0, 'f', -1, 64)
}

func (d *drawing) rect(x, y, width, height float64, class string) {
	d.Shapes = append(d.Shapes, shape{Rect: &drawnRect{percent(x), pixels(y), percent(width), pixels(height), class}})
}

func (d *drawing) line(x1, y1, x2, y2 float64, class string) {
	d.Shapes = append(d.Shapes, shape{Line: &drawnLine{percent(x1), pixels(y1), percent(x2), pixels(y2), class}})
}

// text places words by their base line.
func (d *drawing) text(x float64, shift int, y float64, class, text string) {
	d.Shapes = append(d.Shapes, shape{Text: &drawnText{percent(x), strconv.Itoa(shift), pixels(y), class, Clean(text)}})
}

const (
	lineHeight  = 17 // of labels
	labelColumn = 36 // characters of a label that a phone has room for in one line
)

// label writes what a row is about, in as many lines as it takes, and gives the
// height that they took.
func (d *drawing) label(y float64, text, class string) float64 {
	lines := breakInto(Clean(text), labelColumn)
	for i, line := range lines {
		d.text(0, 0, y+lineHeight*float64(i+1)-4, class, line)
	}
	return lineHeight * float64(len(lines))
}

// Values stand beside the end of their bar where there is room, which a phone has
// for up to roomBeside percent; else within it.
const roomBeside = 64

// value writes what the bar from left to right is worth.
func (d *drawing) value(left, right, y float64, within, shown string) {
	switch {
	case right <= roomBeside:
		d.text(right, 6, y, "value "+begins, shown)
	case left >= 100-roomBeside:
		d.text(left, -6, y, "value "+ends, shown)
	default:
		d.text(right, -6, y, "value "+ends+" "+within, shown)
	}
}

// scale maps values to percent of the width.
type scale struct{ low, high float64 }

func (s scale) at(x float64) float64 {
	if s.high <= s.low {
		return 0
	}
	return float64(100*(x-s.low)) / (s.high - s.low)
}

// around a scale takes in one more value.
func (s scale) around(x float64) scale { return scale{math.Min(s.low, x), math.Max(s.high, x)} }

// path is a line through points of a plot.
func path(points [][2]float64) string {
	var b strings.Builder
	for i, p := range points {
		b.WriteByte("ML"[min(i, 1)])
		b.WriteString(decimals(p[0]) + " " + decimals(p[1]))
	}
	return b.String()
}

// straightened leaves out points between two others on one straight line, as far
// as they can be seen.
func straightened(points [][2]float64) [][2]float64 {
	const seen = 1 // of plotSize
	var kept [][2]float64
	for _, p := range points {
		for len(kept) >= 2 && between(kept[len(kept)-2], kept[len(kept)-1], p, seen) {
			kept = kept[:len(kept)-1]
		}
		kept = append(kept, p)
	}
	return kept
}

// between reports whether b is on the line from a to c.
func between(a, b, c [2]float64, tolerance float64) bool {
	if c[0] == a[0] {
		return b[0] == a[0] && (b[1]-a[1])*(c[1]-b[1]) >= 0
	}
	y := a[1] + float64((c[1]-a[1])*(b[0]-a[0]))/(c[0]-a[0])
	return math.Abs(y-b[1]) < tolerance/10
}
