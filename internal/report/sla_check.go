package report

import (
	"math/big"
	"slices"
	"strings"

	"embudo/funnel"
	"embudo/internal/i18n"
)

// KeptSLA shows what became of the agreement between marketing and sales.
func KeptSLA(c *funnel.SLACheck, l *i18n.Language) *Document {
	d := SLA(c.SLA, l)
	s := slaReport{Document: d, sla: c.SLA, check: c, text: &l.SLA}
	d.Blocks = nil
	d.Summary, d.Tone = s.verdict()
	s.kept(funnel.Marketing, s.text.MarketingOwes)
	s.kept(funnel.Sales, s.text.SalesOwes)
	s.responses()
	s.add(s.rejected())
	s.add(s.personsDone())
	s.addNotes(s.checkNotes())
	d.Main = func() Table { return slaMain(c.SLA, c) }
	d.Data = func() any { return keptSLAJSON(c) }
	return d
}

// verdict says whether a promise is broken, and which one first of all.
func (s *slaReport) verdict() (string, Tone) {
	known, kept, broken := int64(0), int64(0), []string(nil)
	for i := range s.check.Promises {
		switch s.check.Promises[i].Status {
		case funnel.PromiseKept:
			known, kept = known+1, kept+1
		case funnel.PromiseBroken:
			known, broken = known+1, append(broken, s.full(&s.sla.Promises[i]))
		case funnel.PromiseUnclear:
			known++
		case funnel.PromiseNotDue, funnel.PromiseNoData:
		}
	}
	day := s.Language.Date(s.check.Check.ComparedOn.Time())
	fill := func(t i18n.Text) string {
		first := ""
		if len(broken) > 0 {
			first = broken[0]
		}
		return t.Fill("promises", s.Language.Number(known), "kept", s.Language.Number(kept),
			"broken", s.Language.Number(int64(len(broken))), "first", first, "day", day)
	}
	switch {
	case len(broken) > 0:
		return fill(s.text.Broken), Bad
	case known == 0:
		return fill(s.text.NoneKnown), Plain
	case kept < known:
		return fill(s.text.Undecided), Caution
	}
	return fill(s.text.Kept), Good
}

// full is a promise in words, with the side that owes it.
func (s *slaReport) full(p *funnel.Promise) string {
	words := s.promise(p)
	if p.Channel != "" {
		words = s.ofChannel(p)
	}
	if p.Person != "" {
		words = s.text.OwnOf.Fill("person", p.Person)
	}
	return words + " (" + s.Language.Words.Owners[string(p.Side)] + ")"
}

// ofChannel is the promise of a channel in words.
func (s *slaReport) ofChannel(p *funnel.Promise) string {
	handed := s.names(func(f *funnel.FunnelSLA) *funnel.StageResult { return f.Handed() })
	return s.text.OfChannel.Fill("stage", handed, "channel", p.Channel)
}

// kept lists the promises of a side with what became of them.
func (s *slaReport) kept(side funnel.Side, title i18n.Text) {
	t := Table{Title: string(title), Columns: []Column{
		{Title: string(s.text.Promise), Room: 40},
		{Title: string(s.text.Value), Number: true},
		{Title: string(s.text.ToDate), Number: true, Spare: 1},
		{Title: string(s.text.Actual), Number: true},
		{Title: string(s.text.Status)},
	}}
	for i := range s.sla.Promises {
		p, c := &s.sla.Promises[i], &s.check.Promises[i]
		if p.Side != side || p.Person != "" && p.Kind != funnel.PersonLeads {
			continue
		}
		words := s.promise(p)
		switch {
		case p.Channel != "":
			words = s.ofChannel(p)
		case p.Person != "":
			words = s.text.OwnOf.Fill("person", p.Person)
		}
		status := term(string(c.Status), s.text.Statuses)
		status.Tone = map[funnel.PromiseStatus]Tone{
			funnel.PromiseKept: Good, funnel.PromiseBroken: Bad, funnel.PromiseUnclear: Caution,
		}[c.Status]
		t.Rows = append(t.Rows, []Cell{text(words), promised(p, p.Value), s.reached(p, c.Due), s.reached(p, c.Actual), status})
	}
	s.add(t)
}

// reached is what is due or happened, in the unit of a promise: of a time to answer
// it is the share that was answered in time.
func (s *slaReport) reached(p *funnel.Promise, x *big.Rat) Cell {
	switch {
	case x == nil:
		return Cell{}
	case p.Kind == funnel.PromiseResponse, p.Unit == funnel.UnitShare:
		return Cell{Value: WholePercent{x}}
	}
	return promised(p, x)
}

