package funnel

import (
	"math/big"
	"testing"
	"time"
)

func hoursOf(minutes int64) *big.Rat { return big.NewRat(minutes, 60) }

func same(a, b *big.Rat) bool { return a == nil && b == nil || a != nil && b != nil && a.Cmp(b) == 0 }

// Of those who were all answered: R quantile(c(30, 60, 60, 120, 240, 241, 600, 2000),
// c(.5, .9), type = 1) is 120 and 2000 minutes, mean(…) / 60 is 6.98125 hours.
//
// With two who still wait, after 300 and 3000 minutes, the product of Kaplan and
// Meier is .9 at 30, .7 at 60, .6 at 120, .5 at 240, .4 at 241, .4 × 2/3 at 600 and
// .4 × 2/3 × 1/2 at 2000: the median is 240 minutes, and nobody knows the 90th
// percentile yet.
func TestResponses(t *testing.T) {
	waits := []ResponseWait{{30, 1}, {60, 2}, {120, 1}, {240, 1}, {241, 1}, {600, 1}, {2000, 1}}
	day := NewDate(2027, time.February, 12)
	for _, test := range []struct {
		name                  string
		open                  []OpenSince
		within, late, waiting int64
		share, median, p90    *big.Rat
	}{
		{"all answered", nil, 5, 3, 0, big.NewRat(5, 8), hoursOf(120), hoursOf(2000)},
		{"some still wait, and are late", []OpenSince{
			{day, minutesOfDay - 300, 1}, {day - 2, 3*minutesOfDay - 3000, 1},
		}, 5, 5, 0, big.NewRat(1, 2), hoursOf(240), nil},
		{"some have just come", []OpenSince{{day, minutesOfDay - 240, 2}}, 5, 3, 2, big.NewRat(5, 8), hoursOf(240), hoursOf(2000)},
		{"of some only the day is known", []OpenSince{{day, -1, 1}, {day - 1, -1, 1}}, 5, 4, 1, big.NewRat(5, 9), hoursOf(240), hoursOf(2000)},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := Responses{Answered: 8, Minutes: 3351, Waits: waits, Open: test.open}
			c := r.check(4, day)
			if c.Within != test.within || c.Late != test.late || c.Waiting != test.waiting || !same(c.Share, test.share) {
				t.Errorf("%d in time, %d late, %d waiting: %v", c.Within, c.Late, c.Waiting, c.Share)
			}
			if !same(c.Median, test.median) || !same(c.P90, test.p90) || !same(c.Mean, big.NewRat(3351, 480)) {
				t.Errorf("mean %v, median %v, 90th percentile %v", c.Mean, c.Median, c.P90)
			}
		})
	}
	r := Responses{Open: []OpenSince{{day, 9 * 60, 1}, {day - 1, 9 * 60, 1}}, Last: OpenSince{Day: day, Minute: 11 * 60}}
	if c := r.check(4, day); c.Late != 1 || c.Waiting != 1 {
		t.Errorf("of an export of eleven o'clock: %d late, %d waiting", c.Late, c.Waiting)
	}
	if c := r.check(4, day+1); c.Late != 2 {
		t.Errorf("a day later: %d late", c.Late)
	}
	if c := (&Responses{}).check(4, day); c.Share != nil || c.Mean != nil || c.Median != nil {
		t.Errorf("of nobody: %+v", c)
	}
}

