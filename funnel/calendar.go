package funnel

import (
	"math/big"
	"slices"
)

// Calendar is who does what when to fill the stages of a plan, what that costs,
// and what it is expected to bring. Money is in the plan's currency.
type Calendar struct {
	Plan        *Result
	Occurrences []Occurrence // in the order of their days
	Loads       []Load       // besides the activities; funnel by funnel, top down
	Cost        *big.Rat     // of all activities

	Balance  []PhaseBalance // the seven phases, and what names none of them where there is such
	Funnels  []FunnelCost   // in the order of the plan; what belongs to no single one is in Shared
	Shared   *FunnelCost    // nil where everything belongs to a funnel
	Stages   []Supply       // funnel by funnel, top down
	Content  []Content      // what the client gets, system by system
	Warnings []Warning
}

// PhaseBalance is what is done in one phase of the hourglass. Decisions are not
// counted.
type PhaseBalance struct {
	Phase      Phase // empty for the activities that name none
	Unused     bool  // the plan does without it
	Activities int
	Times      int // of all of them
	Cost       *big.Rat
}

// FunnelCost is what the activities of one funnel cost.
type FunnelCost struct {
	Funnel     *Funnel // nil for those of no single one
	Activities int
	Times      int
	Cost       *big.Rat
	Budget     *big.Rat // nil for those of no single one
}

// Supply is what the activities are expected to bring a stage, by themselves and
// by way of the stages above it.
type Supply struct {
	Funnel, Stage int
	Activities    int      // that feed it
	Needed        *big.Int // new entries: those in progress or direct are there without it
	Contribution  *big.Rat // nil where no activity says what it brings
	FromAbove     *big.Rat // of those at the stage above, in progress or direct ones among them, who go on; nil at the top, or where they are not known
	Expected      *big.Rat // the greater of both; nil where nothing says what the top of the funnel gets
}

// Short is what the stage lacks; nil where it lacks nothing, or nobody knows.
func (s *Supply) Short() *big.Rat {
	if s.Expected == nil || s.Expected.Cmp(ratOf(s.Needed)) >= 0 {
		return nil
	}
	return sub(ratOf(s.Needed), s.Expected)
}

// Content is something that the client gets, and how often.
type Content struct {
	System   string    // empty where none is named
	Activity *Activity // or else
	Load     *Load
	Times    *big.Int
}

// NewCalendar works the activities of a plan out, from its targets. Its plan is
// taken as having a period: without one, what is to be done over and over has no
// days.
//
// What was done after asOf is not known yet; [MaxDate] knows all that the plan
// says.
func NewCalendar(r *Result, asOf Date) *Calendar {
	c := &Calendar{Plan: r, Occurrences: r.Plan.occurrences(asOf), Cost: new(big.Rat)}
	loads, whole := r.loads()
	c.Loads = loads
	times := timesOf(r.Plan, c.Occurrences)
	c.balance(times)
	c.costs(times)
	c.supply(times)
	c.contents(times)
	c.Warnings = c.warnings()
	if !whole {
		c.Warnings = append(c.Warnings, Warning{Code: WarnLoads, Values: map[string]any{"max": big.NewInt(MaxLoadWeeks)}})
	}
	return c
}

// timesOf counts how often each activity takes place.
func timesOf(p *Plan, occurrences []Occurrence) []int {
	at := map[*Activity]int{}
	for i := range p.Activities {
		at[&p.Activities[i]] = i
	}
	times := make([]int, len(p.Activities))
	for i := range occurrences {
		times[at[occurrences[i].Activity]]++
	}
	return times
}

// costOf is what an activity costs so many times.
func (a *Activity) costOf(times int) *big.Rat { return timesRat(a.Cost, times) }

// timesRat is n times x, 0 where x is not known.
func timesRat(x *big.Rat, n int) *big.Rat {
	if x == nil {
		return new(big.Rat)
	}
	return mul(x, new(big.Rat).SetInt64(int64(n)))
}

// balance adds up by phase.
func (c *Calendar) balance(times []int) {
	at := map[Phase]int{}
	for i, phase := range append(Phases(), "") {
		at[phase] = i
		c.Balance = append(c.Balance, PhaseBalance{Phase: phase, Cost: new(big.Rat)})
	}
	for _, phase := range c.Plan.Plan.PhasesNotUsed {
		c.Balance[at[phase]].Unused = true
	}
	for i := range c.Plan.Plan.Activities {
		a := &c.Plan.Plan.Activities[i]
		b := &c.Balance[at[a.Phase]]
		b.Cost.Add(b.Cost, a.costOf(times[i]))
		if a.Kind != KindDecision {
			b.Activities++
			b.Times += times[i]
		}
	}
	if last := &c.Balance[len(c.Balance)-1]; last.Activities == 0 && last.Cost.Sign() == 0 {
		c.Balance = c.Balance[:len(c.Balance)-1]
	}
}

// costs adds up by funnel, and in all.
func (c *Calendar) costs(times []int) {
	for i := range c.Plan.Funnels {
		f := c.Plan.Funnels[i].Funnel
		c.Funnels = append(c.Funnels, FunnelCost{Funnel: f, Budget: f.Budget, Cost: new(big.Rat)})
	}
	for i := range c.Plan.Plan.Activities {
		a := &c.Plan.Plan.Activities[i]
		of := c.funnelCost(a.Funnel)
		cost := a.costOf(times[i])
		of.Activities++
		of.Times += times[i]
		of.Cost.Add(of.Cost, cost)
		c.Cost.Add(c.Cost, cost)
	}
}

