package report

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"embudo/internal/i18n"
	"embudo/plan"
)

// Validated is what the check of one plan file found.
type Validated struct {
	File     string
	Unread   *Unread // nil where the file could be read
	Problems plan.Problems
	Notices  plan.Problems
}

// Unread is why a file could not be read.
type Unread struct {
	Name string                        // stable, as problems have it
	Text func(l *i18n.Language) string // in a language, without the file's name
}

// problems is how many problems a file has; that it cannot be read is one.
func (v Validated) problems() int {
	if v.Unread != nil {
		return 1
	}
	return len(v.Problems)
}

// Validate shows what is wrong with plan files, a line a problem in the form
// that editors understand, its hint below it.
func Validate(files []Validated, l *i18n.Language) *Document {
	d := &Document{Language: l, Main: func() Table { return problemTable(files) }, Data: func() any { return validateJSON(files) }}
	var lines []string
	invalid, problems := 0, 0
	for _, file := range files {
		if file.Unread != nil {
			lines = append(lines, file.File+": "+file.Unread.Name+": "+file.Unread.Text(l))
		}
		for _, p := range slices.Concat(file.Problems, file.Notices) {
			lines = append(lines, problemLines(p, l)...)
		}
		if file.problems() == 0 {
			lines = append(lines, l.Validate.Valid.Fill("file", file.File))
		} else {
			invalid++
			problems += file.problems()
		}
	}
	d.Blocks = append(d.Blocks, Lines{Lines: lines, Whole: true})
	if invalid > 0 {
		d.Blocks = append(d.Blocks, Lines{Lines: []string{l.Validate.Invalid.Fill(
			"problems", l.Quantity(big.NewInt(int64(problems))), "files", l.Count(big.NewInt(int64(invalid))),
			"all", l.Quantity(big.NewInt(int64(len(files)))))}})
	}
	return d
}

// problemLines is a problem as people read it: where, its name, what, and below
// it what to write instead.
func problemLines(p plan.Problem, l *i18n.Language) []string {
	text, hint := ProblemText(p, l)
	lines := []string{p.Position() + ": " + p.Name + ": " + text}
	if hint != "" {
		lines = append(lines, "  "+l.Validate.Hint.Fill("hint", hint))
	}
	return lines
}

// ProblemText is what is wrong, and what to write instead, in a language.
func ProblemText(p plan.Problem, l *i18n.Language) (text, hint string) {
	var filled []any
	for _, arg := range p.Args {
		filled = append(filled, arg.Key, arg.Value)
	}
	sentence := l.Problems()[p.Name]
	text, hint = sentence.Text.Fill(filled...), sentence.Hint.Fill(filled...)
	key := p.Arg("key")
	if after, ok := strings.CutPrefix(text, key+": "); ok && key != "" {
		text = inStage(key, l) + ": " + after
	}
	if p.Scenario != "" && p.Arg("scenario") == "" {
		text = l.Validate.Within.Fill("scenario", p.Scenario, "text", text)
	}
	return text, hint
}

// inStage is a key as it stands before what is wrong with its value: that of a
// stage behind the stage, stage "mql": rate, as the problems of rates have it.
func inStage(key string, l *i18n.Language) string {
	_, inner, ok := strings.Cut("."+key, ".stages.")
	stage, name, named := strings.Cut(inner, ".")
	if _, err := strconv.Atoi(stage); !ok || !named || err == nil {
		return key // a stage without an id is told by its place
	}
	return l.Validate.Stage.Fill("stage", stage) + ": " + name
}

func problemTable(files []Validated) Table {
	t := Table{Columns: []Column{
		{Key: "file"}, {Key: "line"}, {Key: "column"}, {Key: "name"}, {Key: "severity"}, {Key: "message"}, {Key: "hint"},
	}}
	add := func(problems []ProblemJSON, severity string) {
		for _, p := range problems {
			t.Rows = append(t.Rows, []Cell{
				text(p.File), count(big.NewInt(int64(p.Line))), count(big.NewInt(int64(p.Column))),
				text(p.Name), text(severity), text(p.Message), text(p.Hint),
			})
		}
	}
	for _, file := range files {
		add(file.problemsJSON(), "error")
		add(ProblemsJSON(file.Notices), "notice")
	}
	return t
}

// validateDocument is the JSON of validate. docs/json.md describes it.
type validateDocument struct {
	Schema   string          `json:"schema"`
	Valid    bool            `json:"valid"`
	Files    []validatedFile `json:"files"`
	Problems []ProblemJSON   `json:"problems"`
	Notices  []ProblemJSON   `json:"notices"`
}

type validatedFile struct {
	File  string `json:"file"`
	Valid bool   `json:"valid"`
}

// ProblemJSON is a problem for scripts: its message and hint are English.
type ProblemJSON struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Name    string `json:"name"`
	Message string `json:"message"`
	Hint    string `json:"hint"`
}

func validateJSON(files []Validated) *validateDocument {
	doc := &validateDocument{
		Schema: "embudo/validate/v1", Valid: true,
		Files: []validatedFile{}, Problems: []ProblemJSON{}, Notices: []ProblemJSON{},
	}
	for _, file := range files {
		valid := file.problems() == 0
		doc.Valid = doc.Valid && valid
		doc.Files = append(doc.Files, validatedFile{File: file.File, Valid: valid})
		doc.Problems = append(doc.Problems, file.problemsJSON()...)
		doc.Notices = append(doc.Notices, ProblemsJSON(file.Notices)...)
	}
	return doc
}

// problemsJSON are the problems of a file for scripts.
func (v Validated) problemsJSON() []ProblemJSON {
	if v.Unread != nil {
		return []ProblemJSON{{File: v.File, Name: v.Unread.Name, Message: v.Unread.Text(i18n.English())}}
	}
	return ProblemsJSON(v.Problems)
}

// ProblemsJSON turns problems into what scripts read.
func ProblemsJSON(problems plan.Problems) []ProblemJSON {
	english := i18n.English()
	list := make([]ProblemJSON, len(problems))
	for i, p := range problems {
		message, hint := ProblemText(p, english)
		list[i] = ProblemJSON{File: p.File, Line: p.Line, Column: p.Column, Name: p.Name, Message: message, Hint: hint}
	}
	return list
}
