package plan

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// planOf is a plan with stages as they stand.
func planOf(stages string) string {
	return "budget: 40000\ntarget_clients: 10\naverage_revenue_per_client: 10000\n" + stages
}

func TestEdit(t *testing.T) {
	const block = `stages:
  - id: mql   # who asked
    rate: 30%  # a guess

    owner: marketing
  - {id: client}
`
	shared := `{budget: 40000, target_clients: 10, average_revenue_per_client: 10000, funnels: [
 {name: a, share: 50%, stages: &s [{id: mql, rate: 30%}, {id: client}]}, {name: b, share: 50%, stages: *s }]}`
	for _, test := range []struct {
		what    string
		file    string
		change  Change
		want    string // the file afterwards; empty: as it was
		refused string
	}{
		{
			"a value, with its comment and blank line kept", planOf(block),
			Change{Path: "stages.mql.rate", Value: "27/90"},
			strings.Replace(planOf(block), "30%", "27/90", 1), "",
		},
		{
			"a key that is not there", planOf(block),
			Change{Path: "stages.mql.lag", Value: "5d..41d"},
			strings.Replace(planOf(block), "a guess\n", "a guess\n    lag: 5d..41d\n", 1), "",
		},
		{
			"a text that needs quotes", planOf(block),
			Change{Path: "stages.mql.source", Value: "it's, in: 'x'"},
			strings.Replace(planOf(block), "a guess\n", "a guess\n    source: 'it''s, in: ''x'''\n", 1), "",
		},
		{
			"ends of lines of Windows", strings.ReplaceAll(planOf(block), "\n", "\r\n"),
			Change{Path: "stages.mql.lag", Value: "5d..41d"},
			strings.ReplaceAll(strings.Replace(planOf(block), "a guess\n", "a guess\n    lag: 5d..41d\n", 1), "\n", "\r\n"), "",
		},
		{
			"braces", planOf("stages: [{id: mql, rate: '30%' }, {id: client}]"),
			Change{Path: "stages.mql.rate", Value: "27/90"},
			planOf("stages: [{id: mql, rate: 27/90 }, {id: client}]"), "",
		},
		{
			"a key within braces", planOf("stages: [{id: mql, rate: 30%}, {id: client}]\n"),
			Change{Path: "stages.mql.lag", Value: "5d..41d"},
			planOf("stages: [{id: mql, rate: 30%, lag: 5d..41d}, {id: client}]\n"), "",
		},
		{
			"behind a mark at the beginning of the file", "\ufeff" + planOf(block),
			Change{Path: "average_revenue_per_client", Value: "9300"},
			"\ufeff" + strings.Replace(planOf(block), "10000", "9300", 1), "",
		},
		{
			"names with accents in front", planOf("stages: [{name: Años ñ, id: mql, rate: 30%}, {id: client}]\n"),
			Change{Path: "stages.mql.rate", Value: "27/90"},
			planOf("stages: [{name: Años ñ, id: mql, rate: 27/90}, {id: client}]\n"), "",
		},
		{
			"an alias, which only this place uses", planOf("repeat_purchases: &r 0.3\nstages: [{id: mql, rate: *r }, {id: client}]\n"),
			Change{Path: "stages.mql.rate", Value: "27/90"},
			planOf("repeat_purchases: &r 0.3\nstages: [{id: mql, rate: 27/90 }, {id: client}]\n"), "",
		},
		{
			"no end of line at the end", strings.TrimSuffix(planOf("stages:\n- id: client\n"), "\n"),
			Change{Path: "average_revenue_per_client", Value: "20"},
			strings.TrimSuffix(strings.Replace(planOf("stages:\n- id: client\n"), "10000", "20", 1), "\n"), "",
		},
		{"what an alias refers to", planOf("stages: [{id: mql, rate: &r 30%}, {id: sql, rate: *r }, {id: client}]\n"), Change{Path: "stages.mql.rate", Value: "27/90"}, "", RefusedShared},
		{"stages that another funnel shares", shared, Change{Path: "funnels.a.stages.mql.rate", Value: "27/90"}, "", RefusedShared},
		{"stages that are another funnel's", shared, Change{Path: "funnels.b.stages.mql.rate", Value: "27/90"}, "", RefusedShared},
		{"a text over several lines", planOf("stages: [{id: mql, source: \"a\n  b\", rate: 30%}, {id: client}]\n"), Change{Path: "stages.mql.source", Value: "c"}, "", RefusedShape},
		{"a value that is none", planOf(block), Change{Path: "stages.mql.rate", Value: "0/90"}, "", RefusedResult},
		{"a stage that is not there", planOf(block), Change{Path: "stages.sql.rate", Value: "27/90"}, "", RefusedPlace},
	} {
		t.Run(test.what, func(t *testing.T) {
			if _, problems := Read(File{Data: []byte(test.file)}); len(problems) > 0 {
				t.Fatal(problems)
			}
			data, edited, refused := Edit(File{Name: "plan.yaml", Data: []byte(test.file)}, []Change{test.change})
			want := test.want
			if want == "" {
				want = test.file
			}
			if string(data) != want {
				t.Errorf("got\n%s\nwant\n%s", data, want)
			}
			if reason := fmt.Sprint(refused); test.refused != "" && (len(refused) != 1 || refused[0].Reason != test.refused) || test.refused == "" && len(edited) != 1 {
				t.Errorf("edited %v, refused %s", edited, reason)
			}
		})
	}
}

