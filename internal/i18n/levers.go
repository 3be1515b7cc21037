package i18n

// Levers is what the report of what moves a result most says.
type Levers struct {
	Title Text

	// The first line: what to do first, and what to measure first.
	Begin       Text // {lever}, {change}, {from}, {to}, {saved}, {top}, {stage}
	BeginPoints Text // the same with {points} in place of {change}
	Bring       Text // of several funnels: {lever}, {change}, {from}, {to}, {profit}
	BringPoints Text
	None        Text
	LessThanOne Text
	Measure     Text // {lever}, {share}
	MostlyLuck  Text // {share}

	// Names of inputs.
	Step     Text // {from}, {to}
	FollowUp Text // {stage}
	OfFunnel Text // {funnel}, {lever}
	Names    map[string]string
	Entries  Text // at the tops of several funnels

	// Titles.
	Needed, NeededAll     Text // {top}, {stage}, {clients}
	Points                Text // {points}
	Expected, ExpectedAll Text // {top}, {stage}, {clients}, {return}
	Doubt                 Text

	// Headings.
	Input, Now              Text
	More, Less              Text // {change}
	PointsMore, PointsLess  Text // {points}
	Changed                 Text // a number with how far it is from the planned one: {number}, {difference}
	ClientsWith, ReturnWith Text // {change}: one of the four above
	BreakEven               Text
	Rate, RestsOn, Share    Text

	// Rows and cells of the doubt.
	Together, Luck, SeenOf Text // SeenOf: {seen}, {of}
	Range                  Text // {mean}

	// Pictures.
	NeededPicture, PointsPicture Text // {stage}, {change} or {points}
	ReturnPicture                Text
	ReturnPointsPicture          Text
	Alt                          Text // {lever}, {low}, {high}, {base}

	// Below the tables.
	Give, GiveMoney Text // {top}, {stage}, {mean}, {deviation}
	NoDoubt         Text
	Uncertain       Text // no rate is uncertain
	Order, OrderAll Text
	Alike           Text // {change}, {points}
	Unlike          Text // {change}
	Budget          Text
	Limited         Text
	Whole           Text // better, and as many as before
	Impossible      Text // a value that a plan cannot have
	Unset           Text // {inputs}
	NotNeeded       Text
	NeverEnough     Text
	MakesNothing    Text
}

