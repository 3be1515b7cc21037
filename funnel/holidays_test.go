package funnel_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"embudo/funnel"
)

// testdata/holidays has a file a country, and in it the whole list of several
// years. The comment over each says where it is published, or by which law it
// was worked out without this program.
func TestHolidaysPublished(t *testing.T) {
	for _, country := range funnel.HolidayCountries() {
		for year, want := range publishedHolidays(t, country) {
			t.Run(fmt.Sprint(country, " ", year), func(t *testing.T) {
				var got []string
				for _, h := range holidays(t, country, year) {
					got = append(got, fmt.Sprint(h.Date, " ", h.Date.Time().Format("Mon"), " ", h.Name))
				}
				for _, line := range got {
					if !slices.Contains(want, line) {
						t.Errorf("listed, not published: %s", line)
					}
				}
				for _, line := range want {
					if !slices.Contains(got, line) {
						t.Errorf("published, not listed: %s", line)
					}
				}
			})
		}
	}
}

// publishedHolidays reads the lists of a country by year.
func publishedHolidays(t *testing.T, country string) map[int][]string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "holidays", country+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	lists := make(map[int][]string)
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		year, err := strconv.Atoi(line[:4])
		if err != nil {
			t.Fatal(err)
		}
		lists[year] = append(lists[year], line)
	}
	for _, year := range []int{2024, 2025, 2026, 2027} {
		if len(lists[year]) == 0 {
			t.Errorf("no list of %s for %d", country, year)
		}
	}
	return lists
}

// holidays lists a country's holidays and fails the test where it has no rules.
func holidays(t *testing.T, country string, year int) []funnel.Holiday {
	t.Helper()
	days, known := funnel.Holidays(country, year)
	if !known {
		t.Fatalf("no rules for %s", country)
	}
	return days
}

func TestHolidaysAreInOrderOncePerDayAndOfTheYear(t *testing.T) {
	for _, country := range funnel.HolidayCountries() {
		for year := 2000; year <= 2100; year++ {
			days := holidays(t, country, year)
			if len(days) < 7 || len(days) > 20 {
				t.Errorf("%s %d: %d holidays", country, year, len(days))
			}
			for i, h := range days {
				if i > 0 && days[i-1].Date >= h.Date {
					t.Errorf("%s %d: %v after %v", country, year, h, days[i-1])
				}
				if h.Date.Time().Year() != year || h.Name == "" {
					t.Errorf("%s %d: %v", country, year, h)
				}
			}
		}
	}
}

