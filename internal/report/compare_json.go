package report

import (
	"math/big"

	"embudo/funnel"
	"embudo/plan"
)

// compareDocument is the JSON of compare. docs/json.md describes it.
type compareDocument struct {
	Schema   string            `json:"schema"`
	Plans    []comparePlan     `json:"plans"`
	Inputs   []compareInput    `json:"inputs"`
	Measures []compareMeasure  `json:"measures"`
	Funnels  []compareFunnel   `json:"funnels"`
	Warnings []compareWarnings `json:"warnings"`
}

type comparePlan struct {
	Name     string       `json:"name"`
	File     string       `json:"file"`
	Scenario *string      `json:"scenario"`
	When     *string      `json:"when"`
	Do       *string      `json:"do"`
	Plan     string       `json:"plan"`
	Currency *string      `json:"currency"`
	Period   *funnel.Span `json:"period"`
	Same     bool         `json:"same_as_first"`
}

type compareInput struct {
	Key    string    `json:"key"`
	Values []*string `json:"values"`
}

type compareMeasure struct {
	Metric      string  `json:"metric"`
	Values      []exact `json:"values"`
	Differences []exact `json:"differences"`
}

type compareFunnel struct {
	ID       string           `json:"id"`
	Name     string           `json:"name"`
	In       []bool           `json:"in"`
	Measures []compareMeasure `json:"measures"`
	Stages   []compareStage   `json:"stages"`
}

type compareStage struct {
	ID       string           `json:"id"`
	Name     string           `json:"name"`
	In       []bool           `json:"in"`
	Windows  []*funnel.Span   `json:"windows"`
	Measures []compareMeasure `json:"measures"`
}

type compareWarnings struct {
	In []bool `json:"in"`
	warningJSON
}

func compareJSON(c *funnel.Comparison, plans []Compared, differences []plan.Difference) *compareDocument {
	doc := &compareDocument{
		Schema:   "embudo/compare/v1",
		Plans:    make([]comparePlan, len(plans)),
		Inputs:   make([]compareInput, len(differences)),
		Measures: measuresJSON(c.Measures),
		Funnels:  make([]compareFunnel, len(c.Funnels)),
		Warnings: make([]compareWarnings, len(c.Warnings)),
	}
	for i, p := range plans {
		doc.Plans[i] = comparePlanJSON(c, i, p, differences)
	}
	for i, d := range differences {
		input := compareInput{Key: d.Path, Values: make([]*string, len(d.Values))}
		for j, said := range d.Values {
			input.Values[j] = optional(said.Text)
		}
		doc.Inputs[i] = input
	}
	for i := range c.Funnels {
		doc.Funnels[i] = compareFunnelJSON(&c.Funnels[i])
	}
	for i, w := range c.Warnings {
		owner := 0
		for !w.In[owner] {
			owner++
		}
		doc.Warnings[i] = compareWarnings{w.In, warningsJSON(c.Results[owner].Plan, []funnel.Warning{w.Warning})[0]}
	}
	return doc
}

func comparePlanJSON(c *funnel.Comparison, i int, p Compared, differences []plan.Difference) comparePlan {
	model := c.Results[i].Plan
	result := comparePlan{
		Name: p.Name, File: p.File, Plan: model.Name, Currency: optional(model.Currency), Period: model.Period,
		Same: c.SameAsFirst(i),
	}
	for _, d := range differences {
		result.Same = result.Same && d.Values[i].Text == d.Values[0].Text
	}
	if s := p.Scenario; s != nil {
		result.Scenario, result.Do = &s.ID, optional(s.Do)
		if s.When != nil {
			result.When = &s.When.Expression
		}
	}
	return result
}

func compareFunnelJSON(f *funnel.ComparedFunnel) compareFunnel {
	result := compareFunnel{
		ID: f.ID, Name: f.Name, In: f.In, Measures: measuresJSON(f.Measures), Stages: make([]compareStage, len(f.Stages)),
	}
	for i, s := range f.Stages {
		result.Stages[i] = compareStage{ID: s.ID, Name: s.Name, In: s.In, Windows: s.Windows, Measures: measuresJSON(s.Measures)}
	}
	return result
}

func measuresJSON(list []funnel.Compared) []compareMeasure {
	result := make([]compareMeasure, len(list))
	for i := range list {
		result[i] = compareMeasure{Metric: metric(&list[i]), Values: exacts(list[i].Values), Differences: exacts(list[i].Differences)}
	}
	return result
}

func exacts(list []*big.Rat) []exact {
	result := make([]exact, len(list))
	for i, x := range list {
		result[i] = exact{x}
	}
	return result
}
