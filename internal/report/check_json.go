package report

import (
	"math"
	"math/big"
	"strconv"

	"embudo/funnel"
)

// checkDocument is the JSON of a check. docs/json.md describes its fields.
type checkDocument struct {
	Schema     string           `json:"schema"`
	Plan       string           `json:"plan"`
	Currency   *string          `json:"currency"`
	AsOf       funnel.Date      `json:"as_of"`
	DataEnds   *funnel.Date     `json:"data_ends"`
	DataAge    exact            `json:"data_age_days"`
	ComparedOn funnel.Date      `json:"compared_on"`
	Verdict    funnel.Status    `json:"verdict"`
	Message    string           `json:"message"`
	Funnels    []checkFunnel    `json:"funnels"`
	Thresholds []checkThreshold `json:"thresholds"`
	Scenarios  []checkScenario  `json:"scenarios"`

	Revenue  checkRevenue  `json:"revenue"`
	Spend    checkSpend    `json:"spend"`
	Return   exact         `json:"return_to_date"`
	Costs    []checkCost   `json:"costs"`
	Pipeline checkPipeline `json:"pipeline"`

	Channels []checkSource `json:"channels"`
	Brought  []checkSource `json:"brought_by"`
	Systems  []checkSystem `json:"systems"`

	Activities *checkActivities `json:"activities"`

	Warnings []warningJSON `json:"warnings"`
}

type checkFunnel struct {
	ID        string        `json:"id"`
	Name      string        `json:"name"`
	Verdict   funnel.Status `json:"verdict"`
	Stages    []checkStage  `json:"stages"`
	LeakStage *string       `json:"leak_stage"`
	Leaks     []checkLeak   `json:"leaks"`

	Channels []checkRates `json:"rates_by_channel"`
	Brought  []checkRates `json:"rates_by_side"`
	Lost     []checkLoss  `json:"lost"`
	Repeat   checkBonus   `json:"repeat_purchases"`
	Referred checkBonus   `json:"referred_clients"`
}

type checkStage struct {
	ID           string         `json:"id"`
	Name         string         `json:"name"`
	Judged       bool           `json:"judged"`
	Needed       exact          `json:"needed"`
	TargetToDate exact          `json:"target_to_date"`
	Actual       exact          `json:"actual"`
	Implied      exact          `json:"implied"`
	Direct       exact          `json:"direct"`
	Gap          exact          `json:"gap"`
	Attainment   exact          `json:"attainment"`
	Status       funnel.Status  `json:"status"`
	PlannedRate  exact          `json:"planned_rate"`
	ActualRate   exact          `json:"actual_rate"`
	RateTrials   exact          `json:"rate_trials"`
	RateWentOn   exact          `json:"rate_went_on"`
	RateLow      *float64       `json:"rate_low"`
	RateHigh     *float64       `json:"rate_high"`
	PValue       *float64       `json:"p_value"`
	PCorrected   *float64       `json:"p_value_corrected"`
	RateDiffers  *bool          `json:"rate_differs"`
	Remaining    exact          `json:"remaining"`
	PerWeek      exact          `json:"per_week"`
	LastEntry    *funnel.Date   `json:"last_entry"`
	Capacity     *checkCapacity `json:"capacity_left"`
}

type checkCapacity struct {
	Available    exact `json:"available"`
	Short        exact `json:"short"`
	PeopleNeeded exact `json:"people_needed"`
}

type checkLeak struct {
	Kind         funnel.LeakKind `json:"kind"`
	From         string          `json:"from"`
	To           string          `json:"to"`
	Contribution exact           `json:"contribution"`
}

type checkThreshold struct {
	Expression string `json:"expression"`
	Value      exact  `json:"value"`
	OK         bool   `json:"ok"`
}

type checkRevenue struct {
	TargetToDate exact `json:"target_to_date"`
	Actual       exact `json:"actual"`
}

type checkSpend struct {
	Budget exact `json:"budget"`
	Actual exact `json:"actual"`
}

type checkCost struct {
	Stage     string `json:"stage"`
	Entries   exact  `json:"entries"`
	Cost      exact  `json:"cost"`
	Allowable exact  `json:"allowable_cost"`
}

type checkPipeline struct {
	Open      exact `json:"open"`
	Remaining exact `json:"remaining"`
	Coverage  exact `json:"coverage"`
	Required  exact `json:"required"`
	Deals     exact `json:"deals"`
	Valued    exact `json:"valued"`

	Stages []checkOpen `json:"stages"`
}

type checkOpen struct {
	Funnel string `json:"funnel"`
	Stage  string `json:"stage"`
	Deals  exact  `json:"deals"`
	Valued exact  `json:"valued"`
	Value  exact  `json:"value"`
}

