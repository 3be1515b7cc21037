package report

import (
	"math/big"

	"embudo/funnel"
)

// activities shows what became of the plan's activities: what was done, what is
// overdue, what clients were promised, and what decisions came to.
func (c *checkReport) activities() {
	a := c.result.Activities
	if a == nil {
		return
	}
	c.add(c.activityTable(a))
	c.add(c.phaseTable(a))
	if len(c.result.Funnels) > 1 {
		c.add(c.funnelTable(a))
	}
	if a.All.Unpriced > 0 {
		c.Blocks = append(c.Blocks, Lines{Lines: []string{c.text.Unpriced.Fill("times", c.Language.Quantity(big.NewInt(int64(a.All.Unpriced))))}})
	}
	c.overdue(a)
	c.undelivered(a)
	c.add(c.decisionTable(a))
}

// activityTable holds each activity against what was planned until the day.
func (c *checkReport) activityTable(a *funnel.ActivitiesCheck) Table {
	t := c.tallyTable(string(c.text.Activities), string(c.text.Activity))
	t.Columns = append(t.Columns,
		Column{Title: string(c.text.ResultDue), Number: true, Spare: 1},
		Column{Title: string(c.text.Result), Number: true},
	)
	for i := range a.Activities {
		item := &a.Activities[i]
		t.Rows = append(t.Rows, append(tallyRow(text(item.Activity.Name), &item.ActivityTally),
			short1(item.ResultDue), short1(item.Result)))
	}
	return t
}

// tallyTable has the columns of what was planned and done.
func (c *checkReport) tallyTable(title, first string) Table {
	return Table{Title: title, Columns: []Column{
		{Title: first, Room: 30},
		{Title: string(c.text.Due), Number: true},
		{Title: string(c.text.DoneTimes), Number: true},
		{Title: string(c.text.Overdue), Number: true},
		{Title: string(c.text.CostDue), Number: true, Spare: 2},
		{Title: string(c.text.ActualCost), Number: true},
	}}
}

func tallyRow(first Cell, t *funnel.ActivityTally) []Cell {
	overdue := count(big.NewInt(int64(t.Overdue)))
	if t.Overdue > 0 {
		overdue.Tone = Caution
	}
	return []Cell{
		first, count(big.NewInt(int64(t.Due))), count(big.NewInt(int64(t.Done))), overdue, money(t.CostDue), money(t.Cost),
	}
}

// phaseTable adds up by phase of the hourglass, and in all.
func (c *checkReport) phaseTable(a *funnel.ActivitiesCheck) Table {
	calendar := c.Language.Calendar
	t := c.tallyTable(string(c.text.ByPhase), string(calendar.Phase))
	for i := range a.Phases {
		first := term(string(a.Phases[i].Phase), calendar.Phases)
		if a.Phases[i].Phase == "" {
			first = text(string(calendar.NoPhase))
		}
		t.Rows = append(t.Rows, tallyRow(first, &a.Phases[i].ActivityTally))
	}
	t.Rows = append(t.Rows, tallyRow(text(string(calendar.Sum)), &a.All))
	return t
}

// funnelTable adds up by funnel.
func (c *checkReport) funnelTable(a *funnel.ActivitiesCheck) Table {
	t := c.tallyTable(string(c.text.ByFunnel), string(c.Language.Calendar.Funnel))
	for i := range a.Funnels {
		name := string(c.Language.Calendar.AllFunnels)
		if f := a.Funnels[i].Funnel; f != nil {
			name = f.Name
		}
		t.Rows = append(t.Rows, tallyRow(text(name), &a.Funnels[i].ActivityTally))
	}
	return t
}

// mostListed bounds how many dates are listed; JSON has all.
const mostListed = 15

// overdue lists what should have been done by now.
func (c *checkReport) overdue(a *funnel.ActivitiesCheck) {
	calendar := c.Language.Calendar
	t := Table{Title: string(c.text.OverdueTitle), Columns: []Column{
		{Title: string(calendar.Day)},
		{Title: string(c.text.Late), Number: true},
		{Title: string(calendar.Who)},
		{Title: string(c.text.Activity), Room: 30},
	}}
	for i := range a.Overdue[:min(len(a.Overdue), mostListed)] {
		o := &a.Overdue[i]
		late := c.duration(24 * funnel.Hours(c.result.AsOf-o.Days.End))
		t.Rows = append(t.Rows, []Cell{span(&o.Days), text(late), c.person(o.Activity.Owner), text(o.Activity.Name)})
	}
	c.addCut(t, len(a.Overdue))
}

// undelivered lists the content that clients were promised and have not got.
func (c *checkReport) undelivered(a *funnel.ActivitiesCheck) {
	calendar := c.Language.Calendar
	t := Table{Title: string(c.text.Undelivered), Columns: []Column{
		{Title: string(calendar.Day)},
		{Title: string(calendar.Content), Room: 40},
		{Title: string(calendar.From), Room: 24},
	}}
	for i := range a.Undelivered[:min(len(a.Undelivered), mostListed)] {
		o := &a.Undelivered[i]
		t.Rows = append(t.Rows, []Cell{span(&o.Days), text(o.Activity.Gives), text(o.Activity.Name)})
	}
	c.addCut(t, len(a.Undelivered))
}

