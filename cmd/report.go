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
	addReadingFlags(c, &o.reading)
	complete(c, "output", render.Formats())
	_ = c.RegisterFlagCompletionFunc("set", a.completeSetting)
	return c
}

// report puts everything that can be said of a plan into one document. What is
// behind is no failure here: that is for check to say.
func (a *app) report(ctx context.Context, o reportOptions) error {
	if err := a.noPageOnTerminal(o); err != nil {
		return err
	}
	p, err := a.readPlan(o.plan, o.settings)
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
	model, asOf := p.Model(), a.day(o.reading.asOf)
	parts := report.Parts{Name: o.plan, File: p}
	told, over := a.planning()
	parts.Plan = funnel.ComputeWithProgress(&model, told)
	over()
	sources := a.sources(o.sources, p, o.plan, &o.reading)
	if p.Period.Span == nil {
		if len(sources) > 0 {
			return parts, noPeriod(shown(o.plan))
		}
		return parts, nil
	}
	schedule, ok := funnel.Scheduled(parts.Plan, funnel.EachWeek, nil)
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
	read, err := a.readSources(ctx, sources, actuals.Options{Plan: &model, AsOf: asOf, Databases: a.databases(), Cohorts: true})
	if err != nil {
		return parts, unreadable(err, sources)
	}
	parts.Check = funnel.Check(parts.Plan, &read.Actuals, p.CheckRules(asOf))
	parts.Check.Warnings = append(read.Warnings, parts.Check.Warnings...)
	rules := p.ForecastRules(asOf)
	rules.Seed, rules.Confidence = 1, sureEnough(rules.Confidence, nil, confidence{})
	told, over = a.planning()
	rules.Progress = told
	parts.Forecast = funnel.Forecast(parts.Plan, &read.Actuals, rules)
	over()
	return parts, nil
}
