package plan

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// maxSources bounds the sources of actual numbers.
const maxSources = 100

// sources reads where actual numbers come from.
func (b *block) sources(name string) []ActualsSource {
	items := b.oneOrMore(name, maxSources)
	if len(items) == 0 {
		return nil
	}
	sources := make([]ActualsSource, len(items))
	seen := map[string]*yaml.Node{}
	for i, item := range items {
		at := join(join(b.path, name), strconv.Itoa(i+1))
		b.d.places[at] = b.d.at(item)
		if isNull(item) {
			b.d.problem(item, "missing-value", "key", at, "example", "- path: crm.csv")
			continue
		}
		s := b.d.block(b.d.asMapping(item, "actuals.sources", "path"), "actuals.sources", at)
		sources[i] = s.source()
		s.uniqueSource(sources[i], seen)
	}
	return sources
}

// makeList makes a list of one item of a node that is none.
func (d *decoder) makeList(n *yaml.Node) {
	if n.Kind == yaml.SequenceNode {
		return
	}
	item := *n
	if setting, ok := d.settings[n]; ok {
		d.settings[&item] = setting
	}
	*n = yaml.Node{Kind: yaml.SequenceNode, Line: n.Line, Column: n.Column, Content: []*yaml.Node{&item}}
}

// around is a new node in the place of another one.
func (d *decoder) around(n *yaml.Node, kind yaml.Kind, content ...*yaml.Node) *yaml.Node {
	made := &yaml.Node{Kind: kind, Line: n.Line, Column: n.Column, Content: content}
	if setting, ok := d.settings[n]; ok {
		d.settings[made] = setting
	}
	return made
}

// source reads the keys of a source.
func (b *block) source() ActualsSource {
	s := ActualsSource{
		Path:     b.text("path"),
		Table:    b.text("table"),
		Query:    b.text("query"),
		TimeZone: b.text("time_zone"),
		Reading:  b.reading(),
	}
	b.require("path")
	if b.has("table") && b.has("query") {
		b.d.problem(b.keys["query"], "table-and-query", "key", b.path)
	}
	if s.Path != "" {
		b.address(s.Path)
	} else if n := b.values["path"]; n != nil && n.Kind == yaml.ScalarNode && !isNull(n) {
		b.d.problem(n, "missing-value", "key", join(b.path, "path"), "example", b.example("path"))
	}
	return s
}

// address holds a source against what can be read, and its keys against what it
// is.
func (b *block) address(s string) {
	at := b.values["path"]
	if hasPassword(s) {
		b.d.problem(at, "password-in-source", "key", join(b.path, "path"), "want", addressWithoutPassword(s))
	}
	scheme, _, isURL := strings.Cut(s, "://")
	switch {
	case isURL && !slices.Contains([]string{"postgres", "postgresql"}, strings.ToLower(scheme)):
		b.d.problem(at, "unknown-database", "key", join(b.path, "path"), "got", scheme+"://")
	case isURL:
		b.onlyFor("key-only-for-files", "encoding", "delimiter", "sheet")
	case isExport(s):
		b.onlyFor("key-only-for-databases", "table", "query", "time_zone")
	}
}

// onlyFor reports keys that a source of this sort cannot have.
func (b *block) onlyFor(problem string, names ...string) {
	for _, name := range names {
		if b.has(name) {
			b.d.problem(b.keys[name], problem, "key", join(b.path, name))
		}
	}
}

// isExport reports whether a path is surely no database: standard input, or a
// file with the ending of a table or workbook.
func isExport(file string) bool {
	file, _, _ = strings.Cut(file, "#")
	endings := []string{".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".json", ".jsonl", ".ndjson", ".yaml", ".yml"}
	return file == "-" || slices.Contains(endings, strings.ToLower(path.Ext(file)))
}

// uniqueSource reports a source that is named twice: its numbers would count
// twice.
func (b *block) uniqueSource(s ActualsSource, seen map[string]*yaml.Node) {
	if s.Path == "" {
		return
	}
	file := s.Path
	if !strings.Contains(file, "://") {
		file = path.Clean(file)
	}
	same := strings.Join([]string{file, s.Sheet, s.Table, s.Query}, "\x00")
	at := b.values["path"]
	if first, twice := seen[same]; twice {
		b.d.problem(at, "duplicate-source", "key", join(b.path, "path"), "got", s.Path, "line", strconv.Itoa(first.Line))
		return
	}
	seen[same] = at
}
