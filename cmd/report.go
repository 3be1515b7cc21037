package cmd

import (
	"context"

	"github.com/spf13/cobra"

	"embudo/funnel"
	"embudo/internal/actuals"
	"embudo/internal/i18n"
	"embudo/internal/render"
	"embudo/internal/report"
	"embudo/plan"
)

type reportOptions struct {
	plan     string
	sources  []string
	settings settings
	scenario string
	sure     confidences
	reading  readingOptions
	output   string
}

func newReportCmd(a *app) *cobra.Command {
	o := reportOptions{output: "html"}
	c := &cobra.Command{
		Use:  "report",
		Args: a.arguments(1, anyNumber),
		RunE: func(c *cobra.Command, args []string) error {
			o.plan, o.sources = args[0], args[1:]
			if c.Flags().Changed("output") || !a.general.chosen {
				a.general.format = o.output
			}
			return a.report(c.Context(), o)
		},
		ValidArgsFunction: completePlanThenSources,
	}
	// In place of the flag of all commands: a report is a page unless another format
	// is typed, whatever is preferred for results on a terminal.
	c.Flags().VarP(newChoice(&o.output, render.Formats()), "output", "o", "")
	c.Flags().Var(&o.settings, "set", "")
	c.Flags().StringVar(&o.scenario, "scenario", "", "")
	c.Flags().Var(&o.sure, "confidence", "")
	addReadingFlags(c, &o.reading)
	complete(c, "output", render.Formats())
	_ = c.RegisterFlagCompletionFunc("set", a.completeSetting)
	_ = c.RegisterFlagCompletionFunc("scenario", a.completeScenario)
	return c
}

// report puts everything that can be said of a plan into one document. What is
// behind is no failure here: that is for check to say.
func (a *app) report(ctx context.Context, o reportOptions) error {
	if err := a.noPageOnTerminal(o); err != nil {
		return err
	}
	p, err := a.readScenario(o.plan, o.settings, o.scenario)
	if err != nil {
		return err
	}
	parts, err := a.reportParts(ctx, o, p)
	if err != nil {
		return err
	}
	return a.show(report.Report(parts, a.language))
}

// noPageOnTerminal refuses to fill a terminal with markup.
func (a *app) noPageOnTerminal(o reportOptions) error {
	_, terminal := a.terminal(a.stdout)
	if file := a.general.outputFile; a.general.format != "html" || !terminal || file != "" && file != "-" {
		return nil
	}
	return usage("page-on-terminal", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.PageOnTerminal, e.PageHint }, "file", shown(o.plan))
}

// reportParts computes what there is data for.
func (a *app) reportParts(ctx context.Context, o reportOptions, p *plan.Plan) (report.Parts, error) {
	model := p.Model()
	model.Confidence = together(model.Confidence, o.sure)
	parts := report.Parts{Name: o.plan, File: p}
	told, over := a.planning()
	parts.Plan = funnel.ComputeWithProgress(&model, told)
	over()
	change := usualChange()
	parts.Levers = report.Levers(funnel.Levers(&model, funnel.LeverChange{Relative: change.change.Rat, Points: change.points.Rat}), a.language)
	if agreement, ok := funnel.Agree(parts.Plan); ok {
		parts.SLA = report.SLA(agreement, a.language)
	}
	if len(p.Scenarios) > 0 && o.scenario == "" {
		parts.Scenarios = a.allScenarios(p, o)
	}
	sources := a.sources(o.sources, p, o.plan, &o.reading)
	if p.Period.Span == nil {
		if len(sources) > 0 {
			return parts, noPeriod(shown(o.plan))
		}
		return parts, nil
	}
	schedule, ok := funnel.Scheduled(parts.Plan, readableUnit(*p.Period.Span), nil)
	if !ok {
		return parts, scheduleTooLong(shown(o.plan))
	}
	parts.Schedule = schedule
	if len(p.Activities) > 0 {
		calendar := funnel.NewCalendar(parts.Plan, funnel.MaxDate)
		parts.Calendar = report.Calendar(calendar, report.CalendarOptions{Stamp: a.stamp(o.reading.asOf)}, a.language)
	}
	if len(sources) == 0 {
		return parts, nil
	}
	err := a.addActuals(ctx, &parts, sources, o)
	return parts, err
}

// readableUnit is the week; of plans longer than half a year the month, since
// nobody reads more weeks.
func readableUnit(period funnel.Span) funnel.Unit {
	const halfAYear = 184 // days
	if period.End-period.Start >= halfAYear {
		return funnel.EachMonth
	}
	return funnel.EachWeek
}

// addActuals adds the parts that need actual numbers.
func (a *app) addActuals(ctx context.Context, parts *report.Parts, sources []actuals.Source, o reportOptions) error {
	asOf := a.day(o.reading.asOf)
	read, err := a.readSources(ctx, sources, actuals.Options{Plan: parts.Plan.Plan, AsOf: asOf, Databases: a.databases(), Cohorts: true})
	if err != nil {
		return unreadable(err, sources)
	}
	parts.Check = funnel.Check(parts.Plan, &read.Actuals, parts.File.CheckRules(asOf))
	parts.Check.Warnings = append(read.Warnings, parts.Check.Warnings...)
	rules := parts.File.ForecastRules(asOf)
	rules.Seed, rules.Confidence = 1, sureEnough(rules.Confidence, o.sure, confidence{})
	told, over := a.planning()
	rules.Progress = told
	parts.Forecast = funnel.Forecast(parts.Plan, &read.Actuals, rules)
	over()
	return nil
}

// allScenarios holds a plan against all of its scenarios.
func (a *app) allScenarios(p *plan.Plan, o reportOptions) *report.Document {
	file := o.plan
	plans := []report.Compared{{File: shown(file), Plan: p}}
	for i, id := range p.ScenarioIDs() {
		scenario, _ := p.Scenario(id)
		plans = append(plans, report.Compared{Name: p.Scenarios[i].Name, File: shown(file), Scenario: &p.Scenarios[i], Plan: scenario})
	}
	nameColumns(plans)
	models := make([]*funnel.Plan, len(plans))
	for i := range plans {
		model := plans[i].Plan.Model()
		model.Confidence = together(model.Confidence, o.sure)
		models[i] = &model
	}
	told, over := a.planning()
	result := funnel.Compare(models, told)
	over()
	return report.Compare(result, plans, a.language)
}
