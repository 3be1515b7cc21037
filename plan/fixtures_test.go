package plan_test

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"embudo/funnel"
	"embudo/internal/i18n"
	"embudo/plan"
)

// update rewrites what the fixtures are compared with:
//
//	EMBUDO_UPDATE=1 go test ./plan
var update = os.Getenv("EMBUDO_UPDATE") != ""

// fixture is a plan file of testdata. Lines that begin with "# --set " are its
// settings.
type fixture struct {
	name     string
	data     []byte
	settings []plan.Setting
}

func fixtures(t testing.TB, pattern string) []fixture {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("testdata", pattern))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no fixtures %s: %v", pattern, err)
	}
	var all []fixture
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, fixture{strings.TrimSuffix(filepath.Base(path), ".yaml"), data, settingsIn(data)})
	}
	return all
}

func settingsIn(data []byte) []plan.Setting {
	var settings []plan.Setting
	for line := range strings.Lines(string(data)) {
		if setting, ok := strings.CutPrefix(strings.TrimSpace(line), "# --set "); ok {
			path, value, _ := strings.Cut(setting, "=")
			settings = append(settings, plan.Setting{Path: path, Value: value})
		}
	}
	return settings
}

func (f fixture) read() (*plan.Plan, plan.Problems) {
	return plan.Read(plan.File{Name: "plan.yaml", Data: f.data}, f.settings...)
}

// notices are those of the file, the ones of its scenarios included.
func (f fixture) notices() plan.Problems {
	_, notices := plan.Validate(plan.File{Name: "plan.yaml", Data: f.data}, f.settings...)
	return notices
}

// sentences are problems as a person reads them.
func sentences(language string, problems plan.Problems) string {
	words, _ := i18n.For(language)
	var b strings.Builder
	for _, p := range problems {
		var values []any
		for _, a := range p.Args {
			values = append(values, a.Key, a.Value)
		}
		said := words.Problems()[p.Name]
		within := ""
		if p.Scenario != "" {
			within = "in " + p.Scenario + ": "
		}
		b.WriteString(p.Position() + ": " + p.Name + ": " + within + said.Text.Fill(values...) + "\n")
		b.WriteString("    " + said.Hint.Fill(values...) + "\n")
	}
	return b.String()
}

// compare holds text against a golden file, or writes that.
func compare(t *testing.T, path, got string) {
	t.Helper()
	if update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; write it with EMBUDO_UPDATE=1 go test ./plan", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got); if it is meant: EMBUDO_UPDATE=1 go test ./plan\n%s", path, diff)
	}
}

func TestBadPlans(t *testing.T) {
	for _, f := range fixtures(t, "bad/*.yaml") {
		t.Run(f.name, func(t *testing.T) {
			p, problems := f.read()
			if p != nil || len(problems) == 0 {
				t.Fatal("was read without a problem")
			}
			if !names(problems)[nameOf(f.name)] {
				t.Errorf("the file shows %v and not what it is named after", problems)
			}
			for _, language := range i18n.Codes() {
				compare(t, "testdata/bad/"+f.name+"."+language+".golden", sentences(language, problems))
			}
		})
	}
}

// nameOf is the problem that a fixture is named after: its own name, or the
// longest problem name that it begins with.
func nameOf(fixture string) string {
	best := ""
	for _, name := range plan.ProblemNames() {
		if (fixture == name || strings.HasPrefix(fixture, name+"-")) && len(name) > len(best) {
			best = name
		}
	}
	return best
}

func names(problems plan.Problems) map[string]bool {
	set := map[string]bool{}
	for _, p := range problems {
		set[p.Name] = true
	}
	return set
}

