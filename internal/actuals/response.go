package actuals

import (
	"bytes"
	"cmp"
	"slices"

	"embudo/funnel"
)

// ResponseOptions ask how soon leads that were handed over got a first answer.
type ResponseOptions struct {
	HandOver    []int         // by funnel: index of the stage that takes them over, 0 where nobody hands any over
	Until       []funnel.Date // by funnel: the last day on which a lead that is handed over counts
	OwnChannels []string      // of leads that sales finds itself: nobody hands those over
}

// moment is a day, with the minute of it where the data give a time.
type moment struct {
	day    funnel.Date // noDay: none
	minute int32       // −1: the data give no time
}

var never = moment{noDay, -1} //nolint:gochecknoglobals // a value that never changes

const minutesPerDay = 24 * 60

// before is the earlier of two moments of which each may be none.
func (m moment) before(o moment) moment {
	switch {
	case m.day == noDay:
		return o
	case o.day != noDay && (o.day < m.day || o.day == m.day && o.minute < m.minute):
		return o
	}
	return m
}

// over is the moment or, where it is none, the other one.
func (m moment) over(o moment) moment {
	if m.day == noDay {
		return o
	}
	return m
}

// momentIn is the day of a cell, which is known already, with its time.
func momentIn(day funnel.Date, text []byte) moment {
	if day == noDay {
		return never
	}
	return moment{day, clockIn(text)}
}

// clockIn is the minute of the day in a cell, −1 where it has no time. Where clocks
// differ by a zone, the one that is written counts, as it does for the day.
func clockIn(text []byte) int32 {
	colon := bytes.IndexByte(text, ':')
	if colon < 0 {
		return serialClock(text)
	}
	start := colon
	for start > 0 && isDigit(text[start-1]) {
		start--
	}
	hour, _ := leading(text[start:], 24)
	minute, rest := leadingAfter(text[colon:], ":", 59)
	if hour < 0 || minute < 0 {
		return -1
	}
	switch half := bytes.ToLower(rest); {
	case hour < 12 && (bytes.Contains(half, []byte("pm")) || bytes.Contains(half, []byte("p.")) || bytes.Contains(half, []byte("p m"))):
		hour += 12
	case hour == 12 && (bytes.Contains(half, []byte("am")) || bytes.Contains(half, []byte("a.")) || bytes.Contains(half, []byte("a m"))):
		hour = 0
	}
	return int32(hour%24*60 + minute)
}

// serialClock is the time of a spreadsheet's number of days: 46112.4375 is half
// past ten. A whole number has none.
func serialClock(text []byte) int32 {
	whole, fraction, found := bytes.Cut(text, []byte{'.'})
	if !found || len(whole) != 5 || !isDigits(whole) || !isDigits(fraction) {
		return -1
	}
	share, scale := 0.0, 1.0
	for _, digit := range fraction[:min(len(fraction), 15)] {
		scale /= 10
		share += float64(digit-'0') * scale
	}
	return min(int32(share*minutesPerDay+0.5), minutesPerDay-1)
}

// responses counts how soon leads got a first answer. It rounds what it holds so
// that a file of millions takes no more memory than one of thousands: waits above
// a week up to hours, and the moments since when others wait to hours too.
type responses struct {
	options  *ResponseOptions
	own      map[string]bool // keys of channels
	byFunnel []funnelResponses
}

type funnelResponses struct {
	handed, answered, byDays, unknown, before, minutes int64
	waits                                              map[int64]int64
	open                                               map[moment]int64
	last                                               moment // of all hand-overs and answers, however late
}

func newResponses(o *ResponseOptions, funnels int) *responses {
	r := &responses{options: o, own: map[string]bool{}, byFunnel: make([]funnelResponses, funnels)}
	for _, name := range o.OwnChannels {
		r.own[keyOf(name)] = true
	}
	for i := range r.byFunnel {
		r.byFunnel[i].waits, r.byFunnel[i].open, r.byFunnel[i].last = map[int64]int64{}, map[moment]int64{}, never
	}
	return r
}

