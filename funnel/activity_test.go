package funnel

import (
	"math/big"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func day(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func firstDays(list []Occurrence) []string {
	var days []string
	for i := range list {
		days = append(days, list[i].Days.Start.String())
	}
	return days
}

func TestDaysOfACadence(t *testing.T) {
	holidays := map[Date]bool{day("2027-01-01"): true, day("2027-03-26"): true, day("2027-05-31"): true}
	for _, test := range []struct {
		name       string
		n          int64
		unit       CadenceUnit
		start, end string
		want       []string
	}{
		{
			"every two weeks from a holiday, which moves to the Monday alone", 2, EveryWeek, "2027-01-01", "2027-02-12",
			[]string{"2027-01-04", "2027-01-15", "2027-01-29", "2027-02-12"},
		},
		// Python's date(2027, 1, 31) + relativedelta(months=k) of dateutil: 31 January is
		// a Sunday, 28 February too, 30 April a Friday; 31 May is the holiday above.
		{
			"each month from the 31st on", 1, EveryMonth, "2027-01-31", "2027-06-30",
			[]string{"2027-02-01", "2027-03-01", "2027-03-31", "2027-04-30", "2027-06-01", "2027-06-30"},
		},
		{"each quarter", 3, EveryMonth, "2027-01-31", "2027-12-31", []string{"2027-02-01", "2027-04-30", "2027-08-02", "2027-11-01"}},
		{"a cadence that ends on a weekend moves back", 1, EveryWeek, "2027-01-09", "2027-01-16", []string{"2027-01-11", "2027-01-15"}},
		{
			"each day: what moves to a day that has one already is one with it", 1, EveryDay, "2027-03-25", "2027-03-30",
			[]string{"2027-03-25", "2027-03-29", "2027-03-30"},
		},
		{"every 10 days", 10, EveryDay, "2027-02-01", "2027-02-28", []string{"2027-02-01", "2027-02-11", "2027-02-22"}},
		{"a weekend alone has no working day to move to", 1, EveryWeek, "2027-02-06", "2027-02-07", []string{"2027-02-06"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := Activity{Every: &Cadence{N: test.n, Unit: test.unit, Within: Span{day(test.start), day(test.end)}}}
			if diff := cmp.Diff(test.want, firstDays(a.occurrences(holidays, MaxDate))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Whatever the cadence: its days rise, lie within its bounds, are worked where the
// bounds have a working day, and each is numbered as it was planned.
func TestDaysOfAnyCadence(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := NewDate(2027, time.January, 1) + Date(rapid.IntRange(0, 800).Draw(t, "start"))
		within := Span{start, start + Date(rapid.IntRange(0, 500).Draw(t, "days"))}
		holidays := map[Date]bool{}
		for range rapid.IntRange(0, 30).Draw(t, "holidays") {
			holidays[start+Date(rapid.IntRange(0, 100).Draw(t, "holiday"))] = true
		}
		unit := rapid.SampledFrom([]CadenceUnit{EveryDay, EveryWeek, EveryMonth}).Draw(t, "unit")
		a := Activity{Every: &Cadence{N: rapid.Int64Range(1, 9).Draw(t, "n"), Unit: unit, Within: within}}
		list := a.occurrences(holidays, MaxDate)
		if len(list) == 0 || list[0].Planned != within.Start {
			t.Fatalf("begins with %v", firstDays(list))
		}
		for i, o := range list {
			if i > 0 && (o.Days.Start <= list[i-1].Days.Start || o.Number <= list[i-1].Number) {
				t.Errorf("%s after %s", o.Days.Start, list[i-1].Days.Start)
			}
			if o.Days.Start < within.Start || o.Days.End > within.End || o.Planned != a.Every.day(int64(o.Number-1)) {
				t.Errorf("number %d on %s, planned for %s", o.Number, o.Days.Start, o.Planned)
			}
			if works := o.Days.WorkingDays(holidays) == 1; !works && within.WorkingDays(holidays) > 0 {
				t.Errorf("%s is no working day", o.Days.Start)
			}
		}
	})
}

// What was done tells of the last date on or before it that is still open, or else
// of the next.
func TestWhichDateWasDone(t *testing.T) {
	weekly := &Cadence{N: 1, Unit: EveryWeek, Within: Span{day("2027-02-01"), day("2027-02-22")}} // Mondays
	for _, test := range []struct {
		name       string
		done, want []string // the day on which each of the four was done
	}{
		{"on time", []string{"2027-02-01", "2027-02-08"}, []string{"2027-02-01", "2027-02-08", "", ""}},
		{"late", []string{"2027-02-04"}, []string{"2027-02-04", "", "", ""}},
		{"one left out", []string{"2027-02-01", "2027-02-16"}, []string{"2027-02-01", "", "2027-02-16", ""}},
		{"made up for in the same week", []string{"2027-02-15", "2027-02-16"}, []string{"", "2027-02-16", "2027-02-15", ""}},
		{"early", []string{"2027-01-28"}, []string{"2027-01-28", "", "", ""}},
		{"early for the second", []string{"2027-02-01", "2027-02-05"}, []string{"2027-02-01", "2027-02-05", "", ""}},
		{"not yet by the day looked at", []string{"2027-03-02"}, []string{"", "", "", ""}},
		{"more often than planned", []string{"2027-02-01", "2027-02-08", "2027-02-15", "2027-02-22", "2027-02-23"}, []string{"2027-02-01", "2027-02-08", "2027-02-15", "2027-02-22"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := Activity{Every: weekly}
			for _, d := range test.done {
				a.Done = append(a.Done, Done{Date: day(d)})
			}
			var got []string
			for _, o := range a.occurrences(nil, day("2027-03-01")) {
				said := ""
				if o.Done != nil {
					said = o.Done.Date.String()
				}
				got = append(got, said)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWeeks(t *testing.T) {
	// Python's date.isocalendar() and date.fromisocalendar(year, week, 1).
	for date, week := range map[string]string{
		"2027-01-01": "2026-W53", "2027-01-04": "2027-W01", "2026-12-31": "2026-W53", "2024-12-30": "2025-W01", "2027-02-15": "2027-W07",
	} {
		if got := WeekOf(day(date)).String(); got != week {
			t.Errorf("%s is in %s, want %s", date, got, week)
		}
	}
	for text, monday := range map[string]string{"2027-W07": "2027-02-15", "2026-W53": "2026-12-28"} {
		w, ok := ParseWeek(text)
		if got := w.Days(); !ok || got.Start.String() != monday || got.Days() != 7 {
			t.Errorf("%s is %s, want from %s", text, got.Start, monday)
		}
	}
	for _, text := range []string{"", "2027", "2027-07", "2027-W7", "2027-W00", "2027-W53", "2027-W54", "27-W07", "2027-W07 ", "2027-w07", "-027-W07"} {
		if w, ok := ParseWeek(text); ok {
			t.Errorf("%q was read as %s", text, w)
		}
	}
}

// A week has the days that are in it.
func TestDaysOfAWeek(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Date(rapid.IntRange(-20_000, 80_000).Draw(t, "day"))
		w := WeekOf(d)
		if days := w.Days(); days.Start > d || days.End < d || WeekOf(days.Start) != w || WeekOf(days.End) != w {
			t.Errorf("%s is in %s, which is %s to %s", d, w, days.Start, days.End)
		}
		if parsed, ok := ParseWeek(w.String()); !ok || parsed != w {
			t.Errorf("%s was read as %s", w, parsed)
		}
	})
}

// drawActive draws a plan with activities, reminders and follow-ups.
func drawActive(t *rapid.T) *Plan {
	p := drawDated(t)
	for i := range p.Funnels {
		stages := p.Funnels[i].Stages
		for j := range stages[:len(stages)-1] {
			for _, hours := range rapid.SliceOfN(rapid.IntRange(0, 400), 0, 2).Draw(t, "reminders") {
				stages[j].Reminders = append(stages[j].Reminders, Reminder{Before: Hours(hours), Content: "a story"})
			}
		}
	}
	for range rapid.IntRange(0, 6).Draw(t, "activities") {
		p.Activities = append(p.Activities, drawActivity(t, p))
	}
	return p
}

func drawActivity(t *rapid.T, p *Plan) Activity {
	start := p.Period.Start + Date(rapid.IntRange(-10, 60).Draw(t, "first day"))
	within := Span{start, start + Date(rapid.IntRange(0, 90).Draw(t, "days"))}
	a := Activity{
		Kind:   rapid.SampledFrom([]ActivityKind{KindAction, KindMeeting}).Draw(t, "kind"),
		Phase:  rapid.SampledFrom(append(Phases(), "")).Draw(t, "phase"),
		System: rapid.SampledFrom(systemsInOrder()).Draw(t, "system"),
		Gives:  rapid.SampledFrom([]string{"", "a checklist"}).Draw(t, "gives"),
		Funnel: rapid.IntRange(-1, len(p.Funnels)-1).Draw(t, "funnel"),
		Stage:  -1,
		Cost:   big.NewRat(rapid.Int64Range(0, 1000).Draw(t, "cost"), 7),
	}
	if a.Funnel >= 0 {
		a.Stage = rapid.IntRange(-1, len(p.Funnels[a.Funnel].Stages)-1).Draw(t, "stage")
		a.Contribution = big.NewRat(rapid.Int64Range(0, 50).Draw(t, "contribution"), 3)
	}
	if rapid.Bool().Draw(t, "again and again") {
		a.Every = &Cadence{N: rapid.Int64Range(1, 5).Draw(t, "n"), Unit: EveryWeek, Within: within}
	} else {
		a.Dates = []Span{within}
	}
	for range rapid.IntRange(0, 4).Draw(t, "done") {
		a.Done = append(a.Done, Done{Date: start + Date(rapid.IntRange(-5, 100).Draw(t, "done on")), Cost: big.NewRat(rapid.Int64Range(0, 99).Draw(t, "did cost"), 1)})
	}
	return a
}

// The weeks of a load add up to it, reminders to the meetings that the stage asks
// for; what activities cost is the same by phase, by funnel and date by date.
func TestPartsOfACalendarAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawActive(t)
		r := Targets(p)
		c := NewCalendar(r, MaxDate)
		for i := range c.Loads {
			l := &c.Loads[i]
			sum := new(big.Int)
			for _, w := range l.Weeks {
				sum.Add(sum, w.Count)
			}
			want := r.Schedule(l.Funnel, l.Stage).Total
			if l.Kind == LoadFollowUp {
				want = floor(mul(ratOf(want), oneLess(c.StageOf(l).Rate.Value)))
			}
			if sum.Cmp(want) != 0 || l.Total.Cmp(want) != 0 {
				t.Errorf("%s: weeks add up to %s, in all %s, want %s", l.Kind, sum, l.Total, want)
			}
		}
		byPhase, byFunnel, byDate := new(big.Rat), new(big.Rat), new(big.Rat)
		for _, b := range c.Balance {
			byPhase.Add(byPhase, b.Cost)
		}
		for _, f := range c.Funnels {
			byFunnel.Add(byFunnel, f.Cost)
		}
		if c.Shared != nil {
			byFunnel.Add(byFunnel, c.Shared.Cost)
		}
		for _, o := range c.Occurrences {
			byDate.Add(byDate, o.Activity.Cost)
		}
		for _, sum := range []*big.Rat{byPhase, byFunnel, byDate} {
			if sum.Cmp(c.Cost) != 0 {
				t.Errorf("costs add up to %s of %s", sum, c.Cost)
			}
		}
	})
}

// Activities that bring the top of a funnel all it needs leave no stage short.
func TestEnoughAtTheTopIsEnoughBelow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawDated(t)
		r := Targets(p)
		for i := range p.Funnels {
			p.Activities = append(p.Activities, Activity{
				Kind: KindAction, Funnel: i, Stage: 0, Dates: []Span{*p.Period}, Contribution: ratOf(r.Funnels[i].Stages[0].Needed),
			})
		}
		for _, s := range NewCalendar(Targets(p), MaxDate).Stages {
			if s.Short() != nil {
				t.Errorf("stage %d of funnel %d: %s of %s", s.Stage, s.Funnel, s.Expected, s.Needed)
			}
		}
	})
}

// Each date of the calendar is in the list of its week, and in that of no other
// unless it goes on; so is each reminder.
func TestWeeksMakeUpTheCalendar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawActive(t)
		c := NewCalendar(Targets(p), MaxDate)
		dates, messages, want := 0, new(big.Int), new(big.Int)
		for d := p.Period.Start - 60; d < p.Period.End+200; d += 7 {
			list := c.InWeek(WeekOf(d))
			for _, o := range list.Occurrences {
				if WeekOf(o.Days.Start) == list.Week {
					dates++
				}
			}
			for i := range list.Loads {
				messages.Add(messages, list.Loads[i].Total)
			}
			for _, o := range list.Open {
				if o.Done != nil || o.Days.End >= list.Week.Days().Start {
					t.Errorf("open in %s: %+v", list.Week, o)
				}
			}
		}
		for i := range c.Loads {
			if first := c.Loads[i].Weeks; len(first) > 0 && first[0].Week.Days().Start >= p.Period.Start-60 {
				want.Add(want, c.Loads[i].Total)
			}
		}
		if dates != len(c.Occurrences) || messages.Cmp(want) < 0 {
			t.Errorf("%d of %d dates, %s of %s messages", dates, len(c.Occurrences), messages, want)
		}
	})
}

