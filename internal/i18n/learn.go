package i18n

// Learn is what the report of what records teach says.
type Learn struct {
	Title Text
	Found Text // the first line: {entered}, {days}, {ends}
	Step  Text // and of each step: {step}, {rate}, {low}, {high}
	None  Text // {step}, {entered}

	// Headings.
	Rates, StepHead, Entered, Gone, Lost, Open Text
	Rate, Range, Evidence, Plateau, Planned    Text
	Lags, Timed, Seen, Low, Median, High       Text
	Channels, Channel, Lag, Few                Text // Channels: {step}; Few: {channels}, {entered}
	Revenue, Deals, Average, Error, All        Text
	Triangle, Month                            Text // {step}
	Fragment                                   Text
	Written, Key, Before, Now, Line            Text // Written: {file}
	NotWritten, Why                            Text
	NothingWritten                             Text // {file}

	StepOf, DaysOf, Unknown, New Text // {from}, {to}; {days}
	RateNote, LagNote            Text
	TriangleNote                 Text
	Reasons                      map[string]string // why something was not written

	// Comments of the fragment.
	From, Missing, NoRate, TooFew, NoLag, NoRevenue Text // {sources}, {days}, {ends}; {entered}; {range}; {timed}
	TooYoung                                        Text // {gone}, {entered}, {low}, {high}
	RateComment, RevenueComment, ChannelComment     Text
}

func englishLearn() Learn {
	return Learn{
		Title: "What the records teach",
		Found: "From {entered} {entered:entry|entries} of {days}; everything up to {ends} is known.",
		Step:  "{step}: {rate}, at 90% between {low} and {high}.",
		None:  "{step}: none of {entered} so far.",

		Rates: "Rates", StepHead: "Step", Entered: "Entered", Gone: "Went on", Lost: "Lost", Open: "Still there",
		Rate: "Rate", Range: "90% range", Evidence: "For a plan", Plateau: "Counted", Planned: "Planned",
		Lags: "How long it takes", Timed: "Cases", Seen: "Seen so far", Low: "5%", Median: "Half", High: "95%",
		Channels: "By channel: {step}", Channel: "Channel", Lag: "Takes",
		Few:     "{channels} {channels:channel|channels} with fewer than 30 entries, {entered} together, {channels:is|are} not shown.",
		Revenue: "Average revenue per client", Deals: "Deals", Average: "Average", Error: "Standard error", All: "all",
		Triangle: "Gone on by the end of the month of entry (0) and of each one after: {step}", Month: "Entered in",
		Fragment: "For the plan file",
		Written:  "Set in {file}", Key: "Key", Before: "Before", Now: "Now", Line: "Line",
		NotWritten: "Not set", Why: "Why",
		NothingWritten: "Nothing was changed in {file}.",

		StepOf: "{from} → {to}", DaysOf: "{days} days", Unknown: "(not given)", New: "(new)",
		RateNote:     "Who entered too recently to have gone on counts neither as a success nor as a failure: of the lag it follows how much of its chance each has had. Who was lost is a failure at once. “Counted” is the same without any model, where the records reach back far enough.",
		LagNote:      "The range holds nine of ten who will ever go on. Those “seen so far” are the quick ones: the slow ones among recent entries are still to come.",
		TriangleNote: "By month of entry, only months that are over are shown, the last twelve; --triangle has all of them.",
		Reasons: map[string]string{
			"few":      "rests on too little",
			"recovers": "the plan has recovers, and those brought back are in the records already",
			"between":  "the records do not speak of the stages between",
			"shared":   "carries an anchor, by which other places may share it",
			"shape":    "is written in a way that cannot be changed without the rest",
			"place":    "there is no such stage in the file",
			"invalid":  "the plan would not be valid with it",
		},

		From:           "learned from {sources}: entries of {days}, all known up to {ends}",
		Missing:        "still to be said: budget, and target_return, target_revenue or target_clients",
		NoRate:         "rate: none of {entered} has gone on; a plan takes no rate of 0",
		TooYoung:       "rate: {gone} of {entered} so far, too few and too young for a plan: at 90% between {low} and {high}",
		TooFew:         "too few to say much: at 90% between {low} and {high}",
		NoLag:          "lag: {timed} {timed:case is|cases are} too few",
		NoRevenue:      "average_revenue_per_client: the records have no amounts of clients",
		RateComment:    "at 90% between {low} and {high}",
		RevenueComment: "{deals} {deals:deal|deals}, standard error {error}",
		ChannelComment: "{channel}: {rate}, {lag}",
	}
}

