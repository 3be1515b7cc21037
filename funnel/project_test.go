package funnel

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

func TestProjectWorkedPlan(t *testing.T) {
	p := Project(worked(), [][]int64{{447, 0, 0, 0, 0}})
	if got := p.Clients.Mean.FloatString(4); got != "10.0575" { // 447 × 0.0225
		t.Errorf("clients %s, want 10.0575", got)
	}
	if got := p.Revenue.Mean.FloatString(2); got != "100575.00" {
		t.Errorf("revenue %s, want 100575.00", got)
	}
	if got := p.Return.Mean.FloatString(6); got != "1.514375" {
		t.Errorf("return %s, want 1.514375", got)
	}
	// R: qbinom(c(0.05, 0.95), 447, 0.0225) gives 5 and 15.
	if low, high := p.Clients.Low.RatString(), p.Clients.High.RatString(); low != "5" || high != "15" {
		t.Errorf("90 %% range %s to %s, want 5 to 15", low, high)
	}
	if low, high := p.Revenue.Low.RatString(), p.Revenue.High.RatString(); low != "50000" || high != "150000" {
		t.Errorf("revenue from %s to %s, want 50000 to 150000", low, high)
	}
}

// Volumes add to each other and to what is there anyway.
func TestProjectAddsVolumes(t *testing.T) {
	plan := worked()
	plan.Funnels[0].Stages[2].InProgress = 3
	plan.Funnels[0].Stages[3].Direct = 2
	stages := Project(plan, [][]int64{{100, 10, 0, 0, 0}}).Funnels[0].Stages
	for i, want := range []string{"100", "40", "23", "79/5", "79/20"} {
		if got := stages[i].Entries.Mean.RatString(); got != want {
			t.Errorf("%s: %s, want %s", stages[i].Stage.ID, got, want)
		}
	}
}

// Whoever puts in more than people can handle is told so; in progress are those
// who were handled before.
func TestProjectBeyondCapacity(t *testing.T) {
	for _, test := range []struct {
		meetings, inProgress int64
		want                 string
	}{{60, 0, ""}, {61, 0, "61"}, {58, 2, ""}, {60, 1, ""}, {61, 1, "61"}} {
		plan := worked()
		stage := &plan.Funnels[0].Stages[2]
		stage.InProgress = test.inProgress
		stage.Capacity = &Capacity{People: r("2"), PerDay: r("6"), Days: r("5")}
		got := ""
		for _, w := range Project(plan, [][]int64{{0, 0, test.meetings, 0, 0}}).Warnings {
			if w.Code == WarnVolume {
				got = w.Values["expected"].(*big.Int).String()
			}
		}
		if got != test.want {
			t.Errorf("%d meetings and %d in progress: warned of %q, want %q", test.meetings, test.inProgress, got, test.want)
		}
	}
}

// The needed numbers, projected, are expected to reach the target at every
// stage, and to reach it with the chance that the plan states.
func TestProjectOfTheNeededReachesTheTarget(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawPlan(t)
		result := Compute(plan)
		volumes := make([][]int64, len(plan.Funnels))
		for i, f := range result.Funnels {
			volumes[i] = make([]int64, len(f.Stages))
			volumes[i][0] = f.Stages[0].Needed.Int64()
		}
		projected := Project(plan, volumes)
		for i, f := range projected.Funnels {
			for _, s := range f.Stages {
				if s.Entries.Mean.Cmp(ratOf(s.Total)) < 0 {
					t.Errorf("funnel %d, %s: %s expected, %s asked", i, s.Stage.ID, s.Entries.Mean.FloatString(3), s.Total)
				}
				if s.Entries.Low.Cmp(s.Entries.High) > 0 {
					t.Errorf("funnel %d, %s: range from %s to %s", i, s.Stage.ID, s.Entries.Low, s.Entries.High)
				}
			}
		}
		if result.Chance == nil || projected.Chance == nil {
			t.Fatal("no chance")
		}
		if difference := *result.Chance - *projected.Chance; difference > 1e-9 || difference < -1e-9 {
			t.Errorf("chance %g of the projection, %g of the plan", *projected.Chance, *result.Chance)
		}
	})
}

func TestProjectNothing(t *testing.T) {
	p := Project(worked(), [][]int64{{0, 0, 0, 0, 0}})
	if p.Clients.Mean.Sign() != 0 || p.Return.Mean.Cmp(big.NewRat(-1, 1)) != 0 || *p.Chance != 0 {
		t.Errorf("clients %s, return %s, chance %g; want 0, -1, 0", p.Clients.Mean, p.Return.Mean, *p.Chance)
	}
}
