package i18n

// Calendar is what the report of a calendar says.
type Calendar struct {
	Title     Text // behind the plan's name
	WeekTitle Text // {week}, {days}

	// The first line.
	Summary     Text // {activities}, {times}, {start}, {end}, {cost}, {budget}, {share}
	WeekSummary Text // {times}, {loads}
	WeekEmpty   Text
	None        Text
	HowTo       Text // in a plan without activities, above lines to copy

	// Headings.
	Day, Week, Who, What, For, Phase, Gives, How Text
	Purpose, Open                                Text
	Loads, WeekLoads, Load, AWeek, InAll, Number Text
	Balance, Activities, Share, Times, Cost      Text
	Funnels, Funnel, Budget, Left                Text
	Supply, Contribution, FromAbove, Missing     Text
	Contents, Content, From                      Text
	Decisions, Decision, Expects                 Text

	// Words in cells.
	Phases         map[string]string
	Kinds          map[string]string
	UsualContent   map[string]string // of reminders
	Reminder       Text              // {stage}, {before}
	FollowUp       Text              // {stage}
	Hours, Days    Text              // {n}
	DoneOn         Text              // heading of the day on which something was done
	NoPhase        Text
	Unused         Text // a phase that the plan does without
	AllFunnels     Text // activities of no single funnel
	NoSystem, Sum  Text
	MovedNote      Text
	LoadNote       Text
	SummaryNoMoney Text // as Summary, of activities that cost nothing

	// Lines of an event in a calendar program.
	FeedsWith                          Text // {stage}, {contribution}
	EventGives, EventHow, EventPurpose Text // {content}
	EventCost, EventExpects            Text // {content}
	EventLoads                         Text // summary of a week's reminders and follow-ups
	EventLoad                          Text // {count}, {load}
	Done                               Text // {day}

	SampleName, SampleGives Text // of a first activity to copy
}

func englishCalendar() Calendar {
	return Calendar{
		Title:       "calendar",
		WeekTitle:   "week {week}, {days}",
		Summary:     "{activities} {activities:activity|activities} on {times} {times:date|dates} from {start} to {end}: {cost} of the budget of {budget} ({share}).",
		WeekSummary: "{times} {times:date|dates} of the calendar in this week, and {loads} {loads:reminder or follow-up|reminders and follow-ups} besides.",
		WeekEmpty:   "Nothing is planned in this week.",
		None:        "The plan has no activities yet.",
		HowTo:       "Write them into the plan file like these, with dates or a cadence; embudo help plan-file has all keys:",

		Day: "Date", Week: "Week", Who: "Who", What: "What", For: "For", Phase: "Phase", Gives: "What the client gets", How: "How",
		Purpose: "Purpose", Open: "Not done yet from earlier weeks",
		Loads: "Every week, besides", WeekLoads: "Besides, in this week", Load: "What", AWeek: "Per week", InAll: "In all", Number: "How many",
		Balance: "Balance of the hourglass", Activities: "Activities", Share: "Share", Times: "Dates", Cost: "Cost",
		Funnels: "Cost by funnel", Funnel: "Funnel", Budget: "Budget", Left: "Left",
		Supply: "What the activities bring", Contribution: "They bring", FromAbove: "From above", Missing: "Missing",
		Contents: "What each system gives the client", Content: "Content", From: "By",
		Decisions: "Decisions", Decision: "Decision", Expects: "Expects",

		Phases: map[string]string{
			"know": "know", "like": "like", "trust": "trust", "try": "try", "buy": "buy", "repeat": "repeat", "refer": "refer",
		},
		Kinds: map[string]string{"action": "action", "meeting": "meeting", "decision": "decision", "reminder": "reminder", "follow_up": "follow-up"},
		UsualContent: map[string]string{
			"success_story": "a success story: how a client like them fared",
			"agenda":        "the agenda: what they take away, what to have ready",
			"directions":    "the place or link, and whom to call",
		},
		Reminder:   "{stage}: reminder {before} before",
		FollowUp:   "{stage}: follow-up of those who did not go on",
		Hours:      "{n} {n:hour|hours}",
		Days:       "{n} {n:day|days}",
		Done:       "Done on {day}",
		DoneOn:     "Done",
		NoPhase:    "(none named)",
		Unused:     "not used",
		AllFunnels: "(no single one)",
		NoSystem:   "(none named)",
		Sum:        "In all",
		MovedNote:  "A date of a cadence that falls on a weekend or holiday moves to the next working day; dates of the plan's own stay where they are.",
		LoadNote:   "Reminders and follow-ups are counted from the meetings and entries that the plan needs in each week.",

		FeedsWith:      "For {stage}: {contribution} expected",
		EventGives:     "The client gets: {content}",
		EventHow:       "How: {content}",
		EventPurpose:   "Purpose: {content}",
		EventCost:      "Cost: {content}",
		EventExpects:   "Expects: {content}",
		EventLoads:     "Reminders and follow-ups of the week",
		EventLoad:      "{count} × {load}",
		SampleName:     "Newsletter",
		SampleGives:    "a checklist for choosing a supplier",
		SummaryNoMoney: "{activities} {activities:activity|activities} on {times} {times:date|dates} from {start} to {end}; none of them has a cost.",
	}
}

