package funnel

import (
	"math/big"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// midway is a Monday half-way through the dated plan, when 340 MQLs, 79 SQLs,
// 39 meetings, 23 opportunities and 2 clients are due: see
// TestScheduleOfTheWorkedPlan.
const midway = Date(20864) // 15 February 2027

// happened puts so many entries into each stage of the first funnel, as a count
// of the first day of its window.
func happened(p *Plan, counts ...int64) *Actuals {
	ends := midway
	a := &Actuals{Ends: &ends, Funnels: make([]FunnelActuals, 1)}
	for i, n := range counts {
		day := Targets(p).Schedule(0, i).Due.Start
		s := StageActuals{Known: true}
		if n > 0 {
			s.Entries = []Entries{{From: day, To: day, Count: n}}
		}
		a.Funnels[0].Stages = append(a.Funnels[0].Stages, s)
	}
	return a
}

// statuses of a funnel's stages.
func statuses(f FunnelCheck) []Status {
	var list []Status
	for i := range f.Stages {
		list = append(list, f.Stages[i].Status)
	}
	return list
}

func codes(warnings []Warning) []string {
	var list []string
	for _, w := range warnings {
		list = append(list, w.Code)
	}
	return list
}

func TestCheckOfTheWorkedPlan(t *testing.T) {
	p := dated()
	c := Check(Targets(p), happened(p, 350, 75, 30, 23, 2), CheckRules{AsOf: midway})
	if got := midway.String(); got != "2027-02-15" {
		t.Fatalf("midway is %s", got)
	}
	f := c.Funnels[0]
	want := []Status{OnTrack, AtRisk, Behind, OnTrack, OnTrack} // 350/340, 75/79 = 0.949, 30/39 = 0.769, 23/23, 2/2
	if diff := cmp.Diff(want, statuses(f)); diff != "" {
		t.Error(diff)
	}
	if c.Verdict != Behind || f.Verdict != Behind {
		t.Errorf("verdict %s, %s, want behind", c.Verdict, f.Verdict)
	}
	meeting := f.Stages[2]
	if got := meeting.Gap.Int64(); got != -9 {
		t.Errorf("gap %d, want 30 − 39", got)
	}
	if got := meeting.Attainment.RatString(); got != "10/13" {
		t.Errorf("attainment %s, want 30/39", got)
	}
	if got := meeting.Pace.Remaining.Int64(); got != 37 {
		t.Errorf("remaining %d, want 67 − 30", got)
	}
	// From 16 February to 11 March there are 18 working days: 37 × 5 / 18 = 10.3.
	if got := meeting.Pace.PerWeek.Int64(); got != 11 || meeting.Pace.DaysLeft != 18 {
		t.Errorf("%d a week in %d days, want 11 in 18", got, meeting.Pace.DaysLeft)
	}
	h := c.Headline
	if h.Stage != 2 || h.Gap.Int64() != -9 || h.Remaining.Int64() != 37 || h.PerWeek.Int64() != 11 {
		t.Errorf("headline of stage %d: gap %s, remaining %s, %s a week", h.Stage, h.Gap, h.Remaining, h.PerWeek)
	}
	if *h.LeakStage != 4 || h.Leak.Kind != LeakRate {
		t.Errorf("headline's leak: %v at %d", h.Leak, *h.LeakStage)
	}
}

// Of stages that are equally bad the headline names the one furthest behind, and
// of those the topmost.
func TestHeadlineNamesTheWorstStage(t *testing.T) {
	for _, test := range []struct {
		counts []int64 // due are 340, 79, 39, 23, 2
		want   int
	}{
		{[]int64{340, 60, 20, 12, 2}, 2}, // 76, 51, 52 %
		{[]int64{340, 60, 30, 12, 2}, 3}, // 76, 77, 52 %
		{[]int64{340, 75, 39, 22, 2}, 1}, // at risk: 94.9, 95.7 %
		{[]int64{340, 0, 0, 0, 0}, 1},
		{[]int64{350, 80, 40, 24, 2}, 4}, // on track, with nothing to spare
	} {
		p := dated()
		if got := Check(Targets(p), happened(p, test.counts...), CheckRules{AsOf: midway}).Headline.Stage; got != test.want {
			t.Errorf("%v: stage %d, want %d", test.counts, got, test.want)
		}
	}
}

func TestStatus(t *testing.T) {
	for _, test := range []struct {
		name           string
		actual, target int64
		onTrack        string // empty: the usual bounds
		want           Status
	}{
		{"all of it", 100, 100, "", OnTrack},
		{"more", 101, 100, "", OnTrack},
		{"just below", 99, 100, "", AtRisk},
		{"nine in ten", 90, 100, "", AtRisk},
		{"less", 89, 100, "", Behind},
		{"nothing", 0, 100, "", Behind},
		{"nothing due, something there", 1, 0, "", OnTrack},
		{"nothing due, nothing there", 0, 0, "", NotStarted},
		{"bounds of the plan's own", 80, 100, "0.8", OnTrack},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := StageCheck{Known: true, Actual: big.NewInt(test.actual), TargetToDate: big.NewInt(test.target)}
			s.Attainment = ratio(s.Actual, s.TargetToDate)
			rules := CheckRules{}
			if test.onTrack != "" {
				rules.OnTrack, rules.AtRisk = r(test.onTrack), r("0.5")
			}
			if got := rules.status(&s); got != test.want {
				t.Errorf("%s, want %s", got, test.want)
			}
		})
	}
	if got := (CheckRules{}).status(&StageCheck{TargetToDate: big.NewInt(5)}); got != NoData {
		t.Errorf("without data %s", got)
	}
}

