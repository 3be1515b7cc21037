package actuals

import (
	"slices"
	"strings"
)

// funnelStages names a funnel of the plan and its stages, the last of which is
// the client.
type funnelStages struct {
	ID, Name string
	Stages   []stageName
}

// stageName is a stage as the plan calls it.
type stageName struct{ ID, Name string }

// usualStages is the funnel that words are understood by where there is no plan.
func usualStages() []funnelStages {
	var f funnelStages
	for id := range strings.SplitSeq("contact lead prospect mql sql meeting opportunity client", " ") {
		f.Stages = append(f.Stages, stageName{ID: id})
	}
	return []funnelStages{f}
}

// stageRef points to a stage. Funnel is empty where the words name no funnel:
// then it is the stage of that ID in every funnel that has one.
type stageRef struct{ Funnel, Stage string }

// outcome is what a stage's name says about a record.
type outcome string

// The outcomes.
const (
	outcomeNone  outcome = ""
	outcomeStage outcome = "stage" // it is at a stage of the plan
	outcomeWon   outcome = "won"
	outcomeLost  outcome = "lost"
	outcomeOpen  outcome = "open"
	outcomeSide  outcome = "side" // it left the path without being lost: no show

	outcomeIgnore outcome = "ignore" // the row is not to be counted: a choice
)

// stageMatch is what a text says about stages.
type stageMatch struct {
	outcome outcome
	stage   stageRef // of outcomeStage and outcomeWon
	certain bool
}

// stageWords knows the stages of a plan by their IDs and names, in the singular
// and plural, and by usual synonyms.
type stageWords struct {
	byName  map[string][]stageRef // folded ID or name; the stage as the plan calls it
	byWord  map[string][]stageRef // folded synonym
	forms   inflections           // of IDs and names
	funnels map[string]string     // ID by folded ID or name
	all     []stageRef
	last    []stageRef // the clients of each funnel
	usual   bool       // there is no plan
}

// stageSynonyms are words for the stages that funnels usually have, in English,
// Spanish and Portuguese. The first is the house's own.
func stageSynonyms() []string {
	return []string{
		"contact, contacts, contacto, contactos, contato, contatos, subscriber, subscribers, suscriptor, suscriptores",
		"lead, leads",
		"prospect, prospects, prospecto, prospectos",
		"mql, mqls, marketing qualified lead, marketing qualified leads, marketing qualified, marketingqualifiedlead, lead calificado por marketing, leads calificados por marketing, calificado por marketing, lead cualificado por marketing, leads cualificados por marketing, lead qualificado pelo marketing, leads qualificados pelo marketing, lead qualificado por marketing",
		"sql, sqls, sales qualified lead, sales qualified leads, sales qualified, salesqualifiedlead, lead calificado por ventas, leads calificados por ventas, calificado por ventas, lead cualificado por ventas, leads cualificados por ventas, lead qualificado por vendas, leads qualificados por vendas",
		"meeting, meetings, meeting held, meetings held, reunion, reuniones, reunion realizada, reuniones realizadas, reuniao, reunioes, reuniao realizada, reunioes realizadas",
		"opportunity, opportunities, opp, opps, oportunidad, oportunidades, oportunidade",
		"proposal, proposals, proposal sent, proposal made, proposal price quote, propuesta, propuestas, propuesta enviada, proposta, propostas, proposta enviada",
		"demo, demos, demonstration, demostracion, demostraciones, demonstracao",
		"trial, trials, prueba, pruebas, teste",
		"negotiation, negotiations, negotiations started, negotiation review, negociacion, negociaciones, negociacao, negociacoes",
		"client, clients, customer, customers, cliente, clientes",
	}
}

// newStageWords knows the words of a plan, or the usual ones where it has no
// funnels.
func newStageWords(funnels []funnelStages) stageWords {
	w := stageWords{byName: map[string][]stageRef{}, byWord: map[string][]stageRef{}, forms: inflections{}, funnels: map[string]string{}}
	if len(funnels) == 0 {
		funnels, w.usual = usualStages(), true
	}
	synonyms := map[string]string{}
	for _, words := range stageSynonyms() {
		for word := range strings.SplitSeq(words, ", ") {
			synonyms[word] = words
		}
	}
	for _, f := range funnels {
		for _, name := range []string{f.ID, f.Name} {
			if name != "" {
				w.funnels[fold(name)] = f.ID
			}
		}
		for _, s := range f.Stages {
			ref := stageRef{f.ID, s.ID}
			w.all = append(w.all, ref)
			w.learn(ref, s, synonyms)
		}
		if n := len(f.Stages); n > 0 {
			w.last = append(w.last, stageRef{f.ID, f.Stages[n-1].ID})
		}
	}
	w.learnClients(synonyms["client"])
	return w
}