func spanishLearn() Learn {
	return Learn{
		Title: "Lo que enseñan los registros",
		Found: "De {entered} {entered:entrada|entradas}, {days}; se sabe todo hasta el {ends}.",
		Step:  "{step}: {rate}; con 90 % de certeza, entre {low} y {high}.",
		None:  "{step}: ninguna de {entered} por ahora.",

		Rates: "Tasas", StepHead: "Paso", Entered: "Entraron", Gone: "Avanzaron", Lost: "Perdidos", Open: "Siguen ahí",
		Rate: "Tasa", Range: "Rango 90 %", Evidence: "Para un plan", Plateau: "Contada", Planned: "Plan",
		Lags: "Cuánto tarda", Timed: "Casos", Seen: "Visto hasta ahora", Low: "5 %", Median: "La mitad", High: "95 %",
		Channels: "Por canal: {step}", Channel: "Canal", Lag: "Tarda",
		Few:     "No se {channels:muestra|muestran} {channels} {channels:canal|canales} con menos de 30 entradas ({entered} en total).",
		Revenue: "Ingreso promedio por cliente", Deals: "Ventas", Average: "Promedio", Error: "Error estándar", All: "todas",
		Triangle: "Avanzaron hasta el fin del mes de entrada (0) y de cada mes siguiente: {step}", Month: "Entraron en",
		Fragment: "Para el archivo del plan",
		Written:  "Cambiado en {file}", Key: "Clave", Before: "Antes", Now: "Ahora", Line: "Línea",
		NotWritten: "Sin cambiar", Why: "Por qué",
		NothingWritten: "No se cambió nada en {file}.",

		StepOf: "{from} → {to}", DaysOf: "{days} días", Unknown: "(no consta)", New: "(nueva)",
		RateNote:     "Quien entró hace demasiado poco para haber avanzado no cuenta ni como éxito ni como fracaso: de los plazos se deduce cuánta parte de su oportunidad ya tuvo cada uno. Quien se perdió cuenta enseguida como fracaso. «Contada» es lo mismo sin modelo alguno, donde los registros llegan lo bastante atrás.",
		LagNote:      "El rango abarca a nueve de cada diez de quienes llegarán a avanzar. Los «vistos hasta ahora» son los rápidos: los lentos entre las entradas recientes aún están por llegar.",
		TriangleNote: "Por mes de entrada solo se muestran los meses ya terminados, los últimos doce; con --triangle están todos.",
		Reasons: map[string]string{
			"few":      "se apoya en muy pocos casos",
			"recovers": "el plan tiene recovers, y los registros ya incluyen a los recuperados",
			"between":  "los registros no hablan de las etapas intermedias",
			"shared":   "lleva un ancla, por la que otras partes pueden compartirlo",
			"shape":    "está escrito de un modo que no se puede cambiar sin tocar el resto",
			"place":    "no hay tal etapa en el archivo",
			"invalid":  "con ello el plan no sería válido",
		},

		From:           "aprendido de {sources}: entradas del {days}, todo conocido hasta el {ends}",
		Missing:        "falta decir: budget, y target_return, target_revenue o target_clients",
		NoRate:         "rate: ninguna de {entered} ha avanzado; un plan no admite una tasa de 0",
		TooYoung:       "rate: {gone} de {entered} hasta ahora, muy pocas y muy recientes para un plan: con 90 % de certeza, entre {low} y {high}",
		TooFew:         "muy pocos casos para decir mucho: con 90 % de certeza, entre {low} y {high}",
		NoLag:          "lag: {timed} {timed:caso es|casos son} muy {timed:poco|pocos}",
		NoRevenue:      "average_revenue_per_client: los registros no traen montos de clientes",
		RateComment:    "con 90 % de certeza, entre {low} y {high}",
		RevenueComment: "{deals} {deals:venta|ventas}, error estándar {error}",
		ChannelComment: "{channel}: {rate}, {lag}",
	}
}

