package funnel

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// R: p.adjust(p, "holm").
func TestCorrectForMany(t *testing.T) {
	for _, test := range []struct{ p, want []float64 }{
		{[]float64{.01, .04, .03, .005, .9, .02}, []float64{.05, .09, .09, .03, .9, .08}},
		{[]float64{.5, .6, .00001}, []float64{1, 1, .00003}},
		{[]float64{.049}, []float64{.049}},
	} {
		var rates []*RateCheck
		for i := range test.p {
			rates = append(rates, &RateCheck{P: &test.p[i]})
		}
		correctForMany(append([]*RateCheck{}, rates...))
		for i, rate := range rates {
			near(t, fmt.Sprintf("corrected %g", test.p[i]), *rate.Corrected, test.want[i], 1e-15)
			if rate.Differs != (test.want[i] < 0.05) {
				t.Errorf("corrected %g differs: %v", test.want[i], rate.Differs)
			}
		}
	}
}

// wentOnOf is the trials and successes of a rate, or why there are none.
func wentOnOf(r RateCheck) string {
	if r.P == nil {
		return r.flaw
	}
	return r.WentOn.String() + " of " + r.Trials.String()
}

// Two stages and ten days, or a range of days, between them.
func TestWhoWentOn(t *testing.T) {
	day := func(month time.Month, day int) Date { return NewDate(2027, month, day) }
	lead := func(on Date, count, implied, direct, wentOn int64) Entries {
		return Entries{From: on, To: on, Count: count, Implied: implied, Direct: direct, WentOn: wentOn}
	}
	count := func(from, to Date, n int64) Entries { return Entries{From: from, To: to, Count: n} }
	ends := day(time.February, 15)
	for _, test := range []struct {
		name     string
		lag      Lag
		waiting  int64 // in progress
		direct   int64 // planned at the second stage
		records  bool
		ends     *Date
		from, to []Entries
		want     string
	}{
		{
			"leads old enough", days(10), 0, 0, true, &ends,
			[]Entries{lead(day(1, 4), 20, 0, 0, 8), lead(day(2, 5), 10, 0, 0, 4), lead(day(2, 6), 10, 0, 0, 1)},
			nil, "12 of 30",
		},
		{
			"a range waits for its high end",
			Lag{5 * 24, 30 * 24},
			0, 0, true, &ends,
			[]Entries{lead(day(1, 16), 10, 0, 0, 5), lead(day(1, 17), 10, 0, 0, 5)},
			nil, "5 of 10",
		},
		{
			"hours are a day begun",
			Lag{4, 4},
			0, 0, true, &ends,
			[]Entries{lead(day(2, 14), 10, 0, 0, 5), lead(day(2, 15), 10, 0, 0, 5)},
			nil, "5 of 10",
		},
		{
			"implied and direct are left out", days(10), 0, 0, true, &ends,
			[]Entries{lead(day(1, 4), 20, 3, 2, 8)},
			nil, "8 of 15",
		},
		{
			"of those in progress, who arrives without having entered", days(10), 12, 0, true, &ends,
			[]Entries{lead(day(1, 4), 20, 3, 0, 8)},
			[]Entries{lead(day(1, 20), 17, 0, 1, 0)}, // 17 − 1 direct − 8 seen − 3 implied = 5 of the 12
			"13 of 29",
		},
		{
			"or shared with those who came in directly", days(10), 12, 0, true, &ends,
			[]Entries{lead(day(1, 4), 20, 0, 4, 8)},
			[]Entries{lead(day(1, 20), 16, 0, 0, 0)}, // 8 of 12 in progress and 4 direct: 6 of the 12
			"14 of 28",
		},
		{
			"counts, a lag before", days(10), 0, 0, false, &ends,
			[]Entries{count(day(1, 4), day(1, 4), 20), count(day(2, 6), day(2, 6), 10)},
			[]Entries{count(day(1, 20), day(1, 20), 7)},
			"7 of 20",
		},
		{
			"counts of a month, by working days", days(10), 0, 0, false, &ends,
			[]Entries{count(day(2, 1), day(2, 28), 22)}, // 5 of the 11 days so far are long enough ago
			[]Entries{count(day(2, 1), day(2, 28), 3)},
			"3 of 10",
		},
		{
			"counts, without those who were there before the plan", days(10), 0, 0, false, &ends,
			[]Entries{count(day(1, 1), day(1, 31), 60)},                                   // until 5 February is long enough ago for all
			[]Entries{count(day(1, 1), day(1, 31), 21), count(day(2, 1), day(2, 15), 11)}, // 15 of January's 21 days are from the 11th on
			"26 of 60",
		},
		{
			"counts with some in progress", days(10), 5, 0, false, &ends,
			[]Entries{count(day(1, 4), day(1, 4), 20)},
			[]Entries{count(day(1, 20), day(1, 20), 7)},
			"7 of 25",
		},
		{
			"counts less the direct ones of the plan", days(10), 0, 10, false, &ends,
			[]Entries{count(day(1, 4), day(1, 4), 20)},
			[]Entries{count(day(1, 20), day(1, 20), 7)},
			"2 of 20",
		}, // 10 × 26 / 44 = 5 by then
		{
			"more than had entered", days(10), 0, 0, false, &ends,
			[]Entries{count(day(1, 4), day(1, 4), 6)},
			[]Entries{count(day(1, 20), day(1, 20), 7)},
			WarnRateAboveAll,
		},
		{
			"nobody long enough ago", days(10), 0, 0, false, &ends,
			[]Entries{count(day(2, 12), day(2, 12), 6)},
			nil, WarnRateWithoutCases,
		},
		{
			"counts without days", days(10), 0, 0, false, nil,
			[]Entries{count(0, 0, 20)},
			[]Entries{count(0, 0, 7)},
			WarnRateUndated,
		},
		{
			"counts without days and lag", days(0), 0, 0, false, nil,
			[]Entries{count(0, 0, 20)},
			[]Entries{count(0, 0, 7)},
			"7 of 20",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := dated()
			p.Funnels[0].Stages[0].Lag = test.lag
			p.Funnels[0].Stages[0].InProgress = test.waiting
			p.Funnels[0].Stages[1].Direct = test.direct
			a := &Actuals{Ends: test.ends, Funnels: []FunnelActuals{{Stages: []StageActuals{
				{Known: true, Records: test.records, Entries: test.from},
				{Known: true, Records: test.records, Entries: test.to},
			}}}}
			c := Check(Targets(p), a, CheckRules{AsOf: ends})
			if got := wentOnOf(c.Funnels[0].Stages[0].Rate); got != test.want {
				t.Errorf("%s went on, want %s", got, test.want)
			}
		})
	}
}

