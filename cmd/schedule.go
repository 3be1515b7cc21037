package cmd

import (
	"math/big"

	"github.com/spf13/cobra"

	"embudo/funnel"
	"embudo/internal/i18n"
	"embudo/internal/report"
)

type scheduleOptions struct {
	file       string
	settings   settings
	scenario   string
	by         string
	confidence confidence
}

func newScheduleCmd(a *app) *cobra.Command {
	o := scheduleOptions{by: "week"}
	c := &cobra.Command{
		Use:  "schedule",
		Args: a.arguments(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			o.file = args[0]
			return a.schedule(o)
		},
		ValidArgsFunction: completePlanFile,
	}
	c.Flags().Var(newChoice(&o.by, calendarUnits()), "by", "")
	o.confidence.flag = "confidence"
	c.Flags().Var(&o.confidence, o.confidence.flag, "")
	c.Flags().Var(&o.settings, "set", "")
	c.Flags().StringVar(&o.scenario, "scenario", "", "")
	complete(c, "by", calendarUnits())
	_ = c.RegisterFlagCompletionFunc("set", a.completeSetting)
	_ = c.RegisterFlagCompletionFunc("scenario", a.completeScenario)
	return c
}

func calendarUnits() []string { return []string{"day", "week", "month"} }

// calendarUnit is the part of the calendar that a word from [calendarUnits] names.
func calendarUnit(word string) funnel.Unit {
	switch word {
	case "day":
		return funnel.EachDay
	case "month":
		return funnel.EachMonth
	default:
		return funnel.EachWeek
	}
}

func (a *app) schedule(o scheduleOptions) error {
	p, err := a.readDatedScenario(o.file, o.settings, o.scenario)
	if err != nil {
		return err
	}
	model := p.Model()
	result, ok := funnel.Scheduled(needed(&model, o.confidence.Rat), calendarUnit(o.by), o.confidence.Rat)
	if !ok {
		return scheduleTooLong(shown(o.file))
	}
	return a.show(report.Schedule(result, a.language))
}

// needed works out how many a plan needs, and how many make as sure as asked,
// which takes its time: nothing else of chances is.
func needed(model *funnel.Plan, confidence *big.Rat) *funnel.Result {
	if confidence == nil {
		return funnel.Targets(model)
	}
	model.Confidence = []*big.Rat{confidence}
	return funnel.Compute(model)
}

// scheduleTooLong is a schedule of more numbers than anybody can use.
func scheduleTooLong(file string) error {
	return &failure{
		exit: exitFailed, name: "schedule-too-long",
		values: []any{"file", file, "max", i18n.English().Number(funnel.MaxScheduled)},
		choose: func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.TooLong, e.TooLongHint },
	}
}
