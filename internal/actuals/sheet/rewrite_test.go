package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
)

// FuzzRewrite holds any text, cut into blocks of any size and shared by any number
// of editors: what comes out in UTF-8 is the text itself where nothing is changed,
// and each row with one cell more where one is added.
func FuzzRewrite(f *testing.F) {
	for _, text := range seedTexts() {
		f.Add([]byte(text), uint16(7), uint8(2))
	}
	f.Add([]byte("sep=;\r\na;b\r\n\"x;\r\ny\";\"\"\"q\"\"\"\r\n\r\nlast;row"), uint16(3), uint8(3))
	f.Add([]byte("\xef\xbb\xbfa,b\n1,2\r"), uint16(1), uint8(1))
	f.Fuzz(func(t *testing.T, data []byte, block uint16, editors uint8) {
		sheets, err := Open(InMemory("x.csv", data), Options{})
		if err != nil || sheets[0].csv == nil {
			return
		}
		s := sheets[0]
		s.csv.block = int(block)%97 + 1
		var want bytes.Buffer
		content, err := s.csv.file.Open()
		if err != nil {
			t.Fatal(err)
		}
		if s.csv.text.mark > 0 || s.csv.text.charset.decoder != nil {
			want.WriteString(byteOrderMark)
		}
		if _, err := io.Copy(&want, s.csv.text.reader(content)); err != nil {
			t.Fatal(err)
		}
		same := make([]Editor, int(editors)%4+1)
		added := make([]Editor, len(same))
		for i := range same {
			same[i] = func(_ Row, text, out []byte) ([]byte, error) { return append(out, text...), nil }
			added[i] = func(row Row, text, out []byte) ([]byte, error) {
				out = append(out, FirstCells(text, len(row.Cells), s.Comma())...)
				return append(append(out, s.Comma()), 'x'), nil
			}
		}
		var got bytes.Buffer
		if err := s.Rewrite(&got, same...); err != nil {
			checkError(t, err)
			return
		}
		if !bytes.Equal(got.Bytes(), want.Bytes()) {
			t.Fatalf("%q became %q", want.Bytes(), got.Bytes())
		}
		got.Reset()
		if err := s.Rewrite(&got, added...); err != nil {
			t.Fatal(err)
		}
		checkOneMore(t, s, got.Bytes())
	})
}

// checkOneMore reads what has one more cell in each row by the same rules.
func checkOneMore(t *testing.T, s *Sheet, data []byte) {
	t.Helper()
	var before, after [][]string
	gather := func(rows *[][]string) func(Row) error {
		return func(r Row) error {
			var cells []string
			for _, c := range r.Cells {
				cells = append(cells, string(c.Text))
			}
			*rows = append(*rows, cells)
			return nil
		}
	}
	if err := s.Each(gather(&before)); err != nil {
		t.Fatal(err)
	}
	other := *s.csv
	other.file = InMemory("y.csv", data)
	other.text = text{charset: charset{name: utf8Name}, mark: markLength(data, utf8Name)}
	if err := unsharedCSV(&other).Each(gather(&after)); err != nil {
		t.Fatal(err)
	}
	if len(before) != len(after) {
		t.Fatalf("%d rows became %d: %q", len(before), len(after), data)
	}
	for i := range before {
		want := slices.Concat(before[i], []string{"x"})
		if len(before[i]) == 0 {
			want = []string{"", "x"}
		}
		if strings.Join(want, "\x00") != strings.Join(after[i], "\x00") {
			t.Fatalf("row %d: %q, want %q", i, after[i], want)
		}
	}
}

func unsharedCSV(c *csvText) *Sheet { return &Sheet{Kind: kindCSV, share: c.share, csv: c} }

// What AppendField writes is one cell to encoding/csv, with a quote in front of what
// a spreadsheet would take for a formula.
func FuzzAppendField(f *testing.F) {
	for _, text := range []string{"", "a", `"`, "a;b", "a,b", "=1+1", "-", "@x", "\ttab", "x\ny", `say "x"`} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.Contains(text, "\r") {
			return // which encoding/csv changes
		}
		for _, comma := range []byte(delimiters) {
			line := AppendField([]byte{'1', comma}, []byte(text), comma)
			r := csv.NewReader(bytes.NewReader(line))
			r.Comma = rune(comma)
			record, err := r.Read()
			if err != nil || len(record) != 2 {
				t.Fatalf("%q: %q, %v", line, record, err)
			}
			if _, err := r.Read(); !errors.Is(err, io.EOF) {
				t.Fatalf("%q has more than one row", line)
			}
			if got := record[1]; got != text && got != "'"+text || got != "" && strings.ContainsRune("=+-@\t", rune(got[0])) {
				t.Fatalf("%q became %q", text, got)
			}
		}
	})
}

func TestFirstCells(t *testing.T) {
	for _, test := range []struct {
		line  string
		cells int
		want  string
	}{
		{"a;b;c", 2, "a;b"}, {"a;b;c", 3, "a;b;c"}, {"a;b;c", 9, "a;b;c"}, {`"a;""b";c`, 1, `"a;""b"`}, {";;", 2, ";"}, {"", 1, ""}, {"a;", 2, "a;"},
	} {
		if got := FirstCells([]byte(test.line), test.cells, ';'); string(got) != test.want {
			t.Errorf("%d of %q: %q, want %q", test.cells, test.line, got, test.want)
		}
	}
}

// The first failure of an editor ends it, and nothing behind it is written.
func TestRewriteFails(t *testing.T) {
	sheets, err := Open(InMemory("x.csv", []byte(strings.Repeat("a,b\n", 500))), Options{})
	if err != nil {
		t.Fatal(err)
	}
	sheets[0].csv.block = 10
	broken := errors.New("broken")
	editors := make([]Editor, 2)
	for i := range editors {
		editors[i] = func(row Row, text, out []byte) ([]byte, error) {
			if row.Number >= 300 {
				return out, broken
			}
			return append(out, text...), nil
		}
	}
	var out bytes.Buffer
	if err := sheets[0].Rewrite(&out, editors...); !errors.Is(err, broken) {
		t.Fatalf("%v", err)
	}
	if rows := strings.Count(out.String(), "a,b\n"); rows > 299 {
		t.Errorf("%d rows were written", rows)
	}
}
