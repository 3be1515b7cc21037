package funnel

import (
	"math"
	"math/big"
	"math/bits"
)

// confidence is one that a chance must reach, as it was written and as a float.
type confidence struct {
	exact *big.Rat
	about float64
}

func confidenceOf(γ *big.Rat) confidence {
	about, _ := γ.Float64()
	return confidence{γ, about}
}

const (
	// tie is how near a chance may come to a confidence for floats to leave it open
	// which is larger.
	tie = 1e-9
	// even is how near they count as equal where it takes too long to know.
	even = 1e-10
)

// reaches reports whether the chance with n new entries at stage is at least γ.
// Where they tie it is a question of whole numbers: one entry that goes on in
// 80 % of all cases is enough to be 80 % sure.
func (o *Odds) reaches(stage int, n int64, γ confidence) bool {
	chance := o.Chance(stage, n)
	if stage < o.fixed || math.Abs(chance-γ.about) > tie {
		return chance >= γ.about
	}
	exact, known := o.exactly(stage, n)
	if !known {
		return chance >= γ.about-even
	}
	return exact.Cmp(γ.exact) >= 0
}

// exactly is the chance with n new entries at stage, from which on all rates are
// fixed. known is false where it has too many digits.
func (o *Odds) exactly(stage int, n int64) (chance *big.Rat, known bool) {
	one := big.NewRat(1, 1)
	var groups []group
	missing, rate := o.target, one
	for i := len(o.chain.Steps); i >= stage; i-- {
		people := together(0, o.chain.Base[i])
		if i == stage {
			people = together(people, n)
		}
		if i < len(o.chain.Steps) {
			rate = mul(rate, o.chain.Steps[i].effective())
		}
		if rate.Cmp(one) == 0 {
			missing -= people
		} else {
			groups = append(groups, group{people, rate})
		}
	}
	if missing <= 0 {
		return one, true
	}
	return atLeastExactly(groups, missing)
}

// atLeastExactly is the probability that at least k people of all groups have
// come this far: what is left of the whole by fewer than k, in numbers with the
// common denominator of all outcomes.
func atLeastExactly(groups []group, k int64) (p *big.Rat, known bool) {
	const enough = 1 << 22 // machine words to be written
	terms, words := float64(k), 1.0
	for i, g := range groups {
		words += float64(g.n) * float64(g.rate.Denom().BitLen()) / bits.UintSize
		if i > 0 {
			terms = float64(k) * float64(k)
		}
	}
	if terms*words > enough {
		return nil, false
	}
	fewer, whole := []*big.Int{big.NewInt(1)}, big.NewInt(1)
	for _, g := range groups {
		fewer = convolved(fewer, g.numerators(k), k)
		whole.Mul(whole, new(big.Int).Exp(g.rate.Denom(), big.NewInt(g.n), nil))
	}
	left := new(big.Int).Set(whole)
	for _, outcomes := range fewer {
		left.Sub(left, outcomes)
	}
	return new(big.Rat).SetFrac(left, whole), true
}

// numerators are the binomial probabilities of each count below a limit, times
// the denominator of the rate to the power of n. The rate is below 1.
func (g group) numerators(limit int64) []*big.Int {
	come := g.rate.Num()
	stay := new(big.Int).Sub(g.rate.Denom(), come)
	term := new(big.Int).Exp(stay, big.NewInt(g.n), nil)
	var list []*big.Int
	for k := int64(0); k < limit && k <= g.n; k++ {
		list = append(list, new(big.Int).Set(term))
		term.Mul(term, come).Mul(term, big.NewInt(g.n-k))
		term.Quo(term, stay).Quo(term, big.NewInt(k+1))
	}
	return list
}

// convolved are the products of two lists by the sum of their counts, below a
// limit.
func convolved(a, b []*big.Int, limit int64) []*big.Int {
	sums := make([]*big.Int, min(limit, int64(len(a)+len(b)-1)))
	for i := range sums {
		sums[i] = new(big.Int)
		for j := max(0, i-len(b)+1); j <= min(i, len(a)-1); j++ {
			sums[i].Add(sums[i], new(big.Int).Mul(a[j], b[i-j]))
		}
	}
	return sums
}