func TestCalendarWarnings(t *testing.T) {
	p := dated()
	p.PhasesNotUsed = []Phase{"try", "repeat"}
	weekend := Span{day("2027-02-06"), day("2027-02-07")}
	p.Activities = []Activity{
		{Name: "Ads", Kind: KindAction, Phase: "know", Funnel: 0, Stage: 0, Dates: []Span{weekend}, Cost: rat("39000"), Contribution: rat("446.5")},
		{Name: "Talk", Kind: KindAction, Phase: "know", Funnel: 0, Stage: 0, Dates: []Span{{weekend.End, weekend.End + 1}}, Cost: rat("1000.5")},
		{Name: "Visit", Kind: KindMeeting, Phase: "trust", Funnel: 0, Stage: 2, Dates: []Span{{weekend.End + 1, weekend.End + 1}}, Contribution: rat("66.5")},
		{Name: "More", Kind: KindDecision, Funnel: -1, Stage: -1, Dates: []Span{{weekend.End + 1, weekend.End + 1}}},
	}
	p.Funnels[0].Stages[2].Reminders = []Reminder{{Before: 48}, {Before: 4, Usual: Directions}}
	c := NewCalendar(Targets(p), MaxDate)
	want := []string{
		WarnPhaseCrowded, WarnPhaseEmpty, WarnPhaseEmpty, WarnPhaseEmpty, // two of three in know; like, buy and refer
		WarnActivityCost, WarnMeetingContent, WarnReminderContent, WarnDayOff, WarnContribution,
	}
	if diff := cmp.Diff(want, codes(c.Warnings)); diff != "" {
		t.Error(diff)
	}
	empty := []any{}
	for _, w := range c.Warnings {
		if w.Code == WarnPhaseEmpty {
			empty = append(empty, w.Values["phase"])
		}
	}
	if diff := cmp.Diff([]any{Phase("like"), Phase("buy"), Phase("refer")}, empty); diff != "" {
		t.Error(diff)
	}
	last := c.Warnings[len(c.Warnings)-1]
	if last.Stage != "mql" || last.Values["missing"].(*big.Rat).Cmp(rat("0.5")) != 0 {
		t.Errorf("contribution: %+v", last)
	}
	// 446.5 × 30 % are 133.95 SQLs; half of them are 66.975 meetings, more than the 66.5.
	if sql, meeting := c.Stages[1], c.Stages[2]; sql.Expected.Cmp(rat("133.95")) != 0 || meeting.Expected.Cmp(rat("66.975")) != 0 || meeting.Short() == nil {
		t.Errorf("SQLs %s, meetings %s", sql.Expected, meeting.Expected)
	}
	p.Activities = nil
	if list := NewCalendar(Targets(p), MaxDate).Warnings; len(list) != 0 {
		t.Errorf("a plan without activities is warned of %v", codes(list))
	}
}

