package plan_test

import (
	"math/big"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"embudo/funnel"
	"embudo/plan"
)

// FuzzRead holds that any bytes are read without a panic, that every problem is
// inside the file, and that a plan that is read can be computed with.
func FuzzRead(f *testing.F) {
	for _, fixture := range fixtures(f, "*/*.yaml") {
		setting := ""
		if len(fixture.settings) > 0 {
			setting = fixture.settings[0].Path + "=" + fixture.settings[0].Value
		}
		f.Add(fixture.data, setting)
	}
	f.Fuzz(func(t *testing.T, data []byte, setting string) {
		var settings []plan.Setting
		if path, value, ok := strings.Cut(setting, "="); ok {
			settings = append(settings, plan.Setting{Path: path, Value: value})
		}
		p, problems := plan.Read(plan.File{Name: "plan.yaml", Data: data}, settings...)
		if (p == nil) != (len(problems) > 0) {
			t.Fatalf("plan %v with %d problems", p != nil, len(problems))
		}
		for _, problem := range problems {
			checkProblem(t, data, problem)
		}
		if p != nil {
			checkModel(t, p.Model())
			checkBlocks(t, p)
			checkActivities(t, p)
			for _, notice := range p.Notices {
				checkProblem(t, data, notice)
			}
		}
		for _, id := range plan.Stages(data) {
			if id == "" {
				t.Error("a stage without an id")
			}
		}
	})
}

// checkProblem holds that a problem is in the table and inside the file.
func checkProblem(t *testing.T, data []byte, p plan.Problem) {
	t.Helper()
	if !slices.Contains(plan.ProblemNames(), p.Name) {
		t.Errorf("%s is not in the table of problems", p.Name)
	}
	var keys []string
	for _, a := range p.Args {
		keys = append(keys, a.Key)
		if strings.ContainsAny(a.Value, "\n\r\x1b\x00") || !utf8.ValidString(a.Value) {
			t.Errorf("%s: arg %s is %q", p.Name, a.Key, a.Value)
		}
	}
	if want := plan.ProblemArgs(p.Name); strings.Join(want, " ") != strings.Join(keys, " ") {
		t.Errorf("args of %s are %v, not %v", p.Name, keys, want)
	}
	if p.Line == 0 {
		return
	}
	lines := lineBreaks.Replace(string(data))
	if p.Line < 1 || p.Line > strings.Count(lines, "\n")+1 {
		t.Fatalf("%v: %s is outside the %d lines of the file", p.Position(), p.Name, strings.Count(lines, "\n")+1)
	}
	line := strings.Split(lines, "\n")[p.Line-1]
	if p.Column < 1 || p.Column > utf8.RuneCountInString(line)+1 {
		t.Errorf("%v: %s is outside the line %q", p.Position(), p.Name, line)
	}
}

// lineBreaks are those of YAML 1.1, by which yaml.v3 counts.
var lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n", "\ufeff", "")

// checkModel holds what package funnel takes for granted.
func checkModel(t *testing.T, p funnel.Plan) {
	t.Helper()
	within := func(what string, r *big.Rat, low, high int64) {
		t.Helper()
		if r == nil || r.Cmp(big.NewRat(low, 1)) < 0 || r.Cmp(big.NewRat(high, 1)) > 0 {
			t.Errorf("%s is %v", what, r)
		}
	}
	within("budget", p.Budget, 0, 1e15)
	within("target", p.Target.Value, -1, 1e15)
	within("existing revenue", p.ExistingRevenue, 0, 1e15)
	within("margin", p.GrossMargin, 0, 1)
	shares := new(big.Rat)
	if len(p.Funnels) == 0 {
		t.Error("no funnels")
	}
	for _, f := range p.Funnels {
		within("share", f.Share, 0, 1)
		shares.Add(shares, f.Share)
		if f.Budget.Sign() <= 0 || f.AverageRevenue.Sign() <= 0 || f.GrossMargin.Sign() <= 0 {
			t.Errorf("funnel %s has budget %v, revenue %v, margin %v", f.ID, f.Budget, f.AverageRevenue, f.GrossMargin)
		}
		if f.ID == "" || f.Success < 0 || f.Success >= len(f.Stages) {
			t.Fatalf("funnel %q is judged by stage %d of %d", f.ID, f.Success, len(f.Stages))
		}
		for i, s := range f.Stages {
			last := i == len(f.Stages)-1
			if last != (s.Rate.Value == nil) {
				t.Errorf("rate of stage %d of %d is %v", i+1, len(f.Stages), s.Rate.Value)
			}
			if !last {
				within("rate", s.Rate.Value, 0, 1)
			}
			within("recovers", s.Recovers, 0, 1)
			if s.ID == "" || s.Name == "" || s.InProgress < 0 || s.Direct < 0 || s.Lag.Low > s.Lag.High {
				t.Errorf("stage %+v", s)
			}
			if c := s.Capacity; c != nil && (c.People == nil || (c.PerDay == nil) == (c.PerWeek == nil)) {
				t.Errorf("capacity %+v", c)
			}
		}
	}
	if shares.Cmp(big.NewRat(1, 1)) != 0 {
		t.Errorf("shares add up to %v", shares)
	}
}

