package funnel

import (
	"math/big"
	"slices"
	"time"
)

// Phase is one of the seven of the marketing hourglass.
type Phase string

// Phases lists the phases of the hourglass in the order in which a client comes
// to them.
func Phases() []Phase { return []Phase{"know", "like", "trust", "try", "buy", "repeat", "refer"} }

// ActivityKind says what sort of thing is done.
type ActivityKind string

// The kinds of activities.
const (
	KindAction   ActivityKind = "action"
	KindMeeting  ActivityKind = "meeting"  // held with a client, or asks for one
	KindDecision ActivityKind = "decision" // something is decided, and expected of it
)

// Activity is what is done to bring people into a stage, once, on several dates
// or over and over. Money is in the plan's currency.
type Activity struct {
	ID, Name      string
	Kind          ActivityKind
	Phase         Phase  // empty: none is named
	System        string // prospecting, conversion, follow-up or empty
	Owner         string
	People        []Person // whom Owner names; none where it is a side, or a role that many have
	Funnel, Stage int      // indexes of what it feeds; −1: no single one

	Dates []Span   // as planned; empty where there is a cadence
	Every *Cadence // nil where there are dates, or nobody says from when until when

	Purpose, How string
	Gives        string   // what the client gets from it
	Cost         *big.Rat // of each time; nil: none is stated, like the next
	Contribution *big.Rat // entries of the stage that each time brings
	Expects      []Threshold
	Done         []Done
}

// Done is one time that an activity was carried out.
type Done struct {
	Date        Date
	Cost        *big.Rat // nil: not stated, like Result
	Result      *big.Rat // entries of the stage that it brought
	Undelivered bool     // the client did not get what it gives
}

// CadenceUnit is what a cadence counts.
type CadenceUnit string

// The units of a cadence.
const (
	EveryDay   CadenceUnit = "day"
	EveryWeek  CadenceUnit = "week"
	EveryMonth CadenceUnit = "month"
)

// Cadence repeats something every N units, from the first day of Within to the
// last.
type Cadence struct {
	N      int64
	Unit   CadenceUnit
	Within Span
}

// day is the day of the k-th time, counted from 0. A month that is too short for
// the day of the first has its last one.
func (c *Cadence) day(k int64) Date {
	switch c.Unit {
	case EveryWeek:
		return shift(c.Within.Start, k*c.N*7)
	case EveryMonth:
		year, month, day := c.Within.Start.Time().Date()
		first := NewDate(year, month+time.Month(k*c.N), 1)
		last := NewDate(year, month+time.Month(k*c.N)+1, 1) - 1
		return min(first+Date(day)-1, last)
	case EveryDay:
	}
	return shift(c.Within.Start, k*c.N)
}

// Occurrence is one time of an activity.
type Occurrence struct {
	Activity *Activity
	Number   int  // counted from 1; it stays the same when its day moves
	Days     Span // when it takes place
	Planned  Date // its first day as the plan has it, before it moved to a working day
	Done     *Done
}

// Moved reports whether it takes place on another day than the cadence has it.
func (o *Occurrence) Moved() bool { return o.Planned != o.Days.Start }

// occurrences are all times of an activity, in the order of their days, with what
// was done of them by a day.
func (a *Activity) occurrences(holidays map[Date]bool, asOf Date) []Occurrence {
	var list []Occurrence
	for i, days := range a.Dates {
		list = append(list, Occurrence{Activity: a, Number: i + 1, Days: days, Planned: days.Start})
	}
	if a.Every != nil {
		list = a.repeated(holidays)
	}
	slices.SortStableFunc(list, func(a, b Occurrence) int { return int(a.Days.Start) - int(b.Days.Start) })
	a.assign(list, asOf)
	return list
}

// repeated are the times of a cadence. One that falls on a day that is not worked
// moves to the next working day, or where the cadence has ended by then to the
// one before; times that meet on a day are one.
func (a *Activity) repeated(holidays map[Date]bool) []Occurrence {
	var list []Occurrence
	within := a.Every.Within
	for k := int64(0); ; k++ {
		planned := a.Every.day(k)
		if planned > within.End {
			return list
		}
		day := workingDay(planned, within, holidays)
		if n := len(list); n > 0 && list[n-1].Days.Start >= day {
			continue
		}
		list = append(list, Occurrence{Activity: a, Number: int(k) + 1, Days: Span{day, day}, Planned: planned})
	}
}

// workingDay is the first working day from a day on, or else the last one before
// it; the day itself where a span has none.
func workingDay(day Date, within Span, holidays map[Date]bool) Date {
	works := func(d Date) bool { return !d.Weekend() && !holidays[d] }
	for d := day; d <= within.End; d++ {
		if works(d) {
			return d
		}
	}
	for d := day; d >= within.Start; d-- {
		if works(d) {
			return d
		}
	}
	return day
}

// assign says of which time each entry of what was done tells: of the last one on
// or before its day of which none tells yet, or else of the next.
func (a *Activity) assign(list []Occurrence, asOf Date) {
	done := slices.Clone(a.Done)
	slices.SortStableFunc(done, func(a, b Done) int { return int(a.Date) - int(b.Date) })
	for i := range done {
		if done[i].Date > asOf {
			return
		}
		if j := openAt(list, done[i].Date); j >= 0 {
			list[j].Done = &done[i]
		}
	}
}

// openAt is the time that was done on a day; −1 where all are done.
func openAt(list []Occurrence, day Date) int {
	at, _ := slices.BinarySearchFunc(list, day+1, func(o Occurrence, d Date) int { return int(o.Days.Start) - int(d) })
	for i := at - 1; i >= 0; i-- {
		if list[i].Done == nil {
			return i
		}
	}
	for i := at; i < len(list); i++ {
		if list[i].Done == nil {
			return i
		}
	}
	return -1
}

// occurrences are those of all activities, in the order of their days and then
// of the plan.
func (p *Plan) occurrences(asOf Date) []Occurrence {
	var list []Occurrence
	for i := range p.Activities {
		list = append(list, p.Activities[i].occurrences(p.Holidays, asOf)...)
	}
	slices.SortStableFunc(list, func(a, b Occurrence) int { return int(a.Days.Start) - int(b.Days.Start) })
	return list
}

// ActivityDays are the days between which each activity takes place: in their
// years, too, holidays must be known.
func (p *Plan) ActivityDays() []Span {
	var days []Span
	for i := range p.Activities {
		a := &p.Activities[i]
		days = append(days, a.Dates...)
		if a.Every != nil {
			days = append(days, a.Every.Within)
		}
	}
	return days
}