// englishLearnWarnings are by code.
func englishLearnWarnings() map[string]Text {
	return map[string]Text{
		"learn-data-end":         "The data end on {ends}: what is missing after it is not known, so ages count up to then, not up to {as_of}.",
		"learn-nobody-went-on":   "{from} → {to}: none of {entered} has gone on, so there is no rate and no lag to tell.",
		"learn-few-cases":        "{from} → {to}: {gone} of {entered} is too few to say much: the rate may be anything from {low} to {high}.",
		"learn-too-young":        "{from} → {to}: many of the {entered} are too young to have gone on; what they tell so far is worth {trials} whose time is over, and the rate may be anything from {low} to {high}.",
		"learn-plateau-differs":  "{from} → {to}: counted without a model, {plateau} had gone on after {days} {days:day|days}; that is outside of {low} to {high}. The lag is not like the model's, or the rate has changed: look at the months of entry.",
		"learn-outcomes-missing": "{from} → {to}: {seen} went on before {day} where {expected} would be expected from later entries: outcomes seem not to have been recorded yet. Leave these entries out with --since {since}.",
		"learn-before-entry":     "{from} → {to}: {before} went on before they entered; they count as gone on at once.",
		"learn-without-days":     "{from} → {to}: of {undated} who went on no day is known; they count for the rate and not for the lag.",
		"learn-stages-between":   "{from} → {to}: the records do not speak of the stages between, so a plan with these stages cannot take this rate over.",
	}
}

func spanishLearnWarnings() map[string]Text {
	return map[string]Text{
		"learn-data-end":         "Los datos terminan el {ends}: lo que falte después no se sabe, así que las edades se cuentan hasta entonces y no hasta el {as_of}.",
		"learn-nobody-went-on":   "{from} → {to}: no ha avanzado ninguna de {entered}, así que no hay tasa ni plazo que contar.",
		"learn-few-cases":        "{from} → {to}: {gone} de {entered} es muy poco para decir algo: la tasa puede ser cualquiera entre {low} y {high}.",
		"learn-too-young":        "{from} → {to}: muchas de las {entered} entradas son demasiado recientes para haber avanzado; lo que dicen hasta ahora vale lo que {trials} ya cumplidas, y la tasa puede ser cualquiera entre {low} y {high}.",
		"learn-plateau-differs":  "{from} → {to}: contado sin modelo, {plateau} había avanzado a los {days} {days:día|días}; eso queda fuera de {low} a {high}. El plazo no es como el del modelo o la tasa ha cambiado: conviene mirar los meses de entrada.",
		"learn-outcomes-missing": "{from} → {to}: avanzaron {seen} antes del {day}, donde por las entradas posteriores se esperarían {expected}: parece que aún no se registraban los resultados. Esas entradas se dejan fuera con --since {since}.",
		"learn-before-entry":     "{from} → {to}: {before} {before:avanzó|avanzaron} antes de entrar; se {before:cuenta|cuentan} como de avance inmediato.",
		"learn-without-days":     "{from} → {to}: de {undated} que {undated:avanzó|avanzaron} no se sabe el día; cuentan para la tasa y no para el plazo.",
		"learn-stages-between":   "{from} → {to}: los registros no hablan de las etapas intermedias, así que un plan con esas etapas no puede tomar esta tasa.",
	}
}
