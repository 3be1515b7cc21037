package workbook

import (
	"fmt"
	"math/big"
	"slices"

	"embudo/funnel"
	"embudo/internal/i18n"
	"embudo/internal/xlsx"
)

// planFunnel is what the sheet of the plan has of a funnel.
type planFunnel struct {
	budget, margin fraction
	first, last    int // rows of its stages
	stages         []planStage
}

// planStage is what it has of a stage.
type planStage struct {
	name, needed, direct string // cells
	total                whole
	target               string // needed and direct entries, a formula
	rate, effective      fraction
	window, working      string // whether there is a window, and its working days: formulas
}

// The columns of the stages on the sheet of the plan.
const (
	planName = iota + 1
	planRate
	planEffective
	planTotal
	planThere
	planDirect
	planNeeded
	planExact
	planAllowable
	planUnitCost
	planFrom
	planTo
	planPerWeek
	planAvailable
	planRequired
	planShort
	planPeople
	planColumns = planPeople
)

// money of the plan as a whole, as fractions.
type planMoney struct {
	budget, target, existing, margin, value, referred fraction
	existingProfit                                    fraction
}

// planPage is what the plan needs: the money first, then each funnel.
func (b *build) planPage() {
	p := b.page
	p.Widths = []float64{b.nameWidth(34), 12, 13, 12, 12, 10, 12, 12, 15, 15, 14, 14, 11, 12, 12, 11, 12}
	p.Landscape, p.FrozenColumns = true, 1
	p.formula(1, 1, b.in.name, b.in.cells[xlsx.Place{Row: 1, Column: 1}].Value, xlsx.Style{Bold: true, Size: 16, Color: dark})
	p.rows[1] = 24
	p.text(2, 1, string(b.text.PlanNote), xlsx.Style{Color: quiet})

	m := b.planMoney()
	const summary = 4
	row := summary + 8
	if slices.ContainsFunc(b.plan.Funnels, hasUnitCosts) {
		row++
	}
	asked := make([]askedOf, len(b.plan.Funnels))
	for i := range b.plan.Funnels {
		f := &b.plan.Funnels[i]
		line := planFunnel{budget: b.funnelBudget(m, i), margin: b.funnelMargin(m, i)}
		asked[i] = b.ask(m, i, line.margin)
		row += 2
		p.formula(row, 1, b.in.funnels[i].name, b.funnelName(i), xlsx.Style{Bold: true, Size: 12, Color: dark})
		row++
		b.planHead(row)
		line.first, line.last = row+1, row+len(f.Stages)
		b.lines = append(b.lines, line)
		b.stages(i, asked[i])
		row = line.last
	}
	b.planSummary(summary, m, asked)
	b.planCharts(row + 2)
}

func hasUnitCosts(f funnel.Funnel) bool {
	return slices.ContainsFunc(f.Stages, func(s funnel.Stage) bool { return s.UnitCost != nil })
}

// planMoney reads the amounts of the plan as fractions.
func (b *build) planMoney() planMoney {
	e, in, p, t := b.exact, b.in, b.plan, b.text
	if b.ownBudgets {
		sum := ""
		for i := range in.funnels {
			sum += "+" + in.funnels[i].budget
		}
		row := 4
		in.budget = in.formula(row, 2, fmt.Sprintf("ROUND(%s,%d)", sum[1:], p.MinorUnits+2), ofRat(p.Budget), result(b.money))
		b.name("budget", in.budget)
	}
	m := planMoney{
		budget:   e.input(string(t.Budget), in.budget, p.Budget, b.moneyScale()),
		existing: e.input(string(t.Existing), in.existing, p.ExistingRevenue, b.moneyScale()),
		margin:   e.input(string(t.Margin), in.margin, p.GrossMargin, ratioScale),
		value:    e.plus("1 + "+string(t.Repeat), one(), e.input(string(t.Repeat), in.repeat, p.RepeatPurchases, ratioScale)),
		referred: e.plus("1 + "+string(t.Referrals), one(), e.input(string(t.Referrals), in.referrals, p.Referrals, ratioScale)),
	}
	usual := b.moneyScale()
	if p.Target.Kind == funnel.TargetReturn {
		usual = ratioScale
	}
	m.target = e.input(string(t.Target), in.target, p.Target.Value, usual)
	m.existingProfit = e.times(string(t.Existing)+" × "+string(t.Margin), m.existing, m.margin)
	return m
}

