package cmd

import (
	"context"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"embudo/funnel"
	"embudo/internal/actuals"
	tables "embudo/internal/actuals/sheet"
	"embudo/internal/i18n"
	"embudo/internal/report"
	"embudo/plan"
)

type learnOptions struct {
	sources  []string
	plan     string
	reading  readingOptions
	since    day
	triangle string
	fragment bool
	write    bool
}

func newLearnCmd(a *app) *cobra.Command {
	var o learnOptions
	c := &cobra.Command{
		Use: "learn",
		RunE: func(c *cobra.Command, args []string) error {
			o.sources = args
			if err := a.checkLearn(c, &o); err != nil {
				return err
			}
			return a.learn(c.Context(), &o)
		},
	}
	f := c.Flags()
	f.StringVar(&o.plan, "plan", "", "")
	f.Var(&o.since, "since", "")
	f.StringVar(&o.triangle, "triangle", "", "")
	f.BoolVar(&o.fragment, "fragment", false, "")
	f.BoolVar(&o.write, "write", false, "")
	addReadingFlags(c, &o.reading)
	_ = c.RegisterFlagCompletionFunc("plan", completePlanFiles)
	return c
}

// checkLearn refuses what does not go together.
func (a *app) checkLearn(c *cobra.Command, o *learnOptions) error {
	if o.write && (o.plan == "" || o.plan == "-") {
		return usage("write-without-plan", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.WriteWithoutPlan, e.WriteHint })
	}
	alone := []struct {
		flag  string
		given bool
	}{{"--write", o.write}, {"--fragment", o.fragment}, {"--triangle", o.triangle != ""}, {"--output", a.general.chosen && o.fragment && a.general.outputFile == ""}}
	var given []string
	for _, one := range alone {
		if one.given {
			given = append(given, one.flag)
		}
	}
	if len(given) > 1 {
		return usage("not-together", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NotTogether, e.NotTogetherHint },
			"one", given[0], "other", given[1])
	}
	if o.plan == "" {
		return a.arguments(1, anyNumber)(c, o.sources)
	}
	return nil
}

// learn shows what records teach, or sets it in a plan.
func (a *app) learn(ctx context.Context, o *learnOptions) error {
	options := actuals.Options{AsOf: a.day(o.reading.asOf), Databases: a.databases(), Cohorts: true}
	var p *plan.Plan
	var file plan.File
	if o.plan != "" {
		var err error
		if file, err = a.planFile(o.plan); err != nil {
			return err
		}
		read, problems := plan.Read(file)
		if len(problems) > 0 {
			return &invalid{problems}
		}
		model := read.Model()
		p, options.Plan = read, &model
	}
	sources := a.sources(o.sources, p, o.plan, &o.reading)
	if len(sources) == 0 {
		return usage("missing-argument", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NoSource, e.NoSourceLearnHint }, "file", o.plan)
	}
	read, err := a.readSources(ctx, sources, options)
	if err != nil {
		return unreadable(err, sources)
	}
	learned, err := a.learned(read, o)
	if err != nil {
		return err
	}
	learned.HasPlan = p != nil
	switch {
	case o.fragment:
		return a.deliver([]byte(report.Fragment(learned, a.language)))
	case o.write:
		if err := a.writeLessons(file, p, learned); err != nil {
			return err
		}
	}
	return a.show(report.Learn(learned, a.language))
}

// planFile is the bytes of a plan.
func (a *app) planFile(name string) (plan.File, error) {
	data, err := a.read(name, planLimit)
	if err != nil {
		return plan.File{}, cannotRead(name, err)
	}
	return plan.File{Name: shown(name), Data: data}, nil
}

// learned is what a reading teaches; an error where that is nothing.
func (a *app) learned(read *actuals.Result, o *learnOptions) (*report.Learned, error) {
	rules := funnel.LearnRules{AsOf: a.day(o.reading.asOf)}
	if o.since.given {
		rules.Since = &o.since.date
	}
	l := &report.Learned{LearnResult: funnel.Learn(read.Plan, &read.Actuals, rules), Missed: read.Warnings, Triangle: o.triangle}
	for i := range read.Sources {
		l.Sources = append(l.Sources, sourceName(read.Sources[i].Name))
	}
	switch {
	case l.Steps() > 0:
	case funnel.HasRecords(&read.Actuals):
		return nil, &failure{
			exit: exitFailed, name: "no-entries", values: []any{"file", read.Sources[0].Name, "day", rules.AsOf},
			choose: func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NoEntries, e.NoEntriesHint },
		}
	default:
		return nil, noRecords(read)
	}
	if known := l.StagesLearned(); o.triangle != "" && !slices.Contains(known, o.triangle) {
		return nil, unknownTriangle(o.triangle, known)
	}
	return l, nil
}

// sourceName is a source without its folders.
func sourceName(name string) string {
	file, sheet := tables.Split(name)
	if strings.Contains(file, "://") {
		return name
	}
	name = path.Base(strings.ReplaceAll(file, `\`, "/"))
	if sheet != "" {
		name += "#" + sheet
	}
	return name
}

func noRecords(read *actuals.Result) error {
	database := slices.ContainsFunc(read.Sources, func(u actuals.Understood) bool { return u.Format == "postgres" || u.Format == "sqlite" })
	return &failure{
		exit: exitFailed, name: "no-records", values: []any{"file", read.Sources[0].Name},
		choose: func(e *i18n.Errors) (i18n.Text, i18n.Text) {
			if database {
				return e.NoRecords, e.NoRecordsDatabase
			}
			return e.NoRecords, e.NoRecordsHint
		},
	}
}

func unknownTriangle(got string, known []string) error {
	return usage("unknown-stage", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NoTriangle, e.TriangleChoices },
		"got", strconv.Quote(got), "stages", strings.Join(known, ", "))
}

// writeLessons sets what was learned in a plan file, whole or not at all.
func (a *app) writeLessons(file plan.File, p *plan.Plan, l *report.Learned) error {
	changes, refused := plan.Lessons(p, l.LearnResult, l.Source())
	data, edited, more := plan.Edit(file, changes)
	l.PlanFile, l.Edited, l.Refused = file.Name, edited, slices.Concat(refused, more)
	if len(edited) == 0 {
		return nil
	}
	if err := a.replace(file.Name, data); err != nil {
		return cannotWrite(file.Name, err)
	}
	return nil
}
