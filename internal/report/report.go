package report

import (
	"slices"

	"embudo/funnel"
	"embudo/internal/i18n"
	"embudo/plan"
)

// Parts are the results that a report is put together of. All but the plan may be
// nil: then the report says what it lacks.
type Parts struct {
	Name     string // of the plan file, as it was typed
	File     *plan.Plan
	Plan     *funnel.Result
	Schedule *funnel.ScheduleResult
	Check    *funnel.CheckResult
	Forecast *funnel.ForecastResult

	// Documents of their own commands.
	Levers, Scenarios, SLA, Calendar *Document
}

// Report shows everything about a plan in one document, a section for each part.
func Report(p Parts, l *i18n.Language) *Document {
	whole := Plan(p.Plan, l)
	r := reportDocument{parts: p, text: l.Report, Document: &Document{
		Language: l, Currency: whole.Currency, MinorUnits: whole.MinorUnits,
		Title: l.Report.Title.Fill("title", whole.Title), Summary: whole.Summary, Tone: whole.Tone,
		Main: whole.Main,
	}}
	r.part("plan", r.text.Plan, whole)
	r.assumptions()
	if p.Schedule != nil {
		r.part("schedule", r.text.Schedule, r.scheduled())
	}
	if p.Check != nil {
		check := Check(p.Check, p.Name, l)
		r.Summary, r.Tone, r.Main = check.Summary, check.Tone, check.Main
		check.Summary = ""
		r.part("check", r.text.Check, check)
	} else {
		r.Blocks[0] = Section{Key: "plan", Title: string(r.text.Plan)} // its answer is that of the whole
	}
	if p.Forecast != nil {
		r.part("forecast", r.text.Forecast, Forecast(p.Forecast, l))
	}
	for _, part := range r.others() {
		if part.document != nil {
			r.part(part.key, part.title, part.document)
		}
	}
	r.working()
	r.leftOut()
	r.Data = func() any { return reportJSON(p) }
	return r.Document
}

// reportDocument puts a report together.
type reportDocument struct {
	*Document
	parts Parts
	text  i18n.Report
}

// others are the parts that are documents of their own commands, in their order.
func (r *reportDocument) others() []otherPart {
	return []otherPart{
		{"levers", r.text.Levers, r.parts.Levers},
		{"scenarios", r.text.Scenarios, r.parts.Scenarios},
		{"sla", r.text.SLA, r.parts.SLA},
		{"calendar", r.text.Calendar, r.parts.Calendar},
	}
}

type otherPart struct {
	key      string
	title    i18n.Text
	document *Document
}

// part adds a document as a section.
func (r *reportDocument) part(key string, title i18n.Text, d *Document) {
	r.Blocks = append(r.Blocks, Section{Key: key, Title: string(title), Summary: d.Summary, Tone: d.Tone})
	r.Blocks = append(r.Blocks, d.Blocks...)
}

// scheduled is the schedule; where there is a check, that draws the pace.
func (r *reportDocument) scheduled() *Document {
	d := Schedule(r.parts.Schedule, r.Language)
	if r.parts.Check != nil {
		d.Blocks = slices.DeleteFunc(d.Blocks, func(b Block) bool { _, drawn := b.(Chart); return drawn })
	}
	return d
}

// assumptions lists each rate with where it comes from and how well it is known.
func (r *reportDocument) assumptions() {
	r.Blocks = append(r.Blocks, Section{Key: "assumptions", Title: string(r.text.Assumptions)})
	for i := range r.parts.Plan.Funnels {
		f := &r.parts.Plan.Funnels[i]
		if len(f.Stages) == 1 {
			r.Blocks = append(r.Blocks, Lines{Lines: []string{r.text.NoRates.Fill("stage", f.Stages[0].Stage.Name)}})
			continue
		}
		t := Table{Columns: []Column{
			{Title: string(r.Language.Check.Step)},
			{Title: string(r.Language.Words.Rate), Number: true},
			{Title: string(r.text.Known)},
			{Title: string(r.text.Lag)},
			{Title: string(r.Language.Words.Source), Room: 30},
		}}
		if len(r.parts.Plan.Funnels) > 1 {
			t.Title = f.Funnel.Name
		}
		stages := r.parts.File.Stages
		if len(r.parts.File.Funnels) > 0 {
			stages = r.parts.File.Funnels[i].Stages
		}
		for j := range len(f.Stages) - 1 {
			s := f.Stages[j].Stage
			step := r.Language.Check.StepOf.Fill("from", s.Name, "to", f.Stages[j+1].Stage.Name)
			t.Rows = append(t.Rows, []Cell{text(step), percent(s.Rate.Value), r.known(s, stages[j].Rate), plannedLag(s.Lag), text(s.Source)})
		}
		r.Blocks = append(r.Blocks, t)
	}
}

