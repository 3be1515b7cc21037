package sheet

import (
	"io"
	"strconv"
)

// File is a file as its user named it. Open may be called several times, one
// after another: a file is read once to see what it is, and once to take in what
// it says.
type File struct {
	Name string
	Open func() (Content, error)
}

// Content is an open file. Reading begins at its start.
type Content interface {
	io.Reader
	io.ReaderAt
	io.Closer
	Size() int64
}

// Sheet is one table of a file, cell by cell, before anybody knows what they
// mean.
type Sheet struct {
	Name      string // "deals.csv"; "crm.xlsx#Deals" where a file has several
	Kind      string // csv, xlsx, json or yaml
	Encoding  string // utf-8, utf-16le, utf-16be or windows-1252; empty where the format has but one
	Delimiter string // of csv: one of , ; | and tab; else empty

	each func(yield func(Row) error) error
}

// Each gives the rows from the top, empty ones included, until there are no more
// or yield returns an error, which it then returns. It can be called again. A row
// is valid until the next one.
func (s *Sheet) Each(yield func(Row) error) error { return s.each(yield) }

// Row is a line of a sheet.
type Row struct {
	Number int // in CSV the line on which it begins, else the row; counted from 1
	Cells  []Cell
}

// Cell is a text, or a number that the format knows to be one: Text is then
// plain, 1234.5, whatever the locale. A date that the format knows to be one is
// the text 2027-03-31 or 2027-03-31T10:00:00.
type Cell struct {
	Text   []byte
	Number bool
}

// Problem is why a source cannot be read. It has a sentence in every language,
// by its name.
type Problem struct {
	Name   string // stable, kebab-case
	Source string // the file or database as its user named it
	Row    int    // as in [Row]; 0 where it concerns no row
	Args   []any  // what the sentence speaks of: name, value, name, value, …
}

// Error gives the source, row and name, for logs and tests.
func (p *Problem) Error() string { return p.place() + ": " + p.Name }

func (p *Problem) place() string {
	if p.Row == 0 {
		return p.Source
	}
	return p.Source + ":" + strconv.Itoa(p.Row)
}
