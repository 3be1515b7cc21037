package funnel

import (
	"cmp"
	"math/big"
	"slices"
)

// LossCheck counts those who were lost from a stage for one reason.
type LossCheck struct {
	Stage  int    // index in the funnel of the last stage that they had reached
	Reason string // empty where the data give none
	Count  *big.Int
	Share  *big.Rat // of all who were lost from the stage
}

// losses adds up the reasons by stage, the top of the funnel first and within a
// stage the commonest.
func losses(f *Funnel, lost []Loss) []LossCheck {
	type key struct {
		stage  int
		reason string
	}
	sums := map[key]*big.Int{}
	stages := make([]big.Int, len(f.Stages))
	for _, l := range lost {
		if l.Count <= 0 || l.Stage < 0 || l.Stage >= len(f.Stages) {
			continue
		}
		k := key{l.Stage, l.Reason}
		if sums[k] == nil {
			sums[k] = new(big.Int)
		}
		sums[k].Add(sums[k], big.NewInt(l.Count))
		stages[l.Stage].Add(&stages[l.Stage], big.NewInt(l.Count))
	}
	var list []LossCheck
	for k, sum := range sums {
		list = append(list, LossCheck{k.stage, k.reason, sum, ratio(sum, &stages[k.stage])})
	}
	slices.SortFunc(list, func(a, b LossCheck) int {
		return cmp.Or(cmp.Compare(a.Stage, b.Stage), b.Count.Cmp(a.Count), cmp.Compare(a.Reason, b.Reason))
	})
	return list
}
