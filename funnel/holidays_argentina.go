package funnel

import "time"

// argentineHolidays are the feriados nacionales of Ley 27.399 (2017), which took
// over Decreto 1584/2010 as Decreto 52/2017 had left it.
//
// Its art. 6 moves the trasladables: Tuesday and Wednesday to the Monday before,
// Thursday and Friday to the Monday after. One that falls on a Saturday or a
// Sunday stays, unless the Jefatura de Gabinete moves it to the Friday before or
// the Monday after (Decreto 614/2025); it has once, in October 2025.
//
// Not in the list, since they are set from year to year: the up to three
// bridges "con fines turísticos" (art. 7), the bicentenaries of 2012 and 2013,
// and the moves round the elections of 2011 and 2015 and in the lockdown of
// 2020. Nor Maundy Thursday, which is a día no laborable, at the employer's
// choice.
func argentineHolidays() []holidayRule {
	trasladable := holidayMove{time.Tuesday: -1, time.Wednesday: -2, time.Thursday: +4, time.Friday: +3}
	// The Monday after a Friday 17 June is a holiday already, so Güemes stays.
	beforeFlagDay := trasladable
	beforeFlagDay[time.Friday] = 0

	const (
		veterans  = "Día del Veterano y de los Caídos en la Guerra de Malvinas"
		belgrano  = "Paso a la Inmortalidad del General Manuel Belgrano"
		sanMartin = "Paso a la Inmortalidad del General José de San Martín"
		raza      = "Día de la Raza"
		diversity = "Día del Respeto a la Diversidad Cultural"
	)

	return []holidayRule{
		{name: "Año Nuevo", day: onDate(time.January, 1)},
		{name: "Carnaval", day: onEaster(-48), from: 2011},
		{name: "Carnaval", day: onEaster(-47), from: 2011},
		// Ley 26.085.
		{name: "Día Nacional de la Memoria por la Verdad y la Justicia", day: onDate(time.March, 24), from: 2006},
		// Ley 25.370; for some years moved like the others, until Ley 26.110 of 2006
		// fixed it.
		{name: veterans, day: onDate(time.April, 2), from: 2001, to: 2002},
		{name: veterans, day: onDate(time.April, 2), move: trasladable, from: 2003, to: 2006},
		{name: veterans, day: onDate(time.April, 2), from: 2007},
		{name: "Viernes Santo", day: onEaster(-2)},
		{name: "Día del Trabajo", day: onDate(time.May, 1)},
		{name: "Día de la Revolución de Mayo", day: onDate(time.May, 25)},
		// Decreto 901/1984; given up for 2 April.
		{name: "Día de la Afirmación de los Derechos Argentinos sobre las Malvinas", day: onDate(time.June, 10), move: trasladable, to: 2000},
		// Ley 27.258.
		{name: "Paso a la Inmortalidad del General Martín Miguel de Güemes", day: onDate(time.June, 17), move: beforeFlagDay, from: 2016},
		// Ley 24.445 kept it on a Monday.
		{name: belgrano, day: onWeekday(3, time.Monday, time.June), to: 2010},
		{name: belgrano, day: onDate(time.June, 20), from: 2011},
		{name: "Día de la Independencia", day: onDate(time.July, 9)},
		// Ley 24.445, then Decreto 1584/2010.
		{name: sanMartin, day: onWeekday(3, time.Monday, time.August), to: 2016},
		{name: sanMartin, day: onDate(time.August, 17), move: trasladable, from: 2017},
		// Ley 23.555, then Ley 26.416, then Decreto 1584/2010, which renamed it; in
		// 2025 Resolución 139/2025 of the Jefatura de Gabinete.
		{name: raza, day: onDate(time.October, 12), move: trasladable, to: 2007},
		{name: raza, day: onWeekday(2, time.Monday, time.October), from: 2008, to: 2010},
		{name: diversity, day: onWeekday(2, time.Monday, time.October), from: 2011, to: 2016},
		{name: diversity, day: onDate(time.October, 12), move: trasladable, from: 2017, to: 2024},
		{name: diversity, day: onDate(time.October, 10), from: 2025, to: 2025},
		{name: diversity, day: onDate(time.October, 12), move: trasladable, from: 2026},
		// Decreto 1584/2010.
		{name: "Día de la Soberanía Nacional", day: onWeekday(4, time.Monday, time.November), from: 2010, to: 2016},
		{name: "Día de la Soberanía Nacional", day: onDate(time.November, 20), move: trasladable, from: 2017},
		{name: "Inmaculada Concepción de María", day: onDate(time.December, 8)},
		{name: "Navidad", day: onDate(time.December, 25)},
	}
}
