package funnel

import (
	"testing"
)

// The data of a plan of January to March end on the day of comparison or before.
func TestHeadlineOfStaleData(t *testing.T) {
	p := dated()
	for _, test := range []struct {
		asOf  Date
		age   int64
		stale bool
	}{
		{midway - 3, 0, false},
		{midway, 0, false},
		{midway + 7, 7, false}, // a weekly export is as old
		{midway + 8, 8, true},
	} {
		c := Check(Targets(p), happened(p, 340, 79, 39, 23, 2), CheckRules{AsOf: test.asOf})
		if c.DataAge().Int64() != test.age || c.Headline.Stale != test.stale {
			t.Errorf("%v days after: age %v, stale %v", test.asOf-midway, c.DataAge(), c.Headline.Stale)
		}
	}
	undated := happened(p, 340, 79, 39, 23, 2)
	undated.Ends = nil
	if c := Check(Targets(p), undated, CheckRules{AsOf: midway}); c.DataAge() != nil || c.Headline.Stale {
		t.Errorf("data that name no day: age %v, stale %v", c.DataAge(), c.Headline.Stale)
	}
	over := happened(p, 447, 134, 67, 40, 10)
	ends := p.Period.End
	over.Ends = &ends
	if c := Check(Targets(p), over, CheckRules{AsOf: ends + 60}); c.Headline.Stale {
		t.Error("data that reach the plan's last day are stale")
	}
}

func TestDataAgeAsThreshold(t *testing.T) {
	p := dated()
	atMost := func(days string) Threshold {
		return Threshold{Metric: MetricDataAge, Relation: AtMost, Bound: r(days)}
	}
	rules := CheckRules{AsOf: midway + 5, Thresholds: []Threshold{atMost("4"), atMost("5")}}
	c := Check(Targets(p), happened(p, 340, 79, 39, 23, 2), rules)
	if c.Thresholds[0].OK || !c.Thresholds[1].OK || c.Thresholds[0].Value.Cmp(r("5")) != 0 || c.Verdict != Behind {
		t.Errorf("%+v, verdict %s", c.Thresholds, c.Verdict)
	}
	undated := happened(p, 340, 79, 39, 23, 2)
	undated.Ends = nil
	if c = Check(Targets(p), undated, rules); c.Thresholds[1].OK || c.Thresholds[1].Value != nil {
		t.Errorf("an age that is not known: %+v", c.Thresholds[1])
	}
}

// A stage that nobody enters while others go on is named, once so many were due
// that it is hardly chance.
func TestStalledStage(t *testing.T) {
	p := dated()
	check := func(last Date) *CheckResult {
		a := happened(p, 340, 79, 39, 23, 2)
		for i := range a.Funnels[0].Stages {
			a.Funnels[0].Stages[i].Entries[0].To = midway
		}
		a.Funnels[0].Stages[1].Entries[0].To = last
		return Check(Targets(p), a, CheckRules{AsOf: midway})
	}
	for _, test := range []struct {
		days Date
		want bool
	}{{0, false}, {7, false}, {8, true}, {20, true}} {
		c := check(midway - test.days)
		stalled := c.Headline.Stalled != nil && *c.Headline.Stalled == 1
		if stalled != test.want || contains(codes(c.Warnings), WarnStalled) != test.want {
			t.Errorf("nobody for %d days: %v, warnings %v", test.days, c.Headline.Stalled, codes(c.Warnings))
		}
		if last := c.Funnels[0].Stages[1].LastEntry; last == nil || *last != midway-test.days {
			t.Errorf("last entry %v, want %v", last, midway-test.days)
		}
	}
	few := happened(p, 340, 79, 39, 23, 2) // two clients were due since the first of them came
	for i := range few.Funnels[0].Stages[:4] {
		few.Funnels[0].Stages[i].Entries[0].To = midway
	}
	if c := Check(Targets(p), few, CheckRules{AsOf: midway}); c.Headline.Stalled != nil {
		t.Errorf("stage %d stands still, of which few were due", *c.Headline.Stalled)
	}
}
