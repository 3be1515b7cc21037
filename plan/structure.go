package plan

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// notMapping reports a node that should have been a mapping of keys.
func (d *decoder) notMapping(n *yaml.Node, kind, path string) {
	if want, ok := missingSpace(n, kind); ok {
		d.problem(n, "missing-space", "got", n.Value, "want", want)
		return
	}
	if kind == "" {
		d.problem(n, "plan-not-mapping")
		return
	}
	want := firstExample(kind)
	switch {
	case n.Kind != yaml.ScalarNode:
	case strings.HasPrefix(want, "id: ") && isID(n.Value):
		want = "id: " + n.Value
	case kind == "actuals":
		want = "sources: " + n.Value
	case kind == "ideal_client" && n.Value != "":
		want = "description: " + quoteIfNeeded(n.Value)
	case (kind == "activities" || kind == "sla.people") && n.Value != "":
		want = "name: " + n.Value
	}
	d.problem(n, "mapping-expected", "key", path, "want", want)
}

// notList reports a node that should have been a list.
func (d *decoder) notList(n *yaml.Node, kind, path string) {
	if n.Kind == yaml.MappingNode && len(n.Content) > 0 {
		first := n.Content[0]
		if rest, dashed := strings.CutPrefix(first.Value, "-"); dashed && rest != "" {
			d.problem(first, "missing-space", "got", first.Value, "want", "- "+rest)
			return
		}
	}
	want := firstExample(kind)
	if n.Kind == yaml.MappingNode && len(n.Content) > 0 && slices.Contains(keysIn(kind), n.Content[0].Value) {
		want = firstPair(n)
	}
	d.problem(n, "list-expected", "key", path, "want", "- "+want)
}

// firstExample is an example of the first key of a block: "id: mql".
func firstExample(kind string) string {
	if kind == "funnels.stages" {
		kind = "stages"
	}
	for _, k := range keyTable {
		if parent, name := splitPath(k.Path); parent == kind && k.Example != "" {
			return name + ": " + k.Example
		}
	}
	return "2027-01-01"
}

// missingSpace recognises "budget:40000", which to YAML is a text, and gives
// what was meant.
func missingSpace(n *yaml.Node, kind string) (want string, ok bool) {
	if n.Kind != yaml.ScalarNode {
		return "", false
	}
	name, value, found := strings.Cut(n.Value, ":")
	if !found {
		return "", false
	}
	if _, known := key(join(kind, name)); !known {
		return "", false
	}
	return name + ": " + firstLine(withoutPassword(strings.TrimSpace(value))), true
}

// firstLine is the text up to its first line or word break.
func firstLine(s string) string {
	return before(before(s, "\n"), " ")
}

// before is the text before the first separator, all of it without one.
func before(s, separator string) string {
	first, _, _ := strings.Cut(s, separator)
	return first
}

// unknownKey reports a key that its block does not have, with what may have been
// meant.
func (b *block) unknownKey(name *yaml.Node, known []string) {
	if b.d.full() {
		return
	}
	path := join(b.path, name.Value)
	if name.Value == "<<" {
		b.d.problem(name, "merge-key")
		return
	}
	if rest, dashed := strings.CutPrefix(name.Value, "-"); dashed && rest != "" {
		b.meant[rest] = true
		b.d.problem(name, "missing-space", "got", name.Value, "want", "- "+rest)
		return
	}
	if want, ok := missingSpace(name, b.kind); ok {
		b.meant[before(want, ":")] = true
		b.d.problem(name, "missing-space", "got", name.Value, "want", want)
		return
	}
	home, elsewhere := homeOf(name.Value)
	want, near := meantKey(name.Value, known)
	switch {
	case near && (!elsewhere || editDistance(name.Value, want) <= 1):
		b.meant[want] = true
		b.d.problem(name, "misspelt-key", "key", path, "want", want)
	case elsewhere:
		b.d.problem(name, home, "key", path, "name", name.Value)
	default:
		b.d.problem(name, "unknown-key", "key", path, "known", strings.Join(known, ", "))
	}
}

// homeOf says which problem a key is that belongs to another block.
func homeOf(name string) (problem string, ok bool) {
	homes := []struct{ block, problem string }{
		{"", "key-belongs-at-top"},
		{"stages", "key-belongs-in-stage"},
		{"stages.capacity", "key-belongs-in-capacity"},
		{"funnels", "key-belongs-in-funnel"},
		{"activities", "key-belongs-in-activity"},
		{"sla", "key-belongs-in-sla"},
		{"sla.people", "key-belongs-in-person"},
		{"check", "key-belongs-in-check"},
		{"actuals", "key-belongs-in-actuals"},
		{"actuals.sources", "key-belongs-in-source"},
		{"ideal_client.rules", "key-belongs-in-rule"},
		{"ideal_client", "key-belongs-in-ideal-client"},
		{"scenarios", "key-belongs-in-scenario"},
	}
	for _, home := range homes {
		if _, known := key(join(home.block, name)); known {
			return home.problem, true
		}
	}
	return "", false
}
