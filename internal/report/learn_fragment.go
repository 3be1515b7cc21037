package report

import (
	"math/big"
	"strings"
	"unicode"

	"embudo/funnel"
	"embudo/internal/i18n"
	"embudo/plan"
)

// Fragment is what was learned as a piece of a plan file, with comments in the
// user's language: with a budget and a target it is a whole plan.
func Fragment(r *Learned, l *i18n.Language) string {
	d := &Document{Language: l, Currency: r.Plan.Currency, MinorUnits: r.Plan.MinorUnits}
	w := fragment{learnReport: learnReport{Document: d, result: r, text: l.Learn}}
	_, days := r.entries()
	w.comment("", w.text.From.Fill("sources", strings.Join(r.Sources, ", "),
		"days", l.Days(days.Start.Time(), days.End.Time()), "ends", l.Date(r.AsOf.Time())))
	if !r.HasPlan {
		w.comment("", string(w.text.Missing))
	}
	if len(r.Funnels) == 1 {
		w.price("", &r.Funnels[0])
		w.stages("", &r.Funnels[0])
		return w.String()
	}
	w.line("", "funnels:", "")
	for i := range r.Funnels {
		f := &r.Funnels[i]
		w.line("  ", "- id: "+f.Funnel.ID, "")
		w.price("    ", f)
		w.stages("    ", f)
	}
	return w.String()
}

// fragment writes lines of a plan file.
type fragment struct {
	learnReport
	strings.Builder
}

// line writes a line, with a comment behind it where there is one.
func (w *fragment) line(indent, text, comment string) {
	w.WriteString(indent + text)
	if comment != "" {
		w.WriteString("  # " + oneLine(comment))
	}
	w.WriteByte('\n')
}

func (w *fragment) comment(indent, text string) { w.line(indent, "# "+oneLine(text), "") }

// oneLine keeps a text from ending its comment.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == '\ufeff' {
			return ' '
		}
		return r
	}, s)
}

func (w *fragment) price(indent string, f *funnel.LearnedFunnel) {
	if f.Revenue == nil || f.Revenue.Mean.Sign() <= 0 {
		w.comment(indent, string(w.text.NoRevenue))
		return
	}
	w.line(indent, "average_revenue_per_client: "+plan.PriceText(f.Revenue, w.MinorUnits), w.deals(f.Revenue))
	for i := range f.RevenueBy {
		r := &f.RevenueBy[i]
		if len(f.RevenueBy) > 1 {
			w.comment(indent, w.text.ChannelComment.Fill("channel", w.channelName(r.Channel), "rate", plan.PriceText(r, w.MinorUnits), "lag", w.deals(r)))
		}
	}
}

func (w *fragment) deals(r *funnel.LearnedRevenue) string {
	deviation := w.Language.Words.None
	shown := string(deviation)
	if r.Error != nil {
		shown = w.Language.Short(r.Error, w.MinorUnits)
	}
	return w.text.RevenueComment.Fill("deals", w.Language.Number(r.Deals), "error", shown)
}

func (w *fragment) channelName(name string) string {
	if name == "" {
		return string(w.text.Unknown)
	}
	return name
}

// stages are those that records speak of.
func (w *fragment) stages(indent string, f *funnel.LearnedFunnel) {
	w.line(indent, "stages:", "")
	for i := range f.Steps {
		s := &f.Steps[i]
		w.line(indent, "  - id: "+f.Funnel.Stages[s.From].ID, "")
		w.rate(indent+"    ", &s.All)
		w.lag(indent+"    ", &s.All)
		for j := range s.ByChannel {
			a := &s.ByChannel[j]
			if a.Enough && a.Lag != nil && len(s.ByChannel)+s.Few > 1 {
				w.comment(indent+"    ", w.text.ChannelComment.Fill(
					"channel", w.channelName(a.Channel), "rate", plan.RateText(a), "lag", plan.LagText(a.Lag.Plan)))
			}
		}
	}
	if last := len(f.Steps) - 1; last >= 0 {
		w.line(indent, "  - id: "+f.Funnel.Stages[f.Steps[last].To].ID, "")
	}
}

func (w *fragment) rate(indent string, a *funnel.Learned) {
	if a.Of == 0 {
		w.comment(indent, w.noRate(a))
		return
	}
	comment := w.text.RateComment
	if !a.Enough {
		comment = w.text.TooFew
	}
	w.line(indent, "rate: "+plan.RateText(a), comment.Fill("low", w.points(a.Low), "high", w.points(a.High)))
	w.line(indent, "source: "+plan.Written(w.result.Source()), "")
}

// noRate is why there is none for a plan.
func (w *fragment) noRate(a *funnel.Learned) string {
	entered := w.Language.Count(big.NewInt(a.Entered))
	if a.Gone == 0 || a.Low == nil {
		return w.text.NoRate.Fill("entered", entered)
	}
	return w.text.TooYoung.Fill("gone", w.Language.Count(big.NewInt(a.Gone)), "entered", entered,
		"low", w.points(a.Low), "high", w.points(a.High))
}

func (w *fragment) lag(indent string, a *funnel.Learned) {
	switch {
	case a.Lag == nil:
	case !a.Lag.Enough:
		w.comment(indent, w.text.NoLag.Fill("timed", w.Language.Number(a.Timed)))
	default:
		w.line(indent, "lag: "+plan.LagText(a.Lag.Plan), "")
	}
}

// Source says where a rate was learned, in a plan file: the same in all languages.
func (r *Learned) Source() string {
	_, days := r.entries()
	return oneLine(strings.Join(r.Sources, ", ")) + ", " + Days(days).Raw()
}
