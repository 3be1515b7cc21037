package workbook

import (
	"fmt"
	"math/big"
	"slices"

	"embudo/funnel"
	"embudo/internal/xlsx"
)

// Rows and columns of the check.
const (
	checkAsOf = iota + 4
	checkOnTrack
	checkAtRisk
	checkSpend
	checkRevenue
	checkReturn
	checkVerdict
)

const (
	checkName = iota + 1
	checkTotal
	checkDue
	checkActual
	checkGap
	checkAttainment
	checkStatus
	checkJudged
	checkRemaining
	checkDaysLeft
	checkPerWeek
)

// checkPage holds what happened against what was due. What happened is typed in, or
// was read.
func (b *build) checkPage() *page {
	p, t, text := b.days.check, b.text, &b.l.Check
	p.Widths = []float64{b.nameWidth(44), 16, 16, 14, 12, 13, 16, 13, 13, 15, 13}
	p.Landscape, p.FrozenColumns = true, 1
	p.title(string(t.Check))
	p.text(2, 1, string(t.CheckNote), xlsx.Style{Color: quiet})
	money := &b.check.Money
	given := func(row int, name, title string, value any, format string, check xlsx.Validation) string {
		p.text(row, 1, title, label())
		b.validate(p, row, 2, check)
		cell := p.set(row, 2, xlsx.Cell{Value: value, Style: input(format)})
		b.name(name, cell)
		return cell
	}
	given(checkAsOf, "as_of", string(t.AsOf), ofDay(b.check.ComparedOn), b.date, date())
	onTrack, atRisk := b.bounds()
	given(checkOnTrack, "on_track", string(t.OnTrackFrom), ofRat(onTrack), b.percent, positive())
	given(checkAtRisk, "at_risk", string(t.AtRiskFrom), ofRat(atRisk), b.percent, positive())
	spent := given(checkSpend, "spend", string(text.Spend), nilOr(money.Spend), b.money, xlsx.Validation{Type: "decimal", Operator: "between", Low: "-1E15", High: "1E15"})
	came := given(checkRevenue, "revenue", string(text.Revenue), nilOr(money.Revenue), b.money, notNegative())
	b.returned(spent, came)

	row := checkVerdict + 2
	for i := range b.plan.Funnels {
		if len(b.plan.Funnels) > 1 {
			p.heading(row, b.plan.Funnels[i].Name)
			row++
		}
		row = b.checkFunnel(i, row)
	}
	return p
}

func nilOr(x *big.Rat) any {
	if x == nil {
		return nil
	}
	return ofRat(x)
}

// bounds are the attainments from which a stage is on track, or at risk.
func (b *build) bounds() (onTrack, atRisk *big.Rat) {
	onTrack, atRisk = b.rules.OnTrack, b.rules.AtRisk
	if onTrack == nil {
		onTrack = big.NewRat(1, 1)
	}
	if atRisk == nil {
		atRisk = big.NewRat(9, 10)
	}
	return onTrack, atRisk
}

// returned is (revenue × gross margin − spend) / spend so far. Where funnels differ
// in their margins it is at that of the plan's revenue.
func (b *build) returned(spend, revenue string) {
	p, t := b.days.check, b.text
	margin := b.lines[0].margin.numerator + "/" + b.lines[0].margin.denominator
	for i := range b.plan.Funnels {
		if b.plan.Funnels[i].GrossMargin.Cmp(b.plan.Funnels[0].GrossMargin) != 0 {
			margin = fmt.Sprintf("IF(revenue_at_target=0,%s,gross_profit_at_target/revenue_at_target)", margin)
			break
		}
	}
	p.text(checkReturn, 1, string(b.l.Check.Return), label())
	var value any = ""
	if b.check.Money.Return != nil {
		value = ofRat(b.check.Money.Return)
	}
	p.formula(checkReturn, 2, fmt.Sprintf(`IF(OR(%[1]s="",%[2]s="",N(%[1]s)=0),"",(%[2]s*(%[3]s)-%[1]s)/%[1]s)`, spend, revenue, margin), value, result(b.percent))
	p.text(checkVerdict, 1, string(t.Verdict), strong(label()))
}