func TestEveryProblemHasAFixture(t *testing.T) {
	generated := map[string]bool{ // in limits_test.go: too large to keep
		"file-too-large":      true,
		"too-many-values":     true,
		"too-many-problems":   true,
		"too-many-activities": true,
	}
	shown := map[string]bool{}
	for _, f := range fixtures(t, "bad/*.yaml") {
		_, problems := f.read()
		for name := range names(problems) {
			shown[name] = true
		}
	}
	for _, f := range fixtures(t, "good/*.yaml") {
		for name := range names(f.notices()) {
			shown[name] = true
		}
	}
	for _, name := range plan.ProblemNames() {
		if !shown[name] && !generated[name] {
			t.Errorf("no plan in testdata shows the problem %s", name)
		}
	}
}

func TestProblemsGiveWhatTheirSentencesNeed(t *testing.T) {
	for _, f := range fixtures(t, "*/*.yaml") {
		_, problems := f.read()
		for _, problem := range append(problems, f.notices()...) {
			var keys []string
			for _, a := range problem.Args {
				keys = append(keys, a.Key)
			}
			if want := plan.ProblemArgs(problem.Name); !slices.Equal(want, keys) {
				t.Errorf("%s: args of %s are %v, not %v as in the table", f.name, problem.Name, keys, want)
			}
		}
	}
}

func TestEveryProblemHasItsSentences(t *testing.T) {
	for _, code := range i18n.Codes() {
		language, _ := i18n.For(code)
		for _, name := range plan.ProblemNames() {
			said, ok := language.Problems()[name]
			if !ok || said.Text == "" || said.Hint == "" {
				t.Errorf("%s: problem %s has no text or no hint", code, name)
			}
			known := plan.ProblemArgs(name)
			for _, placeholder := range (said.Text + said.Hint).Placeholders() {
				if !slices.Contains(known, placeholder) {
					t.Errorf("%s: problem %s does not give {%s}", code, name, placeholder)
				}
			}
		}
		for name := range language.Problems() {
			if !slices.Contains(plan.ProblemNames(), name) {
				t.Errorf("%s: sentences for %s, which is no problem", code, name)
			}
		}
	}
}

func TestGoodPlans(t *testing.T) {
	for _, f := range fixtures(t, "good/*.yaml") {
		t.Run(f.name, func(t *testing.T) {
			p, problems := f.read()
			if p == nil || len(problems) > 0 {
				t.Fatalf("was not read:\n%s", sentences("en", problems))
			}
			compare(t, "testdata/good/"+f.name+".golden", describe(p)+describeScenarios(p)+sentences("en", f.notices()))
		})
	}
}

// describe is what the arithmetic takes of a plan, as text that a reader can
// check: rationals exact, floats to six digits, nothing that is not there.
func describe(p *plan.Plan) string {
	var b strings.Builder
	m := p.Model()
	fmt.Fprintf(&b, "plan %q, %q with %d decimals\n", m.Name, m.Currency, m.MinorUnits)
	fmt.Fprintf(&b, "period %s, %d holidays\n", span(m.Period), len(m.Holidays))
	fmt.Fprintf(&b, "budget %s, target %d: %s, existing revenue %s, margin %s\n",
		m.Budget, m.Target.Kind, m.Target.Value, m.ExistingRevenue, m.GrossMargin)
	fmt.Fprintf(&b, "repeat %s, referrals %s, confidence %v\n", m.RepeatPurchases, m.Referrals, m.Confidence)
	for _, f := range m.Funnels {
		fmt.Fprintf(&b, "funnel %s %q: share %s, budget %s, revenue %s, margin %s, judged by %s\n",
			f.ID, f.Name, f.Share, f.Budget, f.AverageRevenue, f.GrossMargin, f.Stages[f.Success].ID)
		for _, s := range f.Stages {
			b.WriteString(describeStage(s))
		}
	}
	b.WriteString(describeSeasonality(m.Seasonality))
	b.WriteString(describeActivities(&m))
	b.WriteString(describeTerms(m.Terms))
	b.WriteString(describeActuals(p.Actuals))
	b.WriteString(describeRules(p))
	b.WriteString(describeIdealClient(p))
	return b.String()
}

