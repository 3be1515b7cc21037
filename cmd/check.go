package cmd

import (
	"context"

	"github.com/spf13/cobra"

	"embudo/funnel"
	"embudo/internal/actuals"
	"embudo/internal/i18n"
	"embudo/internal/report"
)

type checkOptions struct {
	plan     string
	sources  []string
	settings settings
	scenario string
	reading  readingOptions
	quiet    bool
	exitZero bool
}

func newCheckCmd(a *app) *cobra.Command {
	var o checkOptions
	c := &cobra.Command{
		Use:  "check",
		Args: a.arguments(1, anyNumber),
		RunE: func(c *cobra.Command, args []string) error {
			o.plan, o.sources = args[0], args[1:]
			return a.check(c.Context(), o)
		},
		ValidArgsFunction: completePlanThenSources,
	}
	c.Flags().Var(&o.settings, "set", "")
	c.Flags().StringVar(&o.scenario, "scenario", "", "")
	c.Flags().BoolVar(&o.quiet, "quiet", false, "")
	c.Flags().BoolVar(&o.exitZero, "exit-zero", false, "")
	addReadingFlags(c, &o.reading)
	_ = c.RegisterFlagCompletionFunc("set", a.completeSetting)
	_ = c.RegisterFlagCompletionFunc("scenario", a.completeScenario)
	return c
}

// check holds what the sources say against the plan; the answer no is exit code
// 3.
func (a *app) check(ctx context.Context, o checkOptions) error {
	p, err := a.readDatedScenario(o.plan, o.settings, o.scenario)
	if err != nil {
		return err
	}
	sources := a.sources(o.sources, p, o.plan, &o.reading)
	if len(sources) == 0 {
		return noSource("check", o.plan)
	}
	model, asOf := p.Model(), a.day(o.reading.asOf)
	read, err := a.readSources(ctx, sources, actuals.Options{Plan: &model, AsOf: asOf, Databases: a.databases()})
	if err != nil {
		return unreadable(err, sources)
	}
	result := funnel.Check(funnel.Targets(&model), &read.Actuals, p.CheckRules(asOf))
	result.Warnings = append(read.Warnings, result.Warnings...)
	if result.Verdict != funnel.Behind && o.quiet {
		return nil
	}
	if err := a.show(report.Check(result, o.plan, a.language)); err != nil {
		return err
	}
	if result.Verdict == funnel.Behind && !o.exitZero {
		return &quiet{exit: exitNo}
	}
	return nil
}

// noSource is a command that has no actual numbers to read.
func noSource(command, file string) error {
	return usage("missing-argument", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NoSource, e.NoSourceHint },
		"command", command, "file", file)
}

// completePlanThenSources offers a plan first, then files of any kind.
func completePlanThenSources(c *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return completePlanFiles(c, args, typed)
	}
	return nil, cobra.ShellCompDirectiveDefault
}
