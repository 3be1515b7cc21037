package funnel

import (
	"cmp"
	"math/big"
	"slices"
)

// LeverResult says what moves a plan's result, one input at a time.
type LeverResult struct {
	Plan    *Plan
	Change  LeverChange
	Planned LeverOutcome
	Levers  []Lever // the largest effect first
	First   *LeverChoice
	Doubt   *Doubt // nil where nothing of the outcome is left to chance
	Unset   []LeverKind
	// RatesAlike says that, without rounding, the relative change of any rate does
	// the same to the volume that is needed.
	RatesAlike bool
	Warnings   []Warning
}

// LeverChange is by how much inputs are changed, in both ways: by a fraction of
// themselves, and shares by a fraction of the whole too.
type LeverChange struct {
	Relative *big.Rat // 1/10: from 30 % to 33 % and to 27 %; from 0 to 1
	Points   *big.Rat // 1/20: from 30 % to 35 % and to 25 %
}

// LeverOutcome is what a plan needs for its target, and what the volume at the top
// that is planned brings. Top, like Clients, is added up over all funnels.
type LeverOutcome struct {
	Top      *big.Int // needed new entries at the top
	ExactTop *big.Rat // the same without any rounding
	Clients  *big.Int // that the funnels must win

	// With the same volume at the top as planned:
	ExpectedClients *big.Rat
	ExpectedProfit  *big.Rat // gross profit, that of existing revenue included
	ExpectedReturn  *big.Rat // (gross profit − budget) / budget
}

// Lever is one input of a plan with what a change of it does.
type Lever struct {
	LeverInput
	Value *big.Rat // as planned

	More, Less             LeverEffect  // by the relative change
	PointsMore, PointsLess *LeverEffect // nil where the input is no share of a whole

	BreakEven   *big.Rat       // the value with which the planned volume just brings the budget back
	NoBreakEven NoBreakEvenWhy // empty where there is one
}

// LeverEffect is a plan with one input changed.
type LeverEffect struct {
	To      *big.Rat // the changed value; nil where a plan cannot have it
	Limited bool     // the change is cut short, since a share is at least 0 and at most 1
	LeverOutcome
}

// NoBreakEvenWhy says why no value of an input brings the budget just back.
type NoBreakEvenWhy string

// The reasons.
const (
	NoBreakEvenNeeded  NoBreakEvenWhy = "not_needed"    // even without any of it the budget comes back
	NoBreakEvenEnough  NoBreakEvenWhy = "never_enough"  // even all of it does not bring the budget back
	NoBreakEvenNothing NoBreakEvenWhy = "makes_nothing" // it changes nothing in what the volume brings
)

// LeverChoice is the lever to begin with.
type LeverChoice struct {
	Lever  *Lever
	Points bool // it is the change in points that tells it from others
}

// Effect is that of the change that was chosen for.
func (c *LeverChoice) Effect() *LeverEffect {
	if c.Points {
		return c.Lever.PointsMore
	}
	return &c.Lever.More
}

// Levers changes each input of a plan by itself, up and down, and finds what that
// does to the numbers that the target needs and to what the planned volume brings.
// All of it is exact but for the shares of doubt, which rest on distributions.
func Levers(p *Plan, change LeverChange) *LeverResult {
	r := &LeverResult{Plan: p, Change: change, Warnings: projectionWarnings(p)}
	base := newLeverage(p)
	r.Planned = base.outcome(p, base.funnels)
	inputs := leverInputs(p)
	r.Levers = make([]Lever, len(inputs))
	forEach(len(inputs), quietly, func(i int) { r.Levers[i] = base.lever(inputs[i], change) })
	r.Unset = unsetInputs(p)
	r.RatesAlike = r.ratesAlike()
	r.rank()
	r.First = r.first()
	r.Doubt = doubtOf(p, base.volumes())
	return r
}

// leverage is a plan of which one input after the other is changed.
type leverage struct {
	plan      *Plan
	effective [][]*big.Rat // rates of each funnel's steps, with those whom follow-up recovers
	funnels   []leveraged
	all       LeverOutcome
	rounded   bool // the numbers of a funnel are kept to [leverBits]
}

// leveraged is what one funnel needs, and what its planned volume brings.
type leveraged struct {
	top      *big.Int
	exactTop *big.Rat
	clients  *big.Int
	won      *big.Rat // expected of the planned volume
	profit   *big.Rat // expected, without that of existing revenue
}

// A sum over funnels has the denominators of all of them. Where these come to more
// than manyBits, numbers of a funnel are rounded down to so many bits behind the
// point, or else a plan of 200 funnels with 50 stages would take hours.
const (
	manyBits  = 1 << 12
	leverBits = 256
)