// checkFunnel is a table of a funnel's stages, and a picture of it.
func (b *build) checkFunnel(i, row int) int {
	p, t, text := b.days.check, b.text, &b.l.Check
	titles := []string{
		string(b.l.Words.Stage), string(t.TotalTarget), string(text.Due), string(text.Actual), string(text.Gap), string(text.Attainment), string(text.Status),
		string(t.Judged), string(text.Remaining), string(t.DaysLeft), string(b.l.Words.PerWeek),
	}
	p.head(row, titles, 0, checkStatus-1, checkJudged-1)
	from := row + 1
	for j := range b.plan.Funnels[i].Stages {
		row++
		b.checkStage(i, j, row)
	}
	b.statusColors(from, row)
	b.verdicts = append(b.verdicts, xlsx.Area{From: xlsx.Place{Row: from, Column: checkStatus}, To: xlsx.Place{Row: row, Column: checkJudged}})
	if i == len(b.plan.Funnels)-1 {
		b.verdict()
	}
	b.checkChart(i, row+2, from, row)
	return row + 2 + 6 + 2*(row-from+1) + 2
}

// checkStage is the row of a stage.
func (b *build) checkStage(i, j, row int) {
	p, d, stage := b.days.check, b.days, &b.result.Funnels[i].Stages[j]
	schedule := b.result.Schedule(i, j)
	s := &b.check.Funnels[i].Stages[j]
	p.formula(row, checkName, b.in.funnels[i].stages[j].name, stage.Stage.Name, label())
	total := p.formula(row, checkTotal, b.lines[i].stages[j].target, ofInt(schedule.Total), result(count))
	asOf, from, to := d.asOf, d.cell(i, j, daysDueStart), d.cell(i, j, daysDueEnd)
	due := p.formula(row, checkDue, fmt.Sprintf("IF(%s<%s,0,IF(%s>=%s,%s,%s))", asOf, from, asOf, to, total, d.target(i, j, d.cell(i, j, daysElapsed))),
		ofInt(s.TargetToDate), result(count))
	var actual, gap, attainment, remaining, left, week any = nil, "", "", "", "", ""
	if s.Known {
		actual, gap, remaining, week = ofInt(s.Actual), ofInt(s.Gap), ofInt(s.Pace.Remaining), ofInt(s.Pace.PerWeek)
		attainment = ofRat(s.Attainment)
		if stage.Window != nil {
			left = float64(s.Pace.DaysLeft)
		}
	}
	b.validate(p, row, checkActual, wholeNotNegative())
	came := p.set(row, checkActual, xlsx.Cell{Value: actual, Style: input(count)})
	b.name("actual_"+word(stage.Stage.ID)+b.suffix(i), came)
	blank := func(formula string) string { return fmt.Sprintf(`IF(%s="","",%s)`, came, formula) }
	p.formula(row, checkGap, blank(came+"-"+due), gap, result(signed))
	p.formula(row, checkAttainment, blank(fmt.Sprintf(`IF(%s=0,"",%s/%s)`, due, came, due)), attainment, result("0%"))
	p.formula(row, checkStatus, b.status(came, due), b.l.Check.Statuses[string(s.Status)], strong(label()))
	judged := ""
	if s.Judged {
		judged = string(b.l.Check.Yes)
	}
	p.text(row, checkJudged, judged, label())
	rest := p.formula(row, checkRemaining, blank(fmt.Sprintf("MAX(0,%s-%s)", total, came)), remaining, result(count))
	windowed := fmt.Sprintf("%s<=%s", d.cell(i, j, daysStart), d.cell(i, j, daysEnd))
	after := fmt.Sprintf("MAX(%s+1,%s)", asOf, from)
	days := p.formula(row, checkDaysLeft, blank(fmt.Sprintf(`IF(NOT(%s),"",IF(%s>%s,0,NETWORKDAYS(%s,%s,holidays)))`, windowed, after, to, after, to)), left, result(count))
	p.formula(row, checkPerWeek, blank(fmt.Sprintf(`IF(N(%s)<=0,"",%s)`, days, raised("("+rest+"*5)", days))), week, result(count))
}

