package i18n

// Qualify is what the report on leads says.
type Qualify struct {
	Title Text

	// The first lines.
	Summary      Text // {leads}, {mqls}, {share}, {out}
	NoLeads      Text
	WrittenTo    Text // {leads}, {file}, {columns}
	FromEncoding Text // {encoding}
	FromWorkbook Text // {file}
	Criteria     Text // {lead}, {mql}, {points}

	// Headings.
	Levels, Level, Here, Share, AtLeast    Text
	Needed, ToDate, Came, Attained         Text
	Rules, Rule, Asks, Points              Text
	Met, Failed, Unknown, Alone            Text
	Outcomes                               Text // {stage}
	RateMet, RateFailed, Lift, Range, Says Text
	Filters, From, Kept, KeptShare         Text
	KeptReached, LostReached, KeptRate     Text // {stage}

	// Words in cells.
	Must         Text // {asks}
	In           Text // a list of texts: {texts}
	NotIn        Text // {texts}
	AtLeastBound Text // {least}
	SinceDay     Text // {least}, a day
	UntilDay     Text // {most}, a day
	AtMostBound  Text // {most}
	Between      Text // {least}, {most}
	Matches      Text // {pattern}
	NotAll       Text // {texts}, {more}
	Times        Text // {times}
	TooFew       Text // {rules}
	LevelNames   map[string]string
	HelpsWords   map[string]string

	// Below the tables.
	KeepsBack     Text // {rules}
	KeepsBackOne  Text // {rule}, {leads}
	Undecided     Text // {leads}
	NeedTooSoon   Text // {leads}, {column}
	NoNeed        Text
	NoOpportunity Text // {keys}
	Known         Text // {known}, {reached}, {stage}, {rate}
	KnownOpen     Text // {open}
	NotLost       Text // {stage}
	NoOutcome     Text // {stage}
	LiftNote      Text // {stage}
	NoHelp        Text // {rules}
	Harms         Text // {rules}
	FilterNote    Text // {stage}
	AloneNote     Text
	WholeFile     Text
	CameNote      Text // {day}
	NotDated      Text // {sources}
	NotInPlan     Text // {levels}
	ShareOfPoints Text // {share}
	SourceNote    Text // {place}, {text}, {hint}
	LeftOut       Text // {source}, {rows}, {reasons}
	LeftOutFor    Text // {reason}, {rows}, {first}
}

