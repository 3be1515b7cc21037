package i18n

import "time"

// Portfolio is what the report of a portfolio says.
type Portfolio struct {
	Title       Text // {plans}, {day}
	QuarterName Text // {quarter}, {year}

	// The first line.
	Sum     Text // of one currency: {plans}, {budget}, {profit}, {return}
	Certain Text // {chance}: that they bring it together; {whole}
	Every   Text // {chance}: that every plan meets its target

	// Headings.
	Plan, Period, Budget, Profit, Return, Clients, Chance Text
	InAll                                                 Text // {currency}: the row of sums
	WithoutCurrency                                       Text

	Together, Low, Middle, High, Promised, Whole Text // what plans bring together
	TogetherNote                                 Text
	Expected                                     Text // {expected}, {of}, {low}, {high}
	EveryNote                                    Text // {chance}
	CurrenciesNote                               Text
	AverageNote                                  Text

	People, Owner, Stage, Plans, Week, Needed, Named, Short Text
	AllStages                                               Text
	PeopleNote                                              Text
	ByName, ByNameNote                                      Text

	Clashes, Person, Days, First, Second Text
	MoreDays                             Text // {days}, {more}
	Busy                                 Text // {plan}, {activity}
	MoreClashes                          Text // {more}

	Record, Target, Actual, Attained, Met  Text
	Entries                                Text // {entries}, {stage}
	Yes, No                                Text
	Running, Due, Status, StatusNote       Text
	Money, Planned, Achieved               Text
	Revenue, Spend                         Text
	RecordSum                              Text // {met}, {known}
	Calibrated                             Text // {stated}, {low}, {high}, {p}
	Fits, FitsNot                          Text // {p}
	Interval                               Text // {low}, {high}
	Brier                                  Text // {brier}, {due}
	ChanceNote                             Text
	Bands, Band, Stated, Share, Interval90 Text
}

func englishPortfolio() Portfolio {
	return Portfolio{
		QuarterName: "Q{quarter} {year}",
		Title:       "Portfolio of {plans} {plans:plan|plans} · as of {day}",

		Sum:     "{plans} {plans:plan has|plans have} {budget} and must bring {profit} of gross profit, a return of {return}",
		Certain: "the whole numbers bring {whole}, and the chance that they do so together is {chance}",
		Every:   "The chance that all of them meet their targets is {chance}.",

		Plan: "Plan", Period: "Period", Budget: "Budget", Profit: "Gross profit", Return: "Return", Clients: "Clients", Chance: "Chance",
		InAll: "In all, {currency}", WithoutCurrency: "no currency",

		Together: "What they bring together", Low: "10%", Middle: "50%", High: "90%", Promised: "Target", Whole: "Whole numbers",
		TogetherNote:   "Gross profit that comes of the needed numbers. “Target” is what the plans ask; “Whole numbers” is what they bring with whole clients, which is a little more. “Chance”: that it is no less than with the whole numbers, since what one plan has too much makes up for what another lacks.",
		Expected:       "Of {of} plans {expected} are expected to meet their own targets, in 8 cases of 10 {low} to {high}.",
		EveryNote:      "That every one does has a chance of {chance}.",
		CurrenciesNote: "Money of different currencies is not added.",
		AverageNote:    "Plans are taken as independent: one that goes badly says nothing of the others.",

		People: "People it takes in the busiest week", Owner: "Owner", Stage: "Stage", Plans: "Plans", Week: "Week",
		Needed: "Needed", Named: "Planned", Short: "Weeks short",
		AllStages:  "all stages",
		PeopleNote: "“Needed” are full-time people, from what one can handle in each plan; “Planned” are those that the plans of that week count on, added up: where they are the same people in several plans, there are fewer.",
		ByName:     "By name",
		ByNameNote: "“By name” are those whom the plans of that week name (sla: people), each once; in red where they are fewer than it takes.",

		Clashes: "The same people on the same days", Person: "Person", Days: "Days", First: "Plan and activity", Second: "And",
		MoreDays:    "{days} and {more} more",
		Busy:        "{plan}: {activity}",
		MoreClashes: "And {more} more; -o json lists all.",

		Record: "Track record", Target: "Target", Actual: "Actual", Attained: "Attained", Met: "Met",
		Entries: "{entries} × {stage}",
		Yes:     "yes", No: "no",
		Running: "Still running", Due: "Due", Status: "Status",
		StatusNote: "“Status” is that of embudo check: of the worst stage, not of the last one.",
		Money:      "What the plans that are over brought", Planned: "Planned", Achieved: "Achieved",
		Revenue: "Revenue", Spend: "Spend",
		RecordSum:  "Of {known} {known:plan that is|plans that are} over, {met} met {met:its|their} target.",
		Calibrated: "By the chances that they stated, {stated} were to be expected, in nine cases of ten {low} to {high}.",
		Fits:       "What happened fits these chances: the difference may be mere chance (p = {p}).",
		FitsNot:    "What happened does not fit these chances (p = {p}): the plans were more sure of themselves, or less, than they had reason to be.",
		Interval:   "The true share of plans that are met lies, 90% sure, between {low} and {high}.",
		Brier:      "Brier score {brier}; {due} on average if the chances were right (0 is best).",
		ChanceNote: "A chance says what the needed numbers bring. Where fewer come in at the top than are needed, a plan fails by that, and not by its chance.",
		Bands:      "Stated chances and what became of them", Band: "Chance", Stated: "Stated", Share: "Met", Interval90: "90% range",
	}
}

