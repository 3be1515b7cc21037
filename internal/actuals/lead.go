package actuals

import (
	"math"

	"embudo/funnel"
)

// noDay is the day of what has none. No cell gives it.
const noDay funnel.Date = math.MinInt32

// lead is one person or company as the sources have it, after everything that
// they say about it has been put together. Its texts are numbers of the
// [leadTally] that it is counted into.
type lead struct {
	funnel  int           // index in the plan
	entered []funnel.Date // per stage of the funnel; noDay where no date is given
	at      int           // the stage that it is said to stand at or to have reached, −1 where that is not said
	outcome outcome       // outcomeWon, outcomeLost, or outcomeNone for one that is open
	closed  funnel.Date   // when it was won or lost; else noDay
	seen    funnel.Date   // a date that the data give for it and that is no entry, noDay where there is none
	amount  decimal
	paid    bool // there is an amount

	channel, person textNumber
	reason          textNumber // why it was lost
	referred        bool       // another client brought it
	repeat          int64      // further purchases

	handedAt, answeredAt moment // where that is asked for: when it was handed over to sales, and first answered
}

// clear makes an unknown lead of one, with room for the stages of a funnel.
func (l *lead) clear(funnelIndex, stages int) {
	entered := l.entered[:0]
	for range stages {
		entered = append(entered, noDay)
	}
	*l = lead{funnel: funnelIndex, entered: entered, at: -1, closed: noDay, seen: noDay, handedAt: never, answeredAt: never}
}

// isDated reports whether anything says when.
func (l *lead) isDated() bool { return l.firstDay() != noDay }

// firstDay is the first day that is known of a lead, noDay where none is.
func (l *lead) firstDay() funnel.Date {
	first := earlier(l.seen, l.closed)
	for _, day := range l.entered {
		first = earlier(first, day)
	}
	return first
}

// earlier is the first of two days of which each may be none.
func earlier(a, b funnel.Date) funnel.Date {
	if a == noDay || b != noDay && b < a {
		return b
	}
	return a
}

// passage is a lead's way past one stage.
type passage struct {
	kind passageKind
	day  funnel.Date
}

type passageKind int32

const (
	notReached passageKind = iota
	dated                  // entered on a day that the data give
	implied                // must have passed, since it is further down
	direct                 // the first stage of one who came in without those above
)

// route is a lead's way down its funnel: what is known of each stage.
type route []passage

// tracer finds the routes of leads through one funnel.
type tracer struct {
	funnel *funnel.Funnel
	known  []bool       // the stages that the sources speak of at all
	asOf   *funnel.Date // what happened later is not known yet; nil: everything counts
	from   *funnel.Date // the first day of the plan; nil where it has none
}

// route is the way of a lead.
func (t *tracer) route(l *lead) route {
	r := make(route, len(t.funnel.Stages))
	t.trace(l, r)
	return r
}

// trace writes the way of a lead over another one. It goes by the dates of the stages, then by the stage that the lead stands
// at, then by whether it was won. A stage above one that was reached must have
// been passed: on the day of the next one below that has a day or, where none
// has, on the last day known of the lead.
func (t *tracer) trace(l *lead, r route) {
	deepest, dates := t.dates(l, r)
	reached := max(deepest, t.stands(l), t.wins(l, r))
	if dates == reached+1 {
		return // a date for each stage, or nothing at all
	}
	fallback, ok := t.lastDay(l, r)
	if !ok {
		clear(r) // nothing says when
		return
	}
	first := t.first(r)
	day := fallback
	for i := reached; i >= 0; i-- {
		switch {
		case r[i].kind == dated:
			day = r[i].day
		case i < first && t.takesDirect(first):
		case t.known[i]:
			r[i] = passage{implied, day}
		}
	}
	if first > 0 && t.takesDirect(first) {
		r[first].kind = direct
	}
}

// dates are the stages with a date of their own: the last of them, −1 where there
// is none, and how many there are.
func (t *tracer) dates(l *lead, r route) (deepest, n int) {
	until := funnel.Date(math.MaxInt32)
	if t.asOf != nil {
		until = *t.asOf
	}
	deepest = -1
	for i, day := range l.entered {
		if day == noDay || day > until {
			r[i] = passage{}
			continue
		}
		r[i] = passage{dated, day}
		deepest = i
		n++
	}
	return deepest, n
}

// later reports whether a day is after what is known.
func (t *tracer) later(day funnel.Date) bool { return t.asOf != nil && day > *t.asOf }

// stands is the stage that the lead is said to have reached, −1 where that is
// not said or may have been said of a later day.
func (t *tracer) stands(l *lead) int {
	if l.outcome != outcomeNone && l.closed != noDay && t.later(l.closed) {
		return -1
	}
	return l.at
}

// wins is the last stage for a lead that was won, which it enters on the day it
// closed; else −1.
func (t *tracer) wins(l *lead, r route) int {
	last := len(r) - 1
	if l.outcome != outcomeWon || r[last].kind == dated {
		return -1
	}
	if l.closed == noDay {
		return last
	}
	if t.later(l.closed) {
		return -1
	}
	r[last] = passage{dated, l.closed}
	return last
}

// first is the first stage with a date; 0 where there is none.
func (t *tracer) first(r route) int {
	for i := range r {
		if r[i].kind == dated {
			return i
		}
	}
	return 0
}

// takesDirect reports whether the plan expects people to come in at a stage
// without the stages above.
func (t *tracer) takesDirect(stage int) bool { return t.funnel.Stages[stage].Direct > 0 }

// lastDay is the last day that is known of a lead by then.
func (t *tracer) lastDay(l *lead, r route) (last funnel.Date, ok bool) {
	last = noDay
	if l.seen != noDay && !t.later(l.seen) {
		last = l.seen
	}
	for i := range r {
		if r[i].kind == dated {
			last = max(last, r[i].day)
		}
	}
	return last, last != noDay
}

// brought is the side that brought the lead: the owner of the stage that it came
// in by.
func (t *tracer) brought(r route) string {
	if top := r.top(); top >= 0 {
		return t.funnel.Stages[top].Owner
	}
	return ""
}

// top is the stage that a lead came in by, −1 where it reached none.
func (r route) top() int {
	for i := range r {
		if r[i].kind != notReached {
			return i
		}
	}
	return -1
}

// wentOn reports whether a lead that entered a stage on a day of its own entered
// the next one.
func (r route) wentOn(stage int) bool {
	return r[stage].kind == dated && stage+1 < len(r) && r[stage+1].kind != notReached
}

// deepest is the last stage that was reached, −1 where none was.
func (r route) deepest() int {
	for i := len(r) - 1; i >= 0; i-- {
		if r[i].kind != notReached {
			return i
		}
	}
	return -1
}
