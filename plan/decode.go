package plan

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"embudo/funnel"
)

// File is a plan file: its name as the user wrote it, "<stdin>" for standard
// input, and its bytes.
type File struct {
	Name string
	Data []byte
}

// Read reads a plan file, after its settings have been put in. It gives the
// plan, or else everything that is wrong with it.
func Read(file File, settings ...Setting) (*Plan, Problems) {
	p, problems, _ := decode(file, settings)
	return p, problems
}

// Validate gives everything that is wrong with a plan file, after its settings
// have been put in, and what its author may want to know although it is not.
func Validate(file File, settings ...Setting) (problems, notices Problems) {
	_, problems, notices = decode(file, settings)
	return problems, notices
}

func decode(file File, settings []Setting) (p *Plan, problems, notices Problems) {
	p, problems, notices = decodeText(file, settings)
	if p != nil {
		return p, nil, notices
	}
	if told, alsoTold, found := decodePlain(file, settings); found {
		return nil, told, alsoTold
	}
	return nil, problems, notices
}

// decodeText reads a file as it stands.
func decodeText(file File, settings []Setting) (p *Plan, problems, notices Problems) {
	d := &decoder{file: file.Name, places: map[string]place{}}
	root := d.parse(file.Data)
	if root == nil {
		return nil, d.problems.sorted(), nil
	}
	d.splitItems(root)
	joinDecimals(root)
	ofScenarios, ofPlan := bySubject(settings)
	for _, s := range ofScenarios {
		d.set(root, s)
	}
	d.variants = variantsOf(root, ofPlan)
	for _, s := range ofPlan {
		d.set(root, s)
	}
	p = d.plan(root)
	notices = append(slices.Clone(d.notices), d.scenarioNotices...).sorted()
	if len(d.problems) > 0 {
		return nil, d.problems.sorted(), notices
	}
	p.Notices, p.places = d.notices.sorted(), d.places
	return p, nil, notices
}

// place is where something of a plan was said.
type place struct {
	file         string
	line, column int
}

// decoder gathers what is wrong while a plan is read.
type decoder struct {
	file     string
	settings map[*yaml.Node]string // nodes that were set on the command line
	places   map[string]place      // of each key, by path
	period   *funnel.Span          // of the plan, nil while it is not known
	names    names                 // of its stages and funnels
	problems Problems
	notices  Problems
	args     map[string]string // of problems, made when the first one asks for it

	scenario        string   // whose plan is read, empty for the plan itself
	variants        variants // what the plans of its scenarios are made from
	scenarioNotices Problems // notices of the scenarios alone
}

// argsOf are the keys of what a problem's sentence can speak of.
func (d *decoder) argsOf(problem string) string {
	if d.args == nil {
		d.args = problemArgs()
	}
	return d.args[problem]
}

// at is where a node was said.
func (d *decoder) at(n *yaml.Node) place {
	if setting, ok := d.settings[n]; ok {
		return place{file: setting}
	}
	return place{d.file, n.Line, n.Column}
}

// maxProblems bounds how many problems of one file are told.
const maxProblems = 1000

// full reports whether enough problems have been told.
func (d *decoder) full() bool { return len(d.problems) > maxProblems }

// problem reports what is wrong with a node; args are keys and values in turn.
func (d *decoder) problem(n *yaml.Node, name string, args ...string) {
	d.report(d.at(n), name, args...)
}

// report reports a problem at a place.
func (d *decoder) report(at place, name string, args ...string) {
	d.add(d.newProblem(at, name, args...))
}

// add adds a problem, or says that there are too many to tell.
func (d *decoder) add(p Problem) {
	switch {
	case d.full():
	case len(d.problems) == maxProblems:
		at := place{p.File, p.Line, p.Column}
		d.problems = append(d.problems, newProblem(at, "too-many-problems", "max", strconv.Itoa(maxProblems)))
	default:
		d.problems = append(d.problems, p)
	}
}

// newProblem is a problem of the plan that is read.
func (d *decoder) newProblem(at place, name string, args ...string) Problem {
	p := newProblem(at, name, args...)
	p.Scenario = d.scenario
	return p
}

// notice reports what is worth knowing about a node.
func (d *decoder) notice(n *yaml.Node, name string, args ...string) {
	d.notices = append(d.notices, d.newProblem(d.at(n), name, args...))
}

// plan reads the mapping at the top of a file.
func (d *decoder) plan(root *yaml.Node) *Plan {
	b := d.block(root, "", "")
	p := &Plan{
		Version:         read(b, "version", parseVersion),
		Name:            b.text("name"),
		Currency:        read(b, "currency", parseCurrency),
		Period:          read(b, "period", parsePeriod),
		Holidays:        b.holidays("holidays"),
		Budget:          b.budget("budget"),
		TargetReturn:    read(b, "target_return", parseReturn),
		TargetRevenue:   read(b, "target_revenue", parsePrice),
		TargetClients:   read(b, "target_clients", parseClients),
		AverageRevenue:  read(b, "average_revenue_per_client", parsePrice),
		GrossMargin:     read(b, "gross_margin", parseShare),
		RepeatPurchases: read(b, "repeat_purchases", parseNumber),
		Referrals:       read(b, "referrals", parseNumber),
		ExistingRevenue: read(b, "existing_revenue", parseMoney),
		Confidence:      b.confidence("confidence"),
		SuccessStage:    b.text("success_stage"),
		PhasesNotUsed:   b.phases("phases_not_used"),
		IdealClient:     b.idealClient("ideal_client"),
		Qualification:   b.qualification("qualification"),
	}
	b.manyReferrals(p)
	d.period = p.Period.Span
	p.Seasonality = b.seasonality("seasonality")
	if b.lacks("funnels") {
		b.require("budget")
	}
	b.oneTarget()
	b.stagesOrFunnels(p)
	b.budgetOfFunnels(p)
	b.successStage(p)
	d.namesOf(p)
	p.Activities = b.activities("activities")
	p.SLA = b.sla("sla")
	p.Actuals = b.actuals("actuals")
	p.Check = b.check("check", p.SuccessStage)
	p.Scenarios = b.scenarios("scenarios")
	return p
}