// Moved holidays never fall on the weekdays that the law moves them from.
func TestHolidaysAreMoved(t *testing.T) {
	const sun, mon, tue, wed, thu, fri, sat = time.Sunday, time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday
	tests := []struct {
		country, name string
		from          int // the year since when the law holds
		on            []time.Weekday
	}{
		{"AR", "Paso a la Inmortalidad del General Martín Miguel de Güemes", 2016, []time.Weekday{mon, fri, sat, sun}},
		{"AR", "Paso a la Inmortalidad del General José de San Martín", 2017, []time.Weekday{mon, sat, sun}},
		{"AR", "Día del Respeto a la Diversidad Cultural", 2026, []time.Weekday{mon, sat, sun}},
		{"AR", "Día de la Soberanía Nacional", 2017, []time.Weekday{mon, sat, sun}},
		{"CL", "Corpus Christi", 2000, []time.Weekday{mon}},
		{"CL", "San Pedro y San Pablo", 2000, []time.Weekday{mon, sat, sun}},
		{"CL", "Encuentro de Dos Mundos", 2000, []time.Weekday{mon, sat, sun}},
		{"CL", "Día de las Iglesias Evangélicas y Protestantes", 2008, []time.Weekday{mon, thu, fri, sat, sun}},
		{"CL", "Feriado adicional", 2017, []time.Weekday{mon}},
		{"CL", "Fiestas Patrias", 2005, []time.Weekday{mon, fri}},
		{"CO", "Día de los Reyes Magos", 2000, []time.Weekday{mon}},
		{"CO", "Día de San José", 2000, []time.Weekday{mon}},
		{"CO", "Ascensión del Señor", 2000, []time.Weekday{mon}},
		{"CO", "Corpus Christi", 2000, []time.Weekday{mon}},
		{"CO", "Sagrado Corazón de Jesús", 2000, []time.Weekday{mon}},
		{"CO", "San Pedro y San Pablo", 2000, []time.Weekday{mon}},
		{"CO", "Asunción de la Virgen", 2000, []time.Weekday{mon}},
		{"CO", "Día de la Raza", 2000, []time.Weekday{mon}},
		{"CO", "Todos los Santos", 2000, []time.Weekday{mon}},
		{"CO", "Independencia de Cartagena", 2000, []time.Weekday{mon}},
		{"MX", "Día de la Revolución", 2006, []time.Weekday{mon}},
		{"US", "", 2000, []time.Weekday{mon, tue, wed, thu, fri}}, // all of them
	}
	for _, test := range tests {
		found := false
		for year := test.from; year <= 2100; year++ {
			for _, h := range holidays(t, test.country, year) {
				if !strings.Contains(h.Name, test.name) {
					continue
				}
				found = true
				if weekday := h.Date.Time().Weekday(); !slices.Contains(test.on, weekday) {
					t.Errorf("%s: %s, %s, is a %s", test.country, h.Date, h.Name, weekday)
				}
			}
		}
		if !found {
			t.Errorf("%s: no %s", test.country, test.name)
		}
	}
}

// Easter by the tables of the U.S. Naval Observatory; the earliest and the
// latest possible are 22 March and 25 April.
func TestHolidaysFollowEaster(t *testing.T) {
	for _, easter := range []string{
		"1818-03-22", "1943-04-25", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21", "2024-03-31",
		"2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2038-04-25", "2049-04-18", "2076-04-19", "2100-03-28",
	} {
		sunday, err := funnel.ParseDate(easter)
		if err != nil {
			t.Fatal(err)
		}
		want := funnel.Holiday{Date: sunday - 2, Name: "Viernes Santo"}
		if days := holidays(t, "ES", sunday.Time().Year()); !slices.Contains(days, want) {
			t.Errorf("%v is not in %v", want, days)
		}
	}
}

// June solstices in UTC: to 2033 from the tables in Wikipedia, "June solstice";
// the others, which fall nearest to midnight in Chile, by all the terms of Jean
// Meeus, Astronomical Algorithms, chapter 27. Chile is four hours behind.
func TestHolidaysFollowTheSolstice(t *testing.T) {
	for _, solstice := range []string{
		"2022-06-21 09:14", "2023-06-21 14:58", "2024-06-20 20:51", "2025-06-21 02:42", "2026-06-21 08:25",
		"2027-06-21 14:11", "2028-06-20 20:02", "2029-06-21 01:48", "2030-06-21 07:31", "2031-06-21 13:17",
		"2032-06-20 19:08", "2033-06-21 01:01",
		"2042-06-21 05:16", "2046-06-21 04:14", "2050-06-21 03:33", "2054-06-21 02:47", "2071-06-21 05:21",
		"2075-06-21 04:40", "2079-06-21 03:50", "2083-06-21 02:44", "2100-06-21 05:33",
	} {
		utc, err := time.Parse("2006-01-02 15:04", solstice)
		if err != nil {
			t.Fatal(err)
		}
		want := funnel.Holiday{Date: funnel.DateOf(utc.Add(-4 * time.Hour)), Name: "Día Nacional de los Pueblos Indígenas"}
		if days := holidays(t, "CL", utc.Year()); !slices.Contains(days, want) {
			t.Errorf("%v is not in %v", want, days)
		}
	}
}

