package funnel

import (
	"math/big"
	"slices"
	"strings"
)

// SLA is the agreement between marketing and sales on a plan: what each side owes
// the other so that the target is met.
type SLA struct {
	Plan  *Result // what is owed: marketing's stages less the leads that sales finds itself
	Terms *Terms

	Funnels       []FunnelSLA
	Contributions []Contribution // by source, in the order of the constants; they add up to the target revenue
	Promises      []Promise      // marketing's first
	Weeks         []LeadWeek     // what marketing hands over each week; none without a period
	Work          []Work         // what people can do against what they must
	People        []PersonSLA
	Missing       []Missing
	Warnings      []Warning
}

// FunnelSLA is who answers for what in one funnel.
type FunnelSLA struct {
	Plan     *FunnelResult
	HandOver int      // index of the first stage that sales answers for: 0 where marketing has none, the number of stages where sales has none
	Own      *big.Int // entries of that stage that sales finds itself
	Without  *big.Int // entries that marketing would owe without these; nil where it owes none
	Sides    []Side   // of each stage

	Contributions []Contribution // as in [SLA], of what is asked of this funnel
}

// Agree sets out what marketing and sales owe each other. Of r, [Targets] is
// enough. ok is false where nothing says which stages are whose.
func Agree(r *Result) (a *SLA, ok bool) {
	handOvers := make([]int, len(r.Funnels))
	assumed := make([]bool, len(r.Funnels))
	for i := range r.Funnels {
		if handOvers[i], assumed[i], ok = handOver(r.Funnels[i].Funnel, r.Plan.Terms.SalesFrom); !ok {
			return nil, false
		}
	}
	owed := *r
	owed.Funnels = slices.Clone(r.Funnels)
	a = &SLA{Plan: &owed, Terms: &r.Plan.Terms}
	own := ownLeads(r, handOvers)
	for i := range owed.Funnels {
		a.Funnels = append(a.Funnels, owe(r.Plan, &owed.Funnels[i], handOvers[i], own[i]))
	}
	a.Contributions = a.contributions()
	a.Weeks = a.leadWeeks()
	a.People = a.people()
	a.Work = a.work()
	a.Promises = append(a.marketingOwes(), a.salesOwes()...)
	a.Missing = a.missing()
	a.Warnings = append(warnAssumed(a, assumed), a.warnings()...)
	return a, true
}

// handOver finds the first stage that sales answers for: the one that is named;
// else the first of sales' that follows one of marketing's, by owners and systems;
// else, which is an assumption, SQL, or the stage below MQL.
func handOver(f *Funnel, named string) (stage int, assumed, ok bool) {
	first, said := -1, false
	for i := range f.Stages {
		if f.Stages[i].ID == named {
			return i, false, true
		}
		side := sideOf(&f.Stages[i])
		said = said || side != ""
		if side == Sales && (first < 0 || i > 0 && sideOf(&f.Stages[i-1]) == Marketing && !anyMarketing(f.Stages[:first])) {
			first = i
		}
	}
	switch {
	case first >= 0:
		return first, false, true
	case said:
		return len(f.Stages), false, true
	}
	for i := range f.Stages {
		if id := strings.ToLower(f.Stages[i].ID); id == "sql" || i > 0 && strings.EqualFold(f.Stages[i-1].ID, "mql") {
			return i, true, true
		}
	}
	return 0, false, false
}

func anyMarketing(stages []Stage) bool {
	return slices.ContainsFunc(stages, func(s Stage) bool { return sideOf(&s) == Marketing })
}

// sideOf is who answers for a stage by its owner, or else by its system; empty
// where neither is said.
func sideOf(s *Stage) Side {
	switch {
	case s.Owner != "":
		return Side(s.Owner)
	case s.System == "prospecting":
		return Marketing
	case s.System != "":
		return Sales
	}
	return ""
}

