package report

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"embudo/funnel"
	"embudo/internal/i18n"
	"embudo/plan"
)

// Compared is one of the plans that are held side by side.
type Compared struct {
	Name     string // what its column is called
	File     string
	Scenario *plan.Scenario // of that file; nil for the plan as it stands
	Plan     *plan.Plan
}

// Compare shows plans side by side, the first of them against each of the others.
func Compare(c *funnel.Comparison, plans []Compared, l *i18n.Language) *Document {
	first := c.Results[0].Plan
	read := make([]*plan.Plan, len(plans))
	names := make([]string, len(plans))
	for i := range plans {
		read[i], names[i] = plans[i].Plan, plans[i].Name
	}
	differences := plan.Differences(read...)
	d := &Document{
		Language:   l,
		Currency:   first.Currency,
		MinorUnits: first.MinorUnits,
		Title:      planTitle(first, l) + " · " + string(l.Compare.Title),
		Main:       func() Table { return compareMain(c, names) },
		Data:       func() any { return compareJSON(c, plans, differences) },
	}
	r := compareReport{Document: d, result: c, plans: plans, names: names, differences: differences, text: l.Compare}
	d.Summary = r.summary()
	r.overview()
	r.inputs()
	r.whole()
	for i := range c.Funnels {
		r.funnel(&c.Funnels[i])
	}
	d.addNotes(r.notes())
	return d
}

// compareReport puts the document of a comparison together.
type compareReport struct {
	*Document
	result      *funnel.Comparison
	plans       []Compared
	names       []string
	differences []plan.Difference
	text        i18n.Compare
}

// summary says in a sentence a plan what it changes; of many it only says how many
// there are.
func (r *compareReport) summary() string {
	others := len(r.plans) - 1
	if r.areMany() {
		return r.text.Several.Fill("plans", r.Language.Number(int64(others)), "first", r.names[0])
	}
	var sentences []string
	for i := 1; i <= others; i++ {
		sentences = append(sentences, r.sentence(i))
	}
	return strings.Join(sentences, " ")
}

// areMany reports whether there are more plans than anybody wants a sentence on.
func (r *compareReport) areMany() bool {
	const spoken = 3 // besides the first
	return len(r.plans)-1 > spoken
}

// overview has a row a plan, where they are many, with the numbers that matter
// most.
func (r *compareReport) overview() {
	if !r.areMany() {
		return
	}
	t := Table{Title: string(r.text.Overview), Columns: []Column{{Title: string(r.text.Plan)}}}
	for _, name := range r.names {
		t.Rows = append(t.Rows, []Cell{text(name)})
	}
	for _, m := range r.foremost() {
		t.Columns = append(t.Columns, Column{Title: m.what, Number: true})
		for i, value := range m.Values {
			t.Rows[i] = append(t.Rows[i], measuredIn(r.plan(i), m.Measure, value))
		}
	}
	r.Blocks = append(r.Blocks, t)
}

// namedMeasure is a measure with what it is called.
type namedMeasure struct {
	what string
	*funnel.Compared
}

// foremost are the numbers that matter most: the top of the funnel only where there
// is one.
func (r *compareReport) foremost() []namedMeasure {
	whole := func(m funnel.Measure) namedMeasure {
		return namedMeasure{string(r.text.Measures[string(m)]), measureIn(r.result.Measures, m)}
	}
	list := []namedMeasure{whole(funnel.MeasureBudget), whole(funnel.MeasureClients)}
	if len(r.result.Funnels) == 1 {
		top := &r.result.Funnels[0].Stages[0]
		list = append(list, namedMeasure{top.Name, measureIn(top.Measures, funnel.MeasureNeeded)})
	}
	return append(list, whole(funnel.MeasureReturn), whole(funnel.MeasureChance))
}

// sentence says what is different about one plan.
func (r *compareReport) sentence(i int) string {
	who := []any{"plan", r.names[i], "first", r.names[0]}
	switch changes := r.changes(i); {
	case len(changes) > 0:
		return r.text.Changes.Fill(append(who, "changes", strings.Join(changes, "; "))...)
	case r.result.SameAsFirst(i) && !r.saysOtherwise(i):
		return r.text.Same.Fill(who...)
	default:
		return r.text.NoChange.Fill(who...)
	}
}

