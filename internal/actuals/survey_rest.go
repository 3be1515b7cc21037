package actuals

import (
	"errors"
	"slices"

	"embudo/funnel"
	"embudo/internal/actuals/sheet"
)

// sampleRows is after how many rows of a table it is read on their word. What the
// others say is counted while they are taken in; where it leads to another
// understanding, the table is read again by that.
const sampleRows = 5000

// errSampled ends a survey of the first rows.
var errSampled = errors.New("enough rows for a sample")

// errAnew says that the rows behind the sample are not those of its table alone.
var errAnew = errors.New("the whole sheet must be surveyed")

// canStop reports whether all that follows are rows of the table at hand, unless
// an empty one comes.
func (s *survey) canStop(rows int64) bool {
	return s.current != nil && s.current.rows >= max(rows, maxSampled) && len(s.pending) == 0 && !s.gap &&
		s.choices.HeaderRow <= s.through
}

// rest is the survey of rows behind a sample. Several can share them.
type rest struct {
	through int // the last row of the sample
	columns []restColumn
	days    isoDays
	rows    int64
	left    leftByReason

	gap, filled int // the first row that is empty and the last that is not; 0 for none
}

// restColumn counts what must be known of a column, and nothing else. What every
// cell needs comes first, to lie together in memory.
type restColumn struct {
	stage, number, date bool

	day funnel.Date // that the cell of a row gives, if it was read at once
	row int         // 0 for none

	isoDays, blanks alikeCells // to be told to the tallies

	column
	of *column
}

// alikeCells counts cells that all say the same of their column.
type alikeCells struct {
	cells int64
	first cellText
}

func (a *alikeCells) add(row int, text []byte) {
	if a.cells++; a.cells == 1 {
		a.first = cellText{row, excerpt(text)}
	}
}

func (s *survey) newRest() *rest {
	r := &rest{through: s.through, left: leftByReason{}}
	for _, c := range s.current.columns {
		one := restColumn{of: c}
		one.index = c.index
		one.stage, one.number, one.date = c.looksFor()
		one.stage = one.stage && !c.manyValues
		if c.whole && (one.stage || one.number || one.date) {
			r.columns = append(r.columns, one)
		}
	}
	return r
}

// add takes in a row, and why it is none of the table.
func (r *rest) add(row sheet.Row, why reason) error {
	switch {
	case row.Number <= r.through:
	case why == leftEmpty:
		if r.gap == 0 {
			r.gap = row.Number
		}
	case r.gap > 0:
		return errAnew
	case why != kept:
		r.filled = row.Number
		r.left.add(why, row.Number)
	default:
		r.filled = row.Number
		r.rows++
		for i := range r.columns {
			if c := &r.columns[i]; c.index < len(row.Cells) {
				c.add(row.Number, &row.Cells[c.index], &r.days)
			}
		}
	}
	return nil
}

func (c *restColumn) add(row int, cell *sheet.Cell, days *isoDays) {
	switch {
	case c.stage:
		c.count(*cell)
	case len(cell.Text) == 0:
		c.row, c.day = row, noDay
		c.blanks.add(row, nil)
		return
	}
	if c.date {
		if day, ok := days.date(cell.Text); ok {
			c.row, c.day = row, day
			c.isoDays.add(row, cell.Text)
			return
		}
		c.dateTally.add(row, *cell)
	}
	if c.number {
		c.numberTally.add(row, *cell)
	}
}

// tell tells the tallies of the cells that are alike what they make of them.
func (c *restColumn) tell() {
	if c.date {
		c.dateTally.iso += c.isoDays.cells
		c.dateTally.noteAll(dateBlank, c.blanks)
	}
	if c.number {
		c.numberTally.noteAll(numberMisfit, c.isoDays)
		c.numberTally.noteAll(numberBlank, c.blanks)
	}
	c.isoDays, c.blanks = alikeCells{}, alikeCells{}
}

// complete adds the rest to the sample, as if one survey had taken in all rows; it
// is false where that cannot be done.
func (s *survey) complete(parts []*rest) bool {
	gap, filled := 0, 0
	for _, r := range parts {
		if r.gap > 0 && (gap == 0 || r.gap < gap) {
			gap = r.gap
		}
		filled = max(filled, r.filled)
	}
	if gap > 0 && gap < filled {
		return false
	}
	t := s.current
	for _, r := range parts {
		t.rows += r.rows
		for why, n := range r.left {
			t.left.merge(why, n)
		}
		for i := range r.columns {
			c := &r.columns[i]
			c.tell()
			c.of.numberTally.merge(&c.numberTally)
			c.of.dateTally.merge(&c.dateTally)
			if !c.of.addValues(&c.column) {
				return false
			}
		}
	}
	return true
}

// addValues adds the values of another part of a column; it is false where there
// are more than are held, since which are held then depends on their order.
func (c *column) addValues(o *column) bool {
	for value, rows := range o.values {
		if known, ok := c.values[value]; ok {
			*known += *rows
			continue
		}
		if c.values == nil {
			c.values = map[string]*int64{}
		}
		c.values[value] = rows
	}
	return !o.manyValues && len(c.values) <= maxValues
}

// readsLike reports whether rows are taken in alike by two understandings of their
// table, of which the later one asks nothing.
func (u *understanding) readsLike(o *understanding) bool {
	if slices.ContainsFunc(o.opens, func(q open) bool { return q.needed }) || u.platform != o.platform {
		return false
	}
	if u.kind != o.kind || u.table != o.table || len(u.columns) != len(o.columns) || len(u.stages) != len(o.stages) {
		return false
	}
	for i, c := range u.columns {
		d := o.columns[i]
		if c.meaning != d.meaning || c.stage != d.stage || c.numbers.style != d.numbers.style || c.dates.style != d.dates.style {
			return false
		}
	}
	for value, match := range u.stages {
		if other, known := o.stages[value]; !known || other != match {
			return false
		}
	}
	return true
}
