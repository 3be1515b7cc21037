package funnel

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
)

// Comparison is several plans side by side. The first is the one that the others
// are held against.
type Comparison struct {
	Results      []*Result
	SameCurrency []bool     // which plans count money in the currency of the first
	Measures     []Compared // of the plans as a whole
	Funnels      []ComparedFunnel
	Warnings     []ComparedWarning // those that some plans have and others do not
}

// ComparedFunnel is a funnel that one plan has or several. Funnels are the same
// that have the same ID, or that are each the only one of their plan.
type ComparedFunnel struct {
	ID, Name string
	In       []bool // which plans have it
	Measures []Compared
	Stages   []ComparedStage
}

// ComparedStage is a stage that one plan has or several: stages are the same that
// have the same ID.
type ComparedStage struct {
	ID, Name string
	In       []bool
	Measures []Compared
	Windows  []*Span // nil where there is none
}

// Compared is one number as each of the plans has it.
type Compared struct {
	Measure     Measure
	Confidence  *big.Rat   // of [MeasureSure], nil otherwise
	Values      []*big.Rat // exact; nil where a plan has none
	Differences []*big.Rat // from that of the first plan; nil where one of the two has none, or money is in another currency
}

// ComparedWarning is a warning with the plans that have the very same one.
type ComparedWarning struct {
	Warning

	In []bool
}

// Measure is a number of a plan that is compared. Its words are stable: scripts
// read them.
type Measure string

// The measures. Money is in the plan's currency; rates, shares, returns and chances
// are fractions.
const (
	MeasureBudget      Measure = "budget"
	MeasureTarget      Measure = "target_revenue" // asked of all funnels plus the existing revenue
	MeasureClients     Measure = "clients"
	MeasureReferred    Measure = "clients_with_referrals"
	MeasureBreakEven   Measure = "break_even_clients"
	MeasureRevenue     Measure = "revenue_at_target"
	MeasureGrossProfit Measure = "gross_profit_at_target"
	MeasureReturn      Measure = "return_at_target"
	MeasureChance      Measure = "chance"

	MeasureShare      Measure = "share"
	MeasureRate       Measure = "rate"
	MeasureEffective  Measure = "effective_rate"
	MeasureTotal      Measure = "total"
	MeasureNeeded     Measure = "needed"
	MeasureExact      Measure = "exact"
	MeasureSure       Measure = "needed_for_confidence"
	MeasureAllowable  Measure = "allowable_cost"
	MeasurePerWeek    Measure = "per_week"
	MeasureAvailable  Measure = "capacity_available"
	MeasureRequired   Measure = "capacity_required"
	MeasureShort      Measure = "capacity_short"
	MeasurePeople     Measure = "people_needed"
	MeasureDaysNeeded Measure = "days_needed"
)

// IsMoney reports whether a measure is an amount of a currency.
func (m Measure) IsMoney() bool {
	switch m {
	case MeasureBudget, MeasureTarget, MeasureRevenue, MeasureGrossProfit, MeasureAllowable:
		return true
	default:
		return false
	}
}

// Differs reports whether a plan has another value than the first, or has one
// where the first has none, or none where that has one.
func (c *Compared) Differs(plan int) bool {
	value, first := c.Values[plan], c.Values[0]
	return (value == nil) != (first == nil) || value != nil && value.Cmp(first) != 0
}

// Compare works plans out and holds them side by side, the first against each of
// the others. Each of them says how many it takes to be as sure as any of them
// asks. There is at least one plan.
func Compare(plans []*Plan, progress Progress) *Comparison {
	c := &Comparison{Results: make([]*Result, len(plans)), SameCurrency: make([]bool, len(plans))}
	confidences := confidencesOf(plans)
	forEach(len(plans), progress, func(i int) {
		p := *plans[i]
		p.Confidence = confidences
		c.Results[i] = Compute(&p)
		c.SameCurrency[i] = p.Currency == plans[0].Currency
	})
	for _, m := range planMeasures() {
		c.Measures = append(c.Measures, c.compared(m.measure, func(i int) *big.Rat { return m.value(c.Results[i]) }))
	}
	c.compareFunnels(confidences)
	c.compareWarnings()
	return c
}

// SameAsFirst reports whether a plan comes to the same as the first in all things.
func (c *Comparison) SameAsFirst(plan int) bool {
	differs := func(c Compared) bool { return c.Differs(plan) }
	same := func(in []bool) bool { return in[plan] == in[0] }
	if !c.SameCurrency[plan] || slices.ContainsFunc(c.Measures, differs) {
		return false
	}
	for _, w := range c.Warnings {
		if !same(w.In) {
			return false
		}
	}
	for _, f := range c.Funnels {
		if !same(f.In) || slices.ContainsFunc(f.Measures, differs) {
			return false
		}
		for _, s := range f.Stages {
			if !same(s.In) || slices.ContainsFunc(s.Measures, differs) || s.WindowDiffers(plan) {
				return false
			}
		}
	}
	return true
}

