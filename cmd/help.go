package cmd

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"embudo/internal/i18n"
	"embudo/internal/render"
	"embudo/internal/report"
	"embudo/plan"
)

// topics are the subjects of embudo help besides commands, in the order of the
// list.
func topics() []string { return []string{"exit-codes", "plan-file", "formats", "environment"} }

func newHelpCmd(a *app) *cobra.Command {
	return &cobra.Command{
		Use:  "help",
		Args: a.arguments(0, 1),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return a.help(c.Root())
			}
			return a.helpOn(c.Root(), args[0])
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return append(commandNames(), topics()...), cobra.ShellCompDirectiveNoFileComp
		},
	}
}

// helpOn shows the help of a command or topic.
func (a *app) helpOn(root *cobra.Command, subject string) error {
	if slices.Contains(topics(), subject) {
		return a.topic(subject)
	}
	for _, c := range root.Commands() {
		if c.Name() == subject {
			return a.help(c)
		}
	}
	return unknown("unknown-topic", subject, append(commandNames(), topics()...),
		func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.UnknownTopic, e.SeeCommands })
}

// topic shows help that belongs to no command; the plan file's lists its keys.
func (a *app) topic(name string) error {
	text := a.language.Topics()[name].Text + "\n"
	if name == "plan-file" {
		var keys strings.Builder
		if err := render.Table(&keys, report.Keys(plan.Keys(), a.language), a.page()); err != nil {
			return err
		}
		text += "\n" + keys.String()
	}
	return a.deliver([]byte(text))
}

// help shows the help of a command.
func (a *app) help(c *cobra.Command) error {
	a.describeAll(c.Root())
	return a.deliver([]byte(a.helpText(c)))
}

// helpText is the help of a command: what it does, how it is called, its flags,
// examples, and how it ends.
func (a *app) helpText(c *cobra.Command) string {
	h := a.language.Help
	texts := a.language.Commands()[commandKey(c)]
	parts := []string{texts.Long, heading(h.Usage, usageLine(c))}
	if c.HasAvailableSubCommands() {
		parts = append(parts, heading(h.Commands, a.commandList()), heading(h.Topics, a.topicList()))
	}
	if own := flagList(c.LocalNonPersistentFlags(), h); own != "" {
		parts = append(parts, heading(h.Flags, own))
	}
	parts = append(parts, heading(h.GlobalFlags, flagList(generalFlags(c), h)))
	if texts.Example != "" {
		parts = append(parts, heading(h.Examples, texts.Example))
	}
	parts = append(parts, heading(h.ExitStatus, string(h.ExitCodes)))
	if c.HasAvailableSubCommands() {
		parts = append(parts, string(h.More))
	}
	return strings.Join(parts, "\n\n") + "\n"
}

// generalFlags are those of every command.
func generalFlags(c *cobra.Command) *pflag.FlagSet { return c.Root().PersistentFlags() }

// usageLine is how a command is called.
func usageLine(c *cobra.Command) string {
	if c.HasParent() {
		return c.Parent().Name() + " " + c.Use
	}
	return c.Use
}

func heading(title i18n.Text, body string) string {
	lines := strings.Split(body, "\n")
	return string(title) + "\n  " + strings.Join(lines, "\n  ")
}

func (a *app) commandList() string {
	var rows [][2]string
	for _, name := range commandNames() {
		rows = append(rows, [2]string{name, a.language.Commands()[name].Short})
	}
	return columns(rows)
}

func (a *app) topicList() string {
	var rows [][2]string
	for _, name := range topics() {
		rows = append(rows, [2]string{"help " + name, a.language.Topics()[name].Short})
	}
	return columns(rows)
}

func flagList(flags *pflag.FlagSet, h i18n.Help) string {
	var rows [][2]string
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		value, usage := pflag.UnquoteUsage(f)
		if value != "" {
			name += " " + value
		}
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "[]" {
			usage += " " + h.Default.Fill("value", f.DefValue)
		}
		rows = append(rows, [2]string{name, usage})
	})
	return columns(rows)
}

// columns sets descriptions one below the other.
func columns(rows [][2]string) string {
	width := 0
	for _, row := range rows {
		width = max(width, utf8.RuneCountInString(row[0]))
	}
	lines := make([]string, len(rows))
	for i, row := range rows {
		lines[i] = fmt.Sprintf("%-*s  %s", width, row[0], row[1])
	}
	return strings.Join(lines, "\n")
}

// harmless is text that may come from a file or the command line, for a
// terminal.
func harmless(s string) string { return render.Clean(s) }
