package cmd

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"embudo/internal/config"
	"embudo/internal/i18n"
	"embudo/internal/render"
	"embudo/internal/report"
	"embudo/plan"
)

// app is what every command has: the world, the user's language, and the flags
// of every command.
type app struct {
	*world
	language *i18n.Language
	general  generalOptions
	unfit    error // a preference that does not fit
	helped   error // of --help, which cobra asks for without wanting to know how it went
}

// generalOptions are the flags of every command, with the user's preferences as
// defaults.
type generalOptions struct {
	output     string
	outputFile string
	format     string // of the result: the output typed, else by the file's ending, else output
	chosen     bool   // whether the format was typed, as an output or an ending
	force      bool
	lang       string
	color      string
	chart      bool
	noChart    bool
}

// run is a whole run of embudo.
func run(ctx context.Context, w *world, args []string) int {
	a := &app{world: w}
	typed := peek(args, "output", "o")
	a.prepare(args)
	root := newRoot(a, args)
	if completing(args) {
		a.describeAll(root)
	}
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if err == nil {
		err = a.helped
	}
	switch {
	case err == nil:
	case cmp.Or(typed, a.general.output) == "json":
		tellJSON(w.stderr, err)
	default:
		tell(w.stderr, a.language, err)
	}
	return exitCode(err)
}

// completing reports whether it is the shell that asks, for words to complete.
func completing(args []string) bool {
	return len(args) > 0 && strings.HasPrefix(args[0], cobra.ShellCompRequestCmd)
}

// prepare finds the user's language and preferences, which the texts and
// defaults of all commands need before the flags are read. One that does not fit
// is passed over here: help must be there all the same, and only what runs says
// what is wrong with it.
func (a *app) prepare(args []string) {
	preferences, err := config.Load(config.Source{
		Getenv:   a.getenv,
		ReadFile: func(name string) ([]byte, error) { return a.read(name, preferencesLimit) },
		Files:    a.preferenceFiles(),
	})
	if err != nil {
		a.unfit = preferenceFailure(err)
	}
	preferences.Lang.Value = i18n.Code(preferences.Lang.Value)
	a.fit(&preferences.Lang, append(i18n.Codes(), ""), "")
	a.fit(&preferences.Output, render.Formats(), render.Formats()[0])
	a.fit(&preferences.Color, colors(), colors()[0])
	a.language = a.chooseLanguage(peek(args, "lang", ""), preferences.Lang.Value, a.locale())
	a.general = generalOptions{
		output: preferences.Output.Value,
		lang:   a.language.Code,
		color:  preferences.Color.Value,
		format: preferences.Output.Value,
	}
}

// fit refuses a preference that the flag would refuse, and takes what is built
// in for it.
func (a *app) fit(p *config.Preference, choices []string, builtIn string) {
	if slices.Contains(choices, p.Value) {
		return
	}
	if a.unfit == nil {
		what := p.From
		if what != config.Variable(p.Key) {
			what += ": " + p.Key
		}
		f := notAChoice(strconv.Quote(p.Value), slices.DeleteFunc(choices, func(s string) bool { return s == "" }))
		f.exit, f.name = exitFailed, "preferences"
		a.unfit = withValues(f, "what", what)
	}
	p.Value = builtIn
}

// preferencesLimit is more than any file of preferences holds.
const preferencesLimit = 1 << 20

// peek finds the value of a flag before flags are read: what errors look like
// must be known even when reading the flags is what fails.
func peek(args []string, long, short string) string {
	value := ""
	for i, arg := range args {
		next := ""
		if i+1 < len(args) {
			next = args[i+1]
		}
		switch {
		case arg == "--":
			return value
		case arg == "--"+long || short != "" && arg == "-"+short:
			value = next
		case strings.HasPrefix(arg, "--"+long+"="):
			value = strings.TrimPrefix(arg, "--"+long+"=")
		case short != "" && strings.HasPrefix(arg, "-"+short):
			value = strings.TrimPrefix(strings.TrimPrefix(arg, "-"+short), "=")
		}
	}
	return value
}

