package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// book makes the bytes of a workbook in the manner of Excel, of parts that may be
// changed: a nil one is left out.
type book map[string][]byte

const (
	mainType  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	mainSpace = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
)

// newBook has sheets by their names, those that begin with - hidden, with one
// content for all of them.
func newBook(names []string, rows string) book {
	var sheets, related strings.Builder
	parts := book{}
	for i, name := range names {
		state := "visible"
		if name[0] == '-' {
			name, state = name[1:], "veryHidden"
		}
		fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%d" state="%s" r:id="rId%d"/>`, name, i+1, state, i+1)
		fmt.Fprintf(&related, `<Relationship Id="rId%d" Type="%sworksheet" Target="worksheets/sheet%d.xml"/>`, i+1, mainType, i+1)
		parts[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)] = []byte(`<worksheet ` + mainSpace + `><dimension ref="A1:A1"/><sheetData>` +
			strings.ReplaceAll(rows, "NAME", name) + `</sheetData><pageMargins left="1"/></worksheet>`)
	}
	fmt.Fprintf(&related, `<Relationship Id="s" Type="%ssharedStrings" Target="/xl/sharedStrings.xml"/>`, mainType)
	fmt.Fprintf(&related, `<Relationship Id="t" Type="%sstyles" Target="styles.xml"/>`, mainType)
	parts["_rels/.rels"] = []byte(`<Relationships><Relationship Id="r" Type="` + mainType + `officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	parts["xl/workbook.xml"] = []byte(`<workbook ` + mainSpace + `><workbookPr/><sheets>` + sheets.String() + `</sheets></workbook>`)
	parts["xl/_rels/workbook.xml.rels"] = []byte(`<Relationships>` + related.String() + `</Relationships>`)
	parts["xl/sharedStrings.xml"] = []byte(`<sst><si><t>plain</t></si><si/><si><r><rPr><b/></rPr><t xml:space="preserve">two </t></r><r><t>runs</t></r><rPh sb="0"><t>spoken</t></rPh></si>` +
		`<si><t>a_x000D_&#10;b &lt;&amp;&gt; _x005F_x000D_ ñ<![CDATA[<&>]]></t></si></sst>`)
	parts["xl/styles.xml"] = []byte(`<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="&quot;dmy &quot;0"/></numFmts>` +
		`<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>`)
	return parts
}

