package i18n

// Allocate is what the report of a split budget says.
type Allocate struct {
	Title Text

	// The first line.
	Better, Kept, Worse Text // {best}, {own}; {more} or {less}
	Clash               Text // {why}

	// Why no split is within the limits.
	ClashVolume, ClashMax, ClashCapacity Text // {funnel}, {least}, {most}, {share} of the budget that this is, {stage}
	ClashBudget, ClashAll                Text // {least}, {most}
	ClashFixed                           Text // what those on the way cost alone: {least}, {most}
	ClashMore                            Text // between two of them

	// Headings.
	Funnel, Own, Best, Share, Entries, OneCosts, OneBrings, Each Text
	Outcome, Spent, Unspent, Clients, Revenue, Profit, Return    Text
	Chance, Change                                               Text
	Limit, At, OneMore, Range                                    Text

	// What bounds the split, and one more unit of it.
	LimitBudget, LimitCapacity, LimitVolume, LimitMin, LimitMax Text // {funnel}, {stage}
	Holds, Endless                                              Text // {units}

	// Below the tables.
	NothingBinds, Short, OverOwn    Text // {funnels}
	BelowOne, Ceiling, Linear, Plan Text // {profit}, {money}
	See                             Text // {command}
}

func englishAllocate() Allocate {
	return Allocate{
		Title:  "the budget over the funnels",
		Better: "The best split is expected to bring {best} of gross profit, {more} more than the plan's own with {own}.",
		Kept:   "The plan's own split is the best: it is expected to bring {own} of gross profit.",
		Worse:  "Within the limits the best split is expected to bring {best} of gross profit, {less} less than the plan's own, which is not within them.",
		Clash:  "No split is within the limits: {why}.",

		ClashVolume:   "{funnel} must get {least}, and its most entries cost {most}, {share} of the budget",
		ClashMax:      "{funnel} must get {least}, and may get {most} at the most",
		ClashCapacity: "{funnel} must get {least}, and people can handle at {stage} what {most} brings, {share} of the budget",
		ClashBudget:   "{funnel} must get {least}, and the budget is {most}",
		ClashAll:      "the least that the funnels must get comes to {least}, and the budget is {most}",
		ClashFixed:    "{funnel}: those who are on the way cost {least} at the stages below, and {most} may be spent",
		ClashMore:     "; ",

		Funnel: "Funnel", Own: "Plan", Best: "Best", Share: "Share", Entries: "Entries", OneCosts: "One costs", OneBrings: "One brings", Each: "For each 1",
		Outcome: "Outcome", Spent: "Spent", Unspent: "Left", Clients: "Clients", Revenue: "Revenue", Profit: "Gross profit", Return: "Return",
		Chance: "Chance of target", Change: "Change",
		Limit: "Limit that binds", At: "At", OneMore: "One more brings", Range: "Holds for",

		LimitBudget: "Budget", LimitCapacity: "{funnel}: capacity of {stage}", LimitVolume: "{funnel}: most entries",
		LimitMin: "{funnel}: least share, a point less", LimitMax: "{funnel}: greatest share, a point more",
		Holds: "{units} more", Endless: "without end",

		NothingBinds: "No limit binds: each funnel gets all that it can take.",
		Short:        "{funnels}: whole entries miss the least share by less than one entry.",
		OverOwn:      "The plan's own split is not within the limits in {funnels}.",
		BelowOne:     "One more of budget brings less than it costs: a part of the budget may be better kept.",
		Ceiling:      "With parts of entries it would be {profit}.",
		Linear:       "Expected numbers, and linear ones: the same unit costs, rates and prices at any volume. A channel that grows usually becomes dearer; --max-volume says how far it may.",
		Plan:         "The plan's own split spends the budget of each funnel at its unit costs, as far as people can handle it.",
		See:          "To see the split run forward: {command}",
	}
}

func spanishAllocate() Allocate {
	return Allocate{
		Title:  "el presupuesto entre los embudos",
		Better: "Con el mejor reparto se esperan {best} de utilidad bruta, {more} más que con el del plan, que trae {own}.",
		Kept:   "El reparto del plan es el mejor: se esperan {own} de utilidad bruta.",
		Worse:  "Dentro de los límites, con el mejor reparto se esperan {best} de utilidad bruta, {less} menos que con el del plan, que no los cumple.",
		Clash:  "Ningún reparto cumple los límites: {why}.",

		ClashVolume:   "{funnel} debe recibir {least}, y su máximo de entradas cuesta {most}, {share} del presupuesto",
		ClashMax:      "{funnel} debe recibir {least}, y puede recibir a lo más {most}",
		ClashCapacity: "{funnel} debe recibir {least}, y en {stage} el equipo alcanza a atender lo que traen {most}, {share} del presupuesto",
		ClashBudget:   "{funnel} debe recibir {least}, y el presupuesto es {most}",
		ClashAll:      "lo mínimo que deben recibir los embudos suma {least}, y el presupuesto es {most}",
		ClashFixed:    "{funnel}: quienes ya están en camino cuestan {least} en las etapas de más abajo, y se pueden gastar {most}",
		ClashMore:     "; ",

		Funnel: "Embudo", Own: "Plan", Best: "Mejor", Share: "Parte", Entries: "Entradas", OneCosts: "Una cuesta", OneBrings: "Una trae", Each: "Por cada 1",
		Outcome: "Resultado", Spent: "Gastado", Unspent: "Queda", Clients: "Clientes", Revenue: "Ingresos", Profit: "Utilidad bruta", Return: "Retorno",
		Chance: "Probabilidad de la meta", Change: "Cambio",
		Limit: "Límite que restringe", At: "Está en", OneMore: "Uno más trae", Range: "Vale para",

		LimitBudget: "Presupuesto", LimitCapacity: "{funnel}: capacidad de {stage}", LimitVolume: "{funnel}: máximo de entradas",
		LimitMin: "{funnel}: parte mínima, un punto menos", LimitMax: "{funnel}: parte máxima, un punto más",
		Holds: "{units} más", Endless: "sin fin",

		NothingBinds: "Ningún límite restringe: cada embudo recibe todo lo que admite.",
		Short:        "{funnels}: en entradas enteras falta menos de una para la parte mínima.",
		OverOwn:      "El reparto del plan no cumple los límites en {funnels}.",
		BelowOne:     "Uno más de presupuesto trae menos de lo que cuesta: quizá convenga guardar una parte.",
		Ceiling:      "Con fracciones de entradas serían {profit}.",
		Linear:       "Son valores esperados, y lineales: los mismos costos unitarios, tasas y precios con cualquier volumen. Un canal que crece suele encarecerse; --max-volume dice hasta dónde puede crecer.",
		Plan:         "El reparto del plan gasta el presupuesto de cada embudo a sus costos unitarios, hasta donde el equipo alcanza a atender.",
		See:          "Para ver el reparto hacia adelante: {command}",
	}
}