// describeScenarios are the plans that the scenarios make, each as what is
// different in it.
func describeScenarios(p *plan.Plan) string {
	var b strings.Builder
	lines := strings.Split(describe(p), "\n")
	for _, s := range p.Scenarios {
		fmt.Fprintf(&b, "scenario %s %q: %q\n", s.ID, s.Name, s.Do)
		if s.When != nil {
			fmt.Fprintf(&b, "  when %q: %s of %q %q %s %s\n", s.When.Expression, s.When.Metric, s.When.Funnel, s.When.Stage, s.When.Relation, s.When.Bound)
		}
		own, _ := p.Scenario(s.ID)
		for line := range strings.SplitSeq(describe(own), "\n") {
			if !slices.Contains(lines, line) {
				b.WriteString("  | " + line + "\n")
			}
		}
	}
	return b.String()
}

// describeSeasonality is what the days of each season weigh.
func describeSeasonality(s funnel.Seasonality) string {
	var lines []string
	for season, weight := range s.Weights {
		name := fmt.Sprintf("  %04d-%02d", season.Year, season.Number)
		if s.Unit == funnel.EachWeek {
			name = fmt.Sprintf("  %04d-W%02d", season.Year, season.Number)
		}
		lines = append(lines, name+" weighs "+weight.RatString()+"\n")
	}
	slices.Sort(lines)
	return strings.Join(lines, "")
}

// describeActivities is what is done to fill the stages, nothing where the plan
// does not say so.
func describeActivities(m *funnel.Plan) string {
	var b strings.Builder
	if len(m.PhasesNotUsed) > 0 {
		fmt.Fprintf(&b, "phases not used %q\n", m.PhasesNotUsed)
	}
	for _, a := range m.Activities {
		fmt.Fprintf(&b, "%s %s %q: phase %q, system %q, owner %q, feeds %d %d\n", a.Kind, a.ID, a.Name, a.Phase, a.System, a.Owner, a.Funnel, a.Stage)
		for i := range a.Dates {
			fmt.Fprintf(&b, "    on %s\n", span(&a.Dates[i]))
		}
		if e := a.Every; e != nil {
			fmt.Fprintf(&b, "    every %d %s within %s\n", e.N, e.Unit, span(&e.Within))
		}
		fmt.Fprintf(&b, "    purpose %q, how %q, gives %q, cost %v, contribution %v\n", a.Purpose, a.How, a.Gives, a.Cost, a.Contribution)
		for _, t := range a.Expects {
			fmt.Fprintf(&b, "    expects %q\n", t.Expression)
		}
		for _, d := range a.Done {
			fmt.Fprintf(&b, "    done %s: cost %v, result %v, undelivered %v\n", d.Date, d.Cost, d.Result, d.Undelivered)
		}
	}
	return b.String()
}

