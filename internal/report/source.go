package report

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"embudo/funnel"
	"embudo/internal/actuals/sheet"
	"embudo/internal/i18n"
)

// SourceText is why a source cannot be read, or what was decided about it, and
// what to do, in a language.
func SourceText(p *sheet.Problem, l *i18n.Language) (text, hint string) {
	filled := make([]any, len(p.Args), len(p.Args)+2)
	for i, arg := range p.Args {
		filled[i] = arg
		if i > 0 && p.Args[i-1] == "meaning" {
			filled = append(filled, "what", meaningOf(fmt.Sprint(arg), l))
		}
		if word := styleWord(fmt.Sprint(arg), l); word != "" && i%2 == 1 {
			filled = append(filled, fmt.Sprint(p.Args[i-1])+"_word", word)
		}
		switch v := arg.(type) {
		case int:
			filled[i] = l.Number(int64(v))
		case int64:
			filled[i] = l.Number(v)
		case funnel.Date:
			filled[i] = l.Date(v.Time())
		}
	}
	sentence := l.SourceProblems()[p.Name]
	text = sentence.Text.Fill(filled...)
	for i := 0; i+1 < len(filled); i += 2 {
		if name, isText := filled[i+1].(string); isText && filled[i] == "want" {
			filled[i+1] = inShell(name)
		}
	}
	return text, sentence.Hint.Fill(filled...)
}

// styleWord is how a person calls an order of dates or a decimal mark that a flag
// names, empty for any other word.
func styleWord(name string, l *i18n.Language) string {
	mark := map[string]string{"comma": ",", "point": "."}[name]
	return cmp.Or(l.Actuals.Orders[name], l.Actuals.Marks[mark])
}

// inShell is a text as it stands between double quotes on a command line, so that
// what a hint suggests can be pasted: a heading such as "Cost ($US)" is no
// variable.
func inShell(text string) string {
	return strings.NewReplacer(`\`, `\\`, `$`, `\$`, "`", "\\`", `"`, `\"`).Replace(text)
}

// SourcePosition is where in a source: "deals.csv:12", or its name alone.
func SourcePosition(p *sheet.Problem) string {
	if p.Row == 0 {
		return p.Source
	}
	return p.Source + ":" + strconv.Itoa(p.Row)
}

// SourcesJSON are problems of sources for scripts.
func SourcesJSON(problems []*sheet.Problem) []ProblemJSON {
	list := make([]ProblemJSON, len(problems))
	for i, p := range problems {
		text, hint := SourceText(p, i18n.English())
		list[i] = ProblemJSON{File: p.Source, Line: p.Row, Name: p.Name, Message: text, Hint: hint}
	}
	return list
}

// meaningOf is what a column can mean, in words; a stage goes by its name.
func meaningOf(name string, l *i18n.Language) string { return cmp.Or(l.Meanings()[name], name) }
