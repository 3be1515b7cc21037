package sheet

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// Bounds within which any file is read, whatever its size.
const (
	mostMemory = 400 << 20 // of the whole process, tests and their files included
	mostTime   = 60 * time.Second
)

// checkFile opens and reads a file and holds what every one must: no panic,
// bounds kept, numbers that are numbers, problems that are in the table, and the
// same rows when it is read again.
func checkFile(t *testing.T, f File, o Options) {
	t.Helper()
	sheets, err := Open(f, o)
	checkError(t, err)
	if (len(sheets) == 0) == (err == nil) {
		t.Fatalf("%d sheets and %v", len(sheets), err)
	}
	for _, s := range sheets {
		first, before := checkRows(t, s)
		second, after := checkRows(t, s)
		if first != second || (before == nil) != (after == nil) {
			t.Errorf("%d bytes of cells and %v, then %d and %v", first, before, second, after)
		}
	}
}

func checkError(t *testing.T, err error) {
	t.Helper()
	var p *Problem
	if err != nil && !errors.As(err, &p) {
		t.Fatalf("%v is no problem", err)
	}
	if p != nil {
		checkProblem(t, p)
	}
}

// checkRows gives how many bytes the cells of a sheet have.
func checkRows(t *testing.T, s *Sheet) (size int, err error) {
	t.Helper()
	last := -1
	err = s.Each(func(r Row) error {
		if r.Number <= last || len(r.Cells) > maxColumns {
			t.Fatalf("row %d of %d cells comes behind row %d", r.Number, len(r.Cells), last)
		}
		last = r.Number
		for _, c := range r.Cells {
			if len(c.Text) > maxCell || !utf8.Valid(c.Text) {
				t.Fatalf("row %d has a cell of %d bytes: %.60q", r.Number, len(c.Text), c.Text)
			}
			if _, ok := appendPlain(nil, c.Text); c.Number && !ok {
				t.Fatalf("%q is no number", c.Text)
			}
			size += len(c.Text) + 1
		}
		return nil
	})
	checkError(t, err)
	return size, err
}

// FuzzOpen holds any bytes under any name, which is where what a file is gets
// decided.
func FuzzOpen(f *testing.F) {
	for _, text := range seedTexts() {
		f.Add([]byte(text), "x.csv", "", "")
	}
	for _, known := range signatures() {
		f.Add([]byte(known.begins+"rest"), "x.csv", "", "")
	}
	f.Add([]byte("\xff\xfea\x00,\x00"), "x.csv", "utf-16", ";")
	f.Add([]byte("sep=;\na;b"), "x.csv#a", "latin1", "tab")
	f.Add([]byte("<html>"), "-", "", "")
	f.Add([]byte("- a: 1\n- {b: &x [1]}\n- *x"), "x.yaml", "", "")
	f.Add([]byte("a: {b: [{c: 1}]}"), "x.yml#a.b", "", "")
	f.Fuzz(func(t *testing.T, data []byte, name, encoding, delimiter string) {
		checkFile(t, InMemory(name, data), Options{Encoding: encoding, Delimiter: delimiter})
	})
}

func FuzzJSON(f *testing.F) {
	for _, text := range []string{
		`[{"a":1,"b":{"c":[1,{"d":"\u00e9"}]}},{"a":null}]`, `{"a":[{"b":1}],"c":{"d":[{"e":true}]}}`, "{\"a\":1}\n{\"b\":-1.5e3}\n",
		`[`, `[{}]`, `{"a":[[{"b":1}]]}`, `[{"":{"":{"":""}}}]`, `{"a":"\ud800"}`, `[{"a":"b\"c"}, 1]`, "{\"a\":1}]", `[{"a":1}]x`,
	} {
		f.Add([]byte(text), "")
		f.Add([]byte(text), "#a")
	}
	f.Fuzz(func(t *testing.T, data []byte, list string) {
		if looksJSON(data) {
			checkFile(t, InMemory("x.json"+list, data), Options{})
		}
	})
}

// FuzzXLSX puts any bytes into each part of a workbook that is well packed, since
// a fuzzer cannot pack; how it is packed is for FuzzZip.
func FuzzXLSX(f *testing.F) {
	plain := oneSheet(`<row r="1"><c r="A1" s="1"><v>46477</v></c><c r="B1" t="s"><v>2</v></c><c r="C1" t="inlineStr"><is><t>a&amp;b</t></is></c></row><row r="5"><c r="AA5" t="b"><v>1</v></c></row>`)
	names := []string{
		"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels",
	}
	for i, name := range names {
		f.Add(i, plain[name])
		f.Add(i, bytes.ReplaceAll(plain[name], []byte("<"), []byte("<!--x--><x:")))
	}
	f.Add(0, []byte(`<sheetData><row><c t="s"><v>1</v></c><c t="d"><v>2027</v></c><c r="XFD1"><v><![CDATA[1]]>&#50;</v></c></row></sheetData>`))
	f.Fuzz(func(t *testing.T, part int, content []byte) {
		changed := plain.with(names[int(uint(part)%uint(len(names)))], string(content))
		checkFile(t, InMemory("x.xlsx", changed.bytes(t)), Options{})
	})
}

