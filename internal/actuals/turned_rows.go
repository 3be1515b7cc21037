package actuals

import (
	"slices"
	"strings"

	"embudo/funnel"
	"embudo/internal/actuals/sheet"
)

// turner makes the usual rows of a table with the time along the top.
type turner struct {
	*turned
	words   *vocabulary
	choices choices
	period  *funnel.Span // of the plan; nil where it has none or there is no plan
	sheet   string       // its name, which may be a year

	days  []sheet.Cell // the times with their years
	notes []*sheet.Problem

	rowOf map[string]int // by name, of rows that are columns now; nil where rows are still rows
}

// dateColumn and countColumn are the headings that times and numbers get.
const (
	dateColumn  = "date"
	countColumn = "count"
)

// turn gives the rows or, where they could be several things, what to ask.
func (t *turner) turn() (rows []sheet.Row, ask *sheet.Problem) {
	at := t.header.Number
	switch {
	case t.twice:
		return nil, problem("times-above-headings", at, "times", quoted(t.headings()))
	case len(t.next) > 0:
		return nil, problem("several-turned", at, "row", at, "rows", listed(t.next))
	}
	if ask := t.date(); ask != nil {
		return nil, ask
	}
	labels := t.labelled()
	if t.knownRows(t.words, t.choices) == 0 {
		return nil, t.withoutStages(labels)
	}
	if len(labels) > 1 {
		rows = t.melted(labels)
	} else if rows, ask = t.transposed(labels[0]); ask != nil {
		return nil, ask
	}
	t.notes = append(t.notes, problem("turned", at, "first", t.times[0].said))
	if len(t.others) > 0 {
		t.notes = append(t.notes, problem("turned-left", at, "others", quoted(t.others)))
	}
	return rows, nil
}

func (t *turner) withoutStages(labels []int) *sheet.Problem {
	names := append(t.names(labels[0]), "") // at least one
	return problem("turned-without-stages", t.header.Number, "times", quoted(t.headings()), "names", quoted(names[:len(names)-1]),
		"want", names[0], "stages", t.words.stages.names())
}

// transposed has a row a time and a column a name: stages, but also what was spent
// and came in.
func (t *turner) transposed(label int) ([]sheet.Row, *sheet.Problem) {
	rows := make([]sheet.Row, len(t.times)+1)
	for i := range rows {
		rows[i].Number = t.header.Number + i
	}
	rows[0].Cells = []sheet.Cell{textCell(dateColumn)}
	for i, day := range t.days {
		rows[i+1].Cells = []sheet.Cell{day}
	}
	t.rowOf = map[string]int{dateColumn: t.header.Number}
	seen := map[string]int{}
	for _, row := range t.rows {
		name := textAt(row, label)
		if name == "" || !t.hasNumbers(row) {
			continue
		}
		if t.words.isTotal([]byte(name)) {
			t.leave(name)
			continue
		}
		if other, again := seen[fold(name)]; again && isKnownLabel(name, t.words, t.choices) {
			return nil, problem("turned-rows-alike", row.Number, "name", name, "row", other)
		}
		seen[fold(name)], t.rowOf[name] = row.Number, row.Number
		rows[0].Cells = append(rows[0].Cells, textCell(name))
		for i, h := range t.times {
			rows[i+1].Cells = append(rows[i+1].Cells, cellAt(row, h.column))
		}
	}
	return rows, nil
}

// melted has a row a name and time, where several columns name a row: stage and
// channel.
func (t *turner) melted(labels []int) []sheet.Row {
	header := sheet.Row{Number: t.header.Number}
	for _, i := range labels {
		name := t.heading(i)
		if name == "" && t.namesStages(i) {
			name = string(MeaningStage)
		}
		header.Cells = append(header.Cells, textCell(name))
	}
	header.Cells = append(header.Cells, textCell(dateColumn), textCell(countColumn))
	rows := []sheet.Row{header}
	filled := make([]sheet.Cell, len(labels)) // a name merged over several rows stands in the first
	for _, row := range t.rows {
		if !t.hasNumbers(row) || t.isTotalRow(row, labels) {
			continue
		}
		for i, column := range labels {
			if cell := cellAt(row, column); len(trimmed(cell.Text)) > 0 {
				filled[i] = cell
				clear(filled[i+1:])
			}
		}
		for i, h := range t.times {
			cells := append(slices.Clone(filled), t.days[i], cellAt(row, h.column))
			rows = append(rows, sheet.Row{Number: row.Number, Cells: cells})
		}
	}
	return rows
}

func (t *turner) isTotalRow(row sheet.Row, labels []int) bool {
	for _, i := range labels {
		name := textAt(row, i)
		if word, _, _ := strings.Cut(fold(name), " "); t.words.isTotal([]byte(name)) || t.words.totals[word] {
			t.leave(name)
			return true
		}
	}
	return false
}

// leave notes a name or heading that is not read.
func (t *turner) leave(name string) {
	if name = excerpt([]byte(name)); !slices.Contains(t.others, name) {
		t.others = append(t.others, name)
	}
}

func (t *turner) namesStages(column int) bool {
	return slices.ContainsFunc(t.rows, func(row sheet.Row) bool { return isKnownLabel(textAt(row, column), t.words, t.choices) })
}

// hasNumbers reports whether a row says anything: a line that heads others does
// not.
func (t *turner) hasNumbers(row sheet.Row) bool {
	return slices.ContainsFunc(t.times, func(h timeHeading) bool { return !isBlank(trimmed(cellAt(row, h.column).Text)) })
}

// surveyTurned surveys a table with the time along the top as if it stood the
// usual way round. It is not done where the table is longer than anybody makes by
// hand.
func (p *part) surveyTurned(one *sheet.Sheet, found *turned) (done bool, err error) {
	t := &turner{turned: found, words: p.survey.words, choices: p.survey.choices, sheet: sheetOf(one.Name)}
	if plan := p.reader.plan; plan != nil {
		t.period = plan.Period
	}
	if !found.twice {
		if done, err = found.read(one, t.choices); !done || err != nil {
			return false, err
		}
	}
	p.isTurned, p.isSample = true, false
	rows, question := t.turn()
	if question != nil {
		p.understandBy(&understanding{words: t.words, choices: t.choices, left: leftByReason{}})
		p.ask(open{needed: true, problem: question})
		return true, nil //nolint:nilerr // a question is no error: all of them are put at once
	}
	p.sheet = one.With(rows)
	p.share = func(takers []func(sheet.Row) error) error { return p.sheet.Share(takers...) }
	choices := t.choices
	choices.HeaderRow = 0
	p.survey = newSurvey(p.reader.words(), choices)
	for _, row := range rows {
		p.survey.add(row)
	}
	p.understandBy(p.survey.understand())
	for _, o := range p.opens {
		t.place(o.problem)
	}
	for _, note := range p.understanding.notes {
		t.place(note)
	}
	p.transposed = t.rowOf != nil
	p.understanding.notes = append(t.notes, p.understanding.notes...)
	return true, nil
}

// place points a problem of a column to the row that the column was.
func (t *turner) place(p *sheet.Problem) {
	column := ""
	for i := 0; i+1 < len(p.Args); i += 2 {
		if p.Args[i] == "column" {
			column, _ = p.Args[i+1].(string)
		}
	}
	row, isTurned := t.rowOf[column]
	if !isTurned {
		return
	}
	p.Row = row
	for i := 0; i+1 < len(p.Args); i += 2 {
		if p.Args[i] == "row" {
			p.Args[i+1] = row
		}
	}
}
