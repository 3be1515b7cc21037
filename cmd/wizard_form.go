package cmd

import (
	"errors"
	"io"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/huh"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	_ "embudo/cmd/internal/noprobe" // before huh: see there
	"embudo/internal/i18n"
)

// errStopped is a user who stops the questions.
var errStopped = errors.New("stopped")

// dialog puts the questions on the terminal. A plain one asks line by line and
// draws nothing anew, for screen readers and terminals that cannot do it.
type dialog struct {
	app   *app
	plain bool
	lines lines
}

func (a *app) newDialog() *dialog {
	plain := a.getenv("TERM") == "dumb" || a.getenv("EMBUDO_ACCESSIBLE") != "" || a.getenv("ACCESSIBLE") != ""
	profile := termenv.ANSI // the terminal's own colours; bold and reverse are wanted without colour too
	if plain {
		profile = termenv.Ascii
	}
	lipgloss.SetColorProfile(profile)
	return &dialog{app: a, plain: plain, lines: lines{from: a.stdin}}
}

// intro says what comes.
func (d *dialog) intro(file string) error {
	return d.app.say(d.app.language.Wizard.Intro.Fill("file", file))
}

// ask asks all questions.
func (d *dialog) ask(w *wizard) error {
	if d.plain {
		return d.askPlainly(w)
	}
	var groups []*huh.Group
	for _, s := range w.sheets() {
		groups = append(groups, d.group(w, s))
	}
	return d.run(groups...)
}

// askPlainly asks one sheet after the other, as lines.
func (d *dialog) askPlainly(w *wizard) error {
	for _, s := range w.sheets() {
		if err := d.app.say("", s.title, s.why); err != nil {
			return err
		}
		var fields []huh.Field
		for _, f := range s.fields {
			prompt := w.language.Wizard.Answer.Fill("question", f.label, "usual", w.usual()[f.ask])
			fields = append(fields, d.input(w, f).Title(prompt))
		}
		if err := d.run(huh.NewGroup(fields...)); err != nil {
			return err
		}
	}
	return nil
}

// group is a sheet as a page: what it asks, the answers, and below them what
// they come to.
func (d *dialog) group(w *wizard, s sheet) *huh.Group {
	width := 0
	for _, f := range s.fields {
		width = max(width, lipgloss.Width(f.label))
	}
	var fields []huh.Field
	for _, f := range s.fields {
		q := &question{Input: d.input(w, f), wizard: w, field: f, clauses: s.clauses}
		if len(s.fields) > 1 {
			label := f.label + strings.Repeat(" ", width-lipgloss.Width(f.label))
			q.Inline(true).Title(label).Prompt("  ")
		}
		fields = append(fields, q)
	}
	return huh.NewGroup(fields...).Title(s.title).Description(s.why + "\n")
}

func (d *dialog) input(w *wizard, f field) *huh.Input {
	return huh.NewInput().
		Value(&w.typed[f.ask]).
		Validate(func(typed string) error { return w.check(f, typed) })
}

// decide asks what to do once the numbers were seen.
func (d *dialog) decide(file string) (decision, error) {
	if d.plain {
		return d.decideByLetter(file)
	}
	var decided decision
	ask := decisionField(&d.app.language.Wizard, file, &decided)
	err := d.run(huh.NewGroup(ask).WithShowHelp(false))
	return decided, err
}

// decideByLetter does the same on a line. The choices of huh's own plain mode
// speak English.
func (d *dialog) decideByLetter(file string) (decision, error) {
	t := &d.app.language.Wizard
	letters := letterValues(t.Letters)
	var typed string
	err := d.run(huh.NewGroup(huh.NewInput().
		Title(t.WriteOrElse.Fill(append(letters, "file", file)...)).
		Value(&typed).
		Validate(func(typed string) error {
			if _, ok := decisionOf(typed, t.Letters); !ok {
				return errors.New(t.LetterIsNone.Fill(letters...))
			}
			return nil
		})))
	decided, _ := decisionOf(typed, t.Letters)
	return decided, err
}