func FuzzZip(f *testing.F) {
	f.Add(oneSheet(`<row><c t="s"><v>0</v></c></row>`).bytes(f))
	f.Add(testFile(f, "workbooks/metas.xlsx"))
	f.Add(archiveOf(f, "a.csv"))
	f.Fuzz(func(t *testing.T, data []byte) {
		checkFile(t, InMemory("x.xlsx", append([]byte(zipSign), bytes.TrimPrefix(data, []byte(zipSign))...)), Options{})
	})
}

// FuzzMarkup holds the scanner of tags against encoding/xml: what that reads
// without a complaint, the scanner reads with the same tags and texts.
func FuzzMarkup(f *testing.F) {
	for _, text := range []string{
		`<a b="c">d</a>`, `<x:a x:b='>'/>`, `<a><!-- <b> --><![CDATA[<c>]]>d&lt;&#x41;</a>`, "<a\n b = \"1\" >\r\n</a >", `<?xml version="1.0"?><a/>`, `<a>&amp;&quot;&apos;&gt;</a>`,
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		want, ok := tagsByStandard(text)
		if !ok {
			return
		}
		var got []string
		m := newMarkup(iotestOneByte{strings.NewReader(text)})
		for {
			err := m.next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%q: %v behind %q", text, err, got)
			}
			got = append(got, string(m.appendText(nil)))
			sign := map[shape]string{opens: "<", closes: ">", alone: "<"}[m.shape]
			got = append(got, sign+string(m.name))
			for name, value, rest := attribute(m.attributes); rest != nil; name, value, rest = attribute(rest) {
				got = append(got, "="+string(name)+"="+string(appendUnescaped(nil, value)))
			}
			if m.shape == alone {
				got = append(got, "", ">"+string(m.name))
			}
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%q is\n%q, not\n%q", text, got, want)
		}
	})
}

// iotestOneByte reads one byte at a time, so that every border is a border.
type iotestOneByte struct{ r io.Reader }

func (r iotestOneByte) Read(p []byte) (int, error) { return r.r.Read(p[:min(1, len(p))]) }

// tagsByStandard lists the tags of a text, each behind the text in front of it.
// ok is false for what workbooks do not have.
func tagsByStandard(text string) (tags []string, ok bool) {
	d := xml.NewDecoder(strings.NewReader(text))
	before := ""
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return tags, strings.TrimSpace(before) == "" && tags != nil
		}
		if err != nil {
			return nil, false
		}
		switch token := token.(type) {
		case xml.StartElement:
			if strings.Contains(token.Name.Local, ":") {
				return nil, false // such as <:/>, which is no name
			}
			tags = append(tags, before, "<"+token.Name.Local)
			for _, a := range token.Attr {
				if strings.Contains(a.Name.Local, ":") {
					return nil, false
				}
				tags = append(tags, "="+a.Name.Local+"="+a.Value)
			}
			before = ""
		case xml.EndElement:
			tags = append(tags, before, ">"+token.Name.Local)
			before = ""
		case xml.CharData:
			before += string(token)
		case xml.Directive:
			return nil, false
		}
	}
}

// A file that is larger than the memory that is used for it is read all the same.
func TestLargeFilesAreStreamed(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 300 MB")
	}
	const size, line = 300 << 20, "2027-01-31,mql,\"Partner, Ltd.\",12\n"
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	sheets, err := Open(repeated("leads.csv", line, size/int64(len(line))*int64(len(line))), Options{})
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	err = sheets[0].Each(func(r Row) error {
		if len(r.Cells) == 4 && string(r.Cells[2].Text) == "Partner, Ltd." {
			rows++
		}
		return nil
	})
	runtime.ReadMemStats(&after)
	if want := size / len(line); rows != want || err != nil {
		t.Errorf("%d rows of %d, %v", rows, want, err)
	}
	const lines = len(line) << 20 // which the test itself holds
	if used := int64(after.TotalAlloc-before.TotalAlloc) - int64(lines); used > 32<<20 {
		t.Errorf("%d MB were allocated", used>>20)
	}
}

// What costs memory and time is bounded, whatever the file.
func TestHostileFilesCostLittle(t *testing.T) {
	if testing.Short() {
		t.Skip("reads some large files")
	}
	for _, b := range brokenFiles(t) {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		if trouble(t, b.file, b.options) == nil {
			t.Errorf("%s was read", b.name)
		}
		took := time.Since(start)
		runtime.ReadMemStats(&after)
		if took > mostTime {
			t.Errorf("%s took %v", b.name, took)
		}
		if after.Sys > mostMemory+before.Sys {
			t.Errorf("%s took %d MB", b.name, (after.Sys-before.Sys)>>20)
		}
	}
}
