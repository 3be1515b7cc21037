package funnel

import "math/big"

// PaceCheck is what is still to be done at a stage after the day of comparison.
type PaceCheck struct {
	Remaining *big.Int // needed and direct entries less the actual ones, at least 0; nil without data
	DaysLeft  int64    // working days of the window after that day
	PerWeek   *big.Int // remaining entries per five working days; nil where no day is left or nothing is known
	Capacity  *CapacityLeft
}

// CapacityLeft holds what people can still handle against what remains.
type CapacityLeft struct {
	Available    *big.Int // people × pace × working days left
	Short        *big.Int // remaining less available, at least 0: capacity allows the pace where it is 0
	PeopleNeeded *big.Int // people that it takes in the days left; nil when there are none
}

func checkPace(s *StageCheck, day Date) PaceCheck {
	if !s.Known {
		return PaceCheck{}
	}
	p := PaceCheck{Remaining: new(big.Int).Sub(s.Schedule.Total, s.Actual)}
	if p.Remaining.Sign() < 0 {
		p.Remaining.SetInt64(0)
	}
	if s.Plan.Window == nil {
		return p
	}
	p.DaysLeft = s.Schedule.left(day)
	if p.DaysLeft > 0 {
		p.PerWeek = ceilDiv(new(big.Int).Mul(p.Remaining, big.NewInt(5)), big.NewInt(p.DaysLeft))
	}
	if c := s.Plan.Stage.Capacity; c != nil {
		p.Capacity = c.left(p.DaysLeft, p.Remaining)
	}
	return p
}

// left is what the people can still handle. Where their days are fewer than the
// window's, the data do not say how many of them are gone: as many of the days
// left are taken as theirs as can be.
func (c *Capacity) left(daysLeft int64, remaining *big.Int) *CapacityLeft {
	days := new(big.Rat).SetInt64(daysLeft)
	if c.Days != nil && c.Days.Cmp(days) < 0 {
		days = c.Days
	}
	each := mul(c.daily(), days) // entries that one person can still handle
	left := &CapacityLeft{Available: floor(mul(c.People, each))}
	left.Short = new(big.Int).Sub(remaining, left.Available)
	if left.Short.Sign() < 0 {
		left.Short.SetInt64(0)
	}
	if each.Sign() > 0 {
		left.PeopleNeeded = ceil(quo(ratOf(remaining), each))
	}
	return left
}

// daily is what one person handles in a working day.
func (c *Capacity) daily() *big.Rat {
	if c.PerDay != nil {
		return c.PerDay
	}
	return quo(c.PerWeek, big.NewRat(5, 1))
}
