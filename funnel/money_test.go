package funnel

import (
	"math/big"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// amount of the day midway.
func amount(channel, value string) Amount {
	return Amount{From: midway, To: midway, Channel: channel, Value: r(value)}
}

func TestMoney(t *testing.T) {
	p := dated()
	p.GrossMargin, p.Funnels[0].GrossMargin = r("0.5"), r("0.5") // 20 clients for 200,000
	a := happened(p, 340, 79, 39, 23, 2)
	a.Money = MoneyKnown{Spend: true, Revenue: true}
	a.Spend = []Amount{amount("", "12000"), amount("", "0.5")}
	a.Revenue = []Amount{amount("", "30000")}
	m := Check(Targets(p), a, CheckRules{AsOf: midway}).Money
	want := MoneyCheck{
		Budget: r("40000"), Spend: r("12000.5"),
		RevenueTarget: r("2200000/43"), // 200,000 × 11 of 43 working days
		Revenue:       r("30000"), Margin: r("1/2"),
		Return: r("5999/24001"), // (30,000 / 2 − 12,000.5) / 12,000.5
	}
	if diff := cmp.Diff(want, m, byValue()); diff != "" {
		t.Error(diff)
	}
}

func TestMoneyThatIsNotKnown(t *testing.T) {
	p := dated()
	a := happened(p, 340, 79, 39, 23, 2)
	for _, test := range []struct {
		name                   string
		known                  MoneyKnown
		spend                  string
		wantSpend, wantRevenue bool
		wantReturn             bool
	}{
		{"nothing", MoneyKnown{}, "5", false, false, false},
		{"spend only", MoneyKnown{Spend: true}, "5", true, false, false},
		{"revenue only", MoneyKnown{Revenue: true}, "5", false, true, false},
		{"nothing was spent", MoneyKnown{Spend: true, Revenue: true}, "0", true, true, false},
		{"both", MoneyKnown{Spend: true, Revenue: true}, "5", true, true, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			a.Money, a.Spend, a.Revenue = test.known, []Amount{amount("", test.spend)}, []Amount{amount("", "9")}
			c := Check(Targets(p), a, CheckRules{AsOf: midway})
			m := c.Money
			got := []bool{m.Spend != nil, m.Revenue != nil, m.Return != nil, c.Costs != nil}
			if want := []bool{test.wantSpend, test.wantRevenue, test.wantReturn, test.wantSpend}; !cmp.Equal(got, want) {
				t.Errorf("known: spend, revenue, return, costs %v, want %v", got, want)
			}
		})
	}
}

// Two funnels of which one has the double margin: revenue counts at what the plan
// makes of it as a whole.
func TestMarginsThatDiffer(t *testing.T) {
	p := dated()
	half := p.Funnels[0]
	half.Share, half.Budget, half.GrossMargin = r("1/2"), r("20000"), r("0.5")
	other := half
	other.ID, other.GrossMargin = "other", r("1")
	p.Funnels = []Funnel{half, other} // 50,000 of profit each: 10 and 5 clients
	a := happened(p, 340, 79, 39, 23, 2)
	a.Money = MoneyKnown{Spend: true, Revenue: true}
	a.Spend, a.Revenue = []Amount{amount("", "1000")}, []Amount{amount("", "3000")}
	c := Check(Targets(p), a, CheckRules{AsOf: midway})
	if got := c.Money.Margin.RatString(); got != "2/3" {
		t.Errorf("margin %s, want 100,000 of 150,000", got)
	}
	if got := c.Money.Return.RatString(); got != "1" {
		t.Errorf("return %s, want (2000 − 1000) / 1000", got)
	}
	if got := codes(c.Warnings); got[0] != WarnMarginBlended {
		t.Errorf("warnings %v", got)
	}
}

// Half of the plan's existing revenue comes with each of two funnels, as their
// clients are due.
func TestRevenueDue(t *testing.T) {
	p := dated()
	p.ExistingRevenue = r("30000") // 70,000 and 7 clients are left
	c := Check(Targets(p), happened(p, 0, 0, 0, 0, 0), CheckRules{AsOf: midway})
	if got := c.Money.RevenueTarget.RatString(); got != "1100000/43" {
		t.Errorf("revenue due %s, want 100,000 × 11 / 43", got)
	}
	p.Funnels = append(p.Funnels, p.Funnels[0])
	p.Funnels[0].Share, p.Funnels[1].Share = r("1/2"), r("1/2") // 4 clients each
	p.Funnels[1].Stages = append([]Stage{}, p.Funnels[1].Stages...)
	p.Funnels[1].Stages[4].Dates = &Span{midway, midway} // all is due
	c = Check(Targets(p), happened(p, 0, 0, 0, 0, 0), CheckRules{AsOf: midway})
	if got, want := c.Money.RevenueTarget, r("2970000/43"); got.Cmp(want) != 0 {
		t.Errorf("revenue due %s, want 55,000 × 11 / 43 + 55,000", got.RatString())
	}
}

