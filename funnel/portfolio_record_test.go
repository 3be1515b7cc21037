package funnel

import (
	"math/big"
	"testing"
	"time"
)

// R: with p the distribution as in TestNumberOf of c(.9, .8, .8, .7, .6, .9),
// sum(p[p <= p[3] * (1 + 1e-7)]), qbeta(c(.05, .95), 2.5, 4.5),
// mean((chances - c(1, 0, 0, 1, 0, 0))^2) and, by cumsum(p), the quantiles.
func TestCalibrationOfSixPlans(t *testing.T) {
	c := calibrate([]statedChance{{.9, false}, {.8, false}, {.8, true}, {.7, false}, {.6, true}, {.9, false}})
	if c.Plans != 6 || c.Met != 2 || c.Share.Cmp(big.NewRat(1, 3)) != 0 {
		t.Fatalf("%+v", c)
	}
	near(t, "stated", c.Stated, 4.7/6, 1e-6)
	near(t, "p", c.P, 0.018, 1e-9)
	near(t, "low", c.Low, 0.104270523327, 1e-6)
	near(t, "high", c.High, 0.659197968299, 1e-6)
	near(t, "Brier", c.Brier, 0.491666666666667, 1e-6)
	near(t, "Brier due", c.BrierDue, (.09+.16+.16+.21+.24+.09)/6, 1e-6)
	if c.Likely != [2]int64{3, 6} || len(c.Bands) != 0 {
		t.Errorf("%+v", c)
	}
	if calibrate(nil) != nil {
		t.Error("there is a calibration of nothing")
	}
}

// A hundred plans whose chances are right fit, and a hundred that promise too much do
// not; each band has its own.
func TestCalibrationOfManyPlans(t *testing.T) {
	var right, boastful []statedChance
	for i := range 100 {
		chance := 0.05 + 0.1*float64(i%10)
		right = append(right, statedChance{chance, float64(i/10) < 10*chance-0.5})
		boastful = append(boastful, statedChance{chance, float64(i/10) < chance*5})
	}
	c := calibrate(right)
	if c.P < 0.3 || len(c.Bands) != 5 {
		t.Errorf("%+v", c)
	}
	for _, b := range c.Bands {
		if b.Plans != 20 || b.Low > b.Stated || b.High < b.Stated {
			t.Errorf("band %+v", b)
		}
	}
	if c := calibrate(boastful); c.P > 0.001 {
		t.Errorf("p of plans that promise too much: %v", c.P)
	}
}

// happenedTo is the worked plan of a quarter with so many clients by a day.
func happenedTo(clients int64, ends Date, asOf Date) *PortfolioPlan {
	p := dated()
	p.Funnels[0].Stages[4].Name = "Client"
	a := &Actuals{Ends: &ends, Funnels: []FunnelActuals{{Stages: make([]StageActuals, 5)}}}
	for i := range a.Funnels[0].Stages {
		a.Funnels[0].Stages[i].Known = true
	}
	a.Funnels[0].Stages[4].Entries = []Entries{{From: ends, To: ends, Count: clients}}
	a.Money = MoneyKnown{Spend: true, Revenue: true}
	a.Spend = []Amount{{From: ends, To: ends, Value: r("30000")}}
	a.Revenue = []Amount{{From: ends, To: ends, Value: r("60000")}}
	return NewPortfolioPlan("plan.yaml", p, a, CheckRules{AsOf: asOf})
}

// It takes ten clients by 31 March 2027.
func TestWhetherAPlanWasMet(t *testing.T) {
	march, may := NewDate(2027, time.March, 31), NewDate(2027, time.May, 2)
	for _, test := range []struct {
		name       string
		clients    int64
		ends, asOf Date
		phase      PlanPhase
		met        string
	}{
		{"met", 10, march, may, Ended, "yes"},
		{"not met", 9, march, may, Ended, "no"},
		{"the last lead is a few days older", 9, march - 5, may, Ended, "no"},
		{"the data end long before", 9, march - 40, may, Ended, "unknown"},
		{"the data end long before, but it is met", 12, march - 40, may, Ended, "unknown"},
		{"the last day is over at its end", 9, march, march, Ended, "no"},
		{"still running", 12, march - 20, march - 20, Running, "unknown"},
	} {
		p := happenedTo(test.clients, test.ends, test.asOf)
		got := "unknown"
		if p.Outcome.Met != nil {
			got = map[bool]string{true: "yes", false: "no"}[*p.Outcome.Met]
		}
		if got != test.met || p.Phase != test.phase {
			t.Errorf("%s: %s and %s, want %s and %s", test.name, p.Phase, got, test.phase, test.met)
		}
	}
}

func TestRecord(t *testing.T) {
	march, may := NewDate(2027, time.March, 31), NewDate(2027, time.May, 2)
	plans := []*PortfolioPlan{
		happenedTo(12, march, may), happenedTo(4, march, may), happenedTo(9, march-40, may),
		NewPortfolioPlan("without", dated(), nil, CheckRules{AsOf: may}), NewPortfolioPlan("undated", worked(), nil, CheckRules{AsOf: may}),
	}
	p := NewPortfolio(plans, may)
	record := p.Record
	if record.Ended != 3 || record.Running != 0 || record.Known != 2 || record.Met != 1 || record.Calibration.Plans != 2 {
		t.Errorf("%+v", record)
	}
	money := record.Money[0]
	for what, pair := range map[string][2]*big.Rat{
		"budget": {money.Budget, r("120000")}, "spend": {money.Spend, r("90000")}, "planned": {money.Planned, r("300000")},
		"revenue": {money.Revenue, r("180000")}, "profit": {money.Profit, r("180000")}, "return": {money.Return, r("1")},
		"planned return": {money.PlannedReturn, r("1.5")},
	} {
		if pair[0].Cmp(pair[1]) != 0 {
			t.Errorf("%s %s, want %s", what, pair[0], pair[1])
		}
	}
	codes := map[string]bool{}
	for _, w := range p.Warnings {
		codes[w.Code] = true
	}
	for _, code := range []string{WarnPortfolioUndated, WarnPortfolioNoData, WarnPortfolioDataEnd} {
		if !codes[code] {
			t.Errorf("no warning %s in %v", code, p.Warnings)
		}
	}
	if NewPortfolio(plans[3:], may).Record != nil {
		t.Error("there is a record without actual numbers")
	}
}
