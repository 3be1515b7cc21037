package actuals

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"embudo/internal/actuals/sheet"
)

// Single cells, read with a point and with a comma; "misfit" where the style does
// not admit them. The forms are those of real exports.
func TestNumberCells(t *testing.T) {
	for _, test := range []struct{ text, point, comma string }{
		{"7", "7", "7"},
		{"007", "7", "7"},
		{"-7", "-7", "-7"},
		{"+7", "7", "7"},
		{"1.0", "1", "misfit"},
		{"0.125", "0.125", "misfit"}, // nobody groups behind a zero
		{"45.89", "45.89", "misfit"},
		{"45,89", "misfit", "45.89"},
		{".5", "0.5", "misfit"},
		{",5", "misfit", "0.5"},
		{"5.", "5", "5"},
		{"1,234.56", "1234.56", "misfit"},
		{"1.234,56", "misfit", "1234.56"},
		{"1 234,56", "misfit", "1234.56"},
		{"1\u00a0234,56", "misfit", "1234.56"},
		{"1\u202f234.56", "1234.56", "misfit"},
		{"1'234.50", "1234.5", "misfit"},
		{"1’234’567", "1234567", "1234567"},
		{"1.234.567", "misfit", "1234567"},
		{"1,234,567", "1234567", "misfit"},
		{"14.500", "14.5", "14500"},
		{"14,500", "14500", "14.5"},
		{"1234.500", "1234.5", "misfit"},
		{"$ 1.200", "1.2", "1200"},
		{"R$ 236,86", "misfit", "236.86"},
		{"€1,622.60", "1622.6", "misfit"},
		{"1.622,60 €", "misfit", "1622.6"},
		{"US$4,50 M", "misfit", "4500000"},
		{"$342.09K", "342090", "misfit"},
		{"4,5 mil", "misfit", "4500"},
		{"2 millones", "2000000", "2000000"},
		{"S/.1,200", "1200", "1.2"},
		{"CLP 5000", "5000", "5000"},
		{"5000 CLP", "5000", "5000"},
		{"MX$900", "900", "900"},
		{"12,5 %", "misfit", "0.125"},
		{"77.77%", "0.7777", "misfit"},
		{"(1,234.50)", "-1234.5", "misfit"},
		{"-$5.25", "-5.25", "misfit"},
		{"$-5.25", "-5.25", "misfit"},
		{"5.25-", "-5.25", "misfit"},
		{"−5", "-5", "-5"},
		{"123456789012345678901.25", "123456789012345678901.25", "misfit"},
		{"12345678901234567890", "12345678901234567890", "12345678901234567890"},
		{strings.Repeat("9", maxNumeral+1), "misfit", "misfit"},
		{`"0,00"`, "misfit", "0"},
		{" 12 ", "12", "12"},

		{"", "blank", "blank"},
		{" --", "blank", "blank"},
		{"—", "blank", "blank"},
		{"-", "blank", "blank"},
		{"Select", "blank", "blank"},
		{"N/A", "blank", "blank"},

		{"< 10%", "misfit", "misfit"},
		{"$101,2000.00", "misfit", "misfit"},
		{"1,23", "misfit", "1.23"},
		{"1,2,3", "misfit", "misfit"},
		{"1.234.56", "misfit", "misfit"},
		{"1 234.567,89", "misfit", "misfit"}, // two ways to group
		{"1e5", "misfit", "misfit"},
		{"12 people", "misfit", "misfit"},
		{"0-500", "misfit", "misfit"},
		{"2027-01-04", "misfit", "misfit"},
		{"--5", "misfit", "misfit"},
		{"(5", "misfit", "misfit"},
		{"5)", "misfit", "misfit"},
		{"1\x002", "misfit", "misfit"},
		{"٣", "misfit", "misfit"},
	} {
		for _, style := range []struct {
			mark decimalMark
			want string
		}{{decimalPoint, test.point}, {decimalComma, test.comma}} {
			if got := numberText(numberStyle{mark: style.mark}, test.text); got != style.want {
				t.Errorf("%q with %c: %s, want %s", test.text, style.mark, got, style.want)
			}
		}
	}
}

func numberText(s numberStyle, text string) string {
	d, f := s.parse(textCell(text))
	if f != fits {
		return fitText(f)[1:]
	}
	return d.String()
}

