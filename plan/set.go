package plan

import (
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// Setting is one --set path=value: it changes a key of the plan for one run.
type Setting struct{ Path, Value string }

// set puts a setting into the tree of a file, in place of what it says there.
func (d *decoder) set(root *yaml.Node, s Setting) {
	p := &setter{d: d, path: s.Path, source: "--set " + shown(s.Path+"="+s.Value)}
	if !p.parse(s.Value) {
		p.problem("bad-setting-value", "got", s.Value)
		return
	}
	if want, ok := p.put(root, "", "", strings.Split(s.Path, ".")); !ok {
		p.problem("unknown-setting", "got", s.Path, "want", want)
	}
}

// setter carries one setting down the tree.
type setter struct {
	d      *decoder
	path   string
	source string     // "--set stages.mql.rate=35%"
	value  *yaml.Node // what to put there

	// Of an override in a scenario, which has a place in the file.
	label *yaml.Node          // the name that it ends with
	own   map[*yaml.Node]bool // what the scenario has put in before
	idle  bool                // the same stood there already
}

// problem reports what is wrong with the setting itself.
func (p *setter) problem(name string, args ...string) {
	p.d.report(place{file: p.source}, name, args...)
}

// parse reads the value: a list or mapping in brackets, a text in quotes, or
// else the text as it stands.
func (p *setter) parse(value string) bool {
	value = strings.TrimSpace(value)
	p.value = &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: value}
	switch {
	case value == "" || value == "~" || value == "null":
		p.value.Tag = "!!null"
	case strings.ContainsAny(value[:1], `[{"'`):
		text := []byte(value)
		if len(text) > MaxSize || controlCharacter(text) >= 0 || tooManyValues(text) {
			return false
		}
		var document yaml.Node
		if err := yaml.Unmarshal(text, &document); err != nil || len(document.Content) == 0 {
			return false
		}
		p.value = document.Content[0]
		t := tree{d: &decoder{}, within: map[*yaml.Node]bool{}}
		if !t.expand(p.value, 0) {
			return false
		}
	}
	p.mark(p.value)
	return true
}

// mark remembers where a node and all below it come from.
func (p *setter) mark(n *yaml.Node) {
	if p.label != nil {
		return
	}
	if p.d.settings == nil {
		p.d.settings = map[*yaml.Node]string{}
	}
	p.d.settings[n] = p.source
	for _, child := range n.Content {
		p.mark(child)
	}
}

// put walks down a mapping by the names of a path and puts the value at its end.
// Where there is no such path, ok is false and want is the path most like it.
// kind is the mapping's place in the key table, at its path.
func (p *setter) put(n *yaml.Node, kind, at string, names []string) (want string, ok bool) {
	name, rest := names[0], names[1:]
	k, known := key(join(kind, name))
	switch {
	case !known:
		if path, ok := p.under(n, names); ok && kind == "" {
			return path, false
		}
		return p.meant(kind, at, names), false
	case n.Kind != yaml.MappingNode:
		return at, false
	case len(rest) == 0:
		p.replace(n, name)
		return "", true
	}
	here := join(at, name)
	switch k.Type {
	case TypeStages, TypeFunnels, TypeActivities, TypeRules, TypePeople:
		return p.putItem(n, k, here, rest)
	case TypeMapping:
		return p.put(p.mapping(n, name), k.Path, here, rest)
	case TypeSources:
		return p.putSource(n, k.Path, here, rest)
	case TypeScenarios:
		return p.putScenario(n, here, rest)
	case TypeColumns, TypeValues, TypeSpellings, TypeSeasons, TypeChannels:
		p.store(p.mapping(n, name), strings.Join(rest, "."), p.value)
		return "", true
	case TypeBudget:
		if lines := valueOf(n, name); lines != nil && lines.Kind == yaml.MappingNode {
			p.replace(lines, strings.Join(rest, "."))
			return "", true
		}
	}
	return here, false
}

// putItem goes on in the stage or funnel that the path names.
func (p *setter) putItem(n *yaml.Node, k Key, at string, names []string) (want string, ok bool) {
	label, kind := itemLabel, "stages"
	switch k.Type {
	case TypeFunnels:
		label, kind = funnelLabel, "funnels"
	case TypeActivities:
		label, kind = activityLabel, "activities"
	case TypeRules:
		label, kind = ruleLabel, k.Path
	case TypePeople:
		label, kind = personLabel, k.Path
	}
	_, name := splitPath(kind)
	list := valueOf(n, name)
	if list == nil || list.Kind != yaml.SequenceNode {
		if kind != "stages" && kind != "funnels" {
			return kind, false
		}
		return p.elsewhere(n, names), false
	}
	var labels []string
	for i, item := range list.Content {
		labels = append(labels, label(item, i))
	}
	i := slices.Index(labels, names[0])
	switch {
	case i < 0:
		return strings.Join(append([]string{at, nearest(names[0], labels)}, names[1:]...), "."), false
	case len(names) == 1:
		return join(join(at, names[0]), usual(kind)), false
	}
	return p.put(list.Content[i], kind, join(at, names[0]), names[1:])
}

// putSource goes on in one of the sources of actual numbers, counted from 1.
func (p *setter) putSource(n *yaml.Node, kind, at string, names []string) (want string, ok bool) {
	list := valueOf(n, "sources")
	if list == nil {
		return at, false
	}
	p.d.makeList(list)
	last := len(list.Content)
	number, err := strconv.Atoi(names[0])
	switch {
	case last == 0:
		return at, false
	case err != nil || number < 1 || number > last:
		return strings.Join(append([]string{at, strconv.Itoa(max(1, min(number, last)))}, names[1:]...), "."), false
	case len(names) == 1:
		list.Content[number-1] = p.value
		return "", true
	}
	list.Content[number-1] = p.d.asMapping(list.Content[number-1], kind, "path")
	return p.put(list.Content[number-1], kind, join(at, names[0]), names[1:])
}

