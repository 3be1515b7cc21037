package plan

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Actuals says where a plan's actual numbers come from, and how all of its
// sources are to be read.
type Actuals struct {
	Reading
	Sources []ActualsSource `yaml:"sources"` // read when none is named on the command line
}

// Reading says what an export means where that is not plain from itself. What
// the file leaves out is empty.
type Reading struct {
	Columns   map[string]string `yaml:"columns"`    // a meaning or the id of a stage → its heading
	Values    map[string]string `yaml:"values"`     // what the stage column says → the id of a stage, or an outcome
	Funnels   map[string]string `yaml:"funnels"`    // what the funnel column says → the id of a funnel
	Channels  map[string]string `yaml:"channels"`   // a spelling of a channel → the channel
	DateOrder string            `yaml:"date_order"` // dmy, mdy or ymd
	Decimal   string            `yaml:"decimal"`    // comma or point
	Encoding  string            `yaml:"encoding"`   // as the file has it; its reader knows which there are
	Delimiter string            `yaml:"delimiter"`  // one of , ; | and the tab character
	Sheet     string            `yaml:"sheet"`      // of a workbook
	Kind      string            `yaml:"kind"`       // records, counts or spend
}

// ActualsSource is one file or database, and what is different about it.
type ActualsSource struct {
	Path     string `yaml:"path"`      // as the file has it: from the plan's folder, or a database without its password
	Table    string `yaml:"table"`     // of a database; it has this or Query
	Query    string `yaml:"query"`     // of a database
	TimeZone string `yaml:"time_zone"` // in which a database's days begin, as in America/Santiago
	Reading
}

// For is how a source is to be read: what is said of all sources, and over it
// what is said of this one.
func (a Actuals) For(s ActualsSource) Reading {
	r := s.Reading
	r.Columns = over(a.Columns, s.Columns)
	r.Values = over(a.Values, s.Values)
	r.Funnels = over(a.Funnels, s.Funnels)
	r.Channels = over(a.Channels, s.Channels)
	r.DateOrder = cmp.Or(s.DateOrder, a.DateOrder)
	r.Decimal = cmp.Or(s.Decimal, a.Decimal)
	r.Encoding = cmp.Or(s.Encoding, a.Encoding)
	r.Delimiter = cmp.Or(s.Delimiter, a.Delimiter)
	r.Sheet = cmp.Or(s.Sheet, a.Sheet)
	r.Kind = cmp.Or(s.Kind, a.Kind)
	return r
}

// over is a new mapping of what all sources say and one says, of which the one
// counts.
func over(all, one map[string]string) map[string]string {
	merged := maps.Clone(all)
	if merged == nil {
		return maps.Clone(one)
	}
	maps.Copy(merged, one)
	return merged
}

// Meanings lists what a column of an export can mean, besides the stages of the
// plan: a column that has a stage's id, or funnel.stage where several funnels have
// that stage, is the date of entering it, or its count. A stage that is called
// like a meaning takes its place.
func Meanings() []string {
	return []string{
		"date", "starts", "ends", "entered", "closed", "won", "lost", "first_response", "stage", "status", "count",
		"funnel", "channel", "campaign", "owner", "id", "amount", "revenue", "spend", "leads", "result_type", "reason", "won_reason",
		"lost_reason", "referred_by", "repeat",
	}
}

// Outcomes lists what a value of the stage column can mean, besides the stages
// of the plan. A stage that is called like an outcome takes its place.
func Outcomes() []string { return []string{"won", "lost", "open", "ignore"} }

// actuals reads the block of the same name.
func (b *block) actuals(name string) Actuals {
	a := b.open(name)
	if a == nil {
		return Actuals{}
	}
	return Actuals{Reading: a.reading(), Sources: a.sources("sources")}
}

// reading reads the keys that all sources and one source have in common.
func (b *block) reading() Reading {
	return Reading{
		Columns:   b.columns("columns"),
		Values:    b.stageValues("values"),
		Funnels:   b.funnelValues("funnels"),
		Channels:  b.pairs("channels").mapping(),
		DateOrder: b.choice("date_order"),
		Decimal:   b.choice("decimal"),
		Encoding:  b.text("encoding"),
		Delimiter: b.delimiter("delimiter"),
		Sheet:     b.text("sheet"),
		Kind:      b.choice("kind"),
	}
}

