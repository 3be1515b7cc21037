package funnel

import (
	"fmt"
	"math/big"
)

// Seasonality says how much a working day counts when a target is spread over
// days: 1, unless its month or its ISO week has another weight. Only how weights
// stand to each other matters.
type Seasonality struct {
	Unit    Unit                // EachWeek or EachMonth
	Weights map[Season]*big.Rat // each 0 or more; of a day without one it is 1
}

// Season is a month or an ISO week of one year; with year 0, of every year that
// has no weight of its own for it.
type Season struct{ Year, Number int }

// MarshalText gives year and number, 2027-07.
func (s Season) MarshalText() ([]byte, error) {
	return fmt.Appendf(nil, "%04d-%02d", s.Year, s.Number), nil
}

// season is the month or week that a day lies in.
func (u Unit) season(d Date) Season {
	if u == EachWeek {
		year, week := d.Time().ISOWeek()
		return Season{year, week}
	}
	year, month, _ := d.Time().Date()
	return Season{year, int(month)}
}

// weights are whole numbers that stand to each other as those of a seasonality.
type weights struct {
	unit  Unit
	of    map[Season]*big.Int
	other *big.Int
}

// whole multiplies all weights by the least number that makes them whole.
func (s Seasonality) whole() weights {
	scale := big.NewInt(1)
	for _, weight := range s.Weights {
		common := new(big.Int).GCD(nil, nil, scale, weight.Denom())
		scale.Mul(scale, common.Quo(weight.Denom(), common))
	}
	w := weights{unit: s.Unit, of: make(map[Season]*big.Int, len(s.Weights)), other: scale}
	for season, weight := range s.Weights {
		w.of[season] = new(big.Int).Mul(weight.Num(), new(big.Int).Quo(scale, weight.Denom()))
	}
	return w
}

// on is the weight of a day.
func (w weights) on(d Date) *big.Int {
	season := w.unit.season(d)
	for _, season := range []Season{season, {0, season.Number}} {
		if weight, ok := w.of[season]; ok {
			return weight
		}
	}
	return w.other
}
