package plan

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"embudo/funnel"
)

// maxThresholds bounds the conditions of a plan.
const maxThresholds = 200

// thresholds reads conditions such as clients >= 8 and rate.mql >= 25%.
func (b *block) thresholds(name string) []funnel.Threshold {
	var all []funnel.Threshold
	for i, item := range b.oneOrMore(name, maxThresholds) {
		b.d.places[join(join(b.path, name), strconv.Itoa(i+1))] = b.d.at(item)
		if b.single(name, item) != nil {
			all = append(all, b.threshold(name, item))
		}
	}
	return all
}

// condition reads one condition; it is nil where there is none.
func (b *block) condition(name string) *funnel.Threshold {
	n := b.scalar(name)
	if n == nil {
		return nil
	}
	t := b.threshold(name, n)
	return &t
}

// threshold reads the condition of a node that has one text.
func (b *block) threshold(name string, n *yaml.Node) funnel.Threshold {
	// Cut into parts, the address of a database is none in which a password is seen.
	c := condition{text: withoutPassword(strings.Join(strings.Fields(n.Value), " ")), names: b.d.names}
	c.read()
	for _, f := range c.faults {
		b.fault(name, n, f)
	}
	return c.threshold
}

// condition is a threshold while it is read. Left, relation and right are its
// parts; where one of them is wrong it is made right, so that every hint is the
// whole condition as it should be.
type condition struct {
	text  string
	names names

	left, relation, right string
	guess                 funnel.Metric // where the metric is wrong
	threshold             funnel.Threshold
	faults                []*fault
}

// read takes a condition apart and looks at each part.
func (c *condition) read() {
	c.threshold.Expression = c.text
	if c.split() {
		c.readParts()
	} else {
		c.bad("bad-threshold", c.text)
		c.left, c.relation, c.right = c.meant()
	}
	whole := c.left + " " + c.relation + " " + c.right
	for _, f := range c.faults {
		args := []string{"want", whole, "example", whole}
		if other := f.arg("other"); other != "" {
			args = append(args, "other", c.left+" "+c.relation+" "+other)
		}
		f.args = append(args, f.args...)
	}
}

func (c *condition) readParts() {
	c.readLeft()
	c.readRelation()
	c.readRight()
}

// bad adds what is wrong with a part; what to write instead is known later.
func (c *condition) bad(name, got string) { c.faults = append(c.faults, bad(name, "got", got)) }

// signs are what relations are written with, rightly or wrongly.
const signs = "<>=!≥≤≠~"

// split cuts a condition at its relation. ok is false where a part is missing,
// or where the number stands first.
func (c *condition) split() (ok bool) {
	start := strings.IndexAny(c.text, signs)
	if start < 0 {
		return false
	}
	right := strings.TrimLeft(c.text[start:], signs+" ")
	c.left = strings.TrimSpace(c.text[:start])
	c.relation = strings.ReplaceAll(c.text[start:len(c.text)-len(right)], " ", "")
	c.right = strings.TrimSpace(right)
	return c.left != "" && c.right != "" && !strings.ContainsAny(c.left[:1], "-.0123456789")
}

// meant is a whole condition for one that has a part too few, or its parts in
// the wrong order.
func (c *condition) meant() (left, relation, right string) {
	turned := map[string]string{">": "<", ">=": "<=", "<": ">", "<=": ">="}[c.relation]
	t := condition{text: c.right + " " + turned + " " + c.left, names: c.names}
	if turned != "" && t.split() {
		t.readParts()
		return t.left, t.relation, t.right
	}
	word, rest, _ := strings.Cut(c.text, " ")
	t = condition{left: strings.TrimRight(word, signs), names: c.names}
	if t.readLeft(); len(t.faults) > 0 {
		return "clients", string(funnel.AtLeast), exampleOf(funnel.MetricClients)
	}
	fields := strings.Fields(rest)
	if len(fields) > 0 {
		last := fields[len(fields)-1]
		if _, f := boundOf(t.threshold.Metric, last); f == nil {
			return t.left, usualRelation(t.threshold.Metric), last
		}
	}
	return t.left, usualRelation(t.threshold.Metric), exampleOf(t.threshold.Metric)
}