// responses say how soon leads were answered.
func (s *slaReport) responses() {
	t := Table{Title: string(s.text.Responses), Columns: []Column{
		{Title: string(s.Language.Words.Stage)},
		{Title: string(s.text.Handed), Number: true},
		{Title: string(s.text.Answered), Number: true},
		{Title: string(s.text.Open), Number: true, Spare: 1},
		{Title: string(s.text.Late), Number: true},
		{Title: string(s.text.WithinShare), Number: true},
		{Title: string(s.text.Mean), Number: true},
		{Title: string(s.text.Median), Number: true},
		{Title: string(s.text.Percentile), Number: true},
	}}
	promised := false
	for i, r := range s.check.Responses {
		f := &s.sla.Funnels[i]
		promised = promised || f.Taken() != nil && f.Taken().Stage.RespondWithin > 0
		if r == nil || f.Handed() == nil {
			continue
		}
		share := Cell{}
		if r.Share != nil {
			share = Cell{Value: WholePercent{r.Share}}
		}
		t.Rows = append(t.Rows, []Cell{
			text(s.inFunnel(f.Plan.Funnel.ID, f.Handed().Stage.Name)), number64(r.Handed), number64(r.Answered), number64(r.Waiting),
			number64(r.Late), share, hours(r.Mean), hours(r.Median), hours(r.P90),
		})
	}
	s.add(t)
	if len(t.Rows) > 0 {
		s.Blocks = append(s.Blocks, Lines{Lines: []string{string(s.text.ResponseNote)}})
	} else if promised {
		s.Blocks = append(s.Blocks, Lines{Lines: []string{string(s.text.NoAnswers)}})
	}
}

func number64(n int64) Cell { return count(big.NewInt(n)) }

// Hours is a number of hours that was measured, shown with a decimal.
type Hours struct{ *big.Rat }

// Show gives the hours.
func (h Hours) Show(d *Document) string {
	return d.Language.Calendar.Hours.Fill("n", d.Language.About(h.Rat, 1))
}

// Raw gives the float64 nearest to the hours.
func (h Hours) Raw() string { return plain(h.Rat) }

func hours(x *big.Rat) Cell {
	if x == nil {
		return Cell{}
	}
	return Cell{Value: Hours{x}}
}

// rejected counts the leads that were given back by reason.
func (s *slaReport) rejected() Table {
	t := Table{Title: string(s.text.Rejected), Columns: []Column{
		{Title: string(s.text.Reason)},
		{Title: string(s.text.HowMany), Number: true},
		{Title: string(s.text.Share), Number: true},
		{Title: string(s.text.Agreed)},
	}}
	for _, r := range s.check.Rejected {
		reason, agreed := r.Reason, ""
		if reason == "" {
			reason = string(s.text.NoReason)
		}
		if !r.Agreed {
			agreed = string(s.text.NotAgreed)
		}
		t.Rows = append(t.Rows, []Cell{
			text(s.inFunnel(r.Funnel, reason)), count(r.Count),
			{Value: WholePercent{r.Share}},
			{Value: Text(agreed), Tone: Caution},
		})
	}
	return t
}

// personsDone is what the data put down to each person, beside the leads that they
// promised.
func (s *slaReport) personsDone() Table {
	t := Table{Title: string(s.text.PersonDone), Columns: []Column{{Title: string(s.text.Person)}}}
	for _, name := range []string{
		s.names(func(f *funnel.FunnelSLA) *funnel.StageResult { return f.Handed() }),
		s.names(func(f *funnel.FunnelSLA) *funnel.StageResult { return f.Taken() }),
		s.names(func(f *funnel.FunnelSLA) *funnel.StageResult { return f.Client() }),
	} {
		t.Columns = append(t.Columns, Column{Title: name, Number: true})
	}
	for _, p := range s.check.People {
		t.Rows = append(t.Rows, []Cell{text(p.Name), number64(p.Handed), number64(p.Taken), number64(p.Clients)})
	}
	return t
}

// checkNotes are the warnings of the check, and what the reader of response times
// should know.
func (s *slaReport) checkNotes() []Note {
	var notes []Note
	add := func(text string) { notes = append(notes, Note{Text: text}) }
	days, unknown, before := int64(0), int64(0), int64(0)
	for _, r := range s.check.Responses {
		if r != nil {
			days, unknown, before = days+r.ByDays, unknown+r.Unknown, before+r.Before
		}
	}
	if days > 0 {
		add(s.text.ByDays.Fill("days", s.Language.Number(days)))
	}
	if unknown > 0 {
		add(s.text.UnknownAnswers.Fill("n", s.Language.Number(unknown)))
	}
	if before > 0 {
		add(s.text.AnsweredBefore.Fill("n", s.Language.Number(before)))
	}
	if slices.ContainsFunc(s.sla.Promises, func(p funnel.Promise) bool {
		return p.Kind == funnel.PromiseAttempts || strings.HasPrefix(string(p.Kind), "person_") && p.Kind != funnel.PersonLeads
	}) {
		add(string(s.text.NotInData))
	}
	if s.ownersUnknown() {
		add(string(s.text.NoOwnerColumn))
	}
	for _, w := range s.check.Check.Warnings {
		add(s.message(w))
	}
	return notes
}

