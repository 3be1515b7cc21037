package funnel

import "math/big"

// WorkKind says what people do.
type WorkKind string

// What people do.
const (
	WorkStage WorkKind = "stage" // they handle the entries of a stage
	WorkCalls WorkKind = "calls" // they try to reach the leads that were handed over
)

// Work is what people can do against what they must, and how many people it takes.
type Work struct {
	Kind      WorkKind
	Side      Side
	Funnel    string   // ID, of a stage's; empty for calls
	Stage     string   // ID
	Name      string   // of the stage
	People    *big.Rat // who do it; nil where it is not said
	Available *big.Int // nil where it is not known
	Required  *big.Int
	Needed    *big.Int // people that it takes; nil where it is not known
}

// work lists what people do: the stages whose capacity the plan states, and the
// calls to reach the leads.
func (a *SLA) work() []Work {
	var list []Work
	for i := range a.Funnels {
		f := &a.Funnels[i]
		for j := range f.Plan.Stages {
			s := &f.Plan.Stages[j]
			if s.Stage.Capacity == nil {
				continue
			}
			w := Work{
				Kind: WorkStage, Side: f.Sides[j], Funnel: f.Plan.Funnel.ID, Stage: s.Stage.ID, Name: s.Stage.Name,
				People: s.Stage.Capacity.People, Required: s.handled(),
			}
			if s.Capacity != nil {
				w.Available, w.Needed = s.Capacity.Available, s.Capacity.PeopleNeeded
			}
			list = append(list, w)
		}
	}
	if a.Terms.Attempts > 0 {
		list = append(list, a.calls())
	}
	return list
}

// calls are the attempts to reach each lead that is handed over or that sales
// finds itself. What people promise to call is what they can.
func (a *SLA) calls() Work {
	w := Work{Kind: WorkCalls, Side: Sales, Required: new(big.Int)}
	people, known := new(big.Rat), a.Terms.CallsPerWeek != nil
	for i := range a.Funnels {
		f := &a.Funnels[i]
		stage := f.Handed()
		leads := new(big.Int)
		if stage != nil {
			leads.Set(stage.handled())
		} else {
			stage = f.Taken()
		}
		leads.Add(leads, f.Own)
		calls := leads.Mul(leads, big.NewInt(a.Terms.Attempts))
		w.Required.Add(w.Required, calls)
		days := int64(0)
		if stage.Window != nil {
			days = a.Plan.days.in(*stage.Window)
		}
		if known = known && (days > 0 || calls.Sign() == 0); known && days > 0 {
			each := quo(mul(a.Terms.CallsPerWeek, new(big.Rat).SetInt64(days)), big.NewRat(5, 1))
			people.Add(people, quo(ratOf(calls), each))
		}
	}
	if known {
		w.Needed = ceil(people)
	}
	callers := int64(0)
	for i := range a.People {
		if calls := a.People[i].Of(PersonCalls); calls != nil && a.People[i].Terms.Side == Sales {
			callers++
			w.Available = added(w.Available, calls.InAll, callers == 1)
		}
	}
	if callers > 0 {
		w.People = new(big.Rat).SetInt64(callers)
	}
	return w
}

// added adds what may not be known: what is not makes the sum so.
func added(sum, more *big.Int, first bool) *big.Int {
	switch {
	case more == nil, sum == nil && !first:
		return nil
	case first:
		return new(big.Int).Set(more)
	}
	return new(big.Int).Add(sum, more)
}

// PersonSLA is what one person owes.
type PersonSLA struct {
	Terms    *PersonTerm
	Promises []PersonPromise
}

// PersonPromise is one of the things that a person owes.
type PersonPromise struct {
	Kind  PromiseKind
	Pace  *Frequency
	InAll *big.Int // in the period; nil for a pace of days or weeks in a plan without one
}

// Of is what the person promises of a kind; nil where that is nothing.
func (p *PersonSLA) Of(kind PromiseKind) *PersonPromise {
	for i := range p.Promises {
		if p.Promises[i].Kind == kind {
			return &p.Promises[i]
		}
	}
	return nil
}

// people are those of the terms, with what their promises come to in the period.
func (a *SLA) people() []PersonSLA {
	list := make([]PersonSLA, len(a.Terms.People))
	for i := range a.Terms.People {
		t := &a.Terms.People[i]
		list[i].Terms = t
		for _, p := range []PersonPromise{
			{Kind: PersonLeads, Pace: t.Leads},
			{Kind: PersonCalls, Pace: t.Calls},
			{Kind: PersonContacts, Pace: t.Contacts},
			{Kind: PersonTrips, Pace: t.Trips},
		} {
			if p.Pace == nil {
				continue
			}
			switch {
			case p.Pace.Per == PerPeriod:
				p.InAll = p.Pace.In(0)
			case a.Plan.Plan.Period != nil:
				p.InAll = p.Pace.In(a.Plan.days.in(*a.Plan.Plan.Period))
			}
			list[i].Promises = append(list[i].Promises, p)
		}
	}
	return list
}
