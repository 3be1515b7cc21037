package funnel

import (
	"cmp"
	"math/big"
	"slices"
	"strings"
)

// PromiseStatus is how a promise stands. Its words are stable: scripts read them.
type PromiseStatus string

// The statuses. Only the second is a no.
const (
	PromiseKept    PromiseStatus = "kept"    // so far
	PromiseBroken  PromiseStatus = "broken"  // so far
	PromiseUnclear PromiseStatus = "unclear" // a rate that is below what was promised, which may be chance
	PromiseNotDue  PromiseStatus = "not_due" // nothing is due yet
	PromiseNoData  PromiseStatus = "no_data"
)

// SLACheck is what happened held against an agreement.
type SLACheck struct {
	*SLA
	Check     *CheckResult
	Promises  []PromiseCheck   // in the order of the agreement's
	Responses []*ResponseCheck // by funnel; nil where nothing is promised or known
	Rejected  []RejectCheck    // most frequent first
	People    []PersonCheck    // by name; none where the data name nobody
	Verdict   PromiseStatus
}

// PromiseCheck is how one promise stands. Due and Actual are in the promise's unit;
// of a response time they are shares of the leads that were answered in time.
type PromiseCheck struct {
	Due, Actual *big.Rat // nil where nothing is due yet, or nothing is known
	Status      PromiseStatus
}

// RejectCheck counts the leads that sales gave back for one reason: those that were
// lost when they had come no further than the stage that is handed over.
type RejectCheck struct {
	Funnel string // ID
	Reason string // empty where the data give none
	Count  *big.Int
	Share  *big.Rat // of all who were given back in the funnel
	Agreed bool     // the agreement has this reason, or none at all
}

// PersonCheck is what the data put down to one person.
type PersonCheck struct {
	Name                   string
	Handed, Taken, Clients int64 // entries of the stage that is handed over, of sales' first and of clients
}

// usualResponse is the share of leads that must be answered in time.
func usualResponse() *big.Rat { return big.NewRat(9, 10) }

// ResponseShare is the share of leads that must be answered in time.
func (t *Terms) ResponseShare() *big.Rat {
	if t.Response != nil {
		return t.Response
	}
	return usualResponse()
}

// Hold holds what happened against the agreement, at the end of one day as [Check]
// does. The plan must have a period.
func (a *SLA) Hold(happened *Actuals, rules CheckRules) *SLACheck {
	c := &SLACheck{SLA: a, Check: Check(a.Plan, happened, rules)}
	h := holding{SLACheck: c, happened: happened, onTrack: boundOr(rules.OnTrack, 1, 1), lasts: lastDays(a.Plan)}
	for i := range a.Funnels {
		c.Responses = append(c.Responses, h.response(i))
		c.Rejected = append(c.Rejected, h.rejected(i)...)
	}
	c.People = h.persons()
	c.Verdict = PromiseNoData
	for i := range a.Promises {
		p := h.hold(&a.Promises[i])
		c.Promises = append(c.Promises, p)
		c.Verdict = worseOf(c.Verdict, p.Status)
	}
	return c
}

// worseOf is the worse of two statuses.
func worseOf(a, b PromiseStatus) PromiseStatus {
	order := []PromiseStatus{PromiseNoData, PromiseNotDue, PromiseKept, PromiseUnclear, PromiseBroken}
	if slices.Index(order, b) > slices.Index(order, a) {
		return b
	}
	return a
}

// holding holds promises against what happened.
type holding struct {
	*SLACheck
	happened *Actuals
	onTrack  *big.Rat
	lasts    [][]Date // on which entries count, by funnel and stage
}

// hold says how one promise stands.
func (h *holding) hold(p *Promise) PromiseCheck {
	f, stage := h.place(p)
	switch p.Kind {
	case PromiseLeads:
		return h.counted(f, stage, func(e *Entries) bool { return !h.isOwn(e) }, p.Value)
	case PromiseChannelLeads:
		return h.channel(p)
	case PromiseEntries, PromiseClients:
		return h.counted(f, stage, func(*Entries) bool { return true }, p.Value)
	case PromiseOwnLeads:
		return h.own(f, stage, p, "")
	case PersonLeads:
		return h.personLeads(p)
	case PromiseRate:
		return h.rate(f, stage, p)
	case PromiseRateToClient:
		return h.rateToClient(f, stage, p)
	case PromiseRevenue:
		return h.revenue(p)
	case PromiseAverageRevenue:
		return h.averageRevenue(p)
	case PromiseResponse:
		return h.responding(f, stage)
	default: // calls, contacts, trips and attempts stand in no export
		return PromiseCheck{Status: PromiseNoData}
	}
}

