package funnel

import (
	"math/big"
	"slices"
)

// ActivitiesCheck is what became of the activities of a plan.
type ActivitiesCheck struct {
	Activities  []ActivityCheck // in the order of the plan
	Phases      []PhaseCheck    // those in which something is planned, in their order
	Funnels     []FunnelTally   // in the order of the plan; last, without a funnel, what belongs to no single one
	All         ActivityTally
	Overdue     []Occurrence // past by the day of the check, and not done
	Undelivered []Occurrence // of which the client has not got what they give
	Decisions   []DecisionCheck
}

// ActivityCheck is what became of one activity.
type ActivityCheck struct {
	Activity *Activity
	ActivityTally
}

// PhaseCheck is what became of what is done in one phase.
type PhaseCheck struct {
	Phase Phase // empty for the activities that name none
	ActivityTally
}

// FunnelTally is what became of what is done for one funnel.
type FunnelTally struct {
	Funnel *Funnel // nil for what belongs to no single one
	ActivityTally
}

// ActivityTally holds what was done against what was planned until a day.
type ActivityTally struct {
	Times    int // planned in all
	Due      int // of these, over by the day, itself included
	Done     int
	Overdue  int // over before the day, and not done
	Unpriced int // of those done, without a cost though one was planned

	CostDue   *big.Rat // planned for what is due
	Cost      *big.Rat // of what was done; nil where nothing says
	ResultDue *big.Rat // entries that what is due was expected to bring; nil where nothing says
	Result    *big.Rat // entries that what was done brought; nil where nothing says
}

// checkActivities says what became of a plan's activities by the end of a day; it
// is nil for a plan that has none.
func checkActivities(p *Plan, asOf Date) *ActivitiesCheck {
	if len(p.Activities) == 0 {
		return nil
	}
	c := &ActivitiesCheck{All: ActivityTally{CostDue: new(big.Rat)}}
	for i := range p.Activities {
		c.Activities = append(c.Activities, ActivityCheck{&p.Activities[i], ActivityTally{CostDue: new(big.Rat)}})
	}
	at := map[*Activity]int{}
	for i := range c.Activities {
		at[c.Activities[i].Activity] = i
	}
	for _, o := range p.occurrences(asOf) {
		c.Activities[at[o.Activity]].count(&o, asOf)
		overdue := o.Done == nil && o.Days.End < asOf
		if overdue {
			c.Overdue = append(c.Overdue, o)
		}
		if o.Activity.Gives != "" && (overdue || o.Done != nil && o.Done.Undelivered) {
			c.Undelivered = append(c.Undelivered, o)
		}
	}
	c.addUp(p)
	return c
}

// count takes one time of an activity in.
func (t *ActivityTally) count(o *Occurrence, asOf Date) {
	t.Times++
	if o.Days.End <= asOf {
		t.Due++
		t.CostDue = plus(t.CostDue, o.Activity.Cost)
		t.ResultDue = plus(t.ResultDue, o.Activity.Contribution)
	}
	if o.Done != nil {
		t.Done++
		if o.Done.Cost == nil && o.Activity.Cost != nil && o.Activity.Cost.Sign() > 0 {
			t.Unpriced++
		}
		t.Cost = plus(t.Cost, o.Done.Cost)
		t.Result = plus(t.Result, o.Done.Result)
	} else if o.Days.End < asOf {
		t.Overdue++
	}
}

// add takes the tally of another activity in.
func (t *ActivityTally) add(o *ActivityTally) {
	t.Times += o.Times
	t.Due += o.Due
	t.Done += o.Done
	t.Overdue += o.Overdue
	t.Unpriced += o.Unpriced
	t.CostDue, t.Cost = plus(t.CostDue, o.CostDue), plus(t.Cost, o.Cost)
	t.ResultDue, t.Result = plus(t.ResultDue, o.ResultDue), plus(t.Result, o.Result)
}

// plus adds what is known: nothing is known of two sums of which nothing is.
func plus(a, b *big.Rat) *big.Rat {
	switch {
	case b == nil:
		return a
	case a == nil:
		return new(big.Rat).Set(b)
	}
	return new(big.Rat).Add(a, b)
}

// addUp sums by phase, by funnel and in all. Entries of several stages have no sum.
func (c *ActivitiesCheck) addUp(p *Plan) {
	phases := make([]PhaseCheck, 0, len(Phases())+1)
	for _, phase := range append(Phases(), "") {
		phases = append(phases, PhaseCheck{phase, ActivityTally{CostDue: new(big.Rat)}})
	}
	funnels := make([]FunnelTally, len(p.Funnels)+1)
	for i := range funnels {
		funnels[i].CostDue = new(big.Rat)
		if i < len(p.Funnels) {
			funnels[i].Funnel = &p.Funnels[i]
		}
	}
	for i := range c.Activities {
		a := &c.Activities[i]
		f := a.Activity.Funnel
		if f < 0 {
			f = len(p.Funnels)
		}
		phase := slices.IndexFunc(phases, func(c PhaseCheck) bool { return c.Phase == a.Activity.Phase })
		for _, sum := range []*ActivityTally{&phases[phase].ActivityTally, &funnels[f].ActivityTally, &c.All} {
			sum.add(&a.ActivityTally)
			sum.ResultDue, sum.Result = nil, nil
		}
	}
	c.Phases = slices.DeleteFunc(phases, func(c PhaseCheck) bool { return c.Times == 0 })
	c.Funnels = slices.DeleteFunc(funnels, func(t FunnelTally) bool { return t.Funnel == nil && t.Times == 0 })
}
