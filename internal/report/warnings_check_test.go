package report

import (
	"bytes"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"embudo/funnel"
	"embudo/internal/actuals"
	"embudo/internal/actuals/sheet"
	"embudo/plan"
)

const (
	onePlan = `{budget: 40000, target_return: 150%, average_revenue_per_client: 10000, period: 2027-Q1,
		check: {thresholds: ["clients >= 1"]}, stages: [{id: mql, rate: 10%, lag: 5d}, {id: client}]}`
	twoMargins = `{budget: 40000, target_return: 150%, average_revenue_per_client: 10000, period: 2027-Q1, funnels: [
		{name: one, share: 50%, gross_margin: 50%, stages: [{id: mql, rate: 10%}, {id: client}]},
		{name: two, share: 50%, gross_margin: 60%, stages: [{id: mql, rate: 10%}, {id: client}]}]}`
)

func readPlan(t *testing.T, text string) *plan.Plan {
	t.Helper()
	p, problems := plan.Read(plan.File{Name: "plan.yaml", Data: []byte(strings.ReplaceAll(text, "\t", " "))})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return p
}

func on(month time.Month, day int) funnel.Date { return funnel.NewDate(2027, month, day) }

func entered(day funnel.Date, n int64) []funnel.Entries {
	return []funnel.Entries{{From: day, To: day, Count: n}}
}

// raisedByChecks are the warnings of checks, and of readings, that leave
// something to be wished for.
func raisedByChecks(t *testing.T) []funnel.Warning {
	t.Helper()
	ends, before := on(time.February, 10), on(time.January, 1)-10
	amount := []funnel.Amount{{From: before, To: before, Value: big.NewRat(100, 1)}, {From: ends, To: ends, Value: big.NewRat(100, 1)}}
	known := func(mql, client []funnel.Entries) []funnel.FunnelActuals {
		return []funnel.FunnelActuals{{Stages: []funnel.StageActuals{
			{Known: true, Entries: mql}, {Known: client != nil, Entries: client},
		}}}
	}
	var all []funnel.Warning
	for _, test := range []struct {
		plan    string
		actuals funnel.Actuals
	}{
		{onePlan, funnel.Actuals{
			Ends: &ends, Funnels: known(append(entered(before, 3), entered(ends, 2)...), nil),
			Spend: amount, Revenue: amount, Money: funnel.MoneyKnown{Spend: true, Revenue: true},
		}},
		{onePlan, funnel.Actuals{Ends: &ends, Funnels: known(entered(ends, 2), entered(ends, 0))}},
		{onePlan, funnel.Actuals{Ends: &ends, Funnels: known(entered(on(time.January, 4), 2), entered(ends, 9))}},
		{onePlan, funnel.Actuals{Funnels: known(entered(0, 2), entered(0, 1))}},
		{twoMargins, funnel.Actuals{
			Ends: &ends, Funnels: append(known(nil, entered(ends, 1)), known(nil, entered(ends, 1))...),
			Spend: amount, Revenue: amount, Money: funnel.MoneyKnown{Spend: true, Revenue: true},
		}},
	} {
		p := readPlan(t, test.plan)
		model := p.Model()
		all = append(all, funnel.Check(funnel.Targets(&model), &test.actuals, p.CheckRules(on(time.March, 1))).Warnings...)
	}
	p := readPlan(t, onePlan)
	model := p.Model()
	later := on(time.July, 15)
	late := []funnel.Amount{{From: later, To: later, Value: big.NewRat(100, 1)}}
	after := funnel.Actuals{
		Ends: &later, Funnels: known(entered(later, 2), entered(ends, 1)),
		Spend: late, Revenue: late, Money: funnel.MoneyKnown{Spend: true, Revenue: true},
	}
	all = append(all, funnel.Check(funnel.Targets(&model), &after, p.CheckRules(later)).Warnings...)
	month := []funnel.Entries{{From: on(time.February, 1), To: on(time.February, 28), Count: 9}}
	begun := funnel.Actuals{Ends: &ends, Funnels: known(month, entered(ends, 1))}
	all = append(all, funnel.Check(funnel.Targets(&model), &begun, p.CheckRules(ends)).Warnings...)
	return slices.Concat(all, raisedByForecasts(t), raisedByReading(t), raisedByLearning(t))
}

// raisedByLearning are the warnings of what was learned from records that leave
// something to be wished for.
func raisedByLearning(t *testing.T) []funnel.Warning {
	t.Helper()
	p := readPlan(t, `{budget: 40000, target_return: 150%, average_revenue_per_client: 10000,
		stages: [{id: mql, rate: 10%}, {id: sql, rate: 10%}, {id: client}]}`).Model()
	var all []funnel.Warning
	for _, cohorts := range [][]funnel.Cohort{
		{{Day: on(time.January, 4), Entered: 40}},
		{{Day: on(time.January, 4), Entered: 11, GoneUndated: 1, Gone: []funnel.Wait{{Days: -2, Count: 1}, {Days: 9, Count: 1}}}},
		{{Day: on(time.January, 4), Entered: 400, Gone: []funnel.Wait{{Days: 1, Count: 3}, {Days: 4, Count: 10}, {Days: 5, Count: 8}}}},
		{{Day: on(time.January, 4), Entered: 400}, {Day: on(time.March, 1), Entered: 90, Gone: []funnel.Wait{{Days: 1, Count: 20}, {Days: 2, Count: 30}}}},
	} {
		ends := cohorts[len(cohorts)-1].Day + 6
		all = append(all, funnel.Learn(&p, &funnel.Actuals{Ends: &ends, Funnels: []funnel.FunnelActuals{{Stages: []funnel.StageActuals{
			{Known: true, Records: true, Cohorts: cohorts}, {}, {Known: true, Records: true},
		}}}}, funnel.LearnRules{AsOf: ends + 30}).Warnings...)
	}
	// It takes a rate that has changed a lot to raise this one.
	return append(all, funnel.Warning{Code: funnel.WarnLearnPlateau, Values: map[string]any{
		"from": "MQL", "to": "SQL", "plateau": funnel.Share{Rat: big.NewRat(1, 2)}, "days": big.NewInt(60),
		"low": funnel.Share{Rat: big.NewRat(2, 10)}, "high": funnel.Share{Rat: big.NewRat(3, 10)},
	}})
}