// A change that goes with another one is not made without it.
func TestEditTogether(t *testing.T) {
	file := planOf("stages: [{id: mql, rate: &r 30%}, {id: sql, rate: *r }, {id: client}]\n")
	data, edited, refused := Edit(File{Data: []byte(file)}, []Change{
		{Path: "stages.mql.rate", Value: "27/90"}, {Path: "stages.mql.source", Value: "records", With: "stages.mql.rate"},
	})
	if string(data) != file || len(edited) > 0 || len(refused) != 1 {
		t.Errorf("edited %v, refused %v:\n%s", edited, refused, data)
	}
}

// Whatever a plan looks like, a change is made where it was meant or not at all:
// the rest of the file stays byte by byte, and it is read as what was asked for.
func TestLawEditChangesOneValue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		file := drawFile(t)
		path := rapid.SampledFrom([]string{"stages.a.rate", "stages.b.rate", "stages.a.lag", "stages.b.source", "average_revenue_per_client"}).Draw(t, "path")
		value := map[string]string{"rate": "27/90", "lag": "5d..41d", "source": rapid.StringMatching(`[a-zñ ,:'#"{}-]{1,12}[a-z]`).Draw(t, "source")}[path[strings.LastIndexByte(path, '.')+1:]]
		if value == "" {
			value = "1234"
		}
		data, edited, refused := Edit(File{Data: []byte(file)}, []Change{{Path: path, Value: value}})
		if len(edited)+len(refused) != 1 {
			t.Fatalf("edited %v, refused %v", edited, refused)
		}
		if len(refused) > 0 {
			if string(data) != file {
				t.Fatalf("refused and changed:\n%s", data)
			}
			return
		}
		p, problems := Read(File{Data: data})
		if len(problems) > 0 {
			t.Fatalf("%v\n%s", problems, data)
		}
		got := map[string]string{
			"stages.a.rate": evidenceText(p.Stages[0].Rate.Rate), "stages.b.rate": evidenceText(p.Stages[1].Rate.Rate),
			"stages.b.source": p.Stages[1].Source, "average_revenue_per_client": decimalText(p.AverageRevenue.Value), "stages.a.lag": "5d..41d",
		}[path]
		if got != strings.TrimSpace(value) {
			t.Fatalf("%s is %q, not %q:\n%s", path, got, value, data)
		}
		inserted := len(data) - len(file) + len(edited[0].Before)
		if at := commonPrefix(data, []byte(file)); inserted < 0 || !bytes.HasSuffix([]byte(file), data[min(len(data), at+inserted+len(edited[0].Before)):]) {
			t.Fatalf("more than one place changed:\n%s\nwas\n%s", data, file)
		}
	})
}

func commonPrefix(a, b []byte) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// drawFile draws a plan of two stages and a client, in one of the ways in which
// people write YAML.
func drawFile(t *rapid.T) string {
	quote := func(s, name string) string {
		return fmt.Sprintf(rapid.SampledFrom([]string{"%s", "'%s'", `"%s"`}).Draw(t, name), s)
	}
	comment := func(name string) string {
		return rapid.SampledFrom([]string{"", "  # ñ: note", "   "}).Draw(t, name)
	}
	gap := rapid.SampledFrom([]string{"", "\n", "  # between\n"}).Draw(t, "gap")
	stage := func(id string) string {
		rate := quote("30%", id+" rate")
		extra := rapid.SampledFrom([]string{"", "source: x y", "lag: 3d", "name: 'Ñandú, 1'", "definition: |\n      long\n      text"}).Draw(t, id+" extra")
		isBlock := rapid.Bool().Draw(t, id+" is a block") || strings.Contains(extra, "|")
		if !isBlock {
			parts := []string{"id: " + id, "rate: " + rate}
			if extra != "" {
				parts = append(parts, extra)
			}
			return "  - {" + strings.Join(rapid.Permutation(parts).Draw(t, id+" order"), ", ") + "}" + comment(id+" comment") + "\n"
		}
		lines := []string{"id: " + id + comment(id+" comment"), "rate: " + rate + comment(id+" comment 2")}
		if extra != "" {
			lines = append(lines, extra)
		}
		return "  - " + strings.Join(rapid.Permutation(lines).Draw(t, id+" order"), "\n"+gap+"    ") + "\n"
	}
	text := "budget: 40000\n" + gap + "target_clients: 10" + comment("target") + "\naverage_revenue_per_client: " + quote("10000", "price") + "\nstages:\n" +
		stage("a") + gap + stage("b") + "  - id: client"
	if rapid.Bool().Draw(t, "ends") {
		text += "\n"
	}
	if rapid.Bool().Draw(t, "windows") {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	if _, problems := Read(File{Data: []byte(text)}); len(problems) > 0 {
		t.Fatalf("%v\n%s", problems, text)
	}
	return text
}
