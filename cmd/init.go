package cmd

import (
	"github.com/spf13/cobra"

	"embudo/internal/render"
	"embudo/internal/report"
	"embudo/plan"
)

type initOptions struct {
	file     string
	template string
	ask      bool
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
			o.ask = !c.Flags().Changed("template")
			return a.init(o)
		},
	}
	c.Flags().Var(newChoice(&o.template, plan.Templates()), "template", "")
	complete(c, "template", plan.Templates())
	return c
}

// init writes a template, or on a terminal where none is named what its user
// answers to five questions.
func (a *app) init(o initOptions) error {
	template := plan.Template(o.template, a.language.Code)
	if o.file == "-" {
		return a.deliver(template)
	}
	if o.ask && a.canAsk() {
		return a.wizard(o.file)
	}
	if err := a.save(o.file, template); err != nil {
		return err
	}
	return a.show(report.Init(report.Started{File: o.file, Template: o.template}, a.language))
}

// canAsk reports whether somebody can read questions and answer them.
func (a *app) canAsk() bool {
	_, reads := a.terminal(a.stdout)
	_, answers := a.terminal(a.stdin)
	return reads && answers && a.general.format == render.Formats()[0] && a.general.outputFile == ""
}
