package plan

import (
	"math/big"
	"slices"
	"strings"

	"embudo/funnel"
)

// Unknowns are the numbers of a plan that can be solved for, in the order of the
// file. Their paths are those that --set takes.
func (p *Plan) Unknowns() []funnel.Unknown {
	list := append(p.targetUnknowns(), p.valueUnknowns()...)
	for f := range p.Funnels {
		list = append(list, p.funnelUnknowns(f)...)
	}
	for f, stages := range p.allStages() {
		for i := range stages {
			list = append(list, p.stageUnknowns(f, i)...)
		}
	}
	return list
}

// UnknownPaths are the paths of the unknowns of a plan.
func UnknownPaths(list []funnel.Unknown) []string {
	paths := make([]string, len(list))
	for i := range list {
		paths[i] = list[i].Path
	}
	return paths
}

// UnknownKinds are the same paths with STAGE and FUNNEL for the ids in them.
func (p *Plan) UnknownKinds() []string {
	var kinds []string
	for _, u := range p.Unknowns() {
		kind := u.Path
		if len(p.Funnels) > 0 && u.Funnel >= 0 {
			kind = strings.Replace(kind, "funnels."+p.Funnels[u.Funnel].ID, "funnels.FUNNEL", 1)
		}
		if u.Stage >= 0 {
			kind = strings.Replace(kind, "stages."+p.allStages()[u.Funnel][u.Stage].ID, "stages.STAGE", 1)
		}
		if !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
	}
	return kinds
}

// SaysRate is what the file says of an unknown that is uncertain: 27/90 or
// 20%..40%; empty of any other.
func (p *Plan) SaysRate(u funnel.Unknown) string {
	if !u.Uncertain {
		return ""
	}
	return p.allStages()[u.Funnel][u.Stage].Rate.String()
}

// SolvedSettings are what --set takes to give an unknown a value: its own path,
// and where funnels have budgets of their own, which must add up to the plan's,
// theirs too.
func (p *Plan) SolvedSettings(u *funnel.Unknown, x *big.Rat) []Setting {
	settings := []Setting{{Path: u.Path, Value: InFile(u.Kind, x)}}
	if u.Path != "budget" || !p.ownBudgets() {
		return settings
	}
	for i, part := range p.budgetParts(x) {
		path := "funnels." + p.Funnels[i].ID + ".budget"
		settings = append(settings, Setting{Path: path, Value: decimalText(part)})
	}
	return settings
}

// InFile is the value of an unknown as a plan file has it.
func InFile(kind funnel.UnknownKind, x *big.Rat) string {
	if kind == funnel.UnknownShare {
		return percentText(x)
	}
	return decimalText(x)
}

// cent is a hundredth of a point, to which shares are solved for.
func cent() *big.Rat { return big.NewRat(1, 10_000) }

// minor is the currency's smallest unit.
func (p *Plan) minor() *big.Rat {
	decimals, ok := Currency(p.Currency)
	if !ok {
		decimals = 2
	}
	return new(big.Rat).Inv(new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)))
}

// price is money above 0.
func (p *Plan) price(path string, current *big.Rat, helps funnel.Direction, put func(*funnel.Plan, *big.Rat)) funnel.Unknown {
	u := p.money(path, current, helps, put)
	u.AboveLow = true
	return u
}

func (p *Plan) money(path string, current *big.Rat, helps funnel.Direction, put func(*funnel.Plan, *big.Rat)) funnel.Unknown {
	return unknown(funnel.Unknown{
		Path: path, Kind: funnel.UnknownMoney, Current: current, Helps: helps,
		High: big.NewRat(maxMoney, 1), Step: p.minor(), Put: put,
	})
}

// share is a fraction of at most 1; above 0 where none at all would be no plan.
func share(path string, current *big.Rat, aboveZero bool, put func(*funnel.Plan, *big.Rat)) funnel.Unknown {
	return unknown(funnel.Unknown{
		Path: path, Kind: funnel.UnknownShare, Current: current, Helps: funnel.MoreHelps,
		High: big.NewRat(1, 1), AboveLow: aboveZero, Step: cent(), Put: put,
	})
}

func count(path string, current *big.Rat, helps funnel.Direction, low, high int64, put func(*funnel.Plan, *big.Rat)) funnel.Unknown {
	return unknown(funnel.Unknown{
		Path: path, Kind: funnel.UnknownCount, Current: current, Helps: helps,
		Low: big.NewRat(low, 1), High: big.NewRat(high, 1), Step: big.NewRat(1, 1), Put: put,
	})
}

