package plan

import (
	"fmt"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"embudo/funnel"
)

// solvable is a plan file with small numbers, one or two funnels, and limits.
func solvable(t *rapid.T) string {
	pick := func(name string, from ...string) string { return rapid.SampledFrom(from).Draw(t, name) }
	stages := func(indent, name string) string {
		rate := func(i int) string {
			return pick(fmt.Sprint(name, " rate ", i), "30%", "0.5", "27/90", "20%..40%", "100%", "7%", "1/3")
		}
		return indent + "- {id: mql, rate: " + rate(0) + ", unit_cost: " + pick(name+" cost", "0", "35", "12.5", "90") +
			", in_progress: " + pick(name+" there", "0", "3") + "}\n" +
			indent + "- {id: meeting, rate: " + rate(1) + ", recovers: " + pick(name+" recovers", "0", "10%") +
			", direct: " + pick(name+" direct", "0", "2") + ", unit_cost: " + pick(name+" second cost", "0", "100") +
			", capacity: {people: 2, per_week: 5, days: 30}}\n" +
			indent + "- {id: client}\n"
	}
	file := "currency: " + pick("currency", "USD", "CLP") + "\nbudget: " + pick("budget", "40000", "{ads: 9000, subsidy: -500}", "1234.56") +
		"\n" + pick("target", "target_return: 150%", "target_return: -20%", "target_revenue: 70000", "target_clients: 7") +
		"\naverage_revenue_per_client: " + pick("price", "10000", "900", "3333") +
		"\ngross_margin: " + pick("margin", "100%", "40%") + "\nreferrals: " + pick("referrals", "0", "0.25") +
		"\nexisting_revenue: " + pick("existing", "0", "5000") + "\n"
	if rapid.Bool().Draw(t, "one funnel") {
		return file + "stages:\n" + stages("  ", "main")
	}
	return file + "funnels:\n  - id: inbound\n    share: 60%\n    stages:\n" + stages("      ", "inbound") +
		"  - id: outbound\n    share: 40%\n    average_revenue_per_client: 2500\n    stages:\n" + stages("      ", "outbound")
}

func readString(t interface{ Fatalf(string, ...any) }, file string, settings ...Setting) *Plan {
	p, problems := Read(File{Name: "plan.yaml", Data: []byte(file)}, settings...)
	if len(problems) > 0 {
		t.Fatalf("%v with %v in\n%s", problems, settings, file)
	}
	return p
}

// stays reports whether a plan needs no more than what is given, or else stays
// within its own limits, as `embudo plan` shows them.
func stays(p *funnel.Plan, given []funnel.Given, budgetAlone bool) bool {
	r := funnel.Targets(p)
	for _, g := range given {
		if r.Funnels[g.Funnel].Stages[g.Stage].Needed.Cmp(big.NewInt(g.Entries)) > 0 {
			return false
		}
	}
	costs := func(f *funnel.FunnelResult) *big.Rat {
		sum := new(big.Rat)
		for _, s := range f.Stages {
			if s.Stage.UnitCost != nil {
				sum.Add(sum, new(big.Rat).Mul(s.Stage.UnitCost, new(big.Rat).SetInt(s.Needed)))
			}
		}
		return sum
	}
	for i := range r.Funnels {
		f := &r.Funnels[i]
		if (len(given) == 0 || budgetAlone) && costs(f).Cmp(f.Funnel.Budget) > 0 {
			return false
		}
		for _, s := range f.Stages {
			if len(given) == 0 && s.Capacity != nil && s.Capacity.Short.Sign() > 0 {
				return false
			}
		}
	}
	return true
}

