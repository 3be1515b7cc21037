package report

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"embudo/funnel"
	"embudo/internal/i18n"
)

// SLA shows the agreement between marketing and sales, as a page to sign.
func SLA(a *funnel.SLA, l *i18n.Language) *Document {
	plan := a.Plan.Plan
	s := slaReport{Document: &Document{
		Language: l, Currency: plan.Currency, MinorUnits: plan.MinorUnits,
		Title: planTitle(plan, l) + " · " + string(l.SLA.Title),
		Main:  func() Table { return slaMain(a, nil) },
		Data:  func() any { return slaJSON(a) },
	}, sla: a, text: &l.SLA}
	s.Summary = s.headline()
	s.idealClient()
	s.add(s.definitions())
	s.add(s.contributions())
	s.owes(funnel.Marketing, s.text.MarketingOwes)
	s.channels()
	s.owes(funnel.Sales, s.text.SalesOwes)
	s.add(s.people())
	s.add(s.work())
	s.Blocks = append(s.Blocks, s.rules())
	s.missing()
	s.addNotes(s.notes())
	s.Blocks = append(s.Blocks, s.signatures())
	return s.Document
}

// slaReport puts the document of an agreement together.
type slaReport struct {
	*Document
	sla   *funnel.SLA
	check *funnel.SLACheck // nil: nothing is held against it
	text  *i18n.SLA
}

// add puts a table into the document, unless it has no rows.
func (s *slaReport) add(t Table) {
	if len(t.Rows) > 0 {
		s.Blocks = append(s.Blocks, t)
	}
}

// headline is the agreement in one sentence.
func (s *slaReport) headline() string {
	leads, own := s.sla.Leads(), new(big.Int)
	for i := range s.sla.Funnels {
		if f := &s.sla.Funnels[i]; f.HandOver > 0 {
			own.Add(own, f.Own)
		}
	}
	text := s.text.SummaryOwn
	switch {
	case s.sla.Plan.Clients.Sign() == 0:
		return string(s.text.SummaryNothing)
	case len(s.sla.Funnels) > 1:
		return s.headlineOfFunnels()
	case leads.Sign() == 0:
		text = s.text.SummarySales
	case own.Sign() == 0:
		text = s.text.Summary
	}
	return text.Fill("leads", s.Language.Quantity(leads), "own", s.Language.Count(own),
		"stage", s.names(func(f *funnel.FunnelSLA) *funnel.StageResult { return f.Handed() }),
		"taken", s.names(func(f *funnel.FunnelSLA) *funnel.StageResult { return f.Taken() }),
		"clients", s.Language.Quantity(s.sla.Plan.Clients), "revenue", s.sum(s.sla.Plan.TargetRevenue))
}

// headlineOfFunnels says what is owed in each of several funnels.
func (s *slaReport) headlineOfFunnels() string {
	var parts []string
	for i := range s.sla.Funnels {
		f := &s.sla.Funnels[i]
		handed, taken := f.Handed(), f.Taken()
		values := []any{"funnel", f.Plan.Funnel.Name}
		if handed != nil {
			values = append(values, "leads", s.Language.Quantity(handed.Due()), "stage", handed.Stage.Name)
		}
		if taken != nil {
			values = append(values, "own", s.Language.Quantity(f.Own), "taken", taken.Stage.Name)
		}
		text := s.text.FunnelOwn
		switch {
		case handed == nil:
			text = s.text.FunnelSales
		case f.Own.Sign() == 0:
			text = s.text.FunnelMarketing
		}
		parts = append(parts, text.Fill(values...))
	}
	return s.text.SummaryFunnels.Fill("funnels", strings.Join(parts, " "),
		"clients", s.Language.Quantity(s.sla.Plan.Clients), "revenue", s.sum(s.sla.Plan.TargetRevenue))
}

// names are those of a stage of each funnel, each once.
func (s *slaReport) names(of func(*funnel.FunnelSLA) *funnel.StageResult) string {
	var names []string
	for i := range s.sla.Funnels {
		if stage := of(&s.sla.Funnels[i]); stage != nil && !slices.Contains(names, stage.Stage.Name) {
			names = append(names, stage.Stage.Name)
		}
	}
	return strings.Join(names, " / ")
}