// manyReferrals gives notice of clients of whom each brings more than one would
// believe: the 20 of 20% most likely.
func (b *block) manyReferrals(p *Plan) {
	const believable = 5
	if each := p.Referrals.Value; each != nil && compare(each, believable) > 0 {
		at := b.values["referrals"]
		hundredth := new(big.Rat).Quo(each, big.NewRat(100, 1))
		b.d.notice(at, "many-referrals", "key", "referrals", "got", at.Value, "want", decimalText(hundredth))
	}
}

// budgetOfFunnels reports a plan of several funnels without a budget. Where each
// of them has one it is their sum.
func (b *block) budgetOfFunnels(p *Plan) {
	if b.lacks("funnels") || !b.lacks("budget") {
		return
	}
	sum := new(big.Rat)
	for _, f := range p.Funnels {
		if f.Budget.Total == nil {
			b.require("budget")
			return
		}
		sum.Add(sum, f.Budget.Total)
	}
	if sum.Sign() == 0 {
		b.require("budget")
		return
	}
	b.d.problem(b.node, "missing-key", "key", "budget", "want", "budget: "+decimalText(sum))
}

// oneTarget reports a plan without a target, or with several.
func (b *block) oneTarget() {
	var given []string
	for _, name := range targetKeys() {
		if b.has(name) || b.meant[name] {
			given = append(given, name)
		}
	}
	switch len(given) {
	case 0:
		b.d.problem(b.node, "no-target")
	case 1:
	default:
		for _, name := range given[1:] {
			if b.has(name) {
				b.d.problem(b.keys[name], "several-targets", "key", name, "other", given[0])
			}
		}
	}
}

// targetKeys are the three ways to state a target, of which a plan has one.
func targetKeys() []string { return []string{"target_return", "target_revenue", "target_clients"} }

// stagesOrFunnels reads the stages of a plan with one funnel, or its funnels.
func (b *block) stagesOrFunnels(p *Plan) {
	if b.has("stages") && b.has("funnels") {
		b.d.problem(b.keys["funnels"], "stages-and-funnels")
	}
	if b.lacks("stages") && b.lacks("funnels") {
		b.d.problem(b.node, "no-stages")
	}
	p.Stages = b.stages("stages")
	p.Funnels = b.funnels("funnels", p)
	if b.lacks("funnels") {
		b.require("average_revenue_per_client")
	}
}

// successStage holds the stage that the period is judged by against the stages
// of every funnel.
func (b *block) successStage(p *Plan) {
	if p.SuccessStage == "" {
		return
	}
	at := b.values["success_stage"]
	all := slices.DeleteFunc(p.allStages(), func(stages []Stage) bool { return len(stages) == 0 })
	if len(all) == 0 {
		return
	}
	known, somewhere := stageIDs(all[0]), false
	for _, stages := range all {
		known = slices.DeleteFunc(known, func(id string) bool { return id == "" || indexOf(stages, id) < 0 })
		somewhere = somewhere || indexOf(stages, p.SuccessStage) >= 0
	}
	if !somewhere && len(known) > 0 {
		b.d.problem(at, "unknown-success-stage", "got", p.SuccessStage, "known", meantStage(p.SuccessStage, all[0], known))
		return
	}
	for _, f := range p.Funnels {
		if len(f.Stages) > 0 && indexOf(f.Stages, p.SuccessStage) < 0 {
			b.d.problem(at, "success-stage-not-in-funnel", "got", p.SuccessStage, "funnel", f.ID)
		}
	}
}

// meantStage is the known id that a word stands for, being like it or like the
// name of its stage; where there is none, all that are known.
func meantStage(word string, stages []Stage, known []string) string {
	if id, ok := Near(word, known); ok {
		return id
	}
	for _, s := range stages {
		if _, ok := Near(word, []string{s.Name}); ok && slices.Contains(known, s.ID) {
			return s.ID
		}
	}
	return strings.Join(known, ", ")
}

// stageIDs are the ids of some stages, in their order.
func stageIDs(stages []Stage) []string {
	ids := make([]string, len(stages))
	for i, s := range stages {
		ids[i] = s.ID
	}
	return ids
}

// indexOf finds a stage by its id; it is -1 where there is none.
func indexOf(stages []Stage, id string) int {
	for i, s := range stages {
		if s.ID == id {
			return i
		}
	}
	return -1
}
