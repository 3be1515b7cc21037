package report

import (
	"math/big"
	"slices"
	"strconv"
	"strings"
	"time"

	"embudo/funnel"
	"embudo/internal/i18n"
)

// Portfolio shows many plans at once. Unread says what is wrong with those that are
// not among them.
func Portfolio(p *funnel.Portfolio, unread []ProblemJSON, l *i18n.Language) *Document {
	d := &Document{
		Language: l,
		Title: l.Portfolio.Title.Fill("plans", l.Number(int64(len(p.Plans))),
			"day", l.Date(p.AsOf.Time())),
		Main: func() Table { return portfolioMain(p) },
		Data: func() any { return portfolioJSON(p, unread) },
	}
	r := portfolioReport{Document: d, portfolio: p, text: &l.Portfolio}
	d.Summary = r.headline()
	d.Blocks = append(d.Blocks, r.plans())
	r.chances()
	r.people()
	r.clashes()
	r.record()
	notes := footnotes{document: d}
	general, _ := notes.of("", p.Warnings)
	d.addNotes(general)
	return d
}

// portfolioReport puts the document of a portfolio together.
type portfolioReport struct {
	*Document
	portfolio *funnel.Portfolio
	text      *i18n.Portfolio
}

// englishPortfolio is the first line of a portfolio for scripts.
func englishPortfolio(p *funnel.Portfolio) string {
	l := i18n.English()
	r := portfolioReport{Document: &Document{Language: l}, portfolio: p, text: &l.Portfolio}
	return r.headline()
}

// Sum is an amount of a currency of its own, without decimals where it is whole.
type Sum struct {
	*big.Rat
	Currency   string
	MinorUnits int
}

// Show gives the amount with its currency.
func (s Sum) Show(d *Document) string { return d.Language.RoundMoney(s.Rat, s.Currency, s.MinorUnits) }

// Raw gives the float64 nearest to the amount.
func (s Sum) Raw() string { return plain(s.Rat) }

// AboutSum is an amount that is but expected, whole from 1,000 on.
type AboutSum struct{ Sum }

// Show gives the amount with its currency.
func (s AboutSum) Show(d *Document) string {
	return d.Language.AboutMoney(s.Rat, s.Currency, s.MinorUnits)
}

func sumIn(x *big.Rat, currency string, minorUnits int) Cell {
	if x == nil {
		return Cell{}
	}
	return Cell{Value: Sum{x, currency, minorUnits}}
}

func aboutSum(x *big.Rat, currency string, minorUnits int) Cell {
	if x == nil {
		return Cell{}
	}
	return Cell{Value: AboutSum{Sum{x, currency, minorUnits}}}
}

// headline is what the plans have and must bring, by currency, and how sure that
// is.
func (r *portfolioReport) headline() string {
	l, p := r.Language, r.portfolio
	var sentences []string
	for i := range p.Totals {
		t := &p.Totals[i]
		sentence := r.text.Sum.Fill("plans", l.Number(int64(t.Plans)),
			"budget", l.RoundMoney(t.Budget, t.Currency, t.MinorUnits),
			"profit", l.RoundMoney(t.Asked, t.Currency, t.MinorUnits), "return", l.Percent(percentRounded(t.AskedReturn)))
		if t.Chance != nil {
			sentence += "; " + r.text.Certain.Fill("chance", l.Chance(*t.Chance),
				"whole", l.RoundMoney(t.GrossProfit, t.Currency, t.MinorUnits))
		}
		sentences = append(sentences, sentence+".")
	}
	if every := p.Meeting.Every; every != nil && len(p.Plans) > 1 {
		sentences = append(sentences, r.text.Every.Fill("chance", l.Chance(*every)))
	}
	return strings.Join(sentences, " ")
}

// percentRounded is a fraction in whole percent.
func percentRounded(x *big.Rat) *big.Rat {
	rounded, _ := new(big.Rat).SetString(x.FloatString(2))
	return rounded
}

// period is that of a plan, as short as it can be said.
func (r *portfolioReport) period(p *funnel.PortfolioPlan) Cell {
	days := p.Result.Plan.Period
	if days == nil {
		return Cell{}
	}
	return Cell{Value: Term{Key: Days(*days).Raw(), Shown: r.shortPeriod(*days)}}
}

