package cmd

import (
	"github.com/spf13/cobra"

	"embudo/internal/report"
	"embudo/plan"
)

type validateOptions struct {
	files    []string
	settings settings
}

func newValidateCmd(a *app) *cobra.Command {
	var o validateOptions
	c := &cobra.Command{
		Use:  "validate",
		Args: a.arguments(1, anyNumber),
		RunE: func(_ *cobra.Command, args []string) error {
			o.files = args
			return a.validate(o)
		},
		ValidArgsFunction: completePlanFiles,
	}
	c.Flags().Var(&o.settings, "set", "")
	_ = c.RegisterFlagCompletionFunc("set", a.completeSetting)
	return c
}

// validate reads every file before it says anything, so that all problems are
// told at once; a file that cannot be read does not hide those of the others.
func (a *app) validate(o validateOptions) error {
	var files []report.Validated
	var unread error
	valid := true
	for _, name := range o.files {
		data, err := a.read(name, planLimit)
		if err != nil {
			if unread == nil {
				unread = cannotRead(name, err)
			}
			continue
		}
		problems, notices := plan.Validate(plan.File{Name: shown(name), Data: data}, o.settings...)
		valid = valid && len(problems) == 0
		files = append(files, report.Validated{File: shown(name), Problems: problems, Notices: notices})
	}
	if len(files) > 0 {
		if err := a.show(report.Validate(files, a.language)); err != nil {
			return err
		}
	}
	if unread == nil && !valid {
		return &quiet{exit: exitFailed}
	}
	return unread
}
