package database

import (
	"math/big"
	"strings"

	"embudo/funnel"
)

// sqliteDialect reads each cell by what it holds: a SQLite column can hold
// anything, whatever type it was declared with.
type sqliteDialect struct{}

func (sqliteDialect) lexicon() lexicon {
	return lexicon{otherQuotes: map[byte]byte{'`': '`', '[': ']'}}
}

// day tells numbers apart by their size. Seconds count from March 1973 on and
// milliseconds up to the year 9999; Julian days are those of 1858 to 2132. What
// lies between, such as 20240331, is none of these.
func (sqliteDialect) day(c Column) (reading, bool) {
	value := strings.ReplaceAll(`CASE typeof(@)
 WHEN 'text' THEN CASE WHEN date(substr(trim(@), 1, 10)) = substr(trim(@), 1, 10) THEN
  CASE length(trim(@)) WHEN 10 THEN trim(@) ELSE date(trim(@)) END END
 WHEN 'null' THEN NULL
 WHEN 'blob' THEN NULL
 ELSE CASE
  WHEN @ BETWEEN 100000000 AND 99999999999 THEN date(@, 'unixepoch')
  WHEN @ BETWEEN 100000000000 AND 253402300799999 THEN date(@ / 1000, 'unixepoch')
  WHEN @ BETWEEN 2400000.5 AND 2500000 THEN date(@, 'julianday')
 END
END`, "@", quoted(c.Name))
	return reading{value: value, mixed: true}, true
}

func (sqliteDialect) dayNumber(day string) string { return "(julianday(" + day + ") - 2440587.5)" }

// number is in ten-thousandths, so that the sum is one of whole numbers. A text
// must be a plain decimal number; with a point and three digits after it, it may
// be thousands, and nothing here can tell.
func (sqliteDialect) number(c Column) (reading, bool) {
	const largest = "900000000000" // a thousand of these add up in 64 bits; more are an error of the engine
	value := strings.ReplaceAll(`CASE
 WHEN typeof(@) = 'integer' AND @ BETWEEN -`+largest+` AND `+largest+` THEN @ * 10000
 WHEN typeof(@) = 'real' AND @ BETWEEN -`+largest+` AND `+largest+` THEN CAST(round(@ * 10000) AS INTEGER)
 WHEN typeof(@) = 'text' AND trim(@) NOT GLOB '*[^0-9.-]*' AND trim(@) GLOB '*[0-9]*'
  AND trim(@) NOT GLOB '?*-*' AND trim(@) NOT GLOB '*.*.*' AND trim(@) NOT GLOB '*.[0-9][0-9][0-9]'
  AND abs(CAST(@ AS REAL)) <= `+largest+` THEN CAST(round(CAST(@ AS REAL) * 10000) AS INTEGER)
END`, "@", quoted(c.Name))
	return reading{value: value, mixed: true}, true
}

func (sqliteDialect) scale() *big.Rat { return big.NewRat(10000, 1) }

func (sqliteDialect) yes(c Column) string {
	return "CASE WHEN " + text(c) + " IN ('', '0') THEN 0 ELSE 1 END"
}

func (sqliteDialect) boundary() string { return "?1" }

func (sqliteDialect) bound(asOf funnel.Date) any { return asOf.String() }

func (sqliteDialect) firstDay() string { return "'0001-01-01'" }

func (sqliteDialect) once() string { return "MATERIALIZED " }