// raisedByForecasts are the warnings of forecasts.
func raisedByForecasts(t *testing.T) []funnel.Warning {
	t.Helper()
	const threeStages = `{budget: 40000, target_return: 150%, average_revenue_per_client: 10000, period: 2027-Q1,
		stages: [{id: mql, rate: 10%, lag: 5d}, {id: sql, rate: 10%}, {id: client}]}`
	early, ends, after := on(time.January, 4), on(time.February, 10), on(time.April, 10)
	slow := funnel.StageActuals{
		Known: true, Records: true, Entries: entered(early, 20),
		Cohorts: []funnel.Cohort{{Day: early, Entered: 20, Gone: []funnel.Wait{{Days: 30, Count: 12}}}},
	}
	client := funnel.StageActuals{Known: true, Records: true, Entries: entered(ends, 12)}
	stages := func(list ...funnel.StageActuals) []funnel.FunnelActuals {
		return []funnel.FunnelActuals{{Stages: list}}
	}
	var all []funnel.Warning
	for _, test := range []struct {
		plan    string
		actuals funnel.Actuals
	}{
		{onePlan, funnel.Actuals{Ends: &after, Funnels: stages(slow, client)}},
		{onePlan, funnel.Actuals{Ends: &ends, Funnels: stages(slow, client)}},
		{onePlan, funnel.Actuals{Ends: &ends, Funnels: stages(slow, funnel.StageActuals{})}},
		{threeStages, funnel.Actuals{Ends: &ends, Funnels: stages(slow, funnel.StageActuals{}, client)}},
	} {
		p := readPlan(t, test.plan)
		model := p.Model()
		all = append(all, funnel.Forecast(funnel.Targets(&model), &test.actuals, p.ForecastRules(on(time.April, 30))).Warnings...)
	}
	return all
}

// raisedByReading reads files that leave something to be wished for.
func raisedByReading(t *testing.T) []funnel.Warning {
	t.Helper()
	p := readPlan(t, onePlan)
	model := p.Model()
	result, err := actuals.Read(t.Context(), []actuals.Source{
		{File: inMemory("counts.csv", "date,stage,channel,count\n2027-01-04,mql,Fair,3\n2027-01-05,mql,FAIR,-1\n2027-01-06,mql,FAIR,2\n")},
		{File: inMemory("leads.csv", "MQL date,Source\n2027-01-04,Web\n2027-01-04,Web\n2027-01-07,Fair\n")},
		{File: inMemory("hdr.csv", "Email,Created,Status\n")},
		{File: inMemory("spend.csv", "date,channel,spend\n2027-01-04,Web,5\n")},
		{File: inMemory("spend (1).csv", "date,channel,spend\n2027-01-04,web,5\n")},
		{File: inMemory("items.csv", "ID,MQL date,Source\n7,2027-01-04,Web\n7,2027-01-05,Web\n8,2027-01-07,Fair\n")},
	}, actuals.Options{Plan: &model, AsOf: on(time.March, 1)})
	if err != nil {
		t.Fatal(err)
	}
	var free strings.Builder
	free.WriteString("MQL date,Source,Status,Lost reason\n")
	for i := range 21_000 {
		fmt.Fprintf(&free, "2027-01-04,page %d,Lost,remark %d\n", i, i)
	}
	texts, err := actuals.Read(t.Context(), []actuals.Source{{File: inMemory("leads.csv", free.String())}}, actuals.Options{Plan: &model, AsOf: on(time.March, 1)})
	if err != nil {
		t.Fatal(err)
	}
	all := slices.Concat(result.Warnings, texts.Warnings)
	for _, text := range []string{"date,mql\n2027-01-04,3\n", "MQL date,Stage\n2027-01-04,Won\n"} {
		said, err := actuals.Read(t.Context(), []actuals.Source{{
			File: inMemory("leads.csv", text), Choices: actuals.Choices{Values: map[string]string{"Ganado": "client"}},
		}}, actuals.Options{Plan: &model, AsOf: on(time.March, 1)})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, said.Warnings...)
	}
	// It would take a million ids that come twice to raise this one.
	return append(all, funnel.Warning{Code: actuals.WarnUnchecked, Values: map[string]any{
		"source": "leads.csv", "ids": big.NewInt(14_000_000), "repeated": big.NewInt(1_000_000),
	}})
}

type content struct{ *bytes.Reader }

func (content) Close() error { return nil }

func inMemory(name, text string) sheet.File {
	return sheet.File{Name: name, Open: func() (sheet.Content, error) { return content{bytes.NewReader([]byte(text))}, nil }}
}
