package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func testFile(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// cutBy reads a text as CSV in blocks of some bytes.
func cutBy(text []byte, comma byte, block int) ([]line, error) {
	c := &csvText{file: InMemory("x.csv", text), comma: comma, block: block}
	return lines(&Sheet{share: c.share})
}

// sharedBy reads a text in blocks of some bytes by several takers at once, and
// puts the rows in their order.
func sharedBy(takers int, text []byte, comma byte, block int) ([]line, error) {
	c := &csvText{file: InMemory("x.csv", text), comma: comma, block: block}
	parts := make([][]line, takers)
	var takes []func(Row) error
	for i := range parts {
		takes = append(takes, collect(&parts[i]))
	}
	err := (&Sheet{share: c.share}).Share(takes...)
	all := slices.Concat(parts...)
	slices.SortFunc(all, func(a, b line) int { return a.number - b.number })
	return all, err
}

// byStandard reads a text with encoding/csv.
func byStandard(text []byte, comma byte, lazy bool) ([]line, error) {
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = rune(comma), lazy, -1
	var all []line
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return all, err
		}
		number, _ := r.FieldPos(0)
		all = append(all, line{number, record})
	}
}

// checkCSV holds the reader against encoding/csv, in blocks so small that their
// borders fall everywhere: equal where that finds no fault, and elsewhere equal
// to its LazyQuotes, up to the row in which a quote swallows line breaks.
func checkCSV(t interface {
	Helper()
	Fatalf(string, ...any)
}, text []byte, comma byte, block int,
) {
	t.Helper()
	all, err := cutBy(text, comma, block)
	if both, sharedErr := sharedBy(2, text, comma, block); fmt.Sprint(err) != fmt.Sprint(sharedErr) || err == nil && !reflect.DeepEqual(both, all) {
		t.Fatalf("%q in blocks of %d is\n%v %v, shared\n%v %v", text, block, all, err, both, sharedErr)
	}
	var got []line
	for _, l := range all {
		if len(l.cells) > 0 { // encoding/csv leaves empty lines out
			got = append(got, l)
		}
	}
	want, strict := byStandard(text, comma, false)
	if strict == nil {
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("%q in blocks of %d is\n%v %v, not\n%v", text, block, got, err, want)
		}
		return
	}
	want, _ = byStandard(text, comma, true)
	var p *Problem
	switch {
	case err == nil:
	case !errors.As(err, &p) || p.Name != "unclosed-quote" && p.Name != "stray-quote" || len(got) >= len(want):
		t.Fatalf("%q: %v behind %d rows of %d", text, err, len(got), len(want))
	case p.Row != want[len(got)].number || !strings.Contains(strings.Join(want[len(got)].cells, ""), "\n") && p.Name == "stray-quote":
		t.Fatalf("%q: %v where encoding/csv has %v", text, err, want[len(got)])
	case p.Name == "unclosed-quote" && len(got) != len(want)-1:
		t.Fatalf("%q: %v, but encoding/csv has rows behind %v", text, err, want[len(got)])
	default:
		want = append([]line(nil), want[:len(got)]...)
	}
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("%q in blocks of %d is\n%v, not\n%v", text, block, got, want)
	}
}

// seedTexts have what is odd in CSV, alone and together.
func seedTexts() []string {
	return []string{
		"a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\n1,2", "a,b\n1,", "a,b\n1,2\r", "", "\n", "\r", "\r\n", "\n\n\na", "a\r\rb\n",
		`"a","b"` + "\n", `"a ""x"" b",c`, `""`, `"",""`, `"""",x`, `"a` + "\n" + `b",c` + "\nd,e", `"a` + "\r\n" + `b",c` + "\r\nd,e\r\n",
		`a"b,c`, `a""b`, `"a"b,c` + "\nd,e\n", `"a"b"c",d`, `"a" ,b`, ` "a",b`, `"a`, "x,y\n1,\"open\n2,3\n", `"a"` + "\r", `"a"` + "\rb\",c",
		"a;b,c", "día,ñ\n", "a\x00b,c\n", "\xff\xfe,b\n", `,,,` + "\n", `"` + "\r\n" + `"`, `"` + "\r" + `"`, "a,\"\r\r\n\"\n", `""""` + "\r\n\r\n",
	}
}

