package actuals

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"

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
	db, err := database.Open(ctx, s.File.Name, settings)
	if err != nil {
		return nil, err
	}
	q := &queried{format: "sqlite", database: db}
	if database.IsPostgres(s.File.Name) {
		q.format = "postgres"
	}
	p := &part{reader: r, source: db.Name(), queried: q, choices: s.Choices, dropped: leftByReason{}}
	r.open = append(r.open, db)
	if q.relation, err = db.Describe(ctx, database.Source{Table: s.Database.Table, Query: s.Database.Query}); err != nil {
		return nil, err
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
		cells = append(cells, exampleOf(c))
	}
	if err := yield(sheet.Row{Number: 1, Cells: header}); err != nil {
		return err
	}
	return yield(sheet.Row{Number: 2, Cells: cells})
}

func exampleOf(c database.Column) sheet.Cell {
	declared := strings.ToLower(c.Type)
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(declared, word) })
	}
	switch {
	case has("date", "time"):
		return sheet.Cell{Text: []byte("2027-03-31")}
	case has("int", "num", "real", "double", "float", "dec", "money"):
		return sheet.Cell{Text: []byte("1"), Number: true}
	case mayBeDate(c.Name):
		return sheet.Cell{Text: []byte("2027-03-31")}
	}
	return sheet.Cell{Text: []byte("text")}
}

