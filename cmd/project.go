package cmd

import (
	"strings"

	"github.com/spf13/cobra"

	"embudo/funnel"
	"embudo/internal/i18n"
	"embudo/internal/report"
	"embudo/plan"
)

type projectOptions struct {
	file     string
	settings settings
	scenario string
	from     volumes
}

func newProjectCmd(a *app) *cobra.Command {
	var o projectOptions
	c := &cobra.Command{
		Use:  "project",
		Args: a.arguments(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			o.file = args[0]
			return a.project(o)
		},
		ValidArgsFunction: completePlanFile,
	}
	c.Flags().Var(&o.settings, "set", "")
	c.Flags().StringVar(&o.scenario, "scenario", "", "")
	o.from.flag = "from"
	c.Flags().Var(&o.from, o.from.flag, "")
	_ = c.RegisterFlagCompletionFunc("set", a.completeSetting)
	_ = c.RegisterFlagCompletionFunc("scenario", a.completeScenario)
	_ = c.RegisterFlagCompletionFunc("from", a.completeStage)
	return c
}

func (a *app) project(o projectOptions) error {
	p, err := a.readScenario(o.file, o.settings, o.scenario)
	if err != nil {
		return err
	}
	model := p.Model()
	if len(o.from.list) == 0 && nobodyThere(&model) {
		return usage("missing-volume", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.MissingVolume, e.VolumeHint },
			"stage", stageNames(&model)[0], "flag", "--from")
	}
	entries, err := place(&model, o.from)
	if err != nil {
		return err
	}
	told, clearBar := a.planning()
	result := funnel.ProjectWithProgress(&model, entries, told)
	clearBar()
	return a.show(report.Project(result, a.language))
}

// nobodyThere reports whether nothing is in a plan's stages, and nothing comes
// into them directly: with no volumes either there is nothing to work out.
func nobodyThere(p *funnel.Plan) bool {
	for _, f := range p.Funnels {
		for _, s := range f.Stages {
			if s.InProgress+s.Direct > 0 {
				return false
			}
		}
	}
	return true
}

// place puts volumes at the stages that they name: a row a funnel, a number a
// stage. Volumes of one stage add up.
func place(p *funnel.Plan, from volumes) ([][]int64, error) {
	entries := make([][]int64, len(p.Funnels))
	for i := range p.Funnels {
		entries[i] = make([]int64, len(p.Funnels[i].Stages))
	}
	for _, v := range from.list {
		i, j, err := find(p, v)
		if err != nil {
			return nil, withValues(err, "flag", "--"+from.flag)
		}
		entries[i][j] += v.entries
	}
	return entries, nil
}

// find is the funnel and stage that a volume names; the funnel may be left out
// where only one has that stage.
func find(p *funnel.Plan, v volume) (funnelIndex, stageIndex int, err error) {
	found := 0
	for i, f := range p.Funnels {
		if v.funnel != "" && v.funnel != f.ID {
			continue
		}
		for j, s := range f.Stages {
			if s.ID == v.stage {
				funnelIndex, stageIndex = i, j
				found++
			}
		}
	}
	names := stageNames(p)
	switch found {
	case 1:
		return funnelIndex, stageIndex, nil
	case 0:
		return 0, 0, unknownStage(p, v, names)
	default:
		return 0, 0, usage("ambiguous-stage", func(e *i18n.Errors) (i18n.Text, i18n.Text) {
			return e.WhichFunnel, e.StageChoices
		}, "got", v.name(), "stages", strings.Join(names, ", "))
	}
}

// unknownStage tells what a volume may have meant: the stage with an id like the
// one that was typed, or with that name.
func unknownStage(p *funnel.Plan, v volume, names []string) error {
	near, ok := plan.Near(v.name(), names)
	if !ok {
		near, ok = namedLike(p, v.stage, names)
	}
	return usage("unknown-stage", func(e *i18n.Errors) (i18n.Text, i18n.Text) {
		if ok {
			return e.UnknownStage, e.DidYouMean
		}
		return e.UnknownStage, e.StageChoices
	}, "got", v.name(), "near", near, "stages", strings.Join(names, ", "))
}

// namedLike is how a volume names the one stage whose name is like a word; ok is
// false where there is none or more than one.
func namedLike(p *funnel.Plan, word string, names []string) (near string, ok bool) {
	var like []string
	next := 0
	for _, f := range p.Funnels {
		for _, s := range f.Stages {
			if _, isLike := plan.Near(word, []string{s.Name}); isLike {
				like = append(like, names[next])
			}
			next++
		}
	}
	return strings.Join(like, ""), len(like) == 1
}

// stageNames lists the stages of a plan as volumes name them.
func stageNames(p *funnel.Plan) []string {
	var names []string
	for _, f := range p.Funnels {
		for _, s := range f.Stages {
			name := s.ID
			if len(p.Funnels) > 1 {
				name = f.ID + "/" + s.ID
			}
			names = append(names, name)
		}
	}
	return names
}

// completeStage offers the stages of the plan that the command line names.
func (a *app) completeStage(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	done := typed[:strings.LastIndex(typed, ",")+1]
	var offers []string
	for _, stage := range a.stagesOf(args) {
		offers = append(offers, done+stage+"=")
	}
	return offers, cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
}

func (a *app) stagesOf(args []string) []string { return plan.Stages(a.planNamed(args)) }

// planNamed is the plan file that the command line names, nil where there is none
// to read.
func (a *app) planNamed(args []string) []byte {
	if len(args) == 0 || args[0] == "-" {
		return nil
	}
	data, err := a.read(args[0], planLimit)
	if err != nil {
		return nil
	}
	return data
}
