package i18n

// Check is what the report of a check says.
type Check struct {
	AsOf Text // behind the plan's name: {day}

	Statuses map[string]string // by status: on_track

	// The first line: how the plan stands, why, and what to do.
	Stale                   Text // before all else: {ends}, {days}, {as_of}
	Stalled                 Text // {stage}, {last}, {days}
	OnTrack, AtRisk, Behind Text // {stage}, {actual}, {target}, {day}, {attainment}, {missing}
	OtherwiseOnTrack        Text // behind by a condition alone
	NothingDue              Text // on track although nothing is due: {stage}, {actual}, {day}
	NotStarted              Text // {day}
	NoData                  Text
	Failed                  Text // {conditions}, {count}
	LeakVolume, LeakRate    Text // {stage}, {from}, {to}, {part}
	ToDo, ToDoTooLate       Text // {stage}, {remaining}, {week}
	CapacityShort           Text // {short}
	ScenarioDue, DueDo      Text // of a scenario: {scenario}, {condition}, {value}; {due}, {do}
	SeeDue                  Text // {command}

	// Headings.
	Due, Actual, Gap, Attainment, Status      Text
	Rates, Step, Planned, Cases, Range, Noise Text
	Leaks, Part, Contribution, Volume, Sum    Text // Leaks: {stage}
	Next, Remaining, Left                     Text
	Money, InAll, Cost, Spend, Revenue        Text
	Return, OpenValue, Coverage               Text
	Systems, Channels, Sides, Channel, Side   Text
	CameIn, Entries, Clients, HowMany         Text
	RatesBy                                   Text // {funnel} where there are several
	Lost, Reason, Share                       Text
	Bonus, Repeat, Referred                   Text
	Conditions, Condition, Value, Met         Text
	Scenarios, Scenario, DueWhen, Holds       Text
	Activities, Activity, ByPhase, ByFunnel   Text
	DoneTimes, Overdue, CostDue, ActualCost   Text
	Unpriced                                  Text // {times}
	ResultDue, Result                         Text
	OverdueTitle, Late, Undelivered, AndMore  Text // AndMore: {more}
	BeforeIt, AfterIt                         Text // a decision

	DecisionStatuses map[string]string // by status: not_held

	// Words in cells.
	Differs, Chance Text // is a rate's difference real, or may it be chance
	Yes, No         Text
	Unknown         Text // a channel or reason that the data do not give
	Boundless       Text
	NotKnown        Text // whether a condition holds
	StepOf          Text // {from}, {to}
	LeftOf          Text // what people can still hold of what remains: {remaining}, {available}
	Implied, Direct Text // parts of the actual entries: {stages}
	PartOf          Text // one of them: {stage}, {count}, {of}
	OwnAmounts      Text // {deals}, {valued}
	NoiseNote       Text
	CountedNote     Text
}

