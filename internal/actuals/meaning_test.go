package actuals

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"embudo/funnel"
	"embudo/internal/actuals/sheet"
)

// Each line of what real exports look like has a small file that shows it, and a
// paragraph in understood.txt that says what must come of it. EMBUDO_UPDATE=1
// writes the paragraphs anew.
func TestExports(t *testing.T) {
	const golden = "testdata/understood.txt"
	files, err := filepath.Glob("testdata/exports/*.csv")
	if err != nil || len(files) < 80 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	var b strings.Builder
	for _, file := range files {
		text := export(t, filepath.Join("exports", filepath.Base(file)))
		u := understood(t, text, nil, choices{})
		fmt.Fprintf(&b, "== %s\n%s\n", filepath.Base(file), describe(t, u, text))
	}
	if os.Getenv("EMBUDO_UPDATE") != "" {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	wanted := paragraphs(string(want))
	got := paragraphs(b.String())
	for _, name := range slices.Sorted(maps.Keys(got)) {
		if got[name] != wanted[name] {
			t.Errorf("%s:\n%s\nwant:\n%s", name, got[name], wanted[name])
		}
		delete(wanted, name)
	}
	for name := range wanted {
		t.Errorf("%s is not there", name)
	}
}

func paragraphs(text string) map[string]string {
	all := map[string]string{}
	for _, paragraph := range strings.Split(text, "== ")[1:] {
		name, rest, _ := strings.Cut(paragraph, "\n")
		all[name] = rest
	}
	return all
}

// describe writes down what was understood, with the values of the first rows.
func describe(t *testing.T, u *understanding, text string) string {
	t.Helper()
	var b strings.Builder
	line := func(name string, value any) {
		if s := fmt.Sprint(value); s != "" && s != "map[]" {
			fmt.Fprintf(&b, "%s: %s\n", name, s)
		}
	}
	if u.table == nil {
		line("asks", u.questions())
		return b.String()
	}
	line("kind", u.kind)
	line("platform", u.platform)
	line("header", u.table.number)
	line("rows", u.table.rows)
	for _, why := range sortedKeys(u.left) {
		line("left out", fmt.Sprintf("%s %d from row %d", why, u.left[why].rows, u.left[why].first))
	}
	if u.period != nil {
		line("period", fmt.Sprint(u.period.span.Start, " to ", u.period.span.End))
	}
	line("means", u.meanings())
	for _, value := range sortedKeys(u.stages) {
		m := u.stages[value]
		line("value", fmt.Sprintf("%q %s %s certain %t", value, m.outcome, m.stage.Stage, m.certain))
	}
	for _, c := range u.columns {
		describeColumn(t, line, u, c, text)
	}
	line("asks", u.questions())
	for _, n := range u.notes {
		line("note", fmt.Sprintf("%s %v", n.Name, n.Args))
	}
	return b.String()
}

func describeColumn(t *testing.T, line func(string, any), u *understanding, c *column, text string) {
	t.Helper()
	const shown = 4
	var values []string
	rows := func(parse func(sheet.Cell) string) {
		for _, cell := range cellsOf(t, u, c, text) {
			if len(values) < shown {
				values = append(values, parse(cell))
			}
		}
		line(c.header, strings.Join(values, ", "))
	}
	switch contentOf(c.meaning) {
	case contentDates:
		rows(func(cell sheet.Cell) string { return spanText(c.dates.style.parse(cell)) })
		if c.dates.by != byNothing {
			line("  order", fmt.Sprint(c.dates.style.order, " by ", c.dates.by))
		}
	case contentNumbers:
		rows(func(cell sheet.Cell) string {
			d, f := c.numbers.style.parse(cell)
			return d.String() + fitText(f)
		})
	case contentTexts, contentStages:
	}
}

func fitText(f fit) string { return [...]string{"", " blank", " misfit"}[f] }

// cellsOf are the cells of a column in the rows of its table.
func cellsOf(t *testing.T, u *understanding, c *column, text string) []sheet.Cell {
	t.Helper()
	var cells []sheet.Cell
	comma := ','
	if first, _, _ := strings.Cut(text, "\n"); strings.Count(text, ";") > strings.Count(text, ",") && !strings.Contains(first, ",") {
		comma = ';'
	}
	err := rowsOfText(t, text, comma)(func(row sheet.Row) error {
		if u.sieve().leaves(row) == kept && c.index < len(row.Cells) {
			cells = append(cells, row.Cells[c.index])
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return cells
}

// inbound is a plan with a single funnel, outbound one with stages of the same
// IDs beside it.
func inbound() []funnelStages {
	return []funnelStages{{ID: "inbound", Name: "Inbound", Stages: []stageName{
		{"mql", "MQL"}, {"sql", "SQL"}, {"meeting", "Reunión calificada"}, {"opportunity", "Opportunity"}, {"client", "Contrato firmado"},
	}}}
}

func twoFunnels() []funnelStages {
	return append(inbound(), funnelStages{ID: "outbound", Name: "Outbound", Stages: []stageName{
		{"prospect", "Prospecto"}, {"sql", "SQL"}, {"client", "Cliente"},
	}})
}

// The real files, with what an independent count gave for them.
func TestRealFiles(t *testing.T) {
	deals := []funnelStages{{Stages: []stageName{{"aql", "AQL"}, {"client", "Client"}}}}
	for _, test := range []struct {
		file    string
		funnels []funnelStages
		choices choices
		rows    int64
		kind    tableKind
		means   string
		asks    string
	}{
		{
			"ringostat_deals.csv", nil,
			choices{},
			895, kindRecordsByStage,
			"entered=AQL date | channel=Source | stage=Stage | lost_reason=Loss reason description | closed=Closing Date",
			"unknown-values stage Negotiations/Payment/Project set up/Trial",
		},
		{
			"ringostat_deals.csv", deals,
			choices{Stages: map[string]string{"negotiations": "open", "Payment": "open", "Project set up": "open", "Trial": "open"}},
			895, kindRecordsByDates,
			"stage_date:aql=AQL date | channel=Source | stage=Stage | lost_reason=Loss reason description | closed=Closing Date", "",
		},
		{
			"pt_oportunidades.csv", nil,
			choices{},
			8331, kindRecordsByStage,
			"id=id_oportunidade | owner=id_vendedor | entered=data | stage=estagio | amount=valor",
			"unknown-values stage Closed/Commit/Pipeline",
		},
		{
			"pt_oportunidades.csv", inbound(),
			choices{Stages: map[string]string{"Closed": "client", "Commit": "opportunity", "Pipeline": "sql", "Lead": "mql"}},
			8331, kindRecordsByStage, "id=id_oportunidade | owner=id_vendedor | entered=data | stage=estagio | amount=valor", "",
		},
		{"pt_metas.csv", nil, choices{}, 16, kindUnknown, "", "!table-not-understood  id_vendedor/meta_trimestral/meta_anual"},
		{"pt_vendedores.csv", nil, choices{}, 16, kindUnknown, "", "!table-not-understood  id_vendedor/nome_vendedor/pais"},
	} {
		u := understood(t, export(t, "real/"+test.file), test.funnels, test.choices)
		if u.kind != test.kind || u.table.rows != test.rows || u.meanings() != test.means || u.questions() != test.asks || len(u.notes) > 0 {
			t.Errorf("%s: %q, %d rows\n%s\n%s\n%v", test.file, u.kind, u.table.rows, u.meanings(), u.questions(), u.notes)
		}
	}
}

// Won deals, entries a month and money of the real files, read back through the
// styles, come to what was counted independently.
func TestRealFilesAddUp(t *testing.T) {
	text := export(t, "real/ringostat_deals.csv")
	u := understood(t, text, nil, choices{})
	entered := map[string]int{}
	for _, cell := range cellsOf(t, u, u.column(MeaningEntered), text) {
		span, f := u.column(MeaningEntered).dates.style.parse(cell)
		if f != fits {
			t.Fatalf("%s does not fit", cell.Text)
		}
		entered[span.Start.String()[:7]]++
	}
	if want := map[string]int{"2024-01": 294, "2024-02": 299, "2024-03": 264, "2024-04": 38}; !maps.Equal(entered, want) {
		t.Errorf("entered %v, want %v", entered, want)
	}

	text = export(t, "real/pt_oportunidades.csv")
	u = understood(t, text, nil, choices{})
	stages, amounts := cellsOf(t, u, u.column(MeaningStage), text), cellsOf(t, u, u.column(MeaningAmount), text)
	dates := cellsOf(t, u, u.column(MeaningEntered), text)
	var all, first decimal
	won := 0
	for i := range stages {
		if string(stages[i].Text) != "Closed" {
			continue
		}
		won++
		amount, _ := u.column(MeaningAmount).numbers.style.parse(amounts[i])
		all = all.plus(amount)
		if strings.HasPrefix(string(dates[i].Text), "2023") {
			first = first.plus(amount)
		}
	}
	if won != 819 || all.String() != "11392074.09" || first.String() != "5956977.61" {
		t.Errorf("%d won for %s, %s in 2023", won, all, first)
	}
}

// What a plan's own stages, choices and the columns' contents make of headers.
func TestUnderstand(t *testing.T) {
	for name, test := range map[string]struct {
		text    string
		funnels []funnelStages
		choices choices
		kind    tableKind
		means   string
		asks    string
	}{
		"the plan's names, IDs and usual words": {
			text:    "id,Fecha MQL,date entered SQL,Reunión calificada,Oportunidad,Contrato firmado\n1,2027-01-04,2027-01-05,2027-01-06,2027-01-07,2027-01-08\n",
			funnels: inbound(),
			kind:    kindRecordsByDates,
			means: "id=id | stage_date:inbound.mql=Fecha MQL | stage_date:inbound.sql=date entered SQL | " +
				"stage_date:inbound.meeting=Reunión calificada | stage_date:inbound.opportunity=Oportunidad | stage_date:inbound.client=Contrato firmado",
		},
		"customers are the last stage, whatever its name": {
			text: "date,mql,customers\n2027-01-04,40,2\n", funnels: inbound(), kind: kindCountsWide,
			means: "date=date | stage_count:inbound.mql=mql | stage_count:inbound.client=customers",
		},
		"stages of two funnels": {
			text: "date,funnel,sql,client\n2027-01-04,inbound,40,2\n", funnels: twoFunnels(), kind: kindCountsWide,
			means: "date=date | funnel=funnel | stage_count:sql=sql | stage_count:client=client",
		},
		"a pipeline in the header": {
			text:    "Record ID,\"Date entered \"\"SQL (Outbound)\"\"\",\"Date entered \"\"SQL (Inbound)\"\"\"\n1,2027-01-04,\n2,,2027-01-04\n",
			funnels: twoFunnels(), kind: kindRecordsByDates,
			means: `id=Record ID | stage_date:outbound.sql=Date entered "SQL (Outbound)" | stage_date:inbound.sql=Date entered "SQL (Inbound)"`,
		},
		"a choice of stages": {
			text: "id,Create Date,Qualified on\n1,2027-01-04,2027-01-05\n", funnels: inbound(),
			choices: choices{Columns: map[string]string{"mql": "create date", "sql": "Qualified on"}}, kind: kindRecordsByDates,
			means: "id=id | stage_date:inbound.mql=Create Date | stage_date:inbound.sql=Qualified on",
		},
		"a column with two meanings": {
			text: "id,Create Date,Close Date\n1,2027-01-04,2027-01-05\n", funnels: inbound(),
			choices: choices{Columns: map[string]string{"client": "Close Date", "closed": "Close Date"}}, kind: kindRecordsByDates,
			means: "id=id | entered=Create Date | stage_date:inbound.client=Close Date | closed=Close Date",
		},
		"a choice between two": {
			text: export(t, "exports/duplicate_header.csv"), choices: choices{Columns: map[string]string{"amount": "Amount (2)"}},
			kind: kindRecordsByStage, means: "entered=Created Date | closed=Close Date | stage=Stage | amount=Amount (2)",
		},
		"a choice of what the words did not take": {
			text: export(t, "exports/uncertain_amount.csv"), choices: choices{Columns: map[string]string{"count": "total"}},
			kind: kindCountsLong, means: "date=date | stage=stage | count=total",
		},
		"choices that cannot be followed": {
			text: "date,stage,count\n2027-01-04,mql,40\n", kind: kindCountsLong, means: "date=date | stage=stage | count=count",
			choices: choices{Columns: map[string]string{"amount": "Amuont", "colour": "date"}, Stages: map[string]string{"MQL": "sqll"}},
			asks:    "!unknown-meaning   | !unknown-stage-choice stage mql",
		},
		"a choice that the cells refute": {
			text: "date,stage,count,who\n2027-01-04,mql,40,Ana\n", kind: kindCountsLong,
			choices: choices{Columns: map[string]string{"amount": "who", "sql": "who"}},
			means:   "date=date | stage=stage | count=count | amount=who",
			asks:    "!column-not-numbers amount who | !column-not-a-stage stage_date who",
		},
		"a chosen header row": {
			text: "a,b,c\n1,2,3\nfecha,etapa,cantidad\n2027-01-04,MQL,40\n", choices: choices{HeaderRow: 3},
			kind: kindCountsLong, means: "date=fecha | stage=etapa | count=cantidad",
		},
		"two columns for a stage": {
			text: "date,mql,MQLs,sql\n2027-01-04,40,41,12\n", kind: kindCountsWide,
			means: "date=date | stage_count:sql=sql", asks: "!several-columns mql mql/MQLs",
		},
		"no date for several rows": {
			text: "mql,sql\n40,12\n38,15\n", kind: kindCountsWide, means: "stage_count:mql=mql | stage_count:sql=sql",
			asks: "!column-missing date mql/sql",
		},
		"no header": {
			text: "2027-01-04,mql,40\n2027-01-11,sql,12\n", asks: "!no-header  ",
		},
		"nothing at all": {text: "\n\n", asks: "!no-header  "},
		"values that nobody explains": {
			text: "Deal ID,Created Date,Stage\n1,2027-01-04,Phase A\n2,2027-01-05,Won\n", funnels: inbound(), kind: kindRecordsByStage,
			means: "id=Deal ID | entered=Created Date | stage=Stage", asks: "!unknown-values stage Phase A",
		},
		"budgets are no spend": {
			text: "fecha,canal,Presupuesto,Budget\n2027-01-04,Meta,100,100\n", kind: kindRecordsByStage, means: "entered=fecha | channel=canal",
		},
		"texts under the name of a stage are no dates": {
			text: "Deal ID,Created Date,Stage,Client,Contact\n1,2027-01-04,Won,Acme,Eva\n", kind: kindRecordsByStage,
			means: "id=Deal ID | entered=Created Date | stage=Stage",
		},
		"spreadsheet days under the name of a stage": {
			text: "Lead ID,MQL date,SQL date\n1,46112,46115\n2,46113,\n", kind: kindRecordsByDates,
			means: "id=Lead ID | stage_date:mql=MQL date | stage_date:sql=SQL date",
		},
		"an empty column stands back": {
			text: "Deal ID,Created Date,Creation Date,Stage\n1,2027-01-04,,Won\n", kind: kindRecordsByStage,
			means: "id=Deal ID | entered=Created Date | stage=Stage",
		},
		"status beside stage": {
			text: "Deal ID,Created Date,Etapa,Estado\n1,2027-01-04,SQL,Ganado\n2,2027-01-04,MQL,Abierto\n", kind: kindRecordsByStage,
			means: "id=Deal ID | entered=Created Date | stage=Etapa | status=Estado",
		},
		"estado, the region": {
			text: "Deal ID,Created Date,Etapa,Estado\n1,2027-01-04,SQL,Jalisco\n2,2027-01-04,MQL,Puebla\n", kind: kindRecordsByStage,
			means: "id=Deal ID | entered=Created Date | stage=Etapa",
		},
	} {
		t.Run(name, func(t *testing.T) {
			u := understood(t, test.text, test.funnels, test.choices)
			if u.kind != test.kind || u.meanings() != test.means || u.questions() != test.asks {
				t.Errorf("%q\n%s\nasks %s\nwant %q\n%s\nasks %s", u.kind, u.meanings(), u.questions(), test.kind, test.means, test.asks)
			}
		})
	}
}

// Every question and note is in the table of problems, with its args.
func TestProblemsAreInTheTable(t *testing.T) {
	seen := map[string]bool{}
	check := func(p *sheet.Problem) {
		seen[p.Name] = true
		want, known := columnProblemArgs()[p.Name]
		var names []string
		for i := 0; i < len(p.Args); i += 2 {
			names = append(names, fmt.Sprint(p.Args[i]))
		}
		if got := strings.Join(names, " "); !known || len(p.Args)%2 != 0 || !slices.Equal(strings.Fields(want), names) {
			t.Errorf("%s has the args %s, want %s", p.Name, got, want)
		}
	}
	ask := func(text string, funnels []funnelStages, c choices) {
		u := understood(t, text, funnels, c)
		for _, o := range u.opens {
			check(o.problem)
		}
		for _, n := range u.notes {
			check(n)
		}
	}
	files, _ := filepath.Glob("testdata/exports/*.csv")
	for _, file := range files {
		ask(export(t, filepath.Join("exports", filepath.Base(file))), inbound(), choices{})
	}
	ask("2027-01-04,mql,40\n2027-01-11,sql,12\n", nil, choices{})
	ask("a,b\nx,y\n", nil, choices{Columns: map[string]string{"colour": "a", "amount": "z", "mql": "b"}})
	ask("date,stage,count,who\n2027-01-04,mql,40,Ana\n", nil, choices{Columns: map[string]string{"amount": "who"}, Stages: map[string]string{"mql": "x"}})
	var many strings.Builder
	many.WriteString("Deal ID,Created Date,Stage\n")
	for i := range maxValues + 1 {
		fmt.Fprintf(&many, "%d,2027-01-04,phase %d\n", i, i)
	}
	ask(many.String(), inbound(), choices{})
	tables := append(turnedTables(),
		turnedTable{text: "date,mql\n2027-01-04,5\n", choices: Choices{Columns: map[string]string{"sql": "SQLs"}}},
		turnedTable{text: "date,mql,spend\n31/01/2027,5,1.50\n", choices: Choices{DateOrder: "mdy", Decimal: "comma"}},
		turnedTable{text: "MQL date;SQL date;amount;client\n31/01/2027;02/13/2027;1,5;\n", choices: Choices{DateOrder: "mdy", Decimal: "point"}},
		turnedTable{text: "date;starts;mql;spend;revenue\n31/01/2027;02/13/2027;5;1,5;1,500.0\n", choices: Choices{DateOrder: "mdy", Decimal: "point"}},
	)
	sources := []Source{twoSheets(t)}
	plans := []*funnel.Plan{fivePlan()}
	for _, table := range tables {
		sources, plans = append(sources, text("a.csv", table.text).with(table.choices)), append(plans, table.plan)
	}
	for i, source := range sources {
		result, _ := Read(t.Context(), []Source{source}, Options{Plan: plans[i], AsOf: endOf2027()})
		for _, p := range slices.Concat(result.Sources[0].Notes, result.Sources[0].Questions) {
			if _, ours := columnProblemArgs()[p.Name]; ours { // others are about what the rows say
				check(p)
			}
		}
	}
	ask("date,mql,Ventas\n2027-01-04,40,12\n", []funnelStages{{ID: "main", Stages: []stageName{{ID: "mql"}, {ID: "won", Name: "Venta"}}}}, choices{})
	ask("name,colour\nx,y\n", nil, choices{})
	ask("date,mql\n", nil, choices{})
	for _, p := range qualifyProblems(t) {
		check(p)
	}
	for name := range columnProblemArgs() {
		if !seen[name] {
			t.Errorf("no table shows %s", name)
		}
	}
}

// A table is understood the same whatever the order of its rows.
func TestRowOrderDoesNotMatter(t *testing.T) {
	for _, file := range []string{"real/ringostat_deals.csv", "exports/dates_slip.csv", "exports/crm_spanish.csv"} {
		text := export(t, file)
		lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
		slices.Reverse(lines[1:])
		a, b := understood(t, text, nil, choices{}), understood(t, strings.Join(lines, "\n")+"\n", nil, choices{})
		if a.kind != b.kind || a.meanings() != b.meanings() || a.questions() != b.questions() {
			t.Errorf("%s: %s, backwards %s", file, a.meanings(), b.meanings())
		}
		for i, c := range a.columns {
			if o := b.columns[i]; c.dates.style != o.dates.style || c.numbers.style != o.numbers.style || c.dates.leftOut.cells != o.dates.leftOut.cells {
				t.Errorf("%s: %s is read otherwise backwards", file, c.header)
			}
		}
	}
}

// The first reading of a file counts every row of it.
func BenchmarkSurvey(b *testing.B) {
	var rows []sheet.Row
	err := rowsOfText(b, export(b, "real/pt_oportunidades.csv"), ',')(func(row sheet.Row) error {
		rows = append(rows, row)
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		s := newSurvey(nil, choices{})
		for _, row := range rows {
			s.add(row)
		}
		if s.understand().kind != kindRecordsByStage {
			b.Fatal("not understood")
		}
	}
	b.ReportMetric(float64(len(rows))*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mrows/s")
}
