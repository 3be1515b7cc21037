package cmd

import (
	"context"

	"github.com/spf13/cobra"

	"embudo/funnel"
	"embudo/internal/actuals"
	"embudo/internal/i18n"
	"embudo/internal/report"
	"embudo/plan"
)

type portfolioOptions struct {
	files     []string
	settings  settings
	asOf      day
	order     string
	noActuals bool
	atLeast   confidence
	exitZero  bool
}

func newPortfolioCmd(a *app) *cobra.Command {
	o := portfolioOptions{order: funnel.PortfolioOrders()[0]}
	c := &cobra.Command{
		Use:  "portfolio",
		Args: a.arguments(1, anyNumber),
		RunE: func(c *cobra.Command, args []string) error {
			o.files = args
			return a.portfolio(c.Context(), o)
		},
		ValidArgsFunction: completePlanFiles,
	}
	c.Flags().Var(&o.settings, "set", "")
	c.Flags().Var(&o.asOf, "as-of", "")
	c.Flags().Var(newChoice(&o.order, funnel.PortfolioOrders()), "sort", "")
	c.Flags().BoolVar(&o.noActuals, "no-actuals", false, "")
	o.atLeast.flag = "at-least"
	c.Flags().Var(&o.atLeast, o.atLeast.flag, "")
	c.Flags().BoolVar(&o.exitZero, "exit-zero", false, "")
	_ = c.RegisterFlagCompletionFunc("set", a.completeSetting)
	complete(c, "sort", funnel.PortfolioOrders())
	return c
}

// portfolio shows all plans that can be read, and tells of the others what is wrong
// with them: exit code 1. A chance below the one asked for is exit code 3.
func (a *app) portfolio(ctx context.Context, o portfolioOptions) error {
	files, failures := a.planFiles(o.files)
	plans, unread := a.readPortfolio(ctx, files, o)
	failures = append(failures, unread...)
	if len(plans) == 0 {
		return several(failures)
	}
	funnel.SortPlans(plans, o.order)
	result := funnel.NewPortfolio(plans, a.day(o.asOf))
	if err := a.show(report.Portfolio(result, problemsOf(several(failures)), a.language)); err != nil {
		return err
	}
	switch {
	case len(failures) > 0:
		return several(failures)
	case !o.reached(result) && !o.exitZero:
		return &quiet{exit: exitNo}
	}
	return nil
}

// reached reports whether the plans of each currency bring their gross profit with
// the chance that is asked for, if one is.
func (o *portfolioOptions) reached(p *funnel.Portfolio) bool {
	for i := range p.Totals {
		if !o.atLeast.reached(p.Totals[i].Chance) {
			return false
		}
	}
	return true
}

// readPortfolio reads plans and works them out, as many at a time as there are
// processors. The failures are in the order of the files.
func (a *app) readPortfolio(ctx context.Context, files []string, o portfolioOptions) ([]*funnel.PortfolioPlan, []error) {
	read := make([]*funnel.PortfolioPlan, len(files))
	why := make([]error, len(files))
	told, over := a.planning()
	forEachFile(ctx, len(files), told, func(i int) { read[i], why[i] = a.portfolioPlan(ctx, files[i], o) })
	over()
	var plans []*funnel.PortfolioPlan
	var failures []error
	for i := range files {
		if read[i] != nil {
			plans = append(plans, read[i])
		}
		if why[i] != nil {
			failures = append(failures, why[i])
		}
	}
	return plans, failures
}

// portfolioPlan is one plan with its actual numbers. Where these cannot be read the
// plan is there without them, beside the reason.
func (a *app) portfolioPlan(ctx context.Context, file string, o portfolioOptions) (*funnel.PortfolioPlan, error) {
	p, err := a.readPlan(file, o.settings)
	if err != nil {
		return nil, err
	}
	model, asOf := p.Model(), a.day(o.asOf)
	var happened *funnel.Actuals
	if begun := p.Period.Span != nil && p.Period.Span.Start <= asOf; begun && !o.noActuals {
		happened, err = a.happened(ctx, file, p, &model, asOf)
	}
	return funnel.NewPortfolioPlan(shown(file), &model, happened, p.CheckRules(asOf)), err
}

// happened is what a plan's own sources say; nil where it names none.
func (a *app) happened(ctx context.Context, file string, p *plan.Plan, model *funnel.Plan, asOf funnel.Date) (*funnel.Actuals, error) {
	sources := a.sources(nil, p, file, &readingOptions{})
	if len(sources) == 0 {
		return nil, nil
	}
	read, err := actuals.Read(ctx, sources, actuals.Options{Plan: model, AsOf: asOf, Databases: a.databases()})
	if err != nil {
		return nil, unreadable(err, sources)
	}
	return &read.Actuals, nil
}

// noPlans is a pattern or folder in which there is no plan.
func (a *app) noPlans(pattern string) error {
	_, isFolder := a.filesIn(pattern)
	return &failure{
		exit: exitFailed, name: "no-plans", values: []any{"file", pattern},
		choose: func(e *i18n.Errors) (i18n.Text, i18n.Text) {
			if isFolder {
				return e.EmptyFolder, e.NoPlansHint
			}
			return e.NoPlans, e.NoPlansHint
		},
	}
}
