package report

import (
	"iter"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"embudo/funnel"
	"embudo/internal/i18n"
)

// Schedule shows what is due when.
func Schedule(r *funnel.ScheduleResult, l *i18n.Language) *Document {
	s := schedule{Document: &Document{
		Language: l,
		Title:    planTitle(r.Plan.Plan, l) + " · " + string(by(r.By, l.Schedule.Title)),
		Main:     func() Table { return scheduleMain(r) },
		Data:     func() any { return scheduleJSON(r) },
	}, result: r, text: &l.Schedule}
	s.Summary = s.headline()
	notes := footnotes{document: s.Document}
	general, _ := notes.of("", r.Warnings)
	for i := range r.Funnels {
		f := &r.Funnels[i]
		own, marks := notes.of(f.Plan.Funnel.ID, r.Warnings)
		s.funnel(f, marks)
		general = append(general, own...)
	}
	if lines := s.explained(); len(lines) > 0 {
		s.Blocks = append(s.Blocks, Lines{Lines: lines})
	}
	s.addNotes(general)
	return s.Document
}

// schedule is the document of a schedule while it is made.
type schedule struct {
	*Document
	result *funnel.ScheduleResult
	text   *i18n.Schedule
}

// by is the text for a part of the calendar.
func by(unit funnel.Unit, texts i18n.By) i18n.Text {
	switch unit {
	case funnel.EachDay:
		return texts.Day
	case funnel.EachMonth:
		return texts.Month
	default:
		return texts.Week
	}
}

// funnel adds the tables of one funnel.
func (s *schedule) funnel(f *funnel.FunnelSchedule, marks map[string][]int) {
	tables := []Table{s.each(f), s.cumulative(f), s.when(f, marks)}
	if capacity := s.capacity(f); len(capacity.Rows) > 0 {
		tables = append(tables, capacity)
	}
	for _, t := range tables {
		if len(s.result.Funnels) > 1 {
			t.Title = f.Plan.Funnel.Name + " · " + t.Title
		}
		s.Blocks = append(s.Blocks, t)
	}
	s.Blocks = append(s.Blocks, s.pace(f))
}

// each is what each period asks of each stage, and below it the sums.
func (s *schedule) each(f *funnel.FunnelSchedule) Table {
	lead := s.lead()
	if s.result.By != funnel.EachDay {
		lead = append(lead, Column{Title: string(s.text.Days), Number: true, Extra: 1})
	}
	return Table{
		Title: string(by(s.result.By, s.text.Each)), Lead: len(lead),
		Columns: append(lead, stageColumns(f)...), Stream: s.eachRows(f),
	}
}

// cumulative is what is due of each stage by the end of each period.
func (s *schedule) cumulative(f *funnel.FunnelSchedule) Table {
	lead := s.lead()
	return Table{
		Title: string(by(s.result.By, s.text.Cumulative)), Lead: len(lead),
		Columns: append(lead, stageColumns(f)...), Stream: s.cumulativeRows(f),
	}
}

// lead are the columns that say which period a row is of.
func (s *schedule) lead() []Column {
	columns := []Column{{Title: string(by(s.result.By, s.text.Period))}}
	if s.dated() {
		columns = append(columns, Column{Title: string(s.text.Dates)})
	}
	return columns
}

func stageColumns(f *funnel.FunnelSchedule) []Column {
	columns := make([]Column, len(f.Stages))
	for i := range f.Stages {
		columns[i] = Column{Title: f.Stages[i].Plan.Stage.Name, Number: true}
	}
	return columns
}

// dated reports whether periods have a column for their dates: weeks, and months
// that are cut.
func (s *schedule) dated() bool {
	return s.result.By == funnel.EachWeek ||
		s.result.By == funnel.EachMonth && slices.ContainsFunc(s.result.Periods, func(p funnel.Period) bool { return p.Partial })
}

// eachRows are what each period asks, and below them their sums.
func (s *schedule) eachRows(f *funnel.FunnelSchedule) iter.Seq[[]Cell] {
	return func(yield func([]Cell) bool) {
		overfull := s.overfull(f)
		for _, p := range s.result.Periods {
			row := s.leading(p)
			if s.result.By != funnel.EachDay {
				row = append(row, count(big.NewInt(p.WorkingDays)))
			}
			for i := range f.Stages {
				cell := s.inWindow(&f.Stages[i], p, f.Stages[i].DueIn(p))
				if overfull[i][p.Name] {
					cell.Tone = Bad
				}
				row = append(row, cell)
			}
			if !yield(row) {
				return
			}
		}
		yield(s.sums(f))
	}
}