// kept is a plan of 134 SQLs of which sales finds 27, a quarter through, held against
// entries of its first weeks.
func TestHold(t *testing.T) {
	start := NewDate(2027, time.January, 1)
	p := agreed(func(p *Plan) {
		p.Period = &Span{start, NewDate(2027, time.March, 31)}
		p.Terms.OwnShare, p.Terms.OwnChannels = r("0.2"), []string{"outbound"}
		p.Terms.Channels = []ChannelTerm{{"Google", r("0.6")}, {"Fairs", r("0.4")}}
		p.Terms.RejectReasons = []string{"no need"}
		p.Terms.People = []PersonTerm{{Name: "Ana", Side: Sales, Leads: &Frequency{r("20"), PerPeriod}}}
		p.Funnels[0].Stages[1].RespondWithin = 4
	})
	day := NewDate(2027, time.January, 31)
	mqls := []Entries{
		{From: start + 4, To: start + 4, Channel: "google", Count: 100},
		{From: start + 4, To: start + 4, Channel: "Outbound", Person: "Ana", Count: 10},
		{From: start - 4, To: start - 4, Channel: "Google", Count: 100},
	}
	sqls := []Entries{
		{From: start + 9, To: start + 9, Channel: "Outbound", Person: "ana", Count: 10},
		{From: start + 9, To: start + 9, Channel: "google", Count: 40},
	}
	happened := &Actuals{Ends: &day, Funnels: []FunnelActuals{{
		Stages:    []StageActuals{{Known: true, Records: true, Entries: mqls}, {Known: true, Records: true, Entries: sqls}, {}, {}, {}},
		Lost:      []Loss{{0, "No need", 6}, {0, "duplicate", 2}, {1, "price", 9}},
		Responses: &Responses{Answered: 10, Minutes: 600, Waits: []ResponseWait{{60, 10}}},
	}}}
	c := agree(t, p).Hold(happened, CheckRules{AsOf: day})
	want := map[PromiseKind]struct {
		status PromiseStatus
		actual int64
	}{
		PromiseLeads:          {PromiseBroken, 100}, // of 357 × 21/64 = 117
		PromiseEntries:        {PromiseKept, 50},    // of 134 × 21/64 = 43
		PromiseOwnLeads:       {PromiseKept, 10},    // of 27 × 21/64 = 8
		PersonLeads:           {PromiseKept, 10},    // of 20 × 21/64 = 6
		PromiseResponse:       {PromiseKept, 1},
		PromiseClients:        {PromiseNoData, -1},
		PromiseRevenue:        {PromiseNoData, -1},
		PromiseRateToClient:   {PromiseNoData, -1},
		PromiseAverageRevenue: {PromiseNoData, -1},
	}
	for i := range c.Promises {
		kind, got := c.SLA.Promises[i].Kind, &c.Promises[i]
		w, known := want[kind]
		if !known {
			continue
		}
		if got.Status != w.status || (w.actual < 0) != (got.Actual == nil) || w.actual >= 0 && got.Actual.Cmp(big.NewRat(w.actual, 1)) != 0 {
			t.Errorf("%s: %s, %v of %v", kind, got.Status, got.Actual, got.Due)
		}
	}
	if c.Verdict != PromiseBroken {
		t.Errorf("verdict %s", c.Verdict)
	}
	if r := c.Rejected; len(r) != 2 || !r[0].Agreed || r[1].Agreed || r[0].Share.Cmp(big.NewRat(3, 4)) != 0 {
		t.Errorf("rejected %+v", r)
	}
	if len(c.People) != 1 || c.People[0].Handed != 0 || c.People[0].Taken != 10 {
		t.Errorf("people %+v", c.People)
	}
}

// Held against a plan that is over, what came after its days counts for none of its
// promises; an entry of a week goes by the middle of it, as in a check.
func TestHoldCountsThePlansDays(t *testing.T) {
	start, end := NewDate(2027, time.January, 1), NewDate(2027, time.March, 31)
	p := agreed(func(p *Plan) { p.Period = &Span{start, end} })
	day := end + 60
	known := func(entries ...Entries) StageActuals { return StageActuals{Known: true, Entries: entries} }
	happened := &Actuals{Ends: &day, Money: MoneyKnown{Revenue: true}, Funnels: []FunnelActuals{{Stages: []StageActuals{
		known(Entries{From: start - 2, To: start + 4, Count: 50}, Entries{From: end, To: end, Count: 7}, Entries{From: end + 1, To: end + 1, Count: 1000}),
		{},
		{},
		{},
		{},
	}}}, Revenue: []Amount{{From: end, To: end, Value: r("5")}, {From: end + 1, To: end + 1, Value: r("1000000")}}}
	a := agree(t, p)
	c := a.Hold(happened, CheckRules{AsOf: day})
	for i := range a.Promises {
		want, counted := map[PromiseKind]string{PromiseLeads: "57", PromiseRevenue: "5"}[a.Promises[i].Kind]
		if got := c.Promises[i].Actual; counted && !same(got, r(want)) {
			t.Errorf("promise %v: %v, want %s", a.Promises[i].Kind, got, want)
		}
	}
	if a.LastHandOver(0) != end {
		t.Errorf("last hand-over %v", a.LastHandOver(0))
	}
}
