package database

import (
	"context"
	"slices"
	"strconv"

	"embudo/funnel"
)

// Cohort counts those of a channel who entered a stage on a day of their own, and
// left it in the same way after the same time.
type Cohort struct {
	Funnel, Stage, Channel string
	Day                    funnel.Date
	Ending                 Ending
	Days                   int32 // that it took, where the ending has a day
	Count                  int64
}

// Ending is how the time at a stage ended.
type Ending byte

// The endings.
const (
	StillOpen   Ending = 'o'
	GoneDated   Ending = 'g' // entered the next stage that the source speaks of
	GoneUndated Ending = 'u' // did so, being further down, without a day for it
	LostDated   Ending = 'l'
	LostUndated Ending = 'x'
)

// Deals are what the clients of a funnel paid, by day and channel. Squares are not
// added up: SQLite has no numbers that could hold them.
type Deals struct {
	Funnel string
	funnel.Deals
}

// Cohorts adds up what became of those who entered each stage on each day, lead by
// lead as [Database.Records] has it, and what clients paid.
func (d *Database) Cohorts(ctx context.Context, r *Relation, meaning Records, asOf funnel.Date) (cohorts []Cohort, deals []Deals, err error) {
	s := recordsStatement{statement: statement{dialect: d.engine, relation: r}, meaning: meaning}
	s.readRow()
	if s.err != nil {
		return nil, nil, d.explainColumn(s.err)
	}
	s.texts[textPerson], s.texts[textDetail] = false, true
	for _, i := range s.known {
		s.add(s.cohorts(i))
	}
	last := len(meaning.Stages) - 1
	scale := d.engine.scale()
	err = d.eachRow(ctx, &s.statement, asOf, func(r *row) error {
		ending, days, err := takeEnding(r.detail)
		if err != nil {
			return err
		}
		cohorts = append(cohorts, Cohort{
			Funnel: r.funnel, Stage: meaning.Stages[r.stage].Name, Channel: r.channel, Day: r.day, Ending: ending, Days: days, Count: r.count,
		})
		if paid := r.count - r.unpriced; r.stage == last && meaning.Amount != "" && paid > 0 {
			sum, ok := exact(r.amount, scale)
			if !ok {
				return d.problem("database-amount", "got", r.amount)
			}
			deals = append(deals, Deals{r.funnel, funnel.Deals{Day: r.day, Channel: r.channel, Count: paid, Sum: sum}})
		}
		return nil
	})
	return cohorts, deals, err
}

// takeEnding takes an ending apart that a statement has put together: g12.
func takeEnding(text string) (Ending, int32, error) {
	if len(text) < 2 {
		return Ending(text[0]), 0, nil
	}
	days, err := strconv.ParseInt(text[1:], 10, 32)
	return Ending(text[0]), int32(days), err
}

// cohorts are those who entered a stage on a day of their own, by how that ended.
func (s *recordsStatement) cohorts(i int) branch {
	b := branch{
		about: aboutEntries, stage: strconv.Itoa(i), day: name("day", i),
		funnel: "funnel", channel: "channel", detail: s.ending(i), where: name("day", i) + " IS NOT NULL",
	}
	if i == len(s.meaning.Stages)-1 {
		b.amount, b.unpriced = "amount", isNull("amount")
	}
	return b
}

// ending is how the time at a stage ended: a letter, with the days that it took
// where they are known.
func (s *recordsStatement) ending(i int) string {
	after := func(day string) string {
		number := func(day string) string { return "CAST(" + s.dialect.dayNumber(day) + " AS bigint)" }
		return " || CAST(" + number(day) + " - " + number(name("day", i)) + " AS varchar)"
	}
	when := ""
	add := func(condition string, e Ending, days string) {
		when += " WHEN " + condition + " THEN '" + string(rune(e)) + "'" + days
	}
	if next := slices.IndexFunc(s.known, func(known int) bool { return known > i }); next >= 0 {
		below := s.known[next]
		add(name("day", below)+" IS NOT NULL", GoneDated, after(name("day", below)))
		add(coalesce("day", s.from(below))+" IS NOT NULL", GoneUndated, "")
	}
	if i < len(s.meaning.Stages)-1 {
		isLost, isDated := "reason <> ''", "lost_on IS NOT NULL AND lost_on <= "+s.dialect.boundary()
		switch {
		case s.meaning.LostReason != "" && s.meaning.LostOn != "":
			add(isLost+" AND "+isDated, LostDated, after("lost_on"))
			add(isLost+" AND lost_on IS NULL", LostUndated, "")
		case s.meaning.LostReason != "":
			add(isLost, LostUndated, "")
		case s.meaning.LostOn != "":
			add(isDated, LostDated, after("lost_on"))
		}
	}
	open := "'" + string(rune(StillOpen)) + "'"
	if when == "" {
		return "CAST(" + open + " AS varchar)"
	}
	return "CAST(CASE" + when + " ELSE " + open + " END AS varchar)"
}
