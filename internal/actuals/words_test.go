package actuals

import (
	"strings"
	"testing"
)

func TestFold(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"CreatedDate", "created date"},
		{"created_date", "created date"},
		{" Created  Date: ", "created date"},
		{"MQLDate", "mql date"},
		{"MQLs", "mqls"},
		{"mql_id", "mql id"},
		{"LeadID", "lead id"},
		{"Fecha de creación", "fecha de creacion"},
		{"Negócio criado em", "negocio criado em"},
		{"Conversões", "conversoes"},
		{"Deal - Value", "deal value"},
		{"Cost / conv.", "cost conv"},
		{"closedwon", "closedwon"},
		{"", ""},
		{"---", ""},
	} {
		if got := fold(test.text); got != test.want {
			t.Errorf("%q: %q, want %q", test.text, got, test.want)
		}
	}
}

// The words of the vocabulary are written as they are looked up, and no header
// claims a meaning twice.
func TestVocabularyIsFolded(t *testing.T) {
	type entry struct {
		meaning Meaning
		header  string
	}
	seen := map[entry]bool{}
	for _, p := range headerPhrases() {
		if !isMeaning(string(p.meaning)) {
			t.Errorf("%s cannot be chosen", p.meaning)
		}
		for header := range strings.SplitSeq(p.headers, ", ") {
			if fold(header) != header || header == "" {
				t.Errorf("%s: %q is looked up as %q", p.meaning, header, fold(header))
			}
			if seen[entry{p.meaning, header}] {
				t.Errorf("%s: %q stands twice", p.meaning, header)
			}
			seen[entry{p.meaning, header}] = true
		}
	}
	lists := append(stageSynonyms(), totalWords())
	for _, words := range adWords() {
		lists = append(lists, words)
	}
	for _, words := range lists {
		for word := range strings.SplitSeq(words, ", ") {
			if fold(word) != word || word == "" {
				t.Errorf("%q is looked up as %q", word, fold(word))
			}
		}
	}
}

// Every header that real exports were seen to have means what it meant there.
func TestHeadersOfRealExports(t *testing.T) {
	words := newVocabulary(nil)
	for meaning, headers := range map[Meaning]string{
		MeaningEntered: "Created Date|CreatedDate|Created Time|first_contact_date|engage_date|AQL date|Fecha de creación|data_primeiro_contato|Negócio criado em",
		MeaningDate:    "Fecha|Date|Day|Día|Data|Semana|Mes",
		MeaningClosed:  "Close Date|Closing Date|Fecha de cierre|data_fechamento",
		MeaningWon:     "won_date|Ganho em",
		MeaningStage:   "Deal Stage|Stage|dealstage|Lead Status|Status|Etapa|Estado|estagio",
		MeaningAmount:  "Amount|close_value|Valor|Monto|Importe|Price",
		MeaningChannel: "Lead Source|Source|origin|Origen|Canal|Fuente|Plataforma",
		MeaningID:      "Lead ID|Record Id|Opportunity ID|mql_id|id_lead|id_oportunidade",
		MeaningSpend:   "Cost|Spend|Amount spent (USD)|Importe gastado (EUR)|Costo|Coste|Custo",
		MeaningLeads:   "Conversions|Leads|Results|Conversiones|Conversões",
		MeaningNone: "Budget|Presupuesto|Ad set budget|PPC budget USD|Presupuesto diario|Orçamento|Expected Revenue|Annual Revenue|Amount (weighted)|" +
			"Expected close date|Weighted amount|Cost / conv.|Avg. CPC|Cost per results|Last Activity Date|Modified Time|Latest Source|Client CRM|Number of sales reps",
	} {
		for header := range strings.SplitSeq(headers, "|") {
			var got []Meaning
			for _, c := range words.claimsOf(header) {
				if c.rank != candidate {
					got = append(got, c.meaning)
				}
			}
			if meaning == MeaningNone && len(got) > 0 || meaning != MeaningNone && (len(got) != 1 || got[0] != meaning) {
				t.Errorf("%s means %v, want %s", header, got, meaning)
			}
		}
	}
}