// elsewhere is the path of a stage in a plan that has several funnels, for one
// who left the funnel out; or the top of the path.
func (p *setter) elsewhere(n *yaml.Node, names []string) string {
	funnels := valueOf(n, "funnels")
	if funnels == nil {
		return "stages"
	}
	for i, item := range funnels.Content {
		stages := valueOf(item, "stages")
		if stages == nil {
			continue
		}
		for j, stage := range stages.Content {
			if itemLabel(stage, j) == names[0] {
				return strings.Join(append([]string{"funnels", funnelLabel(item, i), "stages"}, names...), ".")
			}
		}
	}
	return "funnels"
}

// meant is the path that somebody meant whose next name is no key.
func (p *setter) meant(kind, at string, names []string) string {
	want, ok := meantKey(names[0], keysIn(kind))
	if !ok {
		return join(at, usual(kind))
	}
	return join(at, strings.Join(append([]string{want}, names[1:]...), "."))
}

// under is the path of one who left out the list that a stage or funnel is in, or
// which stage is meant: mql.rate is stages.mql.rate.
func (p *setter) under(root *yaml.Node, names []string) (path string, ok bool) {
	for _, list := range []string{"stages", "funnels"} {
		items, label := valueOf(root, list), itemLabel
		if list == "funnels" {
			label = funnelLabel
		}
		if items == nil {
			continue
		}
		_, isKey := key(join(list, names[0]))
		for i, item := range items.Content {
			switch here := join(list, label(item, i)); {
			case isKey:
				return join(here, strings.Join(names, ".")), true
			case label(item, i) == names[0]:
				return join(here, p.inner(list, names[1:])), true
			}
		}
	}
	path = p.elsewhere(root, names)
	return path, strings.Contains(path, ".")
}

// inner is the end of a path inside a stage or funnel, as it stands or as it was
// meant.
func (p *setter) inner(kind string, names []string) string {
	if len(names) == 0 {
		return usual(kind)
	}
	if _, known := key(join(kind, names[0])); known {
		return strings.Join(names, ".")
	}
	return p.meant(kind, "", names)
}

// usual is the key of a block that is set most often.
func usual(kind string) string {
	switch kind {
	case "stages":
		return "rate"
	case "funnels":
		return "share"
	case "stages.capacity":
		return "people"
	case "activities":
		return "cost"
	case "actuals":
		return "sources"
	case "actuals.sources":
		return "path"
	case "sla":
		return "sales_leads"
	case "sla.people":
		return "leads"
	case "sla.review":
		return "every"
	case "check":
		return "judge"
	case "ideal_client":
		return "mql"
	case "ideal_client.rules":
		return "weight"
	case "qualification":
		return "need"
	}
	return "budget"
}

// mapping is the mapping at a key, made where there is none.
func (p *setter) mapping(n *yaml.Node, name string) *yaml.Node {
	if child := valueOf(n, name); child != nil && child.Kind == yaml.MappingNode {
		return child
	}
	child := p.made(yaml.MappingNode, "!!map", "")
	p.store(n, name, child)
	return child
}

// exclusive are groups of keys of which a block has one: setting it takes the
// others away.
func exclusive() [][]string {
	return [][]string{targetKeys(), {"per_day", "per_week"}, {"table", "query"}, {"dates", "every"}}
}

// made is a node that stands where the setting does.
func (p *setter) made(kind yaml.Kind, tag, value string) *yaml.Node {
	n := &yaml.Node{Kind: kind, Tag: tag, Value: value}
	if p.label != nil {
		n.Line, n.Column = p.label.Line, p.label.Column
	}
	p.mark(n)
	return n
}

// replace puts the value at a key of a mapping. Dates take the bounds of a cadence
// away with it.
func (p *setter) replace(n *yaml.Node, name string) {
	if name == "dates" {
		p.takeAway(n, "from")
		p.takeAway(n, "until")
	}
	for _, group := range exclusive() {
		if !slices.Contains(group, name) {
			continue
		}
		for _, other := range group {
			if other != name {
				p.takeAway(n, other)
			}
		}
	}
	p.store(n, name, p.value)
}

// store puts a node at a key of a mapping, behind the others where the mapping
// has no such key.
func (p *setter) store(n *yaml.Node, name string, value *yaml.Node) {
	label := p.made(yaml.ScalarNode, "!!str", name)
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == name {
			p.idle = saysTheSame(n.Content[i+1], value)
			n.Content[i], n.Content[i+1] = label, value
			return
		}
	}
	n.Content = append(n.Content, label, value)
}

// saysTheSame reports whether two trees hold the same texts, however they are
// written.
func saysTheSame(a, b *yaml.Node) bool {
	return a.Kind == b.Kind && strings.TrimSpace(a.Value) == strings.TrimSpace(b.Value) &&
		slices.EqualFunc(a.Content, b.Content, saysTheSame)
}

// takeAway takes a key out of a mapping that goes with none beside it; what one
// scenario has put there itself stays, and is a problem.
func (p *setter) takeAway(n *yaml.Node, name string) {
	if value := valueOf(n, name); value != nil && !p.own[value] {
		remove(n, name)
	}
}

// remove takes a key out of a mapping.
func remove(n *yaml.Node, name string) {
	for i := len(n.Content) - 2; i >= 0; i -= 2 {
		if n.Content[i].Value == name {
			n.Content = slices.Delete(n.Content, i, i+2)
		}
	}
}
