package report

import (
	"math/big"
	"strings"

	"embudo/funnel"
	"embudo/internal/i18n"
	"embudo/plan"
)

// ExplainedPlan shows what a plan needs, and below it how that comes about. The
// file says what the result does not know of: the lines of budgets.
func ExplainedPlan(r *funnel.Result, file *plan.Plan, l *i18n.Language) *Document {
	d := Plan(r, l)
	d.Blocks = append(d.Blocks, Steps{Title: string(l.Working.Title), Steps: workingSteps(d, r, file)})
	d.Data = func() any { return explainedPlanJSON(r, file) }
	return d
}

// explained is one line of a working for scripts: English, with its numbers put
// in.
type explained struct {
	Funnel   *string `json:"funnel"`
	Stage    *string `json:"stage"`
	Quantity string  `json:"quantity"`
	What     string  `json:"what"`
	Formula  string  `json:"formula"`
	Numbers  string  `json:"numbers"`
}

// explainedPlanJSON is the JSON of a plan with its working.
func explainedPlanJSON(r *funnel.Result, file *plan.Plan) *planDocument {
	w := newWorking(&Document{
		Language: i18n.English(), Currency: r.Plan.Currency, MinorUnits: r.Plan.MinorUnits,
	}, file)
	w.plan(r)
	doc := planJSON(r)
	doc.Explain = w.lines
	return doc
}

func workingSteps(d *Document, r *funnel.Result, file *plan.Plan) []WorkingStep {
	w := newWorking(d, file)
	w.plan(r)
	steps := make([]WorkingStep, len(w.lines))
	for i, line := range w.lines {
		steps[i] = WorkingStep{What: line.What, Formula: line.Formula, Numbers: line.Numbers}
	}
	return steps
}

// working writes down how a plan's numbers come about.
type working struct {
	*Document
	text  i18n.Working
	file  *plan.Plan
	lines []explained

	funnel, stage string // that the lines are about
	prefix        string // of what a line is about, where there are several funnels
}

func newWorking(d *Document, file *plan.Plan) *working {
	return &working{Document: d, text: d.Language.Working, file: file}
}

func (w *working) line(quantity string, step i18n.Step, namesAndValues ...any) {
	w.lines = append(w.lines, explained{
		Funnel:   optional(w.funnel),
		Stage:    optional(w.stage),
		Quantity: quantity,
		What:     w.prefix + step.What.Fill(namesAndValues...),
		Formula:  step.Formula.Fill(namesAndValues...),
		Numbers:  step.Numbers.Fill(namesAndValues...),
	})
}

func (w *working) plan(r *funnel.Result) {
	w.budget(w.file.Budget)
	w.grossProfit(r)
	for i := range r.Funnels {
		f := &r.Funnels[i]
		w.funnel, w.prefix = f.Funnel.ID, ""
		if len(r.Funnels) > 1 {
			w.prefix = f.Funnel.Name + ": "
			w.funnelBudget(r.Plan, f, w.file.Funnels[i].Budget)
		}
		w.clients(r.Plan, f)
		w.climb(f)
		w.unitCosts(f)
		w.time(r.Plan, f)
		w.sure(i, f)
	}
	w.funnel, w.prefix = "", ""
	w.outcome(r)
}

// budget adds up the lines of a budget, where it has some.
func (w *working) budget(b plan.Budget) {
	if len(b.Lines) == 0 {
		return
	}
	var names, amounts []string
	for _, line := range b.Lines {
		names, amounts = append(names, line.Name), append(amounts, w.sum(line.Amount.Value))
	}
	w.line("budget", w.text.Budget, "lines", plus(names), "amounts", plus(amounts), "result", w.sum(b.Total))
}

// funnelBudget is the budget of one of several funnels: its own, or its share.
func (w *working) funnelBudget(p *funnel.Plan, f *funnel.FunnelResult, own plan.Budget) {
	if own.Total != nil {
		w.budget(own)
		return
	}
	w.line("budget", w.text.FunnelBudget, "share", w.share(f.Funnel.Share), "budget", w.sum(p.Budget), "result", w.sum(f.Funnel.Budget))
}

// plus writes a sum; what begins with a minus is taken off.
func plus(terms []string) string {
	return strings.ReplaceAll(strings.Join(terms, " + "), "+ "+i18n.Minus, i18n.Minus+" ")
}

// share writes a fraction as a percentage where that is exact, so that whoever
// checks the calculation gets the same.
func (w *working) share(x *big.Rat) string {
	millionths := new(big.Rat).Mul(x, big.NewRat(100_000_000, 1)) // percent with six decimals
	if millionths.IsInt() {
		return w.Language.LongPercent(x)
	}
	return x.RatString()
}

