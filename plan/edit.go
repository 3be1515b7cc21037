package plan

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// Change is a value to be set in a plan file.
type Change struct {
	Path  string // of its key, as --set spells it
	Value string // as a plan file has it, without quotes
	With  string // the path of a change without which this one is not made; may be empty
}

// Edited is a change that was made.
type Edited struct {
	Path   string
	Before string // empty for a key that the file did not have
	After  string
	Line   int // of the file as it is now
}

// Refusal is a change that was not made, and the name of the reason.
type Refusal struct{ Path, Value, Reason string }

// Reasons why a change is refused.
const (
	RefusedShared = "shared"  // the place is used by an alias elsewhere, which would change too
	RefusedShape  = "shape"   // it is written in a way that cannot be changed without the rest
	RefusedPlace  = "place"   // there is no such stage or funnel in the file
	RefusedResult = "invalid" // the plan would no longer be valid, or something else would change
)

// Edit sets values in a plan file that is valid, and leaves every other byte as
// it is: comments, blank lines, quotes, ends of lines. Each change is made by
// itself and kept only if the plan is valid with it and says the same as before
// but for that.
func Edit(file File, changes []Change) (data []byte, edited []Edited, refused []Refusal) {
	data = file.Data
	failed := map[string]bool{}
	for _, c := range changes {
		if c.With != "" && failed[c.With] {
			continue
		}
		next, before, reason := set(data, c)
		if reason == "" && !changesOnly(data, next, c.Path) {
			reason = RefusedResult
		}
		if reason != "" {
			failed[c.Path] = true
			refused = append(refused, Refusal{c.Path, c.Value, reason})
			continue
		}
		data = next
		edited = append(edited, Edited{Path: c.Path, Before: before, After: c.Value})
	}
	if p, problems := Read(File{Name: file.Name, Data: data}); len(problems) == 0 {
		for i := range edited {
			_, edited[i].Line, _, _ = p.Position(edited[i].Path)
		}
	}
	return data, edited, refused
}

// set makes one change, or says why not.
func set(data []byte, c Change) (next []byte, before, reason string) {
	root := rawTree(data)
	if root == nil {
		return nil, "", RefusedShape
	}
	e := editor{data: data, lines: lineStarts(data), shared: aliased(root)}
	names := strings.Split(c.Path, ".")
	parent, reason := e.parent(root, names[:len(names)-1])
	if reason != "" {
		return nil, "", reason
	}
	name := names[len(names)-1]
	if value := valueOf(parent, name); value != nil {
		return e.replace(value, c.Value)
	}
	next, reason = e.insert(parent, name, c.Value)
	return next, "", reason
}

// rawTree is the mapping at the top of a file, aliases and all, nil where there is
// none.
func rawTree(data []byte) *yaml.Node {
	text, ok := (&decoder{}).source(data)
	if !ok || tooManyValues(text) {
		return nil
	}
	var document yaml.Node
	if err := yaml.Unmarshal(text, &document); err != nil || len(document.Content) == 0 {
		return nil
	}
	return document.Content[0]
}

// aliased are the names of the anchors that some alias refers to.
func aliased(n *yaml.Node) map[string]bool {
	names := map[string]bool{}
	var walk func(*yaml.Node)
	walk = func(n *yaml.Node) {
		if n.Kind == yaml.AliasNode {
			names[n.Value] = true
			return
		}
		for _, child := range n.Content {
			walk(child)
		}
	}
	walk(n)
	return names
}

