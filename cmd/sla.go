package cmd

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"embudo/funnel"
	"embudo/internal/actuals"
	"embudo/internal/i18n"
	"embudo/internal/report"
	"embudo/plan"
)

type slaOptions struct {
	plan     string
	sources  []string
	actuals  []string
	settings settings
	reading  readingOptions
	planOnly bool
	exitZero bool
}

func newSLACmd(a *app) *cobra.Command {
	var o slaOptions
	c := &cobra.Command{
		Use:  "sla",
		Args: a.arguments(1, anyNumber),
		RunE: func(c *cobra.Command, args []string) error {
			o.plan, o.sources = args[0], slices.Concat(args[1:], o.actuals)
			return a.sla(c.Context(), o)
		},
		ValidArgsFunction: completePlanThenSources,
	}
	c.Flags().Var(&o.settings, "set", "")
	c.Flags().StringArrayVar(&o.actuals, "actuals", nil, "")
	c.Flags().BoolVar(&o.planOnly, "plan-only", false, "")
	c.Flags().BoolVar(&o.exitZero, "exit-zero", false, "")
	addReadingFlags(c, &o.reading)
	_ = c.RegisterFlagCompletionFunc("set", a.completeSetting)
	return c
}

// sla sets out what marketing and sales owe each other or, where there are actual
// numbers, whether it was kept; then the answer no is exit code 3.
func (a *app) sla(ctx context.Context, o slaOptions) error {
	p, err := a.readPlan(o.plan, o.settings)
	if err != nil {
		return err
	}
	model := p.Model()
	agreement, ok := funnel.Agree(funnel.Targets(&model))
	if !ok {
		return noSides(shown(o.plan))
	}
	sources := a.sources(o.sources, p, o.plan, &o.reading)
	if o.planOnly || len(sources) == 0 {
		return a.show(report.SLA(agreement, a.language))
	}
	if p, err = a.readDatedPlan(o.plan, o.settings); err != nil {
		return err
	}
	return a.keptSLA(ctx, agreement, p, sources, o)
}

// keptSLA holds what the sources say against the agreement.
func (a *app) keptSLA(ctx context.Context, agreement *funnel.SLA, p *plan.Plan, sources []actuals.Source, o slaOptions) error {
	asOf := a.day(o.reading.asOf)
	asked := actuals.ResponseOptions{OwnChannels: agreement.Terms.OwnChannels}
	for i := range agreement.Funnels {
		asked.HandOver = append(asked.HandOver, agreement.Funnels[i].HandOver)
		asked.Until = append(asked.Until, agreement.LastHandOver(i))
	}
	read, err := a.readSources(ctx, sources, actuals.Options{
		Plan: agreement.Plan.Plan, AsOf: asOf, Names: agreement.Terms.Names(), Responses: &asked, Databases: a.databases(),
	})
	if err != nil {
		return unreadable(err, sources)
	}
	kept := agreement.Hold(&read.Actuals, p.CheckRules(asOf))
	kept.Check.Warnings = append(read.Warnings, kept.Check.Warnings...)
	if err := a.show(report.KeptSLA(kept, a.language)); err != nil {
		return err
	}
	if kept.Verdict == funnel.PromiseBroken && !o.exitZero {
		return &quiet{exit: exitNo}
	}
	return nil
}

// noSides is a plan of which nothing says which stages are whose.
func noSides(file string) error {
	return &failure{
		exit: exitFailed, name: "no-owners", values: []any{"file", file},
		choose: func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NoOwners, e.NoOwnersHint },
	}
}
