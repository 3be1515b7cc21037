package funnel

import (
	"cmp"
	"maps"
	"math"
	"math/big"
	"slices"
)

// counted takes the people of a stage of which only counts are known. Who of
// them went on is not; how many did in all is, as the entries of the next stage
// that did not come in directly. Of the entries of each day, as many are taken to
// have gone on as are likeliest given the sum: see [tilt].
//
// Entries from before the plan's days are on their way as well. Then the first of
// the next stage's entries, in as many days as the lag has, came from people of
// whom the data do not speak at all: they are left out. Where the data begin with
// the plan's days, see [observer.own].
func (o *observer) counted(at *stageStanding, step int, next *stageStanding) {
	w, e := o.waits[step], o.guess(step)
	people := o.daily(step)
	gone := float64(max(0, next.soFar-next.direct))
	oldest := o.first
	if len(people) > 0 {
		oldest = shift(o.day, -people[len(people)-1].age)
	}
	switch n := o.stage(step).InProgress; {
	case oldest < o.first:
		gone = math.Max(0, o.goneOnSince(shift(oldest, o.lag(step)), step+1)-float64(next.direct))
	case n > 0:
		people = append(people, o.waiting(float64(n)))
	default:
		gone = o.own(step, people, e, gone)
	}
	var come float64
	for _, p := range people {
		come += p.n * w.within(p.age)
	}
	e = (e*DefaultPrior + gone) / (DefaultPrior + math.Max(come, gone))
	at.open = tilt(people, gone, e, w)
	at.seen = o.seenOf(people, at.open, gone, w)
}

// lag is the typical number of days that a step takes.
func (o *observer) lag(step int) int64 {
	return o.funnel().Between(o.stages[step], o.stages[step+1])
}

// goneOnSince counts the entries of a stage from a day on.
func (o *observer) goneOnSince(day Date, stage int) float64 {
	var sum float64
	for _, p := range o.daily(stage) {
		if shift(o.day, -p.age) >= day {
			sum += p.n
		}
	}
	return sum
}

// seenOf is what the people of a stage tell of its rate, those of the plan's days:
// the rate as the plan has it may come from the others. They count as so many
// people of one age that the number who have gone on by now has the mean and the
// variance that it has for those of all ages.
func (o *observer) seenOf(people, open []opened, gone float64, w wait) evidence {
	var come, squared, before float64 // those who have gone on by now, if all ever do; and who did, of others
	for i, p := range people {
		if shift(o.day, -p.age) < o.first {
			before += p.n - open[i].n
			continue
		}
		share := w.within(p.age)
		come += p.n * share
		squared += p.n * share * share
	}
	if come <= 0 {
		return evidence{}
	}
	share := squared / come
	alike := come / share
	went := math.Min(math.Max(0, gone-before), alike)
	return evidence{gone: went, rest: []stillOpen{{n: alike - went, left: 1 - share}}}
}

// own is how many of those who arrived at the next stage had entered this one in
// the plan's days. The data do not speak of any from before, and the plan has
// nobody in progress; the first to arrive may have come from before all the same.
// If as many came in on every day of that time, the arrivals of the plan's day τ are
// e Σ n f(τ − day) of its own and g (1 − F(τ)) of others. Both e and g are fitted to
// the days of the arrivals, by expectation and maximisation (A. Dempster, N. Laird
// and D. Rubin, JRSS B 39, 1977).
func (o *observer) own(step int, people []opened, e, arrived float64) float64 {
	if !o.dated || arrived == 0 {
		return arrived
	}
	list, come, others := o.arrivedOn(step, people)
	var all float64
	for _, a := range list {
		all += a.n
	}
	guess, g, own := e, 0.0, 0.0
	if others > 0 {
		g = all / others / 2
	}
	const rounds = 200
	for range rounds {
		own = 0
		for _, a := range list {
			own += a.n * a.share(e, g)
		}
		e = (guess*DefaultPrior + own) / (DefaultPrior + math.Max(come, own))
		if others > 0 {
			g = (all - own) / others
		}
	}
	return arrived * own / all
}

