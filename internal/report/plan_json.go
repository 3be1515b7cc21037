package report

import "embudo/funnel"

// planDocument is the JSON of plan. docs/json.md describes it.
type planDocument struct {
	Schema               string        `json:"schema"`
	Plan                 string        `json:"plan"`
	Currency             *string       `json:"currency"`
	Period               *funnel.Span  `json:"period"`
	Budget               exact         `json:"budget"`
	TargetReturn         exact         `json:"target_return"`
	TargetRevenue        exact         `json:"target_revenue"`
	Clients              exact         `json:"clients"`
	ClientsWithReferrals exact         `json:"clients_with_referrals"`
	BreakEvenClients     exact         `json:"break_even_clients"`
	RevenueAtTarget      exact         `json:"revenue_at_target"`
	GrossProfitAtTarget  exact         `json:"gross_profit_at_target"`
	ReturnAtTarget       exact         `json:"return_at_target"`
	Chance               *float64      `json:"chance"`
	Funnels              []planFunnel  `json:"funnels"`
	Warnings             []warningJSON `json:"warnings"`
	Explain              []explained   `json:"explain,omitempty"`
}

type planFunnel struct {
	ID      string      `json:"id"`
	Name    string      `json:"name"`
	Share   exact       `json:"share"`
	Clients exact       `json:"clients"`
	Chance  *float64    `json:"chance"`
	Stages  []planStage `json:"stages"`
}

type planStage struct {
	ID            string            `json:"id"`
	Name          string            `json:"name"`
	Owner         *string           `json:"owner"`
	System        *string           `json:"system"`
	Rate          exact             `json:"rate"`
	EffectiveRate exact             `json:"effective_rate"`
	Total         exact             `json:"total"`
	Needed        exact             `json:"needed"`
	Exact         exact             `json:"exact"`
	InProgress    int64             `json:"in_progress"`
	Direct        int64             `json:"direct"`
	ForConfidence []confidentNeeded `json:"needed_for_confidence"`
	AllowableCost exact             `json:"allowable_cost"`
	PerWeek       exact             `json:"per_week"`
	Window        *funnel.Span      `json:"window"`
	Capacity      *stageCapacity    `json:"capacity"`
}

type confidentNeeded struct {
	Confidence exact `json:"confidence"`
	Needed     exact `json:"needed"`
}

type stageCapacity struct {
	Available    exact `json:"available"`
	Required     exact `json:"required"`
	Short        exact `json:"short"`
	PeopleNeeded exact `json:"people_needed"`
	DaysNeeded   exact `json:"days_needed"`
}

func planJSON(r *funnel.Result) *planDocument {
	doc := &planDocument{
		Schema:               "embudo/plan/v1",
		Plan:                 r.Plan.Name,
		Currency:             optional(r.Plan.Currency),
		Period:               r.Plan.Period,
		Budget:               exact{r.Plan.Budget},
		TargetRevenue:        exact{r.TargetRevenue},
		Clients:              whole(r.Clients),
		ClientsWithReferrals: whole(r.ClientsWithReferrals),
		BreakEvenClients:     whole(r.BreakEvenClients),
		RevenueAtTarget:      exact{r.RevenueAtTarget},
		GrossProfitAtTarget:  exact{r.GrossProfitAtTarget},
		ReturnAtTarget:       exact{r.ReturnAtTarget},
		Chance:               r.Chance,
		Funnels:              make([]planFunnel, len(r.Funnels)),
		Warnings:             warningsJSON(r.Plan, r.Warnings),
	}
	if r.Plan.Target.Kind == funnel.TargetReturn {
		doc.TargetReturn = exact{r.Plan.Target.Value}
	}
	for i := range r.Funnels {
		doc.Funnels[i] = planFunnelJSON(&r.Funnels[i])
	}
	return doc
}

func planFunnelJSON(f *funnel.FunnelResult) planFunnel {
	result := planFunnel{
		ID:      f.Funnel.ID,
		Name:    f.Funnel.Name,
		Share:   exact{f.Funnel.Share},
		Clients: whole(f.Clients),
		Chance:  f.Chance,
		Stages:  make([]planStage, len(f.Stages)),
	}
	for i := range f.Stages {
		result.Stages[i] = planStageJSON(&f.Stages[i])
	}
	return result
}

func planStageJSON(s *funnel.StageResult) planStage {
	result := planStage{
		ID:            s.Stage.ID,
		Name:          s.Stage.Name,
		Owner:         optional(s.Stage.Owner),
		System:        optional(s.Stage.System),
		Rate:          exact{s.Stage.Rate.Value},
		EffectiveRate: exact{s.Effective},
		Total:         whole(s.Total),
		Needed:        whole(s.Needed),
		Exact:         exact{s.Exact},
		InProgress:    s.Stage.InProgress,
		Direct:        s.Stage.Direct,
		ForConfidence: make([]confidentNeeded, len(s.ForConfidence)),
		AllowableCost: exact{s.AllowableCost},
		PerWeek:       whole(s.PerWeek),
		Window:        s.Window,
	}
	for i, c := range s.ForConfidence {
		result.ForConfidence[i] = confidentNeeded{Confidence: exact{c.Confidence}, Needed: whole(c.Needed)}
	}
	if c := s.Capacity; c != nil {
		result.Capacity = &stageCapacity{
			Available: whole(c.Available), Required: whole(c.Required), Short: whole(c.Short),
			PeopleNeeded: whole(c.PeopleNeeded), DaysNeeded: whole(c.DaysNeeded),
		}
	}
	return result
}
