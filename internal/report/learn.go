package report

import (
	"cmp"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"embudo/funnel"
	"embudo/internal/i18n"
	"embudo/plan"
)

// Learned is what records teach, and what was done with it.
type Learned struct {
	*funnel.LearnResult
	Sources []string // their names
	HasPlan bool     // there is one to compare with: else its stages are those that were found
	Missed  []funnel.Warning

	Triangle string // the stage of which only the triangle is to be shown, empty: everything

	PlanFile string // that was to be changed, empty: none
	Edited   []plan.Edited
	Refused  []plan.Refusal
}

// Learn shows what records teach.
func Learn(r *Learned, l *i18n.Language) *Document {
	d := &Document{
		Language:   l,
		Currency:   r.Plan.Currency,
		MinorUnits: r.Plan.MinorUnits,
		Title:      string(l.Learn.Title),
		Main:       func() Table { return learnMain(r) },
		Data:       func() any { return learnJSON(r) },
	}
	c := learnReport{Document: d, result: r, text: l.Learn, notes: footnotes{document: d}}
	if r.Triangle != "" {
		d.Title = ""
		c.triangles()
		return d
	}
	d.Summary = c.summary()
	general, _ := c.notes.of("", r.Warnings)
	general = append(noted(d, r.Missed), general...)
	for i := range r.Funnels {
		own, marks := c.notes.of(r.Funnels[i].Funnel.ID, r.Warnings)
		general = append(general, own...)
		c.rates(&r.Funnels[i], marks)
		c.lags(&r.Funnels[i])
		c.channels(&r.Funnels[i])
		c.revenue(&r.Funnels[i])
	}
	c.triangles()
	if r.PlanFile != "" {
		c.written()
	} else {
		c.Blocks = append(c.Blocks, Lines{Title: string(c.text.Fragment), Lines: strings.Split(strings.TrimSuffix(Fragment(r, l), "\n"), "\n"), Whole: true})
	}
	for _, text := range []i18n.Text{c.text.RateNote, c.text.LagNote, c.text.TriangleNote} {
		general = append(general, Note{Text: string(text)})
	}
	d.addNotes(general)
	return d
}

// noted are warnings as notes.
func noted(d *Document, warnings []funnel.Warning) []Note {
	var notes []Note
	for _, w := range warnings {
		notes = append(notes, Note{Text: d.message(w)})
	}
	return notes
}

// learnReport puts the document of what was learned together.
type learnReport struct {
	*Document
	result *Learned
	text   i18n.Learn
	notes  footnotes
}

// summary is what there is to learn from, and the rates.
func (c *learnReport) summary() string {
	l := c.Language
	entered, days := c.result.entries()
	sentences := []string{c.text.Found.Fill("entered", l.Number(entered),
		"days", l.Days(days.Start.Time(), days.End.Time()), "ends", l.Date(c.result.AsOf.Time()))}
	for i := range c.result.Funnels {
		f := &c.result.Funnels[i]
		for j := range f.Steps {
			s := &f.Steps[j]
			if s.All.Rate == nil {
				sentences = append(sentences, c.text.None.Fill("step", c.step(f, s), "entered", l.Number(s.All.Entered)))
				continue
			}
			sentences = append(sentences, c.text.Step.Fill("step", c.step(f, s),
				"rate", c.points(s.All.Rate), "low", c.points(s.All.Low), "high", c.points(s.All.High)))
		}
	}
	return strings.Join(sentences, " ")
}

// entries counts those who entered the first stages, and the days of all.
func (r *Learned) entries() (entered int64, days funnel.Span) {
	days = funnel.Span{Start: funnel.MaxDate, End: r.AsOf}
	last := funnel.Date(0)
	for i := range r.Funnels {
		for j := range r.Funnels[i].Steps {
			s := &r.Funnels[i].Steps[j]
			if j == 0 {
				entered += s.All.Entered
			}
			days.Start, last = min(days.Start, s.Days.Start), max(last, s.Days.End)
		}
	}
	return entered, funnel.Span{Start: days.Start, End: last}
}