func TestWhatBecameOfActivities(t *testing.T) {
	p := dated()
	p.Activities = []Activity{
		{
			ID: "news", Kind: KindAction, Phase: "like", Gives: "a checklist", Funnel: 0, Stage: 0, Cost: rat("100"), Contribution: rat("12.5"),
			Every: &Cadence{N: 1, Unit: EveryWeek, Within: Span{day("2027-02-01"), day("2027-03-01")}},
			Done: []Done{
				{Date: day("2027-02-02"), Cost: rat("90"), Result: rat("8")},
				{Date: day("2027-02-08"), Undelivered: true},
				{Date: day("2027-02-20"), Cost: rat("500")}, // not yet, on the 15th
			},
		},
		{ID: "fair", Kind: KindAction, Phase: "know", Funnel: -1, Stage: -1, Cost: rat("5000"), Dates: []Span{{day("2027-02-10"), day("2027-02-12")}}},
	}
	c := Check(Targets(p), happened(p, 350, 75, 30, 23, 2), CheckRules{AsOf: midway, Thresholds: []Threshold{
		{Expression: "activities.overdue <= 0", Metric: MetricOverdue, Relation: AtMost, Bound: rat("0")},
	}})
	a := c.Activities
	news := a.Activities[0].ActivityTally
	if news.Times != 5 || news.Due != 3 || news.Done != 2 || news.Overdue != 0 { // that of the 15th itself is due, and not late yet
		t.Errorf("news: %+v", news)
	}
	if news.CostDue.Cmp(rat("300")) != 0 || news.Cost.Cmp(rat("90")) != 0 || news.ResultDue.Cmp(rat("37.5")) != 0 || news.Result.Cmp(rat("8")) != 0 {
		t.Errorf("news: cost %s of %s, result %s of %s", news.Cost, news.CostDue, news.Result, news.ResultDue)
	}
	if len(a.Overdue) != 1 || a.Overdue[0].Activity.ID != "fair" || a.All.Overdue != 1 {
		t.Errorf("overdue: %+v", a.Overdue)
	}
	if len(a.Undelivered) != 1 || a.Undelivered[0].Days.Start != day("2027-02-08") {
		t.Errorf("undelivered: %+v", a.Undelivered)
	}
	if len(a.Phases) != 2 || a.Phases[0].Phase != "know" || a.Phases[1].Cost.Cmp(rat("90")) != 0 {
		t.Errorf("phases: %+v", a.Phases)
	}
	if last := a.Funnels[len(a.Funnels)-1]; last.Funnel != nil || last.Overdue != 1 {
		t.Errorf("of no funnel: %+v", last)
	}
	if got := c.Thresholds[0]; got.OK || got.Value.Cmp(rat("1")) != 0 || c.Verdict != Behind {
		t.Errorf("threshold %+v, verdict %s", got, c.Verdict)
	}
}

