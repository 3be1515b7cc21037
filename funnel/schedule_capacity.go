package funnel

import (
	"iter"
	"math/big"
	"slices"
)

// CapacitySchedule holds what people can handle against what each ISO week of a
// stage's window asks of them.
type CapacitySchedule struct {
	Overfull     []CapacityWeek // the weeks that ask more than people can handle
	Fullest      CapacityWeek   // the week that asks most of what they can
	Available    *big.Int       // in the whole window
	Short        *big.Int       // the total less Available, at least 0
	PeopleNeeded *big.Int       // that it takes for all weeks, and in all; nil where it fits, or is no question of people
}

// CapacityWeek is one week of a stage's window, the first and last cut to it.
type CapacityWeek struct {
	Span
	Name      string   // 2027-W07
	Needed    *big.Int // what the schedule asks
	Available *big.Int // what people can handle, rounded up: who is half done on Friday goes on on Monday

	each *big.Rat // what one person can handle
}

// Fits reports whether the people can handle what the week asks.
func (w *CapacityWeek) Fits() bool { return w.Needed.Cmp(w.Available) <= 0 }

// Fits reports whether each week and the whole window fit.
func (c *CapacitySchedule) Fits() bool { return c.Short.Sign() == 0 && len(c.Overfull) == 0 }

// capacityByWeek is nil where the stage has no capacity, or no window.
func (s *StageSchedule) capacityByWeek() *CapacitySchedule {
	capacity, window := s.Plan.Stage.Capacity, s.Plan.Window
	if capacity == nil || window == nil || s.Total == nil {
		return nil
	}
	each := s.oneHandles(*window)
	c := &CapacitySchedule{Available: floor(mul(capacity.People, each))}
	c.Short = new(big.Int).Sub(s.Total, c.Available)
	if c.Short.Sign() < 0 {
		c.Short.SetInt64(0)
	}
	for week := range s.CapacityWeeks() {
		c.add(week)
	}
	if !c.Fits() {
		c.PeopleNeeded = c.peopleNeeded(s.Total, each)
	}
	return c
}

// CapacityWeeks are the weeks of the window of a stage whose capacity is known.
func (s *StageSchedule) CapacityWeeks() iter.Seq[CapacityWeek] {
	window := *s.Plan.Window
	return func(yield func(CapacityWeek) bool) {
		for week := EachWeek.Around(window.Start); week.Start <= window.End; week = EachWeek.Around(week.End + 1) {
			if !yield(s.capacityWeek(Span{max(week.Start, window.Start), min(week.End, window.End)})) {
				return
			}
		}
	}
}

func (s *StageSchedule) capacityWeek(part Span) CapacityWeek {
	each := s.oneHandles(part)
	return CapacityWeek{
		Span:      part,
		Name:      EachWeek.Name(part.Start),
		Needed:    s.DueIn(Period{Span: part}),
		Available: ceil(mul(s.Plan.Stage.Capacity.People, each)),
		each:      each,
	}
}

// oneHandles is what one person can handle in a part of the stage's window. Where
// people have fewer days than the window, as many of them may fall into the part
// as it has.
func (s *StageSchedule) oneHandles(part Span) *big.Rat {
	c := s.Plan.Stage.Capacity
	days := new(big.Rat).SetInt64(s.days.in(part))
	if c.Days != nil {
		days.SetInt64(s.work.count(part))
		if c.Days.Cmp(days) < 0 || part == *s.Plan.Window {
			days = c.Days
		}
	}
	return mul(c.daily(), days)
}

// CanHandle is what people can handle in the part of a period that lies in the
// stage's window, rounded up; nil where nothing says so.
func (s *StageSchedule) CanHandle(p Period) *big.Int {
	if s.Capacity == nil {
		return nil
	}
	part := Span{max(p.Start, s.Plan.Window.Start), min(p.End, s.Plan.Window.End)}
	return ceil(mul(s.Plan.Stage.Capacity.People, s.oneHandles(part)))
}

func (c *CapacitySchedule) add(w CapacityWeek) {
	if !w.Fits() {
		c.Overfull = append(c.Overfull, w)
	}
	if w.fuller(c.Fullest) {
		c.Fullest = w
	}
}

// fuller reports whether a week asks more of what people can do than another; one
// in which nothing is asked and nobody works, less than any.
func (w CapacityWeek) fuller(other CapacityWeek) bool {
	if other.Needed == nil || other.Needed.Sign() == 0 && other.Available.Sign() == 0 {
		return true
	}
	return new(big.Int).Mul(w.Needed, other.Available).Cmp(new(big.Int).Mul(other.Needed, w.Available)) > 0
}

// peopleNeeded is the least number of people for whom each week fits, whose pace
// is rounded up, and the whole window, whose pace is not. It is nil where work
// falls into days that nobody works on.
func (c *CapacitySchedule) peopleNeeded(total *big.Int, each *big.Rat) *big.Int {
	if each.Sign() == 0 {
		return nil
	}
	people := ceil(quo(ratOf(total), each))
	for _, w := range c.Overfull {
		if w.each.Sign() == 0 {
			return nil
		}
		// needed ≤ ⌈people × each⌉ just where needed − 1 < people × each.
		least := floor(quo(ratOf(new(big.Int).Sub(w.Needed, big.NewInt(1))), w.each))
		if least.Add(least, big.NewInt(1)).Cmp(people) > 0 {
			people = least
		}
	}
	return people
}

// addCapacity holds the weeks of all stages against what people can handle.
func (s *ScheduleResult) addCapacity() {
	for i := range s.Funnels {
		for j := range s.Funnels[i].Stages {
			stage := &s.Funnels[i].Stages[j]
			stage.Capacity = stage.capacityByWeek()
			if stage.Capacity != nil {
				fits := stage.Capacity.Fits() && (s.Fits == nil || *s.Fits)
				s.Fits = &fits
			}
		}
	}
}

// scheduleWarnings are those of the plan's that concern time.
func scheduleWarnings(r *Result) []Warning {
	about := []string{WarnCycle, WarnBeforeDates, WarnAfterDates, WarnSeasonless, WarnNotChecked, WarnNoDays, WarnOutOfReach}
	for _, notice := range r.Plan.Notices {
		about = append(about, notice.Code)
	}
	return slices.DeleteFunc(warnings(r), func(w Warning) bool { return !slices.Contains(about, w.Code) })
}
