package i18n

// SLA is what the agreement between marketing and sales says.
type SLA struct {
	Title Text

	Summary, SummaryOwn    Text // {leads}, {stage}, {own}, {taken}, {clients}, {revenue}
	SummarySales           Text // {clients}, {revenue}
	SummaryFunnels         Text // {funnels}, {clients}, {revenue}
	FunnelOwn              Text // {funnel}, {leads}, {stage}, {own}, {taken}
	FunnelMarketing        Text // {funnel}, {leads}, {stage}
	FunnelSales            Text // {funnel}, {own}, {taken}
	SummaryNothing         Text
	IdealClient            Text
	Traits, Trait          Text
	Condition, Otherwise   Text
	IsOut, CountsLess      Text
	Definitions            Text
	CountsWhen, Proposed   Text // Proposed: {definition}
	Suggested              map[string]string
	Contribution           Text
	Source, Revenue, Share Text
	Sources                map[string]string
	InAll, PerWeek         Text

	MarketingOwes, SalesOwes Text
	Promise, Value           Text
	Promises                 map[string]Text // {stage}, {next}, {client}, {handed}; by kind of promise
	AveragePlanned           Text            // {promise}, {planned}
	OwnLess                  Text            // {own}, {taken}, {stage}, {leads}, {without}

	ByWeek      Text // {stage}
	Channel     Text
	Week, Dates Text
	LongWeeks   Text

	ByPerson                      Text
	Person, Side                  Text
	Leads, Calls, Contacts, Trips Text
	EachWeek, AllOf               Text // {what}

	Work                    Text
	What, People, Can, Must Text
	Takes, Attempts         Text // Attempts: {attempts}
	AttemptsIn              Text // {attempts}, {weeks}

	Rules                        Text
	RuleHandOver, RuleNoHandOver Text // {rule}; {stage}
	RuleReject, RuleNoReject     Text // {reasons}
	RuleAttempts                 Text // {attempts}
	RuleClock                    Text
	RuleReview, RuleReviewHow    Text // {every}, {how}
	RuleIdeal                    Text // {every}
	ByDefault                    Text // behind a rule that the plan does not state
	Every                        map[string]Text

	Missing, MissingInPlace                  Text
	InStage, InStageOfFunnel, InBlock        Text            // {stage}, {funnel}, {block}
	Terms                                    map[string]Text // {stage}
	SampleRule, SampleReasons, SampleChannel Text            // parts of lines of a plan file
	SampleClient, SampleField                Text

	// What happened.
	Kept, Broken, Undecided, NoneKnown Text // first sentences: {day}, {kept}, {broken}, {first}
	ToDate, Actual, Status             Text
	Statuses                           map[string]string
	OfChannel                          Text // {stage}, {channel}
	OwnOf                              Text // {person}
	Responses                          Text
	Answered, WithinShare, Late, Open  Text
	Mean, Median, Percentile, Handed   Text
	ResponseNote, ByDays               Text // {days}
	UnknownAnswers, AnsweredBefore     Text // {n}
	NoAnswers                          Text
	Rejected, Reason, HowMany          Text
	Agreed, NoReason, NotAgreed        Text
	PersonDone                         Text
	NoOwnerColumn                      Text // of promises by person
	NotInData                          Text

	Signatures          Text
	ForMarketing        Text
	ForSales, SignedDay Text
}

