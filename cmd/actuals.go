package cmd

import (
	"bytes"
	"context"
	"errors"

	"github.com/spf13/cobra"

	"embudo/funnel"
	"embudo/internal/actuals"
	"embudo/internal/render"
	"embudo/internal/report"
	"embudo/plan"
)

type actualsOptions struct {
	sources  []string
	plan     string
	settings settings
	reading  readingOptions
	write    string
}

func newActualsCmd(a *app) *cobra.Command {
	var o actualsOptions
	c := &cobra.Command{
		Use: "actuals",
		RunE: func(c *cobra.Command, args []string) error {
			if o.plan == "" {
				if err := a.arguments(1, anyNumber)(c, args); err != nil {
					return err
				}
			}
			o.sources = args
			return a.actuals(c.Context(), o)
		},
	}
	c.Flags().StringVar(&o.plan, "plan", "", "")
	c.Flags().Var(&o.settings, "set", "")
	c.Flags().StringVar(&o.write, "write", "", "")
	addReadingFlags(c, &o.reading)
	_ = c.RegisterFlagCompletionFunc("plan", completePlanFiles)
	return c
}

// actuals shows what was understood of the sources, questions that are open
// included; with a file to write, it writes the entries as clean counts.
func (a *app) actuals(ctx context.Context, o actualsOptions) error {
	var p *plan.Plan
	today := a.day(o.reading.asOf)
	options := actuals.Options{AsOf: today, Undated: &today, Databases: a.databases()}
	if !o.reading.asOf.given {
		options.AsOf = funnel.MaxDate
	}
	if o.plan != "" {
		read, err := a.readPlan(o.plan, o.settings)
		if err != nil {
			return err
		}
		model := read.Model()
		p, options.Plan = read, &model
	}
	sources := a.sources(o.sources, p, o.plan, &o.reading)
	if len(sources) == 0 {
		return noSource("actuals", o.plan)
	}
	result, err := a.readSources(ctx, sources, options)
	var questions *actuals.Questions
	if err != nil && !errors.As(err, &questions) {
		return unreadable(err, sources)
	}
	if err == nil && o.write != "" {
		if err := a.writeClean(o.write, result); err != nil {
			return err
		}
	}
	if err := a.show(report.Actuals(result, a.language)); err != nil {
		return err
	}
	if questions != nil {
		return &quiet{exit: exitFailed}
	}
	return nil
}

// writeClean writes a reading as clean counts.
func (a *app) writeClean(file string, result *actuals.Result) error {
	if err := knownEnding(file, []string{"csv"}); err != nil {
		return err
	}
	var drawn bytes.Buffer
	if err := render.CSV(&drawn, report.CleanCounts(result), render.Page{}); err != nil {
		return err
	}
	return a.save(file, drawn.Bytes())
}
