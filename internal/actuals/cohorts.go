package actuals

import (
	"cmp"
	"slices"

	"embudo/funnel"
)

// cohorts counts what became of those who entered a stage on a day.
type cohorts struct {
	groups  map[cohortGroup]dayKey
	byGroup []cohortGroup
	stages  [][]dayTable[int32] // how many of a group entered on a day, by funnel and stage
	next    [][]int             // the next stage that the sources speak of, by funnel and stage; 0: none
	deals   []dayTable[deals]   // by day and channel, by funnel
}

// cohortGroup is what those have in common who entered a stage on the same day
// and are counted together.
type cohortGroup struct {
	channel textNumber
	ending  ending
	days    int32 // that it took, where the ending has a day
}

// ending is how the time at a stage ended.
type ending int32

const (
	stillOpen ending = iota
	goneDated
	goneUndated
	lostDated
	lostUndated
)

// deals adds up what clients paid.
type deals struct {
	count        int32
	sum, squares decimal
}

func newCohorts(tracers []tracer) *cohorts {
	c := &cohorts{groups: map[cohortGroup]dayKey{}, deals: make([]dayTable[deals], len(tracers))}
	for _, t := range tracers {
		c.stages = append(c.stages, make([]dayTable[int32], len(t.known)))
		c.next = append(c.next, t.next())
	}
	return c
}

// next is, for each stage, the next one that the sources speak of, 0 where there is
// none.
func (t tracer) next() []int {
	next := make([]int, len(t.known))
	below := 0
	for i := len(t.known) - 1; i >= 0; i-- {
		next[i] = below
		if t.known[i] {
			below = i
		}
	}
	return next
}

// add counts a lead by its route; isLost says that it was lost where it stands.
func (c *cohorts) add(l *lead, r route, isLost bool) {
	for i, p := range r {
		if p.kind != dated && p.kind != direct {
			continue
		}
		g := cohortGroup{channel: l.channel}
		switch next := c.next[l.funnel][i]; {
		case next > 0 && r[next].kind == implied:
			g.ending = goneUndated
		case next > 0 && r[next].kind != notReached:
			g.ending, g.days = goneDated, int32(r[next].day-p.day)
		case isLost && l.closed == noDay:
			g.ending = lostUndated
		case isLost:
			g.ending, g.days = lostDated, int32(l.closed-p.day)
		}
		*c.stages[l.funnel][i].at(c.group(g).on(p.day))++
	}
	if client := r[len(r)-1]; l.paid && client.kind != notReached {
		sum := c.deals[l.funnel].at(dayKey(l.channel).on(client.day))
		sum.count++
		sum.sum, sum.squares = sum.sum.plus(l.amount), sum.squares.plus(l.amount.squared())
	}
}

// nameless counts all channels together, those of before as well.
func (c *cohorts) nameless() {
	named := c.byGroup
	c.groups, c.byGroup = map[cohortGroup]dayKey{}, nil
	for f, stages := range c.stages {
		c.stages[f] = make([]dayTable[int32], len(stages))
		for stage := range stages {
			stages[stage].each(func(key dayKey, n *int32) {
				g := named[key.of()]
				g.channel = 0
				*c.stages[f][stage].at(c.group(g).on(key.day())) += *n
			})
		}
	}
	for f, paid := range c.deals {
		c.deals[f] = dayTable[deals]{}
		paid.each(func(key dayKey, d *deals) {
			sum := c.deals[f].at(dayKey(0).on(key.day()))
			sum.count += d.count
			sum.sum, sum.squares = sum.sum.plus(d.sum), sum.squares.plus(d.squares)
		})
	}
}

func (c *cohorts) group(g cohortGroup) dayKey {
	at, known := c.groups[g]
	if !known {
		at = dayKey(len(c.byGroup))
		c.groups[g] = at
		c.byGroup = append(c.byGroup, g)
	}
	return at
}

