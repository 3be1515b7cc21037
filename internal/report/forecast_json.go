package report

import "embudo/funnel"

// forecastMain is the forecast for spreadsheets and scripts: a row a funnel and
// stage.
func forecastMain(r *funnel.ForecastResult) Table {
	var t Table
	for _, key := range []string{
		"funnel", "stage", "name", "by", "target", "so_far", "on_the_way", "to_come", "expected", "p10", "p50", "p90", "chance",
	} {
		t.Columns = append(t.Columns, Column{Key: key})
	}
	for i := range r.Funnels {
		f := &r.Funnels[i]
		for j := range f.Stages {
			s := &f.Stages[j]
			row := []Cell{
				text(f.Plan.Funnel.ID), text(s.Plan.Stage.ID), text(s.Plan.Stage.Name),
				{Value: Day(s.By)},
				count(s.Target),
				count(s.SoFar), number(s.OnTheWay, 2), number(s.ToCome, 2),
				number(s.Entries.Mean, 2), number(s.Entries.Low, 0), number(s.Entries.Middle, 0), number(s.Entries.High, 0),
				{},
			}
			if s.Chance != nil {
				row[len(row)-1] = Cell{Value: Chance(*s.Chance)}
			}
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}

// forecastDocument is the JSON of forecast. docs/json.md describes it.
type forecastDocument struct {
	Schema      string           `json:"schema"`
	Plan        string           `json:"plan"`
	Currency    *string          `json:"currency"`
	AsOf        funnel.Date      `json:"as_of"`
	DataEnds    *funnel.Date     `json:"data_ends"`
	ComparedOn  funnel.Date      `json:"compared_on"`
	Ends        funnel.Date      `json:"ends"`
	Over        bool             `json:"over"`
	Message     string           `json:"message"`
	Chance      *float64         `json:"chance"`
	ChanceError *float64         `json:"chance_error"`
	Pace        string           `json:"pace"`
	OtherPace   *forecastPace    `json:"other_pace"`
	PlanChance  *float64         `json:"plan_chance"`
	StartChance *float64         `json:"start_chance"`
	Prior       int64            `json:"prior"`
	Draws       int              `json:"draws"`
	Clients     forecastOutlook  `json:"clients"`
	Revenue     forecastOutlook  `json:"revenue"`
	GrossProfit forecastOutlook  `json:"gross_profit"`
	Return      forecastOutlook  `json:"return"`
	Spend       exact            `json:"spend"`
	Funnels     []forecastFunnel `json:"funnels"`
	Warnings    []warningJSON    `json:"warnings"`
}

type forecastPace struct {
	Pace   string   `json:"pace"`
	Chance *float64 `json:"chance"`
}

// forecastOutlook is what is foreseen of a number.
type forecastOutlook struct {
	Expected exact `json:"expected"`
	P10      exact `json:"p10"`
	P50      exact `json:"p50"`
	P90      exact `json:"p90"`
	Target   exact `json:"target"`
}

type forecastFunnel struct {
	ID     string          `json:"id"`
	Name   string          `json:"name"`
	Chance *float64        `json:"chance"`
	Late   exact           `json:"late"`
	Stages []forecastStage `json:"stages"`
	Rates  []forecastRate  `json:"rates"`
}

type forecastStage struct {
	ID       string      `json:"id"`
	Name     string      `json:"name"`
	By       funnel.Date `json:"by"`
	SoFar    exact       `json:"so_far"`
	OnTheWay exact       `json:"on_the_way"`
	ToCome   exact       `json:"to_come"`
	forecastOutlook
	Chance *float64          `json:"chance"`
	Needed []confidentNeeded `json:"needed_for_confidence"`
}

type forecastRate struct {
	From    string     `json:"from"`
	To      string     `json:"to"`
	Planned exact      `json:"planned"`
	Prior   [2]float64 `json:"prior"`
	Came    int64      `json:"came"`
	Gone    int64      `json:"gone"`
	Rate    float64    `json:"rate"`
	Low     float64    `json:"low"`
	High    float64    `json:"high"`
}

func forecastJSON(r *funnel.ForecastResult) *forecastDocument {
	plan := r.Plan
	doc := &forecastDocument{
		Schema: "embudo/forecast/v1", Plan: plan.Plan.Name, Currency: optional(plan.Plan.Currency),
		AsOf: r.AsOf, DataEnds: r.DataEnds, ComparedOn: r.ComparedOn, Ends: plan.Plan.Period.End, Over: r.Over,
		Message: englishOutlook(r), Chance: r.Chance, ChanceError: r.ChanceError, Pace: string(r.Pace),
		PlanChance: r.PlanChance, StartChance: r.StartChance, Prior: r.Prior, Draws: r.Draws,
		Clients:     outlookJSON(r.Clients, whole(plan.Clients)),
		Revenue:     outlookJSON(r.Revenue, exact{plan.RevenueAtTarget}),
		GrossProfit: outlookJSON(r.Profit, exact{plan.GrossProfitAtTarget}),
		Return:      outlookJSON(r.Return, exact{plan.ReturnAtTarget}),
		Spend:       exact{r.Spend},
		Funnels:     make([]forecastFunnel, len(r.Funnels)),
		Warnings:    warningsJSON(plan.Plan, r.Warnings),
	}
	if r.OtherPace != "" {
		doc.OtherPace = &forecastPace{string(r.OtherPace), r.OtherChance}
	}
	for i := range r.Funnels {
		doc.Funnels[i] = forecastFunnelJSON(&r.Funnels[i])
	}
	return doc
}

func outlookJSON(f funnel.Foreseen, target exact) forecastOutlook {
	return forecastOutlook{Expected: exact{f.Mean}, P10: exact{f.Low}, P50: exact{f.Middle}, P90: exact{f.High}, Target: target}
}

func forecastFunnelJSON(f *funnel.FunnelForecast) forecastFunnel {
	doc := forecastFunnel{
		ID: f.Plan.Funnel.ID, Name: f.Plan.Funnel.Name, Chance: f.Chance, Late: exact{f.Late},
		Stages: make([]forecastStage, len(f.Stages)), Rates: make([]forecastRate, len(f.Rates)),
	}
	for i := range f.Stages {
		s := &f.Stages[i]
		doc.Stages[i] = forecastStage{
			ID: s.Plan.Stage.ID, Name: s.Plan.Stage.Name, By: s.By, SoFar: whole(s.SoFar),
			OnTheWay: exact{s.OnTheWay}, ToCome: exact{s.ToCome},
			forecastOutlook: outlookJSON(s.Entries, whole(s.Target)), Chance: s.Chance, Needed: furtherJSON(s.Further),
		}
	}
	for i, r := range f.Rates {
		doc.Rates[i] = forecastRate{
			From: f.Stages[r.From].Plan.Stage.ID, To: f.Stages[r.To].Plan.Stage.ID, Planned: exact{r.Planned},
			Prior: [2]float64{r.Prior.Alpha, r.Prior.Beta}, Came: r.Came, Gone: r.Gone, Rate: r.Mean, Low: r.Low, High: r.High,
		}
	}
	return doc
}

func furtherJSON(list []funnel.FurtherNeeded) []confidentNeeded {
	needed := make([]confidentNeeded, len(list))
	for i, f := range list {
		needed[i] = confidentNeeded{Confidence: exact{f.Confidence}, Needed: whole(f.Entries)}
	}
	return needed
}