// usualRelation is how a metric is mostly compared: what costs, or grows old,
// should be little.
func usualRelation(m funnel.Metric) string {
	switch m {
	case funnel.MetricSpend, funnel.MetricCostPer, funnel.MetricDataAge:
		return string(funnel.AtMost)
	default:
		return string(funnel.AtLeast)
	}
}

// readRelation reads how the condition compares.
func (c *condition) readRelation() {
	switch r := funnel.Relation(c.relation); r {
	case funnel.AtLeast, funnel.Above, funnel.AtMost, funnel.Below:
		c.threshold.Relation = r
		return
	}
	c.bad("bad-relation", c.relation)
	if strings.ContainsAny(c.relation, "<≤") && !strings.ContainsAny(c.relation, ">≥") {
		c.relation = string(funnel.AtMost)
	} else {
		c.relation = string(funnel.AtLeast)
	}
}

// readLeft reads what the condition is about: a metric of the whole plan, or one
// of a stage.
func (c *condition) readLeft() {
	parts := strings.Split(c.left, ".")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	metric, of := funnel.Metric(parts[0]), parts[1:]
	if len(parts) > 1 && parts[0]+"."+parts[1] == string(funnel.MetricOverdue) {
		metric, of = funnel.MetricOverdue, parts[2:]
	}
	switch {
	case slices.Contains(funnel.Metrics(), metric) && len(of) == 0:
		c.threshold.Metric, c.left = metric, string(metric)
	case slices.Contains(funnel.Metrics(), metric):
		c.bad("metric-of-plan", string(metric))
		c.threshold.Metric, c.left = metric, c.withoutStage(metric, of)
	case slices.Contains(funnel.StageMetrics(), metric):
		c.threshold.Metric = metric
		c.readStage(of)
	default:
		c.bad("unknown-metric", string(metric))
		c.left = c.meantMetric(string(metric), of)
	}
}

// withoutStage is what to write for a metric of the whole plan that has a stage
// or funnel: clients.sql are the entries of the stage sql, clients.inbound those
// of that funnel's last stage.
func (c *condition) withoutStage(metric funnel.Metric, of []string) string {
	entries := string(funnel.MetricActual) + "."
	word := strings.Join(of, ".")
	switch {
	case metric != funnel.MetricClients:
		return string(metric)
	case c.names.haveStage(word):
		return entries + word
	case slices.Contains(c.names.funnels(), word):
		stages := c.names.in(word).stages
		return entries + word + "." + stages[len(stages)-1]
	}
	return string(metric)
}

// meantMetric is what to write where the metric is not known.
func (c *condition) meantMetric(word string, of []string) string {
	var known []string
	for _, m := range funnel.StageMetrics() {
		known = append(known, string(m))
	}
	if len(of) == 0 {
		for _, m := range funnel.Metrics() {
			known = append(known, string(m))
		}
		if _, near := Near(word, known); !near {
			if stage := c.names.called(word); stage != "" {
				word, of = string(funnel.MetricActual), []string{stage}
			}
		}
	}
	t := condition{left: strings.Join(append([]string{nearestMetric(word, known)}, of...), "."), names: c.names}
	t.readLeft()
	c.guess = t.threshold.Metric
	return t.left
}

// nearestMetric is what somebody meant by a word that is no metric.
func nearestMetric(word string, known []string) string {
	meant := map[string]string{
		"clientes": "clients", "ingresos": "revenue", "gasto": "spend", "cost": "cost_per spend",
		"costo": "cost_per spend", "costo_por": "cost_per", "cpl": "cost_per", "cac": "cost_per", "retorno": "return",
		"roi": "return", "cobertura": "coverage", "reales": "actual", "leads": "actual", "lead": "actual", "count": "actual", "entries": "actual",
		"atrasadas": "activities.overdue", "actividades": "activities.overdue", "activities": "activities.overdue", "overdue": "activities.overdue",
		"brecha": "gap", "cumplimiento": "attainment", "logro": "attainment", "tasa": "rate", "conversion": "rate",
		"data_age": "data_age_days", "age": "data_age_days", "antiguedad": "data_age_days", "dias": "data_age_days", "edad": "data_age_days",
	}[fold(word)]
	for _, m := range strings.Fields(meant) {
		if slices.Contains(known, m) {
			return m
		}
	}
	return nearest(word, known)
}

