package report

import (
	"math/big"
	"slices"
	"strings"

	"embudo/funnel"
	"embudo/internal/i18n"
)

// Check shows what happened against what was planned, in the plan file of that
// name.
func Check(r *funnel.CheckResult, file string, l *i18n.Language) *Document {
	plan := r.Plan.Plan
	d := &Document{
		Language:   l,
		Currency:   plan.Currency,
		MinorUnits: plan.MinorUnits,
		Title:      planTitle(plan, l) + " · " + l.Check.AsOf.Fill("day", l.Date(r.ComparedOn.Time())),
		Tone:       statusTone(r.Verdict),
		Main:       func() Table { return checkMain(r) },
		Data:       func() any { return checkJSON(r, file) },
	}
	c := checkReport{Document: d, result: r, file: file, text: l.Check, notes: footnotes{document: d}}
	d.Summary = c.headline()
	general, _ := c.notes.of("", c.unsaid())
	for i := range r.Funnels {
		general = append(general, c.funnel(&r.Funnels[i])...)
	}
	c.conditions()
	c.scenarios()
	c.money()
	c.sources()
	c.systems()
	c.bonus()
	c.activities()
	d.addNotes(slices.Concat(general, c.amounts(), c.realOrNot()))
	return d
}

// realOrNot says what a real difference is, where one is shown, and how far a rate
// of counts can be trusted.
func (c *checkReport) realOrNot() []Note {
	var differs, counted bool
	for i := range c.result.Funnels {
		for j := range c.result.Funnels[i].Stages {
			r := &c.result.Funnels[i].Stages[j].Rate
			differs = differs || r.Differs
			counted = counted || r.P != nil && r.Counted
		}
	}
	var list []Note
	if differs {
		list = append(list, Note{Text: string(c.text.NoiseNote)})
	}
	if counted {
		list = append(list, Note{Text: string(c.text.CountedNote)})
	}
	return list
}

// amounts says of how many open deals the value is their own.
func (c *checkReport) amounts() []Note {
	p := &c.result.Money.Pipeline
	if p.Deals == nil || p.Valued == 0 {
		return nil
	}
	l := c.Language
	return []Note{{Text: c.text.OwnAmounts.Fill("deals", l.Quantity(p.Deals), "valued", l.Quantity(big.NewInt(p.Valued)))}}
}

// unsaid are the warnings that the headline does not say already.
func (c *checkReport) unsaid() []funnel.Warning {
	return slices.DeleteFunc(slices.Clone(c.result.Warnings), func(w funnel.Warning) bool {
		return c.result.Headline.Stale && w.Code == funnel.WarnDataEnds
	})
}

// englishHeadline is the first line of a check for scripts.
func englishHeadline(r *funnel.CheckResult, file string) string {
	l, plan := i18n.English(), r.Plan.Plan
	d := &Document{Language: l, Currency: plan.Currency, MinorUnits: plan.MinorUnits}
	c := checkReport{Document: d, result: r, file: file, text: l.Check}
	return c.headline()
}

// checkReport puts the document of a check together.
type checkReport struct {
	*Document
	result *funnel.CheckResult
	file   string // of the plan
	text   i18n.Check
	notes  footnotes
}

// add puts a table into the document, unless it has no rows.
func (c *checkReport) add(t Table) {
	if len(t.Rows) > 0 {
		c.Blocks = append(c.Blocks, t)
	}
}

// named puts the funnel's name before a table's title where there are several.
func (c *checkReport) named(f *funnel.FunnelCheck, title string) string {
	name := f.Plan.Funnel.Name
	switch {
	case len(c.result.Funnels) == 1:
		return title
	case title == "":
		return name
	}
	return name + ": " + title
}

// headline is the answer in one line: how the plan stands, by how much, why, and
// what to do; and which scenarios are due.
func (c *checkReport) headline() string {
	return strings.Join(append(c.howItStands(), c.due()...), " ")
}

