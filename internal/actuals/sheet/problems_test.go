package sheet

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"embudo/plan"
)

// broken is a file with a problem.
type broken struct {
	name    string
	file    File
	options Options
	problem string
	row     int
	args    string // what the sentence speaks of, as fmt prints it; not compared where empty
}

// archiveOf is a zip archive of empty parts.
func archiveOf(t testing.TB, names ...string) []byte {
	t.Helper()
	b := book{}
	for _, name := range names {
		b[name] = []byte("x")
	}
	return b.bytes(t)
}

// endless is a content that repeats a line.
type endless struct {
	lines       []byte // many of them, so that a read is a copy
	size, place int64
}

func (e *endless) Read(p []byte) (int, error) {
	n, err := e.ReadAt(p, e.place)
	e.place += int64(n)
	return n, err
}

func (e *endless) ReadAt(p []byte, offset int64) (int, error) {
	want := int(max(0, min(int64(len(p)), e.size-offset)))
	for n := 0; n < want; {
		n += copy(p[n:want], e.lines[(offset+int64(n))%int64(len(e.lines)):])
	}
	if want < len(p) {
		return want, io.EOF
	}
	return want, nil
}

func (e *endless) Size() int64 { return e.size }

func (e *endless) Close() error { return nil }

// repeated is a file of some bytes that nobody has to hold in memory.
func repeated(name, line string, size int64) File {
	lines := bytes.Repeat([]byte(line), 1<<20)
	return File{Name: name, Open: func() (Content, error) { return &endless{lines: lines, size: size}, nil }}
}

// changing is a file that is another one from its second opening on.
func changing(name, first, then string) File {
	opened := 0
	return File{Name: name, Open: func() (Content, error) {
		opened++
		if opened == 1 {
			return InMemory(name, []byte(first)).Open()
		}
		return InMemory(name, []byte(then)).Open()
	}}
}

