package funnel

import "time"

// spanishHolidays are the fiestas de ámbito nacional that all communities share:
// those that Real Decreto 2001/1983, art. 45.1 a to c, lets no community replace
// (Estatuto de los Trabajadores, art. 37.2), and Epiphany, which they may
// replace and all keep.
//
// Not in the list: Maundy Thursday, San José and Santiago, each kept by some
// communities, the communities' own days and the two of each town. When one of
// these falls on a Sunday the rest passes to Monday only where the community
// says so: the list has the Sunday, which is not a working day in any case.
func spanishHolidays() []holidayRule {
	return []holidayRule{
		{name: "Año Nuevo", day: onDate(time.January, 1)},
		{name: "Epifanía del Señor", day: onDate(time.January, 6)},
		{name: "Viernes Santo", day: onEaster(-2)},
		{name: "Fiesta del Trabajo", day: onDate(time.May, 1)},
		{name: "Asunción de la Virgen", day: onDate(time.August, 15)},
		{name: "Fiesta Nacional de España", day: onDate(time.October, 12)},
		{name: "Todos los Santos", day: onDate(time.November, 1)},
		{name: "Día de la Constitución Española", day: onDate(time.December, 6)},
		{name: "Inmaculada Concepción", day: onDate(time.December, 8)},
		{name: "Natividad del Señor", day: onDate(time.December, 25)},
	}
}
