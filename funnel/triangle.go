package funnel

import (
	"maps"
	"slices"
)

// Triangle is how many of those who entered a stage in a month had gone on by the
// end of that month and of each one after it, as far as these are over.
type Triangle struct {
	Rows    []TriangleRow // a month each, in order, without those in which nobody entered
	Undated int64         // who went on without a day for it, and are not in the rows
}

// TriangleRow is a month of entry.
type TriangleRow struct {
	Month   Date // its first day
	Entered int64
	Gone    []int64 // by months since, 0 first: all who had gone on by then
}

// triangleOf counts cohorts by months, as far as these are over on a day.
func triangleOf(cohorts []Cohort, asOf Date) Triangle {
	var t Triangle
	rows := map[Date]*TriangleRow{}
	for i := range cohorts {
		c := &cohorts[i]
		month := monthOf(c.Day)
		row := rows[month]
		if row == nil {
			row = &TriangleRow{Month: month, Gone: make([]int64, monthsBetween(month, monthOf(asOf+1)))}
			rows[month] = row
		}
		row.Entered += c.Entered
		t.Undated += c.GoneUndated
		for _, w := range c.Gone {
			since := max(0, monthsBetween(month, monthOf(c.Day+Date(w.Days))))
			for k := since; k < len(row.Gone); k++ {
				row.Gone[k] += w.Count
			}
		}
	}
	for _, month := range slices.Sorted(maps.Keys(rows)) {
		t.Rows = append(t.Rows, *rows[month])
	}
	return t
}

// monthOf is the first day of a day's month.
func monthOf(day Date) Date {
	t := day.Time()
	return NewDate(t.Year(), t.Month(), 1)
}

// monthsBetween counts from the month of one day to that of another.
func monthsBetween(from, to Date) int {
	a, b := from.Time(), to.Time()
	return 12*(b.Year()-a.Year()) + int(b.Month()-a.Month())
}
