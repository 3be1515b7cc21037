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
// that did not come in directly.
//
// For the rate they count as so many people of one age that the number who have
// gone on by now has the mean and the variance that it has for those of all ages.
// Of the entries of each day, as many are taken to have gone on as are likeliest
// given the sum: see [tilt].
func (o *observer) counted(at *stageStanding, step int, next *stageStanding) {
	w, e := o.waits[step], o.guess(step)
	people := o.daily(step)
	if n := o.stage(step).InProgress; n > 0 {
		people = append(people, opened{age: int64(o.day) - int64(shift(o.first, -1)), n: float64(n)})
	}
	var come, squared float64 // those who have gone on by now, if all ever do
	for _, p := range people {
		share := w.within(p.age)
		come += p.n * share
		squared += p.n * share * share
	}
	gone := float64(max(0, next.soFar-next.direct))
	if come > 0 {
		share := squared / come
		alike := come / share
		at.seen.gone = math.Min(gone, alike)
		at.seen.rest = []stillOpen{{n: alike - at.seen.gone, left: 1 - share}}
	}
	e = (e*DefaultPrior + gone) / (DefaultPrior + math.Max(come, gone))
	at.open = tilt(people, gone, e, w)
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

// daily are the entries of a stage by age, those of a week or month spread over
// its working days as far as it has gone.
func (o *observer) daily(i int) []opened {
	sums := map[Span]int64{}
	for _, e := range o.actuals(i).Entries {
		days := Span{e.From, max(e.From, e.To)}
		if !o.counts(days) {
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