// shortPeriod is Q1 2027, Mar 2027 or 2027, and otherwise both ends.
func (r *portfolioReport) shortPeriod(days funnel.Span) string {
	l := r.Language
	start, after := days.Start.Time(), (days.End + 1).Time()
	if start.Day() != 1 || after.Day() != 1 {
		return l.Days(start, days.End.Time())
	}
	months := (after.Year()-start.Year())*12 + int(after.Month()-start.Month())
	switch {
	case months == 1:
		return l.Month(start)
	case months == 3 && start.Month()%3 == 1:
		return l.Quarter(start)
	case months == 12 && start.Month() == time.January:
		return strconv.Itoa(start.Year())
	}
	return l.Days(start, days.End.Time())
}

// plans is the main table: a row a plan, and below them the sums by currency.
func (r *portfolioReport) plans() Table {
	t := Table{Columns: []Column{
		{Title: string(r.text.Plan), Room: 28},
		{Title: string(r.text.Period), Spare: 1},
		{Title: string(r.text.Budget), Number: true},
		{Title: string(r.text.Promised), Number: true},
		{Title: string(r.text.Return), Number: true},
		{Title: string(r.text.Whole), Number: true, Extra: 2},
		{Title: string(r.text.Clients), Number: true, Extra: 1},
		{Title: string(r.text.Chance), Number: true},
	}}
	for _, p := range r.portfolio.Plans {
		plan := p.Result.Plan
		t.Rows = append(t.Rows, []Cell{
			text(p.Name()), r.period(p), sumIn(plan.Budget, plan.Currency, plan.MinorUnits),
			sumIn(p.Result.ProfitAsked(), plan.Currency, plan.MinorUnits), percentOf(p.Result.ReturnAsked()),
			sumIn(p.Result.GrossProfitAtTarget, plan.Currency, plan.MinorUnits), count(p.Result.ClientsWithReferrals), chanceCell(p.Result.Chance),
		})
	}
	if len(r.portfolio.Plans) == 1 {
		return t
	}
	for i := range r.portfolio.Totals {
		sum := &r.portfolio.Totals[i]
		t.Rows = append(t.Rows, []Cell{
			text(r.text.InAll.Fill("currency", r.currency(sum.Currency))),
			{Value: Text("")},
			sumIn(sum.Budget, sum.Currency, sum.MinorUnits), sumIn(sum.Asked, sum.Currency, sum.MinorUnits),
			percentOf(sum.AskedReturn), sumIn(sum.GrossProfit, sum.Currency, sum.MinorUnits), count(sum.Clients), chanceCell(sum.Chance),
		})
	}
	return t
}

func (r *portfolioReport) currency(code string) string {
	if code == "" {
		return string(r.text.WithoutCurrency)
	}
	return code
}

func chanceCell(p *float64) Cell {
	if p == nil {
		return Cell{}
	}
	return Cell{Value: Chance(*p)}
}

// chances says what the plans bring together, and how many meet their targets.
func (r *portfolioReport) chances() {
	p, l := r.portfolio, r.Language
	t := Table{Title: string(r.text.Together), Columns: []Column{
		{Title: string(r.text.Profit)},
		{Title: string(r.text.Promised), Number: true, Extra: 1},
		{Title: string(r.text.Whole), Number: true, Spare: 1},
		{Title: string(r.text.Low), Number: true},
		{Title: string(r.text.Middle), Number: true},
		{Title: string(r.text.High), Number: true},
		{Title: string(r.text.Chance), Number: true},
	}}
	for i := range p.Totals {
		sum := &p.Totals[i]
		if sum.Chance == nil {
			continue
		}
		about := func(x *big.Rat) Cell { return aboutSum(x, sum.Currency, sum.MinorUnits) }
		t.Rows = append(t.Rows, []Cell{
			text(r.currency(sum.Currency)), about(sum.Asked), about(sum.GrossProfit), about(sum.Profit.Low), about(sum.Profit.Middle), about(sum.Profit.High),
			chanceCell(sum.Chance),
		})
	}
	if len(t.Rows) > 0 {
		r.Blocks = append(r.Blocks, t)
	}
	lines := []string{string(r.text.TogetherNote)}
	if len(p.Totals) > 1 {
		lines = append(lines, string(r.text.CurrenciesNote))
	}
	if m := &p.Meeting; m.Of > 1 {
		lines = append(lines, r.text.Expected.Fill("of", l.Number(int64(m.Of)), "expected", l.Decimal(m.Expected, 1),
			"low", l.Number(m.Low), "high", l.Number(m.High)))
		if m.Every != nil {
			lines[len(lines)-1] += " " + r.text.EveryNote.Fill("chance", l.Chance(*m.Every))
		}
		lines = append(lines, string(r.text.AverageNote))
	}
	r.Blocks = append(r.Blocks, Lines{Lines: lines})
}

