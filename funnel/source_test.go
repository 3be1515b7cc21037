package funnel

import (
	"math/big"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sourced is a funnel of MQLs and clients whose leads are known one by one.
func sourced() (*Plan, *Actuals) {
	p := dated()
	f := &p.Funnels[0]
	f.Stages = []Stage{f.Stages[0], f.Stages[4]}
	f.Success = 1
	old := p.Period.Start
	ends := midway
	a := &Actuals{Ends: &ends, Funnels: []FunnelActuals{{Stages: []StageActuals{
		{Known: true, Records: true, Entries: []Entries{
			{From: old, To: old, Channel: "ads", Brought: "marketing", Count: 30, Implied: 2, WentOn: 4},
			{From: old, To: old, Channel: "fair", Brought: "sales", Count: 10, WentOn: 5},
			{From: midway, To: midway, Channel: "ads", Brought: "marketing", Count: 7},
			{From: old - 1, To: old - 1, Channel: "forgotten", Count: 3},
		}},
		{Known: true, Records: true, Entries: []Entries{
			{From: midway, To: midway, Channel: "ads", Brought: "marketing", Count: 6},
			{From: midway, To: midway, Channel: "fair", Brought: "sales", Count: 5},
			{From: midway, To: midway, Channel: "", Brought: "sales", Count: 3, Direct: 3},
		}},
	}}}}
	return p, a
}

func TestChannels(t *testing.T) {
	p, a := sourced()
	a.Money = MoneyKnown{Spend: true, Revenue: true}
	a.Spend = []Amount{amount("ads", "8000"), amount("billboards", "100")}
	a.Revenue = []Amount{amount("ads", "10000"), amount("fair", "9000"), amount("fair", "500")}
	c := Check(Targets(p), a, CheckRules{AsOf: midway})
	n := big.NewInt
	want := []SourceCheck{
		{"ads", n(37), n(37), n(6), r("10000"), r("8000"), r("1/4")},
		{"fair", n(10), n(10), n(5), r("9500"), r("0"), nil},
		{"", n(0), n(3), n(3), r("0"), r("0"), nil},
		{"billboards", n(0), n(0), n(0), r("0"), r("100"), r("-1")},
	}
	if diff := cmp.Diff(want, c.Channels, byValue()); diff != "" {
		t.Error(diff)
	}
	ads := c.Funnels[0].Channels[1]
	if ads.Name != "ads" || ads.Stages[0].Rate.Cmp(r("1/7")) != 0 || ads.Stages[0].Trials.Int64() != 28 {
		t.Errorf("rate of %s: %+v, want 4 of 30 − 2 implied", ads.Name, ads.Stages[0])
	}
}

func TestBrought(t *testing.T) {
	p, a := sourced()
	c := Check(Targets(p), a, CheckRules{AsOf: midway})
	n := big.NewInt
	want := []SourceCheck{
		{"sales", n(10), n(13), n(8), nil, nil, nil},
		{"marketing", n(37), n(37), n(6), nil, nil, nil},
	}
	if diff := cmp.Diff(want, c.Brought, byValue()); diff != "" {
		t.Error(diff)
	}
}

func TestRatesOfCountsByChannel(t *testing.T) {
	p, a := sourced()
	for i := range a.Funnels[0].Stages {
		a.Funnels[0].Stages[i].Records = false
	}
	p.Funnels[0].Stages[1].Direct = 2
	rates := Check(Targets(p), a, CheckRules{AsOf: midway}).Funnels[0].Channels
	got := map[string]string{}
	for _, s := range rates {
		got[s.Name] = "none"
		if s.Stages[0].Rate != nil {
			got[s.Name] = s.Stages[0].WentOn.String() + " of " + s.Stages[0].Trials.String()
		}
	}
	if want := map[string]string{"ads": "6 of 30", "fair": "5 of 10", "": "none"}; !cmp.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// Data that name no channel have none to show, rather than one without a name.
func TestNoSources(t *testing.T) {
	p := dated()
	c := Check(Targets(p), happened(p, 340, 79, 39, 23, 2), CheckRules{AsOf: midway})
	if c.Channels != nil || c.Brought != nil || c.Funnels[0].Channels != nil {
		t.Errorf("channels %v, brought %v", c.Channels, c.Brought)
	}
}