// columns reads what the columns of an export mean.
func (b *block) columns(name string) map[string]string {
	pairs := b.pairs(name)
	names, meanings := b.d.names, Meanings()
	for _, p := range pairs {
		word := p.key.Value
		switch isMeaning := slices.Contains(meanings, word); {
		case names.known[word] && isMeaning && !names.isWon(word):
			b.d.notice(p.key, "stage-hides-word", "key", p.path, "stage", word)
		case names.haveStage(word), isMeaning, names.unsure, b.d.full():
		case names.haveStage(p.text), slices.Contains(meanings, p.text):
			p.backwards(b.d)
		default:
			want := names.nearestStage(word)
			if want == "" {
				want = nearestMeaning(word, names.behind(meanings))
			}
			b.d.problem(p.key, "unknown-meaning",
				"key", join(b.path, name), "got", word, "want", want, "known", strings.Join(meanings, ", "))
		}
	}
	return pairs.mapping()
}

// nearestMeaning is what somebody meant by a word that is no meaning.
func nearestMeaning(word string, known []string) string {
	meant := map[string]string{
		"fecha": "date", "day": "date", "dia": "date", "entrada": "entered", "creado": "entered", "created": "entered",
		"cierre": "closed", "ganado": "won", "perdido": "lost", "etapa": "stage", "estado": "status", "cantidad": "count",
		"embudo": "funnel", "pipeline": "funnel", "canal": "channel", "fuente": "channel", "origen": "channel",
		"source": "channel", "responsable": "owner", "monto": "amount", "valor": "amount", "value": "amount",
		"ingresos": "revenue", "gasto": "spend", "costo": "spend", "coste": "spend", "cost": "spend",
		"campana": "campaign", "primera_respuesta": "first_response", "motivo": "reason", "exito": "won", "success": "won", "sold": "won", "vendido": "won", "referido_por": "referred_by", "recompra": "repeat",
	}[fold(word)]
	return cmp.Or(meant, nearest(word, known))
}

// nearestOutcome is what somebody meant by a word that is no outcome.
func nearestOutcome(word string, known []string) string {
	meant := map[string]string{
		"success": "won", "successful": "won", "exito": "won", "sold": "won", "sale": "won", "customer": "won", "ganado": "won", "ganada": "won",
		"vendido": "won", "venta": "won", "closed_won": "won", "cerrado_ganado": "won", "yes": "won", "si": "won",
		"fail": "lost", "failed": "lost", "failure": "lost", "fracaso": "lost", "perdido": "lost", "perdida": "lost", "closed_lost": "lost",
		"cerrado_perdido": "lost", "descartado": "lost", "rejected": "lost", "rechazado": "lost",
		"pending": "open", "pendiente": "open", "abierto": "open", "abierta": "open", "in_progress": "open", "en_curso": "open", "new": "open", "nuevo": "open",
		"skip": "ignore", "omit": "ignore", "exclude": "ignore", "none": "ignore", "ignorar": "ignore", "omitir": "ignore", "excluir": "ignore",
	}[fold(word)]
	return cmp.Or(meant, nearest(word, known))
}

// stageValues reads what the values of the stage column mean.
func (b *block) stageValues(name string) map[string]string {
	pairs := b.pairs(name)
	names, outcomes := b.d.names, Outcomes()
	for _, p := range pairs {
		switch isOutcome := slices.Contains(outcomes, p.text); {
		case names.known[p.text] && isOutcome && !names.isWon(p.text):
			b.d.notice(p.value, "stage-hides-word", "key", p.path, "stage", p.text)
		case names.known[p.text], isOutcome, names.unsure, b.d.full():
		case names.known[p.key.Value], slices.Contains(outcomes, p.key.Value):
			p.backwards(b.d)
		default:
			want := nearestOutcome(p.text, names.behind(outcomes))
			b.d.problem(p.value, "unknown-outcome",
				"key", p.path, "got", p.text, "want", want, "known", strings.Join(outcomes, ", "))
		}
	}
	return pairs.mapping()
}

// funnelValues reads what the values of the funnel column mean.
func (b *block) funnelValues(name string) map[string]string {
	pairs := b.pairs(name)
	known := b.d.names.funnels()
	switch {
	case b.d.names.unsure:
		return pairs.mapping()
	case b.has(name) && len(known) == 1:
		b.d.problem(b.keys[name], "one-funnel", "key", join(b.path, name))
		return nil
	}
	for _, p := range pairs {
		switch {
		case slices.Contains(known, p.text), b.d.full():
		case slices.Contains(known, p.key.Value):
			p.backwards(b.d)
		default:
			b.d.problem(p.value, "unknown-funnel", "key", p.path, "got", p.text, "want", nearest(p.text, known))
		}
	}
	return pairs.mapping()
}

// delimiter reads the character between the cells of a file.
func (b *block) delimiter(name string) string {
	n := b.scalar(name)
	switch {
	case n == nil:
		return ""
	case n.Value == "tab" || n.Value == `\t`:
		return "\t"
	case len(n.Value) == 1 && strings.ContainsAny(n.Value, ",;|\t"):
		return n.Value
	}
	b.fault(name, n, bad("unknown-delimiter"))
	return ""
}
