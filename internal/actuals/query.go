package actuals

import (
	"cmp"
	"context"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"

	"embudo/funnel"
	"embudo/internal/actuals/database"
	"embudo/internal/actuals/sheet"
)

// DatabaseChoices say what of a database is meant.
type DatabaseChoices struct {
	Table, Query string // one of the two; neither: the only table there is
	TimeZone     string // whose days count; empty: UTC
}

// queried is a table or query of a database.
type queried struct {
	format   string // postgres or sqlite
	database *database.Database
	relation *database.Relation
	asked    bool // its rows are accounted for

	words  *vocabulary
	chosen map[string]bool // columns that a choice takes for the day of a stage
}

// isDatabase tells a database by its URL, and a file by what it begins with.
func (s Source) isDatabase() (bool, error) {
	if database.IsPostgres(s.File.Name) {
		return true, nil
	}
	content, err := s.File.Open()
	if err != nil {
		return false, err
	}
	defer content.Close()
	var first [16]byte
	n, err := content.ReadAt(first[:], 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return false, err
	}
	return database.IsSQLite(first[:n]), nil
}

// ask looks a table or query up and understands its columns by their names and
// types.
func (r *reader) ask(ctx context.Context, s Source) (*part, error) {
	settings := r.talk
	settings.TimeZone = s.Database.TimeZone
	q, table := &queried{format: "postgres"}, s.Database.Table
	name := s.File.Name
	if !database.IsPostgres(name) {
		var named string
		name, named = sheet.Split(name) // data.db#leads
		q.format, table = "sqlite", cmp.Or(named, table)
	}
	db, err := database.Open(ctx, name, settings)
	if err != nil {
		return nil, err
	}
	q.database = db
	source := db.Name()
	if q.format == "sqlite" {
		source = s.File.Name // with its table
	}
	p := &part{reader: r, source: source, queried: q, choices: s.Choices, dropped: leftByReason{}}
	r.open = append(r.open, db)
	if q.relation, err = db.Describe(ctx, database.Source{Table: table, Query: s.Database.Query}); err != nil {
		return nil, err
	}
	q.words, q.chosen = newVocabulary(r.words()), map[string]bool{}
	for meaning, header := range s.Choices.Columns {
		if _, isStage := q.words.stages.chosen(meaning); isStage {
			q.chosen[header] = true
		}
	}
	if p.understanding, err = understandRows(q.example, r.words(), s.Choices.inner()); err != nil {
		return nil, err
	}
	p.checkQueried()
	p.askFunnel()
	return p, nil
}

// hangUp ends all connections.
func (r *reader) hangUp() {
	for _, db := range r.open {
		_ = db.Close() // nothing was written
	}
}

// example is a sheet of the columns with a row of cells as their types have them,
// enough to understand the names by.
func (q *queried) example(yield func(sheet.Row) error) error {
	var header, cells []sheet.Cell
	for _, c := range q.relation.Columns {
		header = append(header, sheet.Cell{Text: []byte(c.Name)})
		cells = append(cells, q.exampleOf(c))
	}
	if err := yield(sheet.Row{Number: 1, Cells: header}); err != nil {
		return err
	}
	return yield(sheet.Row{Number: 2, Cells: cells})
}

// exampleOf is a cell as the type of a column has it. SQLite keeps days as texts: a
// text that is named after a day or a stage, or that a choice names, is a day.
func (q *queried) exampleOf(c database.Column) sheet.Cell {
	declared := strings.ToLower(c.Type)
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(declared, word) })
	}
	switch {
	case has("date", "time"):
		return sheet.Cell{Text: []byte("2027-03-31")}
	case has("int", "num", "real", "double", "float", "dec", "money"):
		return sheet.Cell{Text: []byte("1"), Number: true}
	case q.mayBeDate(c.Name):
		return sheet.Cell{Text: []byte("2027-03-31")}
	}
	return sheet.Cell{Text: []byte("text")}
}

func (q *queried) mayBeDate(name string) bool {
	for _, claim := range q.words.claimsOf(name) {
		if contentOf(claim.meaning) == contentDates {
			return true
		}
	}
	_, isStage := q.words.stages.header(name)
	return isStage || speaksOfDates(name) || q.chosen[name]
}

// checkQueried asks about what can be read from a file and not from a database.
func (p *part) checkQueried() {
	p.opens = slices.DeleteFunc(p.opens, func(o open) bool {
		return o.meaning == MeaningStage && o.problem.Name == "unknown-values" // an example's value
	})
	if p.kind == kindRecordsByStage {
		p.ask(open{needed: true, meaning: MeaningStageDate, problem: problem("database-needs-days", 0,
			"columns", quoted(p.headers()), "want", p.columns[0].header)})
	}
}

