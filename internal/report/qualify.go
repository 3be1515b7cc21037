package report

import (
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"embudo/funnel"
	"embudo/internal/actuals"
	"embudo/internal/i18n"
	"embudo/plan"
)

// Qualified is what became of leads, and what was done with them.
type Qualified struct {
	*actuals.Qualified
	Client  plan.IdealClient
	Sales   plan.Qualification
	Outcome string // id of the stage that counts, empty: the last one
	Written string // the file with their scores, empty: none
	Plan    *funnel.Result
	AsOf    funnel.Date
}

// Qualify shows leads held against the ideal client.
func Qualify(r *Qualified, l *i18n.Language) *Document {
	d := &Document{
		Language:   l,
		Currency:   r.Plan.Plan.Currency,
		MinorUnits: r.Plan.Plan.MinorUnits,
		Title:      planTitle(r.Plan.Plan, l) + " · " + string(l.Qualify.Title),
		Main:       func() Table { return qualifyMain(r) },
		Data:       func() any { return qualifyJSON(r) },
	}
	q := qualifyReport{Document: d, result: r, text: l.Qualify, stage: r.outcomeName()}
	d.Summary = q.summary()
	if r.All.Leads == 0 {
		d.addNotes(q.sourceNotes())
		return d
	}
	q.Blocks = append(q.Blocks, q.levels(), q.rules())
	if lines := q.keptBack(); len(lines) > 0 {
		q.Blocks = append(q.Blocks, Lines{Lines: lines})
	}
	if r.All.Reached > 0 {
		q.Blocks = append(q.Blocks, q.lifts(), q.filters())
	}
	d.addNotes(append(q.notes(), q.sourceNotes()...))
	return d
}

// qualifyReport puts the document on leads together.
type qualifyReport struct {
	*Document
	result *Qualified
	text   i18n.Qualify
	stage  string // name of the one that counts
}

// outcomeName is the name of the stage that counts.
func (r *Qualified) outcomeName() string {
	stages := r.Plan.Plan.Funnels[0].Stages
	for _, f := range r.Plan.Plan.Funnels {
		for _, s := range f.Stages {
			if s.ID == r.Outcome {
				return s.Name
			}
		}
	}
	return stages[len(stages)-1].Name
}

// level is the count of a level.
func (r *Qualified) level(level funnel.Level) funnel.LevelCount {
	return r.Levels[slices.Index(funnel.Levels(), level)]
}

func (q *qualifyReport) summary() string {
	l, r := q.Language, q.result
	if r.All.Leads == 0 {
		return string(q.text.NoLeads)
	}
	mqls := r.level(funnel.LevelMQL).AtLeast.Leads
	sentences := []string{
		q.text.Summary.Fill("leads", l.Number(r.All.Leads), "mqls", l.Number(mqls),
			"share", l.PercentTo(partOf(mqls, r.All.Leads), 1), "out", l.Number(r.level(funnel.LevelOut).At.Leads)),
		q.text.Criteria.Fill("points", l.Short(r.Profile.Points(), 2), "lead", l.Short(r.Profile.Lead, 2), "mql", l.Short(r.Profile.MQL, 2)),
	}
	if r.Written != "" {
		columns := strings.Join(actuals.ScoreColumns(), ", ")
		sentences = append(sentences, q.text.WrittenTo.Fill("file", r.Written, "columns", columns))
		if encoding := r.Sources[0].Encoding; encoding != "" && encoding != "utf-8" {
			sentences = append(sentences, q.text.FromEncoding.Fill("encoding", encoding))
		}
		if r.Sources[0].Format == "xlsx" {
			sentences = append(sentences, string(q.text.FromWorkbook))
		}
	}
	return strings.Join(sentences, " ")
}

// partOf is n of all as a fraction, nil of nobody.
func partOf(n, all int64) *big.Rat {
	if all == 0 {
		return nil
	}
	return big.NewRat(n, all)
}

func part(n, all int64) Cell {
	if all == 0 {
		return Cell{}
	}
	return Cell{Value: Points{big.NewRat(n, all)}}
}

func leads(n int64) Cell { return count(big.NewInt(n)) }

