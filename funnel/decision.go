package funnel

import "math/big"

// DecisionCheck says whether what a decision expects held before and after it.
type DecisionCheck struct {
	Activity  *Activity
	Day       Date // on which it was taken, or is to be
	Threshold Threshold
	Status    DecisionStatus

	Before     *big.Rat // of what happened up to that day; nil where it is not known, like After
	After      *big.Rat // of what happened since
	HeldBefore bool     // false for what is not known, like HeldAfter
	HeldAfter  bool
}

// DecisionStatus is what came of a decision. Its words are stable: scripts read
// them.
type DecisionStatus string

// What can come of a decision.
const (
	DecisionPending DecisionStatus = "pending"  // it is still to be taken
	DecisionHeld    DecisionStatus = "held"     // what it expects holds of what happened since
	DecisionFailed  DecisionStatus = "not_held" // it does not
	DecisionUnknown DecisionStatus = "unknown"  // too little happened since, or the data do not tell
)

// decisions holds what each decision of the plan expects against what happened.
func (c *CheckResult) decisions(whole *hindsight, a *Actuals) []DecisionCheck {
	before := map[Date]*hindsight{}
	var list []DecisionCheck
	for i := range c.Plan.Plan.Activities {
		activity := &c.Plan.Plan.Activities[i]
		if activity.Kind != KindDecision {
			continue
		}
		day, ok := activity.decidedOn(c.Plan.Plan.Holidays, c.AsOf)
		if !ok {
			continue
		}
		if before[day] == nil {
			before[day] = c.hindsightOf(day, whole.counting, a)
		}
		for _, t := range activity.Expects {
			list = append(list, c.decision(activity, day, t, before[day], whole))
		}
	}
	return list
}

// decidedOn is the day of a decision: when it was taken, or else is to be.
func (a *Activity) decidedOn(holidays map[Date]bool, asOf Date) (day Date, ok bool) {
	list := a.occurrences(holidays, asOf)
	switch {
	case len(list) == 0:
		return 0, false
	case list[0].Done != nil:
		return list[0].Done.Date, true
	}
	return list[0].Days.End, true
}

// decision compares one expectation before and after its day.
func (c *CheckResult) decision(a *Activity, day Date, t Threshold, before, whole *hindsight) DecisionCheck {
	d := DecisionCheck{Activity: a, Day: day, Threshold: t, Status: DecisionUnknown}
	if day >= c.ComparedOn {
		d.Status = DecisionPending
		d.Before = t.possible(c.fraction(t, whole).value())
	} else {
		d.Before = t.possible(c.fraction(t, before).value())
		d.After = t.possible(c.fraction(t, whole).less(c.fraction(t, before)).value())
	}
	d.HeldBefore = d.Before != nil && t.Relation.holds(d.Before.Cmp(t.Bound))
	if d.After != nil {
		d.HeldAfter = t.Relation.holds(d.After.Cmp(t.Bound))
		d.Status = DecisionFailed
		if d.HeldAfter {
			d.Status = DecisionHeld
		}
	}
	return d
}

// possible is a value that a metric can have; nil for a rate of more than all, or
// of fewer than none, which counts of different people can give.
func (t *Threshold) possible(value *big.Rat) *big.Rat {
	if t.Metric == MetricRate && value != nil && (value.Sign() < 0 || value.Cmp(big.NewRat(1, 1)) > 0) {
		return nil
	}
	return value
}

// hindsight is what happened up to a day.
type hindsight struct {
	counting       counting
	tallies        [][]stageTally
	spend, revenue *big.Rat // nil where the data do not say
}

// hindsightOf is what happened up to the end of a day; nil where the data name no
// days. Who entered until then is followed as far as the data go.
func (c *CheckResult) hindsightOf(day Date, whole counting, a *Actuals) *hindsight {
	if !whole.dated {
		return nil
	}
	e := &hindsight{counting: whole}
	e.counting.day = min(day, whole.day)
	until, lasts := a.upTo(e.counting.day), lastDays(c.Plan)
	for i := range c.Plan.Funnels {
		e.tallies = append(e.tallies, e.counting.funnel(c.Plan.Funnels[i].Funnel, lasts[i], until.funnel(i)))
	}
	if a.Money.Spend {
		e.spend = sumOf(until.Spend, e.counting.counts)
	}
	if a.Money.Revenue {
		e.revenue = sumOf(until.Revenue, e.counting.counts)
	}
	return e
}