func brokenFiles(t testing.TB) []broken {
	t.Helper()
	var all []broken
	add := func(name, data string, problem string, row int, args string) {
		all = append(all, broken{name: name, file: InMemory(name, []byte(data)), problem: problem, row: row, args: args})
	}
	forced := func(name, data string, o Options, problem, args string) {
		all = append(all, broken{name: name, file: InMemory(name, []byte(data)), options: o, problem: problem, args: args})
	}
	add("nothing.csv", "", "empty-file", 0, "")
	add("space.csv", " \n\t\r\n ", "empty-file", 0, "")
	add("mark.csv", "\ufeff", "empty-file", 0, "")
	add("space.yaml", "\n", "empty-file", 0, "")

	add("page.csv", "\n <!DOCTYPE html><html><body>Sign in</body></html>", "html-page", 0, "")
	add("page, marked.csv", "\ufeff<HTML>\n<table><tr><td>a", "html-page", 0, "")
	add("xhtml.csv", `<?xml version="1.0"?><html xmlns="x">`, "html-page", 0, "")
	add("table.xls", "<table border=1><tr><td>a</td></tr></table>", "html-page", 0, "")
	add("page, UTF-16.csv", string(encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "<html><body>")), "html-page", 0, "")
	add("book.xml", `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`, "xml-file", 0, "")
	add("old.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"+strings.Repeat("\x00", 600), "old-xls", 0, "")
	add("a.csv.gz", "\x1f\x8b\x08\x00abc", "compressed-file", 0, "[format gzip]")
	add("empty.zip", "PK\x05\x06"+strings.Repeat("\x00", 18), "compressed-file", 0, "[format zip]")
	add("a.zip", string(archiveOf(t, "deals.csv")), "compressed-file", 0, "[format zip]")
	add("a.pdf", "%PDF-1.7\n", "binary-file", 0, "[format PDF]")
	add("a.docx", string(archiveOf(t, "word/document.xml")), "binary-file", 0, "[format Word]")
	add("a.ods", string(archiveOf(t, "mimetype", "content.xml")), "other-workbook", 0, "[format .ods]")
	add("a.xlsb", string(archiveOf(t, "xl/workbook.bin")), "other-workbook", 0, "[format .xlsb]")
	add("nul.csv", "a,b\n1,2\n3,\x00\n", "nul-byte", 3, "")
	add("nul, late.csv", strings.Repeat("1,2\n", 500_000)+"\x00", "nul-byte", 500_001, "")
	add("random.csv", "\x00\x00\x00\x01\x02\x03\xff\xfe\x00", "nul-byte", 1, "")

	forced("a.csv", "a,b\n", Options{Encoding: "klingon\x1b"}, "unknown-encoding",
		"[got klingon\ufffd known utf-8, utf-16le, utf-16be, windows-1252, windows-1250, iso-8859-1, iso-8859-15, macintosh, cp850]")
	forced("a.csv", "a,b\n", Options{Delimiter: "x"}, "unknown-delimiter", "[got x known , ; | tab]")
	forced("a.csv", "a,b\n", Options{Delimiter: ";;"}, "unknown-delimiter", "")
	add("mixed.csv", "Perú,España,Bogotá\nBogot\xe1,x,y\n", "mixed-encoding", 2, "")
	add("marked.csv", "\ufeffa\nb\n\xe1", "mixed-encoding", 3, "")
	add("cut.csv", "Perú,Perú,Perú,Per\xc3", "mixed-encoding", 1, "")
	add("half.csv", "\xff\xfea\x00\n\x00b", "broken-utf-16", 2, "")
	add("lone.csv", "\xff\xfea\x00\n\x00\x3d\xd8b\x00", "broken-utf-16", 2, "")
	add("low.csv", "\xfe\xff\x00a\xdc\x00\x00b", "broken-utf-16", 1, "")
	add("ends.csv", "\xff\xfea\x00\x3d\xd8", "broken-utf-16", 1, "")
	add("quote.csv", "a,b\n1,2\n3,\"open\n4,5\n", "unclosed-quote", 3, "[column 2]")
	add("stray.csv", "a,b\n1,2\n3,\"open\n4,\"x\"\n", "stray-quote", 3, "[column 2]")

	long := strings.Repeat("x", maxCell+1)
	add("cell.csv", "a,b\n1,"+long+"\n", "cell-too-long", 2, "[column 2 max 1 MB]")
	add("cell, quoted.csv", "a,b\n1,\""+long+"\",3\n", "cell-too-long", 2, "[column 2 max 1 MB]")
	add("cell, no end.csv", "a,b\n1,2,"+long, "cell-too-long", 2, "[column 3 max 1 MB]")
	add("cell.json", `[{"a":1},{"b":"`+long+`"}]`, "cell-too-long", 2, "[column 2 max 1 MB]")
	add("cell.xlsx", string(oneSheet(`<row r="7"><c r="C7" t="inlineStr"><is><t>`+long+`</t></is></c></row>`).bytes(t)), "cell-too-long", 7, "[column 3 max 1 MB]")
	add("row.csv", "a,b\n"+strings.Repeat(long[:maxCell/2]+",", 17)+"\n", "row-too-long", 2, "[max 8 MB]")
	add("row.json", `[{"a":1},{"b":["`+strings.Repeat(long, 9)+`"]}]`, "row-too-long", 2, "[max 8 MB]")
	add("row.xlsx", string(oneSheet(`<row>`+strings.Repeat(`<c t="str"><v>`+long[:maxCell/2]+`</v></c>`, 17)+`</row>`).bytes(t)), "row-too-long", 1, "[max 8 MB]")
	all = append(all, broken{name: "1 GB line", file: repeated("line.csv", "x", 1<<30), problem: "cell-too-long", row: 1})
	all = append(all, broken{name: "1 GB of cells", file: repeated("line.csv", "x,", 1<<30), problem: "too-many-columns", row: 1})
	all = append(all, broken{name: "1 GB of quotes", file: repeated("line.csv", `"`, 1<<30), problem: "cell-too-long", row: 1})
	add("columns.csv", "a\n"+strings.Repeat(",", maxColumns)+"\n", "too-many-columns", 2, "[max 16384]")
	add("columns.xlsx", string(oneSheet(`<row><c r="XFE1"><v>1</v></c></row>`).bytes(t)), "too-many-columns", 1, "[max 16384]")
	var keys strings.Builder
	for i := range maxColumns + 1 {
		fmt.Fprintf(&keys, `,"k%d":1`, i)
	}
	add("columns.json", `[{`+keys.String()[1:]+`}]`, "too-many-columns", 1, "[max 16384]")
	all = append(all, broken{name: "rows", file: repeated("rows.csv", "\n", maxRows+9), problem: "empty-file"})
	if !testing.Short() {
		all = append(all, broken{name: "rows", file: repeated("rows.csv", "1\n", 2*maxRows+9), problem: "too-many-rows", args: "[max 50000000]"})
	}

	add("a.csv#Deals", "a,b\n", "no-sheets", 0, "[got Deals]")
	add("a.json#deals", `[{"a":1}]`, "no-sheets", 0, "[got deals]")
	crm := string(testFile(t, "workbooks/crm.xlsx"))
	add("crm.xlsx#Ventas", crm, "unknown-sheet", 0, "[got Ventas known Deals, Gasto #1, Borrador]")
	add("a.json#x", `{"a":[{"b":1}]}`, "unknown-sheet", 0, "[got x known a]")
	hidden := string(newBook([]string{"-A", "-B"}, "").bytes(t))
	add("a.xlsx", hidden, "no-visible-sheet", 0, "[known A, B]")

	const cell = `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`
	plain := oneSheet(cell)
	sheet := "xl/worksheets/sheet1.xml"
	whole := string(plain.bytes(t))
	for name, data := range map[string]string{
		"cut":              whole[:len(whole)/2],
		"no end":           whole[:len(whole)-10],
		"only a beginning": zipSign + "xx",
		"no sheets":        string(plain.with("xl/workbook.xml", "<workbook/>").bytes(t)),
		"another root":     string(plain.with("xl/workbook.xml", "<document/>").bytes(t)),
		"no sheet part":    string(plain.without(sheet).bytes(t)),
		"open sheet":       string(plain.with(sheet, "<worksheet><sheetData>"+cell).bytes(t)),
		"open row":         string(plain.with(sheet, "<worksheet><sheetData><row><c>").bytes(t)),
		"open tag":         string(plain.with(sheet, "<worksheet><sheetData><row").bytes(t)),
		"open comment":     string(plain.with(sheet, "<worksheet><!-- ").bytes(t)),
		"doctype":          string(plain.with(sheet, "<!DOCTYPE x><worksheet>").bytes(t)),
		"text":             string(plain.with(sheet, "no XML at all").bytes(t)),
		"UTF-16":           string(plain.with(sheet, string(encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "<worksheet/>"))).bytes(t)),
		"shared, too high": string(oneSheet(`<row><c t="s"><v>4</v></c></row>`).bytes(t)),
		"shared, negative": string(oneSheet(`<row><c t="s"><v>-1</v></c></row>`).bytes(t)),
		"shared, no part":  string(plain.without("xl/sharedStrings.xml").bytes(t)),
		"shared, broken":   string(plain.with("xl/sharedStrings.xml", "<sst><si><t>").bytes(t)),
		"rows go back":     string(oneSheet(`<row r="2"/><row r="1"/>`).bytes(t)),
		"row 0":            string(oneSheet(`<row r="0"/>`).bytes(t)),
		"row too high":     string(oneSheet(`<row r="99999999"/>`).bytes(t)),
		"row of words":     string(oneSheet(`<row r="x"/>`).bytes(t)),
		"cell of digits":   string(oneSheet(`<row><c r="12"/></row>`).bytes(t)),
		"styles":           string(plain.with("xl/styles.xml", "<styleSheet><").bytes(t)),
		"bad related":      string(plain.with("xl/_rels/workbook.xml.rels", "x").bytes(t)),
	} {
		add(name+".xlsx", data, "broken-xlsx", 0, "")
		all[len(all)-1].row = -1
	}
	bomb := string(plain.with(sheet, `<worksheet><sheetData>`+strings.Repeat(`<!-- a comment -->`, 4_000_000)).bytes(t))
	add("bomb.xlsx", bomb, "xlsx-too-large", 0, "[part xl/worksheets/sheet1.xml]")
	add("styles.xlsx", string(plain.with("xl/styles.xml", "<styleSheet><cellXfs>"+strings.Repeat(`<xf numFmtId="14"/>`, 1_000_000)).bytes(t)), "xlsx-too-large", 0, "")
	add("parts.xlsx", string(archiveOf(t, manyNames(60_000)...)), "xlsx-too-large", 0, "[part zip]")
	add("strings.xlsx", string(plain.with("xl/sharedStrings.xml", "<sst>"+strings.Repeat("<si/>", maxShared+1)).bytes(t)), "xlsx-strings", 0, "[max 64 MB]")

	add("open.json", `[{"a":1}`, "bad-json", 0, "")
	add("comma.json", "[{\"a\":1}\n{\"a\":2}]", "bad-json", 2, "[line 2]")
	add("more.json", "[{\"a\":1}]\n[]", "bad-json", 0, "")
	add("more, in object.json", "{\"a\":[{\"b\":1}]}\n]", "bad-json", 0, "")
	add("deep.json", `[{"a":`+strings.Repeat("[", 100_000)+`}]`, "bad-json", 1, "")
	add("words.json", "[true, false]", "not-an-object", 1, "")
	add("lists.json", `[["a","b"],["c","d"]]`, "not-an-object", 1, "")
	add("later.json", "[{\"a\":1},\n{\"a\":2},\n7]", "not-an-object", 3, "")
	add("sequence.json", "{\"a\":1}\n7\n", "not-an-object", 2, "")
	add("word.yaml", "just words", "no-rows", 0, "")
	add("several.json", `{"leads":[{"a":1}],"x":{"deals":[{"a":1}]}}`, "several-lists", 0, "[known leads, x.deals]")
	all = append(all, broken{
		name: "changed", problem: "file-changed",
		file: changing("x.json", `[{"a":1}]`, `[{"b":1}]`),
	})
	add("tab.yaml", "- a: 1\n-\tb: 2\n  c: [", "bad-yaml", 0, "")
	add("twice.yaml", "- a: 1\n  a: 2\n", "bad-yaml", 0, "[line 2 column 3]")
	add("merge.yaml", "- &a {b: 1}\n- <<: *a\n", "bad-yaml", 0, "[line 2 column 3]")
	add("alias.yaml", "- &a {b: "+strings.Repeat("x", 4000)+"}\n"+strings.Repeat("- *a\n", 19_000), "bad-yaml", 0, "")
	add("documents.yaml", "- a: 1\n---\n- a: 2\n", "bad-yaml", 0, "")
	add("large.yaml", strings.Repeat("- a: b\n", plan.MaxSize/7+1), "yaml-too-large", 0, "[max 5 MB]")
	return all
}

