package plan_test

import (
	"math/big"
	"strings"
	"testing"

	"embudo/funnel"
)

const withoutSeasons = `
budget: 40000
target_return: 150%
average_revenue_per_client: 10000
period: 2026-12-01..2027-12-31
stages: [{id: mql, rate: 30%}, {id: client}]
`

func TestSeasonsAreReadInBothLanguages(t *testing.T) {
	every, one := func(n int) funnel.Season { return funnel.Season{Number: n} }, func(n int) funnel.Season { return funnel.Season{Year: 2027, Number: n} }
	for _, test := range []struct {
		written string
		unit    funnel.Unit
		season  funnel.Season
		weight  *big.Rat
	}{
		{"january: 0.8", funnel.EachMonth, every(1), big.NewRat(4, 5)},
		{"Jan: 80%", funnel.EachMonth, every(1), big.NewRat(4, 5)},
		{"enero: 2", funnel.EachMonth, every(1), big.NewRat(2, 1)},
		{"Setiembre: 2", funnel.EachMonth, every(9), big.NewRat(2, 1)},
		{"MAYO: 0", funnel.EachMonth, every(5), new(big.Rat)},
		{"2027-05: 150%", funnel.EachMonth, one(5), big.NewRat(3, 2)},
		{"W07: 2", funnel.EachWeek, every(7), big.NewRat(2, 1)},
		{"S7: 2", funnel.EachWeek, every(7), big.NewRat(2, 1)},
		{"W53: 2", funnel.EachWeek, every(53), big.NewRat(2, 1)},
		{"2027-W07: 20", funnel.EachWeek, one(7), big.NewRat(20, 1)},
		{"2027-S52: 2000%", funnel.EachWeek, one(52), big.NewRat(20, 1)},
		{"2026-w53: 1.250", funnel.EachWeek, funnel.Season{Year: 2026, Number: 53}, big.NewRat(5, 4)}, // has days in 2027
	} {
		p, problems := readWith(t, withoutSeasons+"seasonality: {"+test.written+"}\n")
		if p == nil {
			t.Errorf("%s:\n%s", test.written, sentences("en", problems))
			continue
		}
		s := p.Model().Seasonality
		if weight := s.Weights[test.season]; s.Unit != test.unit || len(s.Weights) != 1 || weight == nil || weight.Cmp(test.weight) != 0 {
			t.Errorf("%s is read as %v by %v", test.written, s.Weights, s.Unit)
		}
	}
}

// What a problem says to write for a month or week can be written.
func TestHintsOnSeasonsAreRight(t *testing.T) {
	for written, want := range map[string]string{
		"janury": "january", "1": "january", "12": "december", "13": "W13", "99": "W53", "week 7": "W07",
		"semana 7": "W07", "sem7": "W07", "W54": "W53", "W0": "january", "2027-W53": "2027-W52", "enero 2027": "2027-01",
		"2027/01": "2027-01", "2027-13": "january", "Jan 15": "january", "Q1": "january", "verano": "january", "": "january",
	} {
		_, problems := readWith(t, withoutSeasons+`seasonality: {"`+written+`": 2}`+"\n")
		if len(problems) != 1 || problems[0].Name != "unknown-season" || problems[0].Arg("want") != want {
			t.Errorf("%q: %v, want %s", written, problems, want)
			continue
		}
		if _, problems := readWith(t, withoutSeasons+"seasonality: {"+want+": 2}\n"); len(problems) > 0 {
			t.Errorf("%q: %s is no better: %v", written, want, problems)
		}
	}
}

// A month is the same in both languages, and however short.
func TestSeasonsStandOnce(t *testing.T) {
	_, problems := readWith(t, withoutSeasons+"seasonality:\n  january: 2\n  enero: 1\n  2027-01: 3\n  jan: 1\n")
	if len(problems) != 2 || problems[0].Name != "duplicate-key" || problems[0].Arg("key") != "seasonality.enero" || problems[0].Arg("line") != "8" {
		t.Errorf("problems %v", problems)
	}
}

// The model has weights of its own, which nobody's arithmetic changes.
func TestModelCopiesSeasons(t *testing.T) {
	p, _ := readWith(t, withoutSeasons+"seasonality: {january: 2}\n")
	for _, weight := range p.Model().Seasonality.Weights {
		weight.SetInt64(7)
	}
	if got := p.Seasonality.Weights[funnel.Season{Number: 1}].RatString(); got != "2" {
		t.Errorf("the plan's own weight is %s now", got)
	}
}

func TestSettingsOfSeasonsJoinTheFile(t *testing.T) {
	p, problems := readWith(t, withoutSeasons+"seasonality: {january: 2}\n", "seasonality.february=50%", "seasonality.january=3")
	if p == nil {
		t.Fatal(sentences("en", problems))
	}
	var got []string
	for _, n := range []int{1, 2} {
		got = append(got, p.Seasonality.Weights[funnel.Season{Number: n}].RatString())
	}
	if strings.Join(got, " ") != "3 1/2" {
		t.Errorf("weights %q", got)
	}
	if _, _, _, ok := p.Position("seasonality.january"); !ok {
		t.Error("the plan does not know where January's weight is said")
	}
}
