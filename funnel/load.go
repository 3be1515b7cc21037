package funnel

import (
	"math"
	"math/big"
)

// Hours is a length of time.
type Hours int64

// Reminder is a message that goes out before each meeting of a stage.
type Reminder struct {
	Before  Hours
	Content string          // in the words of the plan; empty where it has none
	Usual   ReminderContent // in place of Content, of a reminder that the plan left to us
}

// ReminderContent is what a usual reminder gives.
type ReminderContent string

// What the usual reminders give.
const (
	SuccessStory ReminderContent = "success_story" // how a client like them fared
	Agenda       ReminderContent = "agenda"        // what they will take away, and what to have ready
	Directions   ReminderContent = "directions"    // where and how, and whom to call
)

// UsualReminders are those before a meeting that the plan says nothing of.
func UsualReminders() []Reminder {
	return []Reminder{
		{Before: 7 * 24, Usual: SuccessStory},
		{Before: 2 * 24, Usual: Agenda},
		{Before: 4, Usual: Directions},
	}
}

// LoadKind says why something is to be done over and over.
type LoadKind string

// The kinds of loads.
const (
	LoadReminder LoadKind = "reminder"  // a message before each meeting
	LoadFollowUp LoadKind = "follow_up" // of those who did not go on: no-shows, "not now"
)

// Load is what each entry of a stage asks to be done, besides the activities.
type Load struct {
	Kind     LoadKind
	Funnel   int
	Stage    int
	Reminder *Reminder // of a reminder
	Total    *big.Int
	Weeks    []WeekLoad // those in which there is something to do; none where there are more than [MaxLoadWeeks] in all
}

// WeekLoad is how much is to be done in a week.
type WeekLoad struct {
	Week  Week
	Count *big.Int
}

// Most is the greatest load of a week, 0 where there is none.
func (l *Load) Most() *big.Int {
	most := new(big.Int)
	for _, w := range l.Weeks {
		if w.Count.Cmp(most) > 0 {
			most = w.Count
		}
	}
	return most
}

// In is how much is to be done in a week.
func (l *Load) In(week Week) *big.Int {
	for _, w := range l.Weeks {
		if w.Week == week {
			return w.Count
		}
	}
	return new(big.Int)
}

// MaxLoadWeeks bounds how many weeks of how many loads are counted one by one: of
// more, as a plan of ten years with a thousand stages has, each load has its total
// alone.
const MaxLoadWeeks = 100_000

// loads are the reminders and follow-ups of all stages; whole is false where there
// are too many to count them by week.
func (r *Result) loads() (list []Load, whole bool) {
	weeks := int64(0)
	for i := range r.Funnels {
		for j := range r.Funnels[i].Stages {
			stage := r.Funnels[i].Stages[j].Stage
			before := len(list)
			for k := range stage.Reminders {
				list = append(list, Load{Kind: LoadReminder, Funnel: i, Stage: j, Reminder: &stage.Reminders[k]})
			}
			if stage.Recovers != nil && stage.Recovers.Sign() > 0 && stage.Rate.Value != nil {
				list = append(list, Load{Kind: LoadFollowUp, Funnel: i, Stage: j})
			}
			weeks += int64(len(list)-before) * (r.Schedule(i, j).Due.Days()/7 + 1)
		}
	}
	whole = weeks <= MaxLoadWeeks
	for i := range list {
		r.count(&list[i])
		if whole {
			r.countByWeek(&list[i])
		}
	}
	return list, whole
}

// upTo is the cumulative load by the days of a stage's schedule: a message for
// each meeting, or a follow-up of those who did not go on at once: of n entries,
// n × (1 − rate).
func (r *Result) upTo(l *Load) func(day Date) *big.Int {
	schedule := r.Schedule(l.Funnel, l.Stage)
	if l.Kind == LoadReminder {
		return schedule.Target
	}
	missing := oneLess(r.Funnels[l.Funnel].Stages[l.Stage].Stage.Rate.Value)
	return func(day Date) *big.Int { return floor(mul(ratOf(schedule.Target(day)), missing)) }
}

// count says how much a load is in all.
func (r *Result) count(l *Load) { l.Total = r.upTo(l)(r.Schedule(l.Funnel, l.Stage).Due.End) }

// countByWeek spreads a load over weeks: follow-ups in the week of the entry, and
// reminders so many days before the meetings: calendar days, since messages go out
// by themselves.
func (r *Result) countByWeek(l *Load) {
	ahead := int64(0)
	if l.Reminder != nil {
		ahead = int64(l.Reminder.Before) / 24
	}
	l.spread(r.Schedule(l.Funnel, l.Stage).Due, ahead, r.upTo(l))
}

// spread differences a cumulative load week by week, so that the weeks add up to
// all of it; ahead is by how many days it comes before the days of the schedule.
func (l *Load) spread(due Span, ahead int64, upTo func(Date) *big.Int) {
	if due.Start == math.MinInt32 || l.Total.Sign() == 0 {
		return
	}
	before := new(big.Int)
	last := shift(due.End, -ahead)
	for day := shift(due.Start, -ahead); ; {
		week := WeekOf(day)
		days := week.Days()
		so := upTo(shift(days.End, ahead))
		if count := new(big.Int).Sub(so, before); count.Sign() > 0 {
			l.Weeks = append(l.Weeks, WeekLoad{week, count})
		}
		before = so
		if day = days.End + 1; day > last {
			return
		}
	}
}