// points is a rate with a decimal.
func (c *learnReport) points(rate *big.Rat) string { return c.Language.PercentTo(rate, 1) }

// Points is a rate shown as a percentage with at most one decimal: more is not
// known of what was learned.
type Points struct{ *big.Rat }

// Show gives the percentage.
func (p Points) Show(d *Document) string { return d.Language.PercentTo(p.Rat, 1) }

// Raw gives the float64 nearest to the fraction.
func (p Points) Raw() string { return plain(p.Rat) }

func points(x *big.Rat) Cell {
	if x == nil {
		return Cell{}
	}
	return Cell{Value: Points{x}}
}

func pointRange(low, high *big.Rat) Cell {
	if low == nil || high == nil {
		return Cell{}
	}
	return Cell{Value: Range{Points{low}, Points{high}}}
}

// step names the way from one stage to another, with its funnel where there are
// several.
func (c *learnReport) step(f *funnel.LearnedFunnel, s *funnel.LearnedStep) string {
	name := c.text.StepOf.Fill("from", f.Funnel.Stages[s.From].Name, "to", f.Funnel.Stages[s.To].Name)
	if len(c.result.Funnels) > 1 {
		return f.Funnel.Name + ": " + name
	}
	return name
}

// named puts the funnel's name before a table's title where there are several.
func (c *learnReport) named(f *funnel.LearnedFunnel, title i18n.Text) string {
	if len(c.result.Funnels) > 1 {
		return f.Funnel.Name + ": " + string(title)
	}
	return string(title)
}

// add puts a table into the document, unless it has no rows.
func (c *learnReport) add(t Table) {
	if len(t.Rows) > 0 {
		t.dropEmpty()
		c.Blocks = append(c.Blocks, t)
	}
}

// dropEmpty leaves out the columns that say nothing in any row.
func (t *Table) dropEmpty() {
	for j := len(t.Columns) - 1; j >= 0; j-- {
		used := false
		for _, row := range t.Rows {
			used = used || row[j].Value != nil
		}
		if !used {
			t.drop(j)
		}
	}
}

// rates shows which share goes on from each stage.
func (c *learnReport) rates(f *funnel.LearnedFunnel, marks map[string][]int) {
	t := Table{Title: c.named(f, c.text.Rates), Columns: []Column{
		{Title: string(c.text.StepHead)},
		{Title: string(c.text.Entered), Number: true},
		{Title: string(c.text.Gone), Number: true},
		{Title: string(c.text.Lost), Number: true, Extra: 3},
		{Title: string(c.text.Open), Number: true, Extra: 4},
		{Title: string(c.text.Rate), Number: true},
		{Title: string(c.text.Range), Number: true},
		{Title: string(c.text.Plateau), Number: true, Extra: 2},
		{Title: string(c.text.Planned), Number: true},
		{Title: string(c.text.Evidence), Number: true, Extra: 1},
	}}
	for i := range f.Steps {
		s := &f.Steps[i]
		a := &s.All
		t.Rows = append(t.Rows, []Cell{
			{Value: Text(c.stepOnly(f, s)), Marks: marks[f.Funnel.Stages[s.From].ID]},
			whole64(a.Entered), whole64(a.Gone), unlessZero(big.NewInt(a.Lost)), whole64(a.Open),
			points(a.Rate), pointRange(a.Low, a.High), plateau(a), c.planned(f, s), text(plan.RateText(a)),
		})
	}
	c.add(t)
}

func (c *learnReport) stepOnly(f *funnel.LearnedFunnel, s *funnel.LearnedStep) string {
	return c.text.StepOf.Fill("from", f.Funnel.Stages[s.From].Name, "to", f.Funnel.Stages[s.To].Name)
}

func whole64(n int64) Cell { return count(big.NewInt(n)) }

func plateau(l *funnel.Learned) Cell {
	if l.Plateau == nil {
		return Cell{}
	}
	return points(l.Plateau.Rate)
}

// planned is the rate of the plan that there is to compare with.
func (c *learnReport) planned(f *funnel.LearnedFunnel, s *funnel.LearnedStep) Cell {
	if !c.result.HasPlan || s.To != s.From+1 {
		return Cell{}
	}
	return points(funnel.Effective(&f.Funnel.Stages[s.From]))
}

