package plan_test

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"embudo/funnel"
	"embudo/plan"
)

// What is printed and read again is what it was.
func TestReadGivesBackWhatWasPrinted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := anyPlan(t)
		text := printPlan(want)
		got, problems := plan.Read(plan.File{Name: "plan.yaml", Data: []byte(text)})
		if got == nil {
			t.Fatalf("%s\n%s", text, sentences("en", problems))
		}
		same := []cmp.Option{
			cmp.Comparer(func(a, b *big.Rat) bool { return a == b || a != nil && b != nil && a.Cmp(b) == 0 }),
			cmpopts.IgnoreUnexported(plan.Plan{}),
			cmpopts.IgnoreFields(plan.Plan{}, "Notices"),
		}
		if diff := cmp.Diff(want, got, same...); diff != "" {
			t.Fatalf("%s\n(-printed +read)\n%s", text, diff)
		}
	})
}

func anyPlan(t *rapid.T) *plan.Plan {
	p := &plan.Plan{
		Version:         1,
		Name:            anyText(t, "name"),
		Currency:        rapid.SampledFrom(append(plan.Currencies(), "")).Draw(t, "currency"),
		AverageRevenue:  plan.Money{Value: above0(t, "revenue")},
		GrossMargin:     plan.Percent{Value: anyShare(t, "margin")},
		RepeatPurchases: plan.Number{Value: from0(t, "repeat")},
		ExistingRevenue: plan.Money{Value: from0(t, "existing")},
	}
	switch rapid.IntRange(0, 2).Draw(t, "target") {
	case 0:
		p.TargetReturn.Value = from0(t, "return")
	case 1:
		p.TargetRevenue.Value = above0(t, "target revenue")
	default:
		p.TargetClients = plan.Count(rapid.Int64Range(1, 1e12).Draw(t, "clients"))
	}
	for range rapid.IntRange(0, 3).Draw(t, "confidences") {
		p.Confidence = append(p.Confidence, plan.Percent{Value: big.NewRat(rapid.Int64Range(1, 999).Draw(t, "confidence"), 1000)})
	}
	if rapid.Bool().Draw(t, "several funnels") {
		p.Funnels = anyFunnels(t)
	} else {
		p.Stages = anyStages(t)
		p.SuccessStage = rapid.SampledFrom(p.Stages).Draw(t, "success").ID
	}
	p.Budget = anyBudget(t)
	stages := p.Stages
	if len(p.Funnels) > 0 {
		stages = p.Funnels[0].Stages
	}
	p.Activities = anyActivities(t, p)
	p.PhasesNotUsed = rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"know", "try", "refer"}), 0, 2, rapid.ID).Draw(t, "phases not used")
	if len(p.PhasesNotUsed) == 0 {
		p.PhasesNotUsed = nil
	}
	p.Actuals = anyActuals(t, stages)
	p.Check = anyCheck(t, stages)
	p.IdealClient = anyIdealClient(t)
	p.Qualification = anyQualification(t)
	return p
}

func anyActuals(t *rapid.T, stages []plan.Stage) plan.Actuals {
	a := plan.Actuals{Reading: anyReading(t, stages)}
	for i := range rapid.IntRange(0, 3).Draw(t, "sources") {
		s := plan.ActualsSource{Path: anyFilled(t, "path") + strconv.Itoa(i), Reading: anyReading(t, stages)}
		switch rapid.IntRange(0, 2).Draw(t, "kind of source") {
		case 0:
			s.Table, s.TimeZone = anyText(t, "table"), anyText(t, "time zone")
		case 1:
			s.Query = anyText(t, "query")
		}
		a.Sources = append(a.Sources, s)
	}
	return a
}

