package actuals

import (
	"cmp"
	"context"
	"errors"
	"hash/maphash"
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

	Cohorts bool // tell what became of those who entered a stage on a day, lead by lead

	// Names are those of channels, people and reasons that the user has written: what
	// differs from one by case, accents and signs alone is called so.
	Names []string

	Responses *ResponseOptions // tell how soon leads that were handed over got a first answer; nil: nobody asks

	// Progress is told some times a second, by a goroutine of its own, how many
	// bytes were read and how many there are to read as far as is known; nil:
	// nobody wants to know.
	Progress func(done, total int64)

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
	return newReader(o).read(ctx, sources, o.Progress)
}

func (r *reader) read(ctx context.Context, sources []Source, told func(done, total int64)) (*Result, error) {
	defer r.hangUp()
	defer r.progress.tell(told)()
	if err := r.survey(ctx, sources); err != nil {
		return nil, err
	}
	for {
		if questions := r.questions(); len(questions) > 0 {
			more, err := r.surveyRest()
			switch {
			case err != nil:
				return nil, err
			case !more:
				r.clear() // what was taken in before it became a question
				return r.result(), &Questions{questions}
			}
			continue
		}
		again, err := r.takeIn(ctx)
		switch {
		case err != nil:
			return nil, err
		case !again:
			r.close()
			err := r.unknownFunnels()
			return r.result(), err
		}
	}
}

// unknownFunnels says of rows whose funnel the plan does not know how to name it.
// Where a source has no other rows, that is a question.
func (r *reader) unknownFunnels() error {
	var questions []*sheet.Problem
	var known []string
	for _, f := range r.funnels {
		known = append(known, f.ID)
	}
	for _, p := range r.parts {
		left, ok := p.dropped[leftNoFunnel]
		if !ok || p.column(MeaningFunnel) == nil {
			continue
		}
		q := problem("funnels-unknown", left.first, "rows", left.rows, "column", p.column(MeaningFunnel).header,
			"funnels", quoted(known), "want", known[0])
		q.Source = p.source
		p.notes = append(p.notes, q)
		if p.rows == 0 {
			questions = append(questions, q)
		}
	}
	if len(questions) > 0 {
		return &Questions{questions}
	}
	return nil
}

// surveyRest completes the survey of the files of which only the first rows were
// looked at; more says that there were any.
func (r *reader) surveyRest() (more bool, err error) {
	for _, p := range r.parts {
		if p.isSample {
			more = true
			if err := p.surveyRest(); err != nil {
				return more, err
			}
		}
	}
	return more, nil
}

// takeIn reads all parts. Where the last rows of one say otherwise than its first,
// all of them are to be taken in again.
func (r *reader) takeIn(ctx context.Context) (again bool, err error) {
	r.prepare()
	for _, p := range r.parts {
		changed, err := p.read(ctx)
		if err != nil {
			return false, err
		}
		again = again || changed
	}
	return again, nil
}

// reader puts together what several sources say.
type reader struct {
	plan    *funnel.Plan
	usual   bool // there is no plan: its stages are the usual ones
	asOf    funnel.Date
	undated funnel.Date
	talk    database.Settings
	cohorts bool
	answers *ResponseOptions // nil: nobody asked for them
	given   []string         // names as the user writes them
	funnels []funnelStages
	parts   []*part
	tally   *tally
	adLeads bool  // the leads that ad platforms count are those of the top: nothing else speaks of it
	book    *book // nil where a row is a lead of its own
	tracers []tracer
	names   *spellings
	open    []*database.Database

	sought map[string]bool // folded headings that leads are judged by; nil where nobody judges

	workers  int          // that share the rows of a file
	sample   int64        // rows of a table that are surveyed before it is read; 0: all
	seed     maphash.Seed // of the hashes of ids and rows
	progress *progress
}

// part is a sheet of a source, and what it was understood to be.
type part struct {
	*understanding
	reader  *reader
	index   int
	source  string // as its user named it
	from    Source
	sheet   *sheet.Sheet
	others  []*sheet.Sheet                             // behind it in the same file
	share   func(takers []func(sheet.Row) error) error // of the sheet
	size    int64                                      // of the file, in bytes
	queried *queried                                   // instead of a sheet
	choices Choices
	rows    int64
	alike   int64 // rows that repeat another to the letter
	dropped leftByReason

	survey   *survey
	isSample bool // the survey is of the first rows
	isTurned bool // the time stood along the top

	transposed bool // its rows were columns, so that their numbers are none of the file's

	sharedRows, sharedLeads int64 // rows that share an id with others, and the leads that they make
	unchecked               bool  // there are too many ids to look for such rows

	speaksOf map[place]bool         // stages whose entries it gives
	met      map[string]bool        // values that a database has for stages
	spentIn  map[string]funnel.Span // by channel: from the first day of its spend to the last
	notes    []*sheet.Problem
}

