package actuals

import (
	"cmp"
	"context"
	"maps"
	"math/big"
	"slices"

	"embudo/funnel"
	"embudo/internal/actuals/database"
	"embudo/internal/actuals/sheet"
)

// Source is a file or database to be read, with what its user says about it.
type Source struct {
	File     sheet.File // of a database that is no file, only its name
	Path     string     // where the file really lies, links followed; empty: where its name says
	Choices  Choices
	Database DatabaseChoices
}

// Choices are what a plan or flags say about a source, where its words do not,
// or say otherwise. What is empty is found out.
type Choices struct {
	Columns  map[string]string // heading by meaning, by stage ID or by funnel.stage
	Values   map[string]string // stage ID, won, lost, open or ignore by value of the stage column
	Funnels  map[string]string // funnel ID by value of the funnel column
	Channels map[string]string // channel by spelling

	DateOrder string // dmy, mdy or ymd
	Decimal   string // comma or point
	Encoding  string
	Delimiter string
	Kind      string // records, counts or spend
	HeaderRow int    // 0: it is found
}

// Options are what all sources have in common.
type Options struct {
	Plan *funnel.Plan // nil: stages go by their usual names
	AsOf funnel.Date  // what happened later is left out

	// Undated is the day of counts that name none; nil: AsOf.
	Undated *funnel.Date

	// Databases is how they are spoken to; its time zone is that of each source.
	Databases database.Settings
}

// Result is what the sources say, and how they were understood.
type Result struct {
	Plan        *funnel.Plan // the one given, or the stages that were found
	Actuals     funnel.Actuals
	First, Last *funnel.Date // the days of all that counts; nil where nothing does
	Sources     []Understood
	Warnings    []funnel.Warning
}

// Understood says what one source was taken for.
type Understood struct {
	Name, Format, Kind  string // crm.xlsx#Deals; csv, xlsx, json or yaml; records_by_dates, …
	Encoding, Delimiter string // empty where the format has but one
	HeaderRow           int
	Columns             []ColumnMeaning
	DateOrder           string // dmy or mdy; empty where no date needs one
	Decimal             string // "." or ","; empty where no number needs one
	Rows                int64  // read, without those left out
	LeftOut             []LeftOut
	Notes               []*sheet.Problem // what was decided that the user may want to know
	Questions           []*sheet.Problem // what only the user can say
}

// ColumnMeaning is a column with what it was taken for, which is empty for one
// that was not needed.
type ColumnMeaning struct{ Name, Meaning string }

// LeftOut counts rows that were left out for one reason.
type LeftOut struct {
	Reason string
	Rows   int64
	First  int // row of the first
}

// Questions are what the sources leave open, without which they cannot be read.
type Questions struct{ Problems []*sheet.Problem }

// Error gives the first question, for logs and tests.
func (q *Questions) Error() string { return q.Problems[0].Error() }

// Read reads all sources and adds up what they say. Where only the user can say
// what they mean, the error is [*Questions], and the result has what was
// understood without an answer; other errors are a [*sheet.Problem], or come from
// opening and reading a file.
func Read(ctx context.Context, sources []Source, o Options) (*Result, error) {
	r := newReader(o)
	defer r.hangUp()
	if err := r.survey(ctx, sources); err != nil {
		return nil, err
	}
	if questions := r.questions(); len(questions) > 0 {
		return r.result(), &Questions{questions}
	}
	if err := r.prepare(); err != nil {
		return nil, err
	}
	for _, p := range r.parts {
		if err := p.read(ctx); err != nil {
			return nil, err
		}
	}
	r.close()
	return r.result(), nil
}

// reader puts together what several sources say.
type reader struct {
	plan    *funnel.Plan
	usual   bool // there is no plan: its stages are the usual ones
	asOf    funnel.Date
	undated funnel.Date
	talk    database.Settings
	funnels []funnelStages
	parts   []*part
	tally   *tally
	adLeads bool  // the leads that ad platforms count are those of the top: nothing else speaks of it
	book    *book // nil where a row is a lead of its own
	tracers []tracer
	names   *spellings
	open    []*database.Database
}

// part is a sheet of a source, and what it was understood to be.
type part struct {
	*understanding
	reader  *reader
	index   int
	source  string // as its user named it
	sheet   *sheet.Sheet
	queried *queried // instead of a sheet
	choices Choices
	rows    int64
	alike   int64 // rows that repeat another to the letter
	dropped leftByReason

	speaksOf map[place]bool         // stages whose entries it gives
	spentIn  map[string]funnel.Span // by channel: from the first day of its spend to the last
	notes    []*sheet.Problem
}

