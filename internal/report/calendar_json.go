package report

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"embudo/funnel"
	"embudo/internal/i18n"
)

// calendarDocument is the JSON of a calendar. docs/json.md describes its fields.
type calendarDocument struct {
	Schema     string             `json:"schema"`
	Plan       string             `json:"plan"`
	Currency   *string            `json:"currency"`
	Period     *funnel.Span       `json:"period"`
	Week       *funnel.Week       `json:"week"`
	Activities []calendarActivity `json:"activities"`
	Dates      []calendarDate     `json:"dates"`
	Open       []calendarDate     `json:"open"`
	Loads      []calendarLoad     `json:"loads"`
	Cost       calendarCost       `json:"cost"`
	Phases     []calendarPhase    `json:"phases"`
	Funnels    []calendarFunnel   `json:"funnels"`
	Stages     []calendarStage    `json:"stages"`
	Content    []calendarContent  `json:"content"`
	Warnings   []warningJSON      `json:"warnings"`
}

type calendarActivity struct {
	ID           string   `json:"id"`
	Name         string   `json:"name"`
	Kind         string   `json:"kind"`
	Phase        *string  `json:"phase"`
	System       *string  `json:"system"`
	Funnel       *string  `json:"funnel"`
	Stage        *string  `json:"stage"`
	Owner        *string  `json:"owner"`
	Purpose      *string  `json:"purpose"`
	How          *string  `json:"how"`
	Gives        *string  `json:"gives"`
	Cost         exact    `json:"cost"`
	Contribution exact    `json:"contribution"`
	Expects      []string `json:"expects"`
	Times        int      `json:"times"`
}

type calendarDate struct {
	Activity string       `json:"activity"`
	Number   int          `json:"number"`
	Start    funnel.Date  `json:"start"`
	End      funnel.Date  `json:"end"`
	Planned  funnel.Date  `json:"planned"`
	Done     *funnel.Date `json:"done"`
}

type calendarLoad struct {
	ID      string             `json:"id"`
	Kind    funnel.LoadKind    `json:"kind"`
	Funnel  string             `json:"funnel"`
	Stage   string             `json:"stage"`
	Owner   *string            `json:"owner"`
	Hours   *int64             `json:"hours_before"`
	Content *string            `json:"content"`
	Total   exact              `json:"total"`
	Weeks   []calendarLoadWeek `json:"weeks"`
}

type calendarLoadWeek struct {
	Week  funnel.Week `json:"week"`
	Count exact       `json:"count"`
}

type calendarCost struct {
	Activities exact `json:"activities"`
	Budget     exact `json:"budget"`
}

type calendarPhase struct {
	Phase      *string `json:"phase"`
	Used       bool    `json:"used"`
	Activities int     `json:"activities"`
	Times      int     `json:"times"`
	Cost       exact   `json:"cost"`
}

type calendarFunnel struct {
	ID         *string `json:"id"`
	Activities int     `json:"activities"`
	Times      int     `json:"times"`
	Cost       exact   `json:"cost"`
	Budget     exact   `json:"budget"`
}

type calendarStage struct {
	Funnel       string `json:"funnel"`
	Stage        string `json:"stage"`
	Activities   int    `json:"activities"`
	Needed       exact  `json:"needed"`
	Contribution exact  `json:"contribution"`
	FromAbove    exact  `json:"from_above"`
	Expected     exact  `json:"expected"`
}

type calendarContent struct {
	System   *string `json:"system"`
	Content  string  `json:"content"`
	Activity *string `json:"activity"`
	Load     *string `json:"load"`
	Times    exact   `json:"times"`
}

