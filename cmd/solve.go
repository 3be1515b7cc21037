package cmd

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"embudo/funnel"
	"embudo/internal/i18n"
	"embudo/internal/report"
	"embudo/plan"
)

type solveOptions struct {
	file       string
	settings   settings
	unknown    string
	given      volumes
	confidence confidence
	exitZero   bool
}

func newSolveCmd(a *app) *cobra.Command {
	var o solveOptions
	c := &cobra.Command{
		Use:  "solve",
		Args: a.arguments(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			o.file = args[0]
			return a.solve(o)
		},
		ValidArgsFunction: completePlanFile,
	}
	o.given.flag, o.confidence.flag = "given", "confidence"
	c.Flags().Var(&o.settings, "set", "")
	c.Flags().StringVar(&o.unknown, "for", "", "")
	c.Flags().Var(&o.given, o.given.flag, "")
	c.Flags().Var(&o.confidence, o.confidence.flag, "")
	c.Flags().BoolVar(&o.exitZero, "exit-zero", false, "")
	_ = c.RegisterFlagCompletionFunc("set", a.completeSetting)
	_ = c.RegisterFlagCompletionFunc("for", a.completeUnknown)
	_ = c.RegisterFlagCompletionFunc("given", a.completeStage)
	return c
}

// solve looks for the value of one number with which the plan comes out; that no
// value does is exit code 3.
func (a *app) solve(o solveOptions) error {
	p, err := a.readPlan(o.file, o.settings)
	if err != nil {
		return err
	}
	model := p.Model()
	question, err := questionOf(p, &model, o)
	if err != nil {
		return err
	}
	solution := funnel.Solve(&model, question)
	solved := &report.Solved{Solution: solution, File: o.file, Changed: o.settings, Says: p.SaysRate(question.Unknown)}
	if solution.Value != nil {
		solved.Settings = p.SolvedSettings(&question.Unknown, solution.Value)
	}
	if err := a.show(report.Solve(solved, a.language)); err != nil {
		return err
	}
	if solution.Outcome == funnel.NoValue && !o.exitZero {
		return &quiet{exit: exitNo}
	}
	return nil
}

// questionOf is the question that the flags ask.
func questionOf(p *plan.Plan, model *funnel.Plan, o solveOptions) (funnel.Question, error) {
	var q funnel.Question
	unknown, err := unknownOf(p, o.unknown)
	if err != nil {
		return q, err
	}
	q.Unknown, q.Confidence = unknown, o.confidence.Rat
	for _, v := range o.given.list {
		i, j, err := find(model, v)
		if err != nil {
			return q, withValues(err, "flag", "--"+o.given.flag)
		}
		if f := &model.Funnels[i]; q.Confidence != nil && j > f.Success {
			return q, usage("below-success", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.BelowSuccess, e.BelowSuccessHint },
				"got", v.name(), "success", f.Stages[f.Success].ID)
		}
		q.Given = append(q.Given, funnel.Given{Funnel: i, Stage: j, Entries: v.entries})
	}
	top := stageNames(model)[0]
	switch costs, capacities := q.Limits(model); {
	case len(q.Given) > 0:
	case q.Confidence != nil:
		return q, usage("confidence-without-given", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.SureOfWhat, e.GivenHint }, "stage", top)
	case !costs && !capacities:
		return q, usage("nothing-given", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NothingGiven, e.NothingGivenHint },
			"file", shown(o.file), "stage", top)
	}
	return q, nil
}

// unknownOf is the unknown with a path; what is none is told what it may have been
// meant to be.
func unknownOf(p *plan.Plan, path string) (funnel.Unknown, error) {
	list := p.Unknowns()
	for _, u := range list {
		if u.Path == path {
			return u, nil
		}
	}
	paths := plan.UnknownPaths(list)
	kinds := strings.Join(p.UnknownKinds(), ", ")
	if path == "" {
		return funnel.Unknown{}, usage("missing-unknown", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.MissingUnknown, e.UnknownChoices },
			"choices", kinds)
	}
	near, ok := nearUnknown(path, paths)
	return funnel.Unknown{}, usage("unknown-unknown", func(e *i18n.Errors) (i18n.Text, i18n.Text) {
		if ok {
			return e.NotAnUnknown, e.DidYouMean
		}
		return e.NotAnUnknown, e.UnknownChoices
	}, "got", path, "near", near, "choices", kinds)
}

// nearUnknown is the path that was meant: one that ends so, or nearly so.
func nearUnknown(path string, paths []string) (near string, ok bool) {
	parts := strings.Count(path, ".") + 1
	ends := make([]string, len(paths))
	for i, candidate := range paths {
		all := strings.Split(candidate, ".")
		ends[i] = strings.Join(all[max(0, len(all)-parts):], ".")
	}
	near, ok = plan.Near(path, ends)
	if !ok {
		return "", false
	}
	return paths[slices.Index(ends, near)], true
}

// completeUnknown offers what the plan on the command line can be solved for.
func (a *app) completeUnknown(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 0 || args[0] == "-" {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	p, err := a.readPlan(args[0], nil)
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return plan.UnknownPaths(p.Unknowns()), cobra.ShellCompDirectiveNoFileComp
}