func TestVerdicts(t *testing.T) {
	const unknown = -1
	for _, test := range []struct {
		name    string
		counts  []int64 // due are 340, 79, 39, 23, 2
		rules   CheckRules
		success int
		verdict Status
	}{
		{"as planned", []int64{340, 79, 39, 23, 2}, CheckRules{}, 4, OnTrack},
		{"one at risk", []int64{340, 75, 39, 23, 2}, CheckRules{}, 4, AtRisk},
		{"one behind", []int64{340, 75, 39, 0, 2}, CheckRules{}, 4, Behind},
		{"below the success stage nothing counts", []int64{340, 79, 39, 23, 0}, CheckRules{}, 3, OnTrack},
		{"but where it is asked for", []int64{340, 79, 39, 23, 0}, CheckRules{Judge: []string{"client"}}, 3, Behind},
		{"judged by one stage", []int64{0, 0, 39, 0, 0}, CheckRules{Judge: []string{"meeting"}}, 4, OnTrack},
		{"asked for a stage that the funnel has not", []int64{340, 79, 0, 23, 2}, CheckRules{Judge: []string{"demo"}}, 4, Behind},
		{"a stage without data does not count", []int64{340, unknown, 39, 23, 2}, CheckRules{}, 4, OnTrack},
		{"no data", []int64{unknown, unknown, unknown, unknown, unknown}, CheckRules{}, 4, NoData},
		{"no data where it is judged", []int64{0, unknown, 0, 0, 0}, CheckRules{Judge: []string{"sql"}}, 4, NoData},
		{"a threshold is not met", []int64{340, 79, 39, 23, 2}, CheckRules{Thresholds: []Threshold{
			{Metric: MetricClients, Relation: AtLeast, Bound: r("3")},
		}}, 4, Behind},
		{"a threshold that is met proves nothing", []int64{unknown, unknown, unknown, unknown, 9}, CheckRules{
			Judge:      []string{"sql"},
			Thresholds: []Threshold{{Metric: MetricClients, Relation: AtLeast, Bound: r("3")}},
		}, 4, NoData},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := dated()
			p.Funnels[0].Success = 4
			result := Targets(p)
			p.Funnels[0].Success = test.success // only the verdict's, so that the targets stay
			a := happened(p, test.counts...)
			for i, n := range test.counts {
				a.Funnels[0].Stages[i].Known = n != unknown
			}
			test.rules.AsOf = midway
			if got := Check(result, a, test.rules).Verdict; got != test.verdict {
				t.Errorf("%s, want %s", got, test.verdict)
			}
		})
	}
}

func TestBeforeAnythingIsDue(t *testing.T) {
	p := dated()
	c := Check(Targets(p), happened(p, 0, 0, 0, 0, 0), CheckRules{AsOf: NewDate(2026, time.December, 31)})
	if c.Verdict != NotStarted || c.Funnels[0].LeakStage != nil {
		t.Errorf("verdict %s, leak stage %v", c.Verdict, c.Funnels[0].LeakStage)
	}
}

