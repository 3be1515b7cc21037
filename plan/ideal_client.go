package plan

import (
	"math/big"
	"regexp"
	"regexp/syntax"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"embudo/funnel"
)

// Bounds of an ideal client.
const (
	maxRules     = 50
	maxTexts     = 1000 // of one list of texts
	maxPoints    = 1000 // of one rule, in points
	maxPattern   = 1000 // bytes of a regular expression
	usualWeight  = 1
	usualLead    = "40%"
	usualMQL     = "70%"
	conditionKey = "in, not_in, min, max, matches"
)

// IdealClient is what marketing and sales agree to look for. [Plan.Profile] fills
// in what the file leaves out.
type IdealClient struct {
	Description string       `yaml:"description"`
	Lead        Score        `yaml:"lead"` // from which somebody is a lead
	MQL         Score        `yaml:"mql"`  // from which a lead is an MQL
	Rules       []ClientRule `yaml:"rules"`
}

// ClientRule is one trait of the ideal client: what the field of a lead must say.
// It has one of In, NotIn, Matches, and Min or Max or both.
type ClientRule struct {
	Name    string   `yaml:"name"`  // the field where the file gives none
	Field   string   `yaml:"field"` // the heading of a column
	Why     string   `yaml:"why"`
	In      []string `yaml:"in"`
	NotIn   []string `yaml:"not_in"`
	Min     Bound    `yaml:"min"`
	Max     Bound    `yaml:"max"`
	Matches string   `yaml:"matches"` // a regular expression of RE2, case aside
	Weight  Number   `yaml:"weight"`
	Must    bool     `yaml:"must"` // who fails it is out
}

// Score is a part of the points that can be had, or a number of them; both are
// nil where the file states none.
type Score struct{ Share, Points *big.Rat }

// Bound is a number or a day that a field is held against; both are nil where the
// file states none.
type Bound struct {
	Number *big.Rat
	Date   *funnel.Date
}

// String is the score as a plan file has it: 70%, or 12.
func (s Score) String() string {
	if s.Share != nil {
		return percentText(s.Share)
	}
	return decimalText(s.Points)
}

// String is the bound as a plan file has it: 200, or 2026-01-31.
func (b Bound) String() string {
	if b.Date != nil {
		return b.Date.String()
	}
	return decimalText(b.Number)
}

// IsSet reports whether the file states a bound.
func (b Bound) IsSet() bool { return b.Number != nil || b.Date != nil }

// Pattern is the regular expression of a rule, which takes no heed of case, nil
// for a rule without one.
func (r ClientRule) Pattern() *regexp.Regexp {
	if r.Matches == "" {
		return nil
	}
	return regexp.MustCompile("(?i:" + r.Matches + ")")
}

// Condition is what a rule asks of its field, as short as one can say it without
// words: "Chile, Perú", "≠ public", "20..200", "≥ 2026-01-31", "/gerente/".
func (r ClientRule) Condition() string {
	switch {
	case len(r.In) > 0:
		return strings.Join(r.In, ", ")
	case len(r.NotIn) > 0:
		return "≠ " + strings.Join(r.NotIn, ", ")
	case r.Matches != "":
		return "/" + r.Matches + "/"
	case r.Min.IsSet() && r.Max.IsSet():
		return r.Min.String() + ".." + r.Max.String()
	case r.Max.IsSet():
		return "≤ " + r.Max.String()
	}
	return "≥ " + r.Min.String()
}

// Profile is the ideal client as the arithmetic takes it, nil where the plan has
// no rules. Each call makes a new one.
func (p *Plan) Profile() *funnel.Profile {
	if len(p.IdealClient.Rules) == 0 {
		return nil
	}
	profile := &funnel.Profile{}
	for _, r := range p.IdealClient.Rules {
		profile.Rules = append(profile.Rules, funnel.ProfileRule{Name: r.Name, Weight: r.points(), Must: r.Must})
	}
	lead, mql := p.IdealClient.thresholds()
	profile.Lead, profile.MQL = lead.of(profile.Points()), mql.of(profile.Points())
	return profile
}

