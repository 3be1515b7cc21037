package actuals

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"embudo/funnel"
)

// utf16Tabs are cells as an ad platform writes them under a .csv name: UTF-16LE
// with its mark, and tabs.
func utf16Tabs(text string) []byte {
	out := []byte{0xff, 0xfe}
	for _, unit := range utf16.Encode([]rune(strings.ReplaceAll(text, ",", "\t"))) {
		out = append(out, byte(unit), byte(unit>>8))
	}
	return out
}

func windows1252(t testing.TB, text string) []byte {
	t.Helper()
	data, err := charmap.Windows1252.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// workbookOf is an Excel workbook with one sheet of texts, and of errors that
// formulas gave, which begin with #.
func workbookOf(t testing.TB, text string) []byte {
	t.Helper()
	var rows strings.Builder
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		fmt.Fprintf(&rows, `<row r="%d">`, i+1)
		for j, cell := range strings.Split(line, ",") {
			if strings.HasPrefix(cell, "#") {
				fmt.Fprintf(&rows, `<c r="%c%d" t="e"><f>A1</f><v>%s</v></c>`, 'A'+j, i+1, cell)
				continue
			}
			fmt.Fprintf(&rows, `<c r="%c%d" t="inlineStr"><is><t>%s</t></is></c>`, 'A'+j, i+1, cell)
		}
		rows.WriteString("</row>")
	}
	const main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	const of = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	return zipOf(t, map[string]string{
		"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels":                `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + of + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook ` + main + ` xmlns:r="` + of + `"><sheets><sheet name="Deals" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + of + `/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   `<worksheet ` + main + `><sheetData>` + rows.String() + `</sheetData></worksheet>`,
	})
}

