package funnel

import (
	"math"
	"slices"
)

// cureModel is how people leave a stage. A share pi goes on, after a lag of some
// shape; of the others a share kappa is lost, after a log-normal time, and the rest
// stays for ever. What is seen of each is cut off at its age: a
// mixture cure model with two ways out, J. Boag, "Maximum Likelihood Estimates of
// the Proportion of Patients Cured by Cancer Therapy", JRSS B 11 (1949), and M. G.
// Larson and G. E. Dinse, "A Mixture Model for the Regression Analysis of
// Competing Risks Data", JRSS C 34 (1985).
//
// So nobody is a failure for being young: the contribution of somebody who entered
// A days ago and is still there is the probability to be there after A days.
type cureModel struct {
	*stay
	shape      lagShape
	gone, lost []interval // of days in which they left
	open       []interval // from the day on which they are still there
	prior      [modelSize]belief
	size       int // of the parameters that matter: without losses the first three
}

// interval is some people with the logarithms of the days between which something
// happened; one of 0 days begins at minus infinity.
type interval struct{ from, to, count float64 }

// The parameters. Shares are logits, spreads logarithms.
const (
	paramPi = iota
	paramMu
	paramSpread
	paramKappa
	paramLossMu
	paramLossSpread
	modelSize
)

type params [modelSize]float64

// belief is a normal distribution that a parameter is taken to be from before any
// data; with a width of 0, nothing is known.
type belief struct{ mean, width float64 }

// usualLags are the beliefs where nothing is known of a stage: a typical lag from
// hours to years, of which the 5 % and the 95 % quantile differ by a factor of
// 2.5 to 4,000. With ten people gone they hardly matter; with one or two they keep
// the lag finite.
func usualLags() [modelSize]belief {
	const typical, wide = 2.5, 2.5 // e^2.5 = 12 days
	lag, spread := belief{typical, wide}, belief{mean: 0, width: 0.7}
	return [modelSize]belief{paramMu: lag, paramSpread: spread, paramKappa: {2, 3}, paramLossMu: lag, paramLossSpread: spread}
}

func newCureModel(s *stay, shape lagShape, prior [modelSize]belief) *cureModel {
	m := &cureModel{
		stay: s, shape: shape, prior: prior, size: paramKappa,
		gone: intervals(withQuickest(s.gone, s.goneBy)), lost: intervals(withQuickest(s.lost, s.lostBy)), open: intervals(nil, s.open),
	}
	if s.lostCount > 0 {
		m.size = modelSize
	}
	return m
}

// intervals are those of people who left on a day, and by one.
func intervals(on, by []Wait) []interval {
	list := make([]interval, 0, len(on)+len(by))
	end := func(days int32) float64 { return math.Log(float64(days) + halfADay) }
	for _, w := range on {
		from := math.Inf(-1)
		if w.Days > 0 {
			from = end(w.Days - 1)
		}
		list = append(list, interval{from, end(w.Days), float64(w.Count)})
	}
	for _, w := range by {
		list = append(list, interval{math.Inf(-1), end(w.Days), float64(w.Count)})
	}
	return list
}

// withQuickest takes the quickest tenth off those who left on a day, and counts
// them as having left by the day of the last of them. Systems of sales have many
// who came in and went on the same day, when somebody entered what had long been
// settled; a curve that had to pass through all of these would be off at the other
// end, where the rate is decided.
func withQuickest(on, by []Wait) (slower, known []Wait) {
	const tenth = 10
	quick, last := int64(0), 0
	for all := waited(on); last < len(on) && tenth*quick < all; last++ {
		quick += on[last].Count
	}
	if last < 2 {
		return on, by // all of them on one day
	}
	return on[last:], append(slices.Clone(by), Wait{on[last-1].Days, quick})
}

// slope is the logarithm of a likelihood with its derivatives.
type slope struct {
	value float64
	first params
	twice [modelSize]params // the lower triangle
}

