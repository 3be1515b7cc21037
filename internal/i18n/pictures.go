package i18n

// Pictures is what stands in and beside pictures.
type Pictures struct {
	Funnel      Text // title
	Thin        Text // of bars that are longer than their numbers are
	BarsRow     Text // one row in words: {label}, {values}
	Needed      Text // in words: {needed}
	NeededSure  Text // {needed}, {confidence}, {sure}
	NeededCame  Text // {needed}, {actual}
	Pace        Text // title
	PaceOf      Text // how a stage stands: {actual}, {due}, {total}
	PaceUnknown Text // where the data do not speak of it: {due}, {total}
	PacePlanned Text // {total}, {days}
	DueBy       Text // the first bar of a waterfall: {stage}, {day}
	Came        Text // its last: {stage}
	Leaks       Text // title: {stage}
	LeaksAlt    Text // {due}, {to}, {actual}, {changes}

	Fan         Text // title: {stage}
	FanAlt      Text // {stage}, {actual}, {day}, {middle}, {low}, {high}, {end}, {target}
	FanTarget   Text // {target}
	FanExpected Text
	FanBand     Text
}

func englishPictures() Pictures {
	return Pictures{
		Funnel:      "The funnel",
		Thin:        "To scale, but for the thinnest, which would not be seen.",
		BarsRow:     "{label}: {values}",
		Needed:      "{needed} needed",
		NeededSure:  "{needed} needed, {sure} to be {confidence} sure",
		NeededCame:  "{needed} needed, {actual} came",
		Pace:        "Pace",
		PaceOf:      "{actual} of {due} due, {total} in all",
		PaceUnknown: "{due} due, {total} in all; no data",
		PacePlanned: "{total} in all, {days}",
		DueBy:       "{stage}: due by {day}",
		Came:        "{stage}: actual",
		Leaks:       "{stage}: from due to actual",
		LeaksAlt:    "From {due} due at {to} to {actual} actual: {changes}.",
		Fan:         "Where {stage} will end",
		FanAlt:      "{stage}: {actual} by {day}; by {end} it is likely {middle}, and in 8 cases of 10 between {low} and {high}. The target is {target}.",
		FanTarget:   "target {target}",
		FanExpected: "likely",
		FanBand:     "8 cases in 10",
	}
}

func spanishPictures() Pictures {
	return Pictures{
		Funnel:      "El embudo",
		Thin:        "A escala, salvo las más delgadas, que no se verían.",
		BarsRow:     "{label}: {values}",
		Needed:      "hacen falta {needed}",
		NeededSure:  "hacen falta {needed}, {sure} para una seguridad de {confidence}",
		NeededCame:  "hacen falta {needed}, van {actual}",
		Pace:        "Ritmo",
		PaceOf:      "{actual} de {due} previstos, {total} en total",
		PaceUnknown: "{due} previstos, {total} en total; sin datos",
		PacePlanned: "{total} en total, {days}",
		DueBy:       "{stage}: previsto al {day}",
		Came:        "{stage}: real",
		Leaks:       "{stage}: de lo previsto a lo real",
		LeaksAlt:    "De {due} previstos en {to} a {actual} reales: {changes}.",
		Fan:         "Dónde terminará {stage}",
		FanAlt:      "{stage}: {actual} al {day}; al {end} se estiman {middle}, y en 8 de cada 10 casos entre {low} y {high}. La meta es {target}.",
		FanTarget:   "meta {target}",
		FanExpected: "estimado",
		FanBand:     "8 de cada 10 casos",
	}
}
