package report

import "embudo/internal/i18n"

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
			l.Init.Next.Fill("file", s.File),
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
