package report

import (
	"math/big"
	"strings"

	"embudo/funnel"
	"embudo/internal/i18n"
	"embudo/plan"
)

// Solved is a solution with where its plan came from: what --set takes to see the
// plan with it.
type Solved struct {
	*funnel.Solution
	File     string         // of the plan
	Changed  []plan.Setting // that the plan was read with
	Settings []plan.Setting // that give it the value; empty without one
	Says     string         // what the plan file says of the unknown, where that is uncertain
}

// Solve shows the value with which a plan comes out.
func Solve(r *Solved, l *i18n.Language) *Document {
	p := r.Before.Plan
	s := newSolveReport(r, l)
	d := s.Document
	d.Title = planTitle(p, l) + " · " + string(l.Solve.Title)
	d.Summary = s.headline()
	d.Tone = solveTone(r.Outcome)
	d.Main = func() Table { return solveMain(r) }
	d.Data = func() any { return solveJSON(r) }
	d.Blocks = append(d.Blocks, s.demands())
	for i := range r.Before.Funnels {
		d.Blocks = append(d.Blocks, s.stages(i))
	}
	if lines := s.below(); len(lines) > 0 {
		d.Blocks = append(d.Blocks, Lines{Lines: lines})
	}
	if command := s.command(); command != "" {
		d.Blocks = append(d.Blocks, Lines{Lines: []string{l.Solve.TryIt.Fill("command", command)}, Whole: true})
	}
	notes := footnotes{document: d}
	var list []Note
	if r.Outcome == funnel.Solved {
		list, _ = notes.of("", withoutPlace(r.After.Warnings))
	}
	d.addNotes(list)
	return d
}

// withoutPlace makes all warnings those of the plan: its tables here have no marks.
func withoutPlace(warnings []funnel.Warning) []funnel.Warning {
	list := make([]funnel.Warning, len(warnings))
	for i, w := range warnings {
		w.Funnel, w.Stage = "", ""
		list[i] = w
	}
	return list
}

func solveTone(o funnel.SolveOutcome) Tone {
	if o == funnel.NoValue {
		return Bad
	}
	return Good
}

// solveReport puts the document of a solution together.
type solveReport struct {
	*Document
	solved *Solved
	text   i18n.Solve
}

func newSolveReport(r *Solved, l *i18n.Language) *solveReport {
	p := r.Before.Plan
	return &solveReport{
		Document: &Document{Language: l, Currency: p.Currency, MinorUnits: p.MinorUnits}, solved: r, text: l.Solve,
	}
}

// name is what the unknown is called.
func (s *solveReport) name() string {
	u, p := &s.solved.Unknown, s.solved.Before.Plan
	leaf := u.Path[strings.LastIndex(u.Path, ".")+1:]
	stage := ""
	if u.Stage >= 0 {
		stage = p.Funnels[u.Funnel].Stages[u.Stage].Name
	}
	name := s.text.Names[leaf].Fill("stage", stage)
	if u.Funnel >= 0 {
		return s.inFunnel(u.Funnel, name)
	}
	return name
}

// inFunnel puts the name of the funnel before that of one of its things, in a plan
// with several.
func (s *solveReport) inFunnel(f int, name string) string {
	if len(s.solved.Before.Plan.Funnels) == 1 {
		return name
	}
	return s.text.InFunnel.Fill("name", name, "funnel", s.solved.Before.Plan.Funnels[f].Name)
}

// value writes a value of the unknown for people.
func (s *solveReport) value(x *big.Rat) string {
	switch s.solved.Unknown.Kind {
	case funnel.UnknownMoney:
		return s.sum(x)
	case funnel.UnknownShare:
		return s.Language.Percent(x)
	case funnel.UnknownNumber:
		return s.Language.Short(x, 4) // as it is rounded
	default:
		return s.Language.Short(x, 2)
	}
}

// endPlaces are the decimals that are shown of an end.
const endPlaces = 8

