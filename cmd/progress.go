package cmd

import (
	"fmt"
	"io"
	"strings"
	"time"

	"embudo/funnel"
)

// soon is how long work may take before a bar shows how far it is: what is over
// at once should not flicker.
const soon = 500 * time.Millisecond

// meter draws how far a piece of work is, with its rate and the time left.
type meter struct {
	out   io.Writer
	now   func() time.Time
	began time.Time
	width int // columns of the bar
	unit  unit
	drawn string // the line that is shown
}

// unit writes a number of what a meter counts.
type unit func(n float64) string

// What a meter counts: bytes that are read, or parts that are worked out.
func inBytes(n float64) string {
	names := []string{"B", "kB", "MB", "GB", "TB"}
	name := 0
	for ; n >= 999.5 && name < len(names)-1; name++ {
		n /= 1000
	}
	if name > 0 && n < 9.95 {
		return fmt.Sprintf("%.1f %s", n, names[name])
	}
	return fmt.Sprintf("%.0f %s", n, names[name])
}

func inParts(n float64) string { return fmt.Sprintf("%.0f", n) }

// progress is told how far the work is; over takes the bar away. Where standard
// error is no terminal nothing is drawn, and told is nil.
func (a *app) progress(u unit) (told func(done, total int64), over func()) {
	width, terminal := a.terminal(a.stderr)
	if !terminal {
		return nil, func() {}
	}
	m := newMeter(a.stderr, width, a.now, u)
	return m.draw, m.clear
}

// planning is told how many funnels of a plan are worked out.
func (a *app) planning() (told funnel.Progress, over func()) {
	draw, over := a.progress(inParts)
	if draw == nil {
		return func(int, int) {}, over
	}
	return func(done, total int) { draw(int64(done), int64(total)) }, over
}

func newMeter(out io.Writer, width int, now func() time.Time, u unit) *meter {
	const beside, widest = 50, 40 // columns of the numbers, and of the bar
	return &meter{out: out, now: now, began: now(), width: max(min(width-beside, widest), 1), unit: u}
}

// draw shows how much is done: the rate is that of the whole work, and the time
// left what the rest takes at this rate.
func (m *meter) draw(done, total int64) {
	took := m.now().Sub(m.began)
	if took < soon || total <= 0 {
		return
	}
	done = min(done, total)
	share := float64(done) / float64(total)
	filled := int(share * float64(m.width))
	left := "?"
	if done > 0 {
		left = time.Duration(float64(took) * (1 - share) / share).Round(time.Second).String()
	}
	m.show(fmt.Sprintf("%3.0f%% %s%s (%s/%s, %s/s) [%s:%s]", 100*share,
		strings.Repeat("█", filled), strings.Repeat("░", m.width-filled),
		m.unit(float64(done)), m.unit(float64(total)), m.unit(float64(done)/took.Seconds()),
		took.Round(time.Second), left))
}

func (m *meter) clear() { m.show("") }

// show writes a line over the one that is there. What cannot be drawn is no
// failure: the result does not depend on it.
func (m *meter) show(line string) {
	if line == m.drawn {
		return
	}
	over := max(0, len([]rune(m.drawn))-len([]rune(line)))
	back := ""
	if line == "" {
		back = "\r"
	}
	_, _ = io.WriteString(m.out, "\r"+line+strings.Repeat(" ", over)+back)
	m.drawn = line
}
