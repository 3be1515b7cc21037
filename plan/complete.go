package plan

import "gopkg.in/yaml.v3"

// Stages lists the ids of the stages in a plan file, as "funnel/stage" where it
// has several funnels, for a shell that completes words. It makes the best of a
// file that is not finished.
func Stages(data []byte) []string {
	root := bestEffort(data)
	if root == nil {
		return nil
	}
	ids := idsIn(valueOf(root, "stages"), "")
	funnels := valueOf(root, "funnels")
	if funnels == nil || funnels.Kind != yaml.SequenceNode {
		return ids
	}
	for i, item := range funnels.Content {
		ids = append(ids, idsIn(valueOf(item, "stages"), funnelLabel(item, i)+"/")...)
	}
	return ids
}

// idsIn lists the ids in a list of stages, each behind a prefix.
func idsIn(stages *yaml.Node, prefix string) []string {
	if stages == nil || stages.Kind != yaml.SequenceNode {
		return nil
	}
	var ids []string
	for _, stage := range stages.Content {
		if id := valueOf(stage, "id"); id != nil && isID(id.Value) {
			ids = append(ids, prefix+id.Value)
		}
	}
	return ids
}

// maxAttempts bounds how often an unfinished file is cut.
const maxAttempts = 20

// bestEffort is the tree of a text up to the line that is not YAML, nil where
// there is none.
func bestEffort(data []byte) *yaml.Node {
	d := &decoder{}
	text, ok := d.source(data)
	if !ok || tooManyValues(text) {
		return nil
	}
	for range maxAttempts {
		var document yaml.Node
		err := yaml.Unmarshal(text, &document)
		if err == nil {
			return wholeTree(d, document)
		}
		text = upTo(text, mistake{text: text, message: err.Error()}.foundLine())
	}
	return nil
}

// wholeTree is the mapping of a document without its aliases.
func wholeTree(d *decoder, document yaml.Node) *yaml.Node {
	t := tree{d: d, within: map[*yaml.Node]bool{}}
	if len(document.Content) == 0 || document.Content[0].Kind != yaml.MappingNode || !t.expand(document.Content[0], 0) {
		return nil
	}
	return document.Content[0]
}

// upTo is the text up to a line, at least one line shorter than it was.
func upTo(text []byte, line int) []byte {
	end := 0
	for i, c := range text {
		if c == '\n' && i+1 < len(text) {
			if line--; line == 0 {
				break
			}
			end = i + 1
		}
	}
	return text[:end]
}
