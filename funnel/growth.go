package funnel

import (
	"cmp"
	"slices"
)

// Grown is how many had come in by the end of a day.
type Grown struct {
	Day   Date
	Count int64
}

// grown is how the number of those who entered a stage grew, day by day. People of
// a week or month come in evenly in it: between two days of the list the number
// grows evenly, so the eve of each row is in it too.
func (c counting) grown(entries []Entries) []Grown {
	if !c.dated {
		return nil
	}
	var rows []Entries
	for _, e := range entries {
		if e.Count > 0 && c.counts(Span{e.From, e.To}) {
			gone := c.gone(&e)
			rows = append(rows, Entries{From: gone.Start, To: gone.End, Count: e.Count})
		}
	}
	slices.SortStableFunc(rows, func(a, b Entries) int { return cmp.Or(cmp.Compare(a.To, b.To), cmp.Compare(a.From, b.From)) })
	var list []Grown
	var sum int64
	for _, e := range rows {
		last := len(list) - 1
		if last < 0 || list[last].Day < shift(e.From, -1) {
			list, last = append(list, Grown{shift(e.From, -1), sum}), last+1
		}
		sum = together(sum, e.Count)
		if list[last].Day == e.To {
			list[last].Count = sum
		} else {
			list = append(list, Grown{e.To, sum})
		}
	}
	return list
}
