package report

import (
	"math/big"
	"slices"

	"embudo/funnel"
	"embudo/internal/i18n"
)

// Project shows what given volumes are expected to bring.
func Project(r *funnel.Projection, l *i18n.Language) *Document {
	d := &Document{
		Language:   l,
		Currency:   r.Plan.Currency,
		MinorUnits: r.Plan.MinorUnits,
		Title:      planTitle(r.Plan, l) + " · " + string(l.Project.Title),
		Main:       func() Table { return projectMain(r) },
		Data:       func() any { return projectJSON(r) },
	}
	d.Summary = l.Project.Brings.Fill(
		"clients", l.About(r.Clients.Mean, 1),
		"revenue", l.AboutMoney(r.Revenue.Mean, d.Currency, d.MinorUnits), "return", l.Percent(r.Return.Mean))
	notes := footnotes{document: d}
	general, _ := notes.of("", r.Warnings)
	for i := range r.Funnels {
		f := &r.Funnels[i]
		own, marks := notes.of(f.Funnel.ID, r.Warnings)
		table := d.projectTable(f, marks)
		if len(r.Funnels) > 1 {
			table.Title = f.Funnel.Name
		}
		d.Blocks = append(d.Blocks, table)
		if len(r.Funnels) > 1 {
			d.addNotes(own)
		} else {
			general = append(own, general...)
		}
	}
	d.Blocks = append(d.Blocks, d.outcomeTable(r))
	lines := []string{string(l.Project.RangeNote)}
	if r.Chance != nil {
		lines = append(lines, l.Project.Chance.Fill("chance", l.Chance(*r.Chance)))
	}
	d.Blocks = append(d.Blocks, Lines{Lines: lines})
	d.addNotes(general)
	return d
}

func (d *Document) projectTable(f *funnel.FunnelProjection, marks map[string][]int) Table {
	l := d.Language
	t := Table{Columns: []Column{{Title: string(l.Words.Stage)}}}
	for i := range f.Stages {
		s := f.Stages[i].Stage
		t.Rows = append(t.Rows, []Cell{{Value: Text(s.Name), Marks: marks[s.ID]}})
	}
	add := func(title i18n.Text, spare int, cell func(s *funnel.StageProjection) Cell) {
		t.Columns = append(t.Columns, Column{Title: string(title), Number: true, Spare: spare})
		for i := range f.Stages {
			t.Rows[i] = append(t.Rows[i], cell(&f.Stages[i]))
		}
	}
	add(l.Words.Rate, 1, func(s *funnel.StageProjection) Cell { return percent(s.Stage.Rate.Value) })
	add(l.Project.From, 0, func(s *funnel.StageProjection) Cell { return count(big.NewInt(s.From)) })
	if slices.ContainsFunc(f.Stages, func(s funnel.StageProjection) bool { return s.Stage.InProgress > 0 }) {
		add(l.Words.There, 2, func(s *funnel.StageProjection) Cell { return count(big.NewInt(s.Stage.InProgress)) })
	}
	if slices.ContainsFunc(f.Stages, func(s funnel.StageProjection) bool { return s.Stage.Direct > 0 }) {
		add(l.Words.Direct, 2, func(s *funnel.StageProjection) Cell { return count(big.NewInt(s.Stage.Direct)) })
	}
	add(l.Project.Expected, 0, func(s *funnel.StageProjection) Cell { return number(s.Entries.Mean, 1) })
	add(l.Project.Range, 0, func(s *funnel.StageProjection) Cell { return countRange(s.Entries) })
	add(l.Project.Asked, 0, func(s *funnel.StageProjection) Cell { return count(s.Total) })
	return t
}

// outcomeTable is what the clients mean in money.
func (d *Document) outcomeTable(r *funnel.Projection) Table {
	l := d.Language
	t := Table{Columns: []Column{
		{Title: string(l.Project.Outcome)},
		{Title: string(l.Project.Expected), Number: true},
		{Title: string(l.Project.Range), Number: true},
	}}
	row := func(title i18n.Text, e funnel.Expected, cell func(*big.Rat) Cell) {
		t.Rows = append(t.Rows, []Cell{text(string(title)), cell(e.Mean), rangeOf(e, cell)})
	}
	row(l.Project.Clients, r.Clients, func(x *big.Rat) Cell { return number(x, 1) })
	t.Rows[0][2] = countRange(r.Clients)
	row(l.Project.Revenue, r.Revenue, money)
	row(l.Project.Profit, r.GrossProfit, money)
	row(l.Project.Return, r.Return, percent)
	return t
}

