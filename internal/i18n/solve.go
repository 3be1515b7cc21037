package i18n

// Solve is what the report of a value that was solved for says.
type Solve struct {
	Title Text

	// The first line: {name}, {value}, {goals}.
	AtLeast, AtMost, Any, None Text
	AsLittle                   Text // in place of AtLeast: nothing is to be paid for
	Within                     Text // of a budget with both ends: {most}
	PlanHas                    Text // behind AtLeast and AtMost: {current}
	And                        Text // between two goals

	// What it means that a plan comes out, behind "so that".
	GoalGiven, GoalSure       Text // {entries}, {stage}, {confidence}
	GoalCosts, GoalCapacities Text

	// Why no value does.
	Even, High, Low, NoMatter           Text // {best}
	ShortGiven, ShortSure, ShortBeyond  Text // {ask}, {there}, {stage}, {confidence}, {limit}
	ShortCosts, ShortCapacity, Outgrown Text // {budget}

	// Headings.
	Asked, Now, With     Text // With: {value}
	Needed, Then, Change Text
	SureNow, SureThen    Text // {confidence}
	Costs, Handle, Given Text // {stage}
	Of                   Text // {ask}, {there}

	// Below the tables.
	Exact, ExactIs, Between, BestIs Text // {exact}; {best}
	UpTo                            Text // {most}
	AsksNothing                     Text // of a budget, below AsLittle
	Uncertain                       Text // {given}
	Chances, TryIt                  Text // {before}, {after}; {command}

	Names    map[string]Text // of the unknowns, by the last part of their paths: {stage}
	InFunnel Text            // {name}, {funnel}
}

func englishSolve() Solve {
	return Solve{
		Title:   "solved for one number",
		AtLeast: "{name}: at least {value}, so that {goals}", AtMost: "{name}: at most {value}, so that {goals}",
		Any: "{name}: with any value {goals}.", None: "{name}: there is no value with which {goals}: {why}.",
		AsLittle: "{name}: as little as {value} is enough, so that {goals}",
		Within:   "{name}: at least {value} and at most {most}, so that {goals}",
		PlanHas:  "; the plan has {current}", And: " and ",

		GoalGiven: "{entries} {stage} are enough", GoalSure: "{entries} {stage} make it {confidence} sure",
		GoalCosts: "the budget pays the unit costs", GoalCapacities: "people can handle what is needed",

		Even: "even with {best}", High: "however high it is", Low: "however low it is", NoMatter: "whatever it is",
		ShortGiven:  "{ask} {stage} are needed, and {there} are given",
		ShortSure:   "it takes {ask} {stage}, and {there} are given",
		ShortBeyond: "it takes more than {limit} {stage}, and {there} are given",
		ShortCosts:  "the unit costs come to {ask}, and the budget is {there}", ShortCapacity: "{ask} {stage} are needed, and people can handle {there}",
		Outgrown: "a larger budget asks for more than it pays; with {budget} the unit costs come to {ask}",

		Asked: "Limit", Now: "Plan", With: "With {value}",
		Needed: "Needed", Then: "With {value}", Change: "Change", SureNow: "{confidence} sure", SureThen: "{confidence} sure, then",
		Costs: "Unit costs", Handle: "{stage}, capacity", Given: "{stage}, given", Of: "{ask}, has {there}",

		Exact: "The exact end is {exact}, rounded here so that it still does.", ExactIs: "That is exact.",
		Between:     "The end is {exact}, narrowed down to 0.000000000001: chances decide, and have no exact end.",
		BestIs:      "The numbers on the right are those with {best}, the best there is.",
		AsksNothing: "So little asks for no entries that cost: existing revenue and those who are on the way bring what it asks for.",
		UpTo:        "The greatest that does is {most}: a larger one asks for more than people can handle.",
		Uncertain:   "The plan is not certain of it: {given}. What was looked for is a fixed number in its place.",
		Chances:     "Chance of the target with exactly the needed numbers: {before} as planned, {after} then.",
		TryIt:       "To see the plan so: {command}",

		Names: map[string]Text{
			"budget": "Budget", "target_return": "Target return", "target_revenue": "Target revenue", "target_clients": "Target clients",
			"average_revenue_per_client": "Average revenue per client", "gross_margin": "Gross margin",
			"repeat_purchases": "Repeat purchases per client", "referrals": "Referrals per client", "existing_revenue": "Existing revenue",
			"rate": "Rate of {stage}", "recovers": "Recovered by follow-up at {stage}", "in_progress": "In progress at {stage}",
			"direct": "Direct entries of {stage}", "unit_cost": "Unit cost of {stage}", "people": "People at {stage}",
		},
		InFunnel: "{funnel}: {name}",
	}
}

