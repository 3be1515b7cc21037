package cmd

import (
	"cmp"
	"context"
	"io"
	"math/big"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"embudo/funnel"
	"embudo/internal/actuals"
	"embudo/internal/i18n"
	"embudo/internal/report"
	"embudo/plan"
)

type qualifyOptions struct {
	plan     string
	sources  []string
	settings settings
	reading  readingOptions
	outcome  string
	write    string
}

func newQualifyCmd(a *app) *cobra.Command {
	var o qualifyOptions
	c := &cobra.Command{
		Use:  "qualify",
		Args: a.arguments(1, anyNumber),
		RunE: func(c *cobra.Command, args []string) error {
			o.plan, o.sources = args[0], args[1:]
			return a.qualify(c.Context(), &o)
		},
		ValidArgsFunction: completePlanThenSources,
	}
	c.Flags().Var(&o.settings, "set", "")
	c.Flags().StringVar(&o.write, "write", "", "")
	c.Flags().StringVar(&o.outcome, "outcome", "", "")
	addReadingFlags(c, &o.reading)
	_ = c.RegisterFlagCompletionFunc("set", a.completeSetting)
	_ = c.RegisterFlagCompletionFunc("outcome", a.completeOutcome)
	return c
}

// qualify holds leads against the plan's ideal client, and writes them back with
// what it finds.
func (a *app) qualify(ctx context.Context, o *qualifyOptions) error {
	p, err := a.readPlan(o.plan, o.settings)
	if err != nil {
		return err
	}
	if err := a.spare(o.write); err != nil { // over the plan; over the leads scored leads may go
		return err
	}
	ideal, err := idealOf(p, o)
	if err != nil {
		return err
	}
	sources := a.sources(o.sources, p, o.plan, &o.reading)
	switch {
	case len(sources) == 0:
		return noSource("qualify", o.plan)
	case o.write != "" && len(sources) > 1:
		return usage("one-at-a-time", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.OneAtATime, e.OneAtATimeHint }, "file", sources[0].File.Name)
	}
	if err := a.leadsAreNoPlan(sources, o); err != nil {
		return err
	}
	if err := onlyCSV(o.write); err != nil {
		return err
	}
	model, asOf := p.Model(), a.day(o.reading.asOf)
	result, err := a.qualifyLeads(ctx, sources, ideal, actuals.Options{Plan: &model, AsOf: asOf}, o.write)
	if err != nil {
		return err
	}
	if o.write == "-" && a.general.outputFile == "" {
		return nil
	}
	return a.show(report.Qualify(&report.Qualified{
		Qualified: result, Client: p.IdealClient, Sales: p.Qualification, Outcome: ideal.Outcome, Written: o.write,
		Plan: funnel.Targets(&model), AsOf: asOf,
	}, a.language))
}

// onlyCSV refuses to write scored leads into a file whose ending promises another
// format.
func onlyCSV(file string) error {
	extension := filepath.Ext(file)
	switch strings.ToLower(extension) {
	case ".xlsx", ".xls", ".xlsm", ".ods", ".json", ".html", ".md", ".pdf", ".ics":
		return usage("unknown-ending", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.OnlyCSV, e.OnlyCSVHint },
			"file", file, "want", strings.TrimSuffix(file, extension)+".csv")
	}
	return nil
}

// leadsAreNoPlan refuses a plan where leads should be.
func (a *app) leadsAreNoPlan(sources []actuals.Source, o *qualifyOptions) error {
	for _, s := range sources {
		ending := strings.ToLower(filepath.Ext(s.File.Name))
		if ending != ".yaml" && ending != ".yml" {
			continue
		}
		if _, err := a.readPlan(s.File.Name, settings{}); err == nil {
			return usage("plan-as-leads", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.PlanAsLeads, e.PlanAsLeadsHint },
				"file", s.File.Name, "plan", o.plan)
		}
	}
	return nil
}

// qualifyLeads reads and scores leads, into a file where one is named: whole or
// not at all.
func (a *app) qualifyLeads(
	ctx context.Context, sources []actuals.Source, ideal *actuals.Ideal, options actuals.Options, file string,
) (*actuals.Qualified, error) {
	told, clearBar := a.progress(inBytes)
	defer clearBar()
	options.Progress = told
	var to io.Writer
	var scored *draft
	switch file {
	case "":
	case "-":
		to = a.stdout
	default:
		begin := a.draft
		if a.general.force {
			begin = a.redraft
		}
		var err error
		if scored, err = begin(file); err != nil {
			return nil, cannotWrite(file, err)
		}
		to = scored
	}
	result, err := actuals.Qualify(ctx, sources, ideal, options, to)
	switch {
	case err != nil:
		return nil, unreadable(err, sources)
	case scored == nil:
		return result, nil
	}
	if err := scored.keep(); err != nil {
		return nil, cannotWrite(file, err)
	}
	return result, nil
}

// idealOf is the ideal client of a plan, as leads are held against it.
func idealOf(p *plan.Plan, o *qualifyOptions) (*actuals.Ideal, error) {
	profile := p.Profile()
	if profile == nil {
		return nil, &failure{
			exit: exitFailed, name: "no-ideal-client", values: []any{"file", shown(o.plan)},
			choose: func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NoIdealClient, e.NoIdealClientHint },
		}
	}
	yes, no := p.Qualification.Answers()
	ideal := &actuals.Ideal{
		Profile: profile,
		Sales: actuals.SalesColumns{
			Need: p.Qualification.Need, Value: p.Qualification.Value, Budget: p.Qualification.Budget,
			DecisionMaker: p.Qualification.DecisionMaker, Yes: yes, No: no,
		},
		Outcome: o.outcome,
	}
	for _, r := range p.IdealClient.Rules {
		rule := actuals.LeadRule{Field: r.Field, In: r.In, NotIn: r.NotIn, Matches: r.Pattern()}
		switch {
		case r.Min.Date != nil || r.Max.Date != nil:
			rule.Days = &actuals.Bounds[*funnel.Date]{Min: r.Min.Date, Max: r.Max.Date}
		case r.Min.Number != nil || r.Max.Number != nil:
			rule.Numbers = &actuals.Bounds[*big.Rat]{Min: r.Min.Number, Max: r.Max.Number}
		}
		ideal.Rules = append(ideal.Rules, rule)
	}
	return ideal, outcomeKnown(p, o.outcome)
}

// outcomeKnown refuses a stage that no funnel has.
func outcomeKnown(p *plan.Plan, outcome string) error {
	if outcome == "" {
		return nil
	}
	var known []string
	model := p.Model()
	for _, f := range model.Funnels {
		for _, s := range f.Stages {
			if !slices.Contains(known, s.ID) {
				known = append(known, s.ID)
			}
		}
	}
	if slices.Contains(known, outcome) {
		return nil
	}
	near, ok := plan.Near(outcome, known)
	return usage("unknown-stage", func(e *i18n.Errors) (i18n.Text, i18n.Text) {
		if ok {
			return e.NoOutcome, e.OutcomeHint
		}
		return e.NoOutcome, e.StageChoices
	}, "got", strconv.Quote(outcome), "near", cmp.Or(near, known[0]), "stages", strings.Join(known, ", "))
}

// completeOutcome offers the stages of the plan that the command line names.
func (a *app) completeOutcome(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	return a.stagesOf(args), cobra.ShellCompDirectiveNoFileComp
}
