package i18n

import (
	"strconv"
	"time"
)

// Schedule is what the report of a schedule says. A By has a word for each part of
// the calendar.
type Schedule struct {
	Title By

	// Clauses of the first sentence, joined by semicolons.
	Sure          Text // before the others: {confidence}
	Top           Text // {stage}, {total}, {last}, {most}, {unit}
	Several       Text // {funnels}, {first}, {last}
	TooLate       Text // {success}
	AllAtOnce     Text // {stage}, {total}, {due}, {success}, {start}
	NothingNeeded Text
	Unknown       Text // {stage}, {confidence}
	Fits          Text
	Overfull      Text // {stage}, {weeks}, {people}, {have}
	OverfullFree  Text // nobody works in them: {stage}, {weeks}
	ShortInAll    Text // {stage}, {short}, {people}, {have}
	SpreadFits    Text
	SeveralFull   Text // {stages}

	Unit       By // a day
	Period     By // heading
	Dates      Text
	Days       Text
	InAll      Text // row of sums, and column
	Each       By   // title of the table of what each part asks
	Cumulative By   // title of the table of what is due by its end

	When                                     Text
	LastUseful, ShouldStart                  Text
	Capacity                                 Text
	People, Fullest, Needs, CanHandle        Text
	TooFull, PeopleNeeded                    Text
	Partial                                  By // {periods}
	Outside                                  By
	SeasonNote, RestDays, SureNote, SureOnly Text // SureOnly: {stages}
	More                                     Text // {count}, after a list
}

// By has a text for each part of the calendar.
type By struct{ Day, Week, Month Text }

func englishSchedule() Schedule {
	return Schedule{
		Title: By{"by day", "by week", "by month"},

		Sure:          "to be {confidence} sure",
		Top:           "{stage}: {total} by {last}, at most {most} {unit}",
		Several:       "{funnels} {funnels:funnel|funnels}, to the tops of which the last must come between {first} and {last}",
		TooLate:       "who comes later no longer becomes {success} in time",
		AllAtOnce:     "{stage}: {total}, all due on {due}, because the way to {success} is longer than the period; it should have started on {start}",
		NothingNeeded: "nothing is needed",
		Unknown:       "{stage}: it would take too many to be {confidence} sure",
		Fits:          "people can handle what each week asks",
		Overfull:      "{stage} asks too much in {weeks}: it takes {people} {people:person|people} instead of {have}",
		OverfullFree:  "{stage} is due in {weeks}, when nobody works: give its capacity days of its own",
		ShortInAll:    "{stage}: no single week is too full, but in all there are {short} more than people can handle; it takes {people} {people:person|people} instead of {have}",
		SpreadFits:    "or the same spread evenly",
		SeveralFull:   "{stages} stages ask more than people can handle",

		Unit:       By{"a day", "a week", "a month"},
		Period:     By{"Day", "Week", "Month"},
		Dates:      "Dates",
		Days:       "Working days",
		InAll:      "In all",
		Each:       By{"New each day", "New each week", "New each month"},
		Cumulative: By{"In all by the end of the day", "In all by the end of the week", "In all by the end of the month"},

		When:         "By when",
		LastUseful:   "Last useful day",
		ShouldStart:  "Should have started",
		Capacity:     "What people can handle",
		People:       "People",
		Fullest:      "Fullest week",
		Needs:        "Needs",
		CanHandle:    "Can handle",
		TooFull:      "Too full",
		PeopleNeeded: "People needed",
		Partial: By{
			"",
			"Only a part of {periods} belongs to the plan.",
			"Only a part of {periods} belongs to the plan.",
		},
		Outside: By{
			"“–” stands for days outside of a stage's window.",
			"“–” stands for weeks outside of a stage's window.",
			"“–” stands for months outside of a stage's window.",
		},
		SeasonNote: "Spread by the plan's seasonality: a working day that counts 2 brings twice as much as one that counts 1.",
		RestDays:   "Days that nobody works on are left out.",
		SureNote:   "The numbers make {confidence} sure instead of being averages: each stage's does so by itself, counted from there on.",
		SureOnly:   "Below the stage that success is judged by the needed numbers stand: {stages}.",
		More:       "{count} more",
	}
}

