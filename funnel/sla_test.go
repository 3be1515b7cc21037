package funnel

import (
	"math/big"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// agreed is the plan of the design's section 5 with an owner a stage.
func agreed(change func(*Plan)) *Plan {
	p := worked()
	for i := range p.Funnels[0].Stages {
		s := &p.Funnels[0].Stages[i]
		if s.Owner = "sales"; s.ID == "mql" {
			s.Owner = "marketing"
		}
	}
	change(p)
	return p
}

func agree(t failer, p *Plan) *SLA {
	t.Helper()
	a, ok := Agree(Targets(p))
	if !ok {
		t.Fatal("nobody answers for anything")
	}
	return a
}

// 10 clients take 134 SQLs and 447 MQLs. Of 134, 20 % are 26.8, so sales finds 27,
// and 107 of marketing's take ⌈107 / 0.3⌉ = 357 MQLs.
func TestOwnLeadsOfSales(t *testing.T) {
	for _, test := range []struct {
		name         string
		change       func(*Plan)
		own, leads   int64
		fromSales    string // of 100,000: own / 134
		withoutLeads int64
	}{
		{"none", func(*Plan) {}, 0, 447, "0", 447},
		{"a share", func(p *Plan) { p.Terms.OwnShare = r("0.2") }, 27, 357, "2700000/134", 447},
		{"a count", func(p *Plan) { p.Terms.OwnCount = big.NewInt(34) }, 34, 334, "3400000/134", 447},
		{"more than all", func(p *Plan) { p.Terms.OwnCount = big.NewInt(900) }, 134, 0, "100000", 447},
		{"all", func(p *Plan) { p.Terms.OwnShare = r("1") }, 134, 0, "100000", 447},
		{"who is there already counts before", func(p *Plan) {
			p.Terms.OwnShare, p.Funnels[0].Stages[0].InProgress = r("0.2"), 57
		}, 27, 300, "2700000/134", 390},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := agree(t, agreed(test.change))
			f := &a.Funnels[0]
			if f.Own.Int64() != test.own || f.Handed().Needed.Int64() != test.leads || f.Without.Int64() != test.withoutLeads {
				t.Errorf("own %v, leads %v instead of %v", f.Own, f.Handed().Needed, f.Without)
			}
			if got := a.Contribution(FromSales).Revenue; got.Cmp(r(test.fromSales)) != 0 {
				t.Errorf("sales brings %v, want %s", got, test.fromSales)
			}
		})
	}
}

// Of 20 clients, 5 / 6 are won and 1 / 6 referred by them; at the top half are in
// progress. Existing clients bring what is not asked.
func TestContributions(t *testing.T) {
	p := agreed(func(p *Plan) {
		p.Target = Target{TargetRevenue, r("240000")}
		p.ExistingRevenue, p.Referrals = r("40000"), r("0.2")
		p.Funnels[0].Stages = p.Funnels[0].Stages[3:] // opportunity 25 %, client
		p.Funnels[0].Success = 1
		p.Funnels[0].Stages[0].Owner = "marketing"
		p.Funnels[0].Stages[0].InProgress, p.Funnels[0].Stages[0].Direct = 34, 17
	})
	// 200,000 are 20 clients, ⌈20 / 1.2⌉ = 17 of them won out of 68 opportunities.
	want := map[Source]string{
		FromMarketing: "125000/3", FromSales: "0", FromInProgress: "250000/3", FromDirect: "125000/3",
		FromReferrals: "100000/3", FromExisting: "40000",
	}
	for _, c := range agree(t, p).Contributions {
		if c.Revenue.Cmp(r(want[c.Source])) != 0 {
			t.Errorf("%s: %v, want %s", c.Source, c.Revenue, want[c.Source])
		}
	}
}

func TestHandOver(t *testing.T) {
	owners := func(of ...string) func(*Plan) {
		return func(p *Plan) {
			for i := range p.Funnels[0].Stages {
				p.Funnels[0].Stages[i].Owner, p.Funnels[0].Stages[i].System = of[i], ""
			}
		}
	}
	for _, test := range []struct {
		name    string
		change  func(*Plan)
		stage   int
		assumed bool
	}{
		{"the first of sales", owners("marketing", "sales", "sales", "sales", ""), 1, false},
		{"what nobody owns above it is marketing's", owners("", "", "sales", "sales", "sales"), 2, false},
		{"the first that follows one of marketing's", owners("sales", "marketing", "sales", "marketing", "sales"), 2, false},
		{"all of sales", owners("sales", "sales", "sales", "sales", "sales"), 0, false},
		{"all of marketing", owners("marketing", "marketing", "", "", ""), 5, false},
		{"by systems", func(p *Plan) {
			owners("", "", "", "", "")(p)
			p.Funnels[0].Stages[0].System, p.Funnels[0].Stages[2].System = "prospecting", "conversion"
		}, 2, false},
		{"as is named", func(p *Plan) {
			owners("marketing", "sales", "sales", "sales", "sales")(p)
			p.Terms.SalesFrom = "meeting"
		}, 2, false},
		{"by the ids of the stages", owners("", "", "", "", ""), 1, true},
		{"below mql where there is no sql", func(p *Plan) {
			owners("", "", "", "", "")(p)
			p.Funnels[0].Stages[1].ID = "visit"
		}, 1, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := agree(t, agreed(test.change))
			assumed := slices.ContainsFunc(a.Warnings, func(w Warning) bool { return w.Code == WarnSidesAssumed })
			if a.Funnels[0].HandOver != test.stage || assumed != test.assumed {
				t.Errorf("handed over at %d, assumed %v", a.Funnels[0].HandOver, assumed)
			}
		})
	}
	nobody := agreed(func(p *Plan) {
		owners("", "", "", "", "")(p)
		p.Funnels[0].Stages[0].ID, p.Funnels[0].Stages[1].ID = "a", "b"
	})
	if _, ok := Agree(Targets(nobody)); ok {
		t.Error("an agreement of nobody")
	}
}