// place finds what a promise is about, −1 where that is no single stage.
func (h *holding) place(p *Promise) (f, stage int) {
	for i := range h.Funnels {
		plan := h.Funnels[i].Plan
		if plan.Funnel.ID != p.Funnel {
			continue
		}
		return i, slices.IndexFunc(plan.Stages, func(s StageResult) bool { return s.Stage.ID == p.Stage })
	}
	return -1, -1
}

// LastHandOver is the last day on which a lead that is handed over in a funnel
// counts for the plan. That of a funnel in which nobody hands any over says nothing.
func (a *SLA) LastHandOver(f int) Date {
	return lastDays(a.Plan)[f][max(0, a.Funnels[f].HandOver-1)]
}

// counts reports whether what happened within some days counts for the plan so far,
// where it counts until a last day: as in [Check].
func (h *holding) counts(from, to, last Date) bool {
	c := counting{first: firstDay(h.Plan.Plan), last: last, day: h.Check.ComparedOn, dated: h.happened.Ends != nil}
	return c.counts(Span{from, to})
}

// entered counts the entries of a stage so far that are asked for.
func (h *holding) entered(f, stage int, asked func(e *Entries) bool) int64 {
	n := int64(0)
	s := h.happened.funnel(f).stage(stage)
	for i := range s.Entries {
		e := &s.Entries[i]
		if !h.counts(e.From, e.To, h.lasts[f][stage]) || !asked(e) {
			continue
		}
		n = together(n, e.Count)
	}
	return n
}

// counted holds the entries of a stage against its schedule.
func (h *holding) counted(f, stage int, asked func(e *Entries) bool, all *big.Rat) PromiseCheck {
	s := &h.Check.Funnels[f].Stages[stage]
	if !s.Known {
		return PromiseCheck{Status: PromiseNoData}
	}
	return h.reached(floor(mul(all, s.Schedule.Share(h.Check.ComparedOn))), big.NewInt(h.entered(f, stage, asked)))
}

// reached holds a count against what is due of it.
func (h *holding) reached(due, actual *big.Int) PromiseCheck {
	c := PromiseCheck{Due: ratOf(due), Actual: ratOf(actual), Status: PromiseKept}
	switch {
	case due.Sign() == 0 && actual.Sign() == 0:
		c.Status = PromiseNotDue
	case c.Actual.Cmp(mul(c.Due, h.onTrack)) < 0:
		c.Status = PromiseBroken
	}
	return c
}

// isOwn reports whether entries came by a channel of sales' own leads.
func (h *holding) isOwn(e *Entries) bool {
	return slices.ContainsFunc(h.Terms.OwnChannels, func(name string) bool { return sameName(name, e.Channel) })
}

// sameName compares names of people and channels, case and spaces around them aside.
func sameName(a, b string) bool { return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b)) }

// namesChannels reports whether the data say by which channels leads came.
func (h *holding) namesChannels(f, stage int) bool {
	return h.entered(f, stage, func(e *Entries) bool { return e.Channel != "" }) > 0
}

// channel holds the leads of one channel, of all funnels, against its part.
func (h *holding) channel(p *Promise) PromiseCheck {
	due, actual, known := new(big.Rat), int64(0), false
	for i := range h.Funnels {
		stage := h.Funnels[i].HandOver - 1
		if stage < 0 {
			continue
		}
		s := &h.Check.Funnels[i].Stages[stage]
		known = known || s.Known && h.namesChannels(i, stage)
		actual += h.entered(i, stage, func(e *Entries) bool { return sameName(e.Channel, p.Channel) })
		if all := h.Leads(); all.Sign() > 0 {
			part := quo(mul(p.Value, ratOf(s.Plan.Due())), ratOf(all))
			due.Add(due, mul(part, s.Schedule.Share(h.Check.ComparedOn)))
		}
	}
	if !known {
		return PromiseCheck{Status: PromiseNoData}
	}
	return h.reached(floor(due), big.NewInt(actual))
}

