package funnel

import (
	"math/big"
	"slices"
)

// warnings says what the reader of a result should know before relying on it:
// first what concerns the whole plan, then funnel by funnel, top down.
func warnings(r *Result) []Warning {
	list := slices.Clone(r.Plan.Notices)
	list = append(list, warnRoundedClients(r)...)
	list = append(list, warnGuesses(r.Plan)...)
	for i := range r.Funnels {
		f := &r.Funnels[i]
		list = append(list, warnCycle(r.Plan, f)...)
		list = append(list, warnDates(r.Plan, f)...)
		list = append(list, warnCost(f)...)
		for j := range f.Stages {
			list = append(list, warnSeason(r, f.Funnel, &f.Stages[j])...)
			list = append(list, warnStage(f.Funnel, &f.Stages[j])...)
		}
		if f.Chance == nil {
			list = append(list, Warning{Code: WarnNoChance, Funnel: f.Funnel.ID})
		}
	}
	return list
}

// projectionWarnings are those that hold for a plan run forward: its targets
// are beside the point, but not what its rates rest on.
func projectionWarnings(p *Plan) []Warning {
	list := slices.Clone(p.Notices)
	list = append(list, warnGuesses(p)...)
	for i := range p.Funnels {
		f := &p.Funnels[i]
		for j := range f.Stages {
			list = append(list, warnRate(f, &f.Stages[j])...)
		}
	}
	return list
}

// warnVolumes says at which stages more people are expected than can be handled:
// what lies below will be less than expected.
func warnVolumes(plan *FunnelResult, f *FunnelProjection) []Warning {
	var list []Warning
	for i := range f.Stages {
		capacity, s := plan.Stages[i].Capacity, &f.Stages[i]
		if capacity == nil {
			continue
		}
		expected := ceil(sub(s.Entries.Mean, new(big.Rat).SetInt64(s.Stage.InProgress)))
		if expected.Cmp(capacity.Available) > 0 {
			list = append(list, Warning{Code: WarnVolume, Funnel: f.Funnel.ID, Stage: s.Stage.ID, Values: map[string]any{
				"stage": s.Stage.Name, "expected": expected, "available": capacity.Available,
			}})
		}
	}
	return list
}

// warnRoundedClients notes that whole clients per funnel are more than asked.
func warnRoundedClients(r *Result) []Warning {
	asked := r.Plan.Target
	if asked.Kind != TargetClients || ratOf(r.Clients).Cmp(asked.Value) <= 0 {
		return nil
	}
	return []Warning{{Code: WarnRoundedClients, Values: map[string]any{
		"asked": ceil(asked.Value), "sum": r.Clients,
	}}}
}

// warnGuesses counts the rates that neither name a source nor are evidence.
func warnGuesses(p *Plan) []Warning {
	rates, guesses := int64(0), int64(0)
	for _, f := range p.Funnels {
		for _, s := range f.Stages[:len(f.Stages)-1] {
			rates++
			if s.Source == "" && s.Rate.Of == 0 {
				guesses++
			}
		}
	}
	if guesses == 0 {
		return nil
	}
	return []Warning{{Code: WarnGuesses, Values: map[string]any{
		"guesses": big.NewInt(guesses), "rates": big.NewInt(rates),
	}}}
}

// warnCycle says that an entry at the top cannot become a success within the
// period, what the last useful day would have been, when the work should have
// begun for the whole period to bring successes, and when the top's target is due
// as it is.
func warnCycle(p *Plan, f *FunnelResult) []Warning {
	if p.Period == nil || f.Funnel.Success == 0 {
		return nil
	}
	lag := f.Funnel.Between(0, f.Funnel.Success)
	if lag < p.Period.Days() {
		return nil
	}
	due := lateDue(p, f.Funnel, 0)
	if top := f.Stages[0].Window; top != nil { // fixed dates
		due = top.End
	}
	return []Warning{{Code: WarnCycle, Funnel: f.Funnel.ID, Values: map[string]any{
		"from":         f.Funnel.Stages[0].Name,
		"to":           f.Funnel.Stages[f.Funnel.Success].Name,
		"days":         big.NewInt(lag),
		"period_days":  big.NewInt(p.Period.Days()),
		"last_useful":  shift(p.Period.End, -lag),
		"should_start": shift(p.Period.Start, -lag),
		"due":          due,
	}}}
}