// known says how well a rate is known.
func (r *reportDocument) known(s *funnel.Stage, written plan.Rate) Cell {
	switch {
	case s.Rate.Of > 0:
		return text(r.text.Seen.Fill("seen", r.Language.Number(s.Rate.Seen), "of", r.Language.Number(s.Rate.Of)))
	case s.Rate.Uncertain():
		known := text(r.text.Between.Fill("low", r.Language.Percent(written.Low), "high", r.Language.Percent(written.High)))
		if s.Source == "" {
			known = Cell{Value: known.Value.(Text) + "; " + Text(r.text.NoProof), Tone: Caution}
		}
		return known
	case s.Source == "":
		return Cell{Value: Text(r.text.NoProof), Tone: Caution}
	}
	return text(string(r.text.Fixed))
}

func plannedLag(lag funnel.Lag) Cell {
	if lag.High == 0 {
		return Cell{}
	}
	return text(plan.LagText(lag))
}

// working is how the plan's numbers come about.
func (r *reportDocument) working() {
	r.Blocks = append(r.Blocks,
		Section{Key: "working", Title: string(r.text.Working)},
		Steps{Steps: workingSteps(r.Document, r.parts.Plan, r.parts.File)})
}

// leftOut says which parts are not there for want of what they need.
func (r *reportDocument) leftOut() {
	var notes []Note
	switch {
	case r.parts.Schedule == nil:
		notes = append(notes, Note{Text: string(r.text.NoPeriod)})
	case r.parts.Check == nil:
		notes = append(notes, Note{Text: string(r.text.NoSources)})
	}
	if r.parts.Schedule != nil && r.parts.Calendar == nil {
		notes = append(notes, Note{Text: string(r.text.NoActivities)})
	}
	if len(r.parts.File.Scenarios) == 0 {
		notes = append(notes, Note{Text: string(r.text.NoScenarios)})
	}
	if r.parts.SLA == nil {
		notes = append(notes, Note{Text: string(r.text.NoSLA)})
	}
	if len(notes) > 0 {
		r.Blocks = append(r.Blocks, Notes{Title: string(r.text.LeftOut), Notes: notes})
	}
}

// reportJSON is the JSON of a report: that of each of its parts, null where it is
// left out.
func reportJSON(p Parts) any {
	data := reportData{Schema: "embudo/report/v1", Plan: explainedPlanJSON(p.Plan, p.File)}
	if p.Schedule != nil {
		data.Schedule = scheduleJSON(p.Schedule)
	}
	if p.Check != nil {
		data.Check = checkJSON(p.Check, p.Name)
	}
	if p.Forecast != nil {
		data.Forecast = forecastJSON(p.Forecast)
	}
	data.Levers, data.Scenarios, data.SLA, data.Calendar = dataOf(p.Levers), dataOf(p.Scenarios), dataOf(p.SLA), dataOf(p.Calendar)
	return data
}

// dataOf is what a document has for machines, null where there is none.
func dataOf(d *Document) any {
	if d == nil {
		return nil
	}
	return d.Data()
}

type reportData struct {
	Schema    string `json:"schema"`
	Plan      any    `json:"plan"`
	Schedule  any    `json:"schedule"`
	Check     any    `json:"check"`
	Forecast  any    `json:"forecast"`
	Levers    any    `json:"levers"`
	Scenarios any    `json:"scenarios"`
	SLA       any    `json:"sla"`
	Calendar  any    `json:"calendar"`
}