func englishCheck() Check {
	return Check{
		AsOf: "as of {day}",
		Statuses: map[string]string{
			"on_track": "on track", "at_risk": "at risk", "behind": "behind",
			"not_started": "not started", "no_data": "no data",
		},

		Stale:            "The data end on {ends}, {days} {days:day|days} before {as_of}: compared as of {ends}.",
		Stalled:          "Nobody has entered {stage} since {last}, {days} {days:day|days}: it stands still, or its source ends there.",
		OnTrack:          "On track: {stage}, the weakest stage, has {actual} of the {target} due by {day} ({attainment}).",
		AtRisk:           "At risk: {stage} has {actual} of the {target} due by {day} ({attainment}), {missing} too few.",
		Behind:           "Behind: {stage} has {actual} of the {target} due by {day} ({attainment}), {missing} too few.",
		OtherwiseOnTrack: "Otherwise on track: {stage}, the weakest stage, has {actual} of the {target} due by {day} ({attainment}).",
		NothingDue:       "On track: nothing is due by {day} yet, and {stage} has {actual} already.",
		NotStarted:       "Not started: nothing is due by {day} yet.",
		NoData:           "No data: the sources speak of none of the stages that are judged.",
		Failed:           "Behind: {count:a condition is|conditions are} not met: {conditions}.",
		LeakVolume:       "Most of what {stage} lacks is entries of {from}: {part}.",
		LeakRate:         "Most of what {stage} lacks was lost from {from} to {to}: {part}.",
		ToDo:             "Still to do: {remaining} × {stage}, {week} a week.",
		ToDoTooLate:      "Still to do: {remaining} × {stage}, and no working day is left for it.",
		CapacityShort:    "People can hold {short} fewer than that.",
		ScenarioDue:      "Scenario {scenario} is due: {condition} (it is {value})",
		DueDo:            "{due}; then: {do}",
		SeeDue:           "To see it beside the plan: {command}",

		Due: "Due", Actual: "Actual", Gap: "Gap", Attainment: "Attained", Status: "Status",
		Rates: "Real or noise?", Step: "Step", Planned: "Planned", Cases: "Cases", Range: "90% range", Noise: "Difference",
		Leaks: "Where the gap of {stage} comes from", Part: "Part", Contribution: "Of the gap", Volume: "Entries of {stage}", Sum: "Gap of {stage}",
		Next: "What now", Remaining: "Still to do", Left: "Capacity left",
		Money: "Money", InAll: "Plan in all", Cost: "Cost of one", Spend: "Spend", Revenue: "Revenue",
		Return: "Return", OpenValue: "Open in the pipeline", Coverage: "Pipeline coverage",
		Systems: "By system", Channels: "By channel", Sides: "By who brought them", Channel: "Channel", Side: "Brought by",
		CameIn: "Came in below", Entries: "Entries", Clients: "Clients", HowMany: "How many",
		RatesBy: "Rates by channel",
		Lost:    "Why they were lost", Reason: "Reason", Share: "Share",
		Bonus: "Beyond the first purchase", Repeat: "Repeat purchases", Referred: "Referred clients",
		Conditions: "Conditions", Condition: "Condition", Value: "Value", Met: "Met",
		Scenarios: "Scenarios", Scenario: "Scenario", DueWhen: "Due when", Holds: "Holds",
		Activities: "Activities", Activity: "Activity", ByPhase: "Activities by phase", ByFunnel: "Activities by funnel",
		DoneTimes: "Done", Overdue: "Overdue", CostDue: "Cost planned", ActualCost: "Actual cost",
		Unpriced:  "Of {times} that {times:was|were} done with a planned cost, no cost is given: the actual cost is that of the others.",
		ResultDue: "Entries planned", Result: "Actual entries",
		OverdueTitle: "Overdue activities", Late: "Late by", Undelivered: "Promised to clients and not delivered",
		AndMore:  "And {more} more; -o json lists them all.",
		BeforeIt: "Before", AfterIt: "After",
		DecisionStatuses: map[string]string{
			"pending": "not decided yet", "held": "yes", "not_held": "no", "unknown": "not known yet",
		},

		Differs: "real", Chance: "may be chance",
		Yes: "yes", No: "no",
		Unknown:     "(not given)",
		Boundless:   "no bound",
		NotKnown:    "not known yet",
		StepOf:      "{from} → {to}",
		LeftOf:      "{remaining} of {available}",
		Implied:     "Without a day of their own, known only from further down: {stages}.",
		Direct:      "Came in directly, without the stages above: {stages}.",
		PartOf:      "{stage} {count} of {of}",
		OwnAmounts:  "Of the {deals} {deals:deal|deals} open before the client, {valued} {valued:is|are} taken at {valued:its|their} own amount, any other at what a client of the plan brings.",
		NoiseNote:   "“Real” means that chance alone would hardly part the rate so far from the plan (below 5%, all rates of the report together).",
		CountedNote: "Counts do not say who went on: a rate compares entries of one stage with those of the next a lag later, which says little early in a period.",
	}
}

