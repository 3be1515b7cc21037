package report

import (
	"math/big"
	"slices"
	"strings"
	"time"

	"embudo/funnel"
	"embudo/internal/i18n"
)

// CalendarOptions say what of a calendar is shown.
type CalendarOptions struct {
	Week  *funnel.Week // nil: all of it
	Stamp time.Time    // when it was made, for programs that import it again
}

// Calendar shows who does what when, or the list of one week.
func Calendar(c *funnel.Calendar, o CalendarOptions, l *i18n.Language) *Document {
	plan := c.Plan.Plan
	d := &Document{
		Language:   l,
		Currency:   plan.Currency,
		MinorUnits: plan.MinorUnits,
		Title:      planTitle(plan, l) + " · " + string(l.Calendar.Title),
	}
	r := calendarReport{Document: d, calendar: c, text: l.Calendar, list: funnel.WeekList{Occurrences: c.Occurrences, Loads: c.Loads}}
	d.Main = r.main
	d.Data = func() any { return r.json(o.Week) }
	d.Events = func() Events { return r.events(o.Stamp) }
	if o.Week != nil {
		r.list = c.InWeek(*o.Week)
		r.week()
		return d
	}
	r.whole()
	return d
}

// calendarReport puts the document of a calendar together.
type calendarReport struct {
	*Document
	calendar *funnel.Calendar
	text     i18n.Calendar
	list     funnel.WeekList // all of it where no week is asked for
	moved    bool            // a date that is shown moved to a working day
}

// add puts a table into the document, unless it has no rows.
func (r *calendarReport) add(t Table) {
	if len(t.Rows) > 0 {
		r.Blocks = append(r.Blocks, t)
	}
}

// whole is the calendar from the first date to the last, with what it comes to.
func (r *calendarReport) whole() {
	c := r.calendar
	r.Summary = r.headline()
	if len(c.Plan.Plan.Activities) == 0 {
		r.Blocks = append(r.Blocks, Lines{Title: string(r.text.HowTo), Lines: r.sample(), Whole: true})
	}
	r.addDates("", r.dateColumns(), c.Occurrences)
	r.addLoads(r.loadTable())
	if len(c.Plan.Plan.Activities) > 0 {
		r.add(r.balance())
		r.add(r.funnels())
		r.add(r.supply())
	}
	r.add(r.contents())
	r.add(r.decisions())
	r.notes(c.Warnings)
}

// week is the list of one week.
func (r *calendarReport) week() {
	r.Title = planTitle(r.calendar.Plan.Plan, r.Language) + " · " + r.text.WeekTitle.Fill(
		"week", r.list.Week, "days", r.Language.Days(r.list.Week.Days().Start.Time(), r.list.Week.Days().End.Time()))
	messages := new(big.Int)
	for i := range r.list.Loads {
		messages.Add(messages, r.list.Loads[i].Total)
	}
	r.Summary = r.text.WeekSummary.Fill(
		"times", r.Language.Number(int64(len(r.list.Occurrences))), "loads", r.Language.Quantity(messages))
	if len(r.list.Occurrences)+len(r.list.Loads) == 0 {
		r.Summary = string(r.text.WeekEmpty)
	}
	r.addDates("", r.weekColumns(), r.list.Occurrences)
	r.add(r.decisions())
	r.addLoads(r.weekLoadTable())
	r.addDates(string(r.text.Open), r.weekColumns(), r.list.Open)
	r.notes(nil)
}

// headline says how much there is and what it costs.
func (r *calendarReport) headline() string {
	c, l := r.calendar, r.Language
	if len(c.Occurrences) == 0 {
		return string(r.text.None)
	}
	first, last := c.Occurrences[0].Days.Start, c.Occurrences[0].Days.End
	for i := range c.Occurrences {
		last = max(last, c.Occurrences[i].Days.End)
	}
	sentence, budget := r.text.Summary, c.Plan.Plan.Budget
	if c.Cost.Sign() == 0 {
		sentence = r.text.SummaryNoMoney
	}
	return sentence.Fill(
		"activities", l.Number(int64(len(c.Plan.Plan.Activities))), "times", l.Number(int64(len(c.Occurrences))),
		"start", l.Date(first.Time()), "end", l.Date(last.Time()),
		"cost", r.sum(c.Cost), "budget", r.sum(budget), "share", l.PercentTo(new(big.Rat).Quo(c.Cost, budget), 0))
}

