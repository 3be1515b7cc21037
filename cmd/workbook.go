package cmd

import (
	"bytes"
	"context"

	"github.com/spf13/cobra"

	"embudo/funnel"
	"embudo/internal/actuals"
	"embudo/internal/workbook"
	"embudo/internal/xlsx"
	"embudo/plan"
)

type workbookOptions struct {
	plan     string
	sources  []string
	settings settings
	reading  readingOptions
}

func newWorkbookCmd(a *app) *cobra.Command {
	var o workbookOptions
	c := &cobra.Command{
		Use:  "workbook",
		Args: a.arguments(1, anyNumber),
		RunE: func(c *cobra.Command, args []string) error {
			o.plan, o.sources = args[0], args[1:]
			return a.workbook(c.Context(), o)
		},
		ValidArgsFunction: completePlanThenSources,
	}
	// In place of the flag of all commands: there is no other form of a workbook.
	output := workbookFormats()[0]
	c.Flags().VarP(newChoice(&output, workbookFormats()), "output", "o", "")
	c.Flags().Var(&o.settings, "set", "")
	addReadingFlags(c, &o.reading)
	complete(c, "output", workbookFormats())
	_ = c.RegisterFlagCompletionFunc("set", a.completeSetting)
	return c
}

func workbookFormats() []string { return []string{"xlsx"} }

// workbook writes a plan with what happened as a workbook that works it out.
func (a *app) workbook(ctx context.Context, o workbookOptions) error {
	read := a.readPlan
	if len(o.sources) > 0 {
		read = a.readDatedPlan
	}
	p, err := read(o.plan, o.settings)
	if err != nil {
		return err
	}
	model, asOf := p.Model(), a.day(o.reading.asOf)
	happened, err := a.soFar(ctx, p, &model, o)
	if err != nil {
		return err
	}
	var written bytes.Buffer
	book := workbook.Plan(funnel.Targets(&model), happened, p.CheckRules(asOf), a.language)
	if err := xlsx.Write(&written, book); err != nil {
		return err
	}
	return a.deliver(written.Bytes())
}

// soFar is what the sources say, those of the command line or else the plan's
// own; a plan without any, or without dates, has nothing to hold against it yet.
func (a *app) soFar(ctx context.Context, p *plan.Plan, model *funnel.Plan, o workbookOptions) (*funnel.Actuals, error) {
	sources := a.sources(o.sources, p, o.plan, &o.reading)
	if len(sources) == 0 || p.Period.Span == nil {
		return funnel.Nothing(model), nil
	}
	read, err := a.readSources(ctx, sources, actuals.Options{Plan: model, AsOf: a.day(o.reading.asOf), Databases: a.databases()})
	if err != nil {
		return nil, unreadable(err, sources)
	}
	return &read.Actuals, nil
}
