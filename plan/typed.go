package plan

import (
	"math/big"
	"strings"
)

// ParseConfidence reads how sure to be, above 0 and below 1, as a plan file may
// have it: 90%, 0.9 or 9/10.
func ParseConfidence(s string) (x *big.Rat, ok bool) {
	p, f := parseConfidence(strings.TrimSpace(s))
	return p.Value, f == nil
}

// ParseCount reads a whole number of people or companies as a plan file may have
// it.
func ParseCount(s string) (n int64, ok bool) {
	c, f := parseCount(strings.TrimSpace(s))
	return int64(c), f == nil
}