// deals are a plan's records of opportunities and clients: so many entered, old
// enough to be judged, of whom some were won and some lost.
func deals(p *Plan, entered, won, lost int64) *Actuals {
	a := happened(p, 340, 79, 39, 0, 0)
	stages := a.Funnels[0].Stages
	old := p.Period.Start + 3 // 6 weeks before midway
	stages[3] = StageActuals{Known: true, Records: true, Entries: []Entries{{From: old, To: old, Count: entered, WentOn: won}}}
	stages[4] = StageActuals{Known: true, Records: true, Entries: []Entries{{From: midway, To: midway, Count: won}}}
	a.Funnels[0].Lost = []Loss{{Stage: 3, Reason: "price", Count: lost}, {Stage: 2, Count: 99}}
	return a
}

func TestPipeline(t *testing.T) {
	for _, test := range []struct {
		name               string
		entered, won, lost int64
		coverage           []string // coverage, required, share
	}{
		// 20 − 4 − 6 = 10 are open for the 6 clients to go; at 4 of 20 it takes 5 for
		// each, 30 in all.
		{"at the rate seen", 20, 4, 6, []string{"5/3", "5", "1/3"}},
		// Ten cases are few: the plan's one in four.
		{"at the planned rate", 10, 4, 0, []string{"1", "4", "1/4"}},
		{"none is won yet", 20, 0, 0, []string{"2", "4", "1/2"}},
		{"all are won", 40, 10, 10, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := dated()
			pipeline := Check(Targets(p), deals(p, test.entered, test.won, test.lost), CheckRules{AsOf: midway}).Money.Pipeline
			open := mul(r("10000"), new(big.Rat).SetInt64(test.entered-test.won-test.lost))
			if pipeline.Open.Cmp(open) != 0 {
				t.Errorf("open %s, want %s", pipeline.Open.RatString(), open.RatString())
			}
			var got []string
			for _, x := range []*big.Rat{pipeline.Coverage, pipeline.Required, pipeline.Share} {
				if x != nil {
					got = append(got, x.RatString())
				}
			}
			if !cmp.Equal(got, test.coverage) {
				t.Errorf("coverage, required, share %v, want %v", got, test.coverage)
			}
		})
	}
}

// A client who came in directly was never in the pipeline.
func TestPipelineWithDirectClients(t *testing.T) {
	p := dated()
	a := deals(p, 20, 4, 6)
	clients := &a.Funnels[0].Stages[4].Entries[0]
	clients.Count, clients.Direct = 6, 2
	if got := Check(Targets(p), a, CheckRules{AsOf: midway}).Money.Pipeline.Open.RatString(); got != "100000" {
		t.Errorf("open %s, want ten deals of 10,000", got)
	}
}

// Open deals count at their own amounts where the data have them, the others at
// what a client brings; 10 are open here, for 6 clients to go.
func TestPipelineOfAmounts(t *testing.T) {
	for _, test := range []struct {
		name string
		open *OpenDeals
		want string
	}{
		{"no amounts", nil, "100000"},
		{"none has an amount", &OpenDeals{Count: 10, Value: r("0")}, "100000"},
		{"four have", &OpenDeals{Count: 10, Valued: 4, Value: r("50000.50")}, "220001/2"}, // and 6 at 10,000
		{"all have", &OpenDeals{Count: 10, Valued: 10, Value: r("30000")}, "30000"},
		{"two more were there before the plan", &OpenDeals{Count: 12, Valued: 12, Value: r("36000")}, "36000"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := dated()
			a := deals(p, 20, 4, 6)
			a.Funnels[0].Stages[3].Open = test.open
			a.Funnels[0].Stages[1].Open = &OpenDeals{Count: 3, Valued: 1, Value: r("7")} // not above the client
			got := Check(Targets(p), a, CheckRules{AsOf: midway}).Money.Pipeline
			if got.Open.RatString() != test.want || got.Coverage.Cmp(quo(got.Open, got.Remaining)) != 0 {
				t.Errorf("open %s, coverage %v", got.Open.RatString(), got.Coverage)
			}
			stages := 1
			if test.open != nil {
				stages = 2
			}
			if len(got.Stages) != stages || got.Stages[0].Stage != "sql" || got.Stages[0].Valued != 1 {
				t.Errorf("stages %+v", got.Stages)
			}
		})
	}
}

// Counts do not say who was lost, so nothing can be said of what is open.
func TestPipelineOfCounts(t *testing.T) {
	p := dated()
	if got := Check(Targets(p), happened(p, 340, 79, 39, 23, 2), CheckRules{AsOf: midway}).Money.Pipeline; got.Open != nil || got.Coverage != nil {
		t.Errorf("%+v", got)
	}
}