// unknown fills in what most unknowns have in common: they belong to the whole
// plan, and begin at 0.
func unknown(u funnel.Unknown) funnel.Unknown {
	u.Funnel, u.Stage = -1, -1
	if u.Low == nil {
		u.Low = new(big.Rat)
	}
	return u
}

// targetUnknowns are the budget and the three ways to state a target, of which
// each takes the place of the others.
func (p *Plan) targetUnknowns() []funnel.Unknown {
	put := func(kind funnel.TargetKind) func(*funnel.Plan, *big.Rat) {
		return func(m *funnel.Plan, x *big.Rat) { m.Target = funnel.Target{Kind: kind, Value: x} }
	}
	var clients *big.Rat
	if p.TargetClients > 0 {
		clients = new(big.Rat).SetInt64(int64(p.TargetClients))
	}
	targetReturn := unknown(funnel.Unknown{
		Path: "target_return", Kind: funnel.UnknownShare, Current: p.TargetReturn.Value, Helps: funnel.LessHelps,
		Low: big.NewRat(-1, 1), AboveLow: true, High: big.NewRat(maxReturn, 1), Step: cent(), Put: put(funnel.TargetReturn),
	})
	budget := p.price("budget", p.Budget.Total, funnel.PaysAndAsks, p.putBudget)
	if p.ownBudgets() {
		budget.Low, budget.AboveLow = p.leastSplit(), false
	}
	return []funnel.Unknown{
		budget,
		targetReturn,
		p.price("target_revenue", p.TargetRevenue.Value, funnel.LessHelps, put(funnel.TargetRevenue)),
		count("target_clients", clients, funnel.LessHelps, 1, maxCount, put(funnel.TargetClients)),
	}
}

// ownBudgets reports whether funnels have budgets of their own.
func (p *Plan) ownBudgets() bool { return len(p.Funnels) > 0 && p.Funnels[0].Budget.Total != nil }

// putBudget gives each funnel its part of a budget.
func (p *Plan) putBudget(m *funnel.Plan, x *big.Rat) {
	m.Budget = x
	if p.ownBudgets() {
		for i, part := range p.budgetParts(x) {
			m.Funnels[i].Budget = part
		}
		return
	}
	for i := range m.Funnels {
		m.Funnels[i].Budget = new(big.Rat).Mul(m.Funnels[i].Share, x)
	}
}

// budgetParts splits a budget as the funnels' own are, in whole smallest units: up
// to each funnel the parts are rounded down together, and the last takes the rest.
func (p *Plan) budgetParts(x *big.Rat) []*big.Rat {
	parts := make([]*big.Rat, len(p.Funnels))
	upTo, before := new(big.Rat), new(big.Rat)
	for i := range p.Funnels {
		upTo.Add(upTo, p.Funnels[i].Budget.Total)
		end := x
		if i < len(p.Funnels)-1 {
			end = wholeUnits(new(big.Rat).Quo(new(big.Rat).Mul(x, upTo), p.Budget.Total), p.minor())
		}
		parts[i] = new(big.Rat).Sub(end, before)
		before = end
	}
	return parts
}

// leastSplit is the least budget of which each funnel gets a smallest unit.
func (p *Plan) leastSplit() *big.Rat {
	least := new(big.Rat)
	for i := range p.Funnels {
		if units := new(big.Rat).Quo(p.Budget.Total, p.Funnels[i].Budget.Total); units.Cmp(least) > 0 {
			least = units
		}
	}
	return wholeUnits(new(big.Rat).Mul(least.Add(least, big.NewRat(1, 1)), p.minor()), p.minor())
}

// wholeUnits rounds an amount down.
func wholeUnits(amount, unit *big.Rat) *big.Rat {
	units := new(big.Rat).Quo(amount, unit)
	return new(big.Rat).Mul(new(big.Rat).SetInt(new(big.Int).Div(units.Num(), units.Denom())), unit)
}

