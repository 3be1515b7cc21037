package funnel_test

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"os"
	"runtime"
	"strings"
	"sync"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"

	"embudo/funnel"
)

// The calibration: quarters are let happen whose true rates are drawn from what
// the plan says of them, and each is forecast at its middle from what the data
// would say by then. If the forecasts are what they claim to be, the actual end is
// below the p quantile in the share p of the quarters, for every p; and of the
// targets with a chance of 70 %, 70 % are reached.

// quarterPlan is a plan of five stages over thirteen weeks, whose rates are a plain
// number, evidence, a range, and one that follow-up makes better.
func quarterPlan() *funnel.Plan {
	day := func(d int64) int64 { return 24 * d }
	p := &funnel.Plan{
		MinorUnits: 2, Period: &funnel.Span{Start: funnel.NewDate(2027, 1, 4), End: funnel.NewDate(2027, 4, 4)},
		Budget: rat("40000"), Target: funnel.Target{Kind: funnel.TargetClients, Value: rat("10")},
		ExistingRevenue: rat("0"), GrossMargin: rat("1"), RepeatPurchases: rat("0"), Referrals: rat("0"),
	}
	alpha, beta, err := funnel.FitBeta(0.4, 0.6)
	if err != nil {
		panic(err)
	}
	p.Funnels = []funnel.Funnel{{
		ID: "main", Share: rat("1"), Budget: p.Budget, AverageRevenue: rat("10000"), GrossMargin: rat("1"), Success: 4,
		Stages: []funnel.Stage{
			{ID: "mql", Rate: funnel.Rate{Value: rat("0.3")}, Lag: funnel.Lag{Low: day(2), High: day(14)}},
			{ID: "sql", Rate: funnel.Rate{Value: rat("0.5"), Alpha: alpha, Beta: beta}, Lag: funnel.Lag{Low: day(5), High: day(5)}},
			{ID: "meeting", Rate: funnel.Rate{Value: rat("0.6")}, Recovers: rat("0.1"), Lag: funnel.Lag{Low: day(3), High: day(20)}},
			{ID: "opportunity", Rate: funnel.Rate{Value: big.NewRat(20, 80), Alpha: 20.5, Beta: 60.5, Seen: 20, Of: 80}, Lag: funnel.Lag{Low: day(5), High: day(40)}},
			{ID: "client"},
		},
	}}
	return p
}

// truth is what a quarter really is: rates drawn from what the plan says of them.
type truth struct {
	rates   []float64
	waits   []func() int64
	arrival []int64      // by day of the period
	lost    func() int64 // days until one who does not go on is known to be lost; nil: nobody is
}

// Where business goes on as before, people have come in for runUp days before the
// quarter as they do in its first days; both are whole weeks.
const runUp, firstDays = 91, 28

// happens lets a quarter happen: everybody goes their way, those from before it
// too.
func (t *truth) happens(random *rand.Rand, goesOn bool) []route {
	var routes []route
	for day := int64(-runUp); goesOn && day < 0; day++ {
		for range t.arrival[(day+runUp)%firstDays] {
			routes = append(routes, t.route(random, day))
		}
	}
	for day, n := range t.arrival {
		for range n {
			routes = append(routes, t.route(random, int64(day)))
		}
	}
	return routes
}

// route is the days on which one came to each stage, and was lost.
type route struct {
	days []int64
	lost int64 // −1: not
}

func (t *truth) route(random *rand.Rand, day int64) route {
	r := route{days: []int64{day}, lost: -1}
	for i, rate := range t.rates {
		if random.Float64() >= rate {
			if t.lost != nil {
				r.lost = r.days[i] + t.lost()
			}
			return r
		}
		r.days = append(r.days, r.days[i]+t.waits[i]())
	}
	return r
}

