package funnel

import (
	"fmt"
	"math/big"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// drawActuals draws what happened to a plan: leads or counts, by day or week, by
// channel, with gaps and zeros, before, within and after the period.
func drawActuals(t *rapid.T, p *Plan) *Actuals {
	number := func(label string, high int) int64 { return int64(rapid.IntRange(0, high).Draw(t, label)) }
	ends := p.Period.Start + Date(number("ends", 200))
	a := &Actuals{Money: MoneyKnown{rapid.Bool().Draw(t, "spend known"), rapid.Bool().Draw(t, "revenue known")}}
	if rapid.Bool().Draw(t, "dated") {
		a.Ends = &ends
	}
	for i := range p.Funnels {
		var f FunnelActuals
		records := rapid.Bool().Draw(t, "records")
		for range p.Funnels[i].Stages {
			s := StageActuals{Known: number("known", 5) > 0, Records: records}
			for range number("rows", 6) {
				from := p.Period.Start - 10 + Date(number("day", 150))
				e := Entries{From: from, To: from + 6*Date(number("week", 1)), Count: number("count", 60)}
				e.Channel = rapid.SampledFrom([]string{"", "ads", "fair", "mail"}).Draw(t, "channel")
				e.Brought = rapid.SampledFrom([]string{"", "marketing", "sales"}).Draw(t, "brought")
				e.Implied = number("implied", int(e.Count))
				e.Direct = number("direct", int(e.Count-e.Implied))
				e.WentOn = number("went on", int(e.Count-e.Implied-e.Direct))
				s.Entries = append(s.Entries, e)
			}
			f.Stages = append(f.Stages, s)
		}
		f.Lost = []Loss{{Stage: 0, Reason: "price", Count: number("lost", 9)}}
		a.Funnels = append(a.Funnels, f)
	}
	for range number("amounts", 4) {
		day := p.Period.Start - 10 + Date(number("day", 150))
		value := big.NewRat(number("value", 10_000), 7)
		a.Spend = append(a.Spend, Amount{From: day, To: day, Channel: "ads", Value: value})
		a.Revenue = append(a.Revenue, Amount{From: day, To: day, Channel: "fair", Value: value})
	}
	return a
}

func drawAsOf(t *rapid.T, p *Plan) Date {
	return p.Period.Start - 5 + Date(rapid.IntRange(0, 250).Draw(t, "as of"))
}

// The parts of a leak are the gap of the stage that it is named after; channels
// and sides add up to all; the corrected p-values are no smaller than the others.
func TestPartsOfACheckAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawDated(t)
		c := Check(Targets(p), drawActuals(t, p), CheckRules{AsOf: drawAsOf(t, p)})
		for _, f := range c.Funnels {
			if f.LeakStage != nil {
				sum := new(big.Rat)
				for _, l := range f.Leaks {
					sum.Add(sum, l.Contribution)
				}
				if gap := f.Stages[*f.LeakStage].Gap; sum.Cmp(ratOf(gap)) != 0 {
					t.Errorf("leaks add up to %s, gap %s", sum.RatString(), gap)
				}
			}
			for i, s := range f.Stages {
				for _, sources := range [][]SourceRates{f.Channels, f.Brought} {
					sum := new(big.Int)
					for _, source := range sources {
						sum.Add(sum, source.Stages[i].Actual)
					}
					if s.Known && len(sources) > 0 && sum.Cmp(s.Actual) != 0 {
						t.Errorf("sources add up to %s of %s", sum, s.Actual)
					}
				}
				if rate := s.Rate; rate.P != nil && (*rate.Corrected < *rate.P || *rate.Low > *rate.High) {
					t.Errorf("rate %+v", rate)
				}
			}
		}
	})
}

