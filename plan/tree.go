package plan

import (
	"bytes"
	"errors"
	"io"

	"gopkg.in/yaml.v3"
)

// Bounds of the tree that a file makes.
const (
	maxDepth   = 100
	maxAliased = 20_000 // nodes that aliases add
)

// parse turns the text of a file into its tree, in which no alias is left. It is
// nil where the file has no mapping to read.
func (d *decoder) parse(data []byte) *yaml.Node {
	text, ok := d.source(data)
	if !ok {
		return nil
	}
	if d.tooMany(text) {
		return nil
	}
	decoder := yaml.NewDecoder(bytes.NewReader(text))
	var document, second yaml.Node
	if err := decoder.Decode(&document); errors.Is(err, io.EOF) {
		d.atFile("empty-file")
		return nil
	} else if err != nil {
		d.syntax(text, err)
		return nil
	}
	if err := decoder.Decode(&second); err == nil {
		d.problem(&second, "second-document")
	} else if !errors.Is(err, io.EOF) {
		d.syntax(text, err)
		return nil
	}
	root := document.Content[0]
	if isNull(root) {
		d.atFile("empty-file")
		return nil
	}
	t := tree{d: d, within: map[*yaml.Node]bool{}}
	if !t.expand(root, 0) {
		return nil
	}
	if root.Kind != yaml.MappingNode {
		d.notMapping(root, "", "")
		return nil
	}
	return root
}

// tree replaces the aliases of a document with copies of what they stand for,
// within bounds.
type tree struct {
	d       *decoder
	aliased int                 // nodes copied so far
	within  map[*yaml.Node]bool // anchors that are being copied
}

// expand walks a node and replaces the aliases in it. It is false where a bound
// was passed, which it reports.
func (t *tree) expand(n *yaml.Node, depth int) bool {
	if depth > maxDepth {
		t.d.problem(n, "too-deep", "max", "100")
		return false
	}
	if n.Style&yaml.TaggedStyle != 0 {
		t.d.problem(n, "yaml-tag", "got", n.Tag)
	}
	for i, child := range n.Content {
		if child.Kind == yaml.AliasNode {
			copied, ok := t.copy(child.Alias, child, depth+1)
			if !ok {
				return false
			}
			n.Content[i] = copied
			continue
		}
		if !t.expand(child, depth+1) {
			return false
		}
	}
	return true
}

// copy copies what an alias stands for, and the aliases in it.
func (t *tree) copy(n, alias *yaml.Node, depth int) (*yaml.Node, bool) {
	t.aliased++
	switch {
	case n.Kind == yaml.AliasNode:
		return t.copy(n.Alias, alias, depth)
	case t.within[n]:
		t.d.problem(alias, "alias-of-itself", "got", "*"+alias.Value)
		return nil, false
	case t.aliased > maxAliased:
		t.d.problem(alias, "too-many-aliases", "max", "20000")
		return nil, false
	case depth > maxDepth:
		t.d.problem(alias, "too-deep", "max", "100")
		return nil, false
	}
	t.within[n] = true
	defer delete(t.within, n)
	copied := *n
	copied.Content = make([]*yaml.Node, len(n.Content))
	for i, child := range n.Content {
		c, ok := t.copy(child, alias, depth+1)
		if !ok {
			return nil, false
		}
		copied.Content[i] = c
	}
	return &copied, true
}