func rangeOf(e funnel.Expected, cell func(*big.Rat) Cell) Cell {
	if e.Low == nil || e.High == nil {
		return Cell{}
	}
	return Cell{Value: Range{Low: cell(e.Low).Value, High: cell(e.High).Value}}
}

func countRange(e funnel.Expected) Cell {
	return rangeOf(e, func(x *big.Rat) Cell { return count(x.Num()) })
}

// projectMain is the projection for spreadsheets and scripts: a row a funnel
// and stage.
func projectMain(r *funnel.Projection) Table {
	var t Table
	for _, key := range []string{
		"funnel", "stage", "name", "rate", "from", "in_progress", "direct", "expected", "low", "high", "total",
	} {
		t.Columns = append(t.Columns, Column{Key: key})
	}
	for i := range r.Funnels {
		f := &r.Funnels[i]
		for j := range f.Stages {
			s := &f.Stages[j]
			t.Rows = append(t.Rows, []Cell{
				text(f.Funnel.ID), text(s.Stage.ID), text(s.Stage.Name), percent(s.Stage.Rate.Value),
				count(big.NewInt(s.From)), count(big.NewInt(s.Stage.InProgress)), count(big.NewInt(s.Stage.Direct)),
				number(s.Entries.Mean, 2), number(s.Entries.Low, 0), number(s.Entries.High, 0), count(s.Total),
			})
		}
	}
	return t
}

// projectDocument is the JSON of project. docs/json.md describes it.
type projectDocument struct {
	Schema      string          `json:"schema"`
	Plan        string          `json:"plan"`
	Currency    *string         `json:"currency"`
	Budget      exact           `json:"budget"`
	Clients     expected        `json:"clients"`
	Revenue     expected        `json:"revenue"`
	GrossProfit expected        `json:"gross_profit"`
	Return      expected        `json:"return"`
	Chance      *float64        `json:"chance"`
	Funnels     []projectFunnel `json:"funnels"`
	Warnings    []warningJSON   `json:"warnings"`
}

type expected struct {
	Expected exact `json:"expected"`
	Low      exact `json:"low"`
	High     exact `json:"high"`
}

type projectFunnel struct {
	ID     string         `json:"id"`
	Name   string         `json:"name"`
	Stages []projectStage `json:"stages"`
}

type projectStage struct {
	ID            string `json:"id"`
	Name          string `json:"name"`
	Rate          exact  `json:"rate"`
	EffectiveRate exact  `json:"effective_rate"`
	From          int64  `json:"from"`
	InProgress    int64  `json:"in_progress"`
	Direct        int64  `json:"direct"`
	expected
	Total exact `json:"total"`
}

func projectJSON(r *funnel.Projection) *projectDocument {
	doc := &projectDocument{
		Schema:      "embudo/project/v1",
		Plan:        r.Plan.Name,
		Currency:    optional(r.Plan.Currency),
		Budget:      exact{r.Plan.Budget},
		Clients:     expectedJSON(r.Clients),
		Revenue:     expectedJSON(r.Revenue),
		GrossProfit: expectedJSON(r.GrossProfit),
		Return:      expectedJSON(r.Return),
		Chance:      r.Chance,
		Funnels:     make([]projectFunnel, len(r.Funnels)),
		Warnings:    warningsJSON(r.Plan, r.Warnings),
	}
	for i := range r.Funnels {
		f := &r.Funnels[i]
		doc.Funnels[i] = projectFunnel{ID: f.Funnel.ID, Name: f.Funnel.Name, Stages: make([]projectStage, len(f.Stages))}
		for j := range f.Stages {
			s := &f.Stages[j]
			stage := projectStage{
				ID: s.Stage.ID, Name: s.Stage.Name, Rate: exact{s.Stage.Rate.Value},
				From: s.From, InProgress: s.Stage.InProgress, Direct: s.Stage.Direct,
				expected: expectedJSON(s.Entries), Total: whole(s.Total),
			}
			if j < len(f.Stages)-1 {
				stage.EffectiveRate = exact{funnel.Effective(s.Stage)}
			}
			doc.Funnels[i].Stages[j] = stage
		}
	}
	return doc
}

func expectedJSON(e funnel.Expected) expected {
	return expected{Expected: exact{e.Mean}, Low: exact{e.Low}, High: exact{e.High}}
}