// cumulativeRows are what is due by the end of each period.
func (s *schedule) cumulativeRows(f *funnel.FunnelSchedule) iter.Seq[[]Cell] {
	return func(yield func([]Cell) bool) {
		for _, p := range s.result.Periods {
			row := s.leading(p)
			for i := range f.Stages {
				row = append(row, count(f.Stages[i].Cumulative(p)))
			}
			if !yield(row) {
				return
			}
		}
	}
}

// leading are the cells that say which period a row is of.
func (s *schedule) leading(p funnel.Period) []Cell {
	row := []Cell{{Value: Term{Key: p.Name, Shown: s.name(p)}}}
	if s.dated() {
		row = append(row, text(s.dates(p.Span)))
	}
	return row
}

// sums is the row below the periods.
func (s *schedule) sums(f *funnel.FunnelSchedule) []Cell {
	row := []Cell{text(string(s.text.InAll))}
	if s.dated() {
		row = append(row, Cell{Value: Text("")})
	}
	if s.result.By != funnel.EachDay {
		days := new(big.Int)
		for _, p := range s.result.Periods {
			days.Add(days, big.NewInt(p.WorkingDays))
		}
		row = append(row, count(days))
	}
	for i := range f.Stages {
		row = append(row, count(f.Stages[i].Total))
	}
	return row
}

// inWindow is a number of a stage in a period, none outside of its window.
func (s *schedule) inWindow(stage *funnel.StageSchedule, p funnel.Period, n *big.Int) Cell {
	if p.End < stage.Due.Start || p.Start > stage.Due.End {
		return Cell{}
	}
	return count(n)
}

// overfull names, for each stage, the weeks that ask more than people can handle,
// where it is weeks that are shown.
func (s *schedule) overfull(f *funnel.FunnelSchedule) []map[string]bool {
	names := make([]map[string]bool, len(f.Stages))
	for i := range f.Stages {
		c := f.Stages[i].Capacity
		if c == nil || s.result.By != funnel.EachWeek {
			continue
		}
		names[i] = map[string]bool{}
		for _, w := range c.Overfull {
			names[i][w.Name] = true
		}
	}
	return names
}

// name is how people call a period: W07, Mar 2027, Mon 15 Feb.
func (s *schedule) name(p funnel.Period) string {
	l, day := s.Language, p.Start.Time()
	switch {
	case s.result.By == funnel.EachWeek:
		return s.week(p.Span)
	case s.result.By == funnel.EachMonth:
		return l.Month(day)
	case s.oneYear():
		return l.Weekday(day)
	default:
		return l.Date(day)
	}
}

// week is how people call an ISO week, with its year where there are several.
func (s *schedule) week(days funnel.Span) string {
	name := s.Language.Week(days.Start.Time())
	if s.oneYear() {
		return name
	}
	year, _ := days.Start.Time().ISOWeek()
	return name + " " + strconv.Itoa(year)
}

// dates are the days of a span, whose year the name of its period has.
func (s *schedule) dates(days funnel.Span) string {
	return s.Language.ShortDays(days.Start.Time(), days.End.Time())
}

func (s *schedule) oneYear() bool {
	first, last := s.result.Periods[0], s.result.Periods[len(s.result.Periods)-1]
	return first.Start.Time().Year() == last.End.Time().Year()
}

