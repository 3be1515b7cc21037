// Package published_test holds embudo against worked examples that others have
// published: each number of a page that a plan can express is the same, or the
// test shows why the page's is not right.
package published_test

import (
	"math/big"
	"os"
	"slices"
	"strings"
	"testing"

	"embudo/funnel"
	"embudo/plan"
)

// example is one number of a page. Its plan is testdata/PAGE.yaml.
type example struct {
	page    string           // id in testdata/pages.tsv
	asks    string           // what the number is
	set     []string         // as --set
	from    map[string]int64 // as --from; the plan is then projected
	read    measure
	prints  string // the page's number
	embudo  string // ours, exactly: a rational, or a text where prints is no number
	verdict verdict
	why     string // where they differ, or where it is worth a word
}

func TestPublishedExamples(t *testing.T) {
	for _, e := range examples {
		t.Run(e.page+"/"+e.asks, func(t *testing.T) {
			got := e.answer(t)
			if got.String() != e.embudo {
				t.Fatalf("%s, want %s", got, e.embudo)
			}
			if got.reaches != nil && !got.reaches(got.number) {
				t.Errorf("%s does not reach the target", got)
			}
			if !e.verdict.holds(e.prints, got) {
				t.Errorf("%q is not what a page that prints %q deserves; embudo has %s", e.verdict, e.prints, got)
			}
			if e.why == "" && e.verdict != same {
				t.Error("does not say why the page differs")
			}
		})
	}
}

// answer is what embudo makes of an example.
func (e example) answer(t *testing.T) answer {
	t.Helper()
	p := readPlan(t, e)
	o := outcome{result: funnel.Compute(p)}
	if e.from != nil {
		o.projection = funnel.Project(p, volumes(p, e.from))
	}
	return e.read(o)
}

func readPlan(t *testing.T, e example) *funnel.Plan {
	t.Helper()
	name := planOf(e.page)
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var settings []plan.Setting
	for _, s := range e.set {
		path, value, _ := strings.Cut(s, "=")
		settings = append(settings, plan.Setting{Path: path, Value: value})
	}
	file, problems := plan.Read(plan.File{Name: name, Data: data}, settings...)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	model := file.Model()
	return &model
}

func volumes(p *funnel.Plan, from map[string]int64) [][]int64 {
	entries := make([][]int64, len(p.Funnels))
	for i, f := range p.Funnels {
		for _, s := range f.Stages {
			entries[i] = append(entries[i], from[s.ID])
		}
	}
	return entries
}

// Every page is either held against embudo or said to be beyond it, and every
// plan names its page.
func TestEveryPageIsListed(t *testing.T) {
	all := pages(t)
	if len(all) != 46 {
		t.Errorf("%d pages, want 46", len(all))
	}
	expressed := map[string]bool{}
	for _, e := range examples {
		expressed[e.page] = true
	}
	for _, p := range all {
		_, left := notExpressible[p.id]
		if expressed[p.id] == left {
			t.Errorf("%s: expressed %t, left out %t", p.id, expressed[p.id], left)
		}
		data, err := os.ReadFile(planOf(p.id))
		switch {
		case left:
		case err != nil:
			t.Error(err)
		case !strings.HasPrefix(string(data), "# "+p.address+"\n"):
			t.Errorf("%s does not begin with its address", planOf(p.id))
		}
		delete(expressed, p.id)
	}
	for id := range expressed {
		t.Errorf("%s has no address", id)
	}
	for id := range notExpressible {
		if !slices.ContainsFunc(all, func(p page) bool { return p.id == id }) {
			t.Errorf("%s has no address", id)
		}
	}
}

// page is where an example was published.
type page struct{ id, address string }

// pages reads the addresses of all examples.
func pages(t *testing.T) []page {
	t.Helper()
	data, err := os.ReadFile("testdata/pages.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var all []page
	for line := range strings.Lines(string(data)) {
		id, address, _ := strings.Cut(strings.TrimSpace(line), "\t")
		all = append(all, page{id, address})
	}
	return all
}

func planOf(id string) string { return "testdata/" + id + ".yaml" }

// The number that a page prints, and the place value of its last digit.
func TestPrinted(t *testing.T) {
	tests := []struct{ prints, number, unit string }{
		{"2,500", "2500", "1"},
		{"2.27 €", "227/100", "1/100"},
		{"$1.06M", "1060000", "10000"},
		{"118.8%", "297/250", "1/1000"},
		{"5 a week", "5", "1"},
	}
	for _, test := range tests {
		number, unit, ok := printed(test.prints)
		if !ok || number.RatString() != test.number || unit.RatString() != test.unit {
			t.Errorf("%s: %v in units of %v, want %s in units of %s", test.prints, number, unit, test.number, test.unit)
		}
	}
	if _, _, ok := printed("not said"); ok {
		t.Error("a text is no number")
	}
}

func rat(s string) *big.Rat {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		panic(s + " is no number")
	}
	return r
}
