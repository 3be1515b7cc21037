package cmd

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"embudo/internal/i18n"
	"embudo/internal/render"
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

// topic shows help that belongs to no command.
func (a *app) topic(name string) error {
	page, err := a.topicPage(name, a.page(), a.helpWidth())
	if err != nil {
		return err
	}
	return a.deliver([]byte(page.text()))
}

// help shows the help of a command.
func (a *app) help(c *cobra.Command) error {
	a.describeAll(c.Root())
	return a.deliver([]byte(a.helpText(c)))
}

// Widths of help: no line is shorter for a narrow terminal, and none so long that
// it is hard to read.
const (
	narrowestHelp = 60
	widestHelp    = 100
)

func (a *app) helpWidth() int { return min(max(a.page().Width, narrowestHelp), widestHelp) }

// helpText is the help of a command: what it does, how it is called, its flags,
// examples, and how it ends.
func (a *app) helpText(c *cobra.Command) string {
	width := a.helpWidth()
	page := a.commandPage(c, width)
	if c.HasAvailableSubCommands() {
		page.Sections = append(page.Sections, Section{Text: render.Prose(string(a.language.Help.More), width)})
	}
	return page.text()
}

// indent sets the parts of help off from their headings.
const indent = "  "

// text is the page for a terminal.
func (p Page) text() string {
	parts := make([]string, len(p.Sections))
	for i, s := range p.Sections {
		parts[i] = s.Text
		if s.Title != "" {
			parts[i] = s.Title + "\n" + indent + strings.ReplaceAll(s.Text, "\n", "\n"+indent)
		}
	}
	return strings.Join(parts, "\n\n") + "\n"
}

// generalFlags are those of every command.
func generalFlags(c *cobra.Command) *pflag.FlagSet {
	general, own := pflag.NewFlagSet("", pflag.ContinueOnError), c.LocalNonPersistentFlags()
	c.Root().PersistentFlags().VisitAll(func(f *pflag.Flag) {
		if own.Lookup(f.Name) == nil {
			general.AddFlag(f)
		}
	})
	return general
}

// usageLine is how a command is called.
func usageLine(c *cobra.Command) string {
	if c.HasParent() {
		return c.Parent().Name() + " " + c.Use
	}
	return c.Use
}

func (a *app) commandList(width int) string {
	var rows [][2]string
	for _, name := range commandNames() {
		rows = append(rows, [2]string{name, a.language.Commands()[name].Short})
	}
	return render.Pairs(rows, width)
}

func (a *app) topicList(width int) string {
	var rows [][2]string
	for _, name := range topics() {
		rows = append(rows, [2]string{"help " + name, a.language.Topics()[name].Short})
	}
	return render.Pairs(rows, width)
}

func flagList(flags *pflag.FlagSet, h i18n.Help, width int) string {
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
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" && f.DefValue != "[]" {
			usage += " " + h.Default.Fill("value", f.DefValue)
		}
		rows = append(rows, [2]string{name, usage})
	})
	return render.Pairs(rows, width)
}

// harmless is text that may come from a file or the command line, for a
// terminal.
func harmless(s string) string { return render.Clean(s) }
