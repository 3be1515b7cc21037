package plan

import (
	"bytes"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// syntax reports a text that is not YAML. What yaml.v3 says of it is meant for
// programmers and often names the line where the surrounding mapping began; so
// the name of the problem and its place are worked out anew.
func (d *decoder) syntax(text []byte, err error) {
	s := mistake{text: text, lines: bytes.Split(text, []byte("\n")), message: err.Error()}
	s.reported = s.reportedLine()
	s.found = s.foundLine()
	name, line, column, args := s.recognise()
	line = min(max(line, 1), bytes.Count(text, []byte("\n"))+1)
	d.report(place{d.file, line, max(column, 1)}, name, args...)
}

// mistake is a text that is not YAML, with what is known of the reason.
type mistake struct {
	text     []byte
	lines    [][]byte
	message  string // of yaml.v3
	reported int    // the line in the message, where what surrounds the mistake begins
	found    int    // the line at which the parser gave up
}

// recognise names the mistake and its place.
func (m mistake) recognise() (name string, line, column int, args []string) {
	for _, r := range recognisers() {
		for _, part := range r.messages {
			if !strings.Contains(m.message, part) {
				continue
			}
			if name, line, column, args = r.look(m); name != "" {
				return name, line, column, args
			}
		}
	}
	return m.at("yaml-syntax", m.found)
}

// recognisers tell mistakes by what yaml.v3 says of them; the first one that
// sees its mistake in the text is right. An empty message is in every one.
func recognisers() []recogniser {
	return []recogniser{
		{[]string{"exceeded max depth"}, mistake.depth},
		{[]string{"unknown anchor"}, mistake.unknownAlias},
		{[]string{""}, mistake.tab},
		{[]string{""}, mistake.quoteOverKeys},
		{[]string{"could not find expected ':'", "mapping values", "expected key", "'-' indicator"}, mistake.noSpace},
		{[]string{"expected key", "'-' indicator", "could not find expected ':'"}, mistake.afterQuote},
		{[]string{"could not find expected ':'"}, mistake.noColon},
		{[]string{"unexpected end of stream", "unexpected document indicator"}, mistake.openQuote},
		{[]string{"expected ',' or"}, mistake.flowText},
		{[]string{"expected ',' or"}, mistake.openBracket},
		{[]string{"unknown escape", "hexdecimal", "escape code"}, mistake.escape},
		{[]string{"cannot start any token", "alphabetic or numeric character", "node content"}, mistake.reserved},
		{[]string{"mapping values are not allowed"}, mistake.colon},
		{[]string{"'-' indicator"}, mistake.noDash},
		{[]string{"mapping values are not allowed"}, mistake.noColonAbove},
		{[]string{"mapping values are not allowed", "expected key", "'-' indicator", "are not allowed in this context"}, mistake.indentation},
	}
}

// recogniser looks for one mistake where yaml.v3 says one of some messages.
type recogniser struct {
	messages []string
	look     func(mistake) (name string, line, column int, args []string)
}

// at places a problem at the first character of a line.
func (m mistake) at(name string, line int, args ...string) (string, int, int, []string) {
	content := m.line(line)
	return name, line, len(indentOf(content)) + 1, args
}

// line is a line of the text by its number, empty where there is none.
func (m mistake) line(number int) string {
	if number < 1 || number > len(m.lines) {
		return ""
	}
	return string(m.lines[number-1])
}

func (m mistake) depth() (string, int, int, []string) {
	return m.at("too-deep", m.found, "max", strconv.Itoa(maxDepth))
}

func (m mistake) unknownAlias() (string, int, int, []string) {
	_, after, _ := strings.Cut(m.message, "'")
	alias, _, _ := strings.Cut(after, "'")
	line, column := position(m.text, max(0, bytes.Index(m.text, []byte("*"+alias))))
	return "unknown-alias", line, column, []string{"got", "*" + alias}
}

// tab looks for a tab in the indentation where the parser gave up, or a line
// beside it.
func (m mistake) tab() (string, int, int, []string) {
	for line := m.found - 1; line <= m.found+1; line++ {
		content := m.line(line)
		indent := indentOf(content)
		if i := strings.IndexByte(indent, '\t'); i >= 0 && len(indent) < len(content) {
			return "tab-indentation", line, i + 1, nil
		}
	}
	return "", 0, 0, nil
}

// noSpace looks for a key that is stuck to its colon's value, or to its dash,
// where the parser gave up and in the line above.
func (m mistake) noSpace() (string, int, int, []string) {
	for _, line := range []int{m.found, m.above(m.found)} {
		content := strings.TrimSpace(m.line(line))
		item := strings.TrimPrefix(content, "- ")
		if rest, dashed := strings.CutPrefix(item, "-"); dashed && isKeyName(before(rest, ":")) {
			return m.at("missing-space", line, "got", content, "want", "- "+rest)
		}
		name, value, found := strings.Cut(item, ":")
		if found && value != "" && value[0] != ' ' && value[0] != '\t' && isKeyName(name) {
			return m.at("missing-space", line, "got", item, "want", name+": "+value)
		}
	}
	return "", 0, 0, nil
}

// above is the next line above that is not empty, 0 where there is none.
func (m mistake) above(line int) int {
	for line--; line > 0 && strings.TrimSpace(m.line(line)) == ""; line-- {
	}
	return line
}

// isKeyName reports whether any block has a key of that name.
func isKeyName(name string) bool {
	for _, k := range keyTable {
		if _, last := splitPath(k.Path); last == name {
			return true
		}
	}
	return false
}

// noColon looks at the line that should have been a key and a value.
func (m mistake) noColon() (string, int, int, []string) {
	line := m.reported
	if line > 1 && !strings.Contains(m.line(1), ": ") && !strings.HasSuffix(m.line(1), ":") && m.found <= line {
		line = 1
	}
	content := strings.TrimPrefix(strings.TrimSpace(m.line(line)), "- ")
	if dash, item, ok := strings.Cut(content, " "); ok && strings.Trim(dash, otherDashes) == "" {
		return m.at("other-dash", line, "got", dash, "want", "- "+item)
	}
	return m.at("missing-colon", line, "got", content)
}

// noColonAbove looks for a line without a colon that a key follows in the same
// column.
func (m mistake) noColonAbove() (string, int, int, []string) {
	first := m.found
	for {
		line := m.above(first)
		content := m.line(line)
		if line == 0 || indentOf(content) != indentOf(m.line(m.found)) || strings.ContainsAny(content, ":#") ||
			strings.HasPrefix(strings.TrimSpace(content), "-") {
			break
		}
		first = line
	}
	if first == m.found {
		return "", 0, 0, nil
	}
	return m.at("missing-colon", first, "got", m.line(first))
}

// indentOf is what stands before the first word of a line.
func indentOf(line string) string { return line[:len(line)-len(strings.TrimLeft(line, " \t"))] }

// quoteOverKeys looks for a quote that is not closed before the next line begins
// with a key: the parser goes on to the next quote, however far away that is.
func (m mistake) quoteOverKeys() (string, int, int, []string) {
	for i := 0; i+1 < len(m.lines) && i < m.found; i++ {
		column := openedQuote(string(m.lines[i]))
		if column == 0 {
			continue
		}
		next := strings.TrimPrefix(strings.TrimSpace(m.line(i+2)), "- ")
		if name, _, found := strings.Cut(strings.TrimLeft(next, "{ "), ":"); found && isKeyName(name) {
			return "unclosed-quote", i + 1, column, nil
		}
	}
	return "", 0, 0, nil
}

// openedQuote is the column of the quote that a line opens and does not close, 0
// where there is none. A quote opens at the beginning of a value only.
func openedQuote(line string) (column int) {
	var open rune
	last, beforeLast := '\n', '\n' // nothing
	for i, r := range []rune(line) {
		switch {
		case open == '"' && last == '\\' && beforeLast != '\\':
		case open != 0 && r == open:
			open, column = 0, 0
		case open != 0:
		case r == '#' && (last == ' ' || last == '\n'):
			return 0
		case (r == '"' || r == '\'') && (last == '\n' || strings.ContainsRune("[{", last) || last == ' ' && strings.ContainsRune(":-,[{ \n", beforeLast)):
			open, column = r, i+1
		}
		last, beforeLast = r, last
	}
	return column
}

// noDash looks for the first key of an item in the column of the dashes, without
// one: that key is the one with which the item above begins.
func (m mistake) noDash() (string, int, int, []string) {
	content := m.line(m.found)
	name, _, found := strings.Cut(strings.TrimSpace(content), ":")
	if !found || !isKeyName(name) {
		return "", 0, 0, nil
	}
	for line := m.above(m.found); line > 0; line = m.above(line) {
		other := m.line(line)
		switch {
		case len(indentOf(other)) > len(indentOf(content)):
		case indentOf(other) == indentOf(content) && strings.HasPrefix(strings.TrimSpace(other), "- "+name+":"):
			return m.at("missing-dash", m.found, "want", "- "+strings.TrimSpace(before(content, " #")))
		default:
			return "", 0, 0, nil
		}
	}
	return "", 0, 0, nil
}

// openQuote looks for the quote that is never closed.
func (m mistake) openQuote() (string, int, int, []string) {
	line := m.reported
	if !parses(m.line(1)) && strings.ContainsAny(m.line(1), `"'`) {
		line = 1
	}
	return m.atFirst("unclosed-quote", line, `"'`)
}

// openBracket looks for the bracket that is not closed in the right place.
func (m mistake) openBracket() (string, int, int, []string) {
	line := m.reported + 1
	if strings.Contains(m.line(1), "{") && !parses(m.line(1)) || strings.Contains(m.line(1), "[") && !parses(m.line(1)) {
		line = 1
	}
	return m.atFirst("unclosed-bracket", line, "[{")
}

// atFirst places a problem at the first of some characters in a line.
func (m mistake) atFirst(name string, line int, chars string) (string, int, int, []string) {
	content := m.line(line)
	i := strings.IndexAny(content, chars)
	if i < 0 {
		return m.at(name, line)
	}
	return name, line, utf8.RuneCountInString(content[:i]) + 1, nil
}

func (m mistake) escape() (string, int, int, []string) {
	return m.atFirst("bad-escape", m.found, `\`)
}

// reserved looks for a value that begins with a character that YAML keeps for
// itself.
func (m mistake) reserved() (string, int, int, []string) {
	content := m.line(m.found)
	i := regexp.MustCompile("(^|[:-] +|[\\[{,] *)[@`%&*]|: +,").FindStringIndex(content)
	if i == nil {
		return "", 0, 0, nil
	}
	value := content[i[1]-1:]
	return "reserved-character", m.found, utf8.RuneCountInString(content[:i[1]-1]) + 1,
		[]string{"got", value[:1], "want", strconv.Quote(strings.TrimSpace(value))}
}

// colon looks for a text that has a colon in it.
func (m mistake) colon() (string, int, int, []string) {
	content := m.line(m.found)
	start := strings.Index(content, ": ")
	if start < 0 {
		return "", 0, 0, nil
	}
	value := strings.TrimSpace(before(content[start+2:], " #")) // without a comment
	if i := strings.Index(value, ": "); i < 0 && !strings.HasSuffix(value, ":") {
		return "", 0, 0, nil
	}
	column := utf8.RuneCountInString(content[:start+2]) + 1
	if quoted := strings.TrimFunc(value, isCurlyQuote); quoted != value && !strings.ContainsAny(quoted, "\"\\") {
		return "other-quotes", m.found, column, []string{"got", value, "want", strconv.Quote(ends(quoted))}
	}
	return "colon-in-text", m.found, column, []string{"got", value, "want", strconv.Quote(ends(value))}
}

// isCurlyQuote reports whether a character is a quote of word processors.
func isCurlyQuote(r rune) bool { return strings.ContainsRune("“”„‟«»‘’‚", r) }

// ends is a text that fits a message: a long one without its middle, so that it
// can be seen where the quotes go.
func ends(s string) string {
	runes := []rune(s)
	if len(runes) <= maxShown-2 {
		return s
	}
	const each = maxShown/2 - 5
	first, last := string(runes[:each]), string(runes[len(runes)-each:])
	if i := strings.LastIndexByte(first, ' '); i > 0 {
		first = first[:i]
	}
	if _, words, ok := strings.Cut(last, " "); ok {
		last = words
	}
	return first + " … " + last
}

// afterQuote looks for a value that goes on after its closing quote, where the
// parser gave up and in the line above.
func (m mistake) afterQuote() (string, int, int, []string) {
	for line := m.found; line >= m.found-1; line-- {
		_, value, _ := strings.Cut(m.line(line), ": ")
		value = strings.TrimSpace(value)
		if value == "" || value[0] != '"' && value[0] != '\'' || value[len(value)-1] == value[0] {
			continue
		}
		want := "'" + strings.ReplaceAll(value, "'", "''") + "'"
		return m.at("text-after-quote", line, "got", value, "want", want)
	}
	return "", 0, 0, nil
}

func (m mistake) indentation() (string, int, int, []string) {
	return m.at("bad-indentation", m.found)
}

// reportedLine is the line that the message names, 1 where it names none.
func (m mistake) reportedLine() int {
	_, after, _ := strings.Cut(m.message, "line ")
	number, _, _ := strings.Cut(after, ":")
	line, err := strconv.Atoi(number)
	if err != nil {
		return 1
	}
	return line
}

// lookahead is how many characters yaml.v3 has read of a token when it looks at
// its first one.
const lookahead = 4

// foundLine parses the text again, byte by byte, and sees how far that goes.
func (m mistake) foundLine() int {
	counter := &byteReader{rest: m.text}
	decoder := yaml.NewDecoder(counter)
	for {
		var n yaml.Node
		if decoder.Decode(&n) != nil {
			break
		}
	}
	read := len(m.text) - len(counter.rest) - lookahead
	last := len(bytes.TrimRight(m.text, " \t\n")) - 1
	line, _ := position(m.text, max(0, min(read, last)))
	return line
}

// byteReader reads one byte at a time, so that what is left of it says how far
// its reader came.
type byteReader struct{ rest []byte }

// Read gives the next byte.
func (r *byteReader) Read(p []byte) (int, error) {
	if len(r.rest) == 0 || len(p) == 0 {
		return 0, io.EOF
	}
	p[0], r.rest = r.rest[0], r.rest[1:]
	return 1, nil
}

// parses reports whether a line alone is YAML.
func parses(line string) bool {
	var n yaml.Node
	return yaml.Unmarshal([]byte(line), &n) == nil
}
