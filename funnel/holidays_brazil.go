package funnel

import "time"

// brazilianHolidays are the feriados nacionais of Lei 662/1949 as Lei
// 10.607/2002 has it, with Lei 6.802/1980 (12 October) and Lei 14.759/2023 (20
// November). None is moved.
//
// Good Friday is by law a holiday of each municipality (Lei 9.093/1995, art. 2),
// and so was 2 November until 2002; every municipality keeps them, and the
// federal government's yearly portaria calls them national.
//
// Carnival, Ash Wednesday and Corpus Christi are pontos facultativos, free in
// public offices only, so they are not in the list, though in many cities a
// municipal law or custom closes the rest as well.
func brazilianHolidays() []holidayRule {
	return []holidayRule{
		{name: "Confraternização Universal", day: onDate(time.January, 1)},
		{name: "Paixão de Cristo", day: onEaster(-2)},
		{name: "Tiradentes", day: onDate(time.April, 21)},
		{name: "Dia Mundial do Trabalho", day: onDate(time.May, 1)},
		{name: "Independência do Brasil", day: onDate(time.September, 7)},
		{name: "Nossa Senhora Aparecida", day: onDate(time.October, 12)},
		{name: "Finados", day: onDate(time.November, 2)},
		{name: "Proclamação da República", day: onDate(time.November, 15)},
		{name: "Dia Nacional de Zumbi e da Consciência Negra", day: onDate(time.November, 20), from: 2024},
		{name: "Natal", day: onDate(time.December, 25)},
	}
}