// lineStarts are the offsets at which the lines of a file begin, whatever they end
// with.
func lineStarts(data []byte) []int {
	starts := []int{len(data) - len(bytes.TrimPrefix(data, []byte("\ufeff")))}
	for i, c := range data {
		if c == '\n' || c == '\r' && !bytes.HasPrefix(data[i+1:], []byte("\n")) {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// editor changes the bytes of a file.
type editor struct {
	data   []byte
	lines  []int // offsets at which they begin
	shared map[string]bool
}

// parent is the mapping that a path leads to.
func (e *editor) parent(n *yaml.Node, names []string) (*yaml.Node, string) {
	for {
		switch {
		case n.Kind == yaml.AliasNode || e.shared[n.Anchor]:
			return nil, RefusedShared
		case n.Kind != yaml.MappingNode:
			return nil, RefusedShape
		case len(names) == 0:
			return n, ""
		}
		list := valueOf(n, names[0])
		switch {
		case list == nil || len(names) < 2:
			return nil, RefusedPlace
		case list.Kind == yaml.AliasNode || e.shared[list.Anchor]:
			return nil, RefusedShared
		case list.Kind != yaml.SequenceNode:
			return nil, RefusedShape
		}
		label := itemLabel
		if names[0] == "funnels" {
			label = funnelLabel
		}
		at := -1
		for i, item := range list.Content {
			if item.Kind == yaml.AliasNode {
				item = item.Alias
			}
			if label(item, i) == names[1] {
				at = i
			}
		}
		if at < 0 {
			return nil, RefusedPlace
		}
		n, names = list.Content[at], names[2:]
	}
}

// replace writes another value in the place of one.
func (e *editor) replace(n *yaml.Node, value string) (next []byte, before, reason string) {
	if n.Anchor != "" {
		return nil, "", RefusedShared
	}
	start, end, ok := e.token(n)
	if !ok {
		return nil, "", RefusedShape
	}
	return e.splice(start, end, Written(value)), string(e.data[start:end]), ""
}

// splice puts a text between two offsets.
func (e *editor) splice(start, end int, text string) []byte {
	return slices.Concat(e.data[:start], []byte(text), e.data[end:])
}

// token finds the bytes of a value that stands on one line without a tag.
func (e *editor) token(n *yaml.Node) (start, end int, ok bool) {
	if n.Kind != yaml.ScalarNode && n.Kind != yaml.AliasNode || n.Style&yaml.TaggedStyle != 0 || n.Anchor != "" {
		return 0, 0, false
	}
	start, ok = e.offset(n.Line, n.Column)
	if !ok {
		return 0, 0, false
	}
	raw, length := e.data[start:], 0
	switch {
	case n.Kind == yaml.AliasNode:
		length = prefixed(raw, "*"+n.Value)
	case n.Style&yaml.DoubleQuotedStyle != 0:
		length = quoted(raw, '"')
	case n.Style&yaml.SingleQuotedStyle != 0:
		length = quoted(raw, '\'')
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
	default:
		length = prefixed(raw, n.Value)
	}
	return start, start + length, length > 0
}

// offset is where a line and column are, both counted from 1, columns in
// characters.
func (e *editor) offset(line, column int) (int, bool) {
	if line < 1 || line > len(e.lines) {
		return 0, false
	}
	at := e.lines[line-1]
	for range column - 1 {
		if at >= len(e.data) {
			return 0, false
		}
		_, size := utf8.DecodeRune(e.data[at:])
		at += size
	}
	return at, at <= len(e.data)
}

func prefixed(raw []byte, text string) int {
	if text == "" || !bytes.HasPrefix(raw, []byte(text)) {
		return 0
	}
	return len(text)
}

// quoted is the length of a text in quotes, 0 where it does not end on its line.
func quoted(raw []byte, quote byte) int {
	if len(raw) == 0 || raw[0] != quote {
		return 0
	}
	for i := 1; i < len(raw); i++ {
		switch {
		case raw[i] == '\n' || raw[i] == '\r':
			return 0
		case raw[i] == '\\' && quote == '"':
			i++
		case raw[i] == quote && quote == '\'' && i+1 < len(raw) && raw[i+1] == quote:
			i++
		case raw[i] == quote:
			return i + 1
		}
	}
	return 0
}

// insert writes a key that a mapping does not have, behind the one that it
// belongs to.
func (e *editor) insert(n *yaml.Node, name, value string) (next []byte, reason string) {
	for _, neighbour := range neighbours(name) {
		key, v := pairOf(n, neighbour)
		if v == nil {
			continue
		}
		start, end, ok := e.token(v)
		keyAt, keyOK := e.offset(key.Line, key.Column)
		if !ok || !keyOK || key.Line != v.Line || start < keyAt {
			continue
		}
		pair := name + ": " + Written(value)
		if n.Style&yaml.FlowStyle != 0 {
			return e.splice(end, end, ", "+pair), ""
		}
		line := e.data[e.lines[key.Line-1]:keyAt]
		indent := strings.Repeat(" ", utf8.RuneCount(line)) // a dash before the first key is as wide as a space
		return e.newLine(key.Line, indent+pair), ""
	}
	return nil, RefusedShape
}

// neighbours are the keys behind which another is written, the best first.
func neighbours(name string) []string {
	switch name {
	case "rate":
		return []string{"system", "owner", "name", "id"}
	case "source":
		return []string{"rate", "id"}
	case "lag":
		return []string{"source", "rate", "id"}
	}
	return []string{"target_return", "target_revenue", "target_clients", "share", "budget", "name", "id"}
}

// pairOf is a key of a mapping with its value.
func pairOf(n *yaml.Node, name string) (key, value *yaml.Node) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == name {
			return n.Content[i], n.Content[i+1]
		}
	}
	return nil, nil
}

// newLine writes a line behind another, which ends like that one.
func (e *editor) newLine(behind int, text string) []byte {
	if behind < len(e.lines) {
		at := e.lines[behind]
		return e.splice(at, at, text+e.ending(at))
	}
	ending := "\n" // the last line has none: that of the first will do
	if len(e.lines) > 1 {
		ending = e.ending(e.lines[1])
	}
	return e.splice(len(e.data), len(e.data), ending+text)
}

// ending is how the line ends that ends at an offset.
func (e *editor) ending(at int) string {
	if at >= 2 && e.data[at-2] == '\r' && e.data[at-1] == '\n' {
		return "\r\n"
	}
	return string(e.data[at-1 : at])
}

// Written is a text as YAML has it, in quotes where it needs them.
func Written(s string) string {
	plain := func(r rune) bool {
		return r >= utf8.RuneSelf || strings.ContainsRune("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ _-./%", r)
	}
	isPlain := s != "" && strings.TrimSpace(s) == s && !strings.ContainsAny(s[:1], "-%.") && strings.IndexFunc(s, func(r rune) bool { return !plain(r) }) < 0
	if isPlain {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", "''") + "'"
}

// changesOnly reports whether a plan file is valid and says what another one said,
// but for the value of one key.
func changesOnly(data, next []byte, path string) bool {
	if _, problems := Read(File{Data: next}); len(problems) > 0 {
		return false
	}
	old, now := rawTree(data), rawTree(next)
	if old == nil || now == nil {
		return false
	}
	without(old, path)
	without(now, path)
	return alike(old, now)
}

// without takes the key of a path out of a tree.
func without(root *yaml.Node, path string) {
	names := strings.Split(path, ".")
	parent, reason := (&editor{}).parent(root, names[:len(names)-1])
	if reason == "" {
		remove(parent, names[len(names)-1])
	}
}

// alike compares two trees.
func alike(a, b *yaml.Node) bool {
	if a.Kind != b.Kind || a.Tag != b.Tag || a.Value != b.Value || a.Style != b.Style || a.Anchor != b.Anchor {
		return false
	}
	return slices.EqualFunc(a.Content, b.Content, alike)
}
