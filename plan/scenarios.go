package plan

import (
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"embudo/funnel"
)

// maxScenarios bounds the scenarios of a plan.
const maxScenarios = 50

// Scenario is another way that the plan may go: a set of overrides, each a path
// as --set spells it with what stands there instead.
type Scenario struct {
	ID   string            `yaml:"-"`    // what --scenario takes
	Name string            `yaml:"name"` // what it is called in reports; the ID where the file gives none
	When *funnel.Threshold `yaml:"when"` // what makes it due; nil: nothing that data could say
	Do   string            `yaml:"do"`   // what is done then, in words

	plan *Plan // with the overrides put in
}

// Scenario is the plan with a scenario's overrides put in; ok is false where it
// has no scenario of that id.
func (p *Plan) Scenario(id string) (scenario *Plan, ok bool) {
	for _, s := range p.Scenarios {
		if s.ID == id {
			return s.plan, true
		}
	}
	return nil, false
}

// ScenarioIDs lists the ids of the plan's scenarios, in the order of the file.
func (p *Plan) ScenarioIDs() []string {
	ids := make([]string, len(p.Scenarios))
	for i, s := range p.Scenarios {
		ids[i] = s.ID
	}
	return ids
}

// Triggers are the scenarios that have a condition, for a check to say which of
// them holds. Each call makes new ones.
func (p *Plan) Triggers() []funnel.Trigger {
	var all []funnel.Trigger
	for _, s := range p.Scenarios {
		if s.When != nil {
			when := *s.When
			when.Bound = copyOf(when.Bound)
			all = append(all, funnel.Trigger{ID: s.ID, Name: s.Name, Do: s.Do, When: when})
		}
	}
	return all
}

// variants is what the plan of each scenario is made from.
type variants struct {
	root     *yaml.Node // the tree of the file, without scenarios and before settings
	settings []Setting  // what the command line changes in each of them
}

// variantsOf keeps what scenarios are made from, where the file has any.
func variantsOf(root *yaml.Node, settings []Setting) variants {
	if valueOf(root, "scenarios") == nil {
		return variants{}
	}
	bare := *root
	bare.Content = slices.Clone(root.Content)
	remove(&bare, "scenarios")
	return variants{root: deepCopy(&bare), settings: settings}
}

// deepCopy is a tree of its own.
func deepCopy(n *yaml.Node) *yaml.Node {
	c := *n
	c.Content = make([]*yaml.Node, len(n.Content))
	for i, child := range n.Content {
		c.Content[i] = deepCopy(child)
	}
	return &c
}

// bySubject parts the settings that change a scenario from those that change the
// plan, and with it what every scenario is made from.
func bySubject(settings []Setting) (ofScenarios, ofPlan []Setting) {
	for _, s := range settings {
		if first := before(s.Path, "."); first == "scenarios" {
			ofScenarios = append(ofScenarios, s)
		} else {
			ofPlan = append(ofPlan, s)
		}
	}
	return ofScenarios, ofPlan
}

// scenarios reads the block of the same name, and the plan that each scenario
// makes.
func (b *block) scenarios(name string) []Scenario {
	n := b.values[name]
	if n == nil || b.empty(name) || !b.areScenarios(name, n) {
		return nil
	}
	var all []Scenario
	seen := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content) && !b.d.full(); i += 2 {
		label, value := n.Content[i], n.Content[i+1]
		if b.isScenario(name, label, value, seen) {
			all = append(all, b.scenario(join(b.path, name), label, value))
		}
	}
	return all
}

// areScenarios reports what should have been a mapping of names to scenarios.
func (b *block) areScenarios(name string, n *yaml.Node) bool {
	path := join(b.path, name)
	switch {
	case n.Kind == yaml.ScalarNode:
		b.d.problem(n, "mapping-expected", "key", path, "want", scenarioExample("plan-b"))
	case n.Kind == yaml.SequenceNode:
		id := "plan-b"
		if len(n.Content) > 0 {
			if called := valueOf(n.Content[0], "name"); called != nil {
				id = slug(called.Value, id)
			}
		}
		b.d.problem(n, "mapping-expected", "key", path, "want", scenarioExample(id))
	case len(n.Content)/2 > maxScenarios:
		b.d.problem(n.Content[2*maxScenarios], "too-many-scenarios",
			"got", strconv.Itoa(len(n.Content)/2), "max", strconv.Itoa(maxScenarios))
	default:
		return true
	}
	return false
}

// scenarioExample is how to write a scenario on one line.
func scenarioExample(id string) string { return id + ": {budget: 30000}" }

