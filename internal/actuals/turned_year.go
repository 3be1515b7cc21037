package actuals

import (
	"strconv"

	"embudo/internal/actuals/sheet"
)

// yearSource is where the year of times comes from whose headings name none.
type yearSource string

const (
	yearSaid   yearSource = "said"   // by the table: its title, a heading, the name of its sheet
	yearOfPlan yearSource = "period" // by the period of the plan
)

// yearOf is the year of a heading that names none, 0 where nothing says which.
func (t *turner) yearOf(h timeHeading) (year int, by yearSource) {
	if !h.needsYear() {
		return 0, ""
	}
	switch years := t.yearsSaid(); {
	case len(years) == 1:
		return years[0], yearSaid
	case len(years) > 1 || t.period == nil:
		return 0, ""
	}
	return t.yearInPlan(h), yearOfPlan
}

// yearsSaid are the years that the lines above the table, its own headings and the
// name of its sheet have.
func (t *turner) yearsSaid() []int {
	var years []int
	seen := map[int]bool{}
	look := func(text string) {
		for _, year := range yearsIn(text) {
			if !seen[year] {
				seen[year] = true
				years = append(years, year)
			}
		}
	}
	for _, row := range t.above {
		for _, c := range row.Cells {
			look(string(c.Text))
		}
	}
	for _, c := range t.header.Cells {
		look(string(c.Text))
	}
	for _, h := range t.times {
		if h.year > 0 {
			look(string(h.in(h.year).Text))
		}
	}
	look(t.sheet)
	return years
}

// yearsIn are the numbers of four digits that are years of plans.
func yearsIn(text string) []int {
	const first, last = 2000, 2099
	var years []int
	for i := 0; i < len(text); {
		start := i
		for i < len(text) && isDigit(text[i]) {
			i++
		}
		if i-start == 4 {
			if year := number4([]byte(text[start:i])); year >= first && year <= last {
				years = append(years, year)
			}
		}
		if i == start {
			i++
		}
	}
	return years
}

// yearInPlan is the year in which the plan's period has a month, or that it lies
// in; 0 where it has the month twice, or not at all among several years.
func (t *turner) yearInPlan(h timeHeading) int {
	month := h.month
	if month == 0 {
		month = h.quarter*3 - 2
	}
	firstYear, _ := monthOf(t.period.Start)
	lastYear, _ := monthOf(t.period.End)
	if firstYear == lastYear {
		return firstYear
	}
	found := 0
	for year := firstYear; year <= lastYear; year++ {
		span := monthsOf(year, month, 1)
		if span.End < t.period.Start || span.Start > t.period.End {
			continue
		}
		if found != 0 {
			return 0
		}
		found = year
	}
	return found
}

// date gives each time its year. It asks where nothing says which one, or where
// the one that is said would make time run backwards.
func (t *turner) date() *sheet.Problem {
	noted := false
	for i, h := range t.times {
		year, by := h.year, yearSource("")
		if year == 0 {
			year, by = t.yearOf(h)
		}
		switch {
		case h.week:
			return problem("week-without-year", t.header.Number, "got", h.said)
		case h.needsYear() && year == 0:
			return problem("year-missing", t.header.Number, "got", h.said)
		}
		t.days = append(t.days, h.in(year))
		if by == "" {
			continue
		}
		if i > 0 && !t.follows(i) {
			return problem("year-missing", t.header.Number, "got", h.said)
		}
		if !noted {
			noted = true
			t.notes = append(t.notes, problem("year-"+string(by), t.header.Number, "got", h.said, "year", strconv.Itoa(year)))
		}
	}
	return nil
}

// follows reports whether a time with its year is later than the one before.
func (t *turner) follows(i int) bool {
	before, beforeFit := dateStyle{}.parse(t.days[i-1])
	here, fit := dateStyle{}.parse(t.days[i])
	return beforeFit == fits && fit == fits && here.Start > before.Start
}