func newLeverage(p *Plan) *leverage {
	l := &leverage{plan: p, effective: make([][]*big.Rat, len(p.Funnels)), funnels: make([]leveraged, len(p.Funnels))}
	bits := 0
	for i := range p.Funnels {
		l.effective[i] = effectiveRates(&p.Funnels[i])
		l.funnels[i] = l.work(p, i, l.effective[i])
		bits += l.funnels[i].exactTop.Denom().BitLen() + l.funnels[i].won.Denom().BitLen()
	}
	if bits > manyBits {
		l.rounded = true
		for i := range l.funnels {
			l.keep(&l.funnels[i])
		}
	}
	l.all = l.outcome(p, l.funnels)
	return l
}

// effectiveRates are those of all steps of a funnel.
func effectiveRates(f *Funnel) []*big.Rat {
	rates := make([]*big.Rat, len(f.Stages)-1)
	for i := range rates {
		rates[i] = Effective(&f.Stages[i])
	}
	return rates
}

// volumes are the new entries at the top of each funnel, as planned.
func (l *leverage) volumes() []*big.Int {
	tops := make([]*big.Int, len(l.funnels))
	for i := range l.funnels {
		tops[i] = l.funnels[i].top
	}
	return tops
}

// work is what the target asks of a funnel, and what the planned volume brings: that
// of the first time.
func (l *leverage) work(p *Plan, i int, effective []*big.Rat) leveraged {
	f, planned := &p.Funnels[i], l.funnels[i].top
	asked := ask(p, f, p.Target)
	v := leveraged{clients: asked.won}
	v.top, v.exactTop = topOf(f, effective, asked)
	if planned == nil {
		planned = v.top
	}
	v.won = expectedClients(f, effective, planned)
	v.profit = mul(v.won, profitPerClient(p, f))
	l.keep(&v)
	return v
}

// keep rounds the numbers of a funnel where that has to be.
func (l *leverage) keep(v *leveraged) {
	if !l.rounded {
		return
	}
	for _, x := range []**big.Rat{&v.exactTop, &v.won, &v.profit} {
		scaled := new(big.Int).Lsh((*x).Num(), leverBits)
		scaled.Div(scaled, (*x).Denom())
		*x = new(big.Rat).SetFrac(scaled, new(big.Int).Lsh(big.NewInt(1), leverBits))
	}
}

// profitPerClient is the gross profit of one client and of those whom they bring.
func profitPerClient(p *Plan, f *Funnel) *big.Rat {
	return mul(mul(clientValue(p, f), plusOne(p.Referrals)), f.GrossMargin)
}

// there is who is at a stage without the stage above.
func there(s *Stage) *big.Int {
	return new(big.Int).Add(big.NewInt(s.InProgress), big.NewInt(s.Direct))
}

// topOf carries clients up a funnel as [climb] does, to its top alone. What is not
// rounded is a fraction that is reduced only once.
func topOf(f *Funnel, effective []*big.Rat, asked asked) (needed *big.Int, exact *big.Rat) {
	needed = new(big.Int).Set(asked.won)
	numerator, denominator := new(big.Int).Set(asked.exact.Num()), new(big.Int).Set(asked.exact.Denom())
	for i := len(f.Stages) - 1; i >= 0; i-- {
		if i < len(effective) {
			e := effective[i]
			needed = ceilDiv(needed.Mul(needed, e.Denom()), e.Num())
			numerator.Mul(numerator, e.Denom())
			denominator.Mul(denominator, e.Num())
		}
		there := there(&f.Stages[i])
		if needed.Sub(needed, there).Sign() < 0 {
			needed.SetInt64(0)
		}
		if numerator.Sub(numerator, there.Mul(there, denominator)).Sign() < 0 {
			numerator.SetInt64(0)
		}
	}
	return needed, new(big.Rat).SetFrac(numerator, denominator)
}

// expectedClients is what a volume at the top of a funnel is expected to bring, with
// those in progress and direct.
func expectedClients(f *Funnel, effective []*big.Rat, volume *big.Int) *big.Rat {
	numerator, denominator := new(big.Int).Set(volume), big.NewInt(1)
	for i := range f.Stages {
		there := there(&f.Stages[i])
		numerator.Add(numerator, there.Mul(there, denominator))
		if i < len(effective) {
			numerator.Mul(numerator, effective[i].Num())
			denominator.Mul(denominator, effective[i].Denom())
		}
	}
	return new(big.Rat).SetFrac(numerator, denominator)
}