// learn adds the words for one stage.
func (w *stageWords) learn(ref stageRef, s stageName, synonyms map[string]string) {
	for _, name := range []string{fold(s.ID), fold(s.Name)} {
		add(w.byName, name, ref)
		w.forms.learn(name, ref)
		for word := range strings.SplitSeq(synonyms[name], ", ") {
			add(w.byWord, word, ref)
		}
	}
}

// learnClients adds the words for clients to the last stages, whatever the plan
// calls them, unless it has another stage for them.
func (w *stageWords) learnClients(words string) {
	for word := range strings.SplitSeq(words, ", ") {
		if len(w.byWord[word]) > 0 {
			return
		}
	}
	for word := range strings.SplitSeq(words, ", ") {
		for _, ref := range w.last {
			add(w.byWord, word, ref)
		}
	}
}

func add(m map[string][]stageRef, word string, ref stageRef) {
	if word == "" {
		return
	}
	for _, known := range m[word] {
		if known == ref {
			return
		}
	}
	m[word] = append(m[word], ref)
}

// called is the stage that a folded word stands for, not ok where it is none or
// where several could be meant.
func (w *stageWords) called(name string) (ref stageRef, ok bool) {
	if refs := w.byName[name]; len(refs) > 0 {
		return sameStage(refs)
	}
	if refs := w.byWord[name]; len(refs) > 0 {
		return sameStage(refs)
	}
	return sameStage(w.forms.of(name))
}

// isForm reports whether a header is about a stage only as the plural or singular
// of its name.
func (w *stageWords) isForm(header string) bool {
	name := fold(withoutUnit(header))
	for _, name := range []string{name, bare(name)} {
		if len(w.byName[name]) > 0 || len(w.byWord[name]) > 0 {
			return false
		}
	}
	return true
}

// sameStage is the stage that all of several have in common: the only one, or
// the one of that ID in any funnel.
func sameStage(refs []stageRef) (ref stageRef, ok bool) {
	switch len(refs) {
	case 0:
		return stageRef{}, false
	case 1:
		return refs[0], true
	}
	for _, r := range refs[1:] {
		if r.Stage != refs[0].Stage {
			return stageRef{}, false
		}
	}
	return stageRef{Stage: refs[0].Stage}, true
}

// match says what the value of a stage column means: a stage that the plan
// names, an outcome, or a stage by a usual word.
func (w *stageWords) match(value string) stageMatch {
	name := fold(value)
	if ref, ok := sameStage(w.byName[name]); ok {
		return stageMatch{outcomeStage, ref, true}
	}
	if m, ok := outcomeNamed(name); ok {
		if m.outcome == outcomeWon {
			m.stage, _ = sameStage(w.last)
		}
		return m
	}
	if ref, ok := w.called(name); ok {
		return stageMatch{outcomeStage, ref, true}
	}
	return stageMatch{}
}

// outcomeNamed is the outcome that a folded value names. "Closed" alone meant won
// in some files and either in others, so it is not certain.
func outcomeNamed(name string) (m stageMatch, ok bool) {
	switch name {
	case "won", "closed won", "closedwon", "deal won", "win", "ganado", "ganada", "cerrado ganado", "cerrada ganada", "cierre ganado",
		"negocio ganado", "trato ganado", "fechado", "fechada", "fechado ganho", "fechado e ganho", "ganho", "ganha", "venda", "vendido",
		"vendida", "venta", "sold":
		return stageMatch{outcome: outcomeWon, certain: true}, true
	case "closed", "closed converted", "cerrado", "cerrada", "concluido", "concluida", "completed", "firmado", "signed", "sale", "converted", "convertido":
		return stageMatch{outcome: outcomeWon}, true
	case "lost", "closed lost", "closedlost", "deal lost", "lost lead", "closed lost to competition", "closed not converted", "perdido", "perdida", "cerrado perdido", "cerrada perdida",
		"cierre perdido", "negocio perdido", "trato perdido", "fechado perdido", "fechado e perdido", "disqualified", "unqualified",
		"not qualified", "junk lead", "descartado", "descartada", "descalificado", "descalificada", "no calificado", "no calificada",
		"desqualificado", "desqualificada", "nao qualificado":
		return stageMatch{outcome: outcomeLost, certain: true}, true
	case "rejected", "rechazado", "rechazada", "rejeitado", "abandoned", "cancelled", "canceled", "cancelado", "cancelada", "dead", "churned":
		return stageMatch{outcome: outcomeLost}, true
	case "open", "open not contacted", "working contacted", "in progress", "abierto", "abierta", "en curso", "en progreso", "en proceso", "aberto", "aberta", "em aberto", "em andamento":
		return stageMatch{outcome: outcomeOpen, certain: true}, true
	case "new", "nuevo", "nueva", "novo", "nova", "active", "activo", "ativo", "pending", "pendiente", "pendente", "working":
		return stageMatch{outcome: outcomeOpen}, true
	case "no show", "noshow", "no asistio", "no se presento", "nao compareceu", "no asiste":
		return stageMatch{outcome: outcomeSide, certain: true}, true
	case "absent", "ausente", "faltou":
		return stageMatch{outcome: outcomeSide}, true
	}
	return stageMatch{}, false
}

