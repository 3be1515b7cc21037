package plan

import (
	"math/big"
	"strconv"

	"embudo/funnel"
)

// Money is an amount in the plan's currency; Value is nil where the file states
// none.
type Money struct {
	Value *big.Rat
}

// Percent is a fraction, 0.3 for 30 %; Value is nil where the file states none.
type Percent struct {
	Value *big.Rat
}

// Number is a plain number; Value is nil where the file states none.
type Number struct {
	Value *big.Rat
}

// Count is a whole number of people or companies.
type Count int64

// Rate is the share of a stage's entries that go on to the next. The part that
// is computed with is a [funnel.Rate]; Low and High are the ends of a rate that
// the file gives as a range, nil otherwise. Value is nil where the file states
// none.
type Rate struct {
	funnel.Rate
	Low, High *big.Rat
}

// Duration is a time in hours; 0 where the file states none.
type Duration int64

// Lag is a [Duration], or a range of them.
type Lag struct {
	Low, High Duration
}

// Budget is an amount, or the sum of named lines. Total is nil where the file
// states none.
type Budget struct {
	Total *big.Rat
	Lines []BudgetLine // empty where the file gives one amount
}

// BudgetLine is one line of a budget; a subsidy is negative.
type BudgetLine struct {
	Name   string
	Amount Money
}

// Period is the time that a plan is for. Span is nil where the file has none.
type Period struct {
	Text string // as the file has it: 2027-Q1
	Span *funnel.Span
}

// Dates are the fixed days of a stage. Span is nil where the file has none.
type Dates struct {
	Span *funnel.Span
}

// Holidays are days that are not worked: those of a country, or a list.
type Holidays struct {
	Country string
	Dates   []funnel.Date
}

// String is the amount as a plan file has it.
func (m Money) String() string { return decimalText(m.Value) }

// String is the fraction as a plan file has it: 30%, or 1/3.
func (p Percent) String() string { return percentText(p.Value) }

// String is the number as a plan file has it.
func (n Number) String() string { return decimalText(n.Value) }

// String is the rate as a plan file has it: 30%, 27/90 or 20%..40%.
func (r Rate) String() string {
	switch {
	case r.Low != nil:
		return percentText(r.Low) + ".." + percentText(r.High)
	case r.Of > 0:
		return strconv.FormatInt(r.Seen, 10) + "/" + strconv.FormatInt(r.Of, 10)
	}
	return percentText(r.Value)
}

// String is the duration as a plan file has it, in days where these are whole.
func (d Duration) String() string {
	if d%hoursPerDay == 0 {
		return strconv.FormatInt(int64(d/hoursPerDay), 10) + "d"
	}
	return strconv.FormatInt(int64(d), 10) + "h"
}

// String is the lag as a plan file has it: 10d, or 5d..30d.
func (l Lag) String() string {
	if l.Low == l.High {
		return l.Low.String()
	}
	return l.Low.String() + ".." + l.High.String()
}

// decimalText writes a number without an exponent: exactly where its decimals
// end within 30 places, as a fraction otherwise. It never has three decimals,
// which [amount] takes for ambiguous. It is empty for nil.
func decimalText(r *big.Rat) string {
	if r == nil {
		return ""
	}
	places, exact := r.FloatPrec()
	switch {
	case !exact || places > maxDigits:
		return r.RatString()
	case places == 3:
		return r.FloatString(4)
	}
	return r.FloatString(places)
}

// percentText writes a fraction as a percentage where that is exact, as a
// fraction otherwise. It is empty for nil.
func percentText(r *big.Rat) string {
	if r == nil {
		return ""
	}
	hundredfold := new(big.Rat).Mul(r, big.NewRat(100, 1))
	if places, exact := hundredfold.FloatPrec(); exact && places <= maxDigits {
		return hundredfold.FloatString(places) + "%"
	}
	return r.RatString()
}
