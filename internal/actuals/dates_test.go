package actuals

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"embudo/funnel"
)

func spanText(s funnel.Span, f fit) string {
	switch {
	case f != fits:
		return fitText(f)[1:]
	case s.Start == s.End:
		return s.Start.String()
	}
	return s.Start.String() + ".." + s.End.String()
}

// Single cells in both orders. The forms are those of real exports.
func TestDateCells(t *testing.T) {
	for _, test := range []struct{ text, day, month string }{
		{"2027-03-31", "2027-03-31", "2027-03-31"},
		{"2027-03-31 10:20:30", "2027-03-31", "2027-03-31"},
		{"2027-03-31T10:20:30.123", "2027-03-31", "2027-03-31"},
		{"2027-03-31T23:59:59-03:00", "2027-03-31", "2027-03-31"}, // the day as written
		{"2027-03-31T10:20:30.123+0000", "2027-03-31", "2027-03-31"},
		{"2027-03-31 10:20 UTC", "2027-03-31", "2027-03-31"},
		{"2027/3/1", "2027-03-01", "2027-03-01"},
		{"20270331", "2027-03-31", "2027-03-31"},
		{"31/03/2027", "2027-03-31", "misfit"},
		{"03/31/2027", "misfit", "2027-03-31"},
		{"03/04/2027", "2027-04-03", "2027-03-04"},
		{"3/4/2027", "2027-04-03", "2027-03-04"},
		{"07/07/2027", "2027-07-07", "2027-07-07"},
		{"31-03-2027", "2027-03-31", "misfit"},
		{"03-31-2027", "misfit", "2027-03-31"},
		{"31.03.2027", "2027-03-31", "misfit"},
		{"6/23/14", "misfit", "2014-06-23"},
		{"01/02/69", "2069-02-01", "2069-01-02"},
		{"01/02/70", "1970-02-01", "1970-01-02"},
		{"31/03/2027 10:20", "2027-03-31", "misfit"},
		{"3/31/2027 1:05:00 PM", "misfit", "2027-03-31"},
		{"31/03/2027, 1:05 p. m.", "2027-03-31", "misfit"},
		{"31/03/2027 às 10:20", "2027-03-31", "misfit"},
		{"Apr 3, 2024", "2024-04-03", "2024-04-03"},
		{"April 3rd, 2024", "2024-04-03", "2024-04-03"},
		{"Thu, 3 Apr 2024", "2024-04-03", "2024-04-03"},
		{"15 Apr, 2021 00:02:00", "2021-04-15", "2021-04-15"},
		{"3 de abr. de 2024", "2024-04-03", "2024-04-03"},
		{"5 de mai. de 2026", "2026-05-05", "2026-05-05"},
		{"1º de março de 2026", "2026-03-01", "2026-03-01"},
		{"miércoles, 3 de septiembre de 2025", "2025-09-03", "2025-09-03"},
		{"quinta-feira, 5 de maio de 2026", "2026-05-05", "2026-05-05"},
		{"2024 Apr 3", "2024-04-03", "2024-04-03"},
		{"3-Apr-24", "2024-04-03", "2024-04-03"},
		{"46112", "2026-03-31", "2026-03-31"}, // date -d '1899-12-30 +46112 days'
		{"46112.5", "2026-03-31", "2026-03-31"},
		{"29/02/2028", "2028-02-29", "misfit"},
		{"2028-02-29", "2028-02-29", "2028-02-29"},

		{"2027-03", "2027-03-01..2027-03-31", "2027-03-01..2027-03-31"},
		{"03/2027", "2027-03-01..2027-03-31", "2027-03-01..2027-03-31"},
		{"202702", "2027-02-01..2027-02-28", "2027-02-01..2027-02-28"},
		{"mar 2027", "2027-03-01..2027-03-31", "2027-03-01..2027-03-31"},
		{"Março de 2027", "2027-03-01..2027-03-31", "2027-03-01..2027-03-31"},
		{"dic-27", "2027-12-01..2027-12-31", "2027-12-01..2027-12-31"},
		{"2027-Q1", "2027-01-01..2027-03-31", "2027-01-01..2027-03-31"},
		{"T4 2027", "2027-10-01..2027-12-31", "2027-10-01..2027-12-31"},
		{"2027-W03", "2027-01-18..2027-01-24", "2027-01-18..2027-01-24"}, // date -d 2027-01-18 +%G-W%V
		{"2026-W53", "2026-12-28..2027-01-03", "2026-12-28..2027-01-03"},
		{"2027-03-01 - 2027-03-07", "2027-03-01..2027-03-07", "2027-03-01..2027-03-07"},
		{"2027-03-01/2027-03-07", "2027-03-01..2027-03-07", "2027-03-01..2027-03-07"},
		{"01/03/2027 - 07/03/2027", "2027-03-01..2027-03-07", "2027-01-03..2027-07-03"},
		{"1 de mar. de 2027 – 7 de mar. de 2027", "2027-03-01..2027-03-07", "2027-03-01..2027-03-07"},

		{"", "blank", "blank"},
		{"--", "blank", "blank"},
		{"0000-00-00", "blank", "blank"},

		{"2027-02-29", "misfit", "misfit"},
		{"31/04/2027", "misfit", "misfit"},
		{"30/02/2027", "misfit", "misfit"},
		{"2027-13-01", "misfit", "misfit"},
		{"0001-01-01", "misfit", "misfit"},
		{"9999-12-31", "misfit", "misfit"},
		{"01/01/0000", "misfit", "misfit"},
		{"2027-W54", "misfit", "misfit"},
		{"2027-W53", "misfit", "misfit"},
		{"2027-Q5", "misfit", "misfit"},
		{"2027-03-07 - 2027-03-01", "misfit", "misfit"},
		{"mar. 27", "misfit", "misfit"}, // the 27th of a March of no year
		{"27-mar", "misfit", "misfit"},
		{"10:20", "misfit", "misfit"},
		{"2027-03-31 25:00", "misfit", "misfit"},
		{"2027", "misfit", "misfit"},
		{"19999", "misfit", "misfit"},
		{"90000", "misfit", "misfit"},
		{"tomorrow", "misfit", "misfit"},
		{"1/2/3", "misfit", "misfit"},
		{"3 4 2027", "misfit", "misfit"},
		{"31/03-2027", "misfit", "misfit"},
	} {
		for _, style := range []struct {
			order dateOrder
			want  string
		}{{dayFirst, test.day}, {monthFirst, test.month}} {
			if got := spanText(dateStyle{style.order, unitDay}.parse(textCell(test.text))); got != style.want {
				t.Errorf("%q %s: %s, want %s", test.text, style.order, got, style.want)
			}
		}
	}
}

