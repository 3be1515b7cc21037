package report

import (
	"embudo/funnel"
)

// slaDocument is the JSON of an agreement. docs/json.md describes its fields.
type slaDocument struct {
	Schema        string            `json:"schema"`
	Plan          string            `json:"plan"`
	Currency      *string           `json:"currency"`
	Period        *funnel.Span      `json:"period"`
	TargetRevenue exact             `json:"target_revenue"`
	Clients       exact             `json:"clients"`
	Contributions []slaContribution `json:"contributions"`
	Funnels       []slaFunnel       `json:"funnels"`
	Promises      []slaPromise      `json:"promises"`
	Weeks         []slaWeek         `json:"weeks"`
	Work          []slaWork         `json:"work"`
	Terms         slaTerms          `json:"terms"`
	Missing       []slaMissing      `json:"missing"`
	Warnings      []warningJSON     `json:"warnings"`
}

type slaContribution struct {
	Source  funnel.Source `json:"source"`
	Revenue exact         `json:"revenue"`
	Share   exact         `json:"share"`
}

type slaFunnel struct {
	ID            string            `json:"id"`
	Name          string            `json:"name"`
	HandedOver    *slaStage         `json:"handed_over"`
	Taken         *slaStage         `json:"taken"`
	OwnLeads      exact             `json:"own_leads"`
	Leads         exact             `json:"leads"`
	LeadsWithout  exact             `json:"leads_without_own"`
	Contributions []slaContribution `json:"contributions"`
}

type slaStage struct {
	ID         string  `json:"id"`
	Name       string  `json:"name"`
	Definition *string `json:"definition"`
}

type slaPromise struct {
	Side    funnel.Side        `json:"side"`
	Kind    funnel.PromiseKind `json:"promise"`
	Funnel  *string            `json:"funnel"`
	Stage   *string            `json:"stage"`
	Channel *string            `json:"channel"`
	Person  *string            `json:"person"`
	Unit    funnel.PromiseUnit `json:"unit"`
	Value   exact              `json:"value"`
	PerWeek exact              `json:"per_week"`
	Pace    exact              `json:"pace"`
	Per     *string            `json:"pace_per"`
	Due     exact              `json:"due"`
	Actual  exact              `json:"actual"`
	Status  *string            `json:"status"`
}

type slaWeek struct {
	Week string `json:"week"`
	funnel.Span
	WorkingDays int64        `json:"working_days"`
	Leads       exact        `json:"leads"`
	Channels    []slaChannel `json:"channels"`
}

type slaChannel struct {
	Channel string `json:"channel"`
	Leads   exact  `json:"leads"`
}

type slaWork struct {
	Kind      funnel.WorkKind `json:"kind"`
	Side      funnel.Side     `json:"side"`
	Funnel    *string         `json:"funnel"`
	Stage     *string         `json:"stage"`
	People    exact           `json:"people"`
	Available exact           `json:"available"`
	Required  exact           `json:"required"`
	Needed    exact           `json:"people_needed"`
	Days      *int64          `json:"working_days"`
}

type slaTerms struct {
	IdealClient       *string    `json:"ideal_client"`
	Traits            []slaTrait `json:"traits"`
	HandOver          *string    `json:"hand_over"`
	RejectReasons     []string   `json:"reject_reasons"`
	SalesChannels     []string   `json:"sales_channels"`
	Review            *slaRhythm `json:"review"`
	ReviewHow         *string    `json:"review_how"`
	IdealClientReview *slaRhythm `json:"ideal_client_review"`
}

type slaTrait struct {
	Name      string `json:"name"`
	Condition string `json:"condition"`
	Must      bool   `json:"must"`
}

type slaRhythm struct {
	N    int64              `json:"n"`
	Unit funnel.CadenceUnit `json:"unit"`
}

type slaMissing struct {
	Term   funnel.Term `json:"term"`
	Funnel *string     `json:"funnel"`
	Stage  *string     `json:"stage"`
}

