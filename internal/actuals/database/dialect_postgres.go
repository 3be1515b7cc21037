package database

import (
	"math/big"

	"github.com/jackc/pgx/v5/pgtype"

	"embudo/funnel"
)

// postgresDialect is what PostgreSQL 9 and everything that descends from an older
// one understands: no LATERAL, no FILTER, no DISTINCT ON.
type postgresDialect struct{}

func (postgresDialect) lexicon() lexicon {
	return lexicon{dollars: true, backslashes: true, nested: true}
}

// day of a text that only looks like a date, 2024-02-30, is an error of the
// engine's, which names it.
func (postgresDialect) day(c Column) (reading, bool) {
	name := quoted(c.Name)
	switch c.kind {
	case kindDate, kindInstant:
		return reading{value: "CAST(" + name + " AS date)"}, true
	case kindText:
		const iso = " SIMILAR TO '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]%'"
		t := text(c)
		return reading{
			value: "CASE WHEN " + t + iso + " THEN CAST(SUBSTRING(" + t + " FROM 1 FOR 10) AS date) END",
			mixed: true,
		}, true
	default:
		return reading{}, false
	}
}

func (postgresDialect) dayNumber(day string) string {
	return "(" + day + " - CAST('1970-01-01' AS date))"
}

// number names a scale where it casts: Redshift's numeric has no decimals unless
// it is told how many.
func (postgresDialect) number(c Column) (reading, bool) {
	name := quoted(c.Name)
	switch c.kind {
	case kindNumber:
		return reading{value: name}, true
	case kindFloat:
		return reading{value: "CAST(" + name + " AS numeric(30, 6))"}, true
	case kindBool:
		return reading{value: "CASE WHEN " + name + " THEN 1 ELSE 0 END"}, true
	default:
		return reading{}, false
	}
}

func (postgresDialect) scale() *big.Rat { return big.NewRat(1, 1) }

func (postgresDialect) yes(c Column) string {
	if c.kind == kindBool {
		return "CASE WHEN " + quoted(c.Name) + " THEN 1 ELSE 0 END"
	}
	return "CASE WHEN " + text(c) + " IN ('', '0') THEN 0 ELSE 1 END"
}

func (postgresDialect) boundary() string { return "$1" }

// bound is a date and not the text of one: the engine would cast the text anew
// for each row.
func (postgresDialect) bound(asOf funnel.Date) any {
	return pgtype.Date{Time: asOf.Time(), Valid: true}
}

func (postgresDialect) firstDay() string { return "CAST('0001-01-01' AS date)" }

// once says nothing: PostgreSQL keeps what is read more than once, and others
// would not understand the word.
func (postgresDialect) once() string { return "" }
