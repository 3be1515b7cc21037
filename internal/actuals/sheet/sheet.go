package sheet

import "io"

// File is a file as its user named it. Open may be called several times, one
// after another: a file is read once to see what it is, and once to take in what
// it says.
type File struct {
	Name string
	Open func() (Content, error)
}

// Content is an open file. Reading begins at its start.
type Content interface {
	io.ReadCloser
	io.ReaderAt
	Size() int64
}

// Sheet is one table of a file, cell by cell, before anybody knows what they
// mean. The sheets of one file share what they keep in memory, so they are read
// one after another.
type Sheet struct {
	Name      string // "deals.csv"; "crm.xlsx#Deals" where a file has several
	Kind      string // csv, xlsx, json or yaml
	Encoding  string // utf-8, utf-16le, utf-16be, windows-1252 or what Options forces; empty where the format has but one
	Delimiter string // of csv: one of , ; | and tab; else empty

	share func(takers []func(Row) error) error
	csv   *csvText // nil for another format
}

// Each gives the rows from the top, empty ones included, until there are no more
// or yield returns an error, which it then returns. It can be called again. A row
// is valid until the next one.
func (s *Sheet) Each(yield func(Row) error) error { return s.share([]func(Row) error{yield}) }

// Share gives each row to one of some takers, of which there is at least one.
// They run at the same time, so that several processors take the rows in; no two
// of them may write to the same place. A taker sees its rows in their order, and
// which they are is not fixed: what the takers found is to be put together
// afterwards, so that it does not depend on it. The first error of the file, from
// the top, comes back, or that of a taker. Only of CSV there are rows for more
// than one.
func (s *Sheet) Share(takers ...func(Row) error) error { return s.share(takers) }

// unshared is how a sheet is shared that only one can take in.
func unshared(each func(yield func(Row) error) error) func([]func(Row) error) error {
	return func(takers []func(Row) error) error { return each(takers[0]) }
}

// Row is a line of a sheet.
type Row struct {
	// Number is the line on which a row of CSV begins, else the row; both are
	// counted from 1. It is 0 for the names of the keys of JSON and YAML, which
	// are no row of the file.
	Number int
	Cells  []Cell
}

// Cell is a text, or a number that the format knows to be one: Text is then
// plain, 1234.5, whatever the locale. A date that the format knows to be one is
// the text 2027-03-31 or 2027-03-31T10:00:00, a time of day 10:00:00, a duration
// 30:15:00 in hours. A truth value is the text true or false.
type Cell struct {
	Text   []byte
	Number bool
}
