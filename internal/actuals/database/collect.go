package database

import (
	"cmp"
	"context"
	"errors"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"embudo/funnel"
	"embudo/internal/actuals/sheet"
)

// row is a row that comes back.
type row struct {
	slot                                               int64
	who                                                string
	count, implied, direct, wentOn, unpriced, referred int64
	number, amount, spend                              string // exact, empty for none
	example                                            string

	// What slot and who say.
	day                             funnel.Date
	about, stage, brought           int
	funnel, channel, person, detail string
}

func (r *row) cells() []any {
	return []any{
		&r.slot, &r.who, &r.count, &r.implied, &r.direct, &r.wentOn, &r.unpriced, &r.referred,
		&r.number, &r.amount, &r.spend, &r.example,
	}
}

// collector puts the rows that come back into a result.
type collector struct {
	database *Database
	stages   []Stage // of records; nil: rows name their stage themselves
	oddities []string
	scale    *big.Rat

	result         *Result
	spend, revenue map[amountKey]*big.Rat
	clients        map[string]*Clients
}

type amountKey struct {
	funnel, channel string
	day             funnel.Date
}

// collect runs a statement.
func (d *Database) collect(ctx context.Context, s *statement, asOf funnel.Date, stages []Stage) (*Result, error) {
	c := &collector{
		database: d, stages: stages, oddities: s.oddities, scale: d.engine.scale(), result: &Result{},
		spend: map[amountKey]*big.Rat{}, revenue: map[amountKey]*big.Rat{}, clients: map[string]*Clients{},
	}
	if err := d.eachRow(ctx, s, asOf, c.add); err != nil {
		return nil, err
	}
	return c.finish(), nil
}

// eachRow gives every row that a statement brings back, if they are not too many.
func (d *Database) eachRow(ctx context.Context, s *statement, asOf funnel.Date, add func(*row) error) error {
	back := 0
	return d.within(ctx, func(ctx context.Context) error {
		return d.engine.rows(ctx, s.sql(d.maxRows+1), []any{d.engine.bound(asOf)}, func(scan func(...any) error) error {
			if back++; back > d.maxRows {
				return d.problem("database-too-many-rows", "max", strconv.Itoa(d.maxRows))
			}
			var r row
			if err := scan(r.cells()...); err != nil {
				return err
			}
			r.day, r.about, r.stage, r.brought = unslot(r.slot)
			texts := s.unwho(r.who)
			r.funnel, r.channel, r.person, r.detail = texts[0], texts[1], texts[2], texts[3]
			return add(&r)
		})
	})
}

func (c *collector) add(r *row) error {
	c.result.RowsBack++
	switch r.about {
	case aboutOddity:
		c.result.Odd = append(c.result.Odd, Oddity{c.oddities[r.stage], r.count, shown(r.example)})
	case aboutSource:
		c.result.Rows, c.result.Undated, c.result.Later = r.count, r.implied, r.direct
	case aboutLoss:
		c.result.Lost = append(c.result.Lost, Loss{r.funnel, c.stages[r.stage].Name, r.detail, r.count})
	default:
		return c.addEntries(r)
	}
	return nil
}

func (c *collector) addEntries(r *row) error {
	number, ok := whole(r.number, c.scale)
	if !ok {
		return c.database.problem("database-count", "got", unscaled(r.number, c.scale))
	}
	e := Entries{Funnel: r.funnel, Stage: r.detail, Entries: funnel.Entries{
		From: r.day, To: r.day, Channel: r.channel, Person: r.person,
		Count: number, Implied: r.implied, Direct: r.direct, WentOn: r.wentOn,
	}}
	if c.stages != nil {
		e.Stage, e.Brought, e.Count = c.stages[r.stage].Name, c.stages[r.brought].Owner, r.count
		if r.stage == len(c.stages)-1 {
			c.addClients(r, number)
		}
	}
	if e.Count > 0 {
		c.result.Entries = append(c.result.Entries, e)
	}
	key := amountKey{r.funnel, r.channel, r.day}
	if err := c.addMoney(c.revenue, key, r.amount); err != nil {
		return err
	}
	return c.addMoney(c.spend, key, r.spend)
}

