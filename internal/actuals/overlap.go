package actuals

import "embudo/funnel"

// noteSpend remembers of which days a source has spend, by channel.
func (p *part) noteSpend(spent moneySums) {
	p.spentIn = map[string]funnel.Span{}
	for key := range spent {
		span, known := p.spentIn[key.channel]
		if !known {
			span = funnel.Span{Start: key.from, End: key.to}
		}
		p.spentIn[key.channel] = funnel.Span{Start: min(span.Start, key.from), End: max(span.End, key.to)}
	}
}

// sameSpend says which sources have spend of the same channel on the same days: a
// report that was downloaded twice doubles it.
func (r *reader) sameSpend() []funnel.Warning {
	var list []funnel.Warning
	for i, p := range r.parts {
		for _, o := range r.parts[i+1:] {
			if overlap(p.spentIn, o.spentIn) {
				list = append(list, funnel.Warning{Code: WarnSameSpend, Values: map[string]any{"source": p.source, "other": o.source}})
			}
		}
	}
	return list
}

func overlap(a, b map[string]funnel.Span) bool {
	for channel, span := range a {
		if other, both := b[channel]; both && span.Start <= other.End && other.Start <= span.End {
			return true
		}
	}
	return false
}
