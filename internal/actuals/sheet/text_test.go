package sheet

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"
)

// encoded is a text in an encoding.
func encoded(t testing.TB, e encoding.Encoding, text string) []byte {
	t.Helper()
	data, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

const accents = "Creación\tEtapa\tPaís\n2027-01-31\tReunión\tEspaña\n2027-02-01\t«Señal» a 5\u00a0€\tPerú\n"

// The same text in any encoding, with any line breaks, gives the same rows.
func TestEncodings(t *testing.T) {
	little, big := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	want := read(t, "x.csv", []byte(accents), Options{})
	for _, test := range []struct {
		name   string
		data   []byte
		forced string
		want   string
	}{
		{"UTF-8", []byte(accents), "", "utf-8"},
		{"UTF-8 with mark", []byte("\ufeff" + accents), "", "utf-8"},
		{"UTF-8 forced", []byte("\ufeff" + accents), "UTF8", "utf-8"},
		{"UTF-16LE", encoded(t, little, accents), "", "utf-16le"},
		{"UTF-16BE", encoded(t, big, accents), "", "utf-16be"},
		{"UTF-16LE without mark", encoded(t, little, accents)[2:], "", "utf-16le"},
		{"UTF-16BE without mark", encoded(t, big, accents)[2:], "", "utf-16be"},
		{"UTF-16LE forced", encoded(t, little, accents), "utf-16", "utf-16le"},
		{"Windows-1252", encoded(t, charmap.Windows1252, accents), "", "windows-1252"},
		{"Windows-1252 forced", encoded(t, charmap.Windows1252, accents), "CP1252", "windows-1252"},
		{"Latin 9 forced", encoded(t, charmap.ISO8859_15, accents), "Latin-9", "iso-8859-15"},
		{"Macintosh forced", encoded(t, charmap.Macintosh, accents), "macintosh", "macintosh"},
		{"CP858 forced", encoded(t, charmap.CodePage858, accents), "ibm858", "cp858"},
	} {
		for _, breaks := range []string{"\n", "\r\n", "\r"} {
			data := test.data
			if test.want != "utf-16le" && test.want != "utf-16be" {
				data = bytes.ReplaceAll(data, []byte("\n"), []byte(breaks))
			}
			s := open(t, test.name, data, Options{Encoding: test.forced})
			got, err := lines(s)
			if err != nil || s.Encoding != test.want || s.Delimiter != "\t" || !reflect.DeepEqual(got, want) {
				t.Errorf("%s with %q: %s, %q, %v, %v", test.name, breaks, s.Encoding, s.Delimiter, got, err)
			}
		}
	}
}

// One accent at the end of a large file decides what the whole of it is.
func TestEncodingIsDecidedOverTheWholeFile(t *testing.T) {
	body := strings.Repeat("2027-01-31,mql,12\n", 200_000) // 3.6 MB
	for end, want := range map[string]string{"Perú": "utf-8", "Per\xfa": "windows-1252"} {
		s := open(t, "x.csv", []byte(body+end+",b,c"), Options{})
		all, err := lines(s)
		if last := all[len(all)-1]; err != nil || s.Encoding != want || last.cells[0] != "Perú" || last.number != 200_001 {
			t.Errorf("%s: the last row is %v, %v", s.Encoding, last, err)
		}
	}
}

// Characters are not cut where a part of the file ends.
func TestSurveyPartsFallAnywhere(t *testing.T) {
	for shift := range 4 {
		text := strings.Repeat("x", partSize-shift) + "€ñ𝄞" + strings.Repeat("€", 1000)
		if s, err := surveyed(strings.NewReader(text)); err != nil || s.invalid {
			t.Errorf("shift %d: %+v, %v", shift, s, err)
		}
	}
	s, err := surveyed(strings.NewReader("a\nb\x00"))
	if err != nil || s.nulLine != 2 {
		t.Errorf("%+v, %v", s, err)
	}
}

func TestDelimiters(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		want byte
	}{
		"comma":                               {"a,b,c\n1,2,3\n", ','},
		"semicolon":                           {"a;b;c\n1;2;3\n", ';'},
		"tab":                                 {"a\tb\n1\t2\n", '\t'},
		"pipe":                                {"a|b\n1|2\n", '|'},
		"one column":                          {"a\n1\n2\n", ','},
		"one row":                             {"a;b;c", ';'},
		"decimal commas, unquoted":            {"fecha;gasto;clics\n" + strings.Repeat("2027-01-01;1,5;12\n", 3), ';'},
		"two decimal commas, unquoted":        {"fecha;gasto;cpl\n" + strings.Repeat("2027-01-01;1,5;2,25\n", 300), ';'},
		"thousands and decimals, unquoted":    {"fecha;gasto\n" + strings.Repeat("2027-01-01;1,234,567\n", 300), ';'},
		"decimal commas, quoted":              {"fecha,gasto,cpl\n" + strings.Repeat("2027-01-01,\"1,5\",\"2,25\"\n", 30), ','},
		"semicolons in quotes":                {"date,tags\n" + strings.Repeat("2027-01-01,\"a;b;c;d\"\n", 30), ','},
		"semicolons in cells, unquoted":       {"date,tags,n\n" + strings.Repeat("2027-01-01,a;b;c;d,1\n", 30), ','},
		"a title above":                       {"Report; all campaigns\nJanuary 1, 2027 - March 31, 2027\n\na,b,c\n" + strings.Repeat("1,2,3\n", 30), ','},
		"a title with commas":                 {"Informe, enero, febrero, marzo\n\na;b;c\n" + strings.Repeat("1;2;3\n", 30), ';'},
		"dates with commas, tabs":             {"date\tn\n" + strings.Repeat("Apr 3, 2024\t1\n", 30), '\t'},
		"a comma in every cell, header too":   {"Coste, EUR\tFecha\n" + strings.Repeat("1,5\t2027\n", 30), '\t'},
		"a comma in every cell, semicolons":   {"Coste, EUR;Fecha\n" + strings.Repeat("1,5;2027\n", 30), ';'},
		"line breaks in quotes":               {"a;b\n" + strings.Repeat("\"1,2\n3,4\n5,6\";x\n", 30), ';'},
		"quotes around all":                   {strings.Repeat("\"a,b\";\"c,d,e\";\"f\"\n", 30), ';'},
		"rows of many lengths":                {"a;b;c\n1;2\n1\n1;2;3;4\n1,5;2;3\n", ';'},
		"totals below":                        {"Campaign,Cost\nA,1\nB,2\nTotal: Campaigns;;,3\n", ','},
		"sep":                                 {"sep=;\na,b;c\n", ';'},
		"sep, quoted, with returns":           {"\"sep=|\"\r\na,b|c\r\n", '|'},
		"sep, a tab":                          {"SEP=\t\na,b\tc\n", '\t'},
		"sep of what is none":                 {"sep=x\na,b\n", ','},
		"index column without a name":         {",date,stage\n0,2027,mql\n1,2027,sql\n", ','},
		"only a header with a comma in words": {"Nombre, apellido;Etapa;Monto\n", ';'},
	} {
		if s := open(t, name, []byte(test.text), Options{}); s.Delimiter != string(test.want) {
			t.Errorf("%s: the delimiter is %q, not %q", name, s.Delimiter, test.want)
		}
	}
}