// exactValue writes a value as exactly as it can be written: as a fraction where
// its decimals do not end.
func (s *solveReport) exactValue(x *big.Rat) string {
	const longest = 30
	shown := x
	if s.solved.Unknown.Kind == funnel.UnknownShare {
		shown = new(big.Rat).Mul(x, big.NewRat(100, 1))
	}
	if ends(shown, endPlaces) || len(x.RatString()) > longest {
		return s.about(x)
	}
	return x.RatString() + " ≈ " + s.about(x)
}

// about writes a value with more decimals than it is rounded to.
func (s *solveReport) about(x *big.Rat) string {
	if s.solved.Unknown.Kind == funnel.UnknownShare {
		return s.Language.PercentTo(x, endPlaces)
	}
	return s.Language.Short(x, endPlaces)
}

// ends reports whether a number has no more than so many decimals.
func ends(x *big.Rat, places int) bool {
	n, exact := x.FloatPrec()
	return exact && n <= places
}

// headline is the answer in one sentence.
func (s *solveReport) headline() string {
	r, text := s.solved, s.text.AtMost
	switch r.Outcome {
	case funnel.AnyValue:
		return s.text.Any.Fill("name", s.name(), "goals", s.goals())
	case funnel.NoValue:
		return s.text.None.Fill("name", s.name(), "goals", s.goals(), "why", s.why())
	case funnel.Solved:
	}
	most := ""
	switch {
	case r.UpTo != nil:
		text, most = s.text.Within, s.value(r.UpTo)
	case r.asksNothing():
		text = s.text.AsLittle
	case r.Least:
		text = s.text.AtLeast
	}
	line := text.Fill("name", s.name(), "value", s.value(r.Value), "most", most, "goals", s.goals())
	if r.Unknown.Current != nil {
		line += s.text.PlanHas.Fill("current", s.value(r.Unknown.Current))
	}
	return line + "."
}

// asksNothing reports whether the value is a budget so small that nothing is to be
// paid for: then it has no end but the least that a plan may say.
func (r *Solved) asksNothing() bool {
	costs := false
	for _, d := range r.Demands {
		if d.Kind != funnel.DemandCost {
			continue
		}
		if d.After == nil || d.After.Ask == nil || d.After.Ask.Sign() > 0 {
			return false
		}
		costs = true
	}
	return costs && r.Outcome == funnel.Solved && r.Least && r.Unknown.Helps == funnel.PaysAndAsks
}

// goals are what it means that the plan comes out.
func (s *solveReport) goals() string {
	var goals []string
	costs, capacities := false, false
	for _, d := range s.solved.Demands {
		switch d.Kind {
		case funnel.DemandGiven:
			text := s.text.GoalGiven
			if s.solved.Confidence != nil {
				text = s.text.GoalSure
			}
			goals = append(goals, text.Fill("entries", s.amount(d.Kind, d.Before.There), "stage", s.stage(&d), "confidence", s.confidence()))
		case funnel.DemandCost:
			costs = true
		case funnel.DemandCapacity:
			capacities = true
		}
	}
	if costs {
		goals = append(goals, string(s.text.GoalCosts))
	}
	if capacities {
		goals = append(goals, string(s.text.GoalCapacities))
	}
	return strings.Join(goals, string(s.text.And))
}

func (s *solveReport) confidence() string {
	if s.solved.Confidence == nil {
		return ""
	}
	return s.Language.Percent(s.solved.Confidence)
}

// stage is the name of a demand's stage.
func (s *solveReport) stage(d *funnel.Demand) string {
	if d.Stage < 0 {
		return ""
	}
	return s.inFunnel(d.Funnel, s.solved.Before.Plan.Funnels[d.Funnel].Stages[d.Stage].Name)
}

// amount writes what is asked or there: money of costs, else a count.
func (s *solveReport) amount(kind funnel.DemandKind, x *big.Rat) string {
	switch {
	case x == nil:
		return "> " + s.Language.Count(big.NewInt(funnel.MaxNeeded))
	case kind == funnel.DemandCost:
		return s.sum(x)
	}
	return s.Language.Short(x, 2)
}