func anyReading(t *rapid.T, stages []plan.Stage) plan.Reading {
	ids := []string{rapid.SampledFrom(stages).Draw(t, "stage").ID}
	return plan.Reading{
		Columns: anyPairs(t, append(ids, plan.Meanings()...), func() string { return anyFilled(t, "heading") }),
		Values: anyPairs(t, []string{"Closed Won", "no", "1", "~", "", "a: b", "<<", "2027-01-01"}, func() string {
			return rapid.SampledFrom(append(ids, plan.Outcomes()...)).Draw(t, "outcome")
		}),
		Channels:  anyPairs(t, []string{"google ads", "null", "yes", "#1"}, func() string { return anyFilled(t, "channel") }),
		DateOrder: rapid.SampledFrom([]string{"", "dmy", "mdy", "ymd"}).Draw(t, "order"),
		Decimal:   rapid.SampledFrom([]string{"", "comma", "point"}).Draw(t, "decimal"),
		Encoding:  anyText(t, "encoding"),
		Delimiter: rapid.SampledFrom([]string{"", ",", ";", "|", "\t"}).Draw(t, "delimiter"),
		Sheet:     anyText(t, "sheet"),
		Kind:      rapid.SampledFrom([]string{"", "records", "counts", "spend"}).Draw(t, "kind"),
	}
}

// anyPairs is a mapping of some of the keys, nil for none of them.
func anyPairs(t *rapid.T, keys []string, value func() string) map[string]string {
	var m map[string]string
	for _, key := range rapid.SliceOfNDistinct(rapid.SampledFrom(keys), 0, 3, rapid.ID).Draw(t, "keys") {
		if m == nil {
			m = map[string]string{}
		}
		m[key] = value()
	}
	return m
}

func anyCheck(t *rapid.T, stages []plan.Stage) plan.Check {
	var c plan.Check
	if rapid.Bool().Draw(t, "bounds") {
		c.AtRisk.Value = big.NewRat(rapid.Int64Range(1, 1000).Draw(t, "at risk"), 1000)
		c.OnTrack.Value = new(big.Rat).Add(c.AtRisk.Value, big.NewRat(rapid.Int64Range(0, 9000).Draw(t, "more"), 1000))
	}
	for range rapid.IntRange(0, 2).Draw(t, "judged") {
		c.Judge = append(c.Judge, rapid.SampledFrom(stages).Draw(t, "judged").ID)
	}
	for range rapid.IntRange(0, 3).Draw(t, "thresholds") {
		c.Thresholds = append(c.Thresholds, anyThreshold(t, stages))
	}
	return c
}

func anyThreshold(t *rapid.T, stages []plan.Stage) funnel.Threshold {
	c := funnel.Threshold{
		Relation: rapid.SampledFrom([]funnel.Relation{funnel.AtLeast, funnel.Above, funnel.AtMost, funnel.Below}).Draw(t, "relation"),
		Metric:   rapid.SampledFrom(append(funnel.Metrics(), funnel.StageMetrics()...)).Draw(t, "metric"),
	}
	if slices.Contains(funnel.StageMetrics(), c.Metric) {
		c.Stage = rapid.SampledFrom(stages).Draw(t, "of stage").ID
	}
	if c.Metric == funnel.MetricRate && c.Stage == stages[len(stages)-1].ID {
		c.Metric = funnel.MetricAttainment
	}
	var number string
	switch c.Metric {
	case funnel.MetricClients, funnel.MetricActual, funnel.MetricGap, funnel.MetricDataAge, funnel.MetricOverdue:
		n := rapid.Int64Range(0, 1e12).Draw(t, "entries")
		if c.Metric == funnel.MetricGap {
			n = -n
		}
		c.Bound, number = big.NewRat(n, 1), strconv.FormatInt(n, 10)
	case funnel.MetricRevenue, funnel.MetricSpend, funnel.MetricCostPer:
		m := plan.Money{Value: from0(t, "money")}
		c.Bound, number = m.Value, m.String()
	default:
		p := plan.Percent{Value: anyShare(t, "share")}
		c.Bound, number = p.Value, p.String()
	}
	c.Expression = strings.TrimSuffix(string(c.Metric)+"."+c.Stage, ".") + " " + string(c.Relation) + " " + number
	return c
}

