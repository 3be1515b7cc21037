package database

import (
	"strconv"
	"strings"

	"embudo/funnel"
)

// What a row that comes back is about.
const (
	aboutEntries = iota
	aboutLoss    // detail is the reason
	aboutOddity  // cells that cannot be read; stage is the number of the column
	aboutSource  // all rows of the source
)

// statement is put together for one relation: what is read of each of its rows,
// and a SELECT for each thing that a row may count as.
type statement struct {
	dialect  dialect
	relation *Relation
	err      error // the first problem with a column

	read     []string // what is read of a row, "expression AS name"
	derived  []string // what follows from that alone
	oddities []string // the columns whose cells may hold something else
	branches []string
	texts    [4]bool // which of funnel, channel, person and detail the relation has
}

// noText is no text, of the type that all texts are cast to.
const noText = "CAST('' AS varchar)"

// column looks a column up; ok is false where there is none by that name, or
// none is meant.
func (s *statement) column(name string) (c Column, ok bool) {
	if name == "" || s.err != nil {
		return Column{}, false
	}
	c, s.err = s.relation.find(name)
	return c, s.err == nil
}

// The texts of a relation, as [statement.texts] counts them.
const (
	textFunnel = iota
	textChannel
	textPerson
	textDetail
)

// text reads a text column as a name; an empty text where there is no column.
func (s *statement) text(which int, column, as string) {
	value := noText
	if c, ok := s.column(column); ok {
		value = text(c)
		s.texts[which] = true
	}
	s.read = append(s.read, value+" AS "+as)
}

// day reads a column of dates as a name.
func (s *statement) day(column, as string) {
	c, ok := s.column(column)
	if !ok {
		return
	}
	r, ok := s.dialect.day(c)
	s.take(c, r, ok, as)
}

// number reads a column of numbers as a name; 0 where there is no column.
func (s *statement) number(column, as string) {
	if column == "" {
		s.read = append(s.read, "0 AS "+as)
		return
	}
	c, ok := s.column(column)
	if !ok {
		return
	}
	r, ok := s.dialect.number(c)
	s.take(c, r, ok, as)
}

// yes reads whether a column says something; 0 where there is no column.
func (s *statement) yes(column, as string) {
	value := "0"
	if c, ok := s.column(column); ok {
		value = s.dialect.yes(c)
	}
	s.read = append(s.read, value+" AS "+as)
}

func (s *statement) take(c Column, r reading, readable bool, as string) { //nolint:revive // readable is the second result of the dialect
	if !readable {
		s.err = &columnError{"database-column-type", []string{"column", c.Name, "type", c.Type}}
		return
	}
	s.read = append(s.read, r.value+" AS "+as)
	if !r.mixed {
		return
	}
	number := strconv.Itoa(len(s.oddities))
	told, odd := "told"+number, "odd"+number
	s.read = append(s.read, text(c)+" AS "+told)
	s.derived = append(s.derived, "CASE WHEN "+told+" <> '' AND "+as+" IS NULL THEN "+told+" END AS "+odd)
	s.oddities = append(s.oddities, c.Name)
}

// bounded gives a day that was read as from the name as, without what lies
// outside of the days that count.
func (s *statement) bounded(from, as string) {
	s.derived = append(s.derived,
		"CASE WHEN "+from+" BETWEEN "+s.dialect.firstDay()+" AND "+s.dialect.boundary()+" THEN "+from+" END AS "+as)
}

// branch is one thing that a row of the source may count as. Fields are
// expressions; those that are empty say nothing.
type branch struct {
	about                           int
	stage, brought                  string // whole numbers below 128
	day                             string
	funnel, channel, person, detail string

	implied, direct, wentOn string
	number, amount, spend   string
	unpriced, referred      string
	example                 string
	where                   string
}

// add writes a branch.
func (s *statement) add(b branch) {
	or := func(expression, otherwise, as string) string {
		if expression == "" {
			expression = otherwise
		}
		return expression + " AS " + as
	}
	none := func(value string) string { return "CASE WHEN 1 = 0 THEN " + value + " END" } // NULL of its type
	fields := []string{
		s.slot(b) + " AS slot",
		s.who(b) + " AS who",
		or(b.implied, "0", "implied"),
		or(b.direct, "0", "direct"),
		or(b.wentOn, "0", "went_on"),
		or(b.unpriced, "0", "unpriced"),
		or(b.referred, "0", "referred"),
		or(b.number, none("number"), "number"),
		or(b.amount, none("amount"), "amount"),
		or(b.spend, none("spend"), "spend"),
		or(b.example, none(noText), "example"),
	}
	written := "SELECT " + strings.Join(fields, ", ") + "\nFROM " + s.source()
	if b.where != "" {
		written += "\nWHERE " + b.where
	}
	s.branches = append(s.branches, written)
}

