package report

import (
	"math/big"
	"strings"

	"embudo/funnel"
	"embudo/internal/i18n"
)

// Allocate shows the split of a budget that brings most, beside the plan's own.
func Allocate(r *funnel.Allocation, file string, l *i18n.Language) *Document {
	a := newAllocateReport(r, l)
	d := a.Document
	d.Title = planTitle(r.Plan, l) + " · " + string(l.Allocate.Title)
	d.Summary = a.headline()
	d.Tone = Good
	d.Main = func() Table { return allocateMain(r) }
	d.Data = func() any { return allocateJSON(r) }
	if len(r.Clashes) > 0 {
		d.Tone = Bad
		d.Blocks = append(d.Blocks, a.worth())
		return d
	}
	d.Blocks = append(d.Blocks, a.splits(), a.worth(), a.outcome())
	if len(r.Limits) > 0 {
		d.Blocks = append(d.Blocks, a.limits())
	}
	d.Blocks = append(d.Blocks, Lines{Lines: a.below()},
		Lines{Lines: []string{l.Allocate.See.Fill("command", a.command(file))}, Whole: true})
	notes := footnotes{document: d}
	list, _ := notes.of("", withoutPlace(r.Best.Warnings))
	d.addNotes(list)
	return d
}

// allocateReport puts the document of a split together.
type allocateReport struct {
	*Document
	result *funnel.Allocation
	text   i18n.Allocate
}

func newAllocateReport(r *funnel.Allocation, l *i18n.Language) *allocateReport {
	d := &Document{Language: l, Currency: r.Plan.Currency, MinorUnits: r.Plan.MinorUnits}
	return &allocateReport{Document: d, result: r, text: l.Allocate}
}

// headline is the answer in one sentence.
func (a *allocateReport) headline() string {
	r := a.result
	if len(r.Clashes) > 0 {
		why := make([]string, len(r.Clashes))
		for i := range r.Clashes {
			why[i] = a.clash(&r.Clashes[i])
		}
		return a.text.Clash.Fill("why", strings.Join(why, string(a.text.ClashMore)))
	}
	own, best := r.Own.GrossProfit.Mean, r.Best.GrossProfit.Mean
	about := func(x *big.Rat) string { return a.Language.AboutMoney(x, a.Currency, a.MinorUnits) }
	more := new(big.Rat).Sub(best, own)
	switch {
	case r.Kept:
		return a.text.Kept.Fill("own", about(own))
	case more.Sign() < 0:
		return a.text.Worse.Fill("best", about(best), "own", about(own), "less", about(more.Neg(more)))
	}
	return a.text.Better.Fill("best", about(best), "own", about(own), "more", about(more))
}

func (a *allocateReport) clash(c *funnel.SplitClash) string {
	text, name, stage := a.text.ClashAll, "", ""
	if c.Funnel >= 0 {
		f := &a.result.Plan.Funnels[c.Funnel]
		name = f.Name
		if c.Stage >= 0 {
			stage = f.Stages[c.Stage].Name
		}
		switch c.Kind {
		case funnel.LimitVolume:
			text = a.text.ClashVolume
		case funnel.LimitCapacity:
			text = a.text.ClashCapacity
		case funnel.LimitMaxShare, funnel.LimitMinShare:
			text = a.text.ClashMax
		case funnel.LimitBudget:
			text = a.text.ClashBudget
		}
		if !c.FromShare {
			text = a.text.ClashFixed
		}
	}
	return text.Fill("funnel", name, "stage", stage, "least", a.sum(c.Least), "most", a.sum(c.Most),
		"share", a.Language.Percent(fittingShare(c.Most, a.result.Plan.Budget)))
}

// fittingShare is the part of a budget that an amount is, rounded down to a hundredth
// of a point: as a least share it fits.
func fittingShare(amount, budget *big.Rat) *big.Rat {
	hundredths := new(big.Rat).Mul(new(big.Rat).Quo(amount, budget), big.NewRat(10_000, 1))
	return new(big.Rat).SetFrac(new(big.Int).Div(hundredths.Num(), hundredths.Denom()), big.NewInt(10_000))
}

// splits is the table of what each funnel gets.
func (a *allocateReport) splits() Table {
	r := a.result
	own, best := string(a.text.Own), string(a.text.Best)
	t := Table{Columns: []Column{
		{Title: string(a.text.Funnel)},
		{Title: own, Number: true},
		{Title: string(a.text.Share), Number: true, Spare: 1},
		{Title: string(a.text.Entries), Number: true},
		{Title: best, Number: true},
		{Title: string(a.text.Share), Number: true},
		{Title: string(a.text.Entries), Number: true},
	}}
	share := func(money *big.Rat) Cell { return percent(new(big.Rat).Quo(money, r.Plan.Budget)) }
	for i := range r.Funnels {
		f := &r.Funnels[i]
		t.Rows = append(t.Rows, []Cell{
			text(f.Funnel.Name), money(f.Spend.Own), share(f.Spend.Own), count(f.Own),
			money(f.Spend.Best), share(f.Spend.Best), count(f.Best),
		})
	}
	left := func(spent *big.Rat) *big.Rat { return new(big.Rat).Sub(r.Plan.Budget, spent) }
	t.Rows = append(t.Rows, []Cell{
		text(string(a.text.Unspent)), money(left(r.Spent.Own)), share(left(r.Spent.Own)),
		{},
		money(left(r.Spent.Best)), share(left(r.Spent.Best)),
		{},
	})
	return t
}

