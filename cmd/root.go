package cmd

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"embudo/internal/i18n"
	"embudo/internal/render"
	"embudo/plan"
)

// newRoot assembles what a run needs: the command that its first argument names,
// else all of them. A command's name, its file here, its file in internal/report
// and its texts in internal/i18n bear one name.
func newRoot(a *app, args []string) *cobra.Command {
	root := &cobra.Command{
		Use:               "embudo",
		Version:           version,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		Args:              a.noSuchCommand,
		RunE:              func(c *cobra.Command, _ []string) error { return a.help(c) },
		PersistentPreRunE: func(c *cobra.Command, _ []string) error { return a.begin(c) },
	}
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.SetVersionTemplate("embudo {{.Version}}\n")
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { a.helped = a.help(c) })
	root.SetFlagErrorFunc(a.flagFailure)
	root.SetHelpCommand(newHelpCmd(a))
	a.addCommands(root, args)
	a.addGeneralFlags(root)
	return root
}

// command is one by its name.
type command struct {
	name string
	make func(*app) *cobra.Command
}

// commands are all of them in the order of help, which is that of use; cobra
// would sort them.
func commands() []command {
	return []command{
		{"init", newInitCmd},
		{"validate", newValidateCmd},
		{"plan", newPlanCmd},
		{"project", newProjectCmd},
		{"compare", newCompareCmd},
		{"levers", newLeversCmd},
		{"solve", newSolveCmd},
		{"allocate", newAllocateCmd},
		{"schedule", newScheduleCmd},
		{"calendar", newCalendarCmd},
		{"sla", newSLACmd},
		{"qualify", newQualifyCmd},
		{"check", newCheckCmd},
		{"learn", newLearnCmd},
		{"forecast", newForecastCmd},
		{"portfolio", newPortfolioCmd},
		{"actuals", newActualsCmd},
		{"report", newReportCmd},
		{"workbook", newWorkbookCmd},
		{"schema", newSchemaCmd},
		{"completion", newCompletionCmd},
	}
}

// addCommands adds the command that is named first, else all.
func (a *app) addCommands(root *cobra.Command, args []string) {
	needed := commands()
	if i := slices.IndexFunc(needed, func(c command) bool { return len(args) > 0 && c.name == args[0] }); i >= 0 {
		needed = needed[i : i+1]
	}
	for _, c := range needed {
		root.AddCommand(c.make(a))
	}
}

// describeAll gives every command its texts, for help and for shells that
// complete words; a command that just runs does without.
func (a *app) describeAll(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	for _, c := range append(root.Commands(), root) {
		a.describe(c)
	}
}

// addGeneralFlags adds the flags of every command.
func (a *app) addGeneralFlags(root *cobra.Command) {
	flags := root.PersistentFlags()
	flags.VarP(newChoice(&a.general.output, render.Formats()), "output", "o", "")
	flags.StringVar(&a.general.outputFile, "output-file", "", "")
	flags.BoolVar(&a.general.force, "force", false, "")
	flags.Var(&languageChoice{*newChoice(&a.general.lang, i18n.Codes())}, "lang", "")
	flags.Var(newChoice(&a.general.color, colors()), "color", "")
	flags.BoolVar(&a.general.chart, "chart", false, "")
	flags.BoolVar(&a.general.noChart, "no-chart", false, "")
	complete(root, "output", render.Formats())
	complete(root, "lang", i18n.Codes())
	complete(root, "color", colors())
}

func colors() []string { return []string{"auto", "always", "never"} }

// describe gives a command and its flags their texts in the user's language.
func (a *app) describe(c *cobra.Command) {
	texts := a.language.Commands()[commandKey(c)]
	c.Short, c.Long, c.Example = texts.Short, texts.Long, texts.Example
	c.Use = strings.TrimSpace(c.Name() + " " + texts.Use)
	c.DisableFlagsInUseLine = true
	c.InitDefaultHelpFlag()
	c.InitDefaultVersionFlag()
	describe := func(f *pflag.Flag) { a.describeFlag(commandKey(c), f) }
	c.Flags().VisitAll(describe)
	c.PersistentFlags().VisitAll(describe)
}

// describeFlag gives a flag its text: that of its command, where it means
// something else there than elsewhere.
func (a *app) describeFlag(command string, f *pflag.Flag) {
	texts := a.language.Flags()
	text, own := texts[command+" "+f.Name]
	if !own {
		text = texts[f.Name]
	}
	var choices []string
	if c, ok := f.Value.(interface{ Choices() []string }); ok {
		choices = c.Choices()
	}
	f.Usage = text.Fill("choices", strings.Join(choices, ", "))
}