func englishLevers() Levers {
	return Levers{
		Title: "What moves the result most",

		Begin:       "Begin with {lever}: {change} more, {to} instead of {from}, saves {saved} of the {top} × {stage}, and no other input saves more",
		BeginPoints: "Begin with {lever}: {points} {points:point|points} more, {to} instead of {from}, {points:saves|save} {saved} of the {top} × {stage}, and no other share saves more",
		Bring:       "Begin with {lever}: {change} more, {to} instead of {from}, brings {profit} more of gross profit from the same entries, and no other input brings more",
		BringPoints: "Begin with {lever}: {points} {points:point|points} more, {to} instead of {from}, {points:brings|bring} {profit} more of gross profit from the same entries, and no other share brings more",
		None:        "Nothing can be saved: no better input takes fewer new entries at the top",
		LessThanOne: "less than one",
		Measure:     "measure {lever} first: it causes {share} of the doubt",
		MostlyLuck:  "measuring rates better would help little: {share} of the doubt is mere chance",

		Step:     "{from} → {to}",
		FollowUp: "Follow-up at {stage}",
		OfFunnel: "{funnel}: {lever}",
		Names: map[string]string{
			"rate":                       "Rate",
			"recovers":                   "Follow-up (recovers)",
			"average_revenue_per_client": "Average revenue",
			"gross_margin":               "Gross margin",
			"repeat_purchases":           "Repeat purchases",
			"referrals":                  "Referrals",
			"existing_revenue":           "Existing revenue",
			"budget":                     "Budget",
			"target_return":              "Target return",
			"target_revenue":             "Target revenue",
			"target_clients":             "Target clients",
		},
		Entries: "Entries",

		Needed:      "To reach the same target: {stage} needed (as planned {top}, for {clients} {clients:client|clients})",
		NeededAll:   "To reach the same target: entries needed at the tops (as planned {top}, for {clients} {clients:client|clients})",
		Points:      "The same with {points} {points:point|points} more or less",
		Expected:    "With the same {top} × {stage}: what to expect (as planned {clients} {clients:client|clients}, a return of {return})",
		ExpectedAll: "With the same {top} entries: what to expect (as planned {clients} {clients:client|clients}, a return of {return})",
		Doubt:       "What to measure better: where the doubt comes from",

		Input:       "Input",
		Now:         "Now",
		More:        "{change} more",
		Less:        "{change} less",
		PointsMore:  "{points} {points:point|points} more",
		PointsLess:  "{points} {points:point|points} less",
		Changed:     "{number} ({difference})",
		ClientsWith: "Clients, {change}",
		ReturnWith:  "Return, {change}",
		BreakEven:   "Breaks even at",
		Rate:        "Rate",
		RestsOn:     "Rests on",
		Share:       "Share of the doubt",

		Together: "Several rates at once",
		Luck:     "Mere chance, were all rates known",
		SeenOf:   "{seen} of {of}",
		Range:    "a range, mean {mean}",

		NeededPicture:       "{stage} needed with {change} less and more of one input",
		PointsPicture:       "{stage} needed with {points} {points:point|points} less and more",
		ReturnPicture:       "Return of the same entries with {change} less and more of one input",
		ReturnPointsPicture: "Return of the same entries with {points} {points:point|points} less and more",
		Alt:                 "Most is moved by {lever}: between {low} and {high}, as planned {base}.",

		Give:         "The same {top} × {stage} are expected to bring {mean} {mean:client|clients}, give or take {deviation} (standard deviation).",
		GiveMoney:    "The same {top} entries are expected to bring {mean}, give or take {deviation} (standard deviation).",
		NoDoubt:      "Nothing is left to chance, so that there is no doubt to take apart.",
		Uncertain:    "The plan takes its rates for certain, so that it cannot be said which to measure better. State what they rest on, rate: 27/90, or between which values they lie, rate: 20%..40%, and each one's share of the doubt is shown here.",
		Order:        "The largest effect stands first, as it is before anything is rounded.",
		OrderAll:     "The largest effect on the return of the same entries stands first: the funnels have different people at their tops.",
		Alike:        "{change} more of any rate saves the same, but for whole numbers: the rates are multiplied. Where rates differ is in points: {points} {points:point|points} are more of a low rate than of a high one.",
		Unlike:       "{change} more of one rate does not save the same as {change} more of another: it is worth less where follow-up brings people back anyway, more below stages that have some in progress or direct, and it cannot pass 100%.",
		Budget:       "More budget asks for more here, since it must bring its return too; that it brings more entries is not assumed.",
		Limited:      "Stops at 100% or at 0%, so that the change is smaller than the others.",
		Whole:        "Better, and still as many: it would save a part of a client or entry, which is needed whole.",
		Impossible:   "So much less is not possible.",
		Unset:        "Not among the inputs, since the plan does without: {inputs}.",
		NotNeeded:    "Even with nothing of it the same entries bring the budget back.",
		NeverEnough:  "No value of it brings the budget back with the same entries.",
		MakesNothing: "Changes nothing in what the same entries bring.",
	}
}