// people is what the busiest weeks take.
func (r *portfolioReport) people() {
	t := Table{Title: string(r.text.People), Columns: []Column{
		{Title: string(r.text.Owner)},
		{Title: string(r.text.Stage)},
		{Title: string(r.text.Week)},
		{Title: string(r.text.Plans), Number: true},
		{Title: string(r.text.Needed), Number: true},
		{Title: string(r.text.Named), Number: true},
		{Title: string(r.text.ByName), Number: true},
		{Title: string(r.text.Short), Number: true, Extra: 1},
	}}
	named := false
	for i := range r.portfolio.People {
		p := &r.portfolio.People[i]
		if p.Most.Needed == nil {
			continue
		}
		owner := Cell{}
		if p.Owner != "" {
			owner = Cell{Value: Term{Key: p.Owner, Shown: r.Language.Words.Owners[p.Owner]}}
		}
		stage := p.Name
		if p.Stage == "" {
			stage = string(r.text.AllStages)
		}
		needed, staff := number(p.Most.Needed, 1), unlessZero(big.NewInt(int64(len(p.Staff))))
		named = named || len(p.Staff) > 0
		if p.Most.Needed.Cmp(p.Most.Named) > 0 {
			needed.Tone = Bad
		}
		if len(p.Staff) > 0 && p.Most.PeopleNeeded().Cmp(big.NewInt(int64(len(p.Staff)))) > 0 {
			staff.Tone = Bad
		}
		t.Rows = append(t.Rows, []Cell{
			owner, text(stage), text(r.week(p.Most.Week)), count(big.NewInt(int64(p.Most.Plans))),
			needed, number(p.Most.Named, 1), staff, unlessZero(big.NewInt(int64(p.Short))),
		})
	}
	if len(t.Rows) == 0 {
		return
	}
	note := string(r.text.PeopleNote)
	if named {
		note += " " + string(r.text.ByNameNote)
	} else {
		t = t.without(string(r.text.ByName))
	}
	r.Blocks = append(r.Blocks, t, Lines{Lines: []string{note}})
}

// without is the table without a column.
func (t Table) without(title string) Table {
	at := slices.IndexFunc(t.Columns, func(c Column) bool { return c.Title == title })
	t.Columns = slices.Delete(t.Columns, at, at+1)
	for i := range t.Rows {
		t.Rows[i] = slices.Delete(t.Rows[i], at, at+1)
	}
	return t
}

// week is an ISO week with its days, as people call it.
func (r *portfolioReport) week(week funnel.Week) string {
	days := week.Days()
	return r.Language.Days(days.Start.Time(), days.End.Time())
}

// shownClashes are as many as anybody reads.
const shownClashes = 20

// clashes lists whom two plans name for the same days.
func (r *portfolioReport) clashes() {
	list := r.portfolio.Clashes
	if len(list) == 0 {
		return
	}
	t := Table{Title: string(r.text.Clashes), Columns: []Column{
		{Title: string(r.text.Person)},
		{Title: string(r.text.Days), Room: 22},
		{Title: string(r.text.First), Room: 30},
		{Title: string(r.text.Second), Room: 30},
	}}
	for i := range list[:min(len(list), shownClashes)] {
		c := &list[i]
		days := r.Language.Days(c.Days[0].Start.Time(), c.Days[0].End.Time())
		if more := len(c.Days) - 1; more > 0 {
			days = r.text.MoreDays.Fill("days", days, "more", r.Language.Number(int64(more)))
		}
		t.Rows = append(t.Rows, []Cell{text(c.Person.Name), text(days), r.busy(c.A), r.busy(c.B)})
	}
	r.Blocks = append(r.Blocks, t)
	if more := len(list) - shownClashes; more > 0 {
		r.Blocks = append(r.Blocks, Lines{Lines: []string{r.text.MoreClashes.Fill("more", r.Language.Number(int64(more)))}})
	}
}

