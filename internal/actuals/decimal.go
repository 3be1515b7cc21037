package actuals

import (
	"math/big"
	"math/bits"
)

// decimal is an exact number in base ten: units × 10^−scale. Sums of money over
// millions of rows stay in one machine word; what does not fit into it goes on
// as a rational.
type decimal struct {
	units int64
	scale uint8
	wide  *big.Rat // the number where units cannot hold it; else nil
}

// maxScale is the largest power of ten that a machine word holds.
const maxScale = 18

// rat is the number as a rational of its own.
func (d decimal) rat() *big.Rat {
	if d.wide != nil {
		return new(big.Rat).Set(d.wide)
	}
	return new(big.Rat).SetFrac(big.NewInt(d.units), big.NewInt(tenTo(int(d.scale))))
}

// sign is −1, 0 or 1.
func (d decimal) sign() int {
	switch {
	case d.wide != nil:
		return d.wide.Sign()
	case d.units < 0:
		return -1
	case d.units > 0:
		return 1
	}
	return 0
}

// plus is the sum of two numbers.
func (d decimal) plus(e decimal) decimal {
	if d.wide == nil && e.wide == nil {
		if d.scale != e.scale {
			d, e = d.scaled(max(d.scale, e.scale)), e.scaled(max(d.scale, e.scale))
		}
		sum := d.units + e.units
		if d.wide == nil && e.wide == nil && (sum > d.units) == (e.units > 0) {
			return decimal{units: sum, scale: d.scale}
		}
	}
	sum := d.rat()
	return decimal{wide: sum.Add(sum, e.rat())}
}

// squared is the number times itself.
func (d decimal) squared() decimal {
	if d.wide == nil && 2*d.scale <= maxScale && d.units != 0 {
		if units, ok := times(d.units, max(d.units, -d.units)); ok {
			return decimal{units: max(units, -units), scale: 2 * d.scale}
		}
	}
	square := d.rat()
	return decimal{wide: square.Mul(square, square)}
}

// scaled is the same number with more decimals.
func (d decimal) scaled(scale uint8) decimal {
	if d.scale == scale {
		return d
	}
	units, ok := times(d.units, tenTo(int(scale-d.scale)))
	if !ok {
		return decimal{wide: d.rat()}
	}
	return decimal{units: units, scale: scale}
}

// whole is the number where it is one without decimals, such as 1.0.
func (d decimal) whole() (n int64, ok bool) {
	if d.wide != nil {
		return d.wide.Num().Int64(), d.wide.IsInt() && d.wide.Num().IsInt64()
	}
	unit := tenTo(int(d.scale))
	return d.units / unit, d.units%unit == 0
}

// shifted is the number times 10^exponent.
func (d decimal) shifted(exponent int) decimal {
	switch scale := int(d.scale) - exponent; {
	case exponent == 0:
		return d
	case d.wide == nil && 0 <= scale && scale <= maxScale:
		return decimal{units: d.units, scale: uint8(scale)}
	case d.wide == nil && scale < 0:
		if units, ok := times(d.units, tenTo(-scale)); ok {
			return decimal{units: units}
		}
	}
	power := new(big.Rat).SetInt64(tenTo(max(exponent, -exponent)))
	if exponent < 0 {
		power.Inv(power)
	}
	return decimal{wide: power.Mul(power, d.rat())}
}

// tenTo is 10^n, for n from 0 to 18.
func tenTo(n int) int64 {
	power := int64(1)
	for range n {
		power *= 10
	}
	return power
}

// times is the product, where it fits; b is above 0.
func times(a, b int64) (product int64, ok bool) {
	high, low := bits.Mul64(uint64(max(a, -a)), uint64(b))
	if high != 0 || low > 1<<63-1 {
		return 0, false
	}
	return a * b, true
}

// String is the number in plain digits with a decimal point: 1234.5.
func (d decimal) String() string {
	r := d.rat()
	places, _ := r.FloatPrec()
	return r.FloatString(places)
}
