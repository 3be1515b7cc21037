package funnel

import "math/big"

// Unknown is one number of a plan that [Solve] can look for.
type Unknown struct {
	Path          string // as the plan file and --set name it: "stages.mql.rate"
	Funnel, Stage int    // that it belongs to; -1 where it is the plan's, or the whole funnel's
	Kind          UnknownKind
	Current       *big.Rat // what the plan says, nil where it does not
	Uncertain     bool     // it says a distribution, in whose place a fixed number is looked for

	Helps     Direction
	Low, High *big.Rat // what a plan may say at the least and at the most
	AboveLow  bool     // Low itself is too little
	Step      *big.Rat // the unit that an answer is rounded to

	Put func(p *Plan, x *big.Rat) // writes the number into a plan
}

// UnknownKind is what an unknown is measured in.
type UnknownKind int

// The kinds of unknowns.
const (
	UnknownMoney  UnknownKind = iota // in the plan's currency
	UnknownShare                     // a fraction, which people write in percent
	UnknownNumber                    // so many for each one: referrals
	UnknownCount                     // whole people or clients
)

// Direction says which way an unknown makes a plan easier to fulfil.
type Direction int

// The ways in which an unknown helps.
const (
	MoreHelps   Direction = iota // a rate: the least that does is looked for
	LessHelps                    // a target: the greatest that does is looked for
	PaysAndAsks                  // a budget: it pays the costs, and a target return asks more of a larger one
)

// Question asks [Solve] for the value of an unknown with which a plan comes out:
// with which no more than the given entries are needed, or else with which the
// plan stays within its own limits, those of [Plan.Limited].
type Question struct {
	Unknown    Unknown
	Given      []Given
	Confidence *big.Rat // given entries reach the target with this chance; nil: on average
}

// Given is a number of new entries of a stage that one can count on. With a
// confidence the stage is not below the success stage.
type Given struct {
	Funnel, Stage int
	Entries       int64
}

// SolveOutcome is what became of a question.
type SolveOutcome int

// What may become of a question.
const (
	Solved   SolveOutcome = iota
	AnyValue              // the plan comes out whatever the value
	NoValue               // it does not, whatever the value
)

// Solution is the answer to a [Question].
type Solution struct {
	Question
	Outcome SolveOutcome
	Least   bool // values from Value up do; else those down from it

	// Exact is the last value that does, an exact fraction. It is nil where chances
	// decide, which are floats: then the last value lies between Fails and Does.
	Exact       *big.Rat
	Fails, Does *big.Rat

	Value   *big.Rat // Exact, rounded to Step in the direction that does; nil unless solved
	Next    *big.Rat // one Step from Value in the other direction, which does not; nil beyond the bounds
	UpTo    *big.Rat // of a budget that pays and asks: the greatest that people can handle; nil where that is not known
	Best    *big.Rat // where no value does, the best that a plan file takes
	Endless bool     // nothing but the plan file ends at Best: money could be more

	Before, After *Result // the plan as it stands, and with Value or else with Best
	Demands       []Demand
}

// Solve looks for the value of one unknown with which a plan comes out. All that
// is asked for is a step function of the unknown, since whole numbers are carried
// up the funnel, but it only rises or only falls: so the values that do are all
// those on one side of an end, which is a fraction and belongs to them. It is
// found by halving, and then exactly ([end]).
func Solve(p *Plan, q Question) *Solution {
	s := &solver{plan: p, question: q, sure: map[string]bool{}, capacities: p.hasCapacities()}
	s.costs = s.with(q.Unknown.High).withCosts()
	r := &Solution{Question: q, Before: s.compute(p)}
	if s.paysAndAsks() {
		r.Least = true
		s.leastBudget(r)
	} else {
		r.Least = s.moreHelps()
		s.searchEnd(r)
	}
	r.After = r.Before
	if x := r.shownValue(); x != nil {
		r.After = s.compute(s.with(x))
	}
	r.Demands = s.demandsOf(r)
	return r
}

// shownValue is the value that After is computed with, nil for the plan as it is.
func (r *Solution) shownValue() *big.Rat {
	if r.Value != nil {
		return r.Value
	}
	return r.Best
}

