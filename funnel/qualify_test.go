package funnel

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestLevel(t *testing.T) {
	p := &Profile{
		Rules: []ProfileRule{{"country", big.NewRat(0, 1), true}, {"size", big.NewRat(3, 1), false}, {"role", big.NewRat(2, 1), false}},
		Lead:  big.NewRat(2, 1), MQL: big.NewRat(5, 1),
	}
	const country, size, role = 1, 2, 4
	for _, test := range []struct {
		name string
		t    Traits
		want Level
	}{
		{"fails what must be", Traits{Met: size | role, Confirmed: ConfirmedAll}, LevelOut},
		{"what must be is not known", Traits{Met: size | role, Unknown: country, Confirmed: ConfirmedAll}, LevelContact},
		{"no points", Traits{Met: country, Unknown: size}, LevelContact},
		{"as many as a lead has", Traits{Met: country | role}, LevelLead},
		{"need alone is no SQL", Traits{Met: country | size, Confirmed: ConfirmedAll}, LevelLead},
		{"all points", Traits{Met: country | size | role}, LevelMQL},
		{"budget without a need", Traits{Met: country | size | role, Confirmed: ConfirmedAll &^ ConfirmedNeed}, LevelMQL},
		{"a need", Traits{Met: country | size | role, Confirmed: ConfirmedNeed | ConfirmedBudget}, LevelSQL},
		{"everything", Traits{Met: country | size | role, Confirmed: ConfirmedAll}, LevelOpportunity},
	} {
		if got := p.Level(test.t); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

func anyProfile(t *rapid.T) *Profile {
	p := &Profile{}
	for range rapid.IntRange(1, 8).Draw(t, "rules") {
		p.Rules = append(p.Rules, ProfileRule{
			Name: "r", Weight: big.NewRat(rapid.Int64Range(0, 20).Draw(t, "weight"), 4), Must: rapid.Bool().Draw(t, "must"),
		})
	}
	p.MQL = new(big.Rat).Mul(p.Points(), big.NewRat(rapid.Int64Range(0, 10).Draw(t, "mql"), 10))
	p.Lead = new(big.Rat).Mul(p.MQL, big.NewRat(rapid.Int64Range(0, 10).Draw(t, "lead"), 10))
	return p
}

func anyTraits(t *rapid.T, p *Profile) Traits {
	all := uint64(1)<<len(p.Rules) - 1
	met := rapid.Uint64().Draw(t, "met") & all
	return Traits{
		Met: met, Unknown: rapid.Uint64().Draw(t, "unknown") & all &^ met,
		Confirmed: Confirmation(rapid.IntRange(0, int(ConfirmedAll)).Draw(t, "confirmed")),
	}
}

func TestLawsOfScores(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyProfile(t)
		traits := anyTraits(t, p)
		score, level := p.Score(traits), p.Level(traits)
		i := rapid.IntRange(0, len(p.Rules)-1).Draw(t, "rule")

		heavier := &Profile{Rules: slices.Clone(p.Rules), Lead: p.Lead, MQL: p.MQL}
		heavier.Rules[i].Weight = new(big.Rat).Add(p.Rules[i].Weight, big.NewRat(1, 3))
		if got := heavier.Score(traits); got.Cmp(score) < 0 || traits.Met&(1<<i) != 0 && got.Cmp(score) <= 0 {
			t.Fatalf("with more weight on rule %d the score is %s instead of %s", i, got, score)
		}

		better := traits
		better.Met |= 1 << i
		better.Unknown &^= 1 << i
		if rank(p.Level(better)) < rank(level) {
			t.Fatalf("who meets rule %d too is %s instead of %s", i, p.Level(better), level)
		}

		order := rand.New(rand.NewPCG(1, uint64(i))).Perm(len(p.Rules))
		other := &Profile{Lead: p.Lead, MQL: p.MQL}
		moved := Traits{Confirmed: traits.Confirmed}
		for to, from := range order {
			other.Rules = append(other.Rules, p.Rules[from])
			moved.Met |= traits.Met >> from & 1 << to
			moved.Unknown |= traits.Unknown >> from & 1 << to
		}
		if other.Score(moved).Cmp(score) != 0 || other.Level(moved) != level {
			t.Fatalf("with the rules in the order %v: %s %s instead of %s %s", order, other.Score(moved), other.Level(moved), score, level)
		}
	})
}

func rank(l Level) int { return slices.Index(Levels(), l) }

func TestCountsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyProfile(t)
		whole, first, second := NewQualification(p), NewQualification(p), NewQualification(p)
		for range rapid.IntRange(0, 20).Draw(t, "leads") {
			known := rapid.Int64Range(0, 3).Draw(t, "known")
			n := LeadCount{known + rapid.Int64Range(0, 3).Draw(t, "open"), known, rapid.Int64Range(0, known).Draw(t, "reached")}
			traits := anyTraits(t, p)
			whole.Add(traits, n)
			rapid.SampledFrom([]*Qualification{first, second}).Draw(t, "part").Add(traits, n)
		}
		first.Merge(second)
		if diff := cmp.Diff(whole.Filters(), first.Filters(), cmp.Comparer(func(a, b *big.Rat) bool { return a == b || a != nil && b != nil && a.Cmp(b) == 0 })); diff != "" || first.All != whole.All {
			t.Fatalf("parts together are not the whole: %s", diff)
		}
		sum := LeadCount{}
		for i, l := range whole.Levels {
			sum = sum.Plus(l.At)
			if i > 1 && l.AtLeast.Leads > whole.Levels[i-1].AtLeast.Leads {
				t.Fatalf("more at %s or above than below it", l.Level)
			}
			if first.Levels[i] != l {
				t.Fatalf("parts have %v at %s, the whole %v", first.Levels[i], l.Level, l)
			}
		}
		if sum != whole.All || whole.Levels[0].At.Plus(whole.Levels[1].AtLeast) != whole.All {
			t.Fatalf("levels have %v leads, there are %v", sum, whole.All)
		}
		for i, r := range whole.Rules {
			if r.Met.Plus(r.Failed).Plus(r.Unknown) != whole.All {
				t.Fatalf("rule %d has %v, there are %v", i, r, whole.All)
			}
		}
		for i, r := range whole.Rules {
			if r.Alone.Leads > r.Failed.Leads+r.Unknown.Leads {
				t.Fatalf("rule %d alone keeps back %v, and %v do not meet it", i, r.Alone, r.Failed.Plus(r.Unknown))
			}
		}
		filters := whole.Filters()
		for i, f := range filters {
			if i > 0 && f.Kept.Leads > filters[i-1].Kept.Leads {
				t.Fatal("a higher threshold keeps more")
			}
			if f.Level != "" && !cmp.Equal(f.Kept, whole.Levels[rank(f.Level)].AtLeast) {
				t.Fatalf("the threshold of %s keeps %v, the level has %v", f.Level, f.Kept, whole.Levels[rank(f.Level)].AtLeast)
			}
		}
	})
}