// commandKey is the name that a command's texts go by: "" for the root.
func commandKey(c *cobra.Command) string {
	return strings.TrimSpace(strings.TrimPrefix(c.CommandPath(), "embudo"))
}

// noSuchCommand refuses words that are no command.
func (a *app) noSuchCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	choose := func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.UnknownCommand, e.SeeCommands }
	if meant := i18n.MeantCommand(args[0]); meant != "" {
		choose = func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.UnknownCommand, e.DidYouMean }
		return usage("unknown-command", choose, "got", args[0], "near", meant)
	}
	return unknown("unknown-command", args[0], commandNames(), choose)
}

func commandNames() []string {
	var names []string
	for _, c := range commands() {
		names = append(names, c.name)
	}
	return append(names, "help")
}

// unknown is a word that is none of those known, with the one that it may have
// been meant to be.
func unknown(name, got string, known []string, choose func(*i18n.Errors) (text, hint i18n.Text)) error {
	near, ok := plan.Near(got, known)
	return usage(name, func(e *i18n.Errors) (i18n.Text, i18n.Text) {
		text, hint := choose(e)
		if ok {
			hint = e.DidYouMean
		}
		return text, hint
	}, "got", got, "near", near)
}

// flagFailure tells in the user's language what cobra tells in English.
func (a *app) flagFailure(c *cobra.Command, err error) error {
	var missing *pflag.NotExistError
	var needs *pflag.ValueRequiredError
	var bad *pflag.InvalidValueError
	var typed *failure
	switch {
	case errors.As(err, &typed) && errors.As(err, &bad):
		return withValues(typed, "what", "--"+bad.GetFlag().Name)
	case errors.As(err, &missing):
		return a.unknownFlag(c, missing)
	case errors.As(err, &needs):
		return usage("flag-needs-value", func(e *i18n.Errors) (i18n.Text, i18n.Text) {
			return e.NeedsValue, e.SeeHelp
		}, "flag", "--"+needs.GetFlag().Name, "command", c.CommandPath())
	case errors.As(err, &bad):
		return usage("bad-flag-value", func(e *i18n.Errors) (i18n.Text, i18n.Text) {
			return e.BadValue, e.SeeHelp
		}, "flag", "--"+bad.GetFlag().Name, "got", bad.GetValue(), "why", bad.Unwrap().Error(), "command", c.CommandPath())
	default:
		return usage("unknown-flag", func(e *i18n.Errors) (i18n.Text, i18n.Text) {
			return e.UnknownFlag, e.SeeHelp
		}, "got", err.Error(), "command", c.CommandPath())
	}
}

func (a *app) unknownFlag(c *cobra.Command, missing *pflag.NotExistError) error {
	got := "--" + missing.GetSpecifiedName()
	if missing.GetSpecifiedShortnames() != "" {
		got = "-" + missing.GetSpecifiedName()
	}
	var known []string
	c.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, "--"+f.Name) })
	c.InheritedFlags().VisitAll(func(f *pflag.Flag) { known = append(known, "--"+f.Name) })
	failure := unknown("unknown-flag", got, known, func(e *i18n.Errors) (i18n.Text, i18n.Text) {
		return e.UnknownFlag, e.SeeHelp
	})
	return withValues(failure, "command", c.CommandPath())
}

// withValues adds values for the placeholders of a failure.
func withValues(err error, namesAndValues ...any) error {
	var f *failure
	if errors.As(err, &f) {
		f.values = append(f.values, namesAndValues...)
	}
	return err
}

// arguments is a check of how many arguments a command takes.
func (a *app) arguments(least, most int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		want := a.language.Commands()[commandKey(c)].Use
		switch {
		case len(args) < least:
			return usage("missing-argument", func(e *i18n.Errors) (i18n.Text, i18n.Text) {
				return e.MissingArgument, e.UsageHint
			}, "command", c.CommandPath(), "want", want, "usage", c.CommandPath()+" "+want)
		case most >= 0 && len(args) > most:
			return usage("too-many-arguments", func(e *i18n.Errors) (i18n.Text, i18n.Text) {
				return e.TooManyArguments, e.UsageHint
			}, "command", c.CommandPath(), "want", want, "got", args[most], "usage", c.CommandPath()+" "+want)
		}
		return nil
	}
}

// anyNumber of arguments.
const anyNumber = -1

// complete lets a shell complete the values of a flag.
func complete(c *cobra.Command, flag string, values []string) {
	_ = c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}
