package report

import (
	"math/big"

	"embudo/funnel"
	"embudo/internal/i18n"
	"embudo/plan"
)

// MoneyIn is an amount of a currency that need not be the document's.
type MoneyIn struct {
	*big.Rat

	Currency   string
	MinorUnits int
}

// Show gives the amount with its currency, without decimals where it is whole.
func (m MoneyIn) Show(d *Document) string {
	return d.Language.RoundMoney(m.Rat, m.Currency, m.MinorUnits)
}

// Raw gives the float64 nearest to the amount.
func (m MoneyIn) Raw() string { return plain(m.Rat) }

// Probability is a chance.
type Probability struct{ *big.Rat }

// Show gives whole percent, with a decimal near the ends.
func (p Probability) Show(d *Document) string {
	f, _ := p.Float64()
	return d.Language.Chance(f)
}

// Raw gives the chance as it is known.
func (p Probability) Raw() string { return plain(p.Rat) }

// unit is what a number that is compared counts.
type unit int

const (
	unitCount unit = iota
	unitMoney
	unitFraction
	unitChance
)

func unitOf(m funnel.Measure) unit {
	switch m {
	case funnel.MeasureShare, funnel.MeasureRate, funnel.MeasureEffective, funnel.MeasureReturn:
		return unitFraction
	case funnel.MeasureChance:
		return unitChance
	default:
		if m.IsMoney() {
			return unitMoney
		}
		return unitCount
	}
}

// Delta is how much one value is above another; money is in the document's
// currency.
type Delta struct {
	*big.Rat

	unit unit
}

// Show gives it with its sign: counts as they are, fractions in points.
func (x Delta) Show(d *Document) string {
	l := d.Language
	if x.Sign() == 0 {
		return string(l.Compare.Unchanged)
	}
	switch x.unit {
	case unitMoney:
		return signed(l.RoundMoney(x.Rat, d.Currency, d.MinorUnits))
	case unitFraction:
		return x.inPoints(l, 2)
	case unitChance:
		return x.inPoints(l, 1)
	default:
		return signed(l.Short(x.Rat, 2))
	}
}

// inPoints is a difference of fractions, of which less than half a last decimal is
// none.
func (x Delta) inPoints(l *i18n.Language, places int) string {
	points := signed(l.Short(x.points(), places))
	if points == "0" {
		return string(l.Compare.Unchanged)
	}
	return l.Compare.Points.Fill("points", points)
}

// points are hundredths.
func (x Delta) points() *big.Rat { return new(big.Rat).Mul(x.Rat, big.NewRat(100, 1)) }

// Raw gives the float64 nearest to it, of fractions in points as they are shown.
func (x Delta) Raw() string {
	if x.unit == unitFraction || x.unit == unitChance {
		return plain(x.points())
	}
	return plain(x.Rat)
}

// Beside is a value with how much it is above that of the first plan.
type Beside struct {
	Value Value
	Delta Delta
}

// Show gives the value alone where there is no difference.
func (b Beside) Show(d *Document) string {
	delta := b.Delta.Show(d)
	if delta == string(d.Language.Compare.Unchanged) {
		return b.Value.Show(d)
	}
	return d.Language.Compare.With.Fill("value", b.Value.Show(d), "difference", delta)
}

// Raw gives the value.
func (b Beside) Raw() string { return b.Value.Raw() }

// measuredIn is the value of a measure in one of the plans.
func measuredIn(p *funnel.Plan, m funnel.Measure, x *big.Rat) Cell {
	if x == nil {
		return Cell{}
	}
	switch unitOf(m) {
	case unitMoney:
		return Cell{Value: MoneyIn{x, p.Currency, p.MinorUnits}}
	case unitFraction:
		return Cell{Value: Percent{x}}
	case unitChance:
		return Cell{Value: Probability{x}}
	default:
		return Cell{Value: Short{x}}
	}
}

// delta is a difference; there is none of what cannot be compared.
func delta(x *big.Rat, u unit) Cell {
	if x == nil {
		return Cell{}
	}
	return Cell{Value: Delta{x, u}}
}

// unitOfKey is what the number of a key counts.
func unitOfKey(kind string) unit {
	switch kind {
	case plan.TypeMoney, plan.TypePrice, plan.TypeBudget:
		return unitMoney
	case plan.TypeReturn, plan.TypeShare, plan.TypePart, plan.TypeRate, plan.TypeAttainment:
		return unitFraction
	}
	return unitCount
}

// saidIn is what one of the plans says of a key, as people write it.
func (d *Document) saidIn(p *funnel.Plan, kind string, s plan.Said) Cell {
	switch v := s.Value.(type) {
	case plan.Rate:
		return d.rateIn(v)
	case plan.Lag:
		return Cell{Value: Range{d.hours(v.Low), d.hours(v.High)}}
	case plan.Duration:
		return Cell{Value: d.hours(v)}
	case plan.Period:
		return span(v.Span)
	case plan.Dates:
		return span(v.Span)
	}
	switch {
	case s.Text == "", !s.ByFile && s.Number == nil:
		return Cell{}
	case s.Number == nil:
		return text(s.Text)
	}
	switch unitOfKey(kind) {
	case unitMoney:
		return Cell{Value: MoneyIn{s.Number, p.Currency, p.MinorUnits}}
	case unitFraction:
		return Cell{Value: Percent{s.Number}}
	default:
		return Cell{Value: Short{s.Number}}
	}
}

// rateIn is a rate with what it rests on.
func (d *Document) rateIn(r plan.Rate) Cell {
	switch {
	case r.Low != nil:
		return Cell{Value: Range{Percent{r.Low}, Percent{r.High}}}
	case r.Of > 0:
		return text(r.String())
	}
	return percent(r.Value)
}

// hours is a duration in words.
func (d *Document) hours(h plan.Duration) Value { return Text(d.duration(funnel.Hours(h))) }