func (c *checkReport) howItStands() []string {
	h := &c.result.Headline
	var sentences []string
	if h.Stale {
		sentences = append(sentences, c.stale())
	}
	if len(h.Failed) > 0 {
		sentences = append(sentences, c.text.Failed.Fill(
			"conditions", strings.Join(h.Failed, ", "), "count", i18n.Quantity{One: len(h.Failed) == 1}))
	}
	if h.Stage < 0 {
		if len(h.Failed) == 0 {
			sentences = append(sentences, string(c.text.NoData))
		}
		return sentences
	}
	f := &c.result.Funnels[h.Funnel]
	s := &f.Stages[h.Stage]
	sentences = append(sentences, c.standing(f, s))
	if h.Stalled != nil {
		sentences = append(sentences, c.stalled(f, &f.Stages[*h.Stalled]))
	}
	if s.Status == funnel.Behind || s.Status == funnel.AtRisk {
		sentences = append(sentences, c.why(f, h)...)
		sentences = append(sentences, c.toDo(f, s, h)...)
	}
	return sentences
}

// stale says that the data are of another day than the one asked for.
func (c *checkReport) stale() string {
	l := c.Language
	return c.text.Stale.Fill("ends", l.Date(c.result.DataEnds.Time()), "days", l.Quantity(c.result.DataAge()),
		"as_of", l.Date(c.result.AsOf.Time()))
}

// stalled says that nobody enters a stage any more.
func (c *checkReport) stalled(f *funnel.FunnelCheck, s *funnel.StageCheck) string {
	l := c.Language
	days := big.NewInt(int64(c.result.ComparedOn - *s.LastEntry))
	return c.text.Stalled.Fill("stage", c.stage(f, s), "last", l.Date(s.LastEntry.Time()), "days", l.Quantity(days))
}

// standing says how the stage that decides stands.
func (c *checkReport) standing(f *funnel.FunnelCheck, s *funnel.StageCheck) string {
	l := c.Language
	day := l.Date(c.result.ComparedOn.Time())
	if s.Attainment == nil {
		if s.Status == funnel.NotStarted {
			return c.text.NotStarted.Fill("day", day)
		}
		return c.text.NothingDue.Fill("stage", c.stage(f, s), "actual", l.Count(s.Actual), "day", day)
	}
	sentence := c.text.OnTrack
	if len(c.result.Headline.Failed) > 0 {
		sentence = c.text.OtherwiseOnTrack
	}
	switch s.Status {
	case funnel.AtRisk:
		sentence = c.text.AtRisk
	case funnel.Behind:
		sentence = c.text.Behind
	case funnel.OnTrack, funnel.NotStarted, funnel.NoData:
	}
	return sentence.Fill("stage", c.stage(f, s), "actual", l.Count(s.Actual), "target", l.Count(s.TargetToDate),
		"day", day, "attainment", wholePercent(s.Attainment, l), "missing", l.Quantity(new(big.Int).Neg(s.Gap)))
}

// stage is a stage's name, with its funnel's where there are several.
func (c *checkReport) stage(f *funnel.FunnelCheck, s *funnel.StageCheck) string {
	if len(c.result.Funnels) > 1 {
		return f.Plan.Funnel.Name + " / " + s.Plan.Stage.Name
	}
	return s.Plan.Stage.Name
}

// why names the part of the gap that took most.
func (c *checkReport) why(f *funnel.FunnelCheck, h *funnel.Headline) []string {
	if h.Leak == nil || h.LeakStage == nil || f.Stages[*h.LeakStage].Gap.Sign() >= 0 {
		return nil
	}
	sentence := c.text.LeakRate
	if h.Leak.Kind == funnel.LeakVolume {
		if h.Leak.To == *h.LeakStage {
			return nil // it is the gap itself
		}
		sentence = c.text.LeakVolume
	}
	return []string{sentence.Fill(
		"stage", f.Stages[*h.LeakStage].Plan.Stage.Name,
		"from", f.Stages[h.Leak.From].Plan.Stage.Name,
		"to", f.Stages[h.Leak.To].Plan.Stage.Name,
		"part", signed(c.Language.Short(h.Leak.Contribution, 1)))}
}

// toDo says what is still to be done at the stage that decides.
func (c *checkReport) toDo(f *funnel.FunnelCheck, s *funnel.StageCheck, h *funnel.Headline) []string {
	l := c.Language
	if h.Remaining == nil || h.Remaining.Sign() == 0 {
		return nil
	}
	if h.PerWeek == nil {
		return []string{c.text.ToDoTooLate.Fill("stage", c.stage(f, s), "remaining", l.Count(h.Remaining))}
	}
	sentences := []string{c.text.ToDo.Fill(
		"stage", c.stage(f, s), "remaining", l.Count(h.Remaining), "week", l.Count(h.PerWeek))}
	if h.CapacityShort != nil && h.CapacityShort.Sign() > 0 {
		sentences = append(sentences, c.text.CapacityShort.Fill("short", l.Count(h.CapacityShort)))
	}
	return sentences
}

