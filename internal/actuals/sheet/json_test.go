package sheet

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"
)

func TestJSON(t *testing.T) {
	for name, test := range map[string]struct{ file, text, want string }{
		"list": {
			"x.json", `[{"date":"2027-01-31","count":12},{"date":"2027-02-01","count":null}]`,
			"0: date | count\n1: 2027-01-31 | #12\n2: 2027-02-01 | \n",
		},
		"under a CSV name":     {"x.csv", " \n\t[ {\"a\" : 1} ] \n", "0: a\n1: #1\n"},
		"union of keys":        {"x", `[{"b":1},{"a":2,"b":3},{"c":4},{}]`, "0: b | a | c\n1: #1 |  | \n2: #3 | #2 | \n3:  |  | #4\n4:  |  | \n"},
		"one after another":    {"x", "{\"a\":1}\n{\"a\":2,\"b\":[{\"c\":1}]}\n\n{\"b\":3}", "0: a | b\n1: #1 | \n2: #2 | [{\"c\":1}]\n3:  | #3\n"},
		"lists in the first":   {"x", "{\"a\":[{\"b\":1}]}\n{\"a\":[{\"b\":2}]}\n", "0: a\n1: [{\"b\":1}]\n2: [{\"b\":2}]\n"},
		"one object":           {"x", `{"mql": 120, "sql": 60, "tags": ["a"], "none": []}`, "0: mql | sql | tags | none\n1: #120 | #60 | [\"a\"] | []\n"},
		"list in an object":    {"x", `{"total": 2, "ids": [1,2], "deals": [{"id":"007"},{"id":"008"}], "paging": {"next": null}}`, "0: id\n1: 007\n2: 008\n"},
		"list further in":      {"x", `{"data": {"count": 1, "results": [{"id": 1}]}}`, "0: id\n1: #1\n"},
		"list asked for":       {"x.json#Deals", `{"leads": [{"id": 1}], "deals": [{"id": 2}]}`, "0: id\n1: #2\n"},
		"list further in, too": {"x.json#data.deals", `{"data": {"leads": [{"id": 1}], "deals": [{"id": 2}]}}`, "0: id\n1: #2\n"},
		"objects in a row": {
			"x", `[{"id":1,"properties":{"amount":"10","owner":{"id":7},"more":{}},"tags":[ "a", "b" ]}]`,
			"0: id | properties.amount | properties.owner | properties.more | tags\n1: #1 | 10 | {\"id\":7} | {} | [\"a\",\"b\"]\n",
		},
		"numbers as written": {
			"x", `[{"a":1.50,"b":12345678901234567890.123,"c":1e3,"d":-0.0,"e":"1.5","f":1e999}]`,
			"0: a | b | c | d | e | f\n1: #1.50 | #12345678901234567890.123 | #1000 | #-0.0 | 1.5 | 1e999\n",
		},
		"truth":          {"x", `[{"a":true,"b":false}]`, "0: a | b\n1: true | false\n"},
		"escapes":        {"x", `[{"a\tb\u00f1":"x\"y\\z\n\u20ac\ud834\udd1e"},{"a\tbñ":"[{,:}]\""}]`, "0: a\tbñ\n1: x\"y\\z\n€𝄞\n2: [{,:}]\"\n"},
		"a key twice":    {"x", `[{"a":1,"a":2}]`, "0: a\n1: #2\n"},
		"empty list":     {"x", `[]`, "0: \n"},
		"mark":           {"x", "\ufeff[{\"a\":1}]", "0: a\n1: #1\n"},
		"an empty key":   {"x", `[{"":1," ":2}]`, "0:  |  \n1: #1 | #2\n"},
		"empty object":   {"x", `{}`, "0: \n1: \n"},
		"nested by name": {"x", `[{"a.b":1},{"a":{"b":2}}]`, "0: a.b\n1: #1\n2: #2\n"},
	} {
		t.Run(name, func(t *testing.T) {
			wantLines(t, read(t, test.file, []byte(test.text), Options{}), test.want)
		})
	}
	s := open(t, "x.json", encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), `[{"año":1}]`), Options{})
	if got, err := lines(s); err != nil || s.Kind != kindJSON || s.Encoding != utf16LEName || fmt.Sprint(got) != `[0:["año"] 1:["#1"]]` {
		t.Errorf("%v, %v", got, err)
	}
}

// Reports in brackets are no JSON.
func TestNoJSON(t *testing.T) {
	for _, text := range []string{"[Leads],[Deals]\n1,2\n"} {
		if s := open(t, "x", []byte(text), Options{}); s.Kind != kindCSV {
			t.Errorf("%q is %s", text, s.Kind)
		}
	}
}

