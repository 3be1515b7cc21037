package funnel

import (
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// someStay is a hundred and sixty-eight people, with those lost or without.
func someStay(withLosses bool) *stay {
	s := &stay{
		gone: []Wait{{0, 2}, {1, 3}, {3, 4}, {5, 6}, {8, 7}, {13, 5}, {21, 4}, {34, 2}},
		open: []Wait{{4, 20}, {10, 18}, {25, 15}, {50, 14}, {90, 40}},
	}
	if withLosses {
		s.lost = []Wait{{2, 5}, {9, 9}, {20, 11}, {40, 3}}
	}
	s.goneCount, s.lostCount, s.openCount = waited(s.gone), waited(s.lost), waited(s.open)
	s.entered = s.goneCount + s.lostCount + s.openCount
	return s
}

// The references are R's optim (Nelder-Mead, then BFGS, six times in turn) on the
// same likelihood, written down anew: 5·log F(1) for the quickest tenth, Σ n·log(F(d)
// − F(d − 1)) with F(d) = pnorm((log(d + ½) − m) / e^s) or the Weibull's, Σ n·log S of
// those still there, and the beliefs.
func TestCureModelFindsTheTop(t *testing.T) {
	for _, test := range []struct {
		what                string
		shape               lagShape
		losses              bool
		rate, m, s, highest float64
	}{
		{"log-normal", logNormal{}, false, 0.298791, 2.091034, 0.140124, -177.045620},
		{"log-normal, with losses", logNormal{}, true, 0.240501, 2.058514, 0.136529, -349.604452},
		{"Weibull", weibull{}, false, 0.290979, 2.468211, -0.113137, -175.155220},
		{"Weibull, with losses", weibull{}, true, 0.234679, 2.445613, -0.104778, -347.750657},
	} {
		t.Run(test.what, func(t *testing.T) {
			m := newCureModel(someStay(test.losses), test.shape, usualLags())
			x, top := m.climb(m.start(), paramPi, precisely)
			rate, _ := logistic(x[paramPi])
			for _, pair := range [][2]float64{{rate, test.rate}, {x[paramMu], test.m}, {x[paramSpread], test.s}, {top.value, test.highest}} {
				if math.Abs(pair[0]-pair[1]) > 2e-5 {
					t.Errorf("got %.6f, want %.6f", pair[0], pair[1])
				}
			}
		})
	}
}

// The references are the product-limit sums of Aalen and Johansen, by their
// definition in R.
func TestIncidence(t *testing.T) {
	s := someStay(true)
	for days, want := range map[int32]float64{0: 0.01190476, 5: 0.09461620, 21: 0.21585840, 60: 0.23630431} {
		if got := s.incidence(days); math.Abs(got-want) > 1e-8 {
			t.Errorf("after %d days %.8f, want %.8f", days, got, want)
		}
	}
}

// Where everybody is old enough the rate is the share that has gone on, its
// interval Jeffreys', and its evidence the counts themselves: a young lead is no
// failure, an old one is.
func TestRateOfTheOldIsTheirShare(t *testing.T) {
	s := &stay{
		gone: []Wait{{3, 5}, {6, 9}, {9, 7}, {15, 6}}, open: []Wait{{900, 63}}, ages: []Wait{{900, 90}},
		goneCount: 27, openCount: 63, entered: 90,
	}
	l, _ := learn(s, usualLags())
	low, high := jeffreys(27, 90)
	for _, pair := range [][2]*big.Rat{{l.Rate, big.NewRat(3, 10)}, {l.Low, rounded(low, rateDecimals)}, {l.High, rounded(high, rateDecimals)}} {
		got, _ := pair[0].Float64()
		want, _ := pair[1].Float64()
		if math.Abs(got-want) > 0.002 {
			t.Errorf("got %.4f, want %.4f", got, want)
		}
	}
	if l.Seen != 27 || l.Of != 90 || !l.Enough {
		t.Errorf("evidence %d/%d", l.Seen, l.Of)
	}
	if l.Plateau == nil || l.Plateau.Rate.Cmp(big.NewRat(3, 10)) != 0 {
		t.Errorf("counted %v", l.Plateau)
	}
}

// Evidence leaves a plan as unsure of a rate as the records do.
func TestLawEvidenceIsAsWideAsTheInterval(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		gone := rapid.Int64Range(40, 3000).Draw(t, "gone")
		rate := rapid.Float64Range(0.05, 0.6).Draw(t, "rate")
		trials := float64(gone) / rate
		narrow := betaQuantile(rate*trials+0.5, (1-rate)*trials+0.5, 0.95) - betaQuantile(rate*trials+0.5, (1-rate)*trials+0.5, 0.05)
		width := narrow * rapid.Float64Range(1, 2).Draw(t, "wider by")
		seen, of := evidenceFor(gone, rateFit{rate: rate, low: rate - width/2, high: rate + width/2})
		if seen > gone || math.Abs(float64(seen)/float64(of)-rate) > 1/float64(of) {
			t.Fatalf("%d/%d of %d gone at %g", seen, of, gone, rate)
		}
		low, high := jeffreys(seen, of)
		if ratio := (high - low) / width; ratio < 0.85 || ratio > 1.15 {
			t.Fatalf("%d/%d is %.2f times as wide as the interval", seen, of, ratio)
		}
	})
}