func manyNames(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = fmt.Sprintf("%080d", i)
	}
	return names
}

func TestBrokenFiles(t *testing.T) {
	seen := map[string]bool{}
	for _, b := range brokenFiles(t) {
		t.Run(b.name, func(t *testing.T) {
			p := trouble(t, b.file, b.options)
			if p == nil {
				t.Fatalf("was read, not refused with %s", b.problem)
			}
			seen[p.Name] = true
			checkProblem(t, p)
			if p.Name != b.problem || p.Row != b.row && b.row >= 0 || b.args != "" && fmt.Sprint(p.Args) != b.args {
				t.Errorf("is %v %v, not %s in row %d %s", p, p.Args, b.problem, b.row, b.args)
			}
			if p.Source != b.file.Name {
				t.Errorf("the source is %q", p.Source)
			}
		})
	}
	for name := range ProblemNames() {
		if !seen[name] && !testing.Short() {
			t.Errorf("no file shows the problem %s", name)
		}
	}
}

// Rows in front of a fault are given before it.
func TestRowsBeforeAFault(t *testing.T) {
	for name, test := range map[string]struct{ data, want string }{
		"x.csv":  {"a,b\n1,2\n3,\"open", "1: a | b\n2: 1 | 2\n"},
		"x.xlsx": {string(oneSheet(`<row><c><v>1</v></c></row><row><c t="s"><v>9</v></c></row>`).bytes(t)), "1: #1\n"},
	} {
		got, err := lines(open(t, name, []byte(test.data), Options{}))
		if err == nil {
			t.Errorf("%s has no fault", name)
		}
		wantLines(t, got, test.want)
	}
}

// An error of the file itself comes back as it is.
func TestErrorsOfTheFile(t *testing.T) {
	for _, failing := range []string{"open", "read"} {
		f := File{Name: "x.csv", Open: func() (Content, error) {
			if failing == "open" {
				return nil, io.ErrNoProgress
			}
			return &failingContent{memory{bytes.NewReader(leads(20_000))}}, nil
		}}
		if _, err := Open(f, Options{}); err != io.ErrNoProgress { //nolint:errorlint // as it is
			t.Errorf("%s: %v", failing, err)
		}
		// A file that fails while its rows are read, not before.
		healthy := InMemory("x.csv", leads(20_000))
		sheets, err := Open(healthy, Options{})
		if err != nil {
			t.Fatal(err)
		}
		c := &csvText{file: f, comma: ',', block: 1000}
		sheets[0].share = c.share
		if _, err := lines(sheets[0]); err != io.ErrNoProgress { //nolint:errorlint // as it is
			t.Errorf("%s, later: %v", failing, err)
		}
	}
}

type failingContent struct{ memory }

func (failingContent) Read([]byte) (int, error) { return 0, io.ErrNoProgress }

func (failingContent) ReadAt([]byte, int64) (int, error) { return 0, io.ErrNoProgress }
