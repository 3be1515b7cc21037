package cmd

import (
	"strings"

	"github.com/spf13/cobra"

	"embudo/internal/i18n"
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
	valid := true
	for _, name := range o.files {
		data, err := a.read(name, planLimit)
		if err != nil {
			valid = false
			files = append(files, unread(name, err))
			continue
		}
		problems, notices := plan.Validate(plan.File{Name: shown(name), Data: data}, o.settings...)
		valid = valid && len(problems) == 0
		files = append(files, report.Validated{File: shown(name), Problems: problems, Notices: notices})
	}
	if err := a.show(report.Validate(files, a.language)); err != nil {
		return err
	}
	if !valid {
		return &quiet{exit: exitFailed}
	}
	return nil
}

// unread is a file that could not be read, which is a problem like any other.
func unread(name string, err error) report.Validated {
	f := cannotRead(name, err)
	return report.Validated{File: shown(name), Unread: &report.Unread{
		Name: f.name,
		Text: func(l *i18n.Language) string {
			text, _ := f.tell(l)
			return strings.TrimPrefix(text, shown(name)+": ")
		},
	}}
}
