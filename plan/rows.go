package plan

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// maxJSON bounds what a file becomes as JSON, in bytes: aliases of long texts
// make much of little.
const maxJSON = 8 * MaxSize

// JSON gives what any YAML file says as JSON, or else everything that is wrong
// with it: numbers as they are written, dates and what else JSON has no word for
// as texts, keys in their order. The bounds are those of a plan.
func JSON(file File) ([]byte, Problems) {
	d := &decoder{file: file.Name}
	root := d.anyTree(file.Data)
	var b bytes.Buffer
	if root != nil {
		d.appendJSON(&b, root)
	}
	if len(d.problems) > 0 {
		return nil, d.problems.sorted()
	}
	return b.Bytes(), nil
}

// anyTree is the tree of the one document of a file, without aliases, whatever
// kind of value it is. It is nil where there is a problem.
func (d *decoder) anyTree(data []byte) *yaml.Node {
	text, ok := d.source(data)
	if !ok || d.tooMany(text) {
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
		return nil
	} else if !errors.Is(err, io.EOF) {
		d.syntax(text, err)
		return nil
	}
	t := tree{d: d, within: map[*yaml.Node]bool{}}
	if !t.expand(document.Content[0], 0) {
		return nil
	}
	return document.Content[0]
}

// appendJSON writes a node, and reports what JSON cannot say of it.
func (d *decoder) appendJSON(b *bytes.Buffer, n *yaml.Node) {
	if b.Len() > maxJSON {
		if len(d.problems) == 0 {
			d.problem(n, "too-many-aliases", "max", strconv.Itoa(maxAliased))
		}
		return
	}
	switch n.Kind {
	case yaml.MappingNode:
		d.appendMapping(b, n)
	case yaml.SequenceNode:
		b.WriteByte('[')
		for i, item := range n.Content {
			if i > 0 {
				b.WriteByte(',')
			}
			d.appendJSON(b, item)
		}
		b.WriteByte(']')
	default:
		b.Write(scalarJSON(n))
	}
}

// appendMapping writes a mapping. A key that is there twice is a problem, since
// one of its values would be lost.
func (d *decoder) appendMapping(b *bytes.Buffer, n *yaml.Node) {
	seen := map[string]*yaml.Node{}
	b.WriteByte('{')
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		first, twice := seen[key.Value]
		switch {
		case key.Kind != yaml.ScalarNode:
			d.problem(key, "key-not-text")
			continue
		case key.ShortTag() == "!!merge":
			d.problem(key, "merge-key")
			continue
		case twice:
			d.problem(key, "duplicate-key", "key", key.Value, "line", strconv.Itoa(first.Line))
			continue
		}
		seen[key.Value] = key
		if len(seen) > 1 {
			b.WriteByte(',')
		}
		b.Write(quotedJSON(key.Value))
		b.WriteByte(':')
		d.appendJSON(b, n.Content[i+1])
	}
	b.WriteByte('}')
}

// scalarJSON is a single value. A number of YAML that is none of JSON stays a
// text: 010 is not said to be 8.
func scalarJSON(n *yaml.Node) []byte {
	switch n.ShortTag() {
	case "!!null":
		return []byte("null")
	case "!!bool":
		if strings.EqualFold(n.Value, "true") {
			return []byte("true")
		}
		if strings.EqualFold(n.Value, "false") {
			return []byte("false")
		}
	case "!!int", "!!float":
		if json.Valid([]byte(n.Value)) {
			return []byte(n.Value)
		}
	}
	return quotedJSON(n.Value)
}

// quotedJSON is a text as JSON has it.
func quotedJSON(s string) []byte {
	quoted, err := json.Marshal(s)
	if err != nil { // there is no text that JSON cannot say
		return []byte(`""`)
	}
	return quoted
}