func englishSLA() SLA {
	return SLA{
		Title:           "agreement between marketing and sales",
		Summary:         "Marketing hands over {leads} {leads:lead|leads} in “{stage}”; sales wins {clients} {clients:client|clients}: {revenue} of revenue in all.",
		SummaryOwn:      "Marketing hands over {leads} {leads:lead|leads} in “{stage}”, sales finds {own} in “{taken}” itself and wins {clients} {clients:client|clients}: {revenue} of revenue.",
		SummarySales:    "Sales finds its leads itself and wins {clients} {clients:client|clients}: {revenue} of revenue.",
		SummaryFunnels:  "{funnels} In all, sales wins {clients} {clients:client|clients}: {revenue} of revenue.",
		FunnelOwn:       "{funnel}: marketing hands over {leads} {leads:lead|leads} in “{stage}”, sales finds {own} in “{taken}” itself.",
		FunnelMarketing: "{funnel}: marketing hands over {leads} {leads:lead|leads} in “{stage}”.",
		FunnelSales:     "{funnel}: sales finds {own} {own:lead|leads} in “{taken}” itself.",
		SummaryNothing:  "The target asks nothing of either side: existing clients already bring it.",
		IdealClient:     "Whom we look for",
		Traits:          "The ideal client, and who is out",
		Trait:           "Trait",
		Condition:       "Must say",
		Otherwise:       "Else",
		IsOut:           "is out",
		CountsLess:      "counts less",
		Definitions:     "What the words mean",
		CountsWhen:      "Counts as one when",
		Proposed:        "proposed: {definition}",
		Suggested: map[string]string{
			"contact":       "we have the data of a person or company",
			"lead":          "a contact whose profile fits",
			"prospect":      "has shown interest and wants to go on",
			"mql":           "looks like the ideal client",
			"sql":           "looks like the ideal client, and sales sees a need; only sales can say so",
			"qualification": "need, value seen, budget and who decides are known",
			"meeting":       "one to one, with a qualified client, and held",
			"opportunity":   "wants to buy and can; the decision maker is known",
			"client":        "has bought",
			"handed":        "marketing holds that it looks like the ideal client",
			"taken":         "sales holds that there is a need",
		},
		Contribution: "Where the revenue comes from",
		Source:       "From",
		Revenue:      "Revenue",
		Share:        "Share",
		Sources: map[string]string{
			"marketing": "marketing's leads", "sales": "leads that sales finds itself", "in_progress": "in progress already",
			"direct": "coming in directly", "referrals": "referrals by clients", "existing": "existing clients",
		},
		InAll:   "In all",
		PerWeek: "A week",

		MarketingOwes: "Marketing owes",
		SalesOwes:     "Sales owes",
		Promise:       "Promise",
		Value:         "Promised",
		Promises: map[string]Text{
			"revenue":         "revenue from the leads it finds",
			"leads":           "leads handed over in {stage}",
			"rate":            "rate from {stage} to {next}",
			"average_revenue": "average revenue per client and purchase, at least",
			"entries":         "{stage}",
			"clients":         "{stage}",
			"own_leads":       "of {stage}, found by sales itself",
			"rate_to_client":  "rate from {stage} to {client}, all steps",
			"respond_within":  "first answer to each lead in {stage} within",
			"attempts":        "attempts to reach each lead, at least",
		},
		AveragePlanned: "{promise} (the plan counts on {planned})",
		OwnLess:        "Since sales finds {own} in “{taken}” itself, marketing owes {leads} in “{stage}” instead of {without}.",

		ByWeek:    "{stage} by week and channel",
		Channel:   "Channel",
		Week:      "Week",
		Dates:     "Dates",
		LongWeeks: "What each channel brings in which week is in -o json.",

		ByPerson: "Who promises what",
		Person:   "Person", Side: "Side",
		Leads: "Leads", Calls: "Calls", Contacts: "Contacts", Trips: "Trips",
		EachWeek: "{what} a week", AllOf: "{what} in all",

		Work: "People it takes",
		What: "For", People: "People", Can: "Can do", Must: "Must do", Takes: "It takes",
		Attempts:   "calls: {attempts} for each lead",
		AttemptsIn: "calls: {attempts} for each lead, while leads come in ({weeks} {weeks:week|weeks})",

		Rules:          "Rules",
		RuleHandOver:   "Hand-over: {rule}.",
		RuleNoHandOver: "Hand-over: each lead goes to sales on the day on which it enters “{stage}”.",
		RuleReject:     "Sales may give a lead back, with its reason written down: {reasons}.",
		RuleNoReject:   "Sales may give a lead back, with its reason written down. For which reasons is still to be agreed.",
		RuleAttempts:   "Sales tries to reach each lead {attempts} times before it gives up.",
		RuleClock:      "Hours are calendar hours, nights and weekends included; the clock starts when the lead is handed over.",
		RuleReview:     "Both sides review these numbers {every}, with embudo sla, the plan and the data.",
		RuleReviewHow:  "Both sides review these numbers {every}: {how}.",
		RuleIdeal:      "Both review {every} who the ideal client is: of those who bought, who buys regularly, pays on time and recommends us, and who should no longer be let in.",
		ByDefault:      "(proposed)",
		Every: map[string]Text{
			"day": "every day", "week": "every week", "month": "every month",
			"days": "every {n} days", "weeks": "every {n} weeks", "months": "every {n} months",
		},

		Missing:         "Not agreed yet: to be added at the end of the plan, for example",
		MissingInPlace:  "Not agreed yet: to be added to what the plan has already, for example",
		InStage:         "in the stage {stage}",
		InStageOfFunnel: "in the stage {stage} of the funnel {funnel}",
		InBlock:         "below {block}",
		Terms: map[string]Text{
			"definition":     "when one counts as “{stage}”",
			"hand_over":      "how a lead is handed over",
			"respond_within": "how soon sales answers",
			"attempts":       "how often sales tries to reach a lead",
			"sales_leads":    "how many leads sales finds itself",
			"channels":       "which channel brings how many",
			"reject_reasons": "for which reasons a lead is given back",
			"people":         "who promises what",
			"capacity":       "what people can handle",
			"review":         "when both review the numbers and the ideal client",
			"ideal_client":   "who the ideal client is, and who is out",
		},
		SampleRule:    "the same day, in the CRM, with what they asked for",
		SampleReasons: "no need, no budget, duplicate",
		SampleChannel: "Referrals",
		SampleClient:  "food makers of 20 to 200 people",
		SampleField:   "Employees",

		Kept:      "Kept: of {promises} that the data speak of, {kept} {kept:is|are} kept on {day}, and none is broken.",
		Broken:    "Broken: {broken} of {promises} that the data speak of on {day}, first of all: {first}.",
		Undecided: "Not broken: of {promises} that the data speak of, {kept} {kept:is|are} kept on {day}; of the others chance cannot be ruled out.",
		NoneKnown: "The data do not speak of any promise that is due on {day}.",
		ToDate:    "To date",
		Actual:    "Actual",
		Status:    "Status",
		Statuses:  map[string]string{"kept": "kept", "broken": "broken", "unclear": "may be chance", "not_due": "not due yet", "no_data": "no data"},
		OfChannel: "of {stage}, by {channel}",
		OwnOf:     "own leads of {person}",
		Responses: "How soon leads were answered",
		Answered:  "Answered", WithinShare: "In time", Late: "Late", Open: "Waiting",
		Mean: "Mean", Median: "Median", Percentile: "90th percentile", Handed: "Handed over",
		ResponseNote:   "In calendar hours from the hand-over. Who is still waiting and already late is not in time; median and 90th percentile take those who wait into account, the mean is of those who were answered.",
		ByDays:         "Of {days} of the answers the data give days without times: the same day counts as 0 hours.",
		UnknownAnswers: "{n} went on without a first response in the data: they count neither way.",
		AnsweredBefore: "{n} were answered before they were handed over: they waited for nothing.",
		NoAnswers:      "The data have no column for the first response, so that nobody knows how soon leads were answered; --column first_response=HEADING names one.",
		Rejected:       "Leads given back by sales", Reason: "Reason", HowMany: "Leads",
		Agreed: "Agreed", NoReason: "(no reason given)", NotAgreed: "not agreed",
		PersonDone:    "What each person did",
		NoOwnerColumn: "No column says whose a lead is, so that nobody's own leads are counted; --column owner=HEADING names the one that does.",
		NotInData:     "Calls, contacts, trips and attempts are in no export: they have to be counted elsewhere.",

		Signatures:   "Signed",
		ForMarketing: "For marketing",
		ForSales:     "For sales",
		SignedDay:    "Date",
	}
}

