package funnel

import (
	"cmp"
	"math"
	"math/big"
	"slices"
)

// Outcome is how far a plan has come, in the terms that its chance is stated in:
// entries of the success stage, or with several funnels what those are expected to
// be worth, in the terms of the plan's target.
type Outcome struct {
	Target     *big.Rat // needed and direct
	Due        *big.Rat // by the day of comparison
	Actual     *big.Rat // so far; nil where the data do not speak of the stage
	Attainment *big.Rat // actual / target; nil where either is nothing
	// Met is whether the target was reached. It is nil until the plan's last day is
	// over, and where the data end more than a week before that.
	Met *bool
}

// outcome holds what entered the success stages against what should.
func (p *PortfolioPlan) outcome() *Outcome {
	o := &Outcome{Target: new(big.Rat), Due: new(big.Rat), Actual: new(big.Rat)}
	for i := range p.Check.Funnels {
		f := p.Result.Funnels[i].Funnel
		s := &p.Check.Funnels[i].Stages[f.Success]
		each := big.NewRat(1, 1)
		if len(p.Check.Funnels) > 1 {
			each = worth(p.Result.Plan, f)
		}
		o.Target.Add(o.Target, mul(ratOf(s.Schedule.Total), each))
		o.Due.Add(o.Due, mul(ratOf(s.TargetToDate), each))
		if !s.Known {
			o.Actual = nil
		} else if o.Actual != nil {
			o.Actual.Add(o.Actual, mul(ratOf(s.Actual), each))
		}
	}
	if o.Actual == nil {
		return o
	}
	if o.Target.Sign() > 0 {
		o.Attainment = quo(o.Actual, o.Target)
	}
	if ends := p.Check.DataEnds; p.Phase == Ended && (ends == nil || *ends >= p.lastDay()-staleDays) {
		met := o.Actual.Cmp(o.Target) >= 0
		o.Met = &met
	}
	return o
}

// Record is how well the plans that are over have kept what they promised.
type Record struct {
	Ended, Running int // with actual numbers
	Known          int // of those that ended: it is known whether their target was met
	Met            int // of these
	Money          []RecordMoney
	Calibration    *Calibration // nil where no plan's outcome and chance are known
}

// RecordMoney is what the plans of one currency that are over planned and brought,
// as far as their data say both spend and revenue.
type RecordMoney struct {
	Currency   string
	MinorUnits int
	Plans      int

	Budget, Spend         *big.Rat
	Planned, Revenue      *big.Rat
	PlannedProfit, Profit *big.Rat // gross profit
	PlannedReturn, Return *big.Rat // (gross profit − budget) / budget, and of spend; Return is nil at a spend of 0
}

// Calibration holds the chances that plans stated against what became of them.
type Calibration struct {
	Plans int // whose outcome and chance are known
	Met   int

	Stated   float64  // the mean of their chances
	Share    *big.Rat // met / plans
	Low      float64  // the 90 % interval of the true share, by Jeffreys
	High     float64
	Likely   [2]int64 // how many would be met in nine of ten cases if the chances were right
	P        float64  // chance of a number no likelier than that if they were
	Brier    float64  // mean of (chance − outcome)², 0 at best
	BrierDue float64  // what it would be on average if the chances were right

	Bands []CalibrationBand // none where there are too few plans
}

// CalibrationBand are the plans whose chance is from From up to To.
type CalibrationBand struct {
	From, To  float64
	Plans     int
	Met       int
	Stated    float64
	Low, High float64
}

// enoughForBands is how many plans are worth telling apart by their chance.
const enoughForBands = 20

// recordOf is nil where no plan has actual numbers.
func recordOf(plans []*PortfolioPlan) *Record {
	r := &Record{}
	var stated []statedChance
	var over []*PortfolioPlan
	for _, p := range plans {
		if p.Check == nil {
			continue
		}
		switch p.Phase {
		case Ended:
			r.Ended++
			over = append(over, p)
		case Running:
			r.Running++
		default:
		}
		if p.Outcome.Met == nil {
			continue
		}
		r.Known++
		if *p.Outcome.Met {
			r.Met++
		}
		if p.Result.Chance != nil {
			stated = append(stated, statedChance{*p.Result.Chance, *p.Outcome.Met})
		}
	}
	if r.Ended+r.Running == 0 {
		return nil
	}
	r.Money = recordMoney(over)
	r.Calibration = calibrate(stated)
	return r
}

