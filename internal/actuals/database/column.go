package database

import (
	"slices"
	"strings"
)

// Column is a column of a table or query.
type Column struct {
	Name string
	Type string // as the engine calls it; empty where it does not know

	kind kind
}

// kind is what the type of a column says about its cells.
type kind int

const (
	kindOther kind = iota // what the package has no reading for
	kindAny               // SQLite: every cell may be something else
	kindText
	kindDate    // a day, or a time without time zone
	kindInstant // a time with time zone
	kindNumber  // exact
	kindFloat   // not exact
	kindBool
)

// Source is a table or a query of a database: one of the two.
type Source struct {
	Table string // deals, sales.deals, "Sales"."Deals"
	Query string // one SELECT
}

// Relation is a source that has been looked at: [Database.Describe] gives it.
type Relation struct {
	Columns []Column

	from string // what stands behind FROM: a table's name, or the query in brackets
	// costly: each time that it is read it is computed anew, so it is read once.
	costly bool
}

// find is the column of a name: written so or, where that leaves no doubt, in
// other capitals.
func (r *Relation) find(name string) (Column, error) {
	alike := func(same func(c Column) bool) []Column {
		var found []Column
		for _, c := range r.Columns {
			if same(c) {
				found = append(found, c)
			}
		}
		return found
	}
	found := alike(func(c Column) bool { return c.Name == name })
	if len(found) == 0 {
		found = alike(func(c Column) bool { return strings.EqualFold(c.Name, name) })
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return Column{}, &columnError{name: "database-unknown-column", args: []string{"got", name, "columns", listed(r.names())}}
	}
	return Column{}, &columnError{name: "database-column-twice", args: []string{"column", name}}
}

func (r *Relation) names() []string {
	names := make([]string, len(r.Columns))
	for i, c := range r.Columns {
		names[i] = c.Name
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// columnError is a problem with a column, before the source is known.
type columnError struct {
	name string
	args []string
}

func (e *columnError) Error() string { return e.name }

// quoted is an identifier as SQL has it.
func quoted(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }
