package published_test

import (
	"fmt"
	"math/big"
	"strings"

	"embudo/funnel"
)

// outcome is what embudo makes of a plan; projection is nil without volumes.
type outcome struct {
	result     *funnel.Result
	projection *funnel.Projection
}

// measure reads one number from an outcome.
type measure func(outcome) answer

// answer is a number of embudo's, or a text where it is none.
type answer struct {
	number  *big.Rat
	exact   *big.Rat              // without rounding anything up; else the number itself
	reaches func(n *big.Rat) bool // whether n in its place would do, in exact terms; nil where nothing is asked
	text    string
}

func (a answer) String() string {
	if a.number == nil {
		return a.text
	}
	return a.number.RatString()
}

func just(number *big.Rat) answer { return answer{number: number, exact: number} }

func whole(n *big.Int) *big.Rat { return new(big.Rat).SetInt(n) }

// stageOf finds a stage by "stage", or "funnel/stage" where there are several
// funnels.
func (o outcome) stageOf(name string) (f *funnel.FunnelResult, index int) {
	funnelID, id, several := strings.Cut(name, "/")
	if !several {
		funnelID, id = "", name
	}
	for i := range o.result.Funnels {
		f := &o.result.Funnels[i]
		for j := range f.Stages {
			if f.Stages[j].Stage.ID == id && (!several || f.Funnel.ID == funnelID) {
				return f, j
			}
		}
	}
	panic("no stage " + name)
}

// needed is what must enter a stage. A number reaches the target if those who
// are then expected at the bottom are as many as the clients asked, a part of
// one included.
func needed(stage string) measure {
	return func(o outcome) answer {
		f, i := o.stageOf(stage)
		last := f.Stages[len(f.Stages)-1]
		return answer{
			number: whole(f.Stages[i].Needed),
			exact:  f.Stages[i].Exact,
			reaches: func(n *big.Rat) bool {
				expected := new(big.Rat).Set(n)
				for _, s := range f.Stages[i : len(f.Stages)-1] {
					expected.Mul(expected, s.Effective)
				}
				return expected.Cmp(last.Exact) >= 0
			},
		}
	}
}

// unrounded is what must enter a stage where parts of a person count.
func unrounded(stage string) measure {
	return func(o outcome) answer {
		f, i := o.stageOf(stage)
		return just(f.Stages[i].Exact)
	}
}

// people is how many of them it takes to handle a stage in its days.
func people(stage string) measure {
	return func(o outcome) answer {
		f, i := o.stageOf(stage)
		plan, result := f.Stages[i].Stage.Capacity, f.Stages[i].Capacity
		each := new(big.Rat).Mul(plan.PerDay, plan.Days)
		required := whole(result.Required)
		return answer{
			number:  whole(result.PeopleNeeded),
			exact:   new(big.Rat).Quo(required, each),
			reaches: func(n *big.Rat) bool { return new(big.Rat).Mul(n, each).Cmp(required) >= 0 },
		}
	}
}

// days is how many of them it takes the people of a stage.
func days(stage string) measure {
	return func(o outcome) answer {
		f, i := o.stageOf(stage)
		return just(whole(f.Stages[i].Capacity.DaysNeeded))
	}
}

// available is how many the people of a stage can handle.
func available(stage string) measure {
	return func(o outcome) answer {
		f, i := o.stageOf(stage)
		return just(whole(f.Stages[i].Capacity.Available))
	}
}

// allowable is what one entry of a stage may cost.
func allowable(stage string) measure {
	return func(o outcome) answer {
		f, i := o.stageOf(stage)
		return just(f.Stages[i].AllowableCost)
	}
}

// weekly is the pace of a stage.
func weekly(stage string) measure {
	return func(o outcome) answer {
		f, i := o.stageOf(stage)
		return just(whole(f.Stages[i].PerWeek))
	}
}

// quarter is the one in which the middle of a stage's window lies.
func quarter(stage string) measure {
	return func(o outcome) answer {
		f, i := o.stageOf(stage)
		w := f.Stages[i].Window
		middle := funnel.Date((int64(w.Start) + int64(w.End)) / 2).Time()
		return answer{text: fmt.Sprintf("%dQ%02d: %s to %s", (middle.Month()+2)/3, middle.Year()%100, w.Start, w.End)}
	}
}

// cost is what the needed entries of a plan with one funnel cost, as the warning
// says that a budget below it does not pay for them.
func cost(o outcome) answer {
	f := o.result.Funnels[0]
	exact := new(big.Rat)
	for _, s := range f.Stages {
		if s.Stage.UnitCost != nil {
			exact.Add(exact, new(big.Rat).Mul(s.Stage.UnitCost, s.Exact))
		}
	}
	for _, w := range o.result.Warnings {
		if w.Code == funnel.WarnCost {
			return answer{
				number:  w.Values["cost"].(funnel.Money).Rat,
				exact:   exact,
				reaches: func(n *big.Rat) bool { return n.Cmp(exact) >= 0 },
			}
		}
	}
	panic("no warning that the cost is above the budget")
}

func targetRevenue(o outcome) answer { return just(o.result.TargetRevenue) }

func revenueAtTarget(o outcome) answer { return just(o.result.RevenueAtTarget) }

func profitAtTarget(o outcome) answer { return just(o.result.GrossProfitAtTarget) }

func returnAtTarget(o outcome) answer { return just(o.result.ReturnAtTarget) }

// entering is how many are expected at a stage.
func entering(stage string) measure {
	return func(o outcome) answer {
		_, i := o.stageOf(stage)
		return just(o.projection.Funnels[0].Stages[i].Entries.Mean)
	}
}

// share is how many are expected at a stage for each one put in at the top.
func share(stage string) measure {
	return func(o outcome) answer {
		_, i := o.stageOf(stage)
		stages := o.projection.Funnels[0].Stages
		return just(new(big.Rat).Quo(stages[i].Entries.Mean, stages[0].Entries.Mean))
	}
}

func projectedRevenue(o outcome) answer { return just(o.projection.Revenue.Mean) }

func projectedReturn(o outcome) answer { return just(o.projection.Return.Mean) }