// sample is a few lines of a plan file with the plan's own stages.
func (r *calendarReport) sample() []string {
	f := r.calendar.Plan.Plan.Funnels[0]
	lines := []string{
		"activities:",
		"  - name: " + string(r.text.SampleName),
		"    stage: " + f.Stages[0].ID,
		"    phase: like",
		"    owner: Ana",
		"    every: 2 weeks",
		"    gives: " + string(r.text.SampleGives),
		"    cost: 150",
		"    contribution: 12",
	}
	if len(r.calendar.Plan.Funnels) > 1 {
		lines = slices.Insert(lines, 2, "    funnel: "+f.ID)
	}
	return lines
}

// dateColumn is a column of a table of dates, with what stands in it.
type dateColumn struct {
	Column
	cell func(o *funnel.Occurrence) Cell
}

// dateColumns are those of the whole calendar.
func (r *calendarReport) dateColumns() []dateColumn {
	return []dateColumn{
		{Column{Title: string(r.text.Day)}, r.day},
		{Column{Title: string(r.text.Week), Extra: 4}, func(o *funnel.Occurrence) Cell { return text(funnel.WeekOf(o.Days.Start).String()) }},
		{Column{Title: string(r.text.Who), Spare: 2}, func(o *funnel.Occurrence) Cell { return r.owner(o.Activity.Owner) }},
		{Column{Title: string(r.text.What), Room: 30}, func(o *funnel.Occurrence) Cell { return text(o.Activity.Name) }},
		{Column{Title: string(r.text.For), Spare: 1}, func(o *funnel.Occurrence) Cell { return r.feeds(o.Activity) }},
		{Column{Title: string(r.text.Phase), Extra: 2}, func(o *funnel.Occurrence) Cell { return term(string(o.Activity.Phase), r.text.Phases) }},
		{Column{Title: string(r.text.Gives), Room: 40, Extra: 1}, func(o *funnel.Occurrence) Cell { return text(o.Activity.Gives) }},
		{Column{Title: string(r.text.How), Room: 30, Extra: 3}, func(o *funnel.Occurrence) Cell { return text(o.Activity.How) }},
		{Column{Title: string(r.text.DoneOn)}, doneOn},
	}
}

// weekColumns are those of a week's list, for whoever does it: what the client
// gets matters more than the phase.
func (r *calendarReport) weekColumns() []dateColumn {
	var columns []dateColumn
	for _, c := range r.dateColumns() {
		switch i18n.Text(c.Title) {
		case r.text.Week, r.text.Phase:
			continue
		case r.text.Gives:
			c.Extra = 0
		}
		columns = append(columns, c)
	}
	return columns
}

// addDates shows occurrences, without the columns that have nothing in them.
func (r *calendarReport) addDates(title string, columns []dateColumn, list []funnel.Occurrence) {
	t := Table{Title: title, Rows: make([][]Cell, len(list))}
	for _, column := range columns {
		cells, used := make([]Cell, len(list)), false
		for i := range list {
			cells[i] = column.cell(&list[i])
			used = used || cells[i].Value != nil
		}
		if !used {
			continue
		}
		t.Columns = append(t.Columns, column.Column)
		for i := range list {
			t.Rows[i] = append(t.Rows[i], cells[i])
		}
	}
	r.add(t)
	r.moved = r.moved || slices.ContainsFunc(list, func(o funnel.Occurrence) bool { return o.Moved() })
}

