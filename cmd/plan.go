package cmd

import (
	"github.com/spf13/cobra"

	"embudo/funnel"
	"embudo/internal/report"
)

type planOptions struct {
	file       string
	settings   settings
	scenario   string
	confidence confidences
	explain    bool
}

func newPlanCmd(a *app) *cobra.Command {
	var o planOptions
	c := &cobra.Command{
		Use:  "plan",
		Args: a.arguments(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			o.file = args[0]
			return a.plan(o)
		},
		ValidArgsFunction: completePlanFile,
	}
	c.Flags().Var(&o.settings, "set", "")
	c.Flags().StringVar(&o.scenario, "scenario", "", "")
	c.Flags().Var(&o.confidence, "confidence", "")
	c.Flags().BoolVar(&o.explain, "explain", false, "")
	_ = c.RegisterFlagCompletionFunc("set", a.completeSetting)
	_ = c.RegisterFlagCompletionFunc("scenario", a.completeScenario)
	return c
}

func (a *app) plan(o planOptions) error {
	p, err := a.readScenario(o.file, o.settings, o.scenario)
	if err != nil {
		return err
	}
	model := p.Model()
	model.Confidence = together(model.Confidence, o.confidence)
	told, clearBar := a.planning()
	result := funnel.ComputeWithProgress(&model, told)
	clearBar()
	if o.explain {
		return a.show(report.ExplainedPlan(result, p, a.language))
	}
	return a.show(report.Plan(result, a.language))
}
