package i18n

// WorkingTime is the part of a working that says by when, how many a week, and
// who can handle them.
type WorkingTime struct {
	Lag                                          Step
	WindowByLags, WindowOwn, WindowFitted        Step
	PerWeek, PerWeekAll                          Step
	CapacityByDay, CapacityByWeek, CapacityAsked Step
}

func englishWorkingTime() WorkingTime {
	return WorkingTime{
		Lag: Step{
			"{stage}: usual time to the next stage", "√(shortest × longest), in whole days",
			"√({low} × {high}) = {exact} → {result} {result:day|days}",
		},
		WindowByLags: Step{
			"{stage}: window", "start + lags from the top, to end − lags to {success}",
			"{start} + {after} {after:day|days} = {from}; {end} {sign} {before} {before:day|days} = {to}",
		},
		WindowOwn: Step{
			"{stage}: window", "its own fixed dates",
			"{window}",
		},
		WindowFitted: Step{
			"{stage}: window", "what lags and the fixed dates of other stages leave of the period",
			"{window}",
		},
		PerWeek: Step{
			"{stage}: a week", "(needed + direct) × 5 / working days, rounded up",
			"({needed} + {direct}) × 5 / {days} = {exact} → {result}",
		},
		PerWeekAll: Step{
			"{stage}: a week", "needed + direct, since the window is not longer than a week",
			"{needed} + {direct} = {result}",
		},
		CapacityByDay: Step{
			"{stage}: capacity", "people × a day × days, rounded down",
			"{people} × {pace} × {days} = {exact} → {result}",
		},
		CapacityByWeek: Step{
			"{stage}: capacity", "people × a week / 5 × days, rounded down",
			"{people} × {pace} / 5 × {days} = {exact} → {result}",
		},
		CapacityAsked: Step{
			"{stage}: to be handled", "total − in progress, at least 0",
			"{total} − {in_progress} → {result}",
		},
	}
}

func spanishWorkingTime() WorkingTime {
	return WorkingTime{
		Lag: Step{
			"{stage}: tiempo usual hasta la etapa siguiente", "√(menor × mayor), en días enteros",
			"√({low} × {high}) = {exact} → {result} {result:día|días}",
		},
		WindowByLags: Step{
			"{stage}: ventana", "inicio + tiempos desde arriba, a fin − tiempos hasta {success}",
			"{start} + {after} {after:día|días} = {from}; {end} {sign} {before} {before:día|días} = {to}",
		},
		WindowOwn: Step{
			"{stage}: ventana", "sus propias fechas fijas",
			"{window}",
		},
		WindowFitted: Step{
			"{stage}: ventana", "lo que los tiempos y las fechas fijas de otras etapas dejan del período",
			"{window}",
		},
		PerWeek: Step{
			"{stage}: por semana", "(hacen falta + directos) × 5 / días hábiles, hacia arriba",
			"({needed} + {direct}) × 5 / {days} = {exact} → {result}",
		},
		PerWeekAll: Step{
			"{stage}: por semana", "hacen falta + directos, pues la ventana no pasa de una semana",
			"{needed} + {direct} = {result}",
		},
		CapacityByDay: Step{
			"{stage}: capacidad", "personas × por día × días, hacia abajo",
			"{people} × {pace} × {days} = {exact} → {result}",
		},
		CapacityByWeek: Step{
			"{stage}: capacidad", "personas × por semana / 5 × días, hacia abajo",
			"{people} × {pace} / 5 × {days} = {exact} → {result}",
		},
		CapacityAsked: Step{
			"{stage}: por atender", "total − en curso, al menos 0",
			"{total} − {in_progress} → {result}",
		},
	}
}