// In a window of 62 working days, 6 attempts at 447 leads are 2,682 calls; at 60 a
// week one person makes 744: it takes 4 people.
func TestWork(t *testing.T) {
	p := agreed(func(p *Plan) {
		p.Period = &Span{NewDate(2027, time.January, 1), NewDate(2027, time.March, 29)}
		p.Terms.Attempts, p.Terms.CallsPerWeek = 6, r("60")
		p.Terms.People = []PersonTerm{
			{Name: "Ana", Side: Sales, Calls: &Frequency{r("60"), PerWeek}, Trips: &Frequency{r("2"), PerPeriod}},
			{Name: "Luis", Side: Sales, Calls: &Frequency{r("5"), PerDay}},
			{Name: "Eva", Side: Marketing, Calls: &Frequency{r("99"), PerDay}},
		}
	})
	a := agree(t, p)
	calls := a.Work[0]
	if calls.Required.Int64() != 2682 || calls.Needed.Int64() != 4 || calls.Available.Int64() != 744+310 || calls.People.Cmp(r("2")) != 0 {
		t.Errorf("%+v", calls)
	}
	if got := a.People[0].Of(PersonTrips).InAll.Int64(); got != 2 {
		t.Errorf("%d trips", got)
	}
	p.Period = nil
	if a := agree(t, p); a.Work[0].Needed != nil || a.Work[0].Available != nil || a.People[0].Of(PersonCalls).InAll != nil {
		t.Errorf("without a period: %+v", a.Work[0])
	}
}

// What people can call and how many it takes are of the same days, those in which
// leads come in: with a lag of two weeks behind the hand-over, 10 of the 12 weeks
// from 4 January to 28 March. 447 leads are 2,235 calls; at 50 a week each makes
// 500 in them, so that it takes 5 people.
func TestCallsWhileLeadsComeIn(t *testing.T) {
	p := agreed(func(p *Plan) {
		p.Period = &Span{NewDate(2027, time.January, 4), NewDate(2027, time.March, 28)}
		p.Funnels[0].Stages[0].Lag = Lag{Low: 14 * 24, High: 14 * 24}
		p.Terms.Attempts, p.Terms.CallsPerWeek = 5, r("50")
		p.Terms.People = []PersonTerm{
			{Name: "Ana", Side: Sales, Calls: &Frequency{r("50"), PerWeek}},
			{Name: "Luis", Side: Sales, Calls: &Frequency{r("300"), PerPeriod}},
		}
	})
	a := agree(t, p)
	calls := a.Work[0]
	if calls.Days != 50 || calls.Required.Int64() != 2235 || calls.Available.Int64() != 800 || calls.Needed.Int64() != 5 {
		t.Errorf("%+v", calls)
	}
	if got := a.People[0].Of(PersonCalls).InAll.Int64(); got != 600 {
		t.Errorf("%d calls in the period", got)
	}
}

// A period that begins on a Saturday has no week of nothing before its first.
func TestWeeksBeginWithWork(t *testing.T) {
	a := agree(t, agreed(func(p *Plan) {
		p.Period = &Span{NewDate(2027, time.January, 2), NewDate(2027, time.March, 28)}
	}))
	first, last := a.Weeks[0], a.Weeks[len(a.Weeks)-1]
	if first.Start != NewDate(2027, time.January, 4) || last.End != NewDate(2027, time.March, 28) {
		t.Errorf("weeks from %v to %v", first.Start, last.End)
	}
}

func TestAverageRevenue(t *testing.T) {
	p := agreed(func(p *Plan) { p.Target.Value = r("1.4"); p.RepeatPurchases = r("0.5") })
	// 96,000 over ⌈96,000 / 15,000⌉ = 7 clients of 1.5 purchases.
	if got := agree(t, p).Funnels[0].AverageRevenue(p); got.Cmp(r("64000/7")) != 0 {
		t.Errorf("average revenue %v", got)
	}
}