func (c *Calendar) funnelCost(funnel int) *FunnelCost {
	if funnel >= 0 {
		return &c.Funnels[funnel]
	}
	if c.Shared == nil {
		c.Shared = &FunnelCost{Cost: new(big.Rat)}
	}
	return c.Shared
}

// supply adds up what the activities bring each stage.
func (c *Calendar) supply(times []int) {
	at := map[[2]int]int{}
	for i := range c.Plan.Funnels {
		for j := range c.Plan.Funnels[i].Stages {
			at[[2]int{i, j}] = len(c.Stages)
			c.Stages = append(c.Stages, Supply{Funnel: i, Stage: j, Needed: c.Plan.Funnels[i].Stages[j].Needed})
		}
	}
	for i := range c.Plan.Plan.Activities {
		a := &c.Plan.Plan.Activities[i]
		if a.Stage < 0 || a.Kind == KindDecision {
			continue
		}
		s := &c.Stages[at[[2]int{a.Funnel, a.Stage}]]
		s.Activities++
		if a.Contribution == nil {
			continue
		}
		if s.Contribution == nil {
			s.Contribution = new(big.Rat)
		}
		s.Contribution.Add(s.Contribution, timesRat(a.Contribution, times[i]))
	}
	for i := range c.Stages {
		s := &c.Stages[i]
		if s.Stage == 0 {
			s.Expected = s.Contribution
		} else {
			s.flow(&c.Stages[i-1], &c.Plan.Funnels[s.Funnel].Stages[s.Stage-1])
		}
	}
}

// flow carries what is expected at the stage above down by its rate. Whom an
// activity brings into a lower stage has mostly come in above: the greater of both
// numbers counts, not their sum.
func (s *Supply) flow(above *Supply, stage *StageResult) {
	if above.Expected == nil {
		return
	}
	anyway := new(big.Rat).SetInt64(stage.Stage.InProgress + stage.Stage.Direct)
	s.FromAbove = mul(anyway.Add(anyway, above.Expected), stage.Effective)
	s.Expected = s.FromAbove
	if s.Contribution != nil && s.Contribution.Cmp(s.FromAbove) > 0 {
		s.Expected = s.Contribution
	}
}

// systemsInOrder are the systems that an activity can belong to, in the order in
// which a client comes to them; the last is for those that name none.
func systemsInOrder() []string { return []string{"prospecting", "conversion", "follow-up", ""} }

// contents lists what the client gets, system by system: activities in the order
// of the plan, then reminders.
func (c *Calendar) contents(times []int) {
	for _, system := range systemsInOrder() {
		for i := range c.Plan.Plan.Activities {
			if a := &c.Plan.Plan.Activities[i]; a.System == system && a.Gives != "" {
				c.Content = append(c.Content, Content{System: system, Activity: a, Times: big.NewInt(int64(times[i]))})
			}
		}
		for i := range c.Loads {
			if l := &c.Loads[i]; c.SystemOf(l) == system && l.Gives() {
				c.Content = append(c.Content, Content{System: system, Load: l, Times: l.Total})
			}
		}
	}
}

// Gives reports whether the client gets something by a load.
func (l *Load) Gives() bool {
	return l.Reminder != nil && (l.Reminder.Content != "" || l.Reminder.Usual != "")
}

// StageOf is the stage that a load is about.
func (c *Calendar) StageOf(l *Load) *Stage { return c.Plan.Funnels[l.Funnel].Stages[l.Stage].Stage }

// SystemOf is the system that a load belongs to: follow-up, or for a reminder that
// of the meeting's stage.
func (c *Calendar) SystemOf(l *Load) string {
	if l.Kind == LoadFollowUp {
		return "follow-up"
	}
	return c.StageOf(l).System
}

// WeekList is what is to be done in one week.
type WeekList struct {
	Week        Week
	Occurrences []Occurrence // that take place in it, or go on
	Loads       []Load       // those with something to do, in this week alone
	Open        []Occurrence // from earlier weeks and not done, in a plan that says what was done
}

// InWeek lists what is to be done in a week.
func (c *Calendar) InWeek(week Week) WeekList {
	list, days := WeekList{Week: week}, week.Days()
	for _, o := range c.Occurrences {
		switch {
		case o.Days.Start <= days.End && o.Days.End >= days.Start:
			list.Occurrences = append(list.Occurrences, o)
		case o.Days.End < days.Start && o.Done == nil && c.tracked():
			list.Open = append(list.Open, o)
		}
	}
	for _, l := range c.Loads {
		if count := l.In(week); count.Sign() > 0 {
			l.Total, l.Weeks = count, []WeekLoad{{week, count}}
			list.Loads = append(list.Loads, l)
		}
	}
	return list
}

// tracked reports whether the plan says of any activity that it was done: where it
// never does, nothing is known to be open.
func (c *Calendar) tracked() bool {
	return slices.ContainsFunc(c.Plan.Plan.Activities, func(a Activity) bool { return len(a.Done) > 0 })
}