func englishQualify() Qualify {
	return Qualify{
		Title: "leads against the ideal client",

		Summary:      "{leads} {leads:lead|leads}: {mqls} {mqls:is an MQL|are MQLs} or better ({share}), {out} {out:is|are} out.",
		NoLeads:      "There are no leads in it: nothing stands below the headings.",
		WrittenTo:    "Written to {file}: every row as it was, with {columns} behind it.",
		FromEncoding: "The file is now in UTF-8; it was in {encoding}.",
		FromWorkbook: "It is CSV with commas: in an Excel that has a decimal comma, open it with Data > From Text/CSV.",
		Criteria:     "Points that can be had: {points}; a lead has {lead} or more, an MQL {mql} or more.",

		Levels: "Levels", Level: "Level", Here: "Leads", Share: "Share", AtLeast: "This or higher",
		Needed: "Plan needs", ToDate: "To date", Came: "Came so far", Attained: "Attained",
		Rules: "Rules", Rule: "Rule", Asks: "Asks for", Points: "Points",
		Met: "Meet it", Failed: "Fail it", Unknown: "Unknown", Alone: "Only this is missing",
		Outcomes: "Which rules find those who reach {stage}",
		RateMet:  "If met", RateFailed: "If failed", Lift: "Lift", Range: "90% range", Says: "Helps",
		Filters: "What a filter would keep", From: "From points", Kept: "Leads kept", KeptShare: "Share",
		KeptReached: "{stage} kept", LostReached: "{stage} lost", KeptRate: "Rate",

		Must: "must: {asks}", In: "{texts}", NotIn: "not {texts}",
		SinceDay: "{least} or later", UntilDay: "{most} or earlier", AtLeastBound: "{least} or more", AtMostBound: "{most} or less", Between: "{least} to {most}", Matches: "has {pattern}",
		NotAll: "{texts} and {more} more", Times: "{times}×",
		LevelNames: map[string]string{
			"out": "Out", "contact": "Contact", "lead": "Lead", "mql": "MQL", "sql": "SQL", "opportunity": "Opportunity",
		},
		HelpsWords: map[string]string{"yes": "yes", "no": "works against", "unclear": "not shown", "too_few": "too few"},

		KeepsBack:     "What alone keeps leads from being MQLs: {rules}.",
		KeepsBackOne:  "{rule} ({leads})",
		Undecided:     "{leads} {leads:lead stays a contact|leads stay contacts} because nobody knows whether what must be holds: it has to be found out first.",
		NeedTooSoon:   "Sales has confirmed the need of {leads} {leads:lead that is no MQL|leads that are no MQLs}: a reason to look at the rules again.",
		NoNeed:        "Nobody is proposed as SQL: only sales can confirm a need. Name its column under qualification, for example need: Need confirmed.",
		NoOpportunity: "Nobody is proposed as opportunity: under qualification there is no column for {keys}.",
		Known:         "It is known how {known} {known:lead|leads} ended: {reached} reached {stage} ({rate}).",
		KnownOpen:     "{open} {open:is still open and counts|are still open and count} for no rate.",
		NotLost:       "The file names nobody as lost: whoever has not reached {stage} counts as one who does not, although some are only on their way.",
		NoOutcome:     "The file does not say what became of its leads. With a column for the stage, or for the date of reaching {stage}, the rules and thresholds are measured too.",
		LiftNote:      "Lift: how many times as often those who meet the rule reach {stage} as those who fail it, with the range that holds the truth nine times out of ten. Where nobody knows the field, neither side counts.",
		NoHelp:        "Not shown to help (the range includes 1): {rules}. More leads may tell; until then they could be left out.",
		TooFew:        "Too few leads to say (under ten who meet the rule, or who fail it): {rules}.",
		Harms:         "Work against it (the range is below 1): {rules}. Those who fail them get there more often.",
		FilterNote:    "A filter also throws away some who would have reached {stage}: these are lost. All filters leave out who is out.",
		AloneNote:     "Only this is missing: leads that would be MQLs if they met this one rule as well.",
		CameNote:      "All leads of the file are scored. Against what is due by {day} count those that came in the period up to that day, at this level or higher.",
		NotDated:      "Nothing says when the leads came in: {sources}. All are scored, and what is due so far is not compared; name the column with --column entered=\"HEADER\".",
		WholeFile:     "All leads of the file count, whenever they came; what the plan needs is of its period.",
		NotInPlan:     "The plan has no stage with the id {levels}, so nothing is asked of that level.",
		ShareOfPoints: "{share} of all",
		SourceNote:    "{place}: {text}; {hint}.",
		LeftOut:       "{source}: {rows} {rows:row is no lead and was left as it is|rows are no leads and were left as they are}: {reasons}.",
		LeftOutFor:    "{reason} ({rows}, the first in row {first})",
	}
}