func TestPlanIsAsBadAsItsWorstFunnel(t *testing.T) {
	p := dated()
	half := p.Funnels[0]
	half.Share, half.Budget = r("1/2"), r("20000")
	other := half
	other.ID = "other"
	p.Funnels = []Funnel{half, other}
	a := happened(p, 340, 79, 39, 23, 2)
	c := Check(Targets(p), a, CheckRules{AsOf: midway})
	if got := []Status{c.Funnels[0].Verdict, c.Funnels[1].Verdict, c.Verdict}; got[0] != OnTrack || got[1] != NoData || got[2] != OnTrack {
		t.Errorf("verdicts %v: no data of one funnel leaves the other's", got)
	}
	a.Funnels = append(a.Funnels, FunnelActuals{Stages: []StageActuals{{Known: true}}})
	if got := Check(Targets(p), a, CheckRules{AsOf: midway}).Verdict; got != Behind {
		t.Errorf("verdict %s with nobody at the top of a funnel, want behind", got)
	}
}

// Data that end early are compared with what was due by then, and say so.
func TestDataThatEndEarly(t *testing.T) {
	p := dated()
	a := happened(p, 340, 79, 39, 23, 2)
	c := Check(Targets(p), a, CheckRules{AsOf: NewDate(2027, time.March, 15)})
	if c.ComparedOn != midway || c.Verdict != OnTrack {
		t.Errorf("compared on %s: %s", c.ComparedOn, c.Verdict)
	}
	if len(c.Warnings) == 0 || c.Warnings[0].Code != WarnDataEnds || c.Warnings[0].Values["ends"] != midway {
		t.Errorf("warnings %v", c.Warnings)
	}
	a.Ends = nil // the data name no day: they are as of the day asked for
	c = Check(Targets(p), a, CheckRules{AsOf: NewDate(2027, time.March, 15)})
	if c.ComparedOn.String() != "2027-03-15" || c.Verdict != Behind {
		t.Errorf("compared on %s: %s", c.ComparedOn, c.Verdict)
	}
}

// What was before the plan is counted apart, what came after the day not at all.
func TestWhichEntriesCount(t *testing.T) {
	p := dated()
	a := happened(p, 0, 0, 0, 0, 0)
	first := p.Period.Start
	a.Funnels[0].Stages[0].Entries = []Entries{
		{From: first - 30, To: first - 30, Count: 1000},
		{From: first - 5, To: first + 1, Count: 100}, // a week that is mostly before the plan
		{From: first - 1, To: first + 5, Count: 20},  // and one that is mostly within it
		{From: first, To: first + 6, Count: 10},
		{From: midway, To: midway + 6, Count: 5}, // a week that has begun
		{From: midway + 1, To: midway + 1, Count: 10000},
	}
	a.Money = MoneyKnown{Spend: true, Revenue: true}
	a.Spend = []Amount{{From: first - 1, Value: r("7")}, {From: first, Value: r("30")}, {From: midway, Value: r("0.5")}, {From: midway + 1, Value: r("9")}}
	a.Revenue = []Amount{{From: first - 1, Value: r("99")}}
	c := Check(Targets(p), a, CheckRules{AsOf: midway})
	s := c.Funnels[0].Stages[0]
	if s.Actual.Int64() != 35 || s.Before.Int64() != 1100 {
		t.Errorf("%s entries, %s before, want 35 and 1100", s.Actual, s.Before)
	}
	if got := c.Money.Spend.RatString(); got != "61/2" {
		t.Errorf("spend %s, want 30.5", got)
	}
	want := []string{WarnSpendBefore, WarnRevenueBefore, WarnEntriesBefore}
	if got := codes(c.Warnings); len(got) < 3 || !cmp.Equal(got[:3], want) {
		t.Errorf("warnings %v, want %v first", got, want)
	}
	if got := c.Warnings[2].Values["entries"].(*big.Int).Int64(); got != 1100 {
		t.Errorf("warned of %d entries", got)
	}
	// A trip before the period begins makes its days count.
	p.Funnels[0].Stages[2].Dates = &Span{first - 30, first - 20}
	s = Check(Targets(p), a, CheckRules{AsOf: midway}).Funnels[0].Stages[0]
	if s.Actual.Int64() != 1135 || s.Before.Int64() != 0 {
		t.Errorf("with a trip before: %s entries, %s before", s.Actual, s.Before)
	}
}

