package render

import "testing"

func TestEscape(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"Qualified meeting, 60 % (2/8)", "Qualified meeting, 60 % (2/8)"},
		{"<b>", "&lt;b&gt;"},
		{"&lt;b&gt;", "&amp;lt;b&amp;gt;"},
		{"R&D", "R&amp;D"},
		{"~~x~~", `\~\~x\~\~`},
		{"*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"},
		{"a|b", `a\|b`},
		{"[a](http://b)", `\[a\](http://b)`},
		{"![a](b)", `!\[a\](b)`},
		{"# a", `\# a`},
		{`a\`, `a\\`},
		{`\*a\*`, `\\\*a\\\*`},
		{"two\nlines", "two lines"},
		{"\x1b[31m", `·\[31m`},
	} {
		if got := escape(test.text); got != test.want {
			t.Errorf("%q becomes %q, want %q", test.text, got, test.want)
		}
	}
}