// why says what is too much even with the best value.
func (s *solveReport) why() string {
	r := s.solved
	for _, d := range r.Demands {
		if d.After == nil || d.Met(*d.After) {
			continue
		}
		if r.Endless && r.Least && d.Kind == funnel.DemandCost && r.Unknown.Helps == funnel.PaysAndAsks && r.After.Plan.Target.Kind == funnel.TargetReturn {
			return s.text.Outgrown.Fill("budget", s.value(r.Best), "ask", s.amount(d.Kind, d.After.Ask))
		}
		return s.even(&d) + ", " + s.short(&d)
	}
	return s.even(nil)
}

// even says with which value.
func (s *solveReport) even(d *funnel.Demand) string {
	r := s.solved
	same := d != nil && d.Before.Ask != nil && d.After.Ask != nil &&
		d.Before.Ask.Cmp(d.After.Ask) == 0 && d.Before.There.Cmp(d.After.There) == 0
	switch {
	case same && (r.Unknown.Current == nil || r.Unknown.Current.Cmp(r.Best) != 0):
		return string(s.text.NoMatter)
	case !r.Endless:
		return s.text.Even.Fill("best", s.value(r.Best))
	case r.Least:
		return string(s.text.High)
	}
	return string(s.text.Low)
}

func (s *solveReport) short(d *funnel.Demand) string {
	text := s.text.ShortGiven
	switch {
	case d.Kind == funnel.DemandCost:
		text = s.text.ShortCosts
	case d.Kind == funnel.DemandCapacity:
		text = s.text.ShortCapacity
	case d.After.Ask == nil:
		text = s.text.ShortBeyond
	case s.solved.Confidence != nil:
		text = s.text.ShortSure
	}
	return text.Fill("ask", s.amount(d.Kind, d.After.Ask), "there", s.amount(d.Kind, d.After.There), "stage", s.stage(d),
		"confidence", s.confidence(), "limit", s.Language.Count(big.NewInt(funnel.MaxNeeded)))
}

