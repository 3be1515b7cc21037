package report

import (
	"strings"
	"unicode"

	"embudo/internal/i18n"
)

// Started is a plan file that was written to start from.
type Started struct {
	File     string
	Template string
}

// Init says which file was written, and what to do with it.
func Init(s Started, l *i18n.Language) *Document {
	return &Document{
		Language: l,
		Blocks: []Block{Lines{Lines: []string{
			l.Init.Wrote.Fill("file", s.File, "template", s.Template),
			l.Init.Next.Fill("file", Typed(s.File)),
		}}},
		Main: func() Table {
			return Table{
				Columns: []Column{{Key: "file"}, {Key: "template"}},
				Rows:    [][]Cell{{text(s.File), text(s.Template)}},
			}
		},
		Data: func() any { return startedDocument{Schema: "embudo/init/v1", File: s.File, Template: s.Template} },
	}
}

// startedDocument is the JSON of init. docs/json.md describes it.
type startedDocument struct {
	Schema   string `json:"schema"`
	File     string `json:"file"`
	Template string `json:"template"`
}

// Typed is the name of a file as one types it behind a command: in quotes where it
// has something in it that shells take for more than a letter.
func Typed(file string) string {
	special := func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("._-/:\\+,@", r)
	}
	switch {
	case file != "" && strings.IndexFunc(file, special) < 0:
		return file
	case strings.ContainsAny(file, "\"$`!"):
		return "'" + strings.ReplaceAll(file, "'", `'\''`) + "'"
	}
	return `"` + file + `"`
}
