package funnel

import (
	"math/big"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestThresholds(t *testing.T) {
	p := dated()
	half := p.Funnels[0]
	half.Share, half.Budget = r("1/2"), r("20000")
	half.ID = "inbound"
	other := half
	other.ID = "outbound"
	p.Funnels = []Funnel{half, other}
	a := happened(p, 170, 40, 20, 0, 3) // due in each: 172, 40, 20, 11, 1
	second := happened(p, 180, 40, 20, 0, 1).Funnels[0]
	second.Stages[2].Known = false
	a.Funnels = append(a.Funnels, second)
	a.Money = MoneyKnown{Spend: true}
	a.Spend = []Amount{amount("", "7000")}

	for _, test := range []struct {
		metric        Metric
		funnel, stage string
		want          string // exact value; empty where it is not known
	}{
		{MetricClients, "", "", "4"},
		{MetricClients, "inbound", "", "3"},
		{"nonsense", "", "", ""},
		{MetricSpend, "", "", "7000"},
		{MetricRevenue, "", "", ""},
		{MetricReturn, "", "", ""},
		{MetricCoverage, "", "", ""},
		{MetricDataAge, "", "", "0"},
		{MetricActual, "", "mql", "350"},
		{MetricActual, "inbound", "mql", "170"},
		{MetricActual, "", "meeting", ""}, // one of two does not know
		{MetricActual, "inbound", "meeting", "20"},
		{MetricActual, "", "nonsense", ""},
		{MetricGap, "inbound", "mql", "-2"},
		{MetricGap, "", "mql", "6"},
		{MetricAttainment, "inbound", "mql", "170/172"},
		{MetricRate, "", "mql", "8/35"}, // 80 of 350, all of them old enough
		{MetricRate, "inbound", "mql", "4/17"},
		{MetricRate, "outbound", "meeting", ""},
		{MetricRate, "", "client", ""},
		{MetricCostPer, "", "mql", "20"},
		{MetricCostPer, "inbound", "mql", ""}, // nobody says which funnel was paid for
		{MetricCostPer, "", "opportunity", ""},
	} {
		threshold := Threshold{Metric: test.metric, Funnel: test.funnel, Stage: test.stage, Relation: AtLeast, Bound: r("-1000")}
		c := Check(Targets(p), a, CheckRules{AsOf: midway, Thresholds: []Threshold{threshold}})
		got := c.Thresholds[0]
		if test.want == "" {
			if got.Value != nil || got.OK || c.Verdict != Behind || !contains(codes(c.Warnings), WarnThresholdUnknown) {
				t.Errorf("%s %s.%s: %v, ok %v", test.metric, test.funnel, test.stage, got.Value, got.OK)
			}
			continue
		}
		if got.Value == nil || got.Value.Cmp(r(test.want)) != 0 || !got.OK {
			t.Errorf("%s %s.%s: %v, want %s", test.metric, test.funnel, test.stage, got.Value, test.want)
		}
	}
}

func contains(list []string, item string) bool {
	for _, s := range list {
		if s == item {
			return true
		}
	}
	return false
}

func TestRelations(t *testing.T) {
	for relation, want := range map[Relation][3]bool{ // below, equal, above
		AtLeast: {false, true, true}, Above: {false, false, true},
		AtMost: {true, true, false}, Below: {true, false, false},
		"=~": {false, false, false},
	} {
		for i, held := range want {
			if got := relation.holds(i - 1); got != held {
				t.Errorf("%d %s: %v", i-1, relation, got)
			}
		}
	}
}

// What cannot be measured because nothing is due or left to be won is above any
// bound, which is not the same as not being known.
func TestBoundlessMetrics(t *testing.T) {
	p := dated()
	attainment := Threshold{Expression: "attainment.client >= 90%", Metric: MetricAttainment, Stage: "client", Relation: AtLeast, Bound: r("0.9")}
	atMost := attainment
	atMost.Relation = AtMost
	rules := CheckRules{AsOf: p.Period.Start, Thresholds: []Threshold{attainment, atMost}}
	c := Check(Targets(p), happened(p, 0, 0, 0, 0, 0), rules)
	got := []bool{c.Thresholds[0].Boundless, c.Thresholds[0].OK, c.Thresholds[1].Boundless, c.Thresholds[1].OK}
	if want := []bool{true, true, true, false}; !cmp.Equal(got, want) {
		t.Errorf("boundless, ok: %v, want %v", got, want)
	}
	coverage := Threshold{Metric: MetricCoverage, Relation: AtLeast, Bound: r("1")}
	c = Check(Targets(p), deals(p, 40, 10, 10), CheckRules{AsOf: midway, Thresholds: []Threshold{coverage}})
	if !c.Thresholds[0].OK || c.Thresholds[0].Value != nil {
		t.Errorf("coverage with all clients won: %+v", c.Thresholds[0])
	}
	coverage.Bound = r("2")
	if c = Check(Targets(p), deals(p, 20, 4, 6), CheckRules{AsOf: midway, Thresholds: []Threshold{coverage}}); c.Thresholds[0].OK ||
		c.Thresholds[0].Value.Cmp(c.Money.Pipeline.Coverage) != 0 {
		t.Errorf("coverage of less than two: %+v", c.Thresholds[0])
	}
}

// Clients of a funnel that the data leave out are not none.
func TestClientsThatAreNotKnown(t *testing.T) {
	p := dated()
	a := happened(p, 340, 79, 39, 23, 9)
	a.Funnels[0].Stages[4].Known = false
	atMost := Threshold{Metric: MetricClients, Relation: AtMost, Bound: r("99")}
	got := Check(Targets(p), a, CheckRules{AsOf: midway, Thresholds: []Threshold{atMost}}).Thresholds[0]
	if got.Value != nil || got.OK {
		t.Errorf("%+v", got)
	}
}

func TestHeadlineNamesFailedThresholds(t *testing.T) {
	p := dated()
	failed := Threshold{Expression: "clients >= 3", Metric: MetricClients, Relation: AtLeast, Bound: big.NewRat(3, 1)}
	met := Threshold{Expression: "clients >= 2", Metric: MetricClients, Relation: AtLeast, Bound: big.NewRat(2, 1)}
	c := Check(Targets(p), happened(p, 340, 79, 39, 23, 2), CheckRules{AsOf: midway, Thresholds: []Threshold{met, failed}})
	if want := []string{"clients >= 3"}; !cmp.Equal(c.Headline.Failed, want) || c.Verdict != Behind {
		t.Errorf("%s: failed %v", c.Verdict, c.Headline.Failed)
	}
}
