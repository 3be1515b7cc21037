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

// Nothing are actual numbers of which nothing is known.
func Nothing(p *Plan) *Actuals {
	a := &Actuals{Funnels: make([]FunnelActuals, len(p.Funnels))}
	for i := range a.Funnels {
		a.Funnels[i].Stages = make([]StageActuals, len(p.Funnels[i].Stages))
	}
	return a
}

// MoneyKnown says which amounts the data speak of at all.
type MoneyKnown struct{ Spend, Revenue bool }

// FunnelActuals is what happened in one funnel.
type FunnelActuals struct {
	Stages   []StageActuals // in the order of the funnel's stages
	Lost     []Loss
	Repeat   *int64  // further purchases of its clients; nil: the data do not say
	Referred *int64  // clients whom other clients brought; nil: the data do not say
	Deals    []Deals // lead by lead, where asked for: by Channel, then Day

	Responses *Responses // lead by lead, where asked for; nil where the data do not speak of first answers
}

// StageActuals is what happened at one stage.
type StageActuals struct {
	Known   bool      // the data speak of this stage, so that no entries means none
	Records bool      // the entries come lead by lead: WentOn is known
	Entries []Entries // in the order of From
	Cohorts []Cohort  // lead by lead, where asked for: by Channel, then Day

	Open *OpenDeals // who stand here now; nil where nobody does or the data do not go lead by lead
}

// OpenDeals are those who stand at a stage on the last day of the data: neither
// lost nor gone on.
type OpenDeals struct {
	Count  int64
	Valued int64    // of them, those with an amount of their own
	Value  *big.Rat // the sum of these amounts, in the currency of the data
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

// Cohort is what became of those who entered a stage on a day by a channel, with
// a date of their own: not implied by a later stage; direct ones included. The
// next stage is the next that the data speak of. Who is neither gone nor lost is
// still there.
type Cohort struct {
	Day     Date
	Channel string // empty where the data do not say
	Entered int64  // all of them

	Gone        []Wait // those who entered the next stage, by days taken, ascending
	GoneUndated int64  // those who went on, since they are further down, without a day of their own for it
	Lost        []Wait // those who were lost while here, by days taken, ascending
	LostUndated int64
}

// Open counts those who are neither gone nor lost.
func (c *Cohort) Open() int64 {
	return c.Entered - waited(c.Gone) - c.GoneUndated - waited(c.Lost) - c.LostUndated
}

// Wait counts those to whom something happened after the same number of days.
type Wait struct {
	Days  int32 // below 0 where the data have it happen before the entry
	Count int64
}

func waited(waits []Wait) (n int64) {
	for _, w := range waits {
		n += w.Count
	}
	return n
}

// Deals are what the clients of a day and a channel paid, of those with an amount.
type Deals struct {
	Day     Date
	Channel string // empty where the data do not say
	Count   int64
	Sum     *big.Rat // in the currency of the data
	Squares *big.Rat // the sum of the squares of the amounts; nil where it is not known
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
