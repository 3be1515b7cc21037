package report

import (
	"math"
	"math/big"

	"embudo/funnel"
	"embudo/internal/i18n"
)

// time goes down a funnel: by when, how many a week, and who can handle them.
func (w *working) time(p *funnel.Plan, f *funnel.FunnelResult) {
	for i := range f.Stages {
		s := &f.Stages[i]
		w.stage = s.Stage.ID
		w.lag(s.Stage)
		w.window(p, f, i)
		w.perWeek(p, s)
		w.capacity(p, s)
	}
	w.stage = ""
}

// lag says what an uncertain lag counts as.
func (w *working) lag(s *funnel.Stage) {
	if s.Lag.Low == s.Lag.High {
		return
	}
	days := func(hours int64) *big.Rat { return big.NewRat(hours, 24) }
	median := new(big.Rat).SetFloat64(math.Sqrt(float64(s.Lag.Low)*float64(s.Lag.High)) / 24)
	l := w.Language
	w.line("lag", w.text.Time.Lag, "stage", s.Name, "low", l.Short(days(s.Lag.Low), 2), "high", l.Short(days(s.Lag.High), 2),
		"exact", l.Short(median, 4), "result", l.Quantity(big.NewInt(s.Lag.Typical()/24)))
}

// window is the period moved by the lags, unless fixed dates have a say in it.
func (w *working) window(p *funnel.Plan, f *funnel.FunnelResult, stage int) {
	s := &f.Stages[stage]
	if s.Window == nil {
		return
	}
	l := w.Language
	shown := l.Days(s.Window.Start.Time(), s.Window.End.Time())
	if s.Stage.Dates != nil {
		w.line("window", w.text.Time.WindowOwn, "stage", s.Stage.Name, "window", shown)
		return
	}
	after, before := f.Funnel.Between(0, stage), f.Funnel.Between(stage, f.Funnel.Success)
	if s.Window.Start != p.Period.Start+funnel.Date(after) || s.Window.End != p.Period.End-funnel.Date(before) {
		w.line("window", w.text.Time.WindowFitted, "stage", s.Stage.Name, "window", shown)
		return
	}
	sign := i18n.Minus
	if before < 0 {
		sign, before = "+", -before
	}
	date := func(d funnel.Date) string { return l.Date(d.Time()) }
	w.line("window", w.text.Time.WindowByLags, "stage", s.Stage.Name, "success", f.Stages[f.Funnel.Success].Stage.Name,
		"start", date(p.Period.Start), "after", l.Quantity(big.NewInt(after)), "from", date(s.Window.Start),
		"end", date(p.Period.End), "sign", sign, "before", l.Quantity(big.NewInt(before)), "to", date(s.Window.End))
}

func (w *working) perWeek(p *funnel.Plan, s *funnel.StageResult) {
	if s.PerWeek == nil {
		return
	}
	l, step := w.Language, w.text.Time.PerWeekAll
	days := big.NewInt(s.Window.WorkingDays(p.Holidays))
	exact := new(big.Rat).SetInt(new(big.Int).Add(s.Needed, big.NewInt(s.Stage.Direct)))
	if days.Cmp(big.NewInt(5)) > 0 {
		step = w.text.Time.PerWeek
		exact.Mul(exact, new(big.Rat).SetFrac(big.NewInt(5), days))
	}
	w.line("per_week", step, "stage", s.Stage.Name, "needed", l.Count(s.Needed), "direct", l.Count(big.NewInt(s.Stage.Direct)),
		"days", l.Count(days), "exact", l.Short(exact, 4), "result", l.Count(s.PerWeek))
}

// capacity is what people can handle, and what they must.
func (w *working) capacity(p *funnel.Plan, s *funnel.StageResult) {
	c := s.Stage.Capacity
	if c == nil || s.Capacity == nil {
		return
	}
	l := w.Language
	days := c.Days
	if days == nil {
		days = new(big.Rat).SetInt64(s.Window.WorkingDays(p.Holidays))
	}
	step, pace, daily := w.capacityStep(c)
	exact := new(big.Rat).Mul(c.People, daily)
	w.line("capacity_available", step, "stage", s.Stage.Name, "people", l.Short(c.People, 4), "pace", l.Short(pace, 4),
		"days", l.Short(days, 4), "exact", l.Short(exact.Mul(exact, days), 4), "result", l.Count(s.Capacity.Available))
	w.line("capacity_required", w.text.Time.CapacityAsked, "stage", s.Stage.Name, "total", l.Count(s.Total),
		"in_progress", l.Count(big.NewInt(s.Stage.InProgress)), "result", l.Count(s.Capacity.Required))
}

// capacityStep is the formula for a pace by the day or by the week, and what that
// is a day.
func (w *working) capacityStep(c *funnel.Capacity) (step i18n.Step, pace, daily *big.Rat) {
	if c.PerDay != nil {
		return w.text.Time.CapacityByDay, c.PerDay, c.PerDay
	}
	return w.text.Time.CapacityByWeek, c.PerWeek, new(big.Rat).Mul(c.PerWeek, big.NewRat(1, 5))
}
