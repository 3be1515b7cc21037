package funnel

import "time"

// colombianHolidays are the days of rest of Código Sustantivo del Trabajo, art.
// 177, and Ley 51 de 1983, the "Ley Emiliani", which puts ten of them off to the
// following Monday wherever they fall on another day.
//
// Two of those ten can meet: in 2025 Sagrado Corazón and San Pedro y San Pablo
// shared Monday 30 June, which left the year 17 days instead of 18.
func colombianHolidays() []holidayRule {
	emiliani := holidayMove{
		time.Sunday: +1, time.Tuesday: +6, time.Wednesday: +5, time.Thursday: +4, time.Friday: +3, time.Saturday: +2,
	}
	return []holidayRule{
		{name: "Año Nuevo", day: onDate(time.January, 1)},
		{name: "Día de los Reyes Magos", day: onDate(time.January, 6), move: emiliani},
		{name: "Día de San José", day: onDate(time.March, 19), move: emiliani},
		{name: "Jueves Santo", day: onEaster(-3)},
		{name: "Viernes Santo", day: onEaster(-2)},
		{name: "Día del Trabajo", day: onDate(time.May, 1)},
		{name: "Ascensión del Señor", day: onEaster(+39), move: emiliani},
		{name: "Corpus Christi", day: onEaster(+60), move: emiliani},
		{name: "Sagrado Corazón de Jesús", day: onEaster(+68), move: emiliani},
		{name: "San Pedro y San Pablo", day: onDate(time.June, 29), move: emiliani},
		{name: "Día de la Independencia", day: onDate(time.July, 20)},
		{name: "Batalla de Boyacá", day: onDate(time.August, 7)},
		{name: "Asunción de la Virgen", day: onDate(time.August, 15), move: emiliani},
		{name: "Día de la Raza", day: onDate(time.October, 12), move: emiliani},
		{name: "Todos los Santos", day: onDate(time.November, 1), move: emiliani},
		{name: "Independencia de Cartagena", day: onDate(time.November, 11), move: emiliani},
		{name: "Inmaculada Concepción", day: onDate(time.December, 8)},
		{name: "Navidad", day: onDate(time.December, 25)},
	}
}
