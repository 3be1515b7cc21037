package report

import (
	"math/big"
	"slices"

	"embudo/funnel"
)

// meetings are the meetings of all funnels that one name stands for.
type meetings struct {
	name   string
	sum    *big.Int
	week   *big.Int     // a week, nil where a stage of them has no window
	within *funnel.Span // fixed dates
}

// maxMeetings is how many names a sentence bears; the table has them all.
const maxMeetings = 3

// meetings says how many meetings must be held, and how many that is a week
// where there are dates: a clause for each name that the plan has for them.
func (d *Document) meetings(r *funnel.Result) []string {
	var all []*meetings
	for i := range r.Funnels {
		s := meetingOf(&r.Funnels[i])
		if s == nil {
			continue
		}
		j := slices.IndexFunc(all, func(m *meetings) bool { return m.name == s.Stage.Name })
		if j < 0 {
			j = len(all)
			all = append(all, &meetings{name: s.Stage.Name, sum: new(big.Int), week: new(big.Int), within: s.Stage.Dates})
		}
		all[j].add(s)
	}
	var clauses []string
	for _, m := range all {
		if m.sum.Sign() > 0 {
			clauses = append(clauses, d.clause(m))
		}
	}
	if len(clauses) > maxMeetings {
		return nil
	}
	return clauses
}

func (m *meetings) add(s *funnel.StageResult) {
	m.sum.Add(m.sum, s.Needed).Add(m.sum, big.NewInt(s.Stage.Direct))
	switch {
	case m.week == nil:
	case s.PerWeek == nil:
		m.week = nil
	default:
		m.week.Add(m.week, s.PerWeek)
	}
	if m.within == nil || s.Stage.Dates == nil || *m.within != *s.Stage.Dates {
		m.within = nil
	}
}

func (d *Document) clause(m *meetings) string {
	l, count := d.Language, d.Language.Count(m.sum)
	switch {
	case m.within != nil:
		return l.Plan.MeetingsWithin.Fill("stage", m.name, "meetings", count,
			"days", l.Days(m.within.Start.Time(), m.within.End.Time()))
	case m.week != nil:
		return l.Plan.MeetingsAWeek.Fill("stage", m.name, "meetings", count, "week", l.Count(m.week))
	default:
		return l.Plan.Meetings.Fill("stage", m.name, "meetings", count)
	}
}

// meetingOf is the stage of a funnel's meetings, nil where it has none.
func meetingOf(f *funnel.FunnelResult) *funnel.StageResult {
	for i := range f.Stages {
		if f.Stages[i].Stage.Meeting {
			return &f.Stages[i]
		}
	}
	return nil
}
