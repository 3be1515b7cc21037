package i18n

// slaProblemsEnglish are what can be wrong with the agreement of a plan.
func slaProblemsEnglish() map[string]Problem {
	return map[string]Problem{
		"key-belongs-in-sla": {
			"{key} does not belong here",
			"move {name} below sla:",
		},
		"key-belongs-in-person": {
			"{key} does not belong here",
			"move {name} to a person, below people: of sla:",
		},
		"bad-pace": {
			`{key}: "{got}" is not so many in some time`,
			"write {want}; a number alone is of the whole period, with a day or a week behind it of these",
		},
		"channels-below-whole": {
			"the channels bring {got} together, which leaves {difference} to nobody",
			"add {difference} to one of them, or another channel with it",
		},
		"channels-above-whole": {
			"the channels bring {got} together, which is {difference} too much",
			"take {difference} off, so that they bring 100% together",
		},
		"duplicate-person": {
			`"{name}" promises something on line {line} already`,
			"put all promises of one person together, or tell two people apart by their surnames",
		},
	}
}

// slaProblemsSpanish are what can be wrong with the agreement of a plan.
func slaProblemsSpanish() map[string]Problem {
	return map[string]Problem{
		"key-belongs-in-sla": {
			"{key} no va aquí",
			"mover {name} debajo de sla:",
		},
		"key-belongs-in-person": {
			"{key} no va aquí",
			"mover {name} a una persona, debajo de people: de sla:",
		},
		"bad-pace": {
			`{key}: "{got}" no dice cuántos en qué tiempo`,
			"escribir {want}; un número solo es de todo el período, y con a day o a week detrás, por día o por semana",
		},
		"channels-below-whole": {
			"los canales traen {got} en total, con lo que {difference} queda sin nadie",
			"sumar {difference} a uno de ellos, o agregar otro canal con esa parte",
		},
		"channels-above-whole": {
			"los canales traen {got} en total, {difference} más de lo que hay",
			"quitar {difference}, para que entre todos sumen 100%",
		},
		"duplicate-person": {
			`"{name}" ya promete algo en la línea {line}`,
			"juntar todas las promesas de una persona, o distinguir a dos personas por su apellido",
		},
	}
}