// truthOf draws a truth from what a plan says.
func truthOf(r *funnel.Result, random *rand.Rand, prior float64) truth {
	var t truth
	f := &r.Plan.Funnels[0]
	for i := range f.Stages[:len(f.Stages)-1] {
		s := &f.Stages[i]
		a, b := s.Rate.Alpha, s.Rate.Beta
		if !s.Rate.Uncertain() {
			p, _ := s.Rate.Value.Float64()
			a, b = prior*p, prior*(1-p)
		}
		rate := distuv.Beta{Alpha: a, Beta: b, Src: random}.Rand()
		if s.Recovers != nil {
			recovers, _ := s.Recovers.Float64()
			rate += (1 - rate) * recovers
		}
		t.rates = append(t.rates, rate)
		low, high := math.Log(float64(s.Lag.Low)/24), math.Log(float64(s.Lag.High)/24)
		t.waits = append(t.waits, func() int64 {
			return int64(math.Round(math.Exp((low+high)/2 + (high-low)/2/1.6448536269514722*random.NormFloat64())))
		})
	}
	return t
}

// arriveAsPlanned has as many come in as the plan asks for.
func (t *truth) arriveAsPlanned(r *funnel.Result) {
	schedule := r.Schedule(0, 0)
	before := int64(0)
	for day := r.Plan.Period.Start; day <= r.Plan.Period.End; day++ {
		now := schedule.Target(day).Int64()
		t.arrival = append(t.arrival, now-before)
		before = now
	}
}

// arriveAtPace has people come in by chance on every working day, at a pace that
// may be far from the plan's.
func (t *truth) arriveAtPace(r *funnel.Result, random *rand.Rand) {
	schedule := r.Schedule(0, 0)
	total, _ := new(big.Float).SetInt(schedule.Total).Float64()
	aDay := total / float64(schedule.Due.WorkingDays(nil)) * math.Exp(0.3*random.NormFloat64())
	for day := r.Plan.Period.Start; day <= r.Plan.Period.End; day++ {
		var n int64
		if !day.Weekend() {
			n = int64(distuv.Poisson{Lambda: aDay, Src: random}.Rand())
		}
		t.arrival = append(t.arrival, n)
	}
}

// seenBy is what the data say at the end of a day.
func seenBy(r *funnel.Result, routes []route, day int64, leadByLead bool) *funnel.Actuals {
	start := r.Plan.Period.Start
	ends := start + funnel.Date(day)
	stages := len(r.Plan.Funnels[0].Stages)
	a := &funnel.Actuals{Ends: &ends, Funnels: []funnel.FunnelActuals{{Stages: make([]funnel.StageActuals, stages)}}}
	type one struct {
		entered, wentOn int64
		gone, lost      map[int64]int64
	}
	by := make([]map[int64]*one, stages)
	for i := range by {
		by[i] = map[int64]*one{}
	}
	for _, route := range routes {
		for i, came := range route.days {
			if came > day {
				break
			}
			c := by[i][came]
			if c == nil {
				c = &one{gone: map[int64]int64{}, lost: map[int64]int64{}}
				by[i][came] = c
			}
			c.entered++
			switch {
			case i+1 < len(route.days) && route.days[i+1] <= day:
				c.gone[route.days[i+1]-came]++
				c.wentOn++
			case i+1 == len(route.days) && route.lost >= 0 && route.lost <= day:
				c.lost[route.lost-came]++
			}
		}
	}
	waits := func(m map[int64]int64) (list []funnel.Wait) {
		for d := range day + 1 {
			if m[d] > 0 {
				list = append(list, funnel.Wait{Days: int32(d), Count: m[d]})
			}
		}
		return list
	}
	for i := range by {
		s := &a.Funnels[0].Stages[i]
		s.Known, s.Records = true, leadByLead
		for came := range day + 1 {
			c := by[i][came]
			if c == nil {
				continue
			}
			at := start + funnel.Date(came)
			e := funnel.Entries{From: at, To: at, Count: c.entered}
			if leadByLead {
				e.WentOn = c.wentOn
				s.Cohorts = append(s.Cohorts, funnel.Cohort{Day: at, Entered: c.entered, Gone: waits(c.gone), Lost: waits(c.lost)})
			}
			s.Entries = append(s.Entries, e)
		}
	}
	return a
}

