package funnel

import (
	"math/big"
	"slices"
	"testing"
	"time"
)

func days(n int64) Lag { return Lag{Low: n * 24, High: n * 24} }

func TestTypicalLag(t *testing.T) {
	for _, test := range []struct {
		lag  Lag
		want int64 // hours
	}{
		{days(10), 240},
		{Lag{4, 4}, 4},
		{Lag{5 * 24, 30 * 24}, 12 * 24},  // √150 = 12.25
		{Lag{5 * 24, 45 * 24}, 15 * 24},  // √225 = 15
		{Lag{1 * 24, 6 * 24}, 2 * 24},    // √6 = 2.449
		{Lag{2 * 24, 3 * 24}, 2 * 24},    // √6 = 2.449
		{Lag{12, 12 * 2}, 1 * 24},        // √(½ × 1) = 0.707
		{Lag{1, 24}, 0},                  // √(1/24 × 1) = 0.204
		{Lag{9, 16}, 1 * 24},             // √(9 × 16) hours = 12 hours: a half, rounded up
		{Lag{24 * 50, 24 * 98}, 70 * 24}, // √4900 = 70
	} {
		if got := test.lag.Typical(); got != test.want {
			t.Errorf("%d..%d hours: %d, want %d", test.lag.Low, test.lag.High, got, test.want)
		}
	}
}

// dated is the worked plan in the first quarter of 2027, with ten days from MQL
// to SQL and twenty from opportunity to client, as in the design's section 4.
func dated() *Plan {
	p := worked()
	p.Period = &Span{NewDate(2027, time.January, 1), NewDate(2027, time.March, 31)}
	p.Funnels[0].Stages[0].Lag = days(10)
	p.Funnels[0].Stages[3].Lag = days(20)
	return p
}

func TestWindows(t *testing.T) {
	stages := Compute(dated()).Funnels[0].Stages
	for i, want := range []string{
		"2027-01-01..2027-03-01", "2027-01-11..2027-03-11", "2027-01-11..2027-03-11",
		"2027-01-11..2027-03-11", "2027-01-31..2027-03-31",
	} {
		if got := stages[i].Window.Start.String() + ".." + stages[i].Window.End.String(); got != want {
			t.Errorf("%s: %s, want %s", stages[i].Stage.ID, got, want)
		}
	}
}

// A stage below the success stage may end after the period.
func TestWindowBelowTheSuccessStage(t *testing.T) {
	p := dated()
	p.Funnels[0].Success = 3
	w := Compute(p).Funnels[0].Stages[4].Window
	if got := w.Start.String() + ".." + w.End.String(); got != "2027-01-31..2027-04-20" {
		t.Errorf("client window %s, want 2027-01-31..2027-04-20", got)
	}
}

// Invitations must go out in time for the trip, and nobody signs before it.
func TestWindowsAroundFixedDates(t *testing.T) {
	april := func(day int) Date { return NewDate(2027, time.April, day) }
	for _, test := range []struct {
		name  string
		trip  Span
		want  []string // windows
		warns []string
	}{
		{
			"within the period",
			Span{april(12), april(16)},
			[]string{"2027-04-01..2027-04-02", "2027-04-12..2027-04-16", "2027-05-12..2027-06-30"},
			nil,
		},
		{
			"too early to be prepared",
			Span{april(5), april(9)},
			[]string{"", "2027-04-05..2027-04-09", "2027-05-05..2027-06-30"},
			[]string{WarnBeforeDates + " invited"},
		},
		{
			"too late for anybody to sign",
			Span{NewDate(2027, time.June, 7), NewDate(2027, time.June, 11)},
			[]string{"2027-04-01..2027-05-17", "2027-06-07..2027-06-11", ""},
			[]string{WarnAfterDates + " client"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := worked()
			p.Period = &Span{april(1), NewDate(2027, time.June, 30)}
			p.Funnels[0].Stages = []Stage{
				{ID: "invited", Rate: Rate{Value: r("1/4")}, Lag: days(14)},
				{ID: "meeting", Rate: Rate{Value: r("2/5")}, Lag: days(30), Dates: &test.trip},
				{ID: "client"},
			}
			p.Funnels[0].Success = 2
			result := Compute(p)
			for i, s := range result.Funnels[0].Stages {
				got := ""
				if s.Window != nil {
					got = s.Window.Start.String() + ".." + s.Window.End.String()
				}
				if got != test.want[i] {
					t.Errorf("%s: %s, want %s", s.Stage.ID, got, test.want[i])
				}
			}
			var warns []string
			for _, w := range result.Warnings {
				if w.Code == WarnBeforeDates || w.Code == WarnAfterDates {
					warns = append(warns, w.Code+" "+w.Stage)
				}
			}
			if !slices.Equal(warns, test.warns) {
				t.Errorf("warned of %q, want %q", warns, test.warns)
			}
		})
	}
}

