package plan_test

import (
	"fmt"
	"strings"
	"testing"

	"embudo/funnel"
	"embudo/plan"
)

// A window may lie years after the period, and holidays with it: of the 64
// weekdays from 16 December 2029 to 15 March 2030, New Year is none.
func TestHolidaysReachAsFarAsTheLags(t *testing.T) {
	p, problems := plan.Read(plan.File{Name: "plan.yaml", Data: []byte(`budget: 1000
target_clients: 10
average_revenue_per_client: 100
period: 2027-Q1
holidays: CL
success_stage: a
stages:
  - {id: a, rate: 50%, lag: 36mo}
  - {id: b, capacity: {people: 1, per_day: 1}}
`)})
	if p == nil {
		t.Fatal(problems[0])
	}
	model := p.Model()
	b := funnel.Targets(&model).Funnels[0].Stages[1]
	if got := b.Capacity.Available.Int64(); got != 63 {
		t.Errorf("%d can be handled in the window %s..%s, want 63", got, b.Window.Start, b.Window.End)
	}
}

// Fifty lags of a century each move a window by five thousand years, but the
// holidays of the years in between are nobody's business.
func TestHolidaysOfFarWindowsAreFew(t *testing.T) {
	var text strings.Builder
	text.WriteString("budget: 1000\ntarget_clients: 10\naverage_revenue_per_client: 100\n" +
		"period: 2027\nholidays: CL\nsuccess_stage: s0\nstages:\n")
	for i := range 49 {
		fmt.Fprintf(&text, "  - {id: s%d, rate: 50%%, lag: 36500d}\n", i)
	}
	text.WriteString("  - id: client\n")
	p, problems := plan.Read(plan.File{Name: "plan.yaml", Data: []byte(text.String())})
	if p == nil {
		t.Fatal(problems[0])
	}
	if days := len(p.Model().Holidays); days < 15*50 || days > 40*50 {
		t.Errorf("%d holidays of some hundred years", days)
	}
}
