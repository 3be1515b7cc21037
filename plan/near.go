package plan

import (
	"slices"
	"strings"
)

// maxCandidates bounds the words that one is held against: a file can have
// thousands of stages, and as many words that are none.
const maxCandidates = 250

// nearest is the candidate that looks most like a word: what its writer may have
// meant. It is empty without candidates.
func nearest(word string, candidates []string) string {
	best, bestDistance := "", -1
	word = fold(word)
	for _, c := range candidates[:min(len(candidates), maxCandidates)] {
		if distance := editDistance(word, fold(c)); bestDistance < 0 || distance < bestDistance {
			best, bestDistance = c, distance
		}
	}
	return best
}

// Near is the candidate that a word was meant to be, where one looks like it
// closely enough; case and accents aside.
func Near(word string, candidates []string) (want string, ok bool) {
	want = nearest(word, candidates)
	if want == "" || editDistance(fold(word), fold(want)) > max(1, len(want)/3) {
		return "", false
	}
	return want, true
}

// meantKey is the known key that an unknown one stands for: one near to it, or
// the one that it is the Spanish word for.
func meantKey(word string, known []string) (want string, ok bool) {
	if english, ok := inSpanish()[fold(word)]; ok {
		for _, k := range known {
			if k == english {
				return k, true
			}
		}
	}
	return Near(word, known)
}

// meantChoice is the word that an unknown one stands for: one near to it, or the
// one that it is another word for.
func meantChoice(word string, choices []string) (want string, ok bool) {
	if english := otherChoices()[fold(word)]; slices.Contains(choices, english) {
		return english, true
	}
	return Near(word, choices)
}

// otherChoices are words that people write for those that a key takes, most of
// them Spanish, without accents.
func otherChoices() map[string]string {
	return map[string]string{
		"mercadeo": "marketing", "mercadotecnia": "marketing", "mkt": "marketing", "mktg": "marketing",
		"ventas": "sales", "venta": "sales", "comercial": "sales", "vendedores": "sales", "vendedor": "sales",
		"prospeccion": "prospecting", "prospectar": "prospecting", "captacion": "prospecting",
		"convertir": "conversion", "cierre": "conversion", "accion": "action", "reunion": "meeting", "junta": "meeting",
		"si": "yes", "true": "yes", "false": "no",
		"seguimiento": "follow-up", "followup": "follow-up",
		"conocer": "know", "conocimiento": "know", "gustar": "like", "gusto": "like", "agrado": "like",
		"confiar": "trust", "confianza": "trust", "probar": "try", "prueba": "try",
		"comprar": "buy", "compra": "buy", "repetir": "repeat", "recompra": "repeat", "recomprar": "repeat",
		"referir": "refer", "recomendar": "refer", "referidos": "refer",
	}
}

