package database

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"embudo/internal/actuals/sheet"
)

// problemArgs has every problem of a database there is, by its stable name, with
// the keys of what its sentence can speak of.
func problemArgs() map[string]string {
	return map[string]string{
		// the URL and what belongs to it
		"database-url":             "",
		"database-url-password":    "",
		"database-url-setting":     "got known",
		"database-url-value":       "setting known",
		"database-no-user":         "",
		"database-password-file":   "file why",
		"database-password-line":   "file",
		"database-certificate":     "file why",
		"database-environment":     "why",
		"database-time-zone":       "got",
		"database-sqlite-timezone": "got",

		// the connection
		"database-unreachable":     "why",
		"database-connect-timeout": "seconds",
		"database-no-password":     "user",
		"database-wrong-password":  "user",
		"database-refused":         "why",
		"database-encryption":      "why",

		// a SQLite file
		"database-no-file":    "",
		"database-not-sqlite": "",
		"database-locked":     "",
		"database-damaged":    "why",

		// the table or query
		"database-nothing-named":  "tables",
		"database-both-named":     "",
		"database-no-tables":      "",
		"database-table-name":     "got",
		"database-unknown-table":  "got tables",
		"database-not-permitted":  "why",
		"database-two-statements": "",
		"database-not-a-query":    "",
		"database-query":          "why",
		"database-column-twice":   "column",
		"database-unknown-column": "got columns",
		"database-no-date":        "columns",
		"database-column-type":    "column type",

		// what comes back
		"database-timeout":       "seconds",
		"database-too-many-rows": "max",
		"database-value":         "why",
		"database-count":         "got",
		"database-amount":        "got",
		"database-failed":        "why",
	}
}

// ProblemNames lists the stable name of every problem of a database, sorted.
func ProblemNames() []string { return slices.Sorted(maps.Keys(problemArgs())) }

// ProblemArgs lists the keys of what a problem's sentence can speak of.
func ProblemArgs(name string) []string { return strings.Fields(problemArgs()[name]) }

// problem makes a problem of a source from a name and the keys and values of its
// args, in turn.
func problem(source, name string, args ...string) *sheet.Problem {
	p := &sheet.Problem{Name: name, Source: source}
	for i := 0; i+1 < len(args); i += 2 {
		p.Args = append(p.Args, args[i], shown(args[i+1]))
	}
	return p
}

// maxShown bounds what a problem repeats of an engine's words, in characters.
const maxShown = 300

// shown makes a text of an engine, a file or a user fit to be repeated: one line
// of printable characters, cut where it is long.
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

// maxListed bounds how many tables or columns a problem lists.
const maxListed = 30

// listed is a list of names in a sentence.
func listed(names []string) string {
	if len(names) > maxListed {
		names = append(slices.Clone(names[:maxListed]), "…")
	}
	return strings.Join(names, ", ")
}