// busy is a plan and what is done for it, once where both are called alike.
func (r *portfolioReport) busy(b funnel.Busy) Cell {
	if name := r.portfolio.Plans[b.Plan].Name(); name == b.Activity.Name {
		return text(name)
	}
	return text(r.text.Busy.Fill("plan", r.portfolio.Plans[b.Plan].Name(), "activity", b.Activity.Name))
}

// record shows what became of plans, as far as they have actual numbers.
func (r *portfolioReport) record() {
	record := r.portfolio.Record
	if record == nil {
		return
	}
	if ended := r.ended(); len(ended.Rows) > 0 {
		r.Blocks = append(r.Blocks, ended)
	}
	if lines := r.calibration(); len(lines) > 0 {
		r.Blocks = append(r.Blocks, Lines{Lines: lines})
	}
	if bands := r.bands(); len(bands.Rows) > 0 {
		r.Blocks = append(r.Blocks, bands)
	}
	if money := r.money(); len(money.Rows) > 0 {
		r.Blocks = append(r.Blocks, money)
	}
	if running := r.running(); len(running.Rows) > 0 {
		r.Blocks = append(r.Blocks, running, Lines{Lines: []string{string(r.text.StatusNote)}})
	}
}

// of are the plans of a phase that have actual numbers.
func (r *portfolioReport) of(phase funnel.PlanPhase) []*funnel.PortfolioPlan {
	return slices.DeleteFunc(slices.Clone(r.portfolio.Plans), func(p *funnel.PortfolioPlan) bool { return p.Phase != phase || p.Check == nil })
}

// ended are the plans that are over.
func (r *portfolioReport) ended() Table {
	t := Table{Title: string(r.text.Record), Columns: []Column{
		{Title: string(r.text.Plan), Room: 28},
		{Title: string(r.text.Period), Spare: 1},
		{Title: string(r.text.Target), Number: true},
		{Title: string(r.text.Actual), Number: true},
		{Title: string(r.text.Attained), Number: true},
		{Title: string(r.text.Chance), Number: true},
		{Title: string(r.text.Met)},
	}}
	for _, p := range r.of(funnel.Ended) {
		t.Rows = append(t.Rows, []Cell{
			text(p.Name()), r.period(p), r.asked(p, p.Outcome.Target), r.entries(p, p.Outcome.Actual), percentOf(p.Outcome.Attainment),
			chanceCell(p.Result.Chance), r.met(p.Outcome.Met),
		})
	}
	return t
}

// asked is a target with what it counts.
func (r *portfolioReport) asked(p *funnel.PortfolioPlan, x *big.Rat) Cell {
	if len(p.Result.Funnels) > 1 {
		return r.entries(p, x)
	}
	f := &p.Result.Funnels[0]
	return text(r.text.Entries.Fill("entries", r.Language.Count(x.Num()), "stage", f.Stages[f.Funnel.Success].Stage.Name))
}

// entries are those of the success stage, or what those of several funnels are
// worth.
func (r *portfolioReport) entries(p *funnel.PortfolioPlan, x *big.Rat) Cell {
	plan := p.Result.Plan
	switch {
	case x == nil:
		return Cell{}
	case len(p.Result.Funnels) > 1 && plan.Target.Kind != funnel.TargetClients:
		return aboutSum(x, plan.Currency, plan.MinorUnits)
	}
	return number(x, 0)
}

func (r *portfolioReport) met(met *bool) Cell {
	switch {
	case met == nil:
		return Cell{}
	case *met:
		return Cell{Value: Term{Key: "true", Shown: string(r.text.Yes)}, Tone: Good}
	}
	return Cell{Value: Term{Key: "false", Shown: string(r.text.No)}, Tone: Bad}
}

// calibration holds the stated chances against what became of them.
func (r *portfolioReport) calibration() []string {
	l, record := r.Language, r.portfolio.Record
	if record.Known == 0 {
		return nil
	}
	lines := []string{r.text.RecordSum.Fill("known", l.Number(int64(record.Known)), "met", l.Number(int64(record.Met)))}
	c := record.Calibration
	if c == nil || c.Plans < 2 {
		return lines
	}
	stated := new(big.Rat).SetFloat64(c.Stated * float64(c.Plans))
	lines[0] += " " + r.text.Calibrated.Fill("stated", l.Decimal(stated, 1), "low", l.Number(c.Likely[0]), "high", l.Number(c.Likely[1]))
	verdict := r.text.Fits
	if c.P < significance {
		verdict = r.text.FitsNot
	}
	return append(lines,
		verdict.Fill("p", r.probability(c.P)),
		r.text.Interval.Fill("low", l.Chance(c.Low), "high", l.Chance(c.High))+" "+
			r.text.Brier.Fill("brier", r.decimal(c.Brier), "due", r.decimal(c.BrierDue)),
		string(r.text.ChanceNote))
}