// inFunnel is the name of a stage, behind its funnel's where there are several.
func (s *slaReport) inFunnel(id, name string) string {
	for i := range s.sla.Funnels {
		if f := s.sla.Funnels[i].Plan.Funnel; f.ID == id && len(s.sla.Funnels) > 1 {
			return f.Name + " / " + name
		}
	}
	return name
}

// idealClient says who is looked for, and who is out.
func (s *slaReport) idealClient() {
	if words := s.sla.Terms.IdealClient; words != "" {
		s.Blocks = append(s.Blocks, Lines{Title: string(s.text.IdealClient), Lines: []string{words}})
	}
	t := Table{Title: string(s.text.Traits), Columns: []Column{
		{Title: string(s.text.Trait), Room: 30},
		{Title: string(s.text.Condition), Room: 40},
		{Title: string(s.text.Otherwise)},
	}}
	for _, trait := range s.sla.Terms.Traits {
		otherwise := s.text.CountsLess
		if trait.Must {
			otherwise = s.text.IsOut
		}
		t.Rows = append(t.Rows, []Cell{text(trait.Name), text(trait.Condition), text(string(otherwise))})
	}
	s.add(t)
}

// definitions say what is handed over and what is taken, in the words of the plan
// or in words to agree on.
func (s *slaReport) definitions() Table {
	t := Table{Title: string(s.text.Definitions), Columns: []Column{
		{Title: string(s.Language.Words.Stage)},
		{Title: string(s.Language.Words.Owner), Spare: 1},
		{Title: string(s.text.CountsWhen), Room: 60},
	}}
	for i := range s.sla.Funnels {
		f := &s.sla.Funnels[i]
		for _, stage := range []*funnel.StageResult{f.Handed(), f.Taken()} {
			if stage == nil {
				continue
			}
			definition := stage.Stage.Definition
			if definition == "" {
				definition = s.text.Proposed.Fill("definition", s.suggested(f, stage.Stage.ID))
			}
			t.Rows = append(t.Rows, []Cell{
				text(s.inFunnel(f.Plan.Funnel.ID, stage.Stage.Name)), s.side(f.SideOf(stage)), text(definition),
			})
		}
	}
	return t
}

// suggested is a definition to agree on: of a stage that has a usual name, or of
// what is handed over and taken.
func (s *slaReport) suggested(f *funnel.FunnelSLA, id string) string {
	if usual := s.text.Suggested[strings.ToLower(id)]; usual != "" {
		return usual
	}
	if taken := f.Taken(); taken != nil && taken.Stage.ID == id {
		return s.text.Suggested["taken"]
	}
	return s.text.Suggested["handed"]
}

func (s *slaReport) side(side funnel.Side) Cell { return term(string(side), s.Language.Words.Owners) }

// contributions say where the revenue comes from; the last row is their sum.
func (s *slaReport) contributions() Table {
	t := Table{Title: string(s.text.Contribution), Columns: []Column{
		{Title: string(s.text.Source)},
		{Title: string(s.text.Revenue), Number: true},
		{Title: string(s.text.Share), Number: true},
	}}
	for _, c := range s.sla.Contributions {
		if c.Revenue.Sign() != 0 {
			t.Rows = append(t.Rows, []Cell{term(string(c.Source), s.text.Sources), money(c.Revenue), percent(c.Share)})
		}
	}
	if len(t.Rows) > 1 {
		t.Rows = append(t.Rows, []Cell{text(string(s.text.InAll)), money(s.sla.Plan.TargetRevenue), percent(big.NewRat(1, 1))})
	}
	return t
}

// owes lists what a side owes, channels and people aside.
func (s *slaReport) owes(side funnel.Side, title i18n.Text) {
	t := Table{Title: string(title), Columns: []Column{
		{Title: string(s.text.Promise), Room: 50},
		{Title: string(s.text.Value), Number: true},
	}}
	weekly := s.sla.Plan.Plan.Period != nil
	if weekly {
		t.Columns = append(t.Columns, Column{Title: string(s.text.PerWeek), Number: true})
	}
	for i := range s.sla.Promises {
		p := &s.sla.Promises[i]
		if p.Side != side || p.Person != "" || p.Channel != "" {
			continue
		}
		row := []Cell{text(s.promise(p)), s.value(p)}
		if weekly {
			row = append(row, perWeek(p))
		}
		t.Rows = append(t.Rows, row)
	}
	s.add(t)
	if side == funnel.Marketing {
		s.less()
	}
}

