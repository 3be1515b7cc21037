package report

import (
	"math/big"

	"embudo/funnel"
)

// scheduleDocument is the JSON of schedule. docs/json.md describes it.
type scheduleDocument struct {
	Schema     string           `json:"schema"`
	Plan       string           `json:"plan"`
	Period     *funnel.Span     `json:"period"`
	By         string           `json:"by"`
	Confidence exact            `json:"confidence"`
	Fits       *bool            `json:"fits"`
	Periods    []schedulePeriod `json:"periods"`
	Funnels    []scheduleFunnel `json:"funnels"`
	Warnings   []warningJSON    `json:"warnings"`
}

type schedulePeriod struct {
	Period string `json:"period"`
	funnel.Span
	Partial     bool  `json:"partial"`
	WorkingDays int64 `json:"working_days"`
}

type scheduleFunnel struct {
	ID     string          `json:"id"`
	Name   string          `json:"name"`
	Stages []scheduleStage `json:"stages"`
}

type scheduleStage struct {
	ID          string            `json:"id"`
	Name        string            `json:"name"`
	Total       exact             `json:"total"`
	Window      *funnel.Span      `json:"window"`
	Due         funnel.Span       `json:"due"`
	LastUseful  funnel.Date       `json:"last_useful"`
	ShouldStart *funnel.Date      `json:"should_have_started"`
	Targets     []scheduleTarget  `json:"targets"`
	Capacity    *scheduleCapacity `json:"capacity"`
}

type scheduleTarget struct {
	Period     string `json:"period"`
	Target     exact  `json:"target"`
	Cumulative exact  `json:"cumulative"`
}

type scheduleCapacity struct {
	People       exact          `json:"people"`
	Available    exact          `json:"available"`
	Short        exact          `json:"short"`
	PeopleNeeded exact          `json:"people_needed"`
	Weeks        []scheduleWeek `json:"weeks"`
}

type scheduleWeek struct {
	Week string `json:"week"`
	funnel.Span
	Needed    exact `json:"needed"`
	Available exact `json:"available"`
	Fits      bool  `json:"fits"`
}

func scheduleJSON(r *funnel.ScheduleResult) *scheduleDocument {
	doc := &scheduleDocument{
		Schema:     "embudo/schedule/v1",
		Plan:       r.Plan.Plan.Name,
		Period:     r.Plan.Plan.Period,
		By:         map[funnel.Unit]string{funnel.EachDay: "day", funnel.EachWeek: "week", funnel.EachMonth: "month"}[r.By],
		Confidence: exact{r.Confidence},
		Fits:       r.Fits,
		Funnels:    make([]scheduleFunnel, len(r.Funnels)),
		Warnings:   warningsJSON(r.Plan.Plan, r.Warnings),
	}
	for _, p := range r.Periods {
		doc.Periods = append(doc.Periods, schedulePeriod{Period: p.Name, Span: p.Span, Partial: p.Partial, WorkingDays: p.WorkingDays})
	}
	for i := range r.Funnels {
		f := &r.Funnels[i]
		doc.Funnels[i] = scheduleFunnel{ID: f.Plan.Funnel.ID, Name: f.Plan.Funnel.Name}
		for j := range f.Stages {
			doc.Funnels[i].Stages = append(doc.Funnels[i].Stages, scheduleStageJSON(r, &f.Stages[j]))
		}
	}
	return doc
}

func scheduleStageJSON(r *funnel.ScheduleResult, s *funnel.StageSchedule) scheduleStage {
	stage := scheduleStage{
		ID: s.Plan.Stage.ID, Name: s.Plan.Stage.Name, Total: whole(s.Total), Window: s.Plan.Window, Due: s.Due,
		LastUseful: s.LastUseful, ShouldStart: s.ShouldStart, Targets: make([]scheduleTarget, len(r.Periods)),
	}
	for i, p := range r.Periods {
		stage.Targets[i] = scheduleTarget{Period: p.Name, Target: whole(s.DueIn(p)), Cumulative: whole(s.Cumulative(p))}
	}
	if c := s.Capacity; c != nil {
		stage.Capacity = &scheduleCapacity{
			People: exact{s.Plan.Stage.Capacity.People}, Available: whole(c.Available), Short: whole(c.Short),
			PeopleNeeded: whole(c.PeopleNeeded),
		}
		for w := range s.CapacityWeeks() {
			stage.Capacity.Weeks = append(stage.Capacity.Weeks, scheduleWeek{
				Week: w.Name, Span: w.Span, Needed: whole(w.Needed), Available: whole(w.Available), Fits: w.Fits(),
			})
		}
	}
	return stage
}

// scheduleMain is the schedule for spreadsheets and scripts: a row a funnel, stage
// and period, made as it is written, since a year of days has millions.
func scheduleMain(r *funnel.ScheduleResult) Table {
	var t Table
	for _, key := range []string{
		"funnel", "stage", "name", "period", "start", "end", "working_days", "target", "cumulative", "capacity",
	} {
		t.Columns = append(t.Columns, Column{Key: key})
	}
	t.Stream = func(yield func([]Cell) bool) {
		for i := range r.Funnels {
			f := &r.Funnels[i]
			for j := range f.Stages {
				for _, p := range r.Periods {
					if !yield(scheduleRow(f, &f.Stages[j], p)) {
						return
					}
				}
			}
		}
	}
	return t
}

func scheduleRow(f *funnel.FunnelSchedule, s *funnel.StageSchedule, p funnel.Period) []Cell {
	return []Cell{
		text(f.Plan.Funnel.ID), text(s.Plan.Stage.ID), text(s.Plan.Stage.Name), text(p.Name),
		{Value: Day(p.Start)},
		{Value: Day(p.End)},
		count(big.NewInt(p.WorkingDays)),
		count(s.DueIn(p)), count(s.Cumulative(p)), count(s.CanHandle(p)),
	}
}
