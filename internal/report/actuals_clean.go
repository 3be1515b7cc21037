package report

import (
	"math/big"

	"embudo/internal/actuals"
	"embudo/internal/i18n"
)

// CleanCounts are the entries and amounts of a reading in the form that is the
// plainest to read again: a row for each time, funnel, stage and channel, with
// the first and last day of that time. It is for CSV.
func CleanCounts(r *actuals.Result) *Document {
	return &Document{Language: i18n.English(), MinorUnits: r.Plan.MinorUnits, Main: func() Table { return cleanCounts(r) }}
}

func cleanCounts(r *actuals.Result) Table {
	t := Table{}
	for _, key := range []string{"starts", "ends", "funnel", "stage", "channel", "count", "revenue", "spend"} {
		t.Columns = append(t.Columns, Column{Key: key})
	}
	for i := range r.Plan.Funnels {
		f := &r.Plan.Funnels[i]
		for j, s := range r.Actuals.Funnels[i].Stages {
			for _, e := range s.Entries {
				t.Rows = append(t.Rows, []Cell{
					{Value: Day(e.From)},
					{Value: Day(e.To)},
					text(f.ID), text(f.Stages[j].ID), text(e.Channel),
					count(big.NewInt(e.Count)),
					{},
					{},
				})
			}
		}
	}
	for _, a := range r.Actuals.Revenue {
		t.Rows = append(t.Rows, []Cell{{Value: Day(a.From)}, {Value: Day(a.To)}, {}, {}, text(a.Channel), {}, money(a.Value), {}})
	}
	for _, a := range r.Actuals.Spend {
		t.Rows = append(t.Rows, []Cell{{Value: Day(a.From)}, {Value: Day(a.To)}, {}, {}, text(a.Channel), {}, {}, money(a.Value)})
	}
	return t
}