// A whole column decides: the cells, and what must come of them.
func TestNumberColumns(t *testing.T) {
	for _, test := range []struct {
		cells   string
		mark    decimalMark
		by      decider
		numbers int64
		leftOut int64
		open    string
	}{
		{"1,234.56|14.500|900", decimalPoint, byCells, 3, 0, ""},
		{"1.234,56|14.500|900", decimalComma, byCells, 3, 0, ""},
		{"14.500|900", decimalUnknown, byNothing, 1, 1, "1 open 14.500"},
		{"900|1200", decimalUnknown, byNothing, 2, 0, ""},
		{"1 200|900", decimalUnknown, byNothing, 2, 0, ""},
		{"12,5|1.5", decimalUnknown, byNothing, 0, 2, "2 mixed 1.5 12,5"},
		{"< 10%|77.77%", decimalPoint, byCells, 1, 1, ""},
		{"--|N/A|", decimalUnknown, byNothing, 0, 0, ""},
		{"12,34,567|1,23,456.50|900", decimalPoint, byCells, 3, 0, ""},
		{"12,34,567|1,234,567|2,345,678|900", decimalPoint, byCells, 3, 1, ""}, // one group of two is a slip
		{strings.Repeat("1.5|", 200) + "1,5", decimalPoint, byCells, 200, 1, ""},
		{strings.Repeat("1.5|", 90) + "1,5", decimalUnknown, byNothing, 0, 91, "91 mixed 1.5 1,5"},
	} {
		var tally numberTally
		for i, cell := range strings.Split(test.cells, "|") {
			tally.add(i+1, textCell(cell))
		}
		d := tally.decide()
		open := ""
		if d.open != nil {
			open = fmt.Sprintf("%d open %s", d.open.cells, d.open.point.text)
			if d.open.mixed {
				open = fmt.Sprintf("%d mixed %s %s", d.open.cells, d.open.point.text, d.open.comma.text)
			}
		}
		if d.style.mark != test.mark || d.by != test.by || d.numbers != test.numbers || d.leftOut.cells != test.leftOut || open != test.open {
			t.Errorf("%.40s: %+v, open %s", test.cells, d, open)
		}
	}
}

// A number in a spreadsheet has a point, whatever the texts beside it have.
func TestNumberOfASpreadsheet(t *testing.T) {
	d, f := numberStyle{mark: decimalComma}.parse(sheet.Cell{Text: []byte("1234.5"), Number: true})
	if f != fits || d.String() != "1234.5" {
		t.Errorf("%s", d)
	}
}

// written draws an amount and writes it as people do.
func written(t *rapid.T) (text string, mark decimalMark, want *big.Rat) {
	whole := rapid.Int64Range(0, 1e15).Draw(t, "whole")
	cents := rapid.IntRange(0, 99).Draw(t, "cents")
	mark = rapid.SampledFrom([]decimalMark{decimalPoint, decimalComma}).Draw(t, "mark")
	group := rapid.SampledFrom([]string{"", " ", "\u00a0", "\u202f", "'", map[decimalMark]string{decimalPoint: ",", decimalComma: "."}[mark]}).Draw(t, "group")
	digits := strconv.FormatInt(whole, 10)
	for i := len(digits) - 3; i > 0 && group != ""; i -= 3 {
		digits = digits[:i] + group + digits[i:]
	}
	text = fmt.Sprintf("%s%c%02d", digits, mark, cents)
	want = big.NewRat(int64(cents), 100)
	want.Add(want, new(big.Rat).SetInt64(whole))
	switch rapid.IntRange(0, 4).Draw(t, "dress") {
	case 1:
		text = "$ " + text
	case 2:
		text, want = "("+text+")", want.Neg(want)
	case 3:
		text, want = text+" %", want.Quo(want, big.NewRat(100, 1))
	case 4:
		text, want = "R$"+text+" M", want.Mul(want, big.NewRat(1e6, 1))
	}
	return text, mark, want
}

// Whatever is written with a mark and two decimals decides its column and comes
// back exactly.
func TestWrittenNumbersComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, mark, want := written(t)
		var tally numberTally
		tally.add(1, textCell(text))
		d := tally.decide()
		if d.style.mark != mark || d.open != nil {
			t.Fatalf("%s is read with %q", text, d.style.mark)
		}
		got, f := d.style.parse(textCell(text))
		if f != fits || got.rat().Cmp(want) != 0 {
			t.Fatalf("%s is %s, want %s", text, got, want.FloatString(4))
		}
	})
}

// The tallies of two parts of a column come to that of the whole.
func TestTalliesMerge(t *testing.T) {
	cells := []string{"1", "1.5", "1,5", "14.500", "--", "x", "12,34,567", "< 5", "03/04/2027", "31/03/2027", "03/31/2027", "2027-01-04", "46112", "7/7/2027"}
	rapid.Check(t, func(t *rapid.T) {
		column := rapid.SliceOfN(rapid.SampledFrom(cells), 0, 40).Draw(t, "column")
		cut := rapid.IntRange(0, len(column)).Draw(t, "cut")
		var numbers, firstNumbers, restNumbers numberTally
		var dates, firstDates, restDates dateTally
		for i, cell := range column {
			numbers.add(i+1, textCell(cell))
			dates.add(i+1, textCell(cell))
			if i < cut {
				firstNumbers.add(i+1, textCell(cell))
				firstDates.add(i+1, textCell(cell))
			} else {
				restNumbers.add(i+1, textCell(cell))
				restDates.add(i+1, textCell(cell))
			}
		}
		restNumbers.merge(&firstNumbers)
		restDates.merge(&firstDates)
		if restNumbers != numbers || restDates != dates {
			t.Fatalf("%v cut at %d", column, cut)
		}
	})
}