// warnDates says which stages the fixed dates of others leave no day, although
// the period would: what had to come before, by when, and what comes too late.
func warnDates(p *Plan, f *FunnelResult) []Warning {
	if p.Period == nil {
		return nil
	}
	var list []Warning
	for i := range f.Stages {
		s := &f.Stages[i]
		open := byLags(p, f.Funnel, i)
		if s.Window != nil || open.Start > open.End {
			continue
		}
		span := aroundDates(p, f.Funnel, i, open)
		code := WarnAfterDates
		if span.End < open.End {
			code = WarnBeforeDates
		}
		list = append(list, Warning{Code: code, Funnel: f.Funnel.ID, Stage: s.Stage.ID, Values: map[string]any{
			"stage": s.Stage.Name, "start": span.Start, "end": span.End,
		}})
	}
	return list
}

// warnCost says that what the needed entries cost is more than the budget, and
// how many clients the budget does pay for.
func warnCost(f *FunnelResult) []Warning {
	cost := cost(f.Stages)
	if cost.Cmp(f.Funnel.Budget) <= 0 {
		return nil
	}
	return []Warning{{Code: WarnCost, Funnel: f.Funnel.ID, Values: map[string]any{
		"cost":    Money{cost},
		"budget":  Money{f.Funnel.Budget},
		"clients": affordable(f),
		"wanted":  f.Clients,
	}}}
}

// cost is what the needed entries of all stages cost together.
func cost(stages []StageResult) *big.Rat {
	sum := new(big.Rat)
	for i := range stages {
		if unit := stages[i].Stage.UnitCost; unit != nil {
			sum.Add(sum, mul(unit, ratOf(stages[i].Needed)))
		}
	}
	return sum
}

// affordable is the largest number of clients, below those asked, whose needed
// entries the budget pays for; found by halving, as costs rise with clients.
func affordable(f *FunnelResult) *big.Int {
	low, high := new(big.Int), new(big.Int).Set(f.Clients) // low is paid for, high is not
	for {
		middle := new(big.Int).Add(low, high)
		middle.Rsh(middle, 1)
		if middle.Cmp(low) == 0 {
			return low
		}
		if cost(climb(f.Funnel, middle, ratOf(middle))).Cmp(f.Funnel.Budget) <= 0 {
			low = middle
		} else {
			high = middle
		}
	}
}

// warnRate says what a stage's rate rests on, where that is little or a guess.
func warnRate(f *Funnel, s *Stage) []Warning {
	warning := Warning{Funnel: f.ID, Stage: s.ID, Values: map[string]any{"stage": s.Name}}
	switch rate := s.Rate; {
	case rate.Of > 0 && rate.Seen <= FewCases:
		warning.Code = WarnFewCases
		warning.Values["seen"], warning.Values["of"] = big.NewInt(rate.Seen), big.NewInt(rate.Of)
	case rate.Of == 0 && rate.Uncertain():
		warning.Code = WarnRangeMean
		warning.Values["mean"] = Share{rate.Value}
	default:
		return nil
	}
	return []Warning{warning}
}

// warnSeason says that the seasonality leaves nothing to be done on any day of a
// window, whose target is spread evenly then.
func warnSeason(r *Result, f *Funnel, s *StageResult) []Warning {
	if s.Window == nil || len(r.days.weights.of) == 0 || !r.days.once(*s.Window).weightless {
		return nil
	}
	return []Warning{{Code: WarnSeasonless, Funnel: f.ID, Stage: s.Stage.ID, Values: map[string]any{
		"stage": s.Stage.Name, "start": s.Window.Start, "end": s.Window.End,
	}}}
}

func warnStage(f *Funnel, s *StageResult) []Warning {
	list := warnRate(f, s.Stage)
	warn := func(code string, values map[string]any) {
		values["stage"] = s.Stage.Name
		list = append(list, Warning{Code: code, Funnel: f.ID, Stage: s.Stage.ID, Values: values})
	}
	if c := s.Capacity; c != nil && c.Short.Sign() > 0 {
		values := map[string]any{
			"required": c.Required, "people": s.Stage.Capacity.People, "days_needed": c.DaysNeeded,
		}
		if c.PeopleNeeded == nil {
			warn(WarnNoDays, values)
		} else {
			values["available"], values["people_needed"] = c.Available, c.PeopleNeeded
			warn(WarnCapacity, values)
		}
	}
	if s.Stage.Capacity != nil && s.Capacity == nil {
		warn(WarnNotChecked, map[string]any{"required": s.handled()})
	}
	for _, n := range s.ForConfidence {
		if n.Needed == nil {
			warn(WarnOutOfReach, map[string]any{"confidence": Share{n.Confidence}, "limit": big.NewInt(MaxNeeded)})
		}
	}
	return list
}