// header finds the stage that a header is about: its name, alone or with the
// words for a date or a number around it: "MQL date", "Fecha MQL",
// `Date entered "SQL (Inbound)"`, "Nuevos leads".
func (w *stageWords) header(header string) (ref stageRef, ok bool) {
	if quoted, isQuoted := entered(header); isQuoted {
		return w.inPipeline(quoted)
	}
	name := fold(withoutUnit(strings.TrimPrefix(header, fieldsPrefix)))
	if ref, ok = w.called(name); ok {
		return ref, true
	}
	return w.called(bare(name))
}

// entered is the quoted stage of a header such as `Date entered "Demo (Sales)"`.
// Headers about leaving a stage, or the time spent in it, are not of that kind.
func entered(header string) (quoted string, ok bool) {
	before, rest, found := strings.Cut(header, `"`)
	if !found {
		return "", false
	}
	quoted, _, _ = strings.Cut(rest, `"`)
	switch fold(before) {
	case "date entered", "entered", "fecha de entrada en", "fecha de entrada a", "fecha de ingreso a", "data de entrada em", "data em que entrou em":
		return quoted, true
	}
	return "", true
}

// inPipeline is the stage of a text such as "Demo (Sales)", a stage and its
// pipeline.
func (w *stageWords) inPipeline(text string) (ref stageRef, ok bool) {
	if ref, ok = w.called(fold(text)); ok {
		return ref, true
	}
	name, pipeline, found := cutLast(text, "(")
	if !found {
		return stageRef{}, false
	}
	ref, ok = w.called(fold(name))
	if id, known := w.funnels[fold(pipeline)]; ok && known {
		ref.Funnel = id
	}
	return ref, ok
}

// bare takes the words for a date or a number off a folded header.
func bare(name string) string {
	before := []string{
		"date entered stage", "hs v2 date entered", "hs date entered", "date entered", "entered stage", "entered", "date became a", "became a", "became an", "date of", "date",
		"fecha de entrada en", "fecha de entrada a", "fecha de ingreso a", "fecha en que se convirtio en", "fecha en la que se convirtio en",
		"fecha de", "fecha del", "fecha", "data de entrada em", "data em que se tornou", "data de", "data do", "data da", "data", "dt",
		"number of", "no of", "nro de", "n de", "numero de", "count of", "cantidad de", "quantidade de", "qtd de", "new", "nuevos",
		"nuevas", "novos", "novas",
	}
	after := []string{
		"entry date", "date", "entered at", "entered on", "entered", "at", "on", "timestamp", "datetime", "fecha", "em", "el",
		"count", "nuevos", "nuevas", "novos", "novas",
	}
	for _, word := range before {
		if rest, found := strings.CutPrefix(name, word+" "); found {
			name = rest
			break
		}
	}
	for _, word := range after {
		if rest, found := strings.CutSuffix(name, " "+word); found {
			return rest
		}
	}
	return name
}

// chosen is the stage that a choice names, by its ID or as funnel.stage.
func (w *stageWords) chosen(name string) (ref stageRef, ok bool) {
	var refs []stageRef
	for _, ref := range w.all {
		if ref.Stage == name {
			refs = append(refs, ref)
		}
		if ref.Funnel+"."+ref.Stage == name {
			return ref, true
		}
	}
	return sameStage(refs)
}

// choice is what a choice for a value of the stage column means.
func (w *stageWords) choice(want string) (m stageMatch, ok bool) {
	if ref, ok := w.chosen(want); ok {
		return stageMatch{outcomeStage, ref, true}, true
	}
	switch o := outcome(want); o {
	case outcomeWon:
		ref, _ := sameStage(w.last)
		return stageMatch{o, ref, true}, true
	case outcomeLost, outcomeOpen, outcomeSide, outcomeIgnore:
		return stageMatch{outcome: o, certain: true}, true
	default:
		return stageMatch{}, false
	}
}

// areOutcomes reports whether values say of records that they are open, won or
// lost: nearly all do, and some are not open.
func (w *stageWords) areOutcomes(values map[string]*int64) bool {
	var over, open, others int64
	for value, rows := range values {
		switch w.match(value).outcome {
		case outcomeWon, outcomeLost:
			over += *rows
		case outcomeOpen:
			open += *rows
		default:
			others += *rows
		}
	}
	return over > 0 && others*10 <= over+open
}

// names lists the IDs of the stages, for a sentence.
func (w *stageWords) names() string {
	var names []string
	for _, ref := range w.all {
		if name := ref.Stage; !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}