// levels is how many are at each level, against the plan.
func (q *qualifyReport) levels() Table {
	r := q.result
	t := Table{Title: string(q.text.Levels), Columns: []Column{
		{Title: string(q.text.Level)},
		{Title: string(q.text.Here), Number: true},
		{Title: string(q.text.Share), Number: true, Extra: 1},
		{Title: string(q.text.AtLeast), Number: true},
	}}
	asked := funnel.Asked(r.Plan, r.AsOf)
	if len(asked) > 0 {
		t.Columns = append(t.Columns, Column{Title: string(q.text.Needed), Number: true})
	}
	dated := r.isDated() && len(asked) > 0
	if dated {
		t.Columns = append(t.Columns, Column{Title: string(q.text.ToDate), Number: true}, Column{Title: string(q.text.Came), Number: true}, Column{Title: string(q.text.Attained), Number: true, Extra: 2})
	}
	for _, level := range r.Levels {
		row := []Cell{
			term(string(level.Level), q.text.LevelNames), leads(level.At.Leads), part(level.At.Leads, r.All.Leads), atLeast(level),
		}
		a := asked[level.Level]
		if len(asked) > 0 {
			row = append(row, count(a.Needed))
		}
		if dated {
			came := r.came(level.Level)
			row = append(row, count(a.TargetToDate), Cell{}, attained(came, a.TargetToDate))
			if level.Level != funnel.LevelOut {
				row[len(row)-2] = leads(came)
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// isDated reports whether leads can be held against what is due by a day: the plan
// has a period, and all sources say when their leads came.
func (r *Qualified) isDated() bool { return r.Plan.Plan.Period != nil && len(r.Undated) == 0 }

// came counts the leads of the period up to the day at a level or above.
func (r *Qualified) came(level funnel.Level) int64 {
	var n int64
	levels := funnel.Levels()
	for _, above := range levels[slices.Index(levels, level):] {
		n += r.Came[above]
	}
	return n
}

func attained(n int64, target *big.Int) Cell {
	if target == nil || target.Sign() == 0 {
		return Cell{}
	}
	return Cell{Value: Points{new(big.Rat).SetFrac(big.NewInt(n), target)}}
}

// rules is how many meet each rule.
func (q *qualifyReport) rules() Table {
	r := q.result
	t := Table{Title: string(q.text.Rules), Columns: []Column{
		{Title: string(q.text.Rule), Room: 24},
		{Title: string(q.text.Asks), Room: 30, Spare: 1},
		{Title: string(q.text.Points), Number: true},
		{Title: string(q.text.Met), Number: true},
		{Title: string(q.text.Failed), Number: true},
		{Title: string(q.text.Unknown), Number: true},
		{Title: string(q.text.Alone), Number: true},
	}}
	for i, of := range r.Rules {
		t.Rows = append(t.Rows, []Cell{
			text(r.Profile.Rules[i].Name), text(q.demands(i)), number(r.Profile.Rules[i].Weight, places(r.Profile.Rules[i].Weight)),
			part(of.Met.Leads, r.All.Leads), part(of.Failed.Leads, r.All.Leads), part(of.Unknown.Leads, r.All.Leads), leads(of.Alone.Leads),
		})
	}
	return t
}

// demands is what a rule wants of its field, and whether it must be met.
func (q *qualifyReport) demands(i int) string {
	asks := q.asks(q.result.Client.Rules[i])
	if q.result.Profile.Rules[i].Must {
		return q.text.Must.Fill("asks", asks)
	}
	return asks
}

// asks is what a rule wants of its field.
func (q *qualifyReport) asks(r plan.ClientRule) string {
	switch {
	case len(r.In) > 0:
		return q.text.In.Fill("texts", q.listed(r.In))
	case len(r.NotIn) > 0:
		return q.text.NotIn.Fill("texts", q.listed(r.NotIn))
	case r.Matches != "":
		return q.text.Matches.Fill("pattern", r.Matches)
	case r.Min.IsSet() && r.Max.IsSet():
		return q.text.Between.Fill("least", q.bound(r.Min), "most", q.bound(r.Max))
	case r.Max.Date != nil:
		return q.text.UntilDay.Fill("most", q.bound(r.Max))
	case r.Min.Date != nil:
		return q.text.SinceDay.Fill("least", q.bound(r.Min))
	case r.Max.IsSet():
		return q.text.AtMostBound.Fill("most", q.bound(r.Max))
	}
	return q.text.AtLeastBound.Fill("least", q.bound(r.Min))
}

func (q *qualifyReport) bound(b plan.Bound) string {
	if b.Date != nil {
		return q.Language.Date(b.Date.Time())
	}
	return q.Language.Short(b.Number, 4)
}

// maxShown bounds the texts of a rule that a table shows.
const maxShown = 5

func (q *qualifyReport) listed(texts []string) string {
	if len(texts) <= maxShown {
		return strings.Join(texts, ", ")
	}
	return q.text.NotAll.Fill("texts", strings.Join(texts[:maxShown], ", "), "more", q.Language.Number(int64(len(texts)-maxShown)))
}

// maxReasons bounds the rules that a sentence lists.
const maxReasons = 3

// keptBack says what alone keeps most leads from being MQLs.
func (q *qualifyReport) keptBack() []string {
	r := q.result
	var order []int
	for i := range r.Rules {
		if r.Rules[i].Alone.Leads > 0 {
			order = append(order, i)
		}
	}
	if len(order) == 0 {
		return nil
	}
	slices.SortStableFunc(order, func(a, b int) int { return int(r.Rules[b].Alone.Leads - r.Rules[a].Alone.Leads) })
	var rules []string
	for _, i := range order[:min(len(order), maxReasons)] {
		rules = append(rules, q.text.KeepsBackOne.Fill("rule", r.Profile.Rules[i].Name, "leads", q.Language.Number(r.Rules[i].Alone.Leads)))
	}
	return []string{q.text.KeepsBack.Fill("rules", strings.Join(rules, ", "))}
}

// Ratio is how many times one number another is.
type Ratio struct {
	*big.Rat
	text i18n.Text
}

// Show gives the ratio with two decimals.
func (r Ratio) Show(d *Document) string { return r.text.Fill("times", d.Language.Decimal(r.Rat, 2)) }

// Raw gives the float64 nearest to the ratio.
func (r Ratio) Raw() string { return plain(r.Rat) }

// ratioPlaces is to how many decimals ratios are rounded: the same on all
// processors.
const ratioPlaces = 4

// rounded is a number as exact as it is shown anywhere, nil for one without a
// bound.
func rounded(x float64) *big.Rat {
	if math.IsInf(x, 0) {
		return nil
	}
	r, _ := new(big.Rat).SetString(strconv.FormatFloat(x, 'f', ratioPlaces, 64))
	return r
}

func (q *qualifyReport) ratio(x float64) Cell {
	r := rounded(x)
	if r == nil {
		return Cell{Value: Text("∞")}
	}
	return Cell{Value: Ratio{r, q.text.Times}}
}

// lifts is what each rule does for the outcome.
func (q *qualifyReport) lifts() Table {
	r := q.result
	t := Table{Title: q.text.Outcomes.Fill("stage", q.stage), Columns: []Column{
		{Title: string(q.text.Rule), Room: 24},
		{Title: string(q.text.RateMet), Number: true},
		{Title: string(q.text.RateFailed), Number: true},
		{Title: string(q.text.Lift), Number: true},
		{Title: string(q.text.Range), Number: true},
		{Title: string(q.text.Says)},
	}}
	tones := map[funnel.Helps]Tone{funnel.HelpsYes: Good, funnel.HelpsNo: Bad}
	for i, of := range r.Rules {
		lift := r.Lift(i)
		row := []Cell{text(r.Profile.Rules[i].Name), part(of.Met.Reached, of.Met.Known), part(of.Failed.Reached, of.Failed.Known), {}, {}, {}}
		if lift != nil {
			row[3] = q.ratio(lift.Value)
			row[4] = Cell{Value: Range{Low: q.ratio(lift.Low).Value, High: q.ratio(lift.High).Value}}
			row[5] = term(string(lift.Helps()), q.text.HelpsWords)
			row[5].Tone = tones[lift.Helps()]
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// filters is what a filter would keep and throw away.
func (q *qualifyReport) filters() Table {
	r := q.result
	t := Table{Title: string(q.text.Filters), Columns: []Column{
		{Title: string(q.text.From), Number: true},
		{Title: string(q.text.Level)},
		{Title: string(q.text.Kept), Number: true},
		{Title: string(q.text.KeptShare), Number: true, Extra: 1},
		{Title: q.text.KeptReached.Fill("stage", q.stage), Number: true},
		{Title: q.text.LostReached.Fill("stage", q.stage), Number: true},
		{Title: string(q.text.KeptRate), Number: true, Extra: 2},
	}}
	for _, f := range r.Filters() {
		level := Cell{Value: Text("")}
		if f.Level != "" {
			level = term(string(f.Level), q.text.LevelNames)
		}
		t.Rows = append(t.Rows, []Cell{
			number(f.Points, places(f.Points)), level, leads(f.Kept.Leads), part(f.Kept.Leads, r.All.Leads),
			leads(f.Kept.Reached), leads(r.Lost(f)), part(f.Kept.Reached, f.Kept.Known),
		})
	}
	return t
}

// places is how many decimals points have, two at most.
func places(r *big.Rat) int {
	const most = 2
	n, _ := r.FloatPrec()
	return min(n, most)
}

// notes say what the tables cannot.
func (q *qualifyReport) notes() []Note {
	l, r := q.Language, q.result
	var list []Note
	say := func(text string) { list = append(list, Note{Text: text}) }
	if n := r.Undecided.Leads; n > 0 {
		say(q.text.Undecided.Fill("leads", l.Number(n)))
	}
	if n := r.NeedTooSoon.Leads; n > 0 {
		say(q.text.NeedTooSoon.Fill("leads", l.Number(n)))
	}
	switch missing := q.notNamed(); {
	case r.Sales.Need == "":
		say(string(q.text.NoNeed))
	case len(missing) > 0:
		say(q.text.NoOpportunity.Fill("keys", strings.Join(missing, ", ")))
	}
	for _, text := range q.outcomeNotes() {
		say(text)
	}
	say(string(q.text.AloneNote))
	if len(funnel.Asked(r.Plan, r.AsOf)) > 0 {
		say(q.dueNote())
	}
	return list
}

// dueNote says which leads are held against the plan.
func (q *qualifyReport) dueNote() string {
	switch r := q.result; {
	case r.isDated():
		return q.text.CameNote.Fill("day", q.Language.Date(r.AsOf.Time()))
	case r.Plan.Plan.Period != nil:
		return q.text.NotDated.Fill("sources", strings.Join(r.Undated, ", "))
	}
	return string(q.text.WholeFile)
}

// notNamed are the keys of what sales confirms that have no column.
func (q *qualifyReport) notNamed() []string {
	s := q.result.Sales
	var keys []string
	for _, of := range [][2]string{{"need", s.Need}, {"value", s.Value}, {"budget", s.Budget}, {"decision_maker", s.DecisionMaker}} {
		if of[1] == "" {
			keys = append(keys, of[0])
		}
	}
	return keys
}

// outcomeNotes say what is known of how leads ended, and what that teaches.
func (q *qualifyReport) outcomeNotes() []string {
	l, r := q.Language, q.result
	if r.Qualified.Outcome == actuals.OutcomesNone {
		return []string{q.text.NoOutcome.Fill("stage", q.stage)}
	}
	known := q.text.Known.Fill("known", l.Number(r.All.Known), "reached", l.Number(r.All.Reached), "stage", q.stage,
		"rate", q.Show(part(r.All.Reached, r.All.Known)))
	if open := r.All.Leads - r.All.Known; open > 0 {
		known += " " + q.text.KnownOpen.Fill("open", l.Number(open))
	}
	texts := []string{known}
	if r.Qualified.Outcome == actuals.OutcomesReached {
		texts = append(texts, q.text.NotLost.Fill("stage", q.stage))
	}
	if r.All.Reached == 0 {
		return texts
	}
	texts = append(texts, q.text.LiftNote.Fill("stage", q.stage))
	if rules := q.rulesThat(funnel.HelpsUnclear); rules != "" {
		texts = append(texts, q.text.NoHelp.Fill("rules", rules))
	}
	if rules := q.rulesThat(funnel.HelpsTooFew); rules != "" {
		texts = append(texts, q.text.TooFew.Fill("rules", rules))
	}
	if rules := q.rulesThat(funnel.HelpsNo); rules != "" {
		texts = append(texts, q.text.Harms.Fill("rules", rules))
	}
	return append(texts, q.text.FilterNote.Fill("stage", q.stage))
}

// rulesThat are the names of the rules of which the outcomes say so.
func (q *qualifyReport) rulesThat(helps funnel.Helps) string {
	var names []string
	for i, rule := range q.result.Profile.Rules {
		if lift := q.result.Lift(i); lift != nil && lift.Helps() == helps {
			names = append(names, rule.Name)
		}
	}
	return strings.Join(names, ", ")
}

// sourceNotes are what was decided about the sources.
func (q *qualifyReport) sourceNotes() []Note {
	var list []Note
	for _, w := range q.result.Warnings {
		list = append(list, Note{Text: q.message(w)})
	}
	for i := range q.result.Sources {
		if left := q.leftOut(&q.result.Sources[i]); left != "" {
			list = append(list, Note{Text: left})
		}
		for _, p := range q.result.Sources[i].Notes {
			text, hint := SourceText(p, q.Language)
			note := SourcePosition(p) + ": " + text
			if hint != "" {
				note = q.text.SourceNote.Fill("place", SourcePosition(p), "text", text, "hint", hint)
			}
			list = append(list, Note{Text: note})
		}
	}
	return list
}

// leftOut says which rows of a source are no leads, empty where there are none.
func (q *qualifyReport) leftOut(s *actuals.QualifiedSource) string {
	l := q.Language
	rows := int64(0)
	var reasons []string
	for _, left := range s.LeftOut {
		rows += left.Rows
		reasons = append(reasons, q.text.LeftOutFor.Fill("reason", l.Actuals.Reasons[left.Reason], "rows", l.Number(left.Rows),
			"first", l.Number(int64(left.First))))
	}
	if rows == 0 {
		return ""
	}
	return q.text.LeftOut.Fill("source", s.Name, "rows", l.Number(rows), "reasons", strings.Join(reasons, ", "))
}