// lags shows how long each step takes.
func (c *learnReport) lags(f *funnel.LearnedFunnel) {
	t := Table{Title: c.named(f, c.text.Lags), Columns: []Column{
		{Title: string(c.text.StepHead)},
		{Title: string(c.text.Timed), Number: true},
		{Title: string(c.text.Seen), Number: true, Extra: 1},
		{Title: string(c.text.Low), Number: true},
		{Title: string(c.text.Median), Number: true},
		{Title: string(c.text.High), Number: true},
		{Title: string(c.text.Planned), Number: true},
		{Title: string(c.text.Evidence), Number: true},
	}}
	for i := range f.Steps {
		s := &f.Steps[i]
		if lag := s.All.Lag; lag != nil {
			t.Rows = append(t.Rows, []Cell{
				{Value: Text(c.stepOnly(f, s))},
				whole64(s.All.Timed), c.days(lag.SeenMedian),
				c.days(lag.Low), c.days(lag.Median), c.days(lag.High), c.plannedLag(f, s), text(plan.LagText(lag.Plan)),
			})
		}
	}
	c.add(t)
}

func (c *learnReport) days(x *big.Rat) Cell {
	return Cell{Value: Text(c.text.DaysOf.Fill("days", c.Language.Short(x, 1)))}
}

func (c *learnReport) plannedLag(f *funnel.LearnedFunnel, s *funnel.LearnedStep) Cell {
	lag := f.Funnel.Stages[s.From].Lag
	if !c.result.HasPlan || s.To != s.From+1 || lag.High == 0 {
		return Cell{}
	}
	return text(plan.LagText(lag))
}

// channels shows each step by channel.
func (c *learnReport) channels(f *funnel.LearnedFunnel) {
	for i := range f.Steps {
		s := &f.Steps[i]
		if len(s.ByChannel)+s.Few < 2 {
			continue
		}
		t := Table{Title: c.text.Channels.Fill("step", c.step(f, s)), Columns: []Column{
			{Title: string(c.text.Channel)},
			{Title: string(c.text.Entered), Number: true},
			{Title: string(c.text.Gone), Number: true},
			{Title: string(c.text.Rate), Number: true},
			{Title: string(c.text.Range), Number: true},
			{Title: string(c.text.Lag), Number: true, Extra: 1},
			{Title: string(c.text.Evidence), Number: true},
		}}
		for j := range s.ByChannel {
			a := &s.ByChannel[j]
			t.Rows = append(t.Rows, []Cell{
				c.channel(a.Channel), whole64(a.Entered), whole64(a.Gone), points(a.Rate), pointRange(a.Low, a.High),
				lagCell(a), text(plan.RateText(a)),
			})
		}
		c.add(t)
		if s.Few > 0 {
			c.Blocks = append(c.Blocks, Lines{Lines: []string{c.text.Few.Fill(
				"channels", c.Language.Number(int64(s.Few)), "entered", c.Language.Number(s.FewEntered))}})
		}
	}
}

func (c *learnReport) channel(name string) Cell {
	return Cell{Value: Text(cmp.Or(name, string(c.text.Unknown)))}
}

func lagCell(l *funnel.Learned) Cell {
	if l.Lag == nil {
		return Cell{}
	}
	return text(plan.LagText(l.Lag.Plan))
}

// revenue shows what clients paid on average.
func (c *learnReport) revenue(f *funnel.LearnedFunnel) {
	if f.Revenue == nil {
		return
	}
	t := Table{Title: c.named(f, c.text.Revenue), Columns: []Column{
		{Title: string(c.text.Channel)},
		{Title: string(c.text.Deals), Number: true},
		{Title: string(c.text.Average), Number: true},
		{Title: string(c.text.Error), Number: true},
		{Title: string(c.text.Planned), Number: true},
	}}
	row := func(name Cell, r *funnel.LearnedRevenue, planned Cell) {
		t.Rows = append(t.Rows, []Cell{name, whole64(r.Deals), money(r.Mean), money(r.Error), planned})
	}
	planned := Cell{}
	if c.result.HasPlan {
		planned = money(f.Funnel.AverageRevenue)
	}
	row(text(string(c.text.All)), f.Revenue, planned)
	for i := range f.RevenueBy {
		if len(f.RevenueBy) == 1 {
			break // it is all of them
		}
		row(c.channel(f.RevenueBy[i].Channel), &f.RevenueBy[i], Cell{})
	}
	c.add(t)
}

