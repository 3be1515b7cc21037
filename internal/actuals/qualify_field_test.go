package actuals

import (
	"testing"

	"embudo/funnel"
	"embudo/internal/actuals/sheet"
)

// In a column about the budget an amount is a yes; elsewhere it says nothing. A name
// confirms nothing: who is named need not decide.
func TestIsYes(t *testing.T) {
	sales := &SalesColumns{Yes: []string{"sí"}, No: []string{"no", "0", "1"}}
	for _, test := range []struct {
		means        funnel.Confirmation
		text         string
		yes, unclear bool
	}{
		{funnel.ConfirmedBudget, "50000", true, false},
		{funnel.ConfirmedBudget, "US$ 50.000,00", true, false},
		{funnel.ConfirmedBudget, "1,234.5", true, false},
		{funnel.ConfirmedBudget, "0", false, false},
		{funnel.ConfirmedBudget, "0,00", false, false},
		{funnel.ConfirmedBudget, "-5", false, false},
		{funnel.ConfirmedBudget, "1", false, false}, // as it was said to mean
		{funnel.ConfirmedBudget, "50%", false, true},
		{funnel.ConfirmedBudget, "2027-03-01", false, true},
		{funnel.ConfirmedBudget, "por confirmar", false, true},
		{funnel.ConfirmedBudget, "", false, false},
		{funnel.ConfirmedNeed, "50000", false, true},
		{funnel.ConfirmedDecisionMaker, "Ana Pérez", false, true},
		{funnel.ConfirmedDecisionMaker, " SI ", true, false},
	} {
		a := newAnswers(sales, test.means, &column{})
		for range 2 { // the second time it is remembered
			row := sheet.Row{Number: 2, Cells: []sheet.Cell{{Text: []byte(test.text)}}}
			if got := a.isYes(row); got != test.yes || (a.unclear.cells > 0) != test.unclear {
				t.Errorf("%v %q: %v, unclear %d", test.means, test.text, got, a.unclear.cells)
			}
		}
	}
}
