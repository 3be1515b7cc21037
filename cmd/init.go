package cmd

import (
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"embudo/internal/i18n"
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
	c.Flags().Var(&templateChoice{*newChoice(&o.template, plan.Templates())}, "template", "")
	complete(c, "template", plan.Templates())
	return c
}

// templateChoice is a choice of a template by its name. One in Spanish is taken
// for what was meant.
type templateChoice struct{ choice }

// Set takes one of the names.
func (c *templateChoice) Set(s string) error {
	err := c.choice.Set(s)
	if want, ok := plan.MeantTemplate(s); ok && err != nil {
		return notAChoiceBut(strconv.Quote(s), c.choices, want)
	}
	return err
}

// init writes a template, or on a terminal where none is named what its user
// answers to five questions.
func (a *app) init(o initOptions) error {
	template := plan.Template(o.template, a.language.Code)
	if o.file == "-" {
		return a.deliver(template)
	}
	if err := a.canBecomePlan(o.file); err != nil {
		return err
	}
	if o.ask && a.canAsk() {
		return a.wizard(o.file)
	}
	if err := a.save(o.file, template); err != nil {
		return err
	}
	return a.show(report.Init(report.Started{File: o.file, Template: o.template}, a.language))
}

// canBecomePlan refuses a name that promises something else than a plan, and one
// in a folder that is not there, before any question is asked.
func (a *app) canBecomePlan(file string) error {
	letters := regexp.MustCompile(`\.[A-Za-z][^.]*$`) // v1.2 has no ending
	ending := strings.ToLower(letters.FindString(filepath.Base(file)))
	if ending != "" && ending != ".yaml" && ending != ".yml" {
		return usage("not-a-plan-file", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NotAPlanFile, e.PlanFileHint },
			"file", file, "ending", ending, "want", report.Typed(file[:len(file)-len(ending)]+".yaml"))
	}
	if !a.exists(filepath.Dir(file)) {
		return cannotWrite(file, fs.ErrNotExist)
	}
	return nil
}

// canAsk reports whether somebody can read questions and answer them.
func (a *app) canAsk() bool {
	_, reads := a.terminal(a.stdout)
	_, answers := a.terminal(a.stdin)
	return reads && answers && a.general.format == render.Formats()[0] && a.general.outputFile == ""
}
