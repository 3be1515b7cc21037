package funnel

import "math/big"

// Profile is the ideal client as rules that bring points, and the points from
// which somebody counts as a lead and as an MQL.
type Profile struct {
	Rules     []ProfileRule
	Lead, MQL *big.Rat // points; Lead is at most MQL
}

// ProfileRule is one trait of the ideal client.
type ProfileRule struct {
	Name   string
	Weight *big.Rat // points, 0 or more
	Must   bool     // who fails it is out
}

// Points are all that can be had.
func (p *Profile) Points() *big.Rat {
	sum := new(big.Rat)
	for _, r := range p.Rules {
		sum.Add(sum, r.Weight)
	}
	return sum
}