func newReader(o Options) *reader {
	r := &reader{plan: o.Plan, asOf: o.AsOf, undated: o.AsOf, talk: o.Databases, names: newSpellings()}
	if o.Undated != nil {
		r.undated = *o.Undated
	}
	if r.plan == nil {
		r.usual = true
		r.funnels = usualStages()
		r.plan = planOf(r.funnels)
	} else {
		r.funnels = stagesOf(r.plan)
	}
	r.tally = newTally(r.plan)
	return r
}

// stagesOf names the stages of a plan.
func stagesOf(p *funnel.Plan) []funnelStages {
	list := make([]funnelStages, len(p.Funnels))
	for i, f := range p.Funnels {
		list[i] = funnelStages{ID: f.ID, Name: f.Name}
		for _, s := range f.Stages {
			list[i].Stages = append(list[i].Stages, stageName{ID: s.ID, Name: s.Name})
		}
	}
	return list
}

// planOf is a plan of stages alone.
func planOf(funnels []funnelStages) *funnel.Plan {
	p := &funnel.Plan{MinorUnits: 2}
	for _, f := range funnels {
		one := funnel.Funnel{ID: cmp.Or(f.ID, "main"), Name: f.Name, Success: len(f.Stages) - 1}
		for _, s := range f.Stages {
			one.Stages = append(one.Stages, funnel.Stage{ID: s.ID, Name: s.ID})
		}
		p.Funnels = append(p.Funnels, one)
	}
	return p
}

// survey opens every source and finds out what it means.
func (r *reader) survey(ctx context.Context, sources []Source) error {
	seen := named{}
	for i, s := range sources {
		p, err := r.understand(ctx, s)
		if err != nil {
			return err
		}
		if !seen.add(s.identity(), sheetOf(p.source)) {
			return &sheet.Problem{Name: "source-twice", Source: s.File.Name}
		}
		p.index = i
		r.parts = append(r.parts, p)
	}
	return nil
}

// understand asks a database, or takes the first sheet of a file that says
// something.
func (r *reader) understand(ctx context.Context, s Source) (*part, error) {
	if isDatabase, err := s.isDatabase(); isDatabase || err != nil {
		if err != nil {
			return nil, err
		}
		return r.ask(ctx, s)
	}
	sheets, err := sheet.Open(s.File, sheet.Options{Encoding: s.Choices.Encoding, Delimiter: s.Choices.Delimiter})
	if err != nil {
		return nil, err
	}
	var first *part
	for _, one := range sheets {
		u, err := understandRows(one.Each, r.words(), s.Choices.inner())
		if err != nil {
			return nil, err
		}
		p := &part{understanding: u, reader: r, source: one.Name, sheet: one, choices: s.Choices, dropped: leftByReason{}}
		if u.kind != kindUnknown {
			return p, nil
		}
		if first == nil {
			first = p
		}
	}
	return first, nil
}

// words are the stages that columns are understood by: nil where there is no
// plan, and the usual ones do.
func (r *reader) words() []funnelStages {
	if r.usual {
		return nil
	}
	return r.funnels
}

// inner is what the columns of a sheet are understood by.
func (c Choices) inner() choices {
	inner := choices{Columns: c.Columns, Stages: c.Values, HeaderRow: c.HeaderRow, Kind: c.Kind}
	switch c.DateOrder {
	case "dmy":
		inner.Order = dayFirst
	case "mdy":
		inner.Order = monthFirst
	}
	switch c.Decimal {
	case "comma":
		inner.Decimal = decimalComma
	case "point":
		inner.Decimal = decimalPoint
	}
	return inner
}

// questions are those that must be answered first, each with its source.
func (r *reader) questions() []*sheet.Problem {
	var list []*sheet.Problem
	for _, p := range r.parts {
		p.askFunnel()
		for _, o := range p.opens {
			o.problem.Source = p.source
			if o.needed {
				list = append(list, o.problem)
			}
		}
	}
	return list
}