// query lets the database add up, and takes in what comes back.
func (p *part) query(ctx context.Context) error {
	if p.isRecords() {
		return p.queryRecords(ctx)
	}
	return p.queryCounts(ctx)
}

// queryRecords adds up a table with a row a lead, a funnel at a time: the stages
// of each are its own.
func (p *part) queryRecords(ctx context.Context) error {
	undated := int64(-1)
	for i := range p.reader.plan.Funnels {
		stages := p.queriedStages(i)
		if !slices.ContainsFunc(stages, func(s database.Stage) bool { return s.Column != "" }) {
			continue
		}
		result, err := p.queried.database.Records(ctx, p.queried.relation, p.queriedRecords(stages), p.reader.asOf)
		if err != nil {
			return err
		}
		if undated < 0 {
			p.takeRows(result)
			undated = result.Undated
		}
		undated = min(undated, result.Undated)
		if i == 0 {
			p.countUnknownFunnels(result, stages)
		}
		p.takeFunnel(result, i)
		if err := p.queryCohorts(ctx, stages, i); err != nil {
			return err
		}
	}
	p.count(leftNoDay, max(0, undated))
	return nil
}

// queryCohorts asks, where somebody wants to know, what became of those who entered
// a stage on a day.
func (p *part) queryCohorts(ctx context.Context, stages []database.Stage, index int) error {
	if !p.reader.cohorts {
		return nil
	}
	cohorts, deals, err := p.queried.database.Cohorts(ctx, p.queried.relation, p.queriedRecords(stages), p.reader.asOf)
	if err != nil {
		return err
	}
	all := &p.reader.tally.cohorts
	for _, c := range cohorts {
		f, isFunnel := p.funnelNamed(c.Funnel, index)
		at, isStage := p.stageNamed(index, c.Stage)
		if isFunnel && isStage && f == index {
			all.counts = append(all.counts, cohortCount{at.funnel, at.stage, p.channelKey(c.Channel), c.Day, endingOf(c.Ending), c.Days, c.Count})
		}
	}
	for _, d := range deals {
		if f, ok := p.funnelNamed(d.Funnel, index); ok && f == index {
			d.Channel = p.channelKey(d.Channel)
			all.deals = append(all.deals, dealsOf{index, d.Deals})
		}
	}
	return nil
}

// channelKey is what a channel is counted by whose entries have been taken in.
func (p *part) channelKey(name string) string {
	if chosen, ok := p.choices.Channels[name]; ok {
		name = chosen
	}
	return p.reader.names.keys[name]
}

func endingOf(e database.Ending) ending {
	switch e {
	case database.GoneDated:
		return goneDated
	case database.GoneUndated:
		return goneUndated
	case database.LostDated:
		return lostDated
	case database.LostUndated:
		return lostUndated
	case database.StillOpen:
	}
	return stillOpen
}

// queriedRecords says what the columns mean, with those of the stages.
func (p *part) queriedRecords(stages []database.Stage) database.Records {
	return database.Records{
		Funnel: p.nameOf(MeaningFunnel), Channel: p.nameOf(MeaningChannel, MeaningCampaign), Person: p.nameOf(MeaningOwner),
		Amount: p.nameOf(MeaningAmount, MeaningRevenue), Repeat: p.nameOf(MeaningRepeat), ReferredBy: p.nameOf(MeaningReferredBy),
		LostReason: p.nameOf(MeaningLostReason, MeaningReason), LostOn: p.nameOf(MeaningLost), ID: p.nameOf(MeaningID),
		Stages: stages,
	}
}

// queriedStages are those of a funnel, with the column of each.
func (p *part) queriedStages(index int) []database.Stage {
	f := &p.reader.plan.Funnels[index]
	columns := map[string]string{}
	for _, c := range p.stageColumns() {
		if c.stage.Funnel == "" || c.stage.Funnel == f.ID {
			columns[c.stage.Stage] = c.header
		}
	}
	var stages []database.Stage
	for i, s := range f.Stages {
		stage := database.Stage{Name: s.ID, Column: columns[s.ID], Owner: s.Owner, Direct: s.Direct > 0}
		switch last := len(f.Stages) - 1; {
		case stage.Column != "":
		case i == p.reader.entry():
			stage.Column = p.nameOf(MeaningEntered)
		case i == last:
			stage.Column = p.nameOf(MeaningWon)
		}
		stages = append(stages, stage)
	}
	return stages
}

// countUnknownFunnels counts the leads of no funnel of the plan as left out, by
// those that entered the first stage there is.
func (p *part) countUnknownFunnels(result *database.Result, stages []database.Stage) {
	first := stages[slices.IndexFunc(stages, func(s database.Stage) bool { return s.Column != "" })].Name
	for i := range result.Entries {
		e := &result.Entries[i]
		if _, ok := p.funnelNamed(e.Funnel, 0); !ok && e.Stage == first {
			p.count(leftNoFunnel, e.Count)
		}
	}
}