// saysOtherwise reports whether a plan has an input of its own.
func (r *compareReport) saysOtherwise(i int) bool {
	return slices.ContainsFunc(r.differences, func(d plan.Difference) bool { return d.Values[i].Text != d.Values[0].Text })
}

// changes are the numbers that matter most and are not those of the first plan.
func (r *compareReport) changes(i int) []string {
	var changes []string
	for _, m := range r.foremost() {
		if !m.Differs(i) || m.Values[i] == nil {
			continue
		}
		what := m.what
		if m.Measure != funnel.MeasureNeeded { // a stage is called as its author does
			what = lowered(i18n.Text(what))
		}
		value := r.Show(measuredIn(r.plan(i), m.Measure, m.Values[i]))
		if m.Differences[i] == nil {
			changes = append(changes, r.text.Lacking.Fill("what", what, "value", value))
			continue
		}
		changes = append(changes, r.text.Change.Fill("what", what, "value", value, "difference", r.Show(delta(m.Differences[i], unitOf(m.Measure)))))
	}
	return changes
}

// lowered is a heading as it stands within a sentence.
func lowered(heading i18n.Text) string {
	return strings.ToLower(string(heading[:1])) + string(heading[1:])
}

// plan is one of the plans as it was computed with.
func (r *compareReport) plan(i int) *funnel.Plan { return r.result.Results[i].Plan }

// measureIn finds a measure among others; there is one of each.
func measureIn(list []funnel.Compared, m funnel.Measure) *funnel.Compared {
	return &list[slices.IndexFunc(list, func(c funnel.Compared) bool { return c.Measure == m })]
}

// table is an empty table with a column a plan: of two plans with one more for the
// difference, of more with the difference beside each value.
func (r *compareReport) table(title, heading string) Table {
	t := Table{Title: title, Lead: 2, Columns: []Column{{Title: heading}}}
	for _, name := range r.names {
		t.Columns = append(t.Columns, Column{Title: name, Number: true})
	}
	if r.isPair() {
		t.Lead = 0
		t.Columns = append(t.Columns, Column{Title: string(r.text.Difference), Number: true})
	}
	return t
}

func (r *compareReport) isPair() bool { return len(r.plans) == 2 }

// row is a value a plan, with the differences from the first.
func (r *compareReport) row(heading string, values []Cell, differences []*big.Rat, u unit) []Cell {
	row := []Cell{{Value: Text(heading)}}
	for i, value := range values {
		if !r.isPair() && i > 0 && value.Value != nil && differences[i] != nil {
			value.Value = Beside{value.Value, Delta{differences[i], u}}
		}
		row = append(row, value)
	}
	if r.isPair() {
		row = append(row, delta(differences[1], u))
	}
	return row
}

// measured is a row of a measure.
func (r *compareReport) measured(heading string, c *funnel.Compared) []Cell {
	values := make([]Cell, len(c.Values))
	for i, value := range c.Values {
		values[i] = measuredIn(r.plan(i), c.Measure, value)
		if c.Measure == funnel.MeasureShort && value != nil && value.Sign() > 0 {
			values[i].Tone = Bad
		}
	}
	return r.row(heading, values, c.Differences, unitOf(c.Measure))
}

// inputs lists the keys of which the plans say different things.
func (r *compareReport) inputs() {
	const most = 40
	t := r.table(string(r.text.Inputs), string(r.text.Key))
	for _, d := range r.differences[:min(most, len(r.differences))] {
		u := unitOfKey(d.Type)
		values, differences := make([]Cell, len(r.plans)), make([]*big.Rat, len(r.plans))
		for i, said := range d.Values {
			values[i] = r.saidIn(r.plan(i), d.Type, said)
			if first := d.Values[0].Number; first != nil && said.Number != nil && (u != unitMoney || r.result.SameCurrency[i]) {
				differences[i] = new(big.Rat).Sub(said.Number, first)
			}
		}
		t.Rows = append(t.Rows, r.row(d.Path, values, differences, u))
	}
	if len(t.Rows) > 0 {
		r.Blocks = append(r.Blocks, t)
	}
	if more := len(r.differences) - most; more > 0 {
		r.Blocks = append(r.Blocks, Lines{Lines: []string{r.text.More.Fill("more", r.Language.Number(int64(more)))}})
	}
}

