package funnel

import (
	"maps"
	"slices"
)

// stay is what became of those who entered a stage, by the number of days between
// two dates: those of what happened or, of those who are still there, of their
// entry and the last day that is known of.
type stay struct {
	gone, lost     []Wait // by the days that it took
	goneBy, lostBy []Wait // of those without a day for it, by the days since they entered
	open           []Wait // by the days since they entered
	ages           []Wait // of all of them

	entered, goneCount, lostCount, openCount int64
	early                                    int64 // of those gone, before they entered: counted as at once
}

// stayOf adds up cohorts as of a day.
func stayOf(cohorts []Cohort, day Date) *stay {
	s := &stay{}
	var gone, lost, goneBy, lostBy, open, ages waitSums
	for i := range cohorts {
		c := &cohorts[i]
		age := int32(day - c.Day)
		if age < 0 {
			continue
		}
		s.entered += c.Entered
		for _, w := range c.Gone {
			gone.add(max(0, w.Days), w.Count)
			if w.Days < 0 {
				s.early += w.Count
			}
		}
		for _, w := range c.Lost {
			lost.add(max(0, w.Days), w.Count)
		}
		goneBy.add(age, c.GoneUndated)
		lostBy.add(age, c.LostUndated)
		open.add(age, c.Open())
		ages.add(age, c.Entered)
	}
	s.gone, s.lost, s.goneBy, s.lostBy, s.open = gone.list(), lost.list(), goneBy.list(), lostBy.list(), open.list()
	s.ages = ages.list()
	s.goneCount = waited(s.gone) + waited(s.goneBy)
	s.lostCount = waited(s.lost) + waited(s.lostBy)
	s.openCount = waited(s.open)
	return s
}

// waitSums counts people by days.
type waitSums map[int32]int64

func (s *waitSums) add(days int32, n int64) {
	if n == 0 {
		return
	}
	if *s == nil {
		*s = waitSums{}
	}
	(*s)[days] += n
}

// list is in the order of the days.
func (s waitSums) list() []Wait {
	list := make([]Wait, 0, len(s))
	for _, days := range slices.Sorted(maps.Keys(s)) {
		list = append(list, Wait{days, s[days]})
	}
	return list
}