// A fair of three days has all of its visitors within a week.
func TestPerWeekOfAShortWindow(t *testing.T) {
	p := dated()
	p.Funnels[0].Stages[2].Dates = &Span{NewDate(2027, time.February, 2), NewDate(2027, time.February, 4)}
	if got := Compute(p).Funnels[0].Stages[2].PerWeek.Int64(); got != 67 {
		t.Errorf("%d a week, want all 67", got)
	}
}

func TestCycleLongerThanThePeriod(t *testing.T) {
	for _, test := range []struct {
		lag    int64
		window bool
	}{{69, true}, {70, false}, {200, false}} { // with 20 days more, in a period of 90
		p := dated()
		p.Funnels[0].Stages[0].Lag = days(test.lag)
		result := Compute(p)
		if got := result.Funnels[0].Stages[0].Window != nil; got != test.window {
			t.Errorf("lag of %d days: window %v, want %v", test.lag, got, test.window)
		}
		var warned *Warning
		for i := range result.Warnings {
			if result.Warnings[i].Code == WarnCycle {
				warned = &result.Warnings[i]
			}
		}
		if (warned == nil) != test.window {
			t.Errorf("lag of %d days: warned %v", test.lag, warned)
		}
		if test.lag == 200 {
			if got := warned.Values["last_useful"].(Date).String(); got != "2026-08-23" {
				t.Errorf("last useful date %s, want 2026-08-23", got) // 2027-03-31 less 220 days
			}
			if got := warned.Values["due"].(Date).String(); got != "2027-01-01" {
				t.Errorf("due on %s, want the first day of the period", got)
			}
			if got := warned.Values["should_start"].(Date).String(); got != "2026-05-26" {
				t.Errorf("should have started %s, want 2026-05-26", got) // 2027-01-01 less 220 days
			}
		}
	}
}

// A day of the cycle more than the period has leaves no window; everything at the
// top is then due on the last useful day, or on the first of the period.
func TestWarningOfALongCycleSaysWhatIsDue(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*Plan)
		due    string
	}{
		{"the last useful day is before the period", func(p *Plan) { p.Funnels[0].Stages[0].Lag = days(70) }, "2027-01-01"},
		{"or just on its first day", func(p *Plan) { p.Funnels[0].Stages[0].Lag = days(69); p.Funnels[0].Stages[1].Lag = Lag{12, 12} }, "2027-01-01"},
		{"fixed dates of its own", func(p *Plan) {
			p.Funnels[0].Stages[0].Lag = days(70)
			p.Funnels[0].Stages[0].Dates = &Span{NewDate(2027, time.February, 1), NewDate(2027, time.February, 5)}
		}, "2027-02-05"},
	} {
		p := dated()
		test.change(p)
		result := Compute(p)
		warned := warningsOf(result, WarnCycle)
		if len(warned) != 1 {
			t.Errorf("%s: %d warnings", test.name, len(warned))
			continue
		}
		due := warned[0].Values["due"].(Date)
		if due.String() != test.due {
			t.Errorf("%s: due on %s, want %s", test.name, due, test.due)
		}
		if scheduled := result.Schedule(0, 0).Due.End; due != scheduled {
			t.Errorf("%s: due on %s, but scheduled for %s", test.name, due, scheduled)
		}
	}
}

// warningsOf are those of a code.
func warningsOf(r *Result, code string) []Warning {
	return slices.DeleteFunc(slices.Clone(r.Warnings), func(w Warning) bool { return w.Code != code })
}

func TestCapacityWithoutDaysIsNotChecked(t *testing.T) {
	daily := func() *Capacity { return &Capacity{People: r("1"), PerDay: r("1")} }
	for _, test := range []struct {
		name   string
		change func(*Plan)
		stages []string
	}{
		{"a window", func(*Plan) {}, nil},
		{"no window", func(p *Plan) { p.Funnels[0].Stages[0].Lag = days(200) }, []string{"mql", "meeting"}},
		{"no period", func(p *Plan) { p.Period = nil }, []string{"mql", "meeting"}},
		{"no period, but fixed dates", func(p *Plan) {
			p.Period = nil
			p.Funnels[0].Stages[2].Dates = &Span{NewDate(2027, time.February, 1), NewDate(2027, time.February, 5)}
		}, []string{"mql"}},
		{"no window, but days of its own", func(p *Plan) {
			p.Funnels[0].Stages[0].Lag = days(200)
			p.Funnels[0].Stages[0].Capacity.Days = r("100")
		}, []string{"meeting"}},
	} {
		p := dated()
		p.Funnels[0].Stages[0].Capacity, p.Funnels[0].Stages[2].Capacity = daily(), daily()
		p.Funnels[0].Stages[2].InProgress = 7
		test.change(p)
		var stages []string
		for _, w := range warningsOf(Compute(p), WarnNotChecked) {
			stages = append(stages, w.Stage)
			if w.Stage == "meeting" && w.Values["required"].(*big.Int).Int64() != 60 {
				t.Errorf("%s: %s meetings to be held, want 67 less 7", test.name, w.Values["required"])
			}
		}
		if !slices.Equal(stages, test.stages) {
			t.Errorf("%s: not checked are %q, want %q", test.name, stages, test.stages)
		}
	}
}