type checkSource struct {
	Name    *string `json:"name"`
	Entries exact   `json:"entries"`
	CameIn  exact   `json:"came_in_below"`
	Clients exact   `json:"clients"`
	Revenue exact   `json:"revenue"`
	Spend   exact   `json:"spend"`
	Return  exact   `json:"return"`
}

type checkRates struct {
	Name   *string         `json:"name"`
	Stages []checkRateStep `json:"stages"`
}

type checkRateStep struct {
	ID     string `json:"id"`
	Actual exact  `json:"actual"`
	Trials exact  `json:"rate_trials"`
	WentOn exact  `json:"rate_went_on"`
	Rate   exact  `json:"actual_rate"`
}

type checkSystem struct {
	System       string `json:"system"`
	Needed       exact  `json:"needed"`
	TargetToDate exact  `json:"target_to_date"`
	Actual       exact  `json:"actual"`
	Attainment   exact  `json:"attainment"`
}

type checkLoss struct {
	Stage  string  `json:"stage"`
	Reason *string `json:"reason"`
	Count  exact   `json:"count"`
	Share  exact   `json:"share"`
}

type checkBonus struct {
	Planned      exact `json:"planned"`
	TargetToDate exact `json:"target_to_date"`
	Actual       exact `json:"actual"`
}

func checkJSON(r *funnel.CheckResult, file string) *checkDocument {
	m := &r.Money
	doc := &checkDocument{
		Schema:     "embudo/check/v1",
		Plan:       r.Plan.Plan.Name,
		Currency:   optional(r.Plan.Plan.Currency),
		AsOf:       r.AsOf,
		DataEnds:   r.DataEnds,
		DataAge:    whole(r.DataAge()),
		ComparedOn: r.ComparedOn,
		Verdict:    r.Verdict,
		Message:    englishHeadline(r, file),
		Funnels:    make([]checkFunnel, len(r.Funnels)),
		Thresholds: make([]checkThreshold, len(r.Thresholds)),
		Scenarios:  scenariosJSON(r.Scenarios),
		Revenue:    checkRevenue{exact{m.RevenueTarget}, exact{m.Revenue}},
		Spend:      checkSpend{exact{m.Budget}, exact{m.Spend}},
		Return:     exact{m.Return},
		Costs:      make([]checkCost, len(r.Costs)),
		Pipeline:   pipelineJSON(&m.Pipeline),
		Channels:   sourcesJSON(r.Channels),
		Brought:    sourcesJSON(r.Brought),
		Systems:    make([]checkSystem, len(r.Systems)),
		Activities: activitiesJSON(r.Activities),
		Warnings:   warningsJSON(r.Plan.Plan, r.Warnings),
	}
	for i := range r.Funnels {
		doc.Funnels[i] = checkFunnelJSON(&r.Funnels[i])
	}
	for i, t := range r.Thresholds {
		doc.Thresholds[i] = checkThreshold{t.Threshold.Expression, exact{t.Value}, t.OK}
	}
	for i, cost := range r.Costs {
		doc.Costs[i] = checkCost{cost.Stage, whole(cost.Entries), exact{cost.Cost}, exact{cost.Allowable}}
	}
	for i, s := range r.Systems {
		doc.Systems[i] = checkSystem{s.System, whole(s.Needed), whole(s.TargetToDate), whole(s.Actual), exact{s.Attainment}}
	}
	return doc
}

func pipelineJSON(p *funnel.Pipeline) checkPipeline {
	result := checkPipeline{
		Open: exact{p.Open}, Remaining: exact{p.Remaining}, Coverage: exact{p.Coverage}, Required: exact{p.Required},
		Deals: whole(p.Deals), Stages: make([]checkOpen, len(p.Stages)),
	}
	if p.Deals != nil {
		result.Valued = whole(big.NewInt(p.Valued))
	}
	for i, s := range p.Stages {
		result.Stages[i] = checkOpen{s.Funnel, s.Stage, whole(big.NewInt(s.Count)), whole(big.NewInt(s.Valued)), exact{s.Value}}
	}
	return result
}

func checkFunnelJSON(f *funnel.FunnelCheck) checkFunnel {
	id := func(stage int) string { return f.Stages[stage].Plan.Stage.ID }
	result := checkFunnel{
		ID:       f.Plan.Funnel.ID,
		Name:     f.Plan.Funnel.Name,
		Verdict:  f.Verdict,
		Stages:   make([]checkStage, len(f.Stages)),
		Leaks:    make([]checkLeak, len(f.Leaks)),
		Channels: ratesJSON(f, f.Channels),
		Brought:  ratesJSON(f, f.Brought),
		Lost:     make([]checkLoss, len(f.Lost)),
		Repeat:   bonusJSON(f.Repeat),
		Referred: bonusJSON(f.Referred),
	}
	for i := range f.Stages {
		result.Stages[i] = checkStageJSON(&f.Stages[i])
	}
	if f.LeakStage != nil {
		result.LeakStage = optional(id(*f.LeakStage))
	}
	for i, leak := range f.Leaks {
		result.Leaks[i] = checkLeak{leak.Kind, id(leak.From), id(leak.To), exact{leak.Contribution}}
	}
	for i, loss := range f.Lost {
		result.Lost[i] = checkLoss{id(loss.Stage), optional(loss.Reason), whole(loss.Count), exact{loss.Share}}
	}
	return result
}

