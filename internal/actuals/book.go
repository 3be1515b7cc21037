package actuals

import (
	"cmp"

	"embudo/funnel"
)

// maxJoined bounds the leads of several sources that are held to be joined by
// their ids: some 400 MB.
const maxJoined = 1_000_000

// book holds leads by their id until all that the sources say about them has
// been read. The order in which the rows of one source come does not matter; of
// what sources contradict each other in, the last one has the last word.
type book struct{ leads map[bookKey]*entry }

// bookKey is a lead: an id may stand in several funnels.
type bookKey struct {
	id     string
	funnel int
}

// entry is a lead of the book, with its texts.
type entry struct {
	lead
	channel, person label
	reason          label
	items           items
	rows            int64 // of the source that spoke of it last
	row             int   // the first of them
}

// label is a text with the first day of the row that it is from.
type label struct {
	text string
	day  funnel.Date
}

// compare orders labels by their days, and those of a day by the alphabet. What
// has no day comes last, and behind it what says nothing.
func (a label) compare(b label) int {
	return cmp.Or(cmp.Compare(a.silence(), b.silence()), cmp.Compare(a.day, b.day), cmp.Compare(a.text, b.text))
}

func (a label) silence() int {
	switch {
	case a.text == "":
		return 2
	case a.day == noDay:
		return 1
	}
	return 0
}

// first is the earlier of two labels.
func (a label) first(b label) label {
	if b.compare(a) < 0 {
		return b
	}
	return a
}

// last is the later of two labels that say something.
func (a label) last(b label) label {
	if a.text == "" || b.text != "" && b.compare(a) > 0 {
		return b
	}
	return a
}

func newBook() *book { return &book{leads: map[bookKey]*entry{}} }

// join notes what a row of a source says about the lead with an id. A further row
// is a further item of the same lead.
func (b *book) join(key bookKey, e *entry) {
	if known, ok := b.leads[key]; ok {
		known.addItem(e)
		return
	}
	b.leads[key] = e
}

// joinAll adds what another part of the same source says.
func (b *book) joinAll(o *book) {
	for key, e := range o.leads {
		b.join(key, e)
	}
}

// update takes over what the next source says.
func (b *book) update(o *book) {
	for key, e := range o.leads {
		if known, ok := b.leads[key]; ok {
			known.update(e)
		} else {
			b.leads[key] = e
		}
	}
}

// addItem joins two rows of one source that are about the same lead: it entered
// a stage with the first of them, came as far as the one further on, was won with
// the first that was and lost only with the last. Only those of its items count
// whose fate it shares: a client did not pay for what was lost.
func (e *entry) addItem(o *entry) {
	for i, day := range o.entered {
		e.entered[i] = earlier(e.entered[i], day)
	}
	e.at = max(e.at, o.at)
	e.items.add(&o.items)
	e.addOutcome(o)
	e.seen = max(e.seen, o.seen)
	e.handedAt, e.answeredAt = e.handedAt.before(o.handedAt), e.answeredAt.before(o.answeredAt)
	e.repeat += o.repeat
	e.referred = e.referred || o.referred
	e.channel, e.person = e.channel.first(o.channel), e.person.first(o.person)
	e.reason = e.reason.last(o.reason)
	e.row = min(e.row, o.row)
	e.rows += o.rows
}

func (e *entry) addOutcome(o *entry) {
	switch {
	case o.outcome == outcomeNone || e.outcome == outcomeWon && o.outcome == outcomeLost:
	case e.outcome != o.outcome:
		e.outcome, e.closed = o.outcome, o.closed
	case e.outcome == outcomeWon:
		e.closed = earlier(e.closed, o.closed)
	default:
		e.closed = max(e.closed, o.closed)
	}
}

// update takes over what another source says about a lead.
func (e *entry) update(o *entry) {
	for i, day := range o.entered {
		if day != noDay {
			e.entered[i] = day
		}
	}
	if o.at >= 0 {
		e.at = o.at
	}
	if o.outcome != outcomeNone {
		e.outcome, e.closed = o.outcome, o.closed
	}
	switch ended := o.outcome != outcomeNone; {
	case o.items.any():
		e.items = o.items
		e.items.silent = e.items.silent || !ended
	case ended: // of which the amounts are from a source that did not know it
		e.items.silent = true
	}
	e.seen = max(e.seen, o.seen)
	e.handedAt, e.answeredAt = o.handedAt.over(e.handedAt), o.answeredAt.over(e.answeredAt)
	e.repeat = max(e.repeat, o.repeat)
	e.referred = e.referred || o.referred
	e.channel.text = cmp.Or(e.channel.text, o.channel.text)
	e.person.text = cmp.Or(e.person.text, o.person.text)
	e.reason.text = cmp.Or(o.reason.text, e.reason.text)
	e.rows, e.row = o.rows, o.row
}

// bound reports that the book holds more leads than it should.
func (b *book) bound() error {
	if len(b.leads) > maxJoined {
		return problem("too-many-to-join", 0, "max", maxJoined)
	}
	return nil
}

// tell counts the leads of a book.
func (b *book) tell(t *leadTally) {
	for _, e := range b.leads {
		e.amount, e.paid = e.items.of(&e.lead)
		e.lead.channel = t.channel.ofString(e.channel.text)
		e.lead.person = t.person.ofString(e.person.text)
		e.lead.reason = t.reason.ofString(e.reason.text)
		t.add(&e.lead)
	}
}