func (r *calendarReport) json(week *funnel.Week) *calendarDocument {
	c := r.calendar
	plan := c.Plan.Plan
	doc := &calendarDocument{
		Schema:     "embudo/calendar/v1",
		Plan:       plan.Name,
		Currency:   optional(plan.Currency),
		Period:     plan.Period,
		Week:       week,
		Activities: make([]calendarActivity, len(plan.Activities)),
		Dates:      datesJSON(r.list.Occurrences),
		Open:       datesJSON(r.list.Open),
		Loads:      make([]calendarLoad, len(r.list.Loads)),
		Cost:       calendarCost{exact{c.Cost}, exact{plan.Budget}},
		Phases:     make([]calendarPhase, len(c.Balance)),
		Funnels:    make([]calendarFunnel, len(c.Funnels)),
		Stages:     make([]calendarStage, len(c.Stages)),
		Content:    make([]calendarContent, len(c.Content)),
		Warnings:   warningsJSON(plan, c.Warnings),
	}
	times := map[string]int{}
	for i := range c.Occurrences {
		times[c.Occurrences[i].Activity.ID]++
	}
	for i := range plan.Activities {
		doc.Activities[i] = r.activityJSON(&plan.Activities[i], times[plan.Activities[i].ID])
	}
	for i := range r.list.Loads {
		doc.Loads[i] = r.loadJSON(&r.list.Loads[i])
	}
	for i, b := range c.Balance {
		doc.Phases[i] = calendarPhase{optional(string(b.Phase)), !b.Unused, b.Activities, b.Times, exact{b.Cost}}
	}
	for i, f := range c.Funnels {
		doc.Funnels[i] = calendarFunnel{optional(f.Funnel.ID), f.Activities, f.Times, exact{f.Cost}, exact{f.Budget}}
	}
	if s := c.Shared; s != nil {
		doc.Funnels = append(doc.Funnels, calendarFunnel{nil, s.Activities, s.Times, exact{s.Cost}, exact{}})
	}
	for i, s := range c.Stages {
		doc.Stages[i] = calendarStage{
			r.funnelID(s.Funnel), r.stageID(s.Funnel, s.Stage), s.Activities, whole(s.Needed),
			exact{s.Contribution},
			exact{s.FromAbove},
			exact{s.Expected},
		}
	}
	for i := range c.Content {
		doc.Content[i] = r.contentJSON(&c.Content[i])
	}
	return doc
}

func (r *calendarReport) funnelID(funnel int) string {
	return r.calendar.Plan.Funnels[funnel].Funnel.ID
}

func (r *calendarReport) stageID(funnel, stage int) string {
	return r.calendar.Plan.Funnels[funnel].Stages[stage].Stage.ID
}

// fed is the ids of the funnel and stage that an activity feeds, empty for none.
func (r *calendarReport) fed(a *funnel.Activity) (funnelID, stageID string) {
	if a.Funnel >= 0 {
		funnelID = r.funnelID(a.Funnel)
	}
	if a.Stage >= 0 {
		stageID = r.stageID(a.Funnel, a.Stage)
	}
	return funnelID, stageID
}

func (r *calendarReport) activityJSON(a *funnel.Activity, times int) calendarActivity {
	funnelID, stageID := r.fed(a)
	result := calendarActivity{
		ID: a.ID, Name: a.Name, Kind: string(a.Kind), Phase: optional(string(a.Phase)), System: optional(a.System),
		Funnel: optional(funnelID), Stage: optional(stageID), Owner: optional(a.Owner),
		Purpose: optional(a.Purpose), How: optional(a.How), Gives: optional(a.Gives),
		Cost: exact{a.Cost}, Contribution: exact{a.Contribution}, Expects: make([]string, len(a.Expects)), Times: times,
	}
	for i, t := range a.Expects {
		result.Expects[i] = t.Expression
	}
	return result
}

func datesJSON(list []funnel.Occurrence) []calendarDate {
	result := make([]calendarDate, len(list))
	for i := range list {
		o := &list[i]
		result[i] = calendarDate{Activity: o.Activity.ID, Number: o.Number, Start: o.Days.Start, End: o.Days.End, Planned: o.Planned}
		if o.Done != nil {
			result[i].Done = &o.Done.Date
		}
	}
	return result
}