// askFunnel asks which funnel rows belong to, where neither a column nor the
// stages tell.
func (p *part) askFunnel() {
	if len(p.reader.funnels) == 1 || p.column(MeaningFunnel) != nil || p.kind == kindSpend || p.kind == kindUnknown {
		return
	}
	var several []string
	for _, ref := range p.refs() {
		if ref.Funnel == "" && len(p.reader.places(ref)) > 1 {
			several = append(several, ref.Stage)
		}
	}
	if len(several) == 0 && p.column(MeaningEntered) == nil {
		return
	}
	p.ask(open{needed: true, meaning: MeaningFunnel, problem: problem("funnel-open", p.table.number,
		"columns", quoted(p.headers()), "want", p.columns[0].header)})
}

// stageColumns are the columns that say when a stage was entered, or by how many.
func (p *part) stageColumns() []*column {
	var columns []*column
	for _, c := range p.columns {
		if c.meaning == MeaningStageDate || c.meaning == MeaningStageCount {
			columns = append(columns, c)
		}
	}
	return columns
}

// refs are the stages that columns or values name.
func (p *part) refs() []stageRef {
	refs := map[stageRef]bool{}
	for _, c := range p.stageColumns() {
		refs[c.stage] = true
	}
	for _, m := range p.stages {
		if m.outcome == outcomeStage {
			refs[m.stage] = true
		}
	}
	return slices.SortedFunc(maps.Keys(refs), func(a, b stageRef) int {
		return cmp.Or(cmp.Compare(a.Funnel, b.Funnel), cmp.Compare(a.Stage, b.Stage))
	})
}

// place is a stage of the plan by its indexes.
type place struct{ funnel, stage int }

// places are the stages that a reference points to; one that names no stage points
// to the clients, whatever each funnel calls them.
func (r *reader) places(ref stageRef) []place {
	var list []place
	for i, f := range r.funnels {
		if ref.Funnel != "" && ref.Funnel != f.ID {
			continue
		}
		j := len(f.Stages) - 1
		if ref.Stage != "" {
			j = slices.IndexFunc(f.Stages, func(s stageName) bool { return s.ID == ref.Stage })
		}
		if j >= 0 {
			list = append(list, place{i, j})
		}
	}
	return list
}

// prepare says which stages the sources speak of, before the first row is read,
// and whether leads must be put together from several rows.
func (r *reader) prepare() error {
	var withID []*part
	for _, p := range r.parts {
		p.markKnown()
		if p.isRecords() && p.queried == nil && p.column(MeaningID) != nil {
			withID = append(withID, p)
		}
	}
	counted := slices.ContainsFunc(r.parts, func(p *part) bool { return p.queried != nil && p.kind == kindCountsLong })
	r.adLeads = len(r.funnels) == 1 && !r.tally.stages[0][r.entry()].known && !counted
	joined := len(withID) > 1
	if len(withID) == 1 {
		var err error
		if joined, err = withID[0].repeatsIDs(); err != nil {
			return err
		}
	}
	if joined {
		r.book = newBook()
	}
	for i := range r.plan.Funnels {
		known := make([]bool, len(r.tally.stages[i]))
		for j := range known {
			known[j] = r.tally.stages[i][j].known
		}
		r.tracers = append(r.tracers, tracer{funnel: &r.plan.Funnels[i], known: known, asOf: &r.asOf})
	}
	return nil
}

func (p *part) isRecords() bool { return p.kind == kindRecordsByDates || p.kind == kindRecordsByStage }

// markKnown notes the stages that a part speaks of. Where it says at which stage
// each record stands, it speaks of all of them.
func (p *part) markKnown() {
	known := p.reader.tally.stages
	p.speaksOf = map[place]bool{}
	mark := func(at place) {
		p.speaksOf[at] = true
		known[at.funnel][at.stage].known = true
		known[at.funnel][at.stage].records = known[at.funnel][at.stage].records || p.isRecords()
	}
	for _, ref := range p.refs() {
		for _, at := range p.reader.places(ref) {
			mark(at)
		}
	}
	if !p.isRecords() {
		return
	}
	for i := range known {
		last := len(known[i]) - 1
		if p.column(MeaningEntered) != nil {
			mark(place{i, p.reader.entry()})
		}
		if p.tellsWon() {
			mark(place{i, last})
		}
		if p.tellsStages(i) {
			for j := range known[i] {
				mark(place{i, j})
			}
		}
	}
}

// entry is the stage that a record enters on the day it was created: the top
// or, where there is no plan, the lead.
func (r *reader) entry() int {
	if r.usual {
		return 1
	}
	return 0
}

// tellsWon reports whether records say that they were won.
func (p *part) tellsWon() bool {
	if p.column(MeaningWon) != nil {
		return true
	}
	for _, m := range p.stages {
		if m.outcome == outcomeWon {
			return true
		}
	}
	return false
}