// run puts groups on the terminal, one after the other, below an empty line.
func (d *dialog) run(groups ...*huh.Group) error {
	if _, err := io.WriteString(d.app.stdout, "\n"); err != nil {
		return err
	}
	form := d.form(groups...)
	if d.plain {
		if err := form.Run(); err != nil {
			return err
		}
		if d.lines.ended {
			return errStopped
		}
		return nil
	}
	// Whoever ends the program waits until the terminal is as it was.
	d.app.beginWriting()
	defer d.app.writing.Unlock()
	err := form.Run()
	if errors.Is(err, huh.ErrUserAborted) || err == nil && form.State != huh.StateCompleted {
		return errStopped
	}
	return err
}

// form is huh's, in the user's language.
func (d *dialog) form(groups ...*huh.Group) *huh.Form {
	form := huh.NewForm(groups...).WithTheme(d.theme()).WithKeyMap(d.keys()).WithOutput(d.app.stdout)
	if d.plain {
		return form.WithAccessible(true).WithInput(&d.lines)
	}
	width, terminal := d.app.terminal(d.app.stdout)
	if !terminal {
		width = defaultWidth
	}
	return form.WithAccessible(false).WithInput(d.app.stdin).WithWidth(min(width, defaultWidth))
}

// keys are huh's, with what they do in the user's language.
func (d *dialog) keys() *huh.KeyMap {
	t, k := &d.app.language.Wizard, huh.NewDefaultKeyMap()
	for _, binding := range []struct {
		key  *key.Binding
		does i18n.Text
	}{
		{&k.Input.Next, t.Next},
		{&k.Input.Prev, t.Back},
		{&k.Input.Submit, t.Next},
		{&k.Note.Next, t.Next},
		{&k.Note.Prev, t.Back},
		{&k.Note.Submit, t.Next},
	} {
		binding.key.SetHelp(binding.key.Help().Key, string(binding.does))
	}
	k.Input.AcceptSuggestion.SetEnabled(false)
	k.Select.Filter.SetEnabled(false)
	return k
}

// theme is the look of the questions: bold and faint, and where colour is wanted
// the terminal's own.
func (d *dialog) theme() *huh.Theme {
	t := huh.ThemeBase()
	plain, bold, faint := lipgloss.NewStyle(), lipgloss.NewStyle().Bold(true), lipgloss.NewStyle().Faint(true)
	t.FieldSeparator = plain.SetString("\n")
	t.Group.Title, t.Group.Description = bold, plain
	t.Help.ShortKey, t.Help.ShortDesc, t.Help.ShortSeparator, t.Help.Ellipsis = faint, faint, faint, faint
	for _, style := range []*huh.FieldStyles{&t.Focused, &t.Blurred} {
		style.Base, style.Card, style.Title = plain, plain, plain
		style.TextInput.Placeholder = faint
		style.ErrorMessage = bold
	}
	t.Focused.Title = bold
	if d.app.page().Color {
		accent := lipgloss.Color("6")
		t.Focused.TextInput.Prompt = t.Focused.TextInput.Prompt.Foreground(accent)
		t.Focused.SelectSelector = t.Focused.SelectSelector.Foreground(accent)
		t.Focused.ErrorMessage = plain.Foreground(lipgloss.Color("1"))
	}
	return t
}

// lines hands a stream out line by line, because a prompt that reads ahead takes
// what the next one asks for.
type lines struct {
	from  io.Reader
	ended bool // there is no more, or no end to a line
}

// maxLine is longer than any answer, in bytes.
const maxLine = 1 << 10

// Read gives the rest of one line.
func (l *lines) Read(p []byte) (n int, err error) {
	for n < min(len(p), maxLine) {
		read, err := l.from.Read(p[n : n+1])
		n += read
		switch {
		case err != nil:
			l.ended = true
			return n, err
		case read == 1 && p[n-1] == '\n':
			return n, nil
		}
	}
	l.ended = true
	return 0, io.EOF
}
