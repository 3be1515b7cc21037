package report

import (
	"math/big"
	"strconv"

	"embudo/funnel"
	"embudo/plan"
)

// learnDocument is the JSON of learn. docs/json.md describes it.
type learnDocument struct {
	Schema   string         `json:"schema"`
	Plan     *string        `json:"plan"`
	Currency *string        `json:"currency"`
	Sources  []string       `json:"sources"`
	AsOf     funnel.Date    `json:"as_of"`
	Since    *funnel.Date   `json:"since"`
	Funnels  []learnFunnel  `json:"funnels"`
	Edited   []learnEdit    `json:"edited"`
	Refused  []learnRefusal `json:"refused"`
	Warnings []warningJSON  `json:"warnings"`
}

type learnFunnel struct {
	ID        string         `json:"id"`
	Name      string         `json:"name"`
	Steps     []learnStep    `json:"steps"`
	Revenue   *learnRevenue  `json:"average_revenue"`
	RevenueBy []learnRevenue `json:"average_revenue_by_channel"`
}

type learnStep struct {
	From string `json:"from"`
	To   string `json:"to"`
	learnRate
	Channels []learnChannel  `json:"channels"`
	Triangle []learnTriangle `json:"triangle"`
}

type learnRate struct {
	Entered  int64         `json:"entered"`
	Gone     int64         `json:"went_on"`
	Lost     int64         `json:"lost"`
	Open     int64         `json:"open"`
	Rate     exact         `json:"rate"`
	Low      exact         `json:"rate_low"`
	High     exact         `json:"rate_high"`
	Trials   exact         `json:"trials"`
	Evidence *string       `json:"evidence"`
	Enough   bool          `json:"enough"`
	Lag      *learnLag     `json:"lag"`
	Plateau  *learnPlateau `json:"plateau"`
}

type learnLag struct {
	Cases  int64  `json:"cases"`
	Seen   exact  `json:"seen_median_days"`
	Low    exact  `json:"low_days"`
	Median exact  `json:"median_days"`
	High   exact  `json:"high_days"`
	Plan   string `json:"lag"`
	Enough bool   `json:"enough"`
}

type learnPlateau struct {
	Days int64 `json:"days"`
	Rate exact `json:"rate"`
}

type learnChannel struct {
	Name *string `json:"name"`
	learnRate
}

type learnTriangle struct {
	Month   string  `json:"month"`
	Entered int64   `json:"entered"`
	Gone    []int64 `json:"went_on"`
}

type learnRevenue struct {
	Name   *string `json:"name,omitempty"`
	Deals  int64   `json:"deals"`
	Mean   exact   `json:"mean"`
	Error  exact   `json:"standard_error"`
	Enough bool    `json:"enough"`
}

type learnEdit struct {
	Path   string  `json:"path"`
	Before *string `json:"before"`
	After  string  `json:"after"`
	Line   int     `json:"line"`
}

type learnRefusal struct {
	Path   string `json:"path"`
	Value  string `json:"value"`
	Reason string `json:"reason"`
}

func learnJSON(r *Learned) learnDocument {
	d := learnDocument{
		Schema: "embudo/learn/v1", Plan: optional(r.Plan.Name), Currency: optional(r.Plan.Currency),
		Sources: append([]string{}, r.Sources...), AsOf: r.AsOf, Since: r.Since,
		Funnels: []learnFunnel{}, Edited: []learnEdit{}, Refused: []learnRefusal{},
		Warnings: append(warningsJSON(r.Plan, r.Missed), warningsJSON(r.Plan, r.Warnings)...),
	}
	for i := range r.Funnels {
		d.Funnels = append(d.Funnels, learnFunnelJSON(&r.Funnels[i]))
	}
	for _, e := range r.Edited {
		d.Edited = append(d.Edited, learnEdit{e.Path, optional(e.Before), e.After, e.Line})
	}
	for _, refused := range r.Refused {
		d.Refused = append(d.Refused, learnRefusal(refused))
	}
	return d
}

func learnFunnelJSON(f *funnel.LearnedFunnel) learnFunnel {
	j := learnFunnel{ID: f.Funnel.ID, Name: f.Funnel.Name, Steps: []learnStep{}, RevenueBy: []learnRevenue{}}
	for i := range f.Steps {
		s := &f.Steps[i]
		step := learnStep{
			From: f.Funnel.Stages[s.From].ID, To: f.Funnel.Stages[s.To].ID, learnRate: learnRateJSON(&s.All),
			Channels: []learnChannel{}, Triangle: []learnTriangle{},
		}
		for k := range s.ByChannel {
			step.Channels = append(step.Channels, learnChannel{optional(s.ByChannel[k].Channel), learnRateJSON(&s.ByChannel[k])})
		}
		for _, row := range s.Triangle.Rows {
			step.Triangle = append(step.Triangle, learnTriangle{monthOf(row.Month).Raw(), row.Entered, append([]int64{}, row.Gone...)})
		}
		j.Steps = append(j.Steps, step)
	}
	if f.Revenue != nil {
		whole := learnRevenueJSON(f.Revenue)
		whole.Name = nil
		j.Revenue = &whole
	}
	for i := range f.RevenueBy {
		j.RevenueBy = append(j.RevenueBy, learnRevenueJSON(&f.RevenueBy[i]))
	}
	return j
}

