package actuals

import (
	"io"
	"maps"
	"slices"
	"strings"

	"embudo/funnel"
	"embudo/internal/actuals/sheet"
)

// findOutcomes finds out whether the part says what became of its leads, and what
// stage of each funnel counts.
func (q *qualifier) findOutcomes() {
	q.goals = nil
	for i := range q.reader.plan.Funnels {
		stages := q.reader.plan.Funnels[i].Stages
		goal := slices.IndexFunc(stages, func(s funnel.Stage) bool { return s.ID == q.ideal.Outcome })
		if goal < 0 {
			goal = len(stages) - 1
		}
		q.goals = append(q.goals, goal)
	}
	tells := len(q.stageColumns()) > 0
	tells = tells || q.tells(MeaningStage) || q.tells(MeaningStatus) || q.column(MeaningWon) != nil
	switch {
	case !tells:
		q.outcomes = OutcomesNone
	case q.tellsLost():
		q.outcomes = OutcomesDecided
	default:
		q.outcomes = OutcomesReached
	}
}

// tellsLost reports whether records say that they were lost.
func (p *part) tellsLost() bool {
	if p.column(MeaningLost) != nil {
		return true
	}
	for _, m := range p.stages {
		if m.outcome == outcomeLost && m.certain {
			return true
		}
	}
	return false
}

// maxScored bounds the different traits of leads that are held at a time.
const maxScored = 50_000

// scorer scores some of the rows of a part.
type scorer struct {
	*qualifier
	sieve   *sieve
	rules   []field
	sales   []answers
	taker   *recordTaker // of how leads ended; nil where nothing says so
	comma   byte
	mark    decimalMark // of the points that are written
	own     int         // cells of the part's own in front of those that an earlier scoring left
	scored  map[funnel.Traits]*scored
	last    *scored
	cameOn  *column // nil where nothing says when leads came
	came    map[funnel.Level]int64
	counted *funnel.Qualification // of traits that are not held any more

	rows int64
	_    [lineSize]byte // behind it is what another worker counts
}

// scored is what is written behind leads with the same traits, and their number.
type scored struct {
	traits funnel.Traits
	ending []byte
	level  funnel.Level
	count  funnel.LeadCount
}

// score scores all rows, and writes them where they are to be written.
func (q *qualifier) score(w io.Writer) ([]*scorer, error) {
	scorers := make([]*scorer, q.reader.workers)
	editors := make([]sheet.Editor, len(scorers))
	takers := make([]func(sheet.Row) error, len(scorers))
	for i := range scorers {
		scorers[i] = q.newScorer()
		editors[i], takers[i] = scorers[i].edit, scorers[i].take
	}
	q.reader.progress.expect(q.size)
	if w == nil {
		return scorers, q.share(takers)
	}
	return scorers, q.sheet.Rewrite(w, editors...)
}

func (q *qualifier) newScorer() *scorer {
	s := &scorer{
		qualifier: q, sieve: q.sieve(), rules: slices.Clone(q.rules), sales: slices.Clone(q.sales), comma: q.sheet.Comma(), mark: q.writtenMark(), cameOn: q.cameOn(), came: map[funnel.Level]int64{},
		own: q.width, scored: map[funnel.Traits]*scored{}, counted: funnel.NewQualification(q.ideal.Profile),
	}
	for i := range s.rules {
		s.rules[i].seen = map[string]bool{}
	}
	if q.outcomes != OutcomesNone {
		s.taker = newRecordTaker(q.part, allCounted{})
		if !q.tells(MeaningStage) {
			s.taker.stage = nil
		}
		if !q.tells(MeaningStatus) {
			s.taker.status = nil
		}
	}
	if own := len(q.table.columns) - len(ScoreColumns()); q.width == len(q.table.columns) && own >= 0 && slices.Equal(q.sieve().header[own:], ScoreColumns()) {
		s.own = own
	}
	return s
}

// take scores a row.
func (s *scorer) take(row sheet.Row) error {
	s.judge(row)
	return nil
}

// edit scores a row and writes it with what was found out behind it. Whatever is
// no lead stays as it is, but for the header.
func (s *scorer) edit(row sheet.Row, text, out []byte) ([]byte, error) {
	isHeader := row.Number == s.table.number || len(row.Cells) >= len(s.sieve.header) && s.sieve.isHeader(row)
	var found *scored
	if !isHeader {
		if found = s.judge(row); found == nil {
			return append(out, text...), nil
		}
	}
	if len(row.Cells) > s.own {
		text = sheet.FirstCells(text, s.own, s.comma)
	}
	out = append(out, text...)
	for range s.own - len(row.Cells) {
		out = append(out, s.comma)
	}
	if found != nil {
		return append(out, found.ending...), nil
	}
	for _, name := range s.headings() {
		out = append(append(out, s.comma), name...)
	}
	return out, nil
}

