package report

import (
	"cmp"
	"math/big"
	"slices"
	"strings"
	"time"

	"embudo/funnel"
	"embudo/internal/actuals"
	"embudo/internal/actuals/sheet"
	"embudo/internal/i18n"
)

// Actuals shows what was understood of the sources of actual numbers, and what
// they say.
func Actuals(r *actuals.Result, l *i18n.Language) *Document {
	d := &Document{
		Language:   l,
		Currency:   r.Plan.Currency,
		MinorUnits: r.Plan.MinorUnits,
		Title:      string(l.Actuals.Title),
		Main:       func() Table { return actualsMain(r) },
		Data:       func() any { return actualsJSON(r) },
	}
	a := actualsReport{Document: d, result: r, text: l.Actuals}
	d.Summary = a.summary()
	for i := range r.Sources {
		a.source(&r.Sources[i])
	}
	for i := range r.Plan.Funnels {
		a.counts(i)
	}
	d.addNotes(a.notes())
	return d
}

// actualsReport puts the document of a reading together.
type actualsReport struct {
	*Document
	result *actuals.Result
	text   i18n.Actuals
}

// notes are the warnings, but for the rows that the tables say were left out.
func (a *actualsReport) notes() []Note {
	var list []Note
	for _, w := range a.result.Warnings {
		if w.Code != actuals.WarnRowsLeftOut {
			list = append(list, Note{Text: a.message(w)})
		}
	}
	return list
}

func (a *actualsReport) summary() string {
	l := a.Language
	rows, questions := int64(0), 0
	for i := range a.result.Sources {
		rows += a.result.Sources[i].Rows
		questions += len(a.result.Sources[i].Questions)
	}
	sources := l.Number(int64(len(a.result.Sources)))
	switch {
	case rows == 0 && questions > 0:
		return a.text.AskFirst.Fill("questions", l.Number(int64(questions)))
	case rows == 0 || a.result.First == nil || a.result.Last == nil:
		return a.text.ReadNone.Fill("sources", sources)
	}
	return a.text.Read.Fill("rows", l.Number(rows), "sources", sources,
		"days", l.Days(a.result.First.Time(), a.result.Last.Time()))
}

// source shows what one source was taken for.
func (a *actualsReport) source(u *actuals.Understood) {
	a.Blocks = append(a.Blocks, Lines{Title: u.Name, Lines: []string{a.taken(u)}})
	if columns := a.columns(u); len(columns.Rows) > 0 {
		a.Blocks = append(a.Blocks, columns)
	}
	if left := a.leftOut(u); len(left.Rows) > 0 {
		a.Blocks = append(a.Blocks, left)
	}
	a.said(a.text.Noted, u.Notes)
	a.said(a.text.Open, u.Questions)
}

// taken says in a line how a source is written and what its rows are.
func (a *actualsReport) taken(u *actuals.Understood) string {
	parts := []string{a.text.Source.Fill("format", a.text.Formats[u.Format], "kind", a.text.Kinds[u.Kind])}
	add := func(sentence i18n.Text, name, value string) {
		if value != "" {
			parts = append(parts, sentence.Fill(name, value))
		}
	}
	add(a.text.Encoding, "encoding", u.Encoding)
	add(a.text.Delimiter, "delimiter", a.text.Delimiters[u.Delimiter])
	if u.HeaderRow > 0 {
		add(a.text.Header, "row", a.Language.Count(big.NewInt(int64(u.HeaderRow))))
	}
	add(a.text.DateOrder, "order", a.text.Orders[u.DateOrder])
	add(a.text.Decimal, "mark", a.text.Marks[u.Decimal])
	if u.Rows > 0 {
		parts = append(parts, a.text.Rows.Fill("rows", a.Language.Number(u.Rows)))
	}
	return strings.Join(parts, "; ") + "."
}

func (a *actualsReport) columns(u *actuals.Understood) Table {
	t := Table{Columns: []Column{{Title: string(a.text.Column)}, {Title: string(a.text.Meaning)}}}
	for _, c := range u.Columns {
		t.Rows = append(t.Rows, []Cell{{Value: Text(c.Name)}, {Value: Text(a.meaning(c.Meaning))}})
	}
	return t
}

// meaning is what a column was taken for: a word, or a stage of the plan.
func (a *actualsReport) meaning(name string) string {
	if name == "" {
		return string(a.text.NotUsed)
	}
	for i := range a.result.Plan.Funnels {
		for _, s := range a.result.Plan.Funnels[i].Stages {
			if s.ID == name {
				return s.Name
			}
		}
	}
	return meaningOf(name, a.Language)
}

