package plan_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"embudo/plan"
)

// What is said of one source counts for it, and only for it.
func TestWhatIsSaidOfOneSourceGoesFirst(t *testing.T) {
	p, problems := readWith(t, twoFunnels+`
actuals:
  columns: {mql: Create Date, channel: Source}
  values: {Won: won}
  date_order: dmy
  decimal: comma
  sources:
    - {path: ads.csv, kind: spend, columns: {channel: Platform, spend: Cost}, decimal: point}
    - crm.csv
`)
	if p == nil {
		t.Fatal(sentences("en", problems))
	}
	want := []plan.Reading{
		{
			Columns:   map[string]string{"mql": "Create Date", "channel": "Platform", "spend": "Cost"},
			Values:    map[string]string{"Won": "won"},
			DateOrder: "dmy",
			Decimal:   "point",
			Kind:      "spend",
		},
		{
			Columns:   map[string]string{"mql": "Create Date", "channel": "Source"},
			Values:    map[string]string{"Won": "won"},
			DateOrder: "dmy",
			Decimal:   "comma",
		},
	}
	var got []plan.Reading
	for _, s := range p.Actuals.Sources {
		got = append(got, p.Actuals.For(s))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	got[0].Columns["mql"] = "changed"
	if p.Actuals.Columns["mql"] != "Create Date" {
		t.Error("changing what is for one source changes what is for all")
	}
}

// Every meaning can be written, and is what the block takes it for.
func TestEveryMeaningIsRead(t *testing.T) {
	for _, meaning := range plan.Meanings() {
		p, problems := readWith(t, twoFunnels+"actuals: {columns: {"+meaning+": A heading}}")
		if p == nil {
			t.Errorf("%s:\n%s", meaning, sentences("en", problems))
		} else if p.Actuals.Columns[meaning] != "A heading" || len(p.Notices) > 0 {
			t.Errorf("%s is read as %v with %v", meaning, p.Actuals.Columns, p.Notices)
		}
	}
	for _, outcome := range plan.Outcomes() {
		if p, problems := readWith(t, twoFunnels+"actuals: {values: {x: "+outcome+"}}"); p == nil {
			t.Errorf("%s:\n%s", outcome, sentences("en", problems))
		}
	}
}

// A last stage called won is what everybody calls it, and no notice is due.
func TestAStageCalledWon(t *testing.T) {
	p, problems := readWith(t, strings.ReplaceAll(twoFunnels, "client}]", "won}]")+"actuals: {values: {Closed Won: won}}")
	if p == nil {
		t.Fatal(sentences("en", problems))
	}
	if len(p.Notices) > 0 {
		t.Error(sentences("en", p.Notices))
	}
}

// A stage whose id is wrong may be what a block speaks of: that is said once,
// where the stage is.
func TestNamesAreNotHeldAgainstWrongStages(t *testing.T) {
	_, problems := readWith(t, strings.Replace(twoFunnels, "id: mql", "id: m q l", 1)+`
actuals: {columns: {m q l: Create Date}, values: {New: m q l}}
check: {judge: ["m q l"], thresholds: rate.inbound.mql >= 25%}
`)
	if len(problems) != 1 || problems[0].Name != "bad-id" {
		t.Errorf("got\n%s", sentences("en", problems))
	}
}

// A password never comes out again: neither in a value nor in the place of a
// problem, wherever it was written.
func TestPasswordsAreNeverTold(t *testing.T) {
	places := []string{
		"actuals: {sources: ['%s']}",
		"actuals: {sources: ['%s', '%s']}",
		"actuals: {sources: [{path: '%s', table: a, query: b, encoding: utf-8}]}",
		"actuals: {sources: [{path: ['%s']}]}",
		"actuals: {sources: [{path: crm.csv, '%s': x}]}",
		"actuals: {sources: {'%s': x}}",
		"actuals: {columns: '%s'}",
		"actuals: {columns: {'%s': mql}, values: {x: '%s'}, funnels: {x: '%s'}}",
		"actuals: {kind: '%s', delimiter: '%s', date_order: '%s'}",
		"actuals: '%s'",
		"check: {judge: '%s', on_track: '%s', thresholds: ['%s', '%s >= 8', 'clients >= %s']}",
		"check: '%s'",
		"budget: '%s'",
		"'%s'",
		"actuals:\n  sources:\n    - path:%s\n",
		"actuals:\n  sources\n    - %s\n",
		"actuals:\n  sources: - %s\n",
		"actuals:\n  sources: \"%s\" and more\n",
	}
	rapid.Check(t, func(t *rapid.T) {
		const secret = "Geheim7"
		before := rapid.SampledFrom([]string{"", "a", "1", "1/", "@", "a@b", ":", "#", "?", "%41", "a/b"}).Draw(t, "before")
		after := rapid.SampledFrom([]string{"", "z", "9", "/9", "@", ":", "#", "?", "%41", "&x=y"}).Draw(t, "after")
		address := rapid.SampledFrom([]string{
			"postgres://reader:%s@db.example.com/crm", "postgresql://me@example.com:%s@db:5432/crm?sslmode=require",
			"postgres://reader@db.example.com/crm?password=%s", "host=db password=%s user=reader", "mysql://root:%s@db",
			"postgres://:%s@db/crm", "postgres://us/er:%s@db/crm",
		}).Draw(t, "address")
		address = strings.ReplaceAll(address, "%s", before+secret+after)
		text := twoFunnels + strings.ReplaceAll(rapid.SampledFrom(places).Draw(t, "place"), "%s", address)

		var settings []plan.Setting
		if rapid.Bool().Draw(t, "set") {
			path := rapid.SampledFrom([]string{"actuals.sources", "check.judge", "actuals.kind", "budget", "nosuch"}).Draw(t, "path")
			text, settings = twoFunnels, []plan.Setting{{Path: path, Value: address}}
		}
		_, problems := plan.Read(plan.File{Name: "plan.yaml", Data: []byte(text)}, settings...)
		if len(problems) == 0 {
			t.Fatalf("was read without a problem:\n%s", text)
		}
		for _, language := range []string{"en", "es"} {
			if said := sentences(language, problems); strings.Contains(said, secret) {
				t.Fatalf("%s\nis said to be\n%s", text, said)
			}
		}
	})
}

// An address without a password is nothing to complain of.
func TestAddressesWithoutAPassword(t *testing.T) {
	for _, address := range []string{
		"postgres://reader@db.example.com/crm",
		"postgres://reader@db.example.com:5432/crm?sslmode=require&application_name=a@b",
		"postgresql://db:5432/crm",
		"postgres://me%40example.com@db/crm",
		"postgres:///crm?host=/var/run/postgresql",
		"crm.db",
		"C:/exports/crm.csv",
		"../exports/deals 2027.xlsx#Deals",
		"a@b.csv",
	} {
		p, problems := readWith(t, twoFunnels+"actuals: {sources: ['"+address+"']}")
		if p == nil {
			t.Errorf("%s:\n%s", address, sentences("en", problems))
		} else if got := p.Actuals.Sources[0].Path; got != address {
			t.Errorf("%s is read as %s", address, got)
		}
	}
}

// The list of meanings is what the schema offers to an editor.
func TestSchemaOffersTheMeanings(t *testing.T) {
	schema := string(plan.Schema("en"))
	for _, meaning := range plan.Meanings() {
		if !strings.Contains(schema, "\n        \""+meaning+"\": {") {
			t.Errorf("the schema does not offer %s", meaning)
		}
	}
	if slices.Contains(plan.Meanings(), "mql") {
		t.Error("stages are no meanings of their own")
	}
}
