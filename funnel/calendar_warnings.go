package funnel

import (
	"math/big"
	"slices"
)

// Warning codes of a calendar. They are stable: scripts read them.
const (
	WarnPhaseEmpty      = "phase-without-activities" // nothing is done in a phase that the plan does use
	WarnPhaseCrowded    = "phase-crowded"            // over half of the activities sit in one phase
	WarnMeetingContent  = "meeting-without-content"  // a meeting gives the client nothing
	WarnReminderContent = "reminder-without-content" // nor does a reminder
	WarnActivityCost    = "activities-above-budget"  // activities cost more than the budget
	WarnContribution    = "contribution-short"       // activities bring a stage less than it needs
	WarnDayOff          = "activity-on-day-off"      // a date of the plan's own is no working day
	WarnLoads           = "loads-not-by-week"        // there are too many reminders and follow-ups to count them by week
)

// warnings says what the reader of a calendar should know: first what concerns
// the whole plan, then funnel by funnel.
func (c *Calendar) warnings() []Warning {
	list := slices.Clone(c.Plan.Plan.Notices)
	if len(c.Plan.Plan.Activities) == 0 {
		return list
	}
	list = append(list, c.warnPhases()...)
	list = append(list, c.warnCosts()...)
	list = append(list, c.warnContent()...)
	list = append(list, c.warnDaysOff()...)
	return append(list, c.warnSupply()...)
}

// warnPhases says which phases are empty, and in which more than half is done.
func (c *Calendar) warnPhases() []Warning {
	all := 0
	for i := range c.Balance {
		all += c.Balance[i].Activities
	}
	var list []Warning
	for i := range c.Balance {
		switch b := &c.Balance[i]; {
		case b.Phase == "":
		case b.Activities == 0 && !b.Unused:
			list = append(list, Warning{Code: WarnPhaseEmpty, Values: map[string]any{"phase": b.Phase}})
		case 2*b.Activities > all:
			list = append(list, Warning{Code: WarnPhaseCrowded, Values: map[string]any{
				"phase": b.Phase, "count": big.NewInt(int64(b.Activities)), "of": big.NewInt(int64(all)),
			}})
		}
	}
	return list
}

// warnCosts holds costs against budgets: of the plan, and where there are several
// funnels of each.
func (c *Calendar) warnCosts() []Warning {
	var list []Warning
	warn := func(funnel string, cost, budget *big.Rat) {
		if cost.Cmp(budget) > 0 {
			list = append(list, Warning{Code: WarnActivityCost, Funnel: funnel, Values: map[string]any{
				"cost": Money{cost}, "budget": Money{budget}, "above": Money{sub(cost, budget)},
			}})
		}
	}
	warn("", c.Cost, c.Plan.Plan.Budget)
	if len(c.Funnels) == 1 {
		return list
	}
	for i := range c.Funnels {
		warn(c.Funnels[i].Funnel.ID, c.Funnels[i].Cost, c.Funnels[i].Budget)
	}
	return list
}

// warnContent says which meetings and reminders ask without giving.
func (c *Calendar) warnContent() []Warning {
	var list []Warning
	for i := range c.Plan.Plan.Activities {
		if a := &c.Plan.Plan.Activities[i]; a.Kind == KindMeeting && a.Gives == "" {
			list = append(list, Warning{Code: WarnMeetingContent, Values: map[string]any{"activity": a.Name}})
		}
	}
	for i := range c.Loads {
		if l := &c.Loads[i]; l.Kind == LoadReminder && !l.Gives() {
			list = append(list, Warning{Code: WarnReminderContent, Funnel: c.Plan.Funnels[l.Funnel].Funnel.ID, Values: map[string]any{
				"stage": c.StageOf(l).Name, "before": l.Reminder.Before,
			}})
		}
	}
	return list
}

// warnDaysOff says which dates of the plan's own have no working day: they stay
// where they are, since fairs are held on weekends too.
func (c *Calendar) warnDaysOff() []Warning {
	var list []Warning
	for i := range c.Occurrences {
		o := &c.Occurrences[i]
		if o.Activity.Every == nil && o.Days.WorkingDays(c.Plan.Plan.Holidays) == 0 {
			list = append(list, Warning{Code: WarnDayOff, Values: map[string]any{
				"activity": o.Activity.Name, "day": o.Days.Start,
			}})
		}
	}
	return list
}

// warnSupply says in which funnels the activities bring less than is needed, and at
// which stage first: what lacks there lacks further down as well.
func (c *Calendar) warnSupply() []Warning {
	var list []Warning
	warned := map[int]bool{}
	for i := range c.Stages {
		s := &c.Stages[i]
		if warned[s.Funnel] || s.Short() == nil {
			continue
		}
		warned[s.Funnel] = true
		f := &c.Plan.Funnels[s.Funnel]
		list = append(list, Warning{Code: WarnContribution, Funnel: f.Funnel.ID, Stage: f.Stages[s.Stage].Stage.ID, Values: map[string]any{
			"stage": f.Stages[s.Stage].Stage.Name, "expected": s.Expected, "needed": s.Needed, "missing": s.Short(),
		}})
	}
	return list
}