// Overdue activities by themselves change no verdict.
func TestActivitiesChangeNoVerdict(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawActive(t)
		a, asOf := drawActuals(t, p), drawAsOf(t, p)
		with := Check(Targets(p), a, CheckRules{AsOf: asOf})
		sum := 0
		if with.Activities != nil {
			for _, item := range with.Activities.Activities {
				sum += item.Overdue
				if item.Due > item.Times || item.Done > item.Times || item.Overdue > item.Due {
					t.Errorf("%+v", item.ActivityTally)
				}
			}
			if sum != len(with.Activities.Overdue) || sum != with.Activities.All.Overdue {
				t.Errorf("%d overdue, %d listed", sum, len(with.Activities.Overdue))
			}
		}
		p.Activities = nil
		if without := Check(Targets(p), a, CheckRules{AsOf: asOf}); with.Verdict != without.Verdict {
			t.Errorf("%s with activities, %s without", with.Verdict, without.Verdict)
		}
	})
}

func TestDecisionBeforeAndAfter(t *testing.T) {
	p := dated()
	p.Funnels[0].Stages[0].Lag = Lag{5 * 24, 5 * 24}
	rate := Threshold{Expression: "rate.mql >= 30%", Metric: MetricRate, Stage: "mql", Relation: AtLeast, Bound: rat("0.3")}
	entries := Threshold{Expression: "actual.mql >= 100", Metric: MetricActual, Stage: "mql", Relation: AtLeast, Bound: rat("100")}
	cost := Threshold{Expression: "cost_per.mql < 10", Metric: MetricCostPer, Stage: "mql", Relation: Below, Bound: rat("10")}
	coverage := Threshold{Expression: "coverage >= 2", Metric: MetricCoverage, Relation: AtLeast, Bound: rat("2")}
	decided := day("2027-02-01")
	p.Activities = []Activity{{
		Kind: KindDecision, Funnel: -1, Stage: -1, Dates: []Span{{decided, decided}},
		Expects: []Threshold{rate, entries, cost, coverage},
	}}
	ends := midway
	records := func(on string, n, went int64) Entries {
		return Entries{From: day(on), To: day(on), Count: n, WentOn: went}
	}
	a := &Actuals{
		Ends: &ends, Money: MoneyKnown{Spend: true}, Funnels: []FunnelActuals{{Stages: []StageActuals{
			// Those of 13 February have had no five days yet, and count as entries alone.
			{Known: true, Records: true, Entries: []Entries{records("2027-01-05", 80, 16), records("2027-02-01", 20, 4), records("2027-02-08", 50, 20), records("2027-02-13", 40, 1)}},
			{Known: true, Records: true},
			{Known: true, Records: true},
			{Known: true, Records: true},
			{Known: true, Records: true},
		}}},
		Spend: []Amount{{From: decided, To: decided, Value: rat("1500")}, {From: decided + 1, To: decided + 1, Value: rat("450")}},
	}
	c := Check(Targets(p), a, CheckRules{AsOf: midway})
	want := []struct {
		status        DecisionStatus
		before, after string
	}{
		{DecisionHeld, "1/5", "2/5"},  // 20 of 100, then 20 of 50
		{DecisionFailed, "100", "90"}, // 50 and 40 since
		{DecisionHeld, "15", "5"},     // 1,500 / 100, then 450 / 90
		{DecisionUnknown, "", ""},
	}
	for i, d := range c.Activities.Decisions {
		text := func(x *big.Rat) string {
			if x == nil {
				return ""
			}
			return x.RatString()
		}
		if d.Status != want[i].status || text(d.Before) != want[i].before || text(d.After) != want[i].after {
			t.Errorf("%s: %s, before %s, after %s; want %v", d.Threshold.Expression, d.Status, text(d.Before), text(d.After), want[i])
		}
	}
	p.Activities[0].Done = []Done{{Date: midway}} // taken today: all is before
	if d := Check(Targets(p), a, CheckRules{AsOf: midway}).Activities.Decisions[0]; d.Status != DecisionPending || d.Before.RatString() != "4/15" {
		t.Errorf("taken today: %+v", d)
	}
}

