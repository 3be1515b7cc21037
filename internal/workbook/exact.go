package workbook

import (
	"fmt"
	"math/big"

	"embudo/internal/xlsx"
)

// exact is the sheet on which numbers are carried as fractions of whole numbers: a
// row each, numerator and denominator in lowest terms. Products and sums of whole
// numbers are exact in a spreadsheet while they have at most 15 digits, and so are
// comparisons; quotients are not, so none is trusted: what INT makes of one is
// checked by multiplying.
type exact struct {
	*page
	row     int
	rounded int      // the last row that anything is rounded from
	largest *big.Int // of all whole numbers so far
}

// The columns of [exact].
const (
	exactLabel = iota + 1
	exactNumerator
	exactDenominator
	exactValue
	exactSum    // numerator of a sum before it is reduced
	exactCommon // and its denominator
)

// fraction is a number of the sheet: the cells of its numerator and denominator, and
// what they hold.
type fraction struct {
	numerator, denominator string
	value                  *big.Rat
}

// whole is a cell with a whole number.
type whole struct {
	cell  string
	value *big.Int
}

func one() fraction { return fraction{"1", "1", big.NewRat(1, 1)} }

// fraction is the whole number as a fraction.
func (w whole) fraction() fraction { return fraction{w.cell, "1", new(big.Rat).SetInt(w.value)} }

func newExact(name string, titles []string, note string) *exact {
	e := &exact{page: newPage(name, grey), row: 4, largest: new(big.Int)}
	e.title(name)
	e.prose(2, 6, note, 3)
	e.head(4, titles, 0)
	e.Widths = []float64{52, 20, 20, 20, 20, 20}
	e.FrozenRows, e.RepeatedFrom, e.RepeatedRows = 4, 4, 4
	return e
}

// add is a row of a numerator and a denominator.
func (e *exact) add(label, numerator, denominator string, value *big.Rat) fraction {
	e.row++
	e.text(e.row, exactLabel, label, xlsx.Style{Line: xlsx.Under})
	e.grow(value.Num(), value.Denom())
	f := fraction{value: value}
	f.numerator = e.formula(e.row, exactNumerator, numerator, ofInt(value.Num()), result("0"))
	f.denominator = e.formula(e.row, exactDenominator, denominator, ofInt(value.Denom()), result("0"))
	e.formula(e.row, exactValue, f.numerator+"/"+f.denominator, ofRat(value), result("General"))
	return f
}

// scale is the power of ten by which a number becomes whole: the usual one, or as
// much as the number takes.
func scale(x *big.Rat, usual int64) int64 {
	const most = 1_000_000_000
	scale := usual
	for ; scale < most; scale *= 10 {
		if new(big.Rat).Mul(x, new(big.Rat).SetInt64(scale)).IsInt() {
			break
		}
	}
	return scale
}

// input reads a decimal from a cell.
func (e *exact) input(label, cell string, value *big.Rat, usual int64) fraction {
	times := scale(value, usual)
	n := fmt.Sprintf("ROUND(%s*%d,0)", cell, times)
	gcd := fmt.Sprintf("GCD(ABS(%s),%d)", n, times)
	return e.add(label, n+"/"+gcd, fmt.Sprintf("%d/%s", times, gcd), value)
}

// rate reads a rate from its cell, or where the other two are filled in, as so many
// who went on of so many.
func (e *exact) rate(label, cell, seen, of string, value *big.Rat) fraction {
	const times = 1_000_000
	n := fmt.Sprintf("ROUND(%s*%d,0)", cell, times)
	gcd := fmt.Sprintf("GCD(%s,%d)", n, times)
	cases := fmt.Sprintf("GCD(ROUND(%s,0),ROUND(%s,0))", seen, of)
	return e.add(label,
		fmt.Sprintf("IF(%s>0,ROUND(%s,0)/%s,%s/%s)", of, seen, cases, n, gcd),
		fmt.Sprintf("IF(%s>0,ROUND(%s,0)/%s,%d/%s)", of, of, cases, times, gcd), value)
}

// times is a product, reduced before it is multiplied so that it stays small.
func (e *exact) times(label string, a, b fraction) fraction {
	return e.product(label, a, b.numerator, b.denominator, new(big.Rat).Mul(a.value, b.value))
}

// over is a quotient by a fraction above 0.
func (e *exact) over(label string, a, b fraction) fraction {
	value := new(big.Rat)
	if b.value.Sign() != 0 {
		value.Quo(a.value, b.value)
	}
	return e.product(label, a, b.denominator, b.numerator, value)
}

func (e *exact) product(label string, a fraction, numerator, denominator string, value *big.Rat) fraction {
	first := fmt.Sprintf("GCD(ABS(%s),%s)", a.numerator, denominator)
	second := fmt.Sprintf("GCD(ABS(%s),%s)", numerator, a.denominator)
	return e.add(label,
		fmt.Sprintf("%s/%s*(%s/%s)", a.numerator, first, numerator, second),
		fmt.Sprintf("%s/%s*(%s/%s)", a.denominator, second, denominator, first), value)
}