// WindowDiffers reports whether a plan has another window for the stage than the
// first.
func (s *ComparedStage) WindowDiffers(plan int) bool {
	window, first := s.Windows[plan], s.Windows[0]
	return (window == nil) != (first == nil) || window != nil && *window != *first
}

// confidencesOf are all that some plans ask for, the lowest first.
func confidencesOf(plans []*Plan) []*big.Rat {
	var all []*big.Rat
	for _, p := range plans {
		all = append(all, p.Confidence...)
	}
	slices.SortFunc(all, (*big.Rat).Cmp)
	return slices.CompactFunc(all, func(a, b *big.Rat) bool { return a.Cmp(b) == 0 })
}

// compared is a measure as each plan has it.
func (c *Comparison) compared(m Measure, value func(plan int) *big.Rat) Compared {
	result := Compared{Measure: m, Values: make([]*big.Rat, len(c.Results)), Differences: make([]*big.Rat, len(c.Results))}
	for i := range c.Results {
		result.Values[i] = value(i)
		if first := result.Values[0]; first != nil && result.Values[i] != nil && (c.SameCurrency[i] || !m.IsMoney()) {
			result.Differences[i] = sub(result.Values[i], first)
		}
	}
	return result
}

// measureOf is how a measure is found in some part of a result.
type measureOf[T any] struct {
	measure Measure
	value   func(T) *big.Rat
}

func planMeasures() []measureOf[*Result] {
	return []measureOf[*Result]{
		{MeasureBudget, func(r *Result) *big.Rat { return r.Plan.Budget }},
		{MeasureTarget, func(r *Result) *big.Rat { return r.TargetRevenue }},
		{MeasureClients, func(r *Result) *big.Rat { return ratOf(r.Clients) }},
		{MeasureReferred, func(r *Result) *big.Rat { return ratOf(r.ClientsWithReferrals) }},
		{MeasureBreakEven, func(r *Result) *big.Rat { return ratOf(r.BreakEvenClients) }},
		{MeasureRevenue, func(r *Result) *big.Rat { return r.RevenueAtTarget }},
		{MeasureGrossProfit, func(r *Result) *big.Rat { return r.GrossProfitAtTarget }},
		{MeasureReturn, func(r *Result) *big.Rat { return r.ReturnAtTarget }},
		{MeasureChance, func(r *Result) *big.Rat { return chanceRat(r.Chance) }},
	}
}

func funnelMeasures() []measureOf[*FunnelResult] {
	return []measureOf[*FunnelResult]{
		{MeasureShare, func(f *FunnelResult) *big.Rat { return f.Funnel.Share }},
		{MeasureBudget, func(f *FunnelResult) *big.Rat { return f.Funnel.Budget }},
		{MeasureClients, func(f *FunnelResult) *big.Rat { return ratOf(f.Clients) }},
		{MeasureChance, func(f *FunnelResult) *big.Rat { return chanceRat(f.Chance) }},
	}
}

func stageMeasures() []measureOf[*StageResult] {
	ofCapacity := func(value func(*CapacityResult) *big.Int) func(*StageResult) *big.Rat {
		return func(s *StageResult) *big.Rat {
			if s.Capacity == nil {
				return nil
			}
			return ratOrNil(value(s.Capacity))
		}
	}
	return []measureOf[*StageResult]{
		{MeasureRate, func(s *StageResult) *big.Rat { return s.Stage.Rate.Value }},
		{MeasureEffective, func(s *StageResult) *big.Rat { return s.Effective }},
		{MeasureTotal, func(s *StageResult) *big.Rat { return ratOf(s.Total) }},
		{MeasureNeeded, func(s *StageResult) *big.Rat { return ratOf(s.Needed) }},
		{MeasureExact, func(s *StageResult) *big.Rat { return s.Exact }},
		{MeasureAllowable, func(s *StageResult) *big.Rat { return s.AllowableCost }},
		{MeasurePerWeek, func(s *StageResult) *big.Rat { return ratOrNil(s.PerWeek) }},
		{MeasureAvailable, ofCapacity(func(c *CapacityResult) *big.Int { return c.Available })},
		{MeasureRequired, ofCapacity(func(c *CapacityResult) *big.Int { return c.Required })},
		{MeasureShort, ofCapacity(func(c *CapacityResult) *big.Int { return c.Short })},
		{MeasurePeople, ofCapacity(func(c *CapacityResult) *big.Int { return c.PeopleNeeded })},
		{MeasureDaysNeeded, ofCapacity(func(c *CapacityResult) *big.Int { return c.DaysNeeded })},
	}
}

// chanceRat is a chance as its decimals have it, which are all that is known.
func chanceRat(chance *float64) *big.Rat {
	if chance == nil {
		return nil
	}
	exact, _ := new(big.Rat).SetString(strconv.FormatFloat(*chance, 'f', -1, 64))
	return exact
}

func ratOrNil(n *big.Int) *big.Rat {
	if n == nil {
		return nil
	}
	return ratOf(n)
}

