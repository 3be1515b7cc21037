package plan

import (
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// pair is one line of a mapping whose keys are texts of the plan's author, not
// of this package: the heading of a column, a value in it.
type pair struct {
	key, value *yaml.Node
	text       string // of the value
	path       string // "actuals.values.Closed Won"
}

type pairs []pair

// pairs reads a mapping of texts to texts. The key of a pair is taken as it is
// written, so that no: and 1: are what they look like.
func (b *block) pairs(name string) pairs {
	n := b.values[name]
	if n == nil || b.empty(name) {
		return nil
	}
	path := join(b.path, name)
	k, _ := key(join(b.kind, name))
	example := strings.Trim(k.Example, "{}") // mql: Create Date
	if n.Kind != yaml.MappingNode {
		b.notPairs(n, path, example)
		return nil
	}
	var all pairs
	seen := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		p := pair{key: name, value: value, text: strings.TrimSpace(value.Value), path: join(path, name.Value)}
		if !b.isPair(example, p) {
			continue
		}
		if first, twice := seen[p.key.Value]; twice {
			b.d.problem(p.key, "duplicate-key", "key", p.path, "line", strconv.Itoa(first.Line))
			continue
		}
		seen[p.key.Value] = p.key
		b.d.places[p.path] = b.d.at(p.value)
		all = append(all, p)
	}
	return all
}

// notPairs reports what should have been a mapping of texts to texts.
func (b *block) notPairs(n *yaml.Node, path, example string) {
	if left, right, ok := strings.Cut(n.Value, ":"); ok && !strings.HasPrefix(right, "//") {
		b.d.problem(n, "missing-space", "got", n.Value, "want", left+": "+strings.TrimSpace(right))
		return
	}
	b.d.problem(n, "mapping-expected", "key", path, "want", example)
}

// isPair reports a line that is not one text and another one.
func (b *block) isPair(example string, p pair) bool {
	left, right, stuck := strings.Cut(p.key.Value, ":")
	_, value, _ := strings.Cut(example, ": ")
	example = p.key.Value + ": " + value
	switch {
	case p.key.Kind != yaml.ScalarNode:
		b.d.problem(p.key, "key-not-text")
	case p.key.Tag == "!!merge":
		b.d.problem(p.key, "merge-key")
	case isNull(p.value) && stuck && right != "":
		b.d.problem(p.key, "missing-space", "got", p.key.Value, "want", left+": "+strings.TrimSpace(right))
	case isNull(p.value), p.value.Kind == yaml.ScalarNode && p.text == "":
		b.d.problem(p.key, "missing-value", "key", p.path, "example", example)
	case p.value.Kind != yaml.ScalarNode:
		b.d.problem(p.value, "value-expected", "key", p.path, "example", example)
	default:
		return true
	}
	return false
}

// backwards reports a pair whose sides are the wrong way round.
func (p pair) backwards(d *decoder) {
	d.problem(p.key, "pair-backwards", "key", p.path, "got", p.text, "want", p.text+": "+p.key.Value)
}

// mapping is the pairs as a mapping, nil where there are none.
func (ps pairs) mapping() map[string]string {
	if len(ps) == 0 {
		return nil
	}
	m := make(map[string]string, len(ps))
	for _, p := range ps {
		m[p.key.Value] = p.text
	}
	return m
}