func (e *exact) plus(label string, a, b fraction) fraction {
	return e.sum(label, a, "+", b, new(big.Rat).Add(a.value, b.value))
}

func (e *exact) minus(label string, a, b fraction) fraction {
	return e.sum(label, a, "-", b, new(big.Rat).Sub(a.value, b.value))
}

// sum is a sum or a difference, first over a common denominator and then reduced.
func (e *exact) sum(label string, a fraction, sign string, b fraction, value *big.Rat) fraction {
	row := e.row + 1
	n, d := e.ref(row, exactSum), e.ref(row, exactCommon)
	gcd := fmt.Sprintf("GCD(ABS(%s),%s)", n, d)
	f := e.add(label, n+"/"+gcd, d+"/"+gcd, value)
	common := fmt.Sprintf("GCD(%s,%s)", a.denominator, b.denominator)
	least := new(big.Int).Mul(a.value.Denom(), b.value.Denom())
	least.Quo(least, new(big.Int).GCD(nil, nil, a.value.Denom(), b.value.Denom()))
	e.grow(new(big.Int).Mul(value.Num(), new(big.Int).Quo(least, value.Denom())), least)
	e.formula(row, exactSum, fmt.Sprintf("%s*(%s/%s)%s%s*(%s/%s)",
		a.numerator, b.denominator, common, sign, b.numerator, a.denominator, common), nil, result("0"))
	e.formula(row, exactCommon, fmt.Sprintf("%s/%s*%s", a.denominator, common, b.denominator), nil, result("0"))
	return f
}

// atLeast is the least whole number that is not below a fraction, and not below 0.
func (e *exact) atLeast(label string, f fraction) whole {
	value := ceil(f.value)
	n, d := f.numerator, f.denominator
	return e.whole(label, fmt.Sprintf("IF(%[1]s<=0,0,INT(%[1]s/%[2]s)+IF(INT(%[1]s/%[2]s)*%[2]s<%[1]s,1,0))", n, d), value)
}

// atMost is the greatest whole number that is not above a fraction of 0 or more.
func (e *exact) atMost(label string, f fraction) whole {
	return e.whole(label, floored(f.numerator, f.denominator), new(big.Int).Div(f.value.Num(), f.value.Denom()))
}

// floored is ⌊a / b⌋ of whole numbers as a formula: INT may take a quotient that lies
// just below a whole number for it.
func floored(a, b string) string {
	return fmt.Sprintf("INT(%[1]s/%[2]s)-IF(INT(%[1]s/%[2]s)*%[2]s>%[1]s,1,0)", a, b)
}

// raised is ⌈a / b⌉ of whole numbers as a formula, which is right whichever way INT
// errs.
func raised(a, b string) string {
	return fmt.Sprintf("INT(%[1]s/%[2]s)+IF(INT(%[1]s/%[2]s)*%[2]s<%[1]s,1,0)", a, b)
}

func (e *exact) whole(label, formula string, value *big.Int) whole {
	f := e.add(label, formula, "1", new(big.Rat).SetInt(value))
	return whole{f.numerator, value}
}

// ceil is the least whole number that is neither below x nor below 0.
func ceil(x *big.Rat) *big.Int {
	if x.Sign() <= 0 {
		return new(big.Int)
	}
	n := new(big.Int).Add(x.Num(), x.Denom())
	return n.Div(n.Sub(n, big.NewInt(1)), x.Denom())
}

// grow keeps the largest of all whole numbers.
func (e *exact) grow(numbers ...*big.Int) {
	for _, n := range numbers {
		if e.rounded == 0 && n.CmpAbs(e.largest) > 0 {
			e.largest = new(big.Int).Abs(n)
		}
	}
}

// only ends the rows that anything is rounded from. What follows is shown as it is.
func (e *exact) only() { e.rounded = e.row }

// most is the largest whole number that is relied on: products of it with 10 still
// have no more digits than a spreadsheet keeps.
const most = 1e14

// holds is a formula that says whether all whole numbers that are rounded are small
// enough to be exact, and what it says now.
func (e *exact) holds() (formula string, now bool) {
	all := xlsx.Quoted(e.Name) + "!" + xlsx.Area{From: xlsx.Place{Row: 5, Column: exactNumerator}, To: xlsx.Place{Row: e.rounded, Column: exactCommon}}.Fixed()
	formula = fmt.Sprintf("IF(ISNUMBER(SUM(%[1]s)),AND(MAX(%[1]s)<=1E14,MIN(%[1]s)>=-1E14),FALSE)", all)
	return formula, e.largest.Cmp(big.NewInt(most)) <= 0
}