// mayBeDate reports whether a column without a type of its own is named after a
// day: SQLite keeps days as texts.
func mayBeDate(name string) bool {
	for _, claim := range newVocabulary(nil).claimsOf(name) {
		if contentOf(claim.meaning) == contentDates {
			return true
		}
	}
	return speaksOfDates(name)
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

// queryRecords adds up a table with a row a lead, of the stages of the first
// funnel that has them all.
func (p *part) queryRecords(ctx context.Context) error {
	stages, owner := p.queriedStages()
	meaning := database.Records{
		Funnel: p.nameOf(MeaningFunnel), Channel: p.nameOf(MeaningChannel, MeaningCampaign), Person: p.nameOf(MeaningOwner),
		Amount: p.nameOf(MeaningAmount, MeaningRevenue), Repeat: p.nameOf(MeaningRepeat), ReferredBy: p.nameOf(MeaningReferredBy),
		LostReason: p.nameOf(MeaningLostReason, MeaningReason), LostOn: p.nameOf(MeaningLost), ID: p.nameOf(MeaningID),
		Stages: stages,
	}
	result, err := p.queried.database.Records(ctx, p.queried.relation, meaning, p.reader.asOf)
	if err != nil {
		return err
	}
	if result.SameID > 0 {
		p.notes = append(p.notes, problem("same-ids", 0, "rows", result.SameID))
	}
	p.takeResult(result, owner)
	return nil
}

// queriedStages are those of the funnel that the columns are about, with the
// column of each.
func (p *part) queriedStages() ([]database.Stage, int) {
	columns := map[string]string{}
	for _, c := range p.stageColumns() {
		columns[c.stage.Stage] = c.header
	}
	best, named := 0, -1
	for i, f := range p.reader.funnels {
		n := 0
		for _, s := range f.Stages {
			if columns[s.ID] != "" {
				n++
			}
		}
		if n > named {
			best, named = i, n
		}
	}
	var stages []database.Stage
	for i, s := range p.reader.plan.Funnels[best].Stages {
		stage := database.Stage{Name: s.ID, Column: columns[s.ID], Owner: s.Owner, Direct: s.Direct > 0}
		switch last := len(p.reader.plan.Funnels[best].Stages) - 1; {
		case stage.Column != "":
		case i == p.reader.entry():
			stage.Column = p.nameOf(MeaningEntered)
		case i == last:
			stage.Column = p.nameOf(MeaningWon)
		}
		stages = append(stages, stage)
	}
	return stages, best
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
	if p.kind == kindCountsWide {
		return p.queryWide(ctx)
	}
	return p.queryLong(ctx, database.Counts{
		Stage: p.nameOf(MeaningStage), Count: p.nameOf(MeaningCount),
		Amount: p.nameOf(MeaningRevenue, MeaningAmount), Spend: p.nameOf(MeaningSpend),
	}, "")
}

// queryWide asks for one stage after the other, and for money once.
func (p *part) queryWide(ctx context.Context) error {
	for _, c := range p.stageColumns() {
		if err := p.queryLong(ctx, database.Counts{Count: c.header}, c.stage.Stage); err != nil {
			return err
		}
	}
	money := database.Counts{Amount: p.nameOf(MeaningRevenue, MeaningAmount), Spend: p.nameOf(MeaningSpend)}
	if money.Amount == "" && money.Spend == "" {
		return nil
	}
	return p.queryLong(ctx, money, "")
}

// queryLong asks for counts; those without a stage of their own are of the one
// that is named.
func (p *part) queryLong(ctx context.Context, meaning database.Counts, stage string) error {
	meaning.Date = p.nameOf(MeaningDate, MeaningEntered, MeaningStarts)
	meaning.Funnel, meaning.Channel, meaning.Person = p.nameOf(MeaningFunnel), p.nameOf(MeaningChannel, MeaningCampaign), p.nameOf(MeaningOwner)
	result, err := p.queried.database.Counts(ctx, p.queried.relation, meaning, p.reader.asOf)
	if err != nil {
		return err
	}
	for i := range result.Entries {
		if stage != "" {
			result.Entries[i].Stage = stage
		}
	}
	p.takeResult(result, 0)
	return nil
}

// takeResult takes in what a database has added up; what names no funnel is of
// the one that is given.
func (p *part) takeResult(result *database.Result, index int) {
	t := p.reader.tally
	for _, e := range result.Entries {
		at, ok := p.placeOf(e.Funnel, e.Stage, index)
		if !ok {
			p.dropped.add(leftNoStage, 0)
			continue
		}
		known := &t.stages[at.funnel][at.stage]
		known.known, known.records = true, known.records || p.isRecords()
		e.Channel, e.Person = p.name(p.choices.Channels, e.Channel), p.name(nil, e.Person)
		if e.Brought == "" {
			e.Brought = p.reader.plan.Funnels[at.funnel].Stages[0].Owner
		}
		t.add(at.funnel, at.stage, e.Entries)
	}
	for _, l := range result.Lost {
		if at, ok := p.placeOf(l.Funnel, l.Stage, index); ok {
			t.losses[lossKey{at.funnel, at.stage, l.Reason}] += l.Count
		}
	}
	for _, c := range result.Clients {
		f, ok := p.funnelNamed(c.Funnel, index)
		if ok && result.RepeatKnown {
			t.repeat[f] = orNew(t.repeat[f])
			*t.repeat[f] += c.Repeat
		}
		if ok && result.ReferredKnown {
			t.referred[f] = orNew(t.referred[f])
			*t.referred[f] += c.Referred
		}
	}
	p.takeAmounts(t.spend, result.Spend)
	p.takeAmounts(t.revenue, result.Revenue)
	t.money.Spend = t.money.Spend || result.Known.Spend
	t.money.Revenue = t.money.Revenue || result.Known.Revenue
	p.rows += result.Rows - result.Undated
	p.count(leftNoDay, result.Undated)
	for _, odd := range result.Odd {
		p.notes = append(p.notes, problem("cells-left-out", 0, "column", odd.Column, "cells", odd.Rows, "row", 0, "got", odd.Example))
	}
}

// count notes rows that were left out.
func (p *part) count(why reason, rows int64) {
	if rows > 0 {
		p.dropped.merge(why, leftRows{rows, 0})
	}
}

func (p *part) takeAmounts(sums moneySums, amounts []database.Amount) {
	for _, a := range amounts {
		p.reader.tally.addMoney(sums, amountKey{a.From, a.To, p.name(p.choices.Channels, a.Channel)}, a.Value)
	}
}

// placeOf is a stage by the words that a database has for it and its funnel.
func (p *part) placeOf(funnelName, stage string, index int) (place, bool) {
	f, ok := p.funnelNamed(funnelName, index)
	if !ok {
		return place{}, false
	}
	if stage == "" {
		return place{f, 0}, true
	}
	ref := stageRef{Stage: stage}
	if m := p.match(stage); m.outcome == outcomeStage || m.outcome == outcomeWon {
		ref = m.stage
	}
	for _, at := range p.reader.places(ref) {
		if at.funnel == f {
			return at, true
		}
	}
	return place{}, false
}

// funnelNamed is a funnel by the word that a source has for it; one without a
// word is the one that is given.
func (p *part) funnelNamed(name string, index int) (int, bool) {
	if name == "" || len(p.reader.funnels) == 1 {
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
