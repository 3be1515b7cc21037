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

// maxCount bounds a count of people.
const maxCount = 1_000_000_000_000

func (t *countTaker) take(row sheet.Row) reason {
	span, why := t.dates.span(row)
	if why != kept {
		return why
	}
	channel := t.name(t.choices.Channels, textOf(row, t.channel))
	if t.kind == kindCountsLong {
		if why := t.takeStage(row, span, channel); why != kept {
			return why
		}
	}
	for _, c := range t.stageCounts {
		if t.kind != kindCountsWide {
			break
		}
		if why := t.takeCell(row, c, t.placesOf(row, c.stage), span, channel); why != kept {
			return why
		}
	}
	t.spent.addCell(t.spend, row, span, channel)
	t.earned.addCell(t.revenue, row, span, channel)
	return kept
}

// takeStage counts into the stage that a row names.
func (t *countTaker) takeStage(row sheet.Row, span funnel.Span, channel string) reason {
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
		return t.takeCell(row, t.count, t.placesOf(row, match.stage), span, channel)
	case outcomeLost, outcomeOpen, outcomeSide:
	}
	return leftNoStage
}

// placesOf is the stage in the row's funnel.
func (t *countTaker) placesOf(row sheet.Row, ref stageRef) []place {
	places := t.reader.places(ref)
	if len(places) < 2 {
		return places
	}
	if index, ok := t.funnelIndex(row, t.funnelOf, t.stage); ok {
		for _, at := range places {
			if at.funnel == index {
				return []place{at}
			}
		}
	}
	return nil
}

// takeCell counts what a cell says.
func (t *countTaker) takeCell(row sheet.Row, c *column, places []place, span funnel.Span, channel string) reason {
	n, fit := c.numbers.style.parse(cellOf(row, c))
	switch {
	case fit == blank:
		return kept
	case fit == misfit:
		return leftNoCount
	case n.sign() < 0:
		return leftNegative
	case n.rat().Cmp(big.NewRat(maxCount, 1)) > 0:
		return leftTooLarge
	case len(places) != 1:
		return leftNoFunnel
	}
	key := countKey{places[0], span, channel, t.name(nil, textOf(row, t.owner))}
	t.counted[key] = t.counted[key].plus(n)
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