func spanishPortfolio() Portfolio {
	return Portfolio{
		QuarterName: "T{quarter} {year}",
		Title:       "Cartera de {plans} {plans:plan|planes} · al {day}",

		Sum:     "{plans} {plans:plan tiene|planes tienen} {budget} y {plans:debe|deben} traer {profit} de utilidad bruta, un retorno de {return}",
		Certain: "con los números enteros traen {whole}, y la probabilidad de lograrlo en conjunto es {chance}",
		Every:   "La probabilidad de que todos cumplan sus metas es {chance}.",

		Plan: "Plan", Period: "Período", Budget: "Presupuesto", Profit: "Utilidad bruta", Return: "Retorno", Clients: "Clientes", Chance: "Prob.",
		InAll: "Total, {currency}", WithoutCurrency: "sin moneda",

		Together: "Lo que traen en conjunto", Low: "10 %", Middle: "50 %", High: "90 %", Promised: "Meta", Whole: "Números enteros",
		TogetherNote:   "Utilidad bruta que resulta de los números necesarios. «Meta» es lo que piden los planes; «Números enteros», lo que traen con clientes enteros, que es un poco más. «Prob.»: de que no sea menor que con los números enteros, pues lo que a un plan le sobra compensa lo que a otro le falta.",
		Expected:       "De {of} planes se espera que {expected} cumplan su propia meta; en 8 de cada 10 casos, de {low} a {high}.",
		EveryNote:      "La probabilidad de que la cumplan todos es {chance}.",
		CurrenciesNote: "No se suma dinero de monedas distintas.",
		AverageNote:    "Los planes se toman como independientes: que uno vaya mal no dice nada de los demás.",

		People: "Personas que hacen falta en la semana más cargada", Owner: "Responsable", Stage: "Etapa", Plans: "Planes", Week: "Semana",
		Needed: "Necesarias", Named: "Previstas", Short: "Semanas cortas",
		AllStages:  "todas las etapas",
		PeopleNote: "«Necesarias» son personas a tiempo completo, según lo que una puede atender en cada plan; «Previstas», las que suman los planes de esa semana: si son las mismas personas en varios planes, en realidad hay menos.",
		ByName:     "Con nombre",
		ByNameNote: "«Con nombre» son las que nombran los planes de esa semana (sla: people), cada una una vez; en rojo si son menos de las que hacen falta.",

		Clashes: "Las mismas personas en los mismos días", Person: "Persona", Days: "Días", First: "Plan y actividad", Second: "Y",
		MoreDays:    "{days} y {more} más",
		Busy:        "{plan}: {activity}",
		MoreClashes: "Y {more} más; -o json los muestra todos.",

		Record: "Historial", Target: "Meta", Actual: "Real", Attained: "Avance", Met: "Cumplida",
		Entries: "{entries} × {stage}",
		Yes:     "sí", No: "no",
		Running: "Todavía en curso", Due: "A la fecha", Status: "Estado",
		StatusNote: "«Estado» es el de embudo check: el de la peor etapa, no el de la última.",
		Money:      "Lo que trajeron los planes terminados", Planned: "Planificado", Achieved: "Logrado",
		Revenue: "Ingresos", Spend: "Gasto",
		RecordSum:  "De {known} {known:plan terminado|planes terminados}, {met} {met:cumplió|cumplieron} su meta.",
		Calibrated: "Según las probabilidades que anunciaban, eran de esperar {stated}; en nueve de cada diez casos, de {low} a {high}.",
		Fits:       "Lo que pasó concuerda con esas probabilidades: la diferencia puede ser mera casualidad (p = {p}).",
		FitsNot:    "Lo que pasó no concuerda con esas probabilidades (p = {p}): los planes estaban más seguros de sí mismos, o menos, de lo que correspondía.",
		Interval:   "La verdadera proporción de planes que se cumplen está, con 90 % de seguridad, entre {low} y {high}.",
		Brier:      "Puntaje de Brier: {brier}; en promedio sería {due} si las probabilidades fueran acertadas (0 es lo mejor).",
		ChanceNote: "La probabilidad dice qué resulta de los números necesarios. Si arriba entran menos de los necesarios, el plan falla por eso, y no por su probabilidad.",
		Bands:      "Probabilidades anunciadas y lo que pasó", Band: "Probabilidad", Stated: "Anunciada", Share: "Cumplidos", Interval90: "Rango 90 %",
	}
}

