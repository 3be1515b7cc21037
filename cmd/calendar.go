package cmd

import (
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"embudo/funnel"
	"embudo/internal/i18n"
	"embudo/internal/render"
	"embudo/internal/report"
)

type calendarOptions struct {
	file     string
	settings settings
	week     week
	asOf     day
}

func newCalendarCmd(a *app) *cobra.Command {
	var o calendarOptions
	c := &cobra.Command{
		Use:  "calendar",
		Args: a.arguments(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			o.file = args[0]
			return a.calendar(o)
		},
		ValidArgsFunction: completePlanFile,
	}
	// In place of the flag of all commands: only this one has dates to write.
	c.Flags().VarP(newChoice(&a.general.output, render.DatedFormats()), "output", "o", "")
	c.Flags().Var(&o.settings, "set", "")
	c.Flags().Var(&o.week, "week", "")
	c.Flags().Var(&o.asOf, "as-of", "")
	complete(c, "output", render.DatedFormats())
	_ = c.RegisterFlagCompletionFunc("set", a.completeSetting)
	return c
}

func (a *app) calendar(o calendarOptions) error {
	p, err := a.readDatedPlan(o.file, o.settings)
	if err != nil {
		return err
	}
	model := p.Model()
	asOf := funnel.MaxDate
	if o.asOf.given {
		asOf = o.asOf.date
	}
	calendar := funnel.NewCalendar(funnel.Targets(&model), asOf)
	if a.general.format == "ics" && len(calendar.Occurrences) == 0 {
		return noDates(shown(o.file))
	}
	return a.show(report.Calendar(calendar, report.CalendarOptions{Week: o.week.value, Stamp: a.stamp(o.asOf)}, a.language))
}

// stamp is the moment at which a result is made: now, or the beginning of the day
// that the clock is held at.
func (a *app) stamp(d day) time.Time {
	if d.given {
		return d.date.Time()
	}
	return a.now().UTC().Truncate(time.Second)
}

// noDates is a calendar file of nothing.
func noDates(file string) error {
	return &failure{
		exit: exitFailed, name: "no-activities", values: []any{"file", file},
		choose: func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NoDates, e.NoDatesHint },
	}
}

// week is a flag that takes a week of ISO 8601.
type week struct{ value *funnel.Week }

// String gives the week.
func (w *week) String() string {
	if w.value == nil {
		return ""
	}
	return w.value.String()
}

// Type names what the flag takes.
func (w *week) Type() string { return "week" }

// Set takes 2027-W07.
func (w *week) Set(typed string) error {
	parsed, ok := funnel.ParseWeek(strings.TrimSpace(typed))
	if !ok {
		return usage("not-a-week", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NotAWeek, e.WeekHint },
			"got", strconv.Quote(typed), "want", meantWeek(typed))
	}
	w.value = &parsed
	return nil
}

// meantWeek is how to write the week of a date, or a week that was written in
// another way; an example where that is not certain.
func meantWeek(typed string) string {
	typed = strings.ToUpper(strings.TrimSpace(typed))
	if date, err := funnel.ParseDate(typed); err == nil {
		return funnel.WeekOf(date).String()
	}
	year, number, _ := strings.Cut(strings.NewReplacer("-", "", "S", "W", " ", "").Replace(typed), "W")
	y, err := strconv.Atoi(year)
	n, err2 := strconv.Atoi(number)
	if w := (funnel.Week{Year: y, Number: n}); err == nil && err2 == nil {
		if _, ok := funnel.ParseWeek(w.String()); ok {
			return w.String()
		}
	}
	return "2027-W07"
}
