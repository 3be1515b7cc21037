package actuals

import (
	"errors"

	"embudo/internal/actuals/sheet"
)

// maxPeeked bounds the rows in which repeated ids are looked for. The items of a
// deal stand together, so that the beginning of a file shows what its rows are.
const maxPeeked = 1 << 14

// errPeeked ends a look at the beginning of a file.
var errPeeked = errors.New("seen enough")

// repeatsIDs reports whether the beginning of a file has an id twice: then its
// rows are items or changes of leads, and no leads of their own.
func (p *part) repeatsIDs() (repeats bool, err error) {
	id := p.column(MeaningID)
	if p.sheet == nil || id == nil {
		return false, nil
	}
	sieve, seen := p.sieve(), map[string]bool{}
	err = p.sheet.Each(func(row sheet.Row) error {
		if sieve.leaves(row) != kept {
			return nil
		}
		text := textOf(row, id)
		if repeats = text != "" && seen[text]; repeats || len(seen) == maxPeeked {
			return errPeeked
		}
		seen[text] = true
		return nil
	})
	if errors.Is(err, errPeeked) {
		err = nil
	}
	return repeats, err
}

// isDated reports whether anything says when a lead was there.
func (l *lead) isDated() bool {
	if l.seen != nil || l.closed != nil {
		return true
	}
	for _, day := range l.entered {
		if day != nil {
			return true
		}
	}
	return false
}

// closeBook adds up the leads of the book. One of which nothing says when it was
// there is left out, as it is without a book.
func (r *reader) closeBook() {
	for _, e := range r.book.order {
		if e.lead.isDated() {
			r.tally.addLead(e.lead, r.tracers[e.lead.funnel])
			continue
		}
		for _, p := range r.parts {
			if p.index == e.source {
				p.dropped.merge(leftNoDay, leftRows{1, 0})
				p.rows--
			}
		}
	}
	for _, p := range r.parts {
		if n := r.book.items[p.index]; n > 0 {
			p.notes = append(p.notes, problem("items-joined", p.table.number, "rows", n, "column", p.column(MeaningID).header))
		}
	}
}
