package plan_test

import (
	"encoding/json"
	"strings"
	"testing"

	"embudo/plan"
)

func TestJSON(t *testing.T) {
	for text, want := range map[string]string{
		"- {date: 2027-01-31, count: 12}\n- count: 1.50":         `[{"date":"2027-01-31","count":12},{"count":1.50}]`,
		"b: 1\na: {d: ~, c: [x, 'y']}":                           `{"b":1,"a":{"d":null,"c":["x","y"]}}`,
		"a: 010\nb: 1_000\nc: 0x1F\nd: .inf\ne: +5\nf: 1e3":      `{"a":"010","b":"1_000","c":"0x1F","d":".inf","e":"+5","f":1e3}`,
		"a: true\nb: False\nc: yes\nd: \"true\"\ne: null\nf: ''": `{"a":true,"b":false,"c":"yes","d":"true","e":null,"f":""}`,
		"- &a {x: 1}\n- *a":                                      `[{"x":1},{"x":1}]`,
		"a: |\n  two\n  \"lines\"\n":                             `{"a":"two\n\"lines\"\n"}`,
		"1: a\ntrue: b\n":                                        `{"1":"a","true":"b"}`,
		"word":                                                   `"word"`,
		`[{"a": 12345678901234567890.12345678901}]`:              `[{"a":12345678901234567890.12345678901}]`,
		"\ufeffa: ñ":                                             `{"a":"ñ"}`,
	} {
		got, problems := plan.JSON(plan.File{Name: "x.yaml", Data: []byte(text)})
		if string(got) != want || len(problems) > 0 {
			t.Errorf("%q is %s, %v, not %s", text, got, problems, want)
		}
	}
}

func TestBadJSON(t *testing.T) {
	for text, want := range map[string]string{
		"":                          "empty-file",
		"a: [":                      "yaml-syntax",
		"a: 1\na: 2":                "duplicate-key",
		"? [a]\n: b":                "key-not-text",
		"a: &a {b: 1}\nc: {<<: *a}": "merge-key",
		"a: !!binary aGk=":          "yaml-tag",
		"a: &a [*a]":                "alias-of-itself",
		"a: 1\n---\nb: 2":           "second-document",
		"a: b\x00":                  "binary-file",
		strings.Repeat("[", 200) + strings.Repeat("]", 200):                           "too-deep",
		strings.Repeat("- a: 1\n", 3e5):                                               "too-many-values",
		strings.Repeat(" ", 1+5<<20):                                                  "file-too-large",
		"- &a [" + strings.Repeat("x, ", 100) + "]\n" + strings.Repeat("- *a\n", 300): "too-many-aliases",
		// Few aliases, but of a long text.
		"- &a " + strings.Repeat("x", 1<<20) + "\n" + strings.Repeat("- *a\n", 300): "too-many-aliases",
	} {
		got, problems := plan.JSON(plan.File{Name: "x.yaml", Data: []byte(text)})
		if got != nil || !names(problems)[want] {
			t.Errorf("%.40q ends in %v, not in %s", text, problems, want)
		}
	}
}

// FuzzJSON holds that what any YAML becomes is JSON, and that problems are inside
// the file.
func FuzzJSON(f *testing.F) {
	for _, fixture := range fixtures(f, "*/*.yaml") {
		f.Add(fixture.data)
	}
	f.Add([]byte("- &a {x: 1, <<: *a}\n- ? {b: c}\n  : !x y\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, problems := plan.JSON(plan.File{Name: "x.yaml", Data: data})
		if (got == nil) != (len(problems) > 0) || got != nil && !json.Valid(got) {
			t.Fatalf("%q with %d problems", got, len(problems))
		}
		for _, problem := range problems {
			checkProblem(t, data, problem)
		}
	})
}
