package plan

import (
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// block is a mapping of the file while it is read. Its methods read one key
// each, report what is wrong with it, and give the zero value for a key that is
// absent or wrong.
type block struct {
	d      *decoder
	node   *yaml.Node
	kind   string // path of its keys in the key table: "stages.capacity"
	path   string // as --set spells it: "stages.mql.capacity"
	stage  string // the stage that it belongs to, for messages
	ids    ids    // of its list, where it is an item of one
	keys   map[string]*yaml.Node
	values map[string]*yaml.Node
	meant  map[string]bool // keys that a misspelt one stands for
}

// block opens a mapping. What is not a mapping is reported, and read as an empty
// one.
func (d *decoder) block(n *yaml.Node, kind, path string) *block {
	b := &block{
		d: d, node: n, kind: kind, path: path,
		keys: map[string]*yaml.Node{}, values: map[string]*yaml.Node{}, meant: map[string]bool{},
	}
	if n.Kind != yaml.MappingNode {
		d.notMapping(n, kind, path)
		return b
	}
	known := keysIn(kind)
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		first, twice := b.keys[name.Value]
		switch {
		case name.Kind != yaml.ScalarNode:
			d.problem(name, "key-not-text")
		case twice:
			d.problem(name, "duplicate-key", "key", join(path, name.Value), "line", strconv.Itoa(first.Line))
		case !slices.Contains(known, name.Value):
			b.keys[name.Value] = name
			b.unknownKey(name, known)
		default:
			b.keys[name.Value], b.values[name.Value] = name, value
			d.places[join(path, name.Value)] = d.at(value)
		}
	}
	return b
}

// has reports whether the block states a key, rightly or wrongly.
func (b *block) has(name string) bool { return b.values[name] != nil }

// lacks reports whether the block could state a key and does not, not even
// misspelt.
func (b *block) lacks(name string) bool { return !b.has(name) && !b.meant[name] && !b.failed() }

// failed reports whether the block could not be opened at all.
func (b *block) failed() bool { return b.node.Kind != yaml.MappingNode }

// require reports a key that is not there.
func (b *block) require(name string) {
	if b.lacks(name) {
		b.d.problem(b.node, "missing-key", "key", join(b.path, name), "want", b.example(name))
	}
}

// example is how to write a key: "budget: 40000". What is no key is a line of a
// budget.
func (b *block) example(name string) string {
	if k, ok := key(join(b.kind, name)); ok {
		if isProse(k) {
			return name + ": …"
		}
		return name + ": " + k.Example
	}
	_, line, _ := strings.Cut(name, ".")
	return line + ": 5000"
}

// isProse reports whether a key has a text that its author writes in a language of
// his own, so that no example of it suits everybody.
func isProse(k Key) bool {
	switch k.Path {
	case "name", "stages.definition", "stages.source", "ideal_client.description", "ideal_client.rules.name", "ideal_client.rules.why",
		"sla.hand_over", "sla.review.how":
		return true
	}
	return false
}

// fault reports what is wrong with the value of a key.
func (b *block) fault(name string, at *yaml.Node, f *fault) {
	if f.name == "bad-id" && b.ids != nil {
		f = f.with("want", b.ids.free(f.arg("want")))
	}
	args := []string{"key", join(b.path, name), "name", name, "got", at.Value, "example", b.example(name)}
	if b.stage != "" {
		args = append(args, "stage", b.stage)
	}
	b.d.problem(at, f.name, only(b.d.argsOf(f.name), append(f.args, args...))...)
}

// only keeps the args that a problem's sentence may speak of, each once.
func only(wanted string, args []string) []string {
	var kept []string
	for _, name := range strings.Fields(wanted) {
		for i := 0; i+1 < len(args); i += 2 {
			if args[i] == name {
				kept = append(kept, name, args[i+1])
				break
			}
		}
	}
	return kept
}

// read reads the value of a key with a function that knows nothing of files.
func read[T any](b *block, name string, parse func(string) (T, *fault)) T {
	var none T
	n := b.scalar(name)
	if n == nil {
		return none
	}
	return parsed(b, name, n, parse)
}

// parsed is the value of a node, the zero value where it is wrong.
func parsed[T any](b *block, name string, n *yaml.Node, parse func(string) (T, *fault)) T {
	value, f := parse(strings.TrimSpace(n.Value))
	if f != nil {
		var none T
		b.fault(name, n, f.acceptable(func(want string) *fault { _, f := parse(want); return f }))
		return none
	}
	return value
}

// scalar is the node of a key that has one value. It is nil where the key is
// absent, empty, or has a mapping or a list.
func (b *block) scalar(name string) *yaml.Node {
	n := b.values[name]
	if n == nil || b.empty(name) {
		return nil
	}
	return b.single(name, n)
}

// single reports a node that is not one value.
func (b *block) single(name string, n *yaml.Node) *yaml.Node {
	if n.Kind != yaml.ScalarNode {
		b.d.problem(n, "value-expected", "key", join(b.path, name), "example", b.example(name))
		return nil
	}
	return n
}

// empty reports a key without a value.
func (b *block) empty(name string) bool {
	if !isNull(b.values[name]) {
		return false
	}
	b.d.problem(b.keys[name], "missing-value", "key", join(b.path, name), "example", b.example(name))
	return true
}

// isNull reports whether a node is a value that was left out.
func isNull(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Tag == "!!null"
}

// text is the text of a key, as it stands.
func (b *block) text(name string) string {
	n := b.scalar(name)
	if n == nil {
		return ""
	}
	return strings.TrimSpace(n.Value)
}

// choice is one of the words that a key takes.
func (b *block) choice(name string) string {
	n := b.scalar(name)
	if n == nil {
		return ""
	}
	return b.chosen(name, n)
}

// chosen is the word of a node that has one of those that a key takes.
func (b *block) chosen(name string, n *yaml.Node) string {
	k, _ := key(join(b.kind, name))
	if slices.Contains(k.Choices, n.Value) {
		return n.Value
	}
	if want, ok := meantChoice(n.Value, k.Choices); ok {
		b.fault(name, n, bad("misspelt-choice", "want", want))
	} else {
		b.fault(name, n, bad("unknown-choice", "known", strings.Join(k.Choices, ", ")))
	}
	return ""
}

// open opens the mapping of a key. It is nil where the key is absent or empty.
func (b *block) open(name string) *block {
	n := b.values[name]
	if n == nil || b.empty(name) {
		return nil
	}
	return b.d.block(n, join(b.kind, name), join(b.path, name))
}

// oneOrMore is the items of a key that has one value or a list of them.
func (b *block) oneOrMore(name string, most int) []*yaml.Node {
	n := b.values[name]
	switch {
	case n == nil || b.empty(name):
		return nil
	case n.Kind != yaml.SequenceNode:
		return []*yaml.Node{n}
	case len(n.Content) > most:
		b.d.problem(n, "list-too-long", "key", join(b.path, name), "max", strconv.Itoa(most))
		return nil
	}
	return n.Content
}

// list is the items of a key that has a list.
func (b *block) list(name string) []*yaml.Node {
	n := b.values[name]
	if n == nil || b.empty(name) {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		b.d.notList(n, join(b.kind, name), join(b.path, name))
		return nil
	}
	return n.Content
}