func (b *build) funnelBudget(m planMoney, i int) fraction {
	f, cells := &b.plan.Funnels[i], &b.in.funnels[i]
	switch {
	case cells.budget != "":
		return b.exact.input(string(b.text.Budget), cells.budget, f.Budget, b.moneyScale())
	case cells.share != "":
		return b.exact.times(string(b.text.Share)+" × "+string(b.text.Budget), b.share(i), m.budget)
	}
	return m.budget
}

// share is the part of the target that a funnel must bring.
func (b *build) share(i int) fraction {
	if b.in.funnels[i].share == "" {
		return one()
	}
	return b.exact.input(string(b.text.Share), b.in.funnels[i].share, b.plan.Funnels[i].Share, ratioScale)
}

func (b *build) funnelMargin(m planMoney, i int) fraction {
	if cell := b.in.funnels[i].margin; cell != "" {
		return b.exact.input(string(b.text.Margin), cell, b.plan.Funnels[i].GrossMargin, ratioScale)
	}
	return m.margin
}

// askedOf is what the target asks of a funnel.
type askedOf struct {
	revenue, value    fraction
	clients, referred whole
	breakEven         whole
	exact             string // clients without rounding, a formula
}

// ask goes from the target to clients, as [funnel.Targets] does.
func (b *build) ask(m planMoney, i int, margin fraction) askedOf {
	e, t, f := b.exact, b.text, &b.plan.Funnels[i]
	e.heading(e.row+2, b.funnelName(i))
	e.row += 2
	share := b.share(i)
	var a askedOf
	a.value = e.times(string(t.ClientValue), e.input(string(t.Revenue), b.in.funnels[i].revenue, f.AverageRevenue, b.moneyScale()), m.value)
	profit := func(target fraction) fraction {
		asked := e.times(string(t.Budget)+" × (1 + "+string(t.TargetReturn)+")", m.budget, e.plus("1 + "+string(t.TargetReturn), one(), target))
		profit := e.minus(string(t.GrossProfit), asked, m.existingProfit)
		return e.over(string(t.RevenueAsked), e.times(string(t.Share)+" × "+string(t.GrossProfit), share, profit), margin)
	}
	won := func(revenue fraction) whole {
		clients := e.atLeast(string(t.ClientsAll), e.over(string(t.RevenueAsked)+" / "+string(t.ClientValue), revenue, a.value))
		return e.atLeast(string(t.Clients), e.over(string(t.ClientsAll)+" / (1 + "+string(t.Referrals)+")", clients.fraction(), m.referred))
	}
	switch b.plan.Target.Kind {
	case funnel.TargetClients:
		exact := e.times(string(t.Share)+" × "+string(t.TargetClients), share, m.target)
		a.clients = e.atLeast(string(t.Clients), exact)
		a.revenue = e.times(string(t.RevenueAsked), a.clients.fraction(), a.value)
		a.exact = exact.numerator + "/" + exact.denominator
	case funnel.TargetRevenue:
		a.revenue = e.times(string(t.RevenueAsked), share, e.minus(string(t.TargetRevenue)+" − "+string(t.Existing), m.target, m.existing))
	case funnel.TargetReturn:
		a.revenue = profit(m.target)
	}
	if b.plan.Target.Kind != funnel.TargetClients {
		a.clients = won(a.revenue)
		a.exact = fmt.Sprintf("MAX(0,%s/%s/(%s/%s)/(%s/%s))", a.revenue.numerator, a.revenue.denominator,
			a.value.numerator, a.value.denominator, m.referred.numerator, m.referred.denominator)
	}
	zero := fraction{"0", "1", new(big.Rat)}
	a.breakEven = won(profit(zero))
	a.referred = e.atMost(string(t.ClientsReferred), e.times(string(t.Clients)+" × (1 + "+string(t.Referrals)+")", a.clients.fraction(), m.referred))
	return a
}

