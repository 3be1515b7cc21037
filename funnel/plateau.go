package funnel

import (
	"math/big"
	"slices"
)

// Plateau is the share that has gone on after so many days, as it can be counted
// without any model: the cumulative incidence, which takes account of how long
// each has been there. O. Aalen and S. Johansen, "An Empirical Transition Matrix
// for Non-Homogeneous Markov Chains", Scandinavian Journal of Statistics 5 (1978);
// where nobody is lost it is 1 less the estimate of Kaplan and Meier.
type Plateau struct {
	Days int64
	Rate *big.Rat
}

// followed is the share of all who will ever go on that must have done so by then
// for a plateau to be one.
const followed95 = 0.95

// plateau is the incidence at the last age that enough of them have reached. It is
// nil where a lag says that more is to come, or days are not known.
func (s *stay) plateau(lag lag) *Plateau {
	if len(s.goneBy) > 0 || len(s.lostBy) > 0 || len(s.gone) == 0 {
		return nil
	}
	days := s.horizon(max(LearnLeast, s.entered/20))
	if lag.reach(days).by.value < followed95 {
		return nil
	}
	return &Plateau{Days: int64(days), Rate: rounded(s.incidence(days), rateDecimals)}
}

// horizon is the longest time for which at least so many have been watched, −1
// where there is none.
func (s *stay) horizon(least int64) int32 {
	watched := int64(0)
	for _, w := range slices.Backward(s.ages) {
		if watched += w.Count; watched >= least {
			return w.Days
		}
	}
	return -1
}

// incidence is the share that has gone on within so many days.
func (s *stay) incidence(days int32) (rate float64) {
	atRisk, there := s.entered, 1.0
	gone, lost, open := s.gone, s.lost, s.open
	for {
		day := firstOf(gone, lost, open)
		if day < 0 || day > days {
			return rate
		}
		g, l, o := take(&gone, day), take(&lost, day), take(&open, day)
		rate += there * float64(g) / float64(atRisk)
		there *= 1 - float64(g+l)/float64(atRisk)
		atRisk -= g + l + o
	}
}

// firstOf is the first day in lists of which at least one is not empty.
func firstOf(lists ...[]Wait) int32 {
	first := int32(-1)
	for _, list := range lists {
		if len(list) > 0 && (first < 0 || list[0].Days < first) {
			first = list[0].Days
		}
	}
	return first
}

// take is how many there are of a day, which are taken off the list.
func take(list *[]Wait, day int32) int64 {
	if len(*list) == 0 || (*list)[0].Days != day {
		return 0
	}
	n := (*list)[0].Count
	*list = (*list)[1:]
	return n
}
