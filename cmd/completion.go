package cmd

import (
	"bytes"
	_ "embed" // for completion.bash
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"embudo/plan"
)

func newCompletionCmd(a *app) *cobra.Command {
	return &cobra.Command{
		Use:       "completion",
		Args:      a.arguments(1, 1),
		ValidArgs: shells(),
		RunE:      func(c *cobra.Command, args []string) error { return a.completion(c.Root(), args[0]) },
	}
}

func shells() []string { return []string{"bash", "zsh", "fish", "powershell"} }

func (a *app) completion(root *cobra.Command, shell string) error {
	a.describeAll(root)
	var script bytes.Buffer
	var err error
	switch shell {
	case "bash":
		err = bashCompletion(root, &script)
	case "zsh":
		err = root.GenZshCompletion(&script)
	case "fish":
		err = root.GenFishCompletion(&script, true)
	case "powershell":
		err = root.GenPowerShellCompletionWithDesc(&script)
	default:
		return withValues(notAChoice(strconv.Quote(shell), shells()), "what", "completion")
	}
	if err != nil {
		return err
	}
	return a.deliver(script.Bytes())
}

// bashCompletion is cobra's script without its need of the package
// bash-completion, which not everybody has.
func bashCompletion(root *cobra.Command, w io.Writer) error {
	var script bytes.Buffer
	if err := root.GenBashCompletionV2(&script, true); err != nil {
		return err
	}
	own := strings.NewReplacer("_get_comp_words_by_ref ", "__embudo_words ", "_filedir", "__embudo_filedir").Replace(script.String())
	_, err := io.WriteString(w, bashAlone+"\n"+own)
	return err
}

//go:embed completion.bash
var bashAlone string

// completePlanFile offers YAML files for a command that takes one.
func completePlanFile(c *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return completePlanFiles(c, args, typed)
}

// completePlanFiles offers YAML files.
func completePlanFiles(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return []string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt
}

// completeSetting offers the paths that --set takes: the keys of a plan, those
// of stages for each stage of the file.
func (a *app) completeSetting(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if strings.Contains(typed, "=") {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var offers []string
	for _, key := range plan.Keys() {
		inner, inStage := strings.CutPrefix(key.Path, "stages.")
		switch {
		case inStage:
			for _, stage := range a.stagesOf(args) {
				offers = append(offers, stagePath(stage)+"."+inner+"=")
			}
		case settable(key):
			offers = append(offers, key.Path+"=")
		}
	}
	return offers, cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
}

// completeScenario offers the scenarios of the plan that the command line names.
func (a *app) completeScenario(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	return plan.Scenarios(a.planNamed(args)), cobra.ShellCompDirectiveNoFileComp
}

// settable reports whether a key has one value rather than keys of its own.
func settable(key plan.Key) bool {
	switch key.Type {
	case plan.TypeStages, plan.TypeFunnels, plan.TypeMapping, plan.TypeScenarios, plan.TypeVersion:
		return false
	}
	return !strings.HasPrefix(key.Path, "funnels.") && !strings.HasPrefix(key.Path, "scenarios.")
}

// stagePath is a stage, FUNNEL/STAGE where there are several funnels, as --set
// names it.
func stagePath(stage string) string {
	if funnel, id, several := strings.Cut(stage, "/"); several {
		return "funnels." + funnel + ".stages." + id
	}
	return "stages." + stage
}