// A first line that names the delimiter is no row, and the lines keep their
// numbers.
func TestSepIsNoRow(t *testing.T) {
	for _, data := range [][]byte{
		[]byte("sep=;\r\na;b\r\n1;2"),
		[]byte("\ufeffsep=;\na;b\n1;2\n"),
		encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "sep=;\na;b\n1;2\n"),
	} {
		wantLines(t, read(t, "x.csv", data, Options{}), "2: a | b\n3: 1 | 2\n")
		wantLines(t, read(t, "x.csv", data, Options{Delimiter: "comma"}), "2: a;b\n3: 1;2\n")
	}
}

// A table with enough rows is read with the delimiter that it was written with,
// whatever its cells say: they are quoted where they have to be.
func TestDelimiterIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		comma := rapid.SampledFrom([]string{",", ";", "\t", "|"}).Draw(t, "comma")
		width := rapid.IntRange(2, 6).Draw(t, "width")
		cell := rapid.SampledFrom([]string{"", "a", "1,5", "1.234,56", "x;y", "Apr 3, 2024", "p|q", "say \"hi\"", "two\nlines", "12"})
		var b strings.Builder
		for range rapid.IntRange(20, 60).Draw(t, "rows") {
			for i := range width {
				if i > 0 {
					b.WriteString(comma)
				}
				text := cell.Draw(t, "cell")
				if strings.ContainsAny(text, comma+"\"\n") {
					text = `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
				}
				b.WriteString(text)
			}
			b.WriteString("\n")
		}
		if got := delimiterIn([]byte(b.String()), nothingFollows); string(got) != comma {
			t.Fatalf("%q for %q in\n%s", got, comma, b.String())
		}
	})
}

// The empty lines of a file count, and are rows without cells.
func TestEmptyLines(t *testing.T) {
	wantLines(t, read(t, "x.csv", []byte("Report\n\na,b\n\n\"1\n2\",3\n,\n4,5"), Options{}), `
1: Report
2: 
3: a | b
4: 
5: 1
2 | 3
7:  | 
8: 4 | 5
`)
}