func spanishCalendar() Calendar {
	return Calendar{
		Title:       "calendario",
		WeekTitle:   "semana {week}, {days}",
		Summary:     "{activities} {activities:actividad|actividades} en {times} {times:fecha|fechas} del {start} al {end}: {cost} del presupuesto de {budget} ({share}).",
		WeekSummary: "{times} {times:fecha|fechas} del calendario en esta semana, y además {loads} {loads:recordatorio o seguimiento|recordatorios y seguimientos}.",
		WeekEmpty:   "No hay nada planificado en esta semana.",
		None:        "El plan aún no tiene actividades.",
		HowTo:       "Se escriben en el archivo del plan como estas, con fechas o con una cadencia; embudo help plan-file tiene todas las claves:",

		Day: "Fecha", Week: "Semana", Who: "Quién", What: "Qué", For: "Para", Phase: "Fase", Gives: "Qué recibe el cliente", How: "Cómo",
		Purpose: "Propósito", Open: "Pendiente de semanas anteriores",
		Loads: "Además, cada semana", WeekLoads: "Además, en esta semana", Load: "Qué", AWeek: "Por semana", InAll: "En total", Number: "Cuántos",
		Balance: "Equilibrio del reloj de arena", Activities: "Actividades", Share: "Parte", Times: "Fechas", Cost: "Costo",
		Funnels: "Costo por embudo", Funnel: "Embudo", Budget: "Presupuesto", Left: "Queda",
		Supply: "Lo que aportan las actividades", Contribution: "Aportan", FromAbove: "De arriba", Missing: "Falta",
		Contents: "Lo que cada sistema entrega al cliente", Content: "Contenido", From: "Con",
		Decisions: "Decisiones", Decision: "Decisión", Expects: "Espera",

		Phases: map[string]string{
			"know": "conocer", "like": "gustar", "trust": "confiar", "try": "probar", "buy": "comprar", "repeat": "repetir", "refer": "referir",
		},
		Kinds: map[string]string{"action": "acción", "meeting": "reunión", "decision": "decisión", "reminder": "recordatorio", "follow_up": "seguimiento"},
		UsualContent: map[string]string{
			"success_story": "un caso de éxito: cómo le fue a un cliente parecido",
			"agenda":        "la agenda: qué se llevan y qué tener a mano",
			"directions":    "el lugar o enlace, y a quién llamar",
		},
		Reminder:   "{stage}: recordatorio {before} antes",
		FollowUp:   "{stage}: seguimiento de quienes no siguieron",
		Hours:      "{n} {n:hora|horas}",
		Days:       "{n} {n:día|días}",
		Done:       "Hecha el {day}",
		DoneOn:     "Hecho",
		NoPhase:    "(sin fase)",
		Unused:     "no se usa",
		AllFunnels: "(de ninguno en particular)",
		NoSystem:   "(sin sistema)",
		Sum:        "En total",
		MovedNote:  "Una fecha de una cadencia que cae en fin de semana o feriado pasa al día hábil siguiente; las fechas propias del plan quedan donde están.",
		LoadNote:   "Los recordatorios y seguimientos se cuentan según las reuniones y entradas que el plan requiere en cada semana.",

		FeedsWith:      "Para {stage}: se esperan {contribution}",
		EventGives:     "El cliente recibe: {content}",
		EventHow:       "Cómo: {content}",
		EventPurpose:   "Propósito: {content}",
		EventCost:      "Costo: {content}",
		EventExpects:   "Espera: {content}",
		EventLoads:     "Recordatorios y seguimientos de la semana",
		EventLoad:      "{count} × {load}",
		SampleName:     "Boletín",
		SampleGives:    "una lista para elegir proveedor",
		SummaryNoMoney: "{activities} {activities:actividad|actividades} en {times} {times:fecha|fechas} del {start} al {end}; ninguna tiene costo.",
	}
}

// englishCalendarWarnings are by code.
func englishCalendarWarnings() map[string]Text {
	return map[string]Text{
		"phase-without-activities": "Nothing is planned in the phase “{phase}”. If it does not apply, list it under phases_not_used.",
		"phase-crowded":            "{count} of the {of} activities sit in the phase “{phase}”.",
		"meeting-without-content":  "{activity}: it asks for the client's time without giving anything; say under gives what they get from it.",
		"reminder-without-content": "{stage}: the reminder {before} before gives the client nothing; say under content what it brings.",
		"activities-above-budget":  "The activities cost {cost}, {above} more than the budget of {budget}.",
		"contribution-short":       "{stage}: the activities bring {expected} of the {needed} needed; {missing} {missing:is|are} missing.",
		"activity-on-day-off":      "{activity}: {day} is not a working day.",
		"loads-not-by-week":        "Reminders and follow-ups are counted in all and not week by week: that would take more than {max} numbers.",
	}
}

// spanishCalendarWarnings are by code.
func spanishCalendarWarnings() map[string]Text {
	return map[string]Text{
		"phase-without-activities": "No hay nada planificado en la fase «{phase}». Si no corresponde, se anota en phases_not_used.",
		"phase-crowded":            "{count} de las {of} actividades están en la fase «{phase}».",
		"meeting-without-content":  "{activity}: pide tiempo al cliente sin darle nada; conviene decir en gives qué recibe.",
		"reminder-without-content": "{stage}: el recordatorio {before} antes no le da nada al cliente; conviene decir en content qué trae.",
		"activities-above-budget":  "Las actividades cuestan {cost}, {above} más que el presupuesto de {budget}.",
		"contribution-short":       "{stage}: las actividades aportan {expected} de {needed} que hacen falta; {missing:falta|faltan} {missing}.",
		"activity-on-day-off":      "{activity}: el {day} no es día hábil.",
		"loads-not-by-week":        "Los recordatorios y seguimientos se cuentan en total y no semana a semana: serían más de {max} números.",
	}
}
