package plan_test

import (
	"testing"

	"embudo/plan"
)

func TestPeople(t *testing.T) {
	for owner, want := range map[string]string{
		"":                               "",
		"marketing":                      "",
		"Equipo de ventas":               "",
		"the sales team":                 "",
		"Ana Pérez":                      "Ana Pérez=ana_perez;",
		"ANA PEREZ":                      "ANA PEREZ=ana_perez;",
		"Ana y Luis":                     "Ana=ana;Luis=luis;",
		"Ana, Luis & María José de Lira": "Ana=ana;Luis=luis;María José de Lira=maria_jose_de_lira;",
		"Ana (ventas) e Ignacio":         "Ana=ana;Ignacio=ignacio;",
		"Ana and sales, ana":             "Ana=ana;",
		"  ,, y ":                        "",
	} {
		got := ""
		for _, person := range plan.People(owner) {
			got += person.Name + "=" + person.Key + ";"
		}
		if got != want {
			t.Errorf("%q names %q, want %q", owner, got, want)
		}
	}
}
