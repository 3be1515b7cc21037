package render

import (
	"slices"
	"testing"

	"github.com/olekukonko/tablewriter/pkg/twwidth"
)

func TestClean(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"plain", "Qualified meeting, 60 % – ñandú ✓", "Qualified meeting, 60 % – ñandú ✓"},
		{"escape sequence", "\x1b[31mred", "·[31mred"},
		{"its one-byte form", "\u009b31mred", "·31mred"},
		{"title of the window", "\x1b]0;mine\x07", "·]0;mine·"},
		{"backspaces", "good\b\b\b\bevil", "good····evil"},
		{"carriage return", "good\revil", "good evil"},
		{"lines and tabs", "one\ntwo\tthree", "one two three"},
		{"nothing", "\x00\x7f", "··"},
		{"no UTF-8", "a\xff", "a·"},
		{"turned around", "\u202egnp.exe", "·gnp.exe"},
		{"isolated", "\u2066a\u2067b\u2068c\u2069", "·a·b·c·"},
		{"embedded", "\u202aa\u202bb\u202cc\u202dd", "·a·b·c·d"},
		{"direction marks", "\u200ea\u200fb\u061cc", "·a·b·c"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := Clean(test.text); got != test.want {
				t.Errorf("%q becomes %q, want %q", test.text, got, test.want)
			}
		})
	}
}

// What is known to take one column is what the tables say.
func TestWidthOfOne(t *testing.T) {
	known := 0
	for r := range rune(0x3000) {
		if takesOne(r) {
			known++
			if got := twwidth.Width(string(r)); got != 1 {
				t.Errorf("%U takes %d", r, got)
			}
		}
	}
	if known < 800 {
		t.Errorf("only %d are known", known)
	}
}

func TestWidth(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "Needed": 6, "Reunión – 1,5 €": 15, "ñandú ✓": 7, "n\u0303": 1, "soft\u00adhyphen": 10,
		"日本": 4, "👍": 2, "👩\u200d💻": 2, "\x1b[31mred\x1b[0m": 3,
	} {
		if got := width(text); got != want {
			t.Errorf("%q takes %d, want %d", text, got, want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		text  string
		limit int
		want  []string
	}{
		{"", 10, []string{""}},
		{"one two three", 7, []string{"one two", "three"}},
		{"one two three", 13, []string{"one two three"}},
		{"aLongWordThatStaysWhole or not", 5, []string{"aLongWordThatStaysWhole", "or", "not"}},
		{"dónde está", 5, []string{"dónde", "está"}},
		{"a note\u00a0¹ here", 6, []string{"a", "note\u00a0¹", "here"}},
	} {
		if got := wrap(test.text, test.limit); !slices.Equal(got, test.want) {
			t.Errorf("%q in %d columns is %q, want %q", test.text, test.limit, got, test.want)
		}
	}
}
