package report

import (
	"math/big"

	"embudo/funnel"
	"embudo/internal/i18n"
)

// allocateDocument is the JSON of allocate. docs/json.md describes it.
type allocateDocument struct {
	Schema   string           `json:"schema"`
	Plan     string           `json:"plan"`
	Currency *string          `json:"currency"`
	Budget   exact            `json:"budget"`
	Message  string           `json:"message"`
	Kept     bool             `json:"kept"`
	Ceiling  exact            `json:"gross_profit_ceiling"`
	Own      *allocateOutcome `json:"own"`
	Best     *allocateOutcome `json:"best"`
	Funnels  []allocateFunnel `json:"funnels"`
	Limits   []allocateLimit  `json:"limits"`
	Clashes  []allocateClash  `json:"clashes"`
	Warnings []warningJSON    `json:"warnings"`
}

type allocateOutcome struct {
	Spent       exact    `json:"spent"`
	Clients     expected `json:"clients"`
	Revenue     expected `json:"revenue"`
	GrossProfit expected `json:"gross_profit"`
	Return      expected `json:"return"`
	Chance      *float64 `json:"chance"`
}

type allocateFunnel struct {
	ID         string        `json:"id"`
	Name       string        `json:"name"`
	UnitCost   exact         `json:"unit_cost"`
	UnitProfit exact         `json:"unit_gross_profit"`
	FixedCost  exact         `json:"fixed_cost"`
	Own        *allocatePart `json:"own"`
	Best       *allocatePart `json:"best"`
}

type allocatePart struct {
	Spend   exact `json:"spend"`
	Share   exact `json:"share"`
	Entries exact `json:"entries"`
}

type allocateLimit struct {
	Kind    string  `json:"kind"`
	Funnel  *string `json:"funnel"`
	Stage   *string `json:"stage"`
	At      exact   `json:"at"`
	OneMore exact   `json:"one_more_brings"`
	Range   exact   `json:"holds_for"`
}

type allocateClash struct {
	Kind   string  `json:"kind"`
	Funnel *string `json:"funnel"`
	Stage  *string `json:"stage"`
	Least  exact   `json:"least"`
	Most   exact   `json:"most"`
}

func limitWord(kind funnel.LimitKind) string {
	switch kind {
	case funnel.LimitCapacity:
		return "capacity"
	case funnel.LimitVolume:
		return "max_volume"
	case funnel.LimitMinShare:
		return "min_share"
	case funnel.LimitMaxShare:
		return "max_share"
	default:
		return "budget"
	}
}

func allocateJSON(r *funnel.Allocation) *allocateDocument {
	p := r.Plan
	doc := &allocateDocument{
		Schema: "embudo/allocate/v1", Plan: p.Name, Currency: optional(p.Currency), Budget: exact{p.Budget},
		Message: newAllocateReport(r, i18n.English()).headline(), Kept: r.Kept, Ceiling: exact{r.Ceiling},
		Own: outcomeJSON(r.Own, r.Spent.Own), Best: outcomeJSON(r.Best, r.Spent.Best),
		Funnels: []allocateFunnel{}, Limits: []allocateLimit{}, Clashes: []allocateClash{}, Warnings: []warningJSON{},
	}
	if r.Best != nil {
		doc.Warnings = warningsJSON(p, r.Best.Warnings)
	}
	for i := range r.Funnels {
		f := &r.Funnels[i]
		doc.Funnels = append(doc.Funnels, allocateFunnel{
			ID: f.Funnel.ID, Name: f.Funnel.Name, UnitCost: exact{f.UnitCost}, UnitProfit: exact{f.UnitProfit}, FixedCost: exact{f.FixedCost},
			Own: partJSON(p, f.Own, f.Spend.Own), Best: partJSON(p, f.Best, f.Spend.Best),
		})
	}
	for i := range r.Limits {
		l := &r.Limits[i]
		id, stage := idsOfPlace(p, l.Funnel, l.Stage)
		doc.Limits = append(doc.Limits, allocateLimit{limitWord(l.Kind), id, stage, exact{l.At}, exact{l.OneMore}, exact{l.Range}})
	}
	for i := range r.Clashes {
		c := &r.Clashes[i]
		id, stage := idsOfPlace(p, c.Funnel, c.Stage)
		doc.Clashes = append(doc.Clashes, allocateClash{limitWord(c.Kind), id, stage, exact{c.Least}, exact{c.Most}})
	}
	return doc
}

// idsOfPlace are the ids of a funnel and stage, nil where there are none.
func idsOfPlace(p *funnel.Plan, f, stage int) (funnelID, stageID *string) {
	if f < 0 {
		return nil, nil
	}
	if stage >= 0 {
		stageID = &p.Funnels[f].Stages[stage].ID
	}
	return &p.Funnels[f].ID, stageID
}

func outcomeJSON(r *funnel.Projection, spent *big.Rat) *allocateOutcome {
	if r == nil {
		return nil
	}
	return &allocateOutcome{
		exact{spent}, expectedJSON(r.Clients), expectedJSON(r.Revenue), expectedJSON(r.GrossProfit), expectedJSON(r.Return), r.Chance,
	}
}

func partJSON(p *funnel.Plan, entries *big.Int, spend *big.Rat) *allocatePart {
	if entries == nil {
		return nil
	}
	return &allocatePart{exact{spend}, exact{new(big.Rat).Quo(spend, p.Budget)}, whole(entries)}
}

// allocateMain is the split for spreadsheets and scripts: a row a funnel.
func allocateMain(r *funnel.Allocation) Table {
	var t Table
	for _, key := range []string{
		"funnel", "name", "unit_cost", "unit_gross_profit", "fixed_cost",
		"own_spend", "own_share", "own_entries", "best_spend", "best_share", "best_entries",
	} {
		t.Columns = append(t.Columns, Column{Key: key})
	}
	share := func(spend *big.Rat) Cell {
		if spend == nil {
			return Cell{}
		}
		return percent(new(big.Rat).Quo(spend, r.Plan.Budget))
	}
	for i := range r.Funnels {
		f := &r.Funnels[i]
		t.Rows = append(t.Rows, []Cell{
			text(f.Funnel.ID), text(f.Funnel.Name), money(f.UnitCost), money(f.UnitProfit), money(f.FixedCost),
			money(f.Spend.Own), share(f.Spend.Own), count(f.Own), money(f.Spend.Best), share(f.Spend.Best), count(f.Best),
		})
	}
	return t
}