// Weekdays less holidays, both counted by hand on a calendar.
func TestHolidaysAreNoWorkingDays(t *testing.T) {
	tests := []struct {
		country       string
		year, quarter int
		want          int64
	}{
		{"AR", 2025, 4, 66 - 4}, // 10 October, 24 November, 8 and 25 December
		{"AR", 2026, 2, 65 - 5}, // 2 and 3 April, 1 and 25 May, 15 June
		{"AR", 2027, 1, 64 - 5}, // 1 January, 8 and 9 February, 24 and 26 March
		{"BR", 2026, 2, 65 - 3}, // 3 and 21 April, 1 May
		{"BR", 2027, 1, 64 - 2}, // 1 January, 26 March
		{"CL", 2025, 4, 66 - 3}, // 31 October, 8 and 25 December
		{"CL", 2026, 2, 65 - 4}, // 3 April, 1 and 21 May, 29 June
		{"CL", 2027, 1, 64 - 2}, // 1 January, 26 March
		{"CL", 2027, 3, 66 - 2}, // 16 July, 17 September
		{"CO", 2026, 2, 65 - 7}, // 2 and 3 April, 1 and 18 May, 8, 15 and 29 June
		{"CO", 2027, 1, 64 - 5}, // 1 and 11 January, 22, 25 and 26 March
		{"ES", 2027, 1, 64 - 3}, // 1 and 6 January, 26 March
		{"ES", 2027, 3, 66},     // 15 August is a Sunday
		{"MX", 2026, 2, 65 - 1}, // 1 May
		{"MX", 2027, 1, 64 - 3}, // 1 January, 1 February, 15 March
		{"PE", 2026, 2, 65 - 4}, // 2 and 3 April, 1 May, 29 June
		{"PE", 2027, 3, 66 - 5}, // 23, 28 and 29 July, 6 and 30 August
		{"US", 2025, 4, 66 - 4}, // 13 October, 11 and 27 November, 25 December
		{"US", 2027, 1, 64 - 3}, // 1 and 18 January, 15 February
		{"US", 2027, 3, 66 - 2}, // 5 July, 6 September
	}
	for _, test := range tests {
		free := make(map[funnel.Date]bool)
		for _, h := range holidays(t, test.country, test.year) {
			free[h.Date] = true
		}
		first := time.Month(3*test.quarter - 2)
		quarter := funnel.Span{
			Start: funnel.NewDate(test.year, first, 1),
			End:   funnel.NewDate(test.year, first+3, 1) - 1,
		}
		if got := quarter.WorkingDays(free); got != test.want {
			t.Errorf("%s %d-Q%d: %d working days, want %d", test.country, test.year, test.quarter, got, test.want)
		}
	}
}

func TestHolidaysOfUnknownCountries(t *testing.T) {
	for _, country := range []string{"", "cl", "CHL", "XX"} {
		if days, known := funnel.Holidays(country, 2027); known || days != nil {
			t.Errorf("Holidays(%q) = %v, %v", country, days, known)
		}
	}
}

func TestHolidaysOfFarYears(_ *testing.T) {
	for _, country := range funnel.HolidayCountries() {
		for _, year := range []int{-1 << 31, -1, 0, 1, 1582, 9999, 1 << 31} {
			funnel.Holidays(country, year) // must not panic
		}
	}
}

func TestHolidayCountriesAreInOrder(t *testing.T) {
	if countries := funnel.HolidayCountries(); !slices.IsSorted(countries) {
		t.Errorf("HolidayCountries() = %v", countries)
	}
}

func ExampleHolidays() {
	days, _ := funnel.Holidays("CO", 2025)
	for _, h := range days[len(days)-10 : len(days)-6] {
		fmt.Println(h.Date, h.Name)
	}
	// Output:
	// 2025-06-23 Corpus Christi
	// 2025-06-30 Sagrado Corazón de Jesús / San Pedro y San Pablo
	// 2025-07-20 Día de la Independencia
	// 2025-08-07 Batalla de Boyacá
}