// funnel shows one funnel: its stages, rates, leaks and losses, and gives the
// notes on it.
func (c *checkReport) funnel(f *funnel.FunnelCheck) []Note {
	own, marks := c.notes.of(f.Plan.Funnel.ID, c.result.Warnings)
	own = append(own, c.notes.apart(f, marks, c.text)...)
	c.add(c.stages(f, marks))
	c.Blocks = append(c.Blocks, c.funnelBars(f))
	if pace, ok := c.pace(f); ok {
		c.Blocks = append(c.Blocks, pace)
	}
	c.add(c.rates(f))
	if leaks := c.leaks(f); len(leaks.Rows) > 0 {
		c.Blocks = append(c.Blocks, leaks, c.waterfall(f, leaks))
	}
	c.add(c.losses(f))
	return own
}

// apart gives a note on the entries that are counted apart: those who are known
// only from further down, and those who came in directly.
func (f *footnotes) apart(check *funnel.FunnelCheck, marks map[string][]int, text i18n.Check) []Note {
	var list []Note
	l := f.document.Language
	note := func(sentence i18n.Text, part func(*funnel.StageCheck) *big.Int) {
		var stages []string
		for i := range check.Stages {
			s := &check.Stages[i]
			if n := part(s); n != nil && n.Sign() > 0 {
				stages = append(stages, text.PartOf.Fill("stage", s.Plan.Stage.Name, "count", l.Count(n), "of", l.Count(s.Actual)))
				marks[s.Plan.Stage.ID] = append(marks[s.Plan.Stage.ID], f.last+1)
			}
		}
		if len(stages) > 0 {
			f.last++
			list = append(list, Note{Mark: f.last, Text: sentence.Fill("stages", strings.Join(stages, ", "))})
		}
	}
	note(text.Implied, func(s *funnel.StageCheck) *big.Int { return s.Implied })
	note(text.Direct, func(s *funnel.StageCheck) *big.Int { return s.Direct })
	return list
}

// stages is the main table of a funnel.
func (c *checkReport) stages(f *funnel.FunnelCheck, marks map[string][]int) Table {
	l := c.Language
	t := Table{Title: c.named(f, ""), Columns: []Column{
		{Title: string(l.Words.Stage)},
		{Title: string(l.Words.Needed), Number: true, Extra: 3},
		{Title: string(c.text.Due), Number: true},
		{Title: string(c.text.Actual), Number: true},
		{Title: string(c.text.Gap), Number: true},
		{Title: string(c.text.Attainment), Number: true},
		{Title: string(c.text.Status)},
		{Title: string(c.text.Remaining), Number: true},
		{Title: string(l.Words.PerWeek), Number: true, Extra: 1},
		{Title: string(c.text.Left), Number: true, Extra: 2},
	}}
	capacity := false
	for i := range f.Stages {
		s := &f.Stages[i]
		capacity = capacity || s.Pace.Capacity != nil
		t.Rows = append(t.Rows, []Cell{
			{Value: Text(s.Plan.Stage.Name), Marks: marks[s.Plan.Stage.ID]},
			count(s.Schedule.Total), count(s.TargetToDate), count(s.Actual), change(s.Gap),
			percentOf(s.Attainment), c.status(s.Status),
			count(s.Pace.Remaining), count(s.Pace.PerWeek), c.left(s),
		})
	}
	if !capacity {
		t.drop(len(t.Columns) - 1)
	}
	return t
}

// drop leaves out a column.
func (t *Table) drop(column int) {
	t.Columns = append(t.Columns[:column:column], t.Columns[column+1:]...)
	for i, row := range t.Rows {
		t.Rows[i] = append(row[:column:column], row[column+1:]...)
	}
}

// left is what people can still hold of what remains.
func (c *checkReport) left(s *funnel.StageCheck) Cell {
	capacity := s.Pace.Capacity
	if capacity == nil {
		return Cell{}
	}
	l := c.Language
	cell := Cell{Value: Text(c.text.LeftOf.Fill(
		"remaining", l.Count(s.Pace.Remaining), "available", l.Count(capacity.Available)))}
	if capacity.Short.Sign() > 0 {
		cell.Tone = Bad
	}
	return cell
}

