package actuals

import (
	"math/big"

	"embudo/funnel"
)

// lead is one person or company as the sources have it, after everything that
// they say about it has been put together.
type lead struct {
	funnel  int            // index in the plan
	entered []*funnel.Date // per stage of the funnel; nil where no date is given
	at      int            // the stage that it is said to stand at or to have reached, −1 where that is not said
	outcome outcome        // outcomeWon, outcomeLost, or outcomeNone for one that is open
	closed  *funnel.Date   // when it was won or lost
	amount  *big.Rat       // nil where there is none
	seen    *funnel.Date   // a date that the data give for it and that is no entry, nil where there is none

	channel, person string
	reason          string // why it was lost
	referred        bool   // another client brought it
	repeat          int64  // further purchases
}

// passage is a lead's way past one stage.
type passage struct {
	kind passageKind
	day  funnel.Date
}

type passageKind int

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
}

// route goes by the dates of the stages, then by the stage that the lead stands
// at, then by whether it was won. A stage above one that was reached must have
// been passed: on the day of the next one below that has a day or, where none
// has, on the last day known of the lead.
func (t tracer) route(l *lead) route {
	r := make(route, len(t.funnel.Stages))
	deepest := -1
	for i, day := range l.entered {
		if day != nil && !t.later(*day) {
			r[i] = passage{dated, *day}
			deepest = i
		}
	}
	deepest = max(deepest, t.stands(l), t.wins(l, r))
	if deepest < 0 {
		return r
	}
	fallback, ok := t.lastDay(l, r)
	if !ok {
		return make(route, len(r)) // nothing says when
	}
	first := t.first(r)
	day := fallback
	for i := deepest; i >= 0; i-- {
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
	return r
}

// later reports whether a day is after what is known.
func (t tracer) later(day funnel.Date) bool { return t.asOf != nil && day > *t.asOf }

// stands is the stage that the lead is said to have reached, −1 where that is
// not said or may have been said of a later day.
func (t tracer) stands(l *lead) int {
	if l.outcome != outcomeNone && l.closed != nil && t.later(*l.closed) {
		return -1
	}
	return l.at
}

// wins is the last stage for a lead that was won, which it enters on the day it
// closed; else −1.
func (t tracer) wins(l *lead, r route) int {
	last := len(r) - 1
	if l.outcome != outcomeWon || r[last].kind == dated {
		return -1
	}
	if l.closed == nil {
		return last
	}
	if t.later(*l.closed) {
		return -1
	}
	r[last] = passage{dated, *l.closed}
	return last
}

// first is the first stage with a date; 0 where there is none.
func (t tracer) first(r route) int {
	for i := range r {
		if r[i].kind == dated {
			return i
		}
	}
	return 0
}

// takesDirect reports whether the plan expects people to come in at a stage
// without the stages above.
func (t tracer) takesDirect(stage int) bool { return t.funnel.Stages[stage].Direct > 0 }

// lastDay is the last day that is known of a lead by then.
func (t tracer) lastDay(l *lead, r route) (last funnel.Date, ok bool) {
	take := func(day *funnel.Date) {
		if day != nil && !t.later(*day) && (!ok || *day > last) {
			last, ok = *day, true
		}
	}
	for i := range r {
		if r[i].kind == dated {
			take(&r[i].day)
		}
	}
	take(l.seen)
	return last, ok
}

// brought is the side that brought the lead: the owner of the stage that it came
// in by.
func (t tracer) brought(r route) string {
	for i := range r {
		if r[i].kind != notReached {
			return t.funnel.Stages[i].Owner
		}
	}
	return ""
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
