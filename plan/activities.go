package plan

import (
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"embudo/funnel"
)

// Bounds of the activities of a plan.
const (
	maxActivities  = 1000
	maxOccurrences = 100_000 // of all activities together
	maxTimes       = 4000    // dates, or times done, of one activity
	maxReminders   = 20      // of one stage
)

// Activity is something that is done to bring people into a stage, or to be
// decided. [Plan.Model] fills in what it leaves out.
type Activity struct {
	Name         string             `yaml:"name"`
	ID           string             `yaml:"id"` // made from the name where the file gives none
	Kind         string             `yaml:"kind"`
	Phase        string             `yaml:"phase"`
	System       string             `yaml:"system"`
	Funnel       string             `yaml:"funnel"` // where its stage is one of several funnels
	Stage        string             `yaml:"stage"`  // the one that it brings people into
	Owner        string             `yaml:"owner"`
	Dates        []Dates            `yaml:"dates"` // it has these, or Every
	Every        Cadence            `yaml:"every"`
	From         Day                `yaml:"from"`
	Until        Day                `yaml:"until"`
	Purpose      string             `yaml:"purpose"`
	How          string             `yaml:"how"`
	Gives        string             `yaml:"gives"`        // what the client gets from it
	Cost         Money              `yaml:"cost"`         // of each time
	Contribution Number             `yaml:"contribution"` // entries of the stage, of each time
	Expects      []funnel.Threshold `yaml:"expects"`      // of a decision
	Done         []Done             `yaml:"done"`
}

// Done is one time that an activity was carried out.
type Done struct {
	Date      Day    `yaml:"date"`
	Cost      Money  `yaml:"cost"`
	Result    Number `yaml:"result"`    // entries of the stage that it brought
	Delivered string `yaml:"delivered"` // yes or no: whether the client got what it gives; yes where left out
}

// Reminder is one message before a meeting.
type Reminder struct {
	Before  Duration `yaml:"before"`
	Content string   `yaml:"content"`
}

// Day is one date. Date is nil where the file has none.
type Day struct {
	Date *funnel.Date
}

// activities reads the block of the same name.
func (b *block) activities(name string) []Activity {
	items := b.list(name)
	if len(items) > maxActivities {
		b.d.problem(items[maxActivities], "too-many-activities", "got", strconv.Itoa(len(items)), "max", strconv.Itoa(maxActivities))
		return nil
	}
	if len(items) == 0 {
		return nil
	}
	activities := make([]Activity, len(items))
	seen := map[string]*yaml.Node{}
	taken := idsOf(items, activityLabel)
	occurrences := int64(0)
	for i, item := range items {
		a := b.d.block(item, "activities", join(join(b.path, name), activityLabel(item, i)))
		a.ids = taken
		activities[i] = a.activity(i)
		a.uniqueActivity(activities[i].ID, seen)
		before := occurrences
		if occurrences += activities[i].times(b.d.period); before <= maxOccurrences && occurrences > maxOccurrences {
			b.d.problem(item, "too-many-occurrences", "max", strconv.Itoa(maxOccurrences))
		}
	}
	return activities
}

// activityLabel is the id of an activity, made from its name where it has none.
func activityLabel(item *yaml.Node, index int) string {
	if valueOf(item, "id") == nil {
		if name := valueOf(item, "name"); name != nil {
			return slug(name.Value, "item-"+strconv.Itoa(index+1))
		}
	}
	return itemLabel(item, index)
}

// uniqueActivity reports an activity whose id another one has already.
func (b *block) uniqueActivity(id string, seen map[string]*yaml.Node) {
	if id == "" {
		return
	}
	if first, twice := seen[id]; twice {
		b.d.problem(b.node, "duplicate-activity", "id", id, "line", strconv.Itoa(first.Line), "want", b.ids.free(id))
		return
	}
	seen[id] = b.node
}

