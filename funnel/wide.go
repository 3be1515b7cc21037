package funnel

import (
	"cmp"
	"math/big"
	"math/bits"
)

// wide is a whole number of 128 bits: room for what every entry of a plan is
// worth, counted in the largest unit that all of them are multiples of.
type wide struct {
	high int64
	low  uint64
}

// wideOf is n, if it and sums of two like it have room.
func wideOf(n *big.Int) (w wide, ok bool) {
	if n.BitLen() > 125 {
		return wide{}, false
	}
	// Div and Mod are Euclidean: the low part is never negative.
	high, low := new(big.Int).DivMod(n, new(big.Int).Lsh(big.NewInt(1), 64), new(big.Int))
	return wide{high.Int64(), low.Uint64()}, true
}

func (w wide) plus(o wide) wide {
	low, carry := bits.Add64(w.low, o.low, 0)
	return wide{w.high + o.high + int64(carry), low}
}

func (w wide) minus(o wide) wide {
	low, borrow := bits.Sub64(w.low, o.low, 0)
	return wide{w.high - o.high - int64(borrow), low}
}

// half is w / 2, rounded down.
func (w wide) half() wide { return wide{w.high >> 1, w.low>>1 | uint64(w.high)<<63} }

func (w wide) compare(o wide) int {
	if w.high != o.high {
		return cmp.Compare(w.high, o.high)
	}
	return cmp.Compare(w.low, o.low)
}

func (w wide) int() *big.Int {
	n := new(big.Int).Lsh(big.NewInt(w.high), 64)
	return n.Add(n, new(big.Int).SetUint64(w.low))
}
