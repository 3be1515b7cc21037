package cmd

import (
	"math/big"
	"regexp"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"embudo/funnel"
	"embudo/internal/i18n"
	"embudo/internal/report"
	"embudo/plan"
)

type allocateOptions struct {
	file      string
	settings  settings
	least     shares
	most      shares
	maxVolume volumes
	exitZero  bool
}

func newAllocateCmd(a *app) *cobra.Command {
	o := allocateOptions{least: shares{flag: "min"}, most: shares{flag: "max"}, maxVolume: volumes{flag: "max-volume", ofFunnels: true}}
	c := &cobra.Command{
		Use:  "allocate",
		Args: a.arguments(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			o.file = args[0]
			return a.allocate(o)
		},
		ValidArgsFunction: completePlanFile,
	}
	c.Flags().Var(&o.settings, "set", "")
	c.Flags().Var(&o.least, o.least.flag, "")
	c.Flags().Var(&o.most, o.most.flag, "")
	c.Flags().Var(&o.maxVolume, o.maxVolume.flag, "")
	c.Flags().BoolVar(&o.exitZero, "exit-zero", false, "")
	_ = c.RegisterFlagCompletionFunc("set", a.completeSetting)
	for _, flag := range []string{o.least.flag, o.most.flag, o.maxVolume.flag} {
		_ = c.RegisterFlagCompletionFunc(flag, a.completeFunnel)
	}
	return c
}

// allocate splits the budget over the funnels; limits that clash are exit code 3.
func (a *app) allocate(o allocateOptions) error {
	p, err := a.readPlan(o.file, o.settings)
	if err != nil {
		return err
	}
	model := p.Model()
	if err := splittable(&model, shown(o.file)); err != nil {
		return err
	}
	limits, err := allocationLimits(p, &model, o)
	if err != nil {
		return err
	}
	result := funnel.Allocate(&model, limits)
	if err := a.show(report.Allocate(result, o.file, a.language)); err != nil {
		return err
	}
	if len(result.Clashes) > 0 && !o.exitZero {
		return &quiet{exit: exitNo}
	}
	return nil
}

// splittable refuses a plan whose budget cannot be split, with what to do instead.
func splittable(p *funnel.Plan, file string) error {
	several, costless := funnel.CanAllocate(p)
	switch {
	case !several:
		return &failure{
			exit: exitFailed, name: "one-funnel", values: []any{"file", file, "stage", p.Funnels[0].Stages[0].ID},
			choose: func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.OneFunnel, e.OneFunnelHint },
		}
	case costless != nil:
		return &failure{
			exit: exitFailed, name: "no-unit-cost",
			values: []any{"file", file, "funnel", costless.Name, "id", costless.ID, "stage", costless.Stages[0].ID},
			choose: func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NoUnitCost, e.NoUnitCostHint },
		}
	}
	return nil
}

// allocationLimits are those of the plan, or of the flags in their place.
func allocationLimits(p *plan.Plan, model *funnel.Plan, o allocateOptions) (funnel.AllocationLimits, error) {
	var limits funnel.AllocationLimits
	for i := range p.Funnels {
		limits.MinShare = append(limits.MinShare, p.Funnels[i].MinShare.Value)
		limits.MaxShare = append(limits.MaxShare, p.Funnels[i].MaxShare.Value)
	}
	limits.MaxVolume = make([]*big.Rat, len(p.Funnels))
	for _, flag := range []struct {
		given shares
		into  []*big.Rat
	}{{o.least, limits.MinShare}, {o.most, limits.MaxShare}} {
		for _, s := range flag.given.list {
			i, err := funnelNamed(model, s.funnel, flag.given.flag)
			if err != nil {
				return limits, err
			}
			flag.into[i] = s.share
		}
	}
	for _, v := range o.maxVolume.list {
		i, err := funnelNamed(model, v.stage, o.maxVolume.flag)
		if err != nil {
			return limits, err
		}
		limits.MaxVolume[i] = new(big.Rat).SetInt64(v.entries)
	}
	return limits, nil
}

// funnelNamed is the funnel with an id.
func funnelNamed(p *funnel.Plan, id, flag string) (int, error) {
	ids := make([]string, len(p.Funnels))
	for i := range p.Funnels {
		if ids[i] = p.Funnels[i].ID; ids[i] == id {
			return i, nil
		}
	}
	near, ok := plan.Near(id, ids)
	return 0, usage("unknown-funnel", func(e *i18n.Errors) (i18n.Text, i18n.Text) {
		if ok {
			return e.UnknownFunnel, e.DidYouMean
		}
		return e.UnknownFunnel, e.FunnelChoices
	}, "flag", "--"+flag, "got", id, "near", near, "funnels", strings.Join(ids, ", "))
}

// shares are parts of the budget that a flag gives funnels.
type shares struct {
	flag string
	list []funnelShare
}

type funnelShare struct {
	funnel string
	share  *big.Rat
}

// String gives the shares as fractions.
func (s *shares) String() string {
	typed := make([]string, len(s.list))
	for i, share := range s.list {
		typed[i] = share.funnel + "=" + share.share.RatString()
	}
	return strings.Join(typed, ",")
}

// Type names what the flag takes.
func (s *shares) Type() string { return "funnel=share" }

// restOfNumber is what a decimal comma leaves of a number behind it.
var restOfNumber = regexp.MustCompile(`^[0-9]+ ?%?$`)

// Set takes a list of shares.
func (s *shares) Set(typed string) error {
	parts := strings.Split(typed, ",")
	for i, part := range parts {
		if i > 0 && restOfNumber.MatchString(part) { // fairs=0,05
			before := parts[i-1]
			return usage("not-a-share", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NotAShare, e.ShareHint },
				"flag", "--"+s.flag, "got", strconv.Quote(before+","+part), "want", before+"."+part)
		}
		name, number, named := strings.Cut(part, "=")
		if name = strings.TrimSpace(name); !named {
			name, number = "", part
		}
		x, want, ok := plan.ParsePart(number)
		if !ok || name == "" {
			if name == "" {
				name = "inbound"
			}
			if ok {
				want = strings.TrimSpace(number)
			}
			if want == "" {
				want = "20%"
			}
			return usage("not-a-share", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NotAShare, e.ShareHint },
				"flag", "--"+s.flag, "got", strconv.Quote(part), "want", name+"="+want)
		}
		s.list = append(s.list, funnelShare{name, x})
	}
	return nil
}

// completeFunnel offers the funnels of the plan that the command line names.
func (a *app) completeFunnel(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	var offers []string
	for _, stage := range a.stagesOf(args) {
		if funnel, _, several := strings.Cut(stage, "/"); several && (len(offers) == 0 || offers[len(offers)-1] != funnel+"=") {
			offers = append(offers, funnel+"=")
		}
	}
	return offers, cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
}