// points are what meeting a rule brings. One that must be met brings none unless
// the file says so: all who stay have met it.
func (r ClientRule) points() *big.Rat {
	switch {
	case r.Weight.Value != nil:
		return new(big.Rat).Set(r.Weight.Value)
	case r.Must:
		return new(big.Rat)
	}
	return big.NewRat(usualWeight, 1)
}

// thresholds are those of the file, with the usual ones where it has none. One
// that is left out gives way to the other.
func (c IdealClient) thresholds() (lead, mql Score) {
	lead, mql = c.Lead, c.MQL
	total := new(big.Rat)
	for _, r := range c.Rules {
		total.Add(total, r.points())
	}
	if !mql.isSet() {
		mql, _ = parseScore(usualMQL)
		if lead.isSet() && lead.of(total).Cmp(mql.of(total)) > 0 {
			mql = lead
		}
	}
	if !lead.isSet() {
		lead, _ = parseScore(usualLead)
		if lead.of(total).Cmp(mql.of(total)) > 0 {
			lead = mql
		}
	}
	return lead, mql
}

func (s Score) isSet() bool { return s.Share != nil || s.Points != nil }

// of is the score in points, of those that can be had.
func (s Score) of(total *big.Rat) *big.Rat {
	if s.Share != nil {
		return new(big.Rat).Mul(s.Share, total)
	}
	return copyOf(s.Points)
}

// idealClient reads the block of the same name.
func (b *block) idealClient(name string) IdealClient {
	c := b.open(name)
	if c == nil {
		return IdealClient{}
	}
	before := len(b.d.problems)
	client := IdealClient{
		Description: c.text("description"),
		Lead:        read(c, "lead", parseScore),
		MQL:         read(c, "mql", parseScore),
		Rules:       c.rules("rules"),
	}
	if len(b.d.problems) == before {
		c.scoresInReach(client)
	}
	return client
}

// scoresInReach reports a threshold that nobody can reach, and one for a lead
// above that for an MQL.
func (b *block) scoresInReach(c IdealClient) {
	total := new(big.Rat)
	for _, r := range c.Rules {
		total.Add(total, r.points())
	}
	for _, of := range []struct {
		name  string
		score Score
	}{{"lead", c.Lead}, {"mql", c.MQL}} {
		if of.score.Points != nil && len(c.Rules) > 0 && of.score.Points.Cmp(total) > 0 {
			b.fault(of.name, b.values[of.name], bad("score-out-of-reach", "max", decimalText(total)))
			return
		}
	}
	if c.Lead.isSet() && c.MQL.isSet() && c.Lead.of(total).Cmp(c.MQL.of(total)) > 0 {
		b.d.problem(b.values["lead"], "lead-above-mql", "got", c.Lead.String(), "want", c.MQL.String())
	}
}

// rules reads the list of rules.
func (b *block) rules(name string) []ClientRule {
	items := b.list(name)
	if len(items) > maxRules {
		b.d.problem(items[maxRules], "list-too-long", "key", join(b.path, name), "max", strconv.Itoa(maxRules))
		return nil
	}
	var rules []ClientRule
	seen := map[string]*yaml.Node{}
	for i, item := range items {
		b.d.gatherTexts(item, join(join(b.path, name), ruleLabel(item, i)))
		r := b.d.block(item, join(b.kind, name), join(join(b.path, name), ruleLabel(item, i)))
		rule := r.rule()
		rules = append(rules, rule)
		if first, twice := seen[ruleLabel(item, i)]; twice && rule.Name != "" {
			b.d.problem(item, "duplicate-rule", "got", rule.Name, "line", strconv.Itoa(first.Line), "want", r.otherName(rule))
		}
		seen[ruleLabel(item, i)] = item
	}
	return rules
}

