package database

import (
	"math/big"

	"embudo/funnel"
)

// Result is what a source says, added up by day.
type Result struct {
	Entries []Entries
	Spend   []Amount
	Revenue []Amount // of clients; of counts, as the source has it
	Lost    []Loss
	Clients []Clients // a funnel each

	Known                      MoneyKnown
	RepeatKnown, ReferredKnown bool

	First, Last *funnel.Date // the days of all that counts; nil where nothing does

	Rows     int64    // of the source
	Undated  int64    // of these, without a day
	Later    int64    // of these, with days after the last that counts only, or before year 1
	Unpriced int64    // clients without an amount, where amounts are known
	SameID   int64    // rows whose ID another row has already
	Odd      []Oddity // cells that could not be read and are left out
	RowsBack int      // that the engine sent
}

// MoneyKnown says which amounts the source speaks of.
type MoneyKnown = funnel.MoneyKnown

// Entries are those of a stage, by its name: for records as the caller gave it,
// for counts as the source has it.
type Entries struct {
	Funnel, Stage string // the funnel is empty where the source does not say
	funnel.Entries
}

// Amount is money of a day in a funnel.
type Amount struct {
	Funnel string
	funnel.Amount
}

// Loss counts those lost of a stage and reason.
type Loss struct {
	Funnel, Stage, Reason string
	Count                 int64
}

// Clients is what the clients of a funnel brought further.
type Clients struct {
	Funnel   string
	Count    int64
	Repeat   int64 // further purchases
	Referred int64 // of them, brought by other clients
}

// Oddity counts the cells of a column that hold something which is neither
// nothing nor what the column is for.
type Oddity struct {
	Column  string
	Rows    int64
	Example string // one of them
}

// whole turns a sum that an engine gave as text into a count. An engine gives
// 3.00 for a count that came as a decimal number.
func whole(text string, scale *big.Rat) (int64, bool) {
	n, ok := exact(text, scale)
	if !ok || !n.IsInt() || !n.Num().IsInt64() || n.Sign() < 0 {
		return 0, false
	}
	return n.Num().Int64(), true
}

// maxDigits bounds the sum of amounts: longer ones are no money, and cost time.
const maxDigits = 100

// exact turns a sum that an engine gave as text into a number; an empty text is
// 0.
func exact(text string, scale *big.Rat) (*big.Rat, bool) {
	if text == "" {
		return new(big.Rat), true
	}
	if len(text) > maxDigits {
		return nil, false
	}
	for _, r := range text {
		if (r < '0' || r > '9') && r != '.' && r != '-' {
			return nil, false
		}
	}
	n, ok := new(big.Rat).SetString(text)
	if !ok {
		return nil, false
	}
	return n.Quo(n, scale), true
}