func (a *actualsReport) leftOut(u *actuals.Understood) Table {
	t := Table{Title: string(a.text.LeftOut), Columns: []Column{
		{Title: string(a.text.Reason)},
		{Title: string(a.text.RowCount), Number: true},
		{Title: string(a.text.First), Number: true},
	}}
	for _, left := range u.LeftOut {
		t.Rows = append(t.Rows, []Cell{
			term(left.Reason, a.text.Reasons), count(big.NewInt(left.Rows)), count(big.NewInt(int64(left.First))),
		})
	}
	return t
}

// said lists what was decided, or is open, with what to do about it.
func (a *actualsReport) said(title i18n.Text, problems []*sheet.Problem) {
	if len(problems) == 0 {
		return
	}
	var lines []string
	for _, p := range problems {
		text, hint := SourceText(p, a.Language)
		lines = append(lines, SourcePosition(p)+": "+text)
		if hint != "" {
			lines = append(lines, "  "+a.Language.Validate.Hint.Fill("hint", hint))
		}
	}
	a.Blocks = append(a.Blocks, Lines{Title: string(title), Lines: lines, Whole: true})
}

// counts shows the entries of a funnel by month, a stage a column.
func (a *actualsReport) counts(index int) {
	f := &a.result.Plan.Funnels[index]
	stages := a.result.Actuals.Funnels[index].Stages
	months := monthsOf(a.result, index)
	if len(months) == 0 {
		return
	}
	t := Table{Title: string(a.text.Counts), Columns: []Column{{Title: string(a.text.Month)}}}
	if len(a.result.Plan.Funnels) > 1 {
		t.Title = a.text.CountsOf.Fill("funnel", f.Name)
	}
	for _, m := range months {
		t.Rows = append(t.Rows, []Cell{{Value: m}})
	}
	add := func(title string, cell func(Month) Cell) {
		t.Columns = append(t.Columns, Column{Title: title, Number: true})
		for i, m := range months {
			t.Rows[i] = append(t.Rows[i], cell(m))
		}
	}
	for i := range stages {
		if !stages[i].Known {
			continue
		}
		sums := map[Month]*big.Int{}
		for _, e := range stages[i].Entries {
			addCount(sums, monthOf(e.From), e.Count)
		}
		add(f.Stages[i].Name, func(m Month) Cell { return count(cmp.Or(sums[m], new(big.Int))) })
	}
	if index == 0 {
		if a.result.Actuals.Money.Spend {
			addMoney(a.text.Spend, a.result.Actuals.Spend, add)
		}
		if a.result.Actuals.Money.Revenue {
			addMoney(a.text.Revenue, a.result.Actuals.Revenue, add)
		}
	}
	a.Blocks = append(a.Blocks, t)
}

// addMoney adds a column of amounts by month.
func addMoney(title i18n.Text, amounts []funnel.Amount, add func(string, func(Month) Cell)) {
	sums := map[Month]*big.Rat{}
	for i := range amounts {
		m := monthOf(amounts[i].From)
		if sums[m] == nil {
			sums[m] = new(big.Rat)
		}
		sums[m].Add(sums[m], amounts[i].Value)
	}
	add(string(title), func(m Month) Cell { return money(cmp.Or(sums[m], new(big.Rat))) })
}

func addCount(sums map[Month]*big.Int, m Month, n int64) {
	if sums[m] == nil {
		sums[m] = new(big.Int)
	}
	sums[m].Add(sums[m], big.NewInt(n))
}

// Month is a month of a year.
type Month struct {
	Year  int
	Month time.Month
}

func monthOf(d funnel.Date) Month {
	year, month, _ := d.Time().Date()
	return Month{year, month}
}

// Show gives the month's name and year.
func (m Month) Show(d *Document) string { return d.Language.Months[m.Month-1] + " " + m.text()[:4] }

// Raw gives 2027-03.
func (m Month) Raw() string { return m.text() }

func (m Month) text() string { return m.Time().Format("2006-01") }

// Time is the midnight in which the month begins, in UTC.
func (m Month) Time() time.Time { return time.Date(m.Year, m.Month, 1, 0, 0, 0, 0, time.UTC) }

// monthsOf are the months in which anything happened in a funnel or, for the
// first one, with the money.
func monthsOf(r *actuals.Result, index int) []Month {
	seen := map[Month]bool{}
	for _, s := range r.Actuals.Funnels[index].Stages {
		for _, e := range s.Entries {
			seen[monthOf(e.From)] = true
		}
	}
	if index == 0 {
		for _, amounts := range [][]funnel.Amount{r.Actuals.Spend, r.Actuals.Revenue} {
			for i := range amounts {
				seen[monthOf(amounts[i].From)] = true
			}
		}
	}
	months := make([]Month, 0, len(seen))
	for m := range seen {
		months = append(months, m)
	}
	slices.SortFunc(months, func(a, b Month) int { return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month)) })
	return months
}