func (c *collector) addClients(r *row, repeat int64) {
	clients := c.clients[r.funnel]
	if clients == nil {
		clients = &Clients{Funnel: r.funnel}
		c.clients[r.funnel] = clients
	}
	clients.Count += r.count
	clients.Repeat += repeat
	clients.Referred += r.referred
	c.result.Unpriced += r.unpriced
}

func (c *collector) addMoney(sums map[amountKey]*big.Rat, key amountKey, text string) error {
	amount, ok := exact(text, c.scale)
	if !ok {
		return c.database.problem("database-amount", "got", text)
	}
	if amount.Sign() == 0 {
		return nil
	}
	if sum := sums[key]; sum != nil {
		sum.Add(sum, amount)
		return nil
	}
	sums[key] = amount
	return nil
}

// finish puts everything in an order that does not depend on the engine.
func (c *collector) finish() *Result {
	r := c.result
	r.Spend, r.Revenue = amounts(c.spend), amounts(c.revenue)
	for _, clients := range c.clients {
		r.Clients = append(r.Clients, *clients)
	}
	slices.SortFunc(r.Clients, func(a, b Clients) int { return strings.Compare(a.Funnel, b.Funnel) })
	slices.SortFunc(r.Lost, func(a, b Loss) int {
		return cmp.Or(
			strings.Compare(a.Funnel, b.Funnel), cmp.Compare(c.position(a.Stage), c.position(b.Stage)),
			cmp.Compare(b.Count, a.Count), strings.Compare(a.Reason, b.Reason),
		)
	})
	slices.SortFunc(r.Entries, c.compare)
	slices.SortFunc(r.Odd, func(a, b Oddity) int { return strings.Compare(a.Column, b.Column) })
	for i := range r.Entries {
		r.dated(r.Entries[i].From)
	}
	for _, a := range slices.Concat(r.Spend, r.Revenue) {
		r.dated(a.From)
	}
	return r
}

// compare orders entries by funnel, stage from the top, day, and the rest.
func (c *collector) compare(a, b Entries) int {
	return cmp.Or(
		strings.Compare(a.Funnel, b.Funnel), cmp.Compare(c.position(a.Stage), c.position(b.Stage)),
		strings.Compare(a.Stage, b.Stage), cmp.Compare(a.From, b.From), strings.Compare(a.Channel, b.Channel),
		strings.Compare(a.Person, b.Person), strings.Compare(a.Brought, b.Brought),
	)
}

func (c *collector) position(stage string) int {
	return slices.IndexFunc(c.stages, func(s Stage) bool { return s.Name == stage })
}

func (r *Result) dated(day funnel.Date) {
	if r.First == nil || day < *r.First {
		r.First = &day
	}
	if r.Last == nil || day > *r.Last {
		r.Last = &day
	}
}

func amounts(sums map[amountKey]*big.Rat) []Amount {
	list := make([]Amount, 0, len(sums))
	for key, sum := range sums {
		list = append(list, Amount{key.funnel, funnel.Amount{From: key.day, To: key.day, Channel: key.channel, Value: sum}})
	}
	slices.SortFunc(list, func(a, b Amount) int {
		return cmp.Or(
			strings.Compare(a.Funnel, b.Funnel), cmp.Compare(a.From, b.From), strings.Compare(a.Channel, b.Channel),
		)
	})
	return list
}

// unscaled is a number as the source has it.
func unscaled(text string, scale *big.Rat) string {
	n, ok := exact(text, scale)
	if !ok {
		return text
	}
	return strings.TrimRight(strings.TrimRight(n.FloatString(6), "0"), ".")
}

func (d *Database) explainColumn(err error) *sheet.Problem {
	var c *columnError
	if errors.As(err, &c) {
		return d.problem(c.name, c.args...)
	}
	return d.problem("database-failed", "why", err.Error())
}
