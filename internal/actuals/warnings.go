package actuals

import (
	"math/big"

	"embudo/funnel"
)

// Warning codes of what was read. They are stable: scripts read them.
const (
	WarnRowsLeftOut = "rows-left-out"  // rows that say something, but not what can be counted
	WarnNoRows      = "headings-alone" // a source has headings and no rows
	WarnSpellings   = "names-spelled"  // names that differ by case or accents alone count as one
	WarnSameRows    = "rows-alike"     // rows alike to the letter, without an id to tell them apart
	WarnSameSpend   = "same-spend"     // two sources have spend of the same channel and days
	WarnNames       = "too-many-names" // of channels and people: none of them counts by name
	WarnReasons     = "too-many-reasons"
	WarnSameIDs     = "rows-joined"           // rows that share an id, and are one lead
	WarnUnchecked   = "ids-unchecked"         // too many ids to look for rows that share one
	WarnValues      = "values-not-found"      // said to mean something, and in no source
	WarnNoValues    = "values-without-column" // the same, of sources without a column of stages
	WarnSeveral     = "several-sources"       // the same stage is counted by several sources
)

// warnings are what a reader of the numbers should know of how they were read.
func (r *reader) warnings() []funnel.Warning {
	var list []funnel.Warning
	for _, p := range r.parts {
		if p.hasNoRows() {
			list = append(list, funnel.Warning{Code: WarnNoRows, Values: map[string]any{"source": p.source}})
		}
	}
	for _, p := range r.parts {
		if n := p.dropped.sum(); n > 0 {
			list = append(list, funnel.Warning{Code: WarnRowsLeftOut, Values: map[string]any{
				"source": p.source, "rows": big.NewInt(n),
			}})
		}
	}
	for _, p := range r.parts {
		if p.alike > 0 {
			list = append(list, funnel.Warning{Code: WarnSameRows, Values: map[string]any{
				"source": p.source, "rows": big.NewInt(p.alike),
			}})
		}
	}
	for _, p := range r.parts {
		list = append(list, p.sharedIDs()...)
	}
	list = append(list, r.unusedValues()...)
	list = append(list, r.severalSources()...)
	list = append(list, r.sameSpend()...)
	if r.names.full {
		list = append(list, funnel.Warning{Code: WarnNames, Values: map[string]any{"names": big.NewInt(maxNames)}})
	}
	if r.tally.reasonless {
		list = append(list, funnel.Warning{Code: WarnReasons, Values: map[string]any{"reasons": big.NewInt(maxReasons)}})
	}
	if n := r.names.several(); n > 0 {
		list = append(list, funnel.Warning{Code: WarnSpellings, Values: map[string]any{"names": big.NewInt(int64(n))}})
	}
	return list
}

// sharedIDs says how many rows of a part are about a lead that others are about
// too, or that nobody looked.
func (p *part) sharedIDs() []funnel.Warning {
	switch {
	case p.unchecked:
		return []funnel.Warning{{Code: WarnUnchecked, Values: map[string]any{
			"source": p.source, "ids": big.NewInt(maxIDs), "repeated": big.NewInt(maxRepeated),
		}}}
	case p.sharedRows > 0:
		return []funnel.Warning{{Code: WarnSameIDs, Values: map[string]any{
			"source": p.source, "rows": big.NewInt(p.sharedRows), "leads": big.NewInt(p.sharedLeads),
		}}}
	}
	return nil
}

// sum counts the rows that were left out, whatever for.
func (l leftByReason) sum() int64 {
	var sum int64
	for _, n := range l {
		sum += n.rows
	}
	return sum
}

// severalSources says which stages more than one source speaks of. Records that
// an id joins are one source.
func (r *reader) severalSources() []funnel.Warning {
	var list []funnel.Warning
	for i := range r.plan.Funnels {
		for j := range r.plan.Funnels[i].Stages {
			sources := map[int]bool{}
			for _, p := range r.parts {
				switch {
				case !p.speaksOf[place{i, j}]:
				case r.book != nil && p.hasIDs():
					sources[-1] = true
				default:
					sources[p.index] = true
				}
			}
			if len(sources) > 1 {
				s := &r.plan.Funnels[i].Stages[j]
				list = append(list, funnel.Warning{
					Code: WarnSeveral, Funnel: r.plan.Funnels[i].ID, Stage: s.ID,
					Values: map[string]any{"stage": s.Name, "sources": big.NewInt(int64(len(sources)))},
				})
			}
		}
	}
	return list
}
