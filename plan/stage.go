package plan

import (
	"strconv"

	"gopkg.in/yaml.v3"

	"embudo/funnel"
)

// Bounds of the lists of a plan.
const (
	maxStages  = 50
	maxFunnels = 200
)

// stages reads the stages of a plan or funnel.
func (b *block) stages(name string) []Stage {
	items := b.list(name)
	if items == nil {
		if n := b.values[name]; n != nil && n.Kind == yaml.SequenceNode {
			b.d.problem(n, "empty-stages", "key", join(b.path, name))
		}
		return nil
	}
	if len(items) > maxStages {
		b.d.problem(items[maxStages], "too-many-stages", "got", strconv.Itoa(len(items)), "max", strconv.Itoa(maxStages))
		return nil
	}
	stages := make([]Stage, len(items))
	seen := map[string]*yaml.Node{}
	taken := idsOf(items, itemLabel)
	for i, item := range items {
		s := b.stageBlock(item, name, i)
		s.ids = taken
		stages[i] = s.read()
		s.requireID(i)
		s.datesInPeriod(stages[i].Dates, b.d.period)
		s.unique(seen)
		if i == len(items)-1 {
			s.last()
		} else if s.lacks("rate") {
			b.d.problem(item, "missing-rate", "stage", s.stage)
		}
	}
	return stages
}

// stageBlock opens the mapping of a stage. Its path has its id, or its number
// where it has none.
func (b *block) stageBlock(item *yaml.Node, name string, index int) *block {
	label := itemLabel(item, index)
	s := b.d.block(item, "stages", join(join(b.path, name), label))
	s.stage = label
	if id := valueOf(item, "id"); id != nil && id.Kind == yaml.ScalarNode && !isNull(id) {
		s.stage = id.Value
	}
	return s
}

// itemLabel is what to call an item of a list: its id, or else its number.
func itemLabel(item *yaml.Node, index int) string {
	if id := valueOf(item, "id"); id != nil && isID(id.Value) {
		return id.Value
	}
	return strconv.Itoa(index + 1)
}

// valueOf is the first value of a key in a mapping, nil where it has none.
func valueOf(n *yaml.Node, name string) *yaml.Node {
	if n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == name {
			return n.Content[i+1]
		}
	}
	return nil
}

// requireID reports a stage without an id, and makes one of its name.
func (b *block) requireID(index int) {
	if !b.lacks("id") {
		return
	}
	number := "stage-" + strconv.Itoa(index+1)
	want := number
	if name := b.values["name"]; name != nil && name.Kind == yaml.ScalarNode {
		want = slug(name.Value, number)
	}
	b.d.problem(b.node, "missing-key", "key", join(b.path, "id"), "want", "id: "+b.ids.free(want))
}

// unique reports an id that another stage of the list has already.
func (b *block) unique(seen map[string]*yaml.Node) {
	id := b.values["id"]
	if id == nil || !isID(id.Value) {
		return
	}
	if first, twice := seen[id.Value]; twice {
		b.d.problem(id, "duplicate-stage", "id", id.Value, "line", strconv.Itoa(first.Line), "want", b.ids.free(id.Value))
		return
	}
	seen[id.Value] = id
}

// read reads the keys of a stage.
func (b *block) read() Stage {
	s := Stage{
		ID:            read(b, "id", parseID),
		Name:          b.text("name"),
		Definition:    b.text("definition"),
		Owner:         b.choice("owner"),
		System:        b.choice("system"),
		Phase:         b.choice("phase"),
		Rate:          read(b, "rate", parseRate),
		Recovers:      read(b, "recovers", parsePart),
		Source:        b.text("source"),
		Lag:           read(b, "lag", parseLag),
		UnitCost:      read(b, "unit_cost", parseMoney),
		InProgress:    read(b, "in_progress", parseCount),
		Direct:        read(b, "direct", parseCount),
		RespondWithin: read(b, "respond_within", parseResponse),
		Capacity:      b.capacity("capacity"),
		Dates:         read(b, "dates", parseDates),
		Reminders:     b.reminders("reminders"),
	}
	if s.Name == "" {
		s.Name = s.ID
	}
	if s.System == "" {
		s.System = systemOf(s.Owner)
	}
	return s
}

// systemOf is the system that a stage belongs to by its owner.
func systemOf(owner string) string {
	switch owner {
	case "marketing":
		return "prospecting"
	case "sales":
		return "conversion"
	}
	return ""
}

// datesInPeriod gives notice of a trip or fair that has nothing to do with the
// period.
func (b *block) datesInPeriod(dates Dates, period *funnel.Span) {
	if dates.Span == nil || period == nil {
		return
	}
	if dates.Span.End < period.Start || dates.Span.Start > period.End {
		at := b.values["dates"]
		b.d.notice(at, "dates-outside-period", "stage", b.stage, "got", at.Value)
	}
}

// last reports what the last stage of a funnel cannot have, since nothing
// follows it.
func (b *block) last() {
	for _, name := range []string{"rate", "recovers", "lag", "in_progress", "direct", "reminders"} {
		if b.has(name) {
			b.d.problem(b.keys[name], "last-stage-key", "stage", b.stage, "key", name)
		}
	}
}

// capacity reads what the people of a stage can handle.
func (b *block) capacity(name string) *Capacity {
	n := b.values[name]
	if n == nil || b.empty(name) {
		return nil
	}
	c := b.d.block(n, "stages.capacity", join(b.path, name))
	c.stage = b.stage
	c.require("people")
	switch {
	case c.failed():
	case c.has("per_day") && c.has("per_week"):
		b.d.problem(c.keys["per_week"], "capacity-two-paces", "stage", b.stage)
	case !c.has("per_day") && !c.has("per_week"):
		b.d.problem(n, "capacity-without-pace", "stage", b.stage)
	}
	return &Capacity{
		People:  read(c, "people", parseCapacity),
		PerDay:  read(c, "per_day", parseCapacity),
		PerWeek: read(c, "per_week", parseCapacity),
		Days:    read(c, "days", parseCapacity),
	}
}