func newReader(o Options) *reader {
	r := &reader{
		plan: o.Plan, asOf: o.AsOf, undated: o.AsOf, talk: o.Databases, cohorts: o.Cohorts, answers: o.Responses, given: o.Names,
		workers: usualWorkers(), sample: sampleRows, seed: maphash.MakeSeed(), progress: &progress{},
	}
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
	r.clear()
	return r
}

// clear forgets what was taken in.
func (r *reader) clear() {
	r.tally, r.names, r.book, r.tracers = newTally(r.plan), newSpellings(r.given...), nil, nil
	for _, p := range r.parts {
		p.rows, p.alike, p.sharedRows, p.sharedLeads, p.unchecked = 0, 0, 0, 0, false
		p.dropped, p.notes = leftByReason{}, nil
	}
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
	return r.understandFile(s, r.sample)
}

// understandFile surveys so many rows of a table, 0 for all.
func (r *reader) understandFile(s Source, rows int64) (*part, error) {
	size, err := sizeOf(s.File)
	if err != nil {
		return nil, err
	}
	r.progress.expect(size)
	sheets, err := sheet.Open(r.progress.watch(s.File), sheet.Options{Encoding: s.Choices.Encoding, Delimiter: s.Choices.Delimiter})
	if err != nil {
		return nil, err
	}
	var first *part
	for i, one := range sheets {
		p := &part{reader: r, from: s, size: size, choices: s.Choices, dropped: leftByReason{}}
		if err := p.surveyRows(one, rows); err != nil {
			return nil, err
		}
		if p.kind != kindUnknown || p.isTurned {
			p.others = sheets[i+1:]
			return p, nil
		}
		if first == nil {
			first = p
		}
	}
	return first, nil
}

// noteOthers names the sheets behind the one that is read.
func (p *part) noteOthers() []*sheet.Problem {
	var names []string
	for _, one := range p.others {
		names = append(names, sheetOf(one.Name))
	}
	if len(names) == 0 {
		return nil
	}
	return []*sheet.Problem{problem("other-sheets", 0, "sheet", sheetOf(p.source), "others", quoted(names))}
}

func sizeOf(f sheet.File) (int64, error) {
	content, err := f.Open()
	if err != nil {
		return 0, err
	}
	defer content.Close()
	return content.Size(), nil
}

// surveyRows finds out what a sheet is by so many rows of its table, 0 for all,
// or by all where those do not say. A table with the time along the top is turned
// before.
func (p *part) surveyRows(one *sheet.Sheet, rows int64) error {
	p.source, p.sheet = one.Name, one
	p.share = func(takers []func(sheet.Row) error) error { return one.Share(takers...) }
	s := newSurvey(p.reader.words(), p.choices.inner())
	s.finder.sought = p.reader.sought
	err := one.Each(func(row sheet.Row) error {
		s.add(row)
		if rows > 0 && s.canStop(rows) {
			return errSampled
		}
		return nil
	})
	p.isSample = errors.Is(err, errSampled)
	if err != nil && !p.isSample {
		return err
	}
	p.survey = s
	if t := findTurned(s.head, s.words, s.choices); t != nil && p.reader.sought == nil {
		if done, err := p.surveyTurned(one, t); done || err != nil {
			return err
		}
	}
	p.understandBy(s.understand())
	if p.isSample && (p.kind == kindUnknown || p.table != s.current) {
		return p.surveyRows(one, 0)
	}
	return nil
}

// understandBy sets what a part is understood to be.
func (p *part) understandBy(u *understanding) {
	p.understanding = u
	p.askFunnel()
}

