package funnel

import (
	"math/big"
	"math/bits"
)

// Profile is the ideal client as rules that bring points, and the points from
// which somebody counts as a lead and as an MQL.
type Profile struct {
	Rules     []ProfileRule // at most 64
	Lead, MQL *big.Rat      // points; Lead is at most MQL
}

// ProfileRule is one trait of the ideal client.
type ProfileRule struct {
	Name   string
	Weight *big.Rat // points, 0 or more
	Must   bool     // who fails it is out
}

// Traits are what is known of one lead: a bit for each rule of a profile, and what
// sales has confirmed. A rule that is neither met nor unknown is failed.
type Traits struct {
	Met, Unknown uint64
	Confirmed    Confirmation
}

// Confirmation is what sales found out about a lead, a bit each.
type Confirmation uint8

// What sales confirms.
const (
	ConfirmedNeed          Confirmation = 1 << iota // they need it
	ConfirmedValue                                  // they see what it is worth
	ConfirmedBudget                                 // there is money for it
	ConfirmedDecisionMaker                          // who decides is known

	ConfirmedAll = ConfirmedNeed | ConfirmedValue | ConfirmedBudget | ConfirmedDecisionMaker
)

// Level is how far a lead has come, as its traits and sales have it.
type Level string

// The levels. Each has what those before it have, but for the first: who is out
// fails what must be.
const (
	LevelOut         Level = "out"
	LevelContact     Level = "contact"
	LevelLead        Level = "lead"
	LevelMQL         Level = "mql"
	LevelSQL         Level = "sql"
	LevelOpportunity Level = "opportunity"
)

// Levels lists the levels from the lowest.
func Levels() []Level {
	return []Level{LevelOut, LevelContact, LevelLead, LevelMQL, LevelSQL, LevelOpportunity}
}

// Points are all that can be had.
func (p *Profile) Points() *big.Rat {
	sum := new(big.Rat)
	for _, r := range p.Rules {
		sum.Add(sum, r.Weight)
	}
	return sum
}

// Score is the points of the rules that are met.
func (p *Profile) Score(t Traits) *big.Rat {
	sum := new(big.Rat)
	for met := t.Met; met != 0; met &= met - 1 {
		sum.Add(sum, p.Rules[bits.TrailingZeros64(met)].Weight)
	}
	return sum
}

// musts are the rules that must be met.
func (p *Profile) musts() uint64 {
	var musts uint64
	for i, r := range p.Rules {
		if r.Must {
			musts |= 1 << i
		}
	}
	return musts
}

// Excluded are the rules that must be met and are failed.
func (p *Profile) Excluded(t Traits) uint64 { return p.musts() &^ (t.Met | t.Unknown) }

// Undecided are the rules that must be met and of which nobody knows.
func (p *Profile) Undecided(t Traits) uint64 { return p.musts() & t.Unknown }

// Level is what somebody with some traits is proposed as. One of whom it is not
// known whether what must be holds is a contact, whatever the points.
func (p *Profile) Level(t Traits) Level {
	score := p.Score(t)
	switch {
	case p.Excluded(t) != 0:
		return LevelOut
	case p.Undecided(t) != 0 || score.Cmp(p.Lead) < 0:
		return LevelContact
	case score.Cmp(p.MQL) < 0:
		return LevelLead
	case t.Confirmed&ConfirmedNeed == 0:
		return LevelMQL
	case t.Confirmed != ConfirmedAll:
		return LevelSQL
	}
	return LevelOpportunity
}

// isMQL reports whether somebody is an MQL at least.
func (p *Profile) isMQL(t Traits) bool {
	return p.Excluded(t)|p.Undecided(t) == 0 && p.Score(t).Cmp(p.MQL) >= 0
}