// checkBlocks holds what a check and the readers of actual numbers take for
// granted.
func checkBlocks(t *testing.T, p *plan.Plan) {
	t.Helper()
	r := p.CheckRules(0)
	if r.AtRisk.Sign() <= 0 || r.AtRisk.Cmp(r.OnTrack) > 0 {
		t.Errorf("on track from %v, at risk from %v", r.OnTrack, r.AtRisk)
	}
	var ids []string
	for _, f := range p.Model().Funnels {
		for _, s := range f.Stages {
			ids = append(ids, s.ID, f.ID+"."+s.ID)
		}
	}
	for _, id := range r.Judge {
		if !slices.Contains(ids, id) {
			t.Errorf("judged by %q", id)
		}
	}
	for _, c := range r.Thresholds {
		ofStage := slices.Contains(funnel.StageMetrics(), c.Metric)
		stage := strings.TrimPrefix(c.Funnel+"."+c.Stage, ".")
		if c.Bound == nil || c.Relation == "" || ofStage == slices.Contains(funnel.Metrics(), c.Metric) || ofStage && !slices.Contains(ids, stage) {
			t.Errorf("threshold %+v", c)
		}
	}
	for _, s := range p.Actuals.Sources {
		if s.Path == "" || s.Table != "" && s.Query != "" {
			t.Errorf("source %+v", s)
		}
		for meaning := range p.Actuals.For(s).Columns {
			if !slices.Contains(plan.Meanings(), meaning) && !slices.Contains(ids, meaning) {
				t.Errorf("a column means %q", meaning)
			}
		}
	}
}

// checkActivities holds what a calendar takes for granted, and that one can be
// made.
func checkActivities(t *testing.T, p *plan.Plan) {
	t.Helper()
	m := p.Model()
	ids := map[string]bool{}
	for _, a := range m.Activities {
		if a.ID == "" || a.Name == "" || ids[a.ID] || a.Kind == "" || (a.Kind == funnel.KindDecision) != (len(a.Expects) > 0) {
			t.Errorf("activity %+v", a)
		}
		ids[a.ID] = true
		if a.Stage >= 0 && (a.Funnel < 0 || a.Stage >= len(m.Funnels[a.Funnel].Stages)) || a.Contribution != nil && a.Stage < 0 {
			t.Errorf("activity %s feeds stage %d of funnel %d", a.ID, a.Stage, a.Funnel)
		}
		if e := a.Every; e != nil && (e.N < 1 || e.Within.Days() == 0 || len(a.Dates) > 0) {
			t.Errorf("activity %s: every %+v and %v", a.ID, e, a.Dates)
		}
	}
	if m.Period == nil || len(m.Activities) == 0 {
		return
	}
	c := funnel.NewCalendar(funnel.Targets(&m), funnel.MaxDate)
	if len(c.Occurrences) == 0 || len(c.Occurrences) > 110_000 {
		t.Errorf("%d dates", len(c.Occurrences))
	}
}

// BenchmarkRead reads the example of the manual.
func BenchmarkRead(b *testing.B) {
	data := fixtures(b, "good/example.yaml")[0].data
	for b.Loop() {
		p, problems := plan.Read(plan.File{Name: "plan.yaml", Data: data})
		if p == nil {
			b.Fatal(problems)
		}
	}
}