// activity reads the keys of an activity.
func (b *block) activity(index int) Activity {
	a := Activity{
		Name:         b.text("name"),
		ID:           read(b, "id", parseID),
		Kind:         b.choice("kind"),
		Phase:        b.choice("phase"),
		System:       b.choice("system"),
		Owner:        b.text("owner"),
		Dates:        b.dates("dates"),
		Every:        read(b, "every", parseCadence),
		From:         read(b, "from", parseDay),
		Until:        read(b, "until", parseDay),
		Purpose:      b.text("purpose"),
		How:          b.text("how"),
		Gives:        b.text("gives"),
		Cost:         read(b, "cost", parseMoney),
		Contribution: read(b, "contribution", parseNumber),
		Expects:      b.thresholds("expects"),
		Done:         b.done("done"),
	}
	a.Funnel, a.Stage = b.feeds()
	b.require("name")
	if !b.has("id") && a.Name != "" {
		a.ID = slug(a.Name, "item-"+strconv.Itoa(index+1))
	}
	b.whenDone(a)
	b.expectation(a)
	if b.has("contribution") && !b.has("stage") && !b.meant["stage"] {
		b.d.problem(b.keys["contribution"], "contribution-without-stage", "activity", a.Name, "want", "stage: "+b.exampleStage())
	}
	return a
}

// exampleStage is a stage that an activity can feed.
func (b *block) exampleStage() string {
	if len(b.d.names.stages) > 0 && b.d.names.stages[0] != "" {
		return b.d.names.stages[0]
	}
	return "mql"
}

// feeds reads which stage an activity brings people into, and of which funnel.
func (b *block) feeds() (funnelID, stageID string) {
	funnelID, stageID = b.text("funnel"), b.text("stage")
	names := b.d.names
	if names.unsure {
		return funnelID, stageID
	}
	switch {
	case funnelID == "":
	case len(names.all) == 1 && !slices.Contains(names.funnels(), funnelID):
		b.d.problem(b.keys["funnel"], "one-funnel", "key", join(b.path, "funnel"))
		funnelID = ""
	case !slices.Contains(names.funnels(), funnelID):
		b.fault("funnel", b.values["funnel"], bad("unknown-funnel", "want", nearest(funnelID, names.funnels())))
		return "", ""
	}
	if stageID == "" {
		return funnelID, ""
	}
	if of := names.in(funnelID); !of.known[stageID] {
		b.fault("stage", b.values["stage"], bad("unknown-stage", "want", nearest(stageID, of.stages)))
		return "", ""
	}
	if with := names.with(stageID); funnelID == "" && len(with) > 1 {
		b.fault("stage", b.values["stage"], bad("stage-of-several-funnels", "want", "funnel: "+with[0]))
		return "", ""
	}
	return funnelID, stageID
}

// with are the ids of the funnels that have a stage.
func (n names) with(stage string) []string {
	var ids []string
	for _, f := range n.all {
		if indexOf(f.Stages, stage) >= 0 {
			ids = append(ids, f.ID)
		}
	}
	return ids
}

// whenDone holds the dates of an activity against its cadence and the period: it
// has one of both.
func (b *block) whenDone(a Activity) {
	switch {
	case b.failed():
		return
	case b.has("dates") && b.has("every"):
		b.d.problem(b.keys["every"], "dates-and-every", "activity", a.Name)
		return
	case b.lacks("dates") && b.lacks("every"):
		b.d.problem(b.node, "activity-without-dates", "activity", a.Name)
		return
	}
	for _, name := range []string{"from", "until"} {
		if b.has("dates") && b.has(name) {
			b.d.problem(b.keys[name], "bounds-without-cadence", "key", join(b.path, name))
		}
	}
	first, last, known := a.bounds(b.d.period)
	if known && a.Every.N > 0 && first > last {
		at := b.values["until"]
		if at == nil {
			at = b.values["from"]
		}
		b.d.problem(at, "until-before-from", "key", b.path, "from", first.String(), "until", last.String())
		return
	}
	b.withinPeriod(a)
}

// withinPeriod gives notice of an activity that has nothing to do with the
// period: a year that is wrong is soon written.
func (b *block) withinPeriod(a Activity) {
	period := b.d.period
	first, last, known := a.bounds(period)
	if a.Every.N == 0 && len(a.Dates) > 0 {
		first, last, known = a.Dates[0].Span.Start, a.Dates[0].Span.End, true
		for _, dates := range a.Dates {
			first, last = min(first, dates.Span.Start), max(last, dates.Span.End)
		}
	}
	if period != nil && known && (last < period.Start || first > period.End) {
		at := b.values["dates"]
		if at == nil {
			at = b.values["every"]
		}
		b.d.notice(at, "activity-outside-period", "activity", a.Name)
	}
}

