package report

import (
	"math/big"
	"strconv"

	"embudo/funnel"
)

// sure says what the chance of a funnel is the chance of, and what it takes to be
// surer.
func (w *working) sure(index int, f *funnel.FunnelResult) {
	if f.Chance == nil || f.Clients.Sign() == 0 {
		return
	}
	w.rates(index, f)
	w.chance(f)
	for i := 0; i < f.Funnel.Success; i++ {
		s := &f.Stages[i]
		w.stage = s.Stage.ID
		for _, c := range s.ForConfidence {
			if c.Needed != nil {
				w.line("needed_for_confidence", w.text.Confidence, "stage", s.Stage.Name,
					"confidence", w.Language.Percent(c.Confidence), "chances", w.chances(c))
			}
		}
	}
	w.stage = ""
}

// rates names the distributions of those above the success stage that have one.
func (w *working) rates(index int, f *funnel.FunnelResult) {
	l := w.Language
	stages := w.file.Stages
	if len(w.file.Funnels) > 0 {
		stages = w.file.Funnels[index].Stages
	}
	for i := 0; i < f.Funnel.Success; i++ {
		s := f.Stages[i].Stage
		w.stage = s.ID
		switch rate := s.Rate; {
		case rate.Of > 0:
			w.line("rate", w.text.RateSeen, "stage", s.Name, "seen", l.Count(big.NewInt(rate.Seen)),
				"of", l.Count(big.NewInt(rate.Of)), "alpha", w.parameter(rate.Alpha), "beta", w.parameter(rate.Beta))
		case rate.Uncertain():
			w.line("rate", w.text.RateRange, "stage", s.Name, "low", w.end(stages[i].Rate.Low), "high", w.end(stages[i].Rate.High),
				"alpha", w.parameter(rate.Alpha), "beta", w.parameter(rate.Beta), "mean", l.Percent(rate.Value))
		}
	}
	w.stage = ""
}

// end is one of a range of rates.
func (w *working) end(x *big.Rat) string { return w.Language.LongPercent(x) }

// parameter is one of a Beta, with three decimals: enough to have the quantiles
// again.
func (w *working) parameter(x float64) string {
	exact, ok := new(big.Rat).SetString(strconv.FormatFloat(x, 'f', 3, 64))
	if !ok {
		return strconv.FormatFloat(x, 'g', -1, 64)
	}
	return w.Language.Short(exact, 3)
}

func (w *working) chance(f *funnel.FunnelResult) {
	l, success := w.Language, f.Funnel.Success
	judged := &f.Stages[success]
	product, plain := new(big.Rat).SetInt64(1), true
	for i := 0; i <= success; i++ {
		s := &f.Stages[i]
		plain = plain && !s.Stage.Rate.Uncertain() && (i == 0 || s.Stage.InProgress+s.Stage.Direct == 0)
		if i < success {
			product.Mul(product, s.Effective)
		}
	}
	if plain {
		w.line("chance", w.text.ChanceFixed, "stage", judged.Stage.Name, "entries", l.Count(everybody(&f.Stages[0])),
			"rate", l.Short(product, 8), "target", l.Count(judged.Total), "result", l.Chance(*f.Chance))
	} else {
		w.line("chance", w.text.ChanceChain, "stage", judged.Stage.Name,
			"target", l.Count(judged.Total), "result", l.Chance(*f.Chance))
	}
}

// everybody is how many the chance counts at the top: where those in progress
// are more than the total asks, they are there all the same.
func everybody(top *funnel.StageResult) *big.Int {
	there := big.NewInt(top.Stage.InProgress + top.Stage.Direct)
	return there.Add(there, top.Needed)
}

// chances shows that a number is enough, and one less is not, with as many
// decimals as that takes.
func (w *working) chances(c funnel.ConfidentNeeded) string {
	l := w.Language
	with, fewer := new(big.Rat).SetFloat64(c.With), new(big.Rat).SetFloat64(c.Fewer)
	const most = 8 // decimals
	places := 1
	for places < most && (l.PercentTo(fewer, places) == l.PercentTo(c.Confidence, places) ||
		with.Cmp(c.Confidence) > 0 && l.PercentTo(with, places) == l.PercentTo(c.Confidence, places)) {
		places++
	}
	enough := "P(" + l.Count(c.Needed) + ") = " + l.PercentTo(with, places) + " ≥ " + l.Percent(c.Confidence)
	if c.Needed.Sign() == 0 {
		return enough
	}
	less := new(big.Int).Sub(c.Needed, big.NewInt(1))
	return enough + " > P(" + l.Count(less) + ") = " + l.PercentTo(fewer, places)
}
