package actuals

// items are the amounts of the rows of one lead, by how each of them ended.
type items struct {
	won, lost, open itemSum
	silent          bool // no row can say how it ended
}

// itemSum is what amounts come to, if there are any.
type itemSum struct {
	amount decimal
	known  bool
}

func (s *itemSum) add(o itemSum) {
	if o.known {
		s.amount, s.known = s.amount.plus(o.amount), true
	}
}

// itemOf is a row with its own amount; silent says that no column tells of rows
// how they ended.
func itemOf(l *lead, silent bool) items {
	i := items{silent: silent}
	one := itemSum{l.amount, l.paid}
	switch {
	case l.outcome == outcomeWon || l.entered[len(l.entered)-1] != noDay:
		i.won = one
	case l.outcome == outcomeLost:
		i.lost = one
	default:
		i.open = one
	}
	return i
}

func (i *items) add(o *items) {
	i.won.add(o.won)
	i.lost.add(o.lost)
	i.open.add(o.open)
	i.silent = i.silent && o.silent
}

func (i *items) any() bool { return i.won.known || i.lost.known || i.open.known }

// of is the amount of a lead: of a client what was won, of one that is still open
// what is. Where no row that was won has an amount, and rows cannot say how they
// ended or are of a source that does not know, it is that of the others that were
// not lost.
func (i *items) of(l *lead) (amount decimal, known bool) {
	sum := i.open
	switch {
	case l.outcome == outcomeWon || l.entered[len(l.entered)-1] != noDay:
		sum = i.won
		if !sum.known && i.silent {
			sum = i.open
		}
	case l.outcome == outcomeLost:
		sum = i.lost
	}
	return sum.amount, sum.known
}
