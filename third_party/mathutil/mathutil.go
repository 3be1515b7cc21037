// Copyright (c) 2014 The mathutil Authors. All rights reserved.
// Use of this source code is governed by a BSD-style
// license that can be found in the LICENSE file.

package mathutil // import "modernc.org/mathutil"

import "math"

// AddUint128_64 returns the uint128 sum of uint64 a and b.
func AddUint128_64(a, b uint64) (hi uint64, lo uint64) {
	lo = a + b
	if lo < a {
		hi = 1
	}
	return hi, lo
}

// MulUint128_64 returns the uint128 bit product of uint64 a and b.
func MulUint128_64(a, b uint64) (hi, lo uint64) {
	/*
		2^(2 W) ahi bhi + 2^W alo bhi + 2^W ahi blo + alo blo

		FEDCBA98 76543210 FEDCBA98 76543210
		                  ---- alo*blo ----
		         ---- alo*bhi ----
		         ---- ahi*blo ----
		---- ahi*bhi ----
	*/
	const w = 32
	const m = 1<<w - 1
	ahi, bhi, alo, blo := a>>w, b>>w, a&m, b&m
	lo = alo * blo
	mid1 := alo * bhi
	mid2 := ahi * blo
	c1, lo := AddUint128_64(lo, mid1<<w)
	c2, lo := AddUint128_64(lo, mid2<<w)
	_, hi = AddUint128_64(ahi*bhi, mid1>>w+mid2>>w+c1+c2)
	return
}

// AddOverflowInt64 returns a + b and an indication whether the addition
// overflowed the int64 range.
func AddOverflowInt64(a, b int64) (r int64, ovf bool) {
	r = a + b
	if a > 0 && b > 0 {
		return r, uint64(r) > math.MaxInt64
	}

	if a < 0 && b < 0 {
		return r, uint64(r) <= math.MaxInt64
	}

	return r, false
}

// SubOverflowInt64 returns a - b and an indication whether the subtraction
// overflowed the int64 range.
func SubOverflowInt64(a, b int64) (r int64, ovf bool) {
	r = a - b
	if a >= 0 && b < 0 {
		return r, uint64(r) >= math.MaxInt64+1
	}

	if a < 0 && b > 0 {
		return r, uint64(r) <= math.MaxInt64
	}

	return r, false
}

// MulOverflowInt64 returns a * b and an indication whether the product
// overflowed the int64 range.
func MulOverflowInt64(a, b int64) (r int64, ovf bool) {
	// https://groups.google.com/g/golang-nuts/c/h5oSN5t3Au4/m/KaNQREhZh0QJ
	const mostPositive = 1<<63 - 1
	const mostNegative = -(mostPositive + 1)
	r = a * b
	if a == 0 || b == 0 || a == 1 || b == 1 {
		return r, false
	}

	if a == mostNegative || b == mostNegative {
		return r, true
	}

	return r, r/b != a
}
