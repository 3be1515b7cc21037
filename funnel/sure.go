package funnel

import (
	"math"
	"math/big"
	"slices"
)

// chainTo is the random side of a funnel, from its top to the stage last.
func (f *Funnel) chainTo(last int) Chain {
	c := Chain{Base: make([]int64, last+1)}
	for i := 0; i <= last; i++ {
		s := &f.Stages[i]
		c.Base[i] = s.InProgress + s.Direct
		if i < last {
			c.Steps = append(c.Steps, Step{
				Rate:     s.Rate.Value,
				Recovers: s.Recovers,
				Alpha:    s.Rate.Alpha,
				Beta:     s.Rate.Beta,
			})
		}
	}
	return c
}

// addChances says how sure a funnel's needed numbers are, and what it takes to
// be as sure as the plan asks.
func addChances(p *Plan, r *FunnelResult) {
	f := r.Funnel
	target := r.Stages[f.Success].Total
	if !target.IsInt64() {
		return
	}
	odds := f.chainTo(f.Success).Odds(target.Int64())
	if top := r.Stages[0].Needed; reckonable(top) && reckonable(target) {
		chance := known(odds.Chance(0, top.Int64()), odds.chain.decimals())
		r.Chance = &chance
	}
	for i := 0; i <= f.Success; i++ {
		for _, confidence := range p.Confidence {
			needed := ConfidentNeeded{Confidence: confidence}
			if found, ok := odds.search(i, confidence); ok {
				needed.Needed = big.NewInt(found.n)
				needed.With = known(found.with, odds.chain.decimals())
				needed.Fewer = known(found.fewer, odds.chain.decimals())
			}
			r.Stages[i].ForConfidence = append(r.Stages[i].ForConfidence, needed)
		}
	}
}

// reckonable reports whether a count is below those that are cut, whose chances would
// be those of another number.
func reckonable(n *big.Int) bool { return n.IsInt64() && n.Int64() < countLimit }

// successes is the distribution of the entries of a funnel's success stage when
// the needed ones come in at its top.
func successes(f *FunnelResult) Distribution {
	return f.Funnel.chainTo(f.Funnel.Success).successes(f.arrivals())
}

// arrivals are the needed entries at the top of a funnel, as far as its success
// stage.
func (f *FunnelResult) arrivals() []int64 {
	top := make([]int64, f.Funnel.Success+1)
	top[0] = f.Stages[0].Needed.Int64()
	return top
}

// planChance is the chance that all funnels together bring what the plan asks
// of its success stages: what one funnel has too many makes up for what another
// lacks, each entry counted at what it is worth.
func planChance(p *Plan, funnels []FunnelResult, entries []Distribution) *float64 {
	if len(funnels) == 1 {
		return funnels[0].Chance
	}
	arrivals := make([][]int64, len(funnels))
	for i := range funnels {
		if funnels[i].Chance == nil {
			return nil
		}
		arrivals[i] = funnels[i].arrivals()
	}
	return chanceOf(p, funnels, arrivals, entries)
}

// chanceOf is the chance that the entries of the success stages, which come of
// the arrivals of each funnel, are together worth what the plan asks of them.
func chanceOf(p *Plan, funnels []FunnelResult, arrivals [][]int64, entries []Distribution) *float64 {
	asked := newAskedTogether()
	for i := range funnels {
		asked.add(&funnels[i], worth(p, funnels[i].Funnel), arrivals[i])
	}
	return asked.chance(func() Sum { return SumOf(entries, asked.worths) })
}

// askedTogether is what is asked of the success stages of several funnels.
type askedTogether struct {
	worths      []*big.Rat // of an entry, by funnel
	sum         *big.Rat   // that all are asked to be worth
	least, most *big.Rat   // that they can be worth
	decimals    int        // that are known of a chance
}

func newAskedTogether() *askedTogether {
	return &askedTogether{sum: new(big.Rat), least: new(big.Rat), most: new(big.Rat), decimals: chanceDecimals}
}

func (a *askedTogether) add(f *FunnelResult, worth *big.Rat, arrivals []int64) {
	chain := f.Funnel.chainTo(f.Funnel.Success)
	fewest, all := chain.bounds(arrivals)
	a.worths = append(a.worths, worth)
	a.sum.Add(a.sum, mul(ratOf(f.Stages[f.Funnel.Success].Total), worth))
	a.least.Add(a.least, mul(new(big.Rat).SetInt64(fewest), worth))
	a.most.Add(a.most, mul(new(big.Rat).SetInt64(all), worth))
	a.decimals = min(a.decimals, chain.decimals())
}

// chance that the entries are worth what is asked, by their sum; it is made only
// where that can happen, and need not.
func (a *askedTogether) chance(sum func() Sum) *float64 {
	var chance float64
	switch {
	case a.sum.Cmp(a.least) <= 0:
		chance = 1
	case a.sum.Cmp(a.most) <= 0:
		reached, doubt := sum().AtLeast(a.sum)
		decimals := a.decimals
		if decimals == chanceDecimals {
			decimals = decimalsWithin(doubt)
		}
		chance = known(open(reached), decimals)
	}
	return &chance
}

// decimalsWithin are those of a chance that are known in spite of a doubt: it is
// less than half of the last one.
func decimalsWithin(doubt float64) int {
	decimals := chanceDecimals
	for decimals > 1 && doubt > math.Pow10(-decimals)/2 {
		decimals--
	}
	return decimals
}

// The decimals of a chance that are known, with fixed rates and with uncertain
// ones.
const (
	chanceDecimals    = 10
	uncertainDecimals = 6
)

// decimals are those that are known of the chain's chances.
func (c Chain) decimals() int {
	if slices.ContainsFunc(c.Steps, Step.uncertain) {
		return uncertainDecimals
	}
	return chanceDecimals
}

// known rounds a chance to the decimals that are known of it: processors differ
// in the last bits, and the same plan must give the same bytes on all of them.
// 0 and 1 are kept for what cannot happen and what must: no other chance is
// rounded to them.
func known(chance float64, decimals int) float64 {
	if chance <= 0 || chance >= 1 {
		return chance
	}
	scale := math.Pow10(decimals)
	return max(1, min(scale-1, math.Round(chance*scale))) / scale
}

// open keeps the chance of what can happen and need not off 0 and 1, to which a
// sum of floats may come.
func open(chance float64) float64 {
	return max(math.SmallestNonzeroFloat64, min(math.Nextafter(1, 0), chance))
}

// worth is what one entry of the success stage is expected to bring, in the
// terms of the target: gross profit, revenue or simply 1.
func worth(p *Plan, f *Funnel) *big.Rat {
	if p.Target.Kind == TargetClients {
		return big.NewRat(1, 1)
	}
	worth := mul(clientValue(p, f), plusOne(p.Referrals))
	for i := f.Success; i < len(f.Stages)-1; i++ {
		worth.Mul(worth, Effective(&f.Stages[i]))
	}
	if p.Target.Kind == TargetReturn {
		worth.Mul(worth, f.GrossMargin)
	}
	return worth
}