func learnRateJSON(l *funnel.Learned) learnRate {
	j := learnRate{
		Entered: l.Entered, Gone: l.Gone, Lost: l.Lost, Open: l.Open,
		Rate: exact{l.Rate}, Low: exact{l.Low}, High: exact{l.High}, Trials: exact{l.Trials},
		Evidence: optional(plan.RateText(l)), Enough: l.Enough,
	}
	if l.Lag != nil {
		j.Lag = &learnLag{
			l.Timed, exact{l.Lag.SeenMedian}, exact{l.Lag.Low}, exact{l.Lag.Median}, exact{l.Lag.High}, plan.LagText(l.Lag.Plan), l.Lag.Enough,
		}
	}
	if l.Plateau != nil {
		j.Plateau = &learnPlateau{l.Plateau.Days, exact{l.Plateau.Rate}}
	}
	return j
}

func learnRevenueJSON(r *funnel.LearnedRevenue) learnRevenue {
	return learnRevenue{&r.Channel, r.Deals, exact{r.Mean}, exact{r.Error}, r.Enough}
}

// learnMain is what CSV shows: a row a step and channel, the channel empty for all
// together, or a row a month of entry.
func learnMain(r *Learned) Table {
	if r.Triangle != "" {
		return triangleMain(r)
	}
	t := Table{}
	for _, key := range []string{
		"funnel", "from", "to", "channel", "entered", "went_on", "lost", "open", "rate", "rate_low", "rate_high", "trials",
		"evidence", "lag_low_days", "lag_median_days", "lag_high_days", "deals", "average_revenue", "standard_error",
	} {
		t.Columns = append(t.Columns, Column{Key: key})
	}
	for i := range r.Funnels {
		f := &r.Funnels[i]
		for j := range f.Steps {
			s := &f.Steps[j]
			last := j == len(f.Steps)-1
			t.Rows = append(t.Rows, learnRow(f, s, &s.All, ifLast(last, f.Revenue)))
			for k := range s.ByChannel {
				a := &s.ByChannel[k]
				t.Rows = append(t.Rows, learnRow(f, s, a, ifLast(last, revenueOf(f, a.Channel))))
			}
		}
	}
	return t
}

// ifLast keeps what clients paid for the step that leads to them.
func ifLast(last bool, r *funnel.LearnedRevenue) *funnel.LearnedRevenue { //nolint:revive // it is a fact of the row, not a mode
	if !last {
		return nil
	}
	return r
}

func learnRow(f *funnel.LearnedFunnel, s *funnel.LearnedStep, a *funnel.Learned, revenue *funnel.LearnedRevenue) []Cell {
	row := []Cell{
		text(f.Funnel.ID), text(f.Funnel.Stages[s.From].ID), text(f.Funnel.Stages[s.To].ID), text(a.Channel),
		whole64(a.Entered), whole64(a.Gone), whole64(a.Lost), whole64(a.Open),
		points(a.Rate), points(a.Low), points(a.High), number(a.Trials, 1), text(plan.RateText(a)),
	}
	if a.Lag == nil {
		row = append(row, Cell{}, Cell{}, Cell{})
	} else {
		row = append(row, number(a.Lag.Low, 1), number(a.Lag.Median, 1), number(a.Lag.High, 1))
	}
	if revenue == nil {
		return append(row, Cell{}, Cell{}, Cell{})
	}
	return append(row, whole64(revenue.Deals), money(revenue.Mean), money(revenue.Error))
}

// triangleMain has a row a month of entry, and a column a month since.
func triangleMain(r *Learned) Table {
	t := Table{Columns: []Column{{Key: "funnel"}, {Key: "from"}, {Key: "to"}, {Key: "month"}, {Key: "entered"}}}
	months := 0
	r.eachTriangle(func(_ *funnel.LearnedFunnel, s *funnel.LearnedStep) {
		months = max(months, monthsOfTriangle(s.Triangle.Rows))
	})
	for k := range months {
		t.Columns = append(t.Columns, Column{Key: "after_" + strconv.Itoa(k)})
	}
	r.eachTriangle(func(f *funnel.LearnedFunnel, s *funnel.LearnedStep) {
		for i := range s.Triangle.Rows {
			m := &s.Triangle.Rows[i]
			row := []Cell{
				text(f.Funnel.ID), text(f.Funnel.Stages[s.From].ID), text(f.Funnel.Stages[s.To].ID), {Value: monthOf(m.Month)}, count(big.NewInt(m.Entered)),
			}
			for k := range months {
				row = append(row, share(m, k))
			}
			t.Rows = append(t.Rows, row)
		}
	})
	return t
}

func (r *Learned) eachTriangle(yield func(*funnel.LearnedFunnel, *funnel.LearnedStep)) {
	for i := range r.Funnels {
		f := &r.Funnels[i]
		for j := range f.Steps {
			if s := &f.Steps[j]; r.shows(f, s) {
				yield(f, s)
			}
		}
	}
}

// revenueOf is what the clients of a channel paid, nil where too few did.
func revenueOf(f *funnel.LearnedFunnel, channel string) *funnel.LearnedRevenue {
	for i := range f.RevenueBy {
		if f.RevenueBy[i].Channel == channel {
			return &f.RevenueBy[i]
		}
	}
	return nil
}
