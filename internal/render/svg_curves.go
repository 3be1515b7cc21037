package render

import (
	"math"

	"embudo/internal/report"
)

// Heights of plots and of what is written below them, in pixels.
const (
	panelHeight = 96
	fanHeight   = 230
	axisHeight  = 18
	todayHeight = 16 // above a plot, for the word at the day that is marked
)

// plotting places numbers by day in a plot.
type plotting struct {
	days report.Axis
	most float64
}

func (p plotting) x(at report.At) float64 {
	length := float64(p.days.End - p.days.Start)
	if length <= 0 {
		return plotSize
	}
	return math.Min(plotSize, math.Max(0, float64(plotSize*float64(at.Day-p.days.Start))/length))
}

func (p plotting) point(at report.At) [2]float64 {
	y := float64(plotSize)
	if p.most > 0 {
		y -= float64(plotSize*at.Value) / p.most
	}
	return [2]float64{p.x(at), y}
}

func (p plotting) points(list []report.At) [][2]float64 {
	points := make([][2]float64, len(list))
	for i, at := range list {
		points[i] = p.point(at)
	}
	return straightened(points)
}

// mostOf is the largest of the numbers.
func mostOf(lists ...[]report.At) float64 {
	most := 0.0
	for _, list := range lists {
		for _, at := range list {
			most = math.Max(most, at.Value)
		}
	}
	return most
}

// drawPanel draws one number that grows, planned and actual.
func drawPanel(d *drawing, c report.Curves, panel report.Panel) {
	y := d.label(0, panel.Label, "label")
	y += d.label(y, panel.Shown, "note") + todayHeight
	p := plotting{c.Days, mostOf(panel.Planned, panel.Actual)}
	plot := d.plot(0, y, 100, panelHeight)
	plot.Paths = append(plot.Paths, drawnPath{path(p.points(panel.Planned)), "planned-line"})
	if len(panel.Actual) > 0 {
		plot.Paths = append(plot.Paths, drawnPath{path(p.points(panel.Actual)), "actual-line"})
	}
	d.axis(p, 0, 100, y, panelHeight)
}

// plot adds a box for paths.
func (d *drawing) plot(x, y, width, height float64) *drawnPlot {
	plot := &drawnPlot{X: percent(x), Y: pixels(y), Width: percent(width), Height: pixels(height)}
	d.Shapes = append(d.Shapes, shape{Plot: plot})
	return plot
}

// axis draws the line of 0 with the days at its ends, and marks today.
func (d *drawing) axis(p plotting, x, width, y, height float64) {
	d.line(x, y+height, x+width, y+height, "axis")
	d.text(x, 0, y+height+axisHeight-4, "note "+begins, p.days.StartShown)
	d.text(x+width, 0, y+height+axisHeight-4, "note "+ends, p.days.EndShown)
	if p.days.TodayShown != "" {
		today := x + float64(width*p.x(report.At{Day: p.days.Today}))/plotSize
		d.line(today, y, today, y+height, "today")
		stands := centred
		switch {
		case today < 25:
			stands = begins
		case today > 75:
			stands = ends
		}
		d.text(today, 0, y-4, "today-text "+stands, p.days.TodayShown)
	}
	d.Height = int(math.Ceil(y + height + axisHeight))
}

// fanWidth is how much of the width a fan takes; what it ends in is written beside
// it.
const fanWidth = 78

// drawFan draws how a number grew, and between which lines it may go on.
func drawFan(d *drawing, f report.Fan) {
	ahead := f.Ahead()
	var low, middle, high []report.At
	for _, o := range ahead {
		low, middle, high = append(low, report.At{Day: o.Day, Value: o.Low}),
			append(middle, report.At{Day: o.Day, Value: o.Middle}), append(high, report.At{Day: o.Day, Value: o.High})
	}
	target := report.At{Day: f.Days.Start, Value: f.Target}
	const air = 1.06 // above the highest line
	p := plotting{f.Days, mostOf(f.Past, high, []report.At{target}) * air}
	y := float64(todayHeight)
	plot := d.plot(0, y, fanWidth, fanHeight)
	if len(ahead) > 1 {
		edge := p.points(low)
		for i := len(high) - 1; i >= 0; i-- {
			edge = append(edge, p.point(high[i]))
		}
		plot.Paths = append(plot.Paths, drawnPath{path(edge) + "Z", "band"}, drawnPath{path(p.points(middle)), "middle-line"})
	}
	if len(f.Past) > 0 {
		plot.Paths = append(plot.Paths, drawnPath{path(p.points(f.Past)), "actual-line"})
	}
	at := func(value float64) float64 {
		return y + float64(fanHeight*p.point(report.At{Value: value})[1])/plotSize
	}
	d.line(0, at(f.Target), fanWidth, at(f.Target), "target")
	d.text(0, 0, at(f.Target)-5, "target-text "+begins, f.TargetShown)
	if len(ahead) > 1 {
		d.fanLabels(at, f, ahead[len(ahead)-1])
	}
	d.axis(p, 0, fanWidth, y, fanHeight)
}

// fanLabels writes the numbers that a fan ends in beside its end, from the highest
// down, none over another.
func (d *drawing) fanLabels(at func(float64) float64, f report.Fan, end report.Outlook) {
	floor := float64(todayHeight + fanHeight)
	for _, w := range []struct {
		value       float64
		class, text string
	}{{end.Low, "note", f.Low}, {end.Middle, "label", f.Middle}, {end.High, "note", f.High}} {
		y := math.Min(at(w.value)+4, floor)
		d.text(fanWidth, 7, y, w.class+" "+begins, w.text)
		floor = y - lineHeight + 2
	}
}
