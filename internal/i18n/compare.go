package i18n

// Compare is what the report of plans side by side says.
type Compare struct {
	Title Text

	// The first lines, one a plan that is held against the first.
	Changes  Text // {plan}, {first}, {changes}
	Change   Text // {what}, {value}, {difference}
	Lacking  Text // a value that the first plan has none of, or another currency: {what}, {value}
	NoChange Text // the inputs differ and the results do not: {plan}, {first}
	Same     Text // {plan}, {first}
	Several  Text // {plans}, {first}

	// Headings.
	Overview, Plan                           Text
	Inputs, Key, Difference, Results, Result Text
	Needed, Allowable, Sure, Capacity        Text // Sure: {confidence}
	When, Named                              Text // Named: {funnel}, {title}
	Nameless                                 Text // the one funnel of a plan beside one with several: {plans}
	OfStage                                  Text // {stage}, {what}

	Measures map[string]Text // by measure

	Points    Text // {points}
	Unchanged Text // in place of a difference of 0
	With      Text // a value with its difference: {value}, {difference}
	More      Text // {more} inputs that are not shown

	// Notes.
	OnlyIn      Text // {plans}, {text}
	Scenario    Text // {plan}, {condition}
	ScenarioDo  Text // {plan}, {do}
	Currencies  Text // {plans}, {first}, {currency}
	NoCurrency  Text // in place of a currency
	AverageNote Text
}

func englishCompare() Compare {
	return Compare{
		Title: "side by side",

		Changes:  "{plan} instead of {first}: {changes}.",
		Change:   "{what} {value} ({difference})",
		Lacking:  "{what} {value}",
		NoChange: "{plan} comes to the same numbers as {first}.",
		Same:     "{plan} is the same plan as {first}: nothing differs.",
		Several:  "{plans} plans beside {first}.",

		Overview: "In short", Plan: "Plan",
		Inputs: "What they say differently", Key: "Key", Difference: "Difference", Results: "What they come to", Result: "In all",
		Needed: "Needed", Allowable: "Allowable cost of one", Sure: "Needed to be {confidence} sure", Capacity: "Capacity",
		When: "Last useful day", Named: "{funnel}: {title}", Nameless: "Funnel of {plans}", OfStage: "{stage}: {what}",

		Measures: map[string]Text{
			"budget": "Budget", "target_revenue": "Revenue asked for", "clients": "Clients to win",
			"clients_with_referrals": "With those they refer", "break_even_clients": "Clients to break even",
			"revenue_at_target": "Revenue", "gross_profit_at_target": "Gross profit", "return_at_target": "Return", "chance": "Chance",
			"share": "Share of the target", "needed": "needed", "capacity_available": "can be held", "capacity_required": "must be held",
			"capacity_short": "short by", "people_needed": "people needed",
		},

		Points: "{points} pts", Unchanged: "=", With: "{value} ({difference})",
		More: "{more} more {more:input differs|inputs differ}; -o json has all of them.",

		OnlyIn:      "Only {plans}: {text}",
		Scenario:    "{plan} is due when {condition}.",
		ScenarioDo:  "{plan}: {do}",
		Currencies:  "{plans}: money is not compared with that of {first}, which is in {currency}. Nothing is converted.",
		NoCurrency:  "no currency that it names",
		AverageNote: "The chance is that of reaching the target with exactly the needed numbers, which are averages.",
	}
}

func spanishCompare() Compare {
	return Compare{
		Title: "lado a lado",

		Changes:  "{plan} en lugar de {first}: {changes}.",
		Change:   "{what} {value} ({difference})",
		Lacking:  "{what} {value}",
		NoChange: "{plan} llega a los mismos números que {first}.",
		Same:     "{plan} es el mismo plan que {first}: nada difiere.",
		Several:  "{plans} planes junto a {first}.",

		Overview: "En breve", Plan: "Plan",
		Inputs: "En qué difieren", Key: "Clave", Difference: "Diferencia", Results: "A qué llegan", Result: "En total",
		Needed: "Se necesitan", Allowable: "Costo admisible de uno", Sure: "Se necesitan con {confidence} de seguridad", Capacity: "Capacidad",
		When: "Último día útil", Named: "{funnel}: {title}", Nameless: "Embudo de {plans}", OfStage: "{stage}: {what}",

		Measures: map[string]Text{
			"budget": "Presupuesto", "target_revenue": "Ingresos pedidos", "clients": "Clientes por ganar",
			"clients_with_referrals": "Con los que refieren", "break_even_clients": "Clientes para el punto de equilibrio",
			"revenue_at_target": "Ingresos", "gross_profit_at_target": "Utilidad bruta", "return_at_target": "Retorno", "chance": "Probabilidad",
			"share": "Parte de la meta", "needed": "se necesitan", "capacity_available": "se pueden atender", "capacity_required": "hay que atender",
			"capacity_short": "faltan", "people_needed": "personas necesarias",
		},

		Points: "{points} pts", Unchanged: "=", With: "{value} ({difference})",
		More: "{more} {more:dato más difiere|datos más difieren}; -o json los tiene todos.",

		OnlyIn:      "Solo {plans}: {text}",
		Scenario:    "{plan} toca cuando {condition}.",
		ScenarioDo:  "{plan}: {do}",
		Currencies:  "{plans}: el dinero no se compara con el de {first}, que está en {currency}. Nada se convierte.",
		NoCurrency:  "una moneda que no indica",
		AverageNote: "La probabilidad es la de llegar a la meta con exactamente los números necesarios, que son promedios.",
	}
}