// A plan with the value that is found comes out, as read from the file with the
// settings that are offered; with one unit less or more it does not. Where no
// value does, none of many does.
func TestSolvedPlansComeOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		file := solvable(t)
		p := readString(t, file)
		model := p.Model()
		unknowns := p.Unknowns()
		u := unknowns[rapid.IntRange(0, len(unknowns)-1).Draw(t, "unknown")]
		var given []funnel.Given
		for range rapid.IntRange(0, 2).Draw(t, "given") {
			given = append(given, funnel.Given{
				Funnel: rapid.IntRange(0, len(model.Funnels)-1).Draw(t, "funnel"), Stage: rapid.IntRange(0, 2).Draw(t, "stage"),
				Entries: rapid.Int64Range(0, 300).Draw(t, "entries"),
			})
		}
		r := funnel.Solve(&model, funnel.Question{Unknown: u, Given: given})
		with := func(x *big.Rat) bool {
			changed := readString(t, file, p.SolvedSettings(&u, x)...).Model()
			pays := u.Path == "budget" && changed.Target.Kind != funnel.TargetReturn
			return stays(&changed, given, pays)
		}
		switch r.Outcome {
		case funnel.Solved:
			if !with(r.Value) {
				t.Fatalf("%s %s does not do: %v\n%s", u.Path, r.Value.RatString(), given, file)
			}
			if r.Next != nil && with(r.Next) {
				t.Fatalf("%s %s does too, beside %s: %v\n%s", u.Path, r.Next.RatString(), r.Value.RatString(), given, file)
			}
			if r.Exact == nil {
				t.Fatalf("%s has no exact end: %v\n%s", u.Path, given, file)
			}
			off := new(big.Rat).Sub(r.Value, r.Exact)
			if r.Least != (off.Sign() >= 0) && off.Sign() != 0 {
				t.Fatalf("%s was rounded from %s to %s", u.Path, r.Exact.RatString(), r.Value.RatString())
			}
			if off.Abs(off).Cmp(u.Step) >= 0 && (u.Path != "budget" || r.Least != true) {
				t.Fatalf("%s %s is far from %s", u.Path, r.Value.RatString(), r.Exact.RatString())
			}
		default:
			for _, x := range trials(&u) {
				if does := with(x); does != (r.Outcome == funnel.AnyValue) {
					t.Fatalf("%s: outcome %d, but %s does: %v; %v\n%s", u.Path, r.Outcome, x.RatString(), does, given, file)
				}
			}
		}
	})
}

// trials are values that a plan file takes for an unknown.
func trials(u *funnel.Unknown) []*big.Rat {
	var list []*big.Rat
	for _, text := range []string{"-1/2", "0", "1/100", "1/10", "1/2", "99/100", "1", "2", "17", "250", "6000", "123456", "900000000"} {
		x, _ := new(big.Rat).SetString(text)
		if u.Kind == funnel.UnknownCount && !x.IsInt() || x.Cmp(u.High) > 0 {
			continue
		}
		if x.Cmp(u.Low) < 0 || u.AboveLow && x.Cmp(u.Low) == 0 || u.Kind == funnel.UnknownMoney && u.Step.Cmp(big.NewRat(1, 1)) == 0 && !x.IsInt() {
			continue
		}
		list = append(list, x)
	}
	return list
}

// What is put into the model is what the file says with the settings.
func TestUnknownsArePutWhereTheFileHasThem(t *testing.T) {
	const file = `
currency: USD
budget: 1000
target_return: 150%
average_revenue_per_client: 90
funnels:
  - id: a
    share: 50%
    budget: 333.33
    gross_margin: 60%
    stages: [{id: mql, rate: 27/90, unit_cost: 3, capacity: {people: 2, per_day: 1, days: 20}}, {id: client}]
  - id: b
    share: 50%
    budget: 666.67
    average_revenue_per_client: 70
    stages: [{id: mql, rate: 20%..40%, recovers: 10%}, {id: client}]
`
	p := readString(t, file)
	list := p.Unknowns()
	if want := 4 + 5 + 2*2 + 2*5 + 1 + 2; len(list) != want { // targets, values, funnels, stages, people, clients
		t.Errorf("%d unknowns in place of %d: %v", len(list), want, UnknownPaths(list))
	}
	for _, u := range list {
		for _, x := range trials(&u) {
			put := p.Model()
			u.Put(&put, x)
			set := readString(t, file, p.SolvedSettings(&u, x)...).Model()
			if got, want := describe(&put), describe(&set); got != want {
				t.Errorf("%s = %s: put\n%s\nset\n%s", u.Path, x.RatString(), got, want)
			}
		}
	}
}

// describe lists all that the arithmetic makes of a plan.
func describe(p *funnel.Plan) string {
	r := funnel.Targets(p)
	text := fmt.Sprint(p.Budget, p.Target, p.ExistingRevenue, p.GrossMargin, p.RepeatPurchases, p.Referrals, "\n")
	for _, f := range r.Funnels {
		text += fmt.Sprint(f.Funnel.Budget, f.Funnel.AverageRevenue, f.Funnel.GrossMargin, f.Clients)
		for _, s := range f.Stages {
			text += fmt.Sprint(" ", s.Stage.ID, s.Effective, s.Total, s.Needed, s.Exact, s.Stage.UnitCost)
			if s.Capacity != nil {
				text += fmt.Sprint(s.Capacity.Available, s.Stage.Capacity.People)
			}
		}
		text += "\n"
	}
	return text
}
