package report

import (
	"math/big"
	"strings"

	"embudo/internal/i18n"
)

// Change is a whole number more or less, shown with its sign.
type Change struct{ *big.Int }

// Show groups thousands behind a sign.
func (c Change) Show(d *Document) string { return signed(d.Language.Count(c.Int)) }

// Raw gives plain digits.
func (c Change) Raw() string { return c.String() }

// signed puts a sign before a number as it is shown: +3, −8.
func signed(shown string) string {
	if shown == "0" || strings.HasPrefix(shown, i18n.Minus) {
		return shown
	}
	return "+" + shown
}

func change(n *big.Int) Cell {
	if n == nil {
		return Cell{}
	}
	return Cell{Value: Change{n}}
}

// Contribution is a part of a gap, shown with its sign and a decimal.
type Contribution struct{ *big.Rat }

// Show rounds to a decimal.
func (c Contribution) Show(d *Document) string { return signed(d.Language.Decimal(c.Rat, 1)) }

// Raw gives the float64 nearest to the part.
func (c Contribution) Raw() string { return plain(c.Rat) }

func contribution(x *big.Rat) Cell { return Cell{Value: Contribution{x}} }

// WholePercent is a fraction of what was counted: more than whole percent would
// only look exact.
type WholePercent struct{ *big.Rat }

// Show rounds to whole percent.
func (p WholePercent) Show(d *Document) string { return wholePercent(p.Rat, d.Language) }

// Raw gives the float64 nearest to the fraction.
func (p WholePercent) Raw() string { return plain(p.Rat) }

func wholePercent(x *big.Rat, l *i18n.Language) string {
	rounded := new(big.Rat).Mul(x, big.NewRat(100, 1))
	shown, _ := new(big.Rat).SetString(rounded.FloatString(0))
	return l.Percent(shown.Quo(shown, big.NewRat(100, 1)))
}

func percentOf(x *big.Rat) Cell {
	if x == nil {
		return Cell{}
	}
	return Cell{Value: WholePercent{x}}
}

// wholeShare is a probability as a fraction to be shown.
func wholeShare(p float64) Value {
	x := new(big.Rat)
	x.SetFloat64(p)
	return WholePercent{x}
}

// Times is a multiple: 3.2 ×.
type Times struct{ *big.Rat }

// Show rounds to a decimal.
func (t Times) Show(d *Document) string { return d.Language.Decimal(t.Rat, 1) + "\u00a0×" }

// Raw gives the float64 nearest to the multiple.
func (t Times) Raw() string { return plain(t.Rat) }

func times(x *big.Rat) Cell {
	if x == nil {
		return Cell{}
	}
	return Cell{Value: Times{x}}
}

// unlessZero is a count that is not worth a column where it is 0 everywhere.
func unlessZero(n *big.Int) Cell {
	if n == nil || n.Sign() == 0 {
		return Cell{}
	}
	return count(n)
}
