package render

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"embudo/internal/report"
)

// narrowCurve is the width below which a curve gives its sentence a line of its own.
const narrowCurve = 24

// curves draws numbers that grow: a character for some days, as high as the number
// is by the last of them.
func (p *picture) curves(c report.Curves) {
	labels, sentences := []string{}, []string{}
	for _, panel := range c.Panels {
		labels, sentences = append(labels, Clean(panel.Label)), append(sentences, Clean(panel.Shown))
	}
	if len(c.Panels) == 0 {
		return
	}
	room := p.labelWidth(labels)
	names := longest([]string{Clean(c.Planned), Clean(c.Actual)})
	start := room + len(gap) + names + len(gap)
	cells := p.page.Width - start - len(gap) - longest(sentences)
	beside := cells >= narrowCurve
	if !beside {
		cells = p.cells(start)
	}
	cells = min(cells, mostCells)
	if c.Days.TodayShown != "" {
		p.marked(start, cells, c.Days)
	}
	for i, panel := range c.Panels {
		most := mostOf(panel.Planned, panel.Actual)
		lines := []string{p.named(c.Planned, names) + p.spark(panel.Planned, c.Days, cells, most)}
		if c.Actual != "" {
			lines = append(lines, p.named(c.Actual, names)+p.spark(panel.Actual, c.Days, cells, most))
		}
		if last := len(lines) - 1; beside {
			lines[last] += spaces(names+len(gap)+cells-width(lines[last])) + gap + sentences[i]
		} else {
			lines = append(lines, wrap(sentences[i], names+len(gap)+cells)...)
		}
		p.labelled(panel.Label, room, lines)
	}
	first, last := Clean(c.Days.StartShown), Clean(c.Days.EndShown)
	p.add(spaces(start) + first + spaces(max(1, cells-width(first)-width(last))) + last)
}

func (p *picture) named(name string, room int) string {
	name = Clean(name)
	return name + spaces(room-width(name)+len(gap))
}

// marked puts today's date above its day.
func (p *picture) marked(start, cells int, days report.Axis) {
	at := cellOf(report.Day(days.Today), days, cells)
	word := Clean(days.TodayShown)
	line := spaces(start+at) + p.mark + " " + word
	if at > cells/2 {
		line = spaces(start+at-width(word)-1) + word + " " + p.mark
	}
	p.add(line)
}

// cellOf is the character that has a day.
func cellOf(day report.Day, days report.Axis, cells int) int {
	all := int(days.End-days.Start) + 1
	if all <= 0 {
		return 0
	}
	return min(cells-1, max(0, int(day-report.Day(days.Start))*cells/all))
}

// lastDay is the last day that a character has.
func lastDay(cell int, days report.Axis, cells int) report.Day {
	all := int(days.End-days.Start) + 1
	return report.Day(days.Start) + report.Day(((cell+1)*all+cells-1)/cells) - 1
}

// spark is a number that grows, empty where nothing is known of it.
func (p *picture) spark(list []report.At, days report.Axis, cells int, most float64) string {
	var b strings.Builder
	for cell := range cells {
		day := lastDay(cell, days, cells)
		if len(list) > 0 {
			if last := report.Day(list[len(list)-1].Day); cell == cellOf(last, days, cells) {
				day = last // it ends within these days
			}
		}
		value, known := valueAt(list, day)
		if !known {
			b.WriteString(" ")
			continue
		}
		level := int(math.Ceil(share(value, most)*float64(len(p.levels)) - 1e-9))
		if level <= 0 {
			b.WriteString(p.ground)
			continue
		}
		b.WriteString(p.levels[level-1])
	}
	return b.String()
}

// valueAt is a number at the end of a day, on the straight line between the two
// nearest; it is not known before the first and after the last.
func valueAt(list []report.At, on report.Day) (value float64, known bool) {
	if len(list) == 0 || on < report.Day(list[0].Day) || on > report.Day(list[len(list)-1].Day) {
		return 0, false
	}
	for i, at := range list {
		day := report.Day(at.Day)
		if day < on {
			continue
		}
		if day == on || i == 0 {
			return at.Value, true
		}
		before := list[i-1]
		part := float64(on-report.Day(before.Day)) / float64(at.Day-before.Day)
		return before.Value + float64(part*(at.Value-before.Value)), true
	}
	return 0, false
}

// fanRows is how many lines high a fan is.
const fanRows = 9

// fan draws how a number grew until today as an area, and from there on between
// which numbers it may be.
func (p *picture) fan(f report.Fan) {
	ahead := f.Ahead()
	var low, high []report.At
	for _, o := range ahead {
		low, high = append(low, report.At{Day: o.Day, Value: o.Low}), append(high, report.At{Day: o.Day, Value: o.High})
	}
	most := mostOf(f.Past, high, []report.At{{Value: f.Target}})
	words, target := fanWords(f, ahead, most)
	cells := p.cells(len(gap) + longest(words))
	p.legend(p.full, f.SoFar, p.light, f.Band)
	if f.Days.TodayShown != "" {
		p.marked(0, cells, f.Days)
	}
	for row := range fanRows {
		var b strings.Builder
		for cell := range cells {
			day := lastDay(cell, f.Days, cells)
			past, known := valueAt(f.Past, day)
			least, _ := valueAt(low, day)
			greatest, open := valueAt(high, day)
			switch {
			case known && share(past, most)*fanRows >= float64(fanRows-row)-0.5:
				b.WriteString(p.full)
			case !known && open && rowOf(greatest, most) <= row && row <= rowOf(least, most):
				b.WriteString(p.light)
			case row == target:
				b.WriteString(p.line)
			default:
				b.WriteString(" ")
			}
		}
		p.add(b.String() + gap + words[row])
	}
	first, last := Clean(f.Days.StartShown), Clean(f.Days.EndShown)
	p.add(first + spaces(max(1, cells-width(first)-width(last))) + last)
}

// rowOf is the line of a number, counted from above.
func rowOf(value, most float64) int {
	return min(fanRows-1, max(0, fanRows-int(math.Round(share(value, most)*fanRows))))
}

// fanWords are what is written beside the lines: what the fan ends in and the
// target, none over another and the higher above. The target's line is drawn where
// its word is.
func fanWords(f report.Fan, ahead []report.Outlook, most float64) (words []string, target int) {
	type written struct {
		value float64
		word  string
	}
	list := []written{{f.Target, f.TargetShown}}
	if len(ahead) > 0 {
		end := ahead[len(ahead)-1]
		list = []written{{end.High, f.High}, {end.Middle, f.Middle}, {end.Low, f.Low}, {f.Target, f.TargetShown}}
	}
	slices.SortStableFunc(list, func(a, b written) int { return cmp.Compare(b.value, a.value) })
	rows := make([]int, len(list))
	for i, w := range list {
		rows[i] = rowOf(w.value, most)
		if i > 0 {
			rows[i] = max(rows[i], rows[i-1]+1)
		}
	}
	words = make([]string, fanRows)
	for i := len(list) - 1; i >= 0; i-- { // none below the lowest line
		rows[i] = min(rows[i], fanRows-len(list)+i)
		words[rows[i]] = Clean(list[i].word)
		if list[i].word == f.TargetShown {
			target = rows[i]
		}
	}
	return words, target
}