// less says by how much marketing owes less because sales finds leads itself.
func (s *slaReport) less() {
	var lines []string
	for i := range s.sla.Funnels {
		f := &s.sla.Funnels[i]
		handed, taken := f.Handed(), f.Taken()
		if handed == nil || taken == nil || f.Own.Sign() == 0 {
			continue
		}
		lines = append(lines, s.text.OwnLess.Fill("own", s.Language.Count(f.Own),
			"taken", s.inFunnel(f.Plan.Funnel.ID, taken.Stage.Name), "stage", handed.Stage.Name,
			"leads", s.Language.Count(handed.Due()), "without", s.Language.Count(f.Without)))
	}
	if len(lines) > 0 {
		s.Blocks = append(s.Blocks, Lines{Lines: lines})
	}
}

// promise says in words what is promised.
func (s *slaReport) promise(p *funnel.Promise) string {
	stage, next, client := p.Name, "", ""
	words := s.text.Promises[string(p.Kind)]
	for i := range s.sla.Funnels {
		f := &s.sla.Funnels[i]
		if f.Plan.Funnel.ID != p.Funnel {
			continue
		}
		client = f.Client().Stage.Name
		if planned := f.Plan.Funnel.AverageRevenue; p.Kind == funnel.PromiseAverageRevenue && planned.Cmp(p.Value) != 0 {
			words = i18n.Text(s.text.AveragePlanned.Fill("promise", string(words), "planned", s.sum(planned)))
		}
		for j := range f.Plan.Stages[:len(f.Plan.Stages)-1] {
			if f.Plan.Stages[j].Stage.ID == p.Stage {
				next = f.Plan.Stages[j+1].Stage.Name
			}
		}
		if handed, taken := f.Handed(), f.Taken(); p.Kind == funnel.PromiseResponse && handed != nil && taken != nil && taken.Stage.ID == p.Stage {
			stage = handed.Stage.Name
		}
	}
	filled := words.Fill("stage", stage, "next", next, "client", client)
	if p.Funnel == "" {
		return filled
	}
	return s.inFunnel(p.Funnel, filled)
}

// perWeek is how many a promise comes to a week, empty of what is not counted.
func perWeek(p *funnel.Promise) Cell {
	if p.Unit != funnel.UnitCount || p.Kind == funnel.PromiseAttempts {
		return Cell{Value: Text("")}
	}
	return count(p.PerWeek)
}

// value is what is promised, in its unit.
func (s *slaReport) value(p *funnel.Promise) Cell { return promised(p, p.Value) }

// promised is a number in the unit of a promise.
func promised(p *funnel.Promise, x *big.Rat) Cell {
	switch {
	case x == nil:
		return Cell{}
	case p.Unit == funnel.UnitShare:
		return percent(x)
	case p.Unit == funnel.UnitMoney:
		return money(x)
	case p.Unit == funnel.UnitHours:
		return Cell{Value: Time{x}}
	default:
		return short(x)
	}
}

// Time is a number of hours, shown in days where these are whole.
type Time struct{ *big.Rat }

// Show gives hours or days.
func (t Time) Show(d *Document) string {
	if t.IsInt() && t.Num().IsInt64() {
		return d.duration(funnel.Hours(t.Num().Int64()))
	}
	return d.Language.Calendar.Hours.Fill("n", d.Language.About(t.Rat, 1))
}

// Raw gives the float64 nearest to the hours.
func (t Time) Raw() string { return plain(t.Rat) }

// maxWeeksShown is how many weeks fit on the page: a quarter.
const maxWeeksShown = 14

