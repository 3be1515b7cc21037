package actuals

import (
	"slices"

	"embudo/internal/actuals/sheet"
)

// styleChoice is what can be said of how all columns are written.
type styleChoice string

// The choices.
const (
	choiceOrder   styleChoice = "date-order"
	choiceDecimal styleChoice = "decimal"
)

// refutation is a cell that proves that a choice does not hold for its column.
type refutation struct {
	choice    styleChoice
	column    string
	cell      cellText
	said, own string // the choice, and what the cells show
}

// question says that the choice holds for no column at all.
func (r refutation) question() *sheet.Problem {
	return problem(string(r.choice)+"-refuted", r.cell.row, "column", r.column, "got", r.cell.text, "said", r.said, "want", r.own)
}

// note says that it does not hold for this one.
func (r refutation) note() *sheet.Problem {
	return problem(string(r.choice)+"-own", r.cell.row, "column", r.column, "got", r.cell.text, "said", r.said, "want", r.own)
}

// heldOrder is the chosen order of day and month for a column, none where cells
// prove another one: read against them, most rows would be lost, and the others
// wrong. What one column proves holds for all of its table that prove nothing.
func (u *understanding) heldOrder(c *column) dateOrder {
	if u.refutes(choiceOrder) && !u.bearsOut(choiceOrder) || c.refutes(choiceOrder, u.choices) {
		return orderUnknown
	}
	return u.choices.Order
}

// heldMark is the chosen decimal mark in the same way.
func (u *understanding) heldMark(c *column) decimalMark {
	if u.refutes(choiceDecimal) && !u.bearsOut(choiceDecimal) || c.refutes(choiceDecimal, u.choices) {
		return decimalUnknown
	}
	return u.choices.Decimal
}

// holdChoices says which cells refute what is said of how columns are written.
func (u *understanding) holdChoices() {
	for _, c := range u.columns {
		if c.refutes(choiceOrder, u.choices) {
			d := c.dateTally.decide()
			u.refuted = append(u.refuted, refutation{choiceOrder, c.header, d.example, string(u.choices.Order), string(d.style.order)})
		}
		if c.refutes(choiceDecimal, u.choices) {
			d := c.numberTally.decide()
			u.refuted = append(u.refuted, refutation{choiceDecimal, c.header, d.example, u.choices.Decimal.word(), d.style.mark.word()})
		}
	}
}

// refutes reports whether the cells of a column that means something prove
// another style than the chosen one.
func (c *column) refutes(choice styleChoice, said choices) bool {
	switch content := contentOf(c.meaning); {
	case choice == choiceOrder && content == contentDates && said.Order != orderUnknown:
		d := c.dateTally.decide()
		return d.by == byCells && d.style.order != said.Order
	case choice == choiceDecimal && content == contentNumbers && said.Decimal != decimalUnknown:
		d := c.numberTally.decide()
		return d.by == byCells && d.style.mark != said.Decimal
	}
	return false
}

func (u *understanding) refutes(choice styleChoice) bool {
	return slices.ContainsFunc(u.columns, func(c *column) bool { return c.refutes(choice, u.choices) })
}

// bearsOut reports whether the cells of some column prove a choice.
func (u *understanding) bearsOut(choice styleChoice) bool {
	return slices.ContainsFunc(u.columns, func(c *column) bool {
		if choice == choiceOrder {
			d := c.dateTally.decide()
			return contentOf(c.meaning) == contentDates && d.by == byCells && d.style.order == u.choices.Order
		}
		d := c.numberTally.decide()
		return contentOf(c.meaning) == contentNumbers && d.by == byCells && d.style.mark == u.choices.Decimal
	})
}

// follows reports whether a table needs a choice or bears it out.
func (u *understanding) follows(choice styleChoice) bool {
	if u.bearsOut(choice) {
		return true
	}
	return !u.refutes(choice) && slices.ContainsFunc(u.columns, func(c *column) bool {
		if choice == choiceOrder {
			return contentOf(c.meaning) == contentDates && c.dateTally.decide().open != nil
		}
		return contentOf(c.meaning) == contentNumbers && c.numberTally.decide().open != nil
	})
}

// word is the mark as a choice calls it.
func (m decimalMark) word() string {
	if m == decimalComma {
		return "comma"
	}
	return "point"
}

// refutations are what the columns of a part refute. A choice is made for all
// columns of all sources: where it holds for one of them, it is a note that
// another one was read by its own cells; where it holds for none, a slip to ask
// about.
func (r *reader) refutations(p *part) (questions, notes []*sheet.Problem) {
	for _, one := range p.refuted {
		if slices.ContainsFunc(r.parts, func(o *part) bool { return o.follows(one.choice) }) {
			notes = append(notes, one.note())
		} else {
			questions = append(questions, one.question())
		}
	}
	for _, q := range questions {
		q.Source = p.source
	}
	return questions, notes
}
