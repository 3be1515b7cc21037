package cmd

import (
	"io"
	"time"

	"github.com/schollz/progressbar/v3"
)

// soon is how long a reading may take before a bar shows how far it is: what is
// over at once should not flicker.
const soon = 500 * time.Millisecond

// meter draws how far a reading of files is, with its rate and the time left.
type meter struct {
	out   io.Writer
	now   func() time.Time
	began time.Time
	shown bool
	bar   *progressbar.ProgressBar
}

// progress is told how far a reading is; over takes the bar away. Where standard
// error is no terminal nothing is drawn.
func (a *app) progress() (told func(done, total int64), over func()) {
	width, terminal := a.terminal(a.stderr)
	if !terminal {
		return nil, func() {}
	}
	m := newMeter(a.stderr, width, a.now)
	return m.draw, m.clear
}

func newMeter(out io.Writer, width int, now func() time.Time) *meter {
	const beside, widest = 50, 40 // columns of the numbers, and of the bar
	m := &meter{out: out, now: now, began: now()}
	m.bar = progressbar.NewOptions64(
		1,
		progressbar.OptionSetWriter(m), progressbar.OptionSetWidth(max(min(width-beside, widest), 1)),
		progressbar.OptionShowBytes(true), progressbar.OptionSetPredictTime(true),
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

// Write draws, once the reading has taken some time. The bar counts from the
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
