package funnel

import (
	"cmp"
	"math/big"
	"slices"
)

// Responses are how soon the leads that were handed over in the plan's days got a
// first answer.
type Responses struct {
	Handed   int64 // all of them, the next ones included
	Answered int64
	ByDays   int64          // of the answered, those of whom the data give days without times: their wait is whole days
	Before   int64          // of the answered, those who were answered before they were handed over: they waited for nothing
	Unknown  int64          // went on, so that they were answered, on a day that the data do not give
	Minutes  int64          // that the answered waited in all
	Waits    []ResponseWait // of the answered, ascending; above a week in whole hours, rounded up
	Open     []OpenSince    // who were not answered yet, ascending
	Last     OpenSince      // the hour of the last hand-over or answer in the data, of whatever day; its count says nothing
}

// ResponseWait counts those who were answered after the same time.
type ResponseWait struct{ Minutes, Count int64 }

// OpenSince counts those who wait since the same hour. Minute is −1 where the data
// give no time.
type OpenSince struct {
	Day           Date
	Minute, Count int64
}

// ResponseCheck is how soon leads were answered, in calendar hours.
type ResponseCheck struct {
	*Responses
	Within  int64    // answered within the promise
	Late    int64    // answered after it, or waiting for longer already
	Waiting int64    // not answered, and not late yet
	Share   *big.Rat // within / (within + late); nil where nobody can be judged
	Mean    *big.Rat // hours, of those who were answered; nil where nobody was
	Median  *big.Rat // hours, like the next; nil where too few were answered to tell
	P90     *big.Rat
}

const minutesOfDay = 24 * 60

// check judges answers at the end of a day against a promise in hours.
//
// Median and 90th percentile take those into account who still wait, as known to
// wait for longer than they have so far (Kaplan and Meier): without them the worse
// sales does its work, the better it would look. The mean is of the answered alone.
func (r *Responses) check(promise Hours, day Date) *ResponseCheck {
	c := &ResponseCheck{Responses: r}
	limit := int64(promise) * 60
	var seen []waitedFor
	for _, w := range r.Waits {
		seen = append(seen, waitedFor{w.Minutes, w.Count, true})
		if w.Minutes <= limit {
			c.Within += w.Count
		} else {
			c.Late += w.Count
		}
	}
	for _, o := range r.Open {
		waited := (int64(day) - int64(o.Day)) * minutesOfDay
		if o.Minute >= 0 {
			waited += r.end(day) - o.Minute
		}
		seen = append(seen, waitedFor{waited, o.Count, false})
		if waited > limit {
			c.Late += o.Count
		} else {
			c.Waiting += o.Count
		}
	}
	if judged := c.Within + c.Late; judged > 0 {
		c.Share = big.NewRat(c.Within, judged)
	}
	if r.Answered > 0 {
		c.Mean = big.NewRat(r.Minutes, 60*r.Answered)
	}
	c.Median, c.P90 = answeredBy(seen, big.NewRat(1, 2)), answeredBy(seen, big.NewRat(1, 10))
	return c
}

// end is the minute of a day up to which the data speak: where they end within it,
// nobody knows whether those who wait were answered later on.
func (r *Responses) end(day Date) int64 {
	if r.Last.Day == day && r.Last.Minute > 0 {
		return r.Last.Minute
	}
	return minutesOfDay
}

// waitedFor counts those who waited for so many minutes, until they were answered
// or so far.
type waitedFor struct {
	minutes, count int64
	answered       bool
}

// answeredBy is the least time, in hours, after which no more than a share are still
// without an answer; nil where that is not known.
func answeredBy(seen []waitedFor, left *big.Rat) *big.Rat {
	slices.SortFunc(seen, func(a, b waitedFor) int {
		return cmp.Or(cmp.Compare(a.minutes, b.minutes), cmp.Compare(b.rank(), a.rank()))
	})
	atRisk := int64(0)
	for _, w := range seen {
		atRisk += w.count
	}
	target, _ := left.Float64()
	still := 1.0
	for _, w := range seen {
		if w.answered {
			still *= float64(atRisk-w.count) / float64(atRisk)
			if still <= target*(1+1e-12) {
				return big.NewRat(w.minutes, 60)
			}
		}
		atRisk -= w.count
	}
	return nil
}

// rank puts those who were answered before those who had waited for as long.
func (w waitedFor) rank() int {
	if w.answered {
		return 1
	}
	return 0
}
