package report

import (
	"encoding/json"
	"math/big"
	"strconv"
	"strings"
	"time"

	"embudo/funnel"
)

// Cell is one value of a table. A nil Value is a value that there is none of.
type Cell struct {
	Value Value
	Marks []int // of the notes that concern it
	Tone  Tone
}

// Value is what a cell holds. Show writes it for people, in the document's
// language; Raw for machines.
type Value interface {
	Show(d *Document) string
	Raw() string
}

// Text is a word or name, shown as it is.
type Text string

// Term is a fixed word of the program: English for machines, in the document's
// language for people.
type Term struct{ Key, Shown string }

// Count is a whole number.
type Count struct{ *big.Int }

// Number is an exact number, shown with so many decimals.
type Number struct {
	*big.Rat
	Places int
}

// Money is an amount of the document's currency, shown with all its decimals.
type Money struct{ *big.Rat }

// Percent is a fraction shown as a percentage.
type Percent struct{ *big.Rat }

// Day is a date.
type Day funnel.Date

// Days is a span of dates. CSV has a column for each of its ends instead.
type Days funnel.Span

// Range is two values of a kind, low and high. CSV has a column for each.
type Range struct{ Low, High Value }

// Show gives the text.
func (t Text) Show(*Document) string { return string(t) }

// Raw gives the text.
func (t Text) Raw() string { return string(t) }

// Show gives the word in the document's language.
func (t Term) Show(*Document) string { return t.Shown }

// Raw gives the English key.
func (t Term) Raw() string { return t.Key }

// Show groups thousands.
func (c Count) Show(d *Document) string { return d.Language.Count(c.Int) }

// Raw gives plain digits.
func (c Count) Raw() string { return c.String() }

// Show gives the number with its decimals.
func (n Number) Show(d *Document) string { return d.Language.Decimal(n.Rat, n.Places) }

// Raw gives the float64 nearest to the number.
func (n Number) Raw() string { return plain(n.Rat) }

// Show gives the amount with its currency.
func (m Money) Show(d *Document) string {
	return d.Language.Money(m.Rat, d.Currency, d.MinorUnits)
}

// Raw gives the float64 nearest to the amount.
func (m Money) Raw() string { return plain(m.Rat) }

// Show gives the percentage.
func (p Percent) Show(d *Document) string { return d.Language.Percent(p.Rat) }

// Raw gives the float64 nearest to the fraction.
func (p Percent) Raw() string { return plain(p.Rat) }

// Show gives the date with the name of its month.
func (day Day) Show(d *Document) string { return d.Language.Date(funnel.Date(day).Time()) }

// Time is the day's midnight in UTC.
func (day Day) Time() time.Time { return funnel.Date(day).Time() }

// Raw gives the ISO date.
func (day Day) Raw() string { return funnel.Date(day).String() }

// Show gives both ends.
func (s Days) Show(d *Document) string { return d.Language.Days(s.Start.Time(), s.End.Time()) }

// Raw gives both ends as ISO dates.
func (s Days) Raw() string { return s.Start.String() + ".." + s.End.String() }

// Show gives both ends, or one where they show alike.
func (r Range) Show(d *Document) string {
	low, high := r.Low.Show(d), r.High.Show(d)
	if low == high {
		return low
	}
	return low + " – " + high
}

// Raw gives both ends.
func (r Range) Raw() string { return r.Low.Raw() + ".." + r.High.Raw() }

// plain writes the float64 nearest to x without an exponent.
func plain(x *big.Rat) string {
	f, _ := x.Float64()
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// Show writes a cell for people, its marks behind it.
func (d *Document) Show(c Cell) string {
	if c.Value == nil {
		return string(d.Language.Words.None)
	}
	shown := c.Value.Show(d)
	if len(c.Marks) > 0 {
		shown += "\u00a0" + Marks(c.Marks) // a mark never stands on a line of its own
	}
	return shown
}

// Marks writes the numbers of notes as superscripts: ¹ ².
func Marks(marks []int) string {
	const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹"
	digits := []rune(superscripts)
	written := make([]string, len(marks))
	for i, mark := range marks {
		for _, digit := range strconv.Itoa(mark) {
			written[i] += string(digits[digit-'0'])
		}
	}
	return strings.Join(written, "\u00a0")
}

// Cells for values that may be missing.

func text(s string) Cell {
	if s == "" {
		return Cell{}
	}
	return Cell{Value: Text(s)}
}

func count(n *big.Int) Cell {
	if n == nil {
		return Cell{}
	}
	return Cell{Value: Count{n}}
}

func number(x *big.Rat, places int) Cell {
	if x == nil {
		return Cell{}
	}
	return Cell{Value: Number{x, places}}
}

func money(x *big.Rat) Cell {
	if x == nil {
		return Cell{}
	}
	return Cell{Value: Money{x}}
}

func percent(x *big.Rat) Cell {
	if x == nil {
		return Cell{}
	}
	return Cell{Value: Percent{x}}
}

func span(s *funnel.Span) Cell {
	if s == nil {
		return Cell{}
	}
	return Cell{Value: Days(*s)}
}

// Values for JSON.

// exact is a rational that becomes the float64 nearest to it; nil becomes null.
type exact struct{ *big.Rat }

// MarshalJSON implements [json.Marshaler].
func (x exact) MarshalJSON() ([]byte, error) {
	if x.Rat == nil {
		return []byte("null"), nil
	}
	f, _ := x.Float64()
	return json.Marshal(f)
}

// whole is a whole number as JSON: the float64 nearest to it, nil as null.
func whole(n *big.Int) exact {
	if n == nil {
		return exact{}
	}
	return exact{new(big.Rat).SetInt(n)}
}

// optional is a text that becomes null where it is empty.
func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