func checkStageJSON(s *funnel.StageCheck) checkStage {
	result := checkStage{
		ID:           s.Plan.Stage.ID,
		Name:         s.Plan.Stage.Name,
		Judged:       s.Judged,
		Needed:       whole(s.Plan.Needed),
		TargetToDate: whole(s.TargetToDate),
		Actual:       whole(s.Actual),
		Implied:      whole(s.Implied),
		Direct:       whole(s.Direct),
		Gap:          whole(s.Gap),
		Attainment:   exact{s.Attainment},
		Status:       s.Status,
		PlannedRate:  exact{s.Rate.Planned},
		ActualRate:   exact{s.Rate.Actual},
		RateTrials:   whole(s.Rate.Trials),
		RateWentOn:   whole(s.Rate.WentOn),
		RateLow:      certain(s.Rate.Low),
		RateHigh:     certain(s.Rate.High),
		PValue:       certain(s.Rate.P),
		PCorrected:   certain(s.Rate.Corrected),
		Remaining:    whole(s.Pace.Remaining),
		PerWeek:      whole(s.Pace.PerWeek),
		LastEntry:    s.LastEntry,
	}
	if s.Rate.P != nil {
		result.RateDiffers = &s.Rate.Differs
	}
	if c := s.Pace.Capacity; c != nil {
		result.Capacity = &checkCapacity{whole(c.Available), whole(c.Short), whole(c.PeopleNeeded)}
	}
	return result
}

// certain rounds a probability to the digits that all processors agree on.
func certain(p *float64) *float64 {
	if p == nil {
		return nil
	}
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(*p, 'g', 9, 64), 64)
	return &rounded
}

func ratesJSON(f *funnel.FunnelCheck, list []funnel.SourceRates) []checkRates {
	result := make([]checkRates, len(list))
	for i, source := range list {
		result[i] = checkRates{Name: optional(source.Name), Stages: make([]checkRateStep, len(source.Stages))}
		for j, s := range source.Stages {
			result[i].Stages[j] = checkRateStep{
				f.Stages[j].Plan.Stage.ID, whole(s.Actual), whole(s.Trials), whole(s.WentOn), exact{s.Rate},
			}
		}
	}
	return result
}

func sourcesJSON(list []funnel.SourceCheck) []checkSource {
	result := make([]checkSource, len(list))
	for i, s := range list {
		result[i] = checkSource{
			optional(s.Name), whole(s.Top), whole(s.CameIn), whole(s.Clients),
			exact{s.Revenue},
			exact{s.Spend},
			exact{s.Return},
		}
	}
	return result
}

func bonusJSON(b funnel.BonusCheck) checkBonus {
	return checkBonus{whole(b.Planned), whole(b.TargetToDate), whole(b.Actual)}
}

// checkMain is what CSV shows: a row a stage.
func checkMain(r *funnel.CheckResult) Table {
	t := Table{}
	for _, key := range []string{
		"funnel", "stage", "needed", "target_to_date", "actual", "gap", "attainment", "status",
		"planned_rate", "actual_rate", "rate_trials", "rate_low", "rate_high", "p_value", "rate_differs",
		"remaining", "per_week",
	} {
		t.Columns = append(t.Columns, Column{Key: key})
	}
	for i := range r.Funnels {
		f := &r.Funnels[i]
		for j := range f.Stages {
			s := &f.Stages[j]
			t.Rows = append(t.Rows, []Cell{
				text(f.Plan.Funnel.ID), text(s.Plan.Stage.ID), count(s.Plan.Needed), count(s.TargetToDate),
				count(s.Actual), count(s.Gap), percent(s.Attainment), text(string(s.Status)),
				percent(s.Rate.Planned), percent(s.Rate.Actual), count(s.Rate.Trials),
				probability(s.Rate.Low), probability(s.Rate.High), probability(s.Rate.P), differs(&s.Rate),
				count(s.Pace.Remaining), count(s.Pace.PerWeek),
			})
		}
	}
	return t
}

func probability(p *float64) Cell {
	if p == nil || math.IsNaN(*p) {
		return Cell{}
	}
	x := new(big.Rat)
	x.SetFloat64(*certain(p))
	return number(x, 4)
}

func differs(r *funnel.RateCheck) Cell {
	if r.P == nil {
		return Cell{}
	}
	return text(strconv.FormatBool(r.Differs))
}
