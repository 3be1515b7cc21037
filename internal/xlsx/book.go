package xlsx

import "iter"

// What Excel takes. More is refused when a file is opened.
const (
	MaxRows    = 1_048_576
	MaxColumns = 16_384
	maxText    = 32_767 // UTF-16 units of a cell
)

// Book is a workbook.
type Book struct {
	Title  string
	Sheets []*Sheet // at least one
	Names  []Name
	// Recalculate asks whoever opens the book to work all formulas out, although
	// their cells have values.
	Recalculate bool
}

// Name is a word that formulas may use for cells: Refers is written 'Sheet'!$B$3.
type Name struct{ Name, Refers string }

// Sheet is one page of a book. What is not rows may be filled in while the rows
// are made.
type Sheet struct {
	Name   string // as [SheetNames] makes it
	Tab    string // colour of its tab, empty for none
	Hidden bool
	NoGrid bool // without lines between the cells

	Widths []float64 // of the columns, in characters; 0 for the usual
	Rows   iter.Seq[Row]

	FrozenRows, FrozenColumns int // that stay while the rest is scrolled
	RepeatedRows              int // of the last row that is printed on each page, with those from RepeatedFrom
	RepeatedFrom              int
	Landscape                 bool

	Merged      []Area
	Validations []Validation
	Conditions  []Condition
	Comments    []Comment
	Charts      []Chart
}

// Row is a row of cells from the first column on.
type Row struct {
	Cells  []Cell
	Height float64 // in points; 0: the program's own
}

// Cell is one cell. Its value is a float64, a string, a bool or nil for none; of a
// formula it is what the formula gives.
type Cell struct {
	Value   any
	Formula string // without the leading =
	Style   Style
}

// Validation is what may be typed into some cells.
type Validation struct {
	Area     Area
	Type     string // decimal, whole, date
	Operator string // between, greaterThan, greaterThanOrEqual
	Low      string // formula or number
	High     string // for between
	Title    string // of the message for what does not fit
	Message  string
}

// Condition gives cells a style where a formula holds, which is written for the
// first of them.
type Condition struct {
	Area    Area
	Formula string
	Color   string // of the text
	Fill    string
}

// Comment is a note at a cell.
type Comment struct {
	At   Place
	Text string
}