// outcome adds funnels up for a plan.
func (l *leverage) outcome(p *Plan, funnels []leveraged) LeverOutcome {
	o := LeverOutcome{
		Top: new(big.Int), ExactTop: new(big.Rat), Clients: new(big.Int),
		ExpectedClients: new(big.Rat), ExpectedProfit: mul(p.ExistingRevenue, p.GrossMargin),
	}
	for i := range funnels {
		o.add(&funnels[i])
	}
	o.ExpectedReturn = quo(sub(o.ExpectedProfit, p.Budget), p.Budget)
	return o
}

func (o *LeverOutcome) add(f *leveraged) {
	o.Top.Add(o.Top, f.top)
	o.ExactTop.Add(o.ExactTop, f.exactTop)
	o.Clients.Add(o.Clients, f.clients)
	o.ExpectedClients.Add(o.ExpectedClients, f.won)
	o.ExpectedProfit.Add(o.ExpectedProfit, f.profit)
}

// with is the outcome where an input has another value. An input of one funnel
// leaves the others as they are.
func (l *leverage) with(in LeverInput, value *big.Rat) LeverOutcome {
	p := in.put(l.plan, value)
	if in.Funnel == WholePlan {
		funnels := make([]leveraged, len(p.Funnels))
		for i := range p.Funnels {
			funnels[i] = l.work(p, i, l.effective[i])
		}
		return l.outcome(p, funnels)
	}
	before, after := &l.funnels[in.Funnel], l.work(p, in.Funnel, l.rates(in, p))
	o := LeverOutcome{
		Top:             new(big.Int).Sub(l.all.Top, before.top),
		ExactTop:        sub(l.all.ExactTop, before.exactTop),
		Clients:         new(big.Int).Sub(l.all.Clients, before.clients),
		ExpectedClients: sub(l.all.ExpectedClients, before.won),
		ExpectedProfit:  sub(l.all.ExpectedProfit, before.profit),
	}
	o.add(&after)
	o.ExpectedReturn = quo(sub(o.ExpectedProfit, p.Budget), p.Budget)
	return o
}

// rates are the effective rates of the funnel whose input was changed.
func (l *leverage) rates(in LeverInput, p *Plan) []*big.Rat {
	effective := l.effective[in.Funnel]
	if in.Kind != LeverRate && in.Kind != LeverRecovers {
		return effective
	}
	effective = slices.Clone(effective)
	effective[in.Stage] = Effective(&p.Funnels[in.Funnel].Stages[in.Stage])
	return effective
}

// lever changes one input in all ways.
func (l *leverage) lever(in LeverInput, change LeverChange) Lever {
	value := in.value(l.plan)
	relative := mul(value, change.Relative)
	result := Lever{
		LeverInput: in, Value: value,
		More: l.effect(in, new(big.Rat).Add(value, relative)),
		Less: l.effect(in, sub(value, relative)),
	}
	if in.share(l.plan) {
		more := l.effect(in, new(big.Rat).Add(value, change.Points))
		less := l.effect(in, sub(value, change.Points))
		result.PointsMore, result.PointsLess = &more, &less
	}
	result.BreakEven, result.NoBreakEven = l.breakEven(in)
	return result
}

func (l *leverage) effect(in LeverInput, value *big.Rat) LeverEffect {
	to, limited := in.within(l.plan, value)
	if to == nil {
		return LeverEffect{}
	}
	return LeverEffect{To: to, Limited: limited, LeverOutcome: l.with(in, to)}
}

// breakEven is the value of an input with which the planned volume just brings the
// budget back. Gross profit less budget is a linear function of each input by
// itself, so that its values at 0 and at 1 tell where it is 0.
func (l *leverage) breakEven(in LeverInput) (value *big.Rat, why NoBreakEvenWhy) {
	if in.Kind == LeverTarget {
		return nil, NoBreakEvenNothing
	}
	none, slope := l.gain(in, new(big.Rat)), new(big.Rat)
	slope.Sub(l.gain(in, big.NewRat(1, 1)), none)
	if slope.Sign() == 0 {
		return nil, NoBreakEvenNothing
	}
	value = quo(none.Neg(none), slope)
	switch {
	case in.share(l.plan) && value.Cmp(big.NewRat(1, 1)) > 0:
		return nil, NoBreakEvenEnough
	case value.Sign() <= 0 && slope.Sign() < 0:
		return nil, NoBreakEvenEnough
	case value.Sign() < 0 || value.Sign() == 0 && in.aboveZero():
		return nil, NoBreakEvenNeeded
	}
	return value, ""
}

