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
	Days      int64    // of calls, the working days that all of this is about; 0 without a period
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
// finds itself. They fall into the days in which leads come in, and what people
// promise to call in these is what they can.
func (a *SLA) calls() Work {
	w := Work{Kind: WorkCalls, Side: Sales, Required: new(big.Int)}
	var span *Span
	for i := range a.Funnels {
		leads, window := a.Funnels[i].toCall()
		if leads.Sign() > 0 && window != nil {
			span = enclosing(span, *window)
		}
		w.Required.Add(w.Required, leads.Mul(leads, big.NewInt(a.Terms.Attempts)))
	}
	if span != nil {
		w.Days = a.Plan.days.in(*span)
	}
	switch each := a.Terms.CallsPerWeek; {
	case each != nil && w.Required.Sign() == 0:
		w.Needed = new(big.Int)
	case each != nil && w.Days > 0:
		w.Needed = ceil(quo(ratOf(w.Required), quo(mul(each, new(big.Rat).SetInt64(w.Days)), big.NewRat(5, 1))))
	}
	callers := int64(0)
	for i := range a.People {
		if calls := a.People[i].Of(PersonCalls); calls != nil && a.People[i].Terms.Side == Sales {
			callers++
			w.Available = added(w.Available, calls.within(w.Days), callers == 1)
		}
	}
	if callers > 0 {
		w.People = new(big.Rat).SetInt64(callers)
	}
	return w
}

// toCall are the leads that sales is to reach, and the days in which they come in;
// nil without a period.
func (a *FunnelSLA) toCall() (leads *big.Int, window *Span) {
	leads = new(big.Int).Set(a.Own)
	s := a.Handed()
	if s == nil {
		return leads, a.Taken().Window
	}
	return leads.Add(leads, s.handled()), s.Window
}

// enclosing is the shortest span that holds both; the first may be none.
func enclosing(a *Span, b Span) *Span {
	if a == nil {
		return &b
	}
	return &Span{min(a.Start, b.Start), max(a.End, b.End)}
}

// within is what the person promises to do in so many working days: all that is
// promised for the whole period; nil for none of a pace of days or weeks.
func (p *PersonPromise) within(days int64) *big.Int {
	if p.Pace.Per != PerPeriod && days == 0 {
		return nil
	}
	return p.Pace.In(days)
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

// PerWeek is the pace in five working days; nil for a promise of the whole period,
// and for no promise.
func (p *PersonPromise) PerWeek() *big.Rat {
	switch {
	case p == nil || p.Pace.Per == PerPeriod:
		return nil
	case p.Pace.Per == PerDay:
		return mul(p.Pace.N, big.NewRat(5, 1))
	}
	return p.Pace.N
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
