package report

import (
	"embudo/funnel"
	"embudo/internal/actuals"
)

// qualifyMain is the levels for spreadsheets and scripts: a row each.
func qualifyMain(r *Qualified) Table {
	var t Table
	for _, key := range []string{"level", "leads", "share", "at_least", "needed", "target_to_date", "came_to_date", "known", "reached"} {
		t.Columns = append(t.Columns, Column{Key: key})
	}
	asked := funnel.Asked(r.Plan, r.AsOf)
	for _, level := range r.Levels {
		a := asked[level.Level]
		t.Rows = append(t.Rows, []Cell{
			text(string(level.Level)), leads(level.At.Leads), part(level.At.Leads, r.All.Leads), atLeast(level),
			count(a.Needed), count(a.TargetToDate), cameCell(r, level.Level), leads(level.At.Known), leads(level.At.Reached),
		})
	}
	return t
}

// cameCell is how many of a level or above came so far, empty where nobody knows.
func cameCell(r *Qualified, level funnel.Level) Cell {
	if !r.isDated() || level == funnel.LevelOut {
		return Cell{}
	}
	return leads(r.came(level))
}

// atLeast is how many are at a level or above; nobody is above being out.
func atLeast(l funnel.LevelCount) Cell {
	if l.Level == funnel.LevelOut {
		return Cell{}
	}
	return leads(l.AtLeast.Leads)
}

// qualifyDocument is the JSON of qualify. docs/json.md describes it.
type qualifyDocument struct {
	Schema     string             `json:"schema"`
	Plan       string             `json:"plan"`
	AsOf       funnel.Date        `json:"as_of"`
	Written    *string            `json:"written"`
	Leads      int64              `json:"leads"`
	Points     exact              `json:"points"`
	Outcome    qualifyOutcome     `json:"outcome"`
	Levels     []qualifyLevel     `json:"levels"`
	Rules      []qualifyRule      `json:"rules"`
	Thresholds []qualifyThreshold `json:"thresholds"`
	Undecided  int64              `json:"undecided"`
	NeedNoMQL  int64              `json:"need_but_no_mql"`
	Sources    []qualifySource    `json:"sources"`
	Warnings   []warningJSON      `json:"warnings"`
}

type qualifyOutcome struct {
	Stage   string  `json:"stage"`
	KnownBy *string `json:"known_by"`
	Known   int64   `json:"known"`
	Reached int64   `json:"reached"`
}

type qualifyLevel struct {
	Level        string `json:"level"`
	Leads        int64  `json:"leads"`
	AtLeast      *int64 `json:"at_least"`
	Needed       exact  `json:"needed"`
	TargetToDate exact  `json:"target_to_date"`
	CameToDate   *int64 `json:"came_to_date"`
	Known        int64  `json:"known"`
	Reached      int64  `json:"reached"`
}

type qualifyRule struct {
	Name    string       `json:"name"`
	Field   string       `json:"field"`
	Weight  exact        `json:"weight"`
	Must    bool         `json:"must"`
	Met     qualifyCount `json:"met"`
	Failed  qualifyCount `json:"failed"`
	Unknown qualifyCount `json:"unknown"`
	Alone   int64        `json:"alone_keeps_back"`
	Lift    exact        `json:"lift"`
	Low     exact        `json:"lift_low"`
	High    exact        `json:"lift_high"`
	Helps   *string      `json:"helps"`
}

type qualifyCount struct {
	Leads   int64 `json:"leads"`
	Known   int64 `json:"known"`
	Reached int64 `json:"reached"`
}

type qualifyThreshold struct {
	Points      exact   `json:"points"`
	Share       exact   `json:"share"`
	Level       *string `json:"level"`
	Kept        int64   `json:"kept"`
	KeptReached int64   `json:"kept_reached"`
	LostReached int64   `json:"lost_reached"`
}