// takeRows takes over what was read of a table.
func (p *part) takeRows(result *database.Result) {
	p.rows += result.Rows
	if result.SameID > 0 {
		p.notes = append(p.notes, problem("same-ids", 0, "rows", result.SameID))
	}
	for _, odd := range result.Odd {
		p.notes = append(p.notes, problem("values-left-out", 0, "column", odd.Column, "cells", odd.Rows, "got", odd.Example))
	}
}

// takeFunnel takes in what a database has added up of the leads of a funnel. Of
// others it knows but the stages that they have in common.
func (p *part) takeFunnel(result *database.Result, index int) {
	t := p.reader.tally
	mine := func(word string) bool {
		f, ok := p.funnelNamed(word, index)
		return ok && f == index
	}
	for _, e := range result.Entries {
		if at, ok := p.stageNamed(index, e.Stage); ok && mine(e.Funnel) {
			p.takeEntries(at, e.Entries)
		}
	}
	for _, l := range result.Lost {
		if at, ok := p.stageNamed(index, l.Stage); ok && mine(l.Funnel) {
			t.lose(lossKey{at.funnel, at.stage, l.Reason}, l.Count)
		}
	}
	for _, c := range result.Clients {
		if mine(c.Funnel) && result.RepeatKnown {
			t.repeat[index] = orNew(t.repeat[index])
			*t.repeat[index] += c.Repeat
		}
		if mine(c.Funnel) && result.ReferredKnown {
			t.referred[index] = orNew(t.referred[index])
			*t.referred[index] += c.Referred
		}
	}
	t.money.Revenue = t.money.Revenue || result.Known.Revenue
	for _, a := range result.Revenue {
		if mine(a.Funnel) {
			t.addMoney(t.revenue, amountKey{a.From, a.To, p.name(p.choices.Channels, a.Channel)}, a.Value)
		}
	}
}

func (p *part) stageNamed(funnel int, id string) (place, bool) {
	i := slices.IndexFunc(p.reader.funnels[funnel].Stages, func(s stageName) bool { return s.ID == id })
	return place{funnel, i}, i >= 0
}

// takeEntries counts what a database has added up.
func (p *part) takeEntries(at place, e funnel.Entries) {
	known := &p.reader.tally.stages[at.funnel][at.stage]
	known.known, known.records = true, known.records || p.isRecords()
	p.speaksOf[at] = true
	e.Channel, e.Person = p.name(p.choices.Channels, e.Channel), p.name(nil, e.Person)
	if e.Brought == "" {
		e.Brought = p.reader.plan.Funnels[at.funnel].Stages[0].Owner
	}
	p.reader.tally.add(at.funnel, at.stage, e)
}

// nameOf is the column with the first of some meanings that any has, empty where
// none has.
func (p *part) nameOf(meanings ...Meaning) string {
	for _, m := range meanings {
		if c := p.column(m); c != nil {
			return c.header
		}
	}
	return ""
}

// queryCounts adds up a table that has counts already.
func (p *part) queryCounts(ctx context.Context) error {
	switch p.kind {
	case kindCountsWide:
		return p.queryWide(ctx)
	case kindSpend:
		return p.querySpend(ctx)
	default:
	}
	return p.queryCount(ctx, database.Counts{
		Stage: p.nameOf(MeaningStage), Count: p.nameOf(MeaningCount),
		Amount: p.nameOf(MeaningRevenue, MeaningAmount), Spend: p.nameOf(MeaningSpend),
	}, p.namedStage)
}

// queryWide asks for one stage after the other, and for money once.
func (p *part) queryWide(ctx context.Context) error {
	for _, c := range p.stageColumns() {
		if err := p.queryCount(ctx, database.Counts{Count: c.header}, p.stageOf(c.stage)); err != nil {
			return err
		}
	}
	money := database.Counts{Amount: p.nameOf(MeaningRevenue, MeaningAmount), Spend: p.nameOf(MeaningSpend)}
	if money.Amount == "" && money.Spend == "" {
		return nil
	}
	return p.queryCount(ctx, money, p.namedStage)
}

// querySpend asks for what was spent, and for the leads of the platform where
// nothing else speaks of them.
func (p *part) querySpend(ctx context.Context) error {
	spend := newSpendTaker(p)
	meaning := database.Counts{Spend: p.nameOf(MeaningSpend)}
	of := p.namedStage
	if spend.top != nil {
		meaning.Count = p.nameOf(MeaningLeads)
		of = func(string, string) (place, reason) { return *spend.top, kept }
	}
	return p.queryCount(ctx, meaning, of)
}