func slaJSON(a *funnel.SLA) *slaDocument {
	plan := a.Plan.Plan
	doc := &slaDocument{
		Schema: "embudo/sla/v1", Plan: plan.Name, Currency: optional(plan.Currency), Period: plan.Period,
		TargetRevenue: exact{a.Plan.TargetRevenue}, Clients: whole(a.Plan.Clients),
		Contributions: slaContributions(a.Contributions),
		Promises:      []slaPromise{}, Weeks: []slaWeek{}, Work: []slaWork{}, Missing: []slaMissing{},
		Terms:    slaTermsJSON(a.Terms),
		Warnings: warningsJSON(plan, a.Warnings),
	}
	for i := range a.Funnels {
		doc.Funnels = append(doc.Funnels, slaFunnelJSON(&a.Funnels[i]))
	}
	for i := range a.Promises {
		doc.Promises = append(doc.Promises, slaPromiseJSON(&a.Promises[i]))
	}
	for _, w := range a.Weeks {
		week := slaWeek{Week: w.Name, Span: w.Span, WorkingDays: w.WorkingDays, Leads: whole(w.Leads), Channels: []slaChannel{}}
		for i, n := range w.Channels {
			week.Channels = append(week.Channels, slaChannel{a.Terms.Channels[i].Name, whole(n)})
		}
		doc.Weeks = append(doc.Weeks, week)
	}
	for _, w := range a.Work {
		doc.Work = append(doc.Work, slaWork{
			Kind: w.Kind, Side: w.Side, Funnel: optional(w.Funnel), Stage: optional(w.Stage), People: exact{w.People},
			Available: whole(w.Available), Required: whole(w.Required), Needed: whole(w.Needed), Days: daysOf(w),
		})
	}
	for _, m := range a.Missing {
		doc.Missing = append(doc.Missing, slaMissing{m.Term, optional(m.Funnel), optional(m.Stage)})
	}
	return doc
}

// daysOf are the working days that a row of calls is about; nil of a stage and
// without a period.
func daysOf(w funnel.Work) *int64 {
	if w.Days == 0 {
		return nil
	}
	return &w.Days
}

func slaContributions(list []funnel.Contribution) []slaContribution {
	all := make([]slaContribution, len(list))
	for i, c := range list {
		all[i] = slaContribution{c.Source, exact{c.Revenue}, exact{c.Share}}
	}
	return all
}

func slaFunnelJSON(f *funnel.FunnelSLA) slaFunnel {
	doc := slaFunnel{
		ID: f.Plan.Funnel.ID, Name: f.Plan.Funnel.Name, HandedOver: slaStageJSON(f.Handed()), Taken: slaStageJSON(f.Taken()),
		OwnLeads: whole(f.Own), LeadsWithout: whole(f.Without), Contributions: slaContributions(f.Contributions),
	}
	if s := f.Handed(); s != nil {
		doc.Leads = whole(s.Due())
	}
	return doc
}

func slaStageJSON(s *funnel.StageResult) *slaStage {
	if s == nil {
		return nil
	}
	return &slaStage{ID: s.Stage.ID, Name: s.Stage.Name, Definition: optional(s.Stage.Definition)}
}

func slaPromiseJSON(p *funnel.Promise) slaPromise {
	doc := slaPromise{
		Side: p.Side, Kind: p.Kind, Funnel: optional(p.Funnel), Stage: optional(p.Stage), Channel: optional(p.Channel),
		Person: optional(p.Person), Unit: p.Unit, Value: exact{p.Value}, PerWeek: whole(p.PerWeek),
	}
	if p.Pace != nil {
		doc.Pace, doc.Per = exact{p.Pace.N}, optional(string(p.Pace.Per))
	}
	return doc
}

func slaTermsJSON(t *funnel.Terms) slaTerms {
	traits := []slaTrait{}
	for _, trait := range t.Traits {
		traits = append(traits, slaTrait(trait))
	}
	return slaTerms{
		IdealClient: optional(t.IdealClient), Traits: traits,
		HandOver: optional(t.HandOver), RejectReasons: append([]string{}, t.RejectReasons...),
		SalesChannels: append([]string{}, t.OwnChannels...), Review: slaRhythmJSON(t.Review), ReviewHow: optional(t.ReviewHow),
		IdealClientReview: slaRhythmJSON(t.IdealClientReview),
	}
}

func slaRhythmJSON(r funnel.Rhythm) *slaRhythm {
	if r.N == 0 {
		return nil
	}
	return &slaRhythm{r.N, r.Unit}
}

// slaMain is the agreement for spreadsheets and scripts: a row a promise, with what
// became of it where that is known.
func slaMain(a *funnel.SLA, c *funnel.SLACheck) Table {
	var t Table
	for _, key := range []string{
		"side", "promise", "funnel", "stage", "name", "channel", "person", "unit", "value", "per_week", "pace", "pace_per",
		"due", "actual", "status",
	} {
		t.Columns = append(t.Columns, Column{Key: key})
	}
	for i := range a.Promises {
		p := &a.Promises[i]
		row := []Cell{
			text(string(p.Side)), text(string(p.Kind)), text(p.Funnel), text(p.Stage), text(p.Name), text(p.Channel), text(p.Person),
			text(string(p.Unit)), number(p.Value, 2), count(p.PerWeek),
			{},
			{},
			{},
			{},
			{},
		}
		if c != nil {
			row[12], row[13] = number(c.Promises[i].Due, 2), number(c.Promises[i].Actual, 2)
			row[14] = text(string(c.Promises[i].Status))
		}
		if p.Pace != nil {
			row[10], row[11] = number(p.Pace.N, 2), text(string(p.Pace.Per))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
