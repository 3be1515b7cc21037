package funnel

import (
	"math"
	"math/big"
	"slices"
	"testing"
)

// What is known of a chance never makes it certain or impossible.
func TestKnown(t *testing.T) {
	for _, test := range []struct {
		chance   float64
		decimals int
		want     float64
	}{
		{0, 10, 0},
		{1, 6, 1},
		{1e-300, 10, 1e-10},
		{1e-300, 6, 1e-6},
		{math.Nextafter(1, 0), 10, 0.9999999999},
		{0.99999987, 6, 0.999999},
		{0.55068901234567, 10, 0.5506890123},
		{0.55068951234567, 6, 0.55069},
	} {
		if got := known(test.chance, test.decimals); got != test.want {
			t.Errorf("known(%v, %d) = %v, want %v", test.chance, test.decimals, got, test.want)
		}
	}
}

// 100 % is said of what must happen alone, and 0 % of what cannot.
func TestOnlyTheCertainIsCertain(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(p *Plan)
		from   int64
		want   float64
	}{
		{"a million where 447 are enough", func(*Plan) {}, 1_000_000, 0.9999999999},
		{"ten where 447 are needed", func(*Plan) {}, 10, 1e-10},
		{"fewer than the clients", func(*Plan) {}, 9, 0},
		{"a million by evidence", func(p *Plan) { p.Funnels[0].Stages[0].Rate = evidenceOf(300, 1000) }, 1_000_000, 0.999999},
		{"everybody goes on", everybodyGoesOn, 10, 1},
		{"everybody is brought back", func(p *Plan) {
			for i := range p.Funnels[0].Stages[:4] {
				p.Funnels[0].Stages[i].Recovers = rat("1")
			}
		}, 10, 1},
		{"everybody goes on, one short", everybodyGoesOn, 9, 0},
		{"everybody went on so far", func(p *Plan) {
			everybodyGoesOn(p)
			p.Funnels[0].Stages[0].Rate = evidenceOf(1000, 1000)
		}, 1_000_000, 0.999999},
		{"enough come in at the end", func(p *Plan) { p.Funnels[0].Stages[4].Direct = 10 }, 0, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			one, two := worked(), worked()
			test.change(one)
			test.change(two)
			two.Funnels = append(two.Funnels, two.Funnels[0])
			for i := range two.Funnels {
				two.Funnels[i].Share = rat("1/2")
			}
			two.Budget = r("80000")
			if got := Project(one, [][]int64{{test.from, 0, 0, 0, 0}}).Chance; *got != test.want {
				t.Errorf("chance %v, want %v", *got, test.want)
			}
			if got := Project(two, [][]int64{{test.from, 0, 0, 0, 0}, {test.from, 0, 0, 0, 0}}).Chance; *got != test.want {
				t.Errorf("of two such funnels %v, want %v", *got, test.want)
			}
		})
	}
}

func everybodyGoesOn(p *Plan) {
	for i := range p.Funnels[0].Stages[:4] {
		p.Funnels[0].Stages[i].Rate = Rate{Value: rat("1")}
	}
}

func evidenceOf(seen, of int64) Rate {
	return Rate{Value: big.NewRat(seen, of), Alpha: float64(seen) + 0.5, Beta: float64(of-seen) + 0.5, Seen: seen, Of: of}
}

// A plan whose target is almost sure to be reached says so.
func TestPlanIsNeverRoundedToCertain(t *testing.T) {
	p := worked()
	p.Funnels[0].Stages[0].InProgress = 1_000_000
	r := Compute(p)
	if got := *r.Chance; got != 0.9999999999 {
		t.Errorf("chance %v, want 0.9999999999", got)
	}
}

// Counts that are cut have no chance: it would be that of another number. Below the
// limit an average is as likely reached as not.
func TestNoChanceBeyondReckoning(t *testing.T) {
	for _, test := range []struct {
		clients string
		known   bool
	}{
		{"1000000000000", true},
		{"7000000000000000", false}, // fewer than 2^56 clients, of more entries
		{"80000000000000000", false},
	} {
		p := worked()
		p.Target = Target{Kind: TargetClients, Value: rat(test.clients)}
		r := Compute(p)
		warned := slices.ContainsFunc(r.Warnings, func(w Warning) bool { return w.Code == WarnNoChance })
		if (r.Chance != nil) != test.known || warned == test.known {
			t.Errorf("%s clients: chance known %t, warned %t", test.clients, r.Chance != nil, warned)
		}
		if r.Chance != nil && math.Abs(*r.Chance-0.5) > 0.01 {
			t.Errorf("%s clients: chance %v", test.clients, *r.Chance)
		}
	}
}
