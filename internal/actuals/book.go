package actuals

import (
	"math/big"

	"embudo/funnel"
)

// book holds leads by their id until all that the sources say about them has
// been read.
type book struct {
	byID  map[string]*entry
	order []*entry      // as they came
	items map[int]int64 // by source: further rows of a lead that it has spoken of
}

// entry is a lead of the book with the source that spoke of it last.
type entry struct {
	lead   *lead
	source int
}

func newBook() *book { return &book{byID: map[string]*entry{}, items: map[int]int64{}} }

// take notes what a row of a source says about the lead with an id. A further row
// of the same source is a further item of the same lead; what another source says
// adds to what is known and replaces what it contradicts.
func (b *book) take(id string, source int, l *lead) {
	e, known := b.byID[id]
	switch {
	case !known:
		e = &entry{lead: l}
		b.byID[id] = e
		b.order = append(b.order, e)
	case e.source == source:
		b.items[source]++
		e.lead.addItem(l)
	default:
		e.lead.update(l)
	}
	e.source = source
}

// addItem joins two rows of one source that are about the same lead: it entered
// a stage with the first of them, came as far as the one further on, and paid for
// both.
func (l *lead) addItem(o *lead) {
	for i, day := range o.entered {
		if day != nil && (l.entered[i] == nil || *day < *l.entered[i]) {
			l.entered[i] = day
		}
	}
	l.at = max(l.at, o.at)
	if l.outcome != outcomeWon && o.outcome != outcomeNone {
		l.outcome, l.closed = o.outcome, later(l.closed, o.closed)
	}
	if o.amount != nil {
		sum := new(big.Rat).Set(o.amount)
		if l.amount != nil {
			sum.Add(sum, l.amount)
		}
		l.amount = sum
	}
	l.seen = later(l.seen, o.seen)
	l.repeat += o.repeat
	l.fill(o)
}

// update takes over what another source says about a lead.
func (l *lead) update(o *lead) {
	for i, day := range o.entered {
		if day != nil {
			l.entered[i] = day
		}
	}
	if o.at >= 0 {
		l.at = o.at
	}
	if o.outcome != outcomeNone {
		l.outcome, l.closed = o.outcome, o.closed
	}
	if o.amount != nil {
		l.amount = o.amount
	}
	l.seen = later(l.seen, o.seen)
	l.repeat = max(l.repeat, o.repeat)
	l.fill(o)
}

// fill takes over what was not known.
func (l *lead) fill(o *lead) {
	if l.channel == "" {
		l.channel = o.channel
	}
	if l.person == "" {
		l.person = o.person
	}
	if o.reason != "" {
		l.reason = o.reason
	}
	l.referred = l.referred || o.referred
}

func later(a, b *funnel.Date) *funnel.Date {
	if a == nil || b != nil && *b > *a {
		return b
	}
	return a
}