// What came after a stage's last day is counted apart: that of the period, or of
// the stage's window where that is later.
func TestEntriesAfterThePlan(t *testing.T) {
	p := dated()
	end := p.Period.End
	a := happened(p, 0, 0, 0, 0, 0)
	later := end + 200
	a.Ends = &later
	a.Funnels[0].Stages[0].Entries = []Entries{
		{From: end, To: end, Count: 10},
		{From: end - 1, To: end + 5, Count: 300}, // a week that is mostly after the plan
		{From: end + 1, To: end + 1, Count: 1000},
		{From: later + 1, To: later + 1, Count: 50000}, // nobody asks yet
	}
	a.Money = MoneyKnown{Spend: true, Revenue: true}
	a.Spend = []Amount{{From: end, Value: r("30")}, {From: end + 1, Value: r("7")}}
	a.Revenue = []Amount{{From: end + 1, Value: r("99")}}
	c := Check(Targets(p), a, CheckRules{AsOf: later})
	s := c.Funnels[0].Stages[0]
	if s.Actual.Int64() != 10 || s.After.Int64() != 1300 {
		t.Errorf("%s entries, %s after, want 10 and 1300", s.Actual, s.After)
	}
	if got := c.Money.Spend.RatString(); got != "30" {
		t.Errorf("spend %s, want 30", got)
	}
	want := []string{WarnSpendAfter, WarnRevenueAfter, WarnEntriesAfter}
	if got := codes(c.Warnings); len(got) < 3 || !cmp.Equal(got[:3], want) {
		t.Errorf("warnings %v, want %v first", got, want)
	}
	// The clients of a plan that is judged by its opportunities come after it.
	p.Funnels[0].Success = 3
	a = happened(p, 0, 0, 0, 0, 0)
	a.Ends = &later
	window := Targets(p).Schedule(0, 4).Due
	a.Funnels[0].Stages[4].Entries = []Entries{{From: window.End, To: window.End, Count: 3}, {From: window.End + 1, To: window.End + 1, Count: 5}}
	s = Check(Targets(p), a, CheckRules{AsOf: later}).Funnels[0].Stages[4]
	if window.End <= end || s.Actual.Int64() != 3 || s.After.Int64() != 5 {
		t.Errorf("clients until %s: %s, %s after, want 3 and 5", window.End, s.Actual, s.After)
	}
}

// A month that has begun counts as far as it went, which is said.
func TestCountBeyondTheDay(t *testing.T) {
	p := dated()
	a := happened(p, 0, 0, 0, 0, 0)
	month := Entries{From: NewDate(2027, 2, 1), To: NewDate(2027, 2, 28), Count: 120}
	a.Funnels[0].Stages[0].Entries = []Entries{month}
	for _, test := range []struct {
		asOf Date
		want bool
	}{{midway, true}, {month.To, false}, {month.To + 5, false}} {
		ends := min(test.asOf, month.To)
		a.Ends = &ends
		c := Check(Targets(p), a, CheckRules{AsOf: test.asOf})
		if got := slices.Contains(codes(c.Warnings), WarnCountBeyondDay); got != test.want {
			t.Errorf("as of %s: said %t", test.asOf, got)
		}
		if got := c.Funnels[0].Stages[0].Actual.Int64(); got != 120 {
			t.Errorf("as of %s: %d entries", test.asOf, got)
		}
	}
}

func TestPaceAndCapacity(t *testing.T) {
	for _, test := range []struct {
		name                     string
		capacity                 Capacity
		dates                    *Span
		held                     int64
		available, short, people int64
	}{
		{"18 days of 3 people", Capacity{People: r("3"), PerWeek: r("6")}, nil, 30, 64, 0, 2},     // 3 × 6/5 × 18 = 64.8; 37 / 21.6
		{"one person is not enough", Capacity{People: r("1"), PerDay: r("2")}, nil, 30, 36, 1, 2}, // 2 × 18 of 37
		{"their days are fewer", Capacity{People: r("1"), PerDay: r("2"), Days: r("5")}, nil, 30, 10, 27, 4},
		{"the trip is to come", Capacity{People: r("2"), PerDay: r("6")}, &Span{NewDate(2027, time.April, 12), NewDate(2027, time.April, 16)}, 0, 60, 7, 3},
		{"all are held", Capacity{People: r("1"), PerDay: r("2")}, nil, 70, 36, 0, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := dated()
			p.Funnels[0].Stages[2].Capacity = &test.capacity
			p.Funnels[0].Stages[2].Dates = test.dates
			c := Check(Targets(p), happened(p, 0, 0, 0, 0, 0).with(2, test.held), CheckRules{AsOf: midway, Judge: []string{"meeting"}})
			got := c.Funnels[0].Stages[2].Pace.Capacity
			if c.Headline.CapacityShort != got.Short {
				t.Errorf("the headline is short of %s", c.Headline.CapacityShort)
			}
			if got.Available.Int64() != test.available || got.Short.Int64() != test.short || got.PeopleNeeded.Int64() != test.people {
				t.Errorf("available %s, short %s, people %s", got.Available, got.Short, got.PeopleNeeded)
			}
		})
	}
}

