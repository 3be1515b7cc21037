package render

import (
	"math"
	"strings"

	"embudo/internal/report"
)

// chart draws a picture with characters that fill more or less of their place.
// Numbers become whole characters before anything is drawn, so that every processor
// draws the same.
func (t *terminal) chart(c report.Chart) {
	p := picture{terminal: t, glyphs: blocks()}
	if t.page.ASCII {
		p.glyphs = letters()
	}
	switch drawn := c.Picture.(type) {
	case report.Bars:
		p.bars(drawn)
	case report.Tornado:
		p.tornado(drawn)
	case report.Waterfall:
		p.waterfall(drawn)
	case report.Curves:
		p.curves(drawn)
	case report.Fan:
		p.fan(drawn)
	}
	if len(p.lines) > 0 {
		t.add(t.heading(c.Title) + trimLines(strings.Join(p.lines, "\n")))
	}
}

// picture collects the lines of a drawing.
type picture struct {
	*terminal
	glyphs
	lines []string
}

// glyphs are the characters that pictures are made of.
type glyphs struct {
	full, light, change string
	slivers             []string // of a character from its left, the least first
	half                string   // its right half; empty where there is none
	levels              []string // of a character from its foot, the least first
	axis, line, mark    string
	ground              string // a number that is 0
}

// blocks are Unicode's block elements, U+2580 to U+259F.
func blocks() glyphs {
	return glyphs{
		full: "█", light: "░", change: "▒", half: "▐",
		slivers: []string{"▏", "▎", "▍", "▌", "▋", "▊", "▉"},
		levels:  []string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
		axis:    "│", line: "┄", mark: "▼", ground: "·",
	}
}

// letters are for terminals that may have no others.
func letters() glyphs {
	return glyphs{
		full: "#", light: ":", change: "=", slivers: []string{"|"},
		levels: []string{"_", ".", "-", "~", "=", "+", "*", "#"},
		axis:   "|", line: "-", mark: "v", ground: " ",
	}
}

func (p *picture) add(line string) { p.lines = append(p.lines, line) }

// The columns of labels and values take what they need, up to a part of the width.
const (
	fewestCells = 10 // a picture is never narrower
	mostCells   = 100
)

// labelWidth is that of a column of labels: at most a third of the width.
func (p *picture) labelWidth(labels []string) int {
	return min(longest(labels), max(narrowest, p.page.Width/3))
}

// cells are what is left of the width for a picture.
func (p *picture) cells(taken int) int { return min(mostCells, max(fewestCells, p.page.Width-taken)) }

// labelled puts a label before lines, which are more where the label takes more.
func (p *picture) labelled(label string, room int, lines []string) {
	broken := breakInto(Clean(label), room)
	for i := range max(len(broken), len(lines)) {
		left, right := "", ""
		if i < len(broken) {
			left = broken[i]
		}
		if i < len(lines) {
			right = lines[i]
		}
		p.add(left + spaces(room-width(left)+len(gap)) + right)
	}
}

func spaces(n int) string { return strings.Repeat(" ", max(0, n)) }

// share is how much of the most a value is, from 0 to 1, whatever they are.
func share(value, most float64) float64 {
	switch x := value / most; {
	case value <= 0 || most <= 0 || math.IsNaN(value):
		return 0
	case math.IsNaN(x) || x > 1:
		return 1
	default:
		return x
	}
}

// eighths is a length in eighths of a character: of anything at least one.
func eighths(share float64, cells int) int {
	if share <= 0 {
		return 0
	}
	return max(1, int(math.Round(share*float64(8*cells))))
}

// solid is a bar of so many eighths.
func (p *picture) solid(eighths int) string {
	bar := strings.Repeat(p.full, eighths/8)
	if rest := eighths % 8; rest > 0 {
		switch {
		case len(p.slivers) > 1:
			bar += p.slivers[rest-1]
		case eighths < 8:
			bar += p.slivers[0]
		case rest >= 4:
			bar += p.full
		}
	}
	return bar
}

// shaded is a bar of one character, as long as comes near to so many eighths.
func shaded(glyph string, eighths int) string {
	if eighths == 0 {
		return ""
	}
	return strings.Repeat(glyph, max(1, (eighths+4)/8))
}

// painted is a bar in the colour of what it means, if it means anything.
func (p *picture) painted(bar string, tone report.Tone) string { return p.tone(tone, bar) }

// legend says which character is what.
func (p *picture) legend(pairs ...string) {
	var known []string
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			known = append(known, pairs[i]+" "+Clean(pairs[i+1]))
		}
	}
	if len(known) > 0 {
		p.add(paragraph(strings.Join(known, "   "), p.page.Width, ""))
	}
}