// when says in which days each stage is due, and until when an entry is of use.
func (s *schedule) when(f *funnel.FunnelSchedule, marks map[string][]int) Table {
	late := slices.ContainsFunc(f.Stages, func(s funnel.StageSchedule) bool { return s.ShouldStart != nil })
	t := Table{Title: string(s.text.When), Columns: []Column{
		{Title: string(s.Language.Words.Stage)},
		{Title: string(s.Language.Words.Window)},
		{Title: string(s.text.InAll), Number: true},
		{Title: string(s.text.LastUseful)},
	}}
	if late {
		t.Columns = append(t.Columns, Column{Title: string(s.text.ShouldStart)})
	}
	for i := range f.Stages {
		stage := &f.Stages[i]
		row := []Cell{
			{Value: Text(stage.Plan.Stage.Name), Marks: marks[stage.Plan.Stage.ID]},
			span(stage.Plan.Window), count(stage.Total),
			{Value: Day(stage.LastUseful)},
		}
		if late {
			row = append(row, day(stage.ShouldStart))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// capacity has a row for each stage of which it is known what people can handle.
func (s *schedule) capacity(f *funnel.FunnelSchedule) Table {
	t := Table{Title: string(s.text.Capacity), Columns: []Column{
		{Title: string(s.Language.Words.Stage)},
		{Title: string(s.text.People), Number: true, Spare: 1},
		{Title: string(s.text.Fullest)},
		{Title: string(s.text.Needs), Number: true},
		{Title: string(s.text.CanHandle), Number: true},
		{Title: string(s.text.TooFull)},
		{Title: string(s.text.PeopleNeeded), Number: true},
	}}
	for i := range f.Stages {
		stage := &f.Stages[i]
		c := stage.Capacity
		if c == nil {
			continue
		}
		needs := count(c.Fullest.Needed)
		if !c.Fullest.Fits() {
			needs.Tone = Bad
		}
		t.Rows = append(t.Rows, []Cell{
			text(stage.Plan.Stage.Name), short(stage.Plan.Stage.Capacity.People),
			text(s.week(c.Fullest.Span) + ", " + s.dates(c.Fullest.Span)),
			needs, count(c.Fullest.Available), text(s.weeks(c.Overfull, len(c.Overfull))), count(c.PeopleNeeded),
		})
	}
	return t
}

// weeks names weeks, those that follow each other as one: W05–W08, W10. Of more
// than so many it says how many they are.
func (s *schedule) weeks(weeks []funnel.CapacityWeek, most int) string {
	var runs [][]funnel.CapacityWeek
	for i, w := range weeks {
		if i > 0 && weeks[i-1].End+1 == w.Start {
			runs[len(runs)-1] = append(runs[len(runs)-1], w)
		} else {
			runs = append(runs, []funnel.CapacityWeek{w})
		}
	}
	var names []string
	for i, run := range runs {
		if i == most {
			rest := big.NewInt(int64(len(runs) - most))
			names = append(names, s.text.More.Fill("count", s.Language.Quantity(rest)))
			break
		}
		name := s.week(run[0].Span)
		if len(run) > 1 {
			name += "–" + s.week(run[len(run)-1].Span)
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}

// explained is what one must know to read the tables.
func (s *schedule) explained() []string {
	var lines []string
	add := func(text string) { lines = append(lines, text) }
	r, l := s.result, s.Language
	if r.Confidence != nil {
		add(s.text.SureNote.Fill("confidence", l.Percent(r.Confidence)))
		if below := s.below(); len(below) > 0 {
			add(s.text.SureOnly.Fill("stages", strings.Join(below, ", ")))
		}
	}
	var partial []string
	for _, p := range r.Periods {
		if p.Partial {
			partial = append(partial, s.name(p))
		}
	}
	if len(partial) > 0 {
		add(by(r.By, s.text.Partial).Fill("periods", strings.Join(partial, ", ")))
	}
	if r.By == funnel.EachDay {
		add(string(s.text.RestDays))
	}
	if s.outside() {
		add(string(by(r.By, s.text.Outside)))
	}
	if len(r.Plan.Plan.Seasonality.Weights) > 0 {
		add(string(s.text.SeasonNote))
	}
	return lines
}

// below are the stages that no confidence is asked of, each once.
func (s *schedule) below() []string {
	var names []string
	for _, f := range s.result.Funnels {
		for _, stage := range f.Stages[f.Plan.Funnel.Success+1:] {
			if name := stage.Plan.Stage.Name; !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// outside reports whether a stage has nothing to do in a period because it lies
// outside of its window.
func (s *schedule) outside() bool {
	first, last := s.result.Periods[0], s.result.Periods[len(s.result.Periods)-1]
	for _, f := range s.result.Funnels {
		for _, stage := range f.Stages {
			if stage.Due.Start > first.End || stage.Due.End < last.Start {
				return true
			}
		}
	}
	return false
}

func day(d *funnel.Date) Cell {
	if d == nil {
		return Cell{}
	}
	return Cell{Value: Day(*d)}
}

// Short is an exact number, shown with as few decimals as it has, up to two.
type Short struct{ *big.Rat }

// Show gives the number.
func (n Short) Show(d *Document) string { return d.Language.Short(n.Rat, 2) }

// Raw gives the float64 nearest to the number.
func (n Short) Raw() string { return plain(n.Rat) }

func short(x *big.Rat) Cell { return Cell{Value: Short{x}} }
