package cmd

import (
	"io"
	"time"

	"github.com/schollz/progressbar/v3"

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
	shown bool
	bar   *progressbar.ProgressBar
}

// What a meter counts: bytes that are read, or parts that are worked out.
func inBytes() progressbar.Option { return progressbar.OptionShowBytes(true) }
func inParts() progressbar.Option { return progressbar.OptionShowCount() }

// progress is told how far the work is; over takes the bar away. Where standard
// error is no terminal nothing is drawn, and told is nil.
func (a *app) progress(unit progressbar.Option) (told func(done, total int64), over func()) {
	width, terminal := a.terminal(a.stderr)
	if !terminal {
		return nil, func() {}
	}
	m := newMeter(a.stderr, width, a.now, unit)
	return m.draw, m.clear
}

// planning is told how many funnels of a plan are worked out.
func (a *app) planning() (told funnel.Progress, over func()) {
	draw, over := a.progress(inParts())
	if draw == nil {
		return func(int, int) {}, over
	}
	return func(done, total int) { draw(int64(done), int64(total)) }, over
}

func newMeter(out io.Writer, width int, now func() time.Time, unit progressbar.Option) *meter {
	const beside, widest = 50, 40 // columns of the numbers, and of the bar
	m := &meter{out: out, now: now, began: now()}
	m.bar = progressbar.NewOptions64(
		1,
		progressbar.OptionSetWriter(m), progressbar.OptionSetWidth(max(min(width-beside, widest), 1)),
		unit, progressbar.OptionSetPredictTime(true),
		progressbar.OptionSetTheme(progressbar.Theme{Saucer: "█", SaucerPadding: "░"}),
	)
	return m
}

func (m *meter) draw(done, total int64) {
	if total > 0 {
		m.bar.ChangeMax64(total)
		_ = m.bar.Set64(min(done, total-1)) // what cannot be drawn is no failure; clear says that it is over
	}
}

// Write draws, once the work has taken some time. The bar counts from the
// start, so that its rate is that of the whole.
func (m *meter) Write(drawn []byte) (int, error) {
	if !m.shown && m.now().Sub(m.began) < soon {
		return len(drawn), nil
	}
	m.shown = true
	return m.out.Write(drawn)
}

func (m *meter) clear() {
	if m.shown {
		_ = m.bar.Clear()
	}
}