// bounds are the first and last day between which a cadence runs; known is false
// where neither the activity nor the period says.
func (a Activity) bounds(period *funnel.Span) (first, last funnel.Date, known bool) {
	if period == nil && (a.From.Date == nil || a.Until.Date == nil) {
		return 0, 0, false
	}
	if period != nil {
		first, last = period.Start, period.End
	}
	if a.From.Date != nil {
		first = *a.From.Date
	}
	if a.Until.Date != nil {
		last = *a.Until.Date
	}
	return first, last, true
}

// times is how often an activity takes place at most.
func (a Activity) times(period *funnel.Span) int64 {
	first, last, known := a.bounds(period)
	switch {
	case a.Every.N == 0:
		return int64(len(a.Dates))
	case !known || first > last:
		return 0
	}
	days := map[string]int64{"day": 1, "week": 7, "month": 28}[a.Every.Unit] * a.Every.N
	return (int64(last)-int64(first))/days + 1
}

// expectation holds what a decision needs against what the activity has.
func (b *block) expectation(a Activity) {
	switch {
	case b.failed():
	case a.Kind == "decision" && b.lacks("expects"):
		b.require("expects")
	case b.has("expects") && a.Kind != "" && a.Kind != "decision":
		b.d.problem(b.keys["expects"], "expects-without-decision", "activity", a.Name, "got", a.Kind)
	case b.has("expects") && (a.Every.N > 0 || len(a.Dates) > 1 || len(a.Dates) == 1 && a.Dates[0].Span.Days() > 1):
		at := b.keys["dates"]
		if at == nil {
			at = b.keys["every"]
		}
		b.d.problem(at, "decision-on-several-days", "activity", a.Name)
	}
}

// dates reads one date or span, or a list of such.
func (b *block) dates(name string) []Dates {
	var all []Dates
	for i, item := range b.oneOrMore(name, maxTimes) {
		b.d.places[join(join(b.path, name), strconv.Itoa(i+1))] = b.d.at(item)
		if b.single(name, item) == nil {
			continue
		}
		if dates := parsed(b, name, item, parseDates); dates.Span != nil {
			all = append(all, dates)
		}
	}
	return all
}

// parseDay reads one date.
func parseDay(s string) (Day, *fault) {
	date, f := parseDate(s)
	if f != nil {
		return Day{}, f
	}
	return Day{&date}, nil
}

// done reads when an activity was carried out, with what it cost and brought.
func (b *block) done(name string) []Done {
	var all []Done
	for i, item := range b.oneOrMore(name, maxTimes) {
		d := b.item(name, i, item, "date")
		if d == nil {
			continue
		}
		d.require("date")
		all = append(all, Done{
			Date:      read(d, "date", parseDay),
			Cost:      read(d, "cost", parseMoney),
			Result:    read(d, "result", parseNumber),
			Delivered: d.choice("delivered"),
		})
	}
	return all
}

// reminders reads the messages before a meeting. An empty list is none, nil what
// is usual.
func (b *block) reminders(name string) []Reminder {
	if !b.has(name) {
		return nil
	}
	all := []Reminder{}
	for i, item := range b.oneOrMore(name, maxReminders) {
		if r := b.item(name, i, item, "before"); r != nil {
			r.require("before")
			all = append(all, Reminder{Before: read(r, "before", parseDuration), Content: r.text("content")})
		}
	}
	return all
}

// item opens one item of a list whose items are mappings; one value alone is that
// of their first key. It is nil where there is none.
func (b *block) item(name string, index int, item *yaml.Node, first string) *block {
	at := join(join(b.path, name), strconv.Itoa(index+1))
	b.d.places[at] = b.d.at(item)
	if isNull(item) {
		b.d.problem(item, "missing-value", "key", at, "example", "- "+firstExample(join(b.kind, name)))
		return nil
	}
	return b.d.block(b.d.asMapping(item, join(b.kind, name), first), join(b.kind, name), at)
}

// asMapping is an item of a list as a mapping: a text alone is the value of one
// key.
func (d *decoder) asMapping(item *yaml.Node, kind, key string) *yaml.Node {
	if _, ok := missingSpace(item, kind); ok || item.Kind != yaml.ScalarNode {
		return item
	}
	label := d.around(item, yaml.ScalarNode)
	label.Value = key
	return d.around(item, yaml.MappingNode, label, item)
}

