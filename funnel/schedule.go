package funnel

import (
	"math"
	"math/big"
)

// Schedule says by when how much of a stage's target is due: a share of Total
// that grows over the days of Due, from none before the first to all on the last.
type Schedule struct {
	Total *big.Int // needed and direct entries
	Due   Span     // the stage's window or dates; a single day where all falls due at once

	days workdays
	work *workload // of Due
}

// Schedule spreads the target of a stage over its window. Where a cycle that is
// longer than the period, or the fixed dates of another stage, leave none,
// everything is due on the last day on which an entry can still reach the success
// stage within the period and those dates, or when the period begins if that is
// later.
//
// A stage with neither a window nor a period to be late for is due at any day,
// in full: whoever needs dates must see to it that the plan has them.
func (r *Result) Schedule(funnel, stage int) Schedule {
	f := &r.Funnels[funnel]
	s := &f.Stages[stage]
	schedule := Schedule{
		Total: new(big.Int).Add(s.Needed, big.NewInt(s.Stage.Direct)),
		days:  r.days,
	}
	switch {
	case s.Window != nil:
		schedule.Due = *s.Window
	case r.Plan.Period != nil:
		day := lateDue(r.Plan, f.Funnel, stage)
		schedule.Due = Span{day, day}
	default:
		schedule.Due = Span{math.MinInt32, math.MinInt32}
	}
	schedule.work = r.days.once(schedule.Due)
	return schedule
}

// within is the schedule over other days: the same total spread over those.
func (s Schedule) within(due Span) Schedule {
	s.Due, s.work = due, s.days.once(due)
	return s
}

// lateDue is the day on which everything is due at a stage without a window.
func lateDue(p *Plan, f *Funnel, stage int) Date {
	return max(p.Period.Start, aroundDates(p, f, stage, byLags(p, f, stage)).End)
}

// Target is the cumulative target at the end of a day: whole, never falling,
// and in full from the last day on. What a week or month must bring is the
// difference between two of them, so that all of them add up to the total.
func (s Schedule) Target(day Date) *big.Int {
	switch {
	case day < s.Due.Start:
		return new(big.Int)
	case day >= s.Due.End:
		return new(big.Int).Set(s.Total)
	}
	due := s.work.done(day)
	return due.Quo(due.Mul(due, s.Total), s.work.all)
}

// Share is how much of the total is due at the end of a day, a fraction.
func (s Schedule) Share(day Date) *big.Rat {
	switch {
	case day < s.Due.Start:
		return new(big.Rat)
	case day >= s.Due.End:
		return big.NewRat(1, 1)
	}
	return s.work.portion(Span{s.Due.Start, day})
}

// left is the number of working days after a day that are still within the
// schedule.
func (s Schedule) left(day Date) int64 {
	return s.days.in(Span{max(shift(day, 1), s.Due.Start), s.Due.End})
}