func spanishQualify() Qualify {
	return Qualify{
		Title: "leads frente al cliente ideal",

		Summary:      "{leads} {leads:lead|leads}: {mqls} {mqls:es|son} MQL o más ({share}) y {out} {out:queda|quedan} fuera.",
		NoLeads:      "No hay ningún lead: debajo de los encabezados no hay nada.",
		WrittenTo:    "Escrito en {file}: cada fila como estaba, con {columns} al final.",
		FromEncoding: "El archivo quedó en UTF-8; estaba en {encoding}.",
		FromWorkbook: "Es un CSV con comas: si Excel usa coma decimal, abrirlo con Datos > Desde texto/CSV.",
		Criteria:     "Puntos posibles: {points}; se es lead desde {lead} y MQL desde {mql}.",

		Levels: "Niveles", Level: "Nivel", Here: "Leads", Share: "Parte", AtLeast: "Este o más",
		Needed: "Pide el plan", ToDate: "A la fecha", Came: "Llegaron", Attained: "Logro",
		Rules: "Reglas", Rule: "Regla", Asks: "Pide", Points: "Puntos",
		Met: "Cumplen", Failed: "No cumplen", Unknown: "Sin dato", Alone: "Solo les falta esto",
		Outcomes: "Qué reglas encuentran a quienes llegan a {stage}",
		RateMet:  "Si cumplen", RateFailed: "Si no", Lift: "Efecto", Range: "Rango 90 %", Says: "Ayuda",
		Filters: "Qué dejaría pasar un filtro", From: "Desde puntos", Kept: "Leads que pasan", KeptShare: "Parte",
		KeptReached: "{stage}: pasan", LostReached: "{stage}: se pierden", KeptRate: "Tasa",

		Must: "obligatorio: {asks}", In: "{texts}", NotIn: "no {texts}",
		SinceDay: "{least} o después", UntilDay: "{most} o antes", AtLeastBound: "{least} o más", AtMostBound: "{most} o menos", Between: "de {least} a {most}", Matches: "contiene {pattern}",
		NotAll: "{texts} y {more} más", Times: "{times}×",
		LevelNames: map[string]string{
			"out": "Fuera", "contact": "Contacto", "lead": "Lead", "mql": "MQL", "sql": "SQL", "opportunity": "Oportunidad",
		},
		HelpsWords: map[string]string{"yes": "sí", "no": "en contra", "unclear": "no se ve", "too_few": "muy pocos"},

		KeepsBack:     "Lo único que impide a más leads ser MQL: {rules}.",
		KeepsBackOne:  "{rule} ({leads})",
		Undecided:     "{leads} {leads:lead queda como contacto|leads quedan como contactos} porque falta un dato obligatorio: primero hay que averiguarlo.",
		NeedTooSoon:   "Ventas confirmó la necesidad de {leads} {leads:lead que no es|leads que no son} MQL: un motivo para revisar las reglas.",
		NoNeed:        "A nadie se propone como SQL: solo ventas puede confirmar una necesidad. Nombrar su columna en qualification, por ejemplo need: Necesidad confirmada.",
		NoOpportunity: "A nadie se propone como oportunidad: en qualification falta la columna de {keys}.",
		Known:         "Se sabe cómo {known:terminó|terminaron} {known} {known:lead|leads}: {reached} {reached:llegó|llegaron} a {stage} ({rate}).",
		KnownOpen:     "{open} {open:sigue abierto y no cuenta|siguen abiertos y no cuentan} en ninguna tasa.",
		NotLost:       "El archivo no dice de nadie que se perdió: quien no ha llegado a {stage} cuenta como que no llega, aunque algunos aún están en camino.",
		NoOutcome:     "El archivo no dice qué fue de sus leads. Con una columna de etapa, o con la fecha de llegada a {stage}, también se miden las reglas y los umbrales.",
		LiftNote:      "Efecto: cuántas veces más llegan a {stage} quienes cumplen la regla que quienes no, con el rango que contiene la verdad nueve de cada diez veces. Sin el dato, un lead no cuenta en ningún lado.",
		NoHelp:        "No se ve que ayuden (el rango incluye el 1): {rules}. Con más leads se sabrá; mientras tanto se podrían quitar.",
		TooFew:        "Muy pocos leads para decirlo (menos de diez que la cumplen, o que no): {rules}.",
		Harms:         "Juegan en contra (el rango está por debajo de 1): {rules}. Llegan más quienes no las cumplen.",
		FilterNote:    "Un filtro también descarta a algunos que habrían llegado a {stage}: esos se pierden. Ningún filtro deja pasar a quien queda fuera.",
		AloneNote:     "Solo les falta esto: leads que serían MQL si además cumplieran esta única regla.",
		CameNote:      "Todos los leads del archivo reciben puntaje. Con lo que se debe al {day} se comparan los que llegaron en el período hasta ese día, de este nivel o más.",
		NotDated:      "No se sabe cuándo llegaron los leads: {sources}. Todos reciben puntaje, y no se comparan con lo que se debe a la fecha; nombrar la columna con --column entered=\"ENCABEZADO\".",
		WholeFile:     "Cuentan todos los leads del archivo, sin importar cuándo entraron; lo que pide el plan es de su período.",
		NotInPlan:     "El plan no tiene una etapa con el id {levels}, así que no pide nada de ese nivel.",
		ShareOfPoints: "{share} del total",
		SourceNote:    "{place}: {text}; {hint}.",
		LeftOut:       "{source}: {rows} {rows:fila no es un lead y quedó como estaba|filas no son leads y quedaron como estaban}: {reasons}.",
		LeftOutFor:    "{reason} ({rows}, la primera en la fila {first})",
	}
}
