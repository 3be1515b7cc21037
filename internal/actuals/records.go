package actuals

import (
	"slices"
	"strings"

	"embudo/funnel"
	"embudo/internal/actuals/sheet"
)

// Reasons why a record is left out, besides those of the layout.
const (
	leftIgnored   reason = "ignored"        // its stage is to be ignored
	leftNoDay     reason = "no_day"         // nothing says when
	leftNoFunnel  reason = "unknown_funnel" // its funnel is none of the plan's
	leftNoStage   reason = "unknown_stage"
	leftNoCount   reason = "no_count"
	leftNegative  reason = "negative"
	leftTooLarge  reason = "too_large"
	leftAfterAsOf reason = "after_as_of" // of days after the one that was asked for
)

// recordTaker takes in rows of which each is a lead or deal. Several of them may
// share the rows of a table: each counts for itself until it is finished.
type recordTaker struct {
	*part
	ids    idSorter
	leads  *leadTally
	book   *book
	names  []*namer // of channels, then of people
	lead   lead     // at hand
	values map[string]standing

	stageDates [][]stageDate // by funnel
	topDated   []bool        // by funnel: the stage that records come in by has a column of its own

	entered, closed, wonOn, lostOn, stage, status *column
	funnelOf, channel, owner, id, amount          *column
	reasonOf, lostReason, referred, repeats       *column
	response                                      *column // nil too where nobody asks for it

	seen  *restColumn // that has read the day of entered already
	alike *rowSet     // of rows without an id; nil where they have one
}

// stageDate is a column that says when a stage was entered.
type stageDate struct {
	column *column
	read   *restColumn // that has read the day of the row already; nil where none has
	stage  int
}

// standing is what a value of a column of stages says about a record.
type standing struct {
	outcome outcome
	places  []place
}

func newRecordTaker(p *part, ids idSorter) *recordTaker {
	t := &recordTaker{
		part: p, ids: ids, leads: p.reader.newLeadTally(), book: newBook(),
		entered: p.column(MeaningEntered), closed: p.column(MeaningClosed), wonOn: p.column(MeaningWon),
		lostOn: p.column(MeaningLost), stage: p.column(MeaningStage), status: p.column(MeaningStatus),
		funnelOf: p.column(MeaningFunnel), channel: p.column(MeaningChannel),
		owner: p.column(MeaningOwner), id: p.column(MeaningID), amount: p.column(MeaningAmount),
		reasonOf: p.column(MeaningReason), lostReason: p.column(MeaningLostReason), referred: p.column(MeaningReferredBy), repeats: p.column(MeaningRepeat),
	}
	if t.channel == nil {
		t.channel = p.column(MeaningCampaign)
	}
	if p.reader.answers != nil {
		t.response = p.column(MeaningFirstResponse)
	}
	t.names = []*namer{newNamer(p.choices.Channels, t.leads.channel), newNamer(nil, t.leads.person)}
	if t.id == nil {
		t.alike = &rowSet{seed: p.reader.seed}
	}
	t.findPlaces()
	p.speakOfClients()
	return t
}

// findPlaces looks up the stages that columns and values are about.
func (t *recordTaker) findPlaces() {
	t.stageDates = make([][]stageDate, len(t.reader.funnels))
	t.topDated = make([]bool, len(t.reader.funnels))
	for _, c := range t.stageColumns() {
		for _, at := range t.reader.places(c.stage) {
			t.stageDates[at.funnel] = append(t.stageDates[at.funnel], stageDate{column: c, stage: at.stage})
			t.topDated[at.funnel] = t.topDated[at.funnel] || at.stage == t.reader.entry()
		}
	}
	t.values = map[string]standing{}
	for value, match := range t.stages {
		if !match.certain {
			continue // said to be a question, and counted as nothing
		}
		s := standing{outcome: match.outcome}
		if match.outcome == outcomeStage {
			s.places = t.reader.places(match.stage)
		}
		t.values[value] = s
	}
}

// follow takes days over from the survey of the same rows, which has read them.
func (t *recordTaker) follow(r *rest) {
	if r == nil {
		return
	}
	for i := range r.columns {
		c := &r.columns[i]
		for _, dates := range t.stageDates {
			for j := range dates {
				if dates[j].column.index == c.index {
					dates[j].read = c
				}
			}
		}
		if t.entered != nil && t.entered.index == c.index {
			t.seen = c
		}
	}
}

// dayRead is the day in a cell, as the survey has read it if it has.
func dayRead(row sheet.Row, c *column, read *restColumn) funnel.Date {
	if read != nil && read.row == row.Number {
		return read.day
	}
	return day(row, c)
}

