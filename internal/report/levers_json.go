package report

import (
	"math/big"

	"embudo/funnel"
	"embudo/internal/i18n"
)

// leversDocument is the JSON of levers. docs/json.md describes it.
type leversDocument struct {
	Schema   string        `json:"schema"`
	Plan     string        `json:"plan"`
	Currency *string       `json:"currency"`
	Change   exact         `json:"change"`
	Points   exact         `json:"points"`
	Message  string        `json:"message"`
	Planned  leverOutcome  `json:"planned"`
	First    *leverFirst   `json:"first"`
	Levers   []leverJSON   `json:"levers"`
	Doubt    *doubtJSON    `json:"doubt"`
	Warnings []warningJSON `json:"warnings"`
}

type leverOutcome struct {
	Needed         exact `json:"needed"`
	Exact          exact `json:"exact"`
	Clients        exact `json:"clients"`
	Expected       exact `json:"expected_clients"`
	ExpectedProfit exact `json:"expected_gross_profit"`
	ExpectedReturn exact `json:"expected_return"`
}

type leverFirst struct {
	Input  string  `json:"input"`
	Funnel *string `json:"funnel"`
	Stage  *string `json:"stage"`
	By     string  `json:"by"`
}

type leverJSON struct {
	Input        string       `json:"input"`
	Funnel       *string      `json:"funnel"`
	Stage        *string      `json:"stage"`
	Name         string       `json:"name"`
	Value        exact        `json:"value"`
	BreakEven    exact        `json:"break_even"`
	NoBreakEven  *string      `json:"no_break_even"`
	RelativeMore *leverChange `json:"relative_more"`
	RelativeLess *leverChange `json:"relative_less"`
	PointsMore   *leverChange `json:"points_more"`
	PointsLess   *leverChange `json:"points_less"`
}

type leverChange struct {
	To      exact `json:"to"`
	Limited bool  `json:"limited"`
	leverOutcome
	NeededChange   exact `json:"needed_change"`
	ExactChange    exact `json:"exact_change"`
	ClientsChange  exact `json:"clients_change"`
	ExpectedChange exact `json:"expected_clients_change"`
	ProfitChange   exact `json:"expected_gross_profit_change"`
	ReturnChange   exact `json:"expected_return_change"`
}

type doubtJSON struct {
	Of        string      `json:"of"`
	Mean      float64     `json:"mean"`
	Deviation float64     `json:"standard_deviation"`
	Rates     []rateDoubt `json:"rates"`
	Together  float64     `json:"together"`
	Chance    float64     `json:"chance"`
}

type rateDoubt struct {
	Funnel string  `json:"funnel"`
	Stage  string  `json:"stage"`
	Share  float64 `json:"share"`
}

func leversJSON(r *funnel.LeverResult) *leversDocument {
	d := englishLevers(r)
	doc := &leversDocument{
		Schema:   "embudo/levers/v1",
		Plan:     r.Plan.Name,
		Currency: optional(r.Plan.Currency),
		Change:   exact{r.Change.Relative},
		Points:   exact{r.Change.Points},
		Message:  d.headline(),
		Planned:  leverOutcomeJSON(&r.Planned),
		Levers:   make([]leverJSON, len(r.Levers)),
		Doubt:    doubtDocument(r),
		Warnings: warningsJSON(r.Plan, r.Warnings),
	}
	if r.First != nil {
		first := leverFirst{Input: leverKey(r.Plan, r.First.Lever), By: "relative"}
		first.Funnel, first.Stage = placeOf(r.Plan, r.First.Lever)
		if r.First.Points {
			first.By = "points"
		}
		doc.First = &first
	}
	for i := range r.Levers {
		doc.Levers[i] = d.leverJSON(&r.Levers[i])
	}
	return doc
}

// englishLevers names inputs and writes the first line for scripts.
func englishLevers(r *funnel.LeverResult) *leversReport {
	l := i18n.English()
	return &leversReport{
		Document: &Document{Language: l, Currency: r.Plan.Currency, MinorUnits: r.Plan.MinorUnits},
		result:   r, text: l.Levers,
	}
}

func (d *leversReport) leverJSON(l *funnel.Lever) leverJSON {
	result := leverJSON{
		Input:        leverKey(d.result.Plan, l),
		Name:         d.name(l),
		Value:        exact{l.Value},
		BreakEven:    exact{l.BreakEven},
		NoBreakEven:  optional(string(l.NoBreakEven)),
		RelativeMore: d.leverChange(&l.More),
		RelativeLess: d.leverChange(&l.Less),
		PointsMore:   d.leverChange(l.PointsMore),
		PointsLess:   d.leverChange(l.PointsLess),
	}
	result.Funnel, result.Stage = placeOf(d.result.Plan, l)
	return result
}

