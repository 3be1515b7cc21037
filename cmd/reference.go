package cmd

import (
	"strings"

	"github.com/spf13/cobra"

	"embudo/internal/i18n"
	"embudo/internal/render"
	"embudo/internal/report"
	"embudo/plan"
)

// Page is the reference of one command or topic, in one language: what help
// shows, in parts that can be set as Markdown or as a manual page.
type Page struct {
	Name     string // embudo, embudo-plan, embudo-exit-codes
	Topic    bool   // whether it is a topic rather than a command
	Title    string // embudo plan
	Short    string
	Sections []Section
}

// Section is a part of a page.
type Section struct {
	Title string // empty for the one that says what it is
	Text  string
	Code  bool // whether line breaks and spaces are to be kept
}

// Reference gives the pages of all commands and topics, in the order of help.
func Reference(l *i18n.Language) []Page {
	a := &app{world: &world{getenv: func(string) string { return "" }}, language: l}
	a.general = generalOptions{output: "table", lang: l.Code, color: "auto"}
	root := newRoot(a, nil)
	a.describeAll(root)
	pages := []Page{a.commandPage(root, defaultWidth)}
	for _, name := range commandNames() {
		c, _, _ := root.Find([]string{name})
		pages = append(pages, a.commandPage(c, defaultWidth))
	}
	for _, name := range topics() {
		page, _ := a.topicPage(name, render.Page{Width: defaultWidth}, defaultWidth) // a page in memory can be written
		pages = append(pages, page)
	}
	return pages
}

// commandPage is the help of a command, wrapped so that it fits a width with its
// parts indented below their headings.
func (a *app) commandPage(c *cobra.Command, width int) Page {
	inner := width - len(indent)
	h, texts := a.language.Help, a.language.Commands()[commandKey(c)]
	page := Page{Name: strings.ReplaceAll(c.CommandPath(), " ", "-"), Title: c.CommandPath(), Short: texts.Short}
	add := func(title i18n.Text, text string) {
		if text != "" {
			page.Sections = append(page.Sections, Section{Title: string(title), Text: text, Code: true})
		}
	}
	page.Sections = []Section{{Text: render.Prose(texts.Long, width)}}
	add(h.Usage, usageLine(c))
	if c.HasAvailableSubCommands() {
		add(h.Commands, a.commandList(inner))
		add(h.Topics, a.topicList(inner))
	}
	add(h.Flags, flagList(c.LocalNonPersistentFlags(), h, inner))
	add(h.GlobalFlags, flagList(generalFlags(c), h, inner))
	add(h.Examples, render.CommandLines(texts.Example, inner))
	add(h.ExitStatus, render.Prose(string(h.ExitCodes), inner))
	return page
}

// topicPage is help that belongs to no command; the plan file's lists its keys, as
// wide as the page that they are drawn on, its text wrapped to a width.
func (a *app) topicPage(name string, on render.Page, width int) (Page, error) {
	topic := a.language.Topics()[name]
	page := Page{Name: "embudo-" + name, Topic: true, Title: "embudo help " + name, Short: topic.Short}
	page.Sections = []Section{{Text: render.Prose(topic.Text, width), Code: true}}
	if name == "plan-file" {
		var keys strings.Builder
		if err := render.Table(&keys, report.Keys(plan.Keys(), a.language), on); err != nil {
			return page, err
		}
		page.Sections = append(page.Sections, Section{Text: strings.TrimRight(keys.String(), "\n"), Code: true})
	}
	return page, nil
}