// headings are those of the columns that are added: with a number behind where the
// file has columns of these names among its own.
func (s *scorer) headings() []string {
	names := ScoreColumns()
	for i, name := range names {
		if slices.Contains(s.sieve.header[:min(s.own, len(s.sieve.header))], name) {
			names[i] = name + "_2"
		}
	}
	return names
}

// judge counts a lead, nil for a row that is none.
func (s *scorer) judge(row sheet.Row) *scored {
	if s.sieve.leaves(row) != kept { // which the survey has counted
		return nil
	}
	s.rows++
	found := s.found(s.traits(row))
	found.count.Leads++
	if s.isDue(row) {
		s.came[found.level]++
	}
	if s.taker != nil {
		known, reached := s.ended(row)
		if known {
			found.count.Known++
		}
		if reached {
			found.count.Reached++
		}
	}
	return found
}

// cameOn is the column of the day on which leads came in, nil where there is none
// that can be read.
func (q *qualifier) cameOn() *column {
	c := q.column(MeaningEntered)
	for _, of := range q.stageColumns() {
		for _, at := range q.reader.places(of.stage) {
			if c == nil && of.meaning == MeaningStageDate && at.stage == q.reader.entry() {
				c = of
			}
		}
	}
	if c == nil || c.dates.open != nil {
		return nil
	}
	return c
}

// isDue reports whether the lead of a row came in the period, up to the day that
// was asked for.
func (s *scorer) isDue(row sheet.Row) bool {
	period := s.reader.plan.Period
	if s.cameOn == nil || period == nil {
		return false
	}
	on := day(row, s.cameOn)
	return on != noDay && on >= period.Start && on <= min(period.End, s.reader.asOf)
}

// traits are what a row says.
func (s *scorer) traits(row sheet.Row) funnel.Traits {
	var t funnel.Traits
	for i := range s.rules {
		switch s.rules[i].judge(row) {
		case met:
			t.Met |= 1 << i
		case unknown:
			t.Unknown |= 1 << i
		case failed:
		}
	}
	for i := range s.sales {
		if s.sales[i].isYes(row) {
			t.Confirmed |= s.sales[i].means
		}
	}
	return t
}

// found is what was made of the same traits before, or is made of them now.
func (s *scorer) found(t funnel.Traits) *scored {
	if s.last != nil && s.last.traits == t {
		return s.last
	}
	found := s.scored[t]
	if found == nil {
		if len(s.scored) == maxScored {
			s.tell(s.counted)
			clear(s.scored)
		}
		found = &scored{traits: t, ending: s.ending(t), level: s.ideal.Profile.Level(t)}
		s.scored[t] = found
	}
	s.last = found
	return found
}

// tell adds the counts that are held to those of others.
func (s *scorer) tell(all *funnel.Qualification) {
	for t, found := range s.scored {
		all.Add(t, found.count)
	}
	if all != s.counted {
		all.Merge(s.counted)
	}
}

// ended says whether it is known how the lead of a row ended, and whether it
// reached the stage that counts.
func (s *scorer) ended(row sheet.Row) (known, reached bool) {
	if s.taker.follows(row) != kept {
		return false, false
	}
	l := &s.taker.lead
	goal := s.goals[l.funnel]
	if l.outcome == outcomeWon || l.at >= goal {
		return true, true
	}
	for _, day := range l.entered[goal:] {
		if day != noDay && day <= s.reader.asOf {
			return true, true
		}
	}
	if l.outcome == outcomeLost {
		return true, false
	}
	return s.outcomes == OutcomesReached && !s.isUnclear(row), false
}

// isUnclear reports whether a row has a value of which nobody knows what it means
// for its lead.
func (s *scorer) isUnclear(row sheet.Row) bool {
	for _, c := range [...]*column{s.taker.stage, s.taker.status} {
		if text := textIn(row, c); len(text) > 0 {
			if _, known := s.taker.values[string(text)]; !known {
				return true
			}
		}
	}
	return false
}

// ending is the cells behind a row: points, level and reasons. They are the same
// in every language; the points are written as the file writes its numbers.
func (s *scorer) ending(t funnel.Traits) []byte {
	p := s.ideal.Profile
	score := decimalOf(p.Score(t)).String()
	if s.mark == decimalComma {
		score = strings.Replace(score, ".", ",", 1)
	}
	line := sheet.AppendField(append([]byte{}, s.comma), []byte(score), s.comma)
	line = append(append(append(line, s.comma), p.Level(t)...), s.comma)
	return sheet.AppendField(line, []byte(s.reasons(t)), s.comma)
}