func spanishSolve() Solve {
	return Solve{
		Title:   "un número despejado",
		AtLeast: "{name}: al menos {value}, para que {goals}", AtMost: "{name}: a lo más {value}, para que {goals}",
		Any: "{name}: cualquier valor sirve para que {goals}.", None: "{name}: no hay valor con el que {goals}: {why}.",
		AsLittle: "{name}: basta con {value}, por poco que sea, para que {goals}",
		Within:   "{name}: al menos {value} y a lo más {most}, para que {goals}",
		PlanHas:  "; el plan tiene {current}", And: " y ",

		GoalGiven: "{entries} {stage} basten", GoalSure: "{entries} {stage} den una seguridad del {confidence}",
		GoalCosts: "el presupuesto pague los costos unitarios", GoalCapacities: "el equipo alcance a atender lo que hace falta",

		Even: "aun con {best}", High: "por alto que sea", Low: "por bajo que sea", NoMatter: "sea cual sea",
		ShortGiven:  "hacen falta {ask} {stage}, y hay {there}",
		ShortSure:   "se requieren {ask} {stage}, y hay {there}",
		ShortBeyond: "se requieren más de {limit} {stage}, y hay {there}",
		ShortCosts:  "los costos unitarios suman {ask}, y el presupuesto es {there}", ShortCapacity: "hacen falta {ask} {stage}, y el equipo alcanza a atender {there}",
		Outgrown: "un presupuesto mayor pide más de lo que paga; con {budget} los costos unitarios suman {ask}",

		Asked: "Límite", Now: "Plan", With: "Con {value}",
		Needed: "Hacen falta", Then: "Con {value}", Change: "Cambio", SureNow: "Seguridad {confidence}", SureThen: "Seguridad {confidence}, entonces",
		Costs: "Costos unitarios", Handle: "{stage}, capacidad", Given: "{stage}, disponibles", Of: "{ask}, hay {there}",

		Exact: "El límite exacto es {exact}; aquí va redondeado de modo que siga sirviendo.", ExactIs: "El valor es exacto.",
		Between:     "El límite es {exact}, acotado hasta 0,000000000001: lo deciden probabilidades, que no tienen un límite exacto.",
		BestIs:      "Los números de la derecha son los que resultan con {best}, lo mejor que hay.",
		AsksNothing: "Tan poco no pide entradas que cuesten: los ingresos existentes y quienes ya están en camino traen lo que pide.",
		UpTo:        "El mayor que sirve es {most}: uno más grande pide más de lo que el equipo alcanza a atender.",
		Uncertain:   "El plan no lo da por seguro: {given}. Lo que se buscó es un número fijo en su lugar.",
		Chances:     "Probabilidad de alcanzar la meta justo con los números que hacen falta: {before} según el plan, {after} entonces.",
		TryIt:       "Para ver el plan así: {command}",

		Names: map[string]Text{
			"budget": "Presupuesto", "target_return": "Retorno meta", "target_revenue": "Ingresos meta", "target_clients": "Clientes meta",
			"average_revenue_per_client": "Ingreso promedio por cliente", "gross_margin": "Margen bruto",
			"repeat_purchases": "Recompras por cliente", "referrals": "Referidos por cliente", "existing_revenue": "Ingresos existentes",
			"rate": "Tasa de {stage}", "recovers": "Recuperados con seguimiento en {stage}", "in_progress": "En curso en {stage}",
			"direct": "Entradas directas de {stage}", "unit_cost": "Costo unitario de {stage}", "people": "Personas en {stage}",
		},
		InFunnel: "{funnel}: {name}",
	}
}
