package funnel

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
)

// DemandKind is what a plan asks for too much of, or not.
type DemandKind int

// What a plan may ask for too much of.
const (
	DemandGiven    DemandKind = iota // needed entries of a stage, of which some are given
	DemandCost                       // unit costs of a funnel, for which it has a budget
	DemandCapacity                   // entries of a stage that people can handle
)

// Demand is what a plan asks of something that there is only so much of: in the
// plan as it stands, with the value found, and with the next one.
type Demand struct {
	Kind          DemandKind
	Funnel, Stage int      // Stage is -1 of costs
	Before        Strain   // nil Ask: beyond [MaxNeeded]
	After         *Strain  // nil where nothing was found
	Next          *Strain  // nil without a next value
	Chance        *float64 // with the given entries, where a confidence is asked for: in the plan as it stands
}

// Strain is a demand, and what there is. Ask is nil above [MaxNeeded].
type Strain struct{ Ask, There *big.Rat }

// Met reports whether there is enough.
func (d Demand) Met(a Strain) bool { return a.Ask != nil && a.Ask.Cmp(a.There) <= 0 }

// hasCosts reports whether entries of any stage cost something.
func (p *Plan) hasCosts() bool { return slices.Contains(p.withCosts(), true) }

// withCosts says of each funnel whether entries of any of its stages do.
func (p *Plan) withCosts() []bool {
	costs := make([]bool, len(p.Funnels))
	for i := range p.Funnels {
		costs[i] = slices.ContainsFunc(p.Funnels[i].Stages, func(s Stage) bool { return s.UnitCost != nil && s.UnitCost.Sign() > 0 })
	}
	return costs
}

// hasCapacities reports whether it is known how many people can handle at any
// stage.
func (p *Plan) hasCapacities() bool {
	for i := range p.Funnels {
		for j := range p.Funnels[i].Stages {
			if c := p.Funnels[i].Stages[j].Capacity; c != nil && (c.Days != nil || p.Period != nil || p.Funnels[i].Stages[j].Dates != nil) {
				return true
			}
		}
	}
	return false
}

// fits reports whether a plan comes out as the question wants it.
func (s *solver) fits(p *Plan) bool {
	for i, d := range s.demands(p) {
		if d.Kind == DemandGiven && s.question.Confidence != nil {
			if !s.isSure(p, s.question.Given[i]) {
				return false
			}
		} else if !d.Met(d.Before) {
			return false
		}
	}
	return true
}

// demands are what a plan asks, as Before. A budget whose size the target does not
// depend on must pay, whatever else is given.
func (s *solver) demands(p *Plan) []Demand {
	given := s.question.Given
	var list []Demand
	for _, g := range given {
		list = append(list, Demand{
			Kind: DemandGiven, Funnel: g.Funnel, Stage: g.Stage,
			Before: Strain{ratOf(neededAt(p, g.Funnel)[g.Stage].Needed), new(big.Rat).SetInt64(g.Entries)},
		})
	}
	pays := s.question.Unknown.Helps == PaysAndAsks && p.Target.Kind != TargetReturn && p.hasCosts()
	if len(given) == 0 || pays {
		list = append(list, s.costDemands(p)...)
	}
	if len(given) == 0 && s.capacities {
		list = append(list, capacityDemands(p)...)
	}
	return list
}

// neededAt are the stages of a funnel with what is needed at each.
func neededAt(p *Plan, f int) []StageResult {
	asked := ask(p, &p.Funnels[f], p.Target)
	return climb(&p.Funnels[f], asked.won, asked.exact)
}

// costDemands are those of the funnels whose entries cost something, if only once
// the unknown, which may be a unit cost, has a value.
func (s *solver) costDemands(p *Plan) []Demand {
	var list []Demand
	for i, costs := range s.costs {
		if costs {
			list = append(list, Demand{
				Kind: DemandCost, Funnel: i, Stage: -1, Before: Strain{cost(neededAt(p, i)), p.Funnels[i].Budget},
			})
		}
	}
	return list
}