// A row is counted by two keys and no more. PostgreSQL knows nothing of what comes
// out of a UNION, takes 200 different values for granted in each key and
// multiplies: from three keys on it expects as many groups as rows, sorts all of
// them on disk and takes many times as long as for two.

// slot is the first key: the day since 1970, what the row is about, stage and who
// brought it, in one number. No day is day 0.
func (s *statement) slot(b branch) string {
	or := func(expression string) string {
		if expression == "" {
			return "0"
		}
		return expression
	}
	day := "0"
	if b.day != "" {
		day = s.dialect.dayNumber(b.day)
	}
	return "CAST(" + day + " AS bigint) * 65536 + " + strconv.Itoa(b.about*16384) +
		" + " + or(b.stage) + " * 128 + " + or(b.brought)
}

// unslot takes the first key apart.
func unslot(slot int64) (day funnel.Date, about, stage, brought int) {
	return funnel.Date(slot >> 16), int(slot >> 14 & 3), int(slot >> 7 & 127), int(slot & 127)
}

// separator stands between the texts of the second key, and in none of them.
const separator = "\x1f"

// who is the second key: the texts that the relation has, in one.
func (s *statement) who(b branch) string {
	all := []string{b.funnel, b.channel, b.person, b.detail}
	var parts []string
	for i, expression := range all {
		if !s.texts[i] {
			continue
		}
		if expression == "" {
			expression = noText
		}
		parts = append(parts, expression)
	}
	switch len(parts) {
	case 0:
		return noText
	case 1:
		return parts[0]
	}
	for i, p := range parts {
		if p != noText {
			parts[i] = "REPLACE(" + p + ", '" + separator + "', '')"
		}
	}
	return "CAST(" + strings.Join(parts, " || '"+separator+"' || ") + " AS varchar)"
}

// unwho takes the second key apart.
func (s *statement) unwho(who string) (texts [4]string) {
	rest := who
	for i, there := range s.texts {
		if there {
			texts[i], rest, _ = strings.Cut(rest, separator)
		}
	}
	return texts
}

// addOddities adds a branch for each column whose cells may hold something that
// cannot be read.
func (s *statement) addOddities() {
	for i := range s.oddities {
		odd := "odd" + strconv.Itoa(i)
		s.add(branch{about: aboutOddity, stage: strconv.Itoa(i), example: odd, where: odd + " IS NOT NULL"})
	}
}

// source is what the branches read from: what is read of the rows, and what
// follows from it.
func (s *statement) source() string {
	cells := "(" + s.cells() + ") AS cells"
	if s.kept() {
		cells = "cells"
	}
	return "(SELECT " + strings.Join(append([]string{"cells.*"}, s.derived...), ",\n ") + "\nFROM " + cells + ") AS rows_read"
}

// kept reports whether what is read of the rows is computed once and kept for
// all branches. A table is quicker read again, where the engine is quick.
func (s *statement) kept() bool { return s.relation.costly || s.dialect.once() != "" }

// cells reads the relation.
func (s *statement) cells() string {
	return "SELECT " + strings.Join(s.read, ",\n ") + "\nFROM " + s.relation.from + " AS source"
}

// sql is the whole statement, with its one GROUP BY. No NULL comes back.
func (s *statement) sql(limit int) string {
	with := ""
	if s.kept() {
		with = "WITH cells AS " + s.dialect.once() + "(" + s.cells() + ")\n"
	}
	sums := []string{"COUNT(*)"}
	for _, whole := range []string{"implied", "direct", "went_on", "unpriced", "referred"} {
		sums = append(sums, "CAST(SUM("+whole+") AS bigint)")
	}
	for _, exact := range []string{"number", "amount", "spend"} {
		sums = append(sums, "COALESCE(CAST(SUM("+exact+") AS varchar), '')")
	}
	return with + "SELECT slot, who, " + strings.Join(sums, ", ") + ", COALESCE(MIN(example), '')" +
		"\nFROM (" + strings.Join(s.branches, "\nUNION ALL\n") + ") AS entries" +
		"\nGROUP BY slot, who" +
		"\nLIMIT " + strconv.Itoa(limit)
}
