package plan

import (
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"embudo/funnel"
)

// Seasonality is what the working days of months, or of ISO weeks, weigh. It has
// no weights where the file has none.
type Seasonality struct {
	funnel.Seasonality
}

// model is the seasonality as the arithmetic takes it.
func (s Seasonality) model() funnel.Seasonality {
	m := funnel.Seasonality{Unit: s.Unit}
	if len(s.Weights) > 0 {
		m.Weights = make(map[funnel.Season]*big.Rat, len(s.Weights))
	}
	for season, weight := range s.Weights {
		m.Weights[season] = copyOf(weight)
	}
	return m
}

// seasonality reads a mapping of months or weeks to weights.
func (b *block) seasonality(name string) Seasonality {
	s := Seasonality{funnel.Seasonality{Weights: map[funnel.Season]*big.Rat{}}}
	var first string // the line that says whether months or weeks are weighed
	lines := map[funnel.Season]int{}
	for _, p := range b.pairs(name) {
		season, unit, f := parseSeason(p.key.Value)
		if f != nil {
			b.d.problem(p.key, f.name, only(problemArgs()[f.name], append(f.args, "key", join(b.path, name), "got", p.key.Value))...)
			continue
		}
		if first == "" {
			first, s.Unit = p.key.Value, unit
		}
		line, twice := lines[season]
		switch {
		case unit != s.Unit:
			b.d.problem(p.key, "seasons-mixed", "key", join(b.path, name), "got", p.key.Value, "other", first)
			continue
		case twice:
			b.d.problem(p.key, "duplicate-key", "key", p.path, "line", strconv.Itoa(line))
			continue
		}
		lines[season] = p.key.Line
		b.d.outsidePeriod(p, season, unit)
		if weight, ok := b.weight(p); ok {
			s.Weights[season] = weight
		}
	}
	if len(s.Weights) == 0 {
		return Seasonality{}
	}
	return s
}

// weight reads what a day of a month or week weighs.
func (b *block) weight(p pair) (weight *big.Rat, ok bool) {
	weight, f := parseWeight(p.text)
	if f == nil {
		return weight, true
	}
	f = f.acceptable(func(want string) *fault { _, f := parseWeight(want); return f })
	b.d.problem(p.value, f.name, only(problemArgs()[f.name],
		append(f.args, "key", p.path, "got", p.value.Value, "example", p.key.Value+": 1.2"))...)
	return nil, false
}

// Bounds of a weight.
const (
	maxWeight     = 1000
	maxBareWeight = 20 // above it a percentage is meant
)

// parseWeight reads a weight of 0 or more: 1.2, or 120%.
func parseWeight(s string) (*big.Rat, *fault) {
	r, bare, f := percent(s)
	switch {
	case f != nil:
		return nil, f
	case r.Sign() < 0:
		return nil, bad("negative-number", "want", strings.TrimPrefix(s, "-"))
	case bare && compare(r, maxBareWeight) > 0:
		return nil, bad("percent-sign-missing", "want", s+"%")
	case compare(r, maxWeight) > 0:
		return nil, bad("number-too-large", "max", strconv.Itoa(maxWeight))
	}
	return r, nil
}

var (
	monthOfYear = regexp.MustCompile(`^([0-9]{4})-(0[1-9]|1[0-2])$`)
	weekOfYear  = regexp.MustCompile(`^(?:([0-9]{4})-)?[ws](0?[1-9]|[1-4][0-9]|5[0-3])$`)
)

// parseSeason reads a month or an ISO week, of every year or of one: january,
// enero, 2027-01, W07 or 2027-W07. Weeks may begin with the S of semana.
func parseSeason(s string) (season funnel.Season, unit funnel.Unit, f *fault) {
	text := strings.ToLower(strings.TrimSpace(s))
	if parts := monthOfYear.FindStringSubmatch(text); parts != nil {
		return inYears(funnel.Season{Year: number(parts[1]), Number: number(parts[2])}, funnel.EachMonth)
	}
	if parts := weekOfYear.FindStringSubmatch(text); parts != nil {
		return inYears(funnel.Season{Year: number(parts[1]), Number: number(parts[2])}, funnel.EachWeek)
	}
	if month, ok := monthNamed(withoutAccents(text)); ok {
		return funnel.Season{Number: month}, funnel.EachMonth, nil
	}
	return season, unit, bad("unknown-season", "want", meantSeason(text))
}

// number is a run of digits as a number, 0 where there are none.
func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

// inYears holds the year of a month or week against those there are, and the
// week against those of its year.
func inYears(s funnel.Season, unit funnel.Unit) (funnel.Season, funnel.Unit, *fault) {
	switch {
	case s.Year == 0:
	case s.Year < firstYear || s.Year > lastYear:
		return funnel.Season{}, unit, yearOutOfRange()
	case unit == funnel.EachWeek && unit.Name(seasonDays(s, unit).Start) != fmt.Sprintf("%04d-W%02d", s.Year, s.Number):
		return funnel.Season{}, unit, bad("unknown-season", "want", fmt.Sprintf("%04d-W52", s.Year))
	}
	return s, unit, nil
}

// seasonDays are the days of a month or week of one year.
func seasonDays(s funnel.Season, unit funnel.Unit) funnel.Span {
	if unit == funnel.EachMonth {
		return months(s.Year, s.Number, 1)
	}
	first := funnel.EachWeek.Around(funnel.NewDate(s.Year, time.January, 4)) // is always in the first week
	shift := funnel.Date(7 * (s.Number - 1))
	return funnel.Span{Start: first.Start + shift, End: first.End + shift}
}

// outsidePeriod gives notice of a weight of days that are not in the period, as
// in a plan that was copied from another year's.
func (d *decoder) outsidePeriod(p pair, s funnel.Season, unit funnel.Unit) {
	if s.Year == 0 || d.period == nil {
		return
	}
	if days := seasonDays(s, unit); days.End < d.period.Start || days.Start > d.period.End {
		d.notice(p.key, "season-outside-period", "got", p.key.Value)
	}
}

// meantSeason is how to write a month or week that somebody wrote otherwise; an
// example where that is not certain.
func meantSeason(s string) string {
	words := wordsAndNumbers(s)
	if n, ok := smallNumber(strings.Join(words, "")); ok {
		if n <= 12 {
			return monthNames()[n-1]
		}
		return week(n)
	}
	isWeek := func(word string) bool {
		return slices.Contains([]string{"week", "semana", "sem", "wk", "kw", "w", "s"}, word)
	}
	if len(words) >= 2 && isWeek(words[0]) {
		if n, ok := smallNumber(words[1]); ok {
			return week(n)
		}
	}
	switch m, ok := momentIn(s); {
	case ok && m.month > 0 && m.year >= firstYear && m.year <= lastYear:
		m.day = 0
		return m.String()
	case ok && m.month > 0:
		return monthNames()[m.month-1]
	}
	if want, ok := Near(s, monthsInWords()); ok {
		return want
	}
	return "january"
}

// monthsInWords are the names of all months, in both languages: who errs in one
// is answered in it.
func monthsInWords() []string {
	var all []string
	for _, names := range monthWords() {
		all = append(all, strings.Fields(names)...)
	}
	return all
}

// week is an ISO week of every year.
func week(n int) string { return fmt.Sprintf("W%02d", max(1, min(n, 53))) }

// monthNames are those of the months as a plan file has them.
func monthNames() []string {
	names := make([]string, 12)
	for i := range names {
		names[i] = strings.ToLower(time.Month(i + 1).String())
	}
	return names
}
