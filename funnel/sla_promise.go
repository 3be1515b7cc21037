package funnel

import "math/big"

// PromiseKind says what is promised.
type PromiseKind string

// What is promised. Scripts read these words.
const (
	PromiseRevenue        PromiseKind = "revenue"         // money that a side's own leads bring
	PromiseLeads          PromiseKind = "leads"           // entries of the stage that is handed over
	PromiseChannelLeads   PromiseKind = "channel_leads"   // of them, those of a channel
	PromiseRate           PromiseKind = "rate"            // share of a stage that goes on to the next
	PromiseAverageRevenue PromiseKind = "average_revenue" // of a client and purchase
	PromiseEntries        PromiseKind = "entries"         // of sales' first stage
	PromiseClients        PromiseKind = "clients"
	PromiseOwnLeads       PromiseKind = "own_leads"      // entries of sales' first stage that sales finds itself
	PromiseRateToClient   PromiseKind = "rate_to_client" // share of sales' first stage that becomes a client
	PromiseResponse       PromiseKind = "respond_within" // hours
	PromiseAttempts       PromiseKind = "attempts"       // to reach each lead
	PersonLeads           PromiseKind = "person_leads"
	PersonCalls           PromiseKind = "person_calls"
	PersonContacts        PromiseKind = "person_contacts"
	PersonTrips           PromiseKind = "person_trips"
)

// PromiseUnit says what the value of a promise is.
type PromiseUnit string

// What a value is.
const (
	UnitCount PromiseUnit = "count"
	UnitShare PromiseUnit = "share" // a fraction
	UnitMoney PromiseUnit = "money"
	UnitHours PromiseUnit = "hours"
)

// Promise is one thing that a side owes.
type Promise struct {
	Side    Side
	Kind    PromiseKind
	Funnel  string // ID, empty where it concerns the whole plan
	Stage   string // ID, empty where it concerns no stage
	Name    string // of the stage
	Channel string
	Person  string

	Unit    PromiseUnit
	Value   *big.Rat   // nil where it is not known without a period
	PerWeek *big.Int   // of counts, per five working days; nil without a period
	Pace    *Frequency // of a person
}

// ofStage is a promise about a stage of a funnel.
func (a *FunnelSLA) ofStage(kind PromiseKind, side Side, s *StageResult) Promise {
	return Promise{Side: side, Kind: kind, Funnel: a.Plan.Funnel.ID, Stage: s.Stage.ID, Name: s.Stage.Name}
}

// counted is a promise of so many.
func (p Promise) counted(n, perWeek *big.Int) Promise {
	p.Unit, p.Value, p.PerWeek = UnitCount, ratOf(n), perWeek
	return p
}

// valued is a promise of anything else.
func (p Promise) valued(unit PromiseUnit, value *big.Rat) Promise {
	p.Unit, p.Value = unit, value
	return p
}

// marketingOwes lists what marketing owes.
func (a *SLA) marketingOwes() []Promise {
	var list []Promise
	if c := a.Contribution(FromMarketing); c.Revenue.Sign() > 0 {
		list = append(list, Promise{Side: Marketing, Kind: PromiseRevenue}.valued(UnitMoney, c.Revenue))
	}
	for i := range a.Funnels {
		f := &a.Funnels[i]
		s := f.Handed()
		if s == nil {
			continue
		}
		list = append(list, f.ofStage(PromiseLeads, Marketing, s).counted(s.Due(), s.PerWeek))
		list = append(list, f.rates(Marketing)...)
		if average := f.AverageRevenue(a.Plan.Plan); average != nil {
			list = append(list, f.ofStage(PromiseAverageRevenue, Marketing, f.Client()).valued(UnitMoney, average))
		}
		list = append(list, f.responses(Marketing)...)
	}
	list = append(list, a.channelLeads()...)
	return append(list, a.promisesOf(Marketing)...)
}

