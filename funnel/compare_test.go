package funnel

import (
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// The worked plan beside one with a rate of 40 % and a budget of 30,000: worked by
// hand, 75,000 / 10,000 → 8 clients, 32, 54 (53.3), 135, 450.
func TestCompare(t *testing.T) {
	other := worked("0.3", "0.4", "0.6", "0.25")
	other.Budget, other.Funnels[0].Budget = r("30000"), r("30000")
	c := Compare([]*Plan{worked(), other}, quietly)
	for _, test := range []struct {
		measure                  Measure
		first, other, difference string
	}{
		{MeasureBudget, "40000", "30000", "-10000"},
		{MeasureClients, "10", "8", "-2"},
		{MeasureBreakEven, "4", "3", "-1"},
		{MeasureRevenue, "100000", "80000", "-20000"},
		{MeasureReturn, "3/2", "5/3", "1/6"},
	} {
		found := find(c.Measures, test.measure)
		if found.Values[0].Cmp(r(test.first)) != 0 || found.Values[1].Cmp(r(test.other)) != 0 || found.Differences[1].Cmp(r(test.difference)) != 0 {
			t.Errorf("%s: %v with differences %v, want %+v", test.measure, found.Values, found.Differences, test)
		}
	}
	for i, want := range []int64{3, 1, -13, -8, -2} {
		if got := find(c.Funnels[0].Stages[i].Measures, MeasureNeeded).Differences[1]; got.Cmp(big.NewRat(want, 1)) != 0 {
			t.Errorf("%s: needed differs by %s, want %d", c.Funnels[0].Stages[i].ID, got, want)
		}
	}
}

// What only one plan has is there once, at its place, with nothing to subtract.
func TestCompareOtherStages(t *testing.T) {
	other := worked("0.3", "0.5", "0.6", "0.25")
	other.Currency = "EUR"
	other.Funnels[0].ID = "inbound" // the only one of its plan
	stages := other.Funnels[0].Stages
	demo := Stage{ID: "demo", Name: "Demo", Rate: Rate{Value: r("0.8")}, Recovers: new(big.Rat)}
	other.Funnels[0].Stages = slices.Concat(stages[:2], []Stage{demo}, stages[3:])
	other.Funnels[0].Stages[2].Capacity = &Capacity{People: r("1"), PerDay: r("1"), Days: r("5")}
	c := Compare([]*Plan{worked(), other}, quietly)
	if len(c.Funnels) != 1 {
		t.Fatalf("%d funnels, want the only ones of both plans as one", len(c.Funnels))
	}
	var ids []string
	for _, s := range c.Funnels[0].Stages {
		ids = append(ids, s.ID)
	}
	if want := []string{"mql", "sql", "demo", "meeting", "opportunity", "client"}; !slices.Equal(ids, want) {
		t.Errorf("stages %v, want %v", ids, want)
	}
	demoed := c.Funnels[0].Stages[2]
	if in := demoed.In; in[0] || !in[1] {
		t.Errorf("demo is in %v", in)
	}
	if needed := find(demoed.Measures, MeasureNeeded); needed.Differences[1] != nil || needed.Values[0] != nil || !needed.Differs(1) {
		t.Errorf("needed of demo: %v, %v", needed.Values, needed.Differences)
	}
	if budget := find(c.Measures, MeasureBudget); budget.Differences[1] != nil || budget.Differs(1) {
		t.Errorf("money of two currencies is subtracted: %v", budget.Differences)
	}
	if clients := find(c.Measures, MeasureClients); clients.Differences[1] == nil {
		t.Error("clients are not subtracted")
	}
	if len(c.Warnings) == 0 || c.Warnings[0].In[0] || c.SameAsFirst(1) {
		t.Errorf("warnings %v, the same %v", c.Warnings, c.SameAsFirst(1))
	}
}

func find(list []Compared, m Measure) *Compared {
	return &list[slices.IndexFunc(list, func(c Compared) bool { return c.Measure == m })]
}

// everyMeasure lists what a comparison compares, with the funnel and stage.
func everyMeasure(c *Comparison) map[string]Compared {
	all := map[string]Compared{}
	add := func(at string, list []Compared) {
		for _, m := range list {
			name := at + string(m.Measure)
			if m.Confidence != nil {
				name += m.Confidence.RatString()
			}
			all[name] = m
		}
	}
	add("", c.Measures)
	for _, f := range c.Funnels {
		add(f.ID+".", f.Measures)
		for _, s := range f.Stages {
			add(f.ID+"."+s.ID+".", s.Measures)
		}
	}
	return all
}

// A warning is said only of the plans of which it is true: four rates are guesses in
// one, three in another, and none in the third.
func TestComparedWarnings(t *testing.T) {
	some, none := worked(), worked()
	some.Funnels[0].Stages[0].Source = "CRM"
	for i := range none.Funnels[0].Stages {
		none.Funnels[0].Stages[i].Source = "CRM"
	}
	c := Compare([]*Plan{worked(), some, none}, quietly)
	if len(c.Warnings) != 2 {
		t.Fatalf("%d warnings, want one for each number of guesses: %v", len(c.Warnings), c.Warnings)
	}
	for i, w := range c.Warnings {
		if w.Code != WarnGuesses || !slices.Equal(w.In, []bool{i == 0, i == 1, false}) {
			t.Errorf("warning %d: %s in %v", i, w.Code, w.In)
		}
	}
	if c = Compare([]*Plan{worked(), worked(), none}, quietly); len(c.Warnings) != 1 || !c.Warnings[0].In[1] {
		t.Errorf("the same warning of two plans: %v", c.Warnings)
	}
}

// A plan is the same as itself.
func TestComparedWithItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawDated(t)
		p.Confidence = []*big.Rat{r("0.8")}
		c := Compare([]*Plan{p, p}, quietly)
		if !c.SameAsFirst(1) || len(c.Warnings) > 0 {
			t.Error("a plan is not the same as itself")
		}
		for name, m := range everyMeasure(c) {
			if d := m.Differences[1]; m.Differs(1) || (d == nil) != (m.Values[0] == nil) || d != nil && d.Sign() != 0 {
				t.Errorf("%s of one plan: %v with differences %v", name, m.Values, m.Differences)
			}
		}
	})
}