func spanishCheck() Check {
	return Check{
		AsOf: "al {day}",
		Statuses: map[string]string{
			"on_track": "al día", "at_risk": "en riesgo", "behind": "con atraso",
			"not_started": "sin empezar", "no_data": "sin datos",
		},

		Stale:            "Los datos terminan el {ends}, {days} {days:día|días} antes del {as_of}: se compara al {ends}.",
		Stalled:          "Nadie ha entrado en {stage} desde el {last}, hace {days} {days:día|días}: está detenida, o su fuente termina ahí.",
		OnTrack:          "Al día: {stage}, la etapa más débil, lleva {actual} de {target} previstos al {day} ({attainment}).",
		AtRisk:           "En riesgo: {stage} lleva {actual} de {target} previstos al {day} ({attainment}); {missing:falta|faltan} {missing}.",
		Behind:           "Con atraso: {stage} lleva {actual} de {target} previstos al {day} ({attainment}); {missing:falta|faltan} {missing}.",
		OtherwiseOnTrack: "Por lo demás, al día: {stage}, la etapa más débil, lleva {actual} de {target} previstos al {day} ({attainment}).",
		NothingDue:       "Al día: aún no se espera nada al {day}, y {stage} ya lleva {actual}.",
		NotStarted:       "Sin empezar: aún no se espera nada al {day}.",
		NoData:           "Sin datos: las fuentes no hablan de ninguna de las etapas que se juzgan.",
		Failed:           "Con atraso: no se {count:cumple una condición|cumplen condiciones}: {conditions}.",
		LeakVolume:       "La mayor parte de lo que falta en {stage} son entradas de {from}: {part}.",
		LeakRate:         "La mayor parte de lo que falta en {stage} se pierde entre {from} y {to}: {part}.",
		ToDo:             "Por hacer: {remaining} × {stage}, {week} por semana.",
		ToDoTooLate:      "Por hacer: {remaining} × {stage}, y ya no quedan días hábiles.",
		CapacityShort:    "El equipo alcanza para {short} menos.",
		ScenarioDue:      "Toca el escenario {scenario}: {condition} (va en {value})",
		DueDo:            "{due}; entonces: {do}",
		SeeDue:           "Para verlo junto al plan: {command}",

		Due: "Previsto", Actual: "Real", Gap: "Brecha", Attainment: "Avance", Status: "Estado",
		Rates: "¿Real o azar?", Step: "Paso", Planned: "Plan", Cases: "Casos", Range: "Rango 90 %", Noise: "Diferencia",
		Leaks: "De dónde viene la brecha de {stage}", Part: "Parte", Contribution: "De la brecha", Volume: "Entradas de {stage}", Sum: "Brecha de {stage}",
		Next: "Qué hacer ahora", Remaining: "Por hacer", Left: "Capacidad restante",
		Money: "Dinero", InAll: "Plan en total", Cost: "Costo unitario", Spend: "Gasto", Revenue: "Ingresos",
		Return: "Retorno", OpenValue: "Abierto en el embudo", Coverage: "Cobertura del embudo",
		Systems: "Por sistema", Channels: "Por canal", Sides: "Según quién los trajo", Channel: "Canal", Side: "Los trajo",
		CameIn: "Entran más abajo", Entries: "Entradas", Clients: "Clientes", HowMany: "Cuántos",
		RatesBy: "Tasas por canal",
		Lost:    "Por qué se perdieron", Reason: "Motivo", Share: "Parte",
		Bonus: "Más allá de la primera compra", Repeat: "Recompras", Referred: "Clientes referidos",
		Conditions: "Condiciones", Condition: "Condición", Value: "Valor", Met: "Se cumple",
		Scenarios: "Escenarios", Scenario: "Escenario", DueWhen: "Toca cuando", Holds: "Se cumple",
		Activities: "Actividades", Activity: "Actividad", ByPhase: "Actividades por fase", ByFunnel: "Actividades por embudo",
		DoneTimes: "Hechas", Overdue: "Atrasadas", CostDue: "Costo previsto", ActualCost: "Costo real",
		Unpriced:  "De {times} {times:fecha hecha|fechas hechas} con costo previsto no se indica el costo: el costo real es el de las demás.",
		ResultDue: "Entradas previstas", Result: "Entradas reales",
		OverdueTitle: "Actividades atrasadas", Late: "Atraso", Undelivered: "Prometido a clientes y sin entregar",
		AndMore:  "Y {more} más; -o json las lista todas.",
		BeforeIt: "Antes", AfterIt: "Después",
		DecisionStatuses: map[string]string{
			"pending": "aún sin decidir", "held": "sí", "not_held": "no", "unknown": "aún no se sabe",
		},

		Differs: "real", Chance: "puede ser azar",
		Yes: "sí", No: "no",
		Unknown:     "(no consta)",
		Boundless:   "sin límite",
		NotKnown:    "aún no se sabe",
		StepOf:      "{from} → {to}",
		LeftOf:      "{remaining} de {available}",
		Implied:     "Sin fecha propia, se conocen solo por lo que siguió después: {stages}.",
		Direct:      "Entraron directamente, sin pasar por las etapas anteriores: {stages}.",
		PartOf:      "{stage} {count} de {of}",
		OwnAmounts:  "De {deals} {deals:negocio abierto|negocios abiertos} antes del cliente, {valued} {valued:se toma|se toman} con su propio monto; los demás, con lo que trae un cliente del plan.",
		NoiseNote:   "«Real» significa que el azar por sí solo difícilmente alejaría tanto la tasa del plan (menos de 5 %, todas las tasas del informe juntas).",
		CountedNote: "Los conteos no dicen quién siguió: una tasa compara las entradas de una etapa con las de la siguiente tras el plazo, y dice poco a comienzos de un período.",
	}
}

