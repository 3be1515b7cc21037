package report

import (
	"math/big"
	"strings"
	"unicode"
	"unicode/utf8"

	"embudo/funnel"
)

// maxTops is of how many funnels the first sentence speaks one by one.
const maxTops = 3

// headline is the answer in one sentence: how many by when, whether people can
// handle them, and what would help.
func (s *schedule) headline() string {
	var clauses []string
	if r := s.result; len(r.Funnels) > maxTops {
		clauses = append(clauses, s.several())
	} else {
		for i := range r.Funnels {
			clauses = append(clauses, s.top(&r.Funnels[i])...)
		}
	}
	clauses = append(clauses, s.fits()...)
	sentence := strings.Join(clauses, "; ") + "."
	if c := s.result.Confidence; c != nil {
		return upper(s.text.Sure.Fill("confidence", s.Language.Percent(c)) + ": " + sentence)
	}
	return upper(sentence)
}

// upper begins a sentence with a capital letter.
func upper(sentence string) string {
	first, size := utf8.DecodeRuneInString(sentence)
	return string(unicode.ToUpper(first)) + sentence[size:]
}

// top says of a funnel how many must come in at its top, until when, and how many
// that is in its fullest period.
func (s *schedule) top(f *funnel.FunnelSchedule) []string {
	l, top, success := s.Language, &f.Stages[0], f.Stages[f.Plan.Funnel.Success].Plan.Stage.Name
	switch {
	case top.Total == nil:
		return []string{s.text.Unknown.Fill("stage", s.stage(f, top), "confidence", l.Percent(s.result.Confidence))}
	case top.Total.Sign() == 0:
		return []string{string(s.text.NothingNeeded)}
	case top.Plan.Window == nil && top.ShouldStart != nil:
		return []string{s.text.AllAtOnce.Fill("stage", s.stage(f, top), "total", l.Count(top.Total),
			"due", l.Date(top.Due.End.Time()), "success", success, "start", l.Date(top.ShouldStart.Time()))}
	}
	clause := s.text.Top.Fill("stage", s.stage(f, top), "total", l.Count(top.Total), "last", l.Date(top.Due.End.Time()),
		"most", l.Count(s.most(top)), "unit", by(s.result.By, s.text.Unit))
	if len(s.result.Funnels) > 1 || f.Plan.Funnel.Success == 0 {
		return []string{clause}
	}
	return []string{clause, s.text.TooLate.Fill("success", success)}
}

// stage names a stage, behind its funnel where there are several.
func (s *schedule) stage(f *funnel.FunnelSchedule, stage *funnel.StageSchedule) string {
	if len(s.result.Funnels) > 1 {
		return f.Plan.Funnel.Name + ", " + stage.Plan.Stage.Name
	}
	return stage.Plan.Stage.Name
}

// most is what the fullest period asks of a stage.
func (s *schedule) most(stage *funnel.StageSchedule) *big.Int {
	most := new(big.Int)
	for _, p := range s.result.Periods {
		if due := stage.DueIn(p); due.Cmp(most) > 0 {
			most = due
		}
	}
	return most
}

// several says when the tops of many funnels close.
func (s *schedule) several() string {
	l, funnels := s.Language, s.result.Funnels
	first, last := funnels[0].Stages[0].Due.End, funnels[0].Stages[0].Due.End
	for i := range funnels {
		first, last = min(first, funnels[i].Stages[0].Due.End), max(last, funnels[i].Stages[0].Due.End)
	}
	return s.text.Several.Fill("funnels", l.Number(int64(len(funnels))), "first", l.Date(first.Time()), "last", l.Date(last.Time()))
}

// fits says whether people can handle what is asked of them, and if not, which
// weeks do not fit and what it would take.
func (s *schedule) fits() []string {
	if s.result.Fits == nil {
		return nil
	}
	if *s.result.Fits {
		return []string{string(s.text.Fits)}
	}
	var clauses []string
	for i := range s.result.Funnels {
		f := &s.result.Funnels[i]
		for j := range f.Stages {
			if c := f.Stages[j].Capacity; c != nil && !c.Fits() {
				clauses = append(clauses, s.doesNotFit(f, &f.Stages[j]))
			}
		}
	}
	if len(clauses) > maxTops {
		return []string{s.text.SeveralFull.Fill("stages", s.Language.Number(int64(len(clauses))))}
	}
	return clauses
}

func (s *schedule) doesNotFit(f *funnel.FunnelSchedule, stage *funnel.StageSchedule) string {
	const named = 3 // runs of weeks; the table has them all
	l, c, name := s.Language, stage.Capacity, s.stage(f, stage)
	weeks, have := s.weeks(c.Overfull, named), l.Short(stage.Plan.Stage.Capacity.People, 2)
	switch {
	case c.PeopleNeeded == nil:
		return s.text.OverfullFree.Fill("stage", name, "weeks", weeks)
	case len(c.Overfull) == 0:
		return s.text.ShortInAll.Fill("stage", name, "short", l.Count(c.Short), "people", l.Quantity(c.PeopleNeeded), "have", have)
	}
	clause := s.text.Overfull.Fill("stage", name, "weeks", weeks, "people", l.Quantity(c.PeopleNeeded), "have", have)
	if c.Short.Sign() == 0 && stage.Plan.Stage.Capacity.Days == nil {
		clause += ", " + string(s.text.SpreadFits) // evenly spread, what fits in all fits each week
	}
	return clause
}
