package actuals

import (
	"errors"
	"runtime"

	"embudo/internal/actuals/sheet"
)

// maxWorkers bounds the processors that take in the rows of one file: more of
// them wait for its bytes.
const maxWorkers = 8

// Reasons that say what becomes of a row, and not that it is left out.
const (
	leftForLater reason = "later"    // another reading of the file takes it in
	leftTooMany  reason = "too_many" // what is to be joined does not fit
)

// worker takes in some of the rows of a part.
type worker struct {
	sieve *sieve
	taker rowTaker // nil: rows are surveyed only
	rest  *rest    // nil: all rows were surveyed

	rows    int64
	dropped leftByReason

	_ [lineSize]byte // behind it is what another worker counts
}

// lineSize is how many bytes processors hand to one another in one piece. Where two
// of them write into the same, for every row, each waits for the other.
const lineSize = 128

// rowTaker takes in the rows of a table; a reason says why one is left out.
type rowTaker interface {
	take(row sheet.Row) reason
	finish()
}

// owned is room for some values that one worker writes, away from those of another.
func owned[T any](n int) []T {
	return make([]T, lineSize+n+lineSize)[lineSize:][:n:n] // a value has a byte at least
}

func (w *worker) take(row sheet.Row) error {
	why := w.sieve.leaves(row)
	if w.rest != nil {
		if err := w.rest.add(row, why); err != nil {
			return err
		}
	}
	if why != kept || w.taker == nil {
		return nil
	}
	switch why := w.taker.take(row); why {
	case kept:
		w.rows++
	case leftForLater:
	case leftTooMany:
		return problem("too-many-to-join", row.Number, "max", maxJoined)
	default:
		w.dropped.add(why, row.Number)
	}
	return nil
}

// crew are workers for all takers, or as many without one.
func (p *part) crew(takers []rowTaker) []*worker {
	workers := make([]*worker, len(takers))
	for i, taker := range takers {
		workers[i] = &worker{sieve: p.sieve(), taker: taker, dropped: leftByReason{}}
		if p.isSample {
			workers[i].rest = p.survey.newRest()
		}
	}
	return workers
}

// run reads a part once. Where its first rows alone were surveyed, that is
// completed; changed says that rows are to be taken in otherwise than they were.
func (p *part) run(workers []*worker) (changed bool, err error) {
	takers := make([]func(sheet.Row) error, len(workers))
	for i, w := range workers {
		takers[i] = w.take
	}
	p.reader.progress.expect(p.size)
	err = p.share(takers)
	switch {
	case errors.Is(err, errAnew):
		return true, p.surveyWhole()
	case err != nil || !p.isSample:
		return false, err
	}
	rests := make([]*rest, len(workers))
	for i, w := range workers {
		rests[i] = w.rest
	}
	if !p.survey.complete(rests) {
		return true, p.surveyWhole()
	}
	before := p.understanding
	p.isSample = false
	p.understandBy(p.survey.understand())
	if p.kind == kindUnknown {
		return true, p.surveyWhole()
	}
	return !before.readsLike(p.understanding), nil
}

// surveyRest completes a survey without taking in any rows.
func (p *part) surveyRest() error {
	_, err := p.run(p.crew(make([]rowTaker, p.reader.workers)))
	return err
}

// settle counts what workers took in.
func (p *part) settle(workers []*worker) {
	for _, w := range workers {
		p.rows += w.rows
		for why, n := range w.dropped {
			p.dropped.merge(why, n)
		}
		w.taker.finish()
	}
}

// usualWorkers is one for each processor.
func usualWorkers() int { return min(runtime.GOMAXPROCS(0), maxWorkers) }
