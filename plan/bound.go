package plan

import (
	"math/big"
	"strings"

	"embudo/funnel"
)

// boundOf reads the number that a metric is held against.
func boundOf(m funnel.Metric, s string) (*big.Rat, *fault) {
	switch m {
	case funnel.MetricClients, funnel.MetricActual, funnel.MetricDataAge, funnel.MetricOverdue:
		return wholeBound(s)
	case funnel.MetricGap:
		number, negative := strings.CutPrefix(s, "-")
		r, f := wholeBound(number)
		if !negative {
			return r, f
		}
		if f != nil {
			return nil, f.wantAround("-", "")
		}
		return r.Neg(r), nil
	case funnel.MetricRevenue, funnel.MetricSpend, funnel.MetricCostPer:
		r, f := parseMoney(s)
		return r.Value, f
	case funnel.MetricReturn:
		p, f := parseReturn(s)
		return p.Value, f
	case funnel.MetricCoverage:
		return coverageBound(s)
	case funnel.MetricAttainment:
		p, f := parseAttainment(s)
		return p.Value, f
	default: // funnel.MetricRate
		if strings.Contains(s, "/") {
			p, f := fractionShare(s)
			return p.Value, f
		}
		p, f := parsePart(s)
		return p.Value, f
	}
}

// wholeBound reads a number of entries.
func wholeBound(s string) (*big.Rat, *fault) {
	n, f := parseCount(s)
	return new(big.Rat).SetInt64(int64(n)), f
}

// coverageBound reads how often the pipeline covers what is needed: 1.5, 150%,
// and above 20 only with the sign. People also write 3x, which is just what it
// says here.
func coverageBound(s string) (*big.Rat, *fault) {
	if inTimes(s) != nil {
		plain, _, _ := plainly(strings.TrimSpace(strings.Trim(s, "xX×")))
		return nil, bad("text-around-number", "want", plain)
	}
	if strings.HasSuffix(s, "%") {
		r, _, f := percent(s)
		if f == nil && r.Sign() < 0 {
			return nil, bad("negative-number", "want", strings.TrimPrefix(s, "-"))
		}
		return r, f
	}
	r, f := amount(s, 0, maxNumber)
	if f == nil && compare(r, 20) > 0 {
		return nil, bad("percent-sign-missing", "want", s+"%")
	}
	return r, f
}

// exampleOf is a number that a metric can be held against.
func exampleOf(m funnel.Metric) string {
	switch m {
	case funnel.MetricClients:
		return "8"
	case funnel.MetricRevenue, funnel.MetricSpend:
		return "50000"
	case funnel.MetricReturn:
		return "150%"
	case funnel.MetricOverdue:
		return "0"
	case funnel.MetricCoverage:
		return "1.5"
	case funnel.MetricDataAge:
		return "3"
	case funnel.MetricActual:
		return "100"
	case funnel.MetricGap:
		return "-5"
	case funnel.MetricAttainment:
		return "90%"
	case funnel.MetricCostPer:
		return "120"
	default: // funnel.MetricRate
		return "25%"
	}
}
