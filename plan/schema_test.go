package plan_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"embudo/internal/i18n"
	"embudo/plan"
)

// unseen are the problems that no schema can see, with the reason.
var unseen = map[string]string{
	// YAML gives the schema a number; only the file has how it was written.
	"ambiguous-number":            "40.000 is 40 by then",
	"leading-zero":                "010 is 8 by then",
	"not-base-ten":                "0x10 is 16 by then",
	"exponent":                    "4e4 is 40000 by then",
	"thousands-separator":         "40_000 is 40000 by then",
	"half-a-decimal":              ".5 is 0.5 by then",
	"merge-key":                   "merged keys are merged by then",
	"utf-16":                      "yaml.v3 reads UTF-16",
	"yaml-tag":                    "tags are gone by then",
	"second-document":             "a schema sees one document",
	"missing-rate":                "a schema cannot say: all items but the last",
	"last-stage-key":              "a schema cannot say: the last item",
	"duplicate-stage":             "a schema compares no values with each other",
	"duplicate-funnel":            "a schema compares no values with each other",
	"range-order":                 "a schema compares no values with each other",
	"range-of-nothing":            "a schema compares no values with each other",
	"range-too-wide":              "a schema computes nothing",
	"lag-from-zero":               "0d is a lag, but no end of a range",
	"evidence-above-all":          "a schema compares no values with each other",
	"period-backwards":            "a schema compares no values with each other",
	"period-too-long":             "a schema computes nothing",
	"duration-too-long":           "a schema computes nothing",
	"year-out-of-range":           "a year inside of a text has no bounds",
	"bad-date":                    "a schema does not know that February has no 30th",
	"unknown-success-stage":       "a schema compares no values with each other",
	"success-stage-not-in-funnel": "a schema compares no values with each other",
	"shares-below-whole":          "a schema adds nothing up",
	"shares-above-whole":          "a schema adds nothing up",
	"budget-not-above-zero":       "a schema adds nothing up",
	"budgets-do-not-add-up":       "a schema adds nothing up",
	"dates-outside-period":        "a schema compares no values with each other",
	"seasons-mixed":               "a schema compares no keys with each other",
	"season-outside-period":       "it is no problem",
	"stage-hides-word":            "it is no problem",
	"funnel-not-judged":           "it is no problem",
	"many-referrals":              "it is no problem",
	"scenario-changes-nothing":    "it is no problem",
	"override-changes-nothing":    "it is no problem",
	"unknown-meaning":             "a schema compares no values with each other",
	"unknown-outcome":             "a schema compares no values with each other",
	"unknown-stage":               "a schema compares no values with each other",
	"unknown-funnel":              "a schema compares no values with each other",
	"metric-of-stage":             "a schema does not tell a funnel from a stage",
	"rate-of-last-stage":          "a schema cannot say: the last item",
	"cost-of-one-funnel":          "a schema counts nothing elsewhere in the file",
	"duplicate-activity":          "a schema compares no values with each other",
	"stage-of-several-funnels":    "a schema compares no values with each other",
	"until-before-from":           "a schema compares no values with each other",
	"too-many-occurrences":        "a schema computes nothing",
	"decision-on-several-days":    "a schema counts nothing elsewhere in the file",
	"activity-outside-period":     "it is no problem",
	"channels-below-whole":        "a schema adds nothing up",
	"channels-above-whole":        "a schema adds nothing up",
	"duplicate-person":            "a schema compares no values with each other",
	"at-risk-above-on-track":      "a schema compares no values with each other",
	"bad-pattern":                 "a schema knows other regular expressions",
	"lead-above-mql":              "a schema compares no values with each other",
	"score-out-of-reach":          "a schema adds nothing up",
	"duplicate-rule":              "a schema compares no values with each other",
	"min-above-max":               "a schema compares no values with each other",
	"bounds-mixed":                "a schema compares no values with each other",
	"means-both":                  "a schema compares no values with each other",
	"duplicate-source":            "a schema compares no values with each other",
	"one-funnel":                  "a schema counts nothing elsewhere in the file",
	"password-in-source":          "a schema does not take addresses apart",
	"unknown-database":            "a schema does not take addresses apart",
	"key-only-for-databases":      "a schema does not take addresses apart",
	"key-only-for-files":          "a schema does not take addresses apart",
}

