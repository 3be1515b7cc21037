package funnel

import (
	"cmp"
	"math/big"
	"slices"
	"strconv"
)

// RateCheck says how many went on to the next stage, how sure that is, and
// whether it is more than chance that parts it from the plan. All but Planned is
// nil where the data do not tell: then a warning says why, unless it is for want
// of data of one of the two stages.
type RateCheck struct {
	Planned *big.Rat // effective rate; nil on the last stage

	Trials *big.Int // those who entered long enough ago to have gone on, and those in progress
	WentOn *big.Int // how many of them did
	Actual *big.Rat // went on / trials

	Low, High *float64 // the 90 % interval of the true rate
	P         *float64 // chance of a count no likelier than this one if the planned rate were true
	Corrected *float64 // P after Holm's correction over all rates of the check
	Differs   bool     // Corrected is below 5 %: hardly by chance

	Counted bool // from counts, which do not say who went on

	flaw string // code of the warning that says why the rate is not known
}

// significance is the corrected p-value below which a rate differs.
const significance = 0.05

// checkRate compares the rate of a step with the plan.
func checkRate(f *FunnelCheck, stage int, tallies []stageTally, c counting) RateCheck {
	r := RateCheck{Planned: f.Plan.Stages[stage].Effective}
	from, to := &tallies[stage], &tallies[stage+1]
	if !from.known || !to.known {
		return r
	}
	r.Counted = !from.records
	trials, wentOn := followed(f, stage, tallies, c)
	switch {
	case !from.ripeness.known:
		r.flaw = WarnRateUndated
	case trials == 0:
		r.flaw = WarnRateWithoutCases
	case wentOn > trials:
		r.flaw = WarnRateAboveAll
	default:
		r.test(trials, wentOn)
	}
	return r
}

// followed counts those who can have gone on, and those of them who did.
//
// Lead by lead both are known of everybody who entered in the plan's days, less
// the implied and the direct; of those in progress when the period began, it
// follows from who arrives at the next stage without having entered this one.
//
// Counts do not say who is who: the next stage's entries are held against those
// that entered this one a lag before. The first of them, in as many days as the
// lag has, came from people who were there before the plan began: they count
// where the plan knows of any in progress. Direct ones are taken off as many as
// the data name, or as the plan expects by then where it is more.
func followed(f *FunnelCheck, stage int, tallies []stageTally, c counting) (trials, wentOn int64) {
	from, to := &tallies[stage], &tallies[stage+1]
	waiting := f.Plan.Stages[stage].Stage.InProgress
	trials = together(from.all.ripe.floor(), waiting)
	if from.records {
		return trials, together(from.all.ripeOn, waitedOn(&from.all, &to.all, waiting))
	}
	schedule := f.Stages[stage+1].Schedule
	schedule.Total = big.NewInt(f.Plan.Stages[stage+1].Stage.Direct)
	expected := toInt64(schedule.Target(c.day))
	if waiting > 0 {
		return trials, max(0, to.all.entries-max(to.all.direct, expected))
	}
	lag := f.Plan.Funnel.Between(stage, stage+1)
	expected -= toInt64(schedule.Target(shift(c.first, lag-1)))
	return trials, max(0, to.all.fresh.floor()-max(0, expected-to.all.direct))
}

// waitedOn is how many of those in progress when the period began went on since.
// Who arrives at the next stage, not directly, and neither entered this one nor
// is implied in it, must have been there before or have come in directly: they
// are shared out by how many there are of both.
func waitedOn(from, to *tally, waiting int64) int64 {
	if waiting == 0 {
		return 0
	}
	others := to.entries - to.direct - from.wentOn - from.implied
	if others <= 0 {
		return 0
	}
	share := big.NewRat(waiting, together(waiting, from.direct))
	return min(waiting, toInt64(floor(share.Mul(share, new(big.Rat).SetInt64(others)))))
}

// test holds x of n against the planned rate.
func (r *RateCheck) test(n, x int64) {
	r.Trials, r.WentOn = big.NewInt(n), big.NewInt(x)
	r.Actual = big.NewRat(x, n)
	low, high := jeffreys(x, n)
	low, high = known(low, chanceDecimals), known(high, chanceDecimals)
	p := significant(shareOf(r.Planned).of(n).twoSided(x, r.Planned))
	r.Low, r.High, r.P = &low, &high, &p
}

// significant keeps the first ten digits of a small number: processors differ in
// the last bits, and the same input must give the same bytes on all of them.
func significant(p float64) float64 {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(p, 'g', chanceDecimals, 64), 64)
	if err != nil {
		return p
	}
	return rounded
}

// rates are those of all funnels that could be tested.
func (c *CheckResult) rates() []*RateCheck {
	var rates []*RateCheck
	for i := range c.Funnels {
		for j := range c.Funnels[i].Stages {
			if r := &c.Funnels[i].Stages[j].Rate; r.P != nil {
				rates = append(rates, r)
			}
		}
	}
	return rates
}

// correctForMany makes up for the number of rates that are looked at: of twenty
// that are as planned, one differs at 5 % by mere chance. S. Holm, "A Simple
// Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of
// Statistics 6 (1979); R's p.adjust(method = "holm") is the same.
func correctForMany(rates []*RateCheck) {
	slices.SortStableFunc(rates, func(a, b *RateCheck) int { return cmp.Compare(*a.P, *b.P) })
	highest := 0.0
	for i, r := range rates {
		highest = max(highest, min(1, float64(len(rates)-i)**r.P))
		corrected := significant(highest)
		r.Corrected = &corrected
		r.Differs = corrected < significance
	}
}
