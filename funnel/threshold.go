package funnel

import "math/big"

// Threshold is a condition of the plan's own that what happened must meet:
// cost_per.sql < 120.
type Threshold struct {
	Expression string // as the plan has it
	Metric     Metric
	Funnel     string // ID; empty: all funnels that have the stage, together
	Stage      string // ID; empty for a metric of the whole plan
	Relation   Relation
	Bound      *big.Rat // rates, returns and attainments are fractions, money is in the plan's currency
}

// Metric is what a threshold can be about.
type Metric string

// The metrics. Those of a stage are written with its ID, rate.mql or, in a plan
// with several funnels, rate.inbound.mql.
const (
	MetricClients  Metric = "clients"            // entries of the last stages so far
	MetricRevenue  Metric = "revenue"            // that came in so far
	MetricSpend    Metric = "spend"              // so far
	MetricReturn   Metric = "return"             // return to date
	MetricDataAge  Metric = "data_age_days"      // days from the last that the data speak of to the one asked for
	MetricCoverage Metric = "coverage"           // value open before the client over what is still to be won
	MetricOverdue  Metric = "activities.overdue" // times of activities that are over and were not done

	MetricActual     Metric = "actual"     // entries of a stage so far
	MetricGap        Metric = "gap"        // actual − target to date
	MetricAttainment Metric = "attainment" // actual / target to date
	MetricRate       Metric = "rate"       // actual rate from a stage to the next
	MetricCostPer    Metric = "cost_per"   // spend / entries of a stage
)

// Metrics lists the metrics of the whole plan.
func Metrics() []Metric {
	return []Metric{MetricClients, MetricRevenue, MetricSpend, MetricReturn, MetricCoverage, MetricDataAge, MetricOverdue}
}

// StageMetrics lists the metrics of a stage.
func StageMetrics() []Metric {
	return []Metric{MetricActual, MetricGap, MetricAttainment, MetricRate, MetricCostPer}
}

// Relation is how a threshold compares.
type Relation string

// The relations.
const (
	AtLeast Relation = ">="
	Above   Relation = ">"
	AtMost  Relation = "<="
	Below   Relation = "<"
)

// ThresholdCheck is what came of a threshold.
type ThresholdCheck struct {
	Threshold Threshold
	Value     *big.Rat // exact; nil where it is not known or has no bound
	// Boundless says that Value is above any bound: an attainment while nothing is
	// due, or coverage when nothing is left to be won.
	Boundless bool
	OK        bool // false for what is not known: it is no proof
}

// measured is the value of a metric.
type measured struct {
	value     *big.Rat // nil: not known, or boundless
	boundless bool
}

// threshold evaluates one of the plan's conditions.
func (c *CheckResult) threshold(t Threshold) ThresholdCheck {
	m := c.measure(t)
	check := ThresholdCheck{Threshold: t, Value: m.value, Boundless: m.boundless}
	switch {
	case m.boundless:
		check.OK = t.Relation == AtLeast || t.Relation == Above
	case m.value != nil:
		check.OK = t.Relation.holds(m.value.Cmp(t.Bound))
	}
	return check
}

// holds reports whether a relation holds by how a value compares with the bound:
// −1 below, 0 equal, 1 above.
func (r Relation) holds(comparison int) bool {
	switch r {
	case AtLeast:
		return comparison >= 0
	case Above:
		return comparison > 0
	case AtMost:
		return comparison <= 0
	case Below:
		return comparison < 0
	}
	return false
}

// measure is the value of a threshold's metric at the day of comparison.
func (c *CheckResult) measure(t Threshold) measured {
	switch t.Metric {
	case MetricClients:
		return measured{value: c.clients(t.Funnel)}
	case MetricRevenue:
		return measured{value: c.Money.Revenue}
	case MetricSpend:
		return measured{value: c.Money.Spend}
	case MetricReturn:
		return measured{value: c.Money.Return}
	case MetricCoverage:
		p := c.Money.Pipeline
		return measured{value: p.Coverage, boundless: p.Remaining != nil && p.Remaining.Sign() == 0}
	case MetricDataAge:
		if age := c.DataAge(); age != nil {
			return measured{value: ratOf(age)}
		}
		return measured{}
	case MetricOverdue:
		return measured{value: c.overdue()}
	case MetricActual, MetricGap, MetricAttainment:
		return c.measureEntries(t)
	case MetricRate:
		return measured{value: pooledRate(c.stagesNamed(t.Funnel, t.Stage))}
	case MetricCostPer:
		return measured{value: c.measureCost(t)}
	}
	return measured{}
}

// overdue is how many times of activities are over and were not done.
func (c *CheckResult) overdue() *big.Rat {
	if c.Activities == nil {
		return new(big.Rat)
	}
	return new(big.Rat).SetInt64(int64(len(c.Activities.Overdue)))
}

// clients are those of all funnels, or of one; nil where one has no data.
func (c *CheckResult) clients(funnel string) *big.Rat {
	sum := new(big.Int)
	for i := range c.Funnels {
		f := &c.Funnels[i]
		if funnel != "" && f.Plan.Funnel.ID != funnel {
			continue
		}
		if !f.last().Known {
			return nil
		}
		sum.Add(sum, f.last().Actual)
	}
	return ratOf(sum)
}

// measureEntries adds a stage up over the funnels that have it.
func (c *CheckResult) measureEntries(t Threshold) measured {
	stages := c.stagesNamed(t.Funnel, t.Stage)
	actual, target := new(big.Int), new(big.Int)
	for _, s := range stages {
		if !s.Known {
			return measured{}
		}
		actual.Add(actual, s.Actual)
		target.Add(target, s.TargetToDate)
	}
	switch {
	case len(stages) == 0:
		return measured{}
	case t.Metric == MetricActual:
		return measured{value: ratOf(actual)}
	case t.Metric == MetricGap:
		return measured{value: ratOf(actual.Sub(actual, target))}
	}
	return measured{value: ratio(actual, target), boundless: target.Sign() == 0}
}

// pooledRate is the rate of a stage over all funnels that have it, each with its
// own number of trials; nil where one of them does not tell.
func pooledRate(stages []*StageCheck) *big.Rat {
	trials, wentOn := new(big.Int), new(big.Int)
	for _, s := range stages {
		switch {
		case s.Rate.flaw == WarnRateWithoutCases:
		case s.Rate.Actual == nil:
			return nil
		default:
			trials.Add(trials, s.Rate.Trials)
			wentOn.Add(wentOn, s.Rate.WentOn)
		}
	}
	return ratio(wentOn, trials)
}

// measureCost is the spend over a stage's entries. One funnel's cost is not known
// where there are several: the data do not say which of them was paid for.
func (c *CheckResult) measureCost(t Threshold) *big.Rat {
	if c.Money.Spend == nil || t.Funnel != "" && len(c.Funnels) > 1 {
		return nil
	}
	if entries := c.entries(t.Stage); entries != nil {
		return costPer(c.Money.Spend, entries)
	}
	return nil
}
