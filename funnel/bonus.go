package funnel

import "math/big"

// BonusCheck is what clients bring besides their first purchase, further
// purchases or other clients, against the plan.
type BonusCheck struct {
	Planned      *big.Int // that the clients of the plan bring in all, whole ones
	TargetToDate *big.Int // of these, as far as the client's window has elapsed
	Actual       *big.Int // nil where the data do not say
}

// checkBonus compares repeat purchases and referred clients with the plan. The
// plan's clients with referrals all buy again, as revenue at the whole numbers
// has it.
func (f *FunnelCheck) checkBonus(p *Plan, happened *FunnelActuals, day Date) {
	all := withReferrals(p, f.Plan)
	f.Referred = f.bonus(new(big.Int).Sub(all, f.Plan.Clients), happened.Referred, day)
	f.Repeat = f.bonus(floor(mul(ratOf(all), p.RepeatPurchases)), happened.Repeat, day)
}

func (f *FunnelCheck) bonus(planned *big.Int, actual *int64, day Date) BonusCheck {
	schedule := f.last().Schedule
	schedule.Total = planned
	b := BonusCheck{Planned: planned, TargetToDate: schedule.Target(day)}
	if actual != nil {
		b.Actual = big.NewInt(*actual)
	}
	return b
}
