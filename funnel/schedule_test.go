package funnel

import (
	"math/big"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestScheduleOfTheWorkedPlan(t *testing.T) {
	result := Targets(dated())
	// Working days counted on a calendar of 2027: the MQLs' window from 1 January to
	// 1 March has 42, of which 32 are gone by 15 February: ⌊447 × 32 / 42⌋ = 340.
	for stage, want := range []map[string]int64{
		{"2026-12-31": 0, "2027-01-01": 10, "2027-01-03": 10, "2027-02-15": 340, "2027-02-28": 436, "2027-03-01": 447, "2027-12-31": 447},
		{"2027-01-10": 0, "2027-01-11": 3, "2027-02-15": 79, "2027-03-11": 134},
		{"2027-02-15": 39},
		{"2027-02-15": 23},
		{"2027-01-31": 0, "2027-02-15": 2, "2027-03-30": 9, "2027-03-31": 10},
	} {
		for day, target := range want {
			date, err := ParseDate(day)
			if err != nil {
				t.Fatal(err)
			}
			if got := result.Schedule(0, stage).Target(date).Int64(); got != target {
				t.Errorf("stage %d by %s: %d due, want %d", stage, day, got, target)
			}
		}
	}
}

func TestScheduleOfOddWindows(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*Plan)
		due    map[Date]int64 // of 67 meetings
	}{
		{"a fair at a weekend is worked on all of its days", func(p *Plan) {
			p.Funnels[0].Stages[2].Dates = &Span{NewDate(2027, time.April, 10), NewDate(2027, time.April, 11)}
		}, map[Date]int64{NewDate(2027, time.April, 9): 0, NewDate(2027, time.April, 10): 33, NewDate(2027, time.April, 11): 67}},
		{"a fair from Friday to Sunday is due on the Friday", func(p *Plan) {
			p.Funnels[0].Stages[2].Dates = &Span{NewDate(2027, time.April, 9), NewDate(2027, time.April, 11)}
		}, map[Date]int64{NewDate(2027, time.April, 8): 0, NewDate(2027, time.April, 9): 67}},
		{"a holiday brings nothing nearer", func(p *Plan) {
			p.Funnels[0].Stages[2].Dates = &Span{NewDate(2027, time.April, 12), NewDate(2027, time.April, 16)}
			p.Holidays = map[Date]bool{NewDate(2027, time.April, 13): true}
		}, map[Date]int64{NewDate(2027, time.April, 12): 16, NewDate(2027, time.April, 13): 16, NewDate(2027, time.April, 14): 33}},
		{"a cycle longer than the period: due on end − lag to the client", func(p *Plan) {
			p.Funnels[0].Stages[0].Lag = days(80) // the meetings' last useful day is 11 March, before they can begin
		}, map[Date]int64{NewDate(2027, time.March, 10): 0, NewDate(2027, time.March, 11): 67}},
		{"but not before the period begins", func(p *Plan) {
			p.Funnels[0].Stages[3].Lag = days(200)
		}, map[Date]int64{NewDate(2026, time.December, 31): 0, NewDate(2027, time.January, 1): 67}},
		{"a later trip leaves no day: due when it is too late for it", func(p *Plan) {
			p.Funnels[0].Stages[3].Dates = &Span{NewDate(2027, time.January, 5), NewDate(2027, time.January, 6)} // meetings begin on the 11th
		}, map[Date]int64{NewDate(2027, time.January, 5): 0, NewDate(2027, time.January, 6): 67}},
		{"direct entries are due too", func(p *Plan) {
			p.Funnels[0].Stages[2].Direct = 20 // 47 needed
		}, map[Date]int64{NewDate(2027, time.March, 11): 67}},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := dated()
			test.change(p)
			schedule := Targets(p).Schedule(0, 2)
			for day, want := range test.due {
				if got := schedule.Target(day).Int64(); got != want {
					t.Errorf("by %s: %d due, want %d", day, got, want)
				}
			}
		})
	}
}

// Months, and any other parts of the time, add up to the total, and a
// cumulative target never falls.
func TestPartsOfASchedulesTimeAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		result := Targets(drawDated(t))
		f := rapid.IntRange(0, len(result.Funnels)-1).Draw(t, "funnel")
		schedule := result.Schedule(f, rapid.IntRange(0, len(result.Funnels[f].Stages)-1).Draw(t, "stage"))
		sum, before := new(big.Int), schedule.Target(schedule.Due.Start-1)
		if before.Sign() != 0 {
			t.Errorf("%s due before the first day", before)
		}
		for day := schedule.Due.Start; day < schedule.Due.End; {
			day += Date(rapid.IntRange(1, 40).Draw(t, "days"))
			now := schedule.Target(day)
			part := new(big.Int).Sub(now, before)
			if part.Sign() < 0 {
				t.Errorf("%s fewer due on %s", part, day)
			}
			sum.Add(sum, part)
			before = now
		}
		if now := schedule.Target(schedule.Due.End); sum.Add(sum, now.Sub(now, before)).Cmp(schedule.Total) != 0 {
			t.Errorf("the parts add up to %s of %s", sum, schedule.Total)
		}
	})
}

// drawDated draws a plan with a period, lags, holidays and fixed dates.
func drawDated(t *rapid.T) *Plan {
	p := drawPlan(t)
	start := NewDate(2027, time.January, 1) + Date(rapid.IntRange(0, 400).Draw(t, "start"))
	p.Period = &Span{start, start + Date(rapid.IntRange(0, 120).Draw(t, "length"))}
	p.Holidays = map[Date]bool{}
	for range rapid.IntRange(0, 5).Draw(t, "holidays") {
		p.Holidays[start+Date(rapid.IntRange(0, 150).Draw(t, "holiday"))] = true
	}
	if rapid.Bool().Draw(t, "seasonal") {
		p.Seasonality = drawSeasonality(t)
	}
	for i := range p.Funnels {
		stages := p.Funnels[i].Stages
		for j := range stages {
			if j < len(stages)-1 {
				low := int64(rapid.IntRange(0, 40*24).Draw(t, "lag"))
				stages[j].Lag = Lag{low, low + int64(rapid.IntRange(0, 1).Draw(t, "range"))*low/2}
			}
			if rapid.IntRange(0, 5).Draw(t, "dates") == 0 {
				from := start + Date(rapid.IntRange(-20, 60).Draw(t, "first date"))
				stages[j].Dates = &Span{from, from + Date(rapid.IntRange(0, 6).Draw(t, "days"))}
			}
		}
	}
	return p
}

// drawSeasonality draws weights for some months or weeks, of one year or of each.
func drawSeasonality(t *rapid.T) Seasonality {
	s := Seasonality{Unit: EachMonth, Weights: map[Season]*big.Rat{}}
	numbers := 12
	if rapid.Bool().Draw(t, "weekly") {
		s.Unit, numbers = EachWeek, 53
	}
	for range rapid.IntRange(0, 20).Draw(t, "seasons") {
		season := Season{
			Year:   rapid.SampledFrom([]int{0, 2027, 2028}).Draw(t, "year"),
			Number: rapid.IntRange(1, numbers).Draw(t, "number"),
		}
		s.Weights[season] = big.NewRat(rapid.Int64Range(0, 300).Draw(t, "weight"), 100)
	}
	return s
}
