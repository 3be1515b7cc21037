package funnel

import "math"

// Lift is how many times as often those who meet a rule reach an outcome as those
// who fail it, with its 90 % interval. High is +Inf where nobody who fails the
// rule got there.
type Lift struct {
	Value, Low, High float64
	Few              bool // on one side: too few for the interval to be trusted
}

// fewCases is how many there must be on both sides of a lift. From there on the
// interval lies on the wrong side of 1 in at most 7.6 of 100 cases, whatever the
// rates are, where it should in 5; below, in up to 11.
const fewCases = 10

// NewLift compares two rates, of those who meet a rule and of those who fail it.
// It is nil where there is nobody on one side, or where nobody at all got there.
//
// The interval is made from those of the two rates by the method of variance
// estimates recovery: A. Donner and G. Y. Zou, "Closed-form confidence intervals
// for functions of the normal mean and standard deviation", Statistical Methods in
// Medical Research 21 (2012), section 3.2, with the intervals of Jeffreys.
func NewLift(met, failed LeadCount) *Lift {
	if met.Known == 0 || failed.Known == 0 || met.Reached+failed.Reached == 0 {
		return nil
	}
	p, q := reachedRate(met), reachedRate(failed)
	lowP, highP := jeffreys(met.Reached, met.Known)
	lowQ, highQ := jeffreys(failed.Reached, failed.Known)
	l := &Lift{Value: math.Inf(1), High: math.Inf(1), Few: min(met.Known, failed.Known) < fewCases}
	if p > 0 { // written so that nothing is taken from its like, and q may be 0
		l.Low = lowP * (2*p - lowP) / (p*q + recovered(p, q, lowP, highQ))
	}
	if q > 0 {
		l.Value = p / q
		l.High = (p*q + recovered(p, q, highP, lowQ)) / (lowQ * (2*q - lowQ))
	}
	return l
}

func reachedRate(c LeadCount) float64 { return float64(c.Reached) / float64(c.Known) }

// recovered is what an end of the interval of p / q is away from p q, given the
// ends of those of p and q that lie on its side.
func recovered(p, q, endP, endQ float64) float64 {
	return math.Sqrt(max(0, p*p*q*q-endP*endQ*(2*p-endP)*(2*q-endQ)))
}

// Helps is what a lift says of its rule.
type Helps string

// What it can say.
const (
	HelpsYes     Helps = "yes"     // those who meet it get there more often
	HelpsNo      Helps = "no"      // those who meet it get there less often
	HelpsUnclear Helps = "unclear" // the interval holds 1: it may be chance, or there is no difference
	HelpsTooFew  Helps = "too_few" // there are fewer than ten on one side
)

// Helps tells a rule that finds clients from one that does not.
func (l *Lift) Helps() Helps {
	switch {
	case l == nil || l.Few:
		return HelpsTooFew
	case l.Low <= 1 && l.High >= 1:
		return HelpsUnclear
	case l.Low > 1:
		return HelpsYes
	}
	return HelpsNo
}