// readStage reads the stage, and where there is one the funnel, of a metric.
func (c *condition) readStage(of []string) {
	t := &c.threshold
	switch {
	case strings.Join(of, "") == "":
		c.bad("metric-of-stage", string(t.Metric))
		t.Stage = first(c.names.stages)
	case len(of) == 1 && slices.Contains(c.names.funnels(), of[0]) && !c.names.known[of[0]]:
		c.bad("metric-of-stage", c.left)
		t.Funnel, t.Stage = of[0], first(c.names.in(of[0]).stages)
	case len(of) == 1:
		t.Stage = of[0]
	default:
		t.Funnel, t.Stage = of[0], strings.Join(of[1:], ".")
	}
	if !c.names.unsure {
		c.findFunnel()
		c.findStage()
		c.hasRate()
		c.hasCost()
	}
	c.writeLeft()
}

// first is the first of some names, empty where there are none.
func first(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return names[0]
}

// writeLeft writes what the condition is about from what was read.
func (c *condition) writeLeft() {
	parts := []string{string(c.threshold.Metric)}
	if c.threshold.Funnel != "" {
		parts = append(parts, c.threshold.Funnel)
	}
	c.left = strings.Join(append(parts, c.threshold.Stage), ".")
}

// findFunnel holds the funnel of a condition against those of the plan.
func (c *condition) findFunnel() {
	known := c.names.funnels()
	if got := c.threshold.Funnel; got != "" && !slices.Contains(known, got) {
		c.bad("unknown-funnel", got)
		c.threshold.Funnel = nearest(got, known)
	}
}

// findStage holds the stage of a condition against those of its funnel.
func (c *condition) findStage() {
	of := c.names.in(c.threshold.Funnel)
	if got := c.threshold.Stage; !of.known[got] {
		c.bad("unknown-stage", got)
		c.threshold.Stage = nearest(got, of.stages)
	}
}

// hasRate reports the rate of a last stage, from which nobody goes on.
func (c *condition) hasRate() {
	t, of := &c.threshold, c.names.in(c.threshold.Funnel)
	if t.Metric != funnel.MetricRate || !of.isLast(t.Stage) {
		return
	}
	if len(c.faults) == 0 { // else the stage is a guess already
		c.bad("rate-of-last-stage", t.Stage)
	}
	if before := of.before(t.Stage); before != "" {
		t.Stage = before
	} else {
		t.Metric = funnel.MetricAttainment
	}
}

// hasCost reports the cost of one funnel of several: no data say which of them
// was paid for, so the condition would never be met.
func (c *condition) hasCost() {
	t := &c.threshold
	if t.Metric != funnel.MetricCostPer || t.Funnel == "" || len(c.names.all) == 1 {
		return
	}
	if len(c.faults) == 0 {
		c.bad("cost-of-one-funnel", t.Funnel)
	}
	t.Funnel = ""
}

// readRight reads the number, in the way that is right for the metric.
func (c *condition) readRight() {
	metric := cmp.Or(c.threshold.Metric, c.guess)
	bound, f := boundOf(metric, c.right)
	c.threshold.Bound = bound
	if f == nil {
		return
	}
	if f.arg("other") != "" {
		f = f.acceptable(func(want string) *fault { _, f := boundOf(metric, want); return f })
	}
	if c.threshold.Metric != "" { // else the number may be right for what was meant
		c.faults = append(c.faults, &fault{f.name, append([]string{"got", c.right}, f.args...)})
	}
	c.right = meantBound(metric, f)
}

// meantBound is what to write for a number that is wrong: what its fault says,
// where nothing is wrong with that in turn, or else an example.
func meantBound(m funnel.Metric, f *fault) string {
	const mostFaults = 3 // -1.234,5 is negative, has separators, and is no count
	for range mostFaults {
		want := f.arg("want")
		if want == "" {
			break
		}
		if _, f = boundOf(m, want); f == nil {
			return want
		}
	}
	return exampleOf(m)
}