// channels are what each channel brings: week by week where there is room for
// that, else in all.
func (s *slaReport) channels() {
	terms := s.sla.Terms.Channels
	if len(terms) == 0 || s.sla.Leads().Sign() == 0 {
		return
	}
	t := Table{
		Title: s.text.ByWeek.Fill("stage", s.names(func(f *funnel.FunnelSLA) *funnel.StageResult { return f.Handed() })),
		Lead:  2,
		Columns: []Column{
			{Title: string(s.text.Week)},
			{Title: string(s.text.Dates)},
			{Title: string(s.text.InAll), Number: true},
		},
	}
	shares := []Cell{text(string(s.text.Share)), {Value: Text("")}, percent(big.NewRat(1, 1))}
	sums := []Cell{text(string(s.text.InAll)), {Value: Text("")}, count(s.sla.Leads())}
	for i, n := range s.sla.ByChannel() {
		t.Columns = append(t.Columns, Column{Title: terms[i].Name, Number: true})
		shares, sums = append(shares, percent(terms[i].Share)), append(sums, count(n))
	}
	if len(s.sla.Weeks) <= maxWeeksShown {
		for _, w := range s.sla.Weeks {
			row := []Cell{
				{Value: Term{Key: w.Name, Shown: s.Language.Week(w.Start.Time())}},
				text(s.Language.ShortDays(w.Start.Time(), w.End.Time())), count(w.Leads),
			}
			for _, n := range w.Channels {
				row = append(row, count(n))
			}
			t.Rows = append(t.Rows, row)
		}
	}
	t.Rows = append(t.Rows, sums, shares)
	s.add(t)
	if len(s.sla.Weeks) > maxWeeksShown {
		s.Blocks = append(s.Blocks, Lines{Lines: []string{string(s.text.LongWeeks)}})
	}
}

// people are who promises what.
func (s *slaReport) people() Table {
	t := Table{Title: string(s.text.ByPerson), Columns: []Column{
		{Title: string(s.text.Person)},
		{Title: string(s.text.Side), Spare: 1},
	}}
	for i := range s.sla.People {
		terms := s.sla.People[i].Terms
		t.Rows = append(t.Rows, []Cell{text(terms.Name), s.side(terms.Side)})
	}
	for _, column := range []struct {
		kind  funnel.PromiseKind
		title i18n.Text
	}{
		{funnel.PersonLeads, s.text.Leads},
		{funnel.PersonCalls, s.text.Calls},
		{funnel.PersonContacts, s.text.Contacts},
		{funnel.PersonTrips, s.text.Trips},
	} {
		if !slices.ContainsFunc(s.sla.People, func(p funnel.PersonSLA) bool { return p.Of(column.kind) != nil }) {
			continue
		}
		s.promisedByPerson(&t, column.kind, column.title)
	}
	return t
}

// promisedByPerson adds what each person promises of a kind: in all and, where
// somebody promises it by the week or day, a week.
func (s *slaReport) promisedByPerson(t *Table, kind funnel.PromiseKind, title i18n.Text) {
	weekly := slices.ContainsFunc(s.sla.People, func(p funnel.PersonSLA) bool { return p.Of(kind).PerWeek() != nil })
	inAll := !weekly || slices.ContainsFunc(s.sla.People, func(p funnel.PersonSLA) bool { return p.Of(kind) != nil && p.Of(kind).InAll != nil })
	if weekly {
		t.Columns = append(t.Columns, Column{Title: s.text.EachWeek.Fill("what", string(title)), Number: true})
		for i := range s.sla.People {
			cell := Cell{}
			if each := s.sla.People[i].Of(kind).PerWeek(); each != nil {
				cell = short(each)
			}
			t.Rows[i] = append(t.Rows[i], cell)
		}
		title = i18n.Text(s.text.AllOf.Fill("what", string(title)))
	}
	if !inAll {
		return
	}
	t.Columns = append(t.Columns, Column{Title: string(title), Number: true})
	for i := range s.sla.People {
		cell := Cell{}
		if p := s.sla.People[i].Of(kind); p != nil {
			cell = count(p.InAll)
		}
		t.Rows[i] = append(t.Rows[i], cell)
	}
}

