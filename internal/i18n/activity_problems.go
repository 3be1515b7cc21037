package i18n

// activityProblemsEnglish are what can be wrong with the activities of a plan.
func activityProblemsEnglish() map[string]Problem {
	return map[string]Problem{
		"key-belongs-in-activity": {
			"{key} does not belong here",
			"move {name} to an activity, below activities",
		},
		"too-many-activities": {
			"a plan of {got} activities is more than {max}",
			"say once, with every: or a list of dates, what is done again and again",
		},
		"too-many-occurrences": {
			"the activities take place more than {max} times in all",
			"let them come less often, or end them earlier with until",
		},
		"duplicate-activity": {
			`the id "{id}" is taken by the activity on line {line}`,
			"write an id of its own for this one, for example id: {want}",
		},
		"activity-without-dates": {
			`activity "{activity}": nothing says when it takes place`,
			"write dates: 2027-02-10, or a list of dates, or every: 2 weeks",
		},
		"dates-and-every": {
			`activity "{activity}" has both dates and every`,
			"keep one of the two",
		},
		"bounds-without-cadence": {
			"{key} bounds what comes again and again, but the activity has dates of its own",
			"delete it, or write every: 2 weeks in place of dates",
		},
		"until-before-from": {
			"{key} would end on {until}, before it begins on {from}",
			"write until: with a day from {from} on; left out, from and until are the ends of the period",
		},
		"bad-cadence": {
			`{key}: "{got}" does not say how often`,
			"write {name}: {want}; a number with days, weeks or months, or one of day, week and month",
		},
		"stage-of-several-funnels": {
			`{key}: several funnels have the stage "{got}"`,
			"say which one it feeds, for example {want}",
		},
		"contribution-without-stage": {
			`activity "{activity}" says how many it brings, but not to which stage`,
			"write {want}, or the id of another stage",
		},
		"expects-without-decision": {
			`activity "{activity}" expects something, which only a decision does, and is of the kind {got}`,
			"write kind: decision, or delete expects",
		},
		"decision-on-several-days": {
			`decision "{activity}": what came before it and after it is told apart by one day`,
			"write dates: with a single date; decide again in another activity",
		},
		"activity-outside-period": {
			`activity "{activity}" takes place outside the period only`,
			"correct its dates or the period, if that is not meant",
		},
	}
}

// activityProblemsSpanish are what can be wrong with the activities of a plan.
func activityProblemsSpanish() map[string]Problem {
	return map[string]Problem{
		"key-belongs-in-activity": {
			"{key} no va aquí",
			"mover {name} a una actividad, debajo de activities",
		},
		"too-many-activities": {
			"un plan de {got} actividades supera el máximo de {max}",
			"decir una sola vez, con every: o una lista de fechas, lo que se hace una y otra vez",
		},
		"too-many-occurrences": {
			"las actividades ocurren más de {max} veces en total",
			"hacerlas menos seguido, o terminarlas antes con until",
		},
		"duplicate-activity": {
			`el id "{id}" ya lo usa la actividad de la línea {line}`,
			"escribir un id propio para esta, por ejemplo id: {want}",
		},
		"activity-without-dates": {
			`actividad "{activity}": nada dice cuándo ocurre`,
			"escribir dates: 2027-02-10, o una lista de fechas, o every: 2 weeks",
		},
		"dates-and-every": {
			`la actividad "{activity}" tiene dates y también every`,
			"dejar una de las dos",
		},
		"bounds-without-cadence": {
			"{key} limita lo que se repite, pero la actividad tiene fechas propias",
			"borrarla, o escribir every: 2 weeks en lugar de dates",
		},
		"until-before-from": {
			"{key} terminaría el {until}, antes de comenzar el {from}",
			"escribir until: con un día desde el {from} en adelante; si faltan, from y until son los extremos del período",
		},
		"bad-cadence": {
			`{key}: "{got}" no dice cada cuánto`,
			"escribir {name}: {want}; un número con days (días), weeks (semanas) o months (meses), o solo day, week o month",
		},
		"stage-of-several-funnels": {
			`{key}: varios embudos tienen la etapa "{got}"`,
			"decir cuál alimenta, por ejemplo {want}",
		},
		"contribution-without-stage": {
			`la actividad "{activity}" dice cuántos trae, pero no a qué etapa`,
			"escribir {want}, o el id de otra etapa",
		},
		"expects-without-decision": {
			`la actividad "{activity}" espera algo, lo que solo hace una decisión, y es del tipo {got}`,
			"escribir kind: decision, o borrar expects",
		},
		"decision-on-several-days": {
			`decisión "{activity}": un solo día separa lo que hubo antes de lo que hubo después`,
			"escribir dates: con una sola fecha; decidir de nuevo en otra actividad",
		},
		"activity-outside-period": {
			`la actividad "{activity}" ocurre solo fuera del período`,
			"corregir sus fechas o el período, si no es a propósito",
		},
	}
}