func (c *checkReport) status(s funnel.Status) Cell {
	cell := term(string(s), c.text.Statuses)
	cell.Tone = statusTone(s)
	return cell
}

// statusTone is what a status means to the reader.
func statusTone(s funnel.Status) Tone {
	switch s {
	case funnel.OnTrack:
		return Good
	case funnel.AtRisk:
		return Caution
	case funnel.Behind:
		return Bad
	case funnel.NotStarted, funnel.NoData:
	}
	return Plain
}

// rates holds each rate against the plan's.
func (c *checkReport) rates(f *funnel.FunnelCheck) Table {
	t := Table{Title: c.named(f, string(c.text.Rates)), Columns: []Column{
		{Title: string(c.text.Step)},
		{Title: string(c.text.Planned), Number: true},
		{Title: string(c.text.Actual), Number: true},
		{Title: string(c.text.Cases), Number: true},
		{Title: string(c.text.Range), Number: true},
		{Title: string(c.text.Noise)},
	}}
	known := false
	for i := range f.Stages[:len(f.Stages)-1] {
		r := &f.Stages[i].Rate
		known = known || r.Actual != nil
		t.Rows = append(t.Rows, []Cell{
			{Value: Text(c.step(f, i, i+1))}, percent(r.Planned), percentOf(r.Actual), count(r.Trials), rateRange(r), c.noise(r),
		})
	}
	if !known {
		return Table{}
	}
	return t
}

// step names the way from one stage to another.
func (c *checkReport) step(f *funnel.FunnelCheck, from, to int) string {
	return c.text.StepOf.Fill("from", f.Stages[from].Plan.Stage.Name, "to", f.Stages[to].Plan.Stage.Name)
}

func rateRange(r *funnel.RateCheck) Cell {
	if r.Low == nil || r.High == nil {
		return Cell{}
	}
	return Cell{Value: Range{Low: wholeShare(*r.Low), High: wholeShare(*r.High)}}
}

// noise says whether a rate's difference from the plan is real.
func (c *checkReport) noise(r *funnel.RateCheck) Cell {
	switch {
	case r.P == nil:
		return Cell{}
	case !r.Differs:
		return Cell{Value: Text(c.text.Chance)}
	case r.Actual.Cmp(r.Planned) < 0:
		return Cell{Value: Text(c.text.Differs), Tone: Bad}
	}
	return Cell{Value: Text(c.text.Differs), Tone: Good}
}

// leaks splits the gap of one stage over what leads to it.
func (c *checkReport) leaks(f *funnel.FunnelCheck) Table {
	if f.LeakStage == nil || f.Stages[*f.LeakStage].Gap.Sign() == 0 {
		return Table{}
	}
	leaking := &f.Stages[*f.LeakStage]
	t := Table{
		Title: c.named(f, c.text.Leaks.Fill("stage", leaking.Plan.Stage.Name)),
		Columns: []Column{
			{Title: string(c.text.Part)},
			{Title: string(c.text.Contribution), Number: true},
		},
	}
	for _, leak := range f.Leaks {
		part := c.step(f, leak.From, leak.To)
		if leak.Kind == funnel.LeakVolume {
			part = c.text.Volume.Fill("stage", f.Stages[leak.To].Plan.Stage.Name)
		}
		t.Rows = append(t.Rows, []Cell{{Value: Text(part)}, contribution(leak.Contribution)})
	}
	t.Rows = append(t.Rows, []Cell{
		{Value: Text(c.text.Sum.Fill("stage", leaking.Plan.Stage.Name))}, contribution(new(big.Rat).SetInt(leaking.Gap)),
	})
	return t
}

// losses lists the commonest reasons of each stage.
func (c *checkReport) losses(f *funnel.FunnelCheck) Table {
	const most = 5 // of a stage; JSON has all
	t := Table{Title: c.named(f, string(c.text.Lost)), Columns: []Column{
		{Title: string(c.Language.Words.Stage)},
		{Title: string(c.text.Reason)},
		{Title: string(c.text.HowMany), Number: true},
		{Title: string(c.text.Share), Number: true},
	}}
	shown := map[int]int{}
	for _, loss := range f.Lost {
		if shown[loss.Stage]++; shown[loss.Stage] > most {
			continue
		}
		t.Rows = append(t.Rows, []Cell{
			{Value: Text(f.Stages[loss.Stage].Plan.Stage.Name)},
			c.orUnknown(loss.Reason),
			count(loss.Count), percentOf(loss.Share),
		})
	}
	return t
}