// salesOwes lists what sales owes.
func (a *SLA) salesOwes() []Promise {
	var list []Promise
	if c := a.Contribution(FromSales); c.Revenue.Sign() > 0 {
		list = append(list, Promise{Side: Sales, Kind: PromiseRevenue}.valued(UnitMoney, c.Revenue))
	}
	for i := range a.Funnels {
		f := &a.Funnels[i]
		s := f.Taken()
		if s == nil {
			continue
		}
		client := f.Client()
		if s != client {
			list = append(list, f.ofStage(PromiseEntries, Sales, s).counted(s.Due(), s.PerWeek))
		}
		if f.Own.Sign() > 0 && f.HandOver > 0 {
			list = append(list, f.ofStage(PromiseOwnLeads, Sales, s).counted(f.Own, perWeekOf(f.Own, s.Window, a.Plan)))
		}
		list = append(list, f.ofStage(PromiseClients, Sales, client).counted(client.Due(), client.PerWeek))
		list = append(list, f.rates(Sales)...)
		if rate := a.Terms.Rate; rate != nil && f.RateToClient() != nil {
			list = append(list, f.ofStage(PromiseRateToClient, Sales, s).valued(UnitShare, rate))
		} else if rate := f.RateToClient(); rate != nil && f.HandOver < len(f.Plan.Stages)-2 {
			list = append(list, f.ofStage(PromiseRateToClient, Sales, s).valued(UnitShare, rate))
		}
		list = append(list, f.responses(Sales)...)
	}
	if a.Terms.Attempts > 0 {
		list = append(list, Promise{Side: Sales, Kind: PromiseAttempts}.counted(big.NewInt(a.Terms.Attempts), nil))
	}
	return append(list, a.promisesOf(Sales)...)
}

// rates are the shares that go on at the stages of a side.
func (a *FunnelSLA) rates(side Side) []Promise {
	var list []Promise
	for i := range a.Plan.Stages[:len(a.Plan.Stages)-1] {
		if s := &a.Plan.Stages[i]; a.Sides[i] == side {
			list = append(list, a.ofStage(PromiseRate, side, s).valued(UnitShare, s.Effective))
		}
	}
	return list
}

// responses are the times in which a side answers.
func (a *FunnelSLA) responses(side Side) []Promise {
	var list []Promise
	for i := range a.Plan.Stages {
		s := &a.Plan.Stages[i]
		if a.Sides[i] == side && s.Stage.RespondWithin > 0 {
			list = append(list, a.ofStage(PromiseResponse, side, s).valued(UnitHours, new(big.Rat).SetInt64(int64(s.Stage.RespondWithin))))
		}
	}
	return list
}

// channelLeads are what each channel is to bring of the leads.
func (a *SLA) channelLeads() []Promise {
	var list []Promise
	days := a.leadDays()
	for i, n := range a.ByChannel() {
		p := Promise{Side: Marketing, Kind: PromiseChannelLeads, Channel: a.Terms.Channels[i].Name}
		var perWeek *big.Int
		if days > 0 {
			perWeek = inWeek(n, days)
		}
		list = append(list, p.counted(n, perWeek))
	}
	return list
}

// leadDays are the working days in which marketing hands leads over.
func (a *SLA) leadDays() int64 {
	days := int64(0)
	for _, w := range a.Weeks {
		days += w.WorkingDays
	}
	return days
}

// perWeekOf spreads entries over the working weeks of a window.
func perWeekOf(n *big.Int, window *Span, r *Result) *big.Int {
	if window == nil {
		return nil
	}
	days := r.days.in(*window)
	if days == 0 {
		return nil
	}
	return inWeek(n, days)
}

// inWeek is what so many in so many working days come to in five of them.
func inWeek(n *big.Int, days int64) *big.Int {
	if days <= 5 {
		return n
	}
	return ceilDiv(new(big.Int).Mul(n, big.NewInt(5)), big.NewInt(days))
}

// promisesOf are what the people of a side promise.
func (a *SLA) promisesOf(side Side) []Promise {
	var list []Promise
	for _, person := range a.People {
		if person.Terms.Side != side {
			continue
		}
		for _, p := range person.Promises {
			promise := Promise{Side: side, Kind: p.Kind, Person: person.Terms.Name, Unit: UnitCount, Pace: p.Pace}
			if p.InAll != nil {
				promise.Value = ratOf(p.InAll)
			}
			if p.Pace.Per == PerWeek && p.Pace.N.IsInt() {
				promise.PerWeek = p.Pace.N.Num()
			}
			list = append(list, promise)
		}
	}
	return list
}
