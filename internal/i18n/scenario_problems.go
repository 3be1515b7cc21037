package i18n

// scenarioProblemsEnglish are what can be wrong with the scenarios of a plan.
func scenarioProblemsEnglish() map[string]Problem {
	return map[string]Problem{
		"key-belongs-in-scenario": {
			"{key} does not belong here",
			"move {name} into a scenario, below scenarios and its name",
		},
		"too-many-scenarios": {
			"a plan of {got} scenarios is more than {max}",
			"keep those that are still to be decided on",
		},
		"scenario-without-name": {
			"{key} stands below scenarios without the name of a scenario",
			"write a name on a line of its own, plan-b: for example, and {key} below it, two spaces further in",
		},
		"scenario-in-scenario": {
			"{key}: a scenario has no scenarios of its own",
			"write each scenario below scenarios, with all that it changes",
		},
		"scenario-changes-nothing": {
			`scenario "{scenario}" changes nothing: with it the plan is as it stands`,
			"nothing to do; else write below it what is different, for example budget: 30000",
		},
		"override-changes-nothing": {
			`scenario "{scenario}": {key} is as in the plan already`,
			"nothing to do; else write the value that it has in this scenario",
		},
	}
}

// scenarioProblemsSpanish are the same in Spanish.
func scenarioProblemsSpanish() map[string]Problem {
	return map[string]Problem{
		"key-belongs-in-scenario": {
			"{key} no va aquí",
			"mover {name} a un escenario, debajo de scenarios y de su nombre",
		},
		"too-many-scenarios": {
			"un plan con {got} escenarios tiene más de {max}",
			"dejar los que todavía están por decidirse",
		},
		"scenario-without-name": {
			"{key} está debajo de scenarios sin el nombre de un escenario",
			"escribir un nombre en una línea propia, por ejemplo plan-b:, y {key} debajo, dos espacios más adentro",
		},
		"scenario-in-scenario": {
			"{key}: un escenario no tiene escenarios propios",
			"escribir cada escenario debajo de scenarios, con todo lo que cambia",
		},
		"scenario-changes-nothing": {
			`el escenario "{scenario}" no cambia nada: con él, el plan queda tal cual`,
			"no hay nada que hacer; si no, escribir debajo lo que es distinto, por ejemplo budget: 30000",
		},
		"override-changes-nothing": {
			`escenario "{scenario}": {key} ya está así en el plan`,
			"no hay nada que hacer; si no, escribir el valor que tiene en este escenario",
		},
	}
}