// day is when an occurrence takes place, marked where it moved.
func (r *calendarReport) day(o *funnel.Occurrence) Cell {
	day := span(&o.Days)
	if o.Moved() {
		day.Marks = []int{movedMark}
	}
	return day
}

// movedMark is the note on dates that moved.
const movedMark = 1

func doneOn(o *funnel.Occurrence) Cell {
	if o.Done == nil {
		return Cell{}
	}
	return Cell{Value: Day(o.Done.Date), Tone: Good}
}

// owner is who does something: a person of the plan's, or a side.
func (r *calendarReport) owner(name string) Cell {
	if r.Language.Words.Owners[name] != "" {
		return term(name, r.Language.Words.Owners)
	}
	return text(name)
}

// feeds names the stage that an activity feeds, with its funnel's where there are
// several, or the funnel alone.
func (r *calendarReport) feeds(a *funnel.Activity) Cell {
	switch {
	case a.Funnel < 0, a.Stage < 0 && len(r.calendar.Plan.Funnels) == 1:
		return Cell{}
	case a.Stage < 0:
		return text(r.calendar.Plan.Funnels[a.Funnel].Funnel.Name)
	}
	return text(r.stageName(a.Funnel, a.Stage))
}

// stageName is a stage's name, with its funnel's where there are several.
func (r *calendarReport) stageName(funnel, stage int) string {
	f := &r.calendar.Plan.Funnels[funnel]
	if len(r.calendar.Plan.Funnels) > 1 {
		return f.Funnel.Name + " / " + f.Stages[stage].Stage.Name
	}
	return f.Stages[stage].Stage.Name
}

// loadTable is the reminders and follow-ups of the whole time. What they give is
// listed with the contents.
func (r *calendarReport) loadTable() Table {
	t := Table{Title: string(r.text.Loads), Columns: []Column{
		{Title: string(r.text.Load), Room: 40},
		{Title: string(r.text.Who), Spare: 1},
		{Title: string(r.text.AWeek), Number: true},
		{Title: string(r.text.InAll), Number: true},
	}}
	for i := range r.list.Loads {
		l := &r.list.Loads[i]
		t.Rows = append(t.Rows, []Cell{text(r.loadName(l)), r.owner(r.calendar.StageOf(l).Owner), r.aWeek(l), count(l.Total)})
	}
	return t
}

// weekLoadTable is the reminders and follow-ups of a week.
func (r *calendarReport) weekLoadTable() Table {
	t := Table{Title: string(r.text.WeekLoads), Columns: []Column{
		{Title: string(r.text.Load), Room: 30},
		{Title: string(r.text.Who), Spare: 1},
		{Title: string(r.text.Number), Number: true},
		{Title: string(r.text.Gives), Room: 40},
	}}
	for i := range r.list.Loads {
		l := &r.list.Loads[i]
		t.Rows = append(t.Rows, []Cell{
			text(r.loadName(l)), r.owner(r.calendar.StageOf(l).Owner), count(l.Total), text(r.content(l)),
		})
	}
	return t
}

// addLoads shows reminders and follow-ups, and says how they are counted.
func (r *calendarReport) addLoads(t Table) {
	if len(t.Rows) > 0 {
		r.Blocks = append(r.Blocks, t, Lines{Lines: []string{string(r.text.LoadNote)}})
	}
}

// loadName says what a load is: a reminder so long before, or a follow-up.
func (r *calendarReport) loadName(l *funnel.Load) string {
	stage := r.stageName(l.Funnel, l.Stage)
	if l.Kind == funnel.LoadFollowUp {
		return r.text.FollowUp.Fill("stage", stage)
	}
	return r.text.Reminder.Fill("stage", stage, "before", r.duration(l.Reminder.Before))
}

// content is what the client gets by a load.
func (r *calendarReport) content(l *funnel.Load) string {
	switch {
	case l.Reminder == nil:
		return ""
	case l.Reminder.Usual != "":
		return r.text.UsualContent[string(l.Reminder.Usual)]
	}
	return l.Reminder.Content
}

