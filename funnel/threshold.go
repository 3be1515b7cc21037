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
	MetricClients  Metric = "clients"  // entries of the last stages so far
	MetricRevenue  Metric = "revenue"  // that came in so far
	MetricSpend    Metric = "spend"    // so far
	MetricReturn   Metric = "return"   // return to date
	MetricCoverage Metric = "coverage" // what is in the pipeline over what it takes at the win rate

	MetricActual     Metric = "actual"     // entries of a stage so far
	MetricGap        Metric = "gap"        // actual − target to date
	MetricAttainment Metric = "attainment" // actual / target to date
	MetricRate       Metric = "rate"       // actual rate from a stage to the next
	MetricCostPer    Metric = "cost_per"   // spend / entries of a stage
)

// Metrics lists the metrics of the whole plan.
func Metrics() []Metric {
	return []Metric{MetricClients, MetricRevenue, MetricSpend, MetricReturn, MetricCoverage}
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