// chooseLanguage takes the first of the codes that there is a language for.
func (a *app) chooseLanguage(codes ...string) *i18n.Language {
	for _, code := range codes {
		if l, ok := i18n.For(code); ok {
			return l
		}
	}
	return i18n.English()
}

// locale is what the environment says of the language. The first of the
// variables that is set decides, as everywhere.
func (a *app) locale() string {
	return cmp.Or(a.getenv("LC_ALL"), a.getenv("LC_MESSAGES"), a.getenv("LANG"))
}

// preferenceFailure is a file of preferences that cannot be used.
func preferenceFailure(err error) error {
	file, why := "", err
	var inFile *config.FileError
	if errors.As(err, &inFile) {
		file, why = inFile.File, inFile.Err
	}
	var key *config.UnknownKeyError
	f := &failure{exit: exitFailed, name: "preferences"}
	switch {
	case errors.As(why, &key):
		f.choose = func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.PreferenceKey, e.PreferencesHint }
		f.values = []any{"file", file, "key", strconv.Quote(key.Key), "outputs", strings.Join(render.Formats(), ", ")}
	case errors.Is(why, config.ErrNotYAML):
		f.choose = func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.PreferencesNotYAML, e.PreferencesHint }
		f.values = []any{"file", file, "outputs", strings.Join(render.Formats(), ", ")}
	default:
		return cannotRead(file, why)
	}
	return f
}

// planLimit is more than package plan takes; it says so itself.
const planLimit = plan.MaxSize + 1

// readPlan reads a plan file with its settings.
func (a *app) readPlan(name string, settings []plan.Setting) (*plan.Plan, error) {
	data, err := a.read(name, planLimit)
	if err != nil {
		return nil, cannotRead(name, err)
	}
	p, problems := plan.Read(plan.File{Name: shown(name), Data: data}, settings...)
	if len(problems) > 0 {
		return nil, &invalid{problems}
	}
	return p, nil
}

// readDatedPlan reads a plan for a command that needs its period.
func (a *app) readDatedPlan(name string, settings []plan.Setting) (*plan.Plan, error) {
	return a.readDatedScenario(name, settings, "")
}

// readScenario reads the plan that a scenario makes of a plan file; an empty one is
// the plan as it stands.
func (a *app) readScenario(name string, settings []plan.Setting, scenario string) (*plan.Plan, error) {
	p, err := a.readPlan(name, settings)
	if err != nil || scenario == "" {
		return p, err
	}
	return scenarioOf(p, name, scenario)
}

// readDatedScenario reads it for a command that needs its period.
func (a *app) readDatedScenario(name string, settings []plan.Setting, scenario string) (*plan.Plan, error) {
	p, err := a.readScenario(name, settings, scenario)
	if err == nil && p.Period.Span == nil {
		return nil, noPeriod(shown(name))
	}
	return p, err
}

// scenarioOf is the plan of a scenario, or what may have been meant by a name that
// is none.
func scenarioOf(p *plan.Plan, file, id string) (*plan.Plan, error) {
	if scenario, ok := p.Scenario(id); ok {
		return scenario, nil
	}
	known := p.ScenarioIDs()
	if len(known) == 0 {
		return nil, noScenarios(file)
	}
	err := unknown("unknown-scenario", id, known, func(e *i18n.Errors) (i18n.Text, i18n.Text) {
		return e.UnknownScenario, e.ScenarioChoices
	})
	return nil, withValues(err, "file", shown(file), "scenarios", strings.Join(known, ", "))
}

// noScenarios is a plan without scenarios for one who wants one.
func noScenarios(file string) error {
	return usage("no-scenarios", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NoScenarios, e.NoScenariosHint },
		"file", shown(file), "example", "scenarios: {plan-b: {budget: 30000}}")
}

// noPeriod is a plan without dates for a command that needs them.
func noPeriod(file string) error {
	return &failure{
		exit: exitFailed, name: "no-period", values: []any{"file", file},
		choose: func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NoPeriod, e.NoPeriodHint },
	}
}