// describeTerms is what marketing and sales have agreed on, nothing where the plan
// does not say so.
func describeTerms(t funnel.Terms) string {
	if reflect.DeepEqual(t, funnel.Terms{}) {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "sales from %q: own %v or %v by %q, rate %v, %d attempts, %v calls a week\n",
		t.SalesFrom, t.OwnShare, t.OwnCount, t.OwnChannels, t.Rate, t.Attempts, t.CallsPerWeek)
	fmt.Fprintf(&b, "hand over %q, reject %q\n", t.HandOver, t.RejectReasons)
	for _, c := range t.Channels {
		fmt.Fprintf(&b, "  channel %q %s\n", c.Name, c.Share)
	}
	for _, p := range t.People {
		fmt.Fprintf(&b, "  %s %q:", p.Side, p.Name)
		for _, f := range []*funnel.Frequency{p.Leads, p.Calls, p.Contacts, p.Trips} {
			if f == nil {
				b.WriteString(" none")
				continue
			}
			fmt.Fprintf(&b, " %s a %s", f.N.RatString(), f.Per)
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(&b, "review every %v %q, ideal client every %v\n", t.Review, t.ReviewHow, t.IdealClientReview)
	return b.String()
}

// describeActuals is where real numbers come from and how they are read, nothing
// where the plan does not say so.
func describeActuals(a plan.Actuals) string {
	var b strings.Builder
	if !reflect.DeepEqual(a.Reading, plan.Reading{}) {
		fmt.Fprintf(&b, "actuals %s\n", describeReading(a.Reading))
	}
	for _, s := range a.Sources {
		fmt.Fprintf(&b, "  source %q table %q query %q zone %q %s\n", s.Path, s.Table, s.Query, s.TimeZone, describeReading(a.For(s)))
	}
	return b.String()
}

func describeReading(r plan.Reading) string {
	return fmt.Sprintf("columns %q values %q funnels %q channels %q order %q decimal %q encoding %q delimiter %q sheet %q kind %q",
		r.Columns, r.Values, r.Funnels, r.Channels, r.DateOrder, r.Decimal, r.Encoding, r.Delimiter, r.Sheet, r.Kind)
}

// describeRules is what real numbers are judged by, nothing where the plan does
// not say so.
func describeRules(p *plan.Plan) string {
	if reflect.DeepEqual(p.Check, plan.Check{}) {
		return ""
	}
	var b strings.Builder
	r := p.CheckRules(0)
	fmt.Fprintf(&b, "on track %s, at risk %s, judged %q\n", r.OnTrack, r.AtRisk, r.Judge)
	for _, t := range r.Thresholds {
		fmt.Fprintf(&b, "  %q: %s of %q %q %s %s\n", t.Expression, t.Metric, t.Funnel, t.Stage, t.Relation, t.Bound)
	}
	return b.String()
}

// describeIdealClient is by what leads are scored, nothing where the plan does not
// say so.
func describeIdealClient(p *plan.Plan) string {
	var b strings.Builder
	if profile := p.Profile(); profile != nil {
		fmt.Fprintf(&b, "ideal client %q, lead from %s, MQL from %s of %s points\n",
			p.IdealClient.Description, profile.Lead.RatString(), profile.MQL.RatString(), profile.Points().RatString())
		for i, r := range p.IdealClient.Rules {
			fmt.Fprintf(&b, "  rule %q of %q: %s, weight %s, must %v, because %q\n",
				r.Name, r.Field, r.Condition(), profile.Rules[i].Weight.RatString(), r.Must, r.Why)
		}
	}
	if !reflect.DeepEqual(p.Qualification, plan.Qualification{}) {
		yes, no := p.Qualification.Answers()
		fmt.Fprintf(&b, "sales confirms %q %q %q %q, yes %q, no %q\n",
			p.Qualification.Need, p.Qualification.Value, p.Qualification.Budget, p.Qualification.DecisionMaker, yes, no)
	}
	return b.String()
}

func describeStage(s funnel.Stage) string {
	var b strings.Builder
	fmt.Fprintf(&b, "  stage %s %q [%s %s] from %q\n", s.ID, s.Name, s.Owner, s.System, s.Source)
	fmt.Fprintf(&b, "    rate %v, Beta(%.6g, %.6g), seen %d of %d, recovers %s\n",
		s.Rate.Value, s.Rate.Alpha, s.Rate.Beta, s.Rate.Seen, s.Rate.Of, s.Recovers)
	fmt.Fprintf(&b, "    lag %d to %d hours, one costs %v, %d in progress, %d direct\n",
		s.Lag.Low, s.Lag.High, s.UnitCost, s.InProgress, s.Direct)
	if c := s.Capacity; c != nil {
		fmt.Fprintf(&b, "    %s people, a day %v, a week %v, days %v\n", c.People, c.PerDay, c.PerWeek, c.Days)
	}
	if s.Dates != nil {
		fmt.Fprintf(&b, "    dates %s\n", span(s.Dates))
	}
	for _, r := range s.Reminders {
		fmt.Fprintf(&b, "    reminder %d hours before: %q %q\n", r.Before, r.Content, r.Usual)
	}
	return b.String()
}

func span(s *funnel.Span) string {
	if s == nil {
		return "none"
	}
	return s.Start.String() + ".." + s.End.String()
}
