package funnel

import "math"

// unkeptOutcomes are those that seem not to have been recorded before a day.
type unkeptOutcomes struct {
	day      Date    // the first from which they are
	expected float64 // how many went on before, if those who entered since are like the others
	seen     int64
}

// unkept looks for a day before which hardly anybody is said to have gone on,
// although by what became of those who entered from it on many should have: then
// it is not that nobody did, but that nobody wrote it down. It is nil where there
// is no such day.
func unkept(cohorts []Cohort, asOf Date) *unkeptOutcomes {
	const (
		fewestSince = 10   // who went on, to tell anything by
		hardly      = 0.25 // of what is expected
		surely      = 9    // logarithm of how much likelier so few are if most are missing
		mostMonths  = 60
	)
	var found *unkeptOutcomes
	best := float64(surely)
	for _, day := range monthsAfterFirst(cohorts, mostMonths) {
		var since []Cohort
		for i := range cohorts {
			if cohorts[i].Day >= day {
				since = append(since, cohorts[i])
			}
		}
		s := stayOf(since, asOf)
		if waited(s.gone) < fewestSince {
			break
		}
		m := newCureModel(s, logNormal{}, usualLags())
		x, _ := m.climb(m.start(), paramPi, precisely)
		u := keptBefore(cohorts, day, m.lag(&x), x[paramPi])
		seen := float64(u.seen)
		if seen > hardly*u.expected {
			continue
		}
		surprise := u.expected - seen
		if seen > 0 {
			surprise += seen * math.Log(seen/u.expected)
		}
		if surprise > best {
			best, found = surprise, &u
		}
	}
	return found
}

// keptBefore compares what happened before a day with what should have.
func keptBefore(cohorts []Cohort, day Date, lag lag, logit float64) unkeptOutcomes {
	u := unkeptOutcomes{day: day}
	rate, _ := logistic(logit)
	for i := range cohorts {
		c := &cohorts[i]
		if c.Day >= day {
			continue
		}
		u.expected += float64(c.Entered) * rate * lag.reach(int32(day-c.Day)-1).by.value
		for _, w := range c.Gone {
			if c.Day+Date(w.Days) < day {
				u.seen += w.Count
			}
		}
	}
	return u
}

// monthsAfterFirst are the first days of the months after that of the first entry.
func monthsAfterFirst(cohorts []Cohort, most int) []Date {
	first, last := cohorts[0].Day, cohorts[0].Day
	for i := range cohorts {
		first, last = min(first, cohorts[i].Day), max(last, cohorts[i].Day)
	}
	var days []Date
	for day := nextMonth(first); day <= last && len(days) < most; day = nextMonth(day) {
		days = append(days, day)
	}
	return days
}

// nextMonth is the first day of the month after that of a day.
func nextMonth(day Date) Date {
	t := day.Time()
	return NewDate(t.Year(), t.Month()+1, 1)
}