// anyFilled is a text that is not empty.
func anyFilled(t *rapid.T, label string) string {
	if text := anyText(t, label); text != "" {
		return text
	}
	return "Create Date"
}

func anyFunnels(t *rapid.T) []plan.Funnel {
	n := rapid.IntRange(1, 3).Draw(t, "funnels")
	funnels := make([]plan.Funnel, n)
	for i := range funnels {
		id := "f" + strconv.Itoa(i)
		funnels[i] = plan.Funnel{
			ID: id, Name: id, Share: plan.Percent{Value: big.NewRat(1, int64(n))}, Stages: anyStages(t),
		}
	}
	return funnels
}

func anyStages(t *rapid.T) []plan.Stage {
	n := rapid.IntRange(1, 5).Draw(t, "stages")
	stages := make([]plan.Stage, n)
	for i := range stages {
		id := "s" + strconv.Itoa(i)
		stages[i] = plan.Stage{
			ID:    id,
			Name:  id,
			Phase: rapid.SampledFrom([]string{"", "know", "refer"}).Draw(t, "phase"),
		}
		if i < n-1 {
			anyStep(t, &stages[i])
		}
	}
	return stages
}

// anyStep fills in what stages have that another one follows.
func anyStep(t *rapid.T, s *plan.Stage) {
	s.Rate = anyRate(t)
	s.Recovers.Value = big.NewRat(rapid.Int64Range(0, 1000).Draw(t, "recovers"), 1000)
	low := rapid.Int64Range(1, 1000).Draw(t, "lag")
	s.Lag = plan.Lag{Low: plan.Duration(low), High: plan.Duration(low + rapid.Int64Range(0, 1000).Draw(t, "more lag"))}
	s.InProgress = plan.Count(rapid.Int64Range(0, 1e12).Draw(t, "in progress"))
	s.UnitCost.Value = from0(t, "unit cost")
	if rapid.Bool().Draw(t, "capacity") {
		s.Capacity = &plan.Capacity{People: plan.Number{Value: above0(t, "people")}, PerDay: plan.Number{Value: above0(t, "per day")}}
	}
	if rapid.Bool().Draw(t, "dates") {
		start := funnel.Date(rapid.IntRange(10_000, 30_000).Draw(t, "start"))
		s.Dates.Span = &funnel.Span{Start: start, End: start + funnel.Date(rapid.IntRange(0, 99).Draw(t, "days"))}
	}
	if rapid.Bool().Draw(t, "reminders") {
		s.Reminders = []plan.Reminder{}
		for range rapid.IntRange(0, 3).Draw(t, "how many reminders") {
			s.Reminders = append(s.Reminders, plan.Reminder{
				Before: plan.Duration(rapid.IntRange(1, 500).Draw(t, "before")), Content: anyText(t, "content"),
			})
		}
	}
}

func anyRate(t *rapid.T) plan.Rate {
	switch rapid.IntRange(0, 2).Draw(t, "kind of rate") {
	case 0:
		of := rapid.Int64Range(1, 1000).Draw(t, "of")
		seen := rapid.Int64Range(1, of).Draw(t, "seen")
		return plan.Rate{Rate: funnel.Rate{
			Value: big.NewRat(seen, of), Alpha: float64(seen) + 0.5, Beta: float64(of-seen) + 0.5, Seen: seen, Of: of,
		}}
	case 1:
		low := big.NewRat(rapid.Int64Range(200, 400).Draw(t, "low"), 1000)
		high := new(big.Rat).Add(low, big.NewRat(rapid.Int64Range(1, 300).Draw(t, "width"), 1000))
		lowFloat, _ := low.Float64()
		highFloat, _ := high.Float64()
		alpha, beta, err := funnel.FitBeta(lowFloat, highFloat)
		if err != nil {
			t.Fatal(err)
		}
		mean, _ := new(big.Rat).SetString(strconv.FormatFloat(alpha/(alpha+beta), 'f', 4, 64))
		return plan.Rate{Rate: funnel.Rate{Value: mean, Alpha: alpha, Beta: beta}, Low: low, High: high}
	}
	return plan.Rate{Rate: funnel.Rate{Value: anyShare(t, "rate")}}
}