// demands is the table of what is asked of what there is only so much of: in the
// plan, with the value, and with the next one, which is too much.
func (s *solveReport) demands() Table {
	r := s.solved
	t := Table{Columns: []Column{{Title: string(s.text.Asked)}, {Title: string(s.text.Now), Number: true}}}
	columns := []func(funnel.Demand) *funnel.Strain{func(d funnel.Demand) *funnel.Strain { return &d.Before }}
	with := func(x *big.Rat, asked func(funnel.Demand) *funnel.Strain) {
		if x != nil {
			t.Columns = append(t.Columns, Column{Title: s.text.With.Fill("value", s.value(x)), Number: true})
			columns = append(columns, asked)
		}
	}
	with(r.Value, func(d funnel.Demand) *funnel.Strain { return d.After })
	with(r.Next, func(d funnel.Demand) *funnel.Strain { return d.Next })
	if r.Best != nil && !r.Endless {
		with(r.Best, func(d funnel.Demand) *funnel.Strain { return d.After })
	}
	for _, d := range r.Demands {
		row := []Cell{text(s.demandName(&d))}
		for _, asked := range columns {
			a := *asked(d)
			cell := text(s.text.Of.Fill("ask", s.amount(d.Kind, a.Ask), "there", s.amount(d.Kind, a.There)))
			cell.Tone = Good
			if !d.Met(a) {
				cell.Tone = Bad
			}
			row = append(row, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (s *solveReport) demandName(d *funnel.Demand) string {
	switch d.Kind {
	case funnel.DemandCost:
		return s.inFunnel(d.Funnel, string(s.text.Costs))
	case funnel.DemandCapacity:
		return s.text.Handle.Fill("stage", s.stage(d))
	default:
		return s.text.Given.Fill("stage", s.stage(d))
	}
}

// stages is the table of what a funnel needs, before and after.
func (s *solveReport) stages(i int) Table {
	r, l := s.solved, s.Language
	before, after := &r.Before.Funnels[i], &r.After.Funnels[i]
	t := Table{Columns: []Column{{Title: string(l.Words.Stage)}}}
	if len(r.Before.Funnels) > 1 {
		t.Title = before.Funnel.Name
	}
	for j := range before.Stages {
		t.Rows = append(t.Rows, []Cell{text(before.Stages[j].Stage.Name)})
	}
	add := func(title string, spare int, cell func(j int) Cell) {
		t.Columns = append(t.Columns, Column{Title: title, Number: true, Spare: spare})
		for j := range before.Stages {
			t.Rows[j] = append(t.Rows[j], cell(j))
		}
	}
	rate := func(f *funnel.FunnelResult) func(int) Cell {
		return func(j int) Cell { return percent(f.Stages[j].Stage.Rate.Value) }
	}
	then := r.shown()
	add(string(l.Words.Rate), 1, rate(before))
	add(string(s.text.Needed), 0, func(j int) Cell { return count(before.Stages[j].Needed) })
	if then != nil {
		add(s.text.Then.Fill("value", s.value(then)), 0, func(j int) Cell { return count(after.Stages[j].Needed) })
		add(string(s.text.Change), 2, func(j int) Cell {
			return change(new(big.Int).Sub(after.Stages[j].Needed, before.Stages[j].Needed))
		})
	}
	if r.Confidence == nil {
		return t
	}
	add(s.text.SureNow.Fill("confidence", s.confidence()), 0, func(j int) Cell { return count(solvedSure(&before.Stages[j])) })
	if then != nil {
		add(s.text.SureThen.Fill("confidence", s.confidence()), 0, func(j int) Cell { return count(solvedSure(&after.Stages[j])) })
	}
	return t
}

// shown is the value of the column on the right; nil without one.
func (r *Solved) shown() *big.Rat {
	switch {
	case r.Outcome == funnel.Solved:
		return r.Value
	case r.Outcome == funnel.NoValue && !r.Endless:
		return r.Best
	}
	return nil
}

// solvedSure is what makes sure, of the one confidence that was asked for.
func solvedSure(s *funnel.StageResult) *big.Int {
	if len(s.ForConfidence) == 0 {
		return nil
	}
	return s.ForConfidence[0].Needed
}

// below are the sentences under the tables.
func (s *solveReport) below() []string {
	r := s.solved
	var lines []string
	switch {
	case r.Outcome == funnel.NoValue && !r.Endless:
		lines = append(lines, s.text.BestIs.Fill("best", s.value(r.Best)))
	case r.Outcome != funnel.Solved:
	case r.asksNothing():
		lines = append(lines, string(s.text.AsksNothing))
	case r.Exact == nil:
		lines = append(lines, s.text.Between.Fill("exact", s.about(r.Does)))
	case r.Exact.Cmp(r.Value) == 0:
		lines = append(lines, string(s.text.ExactIs))
	default:
		lines = append(lines, s.text.Exact.Fill("exact", s.exactValue(r.Exact)))
	}
	if r.UpTo != nil {
		lines = append(lines, s.text.UpTo.Fill("most", s.value(r.UpTo)))
	}
	if r.Unknown.Uncertain {
		lines = append(lines, s.text.Uncertain.Fill("given", r.Says))
	}
	if r.Outcome == funnel.Solved && r.Before.Chance != nil && r.After.Chance != nil {
		lines = append(lines, s.text.Chances.Fill("before", s.Language.Chance(*r.Before.Chance), "after", s.Language.Chance(*r.After.Chance)))
	}
	return lines
}

func lower(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) < 0 {
		return a
	}
	return b
}

func higher(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) < 0 {
		return b
	}
	return a
}

// command is what to type to see the plan with the value; empty without one.
func (s *solveReport) command() string {
	r := s.solved
	if r.Outcome != funnel.Solved {
		return ""
	}
	words := []string{"embudo", "plan", typed(r.File)}
	for _, setting := range append(append([]plan.Setting(nil), r.Changed...), r.Settings...) {
		words = append(words, "--set", typed(setting.Path+"="+setting.Value))
	}
	return strings.Join(words, " ")
}

// typed is a word as shells take it: between double quotes where it has more than
// plain signs.
func typed(word string) string {
	const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-=/%"
	if word != "" && strings.Trim(word, plain) == "" {
		return word
	}
	return `"` + inShell(word) + `"`
}