// orUnknown is a name of the data, or that they give none.
func (c *checkReport) orUnknown(name string) Cell {
	if name == "" {
		return Cell{Value: Text(c.text.Unknown)}
	}
	return Cell{Value: Text(name)}
}

// conditions lists the plan's own thresholds with what they got.
func (c *checkReport) conditions() {
	t := Table{Title: string(c.text.Conditions), Columns: []Column{
		{Title: string(c.text.Condition)},
		{Title: string(c.text.Value), Number: true},
		{Title: string(c.text.Met)},
	}}
	for i := range c.result.Thresholds {
		check := &c.result.Thresholds[i]
		met := Cell{Value: Text(c.text.No), Tone: Bad}
		if check.OK {
			met = Cell{Value: Text(c.text.Yes), Tone: Good}
		}
		t.Rows = append(t.Rows, []Cell{{Value: Text(check.Threshold.Expression)}, c.measured(check), met})
	}
	c.add(t)
}

// measured is the value of a threshold, in the unit of its metric.
func (c *checkReport) measured(check *funnel.ThresholdCheck) Cell {
	if check.Boundless {
		return Cell{Value: Text(c.text.Boundless)}
	}
	switch check.Threshold.Metric {
	case funnel.MetricRevenue, funnel.MetricSpend, funnel.MetricCostPer:
		return money(check.Value)
	case funnel.MetricRate, funnel.MetricAttainment, funnel.MetricReturn:
		return percent(check.Value)
	case funnel.MetricClients, funnel.MetricActual, funnel.MetricGap, funnel.MetricDataAge, funnel.MetricOverdue:
		return number(check.Value, 0)
	case funnel.MetricCoverage:
	}
	return number(check.Value, 2)
}

// money compares what was spent and came in.
func (c *checkReport) money() {
	m := &c.result.Money
	t := Table{Title: string(c.text.Money), Columns: []Column{
		{Title: string(c.text.Money)},
		{Title: string(c.text.InAll), Number: true},
		{Title: string(c.text.Due), Number: true},
		{Title: string(c.text.Actual), Number: true},
	}}
	row := func(title i18n.Text, inAll, due, actual Cell) {
		if actual.Value != nil {
			t.Rows = append(t.Rows, []Cell{{Value: Text(title)}, inAll, due, actual})
		}
	}
	row(c.text.Spend, money(m.Budget), Cell{}, money(m.Spend))
	row(c.text.Revenue, money(c.result.Plan.RevenueAtTarget), money(m.RevenueTarget), money(m.Revenue))
	row(c.text.Return, percent(c.result.Plan.ReturnAtTarget), Cell{}, percentOf(m.Return))
	row(c.text.OpenValue, Cell{}, Cell{}, money(m.Pipeline.Open))
	row(c.text.Coverage, Cell{}, times(m.Pipeline.Required), times(m.Pipeline.Coverage))
	c.add(t)
	c.costs()
}

// costs compares what an entry of each stage has cost with what it may.
func (c *checkReport) costs() {
	t := Table{Title: string(c.text.Cost), Columns: []Column{
		{Title: string(c.Language.Words.Stage)},
		{Title: string(c.Language.Words.AllowableCost), Number: true},
		{Title: string(c.text.Actual), Number: true},
	}}
	for _, cost := range c.result.Costs {
		cell := money(cost.Cost)
		if cost.Cost != nil && cost.Allowable != nil && cost.Cost.Cmp(cost.Allowable) > 0 {
			cell.Tone = Caution
		}
		t.Rows = append(t.Rows, []Cell{{Value: Text(cost.Name)}, money(cost.Allowable), cell})
	}
	c.add(t)
}

// sources shows what came by each channel, and from each side.
func (c *checkReport) sources() {
	c.add(c.sourceTable(c.text.Channels, c.text.Channel, c.result.Channels, func(name string) Cell { return c.orUnknown(name) }))
	for i := range c.result.Funnels {
		c.add(c.channelRates(&c.result.Funnels[i]))
	}
	c.add(c.sourceTable(c.text.Sides, c.text.Side, c.result.Brought, func(name string) Cell {
		if name == "" {
			return c.orUnknown(name)
		}
		return term(name, c.Language.Words.Owners)
	}))
}

