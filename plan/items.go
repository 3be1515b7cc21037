package plan

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// splitItems takes the stages and funnels apart of which one lacks its dash, so
// that its keys stand behind those of the one above; each such dash is a problem.
func (d *decoder) splitItems(root *yaml.Node) {
	d.splitList(valueOf(root, "stages"))
	funnels := valueOf(root, "funnels")
	d.splitList(funnels)
	if funnels == nil {
		return
	}
	for _, item := range funnels.Content {
		d.splitList(valueOf(item, "stages"))
	}
}

// splitList takes the items of one list apart.
func (d *decoder) splitList(list *yaml.Node) {
	if list == nil || list.Kind != yaml.SequenceNode {
		return
	}
	var items []*yaml.Node
	for _, item := range list.Content {
		for at := nextItem(item); at > 0; at = nextItem(item) {
			rest := *item
			rest.Content = item.Content[at:]
			rest.Line, rest.Column = rest.Content[0].Line, rest.Content[0].Column
			item.Content = item.Content[:at:at]
			items = append(items, item)
			d.problem(rest.Content[0], "missing-dash", "want", "- "+firstPair(&rest))
			item = &rest
		}
		items = append(items, item)
	}
	list.Content = items
}

// firstPair is the first key of a mapping, with its value where that is one.
func firstPair(n *yaml.Node) string {
	return strings.TrimSpace(n.Content[0].Value + ": " + n.Content[1].Value)
}

// nextItem is where in a mapping the keys of another item begin, 0 where they do
// not: with keys that are there twice, and among them the id or the first key of
// all. Another key that is there twice is just that.
func nextItem(n *yaml.Node) int {
	if n.Kind != yaml.MappingNode || n.Style&yaml.FlowStyle != 0 || len(n.Content) == 0 {
		return 0
	}
	seen, first := map[string]bool{}, n.Content[0].Value
	start := 0 // of the run of keys that are there twice
	for i := 0; i+1 < len(n.Content); i += 2 {
		name := n.Content[i].Value
		switch {
		case !seen[name]:
			seen[name], start = true, 0
			continue
		case start == 0:
			start = i
		}
		if name == "id" || name == first {
			return start
		}
	}
	return 0
}
