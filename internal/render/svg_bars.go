package render

import (
	"math"

	"embudo/internal/report"
)

// Sizes of bars and what is between them, in pixels.
const (
	barHeight = 15
	barGap    = 3
	rowGap    = 13
	barText   = 11.5 // from the top of a bar to the base line of the text in it
)

// leastBar is the width of a bar of something that is hardly anything.
const leastBar = 0.4

// series are the classes of the bars of a row.
func series(i int) string {
	return []string{"planned", "actual", "third"}[min(i, 2)]
}

// drawBars draws horizontal bars that begin at 0.
func drawBars(d *drawing, b report.Bars) {
	var most float64
	for _, row := range b.Rows {
		for _, value := range row.Values {
			if value != nil {
				most = math.Max(most, *value)
			}
		}
	}
	y := 0.0
	for _, row := range b.Rows {
		y += d.label(y, row.Label, "label") + 1
		for i, value := range row.Values {
			d.bar(y, value, most, series(i), row.Shown[i])
			y += barHeight + barGap
		}
		y += rowGap - barGap
	}
	d.Height = int(math.Ceil(y))
}

// bar is one bar from 0 with its value; nothing but the word where there is none.
func (d *drawing) bar(y float64, value *float64, most float64, class, shown string) {
	if value == nil || *value <= 0 || most <= 0 {
		d.text(0, 0, y+barText, "value "+begins, shown)
		return
	}
	width := math.Max(leastBar, scale{0, most}.at(*value))
	d.rect(0, y, width, barHeight, class)
	d.value(0, width, y+barText, "on-"+class, shown)
}

// drawWaterfall draws a bar from 0, the changes below it, each from where the one
// above ends, and the bar that they lead to.
func drawWaterfall(d *drawing, w report.Waterfall) {
	s := scale{}.around(w.From.Value).around(w.To.Value)
	running := w.From.Value
	for _, change := range w.Changes {
		running += change.Value
		s = s.around(running)
	}
	y, at := 0.0, w.From.Value
	step := func(l report.Level, from, to float64, class string) {
		y += d.label(y, l.Label, "label") + 1
		left, right := math.Min(100-leastBar, s.at(math.Min(from, to))), s.at(math.Max(from, to))
		d.rect(left, y, math.Max(leastBar, right-left), barHeight, class)
		d.value(left, math.Max(right, left+leastBar), y+barText, "on-"+class, l.Shown)
		y += barHeight
	}
	// join leads from the end of a bar to the one below.
	join := func() {
		d.line(s.at(at), y, s.at(at), y+rowGap+lineHeight, "joint")
		y += rowGap
	}
	step(w.From, 0, w.From.Value, "planned")
	for _, change := range w.Changes {
		join()
		class := "better"
		if change.Value < 0 {
			class = "worse"
		}
		step(change, at, at+change.Value, class)
		at += change.Value
	}
	join()
	step(w.To, 0, w.To.Value, "actual")
	d.Height = int(math.Ceil(y)) + 2
}

// The bars of a tornado leave room on both sides for the values at their ends.
const (
	tornadoLeft  = 24.0
	tornadoWidth = 52.0
)

// drawTornado draws bars to both sides of a base.
func drawTornado(d *drawing, t report.Tornado) {
	s := scale{t.Base, t.Base}
	for _, row := range t.Rows {
		s = s.around(row.Low).around(row.High)
	}
	at := func(x float64) float64 { return tornadoLeft + float64(tornadoWidth*s.at(x))/100 }
	base := at(t.Base)
	d.text(base, 0, lineHeight-4, "value "+centred, t.BaseShown)
	top := float64(lineHeight) + 2
	y := top
	for _, row := range t.Rows {
		y += d.label(y, row.Label, "label") + 1
		for i, end := range []float64{row.Low, row.High} {
			from, to := math.Min(at(end), base), math.Max(at(end), base)
			d.rect(from, y, math.Max(leastBar/2, to-from), barHeight, series(i))
		}
		left, right := row.LowShown, row.HighShown
		if row.Low > row.High {
			left, right = right, left
		}
		d.text(math.Min(base, at(math.Min(row.Low, row.High))), -5, y+barText, "value "+ends, left)
		d.text(math.Max(base, at(math.Max(row.Low, row.High))), 5, y+barText, "value "+begins, right)
		y += barHeight + rowGap
	}
	d.line(base, top, base, y-rowGap+4, "axis")
	last := len(d.Shapes) - 1 // below all others
	d.Shapes = append([]shape{d.Shapes[last]}, d.Shapes[:last]...)
	d.Height = int(math.Ceil(y))
}