// solver answers one question about one plan.
type solver struct {
	plan       *Plan
	question   Question
	capacities bool            // people of the plan can handle only so much
	costs      []bool          // per funnel: its entries cost something
	sure       map[string]bool // what is known of chances, by [solver.isSure]
}

// Limits reports which limits of its own a plan has that the question is about:
// unit costs, which its budget must pay, and people who can handle only so much.
func (q Question) Limits(p *Plan) (costs, capacities bool) {
	s := solver{plan: p, question: q}
	with := s.with(q.Unknown.High)
	return with.hasCosts(), with.hasCapacities()
}

// with is the plan with a value for the unknown.
func (s *solver) with(x *big.Rat) *Plan {
	p := *s.plan
	p.Funnels = make([]Funnel, len(s.plan.Funnels))
	for i, f := range s.plan.Funnels {
		f.Stages = append([]Stage(nil), f.Stages...)
		p.Funnels[i] = f
	}
	s.question.Unknown.Put(&p, x)
	return &p
}

func (s *solver) fitsWith(x *big.Rat) bool { return s.fits(s.with(x)) }

// compute works a plan out, with the confidence of the question.
func (s *solver) compute(p *Plan) *Result {
	if s.question.Confidence != nil {
		sure := *p
		sure.Confidence = []*big.Rat{s.question.Confidence}
		p = &sure
	}
	return Compute(p)
}

// paysAndAsks reports whether the unknown is a budget that must pay for what a
// return on it asks for.
func (s *solver) paysAndAsks() bool {
	return s.question.Unknown.Helps == PaysAndAsks && s.plan.Target.Kind == TargetReturn &&
		len(s.question.Given) == 0 && s.plan.hasCosts()
}

// moreHelps reports whether the least value is looked for. A larger budget pays
// more; but where a return is asked of it and it has nothing to pay for, it only
// asks more.
func (s *solver) moreHelps() bool {
	switch u := s.question.Unknown; u.Helps {
	case MoreHelps:
		return true
	case PaysAndAsks:
		return s.plan.Target.Kind != TargetReturn
	default:
		return false
	}
}

// searchEnd looks for the end of the values that do.
func (s *solver) searchEnd(r *Solution) {
	u := &s.question.Unknown
	worst, best := u.least(), u.High
	if !r.Least {
		worst, best = best, worst
	}
	switch {
	case !s.fitsWith(best):
		r.Outcome, r.Best, r.Endless = NoValue, best, u.endless(best)
		return
	case s.fitsWith(worst):
		r.Outcome = AnyValue
		return
	}
	switch {
	case u.Kind == UnknownCount:
		r.Exact = endOfWhole(worst, best, s.fitsWith)
	case s.decidedByChance(worst, best):
		r.Fails, r.Does = halve(worst, best, chanceWidth(), s.fitsWith)
	default:
		r.Exact, r.Fails, r.Does = end(worst, best, s.fitsWith)
	}
	last := r.Does
	if r.Exact != nil {
		last = r.Exact
	}
	s.round(r, last)
}

// least is the least value that can be tried: a trifle above a bound that is
// itself too little.
func (u *Unknown) least() *big.Rat {
	if !u.AboveLow {
		return u.Low
	}
	const trifle = 1 << 20
	return new(big.Rat).Add(u.Low, quo(u.Step, big.NewRat(trifle, 1)))
}

// endless reports whether a bound is but that of the plan file: a share ends at 1,
// and a count at the least there can be.
func (u *Unknown) endless(bound *big.Rat) bool {
	if bound.Cmp(u.High) == 0 {
		return u.Kind != UnknownShare || u.High.Cmp(big.NewRat(1, 1)) != 0
	}
	return u.AboveLow
}

// fitsIn reports whether a plan may say x.
func (u *Unknown) fitsIn(x *big.Rat) bool {
	if x.Cmp(u.High) > 0 || x.Cmp(u.Low) < 0 {
		return false
	}
	return !u.AboveLow || x.Cmp(u.Low) > 0
}

