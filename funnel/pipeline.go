package funnel

import "math/big"

// Pipeline holds what is still open in the stage above the client against what
// is still to be won: at a win rate of one in four it takes four times as much,
// not a fixed three. All of it is nil where the data do not follow deals one by
// one in that stage, or do not speak of clients.
type Pipeline struct {
	// Open is the value of those in the stage above the client who are neither won
	// nor lost: their own amounts, and the value of a client for those without one.
	Open      *big.Rat
	Remaining *big.Rat // value of the clients still to be won

	// Coverage is Open / Remaining, Required what it takes of it: 1 / win rate.
	// Share is how much of what it takes is there: Coverage / Required. They are nil
	// too where nothing remains to be won.
	Coverage, Required, Share *big.Rat

	Deals  *big.Int // how many Open is the value of
	Valued int64    // of them, those who are taken at their own amounts; the others at the value of a client

	Stages []OpenStage // of all funnels, where anybody is open; top down
}

// OpenStage is what is open at one stage, by the amounts of the data alone.
type OpenStage struct {
	Funnel, Stage string // IDs
	OpenDeals
}

// pipeline adds up the funnels, each at its win rate: what it takes is what the
// remaining clients are worth / win rate.
func (c *CheckResult) pipeline(a *Actuals, tallies [][]stageTally) Pipeline {
	stages := c.openStages(a)
	open, remaining, takes := new(big.Rat), new(big.Rat), new(big.Rat)
	all, valued := new(big.Int), int64(0)
	for i := range c.Funnels {
		f := &c.Funnels[i]
		deals, ok := openDeals(f, a.funnel(i), tallies[i])
		if !ok {
			return Pipeline{Stages: stages}
		}
		own := ownAmounts(a.funnel(i))
		if known := big.NewInt(own.Valued); deals.Cmp(known) < 0 {
			deals = known // some were there before the plan, which did not say so
		}
		value := f.Plan.ClientValue
		missing := mul(ratOf(f.last().Pace.Remaining), value)
		others := new(big.Int).Sub(deals, big.NewInt(own.Valued))
		open.Add(open, mul(ratOf(others), value))
		open.Add(open, own.Value)
		all.Add(all, deals)
		valued += own.Valued
		remaining.Add(remaining, missing)
		takes.Add(takes, quo(missing, f.winRate()))
	}
	p := Pipeline{Open: open, Remaining: remaining, Deals: all, Valued: valued, Stages: stages}
	if remaining.Sign() > 0 {
		p.Coverage = quo(open, remaining)
		p.Required = quo(takes, remaining)
		p.Share = quo(open, takes)
	}
	return p
}

// ownAmounts are the amounts of those who stand above the client.
func ownAmounts(happened *FunnelActuals) OpenDeals {
	if last := len(happened.Stages) - 1; last > 0 {
		if open := happened.Stages[last-1].Open; open != nil {
			return *open
		}
	}
	return OpenDeals{Value: new(big.Rat)}
}

// openStages are the stages at which anybody stands.
func (c *CheckResult) openStages(a *Actuals) []OpenStage {
	var list []OpenStage
	for i := range c.Funnels {
		f := &c.Funnels[i]
		for j := range f.Stages[:len(f.Stages)-1] {
			if open := a.funnel(i).stage(j).Open; open != nil {
				list = append(list, OpenStage{f.Plan.Funnel.ID, f.Stages[j].Plan.Stage.ID, *open})
			}
		}
	}
	return list
}

// openDeals are those who were in the stage above the client when the period
// began or entered it since, less those who became clients through it and those
// lost from it. ok is false where the data do not tell.
func openDeals(f *FunnelCheck, happened *FunnelActuals, tallies []stageTally) (deals *big.Int, ok bool) {
	last := len(f.Stages) - 1
	if last == 0 || !f.last().Known || !f.Stages[last-1].Known || !tallies[last-1].records {
		return nil, false
	}
	above := &f.Stages[last-1]
	deals = big.NewInt(above.Plan.Stage.InProgress)
	deals.Add(deals, above.Actual)
	deals.Sub(deals, f.last().Actual)
	deals.Add(deals, f.last().Direct)
	for _, l := range happened.Lost {
		if l.Stage == last-1 {
			deals.Sub(deals, big.NewInt(l.Count))
		}
	}
	if deals.Sign() < 0 {
		deals.SetInt64(0)
	}
	return deals, true
}

// winRate is the rate of the step to the client as it was seen, where more than
// a few cases were; else as planned.
func (f *FunnelCheck) winRate() *big.Rat {
	r := &f.Stages[len(f.Stages)-2].Rate
	if r.Actual == nil || r.Actual.Sign() == 0 || r.Trials.Cmp(big.NewInt(FewCases)) <= 0 {
		return r.Planned
	}
	return r.Actual
}