// status is how a stage stands, by whole numbers alone.
func (b *build) status(came, due string) string {
	words := b.l.Check.Statuses
	says := func(s funnel.Status) string { return quoted(words[string(s)]) }
	reaches := func(name string) string { return fmt.Sprintf("%s*1000000>=%s*ROUND(%s*1000000,0)", came, due, name) }
	return fmt.Sprintf(`IF(%[1]s="",%[3]s,IF(%[2]s=0,IF(%[1]s=0,%[4]s,%[5]s),IF(%[6]s,%[5]s,IF(%[7]s,%[8]s,%[9]s))))`,
		came, due, says(funnel.NoData), says(funnel.NotStarted), says(funnel.OnTrack), reaches("on_track"), reaches("at_risk"), says(funnel.AtRisk), says(funnel.Behind))
}

// verdict is the worst status of the stages that are judged, of all funnels.
func (b *build) verdict() {
	p, words := b.days.check, b.l.Check.Statuses
	formula, worst := quoted(words[string(funnel.NoData)]), funnel.NoData
	for _, status := range []funnel.Status{funnel.NotStarted, funnel.OnTrack, funnel.AtRisk, funnel.Behind} {
		counted := ""
		for _, area := range b.verdicts {
			part := func(column int) string { return p.column(column, area.From.Row, area.To.Row) }
			counted += fmt.Sprintf("+COUNTIFS(%s,%s,%s,%s)", part(checkStatus), quoted(words[string(status)]), part(checkJudged), quoted(string(b.l.Check.Yes)))
		}
		formula = fmt.Sprintf("IF(%s>0,%s,%s)", counted[1:], quoted(words[string(status)]), formula)
		if slices.ContainsFunc(b.check.Funnels, func(f funnel.FunnelCheck) bool { return f.Verdict == status }) {
			worst = status
		}
	}
	p.formula(checkVerdict, 2, formula, words[string(worst)], strong(label()))
	b.statusColorsAt(xlsx.One(xlsx.Place{Row: checkVerdict, Column: 2}))
}

func (b *build) statusColors(from, to int) {
	b.statusColorsAt(xlsx.Area{From: xlsx.Place{Row: from, Column: checkStatus}, To: xlsx.Place{Row: to, Column: checkStatus}})
}

// statusColorsAt colours words that say how something stands.
func (b *build) statusColorsAt(area xlsx.Area) {
	p := b.days.check
	for _, c := range []struct {
		status    funnel.Status
		ink, fill string
	}{{funnel.OnTrack, good, goodFill}, {funnel.AtRisk, caution, warnFill}, {funnel.Behind, bad, badFill}} {
		p.Conditions = append(p.Conditions, xlsx.Condition{
			Area: area, Formula: area.From.String() + "=" + quoted(b.l.Check.Statuses[string(c.status)]), Color: c.ink, Fill: c.fill,
		})
	}
}

// checkChart draws what is needed in all, due and there.
func (b *build) checkChart(i, row, from, to int) {
	p, text := b.days.check, &b.l.Check
	c := xlsx.Chart{
		Kind: xlsx.Bars, Title: b.chartTitle(i, b.text.Check), Format: count, Shown: true,
		At:         xlsx.Area{From: xlsx.Place{Row: row, Column: 1}, To: xlsx.Place{Row: row + 4 + 2*(to-from+1), Column: checkStatus}},
		Categories: p.column(checkName, from, to),
		Series: []xlsx.Series{
			{Name: string(text.Due), Refers: p.column(checkDue, from, to), Color: grey},
			{Name: string(text.Actual), Refers: p.column(checkActual, from, to), Color: green},
		},
	}
	for row := from; row <= to; row++ {
		name, _ := p.cells[xlsx.Place{Row: row, Column: checkName}].Value.(string)
		c.Names = append(c.Names, name)
		for k, column := range []int{checkDue, checkActual} {
			c.Series[k].Values = append(c.Series[k].Values, p.cells[xlsx.Place{Row: row, Column: column}].Value)
		}
	}
	p.Charts = append(p.Charts, c)
}