// significance is the p-value below which chances are said not to fit.
const significance = 0.05

func (r *portfolioReport) decimal(x float64) string {
	return r.Language.Decimal(new(big.Rat).SetFloat64(x), 2)
}

// probability is a p-value in two decimals; a smaller one is below the least.
func (r *portfolioReport) probability(p float64) string {
	if p < 0.005 {
		return "< " + r.decimal(0.01)
	}
	return r.decimal(p)
}

// bands are the plans by their chance.
func (r *portfolioReport) bands() Table {
	t := Table{Title: string(r.text.Bands), Columns: []Column{
		{Title: string(r.text.Band)},
		{Title: string(r.text.Plans), Number: true},
		{Title: string(r.text.Stated), Number: true},
		{Title: string(r.text.Share), Number: true},
		{Title: string(r.text.Interval90), Number: true},
	}}
	if r.portfolio.Record.Calibration == nil {
		return t
	}
	for _, b := range r.portfolio.Record.Calibration.Bands {
		t.Rows = append(t.Rows, []Cell{
			{Value: Range{wholeShare(b.From), wholeShare(b.To)}},
			count(big.NewInt(int64(b.Plans))),
			{Value: Chance(b.Stated)},
			percentOf(big.NewRat(int64(b.Met), int64(b.Plans))),
			{Value: Range{wholeShare(b.Low), wholeShare(b.High)}},
		})
	}
	return t
}

// money is what the plans that are over planned and brought.
func (r *portfolioReport) money() Table {
	t := Table{Title: string(r.text.Money), Columns: []Column{
		{Title: ""},
		{Title: string(r.text.Plans), Number: true},
		{Title: string(r.text.Planned), Number: true},
		{Title: string(r.text.Achieved), Number: true},
	}}
	for i := range r.portfolio.Record.Money {
		m := &r.portfolio.Record.Money[i]
		add := func(title i18n.Text, planned, achieved Cell) {
			what := string(title)
			if len(r.portfolio.Record.Money) > 1 {
				what += ", " + r.currency(m.Currency)
			}
			t.Rows = append(t.Rows, []Cell{text(what), count(big.NewInt(int64(m.Plans))), planned, achieved})
		}
		sum := func(x *big.Rat) Cell { return sumIn(x, m.Currency, m.MinorUnits) }
		add(r.text.Spend, sum(m.Budget), sum(m.Spend))
		add(r.text.Revenue, sum(m.Planned), sum(m.Revenue))
		add(r.text.Profit, sum(m.PlannedProfit), sum(m.Profit))
		add(r.text.Return, percentOf(m.PlannedReturn), percentOf(m.Return))
	}
	return t
}

// running are the plans that are not over yet.
func (r *portfolioReport) running() Table {
	t := Table{Title: string(r.text.Running), Columns: []Column{
		{Title: string(r.text.Plan), Room: 28},
		{Title: string(r.text.Period), Spare: 1},
		{Title: string(r.text.Target), Number: true},
		{Title: string(r.text.Due), Number: true},
		{Title: string(r.text.Actual), Number: true},
		{Title: string(r.text.Status)},
	}}
	for _, p := range r.of(funnel.Running) {
		t.Rows = append(t.Rows, []Cell{
			text(p.Name()), r.period(p), r.asked(p, p.Outcome.Target), r.entries(p, p.Outcome.Due), r.entries(p, p.Outcome.Actual),
			r.status(p.Check.Verdict),
		})
	}
	return t
}

func (r *portfolioReport) status(s funnel.Status) Cell {
	tone := map[funnel.Status]Tone{funnel.OnTrack: Good, funnel.AtRisk: Caution, funnel.Behind: Bad}[s]
	return Cell{Value: Term{Key: string(s), Shown: r.Language.Check.Statuses[string(s)]}, Tone: tone}
}