func spanishLevers() Levers {
	return Levers{
		Title: "Qué mueve más el resultado",

		Begin:       "Empezar por {lever}: {change} más, {to} en vez de {from}, ahorra {saved} de los {top} × {stage}, y ningún otro dato ahorra más",
		BeginPoints: "Empezar por {lever}: {points} {points:punto|puntos} más, {to} en vez de {from}, {points:ahorra|ahorran} {saved} de los {top} × {stage}, y ningún otro porcentaje ahorra más",
		Bring:       "Empezar por {lever}: {change} más, {to} en vez de {from}, trae {profit} más de utilidad bruta con las mismas entradas, y ningún otro dato trae más",
		BringPoints: "Empezar por {lever}: {points} {points:punto|puntos} más, {to} en vez de {from}, {points:trae|traen} {profit} más de utilidad bruta con las mismas entradas, y ningún otro porcentaje trae más",
		None:        "No hay nada que ahorrar: ningún dato mejor pide menos entradas nuevas arriba del embudo",
		LessThanOne: "menos de uno",
		Measure:     "medir primero {lever}: causa {share} de la duda",
		MostlyLuck:  "medir mejor las tasas ayudaría poco: {share} de la duda es puro azar",

		Step:     "{from} → {to}",
		FollowUp: "Seguimiento en {stage}",
		OfFunnel: "{funnel}: {lever}",
		Names: map[string]string{
			"rate":                       "Tasa",
			"recovers":                   "seguimiento (recovers)",
			"average_revenue_per_client": "Ingreso medio",
			"gross_margin":               "Margen bruto",
			"repeat_purchases":           "Recompras",
			"referrals":                  "Referidos",
			"existing_revenue":           "Ingresos actuales",
			"budget":                     "Presupuesto",
			"target_return":              "Retorno meta",
			"target_revenue":             "Ingresos meta",
			"target_clients":             "Clientes meta",
		},
		Entries: "Entradas",

		Needed:      "Para llegar a la misma meta: lo que hace falta en {stage} (según el plan {top}, para {clients} {clients:cliente|clientes})",
		NeededAll:   "Para llegar a la misma meta: entradas que hacen falta arriba (según el plan {top}, para {clients} {clients:cliente|clientes})",
		Points:      "Lo mismo con {points} {points:punto|puntos} más o menos",
		Expected:    "Con los mismos {top} × {stage}: qué esperar (según el plan {clients} {clients:cliente|clientes}, un retorno de {return})",
		ExpectedAll: "Con las mismas {top} entradas: qué esperar (según el plan {clients} {clients:cliente|clientes}, un retorno de {return})",
		Doubt:       "Qué medir mejor: de dónde viene la duda",

		Input:       "Dato",
		Now:         "Hoy",
		More:        "{change} más",
		Less:        "{change} menos",
		PointsMore:  "{points} {points:punto|puntos} más",
		PointsLess:  "{points} {points:punto|puntos} menos",
		Changed:     "{number} ({difference})",
		ClientsWith: "Clientes, {change}",
		ReturnWith:  "Retorno, {change}",
		BreakEven:   "Se recupera lo invertido con",
		Rate:        "Tasa",
		RestsOn:     "Se apoya en",
		Share:       "Parte de la duda",

		Together: "Varias tasas a la vez",
		Luck:     "Puro azar, aun con todas las tasas conocidas",
		SeenOf:   "{seen} de {of}",
		Range:    "un rango, media {mean}",

		NeededPicture:       "Lo que hace falta en {stage} con {change} menos y más de un dato",
		PointsPicture:       "Lo que hace falta en {stage} con {points} {points:punto|puntos} menos y más",
		ReturnPicture:       "Retorno de las mismas entradas con {change} menos y más de un dato",
		ReturnPointsPicture: "Retorno de las mismas entradas con {points} {points:punto|puntos} menos y más",
		Alt:                 "Lo que más mueve es {lever}: entre {low} y {high}, según el plan {base}.",

		Give:         "De los mismos {top} × {stage} se {mean:espera|esperan} {mean} {mean:cliente|clientes}, con una desviación estándar de {deviation}.",
		GiveMoney:    "De las mismas {top} entradas se esperan {mean}, con una desviación estándar de {deviation}.",
		NoDoubt:      "Nada queda al azar: no hay duda que repartir.",
		Uncertain:    "El plan da sus tasas por seguras, así que no se puede decir cuál conviene medir mejor. Si se anota en qué se apoyan, rate: 27/90, o entre qué valores están, rate: 20%..40%, aquí aparece la parte de la duda que causa cada una.",
		Order:        "Primero va lo que más mueve, antes de redondear.",
		OrderAll:     "Primero va lo que más mueve el retorno de las mismas entradas: arriba de cada embudo hay gente distinta.",
		Alike:        "{change} más de cualquier tasa ahorra lo mismo, salvo por los redondeos: las tasas se multiplican. Donde difieren es en puntos: {points} {points:punto|puntos} son más de una tasa baja que de una alta.",
		Unlike:       "{change} más de una tasa no ahorra lo mismo que {change} más de otra: vale menos donde el seguimiento igual recupera gente, más debajo de etapas que ya tienen gente en curso o directa, y no puede pasar de 100 %.",
		Budget:       "Aquí más presupuesto pide más, pues también debe traer su retorno; no se supone que traiga más entradas.",
		Limited:      "Se detiene en 100 % o en 0 %: el cambio es menor que los demás.",
		Whole:        "Mejor, y aun así los mismos: ahorraría una parte de un cliente o de una entrada, que hace falta entera.",
		Impossible:   "No se puede bajar tanto.",
		Unset:        "No está entre los datos, pues el plan no lo usa: {inputs}.",
		NotNeeded:    "Aun sin nada de esto, las mismas entradas recuperan el presupuesto.",
		NeverEnough:  "Ningún valor recupera el presupuesto con las mismas entradas.",
		MakesNothing: "No cambia lo que traen las mismas entradas.",
	}
}