// upTo is what happened up to a day; a week or month that lies across it goes by
// its middle.
func (a *Actuals) upTo(day Date) *Actuals {
	before := func(from, to Date) bool { return middle(Span{from, to}) <= day }
	until := &Actuals{Ends: a.Ends, Money: a.Money, Funnels: make([]FunnelActuals, len(a.Funnels))}
	for i := range a.Funnels {
		until.Funnels[i].Stages = make([]StageActuals, len(a.Funnels[i].Stages))
		for j, s := range a.Funnels[i].Stages {
			of := &until.Funnels[i].Stages[j]
			of.Known, of.Records = s.Known, s.Records
			for _, e := range s.Entries {
				if before(e.From, e.To) {
					of.Entries = append(of.Entries, e)
				}
			}
		}
	}
	amounts := func(all []Amount) (until []Amount) {
		for _, amount := range all {
			if before(amount.From, amount.To) {
				until = append(until, amount)
			}
		}
		return until
	}
	until.Spend, until.Revenue = amounts(a.Spend), amounts(a.Revenue)
	return until
}

// fraction is the value of a metric in two parts, each of which adds up over time:
// what happened after a day is the whole less what happened before. The top is nil
// where it is not known, the bottom of a metric that is a number by itself.
type fraction struct{ top, bottom *big.Rat }

// less is what remains of a fraction without a part of it.
func (f fraction) less(part fraction) fraction {
	if f.top == nil || part.top == nil {
		return fraction{}
	}
	rest := fraction{top: sub(f.top, part.top)}
	if f.bottom != nil {
		rest.bottom = sub(f.bottom, part.bottom)
	}
	return rest
}

// value is the quotient, or the top alone; nil where it is not known.
func (f fraction) value() *big.Rat {
	switch {
	case f.top == nil || f.bottom != nil && f.bottom.Sign() <= 0:
		return nil
	case f.bottom == nil:
		return f.top
	}
	return quo(f.top, f.bottom)
}

// fraction gives the parts of a threshold's metric.
func (c *CheckResult) fraction(t Threshold, e *hindsight) fraction {
	if e == nil {
		return fraction{}
	}
	switch t.Metric {
	case MetricClients, MetricActual, MetricGap, MetricAttainment:
		return c.entriesFraction(t, e)
	case MetricRate:
		return c.rateFraction(t, e)
	case MetricRevenue:
		return fraction{top: e.revenue}
	case MetricSpend:
		return fraction{top: e.spend}
	case MetricReturn:
		if e.revenue != nil && e.spend != nil {
			return fraction{sub(mul(e.revenue, c.Money.Margin), e.spend), e.spend}
		}
	case MetricCostPer:
		entries := c.entriesFraction(Threshold{Metric: MetricActual, Funnel: t.Funnel, Stage: t.Stage}, e)
		if e.spend != nil && entries.top != nil && (t.Funnel == "" || len(c.Funnels) == 1) {
			return fraction{e.spend, entries.top}
		}
	case MetricCoverage, MetricOverdue, MetricDataAge: // the state of one moment: nothing of it came before or after
	}
	return fraction{}
}

// entriesFraction counts the entries of a stage, or of the last ones.
func (c *CheckResult) entriesFraction(t Threshold, e *hindsight) fraction {
	actual, target := new(big.Int), new(big.Int)
	found := false
	for i := range c.Funnels {
		f := &c.Funnels[i]
		for j := range f.Stages {
			if !t.isAbout(f, j) {
				continue
			}
			if !e.tallies[i][j].known {
				return fraction{}
			}
			found = true
			actual.Add(actual, big.NewInt(e.tallies[i][j].all.entries))
			target.Add(target, f.Stages[j].Schedule.Target(e.counting.day))
		}
	}
	switch {
	case !found:
		return fraction{}
	case t.Metric == MetricGap:
		return fraction{top: ratOf(actual.Sub(actual, target))}
	case t.Metric == MetricAttainment:
		return fraction{ratOf(actual), ratOf(target)}
	}
	return fraction{top: ratOf(actual)}
}

// isAbout reports whether a threshold is about a stage of a funnel.
func (t *Threshold) isAbout(f *FunnelCheck, stage int) bool {
	switch {
	case t.Funnel != "" && t.Funnel != f.Plan.Funnel.ID:
		return false
	case t.Metric == MetricClients:
		return stage == len(f.Stages)-1
	}
	return f.Stages[stage].Plan.Stage.ID == t.Stage
}

// rateFraction counts who could have gone on, and who did.
func (c *CheckResult) rateFraction(t Threshold, e *hindsight) fraction {
	sum := fraction{new(big.Rat), new(big.Rat)}
	for i := range c.Funnels {
		f := &c.Funnels[i]
		for j := range f.Stages[:len(f.Stages)-1] {
			if !t.isAbout(f, j) {
				continue
			}
			from, to := &e.tallies[i][j], &e.tallies[i][j+1]
			if !from.known || !to.known || !from.ripeness.known {
				return fraction{}
			}
			trials, wentOn := followed(f, j, e.tallies[i], e.counting)
			sum.top.Add(sum.top, new(big.Rat).SetInt64(wentOn))
			sum.bottom.Add(sum.bottom, new(big.Rat).SetInt64(trials))
		}
	}
	return sum
}