// gatherTexts reports several texts of one key without brackets around them, which
// between the braces of a rule are keys without values: {field: Country, in: CL, PE}.
func (d *decoder) gatherTexts(item *yaml.Node, path string) {
	if item.Kind != yaml.MappingNode || item.Style&yaml.FlowStyle == 0 {
		return
	}
	known := keysIn("ideal_client.rules")
	for i := 0; i+1 < len(item.Content); i += 2 {
		name, value := item.Content[i].Value, item.Content[i+1]
		if name != "in" && name != "not_in" || value.Kind != yaml.ScalarNode {
			continue
		}
		end := i + 2
		texts := []string{value.Value}
		for end+1 < len(item.Content) && !slices.Contains(known, item.Content[end].Value) && isNull(item.Content[end+1]) {
			texts = append(texts, item.Content[end].Value)
			end += 2
		}
		if len(texts) > 1 {
			list := strings.Join(texts, ", ")
			d.problem(value, "list-without-brackets", "key", join(path, name), "got", list, "want", "["+list+"]")
			item.Content = slices.Delete(item.Content, i+2, end)
		}
	}
}

// otherName tells a rule from another one of the same field.
func (b *block) otherName(r ClientRule) string {
	return "name: " + quoteIfNeeded(r.Name+" "+strings.Trim(r.Condition(), "/≠≥≤ "))
}

// quoteIfNeeded writes a text so that YAML takes it for one.
func quoteIfNeeded(s string) string {
	if strings.ContainsAny(s, ":#\"'[]{}&*!|>%@`,\\") {
		return strconv.Quote(s)
	}
	return s
}

// ruleLabel is what a rule is called in a path: its name, else its field, as an
// id.
func ruleLabel(item *yaml.Node, index int) string {
	for _, key := range []string{"name", "field"} {
		if n := valueOf(item, key); n != nil && n.Kind == yaml.ScalarNode && n.Value != "" {
			return slug(n.Value, "rule-"+strconv.Itoa(index+1))
		}
	}
	return strconv.Itoa(index + 1)
}

// rule reads the keys of one rule.
func (b *block) rule() ClientRule {
	before := len(b.d.problems)
	r := ClientRule{
		Name:    b.text("name"),
		Field:   b.text("field"),
		Why:     b.text("why"),
		In:      b.texts("in"),
		NotIn:   b.texts("not_in"),
		Min:     read(b, "min", parseBound),
		Max:     read(b, "max", parseBound),
		Matches: read(b, "matches", parsePattern),
		Weight:  read(b, "weight", parsePoints),
		Must:    read(b, "must", parseYes),
	}
	b.require("field")
	if r.Name == "" {
		r.Name = r.Field
	}
	if len(b.d.problems) == before && !b.failed() {
		b.oneCondition(r)
	}
	return r
}

// oneCondition reports a rule that asks nothing, or several things.
func (b *block) oneCondition(r ClientRule) {
	var given []string
	for _, name := range []string{"in", "not_in", "matches", "min", "max"} {
		if b.has(name) {
			given = append(given, name)
		}
	}
	switch {
	case len(given) == 0:
		b.d.problem(b.node, "rule-without-condition", "got", r.Name, "known", conditionKey)
	case slices.Equal(given, []string{"min", "max"}):
		b.boundsInOrderOf(r)
	case len(given) > 1:
		b.d.problem(b.keys[given[1]], "several-conditions", "key", join(b.path, given[1]), "other", given[0])
	}
}

// boundsInOrderOf reports a least value above the greatest, and a number beside a
// day.
func (b *block) boundsInOrderOf(r ClientRule) {
	at := b.values["max"]
	switch {
	case (r.Min.Date == nil) != (r.Max.Date == nil):
		b.d.problem(at, "bounds-mixed", "key", join(b.path, "max"), "got", r.Max.String(), "other", r.Min.String())
	case r.Min.Date != nil && *r.Min.Date > *r.Max.Date, r.Min.Number != nil && r.Min.Number.Cmp(r.Max.Number) > 0:
		b.d.problem(at, "min-above-max", "key", b.path, "got", r.Max.String(), "other", r.Min.String())
	}
}

