package report

import (
	"fmt"
	"math/big"

	"embudo/funnel"
	"embudo/internal/i18n"
)

// warningJSON is a warning for scripts: its message is English.
type warningJSON struct {
	Code    string  `json:"code"`
	Funnel  *string `json:"funnel"`
	Stage   *string `json:"stage"`
	Message string  `json:"message"`
}

func warningsJSON(p *funnel.Plan, warnings []funnel.Warning) []warningJSON {
	d := &Document{Language: i18n.English(), Currency: p.Currency, MinorUnits: p.MinorUnits}
	list := make([]warningJSON, len(warnings))
	for i, w := range warnings {
		list[i] = warningJSON{
			Code: w.Code, Funnel: optional(w.Funnel), Stage: optional(w.Stage), Message: d.message(w),
		}
	}
	return list
}

// message is a warning's sentence in the document's language. What is not of the
// arithmetic's own is a notice of the plan file.
func (d *Document) message(w funnel.Warning) string {
	var filled []any
	for name, value := range w.Values {
		filled = append(filled, name, d.speak(value))
	}
	sentence, ours := d.Language.Warnings()[w.Code]
	if !ours {
		notice := d.Language.Problems()[w.Code].Text
		return d.Language.Words.Notice.Fill("notice", notice.Fill(filled...))
	}
	return sentence.Fill(filled...)
}

// speak writes a value as it stands in a sentence.
func (d *Document) speak(value any) any {
	switch v := value.(type) {
	case *big.Int:
		return d.Language.Quantity(v)
	case *big.Rat:
		return d.Language.About(v, 2)
	case funnel.Money:
		return d.sum(v.Rat)
	case funnel.Share:
		return d.Language.Percent(v.Rat)
	case funnel.Phase:
		return d.Language.Calendar.Phases[string(v)]
	case funnel.Hours:
		return d.duration(v)
	case funnel.Date:
		return d.Language.Date(v.Time())
	default:
		return fmt.Sprint(v)
	}
}

// sum writes an amount as it stands in a sentence.
func (d *Document) sum(amount *big.Rat) string {
	return d.Language.RoundMoney(amount, d.Currency, d.MinorUnits)
}

// followUp gives a note for each stage at which follow-up brings back some of
// those who did not go on: the rate alone does not explain its numbers.
func (f *footnotes) followUp(r *funnel.FunnelResult, marks map[string][]int) []Note {
	var notes []Note
	l := f.document.Language
	for i := range r.Stages {
		s := &r.Stages[i]
		if s.Effective == nil || s.Effective.Cmp(s.Stage.Rate.Value) == 0 {
			continue
		}
		f.last++
		marks[s.Stage.ID] = append(marks[s.Stage.ID], f.last)
		notes = append(notes, Note{Mark: f.last, Text: l.Plan.Follow.Fill("stage", s.Stage.Name,
			"rate", l.Percent(s.Stage.Rate.Value), "effective", l.Percent(s.Effective))})
	}
	return notes
}

// footnotes numbers the warnings of a document as they are shown.
type footnotes struct {
	document *Document
	last     int
}

// of gives the notes of one funnel, or with an empty ID those of the plan, and
// the marks to be set beside each stage.
func (f *footnotes) of(funnelID string, warnings []funnel.Warning) (notes []Note, marks map[string][]int) {
	marks = map[string][]int{}
	for _, w := range warnings {
		if w.Funnel != funnelID {
			continue
		}
		note := Note{Text: f.document.message(w)}
		if w.Stage != "" {
			f.last++
			note.Mark = f.last
			marks[w.Stage] = append(marks[w.Stage], f.last)
		}
		notes = append(notes, note)
	}
	return notes, marks
}
