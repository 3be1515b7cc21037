package actuals

import (
	"context"
	"io"
	"math/big"
	"regexp"
	"slices"
	"strings"

	"embudo/funnel"
	"embudo/internal/actuals/sheet"
)

// LeadRule is what a rule of an ideal client asks of a column: one of its tests.
type LeadRule struct {
	Field     string // the heading of the column
	In, NotIn []string
	Matches   *regexp.Regexp
	Numbers   *Bounds[*big.Rat]
	Days      *Bounds[*funnel.Date]
}

// Bounds are the least and the most that a cell may be; nil for none.
type Bounds[T any] struct{ Min, Max T }

// SalesColumns are the headings of the columns in which sales says what it found
// out, empty for none, and the texts that mean yes and no there.
type SalesColumns struct {
	Need, Value, Budget, DecisionMaker string
	Yes, No                            []string
}

// Ideal is what leads are held against.
type Ideal struct {
	Profile *funnel.Profile
	Rules   []LeadRule // as the profile has them
	Sales   SalesColumns
	Outcome string // id of the stage that counts as success; empty: the last of each funnel
}

// Qualified is what became of some leads.
type Qualified struct {
	*funnel.Qualification
	Sources []QualifiedSource

	// Outcome says how it is known what became of leads.
	Outcome Outcomes

	// Came counts, by level, the leads that came in the period up to the day that
	// was asked for. Undated are the sources that do not say when leads came.
	Came    map[funnel.Level]int64
	Undated []string

	Warnings []funnel.Warning // of what was said about sources and that none of them has
}

// Outcomes says how it is known of leads whether they reached a stage.
type Outcomes string

// The ways.
const (
	OutcomesNone    Outcomes = ""        // no column speaks of it
	OutcomesDecided Outcomes = "decided" // those who are won, lost or past it are known, the others are open
	OutcomesReached Outcomes = "reached" // nothing says who is lost: whoever has not reached it, has not
)

// QualifiedSource is a source of leads as it was understood.
type QualifiedSource struct {
	Understood
	Leads  int64
	Fields []string // the heading that each rule looks at, as the source has it
}

// ScoreColumns are the headings of the columns that a scored file has behind its
// own.
func ScoreColumns() []string { return []string{"embudo_score", "embudo_level", "embudo_reasons"} }

// Qualify holds the leads of all sources against an ideal client. Where a file is
// to be written, that is the one source as CSV, each row with its score, level and
// reasons behind it; all else stays as it is. Errors are those of [Read].
func Qualify(ctx context.Context, sources []Source, ideal *Ideal, o Options, scored io.Writer) (*Qualified, error) {
	r := newReader(o)
	r.sought = ideal.headings()
	defer r.progress.tell(o.Progress)()
	for i := range sources {
		sources[i].Choices.Kind = "records"
		if isDatabase, err := sources[i].isDatabase(); err != nil || isDatabase {
			if err == nil {
				err = &sheet.Problem{Name: "leads-in-database", Source: sources[i].File.Name}
			}
			return nil, err
		}
	}
	if err := r.survey(ctx, sources); err != nil {
		return nil, err
	}
	result := &Qualified{Qualification: funnel.NewQualification(ideal.Profile), Came: map[funnel.Level]int64{}}
	seen := make([]map[string]bool, len(ideal.Rules))
	for i := range seen {
		seen[i] = map[string]bool{}
	}
	for _, p := range r.parts {
		q := &qualifier{part: p, ideal: ideal, seen: seen}
		if err := q.qualify(scored, result); err != nil {
			return nil, err
		}
	}
	result.Warnings = r.unusedValues()
	result.noteUnseen(ideal, seen)
	return result, nil
}

// noteUnseen says which texts of rules no lead has: one is misspelled, or two that
// are written as one.
func (q *Qualified) noteUnseen(ideal *Ideal, seen []map[string]bool) {
	if q.All.Leads == 0 {
		return
	}
	first := &q.Sources[0]
	for i, rule := range ideal.Rules {
		var unseen, apart []string
		for _, text := range rule.In {
			if seen[i][keyOf(text)] {
				continue
			}
			unseen = append(unseen, text)
			if parts := strings.FieldsFunc(text, func(c rune) bool { return c == ';' || c == ',' || c == '|' }); len(parts) > 1 {
				for _, part := range parts {
					apart = append(apart, strings.TrimSpace(part))
				}
			}
		}
		if len(unseen) == 0 {
			continue
		}
		p := problem("texts-unseen", 0, "column", first.Fields[i], "texts", quoted(unseen))
		if len(apart) > 0 {
			p = problem("texts-joined", 0, "column", first.Fields[i], "texts", quoted(unseen), "want", strings.Join(apart, ", "))
		}
		p.Source = first.Name
		first.Notes = append(first.Notes, p)
	}
}

