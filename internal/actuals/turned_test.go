package actuals

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"embudo/funnel"
)

// planOfQuarter is a plan of the first quarter of 2027.
func planOfQuarter() *funnel.Plan {
	return planIn(funnel.NewDate(2027, time.January, 1), funnel.NewDate(2027, time.March, 31))
}

func planIn(from, to funnel.Date) *funnel.Plan {
	p := fivePlan()
	p.Period = &funnel.Span{Start: from, End: to}
	return p
}

// turnedTable is a table with the time along the top, and what must come of it.
type turnedTable struct {
	what, text string
	plan       *funnel.Plan
	choices    Choices
	want       string
}

func turnedTables() []turnedTable {
	const quarter = "rows 3; mql 2027-01 100, 2027-02 120, 2027-03 130; sql 2027-01 30, 2027-02 35, 2027-03 40"
	const named = "Etapa;Enero;Febrero;Marzo;Total\nMQL;100;120;130;350\nSQL;30;35;40;105\n"
	fiscal := planIn(funnel.NewDate(2026, time.October, 1), funnel.NewDate(2027, time.March, 31))
	return []turnedTable{
		{what: "months of the plan's period", text: named, plan: planOfQuarter(), want: quarter},
		{what: "months of the year in the title", text: "Embudo 2027\n\n" + named, plan: fivePlan(), want: quarter},
		{what: "months of no year", text: named, plan: fivePlan(), want: "asks year-missing"},
		{what: "months without a plan", text: named, want: "asks year-missing"},
		{
			what: "the table's year goes before the plan's", text: "Embudo 2026\n\n" + named, plan: planOfQuarter(),
			want: strings.ReplaceAll(quarter, "2027", "2026"),
		},
		{what: "two years in the title", text: "2026 / 2027\n\n" + named, plan: planOfQuarter(), want: "asks year-missing"},
		{
			what: "months over the turn of a year", text: "Stage,nov,dic,ene\nMQL,1,2,3\nSQL,1,0,1\n", plan: fiscal,
			want: "rows 3; mql 2026-11 1, 2026-12 2, 2027-01 3; sql 2026-11 1, 2026-12 0, 2027-01 1",
		},
		{what: "time that runs backwards", text: "Stage,nov,dic,ene\nMQL,1,2,3\nSQL,1,0,1\n", plan: planOfQuarter(), want: "asks year-missing"},
		{what: "ISO months", text: "Stage,2027-01,2027-02\nMQL,100,120\nSQL,30,35\n", plan: fivePlan(), want: "rows 2; mql 2027-01 100, 2027-02 120; sql 2027-01 30, 2027-02 35"},
		{what: "one ISO month", text: "Stage,2027-01\nMQL,100\nSQL,30\n", plan: fivePlan(), want: "rows 1; mql 2027-01 100; sql 2027-01 30"},
		{what: "months as Excel writes them", text: "Etapa;ene-27;feb-27;mar-27\nMQL;100;120;130\nSQL;30;35;40\nTotal;130;155;170\n", plan: fivePlan(), want: quarter},
		{what: "months with a space", text: "Etapa;ene 27;feb 27;mar 27\nMQL;100;120;130\nSQL;30;35;40\n", plan: fivePlan(), want: quarter},
		{what: "Portuguese", text: "Etapa;Janeiro/2027;Fevereiro/2027;Março/2027\nMQL;100;120;130\nSQL;30;35;40\n", plan: fivePlan(), want: quarter},
		{what: "a year in one heading", text: "Etapa;Enero 2027;Febrero;Marzo\nMQL;100;120;130\nSQL;30;35;40\n", plan: fivePlan(), want: quarter},
		{what: "first days of months, either way", text: "Etapa;01/01/2027;01/02/2027;01/03/2027\nMQL;100;120;130\nSQL;30;35;40\n", plan: fivePlan(), want: "asks date-order-open"},
		{
			what: "first days of months", text: "Etapa;01/01/2027;01/02/2027;01/03/2027\nMQL;100;120;130\nSQL;30;35;40\n", plan: fivePlan(),
			choices: Choices{DateOrder: "dmy"}, want: quarter,
		},
		{what: "weeks by their Mondays", text: "Etapa,2027-01-04,2027-01-11,2027-01-18\nMQL,10,12,14\nSQL,1,2,3\n", plan: fivePlan(), want: "rows 3; mql 2027-01 36; sql 2027-01 6"},
		{what: "ISO weeks", text: "Etapa,2027-W01,2027-W02\nMQL,10,12\nSQL,1,2\n", plan: fivePlan(), want: "rows 2; mql 2027-01 22; sql 2027-01 3"},
		{what: "weeks of no year", text: "Stage,W1,W2\nMQL,10,12\nSQL,1,2\n", plan: planOfQuarter(), want: "asks week-without-year"},
		{what: "numbered weeks", text: "Etapa;Semana 1;Semana 2\nMQL;10;12\n", plan: planOfQuarter(), want: "asks week-without-year"},
		{what: "quarters", text: "Etapa;T1 2027;T2 2027\nMQL;10;12\nSQL;3;4\n", plan: fivePlan(), want: "rows 2; mql 2027-01 10, 2027-04 12; sql 2027-01 3, 2027-04 4"},
		{what: "quarters of the plan's year", text: "Etapa;Trim. 1;2do trimestre\nMQL;10;12\nSQL;3;4\n", plan: planOfQuarter(), want: "rows 2; mql 2027-01 10, 2027-04 12; sql 2027-01 3, 2027-04 4"},
		{
			what: "money and ratios beside stages",
			text: ";ene-27;feb-27\nMQL;1.200;1.120\nCliente;2;3\nInversión;12.000,50;10.000\nIngresos;20.000;30.000\nConversión;3 %;2,8 %\n", plan: fivePlan(),
			want: "rows 2; mql 2027-01 1200, 2027-02 1120; client 2027-01 2, 2027-02 3; spend 2027-01 12000.50, 2027-02 10000; revenue 2027-01 20000, 2027-02 30000",
		},
		{
			what: "channels beside merged stages, with totals",
			text: "Etapa;Canal;ene-27;feb-27;Total\nMQL;Google;100;120;220\n;Meta;10;20;30\nTotal MQL;;110;140;250\nSQL;Google;30;35;65\n;Meta;3;5;8\nTotal;;143;180;323\n", plan: fivePlan(),
			want: "rows 8; mql 2027-01 110, 2027-02 140; sql 2027-01 33, 2027-02 40",
		},
		{what: "months to come", text: "Etapa;ene-27;feb-27;mar-27\nMQL;100;;\nSQL;30;;\n", plan: fivePlan(), want: "rows 3; mql 2027-01 100; sql 2027-01 30"},
		{what: "names of the user's own", text: "Grupo;ene-27;feb-27\nPosibles;10;12\nRueda;2;3\n", plan: fivePlan(), want: "asks turned-without-stages"},
		{
			what: "names that a choice explains", text: "Grupo;ene-27;feb-27\nPosibles;10;12\nRueda;2;3\n", plan: fivePlan(),
			choices: Choices{Columns: map[string]string{"mql": "Posibles"}}, want: "rows 2; mql 2027-01 10, 2027-02 12",
		},
		{what: "channels instead of stages", text: "Canal;Enero;Febrero\nGoogle;100;110\nMeta;30;33\n", plan: planOfQuarter(), want: "asks turned-without-stages"},
		{what: "times above the headings", text: ";Enero;;Febrero;\nCanal;MQL;SQL;MQL;SQL\nGoogle;1;2;3;4\n", plan: planOfQuarter(), want: "asks times-above-headings"},
		{what: "a stage in two rows", text: "Etapa;ene-27;feb-27\nMQL;1;2\nSQL;1;1\nMQL;3;4\n", plan: fivePlan(), want: "asks turned-rows-alike"},
		{what: "plan above actual", text: "Plan;ene-27;feb-27\nMQL;100;110\n\nReal;ene-27;feb-27\nMQL;80;90\n", plan: fivePlan(), want: "asks several-turned"},
		{
			what: "plan above actual, told apart", text: "Plan;ene-27;feb-27\nMQL;100;110\n\nReal;ene-27;feb-27\nMQL;80;90\n", plan: fivePlan(),
			choices: Choices{HeaderRow: 4}, want: "rows 2; mql 2027-01 80, 2027-02 90",
		},

		// what is no such table
		{what: "a period above a table", text: "Period,2027-01-01,2027-01-31\nChannel,MQL,SQL\nGoogle,40,12\nMeta,38,15\n", plan: fivePlan(), want: "asks column-missing"},
		{what: "rows without a header", text: "7,2027-01-04,2027-01-11\n8,2027-01-05,2027-01-12\n", plan: fivePlan(), want: "asks no-header"},
		{what: "years", text: "Etapa,2026,2027\nMQL,10,12\n", plan: fivePlan(), want: "asks no-header"},
	}
}