func spanishSLA() SLA {
	return SLA{
		Title:           "acuerdo entre marketing y ventas",
		Summary:         "Marketing entrega {leads} {leads:lead|leads} en «{stage}»; ventas gana {clients} {clients:cliente|clientes}: {revenue} de ingresos en total.",
		SummaryOwn:      "Marketing entrega {leads} {leads:lead|leads} en «{stage}», ventas consigue {own} en «{taken}» por su cuenta y gana {clients} {clients:cliente|clientes}: {revenue} de ingresos.",
		SummarySales:    "Ventas consigue sus leads por su cuenta y gana {clients} {clients:cliente|clientes}: {revenue} de ingresos.",
		SummaryFunnels:  "{funnels} En total, ventas gana {clients} {clients:cliente|clientes}: {revenue} de ingresos.",
		FunnelOwn:       "{funnel}: marketing entrega {leads} {leads:lead|leads} en «{stage}» y ventas consigue {own} en «{taken}» por su cuenta.",
		FunnelMarketing: "{funnel}: marketing entrega {leads} {leads:lead|leads} en «{stage}».",
		FunnelSales:     "{funnel}: ventas consigue {own} {own:lead|leads} en «{taken}» por su cuenta.",
		SummaryNothing:  "La meta no pide nada a ninguna de las partes: ya la traen los clientes actuales.",
		IdealClient:     "A quién buscamos",
		Traits:          "El cliente ideal, y quién queda fuera",
		Trait:           "Rasgo",
		Condition:       "Debe decir",
		Otherwise:       "Si no",
		IsOut:           "queda fuera",
		CountsLess:      "pesa menos",
		Definitions:     "Qué significa cada palabra",
		CountsWhen:      "Cuenta como tal cuando",
		Proposed:        "propuesta: {definition}",
		Suggested: map[string]string{
			"contact":       "tenemos los datos de una persona o empresa",
			"lead":          "un contacto cuyo perfil corresponde",
			"prospect":      "mostró interés y quiere seguir",
			"mql":           "se parece al cliente ideal",
			"sql":           "se parece al cliente ideal y ventas ve una necesidad; solo ventas puede decirlo",
			"qualification": "se conocen la necesidad, el valor que ve, el presupuesto y quién decide",
			"meeting":       "uno a uno, con un cliente calificado, y realizada",
			"opportunity":   "quiere comprar y puede; se sabe quién decide",
			"client":        "compró",
			"handed":        "marketing considera que se parece al cliente ideal",
			"taken":         "ventas considera que hay una necesidad",
		},
		Contribution: "De dónde vienen los ingresos",
		Source:       "De",
		Revenue:      "Ingresos",
		Share:        "Parte",
		Sources: map[string]string{
			"marketing": "los leads de marketing", "sales": "los leads que ventas consigue por su cuenta", "in_progress": "lo que ya está en curso",
			"direct": "los que llegan directamente", "referrals": "los referidos por clientes", "existing": "los clientes actuales",
		},
		InAll:   "En total",
		PerWeek: "Por semana",

		MarketingOwes: "Marketing debe",
		SalesOwes:     "Ventas debe",
		Promise:       "Compromiso",
		Value:         "Acordado",
		Promises: map[string]Text{
			"revenue":         "ingresos de los leads que consigue",
			"leads":           "leads entregados en {stage}",
			"rate":            "tasa de {stage} a {next}",
			"average_revenue": "ingreso promedio por cliente y compra, al menos",
			"entries":         "{stage}",
			"clients":         "{stage}",
			"own_leads":       "de {stage}, lo que ventas consigue por su cuenta",
			"rate_to_client":  "tasa de {stage} a {client}, todos los pasos",
			"respond_within":  "primera respuesta a cada lead en {stage}, antes de",
			"attempts":        "intentos de contactar a cada lead, al menos",
		},
		AveragePlanned: "{promise} (el plan cuenta con {planned})",
		OwnLess:        "Como ventas consigue {own} en «{taken}» por su cuenta, marketing debe {leads} en «{stage}» en vez de {without}.",

		ByWeek:    "{stage} por semana y canal",
		Channel:   "Canal",
		Week:      "Semana",
		Dates:     "Fechas",
		LongWeeks: "Lo que trae cada canal en cada semana está en -o json.",

		ByPerson: "Quién se compromete a qué",
		Person:   "Persona", Side: "De",
		Leads: "Leads", Calls: "Llamadas", Contacts: "Contactos", Trips: "Viajes",
		EachWeek: "{what} por semana", AllOf: "{what} en total",

		Work: "Personas que hacen falta",
		What: "Para", People: "Personas", Can: "Alcanzan a", Must: "Deben hacer", Takes: "Hacen falta",
		Attempts:   "llamadas: {attempts} por cada lead",
		AttemptsIn: "llamadas: {attempts} por cada lead, mientras llegan leads ({weeks} {weeks:semana|semanas})",

		Rules:          "Reglas",
		RuleHandOver:   "Entrega: {rule}.",
		RuleNoHandOver: "Entrega: cada lead pasa a ventas el día en que entra en «{stage}».",
		RuleReject:     "Ventas puede devolver un lead anotando la razón: {reasons}.",
		RuleNoReject:   "Ventas puede devolver un lead anotando la razón. Falta acordar por qué razones.",
		RuleAttempts:   "Ventas intenta contactar a cada lead {attempts} veces antes de darlo por perdido.",
		RuleClock:      "Las horas son corridas, con noches y fines de semana; el reloj parte cuando se entrega el lead.",
		RuleReview:     "Ambas partes revisan estos números {every}, con embudo sla, el plan y los datos.",
		RuleReviewHow:  "Ambas partes revisan estos números {every}: {how}.",
		RuleIdeal:      "Ambas revisan {every} quién es el cliente ideal: de los que compraron, quiénes compran con regularidad, pagan a tiempo y recomiendan, y a quiénes conviene dejar fuera.",
		ByDefault:      "(propuesta)",
		Every: map[string]Text{
			"day": "cada día", "week": "cada semana", "month": "cada mes",
			"days": "cada {n} días", "weeks": "cada {n} semanas", "months": "cada {n} meses",
		},

		Missing:         "Falta acordar: se agrega al final del plan, por ejemplo",
		MissingInPlace:  "Falta acordar: se agrega a lo que el plan ya tiene, por ejemplo",
		InStage:         "en la etapa {stage}",
		InStageOfFunnel: "en la etapa {stage} del embudo {funnel}",
		InBlock:         "debajo de {block}",
		Terms: map[string]Text{
			"definition":     "cuándo alguien cuenta como «{stage}»",
			"hand_over":      "cómo se entrega un lead",
			"respond_within": "en cuánto tiempo responde ventas",
			"attempts":       "cuántas veces intenta ventas contactar a un lead",
			"sales_leads":    "cuántos leads consigue ventas por su cuenta",
			"channels":       "qué canal trae cuántos",
			"reject_reasons": "por qué razones se devuelve un lead",
			"people":         "quién se compromete a qué",
			"capacity":       "cuánto alcanzan a atender las personas",
			"review":         "cuándo se revisan los números y el cliente ideal",
			"ideal_client":   "quién es el cliente ideal, y quién queda fuera",
		},
		SampleRule:    "el mismo día, en el CRM, con lo que pidió",
		SampleReasons: "sin necesidad, sin presupuesto, duplicado",
		SampleChannel: "Referidos",
		SampleClient:  "fabricantes de alimentos de 20 a 200 personas",
		SampleField:   "Empleados",

		Kept:      "Se cumple: de {promises} compromisos de los que hablan los datos, al {day} {kept:se cumple|se cumplen} {kept}, y ninguno está incumplido.",
		Broken:    "Incumplido: {broken} de {promises} compromisos de los que hablan los datos al {day}, ante todo: {first}.",
		Undecided: "Sin incumplir: de {promises} compromisos de los que hablan los datos, al {day} {kept:se cumple|se cumplen} {kept}; en los demás no se descarta el azar.",
		NoneKnown: "Los datos no hablan de ningún compromiso que venza al {day}.",
		ToDate:    "A la fecha",
		Actual:    "Real",
		Status:    "Estado",
		Statuses:  map[string]string{"kept": "cumplido", "broken": "incumplido", "unclear": "puede ser azar", "not_due": "aún no vence", "no_data": "sin datos"},
		OfChannel: "de {stage}, por {channel}",
		OwnOf:     "leads propios de {person}",
		Responses: "En cuánto tiempo se respondió",
		Answered:  "Respondidos", WithinShare: "A tiempo", Late: "Tarde", Open: "Esperan",
		Mean: "Promedio", Median: "Mediana", Percentile: "Percentil 90", Handed: "Entregados",
		ResponseNote:   "En horas corridas desde la entrega. Quien todavía espera y ya va tarde no cuenta como a tiempo; la mediana y el percentil 90 toman en cuenta a quienes esperan, el promedio es de los respondidos.",
		ByDays:         "En {days} de las respuestas los datos dan días sin hora: el mismo día cuenta como 0 horas.",
		UnknownAnswers: "{n} siguieron adelante sin primera respuesta en los datos: no cuentan ni a favor ni en contra.",
		AnsweredBefore: "{n} recibieron respuesta antes de la entrega: no esperaron nada.",
		NoAnswers:      "Los datos no tienen una columna con la primera respuesta, así que no se sabe en cuánto tiempo se respondió; --column first_response=ENCABEZADO nombra una.",
		Rejected:       "Leads devueltos por ventas", Reason: "Razón", HowMany: "Leads",
		Agreed: "Acordada", NoReason: "(sin razón)", NotAgreed: "no acordada",
		PersonDone:    "Lo que hizo cada persona",
		NoOwnerColumn: "Ninguna columna dice de quién es cada lead, así que no se cuentan los leads propios de nadie; --column owner=ENCABEZADO indica cuál es.",
		NotInData:     "Llamadas, contactos, viajes e intentos no están en ninguna exportación: hay que contarlos en otra parte.",

		Signatures:   "Firmas",
		ForMarketing: "Por marketing",
		ForSales:     "Por ventas",
		SignedDay:    "Fecha",
	}
}