// work holds what people can do against what they must.
func (s *slaReport) work() Table {
	t := Table{Title: string(s.text.Work), Columns: []Column{
		{Title: string(s.text.What), Room: 30},
		{Title: string(s.text.Side), Spare: 1},
		{Title: string(s.text.Must), Number: true},
		{Title: string(s.text.Can), Number: true},
		{Title: string(s.text.People), Number: true},
		{Title: string(s.text.Takes), Number: true},
	}}
	for i := range s.sla.Work {
		w := &s.sla.Work[i]
		what := s.inFunnel(w.Funnel, w.Name)
		if w.Kind == funnel.WorkCalls {
			what = s.calls(w)
		}
		takes := count(w.Needed)
		if w.Needed != nil && w.People != nil && new(big.Rat).SetInt(w.Needed).Cmp(w.People) > 0 {
			takes.Tone = Bad
		}
		t.Rows = append(t.Rows, []Cell{text(what), s.side(w.Side), count(w.Required), count(w.Available), short(w.People), takes})
		if w.People == nil {
			t.Rows[i][4] = Cell{}
		}
	}
	return t
}

// calls says what calls people make, and of which weeks the row is.
func (s *slaReport) calls(w *funnel.Work) string {
	attempts := s.Language.Number(s.sla.Terms.Attempts)
	if w.Days == 0 {
		return s.text.Attempts.Fill("attempts", attempts)
	}
	return s.text.AttemptsIn.Fill("attempts", attempts, "weeks", s.Language.About(big.NewRat(w.Days, 5), 1))
}

// rules are the sentences of the agreement.
func (s *slaReport) rules() Lines {
	t := s.sla.Terms
	var rules []string
	handed := s.names(func(f *funnel.FunnelSLA) *funnel.StageResult { return f.Handed() })
	if handed != "" {
		rule := s.proposed(s.text.RuleNoHandOver.Fill("stage", handed))
		if t.HandOver != "" {
			rule = s.text.RuleHandOver.Fill("rule", strings.TrimSuffix(t.HandOver, "."))
		}
		reject := string(s.text.RuleNoReject)
		if len(t.RejectReasons) > 0 {
			reject = s.text.RuleReject.Fill("reasons", strings.Join(t.RejectReasons, ", "))
		}
		rules = append(rules, rule, reject)
	}
	if t.Attempts > 0 {
		rules = append(rules, s.text.RuleAttempts.Fill("attempts", s.Language.Number(t.Attempts)))
	}
	if slices.ContainsFunc(s.sla.Promises, func(p funnel.Promise) bool { return p.Kind == funnel.PromiseResponse }) {
		rules = append(rules, string(s.text.RuleClock))
	}
	review := s.text.RuleReview
	if t.ReviewHow != "" {
		review = s.text.RuleReviewHow
	}
	rules = append(rules,
		s.orProposed(t.Review, funnel.Rhythm{N: 1, Unit: funnel.EveryWeek}, review, strings.TrimSuffix(t.ReviewHow, ".")),
		s.orProposed(t.IdealClientReview, funnel.Rhythm{N: 3, Unit: funnel.EveryMonth}, s.text.RuleIdeal, ""))
	for i := range rules {
		rules[i] = strconv.Itoa(i+1) + ". " + rules[i]
	}
	return Lines{Title: string(s.text.Rules), Lines: rules}
}

// orProposed is a rule with its rhythm, the usual one where the plan states none.
func (s *slaReport) orProposed(stated, usual funnel.Rhythm, rule i18n.Text, how string) string {
	if stated.N > 0 {
		return rule.Fill("every", s.every(stated), "how", how)
	}
	return s.proposed(rule.Fill("every", s.every(usual), "how", how))
}

func (s *slaReport) proposed(rule string) string { return rule + " " + string(s.text.ByDefault) }

// every writes how often something is done.
func (s *slaReport) every(r funnel.Rhythm) string {
	if r.N == 1 {
		return string(s.text.Every[string(r.Unit)])
	}
	return s.text.Every[string(r.Unit)+"s"].Fill("n", s.Language.Number(r.N))
}

// missing says what is not agreed yet, as lines of a plan file that would state
// it: first blocks that can stand at its end, then lines that belong to what the
// plan has already.
func (s *slaReport) missing() {
	var client, block, inPlace []string
	for _, m := range s.sla.Missing {
		what := s.text.Terms[string(m.Term)].Fill("stage", m.Name)
		switch place := s.placeOf(m); {
		case m.Term == funnel.TermIdealClient:
			client = []string{
				"# " + what, "ideal_client:",
				"  description: " + string(s.text.SampleClient),
				"  rules: [{field: " + string(s.text.SampleField) + ", min: 20, max: 200, must: true}]",
			}
		case place != "":
			inPlace = append(inPlace, "# "+place+": "+what, s.sample(m))
		default:
			block = append(block, "  # "+what, "  "+s.sample(m))
		}
	}
	if len(block) > 0 {
		block = append([]string{"sla:"}, block...)
	}
	if lines := slices.Concat(client, block); len(lines) > 0 {
		s.Blocks = append(s.Blocks, Lines{Title: string(s.text.Missing), Lines: lines, Whole: true})
	}
	if len(inPlace) > 0 {
		s.Blocks = append(s.Blocks, Lines{Title: string(s.text.MissingInPlace), Lines: inPlace, Whole: true})
	}
}