// Held the other way round, every difference is the same with the other sign; and
// every value is that of the plan worked out alone.
func TestComparedTheOtherWayRound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawDated(t), drawDated(t)
		a.Confidence = []*big.Rat{r("0.8")}
		b.Currency = rapid.SampledFrom([]string{"", "USD"}).Draw(t, "currency")
		if len(a.Funnels) == 1 && len(b.Funnels) == 1 {
			b.Funnels[0].ID = a.Funnels[0].ID
		}
		forth, back := Compare([]*Plan{a, b}, quietly), Compare([]*Plan{b, a}, quietly)
		there, here := everyMeasure(forth), everyMeasure(back)
		if len(there) != len(here) {
			t.Fatalf("%d measures there, %d back", len(there), len(here))
		}
		for name, m := range there {
			d, e := m.Differences[1], here[name].Differences[1]
			if (d == nil) != (e == nil) || d != nil && new(big.Rat).Neg(d).Cmp(e) != 0 {
				t.Errorf("%s: %v there, %v back", name, d, e)
			}
			if other := here[name]; m.Differs(1) != other.Differs(1) && a.Currency == b.Currency {
				t.Errorf("%s differs only in one direction", name)
			}
		}
		if forth.SameAsFirst(1) != back.SameAsFirst(1) {
			t.Error("the same only in one direction")
		}
		alone := Compute(b)
		if got := find(forth.Measures, MeasureClients).Values[1]; got.Cmp(ratOf(alone.Clients)) != 0 {
			t.Errorf("clients %s, alone %s", got, alone.Clients)
		}
		if got := find(forth.Measures, MeasureChance).Values[1]; (got == nil) != (alone.Chance == nil) || got != nil && got.Cmp(chanceRat(alone.Chance)) != 0 {
			t.Errorf("chance %v, alone %v", got, *alone.Chance)
		}
	})
}

// The order of lists is kept, and what another list adds stands where it stood.
func TestMergedKeepsTheOrder(t *testing.T) {
	list := rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"a", "b", "c", "d", "e", "f"}), 1, 5, rapid.ID)
	rapid.Check(t, func(t *rapid.T) {
		first, second := list.Draw(t, "first"), list.Draw(t, "second")
		all := merged([][]string{first, second})
		kept := slices.DeleteFunc(slices.Clone(all), func(id string) bool { return !slices.Contains(first, id) })
		if !slices.Equal(kept, first) {
			t.Errorf("%v and %v: %v", first, second, all)
		}
		for i, id := range second {
			at := slices.Index(all, id)
			if at < 0 || i > 0 && !slices.Contains(first, id) && slices.Index(all, second[i-1]) != at-1 {
				t.Errorf("%v and %v: %s is not behind the one before it in %v", first, second, id, all)
			}
		}
	})
}
