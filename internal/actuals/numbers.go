package actuals

import "embudo/internal/actuals/sheet"

// decimalMark is the character before the decimals of a column's numbers.
type decimalMark byte

// The decimal marks.
const (
	decimalUnknown decimalMark = 0 // no cell shows one, and nobody says
	decimalPoint   decimalMark = '.'
	decimalComma   decimalMark = ','
)

// fit says whether a cell is what its column's style says.
type fit int

// What a cell can be.
const (
	fits   fit = iota
	blank      // nothing, or a word for it: --, N/A, Select
	misfit     // something else, which is left out and counted
)

// decider is what settled how a column is written.
type decider string

// The deciders.
const (
	byNothing decider = ""        // nothing had to be settled: every cell reads one way
	byCells   decider = "cells"   // cells that read one way only
	bySibling decider = "sibling" // a column of the same file, settled by its cells
	byChoice  decider = "choice"  // the plan or a flag
)

// cellText is the place of a cell and how it begins.
type cellText struct {
	row  int // 0: there is no such cell
	text string
}

// maxExample bounds the text of a cell that is kept, in bytes.
const maxExample = 80

// earlier is the one of two cells that comes first.
func (c cellText) earlier(o cellText) cellText {
	if c.row == 0 || o.row != 0 && o.row < c.row {
		return o
	}
	return c
}

// leftOut counts the cells of a column that do not fit its style.
type leftOut struct {
	cells int64
	first cellText
}

func (l *leftOut) add(cells int64, first cellText) {
	l.cells += cells
	l.first = l.first.earlier(first)
}

// numberStyle is how the numbers of a column are written. Groups of digits may
// stand apart by spaces, apostrophes or the mark that is not the decimal one.
type numberStyle struct {
	mark decimalMark
	lakh bool // groups of two digits before the last three, 12,34,567.89
}

// numberDecision is a style, with what led to it.
type numberDecision struct {
	style   numberStyle
	by      decider
	example cellText // the first cell that decided
	numbers int64    // cells that are numbers of the style
	blanks  int64
	leftOut leftOut

	open *openNumbers // nil where there is nothing to ask
}

// openNumbers is a column whose decimal mark is not settled.
type openNumbers struct {
	mixed bool  // cells contradict each other; else none decides
	cells int64 // that decide, or that read both ways
	// point is a cell that only a decimal point explains, comma one that only a
	// decimal comma does; where no cell decides, both are the first that reads
	// both ways.
	point, comma cellText
}

// numberTally counts how the cells of a column write numbers. The tallies of
// parts of a column can be merged.
type numberTally struct {
	plain int64 // digits and nothing else
	count [numberClasses]int64
	first [numberClasses]cellText
}

// numberClass is what a cell says about the style of its column.
type numberClass int

// The classes.
const (
	numberSame   numberClass = iota // the same with every decimal mark: 1 200
	numberBlank                     // gives no number
	numberPoint                     // has a decimal point or a group by comma: 1,234.56
	numberMany                      // like numberPoint, with several groups of three: 1,234,567
	numberComma                     // has a decimal comma or groups by point: 1.234,56
	numberLakh                      // like numberPoint, with groups of two: 12,34,567
	numberOpen                      // reads both ways: 14.500
	numberBound                     // limits a number and is none: < 10
	numberMisfit                    // is no number
	numberClasses
)

// add takes in a cell of a row.
func (t *numberTally) add(row int, c sheet.Cell) {
	if c.Number || len(c.Text) <= maxPlain && isDigits(c.Text) {
		t.plain++
		return
	}
	class, ok := quickNumber(c.Text)
	if !ok {
		class = classifyNumber(c.Text)
	}
	t.note(class, row, c.Text)
}

// note counts a cell of a class.
func (t *numberTally) note(class numberClass, row int, text []byte) {
	if t.count[class]++; t.count[class] == 1 {
		t.first[class] = cellText{row, excerpt(text)}
	}
}

// noteAll counts cells of a class.
func (t *numberTally) noteAll(class numberClass, a alikeCells) {
	t.count[class] += a.cells
	t.first[class] = t.first[class].earlier(a.first)
}

func classifyNumber(text []byte) numberClass {
	n, class := takeApart(text)
	if class != numberSame {
		return class
	}
	f, ok := formOf(n.body)
	if !ok {
		return numberMisfit
	}
	point, comma := f.grouped(decimalPoint), f.grouped(decimalComma)
	switch {
	case point == groupsWrong && comma == groupsWrong:
		return numberMisfit
	case point != groupsWrong && comma != groupsWrong:
		if f.marked {
			return numberOpen
		}
		return numberSame
	case point == groupsWrong:
		return numberComma
	case point == groupsOfTwo:
		return numberLakh
	case point == groupsMany && f.marks[0] == ',':
		return numberMany
	}
	return numberPoint
}