// gain is the gross profit expected of the planned volume, less the budget.
func (l *leverage) gain(in LeverInput, value *big.Rat) *big.Rat {
	p := in.put(l.plan, value)
	if in.Funnel != WholePlan {
		f, before := &p.Funnels[in.Funnel], &l.funnels[in.Funnel]
		after := leveraged{exactTop: before.exactTop, won: expectedClients(f, l.rates(in, p), before.top)}
		after.profit = mul(after.won, profitPerClient(p, f))
		l.keep(&after)
		gain := sub(l.all.ExpectedProfit, before.profit)
		return gain.Sub(gain.Add(gain, after.profit), p.Budget)
	}
	gain := sub(mul(p.ExistingRevenue, p.GrossMargin), p.Budget)
	for i := range p.Funnels {
		gain.Add(gain, mul(l.funnels[i].won, profitPerClient(p, &p.Funnels[i])))
	}
	return gain
}

// rank puts levers in the order of what they do without rounding, from one way of
// the relative change to the other: to the volume needed, or, where several funnels
// have different people at their tops, to the return that the planned volumes bring.
func (r *LeverResult) rank() {
	slices.SortStableFunc(r.Levers, func(a, b Lever) int {
		return cmp.Or(
			r.swing(r.measure, &b.More, &b.Less).Cmp(r.swing(r.measure, &a.More, &a.Less)),
			r.swing(wholeTop, &b.More, &b.Less).Cmp(r.swing(wholeTop, &a.More, &a.Less)),
		)
	})
}

// PointsOrder are the levers that are shares, those whose change in points does
// most first.
func (r *LeverResult) PointsOrder() []*Lever {
	var shares []*Lever
	for i := range r.Levers {
		if r.Levers[i].PointsMore != nil {
			shares = append(shares, &r.Levers[i])
		}
	}
	slices.SortStableFunc(shares, func(a, b *Lever) int {
		return r.swing(r.measure, b.PointsMore, b.PointsLess).Cmp(r.swing(r.measure, a.PointsMore, a.PointsLess))
	})
	return shares
}

// measure is the number that levers are ranked by.
func (r *LeverResult) measure(o *LeverOutcome) *big.Rat {
	if len(r.Plan.Funnels) > 1 {
		return o.ExpectedReturn
	}
	return o.ExactTop
}

func wholeTop(o *LeverOutcome) *big.Rat { return ratOf(o.Top) }

// swing is how far apart a number is at its least and most: as planned, and with an
// input changed in either way, as far as it can be.
func (r *LeverResult) swing(number func(*LeverOutcome) *big.Rat, more, less *LeverEffect) *big.Rat {
	least := number(&r.Planned)
	most := least
	for _, e := range []*LeverEffect{more, less} {
		if e.To == nil {
			continue
		}
		x := number(&e.LeverOutcome)
		if x.Cmp(least) < 0 {
			least = x
		}
		if x.Cmp(most) > 0 {
			most = x
		}
	}
	return sub(most, least)
}

// ratesAlike reports whether the relative change of any rate of a funnel needs the
// same volume when nothing is rounded.
func (r *LeverResult) ratesAlike() bool {
	first := make([]*big.Rat, len(r.Plan.Funnels))
	pairs := 0
	for i := range r.Levers {
		l := &r.Levers[i]
		if l.Kind != LeverRate || l.More.Limited {
			continue
		}
		switch {
		case first[l.Funnel] == nil:
			first[l.Funnel] = l.More.ExactTop
		case first[l.Funnel].Cmp(l.More.ExactTop) != 0:
			return false
		default:
			pairs++
		}
	}
	return pairs > 0
}

// first is the lever to begin with, of those that whoever runs the funnel can work
// on: the one whose relative change improves most, and where several do as much,
// the share of which some points improve most. It is nil where none improves
// anything.
func (r *LeverResult) first() *LeverChoice {
	best, alone := r.best(func(l *Lever) *LeverEffect { return &l.More })
	points, _ := r.best(func(l *Lever) *LeverEffect { return l.PointsMore })
	switch {
	case best == nil:
		return nil
	case alone || points == nil:
		return &LeverChoice{Lever: best}
	}
	return &LeverChoice{Lever: points, Points: true}
}

// best is the lever with the effect that improves most, and whether no other does
// as much.
func (r *LeverResult) best(effect func(*Lever) *LeverEffect) (best *Lever, alone bool) {
	most := new(big.Rat)
	for i := range r.Levers {
		l := &r.Levers[i]
		e := effect(l)
		if !l.workable() || e == nil || e.To == nil {
			continue
		}
		switch gain := r.improvement(e); {
		case gain.Cmp(most) > 0:
			best, alone, most = l, true, gain
		case gain.Cmp(most) == 0:
			alone = false
		}
	}
	return best, alone
}

// improvement is how much less an effect needs, or how much more it brings.
func (r *LeverResult) improvement(e *LeverEffect) *big.Rat {
	change := sub(r.measure(&e.LeverOutcome), r.measure(&r.Planned))
	if len(r.Plan.Funnels) > 1 {
		return change
	}
	return change.Neg(change)
}