// Where the first cells decide, and no later one fails to fit what they decided,
// all cells decide the same: a file can be read on the word of its first rows.
func TestFirstCellsAreEnough(t *testing.T) {
	cells := []string{
		"1", "1 200", "1.5", "1,5", "14.500", "14,500", "1,234,567", "1.234.567", "12,34,567", "1 234 567.5", "--",
		"03/04/2027", "31/03/2027", "03/31/2027", "2027-01-04", "46112", "7/7/2027",
	}
	rapid.Check(t, func(t *rapid.T) {
		column := rapid.SliceOfN(rapid.SampledFrom(cells), 1, 12).Draw(t, "column")
		cut := rapid.IntRange(1, len(column)).Draw(t, "cut")
		var firstNumbers, numbers numberTally
		var firstDates, dates dateTally
		for i, cell := range column {
			numbers.add(i+1, textCell(cell))
			dates.add(i+1, textCell(cell))
			if i < cut {
				firstNumbers.add(i+1, textCell(cell))
				firstDates.add(i+1, textCell(cell))
			}
		}
		if d := firstNumbers.decide(); d.open == nil && fitting(column, d.style.parse) && numbers.decide().style != d.style {
			t.Fatalf("%v: %+v by %d cells, %+v by all", column, d.style, cut, numbers.decide().style)
		}
		if d := firstDates.decide(); d.open == nil && fitting(column, d.style.parse) && dates.decide().style != d.style {
			t.Fatalf("%v: %+v by %d cells, %+v by all", column, d.style, cut, dates.decide().style)
		}
	})
}

func fitting[T any](column []string, parse func(sheet.Cell) (T, fit)) bool {
	for _, cell := range column {
		if _, f := parse(textCell(cell)); f == misfit {
			return false
		}
	}
	return true
}

// checkTally holds that what a tally counts is what the style reads.
func checkTally(t *testing.T, text string) {
	var numbers numberTally
	numbers.add(1, textCell(text))
	for _, mark := range []decimalMark{decimalUnknown, decimalPoint, decimalComma} {
		d := numbers.decided(mark, byChoice)
		_, f := d.style.parse(textCell(text))
		if (f == fits) != (d.numbers == 1) || (f == blank) != (d.blanks == 1) || (f == misfit) != (d.leftOut.cells == 1) {
			t.Errorf("%q with %q: fit %d, counted %+v", text, mark, f, d)
		}
	}
	var dates dateTally
	dates.add(1, textCell(text))
	for _, order := range []dateOrder{orderUnknown, dayFirst, monthFirst} {
		d := dates.decided(order, byChoice)
		span, f := d.style.parse(textCell(text))
		if (f == fits) != (d.dates == 1) || (f == blank) != (d.blanks == 1) || (f == misfit) != (d.leftOut.cells == 1) {
			t.Errorf("%q in the order %q: fit %d, counted %+v", text, order, f, d)
		}
		if f == fits && (span.End < span.Start || span.Start.Time().Year() < firstYear-1 || span.End.Time().Year() > lastYear+1) {
			t.Errorf("%q is from %s to %s", text, span.Start, span.End)
		}
	}
}

// FuzzCell holds that any cell is read without a panic, and that reading it fits
// with counting it.
func FuzzCell(f *testing.F) {
	for _, text := range []string{
		"1,234.56", "$101,2000.00", "< 10%", "(5)", "12,5 %", "R$ 236,86", "US$4,50 M", "1\u00a0234", "--", "٣", "\xff", "(-", strings.Repeat("0", maxNumeral+1),
		"2027-01-04T10:20:30.5Z", "31/03/2027", "3 de abr. de 2024", "15 Apr, 2021 00:02:00", "6/23/14", "2027-W03", "2027-Q1",
		"2027-03-01 - 2027-03-07", "46112.5", "mar-27", "Thu, 3rd of April 2024 1:05 p. m.", ":", "1:", "9999-12-31", "0000-00-00", "01/01/0000",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkTally(t, text)
		if folded := fold(text); len(text) <= maxFolded/2 && isASCII(folded) && fold(folded) != folded {
			t.Errorf("%q folds to %q, and that to %q", text, folded, fold(folded))
		}
	})
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > unicode.MaxASCII }) < 0
}

func BenchmarkPlainNumber(b *testing.B) {
	benchmarkNumbers(b, "12345")
}

func BenchmarkDecimalNumber(b *testing.B) {
	benchmarkNumbers(b, "12345.67")
}

func BenchmarkDressedNumber(b *testing.B) {
	benchmarkNumbers(b, "$ 12,345.67")
}

func benchmarkNumbers(b *testing.B, text string) {
	style, c := numberStyle{mark: decimalPoint}, textCell(text)
	var sum decimal
	b.ReportAllocs()
	for b.Loop() {
		d, _ := style.parse(c)
		sum = sum.plus(d)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds()/1e6, "Mcells/s")
	if sum.sign() == 0 {
		b.Fatal("nothing was summed")
	}
}

func BenchmarkTallyNumbers(b *testing.B) {
	c := textCell("12345")
	var tally numberTally
	b.ReportAllocs()
	for b.Loop() {
		tally.add(1, c)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds()/1e6, "Mcells/s")
}