// isScenario reports a line that cannot be the name of a scenario with its
// overrides.
func (b *block) isScenario(name string, label, value *yaml.Node, seen map[string]*yaml.Node) bool {
	path := join(b.path, name)
	first, twice := seen[label.Value]
	switch {
	case label.Kind != yaml.ScalarNode:
		b.d.problem(label, "key-not-text")
	case label.Tag == "!!merge":
		b.d.problem(label, "merge-key")
	case twice:
		b.d.problem(label, "duplicate-key", "key", join(path, label.Value), "line", strconv.Itoa(first.Line))
	case value.Kind != yaml.MappingNode && isOverride(label.Value):
		b.d.problem(label, "scenario-without-name", "key", label.Value)
	case !isID(label.Value):
		b.d.problem(label, "bad-id", "key", path, "got", label.Value, "want", slug(label.Value, "scenario-"+strconv.Itoa(len(seen)+1)))
	case isNull(value):
		b.d.problem(label, "missing-value", "key", join(path, label.Value), "example", scenarioExample(label.Value))
	case value.Kind != yaml.MappingNode:
		b.d.problem(value, "mapping-expected", "key", join(path, label.Value), "want", "budget: 30000")
	default:
		seen[label.Value] = label
		return true
	}
	return false
}

// isOverride reports whether a name begins a path of the plan, or is one of the
// words that a scenario has for itself.
func isOverride(name string) bool {
	first := before(name, ".")
	return slices.Contains(keysIn(""), first) || slices.Contains(keysIn("scenarios"), first)
}

// scenario reads one scenario: what it says of itself, and its plan.
func (b *block) scenario(path string, label, value *yaml.Node) Scenario {
	path = join(path, label.Value)
	own, changes := partScenario(value)
	told := len(b.d.problems)
	s := b.d.block(own, "scenarios", path)
	scenario := Scenario{ID: label.Value, Name: s.text("name"), When: s.condition("when"), Do: s.text("do")}
	if scenario.Name == "" {
		scenario.Name = scenario.ID
	}
	for i := range b.d.problems[told:] {
		b.d.problems[told+i].Scenario = scenario.ID
	}
	v := variant{base: b.d, id: scenario.ID, label: label, value: value, path: path}
	scenario.plan = v.read(changes)
	return scenario
}

// partScenario parts what a scenario says of itself from its overrides.
func partScenario(n *yaml.Node) (own, changes *yaml.Node) {
	mine, others := *n, *n
	mine.Content, others.Content = nil, nil
	for i := 0; i+1 < len(n.Content); i += 2 {
		part := &others
		if slices.Contains(keysIn("scenarios"), n.Content[i].Value) {
			part = &mine
		}
		part.Content = append(part.Content, n.Content[i], n.Content[i+1])
	}
	return &mine, &others
}

// variant is the plan of a scenario while it is read.
type variant struct {
	base  *decoder
	id    string
	label *yaml.Node // the scenario's name in the file
	value *yaml.Node // what stands below it
	path  string     // "scenarios.plan-b"

	decoder *decoder
	own     map[*yaml.Node]bool // values that the scenario itself has put in
	idle    int                 // overrides that change nothing
}

// read puts the overrides into a tree of its own and reads that like a plan. What
// is wrong with the plan without the scenario too is not told again.
func (v *variant) read(changes *yaml.Node) *Plan {
	v.decoder = &decoder{file: v.base.file, scenario: v.id, settings: v.base.settings, places: map[string]place{}}
	v.own = map[*yaml.Node]bool{}
	root := deepCopy(v.base.variants.root)
	overrides := overridesIn(changes, "")
	v.put(root, overrides)
	for _, s := range v.base.variants.settings {
		v.decoder.set(root, s)
	}
	p := v.decoder.plan(root)
	v.sayIdle(len(overrides))
	p.Notices, p.places = v.decoder.notices.sorted(), v.decoder.places
	for _, problem := range v.news(v.decoder.problems, v.base.problems, overrides) {
		v.base.add(problem)
	}
	v.base.scenarioNotices = append(v.base.scenarioNotices, v.news(v.decoder.notices, v.base.notices, overrides)...)
	return p
}

// override is one path of a scenario with what stands there instead.
type override struct {
	path   string     // as --set spells it
	label  *yaml.Node // the name that it ends with
	value  *yaml.Node
	holder *yaml.Node // the mapping that it stands in
}

// overridesIn lists the overrides of a mapping at a path. Where it stands for keys
// of a stage, a funnel or another block, those are overrides each; a list, and the
// named lines of a budget, are one whole.
func overridesIn(n *yaml.Node, at string) []override {
	var all []override
	for i := 0; i+1 < len(n.Content); i += 2 {
		label, value := n.Content[i], n.Content[i+1]
		path := join(at, label.Value)
		if value.Kind == yaml.MappingNode && holdsKeys(path) && len(value.Content) > 0 {
			all = append(all, overridesIn(value, path)...)
			continue
		}
		all = append(all, override{path: path, label: label, value: value, holder: n})
	}
	return all
}

// holdsKeys reports whether a path leads to a block, or to a list of blocks that
// are told apart by their ids.
func holdsKeys(path string) bool {
	names := strings.Split(path, ".")
	for kind := ""; len(names) > 0; {
		k, known := key(join(kind, names[0]))
		if !known {
			return false
		}
		names, kind = names[1:], k.Path
		switch k.Type {
		case TypeStages, TypeFunnels, TypeActivities, TypeRules:
			if kind == "funnels.stages" {
				kind = "stages"
			}
			names = names[min(1, len(names)):] // the id
		case TypeMapping:
		default:
			return false
		}
	}
	return true
}

