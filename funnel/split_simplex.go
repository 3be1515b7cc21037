package funnel

import (
	"math/big"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize/convex/lp"
)

// mostSimplex is the number of funnels up to which the simplex method is quick: it
// solves dense equations at every step.
const mostSimplex = 40

// corner is a split near the best one, within all bounds: that of the simplex method
// (https://en.wikipedia.org/wiki/Simplex_algorithm), or else the one in which each
// funnel has its least.
func (s *division) corner() []*big.Rat {
	x := make([]*big.Rat, len(s.funnels))
	for i := range x {
		x[i] = s.funnels[i].least(s)
	}
	if len(x) > mostSimplex {
		return x
	}
	near, ok := s.simplex(x)
	if !ok {
		return x
	}
	for i := range x {
		if most, _ := s.funnels[i].most(s); near[i].Cmp(most) > 0 {
			near[i] = most
		}
		if near[i].Cmp(x[i]) < 0 {
			near[i] = x[i]
		}
	}
	if s.left(near).Sign() < 0 { // by less than floats can tell: that much less of one
		return s.within(near, x)
	}
	return near
}

// within takes from funnels what is above the budget.
func (s *division) within(x, least []*big.Rat) []*big.Rat {
	for i := range x {
		over := s.left(x)
		if over.Sign() >= 0 {
			break
		}
		cut := lesser(over.Neg(over), s.funnels[i].spare(s, x[i]))
		x[i] = sub(x[i], quo(cut, s.funnels[i].cost))
		if x[i].Cmp(least[i]) < 0 {
			x[i] = least[i]
		}
	}
	return x
}

// simplex solves the programme in floating point over what each funnel gets above
// its least. In units of money, so that all numbers are about as large: y is what is
// spent above the least, as a share of the budget. Slack variables make the
// equations: Σ y + slack = what is left, y + slack = the most of each. ok is false
// where gonum does not find the corner, or panics.
func (s *division) simplex(least []*big.Rat) (x []*big.Rat, ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	n := len(least)
	rows, columns := n+1, 2*n+1
	a := mat.NewDense(rows, columns, nil)
	b, c := make([]float64, rows), make([]float64, columns)
	inBudgets := func(money *big.Rat) float64 { f, _ := quo(money, s.budget).Float64(); return f }
	b[n] = inBudgets(s.left(least))
	basis := make([]int, rows)
	for i := range n {
		f := &s.funnels[i]
		most, _ := f.most(s)
		profit, _ := f.ratio.Float64()
		c[i] = -profit // gonum looks for the least
		a.Set(i, i, 1)
		a.Set(i, n+i, 1)
		a.Set(n, i, 1)
		b[i] = inBudgets(mul(sub(most, least[i]), f.cost))
		basis[i] = n + i
	}
	a.Set(n, 2*n, 1)
	basis[n] = 2 * n
	_, y, err := lp.Simplex(c, a, b, 0, basis)
	if err != nil {
		return nil, false
	}
	x = make([]*big.Rat, n)
	for i := range x {
		spent := new(big.Rat)
		if spent.SetFloat64(y[i]) == nil {
			return nil, false
		}
		x[i] = new(big.Rat).Add(least[i], quo(mul(spent, s.budget), s.funnels[i].cost))
	}
	return x, true
}
