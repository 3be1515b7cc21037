package funnel

import (
	"math"
	"math/big"
	"math/cmplx"
)

// weighted is a sum of independent counts, each times what it is worth.
type weighted []weight

type weight struct {
	each     *big.Rat // money
	atMiddle *big.Rat // the money at the middle of the count
	*tones
}

func weightedOf(parts []part) weighted {
	s := make(weighted, len(parts))
	for i, p := range parts {
		t := tonesOf(p.entries.P)
		middle := mul(p.step(), new(big.Rat).SetInt64(int64(t.middle)))
		s[i] = weight{p.step(), middle.Add(middle, p.first()), t}
	}
	return s
}

// audible are the waves that count, of a sum in steps of a lattice of which cell
// lowest has the middles of all counts.
func (s weighted) audible(steps []int64, lowest, cells int64) []wave {
	const chunks = 64
	found := make([][]wave, chunks)
	highest := cells / 2
	forEach(chunks, quietly, func(i int) {
		from, to := 1+highest*int64(i)/chunks, 1+highest*int64(i+1)/chunks
		for cycles := from; cycles < to; cycles++ {
			if s.loudest(steps, cycles, cells) < still {
				continue
			}
			value := turned(cycles, lowest, cells)
			for j, w := range s {
				value *= w.at(turns(cycles, steps[j], cells))
			}
			if cmplx.Abs(value) >= still {
				found[i] = append(found[i], wave{cycles, value})
			}
		}
	})
	var all []wave
	for _, some := range found {
		all = append(all, some...)
	}
	return all
}

// loudest is what the size of a wave cannot be above. It is asked for so often
// that the turns are left to floats, which have nine digits of them.
func (s weighted) loudest(steps []int64, cycles, cells int64) float64 {
	size, all := 1.0, 1/float64(cells)
	for i, w := range s {
		turns := float64(cycles*steps[i]) * all
		size *= w.loudness(turns - math.Floor(turns))
		if size < still {
			break
		}
	}
	return size
}

// unlikely is the probability that a sum is further from its middle than its
// reach.
const unlikely = 1e-12

// reach is how far below and above the sum of the middles a sum lies, but for a
// probability of [unlikely] on either side. Chernoff's bound
// (https://en.wikipedia.org/wiki/Chernoff_bound) holds for any factor λ; the
// best of some is taken.
func (s weighted) reach() (below, above float64) {
	var variance float64
	worths := make([]float64, len(s))
	for i, w := range s {
		worths[i], _ = w.each.Float64()
		variance += worths[i] * worths[i] * w.variance
	}
	if variance == 0 {
		return 0, 0
	}
	below, above = math.Inf(1), math.Inf(1)
	for factor := 0.25; factor <= 64; factor *= math.Sqrt2 {
		λ := factor / math.Sqrt(variance)
		below = min(below, (s.cumulant(-λ, worths)-math.Log(unlikely))/λ)
		above = min(above, (s.cumulant(λ, worths)-math.Log(unlikely))/λ)
	}
	return max(0, below), max(0, above)
}

// cumulant is log E exp(λ · (sum − its middle)).
func (s weighted) cumulant(λ float64, worths []float64) float64 {
	var sum float64
	for i, w := range s {
		sum += w.cumulant(λ * worths[i])
	}
	return sum
}