// put puts the overrides in, in the order of the file.
func (v *variant) put(root *yaml.Node, overrides []override) {
	seen := map[string]*yaml.Node{}
	for _, o := range overrides {
		first, twice := seen[o.path]
		switch {
		case o.label.Kind != yaml.ScalarNode:
			v.decoder.problem(o.label, "key-not-text")
			continue
		case o.label.Tag == "!!merge":
			v.decoder.problem(o.label, "merge-key")
			continue
		case twice:
			v.decoder.problem(o.label, "duplicate-key", "key", join(v.path, o.path), "line", strconv.Itoa(first.Line))
			continue
		case before(o.path, ".") == "scenarios":
			v.decoder.problem(o.label, "scenario-in-scenario", "key", o.path)
			continue
		case v.misspeltWord(o):
			continue
		}
		seen[o.path] = o.label
		v.base.places[join(v.path, o.path)] = v.base.at(o.value)
		v.putOne(root, o)
	}
}

// misspeltWord reports a word of a scenario's own that is misspelt.
func (v *variant) misspeltWord(o override) bool {
	if isOverride(o.path) {
		return false
	}
	want, near := meantKey(o.path, keysIn("scenarios"))
	if near {
		v.decoder.problem(o.label, "misspelt-key", "key", join(v.path, o.path), "want", want)
	}
	return near
}

func (v *variant) putOne(root *yaml.Node, o override) {
	s := &setter{d: v.decoder, path: o.path, value: o.value, label: o.label, own: v.own}
	want, ok := s.put(root, "", "", strings.Split(o.path, "."))
	switch {
	case !ok:
		v.decoder.problem(o.label, "unknown-setting", "got", o.path, "want", want)
	case s.idle:
		v.idle++
		v.decoder.notice(o.label, "override-changes-nothing", "scenario", v.id, "key", o.path)
	}
	v.own[o.value] = true
}

// sayIdle gives notice of a scenario without any effect, once instead of for each
// of its overrides.
func (v *variant) sayIdle(overrides int) {
	if v.idle < overrides {
		return
	}
	v.decoder.notices = slices.DeleteFunc(v.decoder.notices, func(p Problem) bool { return p.Name == "override-changes-nothing" })
	v.decoder.notice(v.label, "scenario-changes-nothing", "scenario", v.id)
}

// news are the problems that come of the scenario alone, where it says what makes
// them: at the override itself, or else at the only one, or at the scenario.
func (v *variant) news(all, before Problems, overrides []override) Problems {
	if len(all) == 0 {
		return nil
	}
	known := map[string]bool{}
	for _, p := range before {
		if p.Scenario == "" {
			known[p.fingerprint()] = true
		}
	}
	at := v.base.at(v.label)
	if len(overrides) == 1 {
		at = v.base.at(overrides[0].label)
	}
	inside := map[place]bool{}
	v.mark(v.label, inside)
	v.mark(v.value, inside)
	var fresh Problems
	for _, p := range all {
		if known[p.fingerprint()] {
			continue
		}
		if here := (place{p.File, p.Line, p.Column}); p.Line > 0 && !inside[here] {
			p.File, p.Line, p.Column = at.file, at.line, at.column
		}
		fresh = append(fresh, p)
	}
	return fresh
}

// mark notes the places of a node and of all below it.
func (v *variant) mark(n *yaml.Node, inside map[place]bool) {
	inside[v.base.at(n)] = true
	for _, child := range n.Content {
		v.mark(child, inside)
	}
}

// putScenario puts a setting into a scenario, in place of the override that has
// its path already.
func (p *setter) putScenario(n *yaml.Node, at string, names []string) (want string, ok bool) {
	all := p.mapping(n, "scenarios")
	var ids []string
	for i := 0; i < len(all.Content); i += 2 {
		ids = append(ids, all.Content[i].Value)
	}
	if near, ok := Near(names[0], ids); ok && !slices.Contains(ids, names[0]) {
		return join(at, strings.Join(append([]string{near}, names[1:]...), ".")), false
	}
	if len(names) == 1 {
		p.store(all, names[0], p.value)
		return "", true
	}
	scenario := p.mapping(all, names[0])
	path := strings.Join(names[1:], ".")
	for _, o := range overridesIn(scenario, "") {
		if o.path == path {
			p.store(o.holder, o.label.Value, p.value)
			return "", true
		}
	}
	p.store(scenario, path, p.value)
	return "", true
}

// Scenarios lists the ids of the scenarios in a plan file, for a shell that
// completes words. It makes the best of a file that is not finished.
func Scenarios(data []byte) []string {
	root := bestEffort(data)
	if root == nil {
		return nil
	}
	all := valueOf(root, "scenarios")
	if all == nil || all.Kind != yaml.MappingNode {
		return nil
	}
	var ids []string
	for i := 0; i < len(all.Content); i += 2 {
		if isID(all.Content[i].Value) {
			ids = append(ids, all.Content[i].Value)
		}
	}
	return ids
}