// englishSLAWarnings are by code.
func englishSLAWarnings() map[string]Text {
	return map[string]Text{
		"sides-assumed":         "No stage names its owner: sales is taken to answer from {stage} on. Write owner: marketing or owner: sales at each stage, or sla: sales_from: {id}.",
		"own-leads-above-all":   "Sales is to find {own} leads itself, but only {needed} are needed: marketing owes none.",
		"own-leads-unpromised":  "The people of sales promise {promised} {promised:lead|leads} of their own, but sales is to find {own}.",
		"calls-short":           "While the leads come in, the people of sales can make {promised} {promised:call|calls}, but {attempts} {attempts:attempt|attempts} for each lead are {calls}.",
		"sales-rate-below-plan": "{stage}: with {agreed} agreed, fewer become clients than the {plan} that the plan goes by.",
	}
}

// spanishSLAWarnings are by code.
func spanishSLAWarnings() map[string]Text {
	return map[string]Text{
		"sides-assumed":         "Ninguna etapa dice quién responde por ella: se supone que ventas responde desde {stage}. Conviene escribir owner: marketing u owner: sales en cada etapa, o sla: sales_from: {id}.",
		"own-leads-above-all":   "Ventas debe conseguir {own} leads por su cuenta, pero solo hacen falta {needed}: marketing no debe ninguno.",
		"own-leads-unpromised":  "Las personas de ventas prometen {promised} {promised:lead propio|leads propios}, pero ventas debe conseguir {own}.",
		"calls-short":           "Mientras llegan los leads, las personas de ventas alcanzan a hacer {promised} {promised:llamada|llamadas}, pero {attempts} {attempts:intento|intentos} por cada lead son {calls}.",
		"sales-rate-below-plan": "{stage}: con el {agreed} acordado llegan a ser clientes menos que con el {plan} del plan.",
	}
}
