package actuals

import (
	"bytes"
	"math/big"

	"embudo/funnel"
	"embudo/internal/actuals/sheet"
)

// verdict is what a cell says of a rule.
type verdict uint8

// The verdicts.
const (
	unknown verdict = iota // it says nothing, or nothing that can be read
	failed
	met
)

// Bounds of the texts of a column whose verdicts are remembered: how many, and how
// long each.
const (
	maxVerdicts    = 10_000
	maxVerdictText = 200
)

// field is a column with the rule that looks at it.
type field struct {
	rule   *LeadRule
	column *column
	words  map[string]bool // folded, of In or NotIn
	seen   map[string]bool // those of them that leads have
	least  decimal         // of Numbers
	most   decimal

	numberTally numberTally
	dateTally   dateTally
	left        leftOut // cells that are no number or day

	verdicts map[string]verdict // by text; nil where remembering does not pay
	last     string             // the text that came last
	lastSaid verdict
}

func newField(rule *LeadRule, c *column) field {
	f := field{rule: rule, column: c}
	if words := append(append([]string{}, rule.In...), rule.NotIn...); len(words) > 0 {
		f.words = map[string]bool{}
		for _, word := range words {
			f.words[keyOf(word)] = true
		}
	}
	if b := rule.Numbers; b != nil {
		f.least, f.most = decimalOf(b.Min), decimalOf(b.Max)
	}
	return f
}

// decimalOf is a rational as a decimal, in a machine word where it fits.
func decimalOf(r *big.Rat) decimal {
	if r == nil {
		return decimal{}
	}
	if places, exact := r.FloatPrec(); exact && places <= maxScale {
		power := new(big.Rat).SetInt64(tenTo(places))
		if units := new(big.Rat).Mul(r, power).Num(); units.IsInt64() {
			return decimal{units: units.Int64(), scale: uint8(places)}
		}
	}
	return decimal{wide: new(big.Rat).Set(r)}
}

// cmp is −1, 0 or 1 where a number is below, at or above another.
func (d decimal) cmp(o decimal) int {
	if d.wide == nil && o.wide == nil {
		scale := max(d.scale, o.scale)
		if a, b := d.scaled(scale), o.scaled(scale); a.wide == nil && b.wide == nil {
			switch {
			case a.units < b.units:
				return -1
			case a.units > b.units:
				return 1
			}
			return 0
		}
	}
	return d.rat().Cmp(o.rat())
}

// judge is what the cell of a row says of the rule, looked up where the same text
// has come before.
func (f *field) judge(row sheet.Row) verdict {
	if f.column.index >= len(row.Cells) {
		return unknown
	}
	cell := row.Cells[f.column.index]
	switch {
	case len(cell.Text) == 0:
		return unknown
	case f.rule.Numbers != nil || f.rule.Days != nil || len(cell.Text) > maxVerdictText:
		return f.read(cell)
	case f.last == string(cell.Text):
		return f.lastSaid
	}
	said, known := f.verdicts[string(cell.Text)]
	if !known {
		said = f.read(cell)
		if f.verdicts == nil || len(f.verdicts) == maxVerdicts {
			f.verdicts = map[string]verdict{}
		}
		f.verdicts[string(cell.Text)] = said
	}
	f.last, f.lastSaid = string(cell.Text), said
	return said
}

// read is what a cell says of the rule.
func (f *field) read(cell sheet.Cell) verdict {
	text := trimmed(cell.Text)
	if isBlank(text) {
		return unknown
	}
	switch rule := f.rule; {
	case rule.Numbers != nil:
		return f.readNumber(cell)
	case rule.Days != nil:
		return f.readDay(cell)
	case rule.Matches != nil:
		return holds(rule.Matches.Match(text)).verdict()
	default:
		key := keyOf(string(text))
		if f.words[key] {
			f.seen[key] = true
		}
		return holds(f.words[key] == (len(rule.In) > 0)).verdict()
	}
}

// holds is whether what a rule asks is so.
type holds bool

func (h holds) verdict() verdict {
	if h {
		return met
	}
	return failed
}

func (f *field) readNumber(cell sheet.Cell) verdict {
	n, fit := f.column.numbers.style.parse(cell)
	if fit != fits {
		return unknown
	}
	b := f.rule.Numbers
	return holds((b.Min == nil || n.cmp(f.least) >= 0) && (b.Max == nil || n.cmp(f.most) <= 0)).verdict()
}

// readDay holds the days that a cell stands for against the bounds. A month that
// is partly within them tells nothing.
func (f *field) readDay(cell sheet.Cell) verdict {
	days, fit := f.column.dates.style.parse(cell)
	if fit != fits {
		return unknown
	}
	first, last := f.within(days.Start), f.within(days.End)
	if first != last {
		return unknown
	}
	return holds(first).verdict()
}

func (f *field) within(day funnel.Date) bool {
	b := f.rule.Days
	return (b.Min == nil || day >= *b.Min) && (b.Max == nil || day <= *b.Max)
}

// answers is a column in which sales says yes or no.
type answers struct {
	column  *column
	means   funnel.Confirmation
	words   map[string]bool // whether it is a yes, by the folded text
	unclear leftOut         // what is neither
	last    string
	lastYes bool
}

func newAnswers(s *SalesColumns, means funnel.Confirmation, c *column) answers {
	a := answers{column: c, means: means, words: map[string]bool{}}
	for _, word := range s.Yes {
		a.words[keyOf(word)] = true
	}
	for _, word := range s.No {
		a.words[keyOf(word)] = false
	}
	return a
}

// saysAmount reports whether a text is an amount, and whether there is any money: in
// a column about the budget people write the budget. A share of something is none.
func saysAmount(text []byte) (some, isAmount bool) {
	if bytes.IndexByte(text, '%') >= 0 {
		return false, false
	}
	for _, mark := range []decimalMark{decimalPoint, decimalComma} {
		if n, fit := (numberStyle{mark: mark}).parse(sheet.Cell{Text: text}); fit == fits {
			return n.sign() > 0, true
		}
	}
	return false, false
}

// isYes reports whether a row has a yes. What is neither that nor a no is counted
// and confirms nothing.
func (a *answers) isYes(row sheet.Row) bool {
	if a.column.index >= len(row.Cells) {
		return false
	}
	text := row.Cells[a.column.index].Text
	if len(text) == 0 {
		return false
	}
	if a.last == string(text) {
		return a.lastYes
	}
	text = bytes.TrimSpace(text)
	yes, known := a.words[keyOf(string(text))]
	if !known && a.means == funnel.ConfirmedBudget {
		yes, known = saysAmount(text)
	}
	if !known && !isBlank(text) {
		a.unclear.add(1, cellText{row.Number, excerpt(text)})
		return false
	}
	a.last, a.lastYes = string(row.Cells[a.column.index].Text), yes
	return yes
}