func TestPlanLag(t *testing.T) {
	for _, test := range []struct{ low, high, wantLow, wantHigh float64 }{
		{2.2, 41.4, 48, 41 * 24}, {0.3, 1.6, 7, 48}, {0.001, 0.002, 1, 2}, {5.1, 5.2, 119, 120}, {0.5, 1e9, 12, 36500 * 24},
	} {
		if got := planLag(test.low, test.high); float64(got.Low) != test.wantLow || float64(got.High) != test.wantHigh {
			t.Errorf("%g to %g days: %v, want %g to %g hours", test.low, test.high, got, test.wantLow, test.wantHigh)
		}
	}
}

func TestTriangle(t *testing.T) {
	cohorts := []Cohort{
		{Day: NewDate(2027, 1, 4), Entered: 10, Gone: []Wait{{-1, 1}, {2, 3}, {40, 2}}, GoneUndated: 1},
		{Day: NewDate(2027, 1, 31), Entered: 4, Gone: []Wait{{1, 1}}},
		{Day: NewDate(2027, 3, 1), Entered: 5, Gone: []Wait{{0, 2}}},
	}
	got := triangleOf(cohorts, NewDate(2027, 3, 30))
	want := []TriangleRow{{NewDate(2027, 1, 1), 14, []int64{4, 7}}, {NewDate(2027, 3, 1), 5, []int64{}}}
	if len(got.Rows) != 2 || got.Undated != 1 {
		t.Fatalf("got %v", got)
	}
	for i, w := range want {
		if g := got.Rows[i]; g.Month != w.Month || g.Entered != w.Entered || !slices.Equal(g.Gone, w.Gone) {
			t.Errorf("got %v, want %v", g, w)
		}
	}
	if end := triangleOf(cohorts, NewDate(2027, 3, 31)); !slices.Equal(end.Rows[0].Gone, []int64{4, 7, 7}) || !slices.Equal(end.Rows[1].Gone, []int64{2}) {
		t.Errorf("on the last day of March: %v", end)
	}
}

// drawCohorts draws leads of half a year from 1 January 2027; what happened before a
// day is forgotten.
func drawCohorts(rate float64, from, asOf Date) []Cohort {
	dice := rand.New(rand.NewPCG(5, 6))
	var list []Cohort
	for day := NewDate(2027, 1, 1); day < NewDate(2027, 7, 1); day++ {
		c := Cohort{Day: day, Entered: 6}
		for range c.Entered {
			takes := Date(logNormalDays(dice))
			if dice.Float64() < rate && day+takes <= asOf && day+takes >= from {
				c.Gone = append(c.Gone, Wait{int32(takes), 1})
			}
		}
		slices.SortFunc(c.Gone, func(a, b Wait) int { return int(a.Days - b.Days) })
		list = append(list, c)
	}
	return list
}

func TestUnkept(t *testing.T) {
	asOf := NewDate(2027, 7, 31)
	if u := unkept(drawCohorts(0.3, 0, asOf), asOf); u != nil {
		t.Errorf("all was recorded, and yet %v", u)
	}
	u := unkept(drawCohorts(0.3, NewDate(2027, 4, 1), asOf), asOf)
	if u == nil || u.day != NewDate(2027, 4, 1) || u.seen > 0 || u.expected < 80 || u.expected > 160 {
		t.Errorf("recorded from April on, and found %+v", u)
	}
}