// englishCheckWarnings are by code.
func englishCheckWarnings() map[string]Text {
	return map[string]Text{
		"data-ends-early":       "The data end on {ends}, before {as_of}: everything is compared as of {ends}.",
		"stage-stalled":         "{stage}: nobody has entered since {last} ({days} {days:day|days}), though {due} were due since: it stands still, or its source ends there.",
		"entries-before-period": "{entries} {entries:entry|entries} from before {start} {entries:is|are} left out.",
		"spend-before-period":   "{amount} spent before {start} is left out.",
		"revenue-before-period": "Revenue of {amount} from before {start} is left out.",
		"entries-after-period":  "{entries} {entries:entry|entries} after the last day of {entries:its|their} stage in this plan ({end} at the latest) {entries:is|are} left out.",
		"spend-after-period":    "{amount} spent after {end}, the plan's last day, is left out.",
		"revenue-after-period":  "Revenue of {amount} from after {end}, the plan's last day, is left out.",
		"count-beyond-day":      "The counts of {start} to {end} go beyond {day}: they are taken as what came in until that day.",
		"stage-without-data":    "{stage}: the data do not speak of this stage, so it is not judged.",
		"rate-without-cases":    "{stage}: of nobody who entered at least {days} {days:day|days} ago is the day known, so nobody knows how many go on to {next}.",
		"rate-above-all":        "{stage}: more went on to {next} than had entered by then, so the rate is not known.",
		"rate-without-days":     "{stage}: the counts name no days, so nobody knows how many of those who entered {days} {days:day|days} ago went on to {next}.",
		"threshold-unknown":     "{expression}: its value is not known, so it counts as not met.",
		"margin-blended":        "The funnels differ in gross margin and revenue names no funnel: it is taken at the plan's {margin}.",
	}
}

// spanishCheckWarnings are by code.
func spanishCheckWarnings() map[string]Text {
	return map[string]Text{
		"data-ends-early":       "Los datos terminan el {ends}, antes del {as_of}: todo se compara al {ends}.",
		"stage-stalled":         "{stage}: nadie ha entrado desde el {last} ({days} {days:día|días}), aunque se esperaban {due} más: está detenida, o su fuente termina ahí.",
		"entries-before-period": "Se {entries:dejó|dejaron} fuera {entries} {entries:entrada anterior|entradas anteriores} al {start}.",
		"spend-before-period":   "Se dejó fuera un gasto de {amount} anterior al {start}.",
		"revenue-before-period": "Se dejaron fuera ingresos de {amount} anteriores al {start}.",
		"entries-after-period":  "Se {entries:dejó|dejaron} fuera {entries} {entries:entrada posterior|entradas posteriores} al último día de su etapa en este plan (a más tardar el {end}).",
		"spend-after-period":    "Se dejó fuera un gasto de {amount} posterior al {end}, el último día del plan.",
		"revenue-after-period":  "Se dejaron fuera ingresos de {amount} posteriores al {end}, el último día del plan.",
		"count-beyond-day":      "Los conteos del {start} al {end} pasan del {day}: se toman como lo que entró hasta ese día.",
		"stage-without-data":    "{stage}: los datos no hablan de esta etapa, así que no se juzga.",
		"rate-without-cases":    "{stage}: no consta la fecha de nadie que haya entrado hace {days} {days:día|días} o más, así que no se sabe cuántos pasan a {next}.",
		"rate-above-all":        "{stage}: pasaron a {next} más de los que habían entrado, así que la tasa no se conoce.",
		"rate-without-days":     "{stage}: los conteos no indican días, así que no se sabe cuántos de los que entraron hace {days} {days:día|días} pasaron a {next}.",
		"threshold-unknown":     "{expression}: su valor no se conoce, así que cuenta como no cumplido.",
		"margin-blended":        "Los embudos difieren en margen bruto y los ingresos no indican embudo: se usa el {margin} del plan.",
	}
}
