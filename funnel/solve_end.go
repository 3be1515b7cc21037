package funnel

import "math/big"

// end is the last value that does between one that does not and one that does,
// where all do on its one side and none on the other. It is found by halving, and
// taken for the simplest fraction in so narrow a span: two fractions whose
// denominators have fewer than 128 bits lie further apart than 2⁻²⁵⁶, within which
// it is made sure that values do and do not. It is nil, with a span of that
// width, where it is no such fraction.
func end(fails, does *big.Rat, fits func(*big.Rat) bool) (exact, failing, doing *big.Rat) {
	const first, last = 64, 256 // bits
	trifle := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Lsh(big.NewInt(1), last))
	if does.Cmp(fails) < 0 {
		trifle.Neg(trifle)
	}
	for _, bits := range []uint{first, last} {
		width := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Lsh(big.NewInt(1), bits))
		fails, does = halve(fails, does, width, fits)
		x := simplestBetween(fails, does)
		if x.Denom().BitLen() < last/2 && fits(x) && !fits(sub(x, trifle)) {
			return x, nil, nil
		}
	}
	return nil, fails, does
}

// endOfWhole is the same among whole numbers.
func endOfWhole(fails, does *big.Rat, fits func(*big.Rat) bool) *big.Rat {
	one := big.NewRat(1, 1)
	for new(big.Rat).Abs(sub(does, fails)).Cmp(one) > 0 {
		middle := ratOf(floor(halfway(fails, does)))
		if middle.Cmp(fails) == 0 || middle.Cmp(does) == 0 {
			middle = ratOf(ceil(halfway(fails, does)))
		}
		if fits(middle) {
			does = middle
		} else {
			fails = middle
		}
	}
	return does
}

// halve narrows the span between a value that does not and one that does.
func halve(fails, does, width *big.Rat, fits func(*big.Rat) bool) (failing, doing *big.Rat) {
	for new(big.Rat).Abs(sub(does, fails)).Cmp(width) > 0 {
		if middle := halfway(fails, does); fits(middle) {
			does = middle
		} else {
			fails = middle
		}
	}
	return fails, does
}

func halfway(a, b *big.Rat) *big.Rat {
	sum := new(big.Rat).Add(a, b)
	return sum.Quo(sum, big.NewRat(2, 1))
}

// simplestBetween is the fraction with the smallest denominator from a to b, both
// included, by continued fractions
// (https://en.wikipedia.org/wiki/Stern%E2%80%93Brocot_tree).
func simplestBetween(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) > 0 {
		a, b = b, a
	}
	switch {
	case a.Sign() <= 0 && b.Sign() >= 0:
		return new(big.Rat)
	case b.Sign() < 0:
		x := simplestBetween(new(big.Rat).Neg(b), new(big.Rat).Neg(a))
		return x.Neg(x)
	}
	whole := ratOf(ceil(a))
	if whole.Cmp(b) <= 0 {
		return whole
	}
	below := ratOf(floor(a))
	rest := simplestBetween(new(big.Rat).Inv(sub(b, below)), new(big.Rat).Inv(sub(a, below)))
	return rest.Add(rest.Inv(rest), below)
}
