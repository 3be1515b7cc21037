package actuals

import (
	"cmp"
	"math/big"
	"slices"

	"embudo/funnel"
)

// tally adds up what happened, by what it has in common.
type tally struct {
	plan       *funnel.Plan
	entries    map[entryKey]*funnel.Entries // without the names of their party
	parties    partyList
	losses     map[lossKey]int64
	reasonless bool // there are too many reasons to tell them apart
	spend      moneySums
	revenue    moneySums
	stages     [][]stageKnown // per funnel and stage
	money      funnel.MoneyKnown
	open       [][]funnel.OpenDeals // per funnel and stage
	cohorts    cohortTally
	responses  []funnelResponses // by funnel

	repeat, referred []*int64 // per funnel

	first, last *funnel.Date // that anything is dated with
}

// stageKnown is what the sources say about one stage.
type stageKnown struct{ known, records bool }

type entryKey struct {
	funnel, stage int
	from, to      funnel.Date
	party         partyNumber
}

// party is what a count is put down to.
type party struct{ channel, person, brought string }

// partyNumber stands for a party of a [partyList]: counts are told apart by numbers
// in a fraction of the time that names take.
type partyNumber int32

type partyList struct {
	numbers map[party]partyNumber
	list    []party // by number
}

func (l *partyList) number(p party) partyNumber {
	n, known := l.numbers[p]
	if !known {
		n = partyNumber(len(l.list))
		if l.numbers == nil {
			l.numbers = map[party]partyNumber{}
		}
		l.numbers[p] = n
		l.list = append(l.list, p)
	}
	return n
}

type lossKey struct {
	funnel, stage int
	reason        string
}

type amountKey struct {
	from, to funnel.Date
	channel  string
}

func newTally(p *funnel.Plan) *tally {
	t := &tally{
		plan:     p,
		entries:  map[entryKey]*funnel.Entries{},
		losses:   map[lossKey]int64{},
		spend:    moneySums{},
		revenue:  moneySums{},
		stages:   make([][]stageKnown, len(p.Funnels)),
		repeat:   make([]*int64, len(p.Funnels)),
		referred: make([]*int64, len(p.Funnels)),
	}
	for i := range p.Funnels {
		t.stages[i] = make([]stageKnown, len(p.Funnels[i].Stages))
		t.open = append(t.open, make([]funnel.OpenDeals, len(p.Funnels[i].Stages)))
		t.responses = append(t.responses, funnelResponses{waits: map[int64]int64{}, open: map[moment]int64{}, last: never})
	}
	return t
}

// add counts entries of a stage. Those of the same days, channel, person and
// side add up.
func (t *tally) add(f, stage int, e funnel.Entries) {
	t.addOf(t.parties.number(party{e.Channel, e.Person, e.Brought}), f, stage, e)
}

// addOf is add for a party whose number is known.
func (t *tally) addOf(of partyNumber, f, stage int, e funnel.Entries) {
	key := entryKey{f, stage, e.From, e.To, of}
	sum := t.entries[key]
	if sum == nil {
		sum = &funnel.Entries{From: e.From, To: e.To}
		t.entries[key] = sum
	}
	addCounts(sum, &e)
	t.dated(e.From, e.To)
}

func addCounts(sum, e *funnel.Entries) {
	sum.Count += e.Count
	sum.Implied += e.Implied
	sum.Direct += e.Direct
	sum.WentOn += e.WentOn
}

// addOpen counts leads that stand at a stage.
func (t *tally) addOpen(f, stage int, o openDeals) {
	open := &t.open[f][stage]
	open.Count += o.count
	open.Valued += o.valued
	if open.Value == nil {
		open.Value = new(big.Rat)
	}
	open.Value.Add(open.Value, o.sum.rat())
}

// dated widens the days that the data speak of.
func (t *tally) dated(from, to funnel.Date) {
	if t.first == nil || from < *t.first {
		t.first = &from
	}
	if t.last == nil || to > *t.last {
		t.last = &to
	}
}

// addMoney adds an amount to the sums of a kind.
func (t *tally) addMoney(sums moneySums, key amountKey, amount *big.Rat) {
	sums.add(key, amount)
	t.dated(key.from, key.to)
}

