package actuals

import (
	"embudo/funnel"
	"embudo/internal/actuals/sheet"
)

// dateOrder is the order of day and month in a column's dates.
type dateOrder string

// The orders.
const (
	orderUnknown dateOrder = ""    // no cell shows it, and nobody says
	dayFirst     dateOrder = "dmy" // 31/03/2027
	monthFirst   dateOrder = "mdy" // 03/31/2027
)

// dateUnit is what a date stands for.
type dateUnit string

// The units.
const (
	unitDay     dateUnit = "day"
	unitWeek    dateUnit = "week"     // the date is its first day
	unitWeekEnd dateUnit = "week_end" // the date is its last day
	unitMonth   dateUnit = "month"
	unitQuarter dateUnit = "quarter"
)

// dateStyle is how the dates of a column are written. The order matters only to
// dates that are numbers with the year at the end; all others say themselves how
// they are to be read.
type dateStyle struct {
	order dateOrder
	unit  dateUnit // of cells that name a day; cells that name a month are of that month
}

// dateDecision is a style, with what led to it.
type dateDecision struct {
	style   dateStyle
	by      decider
	example cellText // the first cell that decided
	dates   int64    // cells that are dates of the style
	either  int64    // of them, those that also read the other way
	blanks  int64
	leftOut leftOut

	open *openDates // nil where there is nothing to ask
}

// openDates is a column in which the order of day and month is not settled.
type openDates struct {
	mixed bool  // cells contradict each other; else none decides
	cells int64 // that decide, or that read both ways
	// day is a cell that only the day first explains, month one that only the
	// month first does; where no cell decides, both are the first that reads both
	// ways.
	day, month cellText
}

// dateTally counts how the cells of a column write dates. The tallies of parts of
// a column can be merged.
type dateTally struct {
	iso   int64 // 2027-03-31, with or without a time
	count [dateClasses]int64
	first [dateClasses]cellText
}

// dateClass is what a cell says about the style of its column.
type dateClass int

// The classes.
const (
	dateSame   dateClass = iota // the same in every order
	dateBlank                   // gives no date
	dateDay                     // the day comes first
	dateMonth                   // the month comes first
	dateEither                  // reads both ways
	dateNumber                  // a number that is a date where dates are meant: 46112, 20270331, 202703
	dateMisfit                  // is no date
	dateClasses
)

// add takes in a cell of a row.
func (t *dateTally) add(row int, c sheet.Cell) {
	if _, ok := isoDate(c.Text); ok {
		t.iso++
		return
	}
	class := dateBlank
	if len(c.Text) > 0 {
		class = classifyDate(c)
	}
	t.note(class, row, c.Text)
}

// note counts a cell of a class.
func (t *dateTally) note(class dateClass, row int, text []byte) {
	if t.count[class]++; t.count[class] == 1 {
		t.first[class] = cellText{row, excerpt(text)}
	}
}

// noteAll counts cells of a class.
func (t *dateTally) noteAll(class dateClass, a alikeCells) {
	t.count[class] += a.cells
	t.first[class] = t.first[class].earlier(a.first)
}

func classifyDate(c sheet.Cell) dateClass {
	r, fit := scanDate(c)
	switch fit {
	case blank:
		return dateBlank
	case misfit:
		return dateMisfit
	case fits:
	}
	day, dayOK := r.span(dayFirst)
	month, monthOK := r.span(monthFirst)
	switch {
	case !dayOK && !monthOK:
		return dateMisfit
	case !monthOK:
		return dateDay
	case !dayOK:
		return dateMonth
	case day != month:
		return dateEither
	case r.number:
		return dateNumber
	}
	return dateSame
}

// merge adds the tally of another part of the column.
func (t *dateTally) merge(o *dateTally) {
	t.iso += o.iso
	for class := range dateClasses {
		t.count[class] += o.count[class]
		t.first[class] = t.first[class].earlier(o.first[class])
	}
}

// written counts the cells that are dates whatever their column is about.
func (t *dateTally) written() int64 {
	return t.iso + t.count[dateSame] + t.count[dateDay] + t.count[dateMonth] + t.count[dateEither]
}

// dates counts the cells that are dates in a column of dates.
func (t *dateTally) dates() int64 { return t.written() + t.count[dateNumber] }

// filled counts the cells that are not blank.
func (t *dateTally) filled() int64 { return t.dates() + t.count[dateMisfit] }

// decide settles the order of day and month by the cells.
func (t *dateTally) decide() dateDecision {
	day, month := t.count[dateDay], t.count[dateMonth]
	switch {
	case contradict(day, month):
		d := t.decided(orderUnknown, byNothing)
		d.open = &openDates{true, day + month, t.first[dateDay], t.first[dateMonth]}
		return d
	case day > month:
		return t.decided(dayFirst, byCells)
	case month > 0:
		return t.decided(monthFirst, byCells)
	case t.count[dateEither] > 0:
		d := t.decided(orderUnknown, byNothing)
		d.open = &openDates{false, t.count[dateEither], t.first[dateEither], t.first[dateEither]}
		return d
	}
	return t.decided(orderUnknown, byNothing)
}

// decided is the column read in an order.
func (t *dateTally) decided(order dateOrder, by decider) dateDecision {
	d := dateDecision{style: dateStyle{order, unitDay}, by: by, blanks: t.count[dateBlank]}
	d.leftOut.add(t.count[dateMisfit], t.first[dateMisfit])
	if order != dayFirst {
		d.leftOut.add(t.count[dateDay], t.first[dateDay])
	} else {
		d.example = t.first[dateDay]
	}
	if order != monthFirst {
		d.leftOut.add(t.count[dateMonth], t.first[dateMonth])
	} else {
		d.example = t.first[dateMonth]
	}
	if order == orderUnknown {
		d.leftOut.add(t.count[dateEither], t.first[dateEither])
	} else {
		d.either = t.count[dateEither]
	}
	d.dates = t.filled() - d.leftOut.cells
	return d
}

// parse reads a cell: the days that it stands for, a single one or those of its
// week or month.
func (s dateStyle) parse(c sheet.Cell) (funnel.Span, fit) {
	day, ok := isoDate(c.Text)
	if !ok && s.order != orderUnknown {
		day, ok = slashed(c.Text, s.order)
	}
	if ok {
		return s.whole(funnel.Span{Start: day, End: day}), fits
	}
	r, fit := scanDate(c)
	if fit != fits {
		return funnel.Span{}, fit
	}
	span, ok := r.span(s.order)
	if !ok {
		return funnel.Span{}, misfit
	}
	return s.whole(span), fits
}

// whole is the week, month or quarter for which a day stands.
func (s dateStyle) whole(span funnel.Span) funnel.Span {
	if span.Start != span.End {
		return span
	}
	day := span.Start
	switch s.unit {
	case unitWeek:
		return funnel.Span{Start: day, End: day + 6}
	case unitWeekEnd:
		return funnel.Span{Start: day - 6, End: day}
	case unitMonth:
		year, month := monthOf(day)
		return monthsOf(year, month, 1)
	case unitQuarter:
		year, month := monthOf(day)
		return monthsOf(year, month-(month-1)%3, 3)
	default:
		return span
	}
}
