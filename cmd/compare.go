package cmd

import (
	"cmp"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"embudo/funnel"
	"embudo/internal/i18n"
	"embudo/internal/report"
)

type compareOptions struct {
	files      []string
	scenarios  []string
	settings   settings
	confidence confidences
}

func newCompareCmd(a *app) *cobra.Command {
	var o compareOptions
	c := &cobra.Command{
		Use:  "compare",
		Args: a.arguments(1, anyNumber),
		RunE: func(_ *cobra.Command, args []string) error {
			o.files = args
			return a.compare(o)
		},
		ValidArgsFunction: completePlanFiles,
	}
	c.Flags().StringArrayVar(&o.scenarios, "scenario", nil, "")
	c.Flags().Var(&o.settings, "set", "")
	c.Flags().Var(&o.confidence, "confidence", "")
	_ = c.RegisterFlagCompletionFunc("scenario", a.completeScenario)
	_ = c.RegisterFlagCompletionFunc("set", a.completeSetting)
	return c
}

// compare holds a plan against its scenarios and against other plan files. Without
// either of them named it takes all scenarios.
func (a *app) compare(o compareOptions) error {
	plans, err := a.readCompared(o)
	if err != nil {
		return err
	}
	models := make([]*funnel.Plan, len(plans))
	for i := range plans {
		model := plans[i].Plan.Model()
		model.Confidence = together(model.Confidence, o.confidence)
		models[i] = &model
	}
	told, clearBar := a.planning()
	result := funnel.Compare(models, told)
	clearBar()
	return a.show(report.Compare(result, plans, a.language))
}

// readCompared reads all that is to be compared: the plan, its scenarios, and the
// other files.
func (a *app) readCompared(o compareOptions) ([]report.Compared, error) {
	if err := onceFromStdin(o.files); err != nil {
		return nil, err
	}
	var plans []report.Compared
	for i, file := range o.files {
		p, err := a.readPlan(file, o.settings)
		if err != nil {
			return nil, err
		}
		plans = append(plans, report.Compared{File: shown(file), Plan: p})
		if i > 0 {
			continue
		}
		scenarios := o.scenarios
		if len(scenarios) == 0 && len(o.files) == 1 {
			if scenarios = p.ScenarioIDs(); len(scenarios) == 0 {
				return nil, noScenarios(file)
			}
		}
		for _, id := range scenarios {
			scenario, err := scenarioOf(p, file, id)
			if err != nil {
				return nil, err
			}
			said := p.Scenarios[slices.Index(p.ScenarioIDs(), id)]
			plans = append(plans, report.Compared{Name: said.Name, File: shown(file), Scenario: &said, Plan: scenario})
		}
	}
	nameColumns(plans)
	return plans, nil
}

// onceFromStdin refuses two plans from standard input, which can be read once.
func onceFromStdin(files []string) error {
	times := 0
	for _, file := range files {
		if file == "-" {
			times++
		}
	}
	if times < 2 {
		return nil
	}
	return usage("stdin-twice", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.StdinTwice, e.StdinTwiceHint })
}

// nameColumns calls the column of a file by the file's name, by the plan's where
// several files are named alike, and by the whole path where that does not tell
// them apart either. What is still alike is numbered.
func nameColumns(plans []report.Compared) {
	for _, name := range []func(p *report.Compared) string{
		func(p *report.Compared) string { return filepath.Base(p.File) },
		func(p *report.Compared) string { return cmp.Or(p.Plan.Name, p.File) },
		func(p *report.Compared) string { return p.File },
	} {
		for i := range plans {
			if plans[i].Scenario == nil {
				plans[i].Name = name(&plans[i])
			}
		}
		if !alike(plans) {
			return
		}
	}
	seen := map[string]int{}
	for i := range plans {
		name := plans[i].Name
		if seen[name]++; seen[name] > 1 {
			plans[i].Name += " (" + strconv.Itoa(seen[name]) + ")"
		}
	}
}

// alike reports whether two columns have one name.
func alike(plans []report.Compared) bool {
	seen := map[string]bool{}
	for _, p := range plans {
		if seen[p.Name] {
			return true
		}
		seen[p.Name] = true
	}
	return false
}
