package funnel

import (
	"math"
	"math/big"
	"math/bits"
	"math/cmplx"
)

// waves is a sum of so many parts that its amounts cannot be listed, as its
// characteristic function: the mean of exp(iθ · amount), which is the product of
// those of the parts, at the frequencies of a lattice of cells
// (https://en.wikipedia.org/wiki/Characteristic_function_(probability_theory)).
// At most frequencies so many factors make nothing. A probability is a sum over
// the others.
//
// Where every worth is a multiple of the lattice's unit, that is exact. Where it
// is not, worths are rounded to multiples of it, and amounts may be off.
type waves struct {
	unit, base  *big.Rat // of the lattice; the amount in its first cell
	cells       int64    // odd
	waves       []wave   // at the frequencies above 0; those below mirror them
	under, over *big.Rat // how much amounts may be less or more than the lattice has them
}

// wave is the characteristic function at the frequency of so many cycles in all
// of the cells.
type wave struct {
	cycles int64
	value  complex128
}

const (
	// manyCells is the length of a lattice with fixed rates, enoughCells that of
	// one with uncertain rates, of which less is asked.
	manyCells   = 1 << 25
	enoughCells = 1 << 22
	// manyWaves is how many are held.
	manyWaves = 1 << 21
	// still is the size of a wave that does not count. The sum over the waves takes
	// each at most at 1 / cycles of its size: leaving them all out is worth 2e-12.
	still = 1e-13
)

// cellsFor is how many cells a sum of the parts may have.
func cellsFor(parts []part) int64 {
	for _, p := range parts {
		if p.entries.binomial != nil {
			return manyCells
		}
	}
	return enoughCells
}

// roundedWaves is the sum on a lattice of about so many cells, or fewer where it
// has too many waves.
func (s weighted) roundedWaves(cells int64) *waves {
	for {
		below, above := s.reach()
		unit := new(big.Rat).SetFloat64((below + above) / float64(cells))
		if w, ok := s.wavesOn(unit, 2*cells); ok {
			return w
		}
		cells /= 4
	}
}

// wavesOn is the sum on the lattice of a unit. ok is false where it takes more
// than so many cells or too many waves.
func (s weighted) wavesOn(unit *big.Rat, most int64) (w *waves, ok bool) {
	below, above := s.reach()
	one, _ := unit.Float64()
	if (below+above)/one > float64(most) {
		return nil, false
	}
	lowest := int64(math.Ceil(below / one)) // the cell of the middles of all counts
	w = &waves{unit: unit, base: mul(unit, big.NewRat(-lowest, 1))}
	w.cells = (lowest+int64(math.Ceil(above/one)))/2*2 + 3

	var roundings weighted
	steps := make([]int64, len(s))
	for i, part := range s {
		step := nearestTo(quo(part.each, unit))
		steps[i] = new(big.Int).Mod(step, big.NewInt(w.cells)).Int64()
		if off := sub(part.each, mul(unit, ratOf(step))); off.Sign() != 0 {
			roundings = append(roundings, weight{each: off, tones: part.tones})
		}
		w.base.Add(w.base, part.atMiddle)
	}
	under, over := roundings.reach()
	w.under, w.over = new(big.Rat).SetFloat64(under), new(big.Rat).SetFloat64(over)
	w.waves = s.audible(steps, lowest, w.cells)
	return w, len(w.waves) <= manyWaves
}

// nearestTo is the whole number nearest to r, half up.
func nearestTo(r *big.Rat) *big.Int { return floor(new(big.Rat).Add(r, big.NewRat(1, 2))) }

func (w *waves) atLeast(x *big.Rat) (chance, doubt float64) {
	chance = w.reach(x)
	if w.under.Sign() == 0 && w.over.Sign() == 0 {
		return chance, 0
	}
	more, less := w.reach(sub(x, w.over)), w.reach(new(big.Rat).Add(x, w.under))
	return chance, max(more-chance, chance-less) + unlikely
}

// reach is P(amount ≥ x) on the lattice.
func (w *waves) reach(x *big.Rat) float64 {
	cell := ceil(quo(sub(x, w.base), w.unit))
	switch {
	case cell.Sign() <= 0:
		return 1
	case !cell.IsInt64() || cell.Int64() >= w.cells:
		return 0
	}
	return w.from(cell.Int64())
}

// from is the probability of a cell and all after it: for each frequency the sum
// of exp(−iθ · cell) over these cells, which is a geometric one,
// −exp(−iθ · (cell − 1) / 2) · sin(θ · cell / 2) / sin(θ / 2).
func (w *waves) from(cell int64) float64 {
	sum := float64(w.cells - cell)
	for _, o := range w.waves {
		ratio := imag(turned(o.cycles, cell, 2*w.cells)) / imag(turned(o.cycles, 1, 2*w.cells))
		sum -= 2 * ratio * real(o.value*cmplx.Conj(turned(o.cycles, cell-1, 2*w.cells)))
	}
	return min(1, max(0, sum/float64(w.cells)))
}

func (w *waves) quantile(p float64) *big.Rat {
	low, high := int64(-1), w.cells-1 // P(amount ≤ cell) is below p at low, and not at high
	for high-low > 1 {
		if middle := low + (high-low)/2; 1-w.from(middle+1) >= p-justShort {
			high = middle
		} else {
			low = middle
		}
	}
	x := mul(w.unit, new(big.Rat).SetInt64(high))
	return x.Add(x, w.base)
}

// turned is exp(iθ · cell).
func turned(cycles, cell, cells int64) complex128 {
	sin, cos := math.Sincos(2 * math.Pi * turns(cycles, cell, cells))
	return complex(cos, sin)
}

// turns is what is left of cycles · cell / cells without whole turns; none of
// them is negative.
func turns(cycles, cell, cells int64) float64 {
	high, low := bits.Mul64(uint64(cycles), uint64(cell))
	return float64(bits.Rem64(high, low, uint64(cells))) / float64(cells)
}
