package funnel

import (
	"fmt"
	"math/big"
	"runtime"
	"slices"
	"testing"
	"time"
)

func TestForEachWorksOnAllAndTellsEach(t *testing.T) {
	for _, n := range []int{0, 1, 2, 7, 200} {
		seen := make([]int, n)
		var told []int
		forEach(n, func(done, total int) {
			if total != n {
				t.Errorf("told of %d in all, want %d", total, n)
			}
			told = append(told, done)
		}, func(i int) { seen[i]++ })
		if slices.ContainsFunc(seen, func(times int) bool { return times != 1 }) {
			t.Errorf("%d: worked on so often: %v", n, seen)
		}
		if !slices.IsSorted(told) || len(told) != n || n > 0 && told[n-1] != n {
			t.Errorf("%d: told %v", n, told)
		}
	}
}

// uncertainPlan has so many funnels, and in each so many stages after rates seen
// in 90 cases, ranges and fixed ones, all different from funnel to funnel.
func uncertainPlan(funnels, stages int) *Plan {
	p := worked()
	p.Confidence = []*big.Rat{r("0.8"), r("0.9"), r("0.95")}
	p.Funnels = nil
	for i := range funnels {
		f := Funnel{
			ID: fmt.Sprint(i), Share: big.NewRat(1, int64(funnels)), Budget: r("40000"),
			AverageRevenue: r("1000"), GrossMargin: r("1"), Success: stages - 1,
		}
		for j := range stages {
			s := Stage{ID: fmt.Sprint(j), Recovers: new(big.Rat)}
			if j < stages-1 {
				s.Rate = []Rate{
					{Value: r("85/90"), Alpha: 85.5, Beta: 5.5},
					{Value: r("4/5"), Alpha: 30 + float64(i%7), Beta: 8},
					{Value: r("9/10")},
				}[(i+j)%3]
				s.InProgress = int64(i % 3)
			}
			f.Stages = append(f.Stages, s)
		}
		p.Funnels = append(p.Funnels, f)
	}
	return p
}

func TestResultsDoNotDependOnProcessors(t *testing.T) {
	plan := uncertainPlan(5, 4)
	volumes := make([][]int64, 5)
	for i := range volumes {
		volumes[i] = []int64{40, 0, 3, 0}
	}
	var chances, projected []float64
	for _, processors := range []int{1, 4} {
		before := runtime.GOMAXPROCS(processors)
		result, projection := Compute(plan), Project(plan, volumes)
		runtime.GOMAXPROCS(before)
		chances = append(chances, *result.Chance, *result.Funnels[3].Chance)
		projected = append(projected, *projection.Chance)
	}
	if chances[0] != chances[2] || chances[1] != chances[3] || projected[0] != projected[1] {
		t.Errorf("chances %v, projected %v: first on one processor, then on four", chances, projected)
	}
}

// A tenth of the largest plan there can be takes a second or so on one
// processor; it once took a minute.
func TestPlanWithManyStagesIsQuick(t *testing.T) {
	start := time.Now()
	result := Compute(uncertainPlan(20, 50))
	if result.Chance == nil {
		t.Error("no chance")
	}
	if took := time.Since(start); took > 30*time.Second {
		t.Errorf("took %v", took)
	}
}

// As many funnels as a plan may have, with ten uncertain stages each, at three
// confidences.
func BenchmarkTwoHundredFunnels(b *testing.B) {
	plan := uncertainPlan(200, 10)
	for b.Loop() {
		Compute(plan)
	}
}