// The verdict is the worst of what is judged: nothing judged is worse, and
// something is as bad.
func TestVerdictIsTheWorst(t *testing.T) {
	badness := map[Status]int{OnTrack: 1, AtRisk: 2, Behind: 3} // what says neither yes nor no is 0
	rapid.Check(t, func(t *rapid.T) {
		p := drawDated(t)
		c := Check(Targets(p), drawActuals(t, p), CheckRules{AsOf: drawAsOf(t, p)})
		plan := 0
		for _, f := range c.Funnels {
			worst, unknown := 0, true
			for _, s := range f.Stages {
				if s.Judged {
					worst = max(worst, badness[s.Status])
					unknown = unknown && s.Status == NoData
				}
			}
			if badness[f.Verdict] != worst || (f.Verdict == NoData) != unknown {
				t.Errorf("funnel is %s, its stages %v", f.Verdict, statuses(f))
			}
			plan = max(plan, worst)
		}
		if badness[c.Verdict] != plan {
			t.Errorf("plan is %s", c.Verdict)
		}
		if h := c.Headline; h.Stage >= 0 && c.Funnels[h.Funnel].Stages[h.Stage].Status != c.Verdict && plan > 0 {
			t.Errorf("the headline is about a stage that is %s, the verdict %s", c.Funnels[h.Funnel].Stages[h.Stage].Status, c.Verdict)
		}
	})
}

// One entry more never makes a stage look worse.
func TestMoreEntriesNeverLookWorse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawDated(t)
		a, asOf := drawActuals(t, p), drawAsOf(t, p)
		f := rapid.IntRange(0, len(p.Funnels)-1).Draw(t, "which funnel")
		i := rapid.IntRange(0, len(p.Funnels[f].Stages)-1).Draw(t, "which stage")
		before := Check(Targets(p), a, CheckRules{AsOf: asOf}).Funnels[f].Stages[i]
		stage := &a.Funnels[f].Stages[i]
		stage.Entries = append(stage.Entries, Entries{From: p.Period.Start, To: p.Period.Start, Count: 1})
		after := Check(Targets(p), a, CheckRules{AsOf: asOf}).Funnels[f].Stages[i]
		if before.Attainment != nil && after.Attainment.Cmp(before.Attainment) < 0 {
			t.Errorf("attainment fell from %s to %s", before.Attainment, after.Attainment)
		}
		if before.Status != NotStarted && after.Status.rank() > before.Status.rank() {
			t.Errorf("%s became %s", before.Status, after.Status)
		}
		if before.Pace.Remaining != nil && after.Pace.Remaining.Cmp(before.Pace.Remaining) > 0 {
			t.Errorf("remaining rose from %s to %s", before.Pace.Remaining, after.Pace.Remaining)
		}
	})
}

// Neither names nor the order of rows and funnels change a number.
func TestNamesAndOrderDoNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawDated(t)
		a, asOf := drawActuals(t, p), drawAsOf(t, p)
		before := Check(Targets(p), a, CheckRules{AsOf: asOf})
		slices.Reverse(p.Funnels)
		slices.Reverse(a.Funnels)
		for i := range a.Funnels {
			p.Funnels[i].ID, p.Funnels[i].Name = fmt.Sprint("f", i), "another name"
			for j := range a.Funnels[i].Stages {
				p.Funnels[i].Stages[j].ID = fmt.Sprint("stage", j)
				entries := a.Funnels[i].Stages[j].Entries
				slices.Reverse(entries)
				for k := range entries {
					entries[k].Channel += " of old"
					entries[k].Person = "somebody"
				}
			}
		}
		after := Check(Targets(p), a, CheckRules{AsOf: asOf})
		slices.Reverse(after.Funnels)
		for i := range before.Funnels {
			if diff := cmp.Diff(numbers(&before.Funnels[i]), numbers(&after.Funnels[i])); diff != "" {
				t.Error(diff)
			}
		}
		if before.Verdict != after.Verdict {
			t.Errorf("verdict %s, then %s", before.Verdict, after.Verdict)
		}
	})
}

// numbers are what a funnel's check says, but for names.
func numbers(f *FunnelCheck) []string {
	list := []string{string(f.Verdict)}
	for i := range f.Stages {
		s := &f.Stages[i]
		list = append(list, fmt.Sprint(s.Status, s.TargetToDate, s.Actual, s.Implied, s.Direct, s.Before, s.Gap, s.Attainment,
			s.Rate.Trials, s.Rate.WentOn, s.Rate.Differs, s.Pace.Remaining, s.Pace.PerWeek))
		if s.Rate.P != nil {
			list = append(list, fmt.Sprint(*s.Rate.P, *s.Rate.Corrected, *s.Rate.Low, *s.Rate.High))
		}
	}
	for _, l := range f.Leaks {
		list = append(list, fmt.Sprint(l.Kind, l.From, l.To, l.Contribution))
	}
	return list
}

