package database

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"embudo/funnel"
)

// Records says what the columns of a source with a row a lead mean: names of
// columns, empty where there is none.
type Records struct {
	Stages []Stage // those of the funnel, top first

	Funnel, Channel, Person string

	Amount     string // what a client paid
	Repeat     string // how often it bought again, or whether
	ReferredBy string // which client brought it, or whether one did
	LostReason string // why a lead was lost; one with a reason that became a client is a client
	LostOn     string // when; a lead without a day counts as lost from the start
	ID         string // to see whether leads have several rows
}

// Stage is a stage of [Records].
type Stage struct {
	Name   string // as the result calls it
	Column string // when it was entered; empty: the source does not speak of this stage
	Owner  string // marketing or sales
	Direct bool   // people may come in here without the stages above
}

// Records adds up a source that has a row a lead. Per lead:
//
//   - It enters a stage on the day that is given for it. A day after asOf is not
//     known yet, and counts as none.
//   - A stage without a day above one that has a day must have been passed: it is
//     implied, on the day of the next stage below that has one.
//   - If the first stage with a day takes direct entries, the lead came in there,
//     and the stages above are not implied.
//   - It went on from a stage that it entered on a day of its own, other than
//     directly, if it entered the next one, implied or not.
//   - It was brought by the owner of the stage that it came in by.
func (d *Database) Records(ctx context.Context, r *Relation, meaning Records, asOf funnel.Date) (*Result, error) {
	s := recordsStatement{statement: statement{dialect: d.engine, relation: r}, meaning: meaning}
	s.build()
	if s.err != nil {
		return nil, d.explainColumn(s.err)
	}
	result, err := d.collect(ctx, &s.statement, asOf, meaning.Stages)
	if err != nil {
		return nil, err
	}
	result.Known = MoneyKnown{Revenue: meaning.Amount != ""}
	result.RepeatKnown, result.ReferredKnown = meaning.Repeat != "", meaning.ReferredBy != ""
	if meaning.ID != "" {
		result.SameID, err = d.sameID(ctx, r, meaning.ID)
	}
	return result, err
}

// sameID counts the rows whose ID another row has already. It is a statement of
// its own: to count what is distinct an engine must sort all leads.
func (d *Database) sameID(ctx context.Context, r *Relation, column string) (n int64, err error) {
	c, err := r.find(column)
	if err != nil {
		return 0, d.explainColumn(err)
	}
	id := quoted(c.Name)
	statement := "SELECT COUNT(" + id + ") - COUNT(DISTINCT " + id + ") FROM " + r.from + " AS source"
	err = d.within(ctx, func(ctx context.Context) error {
		return d.engine.rows(ctx, statement, nil, func(scan func(...any) error) error { return scan(&n) })
	})
	return n, err
}

// recordsStatement adds up leads. Of a row, raw0 is the day given for the first
// stage, and day0 that day if it counts.
type recordsStatement struct {
	statement
	meaning Records
	known   []int // the stages that have a column
}

func (s *recordsStatement) build() {
	s.readRow()
	if s.err != nil {
		return
	}
	for _, i := range s.known {
		s.add(s.entries(i))
	}
	if s.meaning.LostReason != "" {
		s.add(s.losses())
	}
	s.addOddities()
	s.add(branch{
		about: aboutSource, implied: isNull(coalesce("raw", s.known)),
		direct: "CASE WHEN " + coalesce("raw", s.known) + " IS NOT NULL AND " + coalesce("day", s.known) + " IS NULL THEN 1 ELSE 0 END",
	})
}

// readRow says what is read of each row.
func (s *recordsStatement) readRow() {
	for i, stage := range s.meaning.Stages {
		if stage.Column == "" {
			continue
		}
		s.known = append(s.known, i)
		s.day(stage.Column, name("raw", i))
		s.bounded(name("raw", i), name("day", i))
	}
	if len(s.known) == 0 {
		s.err = &columnError{"database-no-date", []string{"columns", listed(s.relation.names())}}
		return
	}
	s.text(textFunnel, s.meaning.Funnel, "funnel")
	s.text(textChannel, s.meaning.Channel, "channel")
	s.text(textPerson, s.meaning.Person, "person")
	s.number(s.meaning.Amount, "amount")
	s.number(s.meaning.Repeat, "number")
	s.number("", "spend")
	s.yes(s.meaning.ReferredBy, "referred")
	s.text(textDetail, s.meaning.LostReason, "reason")
	s.day(s.meaning.LostOn, "lost_on")
}