// Any objects come back cell by cell, as encoding/json reads them.
func TestJSONEqualsEncodingJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := rapid.OneOf(
			rapid.Just[any](nil), rapid.Map(rapid.Bool(), func(b bool) any { return b }),
			rapid.Map(rapid.Int64(), func(i int64) any { return json.Number(fmt.Sprint(i)) }),
			rapid.Map(rapid.StringOf(rapid.SampledFrom([]rune(`a"\{}[],: ñ€<`+"\n\t"))), func(s string) any { return s }),
		)
		rows := rapid.SliceOfN(rapid.MapOf(rapid.SampledFrom([]string{"a", "b", `c"`, "ñ"}), value), 1, 6).Draw(t, "rows")
		data, err := json.MarshalIndent(rows, "", rapid.SampledFrom([]string{"", " ", "\t"}).Draw(t, "indent"))
		if err != nil {
			t.Fatal(err)
		}
		sheets, err := Open(InMemory("x", data), Options{})
		if err != nil {
			t.Fatal(err)
		}
		got, err := lines(sheets[0])
		if err != nil || len(got) != len(rows)+1 {
			t.Fatalf("%s: %v, %v", data, got, err)
		}
		for i, row := range rows {
			for j, name := range got[0].cells {
				want := ""
				switch v := row[name].(type) {
				case nil:
				case json.Number:
					want = "#" + v.String()
				default:
					want = fmt.Sprint(v)
				}
				if got[i+1].cells[j] != want {
					t.Fatalf("%s: row %d, %s is %q, not %q", data, i+1, name, got[i+1].cells[j], want)
				}
			}
		}
	})
}

func TestYAML(t *testing.T) {
	for name, test := range map[string]struct{ file, text, want string }{
		"list": {"x.yaml", `
- {date: 2027-01-31, stage: mql, count: 12, id: 007}
- date: 2027-02-01
  stage: "sql"
  count: 1.50
  owner: {name: Ana, mail: ~}
  won: true
`, "0: date | stage | count | id | owner.name | owner.mail | won\n1: 2027-01-31 | mql | #12 | 007 |  |  | \n2: 2027-02-01 | sql | #1.50 |  | Ana |  | true\n"},
		"list in a mapping": {"x.yml", "counts:\n- {mql: 12}\n- {mql: 13}\n", "0: mql\n1: #12\n2: #13\n"},
		"asked for":         {"x.yml#b", "a:\n- {mql: 12}\nb:\n- {mql: 13}\n", "0: mql\n1: #13\n"},
		"one mapping":       {"x.yaml", "mql: 120\nsql: 1_000\nyes: yes\n", "0: mql | sql | yes\n1: #120 | 1_000 | yes\n"},
		"aliases":           {"x.yaml", "- &a {mql: 1}\n- *a\n", "0: mql\n1: #1\n2: #1\n"},
		"JSON":              {"x.yaml", `[{"a": 1}]`, "0: a\n1: #1\n"},
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t, test.file, []byte(test.text), Options{})
			if s.Kind != kindYAML {
				t.Errorf("the kind is %s", s.Kind)
			}
			wantLines(t, read(t, test.file, []byte(test.text), Options{}), test.want)
		})
	}
	// Without the name it is whatever its commas make of it.
	if s := open(t, "x.csv", []byte("- a: 1\n  b: 2\n"), Options{}); s.Kind != kindCSV {
		t.Errorf("the kind is %s", s.Kind)
	}
}

// The line of a mistake in JSON is that of the value with it.
func TestLineOfBadJSON(t *testing.T) {
	for text, want := range map[string]int{
		"[\n{\"a\":1},\n{\"a\":1 \"b\":2}\n]":                   3,
		"[\n{\"a\":1}\n{\"a\":1}]":                              3,
		"{\"a\":1}\n{\"a\":":                                    2,
		"[\n\n\n{a:1}]":                                         4,
		"{\n\"a\":\n[{\"b\":1},\n2,\nx]}":                       5,
		"[{\"a\":1}]\n\n]":                                      3,
		"[" + strings.Repeat("\n{\"a\":1},", 50_000) + "\n\nx]": 50_003,
	} {
		p := trouble(t, InMemory("x.json", []byte(text)), Options{})
		if p == nil || p.Name != "bad-json" || p.Args[1] != want {
			t.Errorf("%.60q: %v, not line %d", text, p, want)
		}
	}
}