// compareFunnels matches funnels and, in each, stages.
func (c *Comparison) compareFunnels(confidences []*big.Rat) {
	ids := make([][]string, len(c.Results))
	for i, r := range c.Results {
		for j := range r.Funnels {
			ids[i] = append(ids[i], c.funnelID(i, j))
		}
	}
	for _, id := range merged(ids) {
		in := make([]*FunnelResult, len(c.Results))
		for i, r := range c.Results {
			if j := slices.Index(ids[i], id); j >= 0 {
				in[i] = &r.Funnels[j]
			}
		}
		c.Funnels = append(c.Funnels, c.comparedFunnel(id, in, confidences))
	}
}

// funnelID is what a funnel is matched by: where a plan and the first have one
// funnel each, these are the same.
func (c *Comparison) funnelID(plan, funnel int) string {
	first := c.Results[0].Funnels
	if len(first) == 1 && len(c.Results[plan].Funnels) == 1 {
		return first[0].Funnel.ID
	}
	return c.Results[plan].Funnels[funnel].Funnel.ID
}

func (c *Comparison) comparedFunnel(id string, in []*FunnelResult, confidences []*big.Rat) ComparedFunnel {
	f := ComparedFunnel{ID: id, In: present(in)}
	stages := make([][]string, len(in))
	for i, one := range in {
		if one == nil {
			continue
		}
		if f.Name == "" {
			f.Name = one.Funnel.Name
		}
		for j := range one.Stages {
			stages[i] = append(stages[i], one.Stages[j].Stage.ID)
		}
	}
	for _, m := range funnelMeasures() {
		f.Measures = append(f.Measures, c.compared(m.measure, valueIn(in, m.value)))
	}
	for _, stage := range merged(stages) {
		of := make([]*StageResult, len(in))
		for i := range in {
			if j := slices.Index(stages[i], stage); j >= 0 {
				of[i] = &in[i].Stages[j]
			}
		}
		f.Stages = append(f.Stages, c.comparedStage(stage, of, confidences))
	}
	return f
}

func (c *Comparison) comparedStage(id string, in []*StageResult, confidences []*big.Rat) ComparedStage {
	s := ComparedStage{ID: id, In: present(in), Windows: make([]*Span, len(in))}
	for i, one := range in {
		if one == nil {
			continue
		}
		if s.Name == "" {
			s.Name = one.Stage.Name
		}
		s.Windows[i] = one.Window
	}
	for _, m := range stageMeasures() {
		s.Measures = append(s.Measures, c.compared(m.measure, valueIn(in, m.value)))
	}
	for i, confidence := range confidences {
		sure := c.compared(MeasureSure, valueIn(in, func(s *StageResult) *big.Rat {
			if i >= len(s.ForConfidence) {
				return nil
			}
			return ratOrNil(s.ForConfidence[i].Needed)
		}))
		sure.Confidence = confidence
		s.Measures = append(s.Measures, sure)
	}
	return s
}

// present says which plans have a part.
func present[T any](in []*T) []bool {
	has := make([]bool, len(in))
	for i := range in {
		has[i] = in[i] != nil
	}
	return has
}

// valueIn is the value of a part in each plan, nil in one that does not have it.
func valueIn[T any](in []*T, value func(*T) *big.Rat) func(plan int) *big.Rat {
	return func(plan int) *big.Rat {
		if in[plan] == nil {
			return nil
		}
		return value(in[plan])
	}
}

// merged are the ids of several lists, each once: in the order of the first, and
// those of another behind the one that they follow there.
func merged(lists [][]string) []string {
	var all []string
	for _, list := range lists {
		at := 0
		for _, id := range list {
			if i := slices.Index(all, id); i >= 0 {
				at = i + 1
				continue
			}
			all = slices.Insert(all, at, id)
			at++
		}
	}
	return all
}

// compareWarnings lists what is a warning in some plans and not in others. Where the
// plans that have one of a kind have other numbers in it, it is one for each.
func (c *Comparison) compareWarnings() {
	type kind struct{ code, funnel, stage string }
	kindOf := func(w *Warning) kind { return kind{w.Code, w.Funnel, w.Stage} }
	type same struct {
		kind
		values string
	}
	at, in := map[same]int{}, map[kind][]bool{}
	var all []ComparedWarning
	for i, r := range c.Results {
		for _, w := range r.Warnings {
			k := kindOf(&w)
			if in[k] == nil {
				in[k] = make([]bool, len(c.Results))
			}
			in[k][i] = true
			s := same{k, fmt.Sprint(w.Values)} // in the order of their names
			if _, seen := at[s]; !seen {
				at[s] = len(all)
				all = append(all, ComparedWarning{Warning: w, In: make([]bool, len(c.Results))})
			}
			all[at[s]].In[i] = true
		}
	}
	c.Warnings = slices.DeleteFunc(all, func(w ComparedWarning) bool { return !slices.Contains(in[kindOf(&w.Warning)], false) })
}
