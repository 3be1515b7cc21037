package cmd

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
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
	helped   error // of --help, which cobra asks for without wanting to know how it went
}

// generalOptions are the flags of every command, with the user's preferences as
// defaults.
type generalOptions struct {
	output     string
	outputFile string
	force      bool
	lang       string
	color      string
}

// run is a whole run of embudo.
func run(ctx context.Context, w *world, args []string) int {
	a := &app{world: w, language: i18n.English()}
	typed := peek(args, "output", "o")
	err := a.prepare(args)
	if err == nil {
		root := newRoot(a)
		if len(args) > 0 && strings.HasPrefix(args[0], cobra.ShellCompRequestCmd) {
			a.describeAll(root)
		}
		root.SetArgs(args)
		if err = root.ExecuteContext(ctx); err == nil {
			err = a.helped
		}
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

// prepare finds the user's language and preferences, which the texts and
// defaults of all commands need before the flags are read.
func (a *app) prepare(args []string) error {
	a.language = a.chooseLanguage(peek(args, "lang", ""), a.getenv(config.Variable("lang")), a.locale())
	a.general.output = a.getenv(config.Variable("output")) // what errors look like until files are read
	preferences, err := config.Load(config.Source{
		Getenv:   a.getenv,
		ReadFile: func(name string) ([]byte, error) { return a.read(name, preferencesLimit) },
		Files:    a.preferenceFiles(),
	})
	if err != nil {
		return preferenceFailure(err)
	}
	if err := checkPreferences(preferences); err != nil {
		return err
	}
	a.language = a.chooseLanguage(peek(args, "lang", ""), preferences.Lang, a.locale())
	a.general = generalOptions{
		output: preferences.Output,
		lang:   a.language.Code,
		color:  preferences.Color,
	}
	return nil
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

// locale is the language of the environment: es for es_CL.UTF-8. The first of
// the variables that is set decides, as everywhere.
func (a *app) locale() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := a.getenv(name); value != "" {
			language, _, _ := strings.Cut(value, "_")
			language, _, _ = strings.Cut(language, ".")
			return strings.ToLower(language)
		}
	}
	return ""
}

func preferenceFailure(err error) error {
	file, why := "", err
	var inFile *config.FileError
	if errors.As(err, &inFile) {
		file, why = inFile.File, inFile.Err
	}
	return &failure{
		exit: exitFailed, name: "preferences",
		choose: func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.Preferences, e.PreferencesHint },
		values: []any{"file", file, "why", reason(why), "outputs", strings.Join(render.Formats(), ", ")},
	}
}

// checkPreferences refuses values that the flags would refuse.
func checkPreferences(p config.Preferences) error {
	for _, preference := range []struct {
		key, value string
		choices    []string
	}{
		{"lang", p.Lang, append(i18n.Codes(), "")},
		{"output", p.Output, render.Formats()},
		{"color", p.Color, colors()},
	} {
		if !slices.Contains(preference.choices, preference.value) {
			f := preferenceFailure(&config.FileError{
				File: config.Variable(preference.key) + " / .embudo.yaml",
				Err:  errors.New(preference.key + ": " + strconv.Quote(preference.value)),
			})
			return f
		}
	}
	return nil
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

// show draws a document as the flags ask, to standard output or a file.
func (a *app) show(d *report.Document) error {
	draw, _ := render.For(a.general.output)
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

// save writes a file, over one that is there only with --force.
func (a *app) save(file string, data []byte) error {
	write := a.create
	if a.general.force {
		write = a.replace
	}
	if err := write(file, data); err != nil {
		return cannotWrite(file, err)
	}
	return nil
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
	return render.Page{Width: width, Color: colored}
}
