package i18n

// Spanish is neutral Latin American Spanish, in the impersonal.
func Spanish() *Language {
	return &Language{
		Code: "es",
		Months: [12]string{
			"ene", "feb", "mar", "abr", "may", "jun",
			"jul", "ago", "sept", "oct", "nov", "dic",
		},
		week:     "S",
		weekdays: [7]string{"dom", "lun", "mar", "mié", "jue", "vie", "sáb"},
		numbers:  numbers{decimal: ",", group: ".", percent: noBreakSpace + "%"},
		symbol:   spanishSymbol,

		Words: Words{
			Stage:         "Etapa",
			Owner:         "A cargo",
			System:        "Sistema",
			Rate:          "Tasa",
			Effective:     "Con seguimiento",
			Total:         "Total",
			There:         "Ya están",
			Direct:        "Directos",
			Needed:        "Hacen falta",
			Exact:         "Exacto",
			PerWeek:       "Por semana",
			Window:        "Ventana",
			AllowableCost: "Costo admisible",
			UnitCost:      "Costo unitario",
			Capacity:      "Capacidad",
			CapacityOf:    "{required} de {available}",
			Source:        "Fuente",
			Sure:          "{confidence} seguro",
			Notes:         "Notas",
			LeftOut:       "Sin espacio para: {columns}; una terminal más ancha o -o markdown lo muestra todo.",
			RowsLeftOut:   "{rows:Queda|Quedan} fuera {rows} {rows:fila|filas} más para que la página no pese demasiado; -o csv las trae todas.",
			Contents:      "Contenido",
			SheetFull:     "En una hoja no caben más filas: -o csv las tiene todas.",
			Overview:      "Resumen",
			Notice:        "{notice}.",
			None:          "–",
			Owners:        map[string]string{"marketing": "marketing", "sales": "ventas"},
			Systems: map[string]string{
				"prospecting": "prospección", "conversion": "conversión", "follow-up": "seguimiento",
			},
		},

		Plan: Plan{
			Untitled: "Plan",

			MustBringProfit:      "{budget} deben traer {profit} de utilidad bruta: {ratio} por cada 1",
			MustBringRevenue:     "{budget} deben traer {revenue} de ingresos: {ratio} por cada 1",
			MustWinClients:       "{budget} deben ganar {clients} {clients:cliente|clientes}",
			ExistingBring:        "los clientes actuales traen {existing} de los ingresos",
			NothingNeeded:        "los clientes actuales ya traen {existing} de ingresos: no hace falta nada más",
			TakesClients:         "para eso hay que ganar {clients} {clients:cliente|clientes} ({break_even} para el punto de equilibrio)",
			TakesClientsReferred: "para eso hay que ganar {clients} {clients:cliente|clientes}, {all} con los referidos ({break_even} para el punto de equilibrio)",
			BringsRevenue:        "eso trae {revenue} de ingresos ({break_even} {break_even:cliente|clientes} para el punto de equilibrio)",
			JudgedBy:             "el éxito se mide en {stage}: {total}",
			MeetingsAWeek:        "{stage}: {meetings} ({week} por semana)",
			Meetings:             "{stage}: {meetings}",
			MeetingsWithin:       "{stage}: {meetings} ({days})",

			When:           "Para cuándo",
			Follow:         "{stage}: {rate} pasan de inmediato, {effective} con seguimiento.",
			FunnelTitle:    "{funnel} ({share} de la meta)",
			FunnelChance:   "Probabilidad de que este embudo por sí solo cumpla su parte: {chance}.",
			Chance:         "Probabilidad de alcanzar la meta justo con los números que hacen falta: {chance}.",
			ChanceCertain:  "Nada queda al azar: la meta no requiere entradas nuevas.",
			ChanceUnknown:  "La probabilidad no se puede calcular: los números son demasiado grandes.",
			AverageNote:    "Los números que hacen falta son promedios. Con --confidence 90% la tabla dice además cuánto se requiere para tener un 90 % de seguridad.",
			ConfidenceNote: "Cada número bajo «seguro» alcanza la meta con esa probabilidad por sí solo, contado desde su etapa.",
		},

		Working: Working{
			Title: "De dónde salen los números",

			Budget: Step{
				"Presupuesto", "{lines}",
				"{amounts} = {result}",
			},
			FunnelBudget: Step{
				"Presupuesto del embudo", "parte × presupuesto",
				"{share} × {budget} = {result}",
			},
			GrossProfit: Step{
				"Utilidad bruta por traer", "presupuesto × (1 + retorno meta)",
				"{budget} × (1 + {return}) = {result}",
			},
			GrossProfitExisting: Step{
				"Utilidad bruta por traer", "presupuesto × (1 + retorno meta) − ingresos actuales × margen bruto",
				"{budget} × (1 + {return}) − {existing} × {margin} = {result}",
			},
			RevenueOfProfit: Step{
				"Ingresos por traer", "parte × utilidad bruta / margen bruto",
				"{share} × {profit} / {margin} = {result}",
			},
			RevenueOfTarget: Step{
				"Ingresos por traer", "parte × (ingresos meta − ingresos actuales)",
				"{share} × ({target} − {existing}) = {result}",
			},
			ClientValue: Step{
				"Valor de un cliente", "ingreso promedio por cliente × (1 + recompras)",
				"{average} × (1 + {repeat}) = {result}",
			},
			Clients: Step{
				"Clientes en total", "ingresos por traer / valor de un cliente, redondeado hacia arriba",
				"{revenue} / {value} = {exact} → {result}",
			},
			ClientsOwn: Step{
				"Clientes por ganar", "clientes en total / (1 + referidos), redondeado hacia arriba",
				"{clients} / (1 + {referrals}) = {exact} → {result}",
			},
			ClientsReferred: Step{
				"Clientes con referidos", "clientes por ganar × (1 + referidos), redondeado hacia abajo",
				"{clients} × (1 + {referrals}) = {exact} → {result}",
			},
			ClientsOfTarget: Step{
				"Clientes por ganar", "parte × clientes meta, redondeado hacia arriba",
				"{share} × {target} = {exact} → {result}",
			},
			ClientsNone: Step{
				"Clientes por ganar", "ninguno: no queda nada por traer",
				"{revenue} → {result}",
			},
			Effective: Step{
				"{stage}: tasa con seguimiento", "tasa + (1 − tasa) × recuperados",
				"{rate} + (1 − {rate}) × {recovers} = {result}",
			},
			Total: Step{
				"{stage}: total", "los que hacen falta en {next} / tasa de {stage}, redondeado hacia arriba",
				"{below} / {rate} = {exact} → {result}",
			},
			Needed: Step{
				"{stage}: hacen falta", "total − en curso − directos, al menos 0",
				"{total} − {in_progress} − {direct} → {result}",
			},
			AllowableCost: Step{
				"{stage}: costo admisible de uno", "presupuesto / los que hacen falta, redondeado hacia abajo",
				"{budget} / {needed} → {result}",
			},
			UnitCosts: Step{
				"Lo que cuestan las entradas que hacen falta", "costo unitario × hacen falta de cada etapa, sumados",
				"{terms} = {result} {compare} {budget}",
			},
			RevenueAt: Step{
				"Ingresos con números enteros", "clientes con referidos × valor de un cliente, más ingresos actuales",
				"{terms} = {result}",
			},
			RevenueAtFunnels: Step{
				"Ingresos con números enteros", "en cada embudo, clientes con referidos × valor de un cliente; más ingresos actuales",
				"{terms} = {result}",
			},
			GrossProfitAt: Step{
				"Utilidad bruta con números enteros", "ingresos × margen bruto",
				"{terms} = {result}",
			},
			ReturnAt: Step{
				"Retorno con números enteros", "(utilidad bruta − presupuesto) / presupuesto",
				"({profit} − {budget}) / {budget} = {result}",
			},
			BreakEven: Step{
				"Clientes para el punto de equilibrio", "los mismos pasos con un retorno meta de 0 %",
				"{result}",
			},
			ChanceFixed: Step{
				"Probabilidad", "P(Binomial(entradas arriba, producto de las tasas) ≥ meta en {stage})",
				"P(Binomial({entries}, {rate}) ≥ {target}) = {result}",
			},
			ChanceChain: Step{
				"Probabilidad", "P(entradas en {stage} ≥ su meta), con todos los que están en curso o entran directo y con las tasas inciertas",
				"P({stage} ≥ {target}) = {result}",
			},
			RateSeen: Step{
				"{stage}: tasa incierta", "Beta(los que siguieron + ½, los que no + ½)",
				"{seen} de {of}: Beta({alpha}; {beta})",
			},
			RateRange: Step{
				"{stage}: tasa incierta", "la Beta con estos cuantiles de 5 % y 95 %, planificada con su media",
				"{low} a {high}: Beta({alpha}; {beta}), media {mean}",
			},
			Confidence: Step{
				"{stage}: para un {confidence} de seguridad", "el menor n con una probabilidad P(n) ≥ {confidence}",
				"{chances}",
			},
			Time: spanishWorkingTime(),
		},

		Project: Project{
			Title:     "Lo que traen estos volúmenes",
			Brings:    "{clients:Se espera|Se esperan} {clients} {clients:cliente|clientes} y {revenue} de ingresos, un retorno de {return}.",
			Chance:    "Probabilidad de alcanzar la meta del plan: {chance}.",
			From:      "Se ponen",
			Expected:  "Se esperan",
			Range:     "Rango 90 %",
			Asked:     "Pide el plan",
			Outcome:   "Resultado",
			Clients:   "Clientes",
			Revenue:   "Ingresos",
			Profit:    "Utilidad bruta",
			Return:    "Retorno",
			RangeNote: "En nueve de cada diez casos el resultado queda dentro del rango de 90 %.",
		},

		Validate: Validate{
			Valid:   "{file}: válido",
			Invalid: "{problems} {problems:problema|problemas} en {files} de {all} {all:archivo|archivos}",
			Hint:    "sugerencia: {hint}",
			Stage:   `etapa "{stage}"`,
			Within:  `escenario "{scenario}": {text}`,
		},

		Schema: Schema{
			Key: "Clave", Meaning: "Significado", Example: "Ejemplo", Default: "Si falta",
			Required: "* debe estar. embudo schema -o markdown lista además un ejemplo de cada una y qué vale si falta.",
		},

		Actuals:  spanishActuals(),
		Levers:   spanishLevers(),
		Check:    spanishCheck(),
		Compare:  spanishCompare(),
		Solve:    spanishSolve(),
		Allocate: spanishAllocate(),
		Schedule: spanishSchedule(),
		Calendar: spanishCalendar(),
		SLA:      spanishSLA(),
		Learn:    spanishLearn(),
		Forecast: spanishForecast(),
		Report:   spanishReport(),
		Pictures: spanishPictures(),
		Qualify:  spanishQualify(),
		Workbook: spanishWorkbook(),
		Errors:   spanishErrors(),
		Init:     spanishInit(),
		Wizard:   spanishWizard(),
		Help:     spanishHelp(),

		Portfolio: spanishPortfolio(),

		Warnings: func() map[string]Text {
			return joined(spanishWarnings(), spanishCheckWarnings(), spanishForecastWarnings(), spanishReadWarnings(), spanishCalendarWarnings(), spanishLearnWarnings(), spanishPortfolioWarnings(), spanishSLAWarnings())
		},
		Problems: func() map[string]Problem {
			return joined(problemsSpanish(), activityProblemsSpanish(), scenarioProblemsSpanish(), slaProblemsSpanish())
		},
		Meanings: columnMeaningsSpanish,
		SourceProblems: func() map[string]Problem {
			return joined(sheetProblemsSpanish(), columnProblemsSpanish(), databaseProblemsSpanish(), readProblemsSpanish())
		},
		Keys:     keysSpanish,
		Commands: spanishCommands,
		Flags:    spanishFlags,
		Topics:   spanishTopics,
	}
}

