package actuals

import (
	"slices"

	"embudo/funnel"
)

// What is said of columns and values is mostly said of all sources at once, of
// which not every one has them. What none of them has is a slip.

// askAbsent asks about choices of columns that no source has.
func (r *reader) askAbsent() {
	for _, p := range r.parts {
		for _, name := range p.absent {
			header := p.choices.Columns[name]
			if slices.ContainsFunc(r.parts, func(o *part) bool { return o.has(name, header) }) {
				continue
			}
			p.ask(open{needed: true, problem: problem("unknown-column", p.table.number, "got", header, "columns", quoted(p.headers()))})
		}
		p.absent = nil // asked once
	}
}

// has reports whether a part has the column of a choice.
func (p *part) has(name, header string) bool {
	return p.chosen[name] != nil && p.choices.Columns[name] == header
}

// unusedValues says which values no source has, of those that are said to mean
// something.
func (r *reader) unusedValues() []funnel.Warning {
	said, has, folded := map[string]bool{}, map[string]bool{}, map[string]bool{}
	columns := false
	for _, p := range r.parts {
		for value := range p.choices.Values {
			said[value] = true
		}
		if p.column(MeaningStage) == nil && p.column(MeaningStatus) == nil {
			continue
		}
		columns = true
		for _, value := range p.stageValues() {
			has[value], folded[fold(value)] = true, true
		}
	}
	for value := range said {
		if has[value] || folded[fold(value)] {
			delete(said, value)
		}
	}
	switch unused := sortedKeys(said); {
	case len(unused) == 0:
		return nil
	case !columns:
		return []funnel.Warning{{Code: WarnNoValues, Values: map[string]any{"values": quoted(unused)}}}
	default:
		return []funnel.Warning{{Code: WarnValues, Values: map[string]any{"values": quoted(unused), "known": quoted(sortedKeys(has))}}}
	}
}

// stageValues are the values of the columns of stages.
func (p *part) stageValues() []string {
	if p.queried != nil {
		return sortedKeys(p.met)
	}
	return sortedKeys(p.stages)
}
