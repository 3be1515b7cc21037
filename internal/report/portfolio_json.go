package report

import (
	"math/big"

	"embudo/funnel"
)

// portfolioMain is the portfolio for spreadsheets and scripts: a row a plan.
func portfolioMain(r *funnel.Portfolio) Table {
	var t Table
	for _, key := range []string{
		"file", "plan", "currency", "start", "end", "budget", "revenue", "gross_profit", "return", "clients", "chance",
		"phase", "target", "due", "actual", "attainment", "met", "verdict", "actual_spend", "actual_revenue",
	} {
		t.Columns = append(t.Columns, Column{Key: key})
	}
	for _, p := range r.Plans {
		plan := p.Result.Plan
		row := []Cell{
			text(p.Source), text(plan.Name), text(plan.Currency),
			{},
			{},
			money(plan.Budget), money(p.Result.RevenueAtTarget),
			money(p.Result.GrossProfitAtTarget), percent(p.Result.ReturnAtTarget), count(p.Result.ClientsWithReferrals), chanceCell(p.Result.Chance),
			text(string(p.Phase)),
			{},
			{},
			{},
			{},
			{},
			{},
			{},
			{},
		}
		if days := plan.Period; days != nil {
			row[3], row[4] = Cell{Value: Day(days.Start)}, Cell{Value: Day(days.End)}
		}
		if o := p.Outcome; o != nil {
			row[12], row[13], row[14], row[15] = number(o.Target, 2), number(o.Due, 2), number(o.Actual, 2), percent(o.Attainment)
			if o.Met != nil {
				row[16] = Cell{Value: Term{Key: map[bool]string{true: "true", false: "false"}[*o.Met]}}
			}
			row[17] = text(string(p.Check.Verdict))
			row[18], row[19] = money(p.Check.Money.Spend), money(p.Check.Money.Revenue)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// portfolioDocument is the JSON of portfolio. docs/json.md describes it.
type portfolioDocument struct {
	Schema   string            `json:"schema"`
	AsOf     funnel.Date       `json:"as_of"`
	Message  string            `json:"message"`
	Plans    []portfolioPlan   `json:"plans"`
	Totals   []portfolioTotal  `json:"totals"`
	Meeting  portfolioMeeting  `json:"meeting"`
	People   []portfolioPeople `json:"people"`
	Clashes  []portfolioClash  `json:"clashes"`
	Record   *portfolioRecord  `json:"record"`
	Unread   []ProblemJSON     `json:"unread"`
	Warnings []warningJSON     `json:"warnings"`
}

type portfolioPlan struct {
	File        string              `json:"file"`
	Plan        string              `json:"plan"`
	Currency    *string             `json:"currency"`
	Period      *funnel.Span        `json:"period"`
	Phase       string              `json:"phase"`
	Budget      exact               `json:"budget"`
	Asked       exact               `json:"gross_profit_asked"`
	Revenue     exact               `json:"revenue_at_target"`
	GrossProfit exact               `json:"gross_profit_at_target"`
	Return      exact               `json:"return_at_target"`
	Clients     exact               `json:"clients"`
	Chance      *float64            `json:"chance"`
	Actuals     *portfolioPlanCheck `json:"actuals"`
}

type portfolioPlanCheck struct {
	DataEnds   *funnel.Date `json:"data_ends"`
	Target     exact        `json:"target"`
	Due        exact        `json:"due"`
	Actual     exact        `json:"actual"`
	Attainment exact        `json:"attainment"`
	Met        *bool        `json:"met"`
	Verdict    string       `json:"verdict"`
	Spend      exact        `json:"spend"`
	Revenue    exact        `json:"revenue"`
	Return     exact        `json:"return_to_date"`
}

type portfolioTotal struct {
	Currency    *string         `json:"currency"`
	Plans       int             `json:"plans"`
	Budget      exact           `json:"budget"`
	Asked       exact           `json:"gross_profit_asked"`
	Revenue     exact           `json:"revenue_at_target"`
	Return      exact           `json:"return_at_target"`
	Clients     exact           `json:"clients"`
	Chance      *float64        `json:"chance"`
	GrossProfit forecastOutlook `json:"gross_profit"`
}

type portfolioMeeting struct {
	Of           int       `json:"of"`
	Expected     exact     `json:"expected"`
	P10          int64     `json:"p10"`
	P90          int64     `json:"p90"`
	Every        *float64  `json:"every"`
	None         *float64  `json:"none"`
	Distribution []float64 `json:"distribution"`
}

type portfolioPeople struct {
	Owner     *string         `json:"owner"`
	Stage     *string         `json:"stage"`
	Plans     int             `json:"plans"`
	Busiest   *portfolioWeek  `json:"busiest"`
	Staff     []string        `json:"staff"`
	WeeksLess int             `json:"weeks_short"`
	Weeks     []portfolioWeek `json:"weeks"`
}

type portfolioWeek struct {
	Week   funnel.Week `json:"week"`
	Plans  int         `json:"plans"`
	Needed exact       `json:"needed"`
	Named  exact       `json:"named"`
}

type portfolioClash struct {
	Person string        `json:"person"`
	Days   []funnel.Span `json:"days"`
	A      portfolioBusy `json:"a"`
	B      portfolioBusy `json:"b"`
}

type portfolioBusy struct {
	File     string `json:"file"`
	Plan     string `json:"plan"`
	Activity string `json:"activity"`
	Name     string `json:"name"`
}

type portfolioRecord struct {
	Ended       int                   `json:"ended"`
	Running     int                   `json:"running"`
	Known       int                   `json:"known"`
	Met         int                   `json:"met"`
	Calibration *portfolioCalibration `json:"calibration"`
	Money       []portfolioMoney      `json:"money"`
}

type portfolioCalibration struct {
	Plans    int             `json:"plans"`
	Met      int             `json:"met"`
	Stated   float64         `json:"mean_chance"`
	Share    exact           `json:"share_met"`
	Low      float64         `json:"share_low"`
	High     float64         `json:"share_high"`
	Likely   [2]int64        `json:"likely_met"`
	P        float64         `json:"p_value"`
	Brier    float64         `json:"brier"`
	BrierDue float64         `json:"brier_expected"`
	Bands    []portfolioBand `json:"bands"`
}

type portfolioBand struct {
	From   float64 `json:"from"`
	To     float64 `json:"to"`
	Plans  int     `json:"plans"`
	Met    int     `json:"met"`
	Stated float64 `json:"mean_chance"`
	Low    float64 `json:"share_low"`
	High   float64 `json:"share_high"`
}

type portfolioMoney struct {
	Currency *string                   `json:"currency"`
	Plans    int                       `json:"plans"`
	Spend    portfolioPlannedAndActual `json:"spend"`
	Revenue  portfolioPlannedAndActual `json:"revenue"`
	Profit   portfolioPlannedAndActual `json:"gross_profit"`
	Return   portfolioPlannedAndActual `json:"return"`
}

type portfolioPlannedAndActual struct {
	Planned exact `json:"planned"`
	Actual  exact `json:"actual"`
}

func portfolioJSON(p *funnel.Portfolio, unread []ProblemJSON) *portfolioDocument {
	doc := &portfolioDocument{
		Schema: "embudo/portfolio/v1", AsOf: p.AsOf, Message: englishPortfolio(p),
		Plans: make([]portfolioPlan, len(p.Plans)), Totals: make([]portfolioTotal, len(p.Totals)), Meeting: meetingJSON(&p.Meeting),
		People: make([]portfolioPeople, len(p.People)), Clashes: make([]portfolioClash, len(p.Clashes)),
		Record: recordJSON(p.Record), Unread: unread, Warnings: warningsJSON(&funnel.Plan{}, p.Warnings),
	}
	for i, plan := range p.Plans {
		doc.Plans[i] = portfolioPlanJSON(plan)
	}
	for i := range p.Totals {
		t := &p.Totals[i]
		doc.Totals[i] = portfolioTotal{
			Currency: optional(t.Currency), Plans: t.Plans, Budget: exact{t.Budget}, Asked: exact{t.Asked}, Revenue: exact{t.Revenue}, Return: exact{t.Return},
			Clients: whole(t.Clients), Chance: t.Chance, GrossProfit: outlookJSON(t.Profit, exact{t.GrossProfit}),
		}
	}
	for i := range p.People {
		doc.People[i] = peopleJSON(&p.People[i])
	}
	for i := range p.Clashes {
		c := &p.Clashes[i]
		doc.Clashes[i] = portfolioClash{Person: c.Person.Name, Days: c.Days, A: busyJSON(p, c.A), B: busyJSON(p, c.B)}
	}
	return doc
}

func portfolioPlanJSON(p *funnel.PortfolioPlan) portfolioPlan {
	plan := p.Result.Plan
	doc := portfolioPlan{
		File: p.Source, Plan: plan.Name, Currency: optional(plan.Currency), Period: plan.Period, Phase: string(p.Phase), Budget: exact{plan.Budget},
		Asked:   exact{p.Result.ProfitAsked()},
		Revenue: exact{p.Result.RevenueAtTarget}, GrossProfit: exact{p.Result.GrossProfitAtTarget}, Return: exact{p.Result.ReturnAtTarget},
		Clients: whole(p.Result.ClientsWithReferrals), Chance: p.Result.Chance,
	}
	if o := p.Outcome; o != nil {
		doc.Actuals = &portfolioPlanCheck{
			DataEnds: p.Check.DataEnds, Target: exact{o.Target}, Due: exact{o.Due}, Actual: exact{o.Actual}, Attainment: exact{o.Attainment},
			Met: o.Met, Verdict: string(p.Check.Verdict),
			Spend: exact{p.Check.Money.Spend}, Revenue: exact{p.Check.Money.Revenue}, Return: exact{p.Check.Money.Return},
		}
	}
	return doc
}

func meetingJSON(m *funnel.Meeting) portfolioMeeting {
	doc := portfolioMeeting{
		Of: m.Of, Expected: exact{m.Expected}, P10: m.Low, P90: m.High, Every: m.Every, None: m.None, Distribution: []float64{},
	}
	for k := range m.Met.P {
		doc.Distribution = append(doc.Distribution, m.Chance(k))
	}
	return doc
}

func peopleJSON(p *funnel.People) portfolioPeople {
	doc := portfolioPeople{
		Owner: optional(p.Owner), Stage: optional(p.Stage), Plans: p.Plans, WeeksLess: p.Short, Weeks: make([]portfolioWeek, len(p.Weeks)),
		Staff: []string{},
	}
	for _, person := range p.Staff {
		doc.Staff = append(doc.Staff, person.Name)
	}
	for i := range p.Weeks {
		doc.Weeks[i] = weekJSON(&p.Weeks[i])
	}
	if p.Most.Needed != nil {
		busiest := weekJSON(&p.Most)
		doc.Busiest = &busiest
	}
	return doc
}

func weekJSON(w *funnel.PeopleWeek) portfolioWeek {
	return portfolioWeek{Week: w.Week, Plans: w.Plans, Needed: exact{w.Needed}, Named: exact{w.Named}}
}

func busyJSON(p *funnel.Portfolio, b funnel.Busy) portfolioBusy {
	plan := p.Plans[b.Plan]
	return portfolioBusy{File: plan.Source, Plan: plan.Result.Plan.Name, Activity: b.Activity.ID, Name: b.Activity.Name}
}

func recordJSON(r *funnel.Record) *portfolioRecord {
	if r == nil {
		return nil
	}
	doc := &portfolioRecord{Ended: r.Ended, Running: r.Running, Known: r.Known, Met: r.Met, Money: make([]portfolioMoney, len(r.Money))}
	for i := range r.Money {
		m := &r.Money[i]
		both := func(planned, actual *big.Rat) portfolioPlannedAndActual {
			return portfolioPlannedAndActual{exact{planned}, exact{actual}}
		}
		doc.Money[i] = portfolioMoney{
			Currency: optional(m.Currency), Plans: m.Plans, Spend: both(m.Budget, m.Spend), Revenue: both(m.Planned, m.Revenue),
			Profit: both(m.PlannedProfit, m.Profit), Return: both(m.PlannedReturn, m.Return),
		}
	}
	if c := r.Calibration; c != nil {
		doc.Calibration = &portfolioCalibration{
			Plans: c.Plans, Met: c.Met, Stated: c.Stated, Share: exact{c.Share}, Low: c.Low, High: c.High, Likely: c.Likely,
			P: c.P, Brier: c.Brier, BrierDue: c.BrierDue, Bands: make([]portfolioBand, len(c.Bands)),
		}
		for i, b := range c.Bands {
			doc.Calibration.Bands[i] = portfolioBand(b)
		}
	}
	return doc
}