// reached counts those who came to a stage in the quarter, by the end of a day.
func reached(routes []route, stage int, day int64) (n int64) {
	for _, r := range routes {
		if stage < len(r.days) && 0 <= r.days[stage] && r.days[stage] <= day {
			n++
		}
	}
	return n
}

// setting is a way in which quarters happen and are told.
type setting struct {
	name       string
	leadByLead bool
	losses     bool // some of those who do not go on are known to be lost
	goesOn     bool // there were people before the quarter, of whom its data do not speak
	pace       funnel.Pace
}

func settings() []setting {
	return []setting{
		{name: "lead by lead", leadByLead: true, pace: funnel.PacePlan},
		{name: "lead by lead, losses known", leadByLead: true, losses: true, pace: funnel.PacePlan},
		{name: "lead by lead, actual pace", leadByLead: true, pace: funnel.PaceActual},
		{name: "counts", pace: funnel.PacePlan},
		{name: "counts, actual pace", pace: funnel.PaceActual},
		{name: "counts, business as before", goesOn: true, pace: funnel.PacePlan},
	}
}

// calibrated is what came of the forecasts of many quarters.
type calibrated struct {
	setting
	plan    *funnel.Result
	place   []float64 // of the actual end in the distribution foreseen, 0 to 1, at random within a count's probability
	chance  []float64
	reached []bool
}

const (
	quarters  = 500
	middleDay = 45
)

// calibrate lets quarters happen and forecasts each.
func calibrate(s setting) calibrated {
	c := calibrated{setting: s, plan: funnel.Compute(quarterPlan()), place: make([]float64, quarters), chance: make([]float64, quarters), reached: make([]bool, quarters)}
	numbers := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range numbers {
				c.quarter(i)
			}
		})
	}
	for i := range quarters {
		numbers <- i
	}
	close(numbers)
	workers.Wait()
	return c
}

func (c *calibrated) quarter(i int) {
	r, plan := c.plan, c.plan.Plan
	random := rand.New(rand.NewPCG(2027, uint64(i)))
	t := truthOf(r, random, funnel.DefaultPrior)
	if c.pace == funnel.PacePlan {
		t.arriveAsPlanned(r)
	} else {
		t.arriveAtPace(r, random)
	}
	if c.losses {
		t.lost = func() int64 { return int64(random.ExpFloat64() * 15) }
	}
	routes := t.happens(random, c.goesOn)
	f := funnel.Forecast(r, seenBy(r, routes, middleDay, c.leadByLead), funnel.ForecastRules{
		AsOf: plan.Period.Start + middleDay, Pace: c.pace, Blocks: 1,
	})
	last := len(plan.Funnels[0].Stages) - 1
	end := reached(routes, last, plan.Period.Days()-1)
	d := f.Funnels[0].Stages[last].Distribution
	below, above := 1-d.AtLeast(end), d.AtLeast(end+1)
	c.place[i] = below + random.Float64()*(1-above-below)
	c.chance[i] = *f.Chance
	c.reached[i] = end >= r.Clients.Int64()
}

// within is the share of the quarters that ended between two quantiles.
func (c *calibrated) within(low, high float64) float64 {
	n := 0
	for _, u := range c.place {
		if u > low && u < high {
			n++
		}
	}
	return float64(n) / quarters
}

// deciles counts the quarters that ended in each tenth of what was foreseen.
func (c *calibrated) deciles() (n [10]int) {
	for _, u := range c.place {
		n[min(9, int(u*10))]++
	}
	return n
}

// reliability is how often targets were reached that had a chance in some range.
type reliability struct {
	low, high float64
	n, hits   int
	chance    float64 // on average
}

func (c *calibrated) reliability() []reliability {
	var list []reliability
	ends := []float64{0, 0.1, 0.3, 0.5, 0.7, 0.9, 1}
	for i, high := range ends[1:] {
		r := reliability{low: ends[i], high: high}
		for j, p := range c.chance {
			if p >= r.low && (p < high || high == 1) {
				r.n++
				r.chance += p
				if c.reached[j] {
					r.hits++
				}
			}
		}
		if r.n > 0 {
			r.chance /= float64(r.n)
		}
		list = append(list, r)
	}
	return list
}

