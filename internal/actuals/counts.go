package actuals

import (
	"maps"
	"math/big"
	"slices"

	"embudo/funnel"
	"embudo/internal/actuals/sheet"
)

// countTaker takes in rows that count entries of stages: one stage a row, or one
// a column.
type countTaker struct {
	*part
	dates                              *dateReader
	stage, count                       *column // of a row a stage
	stageCounts                        []*column
	funnelOf, channel, campaign, owner *column
	spend, revenue                     *column
	counted                            map[countKey]decimal
	row                                []cellCount // of the row that is being taken
	spent, earned                      moneySums
}

type countKey struct {
	place
	span            funnel.Span
	channel, person string
}

func newCountTaker(p *part) *countTaker {
	t := &countTaker{
		part: p, dates: newDateReader(p),
		stage: p.column(MeaningStage), count: p.column(MeaningCount), stageCounts: p.stageColumns(),
		funnelOf: p.column(MeaningFunnel), channel: p.column(MeaningChannel), campaign: p.column(MeaningCampaign), owner: p.column(MeaningOwner),
		spend: p.column(MeaningSpend), revenue: p.column(MeaningRevenue),
		counted: map[countKey]decimal{}, spent: moneySums{}, earned: moneySums{},
	}
	if t.revenue == nil {
		t.revenue = p.column(MeaningAmount)
	}
	money := &p.reader.tally.money
	money.Spend = money.Spend || t.spend != nil
	money.Revenue = money.Revenue || t.revenue != nil
	return t
}

// maxCount bounds a count of people; sums of as many as a file may have rows stay
// within a machine word.
const maxCount = 100_000_000_000

// cellCount is what a cell adds to a stage.
type cellCount struct {
	at place
	n  decimal
}

// take counts all that a row says or, where one of its counts is none, nothing of
// it.
func (t *countTaker) take(row sheet.Row) reason {
	span, why := t.dates.span(row)
	if why != kept {
		return why
	}
	t.row = t.row[:0]
	if t.kind == kindCountsLong {
		why = t.takeStage(row)
	} else {
		why = t.takeStages(row)
	}
	if why != kept {
		return why
	}
	channel, person := t.name(t.choices.Channels, textOf(row, t.channel)), t.name(nil, textOf(row, t.owner))
	for _, c := range t.row {
		key := countKey{c.at, span, channel, person}
		t.counted[key] = t.counted[key].plus(c.n)
	}
	t.spent.addCell(t.spend, row, span, channel)
	t.earned.addCell(t.revenue, row, span, channel)
	return kept
}

// takeStage takes the count of the stage that a row names.
func (t *countTaker) takeStage(row sheet.Row) reason {
	name := textOf(row, t.stage)
	match := t.stages[name]
	switch match.outcome {
	case outcomeIgnore:
		return leftIgnored
	case outcomeNone:
		if name == "" && textOf(row, t.count) == "" {
			return kept // of money alone
		}
	case outcomeStage, outcomeWon:
		return t.takeCell(row, t.count, match.stage)
	case outcomeLost, outcomeOpen, outcomeSide:
	}
	return leftNoStage
}

// takeStages takes the counts of a row with a stage a column.
func (t *countTaker) takeStages(row sheet.Row) reason {
	for _, c := range t.stageCounts {
		if why := t.takeCell(row, c, c.stage); why != kept {
			return why
		}
	}
	return kept
}

// placeIn is a stage in the row's funnel. A column of a stage that this funnel has
// not is of another funnel, and says nothing where it is empty or 0.
func (t *countTaker) placeIn(row sheet.Row, ref stageRef) (place, reason) {
	places := t.reader.places(ref)
	if len(places) == 1 && t.funnelOf == nil {
		return places[0], kept
	}
	index, ok := t.funnelIndex(row, t.funnelOf, t.stage)
	if !ok {
		return place{}, leftNoFunnel
	}
	for _, at := range places {
		if at.funnel == index {
			return at, kept
		}
	}
	return place{}, leftNoStage
}

// takeCell takes the count that a cell says.
func (t *countTaker) takeCell(row sheet.Row, c *column, ref stageRef) reason {
	n, fit := c.numbers.style.parse(cellOf(row, c))
	switch fit {
	case blank:
		return kept
	case misfit:
		return leftNoCount
	case fits:
	}
	if why := countable(n); why != kept {
		return why
	}
	at, why := t.placeIn(row, ref)
	switch {
	case why == kept:
		t.row = append(t.row, cellCount{at, n})
	case n.sign() == 0:
		return kept
	}
	return why
}

// countable says why a number is no count of people.
func countable(n decimal) reason {
	switch {
	case n.sign() < 0:
		return leftNegative
	case n.rat().Cmp(big.NewRat(maxCount, 1)) > 0:
		return leftTooLarge
	}
	return kept
}

// finish adds up the counts. Those with decimals, as some platforms give them,
// are rounded once they are sums of whole days.
func (t *countTaker) finish() {
	spacing := t.spacing()
	fractions := 0
	for key, n := range t.counted {
		whole, ok := n.whole()
		if !ok {
			fractions++
			whole = halfUp(n)
		}
		span := spacing.of(key.span)
		t.reader.tally.add(key.funnel, key.stage, funnel.Entries{
			From: span.Start, To: span.End, Channel: key.channel, Person: key.person,
			Brought: t.reader.plan.Funnels[key.funnel].Stages[0].Owner, Count: whole,
		})
	}
	if fractions > 0 {
		t.notes = append(t.notes, problem("fractions-rounded", t.table.number, "counts", fractions))
	}
	t.noteSpend(t.spent)
	t.reader.tally.addSums(t.reader.tally.spend, t.spent, spacing)
	t.reader.tally.addSums(t.reader.tally.revenue, t.earned, spacing)
	if spacing != daily {
		t.notes = append(t.notes, problem("rows-are-"+string(spacing), t.table.number))
	}
}

// spacing is what the rows are of, by the days that they name. Rows that say when
// their time begins and ends need none.
func (t *countTaker) spacing() spacing {
	if t.column(MeaningStarts) != nil && t.column(MeaningEnds) != nil {
		return daily
	}
	days := map[funnel.Date]bool{}
	for key := range t.counted {
		if key.span.Start != key.span.End {
			return daily
		}
		days[key.span.Start] = true
	}
	for key := range t.spent {
		days[key.from] = true
	}
	for key := range t.earned {
		days[key.from] = true
	}
	return spacingOf(slices.Sorted(maps.Keys(days)))
}

// halfUp rounds a count of people.
func halfUp(d decimal) int64 {
	doubled := new(big.Rat).Add(d.rat(), big.NewRat(1, 2))
	return new(big.Int).Div(doubled.Num(), doubled.Denom()).Int64()
}

// moneySums are amounts by days and channel.
type moneySums map[amountKey]*big.Rat

// addCell adds what a cell says.
func (m moneySums) addCell(c *column, row sheet.Row, span funnel.Span, channel string) {
	if c == nil {
		return
	}
	if amount, fit := c.rat(cellOf(row, c)); fit == fits {
		m.add(amountKey{span.Start, span.End, channel}, amount)
	}
}

func (m moneySums) add(key amountKey, amount *big.Rat) {
	sum := m[key]
	if sum == nil {
		sum = new(big.Rat)
		m[key] = sum
	}
	sum.Add(sum, amount)
}