// Tables with the time along the top mean what they say, or are asked about once.
func TestReadTurned(t *testing.T) {
	for _, test := range turnedTables() {
		t.Run(test.what, func(t *testing.T) {
			if got := outcomeOf(t, Options{Plan: test.plan}, text("a.csv", test.text).with(test.choices)); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// A problem of a turned table points to the row of the file, not to that of the
// table it was turned into.
func TestTurnedProblemsPointToTheFile(t *testing.T) {
	result, err := Read(t.Context(), []Source{text("a.csv", "Embudo\n\nEtapa,04/01/2027,11/01/2027,18/01/2027\nMQL,10,12,14\nSQL,1,2,x\n")},
		Options{Plan: fivePlan(), AsOf: endOf2027()})
	if err != nil {
		t.Fatal(err)
	}
	for _, note := range result.Sources[0].Notes {
		if note.Name == "cells-left-out" && note.Row != 5 {
			t.Errorf("%v is said of row %d", note.Args, note.Row)
		}
	}
	for _, left := range result.Sources[0].LeftOut {
		if left.Reason == string(leftNoCount) && left.First != 3 {
			t.Errorf("rows are left out from row %d", left.First)
		}
	}
}

// A table means the same whichever way round it stands.
func TestTurnedLikeUnturned(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		months := rapid.IntRange(1, 12).Draw(t, "months")
		stages := rapid.SampledFrom([][]string{{"MQL", "SQL"}, {"MQL", "Reunión", "Cliente"}, {"Oportunidades", "Clientes"}}).Draw(t, "stages")
		counts := rapid.SliceOfN(rapid.IntRange(0, 900), months*len(stages), months*len(stages)).Draw(t, "counts")
		usual := []string{"Mes;" + strings.Join(stages, ";")}
		turned := make([]string, len(stages)+1)
		turned[0] = "Etapa"
		for m := range months {
			month := fmt.Sprintf("2027-%02d", m+1)
			line := month
			turned[0] += ";" + month
			for s, stage := range stages {
				n := counts[m*len(stages)+s]
				line += fmt.Sprintf(";%d", n)
				if m == 0 {
					turned[s+1] = stage
				}
				turned[s+1] += fmt.Sprintf(";%d", n)
			}
			usual = append(usual, line)
		}
		slices.Reverse(turned[1:]) // the order of the stages does not matter
		read := func(lines []string) string {
			result, err := Read(t.Context(), []Source{text("a.csv", strings.Join(lines, "\n")+"\n")}, Options{Plan: fivePlan(), AsOf: endOf2027()})
			return said(result, err)
		}
		if a, b := read(usual), read(turned); a != b {
			t.Errorf("%s\nturned %s", a, b)
		}
	})
}

// The tables that the manual shows are read as it says.
func TestTurnedTableOfTheManual(t *testing.T) {
	for _, file := range []string{"actuals-and-check.md", "actuals-and-check.es.md"} {
		page, err := os.ReadFile(filepath.Join("..", "..", "docs", file))
		if err != nil {
			t.Fatal(err)
		}
		_, table, _ := strings.Cut(string(page), "```text\n")
		table, _, _ = strings.Cut(table, "```")
		const want = "rows 3; mql 2027-01 100, 2027-02 120, 2027-03 130; sql 2027-01 30, 2027-02 35, 2027-03 40; " +
			"spend 2027-01 12000.50, 2027-02 10000, 2027-03 11000"
		if got := outcomeOf(t, Options{Plan: planOfQuarter()}, text("a.csv", table)); got != want {
			t.Errorf("%s: %s", file, got)
		}
	}
}
