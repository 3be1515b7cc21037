package funnel

import "math/big"

// Plan is what the arithmetic needs to know of a plan. Rates and shares are
// fractions from 0 to 1, money is in the plan's currency. A Plan is taken as
// valid: package plan, which builds it from a file, reports what is not.
type Plan struct {
	Name       string
	Currency   string // ISO 4217 code, empty where the plan names none
	MinorUnits int    // decimals of the currency's smallest unit: 2 for USD, 0 for CLP

	Period      *Span         // nil: the plan has no dates
	Holidays    map[Date]bool // days that are not worked, besides Saturdays and Sundays
	Seasonality Seasonality   // how targets are spread over the days of a window

	Budget          *big.Rat // above 0
	Target          Target
	ExistingRevenue *big.Rat // part of the target that existing clients bring
	GrossMargin     *big.Rat // of the existing revenue, and of funnels without their own
	RepeatPurchases *big.Rat // further purchases per client
	Referrals       *big.Rat // clients that each client brings

	Confidence []*big.Rat // the γ in "needed to be γ sure", each between 0 and 1
	Funnels    []Funnel   // at least one

	Terms Terms               // what marketing and sales have agreed on
	Staff map[string][]Person // the people of each owner, where the plan names them

	Activities    []Activity
	PhasesNotUsed []Phase // of the hourglass, where the plan does without some

	Notices []Warning // what results hand on besides their own warnings
}

// TargetKind says in which of three ways a plan states its target.
type TargetKind int

// The three ways to state a target.
const (
	TargetReturn  TargetKind = iota // (gross profit − budget) / budget
	TargetRevenue                   // money
	TargetClients                   // a whole number of clients
)

// Target is what the plan must reach: a fraction for [TargetReturn], money for
// [TargetRevenue], a count for [TargetClients].
type Target struct {
	Kind  TargetKind
	Value *big.Rat
}

// Funnel is one way in which people become clients, with its share of the
// target.
type Funnel struct {
	ID, Name       string
	Share          *big.Rat // of the target; the shares of a plan add up to 1
	Budget         *big.Rat // its own, or its share of the plan's
	AverageRevenue *big.Rat // per client and purchase
	GrossMargin    *big.Rat
	Stages         []Stage // top of the funnel first, the client last; at least one
	Success        int     // index of the stage that the period is judged by
}

// Stage is one step of a funnel.
type Stage struct {
	ID, Name, Owner, System string
	Definition              string // when somebody counts as having entered, in the plan's words; empty where it has none
	Source                  string // where the rate comes from, empty for a guess
	Meeting                 bool   // its entries are meetings; at most one stage of a funnel

	Rate       Rate     // share that goes on to the next stage; the zero Rate on the last one
	Recovers   *big.Rat // share of those who did not go on that follow-up still brings
	Lag        Lag      // time from entering this stage to entering the next
	UnitCost   *big.Rat // what one new entry costs; nil: not known
	InProgress int64    // already there when the period starts
	Direct     int64    // expected to come in here without the stages above
	Capacity   *Capacity
	Dates      *Span      // fixed dates in place of a computed window: a trip, a fair
	Reminders  []Reminder // before each entry, which is a meeting

	RespondWithin Hours // in which its owner answers those who enter; 0 where the plan does not say
}

// Rate is the share of a stage's entries that go on to the next one. Value is
// what is planned with. An uncertain rate is Beta(Alpha, Beta); a fixed one has
// both at 0.
type Rate struct {
	Value       *big.Rat
	Alpha, Beta float64
	Seen, Of    int64 // evidence: Seen went on out of Of; 0 of 0 where there is none
}

// Uncertain reports whether the rate is a distribution rather than a number.
func (r Rate) Uncertain() bool { return r.Alpha > 0 }

// Lag is the time from one stage to the next, in hours. Low and High differ
// where it is uncertain: log-normal, with these as 5 % and 95 % quantiles.
type Lag struct {
	Low, High int64
}

// Capacity is how many entries of a stage people can handle: one of PerDay and
// PerWeek is set.
type Capacity struct {
	People  *big.Rat
	PerDay  *big.Rat // entries a person and working day; nil when PerWeek is set
	PerWeek *big.Rat // entries a person and week of five working days
	Days    *big.Rat // working days, where it is not the stage's whole window; nil otherwise
}