// ownLeads are the entries that sales finds itself, by funnel: a share of what
// each funnel needs, or a count that is split over the funnels by it. A funnel that
// is sales' from its top on has no others.
func ownLeads(r *Result, handOvers []int) []*big.Int {
	terms := &r.Plan.Terms
	needed := make([]*big.Int, len(handOvers))
	all := new(big.Int)
	for i, h := range handOvers {
		needed[i] = new(big.Int)
		if h > 0 && h < len(r.Funnels[i].Stages) {
			needed[i].Set(r.Funnels[i].Stages[h].Needed)
			all.Add(all, needed[i])
		}
	}
	own := make([]*big.Int, len(handOvers))
	before, given := new(big.Int), new(big.Int)
	for i, h := range handOvers {
		own[i] = new(big.Int)
		switch {
		case h == 0:
			own[i].Set(r.Funnels[i].Stages[0].Needed)
		case terms.OwnShare != nil:
			own[i] = ceil(mul(terms.OwnShare, ratOf(needed[i])))
		case terms.OwnCount != nil && all.Sign() > 0:
			count := smaller(terms.OwnCount, all)
			before.Add(before, needed[i])
			upTo := new(big.Int).Mul(count, before)
			upTo.Quo(upTo, all)
			own[i].Sub(upTo, given)
			given = upTo
		}
	}
	return own
}

func smaller(a, b *big.Int) *big.Int {
	if a.Cmp(b) < 0 {
		return a
	}
	return b
}

// owe works out what is owed in a funnel, and takes the leads that sales finds
// itself off what marketing's stages need.
func owe(p *Plan, f *FunnelResult, h int, own *big.Int) FunnelSLA {
	a := FunnelSLA{Plan: f, HandOver: h, Own: own}
	if h > 0 {
		a.Without = f.Stages[h-1].Due()
	}
	if h > 0 && own.Sign() > 0 {
		f.Stages = slices.Clone(f.Stages)
		below := &f.Stages[h]
		exact := sub(below.Exact, ratOf(own))
		if exact.Sign() < 0 {
			exact.SetInt64(0)
		}
		climbAbove(f.Funnel, f.Stages, h, new(big.Int).Sub(below.Needed, own), exact)
		f.settle(p)
	}
	for i := range f.Stages {
		side := sideOf(f.Stages[i].Stage)
		switch {
		case side != "":
		case i < h:
			side = Marketing
		default:
			side = Sales
		}
		a.Sides = append(a.Sides, side)
	}
	a.Contributions = a.contributions(p)
	return a
}

// Due is everybody who is to enter a stage: needed and direct entries.
func (s *StageResult) Due() *big.Int { return new(big.Int).Add(s.Needed, big.NewInt(s.Stage.Direct)) }

// Handed is the stage whose entries marketing hands over; nil where it has none.
func (a *FunnelSLA) Handed() *StageResult {
	if a.HandOver == 0 {
		return nil
	}
	return &a.Plan.Stages[a.HandOver-1]
}

// Taken is the first stage that sales answers for; nil where it has none.
func (a *FunnelSLA) Taken() *StageResult {
	if a.HandOver == len(a.Plan.Stages) {
		return nil
	}
	return &a.Plan.Stages[a.HandOver]
}

// Client is the last stage.
func (a *FunnelSLA) Client() *StageResult { return &a.Plan.Stages[len(a.Plan.Stages)-1] }

// RateToClient is the share of the entries of sales' first stage that become
// clients: the product of the effective rates; nil where sales has no step.
func (a *FunnelSLA) RateToClient() *big.Rat {
	if a.HandOver >= len(a.Plan.Stages)-1 {
		return nil
	}
	product := big.NewRat(1, 1)
	for i := a.HandOver; i < len(a.Plan.Stages)-1; i++ {
		product.Mul(product, a.Plan.Stages[i].Effective)
	}
	return product
}

// AverageRevenue is what a client must bring on average and purchase so that the
// whole number of clients brings what is asked; nil where none is asked.
func (a *FunnelSLA) AverageRevenue(p *Plan) *big.Rat {
	if a.Plan.Clients.Sign() == 0 || a.Plan.Revenue.Sign() <= 0 {
		return nil
	}
	clients := ratOf(a.Plan.Clients)
	if p.Target.Kind != TargetClients {
		clients = ratOf(floor(mul(clients, plusOne(p.Referrals))))
	}
	return quo(a.Plan.Revenue, mul(clients, plusOne(p.RepeatPurchases)))
}

// Source is where revenue comes from.
type Source string

