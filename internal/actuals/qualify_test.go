package actuals

import (
	"errors"
	"math/big"
	"slices"
	"testing"

	"embudo/funnel"
	"embudo/internal/actuals/sheet"
)

// idealOf is an ideal client of some rules that bring a point each.
func idealOf(rules ...LeadRule) *Ideal {
	profile := &funnel.Profile{Lead: big.NewRat(1, 1), MQL: big.NewRat(int64(len(rules)), 1)}
	for _, r := range rules {
		profile.Rules = append(profile.Rules, funnel.ProfileRule{Name: r.Field, Weight: big.NewRat(1, 1)})
	}
	return &Ideal{Profile: profile, Rules: rules, Sales: SalesColumns{Yes: []string{"yes"}, No: []string{"no"}}}
}

// qualifyProblems are what can be asked and noted about leads.
func qualifyProblems(t *testing.T) []*sheet.Problem {
	t.Helper()
	var all []*sheet.Problem
	ask := func(ideal *Ideal, source Source) {
		_, err := Qualify(t.Context(), []Source{source}, ideal, Options{AsOf: endOf2027()}, nil)
		var questions *Questions
		var one *sheet.Problem
		switch {
		case errors.As(err, &questions):
			all = append(all, questions.Problems...)
		case errors.As(err, &one):
			all = append(all, one)
		default:
			t.Errorf("%v is no question", err)
		}
	}
	leads := "Country,Size,Need,Country\nChile,30,maybe,Peru\n"
	ask(idealOf(LeadRule{Field: "Countries", In: []string{"Chile"}}, LeadRule{Field: "Zip", In: []string{"1"}}), text("a.csv", leads))
	ask(idealOf(LeadRule{Field: "Country", In: []string{"Chile"}}), Source{File: sheet.File{Name: "postgres://reader@db.example.com/crm"}})
	ideal := idealOf(LeadRule{Field: "Country", In: []string{"Chile"}})
	ideal.Sales.Need = "Need"
	result, err := Qualify(t.Context(), []Source{text("a.csv", leads)}, ideal, Options{AsOf: endOf2027()}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return slices.Concat(all, result.Sources[0].Notes)
}