// placeOf names the part of the plan file that a missing line belongs to; empty
// where the plan has no such part yet.
func (s *slaReport) placeOf(m funnel.Missing) string {
	t := s.sla.Terms
	switch {
	case m.Stage != "" && len(s.sla.Funnels) > 1:
		return s.text.InStageOfFunnel.Fill("stage", m.Stage, "funnel", m.Funnel)
	case m.Stage != "":
		return s.text.InStage.Fill("stage", m.Stage)
	case m.Term == funnel.TermReview && (t.Review.N > 0 || t.ReviewHow != "" || t.IdealClientReview.N > 0):
		return s.text.InBlock.Fill("block", "sla: review")
	case t.Agreed():
		return s.text.InBlock.Fill("block", "sla")
	}
	return ""
}

// sample is what to write for a part of the agreement.
func (s *slaReport) sample(m funnel.Missing) string {
	switch m.Term {
	case funnel.TermDefinition:
		return "definition: " + s.suggestedFor(m)
	case funnel.TermHandOver:
		return "hand_over: " + string(s.text.SampleRule)
	case funnel.TermResponse:
		return "respond_within: 4h"
	case funnel.TermCapacity:
		return "capacity: {people: 3, per_week: 6}"
	case funnel.TermAttempts:
		return "attempts: 6"
	case funnel.TermOwnLeads:
		return "sales_leads: 20%"
	case funnel.TermChannels:
		return "channels: {Google: 60%, " + string(s.text.SampleChannel) + ": 40%}"
	case funnel.TermRejectReasons:
		return "reject_reasons: [" + string(s.text.SampleReasons) + "]"
	case funnel.TermPeople:
		return "people: [{name: Ana, role: sales, calls: 60 a week}]"
	case funnel.TermReview, funnel.TermIdealClient:
		return s.sampleReview()
	}
	return ""
}

// sampleReview is what the rhythm of reviews lacks.
func (s *slaReport) sampleReview() string {
	switch t := s.sla.Terms; {
	case t.Review.N > 0:
		return "ideal_client: 3 months"
	case t.ReviewHow != "" || t.IdealClientReview.N > 0:
		return "every: week"
	}
	return "review: {every: week, ideal_client: 3 months}"
}

// suggestedFor is the definition of a stage that has none.
func (s *slaReport) suggestedFor(m funnel.Missing) string {
	i := slices.IndexFunc(s.sla.Funnels, func(f funnel.FunnelSLA) bool { return f.Plan.Funnel.ID == m.Funnel })
	return s.suggested(&s.sla.Funnels[i], m.Stage)
}

// notes are the warnings, each a sentence of its own: no table has a row for each
// stage.
func (s *slaReport) notes() []Note {
	var notes []Note
	for _, w := range s.sla.Warnings {
		notes = append(notes, Note{Text: s.message(w)})
	}
	return notes
}

// signatures have a line for each person, or for a side that names nobody.
func (s *slaReport) signatures() Signatures {
	block := Signatures{Title: string(s.text.Signatures), Day: string(s.text.SignedDay)}
	for _, side := range []struct {
		side  funnel.Side
		words i18n.Text
	}{
		{funnel.Marketing, s.text.ForMarketing},
		{funnel.Sales, s.text.ForSales},
	} {
		before := len(block.Lines)
		for _, p := range s.sla.Terms.People {
			if p.Side == side.side {
				block.Lines = append(block.Lines, Signature{For: string(side.words), Name: p.Name})
			}
		}
		if len(block.Lines) == before {
			block.Lines = append(block.Lines, Signature{For: string(side.words)})
		}
	}
	return block
}