// The sources of revenue.
const (
	FromMarketing  Source = "marketing"   // who come in at the top of a funnel that marketing begins
	FromSales      Source = "sales"       // whom sales finds itself
	FromInProgress Source = "in_progress" // who were there already
	FromDirect     Source = "direct"      // who come in without the stages above
	FromReferrals  Source = "referrals"   // whom clients bring
	FromExisting   Source = "existing"    // what existing clients bring
)

// Sources are all of them in the order in which they are told.
func Sources() []Source {
	return []Source{FromMarketing, FromSales, FromInProgress, FromDirect, FromReferrals, FromExisting}
}

// Contribution is what a source brings of the revenue that is asked.
type Contribution struct {
	Source  Source
	Revenue *big.Rat
	Share   *big.Rat // of the revenue that is asked in all; 0 where none is
}

// contributions of a funnel: what is asked of it goes by the numbers of the plan to
// where those come from who make it up, stage by stage from the client up.
func (a *FunnelSLA) contributions(p *Plan) []Contribution {
	shares := map[Source]*big.Rat{}
	for _, source := range Sources() {
		shares[source] = new(big.Rat)
	}
	left := big.NewRat(1, 1)
	give := func(source Source, part, of *big.Int) {
		shares[source].Add(shares[source], mul(left, new(big.Rat).SetFrac(part, of)))
	}
	if p.Target.Kind != TargetClients {
		shares[FromReferrals] = quo(p.Referrals, plusOne(p.Referrals))
		left.Sub(left, shares[FromReferrals])
	}
	for i := len(a.Plan.Stages) - 1; i >= 0 && left.Sign() > 0; i-- {
		s := &a.Plan.Stages[i]
		if s.Total.Sign() == 0 {
			break
		}
		there := smaller(big.NewInt(s.Stage.InProgress), s.Total)
		direct := new(big.Int).Sub(new(big.Int).Sub(s.Total, s.Needed), there)
		above := new(big.Int).Set(s.Needed)
		give(FromInProgress, there, s.Total)
		give(FromDirect, direct, s.Total)
		if i == a.HandOver && i > 0 {
			give(FromSales, a.Own, s.Total)
			above.Sub(above, a.Own)
		}
		left.Mul(left, new(big.Rat).SetFrac(above, s.Total))
	}
	top := FromMarketing
	if a.HandOver == 0 {
		top = FromSales
	}
	shares[top].Add(shares[top], left)
	return a.asMoney(shares)
}

// asMoney turns shares of what is asked of a funnel into money; none where it is
// asked nothing.
func (a *FunnelSLA) asMoney(shares map[Source]*big.Rat) []Contribution {
	list := make([]Contribution, 0, len(shares))
	for _, source := range Sources() {
		c := Contribution{Source: source, Revenue: new(big.Rat), Share: new(big.Rat)}
		if a.Plan.Revenue.Sign() > 0 {
			c.Share, c.Revenue = shares[source], mul(shares[source], a.Plan.Revenue)
		}
		list = append(list, c)
	}
	return list
}

// contributions of the whole plan. Existing clients bring what is not asked of
// the funnels.
func (a *SLA) contributions() []Contribution {
	list := make([]Contribution, len(Sources()))
	rest := new(big.Rat).Set(a.Plan.TargetRevenue)
	for i, source := range Sources() {
		list[i] = Contribution{Source: source, Revenue: new(big.Rat), Share: new(big.Rat)}
		for j := range a.Funnels {
			list[i].Revenue.Add(list[i].Revenue, a.Funnels[j].Contributions[i].Revenue)
		}
		rest.Sub(rest, list[i].Revenue)
	}
	list[len(list)-1].Revenue.Set(rest)
	if a.Plan.TargetRevenue.Sign() > 0 {
		for i := range list {
			list[i].Share = quo(list[i].Revenue, a.Plan.TargetRevenue)
		}
	}
	return list
}

// Contribution is what one source brings.
func (a *SLA) Contribution(source Source) Contribution {
	return a.Contributions[slices.Index(Sources(), source)]
}

// SideOf is who answers for a stage of the funnel.
func (a *FunnelSLA) SideOf(s *StageResult) Side {
	return a.Sides[slices.IndexFunc(a.Plan.Stages, func(other StageResult) bool { return other.Stage == s.Stage })]
}
