package cmd

import (
	"github.com/spf13/cobra"

	"embudo/internal/report"
	"embudo/plan"
)

type initOptions struct {
	file     string
	template string
}

func newInitCmd(a *app) *cobra.Command {
	o := initOptions{template: plan.Templates()[0]}
	c := &cobra.Command{
		Use:  "init",
		Args: a.arguments(0, 1),
		RunE: func(c *cobra.Command, args []string) error {
			o.file = "plan.yaml"
			if len(args) > 0 {
				o.file = args[0]
			}
			return a.init(o, c.Flags().NFlag() == 0)
		},
	}
	c.Flags().Var(newChoice(&o.template, plan.Templates()), "template", "")
	complete(c, "template", plan.Templates())
	return c
}

// init writes a template, or on a terminal without any flag what its user
// answers to five questions.
func (a *app) init(o initOptions, bare bool) error {
	template := plan.Template(o.template, a.language.Code)
	if o.file == "-" {
		return a.deliver(template)
	}
	if _, terminal := a.terminal(a.stdin); bare && terminal {
		// The wizard comes here.
		_ = terminal
	}
	if err := a.write(o.file, template, a.general.force); err != nil {
		return cannotWrite(o.file, err)
	}
	return a.show(report.Init(report.Started{File: o.file, Template: o.template}, a.language))
}
