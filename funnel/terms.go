package funnel

import (
	"math/big"
	"slices"
)

// Side is who answers for something.
type Side string

// The sides of an agreement.
const (
	Marketing Side = "marketing"
	Sales     Side = "sales"
	BothSides Side = "both"
)

// Terms are what marketing and sales have stated of their agreement. What is left
// out is not agreed yet, or follows from the plan.
type Terms struct {
	SalesFrom string // ID of the first stage that sales answers for; empty: as the owners of the stages say

	OwnShare    *big.Rat // of the entries of that stage, those that sales finds itself; nil where it is not stated
	OwnCount    *big.Int // or how many they are; nil where it is not stated
	OwnChannels []string // by which such entries come in actual data

	Rate         *big.Rat // share of that stage's entries that sales makes clients; nil: as the rates of the plan give
	Attempts     int64    // how often sales tries to reach each lead; 0 where it is not stated
	Response     *big.Rat // share of the leads that must be answered in time; nil: 90 %
	CallsPerWeek *big.Rat // that one person can make; nil where it is not stated

	HandOver      string   // how a lead is handed over, in the plan's words
	RejectReasons []string // for which sales may give a lead back
	Channels      []ChannelTerm
	People        []PersonTerm

	IdealClient string // in a sentence; empty where the plan has none
	Traits      []Trait

	Review            Rhythm // N is 0 where it is not stated
	ReviewHow         string // in the plan's words
	IdealClientReview Rhythm // of reviewing who the ideal client is
}

// Agreed reports whether anything is agreed, the ideal client aside.
func (t *Terms) Agreed() bool {
	return t.SalesFrom != "" || t.OwnShare != nil || t.OwnCount != nil || len(t.OwnChannels) > 0 || t.Rate != nil || t.Attempts > 0 ||
		t.Response != nil || t.CallsPerWeek != nil || t.HandOver != "" || len(t.RejectReasons) > 0 || len(t.Channels) > 0 ||
		len(t.People) > 0 || t.Review.N > 0 || t.ReviewHow != "" || t.IdealClientReview.N > 0
}

// Trait is one rule of the ideal client, in the words and signs of the plan.
type Trait struct {
	Name, Condition string
	Must            bool // who fails it is out
}

// ChannelTerm is the part of marketing's leads that a channel is to bring.
type ChannelTerm struct {
	Name  string
	Share *big.Rat // the shares of an agreement add up to 1
}

// PersonTerm is what one person promises. A nil frequency is no promise.
type PersonTerm struct {
	Name                          string
	Side                          Side // marketing or sales
	Leads, Calls, Contacts, Trips *Frequency
}

// Frequency is a number of times in a stretch of time.
type Frequency struct {
	N   *big.Rat
	Per FrequencyUnit
}

// FrequencyUnit is the stretch of time of a [Frequency].
type FrequencyUnit string

// The stretches of time. A week has five working days.
const (
	PerDay    FrequencyUnit = "day"
	PerWeek   FrequencyUnit = "week"
	PerPeriod FrequencyUnit = "period"
)

// In is how many a pace comes to in so many working days, rounded down.
func (p Frequency) In(workingDays int64) *big.Int {
	days := new(big.Rat).SetInt64(workingDays)
	switch p.Per {
	case PerDay:
		return floor(mul(p.N, days))
	case PerWeek:
		return floor(quo(mul(p.N, days), big.NewRat(5, 1)))
	default:
		return floor(p.N)
	}
}

// Rhythm is how often something is done: every N days, weeks or months.
type Rhythm struct {
	N    int64
	Unit CadenceUnit
}

// Names are those of channels, people and reasons, as the agreement writes them.
func (t *Terms) Names() []string {
	names := slices.Concat(t.OwnChannels, t.RejectReasons)
	for _, c := range t.Channels {
		names = append(names, c.Name)
	}
	for _, p := range t.People {
		names = append(names, p.Name)
	}
	return names
}