// ownersUnknown reports whether people promise leads of their own, of none of whom
// the data tell. With several funnels leads are not counted by person.
func (s *slaReport) ownersUnknown() bool {
	promised := false
	for i, p := range s.sla.Promises {
		if p.Kind != funnel.PersonLeads {
			continue
		}
		if s.check.Promises[i].Actual != nil {
			return false
		}
		promised = true
	}
	return promised && len(s.sla.Plan.Funnels) == 1
}

// keptSLADocument is the JSON of an agreement with what became of it.
type keptSLADocument struct {
	*slaDocument
	AsOf       funnel.Date          `json:"as_of"`
	DataEnds   *funnel.Date         `json:"data_ends"`
	ComparedOn funnel.Date          `json:"compared_on"`
	Verdict    funnel.PromiseStatus `json:"verdict"`
	Responses  []slaResponse        `json:"responses"`
	Rejected   []slaRejected        `json:"rejected"`
	People     []slaPerson          `json:"people"`
}

type slaResponse struct {
	Funnel    string `json:"funnel"`
	Promised  exact  `json:"promised_hours"`
	Share     exact  `json:"promised_share"`
	Handed    int64  `json:"handed_over"`
	Answered  int64  `json:"answered"`
	InTime    int64  `json:"in_time"`
	Late      int64  `json:"late"`
	Waiting   int64  `json:"waiting"`
	Unknown   int64  `json:"unknown"`
	ByDays    int64  `json:"by_days"`
	Before    int64  `json:"answered_before"`
	Within    exact  `json:"share_in_time"`
	Mean      exact  `json:"mean_hours"`
	Median    exact  `json:"median_hours"`
	Percent90 exact  `json:"p90_hours"`
}

type slaRejected struct {
	Funnel string  `json:"funnel"`
	Reason *string `json:"reason"`
	Leads  exact   `json:"leads"`
	Share  exact   `json:"share"`
	Agreed bool    `json:"agreed"`
}

type slaPerson struct {
	Name    string `json:"name"`
	Handed  int64  `json:"handed_over"`
	Taken   int64  `json:"taken"`
	Clients int64  `json:"clients"`
}

func keptSLAJSON(c *funnel.SLACheck) *keptSLADocument {
	doc := &keptSLADocument{
		slaDocument: slaJSON(c.SLA), AsOf: c.Check.AsOf, DataEnds: c.Check.DataEnds, ComparedOn: c.Check.ComparedOn,
		Verdict: c.Verdict, Responses: []slaResponse{}, Rejected: []slaRejected{}, People: []slaPerson{},
	}
	doc.Warnings = append(warningsJSON(c.Plan.Plan, c.Check.Warnings), doc.Warnings...)
	for i := range c.Promises {
		p := &c.Promises[i]
		doc.Promises[i].Due, doc.Promises[i].Actual, doc.Promises[i].Status = exact{p.Due}, exact{p.Actual}, optional(string(p.Status))
	}
	for i, r := range c.Responses {
		if r == nil {
			continue
		}
		taken := c.Funnels[i].Taken()
		doc.Responses = append(doc.Responses, slaResponse{
			Funnel:   c.Funnels[i].Plan.Funnel.ID,
			Promised: exact{new(big.Rat).SetInt64(int64(taken.Stage.RespondWithin))}, Share: exact{c.Terms.ResponseShare()},
			Handed: r.Handed, Answered: r.Answered, InTime: r.Within, Late: r.Late, Waiting: r.Waiting, Unknown: r.Unknown,
			ByDays: r.ByDays, Before: r.Before, Within: exact{r.Share}, Mean: exact{r.Mean}, Median: exact{r.Median}, Percent90: exact{r.P90},
		})
	}
	for _, r := range c.Rejected {
		doc.Rejected = append(doc.Rejected, slaRejected{r.Funnel, optional(r.Reason), whole(r.Count), exact{r.Share}, r.Agreed})
	}
	for _, p := range c.People {
		doc.People = append(doc.People, slaPerson(p))
	}
	return doc
}
