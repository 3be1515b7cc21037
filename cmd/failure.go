package cmd

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"

	"embudo/internal/actuals"
	tables "embudo/internal/actuals/sheet"
	"embudo/internal/i18n"
	"embudo/internal/render"
	"embudo/internal/report"
	"embudo/plan"
)

// failure is why a command could not do it. It is told in the user's language,
// and to scripts in English.
type failure struct {
	exit   int
	name   string // stable, for scripts
	choose func(*i18n.Errors) (text, hint i18n.Text)
	values []any // of the placeholders, as for [i18n.Text.Fill]
}

func (f *failure) Error() string {
	text, _ := f.tell(i18n.English())
	return text
}

func (f *failure) tell(l *i18n.Language) (text, hint string) {
	t, h := f.choose(&l.Errors)
	values := slices.Clone(f.values)
	for i, value := range values {
		if why, ok := value.(systemReason); ok {
			values[i] = why.in(l)
		}
	}
	return t.Fill(values...), h.Fill(values...)
}

// usage is a failure of the one who typed the command.
func usage(name string, choose func(*i18n.Errors) (text, hint i18n.Text), values ...any) error {
	return &failure{exit: exitUsage, name: name, choose: choose, values: values}
}

// invalid is a plan file with problems.
type invalid struct{ problems plan.Problems }

func (e *invalid) Error() string { return e.problems.Error() }

// quiet ends a command with a code and without a word: the result has said it.
type quiet struct{ exit int }

func (e *quiet) Error() string { return fmt.Sprintf("exit %d", e.exit) }

// several are failures of which none hides the others: files of which some were
// read all the same.
type several []error

func (e several) Error() string { return errors.Join(e...).Error() }

// cannotRead tells why a file was not read.
func cannotRead(file string, err error) *failure {
	f := &failure{exit: exitFailed, values: []any{"file", shown(file), "why", systemReason{err}}}
	switch {
	case errors.Is(err, errDirectory):
		f.name = "is-directory"
		f.choose = func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.IsDirectory, "" }
	case errors.Is(err, fs.ErrNotExist):
		f.name = "no-such-file"
		f.choose = func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NoSuchFile, "" }
	case errors.Is(err, fs.ErrPermission):
		f.name = "not-permitted"
		f.choose = func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NotPermitted, "" }
	default:
		f.name = "cannot-read"
		f.choose = func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.CannotRead, "" }
	}
	return f
}

// cannotWrite tells why a file was not written.
func cannotWrite(file string, err error) error {
	f := &failure{exit: exitFailed, name: "cannot-write", values: []any{"file", shown(file), "why", systemReason{err}}}
	f.choose = func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.CannotWrite, "" }
	switch {
	case errors.Is(err, fs.ErrExist):
		f.name = "exists"
		f.choose = func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.Exists, e.ExistsHint }
	case errors.Is(err, fs.ErrPermission):
		f.name = "not-permitted"
		f.choose = func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NotPermitted, "" }
	case errors.Is(err, fs.ErrNotExist):
		f.name = "no-such-folder"
		f.choose = func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NoSuchFolder, e.FolderHint }
		f.values = append(f.values, "folder", filepath.Dir(file))
	}
	return f
}

// shown is the name of a file as errors and results give it.
func shown(file string) string {
	if file == "-" {
		return "<stdin>"
	}
	return file
}

// pathOf is the file that an error of the system is about, empty where it names
// none.
func pathOf(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Path
	}
	return ""
}

// ofSources are the problems of sources that an error is about, if it is about
// any.
func ofSources(err error) []*tables.Problem {
	var problem *tables.Problem
	var questions *actuals.Questions
	switch {
	case errors.As(err, &questions):
		return questions.Problems
	case errors.As(err, &problem):
		return []*tables.Problem{problem}
	}
	return nil
}

// exitCode is the code that an error ends the program with.
func exitCode(err error) int {
	var f *failure
	var q *quiet
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &f):
		return f.exit
	case errors.As(err, &q):
		return q.exit
	default:
		return exitFailed
	}
}

// tell writes an error to people: where, what, and below it what to do.
func tell(w io.Writer, l *i18n.Language, err error) {
	var f *failure
	var bad *invalid
	var q *quiet
	var many several
	switch {
	case errors.As(err, &many):
		for _, one := range many {
			tell(w, l, one)
		}
	case errors.As(err, &q):
	case len(ofSources(err)) > 0:
		for _, p := range ofSources(err) {
			text, hint := report.SourceText(p, l)
			tellOne(w, l, report.SourcePosition(p)+": "+text, hint)
		}
	case errors.As(err, &bad):
		for _, p := range bad.problems {
			text, hint := report.ProblemText(p, l)
			tellOne(w, l, p.Position()+": "+text, hint)
		}
	case errors.As(err, &f):
		text, hint := f.tell(l)
		tellOne(w, l, text, hint)
	default:
		tellOne(w, l, err.Error(), "")
	}
}

func tellOne(w io.Writer, l *i18n.Language, text, hint string) {
	_, _ = fmt.Fprintln(w, "embudo: "+harmless(text))
	if hint != "" {
		_, _ = fmt.Fprintln(w, "embudo: "+l.Errors.Hint.Fill("hint", harmless(hint)))
	}
}

// errorDocument is an error for scripts. docs/json.md describes it.
type errorDocument struct {
	Schema string               `json:"schema"`
	Errors []report.ProblemJSON `json:"errors"`
}

// tellJSON writes an error to scripts, as one object.
func tellJSON(w io.Writer, err error) {
	var q *quiet
	if errors.As(err, &q) {
		return
	}
	_ = render.EncodeJSON(w, errorDocument{Schema: "embudo/error/v1", Errors: problemsOf(err)}, "")
}

// problemsOf is an error as scripts read it.
func problemsOf(err error) []report.ProblemJSON {
	var f *failure
	var bad *invalid
	var many several
	switch {
	case errors.As(err, &many):
		problems := []report.ProblemJSON{}
		for _, one := range many {
			problems = append(problems, problemsOf(one)...)
		}
		return problems
	case len(ofSources(err)) > 0:
		return report.SourcesJSON(ofSources(err))
	case errors.As(err, &bad):
		return report.ProblemsJSON(bad.problems)
	case errors.As(err, &f):
		text, hint := f.tell(i18n.English())
		return []report.ProblemJSON{{Name: f.name, Message: text, Hint: hint}}
	}
	return []report.ProblemJSON{{Name: "error", Message: err.Error()}}
}