// Who sees enter exactly what is due, day by day, is on track on any day.
func TestEntriesOnPlanAreOnTrack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawDated(t)
		result := Targets(p)
		asOf := drawAsOf(t, p)
		a := &Actuals{Ends: &asOf}
		for i := range p.Funnels {
			var f FunnelActuals
			for j := range p.Funnels[i].Stages {
				s := StageActuals{Known: true}
				schedule := result.Schedule(i, j)
				for day := min(asOf, firstDay(p)); day <= asOf; day++ {
					due := new(big.Int).Sub(schedule.Target(day), schedule.Target(day-1))
					s.Entries = append(s.Entries, Entries{From: day, To: day, Count: due.Int64()})
				}
				f.Stages = append(f.Stages, s)
			}
			a.Funnels = append(a.Funnels, f)
		}
		c := Check(result, a, CheckRules{AsOf: asOf})
		if c.Verdict != OnTrack && c.Verdict != NotStarted {
			t.Errorf("verdict %s on %s", c.Verdict, asOf)
		}
		for _, f := range c.Funnels {
			for _, s := range f.Stages {
				if s.Gap.Sign() != 0 {
					t.Errorf("gap of %s at %s", s.Gap, s.Plan.Stage.ID)
				}
			}
			for _, l := range f.Leaks {
				if l.Contribution.Sign() != 0 {
					t.Errorf("leak of %s", l.Contribution)
				}
			}
		}
	})
}

// A plan without dates and data without anything give an answer, if a poor one.
func TestCheckOfAlmostNothing(t *testing.T) {
	for _, p := range []*Plan{worked(), dated()} {
		for _, a := range []*Actuals{{}, {Funnels: make([]FunnelActuals, 9)}} {
			if got := Check(Targets(p), a, CheckRules{AsOf: midway}); got.Verdict != NoData || got.Headline.Stage != -1 {
				t.Errorf("verdict %s of nothing", got.Verdict)
			}
		}
	}
	p := worked()
	p.Funnels[0].Stages = p.Funnels[0].Stages[4:] // clients only
	p.Funnels[0].Success = 0
	a := &Actuals{Funnels: []FunnelActuals{{Stages: []StageActuals{{Known: true, Entries: []Entries{{Count: 9}}}}}}}
	c := Check(Targets(p), a, CheckRules{AsOf: midway})
	if s := c.Funnels[0].Stages[0]; s.Attainment.RatString() != "9/10" || c.Verdict != AtRisk {
		t.Errorf("%s, attainment %s: without dates all 10 are due", c.Verdict, s.Attainment)
	}
}

// The largest plan that is read, with an entry a day and channel.
func BenchmarkCheck(b *testing.B) {
	p := worked()
	f := p.Funnels[0]
	f.Stages = nil
	for i := range 12 {
		f.Stages = append(f.Stages, Stage{ID: fmt.Sprint("s", i), Rate: Rate{Value: r("0.7")}, Recovers: new(big.Rat), Lag: days(2)})
	}
	f.Stages[11].Rate = Rate{}
	f.Success = 11
	f.Share = r("1/200")
	p.Funnels = nil
	for i := range 200 {
		f.ID = fmt.Sprint("f", i)
		p.Funnels = append(p.Funnels, f)
	}
	p.Target = Target{TargetClients, r("20000")}
	p.Period = &Span{NewDate(2027, time.January, 1), NewDate(2027, time.March, 31)}
	p.Holidays = map[Date]bool{}
	for _, year := range []int{2026, 2027, 2028, 2029} {
		holidays, _ := Holidays("CL", year)
		for _, h := range holidays {
			p.Holidays[h.Date] = true
		}
	}
	ends := p.Period.End
	a := &Actuals{Ends: &ends}
	for range p.Funnels {
		var funnel FunnelActuals
		for i := range 12 {
			s := StageActuals{Known: true, Records: true}
			for day := p.Period.Start; day <= ends; day++ {
				for channel := range 10 {
					n := int64(20 - i)
					s.Entries = append(s.Entries, Entries{From: day, To: day, Channel: fmt.Sprint("channel ", channel), Brought: "marketing", Count: n, WentOn: n - 5})
				}
			}
			funnel.Stages = append(funnel.Stages, s)
		}
		a.Funnels = append(a.Funnels, funnel)
	}
	result := Targets(p)
	b.ReportAllocs()
	for b.Loop() {
		Check(result, a, CheckRules{AsOf: ends})
	}
}