// addSums adds the amounts of a table, each of the time that its row stands for.
func (t *tally) addSums(sums, more moneySums, s spacing) {
	for key, amount := range more {
		span := s.of(funnel.Span{Start: key.from, End: key.to})
		t.addMoney(sums, amountKey{span.Start, span.End, key.channel}, amount)
	}
}

// rename calls channels and people by the best spelling of their names; those that
// have none are one.
func (t *tally) rename(best map[string]string) {
	var renamed partyList
	numbers := make([]partyNumber, len(t.parties.list))
	for i, p := range t.parties.list {
		numbers[i] = renamed.number(party{best[p.channel], best[p.person], p.brought})
	}
	if len(renamed.list) < len(numbers) {
		t.join(numbers)
	}
	t.parties = renamed
	t.spend, t.revenue = t.spend.renamed(best), t.revenue.renamed(best)
	t.cohorts.rename(best)
}

// join adds up what is of the same party by its new number.
func (t *tally) join(numbers []partyNumber) {
	entries := t.entries
	t.entries = map[entryKey]*funnel.Entries{}
	for key, e := range entries {
		t.addOf(numbers[key.party], key.funnel, key.stage, *e)
	}
}

func (m moneySums) renamed(best map[string]string) moneySums {
	named := moneySums{}
	for key, amount := range m {
		key.channel = best[key.channel]
		named.add(key, amount)
	}
	return named
}

// actuals is what has been added up, in an order that does not depend on that of
// the sources.
func (t *tally) actuals() funnel.Actuals {
	a := funnel.Actuals{
		Ends:    t.last,
		Funnels: make([]funnel.FunnelActuals, len(t.stages)),
		Spend:   amounts(t.spend),
		Revenue: amounts(t.revenue),
		Money:   t.money,
	}
	for f := range a.Funnels {
		a.Funnels[f] = funnel.FunnelActuals{
			Stages:   make([]funnel.StageActuals, len(t.stages[f])),
			Repeat:   t.repeat[f],
			Referred: t.referred[f],
		}
		for i, s := range t.stages[f] {
			a.Funnels[f].Stages[i] = funnel.StageActuals{Known: s.known, Records: s.records}
			if open := t.open[f][i]; open.Count > 0 {
				a.Funnels[f].Stages[i].Open = &open
			}
		}
	}
	for key, sum := range t.entries {
		e, of := *sum, t.parties.list[key.party]
		e.Channel, e.Person, e.Brought = of.channel, of.person, of.brought
		stage := &a.Funnels[key.funnel].Stages[key.stage]
		stage.Entries = append(stage.Entries, e)
	}
	for key, n := range t.losses {
		f := &a.Funnels[key.funnel]
		f.Lost = append(f.Lost, funnel.Loss{Stage: key.stage, Reason: key.reason, Count: n})
	}
	for f := range a.Funnels {
		slices.SortFunc(a.Funnels[f].Lost, compareLosses)
		for i := range a.Funnels[f].Stages {
			slices.SortFunc(a.Funnels[f].Stages[i].Entries, compareEntries)
		}
	}
	t.cohorts.addTo(a.Funnels)
	return a
}

func compareEntries(a, b funnel.Entries) int {
	if a.From != b.From { // as most do
		return cmp.Compare(a.From, b.From)
	}
	return cmp.Or(
		cmp.Compare(a.To, b.To), cmp.Compare(a.Channel, b.Channel), cmp.Compare(a.Person, b.Person), cmp.Compare(a.Brought, b.Brought),
	)
}

// compareLosses puts the most frequent reason of a stage first.
func compareLosses(a, b funnel.Loss) int {
	return cmp.Or(cmp.Compare(a.Stage, b.Stage), cmp.Compare(b.Count, a.Count), cmp.Compare(a.Reason, b.Reason))
}

func amounts(sums moneySums) []funnel.Amount {
	list := make([]funnel.Amount, 0, len(sums))
	for key, sum := range sums {
		list = append(list, funnel.Amount{From: key.from, To: key.to, Channel: key.channel, Value: sum})
	}
	slices.SortFunc(list, func(a, b funnel.Amount) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Channel, b.Channel))
	})
	return list
}