// surveyWhole surveys all rows of a file, whatever its first ones say.
func (p *part) surveyWhole() error {
	whole, err := p.reader.understandFile(p.from, 0)
	if err != nil {
		return err
	}
	index := p.index
	*p = *whole
	p.index = index
	return nil
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
	r.askAbsent()
	var list []*sheet.Problem
	for _, p := range r.parts {
		for _, o := range p.opens {
			o.problem.Source = p.source
			if o.needed {
				list = append(list, o.problem)
			}
		}
		refuted, _ := r.refutations(p)
		list = append(list, refuted...)
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

// prepare says which stages the sources speak of, before the first row is read.
func (r *reader) prepare() {
	r.clear()
	records := 0
	for _, p := range r.parts {
		p.markKnown()
		if p.hasIDs() {
			records++
		}
	}
	counted := slices.ContainsFunc(r.parts, func(p *part) bool { return p.queried != nil && p.kind == kindCountsLong })
	r.adLeads = len(r.funnels) == 1 && !r.tally.stages[0][r.entry()].known && !counted
	if records > 1 {
		r.book = newBook()
	}
	for i := range r.plan.Funnels {
		known := make([]bool, len(r.tally.stages[i]))
		for j := range known {
			known[j] = r.tally.stages[i][j].known
		}
		trace := tracer{funnel: &r.plan.Funnels[i], known: known, asOf: &r.asOf}
		if r.plan.Period != nil {
			trace.from = &r.plan.Period.Start
		}
		r.tracers = append(r.tracers, trace)
	}
}

func (p *part) isRecords() bool { return p.kind == kindRecordsByDates || p.kind == kindRecordsByStage }

// hasIDs reports whether a part has records that another one may speak of too.
func (p *part) hasIDs() bool {
	return p.queried == nil && p.isRecords() && p.column(MeaningID) != nil
}

// hasNoRows reports whether nothing at all stands below the headings of a file.
func (p *part) hasNoRows() bool {
	return p.queried == nil && p.table != nil && p.table.rows == 0 && p.table.left.sum() == 0
}

// markKnown notes the stages that a part speaks of. Where it says at which stage
// each record stands, it speaks of all of them; but of none where it has no rows: an
// export that went wrong looks like one of nobody, and is no 0.
func (p *part) markKnown() {
	known := p.reader.tally.stages
	p.speaksOf = map[place]bool{}
	mark := func(at place) {
		p.speaksOf[at] = true
		known[at.funnel][at.stage].known = true
		known[at.funnel][at.stage].records = known[at.funnel][at.stage].records || p.isRecords()
	}
	if p.hasNoRows() {
		return
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
		if m.outcome == outcomeWon && m.certain {
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

// read takes in the rows of a part; changed says that it is now known to be
// something else than it was read as.
func (p *part) read(ctx context.Context) (changed bool, err error) {
	switch {
	case p.queried != nil:
		return false, p.query(ctx)
	case p.kind == kindUnknown:
		return false, nil
	case p.isRecords():
		return p.readRecords()
	}
	workers := p.crew([]rowTaker{p.countingTaker()})
	if changed, err := p.run(workers); changed || err != nil {
		return changed, err
	}
	p.settle(workers)
	return false, nil
}

// countingTaker takes in a table whose rows are not leads.
func (p *part) countingTaker() rowTaker {
	if p.kind == kindSpend {
		return newSpendTaker(p)
	}
	return newCountTaker(p)
}

func (r *reader) newLeadTally() *leadTally {
	t := newLeadTally(r.tracers)
	if r.cohorts {
		t.cohorts = newCohorts(r.tracers)
	}
	if r.answers != nil {
		t.responses = newResponses(r.answers, len(r.tracers))
	}
	return t
}

// close adds up the leads that were put together from several rows.
func (r *reader) close() {
	if r.book == nil {
		return
	}
	leads := r.newLeadTally()
	r.book.tell(leads)
	leads.tell(r.tally)
}

// result is what has been read, and how.
func (r *reader) result() *Result {
	result := &Result{Plan: r.plan, First: r.tally.first, Last: r.tally.last}
	r.tally.rename(r.names.best())
	r.tally.renameReasons(r.names.given)
	result.Actuals = r.tally.actuals()
	r.addResponses(&result.Actuals)
	for _, p := range r.parts {
		result.Sources = append(result.Sources, p.understood())
	}
	result.Warnings = r.warnings()
	return result
}

// addResponses puts first answers into the result, where they are asked for and a
// source speaks of them.
func (r *reader) addResponses(a *funnel.Actuals) {
	speaks := func(p *part) bool { return p.queried == nil && p.isRecords() && p.column(MeaningFirstResponse) != nil }
	if r.answers == nil || !slices.ContainsFunc(r.parts, speaks) {
		return
	}
	for i := range a.Funnels {
		a.Funnels[i].Responses = r.tally.responses[i].result()
	}
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
		u.Columns = append(u.Columns, ColumnMeaning{c.header, p.meant(c)})
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
		first := left[why].first
		if p.transposed {
			first = p.table.number
		}
		if why != leftEmpty {
			u.LeftOut = append(u.LeftOut, LeftOut{string(why), left[why].rows, first})
		}
	}
	refuted, own := p.reader.refutations(p)
	u.Questions = append(u.Questions, refuted...)
	for _, note := range slices.Concat(p.noteOthers(), p.understanding.notes, own, p.notes) {
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
func (p *part) meant(c *column) string {
	switch {
	case c.meaning != MeaningStageDate && c.meaning != MeaningStageCount:
		return string(c.meaning)
	case c.stage.Funnel != "" && len(p.reader.funnels) > 1:
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