// recordMoney adds up by currency.
func recordMoney(plans []*PortfolioPlan) []RecordMoney {
	by := map[string]*RecordMoney{}
	for _, p := range plans {
		money, plan := &p.Check.Money, p.Result.Plan
		if money.Spend == nil || money.Revenue == nil {
			continue
		}
		m := by[plan.Currency]
		if m == nil {
			m = &RecordMoney{
				Currency: plan.Currency, MinorUnits: plan.MinorUnits,
				Budget: new(big.Rat), Spend: new(big.Rat), Planned: new(big.Rat), Revenue: new(big.Rat),
				PlannedProfit: new(big.Rat), Profit: new(big.Rat),
			}
			by[plan.Currency] = m
		}
		m.Plans++
		m.Budget.Add(m.Budget, plan.Budget)
		m.Spend.Add(m.Spend, money.Spend)
		m.Planned.Add(m.Planned, p.Result.RevenueAtTarget)
		m.Revenue.Add(m.Revenue, money.Revenue)
		m.PlannedProfit.Add(m.PlannedProfit, p.Result.GrossProfitAtTarget)
		m.Profit.Add(m.Profit, mul(money.Revenue, money.Margin))
	}
	list := make([]RecordMoney, 0, len(by))
	for _, m := range by {
		m.PlannedReturn = quo(sub(m.PlannedProfit, m.Budget), m.Budget)
		if m.Spend.Sign() > 0 {
			m.Return = quo(sub(m.Profit, m.Spend), m.Spend)
		}
		list = append(list, *m)
	}
	slices.SortFunc(list, func(a, b RecordMoney) int { return cmp.Compare(a.Currency, b.Currency) })
	return list
}

// statedChance is the chance that a plan stated, and what became of it.
type statedChance struct {
	chance float64
	met    bool
}

// calibrate is nil where there is nothing to hold against each other.
func calibrate(stated []statedChance) *Calibration {
	if len(stated) == 0 {
		return nil
	}
	slices.SortFunc(stated, func(a, b statedChance) int { return cmp.Compare(a.chance, b.chance) })
	c := &Calibration{Plans: len(stated)}
	chances := make([]float64, len(stated))
	for i, s := range stated {
		chances[i] = s.chance
		c.Stated += s.chance
		c.BrierDue += s.chance * (1 - s.chance)
	}
	// Those that were met are added up apart, so that the order of the plans does
	// not matter.
	for _, s := range stated {
		if s.met {
			c.Met++
			c.Brier += (1 - s.chance) * (1 - s.chance)
		}
	}
	for _, s := range stated {
		if !s.met {
			c.Brier += s.chance * s.chance
		}
	}
	n := float64(c.Plans)
	c.Stated, c.Brier, c.BrierDue = shownDigits(c.Stated/n), shownDigits(c.Brier/n), shownDigits(c.BrierDue/n)
	c.Share = big.NewRat(int64(c.Met), int64(c.Plans))
	low, high := jeffreys(int64(c.Met), int64(c.Plans))
	c.Low, c.High = shownDigits(low), shownDigits(high)
	number := numberOf(chances)
	c.P = shownDigits(number.asUnlikelyAs(c.Met))
	c.Likely = [2]int64{number.Quantile(rangeLow), number.Quantile(rangeHigh)}
	if c.Plans >= enoughForBands {
		c.Bands = bandsOf(stated)
	}
	return c
}

// asUnlikelyAs is the probability of all counts that are no likelier than k: the
// exact two-sided test, with the tolerance of R's binom.test.
func (d Distribution) asUnlikelyAs(k int) float64 {
	limit := d.P[k] * (1 + 1e-7)
	var sum float64
	for _, p := range d.P {
		if p <= limit {
			sum += p
		}
	}
	return math.Min(1, sum)
}

// bandsOf puts plans, in the order of their chances, into five bands of equal
// width; those in which there is no plan are left out.
func bandsOf(stated []statedChance) []CalibrationBand {
	const count = 5
	var list []CalibrationBand
	for band := range count {
		b := CalibrationBand{From: float64(band) / count, To: float64(band+1) / count}
		for _, s := range stated {
			if min(int(s.chance*count), count-1) != band {
				continue
			}
			b.Plans++
			b.Stated += s.chance
			if s.met {
				b.Met++
			}
		}
		if b.Plans > 0 {
			b.Stated = shownDigits(b.Stated / float64(b.Plans))
			low, high := jeffreys(int64(b.Met), int64(b.Plans))
			b.Low, b.High = shownDigits(low), shownDigits(high)
			list = append(list, b)
		}
	}
	return list
}