// headings are all that rules and sales look at, as words are compared.
func (i *Ideal) headings() map[string]bool {
	all := map[string]bool{}
	for _, r := range i.Rules {
		all[fold(r.Field)] = true
	}
	for _, heading := range i.Sales.headings() {
		if heading != "" {
			all[fold(heading)] = true
		}
	}
	return all
}

// headings are in the order of the confirmations.
func (s *SalesColumns) headings() []string {
	return []string{s.Need, s.Value, s.Budget, s.DecisionMaker}
}

// qualifier holds the leads of one part against an ideal client.
type qualifier struct {
	*part
	ideal    *Ideal
	rules    []field
	sales    []answers
	width    int // cells of the widest row
	outcomes Outcomes
	goals    []int             // by funnel: the stage that counts
	seen     []map[string]bool // by rule: the folded texts that leads of all sources have
}

// qualify reads the part twice: to see how its columns are written, and to score
// its rows.
func (q *qualifier) qualify(scored io.Writer, result *Qualified) error {
	for changed := true; changed; {
		if q.table == nil {
			return q.questions()
		}
		err := q.findFields()
		if err == nil {
			changed, err = q.look()
		}
		if err != nil {
			return err
		}
	}
	if err := q.settle(); err != nil {
		return err
	}
	q.reader.prepare()
	q.findOutcomes()
	scorers, err := q.score(scored)
	if err != nil {
		return err
	}
	for _, s := range scorers {
		s.tell(result.Qualification)
		for level, n := range s.came {
			result.Came[level] += n
		}
	}
	if q.cameOn() == nil {
		result.Undated = append(result.Undated, q.source)
	}
	q.note(scorers)
	source := QualifiedSource{Understood: q.understood(), Leads: q.rows}
	for i := range q.rules {
		source.Fields = append(source.Fields, q.rules[i].column.header)
	}
	result.Sources = append(result.Sources, source)
	if result.Outcome == OutcomesNone || q.outcomes == OutcomesDecided {
		result.Outcome = q.outcomes
	}
	return nil
}

// questions are those about a sheet in which no table was found.
func (q *qualifier) questions() error {
	var list []*sheet.Problem
	for _, o := range q.opens {
		o.problem.Source = q.source
		list = append(list, o.problem)
	}
	return &Questions{list}
}

// missingField is a heading that the table has not, with the key of the plan that
// names it and the heading most like it, empty where none is.
type missingField struct{ key, heading, want string }

// findFields finds the columns that rules and sales look at; those that the table
// has not are a question.
func (q *qualifier) findFields() error {
	var missing []missingField
	find := func(key, heading string) *column {
		c := q.named(heading)
		if c == nil {
			c = &column{}
			if !slices.ContainsFunc(missing, func(m missingField) bool { return m.heading == heading }) {
				want, near := nearestName(heading, q.headers())
				if !near {
					want = ""
				}
				missing = append(missing, missingField{key, heading, want})
			}
		}
		return c
	}
	q.rules, q.sales = nil, nil
	for i := range q.ideal.Rules {
		q.rules = append(q.rules, newField(&q.ideal.Rules[i], find("field", q.ideal.Rules[i].Field)))
	}
	for i, heading := range q.ideal.Sales.headings() {
		if heading != "" {
			means := funnel.Confirmation(1) << i
			q.sales = append(q.sales, newAnswers(&q.ideal.Sales, means, find(confirmationName(means), heading)))
		}
	}
	if len(missing) == 0 {
		return nil
	}
	p := q.missing(missing)
	p.Source = q.source
	return &Questions{[]*sheet.Problem{p}}
}

// missing asks about all headings that the table has not at once.
func (q *qualifier) missing(fields []missingField) *sheet.Problem {
	var headings, wants []string
	for _, m := range fields {
		headings = append(headings, m.heading)
		if m.want != "" {
			wants = append(wants, m.key+": "+m.want)
		}
	}
	got, columns := quoted(headings), quoted(q.headers())
	if len(wants) == 0 {
		return problem("field-unlike", q.table.number, "got", got, "fields", len(fields), "columns", columns)
	}
	return problem("field-missing", q.table.number, "got", got, "fields", len(fields), "want", strings.Join(wants, ", "), "columns", columns)
}

// nearestName is the name that looks most like a word, by the pairs of letters
// that both have; near says that they are many.
func nearestName(word string, names []string) (want string, near bool) {
	const enough = 0.5 // of the pairs of both
	pairs := func(s string) map[string]bool {
		set := map[string]bool{}
		letters := []rune(" " + fold(s) + " ")
		for i := range len(letters) - 1 {
			set[string(letters[i:i+2])] = true
		}
		return set
	}
	best, bestShare := "", -1.0
	wanted := pairs(word)
	for _, name := range names {
		has := pairs(name)
		both := 0
		for pair := range wanted {
			if has[pair] {
				both++
			}
		}
		if share := 2 * float64(both) / float64(len(wanted)+len(has)); share > bestShare && !strings.HasPrefix(name, "#") {
			best, bestShare = name, share
		}
	}
	return best, bestShare >= enough
}

