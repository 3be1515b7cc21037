package plan

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// joinDecimals puts numbers together again that a comma took apart between braces:
// in {id: mql, rate: 35,5%} YAML sees the rate 35 and a key 5% without a value. What
// reads the number then says that it has a decimal comma.
func joinDecimals(n *yaml.Node) {
	if n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle != 0 {
		joinPairs(n)
	}
	if n.Kind == yaml.AliasNode {
		return // what it stands for is read where it is written
	}
	for _, part := range n.Content {
		joinDecimals(part)
	}
}

// joinPairs joins the numbers of one mapping.
func joinPairs(n *yaml.Node) {
	joined := n.Content[:0:0]
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		if last := len(joined) - 1; last > 0 && goesOn(joined[last], name, value) {
			whole := *joined[last]
			whole.Value += "," + name.Value
			whole.Tag = "!!str"
			joined[last] = &whole
			continue
		}
		joined = append(joined, name, value)
	}
	n.Content = joined
}

// goesOn reports whether a key without a value is the rest of the number before it:
// nothing but the comma is between them.
func goesOn(number, name, value *yaml.Node) bool {
	plain := number.Kind == yaml.ScalarNode && number.Style == 0 && name.Kind == yaml.ScalarNode && name.Style == 0
	return plain && value.Kind == yaml.ScalarNode && value.Value == "" && value.Tag == "!!null" &&
		endsInDigit.MatchString(number.Value) && isRestOfNumber.MatchString(name.Value) &&
		name.Line == number.Line && name.Column == number.Column+utf8.RuneCountInString(number.Value)+1
}

var (
	endsInDigit    = regexp.MustCompile(`[0-9]$`)
	isRestOfNumber = regexp.MustCompile(`^[0-9][0-9.]*( ?%)?$`)
)

// flowKey is the beginning of a key between braces.
var flowKey = regexp.MustCompile(`([{,] *)([a-z_]+): +`)

// flowText looks for a text between braces that has a bracket or a colon in it and
// no quotes around it: there YAML takes it for the beginning of something else.
func (m mistake) flowText() (string, int, int, []string) {
	for _, line := range []int{m.found, m.found - 1, m.reported, m.reported + 1} {
		content := m.line(line)
		keys := flowKey.FindAllStringSubmatchIndex(content, -1)
		for i, k := range keys {
			end := len(content)
			if i+1 < len(keys) {
				end = keys[i+1][0]
			} else if last := strings.LastIndexByte(content, '}'); last >= k[1] {
				end = last
			}
			value := strings.TrimSpace(content[k[1]:max(k[1], end)])
			name := textProblem(value)
			if name == "" || !isKeyName(content[k[4]:k[5]]) {
				continue
			}
			return name, line, utf8.RuneCountInString(content[:k[1]]) + 1, []string{"got", value, "want", textInQuotes(ends(value))}
		}
	}
	return "", 0, 0, nil
}

var (
	gluedBracket = regexp.MustCompile(`[^ ,\[{][\[{]`)
	innerColon   = regexp.MustCompile(`([^ ]+): `)
)

// textProblem names what keeps a value from being a text without quotes, empty
// where nothing does that can be told for certain.
func textProblem(value string) string {
	if value == "" || strings.ContainsAny(value[:1], `"'[{&*!|>`) {
		return ""
	}
	if gluedBracket.MatchString(value) {
		return "bracket-in-text"
	}
	if word := innerColon.FindStringSubmatch(value); len(word) > 1 && !isKeyName(word[1]) && !strings.ContainsAny(value, "[]{}") {
		return "colon-in-text"
	}
	return ""
}

// textInQuotes is a text between quotes, single ones where double ones would read it
// otherwise.
func textInQuotes(s string) string {
	if !strings.ContainsAny(s, `"\`) {
		return `"` + s + `"`
	}
	return "'" + strings.ReplaceAll(s, "'", "''") + "'"
}
