package funnel

import "math/big"

// ceil is the least whole number not below r.
func ceil(r *big.Rat) *big.Int { return ceilDiv(r.Num(), r.Denom()) }

// floor is the greatest whole number not above r. Div is Euclidean: with a
// positive denominator it rounds down.
func floor(r *big.Rat) *big.Int { return new(big.Int).Div(r.Num(), r.Denom()) }

// ceilDiv is ⌈a / b⌉ for b above 0.
func ceilDiv(a, b *big.Int) *big.Int {
	q, m := new(big.Int).DivMod(a, b, new(big.Int))
	if m.Sign() != 0 {
		q.Add(q, big.NewInt(1))
	}
	return q
}

func ratOf(n *big.Int) *big.Rat { return new(big.Rat).SetInt(n) }

func plusOne(r *big.Rat) *big.Rat { return new(big.Rat).Add(big.NewRat(1, 1), r) }

func oneLess(r *big.Rat) *big.Rat { return new(big.Rat).Sub(big.NewRat(1, 1), r) }

func mul(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }

func quo(a, b *big.Rat) *big.Rat { return new(big.Rat).Quo(a, b) }

func sub(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }

// roundDown cuts r, which is not negative, to the given number of decimals.
func roundDown(r *big.Rat, decimals int) *big.Rat {
	unit := ratOf(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil))
	return quo(ratOf(floor(mul(r, unit))), unit)
}
