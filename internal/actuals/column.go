package actuals

import (
	"bytes"
	"slices"
	"strings"

	"embudo/internal/actuals/sheet"
)

// column is what is known of a column: what its header may mean, how its cells
// are written and, once the table is understood, what it means.
type column struct {
	index   int
	header  string // a name of its own within the table
	claims  []claim
	stage   stageRef // that the header names, or that a choice gives
	isStage bool

	mayBeMoney bool // the header is a stage's name in the plural, but also a word for money: a plan wins a "Venta", a table has "Ventas"

	whole  bool // all rows are counted, not only the first
	picked bool // the plan or a flag names it, so that it can be anything

	numberTally numberTally
	dateTally   dateTally
	values      map[string]*int64 // rows by value, of a column that may hold stages
	manyValues  bool              // more than are held

	meaning Meaning
	chosen  bool           // the plan or a flag gives the meaning
	numbers numberDecision // where the meaning is a number
	dates   dateDecision   // where the meaning is a day
}

// add takes in a cell of the nth row of the table.
func (c *column) add(row int, cell sheet.Cell, nth int64) {
	if nth > maxSampled && !c.whole {
		return
	}
	stage, number, date := c.looksFor()
	if stage {
		c.count(cell)
	}
	if number || nth <= maxSampled {
		c.numberTally.add(row, cell)
	}
	if date || nth <= maxSampled {
		c.dateTally.add(row, cell)
	}
}

// looksFor says what of the column must be counted over the whole file.
func (c *column) looksFor() (stage, number, date bool) {
	if c.claims == nil {
		return c.picked || !c.isStage, true, true
	}
	for _, claim := range c.claims {
		switch contentOf(claim.meaning) {
		case contentStages:
			stage = true
		case contentNumbers:
			number = true
		case contentDates:
			date = true
		case contentTexts:
		}
	}
	return stage, number || c.isStage, date || c.isStage
}

func (c *column) count(cell sheet.Cell) {
	text := bytes.TrimSpace(cell.Text)
	if isBlank(text) || c.manyValues {
		return
	}
	if rows, known := c.values[string(text)]; known {
		*rows++
		return
	}
	if len(c.values) == maxValues || len(text) > maxFolded {
		c.manyValues = true
		return
	}
	if c.values == nil {
		c.values = map[string]*int64{}
	}
	rows := int64(1)
	c.values[string(text)] = &rows
}

// content is what the cells of a column must be for a meaning.
type content int

// The contents.
const (
	contentTexts content = iota
	contentStages
	contentNumbers
	contentDates
)

func contentOf(m Meaning) content {
	switch m {
	case MeaningDate, MeaningStarts, MeaningEnds, MeaningEntered, MeaningClosed, MeaningWon, MeaningLost, MeaningFirstResponse,
		MeaningStageDate:
		return contentDates
	case MeaningCount, MeaningStageCount, MeaningAmount, MeaningRevenue, MeaningSpend, MeaningLeads:
		return contentNumbers
	case MeaningStage, MeaningStatus:
		return contentStages
	default:
		return contentTexts
	}
}

// isEmpty reports whether no cell says anything.
func (c *column) isEmpty() bool {
	return c.numberTally.filled() == 0 && c.dateTally.filled() == 0 && len(c.values) == 0
}

// holds reports whether the cells are what a meaning needs: at least half of
// those that say anything.
func (c *column) holds(m Meaning) bool {
	switch contentOf(m) {
	case contentDates:
		return c.dateTally.dates()*2 >= c.dateTally.filled()
	case contentNumbers:
		return c.numberTally.numbers()*2 >= c.numberTally.filled()
	default:
		return true
	}
}

// mayBe reports whether the header is a word for one of some meanings, even if it
// is used for others too.
func (c *column) mayBe(meanings ...Meaning) bool {
	return slices.ContainsFunc(meanings, func(m Meaning) bool {
		_, ok := c.rank(m)
		return ok
	})
}

// rank is how surely a header claims a meaning, not ok where it does not.
func (c *column) rank(m Meaning) (rank int, ok bool) {
	for _, claim := range c.claims {
		if claim.meaning == m {
			return claim.rank, true
		}
	}
	return 0, false
}

// claimsSurely reports whether the header claims a meaning that the cells bear
// out.
func (c *column) claimsSurely(m Meaning) bool {
	rank, ok := c.rank(m)
	return ok && rank != candidate && c.holds(m)
}

// stageMeaning is what a column named after a stage says of it: when it was
// entered, or by how many.
func (c *column) stageMeaning() Meaning {
	written := c.dateTally.written()
	filled := c.dateTally.filled()
	switch {
	case !c.isStage || filled == 0:
		return MeaningNone
	case written*2 >= filled, speaksOfDates(c.header) && c.holds(MeaningStageDate):
		return MeaningStageDate
	case c.holds(MeaningStageCount):
		return MeaningStageCount
	}
	return MeaningNone
}

// speaksOfDates reports whether a header has a word for a date: numbers under it
// are then days as a spreadsheet counts them.
func speaksOfDates(header string) bool {
	name := " " + fold(header) + " "
	for _, word := range []string{" date ", " fecha ", " data ", " entered ", " at "} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}
