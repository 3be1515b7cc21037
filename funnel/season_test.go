package funnel

import (
	"math/big"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// Working days counted by numpy.busday_count: the MQLs' window, 1 January to 1
// March 2027, has 21 in January, 20 in February and 1 in March.
func TestScheduleWithSeasons(t *testing.T) {
	for _, test := range []struct {
		name string
		of   Seasonality
		due  map[string]int64 // of 447 MQLs
	}{
		{
			"January 0.8, February 1.2",
			Seasonality{EachMonth, map[Season]*big.Rat{{2027, 1}: r("4/5"), {2027, 2}: r("6/5")}},
			map[string]int64{
				"2027-01-31": 179, // ⌊447 × 21 × 0.8 / 41.8⌋
				"2027-02-15": 320, // ⌊447 × (16.8 + 11 × 1.2) / 41.8⌋
				"2027-02-28": 436, // ⌊447 × 40.8 / 41.8⌋
				"2027-03-01": 447,
			},
		},
		{
			"only how weights stand to each other matters",
			Seasonality{EachMonth, map[Season]*big.Rat{{0, 1}: r("8"), {0, 2}: r("12"), {0, 3}: r("10")}},
			map[string]int64{"2027-01-31": 179, "2027-02-15": 320, "2027-02-28": 436},
		},
		{
			"a year's own month goes before that of every year",
			Seasonality{EachMonth, map[Season]*big.Rat{{0, 1}: r("5"), {2027, 1}: r("4/5"), {2027, 2}: r("6/5"), {2026, 2}: r("9")}},
			map[string]int64{"2027-01-31": 179},
		},
		{
			"nothing in January",
			Seasonality{EachMonth, map[Season]*big.Rat{{0, 1}: r("0")}},
			map[string]int64{"2027-01-31": 0, "2027-02-01": 21, "2027-02-26": 425}, // ⌊447 / 21⌋, ⌊447 × 20 / 21⌋
		},
		{
			// 1 January 2027 is in the last ISO week of 2026, 2026-W53.
			"by ISO week",
			Seasonality{EachWeek, map[Season]*big.Rat{{2026, 53}: r("10"), {0, 1}: r("0")}},
			map[string]int64{"2027-01-01": 97, "2027-01-10": 97, "2027-01-11": 106}, // ⌊447 × 10 / 46⌋, 11 / 46
		},
		{
			"no day of the window weighs anything: spread evenly",
			Seasonality{EachMonth, map[Season]*big.Rat{{0, 1}: r("0"), {0, 2}: r("0"), {0, 3}: r("0")}},
			map[string]int64{"2027-01-01": 10, "2027-02-15": 340},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := dated()
			p.Seasonality = test.of
			schedule := Targets(p).Schedule(0, 0)
			for day, want := range test.due {
				date, err := ParseDate(day)
				if err != nil {
					t.Fatal(err)
				}
				if got := schedule.Target(date).Int64(); got != want {
					t.Errorf("by %s: %d due, want %d", day, got, want)
				}
			}
		})
	}
}

func TestWindowWithoutWeightIsWarnedOf(t *testing.T) {
	p := dated()
	p.Seasonality = Seasonality{EachMonth, map[Season]*big.Rat{{0, 1}: r("0"), {0, 2}: r("0"), {0, 3}: r("0")}}
	if warned := warningsOf(Compute(p), WarnSeasonless); len(warned) != 5 {
		t.Errorf("%d of 5 stages warned of", len(warned))
	}
	p.Seasonality.Weights[Season{0, 3}] = r("1")
	if warned := warningsOf(Compute(p), WarnSeasonless); len(warned) != 0 {
		t.Errorf("warned of %v although March has a weight", warned)
	}
	p.Funnels[0].Stages[0].Dates = &Span{NewDate(2027, time.January, 9), NewDate(2027, time.January, 10)}
	if warned := warningsOf(Compute(p), WarnSeasonless); len(warned) != 0 {
		t.Errorf("warned of %v although no weekend is worked on anyway", warned)
	}
}

