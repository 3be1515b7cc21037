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
	Weeks    []WeekLoad // those in which there is something to do
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

// loads are the reminders and follow-ups of all stages.
func (r *Result) loads() []Load {
	var list []Load
	for i := range r.Funnels {
		for j := range r.Funnels[i].Stages {
			stage := r.Funnels[i].Stages[j].Stage
			for k := range stage.Reminders {
				list = append(list, r.reminders(i, j, &stage.Reminders[k]))
			}
			if stage.Recovers != nil && stage.Recovers.Sign() > 0 && stage.Rate.Value != nil {
				list = append(list, r.followUps(i, j))
			}
		}
	}
	return list
}

// reminders are due so many days before the meetings that the schedule asks for:
// calendar days, since messages go out by themselves.
func (r *Result) reminders(funnel, stage int, reminder *Reminder) Load {
	l := Load{Kind: LoadReminder, Funnel: funnel, Stage: stage, Reminder: reminder}
	schedule := r.Schedule(funnel, stage)
	l.spread(schedule, int64(reminder.Before)/24, schedule.Target)
	return l
}

// followUps are of those who did not go on at once, in the week in which they
// entered: of n entries, n × (1 − rate).
func (r *Result) followUps(funnel, stage int) Load {
	l := Load{Kind: LoadFollowUp, Funnel: funnel, Stage: stage}
	schedule := r.Schedule(funnel, stage)
	missing := oneLess(r.Funnels[funnel].Stages[stage].Stage.Rate.Value)
	l.spread(schedule, 0, func(day Date) *big.Int { return floor(mul(ratOf(schedule.Target(day)), missing)) })
	return l
}

// spread differences a cumulative load week by week, so that the weeks add up to
// all of it; ahead is by how many days it comes before the schedule.
func (l *Load) spread(schedule Schedule, ahead int64, upTo func(Date) *big.Int) {
	l.Total = upTo(schedule.Due.End)
	if schedule.Due.Start == math.MinInt32 || l.Total.Sign() == 0 {
		return
	}
	before := new(big.Int)
	last := shift(schedule.Due.End, -ahead)
	for day := shift(schedule.Due.Start, -ahead); ; {
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