func TestDateColumns(t *testing.T) {
	for _, test := range []struct {
		cells   string
		order   dateOrder
		by      decider
		dates   int64
		either  int64
		leftOut int64
		open    string
	}{
		{"03/04/2027|31/03/2027", dayFirst, byCells, 2, 1, 0, ""},
		{"03/04/2027|03/31/2027", monthFirst, byCells, 2, 1, 0, ""},
		{"03/04/2027|07/07/2027|2027-01-04", orderUnknown, byNothing, 2, 0, 1, "1 either 03/04/2027"},
		{"07/07/2027|2027-01-04", orderUnknown, byNothing, 2, 0, 0, ""},
		{"31/03/2027|03/31/2027", orderUnknown, byNothing, 0, 0, 2, "2 mixed 31/03/2027 03/31/2027"},
		{strings.Repeat("31/03/2027|", 200) + "03/31/2027", dayFirst, byCells, 200, 0, 1, ""},
		{"01/03/2027 - 07/03/2027|15/03/2027 - 21/03/2027", dayFirst, byCells, 2, 1, 0, ""},
		{"2027-01-04|soon|", orderUnknown, byNothing, 1, 0, 1, ""},
	} {
		var tally dateTally
		for i, cell := range strings.Split(test.cells, "|") {
			tally.add(i+1, textCell(cell))
		}
		d := tally.decide()
		open := ""
		if d.open != nil {
			open = fmt.Sprintf("%d either %s", d.open.cells, d.open.day.text)
			if d.open.mixed {
				open = fmt.Sprintf("%d mixed %s %s", d.open.cells, d.open.day.text, d.open.month.text)
			}
		}
		if d.style.order != test.order || d.by != test.by || d.dates != test.dates || d.either != test.either || d.leftOut.cells != test.leftOut || open != test.open {
			t.Errorf("%.60s: %+v, open %s", test.cells, d, open)
		}
	}
}

