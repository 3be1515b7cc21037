package cmd

import (
	"math/big"

	"github.com/spf13/cobra"

	"embudo/funnel"
	"embudo/internal/report"
)

type leversOptions struct {
	file     string
	settings settings
	scenario string
	change   portion
	points   points
}

// usualChange is a tenth of each input, and five points of a rate.
func usualChange() leversOptions {
	return leversOptions{change: portion{Rat: big.NewRat(1, 10)}, points: points{portion{Rat: big.NewRat(5, 100)}}}
}

func newLeversCmd(a *app) *cobra.Command {
	o := usualChange()
	c := &cobra.Command{
		Use:  "levers",
		Args: a.arguments(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			o.file = args[0]
			return a.levers(o)
		},
		ValidArgsFunction: completePlanFile,
	}
	c.Flags().Var(&o.settings, "set", "")
	c.Flags().StringVar(&o.scenario, "scenario", "", "")
	c.Flags().Var(&o.change, "change", "")
	c.Flags().Var(&o.points, "points", "")
	_ = c.RegisterFlagCompletionFunc("set", a.completeSetting)
	_ = c.RegisterFlagCompletionFunc("scenario", a.completeScenario)
	return c
}

func (a *app) levers(o leversOptions) error {
	p, err := a.readScenario(o.file, o.settings, o.scenario)
	if err != nil {
		return err
	}
	model := p.Model()
	result := funnel.Levers(&model, funnel.LeverChange{Relative: o.change.Rat, Points: o.points.Rat})
	return a.show(report.Levers(result, a.language))
}
