package funnel

import (
	"math/big"
	"slices"
)

// Term is a part of an agreement that can be missing.
type Term string

// The parts of an agreement that a plan may not state yet.
const (
	TermDefinition    Term = "definition"     // of a stage: when somebody counts as having entered
	TermHandOver      Term = "hand_over"      // how a lead is handed over
	TermResponse      Term = "respond_within" // of sales' first stage
	TermAttempts      Term = "attempts"
	TermOwnLeads      Term = "sales_leads"
	TermChannels      Term = "channels"
	TermRejectReasons Term = "reject_reasons"
	TermPeople        Term = "people"
	TermCapacity      Term = "capacity" // of no stage of a funnel it is known what people can handle
	TermReview        Term = "review"
	TermIdealClient   Term = "ideal_client"
)

// Missing is a part that the plan does not state.
type Missing struct {
	Term   Term
	Funnel string // ID, like the next one of a stage that it concerns; else empty
	Stage  string
	Name   string // of the stage
}

// missing lists what the plan does not state yet, in the order of the page.
func (a *SLA) missing() []Missing {
	var list []Missing
	if a.Terms.IdealClient == "" && len(a.Terms.Traits) == 0 {
		list = append(list, Missing{Term: TermIdealClient})
	}
	for i := range a.Funnels {
		f := &a.Funnels[i]
		for _, s := range []*StageResult{f.Handed(), f.Taken()} {
			if s != nil && s.Stage.Definition == "" {
				list = append(list, Missing{TermDefinition, f.Plan.Funnel.ID, s.Stage.ID, s.Stage.Name})
			}
		}
	}
	for i := range a.Funnels {
		f := &a.Funnels[i]
		s := f.Taken()
		if s == nil {
			continue
		}
		if len(f.responses(Sales)) == 0 {
			list = append(list, Missing{TermResponse, f.Plan.Funnel.ID, s.Stage.ID, s.Stage.Name})
		}
		if !slices.ContainsFunc(f.Plan.Stages, func(s StageResult) bool { return s.Stage.Capacity != nil }) {
			list = append(list, Missing{TermCapacity, f.Plan.Funnel.ID, s.Stage.ID, s.Stage.Name})
		}
	}
	t := a.Terms
	handed := slices.ContainsFunc(a.Funnels, func(f FunnelSLA) bool { return f.HandOver > 0 && f.HandOver < len(f.Plan.Stages) })
	for _, m := range []struct {
		term    Term
		missing bool
	}{
		{TermHandOver, handed && t.HandOver == ""},
		{TermRejectReasons, handed && len(t.RejectReasons) == 0},
		{TermOwnLeads, handed && t.OwnShare == nil && t.OwnCount == nil},
		{TermChannels, a.Leads().Sign() > 0 && len(t.Channels) == 0},
		{TermAttempts, handed && t.Attempts == 0},
		{TermPeople, len(t.People) == 0},
		{TermReview, t.Review.N == 0 || t.IdealClientReview.N == 0},
	} {
		if m.missing {
			list = append(list, Missing{Term: m.term})
		}
	}
	return list
}

// Warning codes of an agreement. They are stable: scripts read them.
const (
	WarnSidesAssumed  = "sides-assumed"         // nothing says which stages are whose: the hand-over goes by the stages' ids
	WarnOwnAbove      = "own-leads-above-all"   // sales is to find more itself than are needed
	WarnOwnUnpromised = "own-leads-unpromised"  // the people of sales promise fewer leads than sales is to find itself
	WarnCallsShort    = "calls-short"           // the people of sales promise fewer calls than the attempts come to
	WarnRateBelowPlan = "sales-rate-below-plan" // with the agreed rate the needed entries do not bring the clients
)

func warnAssumed(a *SLA, assumed []bool) []Warning {
	var list []Warning
	for i := range a.Funnels {
		if f := &a.Funnels[i]; assumed[i] {
			list = append(list, Warning{Code: WarnSidesAssumed, Funnel: f.Plan.Funnel.ID, Stage: f.Taken().Stage.ID, Values: map[string]any{
				"stage": f.Taken().Stage.Name, "id": f.Taken().Stage.ID,
			}})
		}
	}
	return list
}

// warnings says where what is agreed does not fit together.
func (a *SLA) warnings() []Warning {
	list := slices.DeleteFunc(warnings(a.Plan), func(w Warning) bool { return w.Code == WarnNoChance }) // nobody asked for chances
	t := a.Terms
	own, needed := new(big.Int), new(big.Int)
	for i := range a.Funnels {
		if f := &a.Funnels[i]; f.HandOver > 0 {
			own.Add(own, f.Own)
			if s := f.Taken(); s != nil {
				needed.Add(needed, s.Needed)
			}
		}
	}
	if t.OwnCount != nil && t.OwnCount.Cmp(needed) > 0 {
		list = append(list, Warning{Code: WarnOwnAbove, Values: map[string]any{"own": t.OwnCount, "needed": needed}})
	}
	if promised := a.promised(PersonLeads); promised != nil && promised.Cmp(own) < 0 {
		list = append(list, Warning{Code: WarnOwnUnpromised, Values: map[string]any{"promised": promised, "own": own}})
	}
	for i := range a.Work {
		if w := &a.Work[i]; w.Kind == WorkCalls && w.Available != nil && w.Available.Cmp(w.Required) < 0 {
			list = append(list, Warning{Code: WarnCallsShort, Values: map[string]any{
				"promised": w.Available, "calls": w.Required, "attempts": big.NewInt(t.Attempts),
			}})
		}
	}
	for i := range a.Funnels {
		f := &a.Funnels[i]
		if plan := f.RateToClient(); plan != nil && t.Rate != nil && t.Rate.Cmp(plan) < 0 {
			list = append(list, Warning{Code: WarnRateBelowPlan, Funnel: f.Plan.Funnel.ID, Stage: f.Taken().Stage.ID, Values: map[string]any{
				"stage": f.Taken().Stage.Name, "agreed": Share{t.Rate}, "plan": Share{plan},
			}})
		}
	}
	return list
}

// promised is what the people of sales promise of a kind in all; nil where nobody
// promises any, or the sum is not known.
func (a *SLA) promised(kind PromiseKind) *big.Int {
	var sum *big.Int
	first := true
	for i := range a.People {
		if p := a.People[i].Of(kind); p != nil && a.People[i].Terms.Side == Sales {
			sum, first = added(sum, p.InAll, first), false
		}
	}
	return sum
}