// reasons are why a lead has its score and level, by the names that the plan and
// the file have: what it meets and sales has confirmed, what it fails, and what is
// still to be found out. Of what sales confirms that is said from where it counts.
func (s *scorer) reasons(t funnel.Traits) string {
	p := s.ideal.Profile
	var yes, no, open []string
	for i, rule := range p.Rules {
		switch bit := uint64(1) << i; {
		case t.Met&bit != 0:
			yes = append(yes, rule.Name)
		case t.Unknown&bit != 0:
			open = append(open, rule.Name)
		default:
			no = append(no, rule.Name)
		}
	}
	level := p.Level(t)
	counts := t.Confirmed != 0 || level != funnel.LevelOut && level != funnel.LevelContact && level != funnel.LevelLead
	for i := range s.sales {
		switch heading := s.sales[i].column.header; {
		case t.Confirmed&s.sales[i].means != 0:
			yes = append(yes, heading)
		case counts:
			open = append(open, heading)
		}
	}
	var list []string
	for _, one := range []struct {
		sign  string
		names []string
	}{{"✓ ", yes}, {"✗ ", no}, {"? ", open}} {
		if len(one.names) > 0 {
			list = append(list, one.sign+strings.Join(one.names, ", "))
		}
	}
	return strings.Join(list, " · ")
}

// writtenMark is the decimal mark of the numbers in a file: of those that show one
// or, where none does, that of the places where cells are set apart by semicolons,
// since a comma is their decimal mark.
func (q *qualifier) writtenMark() decimalMark {
	marks := map[decimalMark]int64{q.choices.inner().Decimal: 1}
	for _, c := range q.columns {
		if d := c.numberTally.decide(); d.by == byCells && c.numberTally.numbers()*2 >= c.numberTally.filled() {
			marks[d.style.mark] += d.numbers
		}
	}
	point, comma := marks[decimalPoint], marks[decimalComma]
	if comma > point || comma == point && q.sheet.Comma() == ';' {
		return decimalComma
	}
	return decimalPoint
}

// confirmationName is what a plan file calls what sales confirms.
func confirmationName(c funnel.Confirmation) string {
	switch c {
	case funnel.ConfirmedNeed:
		return "need"
	case funnel.ConfirmedValue:
		return "value"
	case funnel.ConfirmedBudget:
		return "budget"
	default:
		return "decision_maker"
	}
}

// note counts the leads, and says what could not be read of them.
func (q *qualifier) note(scorers []*scorer) {
	for _, s := range scorers {
		q.rows += s.rows
	}
	say := func(name string, c *column, left leftOut) {
		if left.cells > 0 {
			q.notes = append(q.notes, problem(name, left.first.row, "column", c.header, "cells", left.cells, "row", left.first.row, "got", left.first.text))
		}
	}
	for i := range q.rules {
		say("cells-left-out", q.rules[i].column, q.rules[i].left)
	}
	for i := range q.sales {
		var unclear leftOut
		for _, s := range scorers {
			if u := s.sales[i].unclear; u.cells > 0 {
				unclear.add(u.cells, u.first)
			}
		}
		say("answers-unclear", q.sales[i].column, unclear)
	}
	for i := range q.seen {
		for _, s := range scorers {
			maps.Copy(q.seen[i], s.rules[i].seen)
		}
	}
	q.noteUnclear()
	for _, name := range q.fieldsTwice() {
		q.notes = append(q.notes, problem("field-twice", q.table.number, "column", name))
	}
}

// noteUnclear says which values of stages nobody could make anything of, where that
// was no question: leads that have them count as open.
func (q *qualifier) noteUnclear() {
	for _, o := range q.opens {
		c := q.column(o.meaning)
		switch {
		case c == nil || q.mustBeAnswered(o.problem.Name, o.meaning) && o.needed:
		case o.problem.Name == "too-many-values":
			q.notes = append(q.notes, problem("stages-too-many", q.table.number, "column", c.header, "max", maxValues))
		case o.problem.Name == "unknown-values":
			q.notes = append(q.notes, problem("stages-unclear", q.table.number, "column", c.header, "values", quoted(o.candidates),
				"want", o.candidates[0], "stages", q.words.stages.names()))
		}
	}
}

// fieldsTwice are the headings that rules look at and several columns have.
func (q *qualifier) fieldsTwice() []string {
	var twice []string
	for i := range q.rules {
		name := q.rules[i].column.header
		if slices.ContainsFunc(q.table.columns, func(c *column) bool {
			return strings.HasPrefix(c.header, name+" (") && fold(q.sieve().header[c.index]) == fold(name)
		}) &&
			!slices.Contains(twice, name) {
			twice = append(twice, name)
		}
	}
	return twice
}
