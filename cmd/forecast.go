package cmd

import (
	"context"
	"math/big"
	"strconv"

	"github.com/spf13/cobra"

	"embudo/funnel"
	"embudo/internal/actuals"
	"embudo/internal/report"
)

type forecastOptions struct {
	plan       string
	sources    []string
	settings   settings
	scenario   string
	reading    readingOptions
	pace       string
	confidence confidences
	atLeast    confidence
	seed       uint64
	exitZero   bool
}

func newForecastCmd(a *app) *cobra.Command {
	var o forecastOptions
	c := &cobra.Command{
		Use:  "forecast",
		Args: a.arguments(1, anyNumber),
		RunE: func(c *cobra.Command, args []string) error {
			o.plan, o.sources = args[0], args[1:]
			return a.forecast(c.Context(), o)
		},
		ValidArgsFunction: completePlanThenSources,
	}
	paces := []string{string(funnel.PacePlan), string(funnel.PaceActual)}
	c.Flags().Var(&o.settings, "set", "")
	c.Flags().StringVar(&o.scenario, "scenario", "", "")
	c.Flags().Var(newChoice(&o.pace, paces), "pace", "")
	c.Flags().Var(&o.confidence, "confidence", "")
	o.atLeast.flag = "at-least"
	c.Flags().Var(&o.atLeast, o.atLeast.flag, "")
	c.Flags().Uint64Var(&o.seed, "seed", 1, "")
	c.Flags().BoolVar(&o.exitZero, "exit-zero", false, "")
	addReadingFlags(c, &o.reading)
	_ = c.RegisterFlagCompletionFunc("set", a.completeSetting)
	_ = c.RegisterFlagCompletionFunc("scenario", a.completeScenario)
	complete(c, "pace", paces)
	return c
}

// forecast says where the period will end; a chance below the one asked for is
// exit code 3.
func (a *app) forecast(ctx context.Context, o forecastOptions) error {
	p, err := a.readDatedScenario(o.plan, o.settings, o.scenario)
	if err != nil {
		return err
	}
	sources := a.sources(o.sources, p, o.plan, &o.reading)
	if len(sources) == 0 {
		return noSource("forecast", o.plan)
	}
	model, asOf := p.Model(), a.day(o.reading.asOf)
	read, err := a.readSources(ctx, sources, actuals.Options{Plan: &model, AsOf: asOf, Databases: a.databases(), Cohorts: true})
	if err != nil {
		return unreadable(err, sources)
	}
	rules := p.ForecastRules(asOf)
	rules.Pace, rules.Seed = funnel.Pace(o.pace), o.seed
	rules.Confidence = sureEnough(rules.Confidence, o.confidence, o.atLeast)
	told, over := a.planning()
	rules.Progress = told
	result := funnel.Forecast(funnel.Targets(&model), &read.Actuals, rules)
	over()
	result.Warnings = append(read.Warnings, result.Warnings...)
	if err := a.show(report.Forecast(result, a.language)); err != nil {
		return err
	}
	if !o.atLeast.reached(result.Chance) && !o.exitZero {
		return &quiet{exit: exitNo}
	}
	return nil
}

// sureEnough are the confidences to say what it takes for: those asked for, or the
// plan's, or a usual one.
func sureEnough(ofPlan, asked []*big.Rat, atLeast confidence) []*big.Rat {
	all := together(asked)
	if atLeast.Rat != nil {
		all = together(asked, []*big.Rat{atLeast.Rat})
	}
	if len(all) == 0 {
		all = together(ofPlan)
	}
	if len(all) == 0 {
		return []*big.Rat{big.NewRat(4, 5)}
	}
	return all
}

// reached reports whether a chance, as it is shown, is at least the confidence, if
// one is asked for; a chance that is not known is not. It is taken by its digits:
// the float nearest to 0.7 is below 7/10.
func (c confidence) reached(chance *float64) bool {
	if c.Rat == nil || chance == nil {
		return c.Rat == nil
	}
	shown, _ := new(big.Rat).SetString(strconv.FormatFloat(*chance, 'g', -1, 64))
	return shown.Cmp(c.Rat) >= 0
}
