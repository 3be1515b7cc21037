package funnel

import "math/big"

// LeakKind says what a part of a gap is due to.
type LeakKind string

// The kinds of leaks.
const (
	LeakVolume LeakKind = "volume" // how many entered at the top
	LeakRate   LeakKind = "rate"   // how many of them went on
)

// Leak is the part of a gap that one factor answers for: below 0 where it took
// entries away, above where it made up for others.
type Leak struct {
	Kind         LeakKind
	From, To     int // indexes of stages; both that of the top for volume
	Contribution *big.Rat
}

// findLeaks splits the gap of the deepest stage up to the success stage with a
// target to date over what leads to it. A stage that the data do not speak of is
// left out: the rate then leads past it.
func (f *FunnelCheck) findLeaks() {
	deepest := f.Plan.Funnel.Success
	for deepest >= 0 && !f.Stages[deepest].explained() {
		deepest--
	}
	if deepest < 0 {
		return
	}
	f.LeakStage = &deepest
	var stages []int
	var planned, actual []*big.Int
	for i := range f.Stages[:deepest+1] {
		if s := &f.Stages[i]; s.Known {
			stages = append(stages, i)
			planned = append(planned, s.TargetToDate)
			actual = append(actual, s.Actual)
		}
	}
	from := stages[0]
	for i, contribution := range contributions(factors(planned, actual)) {
		leak := Leak{Kind: LeakRate, From: from, To: stages[i], Contribution: contribution}
		if i == 0 {
			leak.Kind = LeakVolume
		}
		f.Leaks = append(f.Leaks, leak)
		from = stages[i]
	}
}

// explained reports whether a stage's gap can be split.
func (s *StageCheck) explained() bool { return s.Known && s.TargetToDate.Sign() > 0 }

// factor is one of those whose product is a count, as planned and as it came:
// planned / over and actual / over, over above 0.
type factor struct{ planned, actual, over *big.Int }

// factors of the counts along a funnel are the count of its top and the ratios
// from each count to the next. Their product is the last count on both sides,
// even where counts are 0: see [carriedUp] and [step].
func factors(planned, actual []*big.Int) []factor {
	planned, actual = carriedUp(planned), carriedUp(actual)
	list := []factor{{planned[0], actual[0], big.NewInt(1)}}
	for i := 1; i < len(planned); i++ {
		list = append(list, step(planned[i-1], planned[i], actual[i-1], actual[i]))
	}
	return list
}

// carriedUp takes a 0 above a count that is not 0 as that count: whoever is
// there must have come through. It goes up from the bottom.
func carriedUp(counts []*big.Int) []*big.Int {
	carried := append([]*big.Int{}, counts...)
	for i := len(carried) - 2; i >= 0; i-- {
		if carried[i].Sign() == 0 {
			carried[i] = carried[i+1]
		}
	}
	return carried
}

// step is the factor from one count to the next. Where a ratio is undefined on
// one side, nobody having come so far, it is taken as the other side's; on both,
// as 1.
func step(plannedFrom, plannedTo, actualFrom, actualTo *big.Int) factor {
	switch {
	case plannedFrom.Sign() == 0 && actualFrom.Sign() == 0:
		one := big.NewInt(1)
		return factor{one, one, one}
	case plannedFrom.Sign() == 0:
		return factor{actualTo, actualTo, actualFrom}
	case actualFrom.Sign() == 0:
		return factor{plannedTo, plannedTo, plannedFrom}
	}
	return factor{
		planned: new(big.Int).Mul(plannedTo, actualFrom),
		actual:  new(big.Int).Mul(actualTo, plannedFrom),
		over:    new(big.Int).Mul(plannedFrom, actualFrom),
	}
}

// contributions splits the difference of two products over their factors, by
// the Shapley value: what changing a factor from planned to actual adds, as the
// mean over all orders in which the factors can be changed one after another.
// https://en.wikipedia.org/wiki/Shapley_value
//
// In the mean over the orders, a set of s of the k factors stands before factor i
// with the weight s! (k − 1 − s)! / k!. The sum over all sets of one size, of the
// actual values within and the planned ones without, is the coefficient of t^s
// in Π (planned_j + actual_j·t) over the factors j other than i. So the 2^k sets
// come down to one polynomial, and a division of it for each factor; integers
// keep them exact.
func contributions(factors []factor) []*big.Rat {
	weights, of := orderWeights(len(factors))
	product := []*big.Int{big.NewInt(1)}
	for _, f := range factors {
		of.Mul(of, f.over)
		product = f.times(product)
	}
	parts := make([]*big.Rat, len(factors))
	for i, f := range factors {
		change := new(big.Int).Sub(f.actual, f.planned)
		if change.Sign() == 0 {
			parts[i] = new(big.Rat)
			continue
		}
		sum, term := new(big.Int), new(big.Int)
		for s, coefficient := range f.dividing(product) {
			sum.Add(sum, term.Mul(weights[s], coefficient))
		}
		parts[i] = new(big.Rat).SetFrac(sum.Mul(sum, change), of)
	}
	return parts
}

// times multiplies a polynomial, given from its constant term up, by
// planned + actual·t.
func (f factor) times(polynomial []*big.Int) []*big.Int {
	product := make([]*big.Int, len(polynomial)+1)
	product[len(polynomial)] = new(big.Int)
	for s, coefficient := range polynomial {
		product[s] = new(big.Int).Mul(coefficient, f.planned)
	}
	term := new(big.Int)
	for s, coefficient := range polynomial {
		product[s+1].Add(product[s+1], term.Mul(coefficient, f.actual))
	}
	return product
}

// dividing takes the factor, which must not be 0 on both sides, out of a
// product.
func (f factor) dividing(product []*big.Int) []*big.Int {
	quotient := make([]*big.Int, len(product)-1)
	if f.planned.Sign() == 0 {
		for s := range quotient {
			quotient[s] = new(big.Int).Quo(product[s+1], f.actual)
		}
		return quotient
	}
	rest := new(big.Int).Set(product[0])
	for s := range quotient {
		quotient[s] = new(big.Int).Quo(rest, f.planned)
		rest.Mul(quotient[s], f.actual)
		rest.Sub(product[s+1], rest)
	}
	return quotient
}

// orderWeights are s! (k − 1 − s)! for s from 0 to k − 1, and k!.
func orderWeights(k int) (weights []*big.Int, orders *big.Int) {
	factorials := []*big.Int{big.NewInt(1)}
	for i := 1; i <= k; i++ {
		factorials = append(factorials, new(big.Int).Mul(factorials[i-1], big.NewInt(int64(i))))
	}
	for s := range k {
		weights = append(weights, new(big.Int).Mul(factorials[s], factorials[k-1-s]))
	}
	return weights, factorials[k]
}

// worstLeak is the part that took most away; nil where none took anything.
func (f *FunnelCheck) worstLeak() *Leak {
	var worst *Leak
	for i := range f.Leaks {
		l := &f.Leaks[i]
		if l.Contribution.Sign() < 0 && (worst == nil || l.Contribution.Cmp(worst.Contribution) < 0) {
			worst = l
		}
	}
	return worst
}
