package cmd

import (
	"github.com/spf13/cobra"

	"embudo/funnel"
	"embudo/internal/i18n"
	"embudo/internal/report"
)

type slaOptions struct {
	plan     string
	settings settings
}

func newSLACmd(a *app) *cobra.Command {
	var o slaOptions
	c := &cobra.Command{
		Use:  "sla",
		Args: a.arguments(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			o.plan = args[0]
			return a.sla(o)
		},
		ValidArgsFunction: completePlanFile,
	}
	c.Flags().Var(&o.settings, "set", "")
	_ = c.RegisterFlagCompletionFunc("set", a.completeSetting)
	return c
}

// sla sets out what marketing and sales owe each other.
func (a *app) sla(o slaOptions) error {
	p, err := a.readPlan(o.plan, o.settings)
	if err != nil {
		return err
	}
	model := p.Model()
	agreement, ok := funnel.Agree(funnel.Targets(&model))
	if !ok {
		return noSides(shown(o.plan))
	}
	return a.show(report.SLA(agreement, a.language))
}

// noSides is a plan of which nothing says which stages are whose.
func noSides(file string) error {
	return &failure{
		exit: exitFailed, name: "no-owners", values: []any{"file", file},
		choose: func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NoOwners, e.NoOwnersHint },
	}
}