// tellsStages reports whether records say that they stand at a stage between the
// first and the last of a funnel.
func (p *part) tellsStages(funnel int) bool {
	if p.kind != kindRecordsByStage || p.reader.usual {
		return false
	}
	for _, m := range p.stages {
		if m.outcome != outcomeStage {
			continue
		}
		for _, at := range p.reader.places(m.stage) {
			if at.funnel == funnel && at.stage > 0 && at.stage < len(p.reader.funnels[funnel].Stages)-1 {
				return true
			}
		}
	}
	return false
}

// rowTaker takes in the rows of a table; a reason says why one is left out.
type rowTaker interface {
	take(row sheet.Row) reason
	finish()
}

// read takes in the rows of a part.
func (p *part) read(ctx context.Context) error {
	if p.queried != nil {
		return p.query(ctx)
	}
	taker := p.taker()
	if taker == nil {
		return nil
	}
	sieve := p.sieve()
	err := p.sheet.Each(func(row sheet.Row) error {
		if sieve.leaves(row) != kept {
			return nil
		}
		if why := taker.take(row); why != kept {
			p.dropped.add(why, row.Number)
			return nil
		}
		p.rows++
		return nil
	})
	if err != nil {
		return err
	}
	taker.finish()
	return nil
}

func (p *part) taker() rowTaker {
	switch p.kind {
	case kindRecordsByDates, kindRecordsByStage:
		return newRecordTaker(p)
	case kindCountsLong, kindCountsWide:
		return newCountTaker(p)
	case kindSpend:
		return newSpendTaker(p)
	case kindUnknown:
	}
	return nil
}

// close adds up the leads that were put together from several rows.
func (r *reader) close() {
	if r.book != nil {
		r.closeBook()
	}
}

// result is what has been read, and how.
func (r *reader) result() *Result {
	result := &Result{Plan: r.plan, First: r.tally.first, Last: r.tally.last}
	r.tally.rename(r.names.best())
	result.Actuals = r.tally.actuals()
	for _, p := range r.parts {
		result.Sources = append(result.Sources, p.understood())
	}
	result.Warnings = r.warnings()
	return result
}

// understood says what a part was taken for.
func (p *part) understood() Understood {
	u := Understood{Name: p.source, Kind: string(p.kind), Rows: p.rows}
	switch {
	case p.queried != nil:
		u.Format = p.queried.format
	default:
		u.Format, u.Encoding, u.Delimiter = p.sheet.Kind, p.sheet.Encoding, p.sheet.Delimiter
		if p.table != nil {
			u.HeaderRow = p.table.number
		}
	}
	for _, c := range p.columns {
		u.Columns = append(u.Columns, ColumnMeaning{c.header, c.meant()})
		if c.meaning != MeaningNone && contentOf(c.meaning) == contentDates && c.dates.style.order != orderUnknown {
			u.DateOrder = string(c.dates.style.order)
		}
		if c.meaning != MeaningNone && contentOf(c.meaning) == contentNumbers && c.numbers.style.mark != decimalUnknown {
			u.Decimal = string(rune(c.numbers.style.mark))
		}
	}
	left := leftByReason{}
	for _, list := range []leftByReason{p.left, p.dropped} {
		for why, n := range list {
			left.merge(why, n)
		}
	}
	for _, why := range sortedKeys(left) {
		if why != leftEmpty {
			u.LeftOut = append(u.LeftOut, LeftOut{string(why), left[why].rows, left[why].first})
		}
	}
	for _, note := range slices.Concat(p.understanding.notes, p.notes) {
		note.Source = p.source
		u.Notes = append(u.Notes, note)
	}
	for _, o := range p.opens {
		o.problem.Source = p.source
		u.Questions = append(u.Questions, o.problem)
	}
	return u
}

// meant is what a column was taken for, as a plan or flag would say it.
func (c *column) meant() string {
	switch {
	case c.meaning != MeaningStageDate && c.meaning != MeaningStageCount:
		return string(c.meaning)
	case c.stage.Funnel != "":
		return c.stage.Funnel + "." + c.stage.Stage
	}
	return c.stage.Stage
}

// rat is an amount of money or a count that a cell gives.
func (c *column) rat(cell sheet.Cell) (*big.Rat, fit) {
	d, f := c.numbers.style.parse(cell)
	if f != fits {
		return nil, f
	}
	return d.rat(), fits
}
