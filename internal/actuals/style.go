package actuals

// settleStyles decides how the cells of each column with a meaning are written: by
// the choice of the plan or a flag, else by the column's own cells, else by those
// of the other columns of the table.
func (u *understanding) settleStyles() {
	order, mark := u.siblingOrder(), u.siblingMark()
	u.holdChoices()
	for _, c := range u.columns {
		switch contentOf(c.meaning) {
		case contentDates:
			c.dates = c.decideDates(u.heldOrder(c), order)
			c.dates.style.unit = unitDay
			if c.meaning == MeaningDate {
				c.dates.style.unit = unitOf(c.header)
			}
			u.askOrder(c)
		case contentNumbers:
			c.numbers = c.decideNumbers(u.heldMark(c), mark)
			u.askMark(c)
		case contentTexts, contentStages:
		}
	}
}

func (c *column) decideDates(choice, sibling dateOrder) dateDecision {
	if choice != orderUnknown {
		return c.dateTally.decided(choice, byChoice)
	}
	d := c.dateTally.decide()
	if d.open != nil && !d.open.mixed && sibling != orderUnknown {
		return c.dateTally.decided(sibling, bySibling)
	}
	return d
}

func (c *column) decideNumbers(choice, sibling decimalMark) numberDecision {
	if choice != decimalUnknown {
		return c.numberTally.decided(choice, byChoice)
	}
	d := c.numberTally.decide()
	if d.open != nil && !d.open.mixed && sibling != decimalUnknown {
		return c.numberTally.decided(sibling, bySibling)
	}
	return d
}

// siblingOrder is the order that the columns of dates show which show one,
// unknown where they differ.
func (u *understanding) siblingOrder() dateOrder {
	var order dateOrder
	for _, c := range u.columns {
		d := c.dateTally.decide()
		if d.by != byCells || c.dateTally.written()*2 < c.dateTally.filled() {
			continue
		}
		if order != orderUnknown && order != d.style.order {
			return orderUnknown
		}
		order = d.style.order
	}
	return order
}

// siblingMark is the decimal mark that the columns of numbers show which show
// one, unknown where they differ.
func (u *understanding) siblingMark() decimalMark {
	var mark decimalMark
	for _, c := range u.columns {
		d := c.numberTally.decide()
		if d.by != byCells || c.numberTally.numbers()*2 < c.numberTally.filled() {
			continue
		}
		if mark != decimalUnknown && mark != d.style.mark {
			return decimalUnknown
		}
		mark = d.style.mark
	}
	return mark
}

// askOrder asks for the order of day and month in a column.
func (u *understanding) askOrder(c *column) {
	o := c.dates.open
	if o == nil {
		return
	}
	p := problem("date-order-open", o.day.row, "column", c.header, "cells", o.cells, "got", o.day.text,
		"day", readingOf(o.day.text, dayFirst), "month", readingOf(o.day.text, monthFirst))
	if o.mixed {
		p = problem("date-order-mixed", o.month.row, "column", c.header, "cells", o.cells, "got", o.day.text,
			"other", o.month.text, "row", o.day.row)
	}
	u.ask(open{problem: p, meaning: c.meaning, candidates: []string{string(dayFirst), string(monthFirst)}, needed: true})
}

// readingOf is the day that a text names in an order.
func readingOf(text string, order dateOrder) string {
	span, _ := dateStyle{order, unitDay}.parse(textCell(text))
	return span.Start.String()
}

// askMark asks for the decimal mark of a column.
func (u *understanding) askMark(c *column) {
	o := c.numbers.open
	if o == nil {
		return
	}
	p := problem("decimal-mark-open", o.point.row, "column", c.header, "cells", o.cells, "got", o.point.text,
		"point", valueOf(o.point.text, decimalPoint), "comma", valueOf(o.point.text, decimalComma))
	if o.mixed {
		p = problem("decimal-mark-mixed", o.comma.row, "column", c.header, "cells", o.cells, "got", o.point.text,
			"other", o.comma.text, "row", o.point.row)
	}
	u.ask(open{problem: p, meaning: c.meaning, candidates: []string{"point", "comma"}, needed: true})
}

// valueOf is the number that a text is with a decimal mark.
func valueOf(text string, mark decimalMark) string {
	d, _ := numberStyle{mark: mark}.parse(textCell(text))
	return d.String()
}
