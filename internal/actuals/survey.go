package actuals

import (
	"bytes"
	"slices"
	"strings"

	"embudo/internal/actuals/sheet"
)

// Bounds of what a survey holds.
const (
	maxTables  = 64   // of one sheet
	maxTitles  = 100  // lines of text around the tables
	maxAround  = 1000 // of them, under or among the rows of a table
	maxValues  = 500  // different values of a column of stages
	maxSampled = 1000 // rows of a column that no meaning needs
)

// survey takes in the rows of a sheet and counts what must be known of a whole
// file before its first row can be read: where the tables are, and how each
// column writes its cells. It may stop early: then every cell that later does not
// fit is a reason to survey the whole file.
type survey struct {
	words   *vocabulary
	finder  headerFinder
	choices choices

	tables  []*table
	current *table      // that rows belong to; nil before the first header
	pending []sheet.Row // since a gap, until it is clear what they are
	gap     bool        // an empty row came last
	lost    []sheet.Row // the first rows of a table that no row names
	titles  []cellText
	outside leftByReason // rows of no table

	head    []sheet.Row // the first rows, among which a header must be
	through int         // the last row so far
	bytes   int64       // of all rows
}

// newSurvey is a survey by the words of a plan and what its author or a flag
// says about columns.
func newSurvey(funnels []funnelStages, c choices) *survey {
	words := newVocabulary(funnels)
	chosen := map[string]bool{}
	for name, header := range c.Columns {
		if _, isStage := words.stages.chosen(name); isStage || isMeaning(name) {
			chosen[fold(header)] = true
		}
	}
	return &survey{
		words: words, choices: c, gap: true, outside: leftByReason{},
		finder: headerFinder{words: words, chosen: chosen},
	}
}

// table is a header with the rows under it.
type table struct {
	number  int // row of the header
	sieve   *sieve
	columns []*column
	rows    int64
	left    leftByReason
}

// add takes in the next row.
func (s *survey) add(row sheet.Row) {
	s.through = row.Number
	if len(s.head) < maxHeld {
		s.head = append(s.head, held(row))
	}
	s.bytes += sizeOfRow(row)
	if row.Number == s.choices.HeaderRow {
		s.settle()
		s.gap = true
	}
	switch {
	case !isFilled(row.Cells):
		s.settle()
		s.outside.add(leftEmpty, row.Number)
		s.gap = true
	case s.gap || len(s.pending) > 0:
		s.gap = false
		if s.pending = append(s.pending, held(row)); len(s.pending) == maxHeld {
			s.settle()
		}
	case s.current != nil:
		s.current.add(row)
	default:
		s.outside.add(leftNoHeader, row.Number)
	}
}

// sizeOfRow is about how many bytes of a text file a row takes.
func sizeOfRow(row sheet.Row) int64 {
	size := len(row.Cells)
	for i := range row.Cells {
		size += len(row.Cells[i].Text)
	}
	return int64(size)
}

// settle decides what the rows since the last gap are: a new table, more rows of
// the one before, or lines of text.
func (s *survey) settle() {
	rows := s.pending
	s.pending = nil
	if len(rows) == 0 {
		return
	}
	header := s.headerAmong(rows)
	switch {
	case header >= 0:
		s.aroundTables(rows[:header])
		s.begin(rows[header], rows[header+1:])
	case !slices.ContainsFunc(rows, isWide) && !s.isCrowded():
		s.aroundTables(rows)
	case s.current == nil:
		s.withoutHeader(rows)
	default:
		for _, row := range rows {
			s.current.add(row)
		}
	}
}

func (s *survey) headerAmong(rows []sheet.Row) int {
	if s.choices.HeaderRow > 0 {
		return slices.IndexFunc(rows, func(row sheet.Row) bool { return row.Number == s.choices.HeaderRow })
	}
	return s.finder.find(rows)
}

// isWide reports whether a row has more than one text, as lines around a table
// have not.
func isWide(row sheet.Row) bool {
	filled := 0
	for _, c := range row.Cells {
		if len(bytes.TrimSpace(c.Text)) > 0 {
			filled++
		}
	}
	return filled > 1
}