// whole compares the plans as a whole.
func (r *compareReport) whole() {
	t := r.table(string(r.text.Results), string(r.text.Result))
	for i := range r.result.Measures {
		c := &r.result.Measures[i]
		if c.Measure == funnel.MeasureTarget || c.Measure == funnel.MeasureReferred && r.noReferrals() {
			continue // the inputs say what is asked as its author did
		}
		t.Rows = append(t.Rows, r.measured(string(r.text.Measures[string(c.Measure)]), c))
	}
	r.Blocks = append(r.Blocks, t)
}

func (r *compareReport) noReferrals() bool {
	return !slices.ContainsFunc(r.result.Results, func(result *funnel.Result) bool { return result.Plan.Referrals.Sign() > 0 })
}

// funnel compares one funnel: what its stages need, what one may cost, what it
// takes to be surer, and what people can hold.
func (r *compareReport) funnel(f *funnel.ComparedFunnel) {
	if len(r.result.Funnels) > 1 {
		t := r.table(r.nameOf(f), string(r.text.Result))
		for i := range f.Measures {
			t.Rows = append(t.Rows, r.measured(string(r.text.Measures[string(f.Measures[i].Measure)]), &f.Measures[i]))
		}
		r.Blocks = append(r.Blocks, t)
	}
	for k, c := range f.Stages[0].Measures {
		switch c.Measure {
		case funnel.MeasureNeeded:
			r.addStages(f, string(r.text.Needed), k)
		case funnel.MeasureAllowable:
			r.addStages(f, string(r.text.Allowable), k)
		case funnel.MeasureSure:
			r.addStages(f, r.text.Sure.Fill("confidence", r.Language.Percent(c.Confidence)), k)
		default: // rates are inputs; capacity and windows have tables of their own
		}
	}
	r.windows(f)
	r.capacity(f)
}

// nameOf is what a funnel is called. One that is the only one of its plan has no name
// there.
func (r *compareReport) nameOf(f *funnel.ComparedFunnel) string {
	if f.Name == "" {
		return r.text.Nameless.Fill("plans", r.those(f.In))
	}
	return f.Name
}

// named puts a funnel's name before a title where there are several.
func (r *compareReport) named(f *funnel.ComparedFunnel, title string) string {
	if len(r.result.Funnels) == 1 {
		return title
	}
	return r.text.Named.Fill("funnel", r.nameOf(f), "title", title)
}

// addStages compares one measure, the k-th, of each stage.
func (r *compareReport) addStages(f *funnel.ComparedFunnel, title string, k int) {
	t := r.table(r.named(f, title), string(r.Language.Words.Stage))
	for i := range f.Stages {
		c := &f.Stages[i].Measures[k]
		if anyKnown(c.Values) {
			t.Rows = append(t.Rows, r.measured(f.Stages[i].Name, c))
		}
	}
	if len(t.Rows) > 0 {
		r.Blocks = append(r.Blocks, t)
	}
}

// windows compares the last days on which entries are of use, where they differ.
func (r *compareReport) windows(f *funnel.ComparedFunnel) {
	t := r.table(r.named(f, string(r.text.When)), string(r.Language.Words.Stage))
	if r.isPair() {
		t.Columns = t.Columns[:len(t.Columns)-1]
	}
	differ := false
	for i := range f.Stages {
		s := &f.Stages[i]
		row := []Cell{{Value: Text(s.Name)}}
		for j, window := range s.Windows {
			differ = differ || s.WindowDiffers(j)
			if window == nil {
				row = append(row, Cell{})
				continue
			}
			row = append(row, Cell{Value: Day(window.End)})
		}
		t.Rows = append(t.Rows, row)
	}
	if differ {
		r.Blocks = append(r.Blocks, t)
	}
}

