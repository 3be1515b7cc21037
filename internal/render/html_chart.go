package render

import (
	"strconv"

	"embudo/internal/report"
)

// htmlFigure is a picture with what its colours mean.
type htmlFigure struct {
	Title    string
	Legend   []htmlKey
	Panels   bool // several drawings, side by side where there is room
	Drawings []*drawing
}

// htmlKey says what a colour means.
type htmlKey struct{ Class, Text string }

// figure draws a chart.
func (p *htmlParts) figure(c report.Chart) *htmlFigure {
	p.figures++
	f := &htmlFigure{Title: Clean(c.Title)}
	d := &drawing{ID: "figure-" + strconv.Itoa(p.figures), Title: f.Title, Alt: Clean(c.Alt)}
	f.Drawings = []*drawing{d}
	switch picture := c.Picture.(type) {
	case report.Bars:
		if len(picture.Series) > 1 {
			for i, name := range picture.Series {
				f.key(series(i), name)
			}
		}
		drawBars(d, picture)
	case report.Tornado:
		f.key(series(0), picture.Low)
		f.key(series(1), picture.High)
		drawTornado(d, picture)
	case report.Waterfall:
		drawWaterfall(d, picture)
	case report.Curves:
		f.key("planned-line", picture.Planned)
		f.key("actual-line", picture.Actual)
		f.panels(d, picture)
	case report.Fan:
		f.key("actual-line", picture.SoFar)
		f.key("middle-line", picture.Expected)
		f.key("band", picture.Band)
		drawFan(d, picture)
	}
	return f
}

func (f *htmlFigure) key(class, text string) {
	if text != "" {
		f.Legend = append(f.Legend, htmlKey{class, Clean(text)})
	}
}

// panels are drawings of their own, each of which says what it shows.
func (f *htmlFigure) panels(whole *drawing, c report.Curves) {
	f.Panels, f.Drawings = true, nil
	for i, panel := range c.Panels {
		d := &drawing{
			ID: whole.ID + "-" + strconv.Itoa(i+1), Title: whole.Title + ": " + Clean(panel.Label),
			Alt: Clean(panel.Shown),
		}
		drawPanel(d, c, panel)
		f.Drawings = append(f.Drawings, d)
	}
}