func anyBudget(t *rapid.T) plan.Budget {
	if rapid.Bool().Draw(t, "one amount") {
		return plan.Budget{Total: above0(t, "budget")}
	}
	b := plan.Budget{Total: new(big.Rat)}
	for i := range rapid.IntRange(1, 4).Draw(t, "lines") {
		amount := above0(t, "line")
		b.Total.Add(b.Total, amount)
		b.Lines = append(b.Lines, plan.BudgetLine{Name: "line " + strconv.Itoa(i), Amount: plan.Money{Value: amount}})
	}
	subsidy := new(big.Rat).Mul(b.Total, big.NewRat(-1, 2))
	b.Lines = append(b.Lines, plan.BudgetLine{Name: "subsidy", Amount: plan.Money{Value: subsidy}})
	b.Total.Add(b.Total, subsidy)
	return b
}

// anyText is a text that YAML might take for something else.
func anyText(t *rapid.T, label string) string {
	return rapid.SampledFrom([]string{
		"", "Q1 2027: new clients", "2027", "yes", "null", "@home", "- a", "# no comment", `"quoted"`, "Campaña de otoño", "a\\b", "客户",
	}).Draw(t, label)
}

// Amounts have at most two decimals, for with three they can be read in two
// ways.
func from0(t *rapid.T, label string) *big.Rat {
	return big.NewRat(rapid.Int64Range(0, 1e6).Draw(t, label), 100)
}

func above0(t *rapid.T, label string) *big.Rat {
	return big.NewRat(rapid.Int64Range(1, 1e6).Draw(t, label), 100)
}

func anyShare(t *rapid.T, label string) *big.Rat {
	return big.NewRat(rapid.Int64Range(1, 10_000).Draw(t, label), 10_000)
}

// printPlan writes a plan file. It leaves out what the plan leaves out.
func printPlan(p *plan.Plan) string {
	var b strings.Builder
	b.WriteString("version: 1\n")
	line(&b, "", "name", quoted(p.Name))
	line(&b, "", "currency", p.Currency)
	printBudget(&b, p.Budget)
	line(&b, "", "target_return", p.TargetReturn.String())
	line(&b, "", "target_revenue", p.TargetRevenue.String())
	line(&b, "", "target_clients", count(p.TargetClients))
	line(&b, "", "average_revenue_per_client", p.AverageRevenue.String())
	line(&b, "", "gross_margin", p.GrossMargin.String())
	line(&b, "", "repeat_purchases", p.RepeatPurchases.String())
	line(&b, "", "existing_revenue", p.ExistingRevenue.String())
	if p.Confidence != nil {
		line(&b, "", "confidence", strings.ReplaceAll(fmt.Sprint(p.Confidence), " ", ", "))
	}
	line(&b, "", "success_stage", p.SuccessStage)
	if p.Stages != nil {
		printStages(&b, "", p.Stages)
	}
	if p.Funnels != nil {
		b.WriteString("funnels:\n")
	}
	for _, f := range p.Funnels {
		b.WriteString("  - id: " + f.ID + "\n")
		line(&b, "    ", "share", f.Share.String())
		printStages(&b, "    ", f.Stages)
	}
	printActivities(&b, p)
	printActuals(&b, p.Actuals)
	printCheck(&b, p.Check)
	printIdealClient(&b, p.IdealClient)
	printQualification(&b, p.Qualification)
	return b.String()
}

