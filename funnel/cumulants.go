package funnel

import (
	"math"
	"math/big"
)

// spread is a sum of so many independent amounts that its mean and its cumulants
// of second to fifth order say all about it, by the Edgeworth series. All are in
// money, and powers of it.
type spread struct {
	mean, k2, k3, k4, k5 float64
	unit                 *big.Rat // that all amounts are multiples of
}

// spreadOf is the sum of the entries of success stages, each times its worth.
func spreadOf(counts []moments, worths []*big.Rat) spread {
	s := spread{unit: new(big.Rat)}
	for i, m := range counts {
		if worths[i].Sign() <= 0 {
			continue
		}
		w, _ := worths[i].Float64()
		s.unit = commonUnit(s.unit, worths[i])
		s.mean += w * (float64(m.whole) + m.mean)
		s.k2 += w * w * m.k2
		s.k3 += w * w * w * m.k3
		s.k4 += w * w * w * w * m.k4
		s.k5 += w * w * w * w * w * m.k5
	}
	return s
}

// nearlyNormal reports whether the series may be relied on: what it leaves out is
// below a ten-thousandth there.
func (s spread) nearlyNormal() bool {
	const skewed, peaked = 0.3, 0.2
	return s.k2 > 0 && math.Abs(s.k3) < skewed*math.Pow(s.k2, 1.5) && math.Abs(s.k4) < peaked*s.k2*s.k2
}

// seriesDoubt is how far off the series may be.
const seriesDoubt = 5e-5

// atLeast is P(sum ≥ x), taken half-way between two amounts as in
// [moments.atLeast].
func (s spread) atLeast(x *big.Rat) (chance, doubt float64) {
	unit, _ := s.unit.Float64()
	next, _ := mul(ratOf(ceil(quo(x, s.unit))), s.unit).Float64()
	m := moments{mean: s.mean, k2: s.k2 - unit*unit/12, k3: s.k3, k4: s.k4 + unit*unit*unit*unit/120, k5: s.k5}
	return m.series(next - unit/2), seriesDoubt
}

// quantile is the amount with P(sum ≤ x) = p, as a smooth function.
func (s spread) quantile(p float64) *big.Rat {
	m := moments{mean: s.mean, k2: s.k2, k3: s.k3, k4: s.k4, k5: s.k5}
	const reach = 10 // standard deviations
	low, high := s.mean-reach*math.Sqrt(s.k2), s.mean+reach*math.Sqrt(s.k2)
	for range 100 {
		if x := (low + high) / 2; 1-m.series(x) >= p {
			high = x
		} else {
			low = x
		}
	}
	return new(big.Rat).SetFloat64(shownDigits(high))
}

// orders is how many moments are carried.
const orders = 5

// precision, in bits, is enough for a million entries: their fifth moment has a
// hundred bits, of which the cumulant leaves some twenty.
const precision = 320

// successMoments are the mean and the cumulants of the entries of a chain's last
// stage, where so many new ones come in at its top.
//
// Of X entries that go on with the rate e, which is the same for all of them, the
// factorial moment E[X (X − 1) … (X − k + 1)] becomes E[e^k] times as large
// (https://en.wikipedia.org/wiki/Factorial_moment). That is exact, whether rates are
// fixed or uncertain.
func (c Chain) successMoments(top int64) moments {
	factorial := certainly(together(top, c.Base[0]))
	for i, step := range c.Steps {
		rates := step.powers()
		for k := range orders + 1 {
			factorial[k].Mul(factorial[k], rates[k])
		}
		factorial = factorial.plus(c.Base[i+1])
	}
	return factorial.cumulants()
}

// factorialMoments are those of orders 0 to 5.
type factorialMoments [orders + 1]*big.Float

func exactly64(x int64) *big.Float { return new(big.Float).SetPrec(precision).SetInt64(x) }

// certainly are those of a count that is always n.
func certainly(n int64) (f factorialMoments) {
	f[0] = exactly64(1)
	for k := 1; k <= orders; k++ {
		f[k] = new(big.Float).Mul(f[k-1], exactly64(n-int64(k)+1))
	}
	return f
}

// plus are those of n more, by Vandermonde's identity.
func (f factorialMoments) plus(n int64) factorialMoments {
	if n == 0 {
		return f
	}
	other := certainly(n)
	var sum factorialMoments
	for k := range sum {
		sum[k] = exactly64(0)
		for j := range k + 1 {
			term := new(big.Float).Mul(f[j], other[k-j])
			sum[k].Add(sum[k], term.Mul(term, exactly64(new(big.Int).Binomial(int64(k), int64(j)).Int64())))
		}
	}
	return sum
}

// cumulants turns factorial moments into moments about 0 by Stirling's numbers of
// the second kind, these into those about the mean, and these into cumulants.
func (f factorialMoments) cumulants() moments {
	stirling := [orders + 1][orders + 1]int64{{1}, {0, 1}, {0, 1, 1}, {0, 1, 3, 1}, {0, 1, 7, 6, 1}, {0, 1, 15, 25, 10, 1}}
	var raw [orders + 1]*big.Float
	for k := range raw {
		raw[k] = exactly64(0)
		for j := range k + 1 {
			raw[k].Add(raw[k], new(big.Float).Mul(f[j], exactly64(stirling[k][j])))
		}
	}
	var central [orders + 1]float64
	for k := 2; k <= orders; k++ {
		sum, power := exactly64(0), exactly64(1) // of −mean
		for j := k; j >= 0; j-- {
			term := new(big.Float).Mul(raw[j], power)
			sum.Add(sum, term.Mul(term, exactly64(new(big.Int).Binomial(int64(k), int64(j)).Int64())))
			power.Mul(power, new(big.Float).Neg(raw[1]))
		}
		central[k], _ = sum.Float64()
	}
	mean, _ := raw[1].Float64()
	return moments{
		mean: mean, k2: central[2], k3: central[3],
		k4: central[4] - 3*central[2]*central[2], k5: central[5] - 10*central[3]*central[2],
	}
}

// powers are the means of the effective rate to the powers 0 to 5.
func (s Step) powers() (e factorialMoments) {
	e[0] = exactly64(1)
	if !s.uncertain() {
		rate := new(big.Float).SetPrec(precision).SetRat(s.effective())
		for k := 1; k <= orders; k++ {
			e[k] = new(big.Float).Mul(e[k-1], rate)
		}
		return e
	}
	// e = 1 − (1 − r) · c, with 1 − r ~ Beta(β, α) and c what follow-up leaves.
	left := exactly64(1)
	if s.Recovers != nil {
		left.SetRat(oneLess(s.Recovers))
	}
	missing := [orders + 1]*big.Float{exactly64(1)} // the means of ((1 − r) · c) to each power
	for k := 1; k <= orders; k++ {
		before := float64(k - 1)
		share := new(big.Float).SetPrec(precision).SetFloat64(s.Beta + before)
		share.Quo(share, new(big.Float).SetPrec(precision).SetFloat64(s.Alpha+s.Beta+before))
		missing[k] = share.Mul(share, missing[k-1])
		missing[k].Mul(missing[k], left)
	}
	for k := 1; k <= orders; k++ {
		e[k] = exactly64(0)
		for j := range k + 1 {
			term := new(big.Float).Mul(missing[j], exactly64(new(big.Int).Binomial(int64(k), int64(j)).Int64()))
			if j%2 == 1 {
				term.Neg(term)
			}
			e[k].Add(e[k], term)
		}
	}
	return e
}