// merge adds the tally of another part of the column.
func (t *numberTally) merge(o *numberTally) {
	t.plain += o.plain
	for class := range numberClasses {
		t.count[class] += o.count[class]
		t.first[class] = t.first[class].earlier(o.first[class])
	}
}

// numbers counts the cells that are numbers in some style.
func (t *numberTally) numbers() int64 { return t.filled() - t.count[numberMisfit] }

// filled counts the cells that are not blank.
func (t *numberTally) filled() int64 {
	filled := t.plain - t.count[numberBlank]
	for _, n := range t.count {
		filled += n
	}
	return filled
}

// decide settles the style by the cells.
func (t *numberTally) decide() numberDecision {
	point, comma := t.count[numberPoint]+t.count[t.grouped()], t.count[numberComma]
	switch {
	case contradict(point, comma):
		d := t.decided(decimalUnknown, byNothing)
		d.open = &openNumbers{true, point + comma, t.pointExample(), t.first[numberComma]}
		return d
	case point > comma:
		return t.decided(decimalPoint, byCells)
	case comma > 0:
		return t.decided(decimalComma, byCells)
	case t.count[numberOpen] > 0:
		d := t.decided(decimalUnknown, byNothing)
		d.open = &openNumbers{false, t.count[numberOpen], t.first[numberOpen], t.first[numberOpen]}
		return d
	}
	return t.decided(decimalUnknown, byNothing)
}

// lakhs reports whether the column groups digits by two, as in India.
func (t *numberTally) lakhs() bool { return t.count[numberLakh] > t.count[numberMany] }

// grouped is the class of the cells that show how the column groups digits.
func (t *numberTally) grouped() numberClass {
	if t.lakhs() {
		return numberLakh
	}
	return numberMany
}

// contradict reports whether cells for one style and cells for another are both
// too many to be slips: more than one in a hundred.
func contradict(a, b int64) bool { return min(a, b)*99 > max(a, b) }

// decided is the column read with a decimal mark.
func (t *numberTally) decided(mark decimalMark, by decider) numberDecision {
	d := numberDecision{style: numberStyle{mark, t.lakhs()}, by: by, blanks: t.count[numberBlank]}
	switch mark {
	case decimalComma:
		d.example = t.first[numberComma]
	case decimalPoint:
		d.example = t.pointExample()
	case decimalUnknown:
	}
	for class := range numberClasses {
		if !d.style.takes(class) {
			d.leftOut.add(t.count[class], t.first[class])
		}
	}
	d.numbers = t.filled() - d.leftOut.cells
	return d
}

func (t *numberTally) pointExample() cellText {
	return t.first[numberPoint].earlier(t.first[t.grouped()])
}

// takes reports whether cells of a class fit the style.
func (s numberStyle) takes(class numberClass) bool {
	switch class {
	case numberSame, numberBlank:
		return true
	case numberPoint:
		return s.mark == decimalPoint
	case numberMany:
		return s.mark == decimalPoint && !s.lakh
	case numberComma:
		return s.mark == decimalComma
	case numberLakh:
		return s.mark == decimalPoint && s.lakh
	case numberOpen:
		return s.mark != decimalUnknown
	default:
		return false
	}
}

// parse reads a cell. A percentage is a fraction: 12,5 % is 0.125.
func (s numberStyle) parse(c sheet.Cell) (decimal, fit) {
	if d, ok := plainDecimal(c.Text, s.plainMark(c)); ok {
		return d, fits
	}
	n, class := takeApart(c.Text)
	switch class {
	case numberSame:
	case numberBlank:
		return decimal{}, blank
	default:
		return decimal{}, misfit
	}
	f, ok := formOf(n.body)
	if !ok || !s.admits(f) {
		return decimal{}, misfit
	}
	return n.value(f.decimals(s.mark)), fits
}

// plainMark is the decimal mark of a cell: one that is a number to its format
// has a point, whatever the column has.
func (s numberStyle) plainMark(c sheet.Cell) decimalMark {
	if c.Number {
		return decimalPoint
	}
	return s.mark
}

// admits reports whether digits in groups fit the style.
func (s numberStyle) admits(f form) bool {
	if s.mark == decimalUnknown {
		return !f.marked && f.grouped(decimalPoint) != groupsWrong
	}
	switch f.grouped(s.mark) {
	case groupsWrong:
		return false
	case groupsOfTwo:
		return s.lakh && s.mark == decimalPoint
	case groupsMany:
		return !s.lakh || f.marks[0] != ','
	default:
		return true
	}
}
