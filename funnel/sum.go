package funnel

import (
	"cmp"
	"math"
	"slices"
)

// Sum is the distribution of Σ worth · X over independent funnels, X being the
// entries of a funnel's stage S and worth the money that one of them brings.
type Sum struct {
	low, high float64 // the least and the largest amount
	atoms     []atom  // the sum over all worths but one
	last      tails   // the entries of the funnels of that one
	worth     float64 // that one, above 0
}

// atom is an amount of money and its probability.
type atom struct{ amount, p float64 }

// part is the entries of all funnels of one worth.
type part struct {
	worth   float64
	entries Distribution
}

const (
	// manyCombinations is the number of amounts up to which two distributions
	// are added exactly, amount by amount.
	manyCombinations = 1 << 18
	// latticeCells is the length of the lattice on which they are added above that.
	latticeCells = 8192
	// sameShare is how far two amounts may differ, as a share of the largest there
	// is, and be the same: more than the order of floating-point additions
	// makes, less than any money. Thanks to it a sum that is exactly the
	// threshold reaches it.
	sameShare = 1e-12
)

// SumOf is the sum over funnels with the distributions ds, an entry of ds[i]
// being worth worth[i]; what is not worth more than 0 is left out. Funnels of
// equal worth are added count by count, the others amount by amount.
func SumOf(ds []Distribution, worth []float64) Sum {
	parts := partsOf(ds, worth)
	s := Sum{atoms: []atom{{0, 1}}, last: certain(0).tails(), worth: 1}
	for _, p := range parts {
		s.low += p.worth * float64(p.entries.First)
		s.high += p.worth * float64(p.entries.First+p.entries.width())
	}
	if len(parts) == 0 {
		return s
	}
	// Of the part that comes last whole tails are used, and no combinations:
	// that is the one with the most points, or the longest steps.
	slices.SortStableFunc(parts, func(a, b part) int {
		return cmp.Or(cmp.Compare(a.lattice(), b.lattice()), cmp.Compare(len(a.entries.P), len(b.entries.P)))
	})
	last := parts[len(parts)-1]
	for _, p := range parts[:len(parts)-1] {
		s.atoms = combined(s.atoms, p, s.high*sameShare)
	}
	s.last, s.worth = last.entries.tails(), last.worth
	return s
}

// partsOf groups the funnels by worth, in ascending order.
func partsOf(ds []Distribution, worth []float64) []part {
	var parts []part
	for i, d := range ds {
		if worth[i] > 0 {
			parts = append(parts, part{worth[i], d})
		}
	}
	slices.SortStableFunc(parts, func(a, b part) int { return cmp.Compare(a.worth, b.worth) })
	var grouped []part
	for _, p := range parts {
		if n := len(grouped); n > 0 && grouped[n-1].worth == p.worth {
			grouped[n-1].entries = grouped[n-1].entries.plus(p.entries)
		} else {
			grouped = append(grouped, p)
		}
	}
	return grouped
}

// lattice is the money from one point to the next where the points stand for
// more than themselves, and 0 where every count is there.
func (p part) lattice() float64 {
	if p.entries.Step == 1 {
		return 0
	}
	return p.worth * float64(p.entries.Step)
}

// combined is the atoms of the sum of an amount and a part. Amounts less than
// same apart are one.
func combined(atoms []atom, p part, same float64) []atom {
	if len(atoms)*len(p.entries.P) > manyCombinations {
		return combinedOnLattice(atoms, p)
	}
	sums := make([]atom, 0, len(atoms)*len(p.entries.P))
	for _, a := range atoms {
		for j, q := range p.entries.P {
			sums = append(sums, atom{a.amount + p.amount(j), a.p * q})
		}
	}
	slices.SortFunc(sums, func(a, b atom) int { return cmp.Compare(a.amount, b.amount) })
	merged := sums[:0]
	for _, a := range sums {
		if n := len(merged); n > 0 && a.amount-merged[n-1].amount <= same {
			merged[n-1].p += a.p
		} else {
			merged = append(merged, a)
		}
	}
	return withoutLight(merged)
}

// amount is that of the part's point j.
func (p part) amount(j int) float64 {
	return p.worth * float64(p.entries.First+int64(j)*p.entries.Step)
}

// combinedOnLattice is combined for many amounts: each is shared out over the
// two points around it on an even lattice, so that the mean stays.
func combinedOnLattice(atoms []atom, p part) []atom {
	const points = 512 // of the part: so long a distribution is smooth, and every few points are enough
	every := len(p.entries.P)/points + 1
	low := atoms[0].amount + p.amount(0)
	high := atoms[len(atoms)-1].amount + p.amount(len(p.entries.P)-1)
	width := (high - low) / (latticeCells - 2)
	lattice := make([]atom, latticeCells)
	for i := range lattice {
		lattice[i].amount = low + float64(i)*width
	}
	for j := 0; j < len(p.entries.P); j += every {
		from, q := p.amount(j)-low, p.entries.P[j]*float64(every)
		for _, a := range atoms {
			at := max(0, (from+a.amount)/width)
			cell := min(int(at), latticeCells-2)
			beyond := (at - float64(cell)) * a.p * q
			lattice[cell].p += a.p*q - beyond
			lattice[cell+1].p += beyond
		}
	}
	return withoutLight(lattice)
}

// withoutLight leaves out atoms that together weigh below 1e-14.
func withoutLight(atoms []atom) []atom {
	const light = 1e-14 / manyCombinations
	return slices.DeleteFunc(atoms, func(a atom) bool { return a.p < light })
}

// AtLeast is P(Σ worth · X ≥ x).
func (s Sum) AtLeast(x float64) float64 {
	var sum float64
	for _, a := range s.atoms {
		sum += a.p * s.last.atLeast(toCount(math.Ceil(s.countsTo(x, a)-s.tolerance())))
	}
	return min(1, sum)
}

// Quantile is the least amount x with P(Σ worth · X ≤ x) ≥ p.
func (s Sum) Quantile(p float64) float64 {
	low, high := s.low, s.high
	for range 64 {
		if middle := low + (high-low)/2; s.atMost(middle) >= p {
			high = middle
		} else {
			low = middle
		}
	}
	if s.atMost(s.low) >= p {
		high = s.low
	}
	if s.last.Step > 1 {
		return high
	}
	return s.reached(high)
}

// atMost is P(Σ worth · X ≤ x).
func (s Sum) atMost(x float64) float64 {
	var sum float64
	for _, a := range s.atoms {
		sum += a.p * (1 - s.last.atLeast(1+toCount(math.Floor(s.countsTo(x, a)+s.tolerance()))))
	}
	return sum
}

// reached is the largest amount up to x that the sum can be.
func (s Sum) reached(x float64) float64 {
	best := s.low
	for _, a := range s.atoms {
		k := toCount(math.Floor(s.countsTo(x, a) + s.tolerance()))
		if k = min(k, s.last.First+s.last.width()); k >= s.last.First {
			best = max(best, a.amount+s.worth*float64(k))
		}
	}
	return best
}

// countsTo is how many of the last worth it takes from an atom to x.
func (s Sum) countsTo(x float64, a atom) float64 { return (x - a.amount) / s.worth }

// tolerance is [sameShare] in counts of the last worth.
func (s Sum) tolerance() float64 { return sameShare * s.high / s.worth }

// toCount is a whole float as a count, cut to what an int64 holds with room.
func toCount(x float64) int64 {
	return int64(math.Max(-countLimit, math.Min(countLimit, x)))
}
