package funnel

import "math/big"

// Data that stop are not the same as a funnel that stands still, and neither is
// the same as being behind. What a check knows of it stands here.
const (
	// staleDays is after how many days without data somebody should look whether an
	// export was forgotten: a weekly one may be as old.
	staleDays = 7

	// hardlyChance is how many must have been due since the last entry before its
	// absence means something: of a stage in which three come on average, none come
	// in one of twenty times (e^-3 is 5 %).
	hardlyChance = 3
)

// DataAge is how many days before the day that was asked for the data end: 0
// where they do not end before it, nil where they name no day.
func (c *CheckResult) DataAge() *big.Int {
	if c.DataEnds == nil {
		return nil
	}
	return big.NewInt(int64(max(0, c.AsOf-*c.DataEnds)))
}

// isStale reports whether the data end so long before the day that was asked for,
// and before the plan's last day, that the answer is one of another day.
func (c *CheckResult) isStale(last Date) bool {
	return c.DataEnds != nil && c.AsOf-*c.DataEnds > staleDays && *c.DataEnds < last
}

// dueSince is how many more were due on the day of comparison than on that of the
// last entry, where that is so long ago that somebody should look: the stage
// stands still, or its source ended. nil where there is nothing to look at.
func (s *StageCheck) dueSince(day Date) *big.Int {
	if s.LastEntry == nil || day-*s.LastEntry <= staleDays {
		return nil
	}
	due := new(big.Int).Sub(s.TargetToDate, s.Schedule.Target(*s.LastEntry))
	if due.Cmp(big.NewInt(hardlyChance)) < 0 {
		return nil
	}
	return due
}