// queryCount asks for counts; of says which stage those are of that a funnel and a
// stage are named for.
func (p *part) queryCount(ctx context.Context, meaning database.Counts, of func(funnelName, stage string) (place, reason)) error {
	meaning.Date = p.nameOf(MeaningDate, MeaningEntered, MeaningStarts)
	meaning.Funnel, meaning.Person = p.nameOf(MeaningFunnel), p.nameOf(MeaningOwner)
	meaning.Channel = p.nameOf(MeaningChannel)
	result, err := p.queried.database.Counts(ctx, p.queried.relation, meaning, p.reader.asOf)
	if err != nil {
		return err
	}
	t, spacing := p.reader.tally, spacingOf(daysOf(result))
	for _, e := range result.Entries {
		at, why := of(e.Funnel, e.Stage)
		if why != kept {
			p.count(why, 1)
			continue
		}
		span := spacing.of(funnel.Span{Start: e.From, End: e.To})
		e.From, e.To = span.Start, span.End
		p.takeEntries(at, e.Entries)
	}
	t.money.Spend = t.money.Spend || result.Known.Spend
	t.money.Revenue = t.money.Revenue || result.Known.Revenue
	p.noteSpend(p.sumsOf(result.Spend))
	t.addSums(t.spend, p.sumsOf(result.Spend), spacing)
	t.addSums(t.revenue, p.sumsOf(result.Revenue), spacing)
	if p.queried.asked {
		return nil // the rows are the same again
	}
	p.queried.asked = true
	p.takeRows(result)
	p.count(leftNoDay, result.Undated)
	p.count(leftAfterAsOf, result.Later)
	if spacing != daily {
		p.notes = append(p.notes, problem("rows-are-"+string(spacing), 0))
	}
	return nil
}

// daysOf are the days that a result names, in order.
func daysOf(result *database.Result) []funnel.Date {
	days := map[funnel.Date]bool{}
	for i := range result.Entries {
		days[result.Entries[i].From] = true
	}
	for _, a := range slices.Concat(result.Spend, result.Revenue) {
		days[a.From] = true
	}
	return slices.Sorted(maps.Keys(days))
}

func (p *part) sumsOf(amounts []database.Amount) moneySums {
	sums := moneySums{}
	for _, a := range amounts {
		sums.add(amountKey{a.From, a.To, p.name(p.choices.Channels, a.Channel)}, a.Value)
	}
	return sums
}

// count notes rows that were left out.
func (p *part) count(why reason, rows int64) {
	if rows > 0 {
		p.dropped.merge(why, leftRows{rows, 0})
		p.rows -= rows
	}
}

// namedStage is a stage by the words that a database has for it and its funnel.
func (p *part) namedStage(funnelName, stage string) (place, reason) {
	p.meet(stage)
	m := p.match(stage)
	switch m.outcome {
	case outcomeStage, outcomeWon:
		return p.stageOf(m.stage)(funnelName, stage)
	case outcomeIgnore:
		return place{}, leftIgnored
	case outcomeNone, outcomeLost, outcomeOpen, outcomeSide:
	}
	return place{}, leftNoStage
}

// meet notes a value that a database has for a stage.
func (p *part) meet(value string) {
	if p.met == nil {
		p.met = map[string]bool{}
	}
	if value != "" && len(p.met) < maxValues {
		p.met[value] = true
	}
}

// stageOf finds a stage in the funnel that a word stands for or, where there is no
// column of them, in the only one that has it.
func (p *part) stageOf(ref stageRef) func(funnelName, stage string) (place, reason) {
	places := p.reader.places(ref)
	return func(funnelName, _ string) (place, reason) {
		if len(places) == 1 && p.column(MeaningFunnel) == nil {
			return places[0], kept
		}
		index, ok := 0, len(p.reader.funnels) == 1 || funnelName != ""
		if ok {
			index, ok = p.funnelNamed(funnelName, 0)
		}
		if !ok {
			return place{}, leftNoFunnel
		}
		for _, at := range places {
			if at.funnel == index {
				return at, kept
			}
		}
		return place{}, leftNoStage
	}
}

// funnelNamed is a funnel by the word that a source has for it; one without a
// word is the one that is given. A plan with a single funnel takes all words for
// it, unless it is said which of them it is.
func (p *part) funnelNamed(name string, index int) (int, bool) {
	if name == "" || len(p.reader.funnels) == 1 && len(p.choices.Funnels) == 0 {
		return index, true
	}
	if id, chosen := p.choices.Funnels[name]; chosen {
		name = id
	}
	i := slices.IndexFunc(p.reader.funnels, func(f funnelStages) bool {
		return f.ID == name || fold(f.ID) == fold(name) || f.Name != "" && fold(f.Name) == fold(name)
	})
	return i, i >= 0
}
