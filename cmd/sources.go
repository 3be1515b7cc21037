package cmd

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"embudo/funnel"
	"embudo/internal/actuals"
	"embudo/internal/actuals/database"
	tables "embudo/internal/actuals/sheet"
	"embudo/internal/i18n"
	"embudo/plan"
)

// readingOptions are the flags that say what sources of actual numbers mean,
// where that is not plain from themselves.
type readingOptions struct {
	columns, values                     assignments
	encoding, delimiter, order, decimal string
	kind                                string
	headerRow                           row
	asOf                                day
}

// addReadingFlags adds the flags of every command that reads actual numbers.
func addReadingFlags(c *cobra.Command, o *readingOptions) {
	o.columns = assignments{flag: "column", cut: strings.Cut}
	o.values = assignments{flag: "stage", cut: cutLast}
	f := c.Flags()
	f.Var(&o.columns, "column", "")
	f.Var(&o.values, "stage", "")
	f.StringVar(&o.encoding, "encoding", "", "")
	f.StringVar(&o.delimiter, "delimiter", "", "")
	f.Var(newChoice(&o.order, []string{"dmy", "mdy", "ymd"}), "date-order", "")
	f.Var(newChoice(&o.decimal, []string{"comma", "point"}), "decimal", "")
	f.Var(newChoice(&o.kind, []string{"records", "counts", "spend"}), "kind", "")
	f.Var(&o.headerRow, "header-row", "")
	f.Var(&o.asOf, "as-of", "")
	complete(c, "date-order", []string{"dmy", "mdy"})
	complete(c, "decimal", []string{"comma", "point"})
	complete(c, "kind", []string{"records", "counts", "spend"})
}

// cutLast cuts at the last mark: headings and values may have an = of their own.
func cutLast(s, mark string) (before, after string, found bool) {
	if i := strings.LastIndex(s, mark); i >= 0 {
		return s[:i], s[i+len(mark):], true
	}
	return s, "", false
}

// choices puts flags over what the plan says of a source.
func (o *readingOptions) choices(r plan.Reading) actuals.Choices {
	c := actuals.Choices{
		Columns: r.Columns, Values: r.Values, Funnels: r.Funnels, Channels: r.Channels,
		DateOrder: cmp.Or(o.order, r.DateOrder), Decimal: cmp.Or(o.decimal, r.Decimal),
		Encoding: cmp.Or(o.encoding, r.Encoding), Delimiter: cmp.Or(o.delimiter, r.Delimiter),
		Kind: cmp.Or(o.kind, r.Kind), HeaderRow: int(o.headerRow),
	}
	c.Columns = o.columns.over(c.Columns)
	c.Values = o.values.over(c.Values)
	return c
}

// sources are those that the command line names, or else the plan's own, which
// are looked for in the plan's folder.
func (a *app) sources(names []string, p *plan.Plan, planFile string, o *readingOptions) []actuals.Source {
	var said plan.Actuals
	if p != nil {
		said = p.Actuals
	}
	var list []actuals.Source
	for _, name := range names {
		s := saidOf(said, name)
		list = append(list, a.source(name, o.choices(said.For(s)), s))
	}
	if len(names) > 0 {
		return list
	}
	for _, s := range said.Sources {
		name := s.Path
		if name != "-" && !strings.Contains(name, "://") && !filepath.IsAbs(name) && planFile != "-" {
			name = filepath.Join(filepath.Dir(planFile), filepath.FromSlash(name))
		}
		reading := said.For(s)
		if reading.Sheet != "" && !strings.Contains(name, "#") {
			name += "#" + reading.Sheet
		}
		list = append(list, a.source(name, o.choices(reading), s))
	}
	return list
}

// saidOf is what the plan says of a source that the command line names.
func saidOf(said plan.Actuals, name string) plan.ActualsSource {
	for _, s := range said.Sources {
		if s.Path == name || filepath.Base(s.Path) == filepath.Base(name) {
			return s
		}
	}
	return plan.ActualsSource{}
}

// source is a file or database with what is said about it.
func (a *app) source(name string, choices actuals.Choices, said plan.ActualsSource) actuals.Source {
	file, _ := tables.Split(name)
	return actuals.Source{
		File: a.openSheet(name), Path: a.whereabouts(file), Choices: choices,
		Database: actuals.DatabaseChoices{Table: said.Table, Query: said.Query, TimeZone: said.TimeZone},
	}
}

// databases is how databases are spoken to: the password comes from the
// environment or a file.
func (a *app) databases() database.Settings {
	return database.Settings{
		Getenv:   a.getenv,
		ReadFile: func(name string) ([]byte, error) { return a.read(name, preferencesLimit) },
	}
}

// openSheet is a file of which a sheet may be named.
func (a *app) openSheet(name string) tables.File {
	if database.IsPostgres(name) {
		return tables.File{Name: name}
	}
	file, _ := tables.Split(name)
	opened := a.open(file)
	if file != name {
		opened.Name = name
	}
	return opened
}