type qualifySource struct {
	Path     string        `json:"path"`
	Kind     string        `json:"kind"`
	Encoding *string       `json:"encoding"`
	Leads    int64         `json:"leads"`
	Fields   []string      `json:"fields"`
	LeftOut  []rowsLeftOut `json:"left_out"`
	Notes    []noteJSON    `json:"notes"`
}

func qualifyJSON(r *Qualified) *qualifyDocument {
	doc := &qualifyDocument{
		Schema: "embudo/qualify/v1", Plan: r.Plan.Plan.Name, AsOf: r.AsOf, Written: optional(r.Written),
		Leads: r.All.Leads, Points: exact{r.Profile.Points()},
		Outcome:   qualifyOutcome{r.Outcome, optional(string(r.Qualified.Outcome)), r.All.Known, r.All.Reached},
		Levels:    make([]qualifyLevel, len(r.Levels)),
		Rules:     make([]qualifyRule, len(r.Rules)),
		Undecided: r.Undecided.Leads, NeedNoMQL: r.NeedTooSoon.Leads,
		Thresholds: []qualifyThreshold{},
		Sources:    make([]qualifySource, len(r.Sources)),
		Warnings:   warningsJSON(r.Plan.Plan, r.Warnings),
	}
	if doc.Outcome.Stage == "" {
		stages := r.Plan.Plan.Funnels[0].Stages
		doc.Outcome.Stage = stages[len(stages)-1].ID
	}
	asked := funnel.Asked(r.Plan, r.AsOf)
	for i, level := range r.Levels {
		a := asked[level.Level]
		doc.Levels[i] = qualifyLevel{
			string(level.Level), level.At.Leads, nil, whole(a.Needed), whole(a.TargetToDate), nil, level.At.Known, level.At.Reached,
		}
		if level.Level != funnel.LevelOut {
			doc.Levels[i].AtLeast = &r.Levels[i].AtLeast.Leads
			if came := r.came(level.Level); r.isDated() {
				doc.Levels[i].CameToDate = &came
			}
		}
	}
	for i := range r.Rules {
		doc.Rules[i] = qualifyRuleJSON(r, i)
	}
	for _, f := range r.Filters() {
		doc.Thresholds = append(doc.Thresholds,
			qualifyThreshold{exact{f.Points}, exact{f.Share}, optional(string(f.Level)), f.Kept.Leads, f.Kept.Reached, r.Lost(f)})
	}
	for i := range r.Sources {
		doc.Sources[i] = qualifySourceJSON(&r.Sources[i])
	}
	return doc
}

func qualifyRuleJSON(r *Qualified, i int) qualifyRule {
	of, rule := r.Rules[i], r.Profile.Rules[i]
	doc := qualifyRule{
		Name: rule.Name, Field: r.Client.Rules[i].Field, Weight: exact{rule.Weight}, Must: rule.Must,
		Met: qualifyCount(of.Met), Failed: qualifyCount(of.Failed), Unknown: qualifyCount(of.Unknown), Alone: of.Alone.Leads,
	}
	if lift := r.Lift(i); lift != nil {
		doc.Lift, doc.Low, doc.High = roundedJSON(lift.Value), roundedJSON(lift.Low), roundedJSON(lift.High)
		doc.Helps = optional(string(lift.Helps()))
	}
	return doc
}

// roundedJSON is a ratio, null for one that has no bound.
func roundedJSON(x float64) exact {
	return exact{rounded(x)}
}

func qualifySourceJSON(s *actuals.QualifiedSource) qualifySource {
	doc := qualifySource{
		Path: s.Name, Kind: s.Format, Encoding: optional(s.Encoding), Leads: s.Leads, Fields: append([]string{}, s.Fields...),
		LeftOut: make([]rowsLeftOut, len(s.LeftOut)), Notes: notesJSON(s.Notes),
	}
	for i, left := range s.LeftOut {
		doc.LeftOut[i] = rowsLeftOut{left.Reason, left.Rows, left.First}
	}
	return doc
}