// addCut puts a list into the document, and how many more there are.
func (c *checkReport) addCut(t Table, all int) {
	c.add(t)
	if more := all - len(t.Rows); more > 0 {
		c.Blocks = append(c.Blocks, Lines{Lines: []string{c.text.AndMore.Fill("more", c.Language.Number(int64(more)))}})
	}
}

// person is who does something: a person of the plan's, or a side.
func (c *checkReport) person(name string) Cell {
	if c.Language.Words.Owners[name] != "" {
		return term(name, c.Language.Words.Owners)
	}
	return text(name)
}

// decisionTable says whether what decisions expect held before and after them.
func (c *checkReport) decisionTable(a *funnel.ActivitiesCheck) Table {
	calendar := c.Language.Calendar
	t := Table{Title: string(calendar.Decisions), Columns: []Column{
		{Title: string(calendar.Day)},
		{Title: string(calendar.Decision), Room: 24},
		{Title: string(calendar.Expects), Room: 24},
		{Title: string(c.text.BeforeIt), Number: true},
		{Title: string(c.text.AfterIt), Number: true},
		{Title: string(c.text.Met)},
	}}
	for i := range a.Decisions {
		d := &a.Decisions[i]
		status := Cell{Value: Term{Key: string(d.Status), Shown: c.text.DecisionStatuses[string(d.Status)]}}
		switch d.Status {
		case funnel.DecisionHeld:
			status.Tone = Good
		case funnel.DecisionFailed:
			status.Tone = Bad
		case funnel.DecisionPending, funnel.DecisionUnknown:
		}
		value := func(x *big.Rat) Cell {
			return c.measured(&funnel.ThresholdCheck{Threshold: d.Threshold, Value: x})
		}
		t.Rows = append(t.Rows, []Cell{
			{Value: Day(d.Day)}, text(d.Activity.Name), text(d.Threshold.Expression), value(d.Before), value(d.After), status,
		})
	}
	return t
}

// checkActivities is the JSON of what became of the activities.
type checkActivities struct {
	checkTally
	Items       []checkActivity `json:"items"`
	Phases      []checkPhase    `json:"phases"`
	Funnels     []checkByFunnel `json:"funnels"`
	Late        []calendarDate  `json:"overdue_dates"`
	Undelivered []calendarDate  `json:"undelivered"`
	Decisions   []checkDecision `json:"decisions"`
}

type checkTally struct {
	Times    int   `json:"times"`
	Due      int   `json:"due"`
	Done     int   `json:"done"`
	Overdue  int   `json:"overdue"`
	CostDue  exact `json:"cost_due"`
	Cost     exact `json:"cost"`
	Unpriced int   `json:"unpriced"`
}

type checkActivity struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	checkTally
	ResultDue exact `json:"result_due"`
	Result    exact `json:"result"`
}

type checkPhase struct {
	Phase *string `json:"phase"`
	checkTally
}

type checkByFunnel struct {
	ID *string `json:"id"`
	checkTally
}

type checkDecision struct {
	Activity   string                `json:"activity"`
	Date       funnel.Date           `json:"date"`
	Expression string                `json:"expression"`
	Status     funnel.DecisionStatus `json:"status"`
	Before     exact                 `json:"before"`
	HeldBefore *bool                 `json:"held_before"`
	After      exact                 `json:"after"`
	HeldAfter  *bool                 `json:"held_after"`
}

func activitiesJSON(a *funnel.ActivitiesCheck) *checkActivities {
	if a == nil {
		return nil
	}
	result := &checkActivities{
		checkTally:  tallyJSON(&a.All),
		Items:       make([]checkActivity, len(a.Activities)),
		Phases:      make([]checkPhase, len(a.Phases)),
		Funnels:     make([]checkByFunnel, len(a.Funnels)),
		Late:        datesJSON(a.Overdue),
		Undelivered: datesJSON(a.Undelivered),
		Decisions:   make([]checkDecision, len(a.Decisions)),
	}
	for i := range a.Activities {
		item := &a.Activities[i]
		result.Items[i] = checkActivity{
			item.Activity.ID, item.Activity.Name, tallyJSON(&item.ActivityTally), exact{item.ResultDue}, exact{item.Result},
		}
	}
	for i := range a.Phases {
		result.Phases[i] = checkPhase{optional(string(a.Phases[i].Phase)), tallyJSON(&a.Phases[i].ActivityTally)}
	}
	for i := range a.Funnels {
		result.Funnels[i] = checkByFunnel{nil, tallyJSON(&a.Funnels[i].ActivityTally)}
		if f := a.Funnels[i].Funnel; f != nil {
			result.Funnels[i].ID = optional(f.ID)
		}
	}
	for i := range a.Decisions {
		result.Decisions[i] = decisionJSON(&a.Decisions[i])
	}
	return result
}

func tallyJSON(t *funnel.ActivityTally) checkTally {
	return checkTally{t.Times, t.Due, t.Done, t.Overdue, exact{t.CostDue}, exact{t.Cost}, t.Unpriced}
}

func decisionJSON(d *funnel.DecisionCheck) checkDecision {
	result := checkDecision{
		Activity: d.Activity.ID, Date: d.Day, Expression: d.Threshold.Expression, Status: d.Status,
		Before: exact{d.Before}, After: exact{d.After},
	}
	if d.Before != nil {
		result.HeldBefore = &d.HeldBefore
	}
	if d.After != nil {
		result.HeldAfter = &d.HeldAfter
	}
	return result
}