func spanishSchedule() Schedule {
	return Schedule{
		Title: By{"por día", "por semana", "por mes"},

		Sure:          "para una seguridad del {confidence}",
		Top:           "{stage}: {total} hasta el {last}, a lo más {most} {unit}",
		Several:       "{funnels} {funnels:embudo|embudos}, a cuya primera etapa los últimos deben entrar entre el {first} y el {last}",
		TooLate:       "quien llega después ya no alcanza a ser {success} a tiempo",
		AllAtOnce:     "{stage}: {total}, todos para el {due}, porque el camino hasta {success} es más largo que el período; había que empezar el {start}",
		NothingNeeded: "no hace falta nada",
		Unknown:       "{stage}: una seguridad del {confidence} requeriría demasiados",
		Fits:          "el equipo alcanza para lo que pide cada semana",
		Overfull:      "{stage} pide demasiado en {weeks}: {people:hace|hacen} falta {people} {people:persona|personas} en vez de {have}",
		OverfullFree:  "{stage} cae en {weeks}, cuando nadie trabaja: conviene darle a su capacidad días propios",
		ShortInAll:    "{stage}: ninguna semana está demasiado llena, pero en total son {short} más de lo que el equipo alcanza a atender; {people:hace|hacen} falta {people} {people:persona|personas} en vez de {have}",
		SpreadFits:    "o repartir lo mismo de manera pareja",
		SeveralFull:   "{stages} etapas piden más de lo que el equipo alcanza a atender",

		Unit:       By{"por día", "por semana", "por mes"},
		Period:     By{"Día", "Semana", "Mes"},
		Dates:      "Fechas",
		Days:       "Días hábiles",
		InAll:      "En total",
		Each:       By{"Nuevos cada día", "Nuevos cada semana", "Nuevos cada mes"},
		Cumulative: By{"En total al final del día", "En total al final de la semana", "En total al final del mes"},

		When:         "Para cuándo",
		LastUseful:   "Último día útil",
		ShouldStart:  "Había que empezar",
		Capacity:     "Lo que el equipo alcanza a atender",
		People:       "Personas",
		Fullest:      "Semana más llena",
		Needs:        "Pide",
		CanHandle:    "Alcanza para",
		TooFull:      "Demasiado llenas",
		PeopleNeeded: "Personas necesarias",
		Partial: By{
			"",
			"Solo una parte de {periods} pertenece al plan.",
			"Solo una parte de {periods} pertenece al plan.",
		},
		Outside: By{
			"«–» marca los días fuera de la ventana de una etapa.",
			"«–» marca las semanas fuera de la ventana de una etapa.",
			"«–» marca los meses fuera de la ventana de una etapa.",
		},
		SeasonNote: "Repartido según la estacionalidad del plan (seasonality): un día hábil que cuenta 2 trae el doble que uno que cuenta 1.",
		RestDays:   "Se omiten los días en que nadie trabaja.",
		SureNote:   "Los números dan una seguridad del {confidence} en vez de ser promedios: cada etapa por sí sola, contada desde ahí.",
		SureOnly:   "Debajo de la etapa en que se mide el éxito quedan los números que hacen falta: {stages}.",
		More:       "{count} más",
	}
}

// Week writes the number of an ISO week: W07.
func (l *Language) Week(t time.Time) string {
	_, week := t.ISOWeek()
	number := strconv.Itoa(week)
	if week < 10 {
		number = "0" + number
	}
	return l.week + number
}

// Month writes a month with its year: Mar 2027.
func (l *Language) Month(t time.Time) string {
	return l.Months[t.Month()-1] + " " + strconv.Itoa(t.Year())
}

// Weekday writes a day behind its day of the week: Mon 31 Mar.
func (l *Language) Weekday(t time.Time) string {
	return l.weekdays[t.Weekday()] + " " + l.dayOfYear(t)
}

// ShortDays writes a span of days without their year.
func (l *Language) ShortDays(start, end time.Time) string {
	switch {
	case start.Equal(end):
		return l.dayOfYear(start)
	case start.Month() == end.Month():
		return strconv.Itoa(start.Day()) + " – " + l.dayOfYear(end)
	default:
		return l.dayOfYear(start) + " – " + l.dayOfYear(end)
	}
}

// dayOfYear writes a day without its year: 31 Mar.
func (l *Language) dayOfYear(t time.Time) string {
	return strconv.Itoa(t.Day()) + " " + l.Months[t.Month()-1]
}