func (b *build) funnelName(i int) string {
	if len(b.plan.Funnels) == 1 {
		return string(b.text.Stages)
	}
	return b.plan.Funnels[i].Name
}

func (b *build) planHead(row int) {
	t, w := b.text, b.l.Words
	titles := []string{
		string(w.Stage), string(w.Rate), string(w.Effective), string(w.Total), string(w.There), string(w.Direct), string(w.Needed),
		string(w.Exact), string(w.AllowableCost), string(t.UnitCosts), string(t.From), string(t.To), string(w.PerWeek),
		string(t.Available), string(t.Required), string(t.Short), string(t.PeopleNeeded),
	}
	b.page.head(row, titles, 0)
}

// stages are the rows of a funnel, worked out from the client upwards.
func (b *build) stages(i int, asked askedOf) {
	line := &b.lines[i]
	f := &b.result.Funnels[i]
	line.stages = make([]planStage, len(f.Stages))
	last := len(f.Stages) - 1
	for j := last; j >= 0; j-- {
		s := &line.stages[j]
		row, cells := line.first+j, &b.in.funnels[i].stages[j]
		b.stageRate(i, j, row)
		if j == last {
			s.total = asked.clients
		} else {
			below := &line.stages[j+1]
			s.total = b.exact.atLeast(b.stageLabel(i, j, b.l.Words.Total),
				b.exact.over(b.stageLabel(i, j, b.text.BelowByRate), whole{below.needed, f.Stages[j+1].Needed}.fraction(), s.effective))
		}
		b.stageCounts(i, j, row, cells, asked)
		b.stageCosts(i, j, row, cells)
		b.stageDays(i, j, row, cells)
	}
}

func (b *build) stageLabel(i, j int, what i18n.Text) string {
	return b.plan.Funnels[i].Stages[j].Name + ": " + string(what)
}

// stageRate is the share that goes on, at once and with follow-up.
func (b *build) stageRate(i, j, row int) {
	s, cells, e := &b.lines[i].stages[j], &b.in.funnels[i].stages[j], b.exact
	stage := &b.result.Funnels[i].Stages[j]
	s.name = b.page.formula(row, planName, cells.name, stage.Stage.Name, label())
	if cells.rate == "" {
		b.page.text(row, planRate, "", result(b.percent))
		b.page.text(row, planEffective, "", result(b.percent))
		return
	}
	s.rate = e.rate(b.stageLabel(i, j, b.l.Words.Rate), cells.rate, cells.seen, cells.of, stage.Stage.Rate.Value)
	rest := e.minus("1 − "+string(b.l.Words.Rate), one(), s.rate)
	recovered := e.times("(1 − "+string(b.l.Words.Rate)+") × "+string(b.text.Recovers), rest,
		e.input(string(b.text.Recovers), cells.recovers, stage.Stage.Recovers, ratioScale))
	s.effective = e.plus(b.stageLabel(i, j, b.l.Words.Effective), s.rate, recovered)
	b.page.formula(row, planRate, s.rate.numerator+"/"+s.rate.denominator, ofRat(stage.Stage.Rate.Value), result(b.percent))
	b.page.formula(row, planEffective, s.effective.numerator+"/"+s.effective.denominator, ofRat(stage.Effective), result(b.percent))
}