// bytes packs the parts, in the order of their names.
func (b book) bytes(t testing.TB) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(b)) {
		if b[name] == nil {
			continue
		}
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write(b[name])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// with changes a part.
func (b book) with(name, content string) book {
	changed := maps.Clone(b)
	changed[name] = []byte(content)
	return changed
}

// oneSheet is a workbook of one sheet.
func oneSheet(rows string) book { return newBook([]string{"Deals"}, rows) }

// The sheets of crm.xlsx are what crm.fods says, which LibreOffice made it of.
func TestWorkbookOfLibreOffice(t *testing.T) {
	data := testFile(t, "workbooks/crm.xlsx")
	sheets, err := Open(InMemory("crm.xlsx", data), Options{})
	if err != nil || len(sheets) != 2 || sheets[0].Name != "crm.xlsx#Deals" || sheets[1].Name != "crm.xlsx#Gasto #1" {
		t.Fatalf("sheets are %v, %v", sheets, err)
	}
	for range 2 { // the shared texts are kept
		got, err := lines(sheets[0])
		if err != nil {
			t.Fatal(err)
		}
		wantLines(t, got, `
1: Informe de ventas: gira <2027> & más |  |  | D1
2: 
3: Creado | Reunión | Mes | Hora | Respuesta | Monto | Tasa | Ganado | Fórmula | Id | Nota
4: 2027-03-31 | 2027-04-01T10:30:00 | 2027-03-01 | 09:05:00 | 30:15:10 | #1234.56 | #0.125 | true | #2469.12 | 00042 | dos
líneas; «y» "comillas"
5: 1999-12-31 |  |  |  |  | #40000 | #0.00001 | false | #DIV/0! | #123456789012 | a b
`)
	}
	wantLines(t, read(t, "crm.xlsx#GASTO #1", data, Options{}), "1: canal | gasto\n2: Ferias | #-1200.5\n")
	wantLines(t, read(t, "crm.csv#borrador", data, Options{}), "1: not meant to be seen\n")
}

// A CSV and the workbook that LibreOffice made of it have the same cells.
func TestWorkbookOfCSV(t *testing.T) {
	csv := read(t, "metas.csv", testFile(t, "exports/pt_metas.csv"), Options{})
	book := read(t, "metas.csv", testFile(t, "workbooks/metas.xlsx"), Options{})
	for i, l := range book {
		for j, cell := range l.cells {
			if strings.TrimPrefix(cell, "#") != csv[i].cells[j] {
				t.Errorf("%v and %v", l, csv[i])
			}
		}
	}
	if len(book) != len(csv) {
		t.Errorf("%d rows and %d", len(book), len(csv))
	}
}

func TestCells(t *testing.T) {
	for name, test := range map[string]struct{ rows, want string }{
		"shared": {
			`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v> 3 </v></c></row>`,
			"1: plain |  | two runs | a\r\nb <&> _x000D_ ñ<&>\n",
		},
		"inline":          {`<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="inlineStr"><is><r><t>b</t></r><r><t> c</t></r></is></c></row>`, "1: a | b c\n"},
		"formula":         {`<row r="1"><c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1"><f>1</f></c></row>`, "1: ab | #2\n"},
		"truth and fault": {`<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#DIV/0!</v></c><c r="D1"><v>1</v></c></row>`, "1: true | false | #DIV/0! | #1\n"},
		"numbers":         {`<row r="1"><c><v>1E-3</v></c><c><v>-1.23456789012346E+15</v></c><c><v>0.30000000000000004</v></c><c><v>x</v></c><c s="99"><v>5</v></c></row>`, "1: #0.001 | #-1234567890123460 | #0.30000000000000004 | x | #5\n"},
		"dates": {
			`<row r="1"><c s="1"><v>46477</v></c><c s="2"><v>46478.4375</v></c><c s="3"><v>0.5</v></c><c s="3"><v>46477.5</v></c><c s="4"><v>1</v></c><c s="5"><v>1.25</v></c><c s="6"><v>46477</v></c></row>`,
			"1: 2027-03-31 | 2027-04-01T10:30:00 | 12:00:00 | 2027-03-31T12:00:00 | 1900-01-01 | 30:00:00 | #46477\n",
		},
		"odd dates": {
			`<row r="1"><c s="1"><v>59</v></c><c s="1"><v>60</v></c><c s="1"><v>61</v></c><c s="1"><v>2958465</v></c><c s="1"><v>2958466</v></c><c s="1"><v>-1</v></c><c s="1"><v>0</v></c><c s="1"><v>1e9</v></c><c s="1"><v>46476.9999999</v></c></row>`,
			"1: 1900-02-28 | #60 | 1900-03-01 | 9999-12-31 | #2958466 | #-1 | #0 | #1000000000 | 2027-03-31\n",
		},
		"ISO dates":         {`<row r="1"><c t="d"><v>2027-03-31T00:00:00</v></c><c t="d"><v>2027-03-31T10:00:00</v></c></row>`, "1: 2027-03-31 | 2027-03-31T10:00:00\n"},
		"left out columns":  {`<row r="2"><c r="C2"><v>3</v></c><c r="AA2"><v>27</v></c></row>`, "1: \n2:  |  | #3" + strings.Repeat(" | ", 24) + "#27\n"},
		"out of order":      {`<row><c r="B1"><v>2</v></c><c r="A1"><v>1</v></c><c><v>9</v></c></row>`, "1: #1 | #9\n"},
		"formats only":      {`<row r="1" s="1"/><row r="2"><c r="A2" s="1"/><c r="B2"/></row><row r="3"><c r="A3"><v>1</v></c><c r="B3"/></row>`, "1: \n2: \n3: #1\n"},
		"left out rows":     {`<row r="1"><c><v>1</v></c></row><row r="4"><c><v>4</v></c></row>`, "1: #1\n2: \n3: \n4: #4\n"},
		"prefixes":          {`<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>`, "1: #1\n"},
		"comments":          {`<!-- a > b --><row r="1"><c r="A1"><v>1<!-- < -->2</v></c><?pi?></row>`, "1: #12\n"},
		"odd tags":          {"<row  r = '1' spans=\"a>b\" ><c\nr='A1'\tt = \"inlineStr\"><is><t>x&#x41;&apos;&nbsp;&</t></is></c ></row>", "1: xA'&nbsp;&\n"},
		"nothing":           {``, ""},
		"extensions inside": {`<row r="1"><c r="A1"><v>1</v><extLst><ext uri="x"/></extLst></c></row>`, "1: #1\n"},
	} {
		t.Run(name, func(t *testing.T) {
			wantLines(t, read(t, "x.xlsx", oneSheet(test.rows).bytes(t), Options{}), test.want)
		})
	}
}

func TestWorkbookParts(t *testing.T) {
	const row = `<row r="1"><c r="A1" s="1"><v>46477</v></c><c r="B1" t="inlineStr"><is><t>NAME</t></is></c></row>`
	plain := oneSheet(row)
	odd := book{}
	for name, content := range plain {
		odd[strings.ReplaceAll(strings.ToUpper(name), "/", `\`)] = content
	}
	for name, test := range map[string]struct {
		book book
		file string
		want string
	}{
		"plain":                {plain, "x.xlsx", "1: 2027-03-31 | Deals\n"},
		"1904":                 {plain.with("xl/workbook.xml", strings.Replace(string(plain["xl/workbook.xml"]), "<workbookPr/>", `<workbookPr date1904="1"/>`, 1)), "x.xlsx", "1: 2031-04-01 | Deals\n"},
		"without styles":       {plain.without("xl/styles.xml"), "x.xlsx", "1: #46477 | Deals\n"},
		"without strings":      {plain.without("xl/sharedStrings.xml"), "x.xlsx", "1: 2027-03-31 | Deals\n"},
		"without _rels":        {plain.without("_rels/.rels"), "x.xlsx", "1: 2027-03-31 | Deals\n"},
		"odd names of parts":   {odd, "x.xlsx", "1: 2027-03-31 | Deals\n"},
		"hidden first":         {newBook([]string{"-Old", "Deals"}, row), "x.xlsx", "1: 2027-03-31 | Deals\n"},
		"hidden, asked for":    {newBook([]string{"-Old", "Deals"}, row), "x.xlsx#old", "1: 2027-03-31 | Old\n"},
		"asked for, with sign": {newBook([]string{"Deals", "Año 1 &amp; #3"}, row), "x.xlsx#AÑO 1 & #3", "1: 2027-03-31 | Año 1 & #3\n"},
	} {
		t.Run(name, func(t *testing.T) {
			wantLines(t, read(t, test.file, test.book.bytes(t), Options{}), test.want)
		})
	}
}

// without leaves a part out.
func (b book) without(name string) book {
	changed := maps.Clone(b)
	delete(changed, name)
	return changed
}

// Sheets that are visible come in their order, whatever else the workbook has.
func TestVisibleSheets(t *testing.T) {
	b := newBook([]string{"B", "-Hidden", "A"}, `<row/>`)
	b = b.with("xl/_rels/workbook.xml.rels", strings.Replace(string(b["xl/_rels/workbook.xml.rels"]), "</Relationships>",
		`<Relationship Id="c" Type="`+mainType+`chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`, 1))
	b = b.with("xl/workbook.xml", strings.Replace(string(b["xl/workbook.xml"]), "<sheets>", `<sheets><sheet name="Chart" sheetId="9" r:id="c"/>`, 1))
	sheets, err := Open(InMemory("-", b.bytes(t)), Options{})
	if err != nil || len(sheets) != 2 || sheets[0].Name != "-#B" || sheets[1].Name != "-#A" {
		t.Errorf("%v, %v", sheets, err)
	}
}

// What a format means: examples of the formats that Excel offers, and of those
// that look like dates and are none.
func TestStyles(t *testing.T) {
	for code, want := range map[string]style{
		"General": plain, "Standard": plain, "0": plain, "0.00": plain, "#,##0.00": plain, "0%": plain, "0.00E+00": plain, "@": plain,
		"# ?/?": plain, "#,##0\\ \"días\"": plain, "[Red]#,##0": plain, "[$€-C0A] #,##0.00": plain, "_-* #,##0.00_-": plain, "\"dmy\"0": plain,
		"0;[Red]yy": plain, "\\d0": plain, "[$USD] 0": plain, "": plain, "\"open": plain, "[open": plain, "\\": plain,
		"dd/mm/yyyy": day, "m/d/yy": day, "yyyy-mm-dd hh:mm": day, "mmm\\ yyyy": day, "d \"de\" mmmm \"de\" yyyy": day, "[$-F800]dddd, mmmm dd, yyyy": day,
		"DD/MM/AAAA;@": day, "mmmm": day, "yyyy": day, "[$-409]d-mmm-yy;@": day, "m": day,
		"h:mm": clock, "hh:mm:ss AM/PM": clock, "mm:ss.0": clock, "[$-F400]h:mm:ss": clock,
		"[h]:mm:ss": duration, "[mm]:ss": duration, "[ss]": duration, "[hh]:mm": duration,
	} {
		if got := styleOf(code); got != want {
			t.Errorf("%q is %d, not %d", code, got, want)
		}
	}
	for format, want := range map[int]style{0: plain, 13: plain, 14: day, 17: day, 18: clock, 21: clock, 22: day, 37: plain, 44: plain, 45: clock, 46: duration, 47: clock, 49: plain} {
		if got := builtIn(format); got != want {
			t.Errorf("%d is %d, not %d", format, got, want)
		}
	}
}

func TestPlainNumbers(t *testing.T) {
	for number, want := range map[string]string{
		"1": "1", "-1.50": "-1.50", "1e3": "1000", "1E+003": "1000", "1.5E-3": "0.0015", "-12.345e1": "-123.45", "0e5": "0", "1.20E1": "12",
		"+7": "7", "123456789012345678901234567890.1": "123456789012345678901234567890.1", "9.99e2": "999", ".5": ".5", "5.": "5.",
		"": "", "x": "", "1,5": "", "1e": "", "1e401": "", "1e99999999999999999999": "", "--1": "", "1.2.3": "", ".": "", "0x1F": "", "Inf": "", "1_000": "",
	} {
		got, ok := appendPlain(nil, []byte(number))
		if string(got) != want || ok != (want != "") {
			t.Errorf("%s is %q, %v", number, got, ok)
		}
	}
}
