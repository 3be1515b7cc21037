package funnel

import (
	"math/big"
	"slices"
)

// LeadWeek is what marketing hands over in an ISO week, or in the part of it that
// belongs to the plan.
type LeadWeek struct {
	Period
	Leads    *big.Int
	Channels []*big.Int // in the order of the channels that are agreed; they add up to Leads
}

// maxLeadWeeks bounds the weeks of an agreement: ten years.
const maxLeadWeeks = 530

// leadWeeks spreads what marketing hands over, in all funnels, over weeks and
// channels; none where the plan has no period or is longer than anybody agrees on.
func (a *SLA) leadWeeks() []LeadWeek {
	if a.Plan.Plan.Period == nil {
		return nil
	}
	var schedules []Schedule
	var spans []Span
	for i := range a.Funnels {
		if h := a.Funnels[i].HandOver; h > 0 {
			s := a.Plan.Schedule(i, h-1)
			schedules, spans = append(schedules, s), append(spans, s.Due)
		}
	}
	if len(schedules) == 0 {
		return nil
	}
	periods, ok := a.Plan.days.periods(spans, EachWeek, maxLeadWeeks)
	if !ok {
		return nil
	}
	weeks := make([]LeadWeek, len(periods))
	split := newSplit(a.Terms.Channels)
	for i, period := range periods {
		leads := new(big.Int)
		for _, s := range schedules {
			leads.Add(leads, s.Target(period.End))
			leads.Sub(leads, s.Target(period.Start-1))
		}
		weeks[i] = LeadWeek{Period: period, Leads: leads, Channels: split.next(leads)}
	}
	return withoutIdleEnds(weeks)
}

// withoutIdleEnds leaves out weeks at both ends in which nobody works and nothing
// is due.
func withoutIdleEnds(weeks []LeadWeek) []LeadWeek {
	works := func(w LeadWeek) bool { return w.WorkingDays > 0 || w.Leads.Sign() > 0 }
	first := slices.IndexFunc(weeks, works)
	if first < 0 {
		return weeks
	}
	last := len(weeks) - 1
	for !works(weeks[last]) {
		last--
	}
	return weeks[first : last+1]
}

// split hands numbers out to channels, again and again, so that each time they add
// up, nobody is given less than none, and all that a channel was given stays next
// to its share of all.
type split struct {
	channels []ChannelTerm
	all      *big.Int   // given so far
	given    []*big.Int // to each channel
}

func newSplit(channels []ChannelTerm) *split {
	s := &split{channels: channels, all: new(big.Int)}
	for range channels {
		s.given = append(s.given, new(big.Int))
	}
	return s
}

// next hands out one more number: to each channel the whole part of what it lacks,
// and what is left one by one to whoever lacks most, of equals to the first.
func (s *split) next(n *big.Int) []*big.Int {
	if len(s.channels) == 0 {
		return nil
	}
	s.all.Add(s.all, n)
	left := new(big.Int).Set(n)
	now := make([]*big.Int, len(s.channels))
	lacks := make([]*big.Rat, len(s.channels))
	for i, c := range s.channels {
		lacks[i] = sub(mul(c.Share, ratOf(s.all)), ratOf(s.given[i]))
		now[i] = new(big.Int).Sub(floor(lacks[i]), big.NewInt(1))
		if now[i].Sign() < 0 {
			now[i].SetInt64(0)
		}
		now[i] = smaller(now[i], left)
		left = new(big.Int).Sub(left, now[i])
		lacks[i].Sub(lacks[i], ratOf(now[i]))
	}
	for one := big.NewInt(1); left.Sign() > 0; left.Sub(left, one) {
		most := 0
		for i := range lacks {
			if lacks[i].Cmp(lacks[most]) > 0 {
				most = i
			}
		}
		now[most] = new(big.Int).Add(now[most], one)
		lacks[most].Sub(lacks[most], big.NewRat(1, 1))
	}
	for i := range now {
		s.given[i].Add(s.given[i], now[i])
	}
	return now
}

// ByChannel are the leads of each channel in all: the sums of the weeks, or where
// there are none a split of the whole.
func (a *SLA) ByChannel() []*big.Int {
	if len(a.Weeks) == 0 {
		return newSplit(a.Terms.Channels).next(a.Leads())
	}
	sums := make([]*big.Int, len(a.Terms.Channels))
	for i := range sums {
		sums[i] = new(big.Int)
		for _, w := range a.Weeks {
			sums[i].Add(sums[i], w.Channels[i])
		}
	}
	return sums
}

// Leads are all that marketing hands over, in all funnels.
func (a *SLA) Leads() *big.Int {
	sum := new(big.Int)
	for i := range a.Funnels {
		if s := a.Funnels[i].Handed(); s != nil {
			sum.Add(sum, s.Due())
		}
	}
	return sum
}
