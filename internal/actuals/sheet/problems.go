package sheet

import (
	"strconv"
	"strings"
	"unicode"
)

// Problem is why a source cannot be read. It has a sentence in every language,
// by its name.
type Problem struct {
	Name   string // stable, kebab-case; ProblemNames lists them all
	Source string // the file or database as its user named it
	Row    int    // as in [Row]; 0 where it concerns no row
	Args   []any  // what the sentence speaks of: name, value, name, value, …
	Cause  error  // what more there is to tell, for instance plan.Problems of a YAML file; nil without
}

// Error gives the source, row and name, for logs and tests.
func (p *Problem) Error() string { return p.place() + ": " + p.Name }

// Unwrap gives the cause.
func (p *Problem) Unwrap() error { return p.Cause }

func (p *Problem) place() string {
	if p.Row == 0 {
		return p.Source
	}
	return p.Source + ":" + strconv.Itoa(p.Row)
}

// ProblemNames lists every problem that this package finds, by its stable name,
// with the names of what its sentence can speak of.
func ProblemNames() map[string][]string {
	names := make(map[string][]string, len(problemArgs()))
	for name, args := range problemArgs() {
		names[name] = strings.Fields(args)
	}
	return names
}

// problemArgs has every problem there is, with the names of its args.
func problemArgs() map[string]string {
	return map[string]string{
		// what the file is
		"empty-file":      "",
		"binary-file":     "format",
		"compressed-file": "format",
		"html-page":       "",
		"xml-file":        "",
		"old-xls":         "",
		"other-workbook":  "format",
		"nul-byte":        "",
		"file-changed":    "",

		// text
		"unknown-encoding":  "got known",
		"mixed-encoding":    "",
		"broken-utf-16":     "",
		"unknown-delimiter": "got known",
		"unclosed-quote":    "column",
		"stray-quote":       "column",

		// bounds
		"cell-too-long":    "column max",
		"row-too-long":     "max",
		"too-many-columns": "max",
		"too-many-rows":    "max",

		// sheets
		"no-sheets":        "got",
		"unknown-sheet":    "got known",
		"no-visible-sheet": "known",

		// XLSX
		"broken-xlsx":    "part",
		"xlsx-too-large": "part",
		"xlsx-strings":   "max",

		// JSON and YAML
		"bad-json":       "line",
		"bad-yaml":       "line column",
		"yaml-too-large": "max",
		"no-rows":        "",
		"not-an-object":  "",
		"several-lists":  "known",
	}
}

// source is a file by its name as its user gave it, for problems to name.
type source string

// problem says what is wrong with the file; args are names and values in turn.
func (s source) problem(name string, args ...any) *Problem {
	return s.problemAt(0, name, args...)
}

// problemAt says what is wrong with one of its rows.
func (s source) problemAt(row int, name string, args ...any) *Problem {
	return &Problem{Name: name, Source: string(s), Row: row, Args: args}
}

// Bounds on how much of a file's text a problem repeats.
const (
	maxShown      = 60 // characters of a name
	maxShownNames = 20
)

// list joins names for a message.
func list(names []string) string {
	var shortened []string
	for _, name := range names[:min(len(names), maxShownNames)] {
		shortened = append(shortened, shown(name))
	}
	if len(names) > maxShownNames {
		shortened = append(shortened, "…")
	}
	return strings.Join(shortened, ", ")
}

// shown makes text of a file fit to be repeated in a message: one line of
// printable characters, cut where it is long.
func shown(s string) string {
	var b strings.Builder
	count := 0
	for _, r := range strings.TrimSpace(s) {
		if count == maxShown {
			b.WriteString("…")
			break
		}
		switch {
		case unicode.IsSpace(r):
			b.WriteRune(' ')
		case unicode.IsPrint(r):
			b.WriteRune(r)
		default:
			b.WriteRune(unicode.ReplacementChar)
		}
		count++
	}
	return b.String()
}
