package actuals

import (
	"bytes"
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

// recordTaker takes in rows of which each is a lead or deal.
type recordTaker struct {
	*part
	stageDates []*column
	places     [][]int // per stage column and funnel: the stage's index, −1 where the funnel has none

	entered, closed, wonOn, lostOn, stage, status  *column
	funnelOf, channel, campaign, owner, id, amount *column
	reasonOf, lostReason, referred, repeats        *column

	seen rowSet // of rows without an id
}

func newRecordTaker(p *part) *recordTaker {
	t := &recordTaker{
		part: p, entered: p.column(MeaningEntered), closed: p.column(MeaningClosed), wonOn: p.column(MeaningWon),
		lostOn: p.column(MeaningLost), stage: p.column(MeaningStage), status: p.column(MeaningStatus),
		funnelOf: p.column(MeaningFunnel), channel: p.column(MeaningChannel), campaign: p.column(MeaningCampaign),
		owner: p.column(MeaningOwner), id: p.column(MeaningID), amount: p.column(MeaningAmount),
		reasonOf: p.column(MeaningReason), lostReason: p.column(MeaningLostReason), referred: p.column(MeaningReferredBy), repeats: p.column(MeaningRepeat),
	}
	for _, c := range p.stageColumns() {
		at := make([]int, len(p.reader.funnels))
		for i := range at {
			at[i] = -1
		}
		for _, place := range p.reader.places(c.stage) {
			at[place.funnel] = place.stage
		}
		t.stageDates, t.places = append(t.stageDates, c), append(t.places, at)
	}
	for i := range p.reader.funnels {
		if t.repeats != nil {
			p.reader.tally.repeat[i] = orNew(p.reader.tally.repeat[i])
		}
		if t.referred != nil {
			p.reader.tally.referred[i] = orNew(p.reader.tally.referred[i])
		}
	}
	p.reader.tally.money.Revenue = p.reader.tally.money.Revenue || t.amount != nil && p.tellsWon()
	return t
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
func textOf(row sheet.Row, c *column) string {
	text := bytes.TrimSpace(cellOf(row, c).Text)
	if isBlank(text) {
		return ""
	}
	return string(text)
}

// take makes a lead of a row.
func (t *recordTaker) take(row sheet.Row) reason {
	if t.id == nil && t.seen.again(row) {
		t.alike++
	}
	l := &lead{at: -1}
	index, ok := t.funnelIndex(row)
	if !ok {
		return leftNoFunnel
	}
	l.funnel = index
	l.entered = make([]*funnel.Date, len(t.reader.funnels[index].Stages))
	for i, c := range t.stageDates {
		if at := t.places[i][index]; at >= 0 {
			l.entered[at] = t.day(row, c)
		}
	}
	l.seen = t.day(row, t.entered)
	if !t.topDated(index) {
		l.entered[t.reader.entry()] = l.seen
	}
	if !t.standing(row, l) {
		return leftIgnored
	}
	t.describe(row, l)
	return t.keep(row, l)
}

// topDated reports whether the stage that records come in by has a column of its
// own. Where it has one, a record without a day there has not entered the stage,
// however long it has been known.
func (t *recordTaker) topDated(funnel int) bool {
	for _, at := range t.places {
		if at[funnel] == t.reader.entry() {
			return true
		}
	}
	return false
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

// day is the first of the days that a cell stands for, nil where it gives none.
func (t *recordTaker) day(row sheet.Row, c *column) *funnel.Date {
	if c == nil {
		return nil
	}
	span, fit := c.dates.style.parse(cellOf(row, c))
	if fit != fits {
		return nil
	}
	return &span.Start
}

// standing says where a lead stands and how it ended; false for one that is to
// be ignored.
func (t *recordTaker) standing(row sheet.Row, l *lead) bool {
	for _, c := range []*column{t.stage, t.status} {
		if c == nil {
			continue
		}
		match := t.stages[textOf(row, c)]
		switch match.outcome {
		case outcomeIgnore:
			return false
		case outcomeWon, outcomeLost:
			l.outcome = match.outcome
		case outcomeOpen:
			l.outcome = outcomeNone
		case outcomeStage:
			for _, at := range t.reader.places(match.stage) {
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
	won, lost := t.day(row, t.wonOn), t.day(row, t.lostOn)
	if t.stage == nil && t.status == nil {
		switch {
		case won != nil:
			l.outcome = outcomeWon
		case lost != nil:
			l.outcome = outcomeLost
		}
	}
	if l.outcome == outcomeWon {
		l.closed = orDay(won, t.day(row, t.closed))
	}
	if l.outcome == outcomeLost {
		l.closed = orDay(lost, t.day(row, t.closed))
	}
	return true
}

func orDay(a, b *funnel.Date) *funnel.Date {
	if a != nil {
		return a
	}
	return b
}

// describe takes in what else a row says of a lead.
func (t *recordTaker) describe(row sheet.Row, l *lead) {
	l.channel = t.name(t.choices.Channels, textOf(row, t.channel))
	if t.channel == nil {
		l.channel = t.name(t.choices.Channels, textOf(row, t.campaign))
	}
	l.person = t.name(nil, textOf(row, t.owner))
	if t.amount != nil {
		if amount, fit := t.amount.rat(cellOf(row, t.amount)); fit == fits {
			l.amount = amount
		}
	}
	if l.outcome == outcomeLost {
		l.reason = firstText(row, t.lostReason, t.reasonOf)
	}
	l.referred = isYes(textOf(row, t.referred))
	l.repeat = t.repeated(row)
}

func firstText(row sheet.Row, columns ...*column) string {
	for _, c := range columns {
		if text := textOf(row, c); text != "" {
			return text
		}
	}
	return ""
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
	text := textOf(row, t.repeats)
	if d, fit := (numberStyle{}).parse(sheet.Cell{Text: []byte(text)}); fit == fits {
		if n, whole := d.whole(); whole && n >= 0 {
			return n
		}
	}
	if isYes(text) {
		return 1
	}
	return 0
}

// keep counts a lead, or puts it into the book until all sources have spoken.
func (t *recordTaker) keep(row sheet.Row, l *lead) reason {
	if id := textOf(row, t.id); t.reader.book != nil && id != "" {
		t.reader.book.take(id, t.index, l)
		return kept
	}
	if !l.isDated() {
		return leftNoDay
	}
	t.reader.tally.addLead(l, t.reader.tracers[l.funnel])
	return kept
}

func (t *recordTaker) finish() {}