func (w *working) grossProfit(r *funnel.Result) {
	p := r.Plan
	if p.Target.Kind != funnel.TargetReturn {
		return
	}
	if p.ExistingRevenue.Sign() == 0 {
		w.line("gross_profit", w.text.GrossProfit,
			"budget", w.sum(p.Budget), "return", w.share(p.Target.Value), "result", w.sum(r.GrossProfitAsked))
		return
	}
	existing := new(big.Rat).Mul(p.ExistingRevenue, p.GrossMargin)
	w.line("gross_profit", w.text.GrossProfitExisting,
		"budget", w.sum(p.Budget), "return", w.share(p.Target.Value), "existing", w.sum(p.ExistingRevenue),
		"margin", w.share(p.GrossMargin), "result", w.sum(existing.Sub(r.GrossProfitAsked, existing)))
}

// clients goes from the target to the clients that a funnel must win.
func (w *working) clients(p *funnel.Plan, f *funnel.FunnelResult) {
	l := w.Language
	share := w.share(f.Funnel.Share)
	switch p.Target.Kind {
	case funnel.TargetClients:
		exact := new(big.Rat).Mul(f.Funnel.Share, p.Target.Value)
		w.line("clients", w.text.ClientsOfTarget, "share", share,
			"target", l.Count(p.Target.Value.Num()), "exact", l.Short(exact, 4), "result", l.Count(f.Clients))
		w.clientValue(p, f)
		w.referred(p, f)
		return
	case funnel.TargetRevenue:
		w.line("revenue", w.text.RevenueOfTarget, "share", share, "target", w.sum(p.Target.Value),
			"existing", w.sum(p.ExistingRevenue), "result", w.sum(f.Revenue))
	default:
		profit := new(big.Rat).Mul(f.Revenue, f.Funnel.GrossMargin)
		profit.Quo(profit, f.Funnel.Share)
		w.line("revenue", w.text.RevenueOfProfit, "share", share, "profit", w.sum(profit),
			"margin", w.share(f.Funnel.GrossMargin), "result", w.sum(f.Revenue))
	}
	if f.Revenue.Sign() <= 0 {
		w.line("clients", w.text.ClientsNone, "revenue", w.sum(f.Revenue), "result", l.Count(f.Clients))
		return
	}
	w.clientValue(p, f)
	w.line("clients_in_all", w.text.Clients, "revenue", w.sum(f.Revenue), "value", w.sum(f.ClientValue),
		"exact", l.Short(new(big.Rat).Quo(f.Revenue, f.ClientValue), 4), "result", l.Count(f.Asked))
	if p.Referrals.Sign() > 0 {
		each := new(big.Rat).Add(big.NewRat(1, 1), p.Referrals)
		w.line("clients", w.text.ClientsOwn, "clients", l.Count(f.Asked), "referrals", l.Short(p.Referrals, 4),
			"exact", l.Short(each.Quo(new(big.Rat).SetInt(f.Asked), each), 4), "result", l.Count(f.Clients))
	}
	w.referred(p, f)
}

// clientValue is what one client brings.
func (w *working) clientValue(p *funnel.Plan, f *funnel.FunnelResult) {
	w.line("client_value", w.text.ClientValue, "average", w.sum(f.Funnel.AverageRevenue),
		"repeat", w.Language.Short(p.RepeatPurchases, 4), "result", w.sum(f.ClientValue))
}

// referred are the clients of a funnel with those whom they bring.
func (w *working) referred(p *funnel.Plan, f *funnel.FunnelResult) {
	if p.Referrals.Sign() == 0 {
		return
	}
	l := w.Language
	w.line("clients_with_referrals", w.text.ClientsReferred, "clients", l.Count(f.Clients), "referrals", l.Short(p.Referrals, 4),
		"exact", l.Short(withReferrals(p, f), 4), "result", l.Count(roundedDown(withReferrals(p, f))))
}

// withReferrals are the clients of a funnel with those whom they bring, not
// rounded down yet.
func withReferrals(p *funnel.Plan, f *funnel.FunnelResult) *big.Rat {
	each := new(big.Rat).Add(big.NewRat(1, 1), p.Referrals)
	return each.Mul(each, new(big.Rat).SetInt(f.Clients))
}

// roundedDown is the whole part of a number.
func roundedDown(x *big.Rat) *big.Int { return new(big.Int).Quo(x.Num(), x.Denom()) }