// own holds the leads that sales finds itself, or one person of it, against what
// was promised.
func (h *holding) own(f, stage int, p *Promise, person string) PromiseCheck {
	s := &h.Check.Funnels[f].Stages[stage]
	if !s.Known || len(h.Terms.OwnChannels) == 0 || !h.namesChannels(f, stage) || p.Value == nil {
		return PromiseCheck{Status: PromiseNoData}
	}
	mine := func(e *Entries) bool { return h.isOwn(e) && (person == "" || sameName(e.Person, person)) }
	return h.counted(f, stage, mine, p.Value)
}

// personLeads holds the leads of one person of sales against what they promised, in
// a plan with one funnel; of those of marketing the data do not say who found them.
func (h *holding) personLeads(p *Promise) PromiseCheck {
	if len(h.Funnels) != 1 || h.Funnels[0].Taken() == nil || p.Side != Sales || len(h.People) == 0 {
		return PromiseCheck{Status: PromiseNoData}
	}
	return h.own(0, h.Funnels[0].HandOver, p, p.Person)
}

// rate holds the share that went on against the promise. Below it, it is broken only
// where that is hardly chance.
func (h *holding) rate(f, stage int, p *Promise) PromiseCheck {
	r := &h.Check.Funnels[f].Stages[stage].Rate
	if r.Actual == nil {
		return PromiseCheck{Status: PromiseNoData}
	}
	return PromiseCheck{Due: p.Value, Actual: r.Actual, Status: rateStatus(r.Actual.Cmp(p.Value) >= 0, r.Differs)}
}

func rateStatus(reached, differs bool) PromiseStatus {
	switch {
	case reached:
		return PromiseKept
	case differs:
		return PromiseBroken
	}
	return PromiseUnclear
}

// rateToClient holds the product of the rates of sales against the promise.
func (h *holding) rateToClient(f, stage int, p *Promise) PromiseCheck {
	product, differs := big.NewRat(1, 1), false
	stages := h.Check.Funnels[f].Stages
	for i := stage; i < len(stages)-1; i++ {
		r := &stages[i].Rate
		if r.Actual == nil {
			return PromiseCheck{Status: PromiseNoData}
		}
		product.Mul(product, r.Actual)
		differs = differs || r.Differs && r.Actual.Cmp(r.Planned) < 0
	}
	return PromiseCheck{Due: p.Value, Actual: product, Status: rateStatus(product.Cmp(p.Value) >= 0, differs)}
}

// revenue holds what the leads of a side brought against what is due of it. Where
// both sides find leads, the channels tell them apart.
func (h *holding) revenue(p *Promise) PromiseCheck {
	both := h.Contribution(FromSales).Revenue.Sign() > 0 && h.Contribution(FromMarketing).Revenue.Sign() > 0
	if !h.happened.Money.Revenue || both && len(h.Terms.OwnChannels) == 0 {
		return PromiseCheck{Status: PromiseNoData}
	}
	due, actual := new(big.Rat), new(big.Rat)
	source := FromMarketing
	if p.Side == Sales {
		source = FromSales
	}
	for i := range h.Funnels {
		stages := h.Check.Funnels[i].Stages
		part := h.Funnels[i].Contributions[slices.Index(Sources(), source)].Revenue
		due.Add(due, mul(part, stages[len(stages)-1].Schedule.Share(h.Check.ComparedOn)))
	}
	last := latest(h.lasts)
	for _, amount := range h.happened.Revenue {
		own := h.isOwn(&Entries{Channel: amount.Channel})
		if !h.counts(amount.From, amount.To, last) || both && own != (p.Side == Sales) {
			continue
		}
		actual.Add(actual, amount.Value)
	}
	c := PromiseCheck{Due: due, Actual: actual, Status: PromiseKept}
	switch {
	case due.Sign() == 0 && actual.Sign() == 0:
		c.Status = PromiseNotDue
	case actual.Cmp(mul(due, h.onTrack)) < 0:
		c.Status = PromiseBroken
	}
	return c
}