// Without data on both of its stages, a rate is not known, and needs no word of
// its own.
func TestRateWithoutTheNextStage(t *testing.T) {
	p := dated()
	a := happened(p, 340, 79, 39, 23, 2)
	a.Funnels[0].Stages[1].Known = false
	for i := range a.Funnels[0].Stages { // of stages that stand still another word is said
		for j := range a.Funnels[0].Stages[i].Entries {
			a.Funnels[0].Stages[i].Entries[j].To = midway
		}
	}
	c := Check(Targets(p), a, CheckRules{AsOf: midway})
	for _, i := range []int{0, 1} {
		if got := c.Funnels[0].Stages[i].Rate; got.Actual != nil || got.flaw != "" || got.Planned == nil {
			t.Errorf("rate of stage %d: %+v", i, got)
		}
	}
	if got, want := codes(c.Warnings), []string{WarnNoStageData}; !cmp.Equal(got, want) {
		t.Errorf("warnings %v, want %v", got, want)
	}
}

// Deals of January to April 2024, from
// kazhemyaka/deals-dashboard, deals.csv (Apache-2.0): of 274 that a partner
// brought 89 were won, of 69 from Facebook 4. Planned with the rate of all 895,
// 216 won, both differ, and Holm's correction leaves it so.
func TestRatesOfRealDeals(t *testing.T) {
	p := dated()
	f := &p.Funnels[0]
	f.Stages = []Stage{f.Stages[0], f.Stages[4]}
	f.Stages[0].Rate, f.Stages[0].Lag = Rate{Value: r("216/895")}, days(0)
	f.Success = 1
	other := *f
	other.ID = "facebook"
	p.Funnels = []Funnel{*f, other}
	ends := midway
	deals := func(entered, won int64) FunnelActuals {
		return FunnelActuals{Stages: []StageActuals{
			{Known: true, Records: true, Entries: []Entries{{From: midway, To: midway, Count: entered, WentOn: won}}},
			{Known: true, Records: true, Entries: []Entries{{From: midway, To: midway, Count: won}}},
		}}
	}
	a := &Actuals{Ends: &ends, Funnels: []FunnelActuals{deals(274, 89), deals(69, 4)}}
	c := Check(Targets(p), a, CheckRules{AsOf: midway})
	for i, want := range []struct{ p, corrected float64 }{
		{0.0018289210252110902, 0.0018289210252110902},       // R: binom.test(89, 274, 216/895)$p.value
		{0.00010336950051327901, 2 * 0.00010336950051327901}, // R: binom.test(4, 69, 216/895)$p.value
	} {
		rate := c.Funnels[i].Stages[0].Rate
		near(t, "p", *rate.P, want.p, 1e-9*want.p)
		near(t, "corrected p", *rate.Corrected, want.corrected, 1e-9*want.corrected)
		if !rate.Differs {
			t.Errorf("rate of funnel %d does not differ", i)
		}
	}
}