func TestCSVEqualsEncodingCSV(t *testing.T) {
	for _, text := range seedTexts() {
		for block := 1; block <= 12; block++ {
			checkCSV(t, []byte(text), ',', block)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOf(rapid.SampledFrom([]string{
			"a", "bc", "ñ", "1.234,5", ",", ",", ";", "\n", "\n", "\r\n", "\r", `"`, `"`, `""`, `",`, `,"`, " ",
		})).Draw(t, "parts")
		checkCSV(t, []byte(strings.Join(parts, "")), rapid.SampledFrom([]byte(delimiters)).Draw(t, "comma"),
			rapid.IntRange(1, 40).Draw(t, "block"))
	})
}

// What encoding/csv writes comes back, whatever is in the cells.
func TestCSVReadsWhatIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.StringOf(rapid.SampledFrom([]rune("ab ñ€\",;\n|\t'")))
		table := rapid.SliceOf(rapid.SliceOfN(cell, 2, 5)).Draw(t, "table")
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.UseCRLF = rapid.Bool().Draw(t, "CRLF")
		if err := w.WriteAll(table); err != nil {
			t.Fatal(err)
		}
		got, err := cutBy(b.Bytes(), ',', rapid.IntRange(1, 100).Draw(t, "block"))
		if err != nil || len(got) != len(table) {
			t.Fatalf("%d rows of %d: %v", len(got), len(table), err)
		}
		for i, l := range got {
			if !reflect.DeepEqual(l.cells, table[i]) {
				t.Fatalf("row %d is %q, not %q", i, l.cells, table[i])
			}
		}
	})
}

func FuzzCSV(f *testing.F) {
	for _, text := range seedTexts() {
		f.Add([]byte(text), byte(0), 3)
		f.Add([]byte(text), byte(1), 1000)
	}
	f.Fuzz(func(t *testing.T, text []byte, comma byte, block int) {
		checkCSV(t, text, delimiters[int(comma)%len(delimiters)], 1+int(uint(block)%5000))
	})
}

// Malformed quotes cost no row and no cell.
func TestMalformedQuotes(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"a,b\n5\" screen,c\nd,e", "1: a | b\n2: 5\" screen | c\n3: d | e\n"},
		{"a,b\n\"x\"y\",c\n\"d\"\"\n\",e", "1: a | b\n2: x\"y | c\n3: d\"\n | e\n"},
		{"a,b\n\"5\" screen\",c\nd,e", "1: a | b\n2: 5\" screen | c\n3: d | e\n"},
	} {
		got, err := cutBy([]byte(test.text), ',', 7)
		wantLines(t, got, test.want)
		if err != nil {
			t.Errorf("%q: %v", test.text, err)
		}
	}
}

// The rows of a large file come in order and whole, however its blocks fall.
func TestCSVKeepsOrder(t *testing.T) {
	data := leads(20_000)
	want, err := byStandard(data, ',', false)
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range []int{1, 97, 4096, blockSize} {
		got, err := cutBy(data, ',', block)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("blocks of %d: %d rows of %d, %v", block, len(got), len(want), err)
		}
		got, err = sharedBy(3, data, ',', block)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("blocks of %d, shared: %d rows of %d, %v", block, len(got), len(want), err)
		}
	}
}

// Rows read from the real exports are those of encoding/csv.
func TestRealExports(t *testing.T) {
	for name, rows := range map[string]int{
		"exports/ringostat_deals.csv": 896, "exports/pt_metas.csv": 17, "exports/pt_vendedores.csv": 17,
	} {
		data := testFile(t, name)
		s := open(t, name, data, Options{})
		if s.Encoding != utf8Name || s.Delimiter != "," || s.Kind != kindCSV {
			t.Errorf("%s is %s, %s, %q", name, s.Kind, s.Encoding, s.Delimiter)
		}
		got := read(t, name, data, Options{})
		want, err := byStandard(data, ',', false)
		if err != nil || len(got) != rows || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %d rows, not %d: %v", name, len(got), rows, err)
		}
	}
}