// averageRevenue holds what clients brought on average against the promise, in a
// plan with one funnel. A client's repeat purchases are in both.
func (h *holding) averageRevenue(p *Promise) PromiseCheck {
	if len(h.Funnels) != 1 || h.Check.Money.Revenue == nil {
		return PromiseCheck{Status: PromiseNoData}
	}
	stages := h.Check.Funnels[0].Stages
	clients := stages[len(stages)-1].Actual
	if clients == nil || clients.Sign() == 0 {
		return PromiseCheck{Due: p.Value, Status: PromiseNotDue}
	}
	c := PromiseCheck{Due: p.Value, Actual: quo(h.Check.Money.Revenue, ratOf(clients)), Status: PromiseKept}
	if c.Actual.Cmp(p.Value) < 0 {
		c.Status = PromiseBroken
	}
	return c
}

// response judges the first answers in a funnel, where a time is promised at sales'
// first stage.
func (h *holding) response(f int) *ResponseCheck {
	taken, happened := h.Funnels[f].Taken(), h.happened.funnel(f).Responses
	if taken == nil || taken.Stage.RespondWithin == 0 || happened == nil {
		return nil
	}
	return happened.check(taken.Stage.RespondWithin, h.Check.ComparedOn)
}

// responding holds the share that was answered in time against the promise.
func (h *holding) responding(f, stage int) PromiseCheck {
	r := h.Responses[f]
	switch {
	case r == nil || stage != h.Funnels[f].HandOver:
		return PromiseCheck{Status: PromiseNoData}
	case r.Share == nil:
		return PromiseCheck{Due: h.Terms.ResponseShare(), Status: PromiseNotDue}
	}
	c := PromiseCheck{Due: h.Terms.ResponseShare(), Actual: r.Share, Status: PromiseKept}
	if r.Share.Cmp(c.Due) < 0 {
		c.Status = PromiseBroken
	}
	return c
}

// rejected counts the leads of a funnel that were given back, by reason.
func (h *holding) rejected(f int) []RejectCheck {
	var list []RejectCheck
	all := new(big.Int)
	for _, l := range h.Check.Funnels[f].Lost {
		if l.Stage != h.Funnels[f].HandOver-1 {
			continue
		}
		agreed := len(h.Terms.RejectReasons) == 0 ||
			slices.ContainsFunc(h.Terms.RejectReasons, func(reason string) bool { return sameName(reason, l.Reason) })
		list = append(list, RejectCheck{Funnel: h.Funnels[f].Plan.Funnel.ID, Reason: l.Reason, Count: l.Count, Agreed: agreed})
		all.Add(all, l.Count)
	}
	for i := range list {
		list[i].Share = ratio(list[i].Count, all)
	}
	return list
}

// persons are those whom the data name, and those who promise something.
func (h *holding) persons() []PersonCheck {
	byName := map[string]*PersonCheck{}
	add := func(f, stage int, count func(p *PersonCheck) *int64) {
		h.entered(f, stage, func(e *Entries) bool {
			if e.Person == "" || stage < h.Funnels[f].HandOver && h.isOwn(e) {
				return false
			}
			key := strings.ToLower(strings.TrimSpace(e.Person))
			if byName[key] == nil {
				byName[key] = &PersonCheck{Name: e.Person}
			}
			*count(byName[key]) += e.Count
			return true
		})
	}
	for i := range h.Funnels {
		f := &h.Funnels[i]
		if f.HandOver > 0 {
			add(i, f.HandOver-1, func(p *PersonCheck) *int64 { return &p.Handed })
		}
		if f.Taken() != nil {
			add(i, f.HandOver, func(p *PersonCheck) *int64 { return &p.Taken })
			add(i, len(f.Plan.Stages)-1, func(p *PersonCheck) *int64 { return &p.Clients })
		}
	}
	if len(byName) == 0 {
		return nil
	}
	for _, t := range h.Terms.People {
		if key := strings.ToLower(strings.TrimSpace(t.Name)); byName[key] == nil {
			byName[key] = &PersonCheck{Name: t.Name}
		}
	}
	var list []PersonCheck
	for _, p := range byName {
		list = append(list, *p)
	}
	slices.SortFunc(list, func(a, b PersonCheck) int { return cmp.Compare(a.Name, b.Name) })
	return list
}