// placeOf is the funnel and stage of an input; nil where it has none.
func placeOf(p *funnel.Plan, l *funnel.Lever) (funnelID, stage *string) {
	if l.Funnel == funnel.WholePlan {
		return nil, nil
	}
	f := &p.Funnels[l.Funnel]
	if l.Kind == funnel.LeverRate || l.Kind == funnel.LeverRecovers {
		stage = &f.Stages[l.Stage].ID
	}
	return &f.ID, stage
}

func (d *leversReport) leverChange(e *funnel.LeverEffect) *leverChange {
	if e == nil || e.To == nil {
		return nil
	}
	planned := &d.result.Planned
	less := func(a, b *big.Rat) exact { return exact{new(big.Rat).Sub(a, b)} }
	return &leverChange{
		To: exact{e.To}, Limited: e.Limited, leverOutcome: leverOutcomeJSON(&e.LeverOutcome),
		NeededChange:   whole(new(big.Int).Sub(e.Top, planned.Top)),
		ExactChange:    less(e.ExactTop, planned.ExactTop),
		ClientsChange:  whole(new(big.Int).Sub(e.Clients, planned.Clients)),
		ExpectedChange: less(e.ExpectedClients, planned.ExpectedClients),
		ProfitChange:   less(e.ExpectedProfit, planned.ExpectedProfit),
		ReturnChange:   less(e.ExpectedReturn, planned.ExpectedReturn),
	}
}

func leverOutcomeJSON(o *funnel.LeverOutcome) leverOutcome {
	return leverOutcome{
		Needed: whole(o.Top), Exact: exact{o.ExactTop}, Clients: whole(o.Clients),
		Expected: exact{o.ExpectedClients}, ExpectedProfit: exact{o.ExpectedProfit}, ExpectedReturn: exact{o.ExpectedReturn},
	}
}

func doubtDocument(r *funnel.LeverResult) *doubtJSON {
	if r.Doubt == nil {
		return nil
	}
	doc := &doubtJSON{
		Of: string(r.Doubt.Of), Mean: r.Doubt.Mean, Deviation: r.Doubt.Deviation,
		Rates: make([]rateDoubt, len(r.Doubt.Rates)), Together: r.Doubt.Together, Chance: r.Doubt.Chance,
	}
	for i, rate := range r.Doubt.Rates {
		f := &r.Plan.Funnels[rate.Funnel]
		doc.Rates[i] = rateDoubt{Funnel: f.ID, Stage: f.Stages[rate.Stage].ID, Share: rate.Share}
	}
	return doc
}

// leversMain is what moves the result for spreadsheets and scripts: a row an input
// and change.
func leversMain(r *funnel.LeverResult) Table {
	var t Table
	for _, key := range []string{
		"input", "funnel", "stage", "name", "value", "break_even", "change", "by", "to", "limited", "needed", "needed_change",
		"clients", "clients_change", "expected_clients", "expected_clients_change", "expected_return", "expected_return_change",
	} {
		t.Columns = append(t.Columns, Column{Key: key})
	}
	d := englishLevers(r)
	less := func(x *big.Rat) *big.Rat { return new(big.Rat).Neg(x) }
	for i := range r.Levers {
		l := &r.Levers[i]
		for _, change := range []struct {
			name   string
			by     *big.Rat
			effect *funnel.LeverEffect
		}{
			{"relative", r.Change.Relative, &l.More},
			{"relative", less(r.Change.Relative), &l.Less},
			{"points", r.Change.Points, l.PointsMore},
			{"points", less(r.Change.Points), l.PointsLess},
		} {
			if change.effect != nil && change.effect.To != nil {
				t.Rows = append(t.Rows, d.mainRow(l, change.name, change.by, change.effect))
			}
		}
	}
	return t
}

func (d *leversReport) mainRow(l *funnel.Lever, change string, by *big.Rat, e *funnel.LeverEffect) []Cell {
	planned := &d.result.Planned
	difference := func(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }
	funnelID, stage := placeOf(d.result.Plan, l)
	cell := func(id *string) Cell {
		if id == nil {
			return Cell{}
		}
		return text(*id)
	}
	limited := "false"
	if e.Limited {
		limited = "true"
	}
	return []Cell{
		text(leverKey(d.result.Plan, l)), cell(funnelID), cell(stage), text(d.name(l)),
		number(l.Value, 4), number(l.BreakEven, 4), text(change), number(by, 4), number(e.To, 4), text(limited),
		count(e.Top), count(new(big.Int).Sub(e.Top, planned.Top)),
		count(e.Clients), count(new(big.Int).Sub(e.Clients, planned.Clients)),
		number(e.ExpectedClients, 4), number(difference(e.ExpectedClients, planned.ExpectedClients), 4),
		percent(e.ExpectedReturn), percent(difference(e.ExpectedReturn, planned.ExpectedReturn)),
	}
}
