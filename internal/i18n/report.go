package i18n

// Report is what holds the parts of a report together.
type Report struct {
	Title Text // {title}

	// Headings of the parts.
	Plan, Assumptions, Schedule, Check, Forecast Text
	Levers, Scenarios, SLA, Calendar, Working    Text

	Known, Lag                    Text // columns of the assumptions
	Fixed, Seen, Between, NoProof Text // how well a rate is known: Seen {seen}, {of}; Between {low}, {high}
	NoRates                       Text // {stage} is the only one
	LeftOut                       Text // title
	NoPeriod, NoSources           Text
	NoActivities                  Text
	NoScenarios, NoSLA            Text
}

func englishReport() Report {
	return Report{
		Title: "{title} · report",
		Plan:  "What it takes", Assumptions: "What that rests on", Schedule: "By when", Check: "Where it stands", Forecast: "Where it will end",
		Levers: "What moves it most", Scenarios: "What if", SLA: "What each side owes the other",
		Calendar: "What is done for it", Working: "How the numbers come about",
		Known: "How well known", Lag: "Lag",
		Fixed: "a number", Seen: "seen: {seen} of {of}", Between: "sure at 90% between {low} and {high}", NoProof: "a guess: no source",
		NoRates:      "{stage} is the only stage, so that there are no rates.",
		LeftOut:      "Left out",
		NoPeriod:     "Schedule, pace, forecast and calendar: the plan has no period. Write for example period: 2027-Q1.",
		NoSources:    "Pace, leaks and forecast: no actual numbers are named. Name an export after the plan, or list sources under actuals in it.",
		NoActivities: "Calendar: the plan has no activities.",
		NoScenarios:  "What if: the plan has no scenarios.",
		NoSLA:        "What each side owes the other: nothing says which stages are whose. Write owner: marketing or owner: sales at them.",
	}
}

func spanishReport() Report {
	return Report{
		Title: "{title} · informe",
		Plan:  "Lo que hace falta", Assumptions: "En qué se basa", Schedule: "Para cuándo", Check: "Cómo va", Forecast: "Dónde terminará",
		Levers: "Lo que más lo mueve", Scenarios: "Y si…", SLA: "Lo que cada lado le debe al otro",
		Calendar: "Lo que se hace para lograrlo", Working: "De dónde salen los números",
		Known: "Qué tan segura es", Lag: "Plazo",
		Fixed: "un número", Seen: "vista: {seen} de {of}", Between: "con 90 % de seguridad entre {low} y {high}", NoProof: "una suposición: sin fuente",
		NoRates:      "{stage} es la única etapa, así que no hay tasas.",
		LeftOut:      "No se incluye",
		NoPeriod:     "Cronograma, ritmo, pronóstico y calendario: el plan no tiene período. Escribir por ejemplo period: 2027-Q1.",
		NoSources:    "Ritmo, fugas y pronóstico: no se nombran números reales. Nombrar un archivo después del plan, o listar fuentes en actuals dentro de él.",
		NoActivities: "Calendario: el plan no tiene actividades.",
		NoScenarios:  "Y si…: el plan no tiene escenarios.",
		NoSLA:        "Lo que cada lado le debe al otro: nada dice de quién es cada etapa. Escribir owner: marketing u owner: sales en ellas.",
	}
}
