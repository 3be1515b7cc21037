package plan

import (
	"math/big"

	"embudo/funnel"
)

// mainFunnel is the id of the one funnel of a plan that lists stages.
const mainFunnel = "main"

// Model is the plan as the arithmetic takes it: with everything that the file
// leaves out filled in, and holidays resolved into days. A plan that lists
// stages has one funnel, "main" and without a name. Each call makes a new one.
func (p *Plan) Model() funnel.Plan {
	decimals, ok := Currency(p.Currency)
	if !ok {
		decimals = 2
	}
	model := funnel.Plan{
		Name:            p.Name,
		Currency:        p.Currency,
		MinorUnits:      decimals,
		Period:          copySpan(p.Period.Span),
		Seasonality:     p.Seasonality.model(),
		Budget:          copyOr(p.Budget.Total, 0),
		Target:          p.target(),
		ExistingRevenue: copyOr(p.ExistingRevenue.Value, 0),
		GrossMargin:     copyOr(p.GrossMargin.Value, 1),
		RepeatPurchases: copyOr(p.RepeatPurchases.Value, 0),
		Referrals:       copyOr(p.Referrals.Value, 0),
		Confidence:      p.confidences(),
		Funnels:         p.funnels(),
		Terms:           p.terms(),
		Staff:           p.staff(),
		Notices:         p.warnings(),
	}
	model.Activities, model.PhasesNotUsed = p.activities(model.Funnels), p.unusedPhases()
	model.Holidays = p.holidays(append(model.Windows(), model.ActivityDays()...))
	return model
}

// copyOr is a copy of a number, or another one where the file has none.
func copyOr(r *big.Rat, other int64) *big.Rat {
	if r == nil {
		return big.NewRat(other, 1)
	}
	return new(big.Rat).Set(r)
}

// target is the one target that the file states.
func (p *Plan) target() funnel.Target {
	switch {
	case p.TargetReturn.Value != nil:
		return funnel.Target{Kind: funnel.TargetReturn, Value: copyOr(p.TargetReturn.Value, 0)}
	case p.TargetRevenue.Value != nil:
		return funnel.Target{Kind: funnel.TargetRevenue, Value: copyOr(p.TargetRevenue.Value, 0)}
	}
	return funnel.Target{Kind: funnel.TargetClients, Value: new(big.Rat).SetInt64(int64(p.TargetClients))}
}

func (p *Plan) confidences() []*big.Rat {
	var all []*big.Rat
	for _, c := range p.Confidence {
		all = append(all, copyOr(c.Value, 0))
	}
	return all
}

// funnels are those of the file, or the one that its stages make.
func (p *Plan) funnels() []funnel.Funnel {
	if len(p.Funnels) == 0 {
		whole := Funnel{ID: mainFunnel, Share: Percent{big.NewRat(1, 1)}, Budget: p.Budget, Stages: p.Stages}
		return []funnel.Funnel{p.funnel(whole)}
	}
	funnels := make([]funnel.Funnel, len(p.Funnels))
	for i, f := range p.Funnels {
		funnels[i] = p.funnel(f)
	}
	return funnels
}

// funnel fills in from the plan what a funnel leaves out.
func (p *Plan) funnel(f Funnel) funnel.Funnel {
	budget := f.Budget.Total
	if budget == nil {
		budget = new(big.Rat).Mul(p.Budget.Total, f.Share.Value)
	}
	revenue := f.AverageRevenue.Value
	if revenue == nil {
		revenue = p.AverageRevenue.Value
	}
	margin := f.GrossMargin.Value
	if margin == nil {
		margin = p.GrossMargin.Value
	}
	m := funnel.Funnel{
		ID:             f.ID,
		Name:           f.Name,
		Share:          copyOr(f.Share.Value, 1),
		Budget:         copyOr(budget, 0),
		AverageRevenue: copyOr(revenue, 0),
		GrossMargin:    copyOr(margin, 1),
		Stages:         make([]funnel.Stage, len(f.Stages)),
		Success:        len(f.Stages) - 1,
	}
	for i, s := range f.Stages {
		m.Stages[i] = s.model()
		if s.ID == p.SuccessStage {
			m.Success = i
		}
	}
	if i := meetingIn(f.Stages); i >= 0 {
		m.Stages[i].Meeting = true
	}
	for i, s := range f.Stages {
		s.remind(&m.Stages[i])
	}
	return m
}

func (s Stage) model() funnel.Stage {
	m := funnel.Stage{
		ID:         s.ID,
		Name:       s.Name,
		Owner:      s.Owner,
		System:     s.System,
		Definition: s.Definition,
		Source:     s.Source,
		Rate:       s.Rate.Rate,
		Recovers:   copyOr(s.Recovers.Value, 0),
		Lag:        funnel.Lag{Low: int64(s.Lag.Low), High: int64(s.Lag.High)},
		InProgress: int64(s.InProgress),
		Direct:     int64(s.Direct),
		Capacity:   s.Capacity.model(),
		Dates:      copySpan(s.Dates.Span),

		RespondWithin: funnel.Hours(s.RespondWithin),
	}
	if s.UnitCost.Value != nil {
		m.UnitCost = copyOr(s.UnitCost.Value, 0)
	}
	if s.Rate.Value != nil {
		m.Rate.Value = copyOr(s.Rate.Value, 0)
	}
	return m
}

func (c *Capacity) model() *funnel.Capacity {
	if c == nil {
		return nil
	}
	return &funnel.Capacity{
		People:  copyOr(c.People.Value, 1),
		PerDay:  copyOf(c.PerDay.Value),
		PerWeek: copyOf(c.PerWeek.Value),
		Days:    copyOf(c.Days.Value),
	}
}

func copyOf(r *big.Rat) *big.Rat {
	if r == nil {
		return nil
	}
	return new(big.Rat).Set(r)
}

func copySpan(s *funnel.Span) *funnel.Span {
	if s == nil {
		return nil
	}
	span := *s
	return &span
}

// holidays are the days that are not worked: the plan's own, or those of its
// country in the years of the windows and around the period.
func (p *Plan) holidays(windows []funnel.Span) map[funnel.Date]bool {
	days := map[funnel.Date]bool{}
	for _, d := range p.Holidays.Dates {
		days[d] = true
	}
	if p.Holidays.Country == "" {
		return days
	}
	for year := range p.years(windows) {
		holidays, _ := funnel.Holidays(p.Holidays.Country, year)
		for _, h := range holidays {
			days[h.Date] = true
		}
	}
	return days
}

// years are those in which the plan may need to know holidays: those of all
// windows, which long lags may move far away, and from a year before the period
// to two years after it, where its results may be looked for.
func (p *Plan) years(windows []funnel.Span) map[int]bool {
	years := map[int]bool{}
	add := func(s funnel.Span, before, after int) {
		for year := s.Start.Time().Year() - before; year <= s.End.Time().Year()+after; year++ {
			years[year] = true
		}
	}
	if p.Period.Span != nil {
		add(*p.Period.Span, 1, 2)
	}
	for _, w := range windows {
		add(w, 0, 0)
	}
	return years
}

// allStages are the stages of each funnel.
func (p *Plan) allStages() [][]Stage {
	if len(p.Funnels) == 0 {
		return [][]Stage{p.Stages}
	}
	all := make([][]Stage, len(p.Funnels))
	for i, f := range p.Funnels {
		all[i] = f.Stages
	}
	return all
}
