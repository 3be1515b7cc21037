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