// capacity compares what people can hold, stage by stage.
func (r *compareReport) capacity(f *funnel.ComparedFunnel) {
	t := r.table(r.named(f, string(r.text.Capacity)), string(r.Language.Words.Stage))
	for i := range f.Stages {
		s := &f.Stages[i]
		shown := []funnel.Measure{funnel.MeasureAvailable, funnel.MeasureRequired}
		if anyAbove0(measureIn(s.Measures, funnel.MeasureShort).Values) {
			shown = append(shown, funnel.MeasureShort, funnel.MeasurePeople)
		}
		for _, m := range shown {
			if c := measureIn(s.Measures, m); anyKnown(c.Values) {
				heading := r.text.OfStage.Fill("stage", s.Name, "what", r.text.Measures[string(m)])
				t.Rows = append(t.Rows, r.measured(heading, c))
			}
		}
	}
	if len(t.Rows) > 0 {
		r.Blocks = append(r.Blocks, t)
	}
}

func anyKnown(values []*big.Rat) bool {
	return slices.ContainsFunc(values, func(x *big.Rat) bool { return x != nil })
}

func anyAbove0(values []*big.Rat) bool {
	return slices.ContainsFunc(values, func(x *big.Rat) bool { return x != nil && x.Sign() > 0 })
}

// notes says what scenarios are for, which money cannot be compared, and what only
// some of the plans should know.
func (r *compareReport) notes() []Note {
	var notes []Note
	for _, p := range r.plans {
		if p.Scenario == nil {
			continue
		}
		if when := p.Scenario.When; when != nil {
			notes = append(notes, Note{Text: r.text.Scenario.Fill("plan", p.Name, "condition", when.Expression)})
		}
		if p.Scenario.Do != "" {
			notes = append(notes, Note{Text: r.text.ScenarioDo.Fill("plan", p.Name, "do", p.Scenario.Do)})
		}
	}
	if others := r.others(r.result.SameCurrency); others != "" {
		currency := r.Currency
		if currency == "" {
			currency = string(r.text.NoCurrency)
		}
		notes = append(notes, Note{Text: r.text.Currencies.Fill("plans", others, "first", r.names[0], "currency", currency)})
	}
	for i := range r.result.Warnings {
		w := &r.result.Warnings[i]
		owner := slices.Index(w.In, true)
		speaker := Document{Language: r.Language, Currency: r.plan(owner).Currency, MinorUnits: r.plan(owner).MinorUnits}
		notes = append(notes, Note{Text: r.text.OnlyIn.Fill("plans", r.those(w.In), "text", speaker.message(w.Warning))})
	}
	return append(notes, Note{Text: string(r.text.AverageNote)})
}

// those names the plans of which something is so.
func (r *compareReport) those(so []bool) string {
	var names []string
	for i, name := range r.names {
		if so[i] {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// others names the plans of which it is not.
func (r *compareReport) others(so []bool) string {
	not := slices.Clone(so)
	for i := range not {
		not[i] = !so[i]
	}
	return r.those(not)
}

// compareMain is the comparison for spreadsheets and scripts: a row a measure and
// plan.
func compareMain(c *funnel.Comparison, names []string) Table {
	t := Table{}
	for _, key := range []string{"funnel", "stage", "metric", "plan", "value", "difference"} {
		t.Columns = append(t.Columns, Column{Key: key})
	}
	add := func(funnelID, stageID string, list []funnel.Compared) {
		for i := range list {
			for j, name := range names {
				t.Rows = append(t.Rows, []Cell{
					text(funnelID), text(stageID), text(metric(&list[i])), text(name), number(list[i].Values[j], 2), number(list[i].Differences[j], 2),
				})
			}
		}
	}
	add("", "", c.Measures)
	for i := range c.Funnels {
		f := &c.Funnels[i]
		add(f.ID, "", f.Measures)
		for j := range f.Stages {
			add(f.ID, f.Stages[j].ID, f.Stages[j].Measures)
		}
	}
	return t
}

// metric is the name of a measure in machine output: needed_for_90.
func metric(c *funnel.Compared) string {
	if c.Confidence == nil {
		return string(c.Measure)
	}
	percent, _ := new(big.Rat).Mul(c.Confidence, big.NewRat(100, 1)).Float64()
	return "needed_for_" + strconv.FormatFloat(percent, 'f', -1, 64)
}