// handedOver is when a lead was handed over, if that was in the plan's days.
func (r *responses) handedOver(l *lead, way route, trace *tracer, channel string) moment {
	taken := r.options.HandOver[l.funnel]
	if taken <= 0 || taken > len(way) || way[taken-1].kind == notReached || r.own[channel] {
		return never
	}
	since := l.handedAt.over(moment{way[taken-1].day, -1})
	if trace.later(since.day) || trace.from != nil && since.day < *trace.from || since.day > r.options.Until[l.funnel] {
		return never
	}
	return since
}

// givesBack reports whether a lead that was lost at a stage counts as lost for the
// agreement: one that sales gives back does if it was handed over in the plan's days.
func (r *responses) givesBack(l *lead, way route, trace *tracer, channel string, stage int) bool {
	return stage != r.options.HandOver[l.funnel]-1 || r.handedOver(l, way, trace, channel).day != noDay
}

// add counts a lead by its way, if it was handed over in the plan's days.
func (r *responses) add(l *lead, way route, trace *tracer, channel string) {
	r.byFunnel[l.funnel].seen(l.handedAt)
	r.byFunnel[l.funnel].seen(l.answeredAt)
	since := r.handedOver(l, way, trace, channel)
	if since.day == noDay {
		return
	}
	taken := r.options.HandOver[l.funnel]
	f := &r.byFunnel[l.funnel]
	f.handed++
	switch {
	case l.answeredAt.day != noDay && !trace.later(l.answeredAt.day):
		f.answer(since, l.answeredAt)
	case taken < len(way) && way[taken].kind != notReached:
		f.unknown++
	default:
		if since.minute >= 0 {
			since.minute -= since.minute % 60
		}
		f.open[since]++
	}
}

// seen notes how far the data go, to the hour as those who wait are counted.
func (f *funnelResponses) seen(at moment) {
	if at.day == noDay || at.minute < 0 {
		return
	}
	at.minute -= at.minute % 60
	if f.last.day == noDay || f.last.before(at) == f.last {
		f.last = at
	}
}

// answer counts a first answer. One from before the hand-over took no time.
func (f *funnelResponses) answer(since, at moment) {
	wait := int64(at.day-since.day) * minutesPerDay
	if since.minute >= 0 && at.minute >= 0 {
		wait += int64(at.minute - since.minute)
	} else {
		f.byDays++
	}
	if wait < 0 {
		f.before++
		wait = 0
	}
	f.answered++
	f.minutes += wait
	if wait > 7*minutesPerDay { // up, so that none comes to be within a promise of whole hours that was after it
		wait = (wait + 59) / 60 * 60
	}
	f.waits[wait]++
}

// tell adds what was counted to the tally of all sources.
func (r *responses) tell(all []funnelResponses) {
	for i := range r.byFunnel {
		all[i].merge(&r.byFunnel[i])
	}
}

func (f *funnelResponses) merge(o *funnelResponses) {
	f.handed += o.handed
	f.answered += o.answered
	f.byDays += o.byDays
	f.unknown += o.unknown
	f.before += o.before
	f.minutes += o.minutes
	f.seen(o.last)
	for wait, n := range o.waits {
		f.waits[wait] += n
	}
	for since, n := range o.open {
		f.open[since] += n
	}
}

// result is what was counted, in an order that does not depend on that of the rows.
func (f *funnelResponses) result() *funnel.Responses {
	r := &funnel.Responses{
		Handed: f.handed, Answered: f.answered, ByDays: f.byDays, Unknown: f.unknown, Before: f.before, Minutes: f.minutes,
		Last: funnel.OpenSince{Day: f.last.day, Minute: int64(f.last.minute)},
	}
	for wait, n := range f.waits {
		r.Waits = append(r.Waits, funnel.ResponseWait{Minutes: wait, Count: n})
	}
	for since, n := range f.open {
		r.Open = append(r.Open, funnel.OpenSince{Day: since.day, Minute: int64(since.minute), Count: n})
	}
	slices.SortFunc(r.Waits, func(a, b funnel.ResponseWait) int { return cmp.Compare(a.Minutes, b.Minutes) })
	slices.SortFunc(r.Open, func(a, b funnel.OpenSince) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Minute, b.Minute))
	})
	return r
}
