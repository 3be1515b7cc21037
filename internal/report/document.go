package report

import (
	"iter"
	"slices"

	"embudo/internal/i18n"
)

// Document is the result of a command, ready to be drawn in any format.
type Document struct {
	Language   *i18n.Language
	Currency   string // ISO 4217 code of its money, empty where there is none
	MinorUnits int    // decimals of its money

	Title   string
	Summary string  // the answer in one sentence
	Tone    Tone    // what the answer means to the reader
	Blocks  []Block // what people see below it, in order

	// What machines read is made only when it is asked for.
	Main func() Table // what CSV shows: every row, plain keys
	Data func() any   // what JSON shows

	Events func() Events // what a program that keeps a calendar takes; nil without dates
}

// Block is a part of a document: a [Table], [Lines], [Steps], [Notes], [Chart],
// [Signatures] or the beginning of a [Section].
type Block interface{ block() }

// Table is rows of typed cells under headings.
type Table struct {
	Title   string // empty where the document's title says enough
	Short   bool   // columns may be left out without a note: others show them
	Columns []Column
	// Lead is how many columns say what a row is about. A table that is too wide is
	// cut into several which all begin with them; with 0 it leaves columns out.
	Lead   int
	Rows   [][]Cell         // each as long as Columns
	Stream iter.Seq[[]Cell] // rows made one by one, of a table that may be very long, in place of Rows
}

// All gives the rows, one by one.
func (t Table) All() iter.Seq[[]Cell] {
	if t.Stream != nil {
		return t.Stream
	}
	return slices.Values(t.Rows)
}

// Column is the heading of a table's column.
type Column struct {
	Key    string // in CSV: English snake_case
	Title  string // in the document's language
	Number bool   // aligned to the right
	// Extra columns are left out, the highest first, where the page is too narrow
	// for all.
	Extra int
	// Spare columns are left out too, the highest first, where texts that are
	// broken into lines do not fit either. A column that is neither always stays.
	Spare int
	// Room is the width that the column's texts want where it is more than usual.
	Room int
}

// Lines are sentences, one below the other.
type Lines struct {
	Title string // empty where the document's title says enough
	Lines []string
	Whole bool // never to be broken: editors read file:line:column by the line
}

// Steps are the lines of a working: what, by which formula, with which numbers.
type Steps struct {
	Title string
	Steps []WorkingStep
}

// WorkingStep is one line of a working.
type WorkingStep struct {
	What, Formula, Numbers string
}

// Section begins a part of a document that is put together of several: what follows
// belongs to it, until the next one. Each counts its notes by itself.
type Section struct {
	Key     string // English, for links to it
	Title   string
	Summary string // its own answer in one sentence, empty where the document's says it
	Tone    Tone
}

// Notes are footnotes. A note's Mark stands in the table's cell that it
// concerns, and is 0 for a note that concerns no single row.
type Notes struct {
	Title string
	Notes []Note
}

// Note is one footnote.
type Note struct {
	Mark int
	Text string
}

// Signatures are lines on which people sign a page that was printed.
type Signatures struct {
	Title string
	Day   string // what stands before the place for the date
	Lines []Signature
}

// Signature is the line of one person.
type Signature struct {
	For  string // the side that the person signs for
	Name string // empty where it is not known
}

func (Table) block()   {}
func (Lines) block()   {}
func (Steps) block()   {}
func (Notes) block()   {}
func (Section) block() {}

func (Signatures) block() {}

// Tone is what a cell or line means to the reader. A format may colour it, but
// the words must say it too.
type Tone int

// The tones there are.
const (
	Plain Tone = iota
	Good
	Caution
	Bad
)