// day is a flag that takes a date; not given, it is the zero value.
type day struct {
	date  funnel.Date
	given bool
}

// String gives the date as it was typed.
func (d *day) String() string {
	if !d.given {
		return ""
	}
	return d.date.String()
}

// Type names what the flag takes.
func (d *day) Type() string { return "date" }

// Set takes an ISO date.
func (d *day) Set(typed string) error {
	date, err := funnel.ParseDate(strings.TrimSpace(typed))
	if err != nil {
		return usage("not-a-date", func(e *i18n.Errors) (i18n.Text, i18n.Text) {
			if !strings.ContainsAny(typed, "0123456789") { // today, hoy
				return e.NotADate, e.DateOrToday
			}
			return e.NotADate, e.DateHint
		}, "got", strconv.Quote(typed), "want", meantDay(typed))
	}
	d.date, d.given = date, true
	return nil
}

// meantDay is the day that was meant by one written in another way, where that
// leaves no doubt; else an example.
func meantDay(typed string) string {
	days := map[string]bool{}
	for _, layout := range []string{"2/1/2006", "1/2/2006", "2-1-2006", "1-2-2006", "2.1.2006", "2006/1/2", "20060102"} {
		if t, err := time.Parse(layout, strings.TrimSpace(typed)); err == nil {
			days[t.Format(time.DateOnly)] = true
		}
	}
	if len(days) != 1 {
		return "2027-03-31"
	}
	return slices.Collect(maps.Keys(days))[0]
}

// day is the date that was given, or else today's.
func (a *app) day(d day) funnel.Date {
	if d.given {
		return d.date
	}
	return funnel.DateOf(a.now())
}

// row is a flag that takes the number of a row, counted from 1.
type row int

// String gives the number as it was typed.
func (r *row) String() string {
	if *r == 0 {
		return ""
	}
	return strconv.Itoa(int(*r))
}

// Type names what the flag takes.
func (r *row) Type() string { return "number" }

// Set takes a number.
func (r *row) Set(typed string) error {
	n, err := strconv.Atoi(strings.TrimSpace(typed))
	if err != nil || n < 1 || n > maxHeaderRow {
		return usage("not-a-row", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NotARow, e.RowHint },
			"got", strconv.Quote(typed), "max", maxHeaderRow)
	}
	*r = row(n)
	return nil
}

// maxHeaderRow is beyond the headings of any export.
const maxHeaderRow = 1000

// assignments are a flag that takes name=value, again and again.
type assignments struct {
	flag  string
	cut   func(s, mark string) (before, after string, found bool)
	pairs map[string]string
	typed []string
}

// String gives the assignments as they were typed.
func (m *assignments) String() string { return strings.Join(m.typed, " ") }

// Type names what the flag takes.
func (m *assignments) Type() string { return "name=value" }

// Set takes one more assignment.
func (m *assignments) Set(typed string) error {
	name, value, ok := m.cut(typed, "=")
	name, value = unquote(name), unquote(value)
	if !ok || name == "" || value == "" {
		hint := func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NotAnAssignment, e.ColumnHint }
		if m.flag == "stage" {
			hint = func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NotAnAssignment, e.StageHint }
		}
		return usage("not-an-assignment", hint, "flag", "--"+m.flag, "got", strconv.Quote(typed))
	}
	if m.pairs == nil {
		m.pairs = map[string]string{}
	}
	m.pairs[name] = value
	m.typed = append(m.typed, typed)
	return nil
}

// unquote takes off the quotes of one who put them around a name only.
func unquote(s string) string { return strings.Trim(strings.TrimSpace(s), `"`) }

// over are the assignments of a plan with those of the flag over them.
func (m *assignments) over(said map[string]string) map[string]string {
	if len(m.pairs) == 0 {
		return said
	}
	all := map[string]string{}
	for _, pairs := range []map[string]string{said, m.pairs} {
		for name, value := range pairs {
			all[name] = value
		}
	}
	return all
}

// readSources reads all sources, and shows on a terminal how far it is.
func (a *app) readSources(ctx context.Context, sources []actuals.Source, o actuals.Options) (*actuals.Result, error) {
	told, clearBar := a.progress(inBytes)
	defer clearBar()
	o.Progress = told
	return actuals.Read(ctx, sources, o)
}

// unreadable tells why sources were not read. Problems of sources and questions
// about them have sentences of their own; what is left comes from the system.
func unreadable(err error, sources []actuals.Source) error {
	var problem *tables.Problem
	var questions *actuals.Questions
	if err == nil || errors.As(err, &problem) || errors.As(err, &questions) {
		return err
	}
	name := ""
	for _, s := range sources {
		name = cmp.Or(name, s.File.Name)
	}
	return cannotRead(cmp.Or(pathOf(err), name), err)
}
