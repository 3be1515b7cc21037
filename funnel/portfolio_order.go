package funnel

import (
	"cmp"
	"math/big"
	"slices"
)

// PortfolioOrders are the orders that plans can be put in, besides the one given.
// Those of numbers begin with the largest.
func PortfolioOrders() []string {
	return []string{"given", "name", "start", "budget", "profit", "return", "clients", "chance"}
}

// SortPlans puts plans in one of the orders; those that are alike stay as they
// were. Money of different currencies is not compared: one currency follows the
// other.
func SortPlans(plans []*PortfolioPlan, order string) {
	if compare := comparisons()[order]; compare != nil {
		slices.SortStableFunc(plans, compare)
	}
}

func comparisons() map[string]func(a, b *PortfolioPlan) int {
	money := func(amount func(*Result) *big.Rat) func(a, b *PortfolioPlan) int {
		return func(a, b *PortfolioPlan) int {
			return cmp.Or(cmp.Compare(a.Result.Plan.Currency, b.Result.Plan.Currency), amount(b.Result).Cmp(amount(a.Result)))
		}
	}
	return map[string]func(a, b *PortfolioPlan) int{
		"name":    func(a, b *PortfolioPlan) int { return cmp.Compare(a.Result.Plan.Name, b.Result.Plan.Name) },
		"start":   func(a, b *PortfolioPlan) int { return cmp.Compare(a.start(), b.start()) },
		"budget":  money(func(r *Result) *big.Rat { return r.Plan.Budget }),
		"profit":  money(func(r *Result) *big.Rat { return r.ProfitAsked() }),
		"return":  func(a, b *PortfolioPlan) int { return b.Result.ReturnAsked().Cmp(a.Result.ReturnAsked()) },
		"clients": func(a, b *PortfolioPlan) int { return b.Result.ClientsWithReferrals.Cmp(a.Result.ClientsWithReferrals) },
		"chance":  func(a, b *PortfolioPlan) int { return cmp.Compare(b.chance(), a.chance()) },
	}
}

// start is the first day of a plan's period; one without comes last.
func (p *PortfolioPlan) start() Date {
	if p.Result.Plan.Period == nil {
		return MaxDate
	}
	return p.Result.Plan.Period.Start
}

// chance of a plan; one that is not known comes last.
func (p *PortfolioPlan) chance() float64 {
	if p.Result.Chance == nil {
		return -1
	}
	return *p.Result.Chance
}