// with sets the entries of a stage.
func (a *Actuals) with(stage int, n int64) *Actuals {
	a.Funnels[0].Stages[stage].Entries = []Entries{{From: midway, To: midway, Count: n}}
	return a
}

func TestNoDayIsLeft(t *testing.T) {
	p := dated()
	a := happened(p, 400, 79, 39, 23, 2)
	a.Ends = nil
	p.Funnels[0].Stages[0].Capacity = &Capacity{People: r("1"), PerDay: r("100")}
	pace := Check(Targets(p), a, CheckRules{AsOf: NewDate(2027, time.March, 1)}).Funnels[0].Stages[0].Pace
	if pace.Remaining.Int64() != 47 || pace.PerWeek != nil || pace.Capacity.Short.Int64() != 47 || pace.Capacity.PeopleNeeded != nil {
		t.Errorf("%+v", pace)
	}
}

func TestSystems(t *testing.T) {
	p := dated()
	for i, system := range []string{"prospecting", "conversion", "conversion", "", "follow-up"} {
		p.Funnels[0].Stages[i].System = system
	}
	a := happened(p, 350, 75, 30, 23, 2)
	a.Funnels[0].Stages[1].Known = false
	got := Check(Targets(p), a, CheckRules{AsOf: midway}).Systems
	want := []SystemCheck{
		{"prospecting", 1, 0, big.NewInt(447), big.NewInt(340), big.NewInt(350), r("35/34")},
		{"conversion", 2, 1, big.NewInt(67), big.NewInt(39), big.NewInt(30), r("10/13")},
		{"follow-up", 1, 0, big.NewInt(10), big.NewInt(2), big.NewInt(2), r("1")},
	}
	if diff := cmp.Diff(want, got, byValue()); diff != "" {
		t.Error(diff)
	}
}

// byValue compares big numbers by value.
func byValue() cmp.Option {
	return cmp.Options{
		cmp.Comparer(func(a, b *big.Int) bool { return a == b || a != nil && b != nil && a.Cmp(b) == 0 }),
		cmp.Comparer(func(a, b *big.Rat) bool { return a == b || a != nil && b != nil && a.Cmp(b) == 0 }),
	}
}

func TestLossesByStageAndReason(t *testing.T) {
	p := dated()
	a := happened(p, 0, 0, 0, 0, 0)
	a.Funnels[0].Lost = []Loss{{3, "price", 4}, {0, "no answer", 7}, {3, "timing", 5}, {3, "price", 2}, {3, "", 1}}
	want := []LossCheck{
		{0, "no answer", big.NewInt(7), r("1")},
		{3, "price", big.NewInt(6), r("1/2")},
		{3, "timing", big.NewInt(5), r("5/12")},
		{3, "", big.NewInt(1), r("1/12")},
	}
	if diff := cmp.Diff(want, Check(Targets(p), a, CheckRules{AsOf: midway}).Funnels[0].Lost, byValue()); diff != "" {
		t.Error(diff)
	}
}

func TestRepeatPurchasesAndReferrals(t *testing.T) {
	p := dated()
	p.Target = Target{TargetClients, r("20")}
	p.Referrals, p.RepeatPurchases = r("0.25"), r("0.5")
	a := happened(p, 0, 0, 0, 0, 0)
	repeat := int64(3)
	a.Funnels[0].Repeat = &repeat
	f := Check(Targets(p), a, CheckRules{AsOf: midway}).Funnels[0]
	// 20 clients bring 5 more, and 25 of them buy 12 times more; 11 of 43 days are gone.
	want := []BonusCheck{{big.NewInt(12), big.NewInt(3), big.NewInt(3)}, {big.NewInt(5), big.NewInt(1), nil}}
	if diff := cmp.Diff(want, []BonusCheck{f.Repeat, f.Referred}, byValue()); diff != "" {
		t.Error(diff)
	}
}