// logLikelihood of the parameters, what is believed of them included.
func (m *cureModel) logLikelihood(x *params) *slope {
	l := &slope{}
	pi, rest := logistic(x[paramPi])
	gone, lost := float64(m.goneCount), float64(m.lostCount)
	l.value = gone*math.Log(pi) + lost*math.Log(rest)
	l.first[paramPi] = gone*rest - lost*pi
	l.twice[paramPi][paramPi] = -(gone + lost) * pi * rest
	l.addWaits(paramMu, m.lag(x), m.gone)
	if m.size > paramKappa {
		kappa, none := logistic(x[paramKappa])
		l.value += lost * math.Log(kappa)
		l.first[paramKappa] += lost * none
		l.twice[paramKappa][paramKappa] -= lost * kappa * none
		l.addWaits(paramLossMu, newLag(logNormal{}, x[paramLossMu], x[paramLossSpread]), m.lost)
	}
	at := m.leaving(x)
	for _, w := range m.open {
		l.addOpen(&at, w)
	}
	for i, b := range m.prior[:m.size] {
		if b.width > 0 {
			off := (x[i] - b.mean) / b.width
			l.value -= off * off / 2
			l.first[i] -= off / b.width
			l.twice[i][i] -= 1 / (b.width * b.width)
		}
	}
	return l
}

// lag is that of going on.
func (m *cureModel) lag(x *params) lag { return newLag(m.shape, x[paramMu], x[paramSpread]) }

// addWaits adds those who left.
func (l *slope) addWaits(at int, lag lag, list []interval) {
	for _, w := range list {
		l.addJet(at, lag.between(w.from, w.to).log(), w.count)
	}
}

func (l *slope) addJet(at int, j jet, n float64) {
	l.value += n * j.value
	l.first[at] += n * j.m
	l.first[at+1] += n * j.s
	l.twice[at][at] += n * j.mm
	l.twice[at+1][at] += n * j.ms
	l.twice[at+1][at+1] += n * j.ss
}

// addOpen adds those who are still there after some days.
func (l *slope) addOpen(at *leaving, w interval) {
	var s slope
	at.still(&s, w.to)
	n, p := w.count, max(s.value, smallest)
	l.value += n * math.Log(p)
	for i := range at.size {
		l.first[i] += n * s.first[i] / p
		for j := range i + 1 {
			l.twice[i][j] += n * (s.twice[i][j]/p - s.first[i]*s.first[j]/(p*p))
		}
	}
}

// leaving is how people leave, with some parameters.
type leaving struct {
	size                   int
	pi, rest, kappa, never float64 // never of the rest are lost
	lag, loss              lag
}

func (m *cureModel) leaving(x *params) leaving {
	w := leaving{size: m.size, lag: m.lag(x), never: 1}
	w.pi, w.rest = logistic(x[paramPi])
	if m.size > paramKappa {
		w.kappa, w.never = logistic(x[paramKappa])
		w.loss = newLag(logNormal{}, x[paramLossMu], x[paramLossSpread])
	}
	return w
}

// still sets the probability to be there yet after days of which the logarithm is
// given.
func (w *leaving) still(s *slope, log float64) {
	pi, rest, kappa, none := w.pi, w.rest, w.kappa, w.never
	bend := pi * rest
	f := w.lag.reachLog(log).above
	other, g := 1.0, jet{}
	if w.size > paramKappa {
		g = w.loss.reachLog(log).above
		other = none + kappa*g.value
	}
	s.value = pi*f.value + rest*other
	s.first[paramPi] = bend * (f.value - other)
	s.twice[paramPi][paramPi] = bend * (rest - pi) * (f.value - other)
	s.put(paramMu, f, pi)
	s.twice[paramMu][paramPi], s.twice[paramSpread][paramPi] = bend*f.m, bend*f.s
	if w.size > paramKappa {
		lostBy := 1 - g.value
		s.first[paramKappa] = -rest * kappa * none * lostBy
		s.twice[paramKappa][paramKappa] = -rest * kappa * none * (none - kappa) * lostBy
		s.twice[paramKappa][paramPi] = bend * kappa * none * lostBy
		s.put(paramLossMu, g, rest*kappa)
		s.twice[paramLossMu][paramPi], s.twice[paramLossSpread][paramPi] = -bend*kappa*g.m, -bend*kappa*g.s
		s.twice[paramLossMu][paramKappa], s.twice[paramLossSpread][paramKappa] = rest*kappa*none*g.m, rest*kappa*none*g.s
	}
}

// put sets the derivatives by a lag, of which the value is share times that of j.
func (l *slope) put(at int, j jet, share float64) {
	l.first[at], l.first[at+1] = share*j.m, share*j.s
	l.twice[at][at], l.twice[at+1][at], l.twice[at+1][at+1] = share*j.mm, share*j.ms, share*j.ss
}