// inSpanish are the Spanish words that people write for keys, without accents.
func inSpanish() map[string]string {
	return map[string]string{
		"nombre": "name", "moneda": "currency", "periodo": "period", "feriados": "holidays", "festivos": "holidays",
		"presupuesto": "budget", "retorno": "target_return", "meta_retorno": "target_return",
		"meta_ingresos": "target_revenue", "meta_clientes": "target_clients", "margen": "gross_margin",
		"margen_bruto": "gross_margin", "ticket": "average_revenue_per_client", "ticket_promedio": "average_revenue_per_client",
		"recompra": "repeat_purchases", "referidos": "referrals", "confianza": "confidence", "etapas": "stages",
		"embudos": "funnels", "definicion": "definition", "responsable": "owner", "dueno": "owner", "sistema": "system",
		"fase": "phase", "tasa": "rate", "conversion": "rate", "recupera": "recovers", "fuente": "source",
		"demora": "lag", "plazo": "lag", "costo": "unit_cost", "costo_unitario": "unit_cost", "coste": "unit_cost",
		"en_curso": "in_progress", "directos": "direct", "capacidad": "capacity", "personas": "people",
		"por_dia": "per_day", "por_semana": "per_week", "dias": "days", "fechas": "dates", "participacion": "share", "parte_minima": "min_share", "parte_maxima": "max_share",
		"escenarios": "scenarios", "actividades": "activities", "cliente_ideal": "ideal_client",
		"calificacion": "qualification", "reales": "actuals", "control": "check", "estacionalidad": "seasonality",
		"columnas": "columns", "valores": "values", "canales": "channels", "orden_de_fecha": "date_order",
		"decimales": "decimal", "codificacion": "encoding", "separador": "delimiter", "hoja": "sheet", "tipo": "kind",
		"fuentes": "sources", "archivos": "sources", "ruta": "path", "archivo": "path", "tabla": "table",
		"consulta": "query", "zona_horaria": "time_zone", "al_dia": "on_track", "previo": "prior", "en_riesgo": "at_risk",
		"actividad": "activities", "fases_no_usadas": "phases_not_used", "fases_sin_uso": "phases_not_used",
		"recordatorios": "reminders", "recordatorio": "reminders", "antes": "before", "contenido": "content",
		"embudo": "funnel", "etapa": "stage", "cada": "every", "cadencia": "every", "desde": "from", "hasta": "until",
		"proposito": "purpose", "objetivo": "purpose", "como": "how", "entrega": "gives", "da": "gives", "aporte": "contribution",
		"aporta": "contribution", "espera": "expects", "hecho": "done", "hecha": "done", "fecha": "date", "resultado": "result",
		"entregado": "delivered", "quien": "owner",
		"campo": "field", "columna": "field", "reglas": "rules", "regla": "rules", "peso": "weight", "puntos": "weight", "obligatorio": "must",
		"obligatoria": "must", "debe": "must", "minimo": "min", "maximo": "max", "por_que": "why", "porque": "why", "descripcion": "description",
		"fuera": "not_in", "excepto": "not_in", "no_en": "not_in", "coincide": "matches", "expresion": "matches",
		"necesidad": "need", "decisor": "decision_maker", "quien_decide": "decision_maker", "significa_si": "means_yes", "significa_no": "means_no",
		"cuando": "when", "si": "when", "hacer": "do", "accion": "do",
		"acuerdo": "sla", "ventas_desde": "sales_from", "leads_de_ventas": "sales_leads", "leads_ventas": "sales_leads",
		"canales_de_ventas": "sales_channels", "canales_ventas": "sales_channels", "tasa_de_ventas": "sales_rate", "tasa_ventas": "sales_rate",
		"intentos": "attempts", "responder_en": "respond_within", "respuesta": "respond_within", "tiempo_de_respuesta": "respond_within",
		"parte_respondida": "respond_share", "llamadas": "calls", "llamadas_por_semana": "calls_per_week", "contactos": "contacts",
		"viajes": "trips", "rol": "role", "funcion": "role", "traspaso": "hand_over", "pase": "hand_over",
		"motivos": "reject_reasons", "razones": "reject_reasons", "motivos_de_rechazo": "reject_reasons", "razones_de_rechazo": "reject_reasons",
		"revision": "review", "perfil_ideal": "ideal_client", "valor": "value",
		"juzgar": "judge", "umbrales": "thresholds", "condiciones": "thresholds",
	}
}

// fold makes words comparable that differ only in case, accents and the way in
// which their parts are joined.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == ' ' {
			return '_'
		}
		return r
	}, strings.ToLower(withoutAccents(s)))
}

// maxCompared bounds the words that are compared, in characters.
const maxCompared = 64

// editDistance is the number of letters to insert, remove, change or swap with
// the next one to get from a to b (optimal string alignment).
func editDistance(a, b string) int {
	x, y := cut([]rune(a)), cut([]rune(b))
	var before, last, row [maxCompared + 1]int // the part up to len(y) is used
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		for j := 1; j <= len(y); j++ {
			change := 1
			if x[i-1] == y[j-1] {
				change = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(y)]
}

// cut bounds the length of a word.
func cut(r []rune) []rune { return r[:min(len(r), maxCompared)] }