func (c *checkReport) sourceTable(title, heading i18n.Text, list []funnel.SourceCheck, name func(string) Cell) Table {
	t := Table{Title: string(title), Columns: []Column{
		{Title: string(heading)},
		{Title: string(c.text.Entries), Number: true},
		{Title: string(c.text.CameIn), Number: true},
		{Title: string(c.text.Clients), Number: true},
		{Title: string(c.text.Revenue), Number: true},
		{Title: string(c.text.Spend), Number: true},
		{Title: string(c.text.Return), Number: true},
	}}
	used := make([]bool, len(t.Columns))
	for i := range list {
		s := &list[i]
		row := []Cell{
			name(s.Name), count(s.Top), unlessZero(below(s)), count(s.Clients),
			money(s.Revenue), money(s.Spend), percentOf(s.Return),
		}
		for j, cell := range row {
			used[j] = used[j] || cell.Value != nil
		}
		t.Rows = append(t.Rows, row)
	}
	for j := len(used) - 1; j >= 0; j-- {
		if len(list) > 0 && !used[j] {
			t.drop(j)
		}
	}
	return t
}

// below are those who came in below the top of the funnel.
func below(s *funnel.SourceCheck) *big.Int {
	if s.CameIn == nil || s.Top == nil {
		return nil
	}
	return new(big.Int).Sub(s.CameIn, s.Top)
}

// channelRates shows how many went on, by channel.
func (c *checkReport) channelRates(f *funnel.FunnelCheck) Table {
	t := Table{Title: c.named(f, string(c.text.RatesBy)), Columns: []Column{{Title: string(c.text.Channel)}}}
	var steps []int
	for i := range f.Stages[:len(f.Stages)-1] {
		if f.Stages[i].Rate.Actual != nil {
			steps = append(steps, i)
			t.Columns = append(t.Columns, Column{Title: c.step(f, i, i+1), Number: true})
		}
	}
	if len(steps) == 0 {
		return Table{}
	}
	for i := range f.Channels {
		row := []Cell{c.orUnknown(f.Channels[i].Name)}
		for _, step := range steps {
			row = append(row, c.shareOf(&f.Channels[i].Stages[step]))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// shareOf is a rate with the cases that it rests on: 25% of 40.
func (c *checkReport) shareOf(s *funnel.SourceStage) Cell {
	if s.Rate == nil {
		return Cell{}
	}
	return Cell{Value: Text(c.text.LeftOf.Fill(
		"remaining", wholePercent(s.Rate, c.Language), "available", c.Language.Count(s.Trials)))}
}

// systems adds up prospecting, conversion and follow-up.
func (c *checkReport) systems() {
	t := Table{Title: string(c.text.Systems), Columns: []Column{
		{Title: string(c.Language.Words.System)},
		{Title: string(c.Language.Words.Needed), Number: true},
		{Title: string(c.text.Due), Number: true},
		{Title: string(c.text.Actual), Number: true},
		{Title: string(c.text.Attainment), Number: true},
	}}
	for i := range c.result.Systems {
		s := &c.result.Systems[i]
		if s.Unknown == s.Stages {
			continue
		}
		t.Rows = append(t.Rows, []Cell{
			term(s.System, c.Language.Words.Systems), count(s.Needed), count(s.TargetToDate), count(s.Actual), percentOf(s.Attainment),
		})
	}
	c.add(t)
}

// bonus compares repeat purchases and referred clients with the plan.
func (c *checkReport) bonus() {
	t := Table{Title: string(c.text.Bonus), Columns: []Column{
		{Title: string(c.text.Bonus)},
		{Title: string(c.text.Planned), Number: true},
		{Title: string(c.text.Due), Number: true},
		{Title: string(c.text.Actual), Number: true},
	}}
	for i := range c.result.Funnels {
		f := &c.result.Funnels[i]
		row := func(title i18n.Text, b funnel.BonusCheck) {
			if b.Actual != nil && (b.Actual.Sign() > 0 || b.Planned.Sign() > 0) {
				t.Rows = append(t.Rows, []Cell{
					{Value: Text(c.named(f, string(title)))}, count(b.Planned), count(b.TargetToDate), count(b.Actual),
				})
			}
		}
		row(c.text.Repeat, f.Repeat)
		row(c.text.Referred, f.Referred)
	}
	c.add(t)
}