// stageCounts are how many must enter.
func (b *build) stageCounts(i, j, row int, cells *stageInputs, asked askedOf) {
	s, stage, p := &b.lines[i].stages[j], &b.result.Funnels[i].Stages[j], b.page
	total := p.formula(row, planTotal, s.total.cell, ofInt(stage.Total), result(count))
	there, direct := "0", "0"
	if cells.there != "" {
		there, direct = cells.there, cells.direct
	}
	p.formula(row, planThere, "N("+there+")", float64(stage.Stage.InProgress), result(count))
	s.direct = p.formula(row, planDirect, "N("+direct+")", float64(stage.Stage.Direct), result(count))
	s.needed = p.formula(row, planNeeded, fmt.Sprintf("MAX(0,%s-%s-%s)", total, there, direct), ofInt(stage.Needed), strong(result(count)))
	s.target = "(" + s.needed + "+" + s.direct + ")"
	exact := asked.exact
	if j < len(b.lines[i].stages)-1 {
		exact = fmt.Sprintf("MAX(0,%s/%s-%s-%s)", p.ref(row+1, planExact), p.ref(row, planEffective), there, direct)
	}
	p.formula(row, planExact, exact, ofRat(stage.Exact), result(decimal))
	b.name("needed_"+word(stage.Stage.ID)+b.suffix(i), s.needed)
}

func (b *build) suffix(i int) string {
	if len(b.plan.Funnels) == 1 {
		return ""
	}
	return "_" + word(b.plan.Funnels[i].ID)
}

// stageCosts are what one may cost, and what all of them do.
func (b *build) stageCosts(i, j, row int, cells *stageInputs) {
	s, stage, e, p := &b.lines[i].stages[j], &b.result.Funnels[i].Stages[j], b.exact, b.page
	units := int64(1)
	for range b.plan.MinorUnits {
		units *= 10
	}
	needed := whole{s.needed, stage.Needed}
	value := new(big.Rat)
	if stage.Needed.Sign() > 0 {
		value.Quo(b.lines[i].budget.value, new(big.Rat).SetInt(stage.Needed))
	}
	divisor := fmt.Sprintf("MAX(1,%s)", needed.cell)
	each := e.product(b.stageLabel(i, j, b.l.Words.AllowableCost), b.lines[i].budget, "1", divisor, value)
	smallest := e.atMost(b.stageLabel(i, j, b.text.SmallestUnits),
		e.times(string(b.text.SmallestUnits), each, fraction{fmt.Sprint(units), "1", big.NewRat(units, 1)}))
	p.formula(row, planAllowable, fmt.Sprintf(`IF(%s=0,"",%s/%d)`, s.needed, smallest.cell, units), ofRat(stage.AllowableCost), result(b.money))
	if stage.Stage.UnitCost == nil {
		p.formula(row, planUnitCost, fmt.Sprintf(`IF(N(%[1]s)=0,"",%[1]s*%[2]s)`, cells.unitCost, s.needed), "", result(b.money))
		return
	}
	cost := new(big.Rat).Mul(stage.Stage.UnitCost, new(big.Rat).SetInt(stage.Needed))
	shown := ofRat(cost)
	if stage.Stage.UnitCost.Sign() == 0 {
		shown = ""
	}
	p.formula(row, planUnitCost, fmt.Sprintf(`IF(N(%[1]s)=0,"",%[1]s*%[2]s)`, cells.unitCost, s.needed), shown, result(b.money))
}