// speakOfClients notes what records say about clients, of whom there may be none.
func (p *part) speakOfClients() {
	t := p.reader.tally
	for i := range p.reader.funnels {
		if p.column(MeaningRepeat) != nil {
			t.repeat[i] = orNew(t.repeat[i])
		}
		if p.column(MeaningReferredBy) != nil {
			t.referred[i] = orNew(t.referred[i])
		}
	}
	t.money.Revenue = t.money.Revenue || p.column(MeaningAmount) != nil && p.tellsWon()
}

func orNew(n *int64) *int64 {
	if n == nil {
		return new(int64)
	}
	return n
}

// cell is that of a column in a row, empty where the row ends before it.
func cellOf(row sheet.Row, c *column) sheet.Cell {
	if c == nil || c.index >= len(row.Cells) {
		return sheet.Cell{}
	}
	return row.Cells[c.index]
}

// textOf is the text of a column in a row, empty for a word that stands for
// nothing.
func textOf(row sheet.Row, c *column) string { return string(textIn(row, c)) }

// textIn is the same text as long as the row is valid.
func textIn(row sheet.Row, c *column) []byte {
	if c == nil || c.index >= len(row.Cells) {
		return nil
	}
	text := trimmed(row.Cells[c.index].Text)
	if isBlank(text) {
		return nil
	}
	return text
}

// take makes a lead of a row.
func (t *recordTaker) take(row sheet.Row) reason {
	id := textIn(row, t.id)
	fate := t.ids.sort(id)
	if fate == passedOver {
		return leftForLater
	}
	if t.alike != nil {
		t.alike.add(row)
	}
	if why := t.follows(row); why != kept {
		return why
	}
	t.describe(row, &t.lead)
	if t.reader.answers != nil {
		t.respond(row, &t.lead)
	}
	return t.keep(row, &t.lead, id, fate)
}

// follows makes the lead at hand of what a row says of its way.
func (t *recordTaker) follows(row sheet.Row) reason {
	index, ok := t.funnelIndex(row)
	if !ok {
		return leftNoFunnel
	}
	l := &t.lead
	l.clear(index, len(t.reader.funnels[index].Stages))
	for i := range t.stageDates[index] {
		d := &t.stageDates[index][i]
		l.entered[d.stage] = dayRead(row, d.column, d.read)
	}
	l.seen = dayRead(row, t.entered, t.seen)
	if !t.topDated[index] { // else one without a day there has not entered it, however long it has been known
		l.entered[t.reader.entry()] = l.seen
	}
	if !t.standing(row, l) {
		return leftIgnored
	}
	return kept
}

// funnelIndex is the funnel that a row belongs to.
func (t *recordTaker) funnelIndex(row sheet.Row) (index int, ok bool) {
	return t.part.funnelIndex(row, t.funnelOf, t.stage)
}

// funnelIndex goes by the funnel column or, where there is none, by the stages
// that only one funnel has.
func (p *part) funnelIndex(row sheet.Row, funnelOf, stage *column) (index int, ok bool) {
	if len(p.reader.funnels) == 1 && len(p.choices.Funnels) == 0 {
		return 0, true
	}
	if funnelOf != nil {
		if name := textOf(row, funnelOf); name != "" {
			return p.funnelNamed(name, 0)
		}
		return 0, false
	}
	if len(p.reader.funnels) == 1 {
		return 0, true
	}
	if match := p.stages[textOf(row, stage)]; match.outcome == outcomeStage {
		if places := p.reader.places(match.stage); len(places) == 1 {
			return places[0].funnel, true
		}
	}
	for _, c := range p.stageColumns() {
		if places := p.reader.places(c.stage); len(places) == 1 && textOf(row, c) != "" {
			return places[0].funnel, true
		}
	}
	return 0, false
}

// day is the first of the days that a cell stands for, noDay where it gives none.
func day(row sheet.Row, c *column) funnel.Date {
	if c == nil || c.index >= len(row.Cells) || len(row.Cells[c.index].Text) == 0 {
		return noDay
	}
	span, fit := c.dates.style.parse(row.Cells[c.index])
	if fit != fits {
		return noDay
	}
	return span.Start
}