// climb goes up the funnel, as the arithmetic does.
func (w *working) climb(f *funnel.FunnelResult) {
	for i := len(f.Stages) - 1; i >= 0; i-- {
		s := &f.Stages[i]
		w.stage = s.Stage.ID
		if i < len(f.Stages)-1 {
			w.total(s, &f.Stages[i+1])
		}
		if s.Stage.InProgress+s.Stage.Direct > 0 {
			w.line("needed", w.text.Needed, "stage", s.Stage.Name, "total", w.Language.Count(s.Total),
				"in_progress", w.Language.Count(big.NewInt(s.Stage.InProgress)),
				"direct", w.Language.Count(big.NewInt(s.Stage.Direct)), "result", w.Language.Count(s.Needed))
		}
		if s.AllowableCost != nil {
			w.line("allowable_cost", w.text.AllowableCost, "stage", s.Stage.Name, "budget", w.sum(f.Funnel.Budget),
				"needed", w.Language.Count(s.Needed),
				"result", w.Language.Money(s.AllowableCost, w.Currency, w.MinorUnits))
		}
	}
	w.stage = ""
}

// unitCosts adds up what the needed entries cost.
func (w *working) unitCosts(f *funnel.FunnelResult) {
	l, sum := w.Language, new(big.Rat)
	var terms []string
	for i := range f.Stages {
		s := &f.Stages[i]
		if s.Stage.UnitCost == nil {
			continue
		}
		cost := new(big.Rat).SetInt(s.Needed)
		sum.Add(sum, cost.Mul(cost, s.Stage.UnitCost))
		terms = append(terms, l.Money(s.Stage.UnitCost, w.Currency, w.MinorUnits)+" × "+l.Count(s.Needed))
	}
	if terms == nil {
		return
	}
	compare := "≤"
	if sum.Cmp(f.Funnel.Budget) > 0 {
		compare = ">"
	}
	w.line("unit_costs", w.text.UnitCosts, "terms", plus(terms), "result", w.sum(sum),
		"compare", compare, "budget", w.sum(f.Funnel.Budget))
}

func (w *working) total(s, below *funnel.StageResult) {
	l, rate := w.Language, s.Stage.Rate.Value
	if s.Effective.Cmp(rate) != 0 {
		w.line("effective_rate", w.text.Effective, "stage", s.Stage.Name, "rate", l.LongPercent(rate),
			"recovers", l.LongPercent(s.Stage.Recovers), "result", l.LongPercent(s.Effective))
	}
	exact := new(big.Rat).Quo(new(big.Rat).SetInt(below.Needed), s.Effective)
	w.line("total", w.text.Total, "stage", s.Stage.Name, "next", below.Stage.Name,
		"below", l.Count(below.Needed), "rate", w.rate(s), "exact", l.Short(exact, 4), "result", l.Count(s.Total))
}

// rate writes the rate that a stage is worked out with: evidence as the two
// counts that it is, so that whoever checks the division gets the same.
func (w *working) rate(s *funnel.StageResult) string {
	evidence := s.Stage.Rate
	if evidence.Of > 0 && s.Effective.Cmp(evidence.Value) == 0 {
		return "(" + w.Language.Count(big.NewInt(evidence.Seen)) + "/" + w.Language.Count(big.NewInt(evidence.Of)) + ")"
	}
	return w.Language.LongPercent(s.Effective)
}

// outcome is what the whole numbers bring, and what it takes to break even.
func (w *working) outcome(r *funnel.Result) {
	l, p := w.Language, r.Plan
	var revenues, profits []string
	for i := range r.Funnels {
		f := &r.Funnels[i]
		clients := roundedDown(withReferrals(p, f))
		revenue := new(big.Rat).Mul(new(big.Rat).SetInt(clients), f.ClientValue)
		revenues = append(revenues, l.Count(clients)+" × "+w.sum(f.ClientValue))
		profits = append(profits, w.sum(revenue)+" × "+w.share(f.Funnel.GrossMargin))
	}
	if p.ExistingRevenue.Sign() > 0 {
		revenues = append(revenues, w.sum(p.ExistingRevenue))
		profits = append(profits, w.sum(p.ExistingRevenue)+" × "+w.share(p.GrossMargin))
	}
	step := w.text.RevenueAt
	if len(r.Funnels) > 1 {
		step = w.text.RevenueAtFunnels
	}
	w.line("revenue_at_target", step, "terms", plus(revenues), "result", w.sum(r.RevenueAtTarget))
	if r.GrossProfitAtTarget.Cmp(r.RevenueAtTarget) != 0 {
		w.line("gross_profit_at_target", w.text.GrossProfitAt, "terms", plus(profits), "result", w.sum(r.GrossProfitAtTarget))
	}
	w.line("return_at_target", w.text.ReturnAt, "profit", w.sum(r.GrossProfitAtTarget),
		"budget", w.sum(p.Budget), "result", l.Percent(r.ReturnAtTarget))
	w.line("break_even_clients", w.text.BreakEven, "result", l.Count(r.BreakEvenClients))
}