func TestWorkingDays(t *testing.T) {
	january := Span{NewDate(2027, time.January, 1), NewDate(2027, time.January, 31)}
	for _, test := range []struct {
		name     string
		span     Span
		holidays map[Date]bool
		want     int64
	}{
		{"January 2027 begins on a Friday", january, nil, 21},
		{"New Year is a holiday", january, map[Date]bool{january.Start: true}, 20},
		{"a holiday on a Saturday takes nothing", january, map[Date]bool{january.Start + 1: true}, 21},
		{"a holiday outside takes nothing", january, map[Date]bool{january.End + 1: true}, 21},
		{"one day", Span{january.Start, january.Start}, nil, 1},
		{"a weekend", Span{january.Start + 1, january.Start + 2}, nil, 0},
		{"ends before it starts", Span{january.End, january.Start}, nil, 0},
	} {
		if got := test.span.WorkingDays(test.holidays); got != test.want {
			t.Errorf("%s: %d, want %d", test.name, got, test.want)
		}
	}
}

func TestCapacity(t *testing.T) {
	week := &Span{NewDate(2027, time.April, 12), NewDate(2027, time.April, 16)} // Monday to Friday
	for _, test := range []struct {
		name                                     string
		capacity                                 Capacity
		dates                                    *Span
		available, required, short, people, days int64
	}{
		{"a trip", Capacity{People: r("2"), PerDay: r("6")}, week, 60, 67, 7, 3, 6},
		{"by the week", Capacity{People: r("3"), PerWeek: r("6")}, week, 18, 67, 49, 12, 19},
		{"days of its own", Capacity{People: r("2"), PerDay: r("6"), Days: r("10")}, week, 120, 67, 0, 2, 6},
		{"half a person", Capacity{People: r("1/2"), PerDay: r("5")}, week, 12, 67, 55, 3, 27},
		{"the quarter", Capacity{People: r("3"), PerWeek: r("6")}, nil, 154, 67, 0, 2, 19}, // 43 working days of the window
	} {
		t.Run(test.name, func(t *testing.T) {
			p := dated()
			p.Holidays = map[Date]bool{NewDate(2027, time.January, 18): true}
			p.Funnels[0].Stages[2].Capacity = &test.capacity
			p.Funnels[0].Stages[2].Dates = test.dates
			c := Compute(p).Funnels[0].Stages[2].Capacity
			got := []int64{c.Available.Int64(), c.Required.Int64(), c.Short.Int64(), c.PeopleNeeded.Int64(), c.DaysNeeded.Int64()}
			want := []int64{test.available, test.required, test.short, test.people, test.days}
			if !equal64(got, want) {
				t.Errorf("available, required, short, people, days: %v, want %v", got, want)
			}
		})
	}
}

// Those already in a meeting's queue take up nobody's time again; those who
// come in directly do.
func TestCapacityCountsTotalLessInProgress(t *testing.T) {
	p := dated()
	s := &p.Funnels[0].Stages[2]
	s.InProgress, s.Direct = 10, 5
	s.Capacity = &Capacity{People: r("1"), PerDay: r("1")}
	if got := Compute(p).Funnels[0].Stages[2].Capacity.Required.Int64(); got != 57 {
		t.Errorf("required %d, want 67 - 10", got)
	}
}

func TestUnitCosts(t *testing.T) {
	p := worked()
	p.Funnels[0].Stages[0].UnitCost = r("100")
	result := Compute(p)
	w := result.Warnings[len(result.Warnings)-1]
	if w.Code != WarnCost {
		t.Fatalf("warned of %s, want %s", w.Code, WarnCost)
	}
	if got := w.Values["cost"].(Money).RatString(); got != "44700" {
		t.Errorf("cost %s, want 447 × 100", got)
	}
	// 9 clients take 36 opportunities, 60 meetings, 120 SQLs, 400 MQLs: just 40,000.
	if got := w.Values["clients"].(*big.Int).Int64(); got != 9 {
		t.Errorf("the budget pays for %d clients, want 9", got)
	}
	p.Funnels[0].Stages[0].UnitCost = r("89.48")
	for _, w := range Compute(p).Warnings {
		if w.Code == WarnCost {
			t.Error("warned although 447 × 89.48 is within the budget")
		}
	}
}
