package plan

import (
	"math/big"
	"strings"
)

// ParseConfidence reads how sure to be, above 0 and below 1, as a plan file may
// have it: 90%, 0.9 or 9/10. Where ok is false, want is how to write what was
// meant, empty where nobody knows.
func ParseConfidence(s string) (x *big.Rat, want string, ok bool) {
	read := func(s string) *fault { _, f := parseConfidence(s); return f }
	p, f := parseConfidence(strings.TrimSpace(s))
	switch {
	case f == nil:
		return p.Value, "", true
	case several(s) != nil:
		return nil, "", false
	}
	return nil, f.acceptable(read).arg("want"), false
}

// ParseCount reads a whole number of people or companies as a plan file may have
// it.
func ParseCount(s string) (n int64, ok bool) {
	c, f := parseCount(strings.TrimSpace(s))
	return int64(c), f == nil
}

// ParsePart reads a fraction from 0 to 1, as a plan file may have it: 20% or 0.2.
// Where ok is false, want is how to write what was meant, empty where nobody knows.
func ParsePart(s string) (x *big.Rat, want string, ok bool) {
	read := func(s string) *fault { _, f := parsePart(s); return f }
	p, f := parsePart(strings.TrimSpace(s))
	if f == nil {
		return p.Value, "", true
	}
	return nil, f.acceptable(read).arg("want"), false
}