// standing says where a lead stands and how it ended; false for one that is to
// be ignored.
func (t *recordTaker) standing(row sheet.Row, l *lead) bool {
	for _, c := range [...]*column{t.stage, t.status} {
		if c == nil {
			continue
		}
		value := t.values[string(textIn(row, c))]
		switch value.outcome {
		case outcomeIgnore:
			return false
		case outcomeWon, outcomeLost:
			l.outcome = value.outcome
		case outcomeOpen:
			l.outcome = outcomeNone
		case outcomeStage:
			for _, at := range value.places {
				if at.funnel == l.funnel {
					l.at = at.stage
				}
			}
		case outcomeNone, outcomeSide:
		}
	}
	if last := len(l.entered) - 1; l.at == last && l.outcome == outcomeNone {
		l.outcome, l.at = outcomeWon, -1
	}
	won, lost := day(row, t.wonOn), day(row, t.lostOn)
	if t.stage == nil && t.status == nil {
		switch {
		case won != noDay:
			l.outcome = outcomeWon
		case lost != noDay:
			l.outcome = outcomeLost
		}
	}
	if l.outcome == outcomeWon {
		l.closed = orDay(won, day(row, t.closed))
	}
	if l.outcome == outcomeLost {
		l.closed = orDay(lost, day(row, t.closed))
	}
	return true
}

func orDay(a, b funnel.Date) funnel.Date {
	if a != noDay {
		return a
	}
	return b
}

// describe takes in what else a row says of a lead.
func (t *recordTaker) describe(row sheet.Row, l *lead) {
	l.channel = t.names[0].key(cellOf(row, t.channel).Text)
	l.person = t.names[1].key(cellOf(row, t.owner).Text)
	if t.amount != nil {
		amount, fit := t.amount.numbers.style.parse(cellOf(row, t.amount))
		l.amount, l.paid = amount, fit == fits
	}
	if l.outcome == outcomeLost {
		l.reason = t.leads.reason.of(shortReason(firstText(row, t.lostReason, t.reasonOf)))
	}
	if t.referred != nil {
		l.referred = isYes(textOf(row, t.referred))
	}
	if t.repeats != nil {
		l.repeat = t.repeated(row)
	}
}

// respond notes when a lead was handed over and first answered, with their times.
// It is handed over when it enters the last stage of marketing or, where no column
// says when that was, when it comes in.
func (t *recordTaker) respond(row sheet.Row, l *lead) {
	handed, day := t.entered, l.seen
	for i := range t.stageDates[l.funnel] {
		if d := &t.stageDates[l.funnel][i]; d.stage == t.reader.answers.HandOver[l.funnel]-1 {
			handed, day = d.column, l.entered[d.stage]
		}
	}
	l.handedAt = momentIn(day, cellOf(row, handed).Text)
	l.answeredAt = momentIn(dayRead(row, t.response, nil), cellOf(row, t.response).Text)
}

func firstText(row sheet.Row, columns ...*column) []byte {
	for _, c := range columns {
		if text := textIn(row, c); len(text) > 0 {
			return text
		}
	}
	return nil
}

// name is what a channel or person is counted by.
func (p *part) name(choices map[string]string, spelled string) string {
	if spelled == "" {
		return ""
	}
	if chosen, ok := choices[spelled]; ok {
		spelled = chosen
	}
	return p.reader.names.key(spelled)
}

// isYes reports whether a cell names somebody or says yes.
func isYes(text string) bool {
	switch strings.ToLower(text) {
	case "", "0", "no", "false", "n", "não", "nao":
		return false
	}
	return true
}

// repeated is how often a client bought again: a number, or yes for once.
func (t *recordTaker) repeated(row sheet.Row) int64 {
	text := textIn(row, t.repeats)
	if d, fit := (numberStyle{}).parse(sheet.Cell{Text: text}); fit == fits {
		if n, whole := d.whole(); whole && n >= 0 {
			return n
		}
	}
	if isYes(string(text)) {
		return 1
	}
	return 0
}

// keep counts a lead, or puts it into the book until all rows of its id have been
// seen.
func (t *recordTaker) keep(row sheet.Row, l *lead, id []byte, f fate) reason {
	if f == joined {
		t.book.join(bookKey{string(id), l.funnel}, t.entry(row, l))
		if len(t.book.leads) > maxJoined {
			return leftTooMany
		}
		return kept
	}
	if !l.isDated() {
		return leftNoDay
	}
	t.leads.add(l)
	return kept
}

// entry is a lead of the book: a copy of the one at hand, which the next row
// overwrites.
func (t *recordTaker) entry(row sheet.Row, l *lead) *entry {
	day := l.firstDay()
	e := &entry{
		lead:    *l,
		channel: label{t.leads.channel.list[l.channel], day},
		person:  label{t.leads.person.list[l.person], day},
		reason:  label{t.leads.reason.list[l.reason], orDay(l.closed, day)},
		rows:    1, row: row.Number,
	}
	e.entered = slices.Clone(l.entered)
	e.items = itemOf(l, t.stage == nil && t.status == nil)
	return e
}

// finish tells what was counted to the reader.
func (t *recordTaker) finish() {
	t.leads.tell(t.reader.tally)
	for _, n := range t.names {
		n.tell(t.reader.names)
	}
}