// fieldTally looks at how the cells of some columns are written.
type fieldTally struct {
	fields []field
	width  int
}

func (t *fieldTally) take(row sheet.Row) reason {
	t.width = max(t.width, len(row.Cells))
	for i := range t.fields {
		f := &t.fields[i]
		if f.column.index >= len(row.Cells) {
			continue
		}
		switch cell := row.Cells[f.column.index]; {
		case f.rule.Numbers != nil:
			f.numberTally.add(row.Number, cell)
		case f.rule.Days != nil:
			f.dateTally.add(row.Number, cell)
		}
	}
	return kept
}

func (t *fieldTally) finish() {}

// look reads all rows once; changed says that the table is not what it seemed.
func (q *qualifier) look() (changed bool, err error) {
	tallies := make([]*fieldTally, q.reader.workers)
	takers := make([]rowTaker, len(tallies))
	for i := range tallies {
		tallies[i] = &fieldTally{fields: slices.Clone(q.rules)}
		takers[i] = tallies[i]
	}
	if changed, err = q.run(q.crew(takers)); changed || err != nil {
		return changed, err
	}
	q.width = len(q.table.columns)
	for _, t := range tallies {
		q.width = max(q.width, t.width)
		for i := range q.rules {
			q.rules[i].numberTally.merge(&t.fields[i].numberTally)
			q.rules[i].dateTally.merge(&t.fields[i].dateTally)
		}
	}
	return false, q.findAgain()
}

// findAgain finds the columns in the table as it is now understood.
func (q *qualifier) findAgain() error {
	seen := slices.Clone(q.rules)
	if err := q.findFields(); err != nil {
		return err
	}
	for i := range q.rules {
		q.rules[i].numberTally, q.rules[i].dateTally = seen[i].numberTally, seen[i].dateTally
	}
	return nil
}

// settle decides how the numbers and days of each rule are written; what its
// cells and those of other columns leave open is a question.
func (q *qualifier) settle() error {
	order, mark := q.siblingOrder(), q.siblingMark()
	var asked []open
	for i := range q.rules {
		f := &q.rules[i]
		c := *f.column
		c.numberTally, c.dateTally = f.numberTally, f.dateTally
		u := understanding{choices: q.understanding.choices}
		switch {
		case f.rule.Numbers != nil:
			c.numbers = c.decideNumbers(u.choices.Decimal, mark)
			u.askMark(&c)
			f.left = c.numbers.leftOut
		case f.rule.Days != nil:
			c.dates = c.decideDates(u.choices.Order, order)
			c.dates.style.unit = unitDay
			u.askOrder(&c)
			f.left = c.dates.leftOut
		}
		f.column = &c
		asked = append(asked, u.opens...)
	}
	q.reader.askAbsent()
	for _, o := range q.opens {
		if o.needed && q.mustBeAnswered(o.problem.Name, o.meaning) {
			asked = append(asked, o)
		}
	}
	return q.asked(asked)
}

// mustBeAnswered reports whether a question is about what was said of the source,
// or about how its leads ended. When leads came in, and all else that other
// commands ask, no rule needs.
func (q *qualifier) mustBeAnswered(name string, m Meaning) bool {
	switch name {
	case "unknown-meaning", "unknown-column", "unknown-stage-choice", "column-not-a-stage":
		return true
	case "unknown-values":
		return q.tells(m)
	case "too-many-values":
		return q.isChosen(m)
	case "several-columns":
		return m == MeaningStage
	case "column-not-dates", "column-not-numbers":
		return q.isChosen(m)
	case "date-order-open", "date-order-mixed":
		return m == MeaningStageDate || m == MeaningWon || m == MeaningLost
	}
	return false
}

// isChosen reports whether the plan or a flag says which column has a meaning.
func (q *qualifier) isChosen(m Meaning) bool {
	c := q.column(m)
	return c != nil && c.chosen
}

// tells reports whether a column of stages says how leads ended: some of its
// values are known. Of a column without any, such as that of the states of a
// country, nothing is asked.
func (q *qualifier) tells(m Meaning) bool {
	c := q.column(m)
	if c == nil || c.manyValues {
		return false
	}
	for value := range c.values {
		if q.stages[value].certain {
			return true
		}
	}
	return c.chosen
}

// asked makes an error of questions, each of them once.
func (q *qualifier) asked(opens []open) error {
	var list []*sheet.Problem
	for _, o := range opens {
		o.problem.Source = q.source
		if !slices.ContainsFunc(list, func(p *sheet.Problem) bool {
			return p.Name == o.problem.Name && slices.Equal(p.Args[:2], o.problem.Args[:2])
		}) {
			list = append(list, o.problem)
		}
	}
	if len(list) == 0 {
		return nil
	}
	return &Questions{list}
}