// duration writes hours, or days where these are whole.
func (d *Document) duration(h funnel.Hours) string {
	if h%24 == 0 && h > 0 {
		return d.Language.Calendar.Days.Fill("n", d.Language.Number(int64(h/24)))
	}
	return d.Language.Calendar.Hours.Fill("n", d.Language.Number(int64(h)))
}

// aWeek is the load of the weeks that have one, from the least to the greatest.
func (r *calendarReport) aWeek(l *funnel.Load) Cell {
	if len(l.Weeks) == 0 {
		return Cell{}
	}
	least := l.Weeks[0].Count
	for _, w := range l.Weeks {
		if w.Count.Cmp(least) < 0 {
			least = w.Count
		}
	}
	return Cell{Value: Range{Low: Count{least}, High: Count{l.Most()}}}
}

// balance adds up by phase.
func (r *calendarReport) balance() Table {
	all := int64(0)
	for i := range r.calendar.Balance {
		all += int64(r.calendar.Balance[i].Activities)
	}
	t := Table{Title: string(r.text.Balance), Columns: []Column{
		{Title: string(r.text.Phase)},
		{Title: string(r.text.Activities), Number: true},
		{Title: string(r.text.Share), Number: true},
		{Title: string(r.text.Times), Number: true},
		{Title: string(r.text.Cost), Number: true},
	}}
	for i := range r.calendar.Balance {
		b := &r.calendar.Balance[i]
		number, tone := big.NewInt(int64(b.Activities)), Plain
		switch {
		case b.Activities == 0 && b.Unused:
			t.Rows = append(t.Rows, []Cell{r.phase(b.Phase), text(string(r.text.Unused)), {}, {}, money(b.Cost)})
			continue
		case b.Activities == 0, 2*int64(b.Activities) > all:
			tone = Caution
		}
		share := Cell{}
		if all > 0 {
			share = percentOf(big.NewRat(int64(b.Activities), all))
		}
		t.Rows = append(t.Rows, []Cell{
			r.phase(b.Phase), {Value: Count{number}, Tone: tone}, share, count(big.NewInt(int64(b.Times))), money(b.Cost),
		})
	}
	return t
}

func (r *calendarReport) phase(p funnel.Phase) Cell {
	if p == "" {
		return text(string(r.text.NoPhase))
	}
	return term(string(p), r.text.Phases)
}

// funnels adds up by funnel, and in all.
func (r *calendarReport) funnels() Table {
	t := Table{Title: string(r.text.Funnels), Columns: []Column{
		{Title: string(r.text.Funnel)},
		{Title: string(r.text.Activities), Number: true},
		{Title: string(r.text.Cost), Number: true},
		{Title: string(r.text.Budget), Number: true},
		{Title: string(r.text.Left), Number: true},
	}}
	row := func(name string, activities int, cost, budget *big.Rat) {
		left := Cell{}
		if budget != nil {
			left = money(new(big.Rat).Sub(budget, cost))
			if cost.Cmp(budget) > 0 {
				left.Tone = Bad
			}
		}
		t.Rows = append(t.Rows, []Cell{text(name), count(big.NewInt(int64(activities))), money(cost), money(budget), left})
	}
	c := r.calendar
	if len(c.Funnels) > 1 {
		for i := range c.Funnels {
			f := &c.Funnels[i]
			row(f.Funnel.Name, f.Activities, f.Cost, f.Budget)
		}
		if c.Shared != nil {
			row(string(r.text.AllFunnels), c.Shared.Activities, c.Shared.Cost, nil)
		}
	} else {
		t.Title = string(r.text.Cost)
		t.Columns[0].Title = ""
	}
	row(string(r.text.Sum), len(c.Plan.Plan.Activities), c.Cost, c.Plan.Plan.Budget)
	return t
}