// aroundTables counts and remembers lines of text.
func (s *survey) aroundTables(rows []sheet.Row) {
	for _, row := range rows {
		cells := slices.DeleteFunc(texts(row), func(text string) bool { return text == "" })
		why := leftTitle
		switch {
		case cells[0][0] == '#':
			why = leftComment
		case s.current != nil:
			why = leftNote
		}
		if s.current != nil {
			s.current.sieve.around[row.Number] = true
		}
		s.outside.add(why, row.Number)
		s.remember(row.Number, cells)
	}
}

// isCrowded reports whether a table has so many lines of text that they must be
// its rows.
func (s *survey) isCrowded() bool {
	return s.current != nil && len(s.current.sieve.around) >= maxAround
}

// remember keeps a line, in which the period of a report may stand: in a cell, or
// in several where it was cut at its commas.
func (s *survey) remember(row int, cells []string) {
	lines := cells
	if len(cells) == 2 {
		lines = append(lines, cells[0]+": "+cells[1])
	}
	if len(cells) > 1 {
		lines = append(lines, strings.Join(cells, ", "))
	}
	for _, line := range lines {
		if len(s.titles) < maxTitles {
			s.titles = append(s.titles, cellText{row, excerpt([]byte(line))})
		}
	}
}

// withoutHeader counts the rows of a table that nothing names.
func (s *survey) withoutHeader(rows []sheet.Row) {
	for _, row := range rows {
		s.outside.add(leftNoHeader, row.Number)
	}
	if s.lost == nil {
		s.lost = rows
	}
}

// firstLost is the number of the first row that no header names, 0 for none.
func (s *survey) firstLost() int {
	if len(s.lost) == 0 {
		return 0
	}
	return s.lost[0].Number
}

// begin starts a table, or goes on with the one before where the header is the
// same.
func (s *survey) begin(header sheet.Row, rows []sheet.Row) {
	names := texts(header)
	if s.current != nil && slices.Equal(s.current.sieve.header, names) {
		s.current.left.add(leftRepeatedHeader, header.Number)
	} else {
		if s.current != nil {
			s.current.sieve.last = header.Number - 1
		}
		s.current = s.newTable(header.Number, names, rows)
		if len(s.tables) < maxTables {
			s.tables = append(s.tables, s.current)
		}
	}
	for _, row := range rows {
		s.current.add(row)
	}
}

func (s *survey) newTable(number int, header []string, rows []sheet.Row) *table {
	if isIndexed(header, rows) {
		header = append([]string{""}, header...)
	}
	t := &table{number: number, sieve: newSieve(number, header, s.words), left: leftByReason{}}
	if len(rows) > 2 && isDescription(rows[0], rows[1:]) {
		t.sieve.describes[rows[0].Number] = true
	}
	for i, name := range columnNames(header) {
		t.columns = append(t.columns, s.newColumn(i, name, header[i]))
		if isValues(i, rows) {
			t.sieve.typed = append(t.sieve.typed, i)
		}
	}
	t.preferFields()
	return t
}

// preferFields lets what a record says go before what an interface says of it:
// properties.createdate before createdAt.
func (t *table) preferFields() {
	isField := func(c *column) bool { return strings.HasPrefix(c.header, fieldsPrefix) }
	if !slices.ContainsFunc(t.columns, isField) {
		return
	}
	for _, c := range t.columns {
		if isField(c) {
			continue
		}
		c.claims = slices.Clone(c.claims)
		for i := range c.claims {
			if c.claims[i].rank != candidate {
				c.claims[i].rank += len(fieldsPrefix) // behind all others
			}
		}
	}
}

func (s *survey) newColumn(index int, name, header string) *column {
	c := &column{index: index, header: name}
	if header != "" {
		c.claims = s.words.claimsOf(header)
		c.stage, c.isStage = s.words.stages.header(header)
		c.mayBeMoney = c.isStage && s.words.stages.isForm(header) && c.mayBe(MeaningAmount, MeaningRevenue, MeaningSpend)
	}
	if s.finder.chosen[fold(name)] {
		c.claims = nil // whatever the words say
		c.whole, c.picked = true, true
	}
	c.whole = c.whole || c.claims != nil || c.isStage
	return c
}

// add takes in a row under the header.
func (t *table) add(row sheet.Row) {
	if why := t.sieve.leaves(row); why != kept {
		t.left.add(why, row.Number)
		return
	}
	t.rows++
	for i, c := range t.columns {
		if i < len(row.Cells) {
			c.add(row.Number, row.Cells[i], t.rows)
		}
	}
}
