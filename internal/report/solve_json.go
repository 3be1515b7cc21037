package report

import (
	"math/big"

	"embudo/funnel"
	"embudo/internal/i18n"
	"embudo/plan"
)

// solveDocument is the JSON of solve. docs/json.md describes it.
type solveDocument struct {
	Schema     string        `json:"schema"`
	Plan       string        `json:"plan"`
	Currency   *string       `json:"currency"`
	For        string        `json:"for"`
	Given      []solveGiven  `json:"given"`
	Confidence exact         `json:"confidence"`
	Outcome    string        `json:"outcome"`
	Direction  string        `json:"direction"`
	Current    exact         `json:"current"`
	Value      exact         `json:"value"`
	Next       exact         `json:"next"`
	UpTo       exact         `json:"up_to"`
	Best       exact         `json:"best"`
	Exact      *string       `json:"exact"`
	Between    []exact       `json:"between"`
	Set        []string      `json:"set"`
	Message    string        `json:"message"`
	Demands    []solveDemand `json:"demands"`
	Chance     *float64      `json:"chance"`
	ChanceThen *float64      `json:"chance_then"`
	Funnels    []solveFunnel `json:"funnels"`
	Warnings   []warningJSON `json:"warnings"`
}

type solveGiven struct {
	Funnel  string `json:"funnel"`
	Stage   string `json:"stage"`
	Entries int64  `json:"entries"`
}

type solveDemand struct {
	Kind   string      `json:"kind"`
	Funnel string      `json:"funnel"`
	Stage  *string     `json:"stage"`
	Plan   solveAsked  `json:"plan"`
	Then   *solveAsked `json:"then"`
	Next   *solveAsked `json:"next"`
	Chance *float64    `json:"chance"`
}

type solveAsked struct {
	Asked exact `json:"asked"`
	There exact `json:"there"`
	Met   bool  `json:"met"`
}

type solveFunnel struct {
	ID     string       `json:"id"`
	Name   string       `json:"name"`
	Stages []solveStage `json:"stages"`
}

type solveStage struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Needed     exact  `json:"needed"`
	NeededThen exact  `json:"needed_then"`
	Sure       exact  `json:"needed_for_confidence"`
	SureThen   exact  `json:"needed_for_confidence_then"`
}

func solveJSON(r *Solved) *solveDocument {
	p := r.Before.Plan
	doc := &solveDocument{
		Schema: "embudo/solve/v1", Plan: p.Name, Currency: optional(p.Currency), For: r.Unknown.Path,
		Given: []solveGiven{}, Confidence: exact{r.Confidence},
		Outcome: outcomeWord(r.Outcome), Direction: "at_most",
		Current: exact{r.Unknown.Current}, Value: exact{r.Value}, Next: exact{r.Next}, UpTo: exact{r.UpTo},
		Between: []exact{}, Set: []string{}, Message: newSolveReport(r, i18n.English()).headline(),
		Demands: []solveDemand{}, Chance: r.Before.Chance, Funnels: make([]solveFunnel, len(p.Funnels)),
		Warnings: warningsJSON(p, r.After.Warnings),
	}
	if r.Least {
		doc.Direction = "at_least"
	}
	if r.Exact != nil {
		end := r.Exact.RatString()
		doc.Exact = &end
	}
	if r.Fails != nil {
		doc.Between = []exact{{lower(r.Fails, r.Does)}, {higher(r.Fails, r.Does)}}
	}
	if r.Outcome == funnel.NoValue && !r.Endless {
		doc.Best = exact{r.Best}
	}
	if r.shown() != nil {
		doc.ChanceThen = r.After.Chance
	}
	for _, g := range r.Given {
		f := &p.Funnels[g.Funnel]
		doc.Given = append(doc.Given, solveGiven{f.ID, f.Stages[g.Stage].ID, g.Entries})
	}
	for _, setting := range r.Settings {
		doc.Set = append(doc.Set, setting.Path+"="+setting.Value)
	}
	for i := range r.Demands {
		doc.Demands = append(doc.Demands, demandJSON(p, &r.Demands[i]))
	}
	for i := range p.Funnels {
		doc.Funnels[i] = r.funnelJSON(i)
	}
	return doc
}

func outcomeWord(o funnel.SolveOutcome) string {
	switch o {
	case funnel.Solved:
		return "solved"
	case funnel.AnyValue:
		return "any"
	default:
		return "none"
	}
}

func demandWord(kind funnel.DemandKind) string {
	switch kind {
	case funnel.DemandCost:
		return "unit_costs"
	case funnel.DemandCapacity:
		return "capacity"
	default:
		return "given"
	}
}

func demandJSON(p *funnel.Plan, d *funnel.Demand) solveDemand {
	asked := func(a *funnel.Strain) *solveAsked {
		if a == nil {
			return nil
		}
		return &solveAsked{exact{a.Ask}, exact{a.There}, d.Met(*a)}
	}
	result := solveDemand{
		Kind: demandWord(d.Kind), Funnel: p.Funnels[d.Funnel].ID, Plan: *asked(&d.Before),
		Then: asked(d.After), Next: asked(d.Next), Chance: d.Chance,
	}
	if d.Stage >= 0 {
		result.Stage = &p.Funnels[d.Funnel].Stages[d.Stage].ID
	}
	return result
}

func (r *Solved) funnelJSON(i int) solveFunnel {
	before, after := &r.Before.Funnels[i], &r.After.Funnels[i]
	result := solveFunnel{ID: before.Funnel.ID, Name: before.Funnel.Name, Stages: make([]solveStage, len(before.Stages))}
	for j := range before.Stages {
		s := solveStage{
			ID: before.Stages[j].Stage.ID, Name: before.Stages[j].Stage.Name,
			Needed: whole(before.Stages[j].Needed), Sure: whole(solvedSure(&before.Stages[j])),
		}
		if r.shown() != nil {
			s.NeededThen, s.SureThen = whole(after.Stages[j].Needed), whole(solvedSure(&after.Stages[j]))
		}
		result.Stages[j] = s
	}
	return result
}

// solveMain is the solution for spreadsheets and scripts: a row a funnel and stage,
// each with the value.
func solveMain(r *Solved) Table {
	var t Table
	for _, key := range []string{
		"for", "outcome", "current", "value", "set", "funnel", "stage", "name", "needed", "needed_then",
		"needed_for_confidence", "needed_for_confidence_then",
	} {
		t.Columns = append(t.Columns, Column{Key: key})
	}
	rational := func(x *big.Rat) Cell { return number(x, 2) }
	set := ""
	if r.Value != nil {
		set = plan.InFile(r.Unknown.Kind, r.Value)
	}
	for i := range r.Before.Funnels {
		before, after := &r.Before.Funnels[i], &r.After.Funnels[i]
		for j := range before.Stages {
			row := []Cell{
				text(r.Unknown.Path),
				text(outcomeWord(r.Outcome)),
				rational(r.Unknown.Current),
				rational(r.Value),
				text(set),
				text(before.Funnel.ID),
				text(before.Stages[j].Stage.ID),
				text(before.Stages[j].Stage.Name),
				count(before.Stages[j].Needed),
				{},
				count(solvedSure(&before.Stages[j])),
				{},
			}
			if r.shown() != nil {
				row[9], row[11] = count(after.Stages[j].Needed), count(solvedSure(&after.Stages[j]))
			}
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}