// entries of a stage.
func (s *recordsStatement) entries(i int) branch {
	day := coalesce("day", s.from(i))
	b := branch{
		about: aboutEntries, stage: strconv.Itoa(i), day: day,
		funnel: "funnel", channel: "channel", person: "person", brought: s.brought(),
		implied: isNull(name("day", i)),
		direct:  s.direct(i),
		wentOn:  s.wentOn(i),
		where:   day + " IS NOT NULL",
	}
	if s.anyDirect() {
		b.where += " AND " + s.came() + " <= " + strconv.Itoa(i)
	}
	if i == len(s.meaning.Stages)-1 {
		b.number, b.amount, b.referred = "number", "amount", "referred"
		b.unpriced = isNull("amount")
	}
	return b
}

// losses are those who were lost, at the last stage that they had reached. Who is
// lost before having come in is not.
func (s *recordsStatement) losses() branch {
	where := "reason <> '' AND " + coalesce("day", s.known) + " IS NOT NULL"
	if last := len(s.meaning.Stages) - 1; slices.Contains(s.known, last) {
		where += " AND " + name("day", last) + " IS NULL"
	}
	if s.meaning.LostOn != "" {
		where += " AND (lost_on IS NULL OR lost_on <= " + s.dialect.boundary() + ")"
	}
	reached := "CASE"
	for _, i := range slices.Backward(s.known) {
		reached += " WHEN " + name("day", i) + " IS NOT NULL THEN " + strconv.Itoa(i)
	}
	return branch{about: aboutLoss, stage: reached + " END", funnel: "funnel", detail: "reason", where: where}
}

// from lists the stages that have a column, from one on.
func (s *recordsStatement) from(stage int) []int {
	return slices.DeleteFunc(slices.Clone(s.known), func(i int) bool { return i < stage })
}

func (s *recordsStatement) anyDirect() bool {
	return slices.ContainsFunc(s.known, s.takesDirect)
}

// takesDirect reports whether people may come in at a stage without those above,
// of which there must be some.
func (s *recordsStatement) takesDirect(i int) bool { return i > 0 && s.meaning.Stages[i].Direct }

// came is the stage that a lead with a day came in by.
func (s *recordsStatement) came() string { return s.byFirst(func(i int) int { return i }) }

// brought is a stage whose owner brought the lead. Stages of one owner are one.
func (s *recordsStatement) brought() string {
	if !s.anyDirect() {
		return strconv.Itoa(s.known[0])
	}
	return s.byFirst(func(i int) int {
		return slices.IndexFunc(s.meaning.Stages, func(other Stage) bool { return other.Owner == s.meaning.Stages[i].Owner })
	})
}

// byFirst gives for a lead what the stage that it came in by gives.
func (s *recordsStatement) byFirst(of func(stage int) int) string {
	var b strings.Builder
	b.WriteString("CASE")
	for _, i := range s.known {
		in := s.known[0]
		if s.takesDirect(i) {
			in = i
		}
		b.WriteString(" WHEN " + name("day", i) + " IS NOT NULL THEN " + strconv.Itoa(of(in)))
	}
	b.WriteString(" END")
	return b.String()
}

// direct is 1 where a lead came in at the stage without those above.
func (s *recordsStatement) direct(i int) string {
	if !s.takesDirect(i) {
		return "0"
	}
	return "CASE WHEN " + name("day", i) + " IS NOT NULL AND " + s.came() + " = " + strconv.Itoa(i) + " THEN 1 ELSE 0 END"
}

// wentOn is 1 where a lead entered the stage on a day of its own, not directly,
// and the next one.
func (s *recordsStatement) wentOn(i int) string {
	if !slices.Contains(s.known, i+1) {
		return "0"
	}
	condition := name("day", i) + " IS NOT NULL AND " + coalesce("day", s.from(i+1)) + " IS NOT NULL"
	if s.takesDirect(i) {
		condition += " AND " + s.came() + " < " + strconv.Itoa(i)
	}
	return "CASE WHEN " + condition + " THEN 1 ELSE 0 END"
}

func name(prefix string, stage int) string { return prefix + strconv.Itoa(stage) }

// coalesce is the first day of some stages that is there.
func coalesce(prefix string, stages []int) string {
	names := make([]string, len(stages))
	for i, stage := range stages {
		names[i] = name(prefix, stage)
	}
	if len(names) == 1 {
		return names[0] // SQLite wants two
	}
	return "COALESCE(" + strings.Join(names, ", ") + ")"
}

// isNull is 1 where an expression is NULL, else 0.
func isNull(expression string) string {
	return "CASE WHEN " + expression + " IS NULL THEN 1 ELSE 0 END"
}
