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
func (o *Odds) reaches(stage int, n int64, chance float64, γ confidence) bool {
	if stage < o.fixed || math.Abs(chance-γ.about) > tie {
		return chance >= γ.about
	}
	groups, missing := o.groups(stage, n)
	if missing <= 0 {
		return true
	}
	if reached, known := reachExactly(groups, missing, γ.exact); known {
		return reached
	}
	return chance >= γ.about-even
}

// groups are those who may become entries of S, with n new entries at stage, and
// how many of them must: the target less those who are sure to.
func (o *Odds) groups(stage int, n int64) (groups []group, missing int64) {
	one := big.NewRat(1, 1)
	missing = o.target
	rate := one
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
	return groups, missing
}

// reachExactly reports whether the probability that at least k people of all
// groups have come this far is at least γ: 1 − γ or less is left to fewer than k.
// Numbers have the common denominator of all outcomes. known is false where they
// are too long.
func reachExactly(groups []group, k int64, γ *big.Rat) (reached, known bool) {
	const (
		longest = 1 << 13 // machine words in a number
		enough  = 1 << 22 // in all numbers
	)
	terms, words := float64(k), 1.0
	for i, g := range groups {
		words += float64(g.n) * float64(g.rate.Denom().BitLen()) / bits.UintSize
		if i > 0 {
			terms = float64(k) * float64(k)
		}
	}
	if words > longest || terms*words > enough {
		return false, false
	}
	fewer, whole := []*big.Int{big.NewInt(1)}, big.NewInt(1)
	for _, g := range groups {
		fewer = convolved(fewer, g.numerators(k), k)
		whole.Mul(whole, new(big.Int).Exp(g.rate.Denom(), big.NewInt(g.n), nil))
	}
	left := new(big.Int)
	for _, outcomes := range fewer {
		left.Add(left, outcomes)
	}
	allowed := oneLess(γ)
	return left.Mul(left, allowed.Denom()).Cmp(whole.Mul(whole, allowed.Num())) <= 0, true
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