// The share that is due is what its definition says, added up day by day.
func TestShareIsTheSumOfItsDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawDated(t)
		result := Targets(p)
		f := rapid.IntRange(0, len(result.Funnels)-1).Draw(t, "funnel")
		schedule := result.Schedule(f, rapid.IntRange(0, len(result.Funnels[f].Stages)-1).Draw(t, "stage"))
		until := schedule.Due.Start + Date(rapid.Int64Range(0, schedule.Due.Days()-1).Draw(t, "until"))
		want := byDays(p, schedule.Due, until)
		if got := schedule.Share(until); got.Cmp(want) != 0 {
			t.Errorf("%s of %s to %s: %s, want %s", until, schedule.Due.Start, schedule.Due.End, got, want)
		}
	})
}

// byDays is the share of a span that is due by a day of it, from the plan alone.
func byDays(p *Plan, span Span, until Date) *big.Rat {
	if until == span.End {
		return r("1")
	}
	weighed := func(d Date) *big.Rat {
		if d.Weekend() || p.Holidays[d] {
			return new(big.Rat)
		}
		season := Season{d.Time().Year(), int(d.Time().Month())}
		if p.Seasonality.Unit == EachWeek {
			season.Year, season.Number = d.Time().ISOWeek()
		}
		for _, s := range []Season{season, {0, season.Number}} {
			if weight := p.Seasonality.Weights[s]; weight != nil {
				return weight
			}
		}
		return r("1")
	}
	worked := func(d Date) *big.Rat { return new(big.Rat).SetInt64(Span{d, d}.WorkingDays(p.Holidays)) }
	everyDay := func(Date) *big.Rat { return r("1") }
	for _, weight := range []func(Date) *big.Rat{weighed, worked, everyDay} {
		all, part := new(big.Rat), new(big.Rat)
		for d := span.Start; d <= span.End; d++ {
			all.Add(all, weight(d))
			if d <= until {
				part.Add(part, weight(d))
			}
		}
		if all.Sign() > 0 {
			return part.Quo(part, all)
		}
	}
	panic("a span without days")
}

func TestUnits(t *testing.T) {
	for _, test := range []struct {
		unit             Unit
		day              string
		name, start, end string
	}{
		{EachDay, "2027-02-15", "2027-02-15", "2027-02-15", "2027-02-15"},
		{EachWeek, "2027-02-15", "2027-W07", "2027-02-15", "2027-02-21"},
		{EachWeek, "2027-02-21", "2027-W07", "2027-02-15", "2027-02-21"},
		{EachWeek, "2027-01-03", "2026-W53", "2026-12-28", "2027-01-03"},
		{EachWeek, "2024-12-30", "2025-W01", "2024-12-30", "2025-01-05"},
		{EachWeek, "1969-12-31", "1970-W01", "1969-12-29", "1970-01-04"},
		{EachMonth, "2027-02-15", "2027-02", "2027-02-01", "2027-02-28"},
		{EachMonth, "2028-02-29", "2028-02", "2028-02-01", "2028-02-29"},
		{EachMonth, "2027-12-01", "2027-12", "2027-12-01", "2027-12-31"},
	} {
		day, err := ParseDate(test.day)
		if err != nil {
			t.Fatal(err)
		}
		around := test.unit.Around(day)
		if name := test.unit.Name(day); name != test.name || around.Start.String() != test.start || around.End.String() != test.end {
			t.Errorf("%s: %s, %s to %s, want %s, %s to %s", test.day, name, around.Start, around.End, test.name, test.start, test.end)
		}
	}
}

func TestWeekdaysAreThoseOfTheClock(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := Date(rapid.Int32Range(-1000000, int32(MaxDate)).Draw(t, "day"))
		if want := (int(day.Time().Weekday()) + 6) % 7; day.weekday() != want {
			t.Errorf("%s: weekday %d, want %d", day, day.weekday(), want)
		}
	})
}
