package i18n

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// texts lists every sentence of a language by where it stands: Plan.Chance,
// Warnings["few-cases"].
func texts(t *testing.T, l *Language) map[string]string {
	t.Helper()
	all := map[string]string{}
	var walk func(path string, v reflect.Value)
	walk = func(path string, v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			all[path] = v.String()
		case reflect.Struct:
			for i := range v.NumField() {
				if v.Type().Field(i).IsExported() {
					walk(path+"."+v.Type().Field(i).Name, v.Field(i))
				}
			}
		case reflect.Map:
			for _, key := range v.MapKeys() {
				walk(fmt.Sprintf("%s[%q]", path, key), v.MapIndex(key))
			}
		case reflect.Array:
			for i := range v.Len() {
				walk(fmt.Sprintf("%s[%d]", path, i), v.Index(i))
			}
		case reflect.Func:
			if v.Type().NumIn() == 0 {
				walk(path, v.Call(nil)[0])
			}
		default:
			t.Fatalf("%s: a %s holds no sentence", path, v.Kind())
		}
	}
	walk("", reflect.ValueOf(*l))
	return all
}

// Every sentence exists in every language, with the same placeholders.
func TestNoSentenceIsMissing(t *testing.T) {
	english := texts(t, English())
	if len(english) < 300 {
		t.Fatalf("only %d sentences were found", len(english))
	}
	for _, code := range Codes()[1:] {
		l, _ := For(code)
		other := texts(t, l)
		for _, where := range slices.Sorted(maps.Keys(english)) {
			translated, there := other[where]
			switch {
			case !there || translated == "" && english[where] != "":
				t.Errorf("%s: %s is missing", code, where)
			case english[where] == "" && translated != "":
				t.Errorf("en: %s is missing", where)
			case !sameNames(Text(english[where]), Text(translated)):
				t.Errorf("%s: %s has the placeholders %v, in English %v", code, where,
					Text(translated).Placeholders(), Text(english[where]).Placeholders())
			}
		}
		for where := range other {
			if _, there := english[where]; !there {
				t.Errorf("en: %s is missing", where)
			}
		}
	}
}

func sameNames(a, b Text) bool {
	x, y := a.Placeholders(), b.Placeholders()
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

// The sentences that are the same in both languages are few and known: a
// sentence that nobody translated is not among them.
func TestSentencesAreTranslated(t *testing.T) {
	english, spanish := texts(t, English()), texts(t, Spanish())
	for _, where := range slices.Sorted(maps.Keys(english)) {
		words := strings.Fields(english[where])
		if english[where] == spanish[where] && len(words) > 3 && !strings.HasSuffix(where, ".Example") &&
			!strings.Contains(where, ".Numbers") {
			t.Errorf("%s is the same in both languages: %s", where, english[where])
		}
	}
}

func TestFill(t *testing.T) {
	one, many := Quantity{Shown: "1", One: true}, Quantity{Shown: "1,234"}
	for _, test := range []struct {
		text   Text
		values []any
		want   string
	}{
		{"{n} {n:client|clients}", []any{"n", one}, "1 client"},
		{"{n} {n:client|clients}", []any{"n", many}, "1,234 clients"},
		{"{a} and {b}", []any{"b", "x", "a", 3}, "3 and x"},
		{"{missing} stays", nil, "{missing} stays"},
		{"an open {brace", []any{"brace", "x"}, "an open {brace"},
		{"{a}", []any{"a", "{b}", "b", "not again"}, "{b}"}, // a value is not looked into
		{"", nil, ""},
	} {
		if got := test.text.Fill(test.values...); got != test.want {
			t.Errorf("%q: %q, want %q", test.text, got, test.want)
		}
	}
}