func printActuals(b *strings.Builder, a plan.Actuals) {
	b.WriteString("actuals:\n  sources:\n")
	for _, s := range a.Sources {
		b.WriteString("    - path: " + quoted(s.Path) + "\n")
		line(b, "      ", "table", quoted(s.Table))
		line(b, "      ", "query", quoted(s.Query))
		line(b, "      ", "time_zone", quoted(s.TimeZone))
		printReading(b, "      ", s.Reading)
	}
	if len(a.Sources) == 0 {
		b.WriteString("    []\n")
	}
	printReading(b, "  ", a.Reading)
}

func printReading(b *strings.Builder, indent string, r plan.Reading) {
	printPairs(b, indent, "columns", r.Columns)
	printPairs(b, indent, "values", r.Values)
	printPairs(b, indent, "channels", r.Channels)
	line(b, indent, "date_order", r.DateOrder)
	line(b, indent, "decimal", r.Decimal)
	line(b, indent, "encoding", quoted(r.Encoding))
	line(b, indent, "delimiter", quoted(r.Delimiter))
	line(b, indent, "sheet", quoted(r.Sheet))
	line(b, indent, "kind", r.Kind)
}

func printPairs(b *strings.Builder, indent, name string, pairs map[string]string) {
	if len(pairs) == 0 {
		return
	}
	b.WriteString(indent + name + ":\n")
	for key, value := range pairs {
		b.WriteString(indent + "  " + strconv.Quote(key) + ": " + strconv.Quote(value) + "\n")
	}
}

func printCheck(b *strings.Builder, c plan.Check) {
	b.WriteString("check:\n  judge: [" + strings.Join(c.Judge, ", ") + "]\n")
	line(b, "  ", "on_track", c.OnTrack.String())
	line(b, "  ", "at_risk", c.AtRisk.String())
	if c.Prior > 0 {
		line(b, "  ", "prior", strconv.FormatInt(int64(c.Prior), 10))
	}
	b.WriteString("  thresholds:\n")
	for _, t := range c.Thresholds {
		b.WriteString("    - " + t.Expression + "\n")
	}
	if len(c.Thresholds) == 0 {
		b.WriteString("    []\n")
	}
}

func printBudget(b *strings.Builder, budget plan.Budget) {
	if len(budget.Lines) == 0 {
		line(b, "", "budget", plan.Money{Value: budget.Total}.String())
		return
	}
	b.WriteString("budget:\n")
	for _, l := range budget.Lines {
		line(b, "  ", l.Name, l.Amount.String())
	}
}

func printStages(b *strings.Builder, indent string, stages []plan.Stage) {
	b.WriteString(indent + "stages:\n")
	for _, s := range stages {
		b.WriteString(indent + "  - id: " + s.ID + "\n")
		in := indent + "    "
		line(b, in, "phase", s.Phase)
		if s.Rate.Value == nil {
			continue
		}
		line(b, in, "rate", s.Rate.String())
		line(b, in, "recovers", s.Recovers.String())
		line(b, in, "lag", s.Lag.String())
		line(b, in, "unit_cost", s.UnitCost.String())
		line(b, in, "in_progress", count(s.InProgress))
		if c := s.Capacity; c != nil {
			line(b, in, "capacity", fmt.Sprintf("{people: %s, per_day: %s}", c.People, c.PerDay))
		}
		if s.Dates.Span != nil {
			line(b, in, "dates", span(s.Dates.Span))
		}
		if s.Reminders != nil {
			printReminders(b, in, s.Reminders)
		}
	}
}

// line writes a key and its value, nothing where that is empty.
func line(b *strings.Builder, indent, key, value string) {
	if value != "" {
		b.WriteString(indent + key + ": " + value + "\n")
	}
}

func quoted(s string) string {
	if s == "" {
		return ""
	}
	return strconv.Quote(s)
}

func count(n plan.Count) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatInt(int64(n), 10)
}