// planSummary is the money of the plan, above its funnels.
func (b *build) planSummary(row int, m planMoney, asked []askedOf) {
	t, r, e := b.text, b.result, b.exact
	e.heading(e.row+2, string(t.Sums))
	e.row += 2
	e.only()
	revenue, profit, asks := m.existing, m.existingProfit, m.existing
	for i, a := range asked {
		brought := e.times(string(t.RevenueAt), a.referred.fraction(), a.value)
		revenue = e.plus(string(t.RevenueAt), revenue, brought)
		profit = e.plus(string(t.GrossProfitAt), profit, e.times(string(t.GrossProfitAt), brought, b.lines[i].margin))
		asks = e.plus(string(t.RevenueAsked), asks, a.revenue)
	}
	returned := e.over(string(t.ReturnAt), e.minus(string(t.GrossProfitAt)+" − "+string(t.Budget), profit, m.budget), m.budget)
	value := func(f fraction) string { return f.numerator + "/" + f.denominator }
	wholes := func(of func(askedOf) whole) string {
		formula := ""
		for _, a := range asked {
			formula += "+" + of(a).cell
		}
		return formula[1:]
	}
	line := func(name string, title i18n.Text, formula string, shown any, style xlsx.Style) {
		b.page.text(row, 1, string(title), label())
		cell := b.page.formula(row, 2, formula, shown, style)
		b.page.Merged = append(b.page.Merged, xlsx.Area{From: xlsx.Place{Row: row, Column: 2}, To: xlsx.Place{Row: row, Column: 3}})
		b.page.set(row, 3, xlsx.Cell{Style: style})
		b.name(name, cell)
		row++
	}
	line("clients", t.Clients, wholes(func(a askedOf) whole { return a.clients }), ofInt(r.Clients), strong(result(count)))
	line("clients_with_referrals", t.ClientsReferred, wholes(func(a askedOf) whole { return a.referred }), ofInt(r.ClientsWithReferrals), result(count))
	line("break_even_clients", t.BreakEven, wholes(func(a askedOf) whole { return a.breakEven }), ofInt(r.BreakEvenClients), result(count))
	line("revenue_asked", t.RevenueAsked, value(asks), ofRat(r.TargetRevenue), result(b.money))
	line("revenue_at_target", t.RevenueAt, value(revenue), ofRat(r.RevenueAtTarget), result(b.money))
	line("gross_profit_at_target", t.GrossProfitAt, value(profit), ofRat(r.GrossProfitAtTarget), result(b.money))
	line("return_at_target", t.ReturnAt, value(returned), ofRat(r.ReturnAtTarget), strong(result(b.percent)))
	if slices.ContainsFunc(b.plan.Funnels, hasUnitCosts) {
		costs, total := "", new(big.Rat)
		for i := range b.lines {
			costs += "," + b.page.column(planUnitCost, b.lines[i].first, b.lines[i].last)
			for j := range b.result.Funnels[i].Stages {
				if s := &b.result.Funnels[i].Stages[j]; s.Stage.UnitCost != nil {
					total = new(big.Rat).Add(total, new(big.Rat).Mul(s.Stage.UnitCost, new(big.Rat).SetInt(s.Needed)))
				}
			}
		}
		at := xlsx.One(xlsx.Place{Row: row, Column: 2})
		line("unit_costs", t.UnitCosts, "SUM("+costs[1:]+")", ofRat(total), result(b.money))
		b.page.Conditions = append(b.page.Conditions, xlsx.Condition{
			Area: at, Formula: fmt.Sprintf("ROUND(%s-%s,%d)>0", at.From.Fixed(), b.in.budget, b.plan.MinorUnits+2), Color: bad, Fill: badFill,
		})
	}
}

// planCharts are the needed numbers of each funnel as bars.
func (b *build) planCharts(row int) {
	p := b.page
	for i := range b.lines {
		line := &b.lines[i]
		height := 6 + 2*len(line.stages)
		c := xlsx.Chart{
			Kind: xlsx.Bars, Title: b.chartTitle(i, b.l.Words.Needed), Format: count, Shown: true,
			At:         xlsx.Area{From: xlsx.Place{Row: row, Column: 1}, To: xlsx.Place{Row: row + height, Column: planAllowable}},
			Categories: p.column(planName, line.first, line.last),
			Series:     []xlsx.Series{{Name: string(b.l.Words.Needed), Refers: p.column(planNeeded, line.first, line.last), Color: blue}},
		}
		for j := range line.stages {
			s := &b.result.Funnels[i].Stages[j]
			c.Names = append(c.Names, s.Stage.Name)
			c.Series[0].Values = append(c.Series[0].Values, ofInt(s.Needed))
		}
		p.Charts = append(p.Charts, c)
		row += height + 2
	}
}

func (b *build) chartTitle(i int, what i18n.Text) string {
	if len(b.plan.Funnels) == 1 {
		return string(what)
	}
	return b.plan.Funnels[i].Name + ": " + string(what)
}