// valueUnknowns say what a client is worth, and what clients bring anyway. A price
// or margin of the plan is that of the funnels without their own.
func (p *Plan) valueUnknowns() []funnel.Unknown {
	var list []funnel.Unknown
	if p.inherits(func(f *Funnel) bool { return f.AverageRevenue.Value == nil }) {
		list = append(list, p.price("average_revenue_per_client", p.AverageRevenue.Value, funnel.MoreHelps, func(m *funnel.Plan, x *big.Rat) {
			for i := range m.Funnels {
				if len(p.Funnels) == 0 || p.Funnels[i].AverageRevenue.Value == nil {
					m.Funnels[i].AverageRevenue = x
				}
			}
		}))
	}
	number := func(path string, current *big.Rat, put func(*funnel.Plan, *big.Rat)) funnel.Unknown {
		return unknown(funnel.Unknown{
			Path: path, Kind: funnel.UnknownNumber, Current: copyOr(current, 0), Helps: funnel.MoreHelps,
			High: big.NewRat(maxNumber, 1), Step: cent(), Put: put,
		})
	}
	return append(list,
		share("gross_margin", copyOr(p.GrossMargin.Value, 1), true, func(m *funnel.Plan, x *big.Rat) {
			m.GrossMargin = x
			for i := range m.Funnels {
				if len(p.Funnels) == 0 || p.Funnels[i].GrossMargin.Value == nil {
					m.Funnels[i].GrossMargin = x
				}
			}
		}),
		number("repeat_purchases", p.RepeatPurchases.Value, func(m *funnel.Plan, x *big.Rat) { m.RepeatPurchases = x }),
		number("referrals", p.Referrals.Value, func(m *funnel.Plan, x *big.Rat) { m.Referrals = x }),
		p.money("existing_revenue", copyOr(p.ExistingRevenue.Value, 0), funnel.MoreHelps,
			func(m *funnel.Plan, x *big.Rat) { m.ExistingRevenue = x }),
	)
}

// inherits reports whether any funnel takes a value from the plan.
func (p *Plan) inherits(from func(*Funnel) bool) bool {
	for i := range p.Funnels {
		if from(&p.Funnels[i]) {
			return true
		}
	}
	return len(p.Funnels) == 0
}

// funnelUnknowns are those of one of several funnels.
func (p *Plan) funnelUnknowns(f int) []funnel.Unknown {
	path := "funnels." + p.Funnels[f].ID
	model := p.funnel(p.Funnels[f])
	list := []funnel.Unknown{
		p.price(path+".average_revenue_per_client", model.AverageRevenue, funnel.MoreHelps,
			func(m *funnel.Plan, x *big.Rat) { m.Funnels[f].AverageRevenue = x }),
		share(path+".gross_margin", model.GrossMargin, true,
			func(m *funnel.Plan, x *big.Rat) { m.Funnels[f].GrossMargin = x }),
	}
	for i := range list {
		list[i].Funnel = f
	}
	return list
}

// stageUnknowns are those of one stage. Nobody goes on from the last one.
func (p *Plan) stageUnknowns(f, i int) []funnel.Unknown {
	stages := p.allStages()[f]
	s, path := &stages[i], "stages."+stages[i].ID
	if len(p.Funnels) > 0 {
		path = "funnels." + p.Funnels[f].ID + "." + path
	}
	var list []funnel.Unknown
	if i < len(stages)-1 {
		rate := share(path+".rate", copyOf(s.Rate.Value), true, func(m *funnel.Plan, x *big.Rat) {
			m.Funnels[f].Stages[i].Rate = funnel.Rate{Value: x}
		})
		rate.Uncertain = s.Rate.Uncertain()
		list = append(list, rate,
			share(path+".recovers", copyOr(s.Recovers.Value, 0), false,
				func(m *funnel.Plan, x *big.Rat) { m.Funnels[f].Stages[i].Recovers = x }),
			count(path+".in_progress", big.NewRat(int64(s.InProgress), 1), funnel.MoreHelps, 0, maxCount,
				func(m *funnel.Plan, x *big.Rat) { m.Funnels[f].Stages[i].InProgress = x.Num().Int64() }),
			count(path+".direct", big.NewRat(int64(s.Direct), 1), funnel.MoreHelps, 0, maxCount,
				func(m *funnel.Plan, x *big.Rat) { m.Funnels[f].Stages[i].Direct = x.Num().Int64() }),
		)
	}
	list = append(list, p.money(path+".unit_cost", copyOf(s.UnitCost.Value), funnel.LessHelps,
		func(m *funnel.Plan, x *big.Rat) { m.Funnels[f].Stages[i].UnitCost = x }))
	if s.Capacity != nil {
		list = append(list, count(path+".capacity.people", copyOf(s.Capacity.People.Value), funnel.MoreHelps, 1, maxNumber,
			func(m *funnel.Plan, x *big.Rat) {
				capacity := *m.Funnels[f].Stages[i].Capacity
				capacity.People = x
				m.Funnels[f].Stages[i].Capacity = &capacity
			}))
	}
	for k := range list {
		list[k].Funnel, list[k].Stage = f, i
	}
	return list
}
