package funnel

import "time"

// chileanHolidays are the feriados legales of Ley 2.977 and the laws beside the
// rules, those for all the country.
//
// Not in the list: election and plebiscite days (Ley 18.700) and census days
// (Ley 17.374), whose dates are set each time, and the bank holiday of 31
// December.
func chileanHolidays() []holidayRule {
	// Ley 19.668: Tuesday to Thursday to the Monday of that week, Friday to the
	// Monday after.
	toMonday := holidayMove{time.Tuesday: -1, time.Wednesday: -2, time.Thursday: -3, time.Friday: +3}
	// Ley 20.299: Tuesday to the Friday before, Wednesday to the Friday after.
	toFriday := holidayMove{time.Tuesday: -4, time.Wednesday: +2}

	return []holidayRule{
		{name: "Año Nuevo", day: onDate(time.January, 1)},
		// Ley 20.983: the day after a New Year's Day that falls on a Sunday.
		{name: "Feriado adicional", day: onDate(time.January, 2), only: []time.Weekday{time.Monday}, from: 2017},
		{name: "Viernes Santo", day: onEaster(-2)},
		{name: "Sábado Santo", day: onEaster(-1)},
		{name: "Día Nacional del Trabajo", day: onDate(time.May, 1)},
		{name: "Día de las Glorias Navales", day: onDate(time.May, 21)},
		// On the Monday of its week by Ley 19.668; replaced by Ley 20.148.
		{name: "Corpus Christi", day: onEaster(+57), to: 2006},
		// Ley 21.357: the day of the solstice, but Monday 21 June in its first year,
		// in which the solstice fell on the Sunday.
		{name: "Día Nacional de los Pueblos Indígenas", day: onDate(time.June, 21), from: 2021, to: 2021},
		{name: "Día Nacional de los Pueblos Indígenas", day: chileanWinterSolstice, from: 2022},
		{name: "San Pedro y San Pablo", day: onDate(time.June, 29), move: toMonday},
		// Ley 20.148.
		{name: "Día de la Virgen del Carmen", day: onDate(time.July, 16), from: 2007},
		{name: "Asunción de la Virgen", day: onDate(time.August, 15)},
		// Ley 19.588, until Ley 19.793.
		{name: "Día de la Unidad Nacional", day: onWeekday(1, time.Monday, time.September), to: 2001},
		// The days between Fiestas Patrias and a weekend: Ley 20.215, of 2007, for
		// Monday 17 and Friday 20, Ley 20.983 for Friday 17.
		{name: "Fiestas Patrias", day: onDate(time.September, 17), only: []time.Weekday{time.Monday}, from: 2007},
		{name: "Fiestas Patrias", day: onDate(time.September, 17), only: []time.Weekday{time.Friday}, from: 2017},
		{name: "Fiestas Patrias", day: onDate(time.September, 20), only: []time.Weekday{time.Friday}, from: 2008},
		// And by laws for one year: Ley 19.973, Ley 20.450 (the bicentenary) and
		// that of August 2022.
		{name: "Fiestas Patrias", day: onDate(time.September, 17), from: 2004, to: 2004},
		{name: "Fiestas Patrias", day: onDate(time.September, 17), from: 2010, to: 2010},
		{name: "Fiestas Patrias", day: onDate(time.September, 20), from: 2010, to: 2010},
		{name: "Fiestas Patrias", day: onDate(time.September, 16), from: 2022, to: 2022},
		{name: "Independencia Nacional", day: onDate(time.September, 18)},
		{name: "Día de las Glorias del Ejército", day: onDate(time.September, 19)},
		// Ley 3.810.
		{name: "Encuentro de Dos Mundos", day: onDate(time.October, 12), move: toMonday},
		// Ley 20.299.
		{name: "Día de las Iglesias Evangélicas y Protestantes", day: onDate(time.October, 31), move: toFriday, from: 2008},
		{name: "Día de Todos los Santos", day: onDate(time.November, 1)},
		{name: "Inmaculada Concepción", day: onDate(time.December, 8)},
		{name: "Navidad", day: onDate(time.December, 25)},
	}
}

// chileanWinterSolstice is the day of the June solstice by the clocks of
// continental Chile, four hours behind UTC in winter.
//
// It takes the mean solstice: 21 June 2000 at 01:36 UTC and a solstice year of
// 365.24163 days on from there (Jean Meeus, Astronomical Algorithms, chapter 27,
// table 27.B without its smaller terms). The true one is up to a quarter of an
// hour earlier or later, which changes the day in no year from 2021 to 2100.
func chileanWinterSolstice(year int) Date {
	const solsticeYear = 31_556_876 // seconds
	solstice := time.Date(2000, time.June, 21, 1, 36, 0, 0, time.UTC).Unix() + int64(year-2000)*solsticeYear
	return DateOf(time.Unix(solstice, 0).In(time.FixedZone("", -4*60*60)))
}
