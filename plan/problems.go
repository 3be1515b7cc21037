package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Problem is one thing that is wrong with a plan, or worth a notice.
type Problem struct {
	Name   string // stable, kebab-case; ProblemNames lists them all
	File   string // as the user wrote it, or "--set stages.mql.rate=35%"
	Line   int    // counted from 1; 0 for a setting and for a file as a whole
	Column int    // in characters, counted from 1
	Args   []Arg  // what its sentence speaks of

	Scenario string // the id of the scenario whose plan has it; empty for the plan itself
}

// Arg is one value that a problem's sentence speaks of: the id of a stage, what
// was found, what to write instead. Values are plain text of one line.
type Arg struct{ Key, Value string }

// Problems are all the problems of a file, in the order of their positions,
// those of settings first.
type Problems []Problem

// Error gives one line a problem, "file:line:column: name", for logs and tests;
// sentences for people are made from the names.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Position() + ": " + p.Name
	}
	return strings.Join(lines, "\n")
}

// Position is "file:line:column", or the file alone where there is no line.
func (p Problem) Position() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Arg is the value of a key, empty where the problem has no such key.
func (p Problem) Arg(key string) string {
	for _, a := range p.Args {
		if a.Key == key {
			return a.Value
		}
	}
	return ""
}

// ProblemNames lists the stable name of every problem there is, sorted.
func ProblemNames() []string {
	names := make([]string, 0, len(problemArgs()))
	for name := range problemArgs() {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// ProblemArgs lists the keys of what a problem's sentence can speak of.
func ProblemArgs(name string) []string {
	return strings.Fields(problemArgs()[name])
}

// sorted puts the problems in the order of their positions and drops those that
// are said twice.
func (ps Problems) sorted() Problems {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return slices.CompactFunc(ps, func(a, b Problem) bool {
		return a.Scenario == b.Scenario && a.fingerprint() == b.fingerprint()
	})
}

// fingerprint is what two problems have in common that say the same of the same
// place.
func (p Problem) fingerprint() string {
	parts := []string{p.Position(), p.Name}
	for _, a := range p.Args {
		parts = append(parts, a.Key, a.Value)
	}
	return strings.Join(parts, "\x00")
}

// maxShown bounds how much of a file's text a problem repeats, in characters.
const maxShown = 60

// newProblem makes a problem of a name and the keys and values of its args, in
// turn.
func newProblem(at place, name string, args ...string) Problem {
	p := Problem{Name: name, File: at.file, Line: at.line, Column: at.column}
	for i := 0; i+1 < len(args); i += 2 {
		key, value := args[i], args[i+1]
		if key != "known" {
			value = shown(value)
		}
		p.Args = append(p.Args, Arg{key, value})
	}
	return p
}

// shown makes text of a file fit to be repeated in a message: one line of
// printable characters, without a password, cut where it is long.
func shown(s string) string {
	var b strings.Builder
	count := 0
	for _, r := range strings.TrimSpace(withoutPassword(s)) {
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
