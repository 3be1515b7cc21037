package funnel

import "time"

// peruvianHolidays are the feriados of D. Leg. 713 (1991), art. 6, and the
// laws that added to it. Art. 7 has them kept on their date.
//
// Not in the list: the días no laborables that a decree gives the public sector
// each year, to be made up for on other days.
func peruvianHolidays() []holidayRule {
	return []holidayRule{
		{name: "Año Nuevo", day: onDate(time.January, 1)},
		{name: "Jueves Santo", day: onEaster(-3)},
		{name: "Viernes Santo", day: onEaster(-2)},
		{name: "Día del Trabajo", day: onDate(time.May, 1)},
		// Ley 31788, published after 7 June 2023.
		{name: "Batalla de Arica y Día de la Bandera", day: onDate(time.June, 7), from: 2024},
		{name: "San Pedro y San Pablo", day: onDate(time.June, 29)},
		// Ley 31822, published on 8 July 2023.
		{name: "Día de la Fuerza Aérea del Perú", day: onDate(time.July, 23), from: 2023},
		{name: "Fiestas Patrias", day: onDate(time.July, 28)},
		{name: "Fiestas Patrias", day: onDate(time.July, 29)},
		// Ley 31530, of July 2022.
		{name: "Batalla de Junín", day: onDate(time.August, 6), from: 2022},
		{name: "Santa Rosa de Lima", day: onDate(time.August, 30)},
		{name: "Combate de Angamos", day: onDate(time.October, 8)},
		{name: "Día de Todos los Santos", day: onDate(time.November, 1)},
		{name: "Inmaculada Concepción", day: onDate(time.December, 8)},
		// Ley 31381, of December 2021.
		{name: "Batalla de Ayacucho", day: onDate(time.December, 9), from: 2022},
		{name: "Navidad", day: onDate(time.December, 25)},
	}
}
