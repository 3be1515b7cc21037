package funnel

import (
	"math/big"
	"math/bits"
	"testing"

	"pgregory.net/rapid"
)

func bigs(counts ...int64) []*big.Int {
	var list []*big.Int
	for _, n := range counts {
		list = append(list, big.NewInt(n))
	}
	return list
}

func TestContributionsByHand(t *testing.T) {
	for _, test := range []struct {
		name            string
		planned, actual []int64
		want            []string
	}{
		{"one factor", []int64{100}, []int64{80}, []string{"-20"}},
		// Volume: −20 at the mean rate of 50 % and 25 %. Rate: −25 % of the mean volume.
		{"two", []int64{100, 50}, []int64{80, 20}, []string{"-15/2", "-45/2"}},
		{"the other way round", []int64{80, 20}, []int64{100, 50}, []string{"15/2", "45/2"}},
		// Planned 100 · ½ · ½, actual 100 · ½ · ¼: only the last step leaks.
		{"one step alone", []int64{100, 50, 25}, []int64{100, 50, 12}, []string{"0", "0", "-13"}},
		// Twice the volume makes up for half the rate: 100 · (½ + ¼)/2 and −¼ · 150.
		{"one makes up for another", []int64{100, 50}, []int64{200, 50}, []string{"75/2", "-75/2"}},
		// Nobody came: volume and the rate after it, which is as planned.
		{"nobody", []int64{100, 50}, []int64{0, 0}, []string{"-50", "0"}},
		{"nobody went on", []int64{100, 50}, []int64{100, 0}, []string{"0", "-50"}},
		// Of a rate that nobody came as far as, nothing is said: 100 → 0 → 0.
		{"nobody went so far", []int64{100, 50, 25}, []int64{100, 0, 0}, []string{"0", "-25", "0"}},
		// 0 above 5: who is there must have come through, so 5 came in at the top.
		{"none above some", []int64{10, 10}, []int64{0, 5}, []string{"-5", "0"}},
		{"planned with none above", []int64{0, 10}, []int64{20, 10}, []string{"15/2", "-15/2"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := contributions(factors(bigs(test.planned...), bigs(test.actual...)))
			for i, want := range test.want {
				if got[i].Cmp(r(want)) != 0 {
					t.Errorf("factor %d: %s, want %s", i, got[i].RatString(), want)
				}
			}
		})
	}
}

// drawCounts draws counts along a funnel, zeros and all.
func drawCounts(t *rapid.T, label string, stages int) []*big.Int {
	var counts []*big.Int
	for range stages {
		counts = append(counts, big.NewInt(rapid.OneOf(rapid.Just(int64(0)), rapid.Int64Range(0, 500)).Draw(t, label)))
	}
	return counts
}

// However many factors, and whatever is 0: the parts are the whole gap, exactly.
func TestContributionsAddUpToTheGap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stages := rapid.IntRange(1, 50).Draw(t, "stages")
		planned, actual := drawCounts(t, "planned", stages), drawCounts(t, "actual", stages)
		sum := new(big.Rat)
		for _, part := range contributions(factors(planned, actual)) {
			sum.Add(sum, part)
		}
		last := stages - 1
		if gap := new(big.Int).Sub(actual[last], planned[last]); sum.Cmp(ratOf(gap)) != 0 {
			t.Errorf("parts add up to %s, gap %s", sum.RatString(), gap)
		}
	})
}

// The polynomials give what the definition over all sets of factors gives.
func TestContributionsAreShapleyValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list []factor
		for range rapid.IntRange(1, 8).Draw(t, "factors") {
			list = append(list, factor{
				big.NewInt(int64(rapid.IntRange(0, 20).Draw(t, "planned"))),
				big.NewInt(int64(rapid.IntRange(0, 20).Draw(t, "actual"))),
				big.NewInt(int64(rapid.IntRange(1, 9).Draw(t, "over"))),
			})
		}
		got := contributions(list)
		for i := range list {
			if want := shapley(list, i); got[i].Cmp(want) != 0 {
				t.Errorf("factor %d: %s, by definition %s", i, got[i].RatString(), want.RatString())
			}
		}
	})
}

// shapley is the definition: the mean over all sets of other factors of what
// changing factor i adds, each set weighed by how often it stands before i.
func shapley(list []factor, i int) *big.Rat {
	k := len(list)
	weights, orders := orderWeights(k)
	product := func(set uint) *big.Rat {
		value := big.NewRat(1, 1)
		for j, f := range list {
			count := f.planned
			if set>>j&1 == 1 {
				count = f.actual
			}
			value.Mul(value, new(big.Rat).SetFrac(count, f.over))
		}
		return value
	}
	sum := new(big.Rat)
	for set := range uint(1) << k {
		if set>>i&1 == 0 {
			added := sub(product(set|1<<i), product(set))
			sum.Add(sum, added.Mul(added, new(big.Rat).SetFrac(weights[bits.OnesCount(set)], orders)))
		}
	}
	return sum
}

// A funnel of as many stages as can be.
func BenchmarkContributions(b *testing.B) {
	var planned, actual []*big.Int
	for i := range int64(50) {
		planned = append(planned, big.NewInt(1_000_000-17_000*i))
		actual = append(actual, big.NewInt(900_000-16_000*i))
	}
	for b.Loop() {
		contributions(factors(planned, actual))
	}
}

// A stage of which nothing is known does not hide what lies around it.
func TestLeaksLeadPastUnknownStages(t *testing.T) {
	p := dated()
	a := happened(p, 340, 79, 39, 10, 0)
	a.Funnels[0].Stages[1].Known = false
	a.Funnels[0].Stages[4].Known = false
	f := Check(Targets(p), a, CheckRules{AsOf: midway}).Funnels[0]
	if *f.LeakStage != 3 {
		t.Fatalf("leak stage %d, want the opportunities", *f.LeakStage)
	}
	var steps [][2]int
	for _, l := range f.Leaks {
		steps = append(steps, [2]int{l.From, l.To})
	}
	if want := [][2]int{{0, 0}, {0, 2}, {2, 3}}; len(steps) != 3 || steps[0] != want[0] || steps[1] != want[1] || steps[2] != want[2] {
		t.Errorf("steps %v, want %v", steps, want)
	}
	if got := f.Leaks[2].Contribution.RatString(); got != "-13" {
		t.Errorf("the last step takes %s, want 23 − 10 of them all", got)
	}
}