func spanishWarnings() map[string]Text {
	return map[string]Text{
		"volume-above-capacity":    "{stage}: se esperan {expected} y se pueden atender {available}: más abajo llegará menos de lo que se muestra.",
		"capacity-short":           "{stage}: hay que atender {required}, y {people} {people:persona puede|personas pueden} atender {available}; se necesitan {people_needed} {people_needed:persona|personas}, o {days_needed} {days_needed:día hábil|días hábiles}.",
		"capacity-without-days":    "{stage}: hay que atender {required}, pero no hay días hábiles para hacerlo; {people} {people:persona necesitaría|personas necesitarían} {days_needed}.",
		"capacity-not-checked":     "{stage}: hay que atender {required}, pero no se sabe en qué días, así que no se comprobó si las personas alcanzan; conviene darle a la capacidad días propios (days).",
		"cost-above-budget":        "Las entradas que hacen falta cuestan {cost} según sus costos unitarios, más que el presupuesto de {budget}, que alcanza para {clients} de {wanted} {wanted:cliente|clientes}.",
		"cycle-longer-than-period": "De {from} a {to} pasan {days} días, y el período solo tiene {period_days}: la última fecha útil para {from} es el {last_useful}. Para tener resultados desde el primer día, el trabajo debió empezar el {should_start}. Tal como está, toda la meta de {from} vence el {due}.",
		"too-late-for-dates":       "{stage}: para llegar a las fechas fijas de más abajo tendría que entrar a más tardar el {end}, antes de que el período lo permita el {start}; conviene empezar antes o mover las fechas.",
		"dates-too-late":           "{stage}: por las fechas fijas de más arriba nadie llega antes del {start}, y después del {end} es tarde para el período; conviene mover las fechas o alargar el período.",
		"seasonality-all-zero":     "{stage}: según seasonality, ningún día hábil entre {start} y {end} cuenta, así que su meta se reparte por igual entre ellos.",
		"rates-guessed":            "{guesses} de {rates} {rates:tasa|tasas} {guesses:es una suposición: no nombra|son suposiciones: no nombran} su fuente.",
		"few-cases":                "{stage}: la tasa se apoya en pocos casos, {seen} de {of}, y puede estar muy lejos de la real.",
		"range-planned-with-mean":  "{stage}: el rango se planifica con su media, {mean}.",
		"clients-rounded-up":       "Los clientes enteros de cada embudo suman {sum}; se {asked:pidió|pidieron} {asked}.",
		"confidence-out-of-reach":  "{stage}: para tener un {confidence} de seguridad harían falta más de {limit}.",
		"chance-not-computed":      "La probabilidad no se calculó: los números son demasiado grandes.",
	}
}