// supply holds what the activities bring against what the stages need.
func (r *calendarReport) supply() Table {
	t := Table{Title: string(r.text.Supply), Columns: []Column{
		{Title: string(r.Language.Words.Stage)},
		{Title: string(r.text.Activities), Number: true, Spare: 1},
		{Title: string(r.Language.Words.Needed), Number: true},
		{Title: string(r.text.Contribution), Number: true},
		{Title: string(r.text.FromAbove), Number: true},
		{Title: string(r.text.Share), Number: true},
		{Title: string(r.text.Missing), Number: true},
	}}
	for i := range r.calendar.Stages {
		s := &r.calendar.Stages[i]
		share, missing, tone := Cell{}, short1(s.Short()), Good
		if missing.Value != nil {
			tone = Caution
		}
		if s.Expected != nil && s.Needed.Sign() > 0 {
			share = percentOf(new(big.Rat).Quo(s.Expected, new(big.Rat).SetInt(s.Needed)))
		}
		share.Tone, missing.Tone = tone, tone
		t.Rows = append(t.Rows, []Cell{
			text(r.stageName(s.Funnel, s.Stage)), count(big.NewInt(int64(s.Activities))), count(s.Needed),
			short1(s.Contribution), short1(s.FromAbove), share, missing,
		})
	}
	return t
}

// short1 is a number of entries, with a decimal where it is no whole one.
func short1(x *big.Rat) Cell {
	if x != nil && x.IsInt() {
		return count(x.Num())
	}
	return number(x, 1)
}

// contents lists what the client gets, system by system.
func (r *calendarReport) contents() Table {
	t := Table{Title: string(r.text.Contents), Columns: []Column{
		{Title: string(r.Language.Words.System)},
		{Title: string(r.text.Content), Room: 40},
		{Title: string(r.text.From), Room: 24},
		{Title: string(r.text.Times), Number: true},
	}}
	for i := range r.calendar.Content {
		c := &r.calendar.Content[i]
		system := term(c.System, r.Language.Words.Systems)
		if c.System == "" {
			system = text(string(r.text.NoSystem))
		}
		what, by := "", ""
		if c.Activity != nil {
			what, by = c.Activity.Gives, c.Activity.Name
		} else {
			what, by = r.content(c.Load), r.loadName(c.Load)
		}
		t.Rows = append(t.Rows, []Cell{system, text(what), text(by), count(c.Times)})
	}
	return t
}

// decisions lists what is to be decided, and what is expected of it.
func (r *calendarReport) decisions() Table {
	t := Table{Title: string(r.text.Decisions), Columns: []Column{
		{Title: string(r.text.Day)},
		{Title: string(r.text.Decision), Room: 40},
		{Title: string(r.text.Expects)},
	}}
	for i := range r.list.Occurrences {
		o := &r.list.Occurrences[i]
		if o.Activity.Kind == funnel.KindDecision {
			t.Rows = append(t.Rows, []Cell{span(&o.Days), text(o.Activity.Name), text(expectations(o.Activity))})
		}
	}
	return t
}

func expectations(a *funnel.Activity) string {
	said := make([]string, len(a.Expects))
	for i, t := range a.Expects {
		said[i] = t.Expression
	}
	return strings.Join(said, ", ")
}

// notes says what moved, and what the reader should know.
func (r *calendarReport) notes(warnings []funnel.Warning) {
	var notes []Note
	if r.moved {
		notes = append(notes, Note{Mark: movedMark, Text: string(r.text.MovedNote)})
	}
	for _, w := range warnings {
		said := r.message(w)
		if w.Funnel != "" && len(r.calendar.Plan.Funnels) > 1 {
			said = r.funnelName(w.Funnel) + ": " + said
		}
		notes = append(notes, Note{Text: said})
	}
	r.addNotes(notes)
}

// funnelName is the name of a funnel by its id.
func (r *calendarReport) funnelName(id string) string {
	for i := range r.calendar.Plan.Funnels {
		if f := r.calendar.Plan.Funnels[i].Funnel; f.ID == id {
			return f.Name
		}
	}
	return id
}