func zipOf(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range sortedKeys(parts) {
		part, err := w.Create(name)
		if err == nil {
			_, err = part.Write([]byte(parts[name]))
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

// made is a file that a test makes.
func made(name string, data []byte) Source { return Source{File: fileFrom(name, data)} }

func text(name, data string) Source { return made(name, []byte(data)) }

func (s Source) with(c Choices) Source {
	s.Choices = c
	return s
}

func fivePlan() *funnel.Plan { return planWith("mql", "sql", "meeting", "opportunity", "client") }

// Traits of real exports that are about bytes, or about several files. What must
// come of them was counted by hand.
func TestReadMadeExports(t *testing.T) {
	const spanish = "Fecha,Canal,MQL,SQL\n2027-01-04,Búsqueda,40,12\n2027-01-11,Búsqueda,38,15\n"
	const counted = "rows 2; mql 2027-01 78; sql 2027-01 27"
	for _, test := range []struct {
		what    string
		sources []Source
		want    string
	}{
		// bytes
		{"UTF-16LE with tabs under .csv", []Source{made("ads.csv", utf16Tabs(spanish))}, counted},
		{"UTF-8 with its mark, and carriage returns", []Source{text("a.csv", "\ufeff"+strings.ReplaceAll(spanish, "\n", "\r\n"))}, counted},
		{"Windows-1252", []Source{made("a.csv", windows1252(t, spanish))}, counted},
		{"no newline at the end", []Source{text("a.csv", strings.TrimSpace(spanish))}, counted},
		{
			"Windows-1252 beside UTF-8",
			[]Source{
				made("enero.csv", windows1252(t, spanish)),
				text("febrero.csv", "Fecha,Canal,MQL,SQL\n2027-02-01,Búsqueda,44,15\n"),
			},
			"rows 3; mql 2027-01 78, 2027-02 44; sql 2027-01 27, 2027-02 15",
		},
		{"a workbook under .csv", []Source{made("a.csv", workbookOf(t, spanish))}, counted},
		{"a page under .csv", []Source{text("a.csv", "<!DOCTYPE html>\n<html><body>Sign in</body></html>")}, "refuses html-page"},
		{
			"a newline and delimiters within quotes",
			[]Source{text("a.csv", "Created Date,Stage,Notes\n2027-01-04,Won,\"first;\nsecond, third\"\n2027-01-05,Lost,\"a \"\"b\"\"; c\"\n")},
			"rows 2; mql 2027-01 2; client 2027-01 1; lost - 1",
		},
		{
			"decimal commas in quotes under commas",
			[]Source{text("a.csv", "Dia,Campanha,Custo,Cliques\n2027-01-04,Marca,\"1.410,25\",3\n2027-01-05,Marca,\"398,10\",2\n")},
			"rows 2; spend 2027-01 1808.35",
		},
		{
			"semicolons that stand unquoted in a comma file",
			[]Source{text("a.csv", "Created Date,Stage,Notes\n2027-01-04,Won,a;b;c;d\n2027-01-05,Lost,e;f;g;h\n")},
			"rows 2; mql 2027-01 2; client 2027-01 1; lost - 1",
		},
		{"pipes", []Source{text("a.csv", strings.ReplaceAll(spanish, ",", "|"))}, counted},
		{
			"a line of 12 MB",
			[]Source{text("a.csv", "Created Date,Stage,Notes\n2027-01-04,Won,"+strings.Repeat("x", 12<<20)+"\n")},
			"refuses row-too-long",
		},

		// several files, and rows that are not deals
		{
			"leads and deals, joined by their id",
			[]Source{
				text("leads.csv", "mql_id,first_contact_date,origin\na1,2027-01-04,organic\na2,2027-01-05,paid\na3,2027-01-06,paid\n"),
				text("deals.csv", "mql_id,won_date,amount\na2,2027-02-08,900\n"),
			},
			"rows 4; mql 2027-01 3; client 2027-02 1; revenue 2027-02 900",
		},
		{
			"one row an item: one deal, both amounts",
			[]Source{
				text("leads.csv", "mql_id,first_contact_date\na1,2027-01-04\n"),
				text("items.csv", "mql_id,won_date,product,amount\na1,2027-02-08,chair,900\na1,2027-02-08,table,100.50\n"),
			},
			"rows 3; mql 2027-01 1; client 2027-02 1; revenue 2027-02 1000.50",
		},
		{
			"one row an item, in a file alone",
			[]Source{text("items.csv", "Opportunity ID,Created Date,Close Date,Stage,Product,Amount\n7,2027-01-04,2027-02-08,Won,chair,900\n7,2027-01-04,2027-02-08,Won,table,100.50\n8,2027-01-05,,Open,chair,5\n")},
			"rows 3; mql 2027-01 2; client 2027-02 1; revenue 2027-02 1000.50",
		},
		{
			"no ids and rows alike to the letter: none is dropped",
			[]Source{text("a.csv", "Created Date,Close Date,Stage,Amount\n2027-01-04,2027-02-01,Won,900\n2027-01-04,2027-02-01,Won,900\n")},
			"rows 2; mql 2027-01 2; client 2027-02 2; revenue 2027-02 1800",
		},

		// funnel logic
		{
			"won two days before it was first seen",
			[]Source{text("a.csv", "Created Date,Won date,Lead Source\n2027-03-01,2027-02-27,Web\n")},
			"rows 1; mql 2027-03 1; client 2027-02 1",
		},
		{
			"open with a closing date, and lost with amount 0",
			[]Source{text("a.csv", "Deal ID,Created Date,Close Date,Stage,Amount\n1,2027-01-04,2027-06-30,Open,900\n2,2027-01-05,2027-02-01,Lost,0\n3,2027-01-05,2027-02-02,Won,700\n")},
			"rows 3; mql 2027-01 3; client 2027-02 1; revenue 2027-02 700; lost - 1",
		},
		{
			"open deals without any day",
			[]Source{text("a.csv", "Created Date,Close Date,Stage\n2027-01-04,2027-02-01,Won\n,,Open\n")},
			"rows 1; mql 2027-01 1; client 2027-02 1; left out no_day 1",
		},
		{
			"no show beside held",
			[]Source{text("a.csv", "Create Date,Stage\n2027-01-04,Meeting held\n2027-01-05,No show\n").
				with(Choices{Values: map[string]string{"Meeting held": "meeting"}})},
			"rows 2; mql 2027-01 2; sql 2027-01 1; meeting 2027-01 1; opportunity none; client none",
		},
		{
			"a channel spelled three ways is one",
			[]Source{text("a.csv", "date,channel,mql\n2027-01-04,Búsqueda,1\n2027-01-05,busqueda,2\n2027-01-06,BÚSQUEDA,3\n")},
			"rows 3; mql 2027-01 6",
		},

		// time
		{
			"early cohorts without outcomes",
			[]Source{text("a.csv", "Created Date,Won date\n2027-01-04,\n2027-02-04,\n2027-06-04,2027-06-20\n")},
			"rows 3; mql 2027-01 1, 2027-02 1, 2027-06 1; client 2027-06 1",
		},
		{
			"what happened after the day that is asked for",
			[]Source{text("a.csv", "date,mql\n2027-12-31,5\n2028-01-01,7\n")},
			"rows 1; mql 2027-12 5; left out after_as_of 1",
		},
		{"months", []Source{text("a.csv", "month,mql,sql\n2027-01,160,50\n2027-02,170,52\n")}, "rows 2; mql 2027-01 160, 2027-02 170; sql 2027-01 50, 2027-02 52"},
		{"a quarter", []Source{text("a.csv", "starts,ends,mql\n2027-01-01,2027-03-31,447\n")}, "rows 1; mql 2027-01 447"},

		// ad platforms
		{
			"Google Ads, totals below",
			[]Source{text("a.csv", "Day,Campaign,Currency code,Cost,Clicks,Conversions\n2027-01-04,Brand,USD,410.25,320,12.00\n2027-01-05,Brand,USD,89.75,3,0.50\nTotal: Campaigns,,USD,500.00,323,12.50\nTotal: Account,,USD,500.00,323,12.50\n")},
			"rows 2; mql 2027-01 13; spend 2027-01 500; left out total 2",
		},
		{
			"Google Ads, totals first",
			[]Source{text("a.csv", "Day,Campaign,Currency code,Cost,Clicks,Conversions\nTotal: Account,,USD,500.00,323,12.50\n2027-01-04,Brand,USD,410.25,320,12.00\n2027-01-05,Brand,USD,89.75,3,1.00\n")},
			"rows 2; mql 2027-01 13; spend 2027-01 500; left out total 1",
		},
		{
			"Meta, with a total first that no word names",
			[]Source{text("a.csv", "Campaign name,Day,Results,Amount spent (USD),Impressions,Reporting starts,Reporting ends\n,,7,38.51,100,2027-01-01,2027-01-31\nLeads,2027-01-04,4,20.48,60,2027-01-04,2027-01-04\nLeads,2027-01-05,3,18.03,40,2027-01-05,2027-01-05\n")},
			"rows 2; mql 2027-01 7; spend 2027-01 38.51; left out total 1",
		},
		{
			"money given back lowers what was spent",
			[]Source{text("a.csv", "date,Cost\n2027-01-01,\"1,234.50\"\n2027-01-02,\"(34.50)\"\n")},
			"rows 2; spend 2027-01 1200",
		},
	} {
		t.Run(test.what, func(t *testing.T) {
			if got := outcomeOf(t, Options{Plan: fivePlan()}, test.sources...); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// The same report under two names is read twice, since two files may well be of
// two accounts; that several sources count the same stage is said.
func TestSameReportTwice(t *testing.T) {
	const report = "date,mql\n2027-01-04,5\n"
	result, err := Read(t.Context(), []Source{text("a.csv", report), text("a (1).csv", report)}, Options{Plan: fivePlan(), AsOf: endOf2027()})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := said(result, nil), "rows 2; mql 2027-01 10"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if len(result.Warnings) == 0 || result.Warnings[0].Code != WarnSeveral {
		t.Errorf("warnings %v", result.Warnings)
	}
}

// So is a report of spend that was downloaded twice; months that follow one
// another are not.
func TestSpendTwice(t *testing.T) {
	january, february := "date,channel,spend\n2027-01-04,Google,5\n2027-01-31,Google,5\n", "date,channel,spend\n2027-02-01,google,5\n"
	for _, test := range []struct {
		second string
		want   int
	}{{january, 1}, {february, 0}} {
		result, err := Read(t.Context(), []Source{text("a.csv", january), text("b.csv", test.second)}, Options{Plan: fivePlan(), AsOf: endOf2027()})
		if err != nil {
			t.Fatal(err)
		}
		got := 0
		for _, w := range result.Warnings {
			if w.Code == WarnSameSpend {
				got++
			}
		}
		if got != test.want {
			t.Errorf("%d warnings for\n%s", got, test.second)
		}
	}
}