// tell adds what was counted to the tally of all sources.
func (c *cohorts) tell(all *cohortTally, channels []string) {
	for f := range c.stages {
		for stage := range c.stages[f] {
			c.stages[f][stage].each(func(key dayKey, n *int32) {
				g := c.byGroup[key.of()]
				all.counts = append(all.counts, cohortCount{f, stage, channels[g.channel], key.day(), g.ending, g.days, int64(*n)})
			})
		}
		c.deals[f].each(func(key dayKey, d *deals) {
			all.deals = append(all.deals, dealsOf{f, funnel.Deals{
				Day: key.day(), Channel: channels[key.of()], Count: int64(d.count), Sum: d.sum.rat(), Squares: d.squares.rat(),
			}})
		})
	}
}

// cohortTally is what all sources say of cohorts.
type cohortTally struct {
	counts []cohortCount
	deals  []dealsOf
}

// cohortCount counts those who entered a stage on a day by a channel, and left it
// in the same way after the same time.
type cohortCount struct {
	funnel, stage int
	channel       string
	day           funnel.Date
	ending        ending
	days          int32
	count         int64
}

type dealsOf struct {
	funnel int
	funnel.Deals
}

// rename calls channels by the best spelling of their names.
func (t *cohortTally) rename(best map[string]string) {
	for i := range t.counts {
		t.counts[i].channel = best[t.counts[i].channel]
	}
	for i := range t.deals {
		t.deals[i].Channel = best[t.deals[i].Channel]
	}
}

// addTo puts everything into the funnels, in an order that does not depend on that
// of the sources.
func (t *cohortTally) addTo(funnels []funnel.FunnelActuals) {
	slices.SortFunc(t.counts, func(a, b cohortCount) int {
		return cmp.Or(
			cmp.Compare(a.funnel, b.funnel), cmp.Compare(a.stage, b.stage), cmp.Compare(a.channel, b.channel),
			cmp.Compare(a.day, b.day), cmp.Compare(a.ending, b.ending), cmp.Compare(a.days, b.days),
		)
	})
	for _, c := range t.counts {
		s := &funnels[c.funnel].Stages[c.stage]
		if last := len(s.Cohorts) - 1; last < 0 || s.Cohorts[last].Day != c.day || s.Cohorts[last].Channel != c.channel {
			s.Cohorts = append(s.Cohorts, funnel.Cohort{Day: c.day, Channel: c.channel})
		}
		c.addTo(&s.Cohorts[len(s.Cohorts)-1])
	}
	slices.SortFunc(t.deals, func(a, b dealsOf) int {
		return cmp.Or(cmp.Compare(a.funnel, b.funnel), cmp.Compare(a.Channel, b.Channel), cmp.Compare(a.Day, b.Day))
	})
	for _, d := range t.deals {
		list := &funnels[d.funnel].Deals
		if last := len(*list) - 1; last >= 0 && (*list)[last].Day == d.Day && (*list)[last].Channel == d.Channel {
			sum := &(*list)[last]
			sum.Count += d.Count
			sum.Sum.Add(sum.Sum, d.Sum)
			if sum.Squares != nil && d.Squares != nil {
				sum.Squares.Add(sum.Squares, d.Squares)
			} else {
				sum.Squares = nil
			}
			continue
		}
		*list = append(*list, d.Deals)
	}
}

func (c *cohortCount) addTo(sum *funnel.Cohort) {
	sum.Entered += c.count
	switch c.ending {
	case goneDated:
		sum.Gone = addWait(sum.Gone, c.days, c.count)
	case goneUndated:
		sum.GoneUndated += c.count
	case lostDated:
		sum.Lost = addWait(sum.Lost, c.days, c.count)
	case lostUndated:
		sum.LostUndated += c.count
	case stillOpen:
	}
}

// addWait adds to waits of which none is longer.
func addWait(waits []funnel.Wait, days int32, n int64) []funnel.Wait {
	if last := len(waits) - 1; last >= 0 && waits[last].Days == days {
		waits[last].Count += n
		return waits
	}
	return append(waits, funnel.Wait{Days: days, Count: n})
}
