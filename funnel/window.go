package funnel

import (
	"math"
	"math/big"
)

// Typical is the lag that dates are computed with: the lag itself, or the
// median √(low × high) of an uncertain one, rounded half up to whole days. In
// hours.
func (l Lag) Typical() int64 {
	if l.Low == l.High {
		return l.Low
	}
	// The median in days is √(low × high) / 24; rounding half up asks for the
	// greatest n with n − ½ ≤ median, that is (2n − 1)² × 144 ≤ low × high.
	product := new(big.Int).Mul(big.NewInt(l.Low), big.NewInt(l.High))
	root := new(big.Int).Sqrt(product.Div(product, big.NewInt(144)))
	return (root.Int64() + 1) / 2 * 24
}

// Between is the sum of the typical lags from stage i to stage j, in whole
// days, hours rounded half up; negative when j lies above i.
func (f *Funnel) Between(i, j int) int64 {
	if j < i {
		return -f.Between(j, i)
	}
	hours := int64(0)
	for _, s := range f.Stages[i:j] {
		hours = addCapped(hours, s.Lag.Typical())
	}
	return (hours + 12) / 24
}

// addCapped adds two lags without overflow: beyond a million years all are alike.
func addCapped(a, b int64) int64 {
	const limit = math.MaxInt64 / 4
	return min(limit, min(limit, a)+min(limit, b))
}

// shift moves a date by days and stays within the dates there are.
func shift(d Date, days int64) Date {
	return Date(min(math.MaxInt32, max(math.MinInt32, int64(d)+days)))
}

// windows gives each stage the days in which an entry still serves the period:
// from the first day on which the top's entries can have come so far, to the
// last on which one can still reach the success stage. A stage with fixed dates
// has these; those above it end in time to reach it, and those below begin with
// the first who come out of it. nil: the plan has no period, or the lags and
// dates leave no day.
func windows(p *Plan, f *Funnel) []*Span {
	spans := make([]*Span, len(f.Stages))
	for i := range f.Stages {
		if dates := f.Stages[i].Dates; dates != nil {
			spans[i] = dates
			continue
		}
		if p.Period == nil {
			continue
		}
		if span := aroundDates(p, f, i, byLags(p, f, i)); span.Start <= span.End {
			spans[i] = &span
		}
	}
	return spans
}

// Windows are the days in which entries of the stages of all funnels still serve
// the period, or are held.
func (p *Plan) Windows() []Span {
	var all []Span
	for i := range p.Funnels {
		for _, w := range windows(p, &p.Funnels[i]) {
			if w != nil {
				all = append(all, *w)
			}
		}
	}
	return all
}

// byLags is the window of a stage as the period and the lags alone have it; it
// may end before it starts.
func byLags(p *Plan, f *Funnel, stage int) Span {
	return Span{
		Start: shift(p.Period.Start, f.Between(0, stage)),
		End:   shift(p.Period.End, -f.Between(stage, f.Success)),
	}
}

// aroundDates fits a window to the fixed dates of other stages: people come out
// of the nearest one above from its first day on, and must be in time for each
// one below.
func aroundDates(p *Plan, f *Funnel, stage int, span Span) Span {
	for i := range f.Stages {
		switch dates := f.Stages[i].Dates; {
		case dates == nil:
		case i < stage:
			span.Start = max(p.Period.Start, shift(dates.Start, f.Between(i, stage)))
		case i > stage:
			span.End = min(span.End, shift(dates.End, -f.Between(stage, i)))
		}
	}
	return span
}

// perWeek spreads a stage's target over the working weeks of its window; a
// window shorter than a week has all of it.
func perWeek(s *StageResult, holidays map[Date]bool) *big.Int {
	if s.Window == nil {
		return nil
	}
	days := s.Window.WorkingDays(holidays)
	if days == 0 {
		return nil
	}
	due := new(big.Int).Add(s.Needed, big.NewInt(s.Stage.Direct))
	if days <= 5 {
		return due
	}
	return ceilDiv(due.Mul(due, big.NewInt(5)), big.NewInt(days))
}

// capacity holds what people can handle in the stage's days against what the
// plan asks of them. nil: the stage has none, or its days are not known.
func capacity(s *StageResult, holidays map[Date]bool) *CapacityResult {
	c := s.Stage.Capacity
	if c == nil {
		return nil
	}
	days := c.Days
	if days == nil {
		if s.Window == nil {
			return nil
		}
		days = new(big.Rat).SetInt64(s.Window.WorkingDays(holidays))
	}
	perDay := c.PerDay
	if perDay == nil {
		perDay = quo(c.PerWeek, big.NewRat(5, 1))
	}
	required := s.handled()
	result := &CapacityResult{
		Available:  floor(mul(mul(c.People, perDay), days)),
		Required:   required,
		DaysNeeded: ceil(quo(ratOf(required), mul(c.People, perDay))),
	}
	if days.Sign() > 0 {
		result.PeopleNeeded = ceil(quo(ratOf(required), mul(perDay, days)))
	}
	result.Short = new(big.Int).Sub(required, result.Available)
	if result.Short.Sign() < 0 {
		result.Short.SetInt64(0)
	}
	return result
}

// handled is how many entries of the stage people must handle: those in progress
// have been.
func (s *StageResult) handled() *big.Int {
	handled := new(big.Int).Sub(s.Total, big.NewInt(s.Stage.InProgress))
	if handled.Sign() < 0 {
		handled.SetInt64(0)
	}
	return handled
}