// Forecasts are what they claim to be, and docs/forecast.md says how that was
// measured, with the numbers of this very test.
func TestForecastIsCalibrated(t *testing.T) {
	if testing.Short() {
		t.Skip("forecasts 3,000 quarters")
	}
	var tables strings.Builder
	for _, s := range settings() {
		c := calibrate(s)
		if share := c.within(0.1, 0.9); share < 0.76 || share > 0.84 {
			t.Errorf("%s: %.1f %% of the quarters end between the 10 %% and the 90 %% quantile", s.name, 100*share)
		}
		// R's qchisq(0.999, 9): a uniform place is not off by more, but once in a thousand.
		if χ2 := chiSquare(c.deciles()); χ2 > 27.877 {
			t.Errorf("%s: deciles %v are not even: χ² = %.1f", s.name, c.deciles(), χ2)
		}
		for _, r := range c.reliability() {
			standard := math.Sqrt(r.chance * (1 - r.chance) * float64(r.n))
			if off := math.Abs(float64(r.hits) - r.chance*float64(r.n)); off > 3.3*standard+0.5 {
				t.Errorf("%s: with chances of %.0f to %.0f %%, %d of %d are reached, not %.1f",
					s.name, 100*r.low, 100*r.high, r.hits, r.n, r.chance*float64(r.n))
			}
		}
		c.describe(&tables)
	}
	holdTheDocument(t, tables.String())
}

func chiSquare(counts [10]int) (sum float64) {
	const expected = quarters / 10.0
	for _, n := range counts {
		sum += (float64(n) - expected) * (float64(n) - expected) / expected
	}
	return sum
}

// describe writes the tables of docs/forecast.md.
func (c *calibrated) describe(b *strings.Builder) {
	fmt.Fprintf(b, "\n### %s\n\n", c.name)
	fmt.Fprintf(b, "%.1f %% of the quarters ended within the 10–90 %% range, %.1f %% within 25–75 %%.\n\n", 100*c.within(0.1, 0.9), 100*c.within(0.25, 0.75))
	b.WriteString("| tenth of what was foreseen | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 |\n|---|---|---|---|---|---|---|---|---|---|---|\n| quarters |")
	for _, n := range c.deciles() {
		fmt.Fprintf(b, " %d |", n)
	}
	b.WriteString("\n\n| chance | forecasts | chance on average | target reached |\n|---|---:|---:|---:|\n")
	for _, r := range c.reliability() {
		if r.n > 0 {
			fmt.Fprintf(b, "| %.0f–%.0f %% | %d | %.0f %% | %.0f %% |\n", 100*r.low, 100*r.high, r.n, 100*r.chance, 100*float64(r.hits)/float64(r.n))
		}
	}
}

// holdTheDocument compares the generated part of docs/forecast.md, or writes it
// with EMBUDO_UPDATE=1. Processors differ in the last bits, and a draw that lands
// on the other side of a bound changes a count: it is held on one kind.
func holdTheDocument(t *testing.T, tables string) {
	const file, start, end = "../docs/forecast.md", "<!-- calibration: written by go test ./funnel -->\n", "<!-- end of calibration -->"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(text), start)
	_, after, ended := strings.Cut(rest, end)
	if !ok || !ended {
		t.Fatalf("%s has no place for the tables", file)
	}
	want := before + start + tables + "\n" + end + after
	switch {
	case want == string(text):
	case os.Getenv("EMBUDO_UPDATE") != "":
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	case runtime.GOARCH == "amd64":
		t.Errorf("%s has other tables: run EMBUDO_UPDATE=1 go test ./funnel -run TestForecastIsCalibrated", file)
	}
}

func rat(s string) *big.Rat {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		panic(s)
	}
	return r
}
