package database

import (
	"context"

	"embudo/funnel"
)

// Counts says what the columns of a source mean that has counts already: a row a
// date, stage and whatever else. Names of columns, empty where there is none.
type Counts struct {
	Date string // the day, or the first day of the week or month

	Stage string // which stage, in the source's own words
	Count string // how many entered it

	Funnel, Channel, Person string

	Amount string // revenue
	Spend  string
}

// Counts adds up a source that has counts. A row that is dated after asOf does
// not count.
func (d *Database) Counts(ctx context.Context, r *Relation, meaning Counts, asOf funnel.Date) (*Result, error) {
	s := statement{dialect: d.engine, relation: r}
	s.counts(meaning)
	if s.err != nil {
		return nil, d.explainColumn(s.err)
	}
	result, err := d.collect(ctx, &s, asOf, nil)
	if err != nil {
		return nil, err
	}
	result.Known = MoneyKnown{Revenue: meaning.Amount != "", Spend: meaning.Spend != ""}
	return result, nil
}

func (s *statement) counts(meaning Counts) {
	if meaning.Date == "" {
		s.err = &columnError{"database-no-date", []string{"columns", listed(s.relation.names())}}
		return
	}
	s.day(meaning.Date, "raw0")
	s.bounded("raw0", "day0")
	s.text(textDetail, meaning.Stage, "stage_name")
	s.text(textFunnel, meaning.Funnel, "funnel")
	s.text(textChannel, meaning.Channel, "channel")
	s.text(textPerson, meaning.Person, "person")
	s.number(meaning.Count, "number")
	s.number(meaning.Amount, "amount")
	s.number(meaning.Spend, "spend")
	s.add(branch{
		about: aboutEntries, day: "day0", detail: "stage_name",
		funnel: "funnel", channel: "channel", person: "person",
		number: "number", amount: "amount", spend: "spend",
		where: "day0 IS NOT NULL",
	})
	s.addOddities()
	s.add(branch{
		about: aboutSource, implied: isNull("raw0"),
		direct: "CASE WHEN raw0 IS NOT NULL AND day0 IS NULL THEN 1 ELSE 0 END",
	})
}