// texts reads a text or a list of texts.
func (b *block) texts(name string) []string {
	if n := b.values[name]; n != nil && n.Kind == yaml.ScalarNode && n.Style == 0 && strings.Contains(n.Value, ",") {
		b.fault(name, n, bad("list-without-brackets", "want", "["+n.Value+"]"))
		return nil
	}
	var all []string
	for i, item := range b.oneOrMore(name, maxTexts) {
		at := join(join(b.path, name), strconv.Itoa(i+1))
		b.d.places[at] = b.d.at(item)
		switch {
		case item.Kind != yaml.ScalarNode:
			b.single(name, item)
		case strings.TrimSpace(item.Value) == "" || isNull(item):
			b.d.problem(item, "missing-value", "key", at, "example", b.example(name))
		default:
			all = append(all, strings.TrimSpace(item.Value))
		}
	}
	if n := b.values[name]; n != nil && n.Kind == yaml.SequenceNode && len(n.Content) == 0 {
		b.d.problem(n, "missing-value", "key", join(b.path, name), "example", b.example(name))
	}
	return all
}

// parseScore reads a share of the points that can be had, or a number of points.
func parseScore(s string) (Score, *fault) {
	if strings.HasSuffix(s, "%") {
		p, f := parsePart(s)
		return Score{Share: p.Value}, f
	}
	r, f := amount(s, 0, maxRules*maxPoints)
	if f == nil && r.Sign() > 0 && compare(r, 1) < 0 {
		return Score{}, bad("percent-sign-missing", "want", percentText(r))
	}
	return Score{Points: r}, f
}

// parsePoints reads the points of a rule.
func parsePoints(s string) (Number, *fault) {
	r, f := amount(s, 0, maxPoints)
	return Number{r}, f
}

// dated recognises what is a day to somebody, however it is written.
var dated = regexp.MustCompile(`^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$|^\d{4}[-/]\d{1,2}$`)

// parseBound reads a number, which may be below 0 or a percentage, or a day.
func parseBound(s string) (Bound, *fault) {
	if dated.MatchString(s) {
		day, f := parseDay(s)
		return Bound{Date: day.Date}, f
	}
	if strings.HasSuffix(s, "%") {
		r, _, f := percent(s)
		return Bound{Number: r}, f
	}
	r, f := amount(s, -maxMoney, maxMoney)
	return Bound{Number: r}, f
}

// parsePattern reads a regular expression.
func parsePattern(s string) (string, *fault) {
	if len(s) > maxPattern {
		return "", bad("pattern-too-long", "max", strconv.Itoa(maxPattern))
	}
	_, err := syntax.Parse(s, syntax.Perl)
	if err == nil {
		_, err = regexp.Compile(s)
	}
	if err == nil {
		return s, nil
	}
	part := s
	if wrong, ok := err.(*syntax.Error); ok && wrong.Expr != "" { //nolint:errorlint // the parser gives no other, and wraps none
		part = wrong.Expr
	}
	return "", bad("bad-pattern", "part", part, "want", regexp.QuoteMeta(s))
}

// parseYes reads true or false.
func parseYes(s string) (bool, *fault) {
	switch strings.ToLower(s) {
	case "true", "yes":
		return true, nil
	case "false", "no":
		return false, nil
	}
	switch fold(s) {
	case "si", "verdadero", "sim", "x", "1", "y", "on", "must":
		return false, bad("misspelt-choice", "want", "true")
	case "falso", "nao", "0", "n", "off":
		return false, bad("misspelt-choice", "want", "false")
	}
	return false, bad("unknown-choice", "known", "true, false")
}
