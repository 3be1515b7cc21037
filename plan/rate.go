package plan

import (
	"math/big"
	"strconv"
	"strings"

	"embudo/funnel"
)

// parseRate reads the rate of a stage: 30%, 0.3, 27/90 or 20%..40%.
func parseRate(s string) (Rate, *fault) {
	if low, high, ok := cutRange(s); ok {
		return rateRange(low, high)
	}
	if strings.Contains(s, "/") {
		return evidence(s)
	}
	if want, ok := spelledFraction(s); ok {
		return Rate{}, bad("bad-fraction", "want", want)
	}
	if low, high, ok := cutDash(s); ok && withExponent(strings.TrimSuffix(s, "%")) == nil {
		return Rate{}, bad("range-with-dash", "want", low+".."+high)
	}
	r, f := rateEnd(s)
	return Rate{Rate: funnel.Rate{Value: r}}, f
}

// rateEnd reads a fixed rate, above 0 and at most 1.
func rateEnd(s string) (*big.Rat, *fault) {
	r, bare, f := percent(s)
	switch {
	case f != nil:
		return nil, f
	case r.Sign() <= 0:
		return nil, bad("rate-not-above-zero")
	case compare(r, 1) <= 0:
		return r, nil
	case bare && compare(r, 100) <= 0:
		return nil, bad("rate-above-one", "want", s+"%")
	}
	return nil, bad("rate-above-hundred")
}

// evidence reads what was seen: 27 of 90 went on. The rate is planned with as
// it was seen, and is as uncertain as Jeffreys' prior and the sample leave it:
// Beta(27 + ½, 63 + ½).
func evidence(s string) (Rate, *fault) {
	seen, of, f := fraction(s)
	switch {
	case f != nil:
		return Rate{}, f
	case of == 0:
		return Rate{}, bad("evidence-of-nothing")
	case seen > of:
		return Rate{}, bad("evidence-above-all", "want", strconv.FormatInt(of, 10)+"/"+strconv.FormatInt(seen, 10))
	case seen == 0:
		return Rate{}, bad("evidence-without-success")
	}
	return Rate{Rate: funnel.Rate{
		Value: big.NewRat(seen, of),
		Alpha: float64(seen) + 0.5,
		Beta:  float64(of-seen) + 0.5,
		Seen:  seen,
		Of:    of,
	}}, nil
}

// rateRange reads a rate that lies between two ends at 90 %. One narrower than
// 0.1 points counts as fixed.
func rateRange(left, right string) (Rate, *fault) {
	low, high, f := rangeEnds(left, right)
	if f != nil {
		return Rate{}, f
	}
	width := new(big.Rat).Sub(high, low)
	if width.Cmp(big.NewRat(1, 1000)) < 0 {
		middle := new(big.Rat).Add(low, high)
		return Rate{Rate: funnel.Rate{Value: middle.Quo(middle, big.NewRat(2, 1))}, Low: low, High: high}, nil
	}
	lowFloat, _ := low.Float64()
	highFloat, _ := high.Float64()
	alpha, beta, err := funnel.FitBeta(lowFloat, highFloat)
	if err != nil {
		return Rate{}, bad("range-too-wide")
	}
	mean := roundedMean(alpha, beta)
	if mean.Sign() == 0 {
		return Rate{}, bad("range-too-wide")
	}
	return Rate{Rate: funnel.Rate{Value: mean, Alpha: alpha, Beta: beta}, Low: low, High: high}, nil
}

// roundedMean is the mean of a Beta, α / (α + β), rounded half-even to 4
// decimals.
func roundedMean(alpha, beta float64) *big.Rat {
	mean, _ := new(big.Rat).SetString(strconv.FormatFloat(alpha/(alpha+beta), 'f', 4, 64))
	return mean
}

// rangeEnds reads both ends of a range, which lie strictly between 0 and 1.
func rangeEnds(left, right string) (low, high *big.Rat, f *fault) {
	if strings.HasSuffix(left, "%") != strings.HasSuffix(right, "%") {
		return nil, nil, bad("range-mixed", "want", signed(left)+".."+signed(right))
	}
	low, bareLow, f := percent(left)
	if f != nil {
		return nil, nil, f.withoutOther().wantAround("", ".."+right)
	}
	high, bareHigh, f := percent(right)
	if f != nil {
		return nil, nil, f.withoutOther().wantAround(left+"..", "")
	}
	switch {
	case bareLow && bareHigh && compare(high, 1) > 0 && compare(high, 100) <= 0:
		return nil, nil, bad("rate-above-one", "want", left+"%.."+right+"%")
	case low.Sign() <= 0 || compare(high, 1) >= 0:
		return nil, nil, bad("range-ends")
	case low.Cmp(high) > 0:
		return nil, nil, bad("range-order", "want", right+".."+left)
	}
	return low, high, nil
}

// signed is a number with a percent sign.
func signed(s string) string { return strings.TrimSpace(strings.TrimSuffix(s, "%")) + "%" }

// cutRange takes low..high apart; three dots are taken for two.
func cutRange(s string) (low, high string, ok bool) {
	low, high, ok = strings.Cut(strings.ReplaceAll(s, "…", ".."), "..")
	return strings.TrimSpace(low), strings.TrimSpace(strings.TrimPrefix(high, ".")), ok
}

// cutDash takes a range apart that is written 20%-40%, 20 to 40% or between 20%
// and 40%.
func cutDash(s string) (low, high string, ok bool) {
	between := s
	for _, word := range []string{"between ", "from ", "entre ", "de ", "desde "} {
		if rest, found := strings.CutPrefix(strings.ToLower(s), word); found {
			between = rest
		}
	}
	for _, dash := range []string{"-", "–", "—", " to ", " a ", " and ", " y ", " hasta "} {
		low, high, ok = strings.Cut(between, dash)
		low, high = strings.TrimSpace(low), strings.TrimSpace(high)
		if ok && low != "" && high != "" {
			if strings.HasSuffix(high, "%") {
				low = signed(low)
			}
			return low, high, true
		}
	}
	return "", "", false
}