func schemaOf(t *testing.T, language string) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(plan.Schema(language)))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("plan.json", document); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("plan.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// asJSON is a plan file as an editor's schema check sees it. It is false where
// the file is no YAML, or has a value that JSON does not.
func asJSON(data []byte) (any, bool) {
	var value any
	if yaml.Unmarshal(data, &value) != nil {
		return nil, false
	}
	text, err := json.Marshal(plainly(value))
	if err != nil {
		return nil, false
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	return document, err == nil
}

// plainly turns what yaml.v3 makes of dates and odd keys back into text.
func plainly(value any) any {
	switch v := value.(type) {
	case map[string]any:
		for key, item := range v {
			v[key] = plainly(item)
		}
	case map[any]any:
		texts := map[string]any{}
		for key, item := range v {
			texts[fmt.Sprint(key)] = plainly(item)
		}
		return texts
	case []any:
		for i, item := range v {
			v[i] = plainly(item)
		}
	case time.Time:
		return v.Format(time.DateOnly)
	}
	return value
}

func TestSchemaTakesGoodPlans(t *testing.T) {
	for _, language := range i18n.Codes() {
		schema := schemaOf(t, language)
		for _, f := range fixtures(t, "good/*.yaml") {
			document, ok := asJSON(f.data)
			if !ok {
				t.Errorf("%s: not YAML", f.name)
				continue
			}
			if err := schema.Validate(document); err != nil {
				t.Errorf("%s, schema in %q: %v", f.name, language, err)
			}
		}
	}
}

func TestSchemaTakesTemplates(t *testing.T) {
	schema := schemaOf(t, "en")
	for _, language := range i18n.Codes() {
		for _, name := range plan.Templates() {
			document, _ := asJSON(plan.Template(name, language))
			if err := schema.Validate(document); err != nil {
				t.Errorf("template %s in %q: %v", name, language, err)
			}
		}
	}
}

func TestSchemaTakesExamples(t *testing.T) {
	files, err := filepath.Glob("../examples/*/plan.yaml")
	if err != nil || len(files) < 3 {
		t.Fatal(files, err)
	}
	for _, language := range i18n.Codes() {
		schema := schemaOf(t, language)
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			document, ok := asJSON(data)
			if !ok {
				t.Errorf("%s: not YAML", file)
				continue
			}
			if err := schema.Validate(document); err != nil {
				t.Errorf("%s, schema in %q: %v", file, language, err)
			}
		}
	}
}

func TestSchemaRefusesBadPlans(t *testing.T) {
	schema := schemaOf(t, "en")
	accepted := map[string]bool{}
	for _, f := range fixtures(t, "*/*.yaml") {
		document, ok := asJSON(f.data)
		if !ok || schema.Validate(document) != nil || len(f.settings) > 0 {
			continue
		}
		p, problems := f.read()
		if p != nil {
			problems = f.notices()
		}
		for _, problem := range problems {
			accepted[problem.Name] = true
			if unseen[problem.Name] == "" {
				t.Errorf("%s: the schema sees nothing wrong with it", f.name)
			}
		}
	}
	for name := range unseen {
		if !accepted[name] {
			t.Errorf("the list says that no schema sees %s, but it does", name)
		}
	}
}

func TestKeysAreInTheOrderOfTheirBlocks(t *testing.T) {
	paths := map[string]bool{"": true}
	for _, k := range plan.Keys() {
		parent := ""
		if i := strings.LastIndexByte(k.Path, '.'); i >= 0 {
			parent = k.Path[:i]
		}
		if !paths[parent] || paths[k.Path] {
			t.Errorf("key %s stands before its block, or twice", k.Path)
		}
		paths[k.Path] = true
	}
	for _, code := range i18n.Codes() {
		language, _ := i18n.For(code)
		for path := range language.Keys() {
			if !paths[path] {
				t.Errorf("%s: a description of %s, which is no key", code, path)
			}
		}
		for path := range paths {
			if path != "" && language.Keys()[path] == "" {
				t.Errorf("%s: no description of %s", code, path)
			}
		}
	}
}