// worth is the table of what one entry at the top of each funnel costs and brings.
func (a *allocateReport) worth() Table {
	t := Table{Columns: []Column{
		{Title: string(a.text.Funnel)},
		{Title: string(a.Language.Words.Stage)},
		{Title: string(a.text.OneCosts), Number: true},
		{Title: string(a.text.OneBrings), Number: true},
		{Title: string(a.text.Each), Number: true},
	}}
	for i := range a.result.Funnels {
		f := &a.result.Funnels[i]
		t.Rows = append(t.Rows, []Cell{
			text(f.Funnel.Name), text(f.Funnel.Stages[0].Name), money(f.UnitCost), money(f.UnitProfit),
			number(new(big.Rat).Quo(f.UnitProfit, f.UnitCost), 2),
		})
	}
	return t
}

// outcome is the table of what both splits bring.
func (a *allocateReport) outcome() Table {
	r := a.result
	t := Table{Columns: []Column{
		{Title: string(a.text.Outcome)},
		{Title: string(a.text.Own), Number: true},
		{Title: string(a.text.Best), Number: true},
		{Title: string(a.text.Change), Number: true},
	}}
	row := func(title i18n.Text, own, best *big.Rat, cell, change func(*big.Rat) Cell) {
		t.Rows = append(t.Rows, []Cell{text(string(title)), cell(own), cell(best), change(new(big.Rat).Sub(best, own))})
	}
	in := func(u unit) func(*big.Rat) Cell { return func(x *big.Rat) Cell { return delta(x, u) } }
	row(a.text.Spent, r.Spent.Own, r.Spent.Best, money, in(unitMoney))
	row(a.text.Clients, r.Own.Clients.Mean, r.Best.Clients.Mean, func(x *big.Rat) Cell { return number(x, 1) }, in(unitCount))
	row(a.text.Revenue, r.Own.Revenue.Mean, r.Best.Revenue.Mean, money, in(unitMoney))
	row(a.text.Profit, r.Own.GrossProfit.Mean, r.Best.GrossProfit.Mean, money, in(unitMoney))
	row(a.text.Return, r.Own.Return.Mean, r.Best.Return.Mean, percent, in(unitFraction))
	if r.Own.Chance != nil && r.Best.Chance != nil {
		chance := func(x float64) Cell { return text(a.Language.Chance(x)) }
		t.Rows = append(t.Rows, []Cell{text(string(a.text.Chance)), chance(*r.Own.Chance), chance(*r.Best.Chance), {}})
	}
	return t
}

// limits is the table of what binds, and what one more of it brings.
func (a *allocateReport) limits() Table {
	t := Table{Columns: []Column{
		{Title: string(a.text.Limit)},
		{Title: string(a.text.At), Number: true},
		{Title: string(a.text.OneMore), Number: true},
		{Title: string(a.text.Range), Number: true, Spare: 1},
	}}
	for i := range a.result.Limits {
		limit := &a.result.Limits[i]
		at, holds := number(limit.At, 0), text(string(a.text.Endless))
		switch limit.Kind {
		case funnel.LimitBudget:
			at = money(limit.At)
		case funnel.LimitMinShare, funnel.LimitMaxShare:
			at = percent(limit.At)
		case funnel.LimitCapacity, funnel.LimitVolume:
		}
		if limit.Range != nil {
			holds = text(a.text.Holds.Fill("units", a.Language.Short(limit.Range, 2)))
		}
		t.Rows = append(t.Rows, []Cell{text(a.limitName(limit)), at, money(limit.OneMore), holds})
	}
	return t
}

func (a *allocateReport) limitName(l *funnel.Limit) string {
	name, stage := "", ""
	if l.Funnel >= 0 {
		name = a.result.Plan.Funnels[l.Funnel].Name
	}
	if l.Stage >= 0 {
		stage = a.result.Plan.Funnels[l.Funnel].Stages[l.Stage].Name
	}
	text := a.text.LimitBudget
	switch l.Kind {
	case funnel.LimitBudget:
	case funnel.LimitCapacity:
		text = a.text.LimitCapacity
	case funnel.LimitVolume:
		text = a.text.LimitVolume
	case funnel.LimitMinShare:
		text = a.text.LimitMin
	case funnel.LimitMaxShare:
		text = a.text.LimitMax
	}
	return text.Fill("funnel", name, "stage", stage)
}

// below are the sentences under the tables.
func (a *allocateReport) below() []string {
	r := a.result
	var lines, short, over []string
	for i := range r.Funnels {
		if r.Funnels[i].Short {
			short = append(short, r.Funnels[i].Funnel.Name)
		}
		if r.Funnels[i].OverOwn {
			over = append(over, r.Funnels[i].Funnel.Name)
		}
	}
	add := func(said bool, line string) {
		if said {
			lines = append(lines, line)
		}
	}
	add(len(r.Limits) == 0, string(a.text.NothingBinds))
	for i := range r.Limits {
		l := &r.Limits[i]
		add(l.Kind == funnel.LimitBudget && l.OneMore.Cmp(big.NewRat(1, 1)) < 0, string(a.text.BelowOne))
	}
	add(len(short) > 0, a.text.Short.Fill("funnels", strings.Join(short, ", ")))
	add(len(over) > 0, a.text.OverOwn.Fill("funnels", strings.Join(over, ", ")))
	add(r.Ceiling.Cmp(r.Best.GrossProfit.Mean) > 0, a.text.Ceiling.Fill("profit", a.Language.Money(r.Ceiling, a.Currency, a.MinorUnits)))
	return append(lines, string(a.text.Plan), string(a.text.Linear))
}

// command shows the best split run forward.
func (a *allocateReport) command(file string) string {
	var from []string
	for i := range a.result.Funnels {
		f := &a.result.Funnels[i]
		from = append(from, f.Funnel.ID+"/"+f.Funnel.Stages[0].ID+"="+f.Best.String())
	}
	return "embudo project " + typed(file) + " --from " + strings.Join(from, " --from ")
}