func (r *calendarReport) loadJSON(l *funnel.Load) calendarLoad {
	result := calendarLoad{
		ID: r.loadID(l), Kind: l.Kind, Funnel: r.funnelID(l.Funnel), Stage: r.stageID(l.Funnel, l.Stage),
		Owner: optional(r.calendar.StageOf(l).Owner), Content: optional(r.english(l)), Total: whole(l.Total),
		Weeks: make([]calendarLoadWeek, len(l.Weeks)),
	}
	if l.Reminder != nil {
		hours := int64(l.Reminder.Before)
		result.Hours = &hours
	}
	for i, w := range l.Weeks {
		result.Weeks[i] = calendarLoadWeek{w.Week, whole(w.Count)}
	}
	return result
}

// loadID is a name for a load: reminder-main-meeting-168h.
func (r *calendarReport) loadID(l *funnel.Load) string {
	parts := []string{string(l.Kind), r.funnelID(l.Funnel), r.stageID(l.Funnel, l.Stage)}
	if l.Reminder != nil {
		parts = append(parts, strconv.FormatInt(int64(l.Reminder.Before), 10)+"h")
	}
	return strings.Join(parts, "-")
}

// english is what the client gets by a load, for scripts.
func (r *calendarReport) english(l *funnel.Load) string {
	english := calendarReport{calendar: r.calendar, text: i18n.English().Calendar}
	return english.content(l)
}

func (r *calendarReport) contentJSON(c *funnel.Content) calendarContent {
	result := calendarContent{System: optional(c.System), Times: whole(c.Times)}
	if c.Activity != nil {
		result.Content, result.Activity = c.Activity.Gives, optional(c.Activity.ID)
	} else {
		result.Content, result.Load = r.english(c.Load), optional(r.loadID(c.Load))
	}
	return result
}

// main is the calendar for spreadsheets and scripts: a row a date, and one a week
// of each load, in the order of their days.
func (r *calendarReport) main() Table {
	t := Table{}
	for _, key := range []string{
		"start", "end", "week", "kind", "activity", "name", "phase", "system", "funnel", "stage", "owner",
		"purpose", "how", "gives", "cost", "contribution", "count", "planned", "done",
	} {
		t.Columns = append(t.Columns, Column{Key: key})
	}
	for i := range r.list.Occurrences {
		t.Rows = append(t.Rows, r.dateRow(&r.list.Occurrences[i]))
	}
	for i := range r.list.Loads {
		for _, w := range r.list.Loads[i].Weeks {
			t.Rows = append(t.Rows, r.loadRow(&r.list.Loads[i], w))
		}
	}
	slices.SortStableFunc(t.Rows, func(a, b []Cell) int { return strings.Compare(a[0].Value.Raw(), b[0].Value.Raw()) })
	return t
}

func (r *calendarReport) dateRow(o *funnel.Occurrence) []Cell {
	a := o.Activity
	funnelID, stageID := r.fed(a)
	return []Cell{
		{Value: Day(o.Days.Start)},
		{Value: Day(o.Days.End)},
		text(funnel.WeekOf(o.Days.Start).String()), text(string(a.Kind)), text(a.ID), text(a.Name), text(string(a.Phase)), text(a.System),
		text(funnelID), text(stageID), text(a.Owner), text(a.Purpose), text(a.How), text(a.Gives),
		money(a.Cost), number(a.Contribution, 2), count(big.NewInt(1)),
		{Value: Day(o.Planned)},
		doneOn(o),
	}
}

func (r *calendarReport) loadRow(l *funnel.Load, w funnel.WeekLoad) []Cell {
	days := w.Week.Days()
	return []Cell{
		{Value: Day(days.Start)},
		{Value: Day(days.End)},
		text(w.Week.String()), text(string(l.Kind)), text(r.loadID(l)), text(r.englishLoad(l)),
		{},
		text(r.calendar.SystemOf(l)),
		text(r.funnelID(l.Funnel)), text(r.stageID(l.Funnel, l.Stage)), text(r.calendar.StageOf(l).Owner),
		{},
		{},
		text(r.english(l)),
		{},
		{},
		count(w.Count),
		{},
		{},
	}
}

// englishLoad names a load for scripts.
func (r *calendarReport) englishLoad(l *funnel.Load) string {
	english := calendarReport{Document: &Document{Language: i18n.English()}, calendar: r.calendar, text: i18n.English().Calendar}
	return english.loadName(l)
}