// phases reads the phases of the hourglass that a plan does without.
func (b *block) phases(name string) []string {
	var phases []string
	k, _ := key(name)
	for i, item := range b.oneOrMore(name, len(k.Choices)) {
		b.d.places[join(name, strconv.Itoa(i+1))] = b.d.at(item)
		if b.single(name, item) == nil {
			continue
		}
		if phase := b.chosen(name, item); phase != "" {
			phases = append(phases, phase)
		}
	}
	return phases
}

// model is an activity as the arithmetic takes it, in a plan with some funnels.
func (a Activity) model(funnels []funnel.Funnel, period *funnel.Span) funnel.Activity {
	m := funnel.Activity{
		ID: a.ID, Name: a.Name, Kind: funnel.ActivityKind(a.Kind), Phase: funnel.Phase(a.Phase), System: a.System, Owner: a.Owner, People: People(a.Owner),
		Purpose: a.Purpose, How: a.How, Gives: a.Gives,
		Cost: copyOf(a.Cost.Value), Contribution: copyOf(a.Contribution.Value),
	}
	m.Funnel, m.Stage = a.place(funnels)
	for _, dates := range a.Dates {
		m.Dates = append(m.Dates, *dates.Span)
	}
	if first, last, known := a.bounds(period); known && a.Every.N > 0 {
		m.Every = &funnel.Cadence{N: a.Every.N, Unit: funnel.CadenceUnit(a.Every.Unit), Within: funnel.Span{Start: first, End: last}}
	}
	for _, t := range a.Expects {
		t.Bound = copyOf(t.Bound)
		m.Expects = append(m.Expects, t)
	}
	for _, d := range a.Done {
		m.Done = append(m.Done, funnel.Done{
			Date: *d.Date.Date, Cost: copyOf(d.Cost.Value), Result: copyOf(d.Result.Value), Undelivered: d.Delivered == "no",
		})
	}
	return m
}

// place finds the funnel and stage that an activity feeds, -1 for none.
func (a Activity) place(funnels []funnel.Funnel) (funnelIndex, stageIndex int) {
	for i := range funnels {
		if a.Funnel != "" && a.Funnel != funnels[i].ID {
			continue
		}
		for j := range funnels[i].Stages {
			if a.Stage != "" && funnels[i].Stages[j].ID == a.Stage {
				return i, j
			}
		}
		if a.Stage == "" && (a.Funnel != "" || len(funnels) == 1) {
			return i, -1
		}
	}
	return -1, -1
}

// inherit fills in what an activity leaves to the stage that it feeds. The phase
// of a stage is known to the file only.
func (p *Plan) inherit(m *funnel.Activity, funnels []funnel.Funnel) {
	switch {
	case m.Kind != "":
	case len(m.Expects) > 0:
		m.Kind = funnel.KindDecision
	case m.Stage >= 0 && funnels[m.Funnel].Stages[m.Stage].Meeting:
		m.Kind = funnel.KindMeeting
	default:
		m.Kind = funnel.KindAction
	}
	if m.Stage < 0 {
		return
	}
	stage := p.allStages()[m.Funnel][m.Stage]
	if m.System == "" {
		m.System = stage.System
	}
	if m.Phase == "" {
		m.Phase = funnel.Phase(stage.Phase)
	}
}

// activities are those of the file as the arithmetic takes them.
func (p *Plan) activities(funnels []funnel.Funnel) []funnel.Activity {
	var all []funnel.Activity
	for _, a := range p.Activities {
		m := a.model(funnels, p.Period.Span)
		p.inherit(&m, funnels)
		all = append(all, m)
	}
	return all
}

// unusedPhases are those that the plan does without.
func (p *Plan) unusedPhases() []funnel.Phase {
	var phases []funnel.Phase
	for _, phase := range p.PhasesNotUsed {
		phases = append(phases, funnel.Phase(phase))
	}
	return phases
}

// remind gives a stage its reminders: those of the file, or of a stage of
// meetings the usual ones.
func (s Stage) remind(m *funnel.Stage) {
	if s.Reminders == nil && m.Meeting {
		m.Reminders = funnel.UsualReminders()
	}
	for _, r := range s.Reminders {
		m.Reminders = append(m.Reminders, funnel.Reminder{Before: funnel.Hours(r.Before), Content: strings.TrimSpace(r.Content)})
	}
}