// The values that stages had in real exports.
func TestStageValues(t *testing.T) {
	usual := newStageWords(nil)
	for _, test := range []struct {
		values  string
		outcome outcome
		stage   string
		certain bool
	}{
		{"Won|Closed Won|closedwon|Ganado|Ganada|Cerrado ganado|Fechado|Ganho|Venda", outcomeWon, "client", true},
		{"Closed|Cerrado", outcomeWon, "client", false}, // either, in some files
		{"Lost|Closed Lost|Perdido|Perdida|Disqualified|Descartado", outcomeLost, "", true},
		{"Open|En curso|Em andamento", outcomeOpen, "", true},
		{"New|Pendiente", outcomeOpen, "", false},
		{"No show|no-show|No asistió|Não compareceu", outcomeSide, "", true},
		{"MQL|Marketing Qualified Lead", outcomeStage, "mql", true},
		{"Reunión|Reuniões|meetings held", outcomeStage, "meeting", true},
		{"Customer|Cliente|Clientes", outcomeStage, "client", true},
		{"Oportunidad|Oportunidades|Opportunities", outcomeStage, "opportunity", true},
		{"Attended|Commit|Negotiations|Phase A|", outcomeNone, "", false},
	} {
		for value := range strings.SplitSeq(test.values, "|") {
			if got := usual.match(value); got.outcome != test.outcome || got.stage.Stage != test.stage || got.certain != test.certain {
				t.Errorf("%s: %+v", value, got)
			}
		}
	}

	plan := newStageWords([]funnelStages{{ID: "f", Stages: []stageName{{"negotiation", "Negociación"}, {"won", "Closed"}}}})
	for value, want := range map[string]stageRef{
		"Negotiations": {"f", "negotiation"}, "negociação": {"f", "negotiation"}, "Closed": {"f", "won"}, "Won": {"f", "won"}, "Cliente": {"f", "won"},
	} {
		if got := plan.match(value); got.outcome != outcomeStage || got.stage != want || !got.certain {
			t.Errorf("%s: %+v", value, got)
		}
	}
}

// Two stages of a plan that share a word are not told apart by it.
func TestSharedWords(t *testing.T) {
	words := newStageWords([]funnelStages{{Stages: []stageName{{"lead", "Lead"}, {"lead2", "Leads"}, {"client", ""}}}})
	if ref, ok := words.header("Leads"); !ok || ref.Stage != "lead2" {
		t.Errorf("Leads is %v", ref)
	}
	words = newStageWords([]funnelStages{{Stages: []stageName{{"a", "Lead"}, {"b", "Leads"}, {"client", ""}}}})
	if ref, ok := words.header("Fecha leads"); !ok || ref.Stage != "b" {
		t.Errorf("Fecha leads is %v", ref)
	}
	words = newStageWords([]funnelStages{{Stages: []stageName{{"demo1", "Demo"}, {"demo2", "Demo"}, {"client", ""}}}})
	if ref, ok := words.header("Demo"); ok {
		t.Errorf("Demo is %v", ref)
	}
}

// Who counts a stage writes its name in the plural, or in the singular: that is the
// same stage in each of the three languages, and no other one.
func TestStagesInThePlural(t *testing.T) {
	for _, test := range []struct{ name, as string }{
		{"Reunión calificada", "Reuniones calificadas|reunión calificada|REUNIONES_CALIFICADAS|Fecha de reunión calificada|Número de reuniones calificadas"},
		{"Reuniones calificadas", "Reunión calificada"},
		{"Qualified meeting", "Qualified meetings|qualifiedMeetings|New qualified meetings"},
		{"Sales accepted opportunity", "Sales accepted opportunities"},
		{"Discovery call", "Discovery calls"},
		{"Pitch", "Pitches"},
		{"SAL", "SALs"},
		{"Lead valioso", "Leads valiosos"},
		{"Cliente ideal", "Clientes ideales"},
		{"Cotización enviada", "Cotizaciones enviadas"},
		{"Voz", "Voces"},
		{"Visita al local", "Visitas al local"},
		{"Reunião de diagnóstico", "Reuniões de diagnóstico"},
		{"Cliente potencial", "Clientes potenciais|Clientes potenciales"},
		{"Imóvel visitado", "Imóveis visitados"},
	} {
		words := newStageWords([]funnelStages{{ID: "main", Stages: []stageName{{ID: "s1", Name: test.name}, {ID: "s2", Name: "Other"}}}})
		for as := range strings.SplitSeq(test.as, "|") {
			if ref, ok := words.header(as); !ok || ref.Stage != "s1" {
				t.Errorf("%q in a plan with %q: %v", as, test.name, ref)
			}
		}
	}
	words := newStageWords([]funnelStages{{ID: "main", Stages: []stageName{{ID: "demo", Name: "Demo"}, {ID: "demos_2", Name: "Reunión"}, {ID: "end", Name: "Visitada"}}}})
	for _, other := range []string{"Demora", "Reunido", "Visitador", "de", "Reuniones de demo", "Demo s", ""} {
		if ref, ok := words.header(other); ok {
			t.Errorf("%q is taken for %v", other, ref)
		}
	}
	if m := words.match("Visitadas"); m.outcome != outcomeStage || m.stage.Stage != "end" || !m.certain {
		t.Errorf("as a value: %v", m)
	}
}

