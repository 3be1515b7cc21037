package funnel

import "time"

// mexicanHolidays are the días de descanso obligatorio of Ley Federal del
// Trabajo, art. 74. The reform of 17 January 2006 put three of them on Mondays,
// that of March a year later than the others; the reform of 30 September 2024
// moved the day on which a president takes office from 1 December to 1 October.
//
// Not in the list: election days (fraction IX), which are Sundays, and Holy
// Week, which is custom.
func mexicanHolidays() []holidayRule {
	return []holidayRule{
		{name: "Año Nuevo", day: onDate(time.January, 1)},
		{name: "Día de la Constitución", day: onDate(time.February, 5), to: 2005},
		{name: "Día de la Constitución", day: onWeekday(1, time.Monday, time.February), from: 2006},
		{name: "Natalicio de Benito Juárez", day: onDate(time.March, 21), to: 2006},
		{name: "Natalicio de Benito Juárez", day: onWeekday(3, time.Monday, time.March), from: 2007},
		{name: "Día del Trabajo", day: onDate(time.May, 1)},
		{name: "Día de la Independencia", day: onDate(time.September, 16)},
		{name: "Transmisión del Poder Ejecutivo Federal", day: onDate(time.December, 1), from: 2000, to: 2018, every: 6},
		{name: "Transmisión del Poder Ejecutivo Federal", day: onDate(time.October, 1), from: 2024, every: 6},
		{name: "Día de la Revolución", day: onDate(time.November, 20), to: 2005},
		{name: "Día de la Revolución", day: onWeekday(3, time.Monday, time.November), from: 2006},
		{name: "Navidad", day: onDate(time.December, 25)},
	}
}