func capacityDemands(p *Plan) []Demand {
	var list []Demand
	r := Targets(p)
	for i := range r.Funnels {
		for j := range r.Funnels[i].Stages {
			if c := r.Funnels[i].Stages[j].Capacity; c != nil {
				list = append(list, Demand{
					Kind: DemandCapacity, Funnel: i, Stage: j, Before: Strain{ratOf(c.Required), ratOf(c.Available)},
				})
			}
		}
	}
	return list
}

// demandsOf are the demands of a plan before and after its question is answered.
func (s *solver) demandsOf(r *Solution) []Demand {
	list := s.shownDemands(s.plan)
	set := func(x *big.Rat, put func(*Demand, *Strain)) {
		if x != nil {
			for i, d := range s.shownDemands(s.with(x)) {
				put(&list[i], &d.Before)
			}
		}
	}
	set(r.shownValue(), func(d *Demand, a *Strain) { d.After = a })
	set(r.Next, func(d *Demand, a *Strain) { d.Next = a })
	return list
}

// shownDemands are demands with the numbers that make sure, where that is asked.
func (s *solver) shownDemands(p *Plan) []Demand {
	list := s.demands(p)
	if s.question.Confidence == nil {
		return list
	}
	for i, g := range s.question.Given {
		odds, ok := oddsOf(p, g.Funnel)
		if !ok {
			list[i].Before.Ask = nil
			continue
		}
		chance := known(odds.Chance(g.Stage, g.Entries), odds.chain.decimals())
		list[i].Chance = &chance
		list[i].Before.Ask = nil
		if n, ok := odds.Least(g.Stage, s.question.Confidence); ok {
			list[i].Before.Ask = new(big.Rat).SetInt64(n)
		}
	}
	return list
}

// oddsOf are the odds of a funnel to reach its target; ok is false where that is
// beyond reckoning.
func oddsOf(p *Plan, f int) (odds *Odds, ok bool) {
	funnel := &p.Funnels[f]
	target := neededAt(p, f)[funnel.Success].Total
	if !target.IsInt64() {
		return nil, false
	}
	return funnel.chainTo(funnel.Success).Odds(target.Int64()), true
}

// isSure reports whether the given entries reach the target with the confidence
// asked for. Many values of an unknown ask for the same whole target: what is
// known of one is kept.
func (s *solver) isSure(p *Plan, g Given) bool {
	odds, ok := oddsOf(p, g.Funnel)
	if !ok {
		return false
	}
	key := fmt.Sprint(g, odds.target, odds.chain.describe())
	if sure, known := s.sure[key]; known {
		return sure
	}
	γ := confidenceOf(s.question.Confidence)
	sure := odds.reaches(g.Stage, g.Entries, odds.Chance(g.Stage, g.Entries), γ)
	s.sure[key] = sure
	return sure
}

// describe is the same for chains that are the same.
func (c Chain) describe() string {
	var b strings.Builder
	for i, base := range c.Base {
		b.WriteString(" " + big.NewInt(base).String())
		if i < len(c.Steps) {
			step := c.Steps[i]
			b.WriteString(" " + step.effective().RatString())
			if step.uncertain() {
				b.WriteString("~")
			}
		}
	}
	return b.String()
}

// decidedByChance reports whether an unknown changes the chances of given entries
// themselves rather than only the target, a whole number.
func (s *solver) decidedByChance(a, b *big.Rat) bool {
	if s.question.Confidence == nil {
		return false
	}
	p, q := s.with(a), s.with(b)
	for _, g := range s.question.Given {
		success := p.Funnels[g.Funnel].Success
		if p.Funnels[g.Funnel].chainTo(success).describe() != q.Funnels[g.Funnel].chainTo(success).describe() {
			return true
		}
	}
	return false
}

// chanceWidth is how far apart the values may be between which the end lies where
// chances decide: their doubt is of that size.
func chanceWidth() *big.Rat { return big.NewRat(1, 1_000_000_000_000) }