// arrivals are n people who came to a stage on a day, with what is expected of it:
// those of the plan's days for a rate of 1, and others for a pace of 1.
type arrivals struct{ n, own, others float64 }

// share is that of the plan's own. Whom nobody is expected for is taken as such.
func (a arrivals) share(e, g float64) float64 {
	if a.others == 0 || g == 0 {
		return 1
	}
	return e * a.own / (e*a.own + g*a.others)
}

// arrivedOn are the arrivals of each day at the next stage, with how many are
// expected in all days together.
func (o *observer) arrivedOn(step int, people []opened) (list []arrivals, own, others float64) {
	w := waitTable{wait: o.waits[step]}
	expected := map[int64]arrivals{}
	for day := o.first; day <= min(o.day, o.last); day++ {
		age := int64(o.day) - int64(day)
		a := arrivals{others: w.beyond(int64(day) - int64(o.first))}
		for _, p := range people {
			if p.age >= age {
				a.own += p.n * w.at(p.age-age)
			}
		}
		expected[age] = a
		own += a.own
		others += a.others
	}
	for _, p := range o.daily(step + 1) {
		if a, ok := expected[p.age]; ok { // not from before the plan's days
			a.n = p.n
			list = append(list, a)
		}
	}
	return list, own, others
}

// tilt takes off, from the people of each age, those who have gone on, so many in
// all. Given their sum, independent people are as likely to have gone on as if
// the odds of each were multiplied by one factor, which makes the sum right.
func tilt(people []opened, gone, e float64, w wait) []opened {
	left := func(p opened, factor float64) float64 {
		there, past := 1-e*w.within(p.age), factor*e*w.within(p.age)
		if there+past <= 0 {
			return 0
		}
		return p.n * there / (there + past)
	}
	var all float64
	for _, p := range people {
		all += p.n
	}
	low, high := -40.0, 40.0 // logarithms of the factor
	for range 60 {
		middle := (low + high) / 2
		var open float64
		for _, p := range people {
			open += left(p, math.Exp(middle))
		}
		if all-open < gone {
			low = middle
		} else {
			high = middle
		}
	}
	open := slices.Clone(people)
	for i, p := range open {
		open[i].n = left(p, math.Exp(low))
	}
	return open
}

// daily are the entries of a stage by age, the youngest first, those of a week or
// month spread over its working days as far as it has gone.
func (o *observer) daily(i int) []opened {
	sums := map[Span]int64{}
	for _, e := range o.actuals(i).Entries {
		days := Span{e.From, max(e.From, e.To)}
		if o.late(days) || o.dated && days.Start > o.day {
			continue
		}
		days.End = max(days.Start, min(days.End, o.day))
		if !o.dated {
			days = Span{min(o.first, o.day), o.day}
		}
		sums[days] = together(sums[days], e.Count)
	}
	byAge := map[int64]float64{}
	for _, days := range slices.SortedFunc(maps.Keys(sums), compareSpans) {
		for day, share := range o.spread(days) {
			byAge[int64(o.day)-int64(days.Start)-int64(day)] += float64(sums[days]) * share
		}
	}
	var people []opened
	for age, n := range byAge {
		people = append(people, opened{age: age, n: n})
	}
	slices.SortFunc(people, func(a, b opened) int { return cmp.Compare(a.age, b.age) })
	return people
}

func compareSpans(a, b Span) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}

// spread is how much of what happens in some days falls on each.
func (o *observer) spread(days Span) []float64 {
	schedule := Schedule{Total: new(big.Int), days: o.days}.within(days)
	shares := make([]float64, days.Days())
	var before float64
	for i := range shares {
		share, _ := schedule.Share(days.Start + Date(i)).Float64()
		shares[i] = share - before
		before = share
	}
	return shares
}