// Every day of the years that are taken comes back in each way to write it, and
// is the day of package funnel.
func TestEveryDay(t *testing.T) {
	first, last := funnel.NewDate(firstYear, time.January, 1), funnel.NewDate(lastYear, time.December, 31)
	for day := first; day <= last; day += 1 + day%3 {
		when := day.Time()
		for _, layout := range []struct {
			text  string
			order dateOrder
		}{
			{when.Format("2006-01-02"), orderUnknown},
			{when.Format("2006-01-02T15:04:05Z07:00"), orderUnknown},
			{when.Format("20060102"), orderUnknown},
			{when.Format("02/01/2006"), dayFirst},
			{when.Format("1/2/2006 3:04:05 PM"), monthFirst},
			{when.Format("Jan 2, 2006"), orderUnknown},
			{when.Format("2 January 2006"), orderUnknown},
		} {
			span, f := dateStyle{layout.order, unitDay}.parse(textCell(layout.text))
			if f != fits || span.Start != day || span.End != day {
				t.Fatalf("%s is %s", layout.text, spanText(span, f))
			}
		}
		year, week := when.ISOWeek()
		span, f := dateStyle{}.parse(textCell(fmt.Sprintf("%d-W%02d", year, week)))
		if year >= firstYear && year <= lastYear && day < last-7 && (f != fits || day < span.Start || day > span.End || span.Start.Time().Weekday() != time.Monday) {
			t.Fatalf("%s is not in %d-W%02d: %s", when, year, week, spanText(span, f))
		}
	}
}

func TestUnits(t *testing.T) {
	for _, test := range []struct{ header, text, want string }{
		{"Week", "2027-03-01", "2027-03-01..2027-03-07"},
		{"Week ending", "2027-03-07", "2027-03-01..2027-03-07"},
		{"Semana", "2027-03-01", "2027-03-01..2027-03-07"},
		{"Mes", "2027-02-01", "2027-02-01..2027-02-28"},
		{"Mês", "2027-02-01", "2027-02-01..2027-02-28"},
		{"Quarter", "2027-05-01", "2027-04-01..2027-06-30"},
		{"Fecha", "2027-02-01", "2027-02-01"},
		{"Week", "2027-03-01 - 2027-03-06", "2027-03-01..2027-03-06"},
	} {
		if got := spanText(dateStyle{unit: unitOf(test.header)}.parse(textCell(test.text))); got != test.want {
			t.Errorf("%s %s: %s, want %s", test.header, test.text, got, test.want)
		}
	}
}

func BenchmarkISODate(b *testing.B)     { benchmarkDates(b, "2027-03-31") }
func BenchmarkISOTime(b *testing.B)     { benchmarkDates(b, "2027-03-31 10:20:30") }
func BenchmarkSlashedDate(b *testing.B) { benchmarkDates(b, "31/03/2027") }
func BenchmarkNamedMonth(b *testing.B)  { benchmarkDates(b, "3 de abr. de 2024") }

func benchmarkDates(b *testing.B, text string) {
	style, c := dateStyle{dayFirst, unitDay}, textCell(text)
	b.ReportAllocs()
	for b.Loop() {
		if _, f := style.parse(c); f != fits {
			b.Fatal("no date")
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds()/1e6, "Mcells/s")
}

func BenchmarkTallyDates(b *testing.B) {
	c := textCell("2027-03-31")
	var tally dateTally
	b.ReportAllocs()
	for b.Loop() {
		tally.add(1, c)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds()/1e6, "Mcells/s")
}
