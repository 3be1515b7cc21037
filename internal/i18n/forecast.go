package i18n

// Forecast is what the report of a forecast says.
type Forecast struct {
	AsOf Text // behind the plan's name: {day}

	// The first line: will we make it, how sure, and what to do.
	Verdicts     [5]Text // from hardly to almost certainly: {answer}
	Answer       Text    // of one funnel: {chance}, {target}, {stage}, {end}, {middle}, {low}, {high}
	AnswerAll    Text    // of several: {chance}, {revenue}, {low}, {high}, {end}
	Done, Lost   Text    // the answer is known: {actual}, {target}, {stage}, {end}
	DoneAll      Text
	DoneAllEarly Text // before the period ends
	LostAll      Text
	NoData       Text
	ToDo         Text // {confidence}, {ways}
	Way, OrWay   Text // {entries}, {stage}
	TooLate      Text // {confidence}
	NothingToDo  Text // {confidence}

	// Headings.
	Target, SoFar, OnTheWay, ToCome    Text
	Middle, Range, Chance, By          Text
	Outcome, Low, Half, High, Planned  Text
	Clients, Revenue, Profit, Return   Text
	Spend                              Text
	Rates, Step, Plan, Happened, Taken Text
	RateRange, Counts                  Text
	Needed, Sure                       Text // {confidence}

	// Words in cells.
	HappenedOf                    Text // {gone}, {came}
	CountsAs                      Text // a plain rate: {observations}
	CountsEvidence, CountsCertain Text

	// Below the tables.
	PacePlan, PaceActual   Text // what is still to come; {other}: the chance with the other pace
	OtherPlan, OtherActual Text // {chance}
	NothingToCome          Text
	Late                   Text // {late}, {stage}, {end}
	LateOf                 Text // of one funnel of several: {funnel}
	Own                    Text // {chance}, {start}, {observations}
	OwnExact               Text // the same where no rate is plain
	ByNote                 Text // {end}
	NeededNote             Text
	Error                  Text // {draws}, {error}
}

func englishForecast() Forecast {
	return Forecast{
		AsOf: "forecast as of {day}",

		Verdicts: [5]Text{
			"Hardly: {answer}", "Probably not: {answer}", "Open: {answer}", "Probably: {answer}", "Almost certainly: {answer}",
		},
		Answer:       "a chance of {chance} to reach {target} × {stage} by {end}; likely {middle}, between {low} and {high}.",
		AnswerAll:    "a chance of {chance} to reach the target by {end}; likely {revenue} of revenue, between {low} and {high}.",
		Done:         "Reached: {actual} × {stage} of the {target} that the plan asks for by {end}.",
		Lost:         "Not reached: {actual} × {stage} of the {target} that the plan asks for by {end}.",
		DoneAllEarly: "Reached: what came in is enough for the plan's target already.",
		DoneAll:      "Reached: the period ended on {end}, and the plan's target is met.",
		LostAll:      "Not reached: the period ended on {end}, and the plan's target is not met.",
		NoData:       "No forecast: the sources do not speak of {stage}, by which the period is judged.",
		ToDo:         "To be {confidence} sure it takes, from now on, {ways}.",
		Way:          "{entries} × {stage}",
		OrWay:        " or ",
		TooLate:      "Nothing that comes in from now on makes it {confidence} sure.",
		NothingToDo:  "What is on its way makes it {confidence} sure.",

		Target: "Target", SoFar: "So far", OnTheWay: "En route", ToCome: "To come",
		Middle: "Likely", Range: "10–90%", Chance: "Chance", By: "By",
		Outcome: "Outcome", Low: "10%", Half: "50%", High: "90%", Planned: "Target",
		Clients: "Clients", Revenue: "Revenue", Profit: "Gross profit", Return: "Return", Spend: "Spend",
		Rates: "The rates it goes by", Step: "Step", Plan: "Plan", Happened: "So far", Taken: "Taken as",
		RateRange: "90% range", Counts: "Plan counts as",
		Needed: "What it takes from now on", Sure: "{confidence} sure",

		HappenedOf:     "{gone} of {came}",
		CountsAs:       "{observations} cases",
		CountsEvidence: "its evidence",
		CountsCertain:  "certain",

		PacePlan:      "Still to come: just what the plan asks for in the days left, without doubt about how many those are.{other}",
		PaceActual:    "Still to come: as many a working day as so far.{other}",
		OtherPlan:     " At the plan's pace the chance is {chance}.",
		OtherActual:   " At the pace so far the chance is {chance}.",
		NothingToCome: "Nobody is still to come from outside: whoever enters now is too late for the period.",
		Late:          "After {end} another {late} × {stage} are expected: too late for this period.",
		LateOf:        "{funnel}: after {end} another {late} × {stage} are expected: too late for this period.",
		Own:           "The plan's own chance is {chance}, with its plain rates taken as exact and no time lost. With a plain rate counted as {observations} cases, and the lags as the plan has them, it was {start} before the first day.",
		OwnExact:      "The plan's own chance is {chance}, with no time lost. With the lags as the plan has them it was {start} before the first day.",
		ByNote:        "Entries count until {end}. “Likely” is the middle: as often more as less; 8 cases in 10 lie within 10–90%.",
		NeededNote:    "Each number is enough by itself: entries of that stage from now on, those who come from the stages above included.",
		Error:         "{draws} draws of the rates; the chance is right to about ±{error}.",
	}
}

