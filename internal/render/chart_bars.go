package render

import (
	"math"

	"embudo/internal/report"
)

// bars draws a row of bars below another, all from 0 and to one scale. Where one
// would be too thin to be seen it is drawn all the same, and that is said.
func (p *picture) bars(b report.Bars) {
	labels, shown, most := []string{}, []string{}, 0.0
	for _, row := range b.Rows {
		labels = append(labels, Clean(row.Label))
		for i, value := range row.Values {
			shown = append(shown, Clean(row.Shown[i]))
			if value != nil {
				most = math.Max(most, *value)
			}
		}
	}
	room := p.labelWidth(labels)
	cells := p.cells(room + 2*len(gap) + longest(shown))
	if len(b.Series) > 1 {
		p.legend(p.light, b.Series[0], p.full, b.Series[1])
	}
	thin := false
	for _, row := range b.Rows {
		var lines []string
		for i, value := range row.Values {
			length := 0
			if value != nil {
				part := share(*value, most)
				length = eighths(part, cells)
				thin = thin || part > 0 && part*float64(8*cells) < 0.5
			}
			lines = append(lines, p.bar(i, len(row.Values), length, row.Tone)+Clean(row.Shown[i]))
		}
		p.labelled(row.Label, room, lines)
	}
	if thin {
		p.add(paragraph(string(p.document.Language.Pictures.Thin), p.page.Width, ""))
	}
}

// bar is one of a row: where there are two, the first is light.
func (p *picture) bar(series, of, length int, tone report.Tone) string {
	bar := p.solid(length)
	if series == 0 && of > 1 {
		bar, tone = shaded(p.light, length), report.Plain
	}
	if bar == "" {
		return ""
	}
	return p.painted(bar, tone) + " "
}

// tornado draws what an input does when it is changed: a bar to each side of the
// base, with what comes out at its ends.
func (p *picture) tornado(t report.Tornado) {
	labels, lefts, rights := []string{}, []string{}, []string{}
	low, high := t.Base, t.Base
	for _, row := range t.Rows {
		left, right := endsOf(row)
		labels, lefts, rights = append(labels, Clean(row.Label)), append(lefts, left), append(rights, right)
		low, high = math.Min(low, math.Min(row.Low, row.High)), math.Max(high, math.Max(row.Low, row.High))
	}
	room := p.labelWidth(labels)
	before, after := longest(lefts)+1, longest(rights)+1
	cells := p.cells(room + len(gap) + before + 1 + after)
	axis := int(math.Round(share(t.Base-low, high-low) * float64(cells)))
	base := Clean(t.BaseShown)
	p.legend(p.light, t.Low, p.full, t.High)
	p.add(spaces(max(0, room+len(gap)+before+axis-width(base)/2)) + base)
	for i, row := range t.Rows {
		less := p.swing(t.Base, row.Low, high-low, cells, axis)
		more := p.swing(t.Base, row.High, high-low, cells, axis)
		left, right := p.arms(less, more)
		bar := spaces(before+axis-width(left)-width(lefts[i])-1) + lefts[i] + " " + left + p.axis + right + " " + rights[i]
		p.labelled(row.Label, room, []string{bar})
	}
}

// endsOf are what stands at the left and at the right of a bar.
func endsOf(row report.Swing) (left, right string) {
	left, right = Clean(row.LowShown), Clean(row.HighShown)
	if row.Low > row.High {
		left, right = right, left
	}
	return left, right
}

// swing is how long the way from the base to a value is in eighths, below 0 to the
// left; never longer than there is room on its side.
func (p *picture) swing(base, value, reach float64, cells, axis int) int {
	if value < base {
		return -min(8*axis, eighths(share(base-value, reach), cells))
	}
	return min(8*(cells-axis), eighths(share(value-base, reach), cells))
}

// arms are the two sides of a bar. Where both ways lead to one side, the longer is
// behind the shorter.
func (p *picture) arms(less, more int) (left, right string) {
	if less < 0 {
		left = shaded(p.light, -less)
	} else {
		right = shaded(p.light, less)
	}
	switch {
	case more < 0 && less < 0:
		front := p.leftward(-more)
		left = string([]rune(left)[:max(0, width(left)-width(front))]) + front
	case more < 0:
		left = p.leftward(-more)
	case less > 0:
		front := p.solid(more)
		right = front + string([]rune(right)[min(width(right), width(front)):])
	default:
		right = p.solid(more)
	}
	return left, right
}

// leftward is a solid bar that ends at its right: only half a character can be
// drawn from there.
func (p *picture) leftward(eighths int) string {
	bar := p.solid(eighths / 8 * 8)
	switch rest := eighths % 8; {
	case rest >= 4 && p.half != "":
		bar = p.half + bar
	case rest >= 4 || eighths < 8:
		bar = p.full + bar
	}
	return bar
}

// waterfall draws a bar from 0, each change from where the one above ends, and the
// bar that they lead to.
func (p *picture) waterfall(w report.Waterfall) {
	levels := append(append([]report.Level{w.From}, w.Changes...), w.To)
	labels, shown := []string{}, []string{}
	low, high, running := math.Min(0, w.To.Value), math.Max(w.From.Value, w.To.Value), w.From.Value
	for i, l := range levels {
		labels, shown = append(labels, Clean(l.Label)), append(shown, Clean(l.Shown))
		if i > 0 && i < len(levels)-1 {
			running += l.Value
			low, high = math.Min(low, running), math.Max(high, running)
		}
	}
	room := p.labelWidth(labels)
	cells := p.cells(room + 2*len(gap) + longest(shown))
	place := func(x float64) int { return int(math.Round(share(x-low, high-low) * float64(cells))) }
	step := func(i int, from, to float64, glyph string, tone report.Tone) {
		left, right := place(math.Min(from, to)), place(math.Max(from, to))
		if right == left && from != to {
			left = min(left, cells-1)
			right = left + 1
		}
		bar := p.painted(shaded(glyph, 8*(right-left)), tone)
		p.labelled(levels[i].Label, room, []string{spaces(left) + bar + " " + shown[i]})
	}
	step(0, 0, w.From.Value, p.light, report.Plain)
	running = w.From.Value
	for i, change := range w.Changes {
		tone := report.Good
		if change.Value < 0 {
			tone = report.Bad
		}
		step(i+1, running, running+change.Value, p.change, tone)
		running += change.Value
	}
	step(len(levels)-1, 0, w.To.Value, p.full, report.Plain)
}