// triangles show who went on when, by month of entry.
func (c *learnReport) triangles() {
	for i := range c.result.Funnels {
		f := &c.result.Funnels[i]
		for j := range f.Steps {
			s := &f.Steps[j]
			if c.result.shows(f, s) && s.All.Timed > 0 {
				c.add(c.triangle(f, s))
			}
		}
	}
}

// shows reports whether the triangle of a step is wanted.
func (r *Learned) shows(f *funnel.LearnedFunnel, s *funnel.LearnedStep) bool {
	return r.Triangle == "" || r.Triangle == f.Funnel.Stages[s.From].ID
}

// latest months are enough for a page; csv and json have all.
const latestMonths = 12

func (c *learnReport) triangle(f *funnel.LearnedFunnel, s *funnel.LearnedStep) Table {
	rows := s.Triangle.Rows
	if c.result.Triangle == "" && len(rows) > latestMonths {
		rows = rows[len(rows)-latestMonths:]
	}
	t := Table{Title: c.text.Triangle.Fill("step", c.step(f, s)), Columns: []Column{
		{Title: string(c.text.Month)}, {Title: string(c.text.Entered), Number: true},
	}}
	months := monthsOfTriangle(rows)
	for k := range months {
		t.Columns = append(t.Columns, Column{Title: strconv.Itoa(k), Number: true, Extra: k})
	}
	for i := range rows {
		row := []Cell{{Value: monthOf(rows[i].Month)}, whole64(rows[i].Entered)}
		for k := range months {
			row = append(row, share(&rows[i], k))
		}
		t.Rows = append(t.Rows, row)
	}
	if months == 0 {
		return Table{}
	}
	return t
}

func monthsOfTriangle(rows []funnel.TriangleRow) (months int) {
	for i := range rows {
		months = max(months, len(rows[i].Gone))
	}
	return months
}

// share is how many of a month's entries had gone on some months later.
func share(row *funnel.TriangleRow, since int) Cell {
	if since >= len(row.Gone) {
		return Cell{}
	}
	return points(big.NewRat(row.Gone[since], row.Entered))
}

// written says line by line what was changed in the plan, and what was not.
func (c *learnReport) written() {
	file := c.result.PlanFile
	t := Table{Title: c.text.Written.Fill("file", file), Columns: []Column{
		{Title: string(c.text.Line), Number: true},
		{Title: string(c.text.Key)},
		{Title: string(c.text.Before)},
		{Title: string(c.text.Now)},
	}}
	for _, e := range c.result.Edited {
		t.Rows = append(t.Rows, []Cell{
			whole64(int64(e.Line)), text(e.Path), text(cmp.Or(e.Before, string(c.text.New))), text(e.After),
		})
	}
	if len(t.Rows) == 0 {
		c.Blocks = append(c.Blocks, Lines{Lines: []string{c.text.NothingWritten.Fill("file", file)}})
	}
	c.add(t)
	t = Table{Title: string(c.text.NotWritten), Columns: []Column{
		{Title: string(c.text.Key)},
		{Title: string(c.text.Evidence)},
		{Title: string(c.text.Why)},
	}}
	for _, r := range c.result.Refused {
		t.Rows = append(t.Rows, []Cell{text(r.Path), text(r.Value), term(r.Reason, c.text.Reasons)})
	}
	c.add(t)
}

// StagesLearned are the ids of the stages of which a step is known.
func (r *Learned) StagesLearned() []string {
	var ids []string
	for i := range r.Funnels {
		f := &r.Funnels[i]
		for j := range f.Steps {
			if id := f.Funnel.Stages[f.Steps[j].From].ID; !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}