// englishPortfolioWarnings are by code.
func englishPortfolioWarnings() map[string]Text {
	return map[string]Text{
		"portfolio-undated":         "{plans} of {all} {all:plan has|plans have} no period: {plans:it is|they are} neither in the weeks of people nor in the track record.",
		"portfolio-without-actuals": "{plans} of {all} {all:plan|plans} {plans:has|have} begun and {plans:names|name} no source of actual numbers (actuals: sources): nothing is known of what {plans:it|they} achieved.",
		"portfolio-data-end":        "{plan}: the data end on {ends}, before the plan does; whether its target was met is not known.",
		"portfolio-stage-unknown":   "{plan}: the data do not speak of the stage that the plan is judged by.",
		"portfolio-chance-unknown":  "{plans} of {all} {all:plan has|plans have} no chance of {plans:its|their} own, since the numbers are too large: {plans:it is|they are} left out of what is said of chances.",
		"portfolio-many-clashes":    "There are more clashes than the {max} that are listed.",
	}
}

// spanishPortfolioWarnings are by code.
func spanishPortfolioWarnings() map[string]Text {
	return map[string]Text{
		"portfolio-undated":         "{plans} de {all} {all:plan|planes} no {plans:tiene|tienen} período: no {plans:entra|entran} ni en las semanas de personas ni en el historial.",
		"portfolio-without-actuals": "{plans} de {all} {all:plan|planes} ya {plans:empezó|empezaron} y no {plans:nombra|nombran} una fuente de números reales (actuals: sources): no se sabe qué {plans:logró|lograron}.",
		"portfolio-data-end":        "{plan}: los datos terminan el {ends}, antes que el plan; no se sabe si cumplió su meta.",
		"portfolio-stage-unknown":   "{plan}: los datos no hablan de la etapa por la que se juzga el plan.",
		"portfolio-chance-unknown":  "{plans} de {all} {all:plan|planes} no {plans:tiene|tienen} probabilidad propia, pues los números son demasiado grandes: {plans:queda|quedan} fuera de lo que se dice de probabilidades.",
		"portfolio-many-clashes":    "Hay más choques que los {max} que se muestran.",
	}
}

// Quarter writes the quarter of a day: Q1 2027, in Spanish T1 2027.
func (l *Language) Quarter(t time.Time) string {
	return l.Portfolio.QuarterName.Fill("quarter", (int(t.Month())+2)/3, "year", t.Year())
}
