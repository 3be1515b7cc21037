package funnel

import "math/big"

// Actuals is what really happened to a plan's funnels: who entered which stage
// when, what was spent, and what came in.
type Actuals struct {
	// Ends is the last day that the data speak of; nil where they name no day.
	// What happened after it is not known, which is not the same as nothing. Where
	// it is nil, the days of entries and amounts mean nothing.
	Ends *Date

	Funnels []FunnelActuals // in the order of the plan's funnels
	Spend   []Amount
	Revenue []Amount
	Money   MoneyKnown
}

// MoneyKnown says which amounts the data speak of at all.
type MoneyKnown struct{ Spend, Revenue bool }

// FunnelActuals is what happened in one funnel.
type FunnelActuals struct {
	Stages   []StageActuals // in the order of the funnel's stages
	Lost     []Loss
	Repeat   *int64 // further purchases of its clients; nil: the data do not say
	Referred *int64 // clients whom other clients brought; nil: the data do not say
}

// StageActuals is what happened at one stage.
type StageActuals struct {
	Known   bool      // the data speak of this stage, so that no entries means none
	Records bool      // the entries come lead by lead: WentOn is known
	Entries []Entries // in the order of From
}

// Entries are people who entered a stage within the same days, by the same
// channel, owned by the same person, in a funnel that the same side brought them
// to.
type Entries struct {
	From, To Date   // the day, or the ends of the week or month that a count is of
	Channel  string // empty where the data do not say, like the next two
	Person   string
	Brought  string // marketing or sales: the owner of the stage that they came in by

	Count   int64 // all of them, the next two included
	Implied int64 // known to have passed only because they are further down; no date of their own
	Direct  int64 // came in here without the stages above
	WentOn  int64 // lead by lead: of Count − Implied − Direct, those who entered the next stage
}

// Loss counts those who were lost, by the last stage that they had reached and
// the reason that the data give.
type Loss struct {
	Stage  int // index in the funnel
	Reason string
	Count  int64
}

// Amount is money of some days and a channel, in the plan's currency.
type Amount struct {
	From, To Date
	Channel  string // empty where the data do not say
	Value    *big.Rat
}

// empty reports whether nobody entered anything: then there are no days to name.
func (a *Actuals) empty() bool {
	for _, f := range a.Funnels {
		for _, s := range f.Stages {
			if len(s.Entries) > 0 {
				return false
			}
		}
	}
	return true
}
