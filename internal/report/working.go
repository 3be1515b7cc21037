package report

import (
	"math/big"

	"embudo/funnel"
	"embudo/internal/i18n"
)

// ExplainedPlan shows what a plan needs, and below it how that comes about.
func ExplainedPlan(r *funnel.Result, l *i18n.Language) *Document {
	d := Plan(r, l)
	d.Blocks = append(d.Blocks, Steps{Title: string(l.Working.Title), Steps: workingSteps(d, r)})
	d.Data = func() any { return explainedPlanJSON(r) }
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
func explainedPlanJSON(r *funnel.Result) *planDocument {
	w := newWorking(&Document{
		Language: i18n.English(), Currency: r.Plan.Currency, MinorUnits: r.Plan.MinorUnits,
	})
	w.plan(r)
	doc := planJSON(r)
	doc.Explain = w.lines
	return doc
}

func workingSteps(d *Document, r *funnel.Result) []WorkingStep {
	w := newWorking(d)
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
	lines []explained

	funnel, stage string // that the lines are about
	prefix        string // of what a line is about, where there are several funnels
}

func newWorking(d *Document) *working {
	return &working{Document: d, text: d.Language.Working}
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
	w.grossProfit(r)
	for i := range r.Funnels {
		f := &r.Funnels[i]
		w.funnel, w.prefix = f.Funnel.ID, ""
		if len(r.Funnels) > 1 {
			w.prefix = f.Funnel.Name + ": "
		}
		w.clients(r.Plan, f)
		w.climb(f)
		w.sure(f)
	}
	w.funnel, w.prefix = "", ""
	w.outcome(r)
}

func (w *working) grossProfit(r *funnel.Result) {
	p := r.Plan
	if p.Target.Kind != funnel.TargetReturn {
		return
	}
	l := w.Language
	if p.ExistingRevenue.Sign() == 0 {
		w.line("gross_profit", w.text.GrossProfit,
			"budget", w.sum(p.Budget), "return", l.Percent(p.Target.Value), "result", w.sum(r.GrossProfitAsked))
		return
	}
	existing := new(big.Rat).Mul(p.ExistingRevenue, p.GrossMargin)
	w.line("gross_profit", w.text.GrossProfitExisting,
		"budget", w.sum(p.Budget), "return", l.Percent(p.Target.Value), "existing", w.sum(p.ExistingRevenue),
		"margin", l.Percent(p.GrossMargin), "result", w.sum(existing.Sub(r.GrossProfitAsked, existing)))
}

// clients goes from the target to the clients that a funnel must win.
func (w *working) clients(p *funnel.Plan, f *funnel.FunnelResult) {
	l := w.Language
	share := l.Percent(f.Funnel.Share)
	switch p.Target.Kind {
	case funnel.TargetClients:
		exact := new(big.Rat).Mul(f.Funnel.Share, p.Target.Value)
		w.line("clients", w.text.ClientsOfTarget, "share", share,
			"target", l.Count(p.Target.Value.Num()), "exact", l.Short(exact, 4), "result", l.Count(f.Clients))
		return
	case funnel.TargetRevenue:
		w.line("revenue", w.text.RevenueOfTarget, "share", share, "target", w.sum(p.Target.Value),
			"existing", w.sum(p.ExistingRevenue), "result", w.sum(f.Revenue))
	default:
		profit := new(big.Rat).Mul(f.Revenue, f.Funnel.GrossMargin)
		profit.Quo(profit, f.Funnel.Share)
		w.line("revenue", w.text.RevenueOfProfit, "share", share, "profit", w.sum(profit),
			"margin", l.Percent(f.Funnel.GrossMargin), "result", w.sum(f.Revenue))
	}
	if f.Revenue.Sign() <= 0 {
		w.line("clients", w.text.ClientsNone, "revenue", w.sum(f.Revenue), "result", l.Count(f.Clients))
		return
	}
	w.line("client_value", w.text.ClientValue, "average", w.sum(f.Funnel.AverageRevenue),
		"repeat", l.Short(p.RepeatPurchases, 4), "result", w.sum(f.ClientValue))
	w.line("clients_in_all", w.text.Clients, "revenue", w.sum(f.Revenue), "value", w.sum(f.ClientValue),
		"exact", l.Short(new(big.Rat).Quo(f.Revenue, f.ClientValue), 4), "result", l.Count(f.Asked))
	if p.Referrals.Sign() > 0 {
		each := new(big.Rat).Add(big.NewRat(1, 1), p.Referrals)
		w.line("clients", w.text.ClientsOwn, "clients", l.Count(f.Asked), "referrals", l.Short(p.Referrals, 4),
			"exact", l.Short(each.Quo(new(big.Rat).SetInt(f.Asked), each), 4), "result", l.Count(f.Clients))
	}
}

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

// sure says what the chance of a funnel is the chance of.
func (w *working) sure(f *funnel.FunnelResult) {
	if f.Chance == nil || f.Clients.Sign() == 0 {
		return
	}
	l, success := w.Language, f.Funnel.Success
	judged := &f.Stages[success]
	product, plain := new(big.Rat).SetInt64(1), true
	for i := 0; i <= success; i++ {
		s := &f.Stages[i]
		plain = plain && !s.Stage.Rate.Uncertain() && (i == 0 || s.Stage.InProgress+s.Stage.Direct == 0)
		if i < success {
			product.Mul(product, s.Effective)
		}
	}
	if plain {
		w.line("chance", w.text.ChanceFixed, "stage", judged.Stage.Name, "entries", l.Count(everybody(&f.Stages[0])),
			"rate", l.Short(product, 8), "target", l.Count(judged.Total), "result", l.Chance(*f.Chance))
	} else {
		w.line("chance", w.text.ChanceChain, "stage", judged.Stage.Name,
			"target", l.Count(judged.Total), "result", l.Chance(*f.Chance))
	}
	for i := 0; i < success; i++ {
		s := &f.Stages[i]
		w.stage = s.Stage.ID
		for _, c := range s.ForConfidence {
			if c.Needed != nil {
				w.line("needed_for_confidence", w.text.Confidence, "stage", s.Stage.Name,
					"confidence", l.Percent(c.Confidence), "result", l.Count(c.Needed))
			}
		}
	}
	w.stage = ""
}

// everybody is how many the chance counts at the top: where those in progress
// are more than the total asks, they are there all the same.
func everybody(top *funnel.StageResult) *big.Int {
	there := big.NewInt(top.Stage.InProgress + top.Stage.Direct)
	return there.Add(there, top.Needed)
}

// outcome is what the whole numbers bring, and what it takes to break even.
func (w *working) outcome(r *funnel.Result) {
	if len(r.Funnels) == 1 {
		w.line("revenue_at_target", w.text.RevenueAt, "clients", w.Language.Count(r.ClientsWithReferrals),
			"value", w.sum(r.Funnels[0].ClientValue), "existing", w.sum(r.Plan.ExistingRevenue),
			"result", w.sum(r.RevenueAtTarget))
	}
	w.line("return_at_target", w.text.ReturnAt, "profit", w.sum(r.GrossProfitAtTarget),
		"budget", w.sum(r.Plan.Budget), "result", w.Language.Percent(r.ReturnAtTarget))
	w.line("break_even_clients", w.text.BreakEven, "result", w.Language.Count(r.BreakEvenClients))
}