// begin settles what a command needs once its flags are read: the preferences
// fit, and the format of the result is known. Who names a file plan.csv and types
// no format means CSV.
func (a *app) begin(c *cobra.Command) error {
	if explains := c.Name() == "help" || !c.HasParent(); !explains && !completing([]string{c.Name()}) && a.unfit != nil {
		return a.unfit
	}
	a.general.format, a.general.chosen = a.general.output, c.Flags().Changed("output")
	if format, ok := render.ByEnding(filepath.Ext(a.general.outputFile)); ok && !a.general.chosen && slices.Contains(formatsOf(c), format) {
		a.general.format, a.general.chosen = format, true
	}
	if formats := formatsOf(c); !slices.Contains(formats, a.general.format) {
		a.general.format = formats[0] // of a command that has no other
	}
	if err := a.fittingEnding(c); err != nil {
		return err
	}
	return a.presentable(c)
}

// presentable refuses to show a workbook on a terminal, which would take its bytes
// for orders.
func (a *app) presentable(c *cobra.Command) error {
	_, terminal := a.terminal(a.stdout)
	if a.general.format != "xlsx" || a.general.outputFile != "" && a.general.outputFile != "-" || !terminal {
		return nil
	}
	return usage("not-for-terminals", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NotShown, e.NotShownHint },
		"file", c.Name()+".xlsx")
}

// formatsOf lists the formats that a command's result can be written in.
func formatsOf(c *cobra.Command) []string {
	if formats, ok := c.Flag("output").Value.(*choice); ok {
		return formats.Choices()
	}
	return render.Formats()
}

// show draws a document as the flags ask, to standard output or a file.
func (a *app) show(d *report.Document) error {
	draw, _ := render.For(a.general.format)
	var drawn bytes.Buffer
	if err := draw(&drawn, d, a.page()); err != nil {
		return err
	}
	return a.deliver(drawn.Bytes())
}

// deliver writes a result to standard output or to the file of --output-file.
func (a *app) deliver(data []byte) error {
	if file := a.general.outputFile; file != "" && file != "-" {
		return a.save(file, data)
	}
	if _, err := io.Copy(a.stdout, bytes.NewReader(data)); err != nil {
		return cannotWrite("<stdout>", err)
	}
	return nil
}

// save writes a file, over one that is there only with --force, and never over one
// that this run reads.
func (a *app) save(file string, data []byte) error {
	if err := a.spare(file); err != nil {
		return err
	}
	write := a.create
	if a.general.force {
		write = a.replace
	}
	if err := write(file, data); err != nil {
		return cannotWrite(file, err)
	}
	return nil
}

// spare refuses to let a result take the place of a file that this run reads: a
// plan or leads would be lost for a table.
func (a *app) spare(file string) error {
	if !a.reads(file) {
		return nil
	}
	return usage("is-input", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.IsInput, e.IsInputHint }, "file", shown(file))
}

// defaultWidth is that of a page that is no terminal.
const defaultWidth = 80

// page is as wide as the terminal, or what COLUMNS says, and in colour where
// that is wanted.
func (a *app) page() render.Page {
	width, terminal := a.terminal(a.stdout)
	if !terminal || a.general.outputFile != "" {
		terminal, width = false, defaultWidth
		if columns, err := strconv.Atoi(a.getenv("COLUMNS")); err == nil && columns > 0 {
			width = columns
		}
	}
	colored := a.general.color == "always" || a.general.color == "auto" &&
		terminal && a.getenv("NO_COLOR") == "" && a.getenv("TERM") != "dumb"
	return render.Page{
		Width: width, Color: colored,
		Charts: !a.general.noChart && (terminal || a.general.chart), ASCII: plainLetters(a.getenv),
	}
}

// plainLetters reports whether a terminal has letters alone: its locale names
// another character set than UTF-8, or the terminal is one of few characters, as
// the console of Linux. An environment that says nothing is taken for one of today.
func plainLetters(getenv func(string) string) bool {
	switch getenv("TERM") {
	case "dumb", "linux", "vt100", "vt220":
		return true
	}
	locale := strings.ToLower(cmp.Or(getenv("LC_ALL"), getenv("LC_CTYPE"), getenv("LANG")))
	return locale != "" && !strings.Contains(locale, "utf-8") && !strings.Contains(locale, "utf8")
}
