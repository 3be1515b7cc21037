package plan

import (
	"math/big"
	"strconv"
	"strings"

	"embudo/funnel"
)

// Reasons why something that was learned is not set in a plan, besides those of
// [Edit].
const (
	RefusedFew      = "few"      // it rests on too little
	RefusedRecovers = "recovers" // what follow-up brings back is in the records already
	RefusedBetween  = "between"  // the records do not speak of stages between
)

// Lessons are the changes to a plan that follow from what was learned, and what
// does not go into it, with the reason. A value that the plan has already is
// neither. source says where the records are from.
func Lessons(p *Plan, r *funnel.LearnResult, source string) (changes []Change, refused []Refusal) {
	l := lessons{plan: p, decimals: r.Plan.MinorUnits, source: source}
	for i := range r.Funnels {
		l.funnel(i, &r.Funnels[i])
	}
	return l.changes, l.refused
}

type lessons struct {
	plan     *Plan
	decimals int
	source   string
	changes  []Change
	refused  []Refusal
}

func (l *lessons) funnel(index int, f *funnel.LearnedFunnel) {
	stages, at, price := l.plan.Stages, "", l.plan.AverageRevenue
	if len(l.plan.Funnels) > 0 {
		own := &l.plan.Funnels[index]
		stages, at, price = own.Stages, join("funnels", own.ID), own.AverageRevenue
	}
	if f.Revenue != nil && price.Value != nil {
		l.put(join(at, "average_revenue_per_client"), PriceText(f.Revenue, l.decimals), f.Revenue.Enough, decimalText(price.Value))
	}
	for i := range f.Steps {
		s := &f.Steps[i]
		l.step(join(join(at, "stages"), stages[s.From].ID), &stages[s.From], s)
	}
}

// step sets the rate with its source, and the lag, of a stage.
func (l *lessons) step(at string, stage *Stage, s *funnel.LearnedStep) {
	if s.All.Of == 0 {
		return
	}
	rate := RateText(&s.All)
	switch {
	case s.To > s.From+1:
		l.refuse(join(at, "rate"), rate, RefusedBetween)
		return
	case stage.Recovers.Value != nil && stage.Recovers.Value.Sign() > 0:
		l.refuse(join(at, "rate"), rate, RefusedRecovers)
	case l.put(join(at, "rate"), rate, s.All.Enough, evidenceText(stage.Rate.Rate)) && l.source != stage.Source:
		l.changes = append(l.changes, Change{Path: join(at, "source"), Value: l.source, With: join(at, "rate")})
	}
	if lag := s.All.Lag; lag != nil {
		l.put(join(at, "lag"), LagText(lag.Plan), lag.Enough, LagText(funnel.Lag{Low: int64(stage.Lag.Low), High: int64(stage.Lag.High)}))
	}
}

// put notes a change, unless it is none or rests on too little.
func (l *lessons) put(path, value string, enough bool, before string) (changed bool) {
	switch {
	case value == before:
		return false
	case !enough:
		l.refuse(path, value, RefusedFew)
		return false
	}
	l.changes = append(l.changes, Change{Path: path, Value: value})
	return true
}

func (l *lessons) refuse(path, value, reason string) {
	l.refused = append(l.refused, Refusal{path, value, reason})
}

// RateText is a rate that was learned as a plan file has it, 27/90; empty where
// there is none.
func RateText(l *funnel.Learned) string {
	return evidenceText(funnel.Rate{Seen: l.Seen, Of: l.Of})
}

func evidenceText(r funnel.Rate) string {
	if r.Of == 0 {
		return ""
	}
	return strconv.FormatInt(r.Seen, 10) + "/" + strconv.FormatInt(r.Of, 10)
}

// LagText is a lag as a plan file has it, 5d..41d.
func LagText(l funnel.Lag) string {
	if l.Low == l.High {
		return durationText(l.Low)
	}
	return durationText(l.Low) + ".." + durationText(l.High)
}

// durationText has days where they are whole.
func durationText(hours int64) string {
	if hours%hoursPerDay == 0 {
		return strconv.FormatInt(hours/hoursPerDay, 10) + "d"
	}
	return strconv.FormatInt(hours, 10) + "h"
}

// PriceText is an average revenue as a plan file has it: without decimals where
// the mean is not known to ten units.
func PriceText(r *funnel.LearnedRevenue, decimals int) string {
	const unsure = 10
	if r.Error != nil && r.Error.Cmp(big.NewRat(unsure, 1)) >= 0 {
		decimals = 0
	}
	text := r.Mean.FloatString(decimals)
	if _, fraction, ok := strings.Cut(text, "."); ok && len(fraction) == 3 {
		text += "0" // three decimals would be taken for thousands
	}
	return text
}
