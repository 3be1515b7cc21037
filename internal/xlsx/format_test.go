package xlsx

import "testing"

// What a document shows is what the workbook shows, up to the user's own marks
// between digits.
func TestFormatLike(t *testing.T) {
	for _, test := range []struct {
		shown, mark string
		negative    bool
		want        string
	}{
		{"1.234", ",", false, `#,##0;"-"#,##0`},
		{"1,234", ",", false, `#,##0.000;"-"#,##0.000`},
		{"1,234.50", ".", false, `#,##0.00;"-"#,##0.00`},
		{"US$ 40.000", ",", false, `"US$ "#,##0;"-""US$ "#,##0`},
		{"-US$ 5", ",", true, `"US$ "#,##0;"-""US$ "#,##0`},
		{"5,00 €", ",", false, `#,##0.00" €";"-"#,##0.00" €"`},
		{"25,5 %", ",", false, `#,##0.0" "%;"-"#,##0.0" "%`},
		{"+3", ".", false, `"+"#,##0;"−"#,##0`},
		{"−8", ".", true, `#,##0;"−"#,##0`},
		{"3.2 ×", ".", false, `#,##0.0" ×";"-"#,##0.0" ×"`},
	} {
		if got, ok := FormatLike(test.shown, test.mark, test.negative, ""); !ok || got != test.want {
			t.Errorf("%s has the format %s, want %s", test.shown, got, test.want)
		}
	}
	for _, shown := range []string{"–", "< 0.1%", "> 99.9%", "23 of 40", "1e9"} {
		if format, ok := FormatLike(shown, ".", false, ""); ok {
			t.Errorf("%s has the format %s, want none", shown, format)
		}
	}
}
