package funnel

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Two leads of day 10, three of the week from day 14 to 20, of which four days
// are over, one lead of day 15 by another channel: the number stands still from
// day 10 to 13 and grows evenly after it.
func TestGrown(t *testing.T) {
	c := counting{first: 5, last: 40, day: 17, dated: true}
	entries := []Entries{
		{From: 1, To: 1, Count: 9}, // before the plan
		{From: 10, To: 10, Count: 2},
		{From: 14, To: 20, Count: 3, Channel: "fair"},
		{From: 15, To: 15, Count: 1, Channel: "web"},
		{From: 18, To: 18, Count: 7}, // after the day of comparison
	}
	want := []Grown{{9, 0}, {10, 2}, {14, 2}, {15, 3}, {17, 6}}
	if diff := cmp.Diff(want, c.grown(entries)); diff != "" {
		t.Error(diff)
	}
	c.dated = false
	if got := c.grown(entries); got != nil {
		t.Errorf("data that name no days have %v", got)
	}
}

// It ends with the number that the check compares, at every stage.
func TestGrownEndsAtActual(t *testing.T) {
	p := dated()
	c := Check(Targets(p), happened(p, 350, 75, 30, 0, 2), CheckRules{AsOf: midway})
	for i := range c.Funnels[0].Stages {
		s := &c.Funnels[0].Stages[i]
		var got int64
		if n := len(s.Grown); n > 0 {
			got = s.Grown[n-1].Count
		}
		if got != s.Actual.Int64() {
			t.Errorf("%s has grown to %d of %v", s.Plan.Stage.Name, got, s.Actual)
		}
	}
}
