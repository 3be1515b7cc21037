package funnel

import "math/big"

// Result is a plan worked out. Money is in the plan's currency.
type Result struct {
	Plan *Plan
	days workdays

	GrossProfitAsked     *big.Rat // what the budget must bring; nil unless the target is a return
	TargetRevenue        *big.Rat // revenue asked of all funnels plus the existing revenue
	Clients              *big.Int // that the funnels themselves must win
	ClientsWithReferrals *big.Int // and those whom they bring
	BreakEvenClients     *big.Int // to be won for a return of 0 %
	RevenueAtTarget      *big.Rat // at the whole numbers, like the next two
	GrossProfitAtTarget  *big.Rat
	ReturnAtTarget       *big.Rat

	Chance   *float64 // that the needed entries reach the target; nil where counts are beyond reckoning
	Funnels  []FunnelResult
	Warnings []Warning
}

// FunnelResult is what one funnel must do.
type FunnelResult struct {
	Funnel *Funnel

	Revenue     *big.Rat // R, asked of this funnel
	ClientValue *big.Rat // V, revenue of one client with repeat purchases
	Asked       *big.Int // clients in all, those from referrals included
	Clients     *big.Int // K, that the funnel itself must win
	Chance      *float64 // as in [Result]
	Stages      []StageResult
}

// StageResult is what one stage must see enter.
type StageResult struct {
	Stage *Stage

	Effective     *big.Rat          // share that goes on, the recovered included; nil on the last stage
	Total         *big.Int          // everybody
	Needed        *big.Int          // new entries from the stage above
	Exact         *big.Rat          // needed without any rounding
	ForConfidence []ConfidentNeeded // in the order of Plan.Confidence; empty below the success stage
	AllowableCost *big.Rat          // of one needed entry, rounded down; nil where none is needed
	Window        *Span             // days in which entries still serve the period; nil without dates or time
	PerWeek       *big.Int          // needed and direct entries per five working days; nil without a window
	Capacity      *CapacityResult
}

// ConfidentNeeded is the least number of new entries that reach the target
// with a chance of at least Confidence.
type ConfidentNeeded struct {
	Confidence *big.Rat
	Needed     *big.Int // nil above MaxNeeded
	With       float64  // the chance with so many
	Fewer      float64  // the chance with one less; 0 where none are needed
}

// CapacityResult holds what people can handle against what they must.
type CapacityResult struct {
	Available    *big.Int
	Required     *big.Int // total less those already in progress
	Short        *big.Int // Required less Available, at least 0
	PeopleNeeded *big.Int // people that it takes in the same days; nil when the days are none
	DaysNeeded   *big.Int // working days that it takes the same people
}

// Warning codes. They are stable: scripts read them.
const (
	WarnCapacity       = "capacity-short"           // people cannot handle what is needed
	WarnVolume         = "volume-above-capacity"    // people cannot handle what the volumes bring
	WarnNoDays         = "capacity-without-days"    // there are no days in which to handle it
	WarnNotChecked     = "capacity-not-checked"     // nothing says in which days it is to be handled
	WarnCost           = "cost-above-budget"        // unit costs add up to more than the budget
	WarnCycle          = "cycle-longer-than-period" // the lags leave no window
	WarnBeforeDates    = "too-late-for-dates"       // the fixed dates of a stage below leave no window
	WarnAfterDates     = "dates-too-late"           // the fixed dates of a stage above leave no window
	WarnSeasonless     = "seasonality-all-zero"     // all working days of a window weigh nothing
	WarnGuesses        = "rates-guessed"            // rates without a source
	WarnFewCases       = "few-cases"                // a rate that rests on few cases
	WarnRangeMean      = "range-planned-with-mean"  // a range is planned with the mean of its distribution
	WarnRoundedClients = "clients-rounded-up"       // whole clients per funnel add up to more than asked
	WarnOutOfReach     = "confidence-out-of-reach"  // it would take more than MaxNeeded
	WarnNoChance       = "chance-not-computed"      // counts beyond reckoning
)

// FewCases is the number of cases up to which evidence counts as thin: with ten
// seen to go on, the rate may well be off by half.
const FewCases = 10

// Warning is something that the reader of a result should know. Values hold
// what its sentence names, each as a string, *big.Int, [Date], [Money] or
// [Share]; the sentence itself is the business of whoever shows it.
type Warning struct {
	Code   string
	Funnel string // ID, empty where it concerns the whole plan
	Stage  string // ID, empty where it concerns no single stage
	Values map[string]any
}

// Money is an amount in the plan's currency.
type Money struct{ *big.Rat }

// Share is a fraction that is shown as a percentage.
type Share struct{ *big.Rat }
