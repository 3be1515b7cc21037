package database

import (
	"math/big"

	"embudo/funnel"
)

// dialect is how an engine says what the statements are made of. Whatever is not
// in here, all engines say alike.
type dialect interface {
	lexicon() lexicon

	// day is the calendar day that a column shows.
	day(c Column) (reading, bool)
	// dayNumber is how many days after 1 January 1970 a day is.
	dayNumber(day string) string
	// number is the number that a column holds, in units of 1 / scale.
	number(c Column) (reading, bool)
	// scale is what sums of number are divided by.
	scale() *big.Rat
	// yes is 1 where a column says something and not no, else 0.
	yes(c Column) string
	// boundary is the parameter of the last day that counts, and bound what it is
	// bound to.
	boundary() string
	bound(asOf funnel.Date) any
	// firstDay is the first day that can be one: with what comes before it,
	// databases mark what has no date.
	firstDay() string
	// once is what follows AS where a WITH is to be computed once and kept.
	once() string
}

// reading is how a column is read: an expression that is NULL where the cell holds
// nothing of the kind.
type reading struct {
	value string
	mixed bool // a cell may hold something else: it has a text, and the expression is NULL
}

// text is the text of a column, without the spaces around it, never NULL. It is a
// varchar to the outside too: where the types of a UNION differ, PostgreSQL plans
// it without its other processors.
func text(c Column) string {
	return "CAST(COALESCE(TRIM(CAST(" + quoted(c.Name) + " AS varchar)), '') AS varchar)"
}