// A name that is exactly a stage's goes before the plural of another's, and one
// that two stages could have is asked about.
func TestPluralsThatCouldBeTwo(t *testing.T) {
	words := newStageWords([]funnelStages{{ID: "main", Stages: []stageName{{ID: "a", Name: "Llamada"}, {ID: "b", Name: "Llamadas"}, {ID: "c", Name: "Rol"}, {ID: "d", Name: "Role"}}}})
	if ref, ok := words.header("Llamadas"); !ok || ref.Stage != "b" {
		t.Errorf("the name of a stage is taken for %v", ref)
	}
	if ref, ok := words.header("Roles"); ok {
		t.Errorf("the plural of two names is taken for %v", ref)
	}
	if m := words.match("Roles"); m.certain {
		t.Errorf("the plural of two names is taken for %v", m)
	}
	sales := []funnelStages{{ID: "main", Stages: []stageName{{ID: "mql", Name: "MQL"}, {ID: "won", Name: "Venta"}}}}
	const table = "date,mql,Ventas\n2027-01-04,40,12\n2027-01-11,38,15\n"
	if u := understood(t, table, sales, choices{}); u.questions() != "!stage-or-money won Ventas" {
		t.Errorf("sales, or their money: asks %q", u.questions())
	}
	for meaning, want := range map[string]string{"won": "stage_count:main.won=Ventas", "revenue": "revenue=Ventas"} {
		u := understood(t, table, sales, choices{Columns: map[string]string{meaning: "Ventas"}})
		if u.questions() != "" || !strings.Contains(u.meanings(), want) {
			t.Errorf("as %s: %s, asks %q", meaning, u.meanings(), u.questions())
		}
	}
}

func FuzzHeader(f *testing.F) {
	for _, header := range []string{"Created Date", `Date entered "SQL (Inbound)"`, "Amount (USD)", "Deal - Value", "(", "a (", "\"", "Fecha de", "MQLs", "\xff\xfe", "ÁÉ()"} {
		f.Add(header, "2027-01-04", "Won")
	}
	f.Fuzz(func(t *testing.T, header, cell, value string) {
		text := strings.Map(func(r rune) rune {
			if r == '\n' || r == '\r' || r == ',' || r == '"' {
				return ' '
			}
			return r
		}, header+"\n"+cell+"\n")
		u, err := understandRows(rowsOfText(t, text, ','), twoFunnels(), choices{Columns: map[string]string{"amount": header}, Stages: map[string]string{value: "won"}})
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range u.opens {
			if _, known := columnProblemArgs()[o.problem.Name]; !known {
				t.Errorf("%s is in no table", o.problem.Name)
			}
		}
		words := newVocabulary(twoFunnels())
		words.claimsOf(header)
		words.stages.header(header)
		words.stages.match(value)
		words.isTotal([]byte(header))
	})
}

// FuzzTable holds that any table is understood without a panic, that each row is
// either of the table or left out, and that what is asked can be said.
func FuzzTable(f *testing.F) {
	for _, text := range []string{
		"date,stage,count\n2027-01-04,mql,40\n", "# x\n\ntitle,,\na,b\n1,2\n\na,b\n3,4\n", "Total,1\n,,\n", "a\n", "x,y,\n,,z,w\n1,2,3,4\n",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		lines := strings.Split(text, "\n")
		each := rowsOfText(t, strings.NewReplacer("\"", " ", "\r", " ").Replace(text), ',')
		u, err := understandRows(each, nil, choices{})
		if err != nil {
			t.Fatal(err)
		}
		var rows int64
		for _, n := range u.left {
			rows += n.rows
		}
		if u.table != nil {
			rows += u.table.rows + 1
		}
		if u.table != nil && rows > int64(len(lines)) {
			t.Errorf("%d rows of %d lines in %q: %v", rows, len(lines), text, u.left)
		}
	})
}