// What happened before a decision and after it is what happened: entries, money,
// and of counts and leads alike who could have gone on and who did.
func TestBeforeAndAfterAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawDated(t)
		a := drawActuals(t, p)
		f := rapid.IntRange(0, len(p.Funnels)-1).Draw(t, "funnel")
		s := rapid.IntRange(0, len(p.Funnels[f].Stages)-1).Draw(t, "stage")
		var expects []Threshold
		for _, m := range slices.Concat(Metrics(), StageMetrics()) {
			expects = append(expects, Threshold{Metric: m, Funnel: p.Funnels[f].ID, Stage: p.Funnels[f].Stages[s].ID, Relation: AtLeast, Bound: rat("1")})
		}
		decided := p.Period.Start + Date(rapid.IntRange(-5, 150).Draw(t, "decided"))
		p.Activities = []Activity{{Kind: KindDecision, Funnel: -1, Stage: -1, Dates: []Span{{decided, decided}}, Expects: expects}}
		c := Check(Targets(p), a, CheckRules{AsOf: drawAsOf(t, p)})
		for _, d := range c.Activities.Decisions {
			if d.Status == DecisionPending || d.Before == nil || d.After == nil {
				continue
			}
			whole := c.measure(d.Threshold).value
			switch d.Threshold.Metric {
			case MetricClients, MetricRevenue, MetricSpend, MetricActual, MetricGap:
				if sum := new(big.Rat).Add(d.Before, d.After); whole == nil || sum.Cmp(whole) != 0 {
					t.Errorf("%s: %s and %s, in all %v", d.Threshold.Metric, d.Before, d.After, whole)
				}
			case MetricCoverage, MetricOverdue, MetricDataAge:
				t.Errorf("%s before and after", d.Threshold.Metric)
			case MetricRate, MetricAttainment, MetricCostPer, MetricReturn:
				if whole != nil && whole.Cmp(d.Before)*whole.Cmp(d.After) > 0 {
					t.Errorf("%s: %s and %s, in all %s", d.Threshold.Metric, d.Before, d.After, whole)
				}
			}
		}
	})
}