// round takes the last value that does to the next whole Step that does, and makes
// sure of it.
func (s *solver) round(r *Solution, last *big.Rat) {
	u := &s.question.Unknown
	toward := u.Step
	steps := ceil(quo(last, u.Step))
	if !r.Least {
		toward = new(big.Rat).Neg(u.Step)
		steps = floor(quo(last, u.Step))
	}
	const tries = 3 // chances are floats: a step is enough to be out of their doubt
	value := mul(ratOf(steps), u.Step)
	for range tries {
		if u.fitsIn(value) && s.fitsWith(value) {
			r.Value = value
			break
		}
		value = new(big.Rat).Add(value, toward)
	}
	if r.Value == nil { // only what is less than the least unit does
		r.Outcome, r.Best, r.Endless = NoValue, last, true
		return
	}
	if next := sub(r.Value, toward); u.fitsIn(next) {
		r.Next = next
	}
}

// leastBudget looks for the least budget that pays the unit costs of what the
// target return asks of it. Costs rise with the budget in steps, so budgets that
// do may lie apart; but what the least of them must pay is never more than it is.
// So from nothing up, each budget is raised to what it would have to pay, until it
// pays it: the least fixed point of a rising function (Kleene).
func (s *solver) leastBudget(r *Solution) {
	u := &s.question.Unknown
	r.Exact = s.payingFrom(u.least(), func(x *big.Rat) *big.Rat { return x })
	first := u.Step
	if !u.AboveLow {
		first = u.Low
	}
	r.Value = s.payingFrom(first, func(x *big.Rat) *big.Rat { return mul(ratOf(ceil(quo(x, u.Step))), u.Step) })
	switch {
	case r.Value == nil: // each further one asks for more than one of costs
		r.Outcome, r.Exact, r.Best, r.Endless = NoValue, nil, s.plan.Budget, true
		return
	case !s.fitsWith(r.Value): // and a larger one asks even more of the people
		r.Outcome, r.Exact, r.Best, r.Value = NoValue, nil, r.Value, nil
		return
	}
	if u.AboveLow && r.Exact != nil && r.Exact.Cmp(u.least()) == 0 { // the least that was tried, which is no end
		r.Exact = r.Value
	}
	if next := sub(r.Value, u.Step); u.fitsIn(next) {
		r.Next = next
	}
	if s.capacities {
		r.UpTo = s.greatestHandled(r.Value)
	}
}

// greatestHandled is the greatest budget that asks no more than people can handle,
// from one that does not, where it pays its costs too; else nil.
func (s *solver) greatestHandled(least *big.Rat) *big.Rat {
	handled := func(x *big.Rat) bool {
		for _, d := range capacityDemands(s.with(x)) {
			if !d.Met(d.Before) {
				return false
			}
		}
		return true
	}
	u := &s.question.Unknown
	if handled(u.High) {
		return nil
	}
	most, _, _ := end(u.High, least, handled)
	if most == nil {
		return nil
	}
	most = mul(ratOf(floor(quo(most, u.Step))), u.Step)
	if !s.fitsWith(most) {
		return nil
	}
	return most
}

// payingFrom is the least budget of x or more that pays the unit costs; nil where
// there is none. Funnels keep their parts of it.
func (s *solver) payingFrom(x *big.Rat, round func(*big.Rat) *big.Rat) *big.Rat {
	const most = 100_000 // costs within a hundredth of a percent of the budget take that many
	for range most {
		p := s.with(x)
		must := x
		for i := range p.Funnels {
			part := quo(s.plan.Funnels[i].Budget, s.plan.Budget)
			asked := ask(p, &p.Funnels[i], p.Target)
			if cost := quo(cost(climb(&p.Funnels[i], asked.won, asked.exact)), part); cost.Cmp(must) > 0 {
				must = cost
			}
		}
		switch next := round(must); {
		case next.Cmp(s.question.Unknown.High) > 0:
			return nil
		case next.Cmp(x) > 0:
			x = next
		case s.paid(p):
			return x
		default: // what the funnels get is rounded
			x = new(big.Rat).Add(x, s.question.Unknown.Step)
		}
	}
	return nil
}

// paid reports whether each funnel's budget pays its unit costs.
func (s *solver) paid(p *Plan) bool {
	for _, d := range s.demands(p) {
		if d.Kind == DemandCost && !d.Met(d.Before) {
			return false
		}
	}
	return true
}
