package funnel

import (
	"math/big"
	"slices"
)

// LeverKind is what an input is; it is also its name for scripts.
type LeverKind string

// The inputs of a plan that a result can be moved by.
const (
	LeverRate            LeverKind = "rate"
	LeverRecovers        LeverKind = "recovers"
	LeverAverageRevenue  LeverKind = "average_revenue_per_client"
	LeverGrossMargin     LeverKind = "gross_margin"
	LeverRepeatPurchases LeverKind = "repeat_purchases"
	LeverReferrals       LeverKind = "referrals"
	LeverExistingRevenue LeverKind = "existing_revenue"
	LeverBudget          LeverKind = "budget"
	LeverTarget          LeverKind = "target" // of the plan's kind
)

// LeverInput is one input of a plan.
type LeverInput struct {
	Kind   LeverKind
	Funnel int // index, or [WholePlan]
	Stage  int // index, of a rate or of recovers
}

// WholePlan stands for the funnel of an input that belongs to no single one.
const WholePlan = -1

// leverInputs are the inputs of a plan in its order, those of 0 left out but for
// the target: a change relative to nothing is none. Average revenue and margin are
// one input where all funnels have the same.
func leverInputs(p *Plan) []LeverInput {
	var list []LeverInput
	for i := range p.Funnels {
		stages := p.Funnels[i].Stages
		for j := range stages[:len(stages)-1] {
			list = append(list, LeverInput{LeverRate, i, j})
			if stages[j].Recovers != nil && stages[j].Recovers.Sign() > 0 {
				list = append(list, LeverInput{LeverRecovers, i, j})
			}
		}
	}
	list = append(list, perFunnel(p, LeverAverageRevenue)...)
	list = append(list, perFunnel(p, LeverGrossMargin)...)
	for _, kind := range maybeUnset() {
		if in := (LeverInput{kind, WholePlan, 0}); kind != LeverRecovers && in.value(p).Sign() > 0 {
			list = append(list, in)
		}
	}
	return append(list, LeverInput{LeverBudget, WholePlan, 0}, LeverInput{LeverTarget, WholePlan, 0})
}

// maybeUnset are the inputs that a plan can do without.
func maybeUnset() []LeverKind {
	return []LeverKind{LeverRecovers, LeverRepeatPurchases, LeverReferrals, LeverExistingRevenue}
}

// unsetInputs are those that the plan does without.
func unsetInputs(p *Plan) []LeverKind {
	set := leverInputs(p)
	return slices.DeleteFunc(maybeUnset(), func(kind LeverKind) bool {
		return slices.ContainsFunc(set, func(in LeverInput) bool { return in.Kind == kind })
	})
}

// perFunnel is an input of each funnel, or of the plan where all have the same. The
// margin of existing revenue is the plan's own, and is left alone where it differs.
func perFunnel(p *Plan, kind LeverKind) []LeverInput {
	first := LeverInput{kind, 0, 0}.value(p)
	differ := kind == LeverGrossMargin && p.ExistingRevenue.Sign() > 0 && p.GrossMargin.Cmp(first) != 0
	var list []LeverInput
	for i := range p.Funnels {
		in := LeverInput{kind, i, 0}
		list = append(list, in)
		differ = differ || in.value(p).Cmp(first) != 0
	}
	if !differ {
		return []LeverInput{{kind, WholePlan, 0}}
	}
	return list
}

// value is what the plan has.
func (in LeverInput) value(p *Plan) *big.Rat {
	f := &p.Funnels[max(in.Funnel, 0)]
	switch in.Kind {
	case LeverRate:
		return f.Stages[in.Stage].Rate.Value
	case LeverRecovers:
		return f.Stages[in.Stage].Recovers
	case LeverAverageRevenue:
		return f.AverageRevenue
	case LeverGrossMargin:
		return f.GrossMargin
	case LeverRepeatPurchases:
		return p.RepeatPurchases
	case LeverReferrals:
		return p.Referrals
	case LeverExistingRevenue:
		return p.ExistingRevenue
	case LeverBudget:
		return p.Budget
	default:
		return p.Target.Value
	}
}

// put is a copy of the plan with another value; the plan itself stays as it is.
func (in LeverInput) put(p *Plan, value *big.Rat) *Plan {
	changed := *p
	switch in.Kind {
	case LeverRepeatPurchases:
		changed.RepeatPurchases = value
	case LeverReferrals:
		changed.Referrals = value
	case LeverExistingRevenue:
		changed.ExistingRevenue = value
	case LeverBudget:
		changed.Budget = value
	case LeverTarget:
		changed.Target.Value = value
	default:
		changed.Funnels = slices.Clone(p.Funnels)
		in.putInto(&changed, value)
	}
	return &changed
}

// putInto changes the funnels of a plan, whose list is a copy already.
func (in LeverInput) putInto(p *Plan, value *big.Rat) {
	for i := range p.Funnels {
		f := &p.Funnels[i]
		if in.Funnel != WholePlan && in.Funnel != i {
			continue
		}
		switch in.Kind {
		case LeverAverageRevenue:
			f.AverageRevenue = value
		case LeverGrossMargin:
			f.GrossMargin = value
		case LeverRate:
			f.Stages = slices.Clone(f.Stages)
			f.Stages[in.Stage].Rate = Rate{Value: value}
		default: // recovers
			f.Stages = slices.Clone(f.Stages)
			f.Stages[in.Stage].Recovers = value
		}
	}
	if in.Kind == LeverGrossMargin && in.Funnel == WholePlan {
		p.GrossMargin = value
	}
}

// share reports whether an input is a fraction that is spoken of in percent, and
// can be changed by points.
func (in LeverInput) share(p *Plan) bool {
	return in.part() || in.Kind == LeverTarget && p.Target.Kind == TargetReturn
}

// part reports whether an input is a part of a whole: at most 1.
func (in LeverInput) part() bool {
	return in.Kind == LeverRate || in.Kind == LeverRecovers || in.Kind == LeverGrossMargin
}

// aboveZero reports whether a plan cannot have 0 for an input.
func (in LeverInput) aboveZero() bool {
	switch in.Kind {
	case LeverRate, LeverAverageRevenue, LeverGrossMargin, LeverBudget:
		return true
	default:
		return false
	}
}

// within is the value that a plan can have in place of one that was worked out, and
// whether that is less of a change; nil where there is none. A part of a whole goes
// up to 1, and one that may be 0 down to that. What must be above 0 has no least
// value to stop at.
func (in LeverInput) within(p *Plan, value *big.Rat) (to *big.Rat, limited bool) {
	one := big.NewRat(1, 1)
	switch {
	case in.part() && value.Cmp(one) > 0:
		return one, true
	case in.Kind == LeverTarget && p.Target.Kind == TargetReturn:
		if plusOne(value).Sign() <= 0 {
			return nil, false
		}
	case in.aboveZero() && value.Sign() <= 0:
		return nil, false
	case value.Sign() < 0:
		return new(big.Rat), true
	}
	return value, false
}

// workable reports whether an input is one to work on, rather than a decision of
// what to spend and what to ask for.
func (l *Lever) workable() bool {
	switch l.Kind {
	case LeverBudget, LeverTarget, LeverExistingRevenue:
		return false
	default:
		return true
	}
}
