package plan

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"embudo/funnel"
)

// Check says by what actual numbers are judged. [Plan.CheckRules] fills in what
// the file leaves out.
type Check struct {
	OnTrack    Percent            `yaml:"on_track"`   // attainment from which a stage is on track
	AtRisk     Percent            `yaml:"at_risk"`    // attainment below which a stage is behind
	Judge      []string           `yaml:"judge"`      // ids of the stages that the verdict is made of
	Thresholds []funnel.Threshold `yaml:"thresholds"` // conditions of the plan's own
	Prior      Count              `yaml:"prior"`      // cases that a plain rate counts as in a forecast; 0: not said
}

// ForecastRules are what a forecast at the end of a day goes by, as far as the
// file says. Each call makes new ones.
func (p *Plan) ForecastRules(asOf funnel.Date) funnel.ForecastRules {
	return funnel.ForecastRules{AsOf: asOf, Prior: int64(p.Check.Prior), Confidence: p.confidences()}
}

// CheckRules are what a check at the end of a day goes by: the rules of the file,
// with 100 % and 90 % where it gives no bounds. A plan that is content with less
// than 90 % has nothing between on track and behind unless it says so. Each call
// makes new ones.
func (p *Plan) CheckRules(asOf funnel.Date) funnel.CheckRules {
	r := funnel.CheckRules{
		AsOf:    asOf,
		OnTrack: copyOr(p.Check.OnTrack.Value, 1),
		AtRisk:  copyOf(p.Check.AtRisk.Value),
		Judge:   slices.Clone(p.Check.Judge),

		Scenarios: p.Triggers(),
	}
	if r.AtRisk == nil {
		r.AtRisk = big.NewRat(9, 10)
		if r.AtRisk.Cmp(r.OnTrack) > 0 {
			r.AtRisk.Set(r.OnTrack)
		}
	}
	for _, t := range p.Check.Thresholds {
		t.Bound = copyOf(t.Bound)
		r.Thresholds = append(r.Thresholds, t)
	}
	return r
}

// check reads the block of the same name.
func (b *block) check(name string, success string) Check {
	c := b.open(name)
	if c == nil {
		return Check{}
	}
	check := Check{
		OnTrack:    read(c, "on_track", parseAttainment),
		AtRisk:     read(c, "at_risk", parseAttainment),
		Judge:      c.judge("judge", success),
		Thresholds: c.thresholds("thresholds"),
		Prior:      read(c, "prior", parseClients),
	}
	c.boundsInOrder(check)
	return check
}

// maxAttainment bounds an attainment, in whole targets.
const maxAttainment = 10

// parseAttainment reads a share of a target, above 0; above 2 only with its sign: a
// bare 3 may be three times the target or 3 %, while a bare 90 is hardly ninety
// times.
func parseAttainment(s string) (Percent, *fault) {
	r, bare, f := percent(s)
	switch {
	case f != nil:
		return Percent{}, f
	case r.Sign() < 0:
		return Percent{}, bad("negative-number", "want", strings.TrimPrefix(s, "-"))
	case r.Sign() == 0:
		return Percent{}, bad("not-above-zero")
	case bare && compare(r, 2) > 0 && compare(r, maxAttainment) <= 0:
		return Percent{}, bad("share-unclear", "want", Percent{r}.String(), "other", s+"%")
	case bare && compare(r, 2) > 0:
		return Percent{}, bad("percent-sign-missing", "want", s+"%")
	case compare(r, maxAttainment) > 0:
		return Percent{}, bad("number-too-large", "max", strconv.Itoa(100*maxAttainment)+"%")
	}
	return Percent{r}, nil
}

// boundsInOrder reports a stage that would be at risk and on track at once.
func (b *block) boundsInOrder(c Check) {
	onTrack := c.OnTrack
	if !b.has("on_track") {
		onTrack.Value = big.NewRat(1, 1)
	}
	if c.AtRisk.Value == nil || onTrack.Value == nil || c.AtRisk.Value.Cmp(onTrack.Value) <= 0 {
		return
	}
	b.d.problem(b.values["at_risk"], "at-risk-above-on-track", "got", c.AtRisk.String(), "want", onTrack.String())
}

// maxJudged bounds the list of stages that are judged.
const maxJudged = 200

// judge reads the stages that the verdict is made of: ids of any funnel.
func (b *block) judge(name, success string) []string {
	var ids []string
	for i, item := range b.oneOrMore(name, maxJudged) {
		b.d.places[join(join(b.path, name), strconv.Itoa(i+1))] = b.d.at(item)
		if b.single(name, item) == nil {
			continue
		}
		id := strings.TrimSpace(item.Value)
		ids = append(ids, id)
		if !b.d.names.known[id] && !b.d.names.unsure {
			b.d.problem(item, "unknown-stage", "key", join(b.path, name), "got", id, "want", nearest(id, b.d.names.stages))
		}
	}
	b.everyFunnelJudged(name, success, ids)
	return ids
}

// everyFunnelJudged gives notice of a funnel without a judged stage.
func (b *block) everyFunnelJudged(name, success string, judged []string) {
	misspelt := func(id string) bool { return !b.d.names.known[id] } // of which there is a problem already
	if len(judged) == 0 || b.d.names.unsure || slices.ContainsFunc(judged, misspelt) {
		return
	}
	for _, id := range b.d.names.funnels() {
		of := b.d.names.in(id)
		if !slices.ContainsFunc(judged, func(stage string) bool { return of.known[stage] }) {
			up := of.upTo(success)
			b.d.notice(b.keys[name], "funnel-not-judged", "funnel", id, "want", up[len(up)-1])
		}
	}
}
