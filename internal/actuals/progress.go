package actuals

import (
	"sync/atomic"
	"time"

	"embudo/internal/actuals/sheet"
)

// progress counts the bytes that are read, of those that will be as far as is
// known: a file is read twice, and once more where its last rows say otherwise
// than its first.
type progress struct{ done, total atomic.Int64 }

func (p *progress) expect(bytes int64) { p.total.Add(bytes) }

// interval is how often a reading tells how far it is.
const interval = 100 * time.Millisecond

// tell calls a function again and again until stop, which returns when it is
// over; a function that is nil is never called.
func (p *progress) tell(told func(done, total int64)) (stop func()) {
	if told == nil {
		return func() {}
	}
	ticker, end, over := time.NewTicker(interval), make(chan struct{}), make(chan struct{})
	go func() {
		defer close(over)
		defer ticker.Stop()
		for {
			select {
			case <-ticker.C:
				done := p.done.Load()
				told(done, max(done, p.total.Load()))
			case <-end:
				return
			}
		}
	}()
	return func() {
		close(end)
		<-over
	}
}

// watch is a file of which it is counted what is read.
func (p *progress) watch(f sheet.File) sheet.File {
	open := f.Open
	f.Open = func() (sheet.Content, error) {
		content, err := open()
		if err != nil {
			return nil, err
		}
		return &watched{content, p}, nil
	}
	return f
}

type watched struct {
	sheet.Content
	progress *progress
}

// Read reads and counts.
func (w *watched) Read(b []byte) (int, error) {
	n, err := w.Content.Read(b)
	w.progress.done.Add(int64(n))
	return n, err
}

// ReadAt reads and counts.
func (w *watched) ReadAt(b []byte, at int64) (int, error) {
	n, err := w.Content.ReadAt(b, at)
	w.progress.done.Add(int64(n))
	return n, err
}