// drawAgreement draws a plan with owners and terms.
func drawAgreement(t *rapid.T) *Plan {
	p := drawDated(t)
	if rapid.Bool().Draw(t, "undated") {
		p.Period = nil
	}
	for i := range p.Funnels {
		for j := range p.Funnels[i].Stages {
			p.Funnels[i].Stages[j].Owner = rapid.SampledFrom([]string{"", "marketing", "sales"}).Draw(t, "owner")
		}
		p.Funnels[i].Stages[len(p.Funnels[i].Stages)-1].Owner = "sales"
	}
	switch rapid.IntRange(0, 2).Draw(t, "own leads") {
	case 0:
		p.Terms.OwnShare = big.NewRat(rapid.Int64Range(0, 100).Draw(t, "share"), 100)
	case 1:
		p.Terms.OwnCount = big.NewInt(rapid.Int64Range(0, 500).Draw(t, "count"))
	}
	left := int64(100)
	for range rapid.IntRange(0, 6).Draw(t, "channels") {
		share := rapid.Int64Range(1, max(1, left-10)).Draw(t, "share of a channel")
		if share >= left {
			break
		}
		p.Terms.Channels = append(p.Terms.Channels, ChannelTerm{Name: "c", Share: big.NewRat(share, 100)})
		left -= share
	}
	if len(p.Terms.Channels) > 0 {
		p.Terms.Channels = append(p.Terms.Channels, ChannelTerm{Name: "rest", Share: big.NewRat(left, 100)})
	}
	return p
}

// What the sources bring is the target revenue, in all and of each funnel; what
// sales finds itself and what marketing's stages must give is what sales needs.
func TestContributionsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawAgreement(t)
		before := Targets(p)
		a, ok := Agree(before)
		if !ok {
			t.Skip("nobody answers for anything")
		}
		sum := new(big.Rat)
		for _, c := range a.Contributions {
			sum.Add(sum, c.Revenue)
			if c.Revenue.Sign() < 0 && c.Source != FromExisting {
				t.Fatalf("%s brings %v", c.Source, c.Revenue)
			}
		}
		if sum.Cmp(before.TargetRevenue) != 0 {
			t.Fatalf("all bring %v of %v", sum, before.TargetRevenue)
		}
		for i := range a.Funnels {
			f := &a.Funnels[i]
			sum, asked := new(big.Rat), new(big.Rat)
			for _, c := range f.Contributions {
				sum.Add(sum, c.Revenue)
			}
			if f.Plan.Revenue.Sign() > 0 {
				asked = f.Plan.Revenue
			}
			if sum.Cmp(asked) != 0 {
				t.Fatalf("funnel %d brings %v of %v", i, sum, asked)
			}
			ownLeadsFit(t, f, &before.Funnels[i])
		}
	})
}

// ownLeadsFit holds the stages of marketing to what is left to them: enough, and
// one entry less would be too few; sales' stages stay as they were.
func ownLeadsFit(t *rapid.T, f *FunnelSLA, before *FunnelResult) {
	h := f.HandOver
	for i := range f.Plan.Stages {
		if i >= h && f.Plan.Stages[i].Needed.Cmp(before.Stages[i].Needed) != 0 {
			t.Fatalf("stage %d of sales needs %v instead of %v", i, f.Plan.Stages[i].Needed, before.Stages[i].Needed)
		}
	}
	if h == 0 || h == len(f.Plan.Stages) {
		return
	}
	left := ratOf(new(big.Int).Sub(f.Plan.Stages[h].Needed, f.Own))
	above := &f.Plan.Stages[h-1]
	fewer := new(big.Int).Sub(above.Total, big.NewInt(1))
	if mul(ratOf(above.Total), above.Effective).Cmp(left) < 0 || fewer.Sign() >= 0 && mul(ratOf(fewer), above.Effective).Cmp(left) >= 0 {
		t.Fatalf("%v entries give %v to a stage that is left %v", above.Total, above.Effective, left)
	}
}

// Weeks and channels add up to all leads, both ways, and nobody owes less than none;
// each channel's sum is next to its share.
func TestLeadsOfWeeksAndChannelsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawAgreement(t)
		a, ok := Agree(Targets(p))
		if !ok {
			t.Skip("nobody answers for anything")
		}
		inAll := new(big.Int)
		for _, w := range a.Weeks {
			inAll.Add(inAll, w.Leads)
			week := new(big.Int)
			for _, n := range w.Channels {
				if n.Sign() < 0 {
					t.Fatalf("%s: a channel owes %v", w.Name, n)
				}
				week.Add(week, n)
			}
			if len(p.Terms.Channels) > 0 && week.Cmp(w.Leads) != 0 {
				t.Fatalf("%s: channels bring %v of %v", w.Name, week, w.Leads)
			}
		}
		if len(a.Weeks) > 0 && inAll.Cmp(a.Leads()) != 0 {
			t.Fatalf("weeks bring %v of %v", inAll, a.Leads())
		}
		for i, n := range a.ByChannel() {
			off := sub(ratOf(n), mul(p.Terms.Channels[i].Share, ratOf(a.Leads())))
			if limit := big.NewRat(int64(len(p.Terms.Channels)), 1); off.Abs(off).Cmp(limit) >= 0 {
				t.Fatalf("channel %d brings %v of %v", i, n, a.Leads())
			}
		}
	})
}