func spanishForecast() Forecast {
	return Forecast{
		AsOf: "pronóstico al {day}",

		Verdicts: [5]Text{
			"Difícilmente: {answer}", "Probablemente no: {answer}", "Está abierto: {answer}", "Probablemente sí: {answer}", "Casi seguro: {answer}",
		},
		Answer:       "{chance} de probabilidad de llegar a {target} × {stage} al {end}; se estiman {middle}, entre {low} y {high}.",
		AnswerAll:    "{chance} de probabilidad de alcanzar la meta al {end}; se estiman ingresos de {revenue}, entre {low} y {high}.",
		Done:         "Meta cumplida: {actual} × {stage} de {target} que pide el plan al {end}.",
		Lost:         "Meta no cumplida: {actual} × {stage} de {target} que pide el plan al {end}.",
		DoneAllEarly: "Meta cumplida: lo que entró ya alcanza para la meta del plan.",
		DoneAll:      "Meta cumplida: el período terminó el {end} y el plan alcanzó su meta.",
		LostAll:      "Meta no cumplida: el período terminó el {end} y el plan no alcanzó su meta.",
		NoData:       "Sin pronóstico: las fuentes no hablan de {stage}, por la que se juzga el período.",
		ToDo:         "Para tener una seguridad de {confidence} hacen falta, desde ahora, {ways}.",
		Way:          "{entries} × {stage}",
		OrWay:        " o ",
		TooLate:      "Nada que entre desde ahora da una seguridad de {confidence}.",
		NothingToDo:  "Con lo que está en camino, la seguridad ya llega a {confidence}.",

		Target: "Meta", SoFar: "Van", OnTheWay: "En camino", ToCome: "Por entrar",
		Middle: "Estimado", Range: "10–90 %", Chance: "Probabilidad", By: "Hasta",
		Outcome: "Resultado", Low: "10 %", Half: "50 %", High: "90 %", Planned: "Meta",
		Clients: "Clientes", Revenue: "Ingresos", Profit: "Utilidad bruta", Return: "Retorno", Spend: "Gasto",
		Rates: "Las tasas que se usan", Step: "Paso", Plan: "Plan", Happened: "Hasta ahora", Taken: "Se usa",
		RateRange: "Rango 90 %", Counts: "El plan vale",
		Needed: "Lo que hace falta desde ahora", Sure: "Seguridad {confidence}",

		HappenedOf:     "{gone} de {came}",
		CountsAs:       "{observations} casos",
		CountsEvidence: "su evidencia",
		CountsCertain:  "seguro",

		PacePlan:      "Por entrar: justo lo que el plan pide en los días que quedan, sin dudas sobre cuántos son.{other}",
		PaceActual:    "Por entrar: tantos por día hábil como hasta ahora.{other}",
		OtherPlan:     " Al ritmo del plan la probabilidad es {chance}.",
		OtherActual:   " Al ritmo que se lleva la probabilidad es {chance}.",
		NothingToCome: "Ya no entra nadie más desde fuera: quien entra ahora llega tarde para el período.",
		Late:          "Después del {end} se esperan otros {late} × {stage}: llegan tarde para este período.",
		LateOf:        "{funnel}: después del {end} se esperan otros {late} × {stage}: llegan tarde para este período.",
		Own:           "La probabilidad del propio plan es {chance}, con sus tasas simples tomadas como exactas y sin demoras. Si una tasa simple vale {observations} casos, y con los plazos que indica el plan, antes del primer día era {start}.",
		OwnExact:      "La probabilidad del propio plan es {chance}, sin demoras. Con los plazos que indica el plan, antes del primer día era {start}.",
		ByNote:        "Las entradas cuentan hasta el {end}. «Estimado» es el valor central: más o menos son igual de frecuentes; 8 de cada 10 casos caen en 10–90 %.",
		NeededNote:    "Cada número basta por sí solo: entradas de esa etapa desde ahora, incluidas las que llegan de las etapas anteriores.",
		Error:         "{draws} sorteos de las tasas; la probabilidad tiene un error de ±{error}.",
	}
}

// englishForecastWarnings are by code.
func englishForecastWarnings() map[string]Text {
	return map[string]Text{
		"forecast-of-the-past":   "The period ended on {end}: everything is known, and nothing is left to foresee.",
		"forecast-no-data":       "{stage}: the data do not speak of this stage, by which the period is judged, so there is no forecast.",
		"forecast-stage-unknown": "{stage}: the data do not speak of this stage, so the way past it is taken as one step.",
		"lag-differs":            "{stage}: the plan gives {planned} {planned:day|days} at the most until {next}, but half of those who went on took {actual} or more; the forecast goes by the plan, so correct its lag.",
	}
}

// spanishForecastWarnings are by code.
func spanishForecastWarnings() map[string]Text {
	return map[string]Text{
		"forecast-of-the-past":   "El período terminó el {end}: todo se conoce y no queda nada por pronosticar.",
		"forecast-no-data":       "{stage}: los datos no hablan de esta etapa, por la que se juzga el período, así que no hay pronóstico.",
		"forecast-stage-unknown": "{stage}: los datos no hablan de esta etapa, así que el paso por ella se toma como uno solo.",
		"lag-differs":            "{stage}: el plan da a lo más {planned} {planned:día|días} hasta {next}, pero la mitad de los que pasaron tardó {actual} o más; el pronóstico usa el plan, así que conviene corregir ese plazo.",
	}
}