// learnedFrom learns from a funnel of two stages.
func learnedFrom(cohorts []Cohort, asOf Date, since *Date) *LearnResult {
	p := &Plan{Funnels: []Funnel{{ID: "main", Stages: []Stage{{ID: "lead", Name: "Lead"}, {ID: "client", Name: "Client"}}}}}
	ends := asOf
	return Learn(p, &Actuals{Ends: &ends, Funnels: []FunnelActuals{{Stages: []StageActuals{
		{Known: true, Records: true, Cohorts: cohorts}, {Known: true, Records: true},
	}}}}, LearnRules{AsOf: asOf, Since: since})
}

func TestLearnWarnings(t *testing.T) {
	asOf := NewDate(2027, 7, 31)
	day := func(n int) Date { return NewDate(2027, 1, 1) + Date(n) }
	april := NewDate(2027, 4, 1)
	for _, test := range []struct {
		what    string
		cohorts []Cohort
		asOf    Date
		since   *Date
		want    string
	}{
		{"all well", drawCohorts(0.3, 0, asOf), asOf, nil, ""},
		{"nobody went on", []Cohort{{Day: day(0), Entered: 40}}, asOf, nil, WarnLearnNone},
		{"3 of 11", []Cohort{{Day: day(0), Entered: 11, Gone: []Wait{{4, 1}, {9, 2}}}}, asOf, nil, WarnLearnFew},
		{"all of last week", []Cohort{{Day: asOf - 6, Entered: 400, Gone: []Wait{{1, 3}, {2, 4}, {4, 6}, {5, 9}}}}, asOf, nil, WarnLearnYoung},
		{"outcomes from April on", drawCohorts(0.3, april, asOf), asOf, nil, WarnLearnUnkept},
		{"only those from April on", drawCohorts(0.3, april, asOf), asOf, &april, ""},
		{"before they entered", append(drawCohorts(0.3, 0, asOf), Cohort{Day: day(200), Entered: 1, Gone: []Wait{{-3, 1}}}), asOf, nil, WarnLearnBefore},
		{"some without a day", append(drawCohorts(0.3, 0, asOf), Cohort{Day: day(9), Entered: 3, GoneUndated: 2}), asOf, nil, WarnLearnUndated},
	} {
		t.Run(test.what, func(t *testing.T) {
			var codes []string
			for _, w := range learnedFrom(test.cohorts, test.asOf, test.since).Warnings {
				codes = append(codes, w.Code)
			}
			if got := strings.Join(codes, " "); got != test.want {
				t.Errorf("warns of %q, want %q", got, test.want)
			}
		})
	}
}

func TestLearnedRevenue(t *testing.T) {
	r := &LearnResult{Plan: &Plan{MinorUnits: 2}, AsOf: NewDate(2027, 3, 1)}
	deals := func(day int, channel string, amounts ...int64) Deals {
		d := Deals{Day: NewDate(2027, 1, day), Channel: channel, Sum: new(big.Rat), Squares: new(big.Rat)}
		for _, a := range amounts {
			d.Count++
			d.Sum.Add(d.Sum, big.NewRat(a, 1))
			d.Squares.Add(d.Squares, big.NewRat(a*a, 1))
		}
		return d
	}
	all, by := r.revenues([]Deals{deals(1, "Fair", 100, 250), deals(2, "Web", 75), deals(90, "Web", 1000)})
	// R: x <- c(100, 250, 75); mean(x); sd(x) / sqrt(3)
	if all.Deals != 3 || all.Mean.FloatString(4) != "141.6667" || all.Error.FloatString(2) != "54.65" || all.Enough || len(by) != 0 {
		t.Errorf("got %+v %v", all, by)
	}
}

// Who is young counts for less than who is old: the older those are who have not
// gone on, the lower is the rate, down to the share that has.
func TestLawYoungAreNoFailures(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(30, 300).Draw(t, "open")
		age := rapid.Int32Range(10, 60).Draw(t, "age")
		s := func(age int32) *stay {
			return &stay{
				gone: []Wait{{2, 3}, {4, 6}, {9, 5}, {10, 4}}, open: []Wait{{age, n}}, goneCount: 18, openCount: n, entered: n + 18,
			}
		}
		young, _ := learn(s(age), usualLags())
		old, _ := learn(s(age+40), usualLags())
		share := big.NewRat(18, n+18)
		if young.Rate.Cmp(old.Rate) < 0 || old.Rate.Cmp(new(big.Rat).Sub(share, big.NewRat(1, 1000))) < 0 {
			t.Fatalf("of the young %s, of the old %s, of those counted %s", young.Rate.FloatString(4), old.Rate.FloatString(4), share.FloatString(4))
		}
	})
}
