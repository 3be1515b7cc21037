package report

import (
	"encoding/json"
	"math/big"
	"testing"

	"embudo/funnel"
	"embudo/internal/i18n"
)

func rational(s string) *big.Rat {
	x, ok := new(big.Rat).SetString(s)
	if !ok {
		panic(s)
	}
	return x
}

func date(s string) funnel.Date {
	d, err := funnel.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// People see a value in their language, machines see it plainly.
func TestValues(t *testing.T) {
	q1 := funnel.Span{Start: date("2027-01-01"), End: date("2027-03-31")}
	for _, test := range []struct {
		name         string
		value        Value
		en, es, bare string
	}{
		{"text", Text("MQL, año 1"), "MQL, año 1", "MQL, año 1", "MQL, año 1"},
		{"term", Term{Key: "sales", Shown: "ventas"}, "ventas", "ventas", "sales"},
		{"count", Count{big.NewInt(1234567)}, "1,234,567", "1.234.567", "1234567"},
		{"no more than one", Count{big.NewInt(-1)}, "−1", "−1", "-1"},
		{"number", Number{rational("1234567/8"), 2}, "154,320.88", "154.320,88", "154320.875"},
		{"number that rounds up", Number{rational("0.005"), 2}, "0.01", "0,01", "0.005"},
		{"number below zero", Number{rational("-0.005"), 2}, "−0.01", "−0,01", "-0.005"},
		{"number without end", Number{rational("1/3"), 1}, "0.3", "0,3", "0.3333333333333333"},
		{"large number", Number{rational("12345678901234567890"), 0}, "12,345,678,901,234,567,890", "12.345.678.901.234.567.890", "12345678901234567000"},
		{"money", Money{rational("98.0392")}, "$98.04", "US$\u00a098,04", "98.0392"},
		{"money owed", Money{rational("-1234.5")}, "−$1,234.50", "−US$\u00a01.234,50", "-1234.5"},
		{"percent", Percent{rational("0.2486")}, "24.86%", "24,86\u00a0%", "0.2486"},
		{"whole percent", Percent{rational("0.3")}, "30%", "30\u00a0%", "0.3"},
		{"percent of a third", Percent{rational("1/3")}, "33.33%", "33,33\u00a0%", "0.3333333333333333"},
		{"day", Day(date("2027-03-01")), "1 Mar 2027", "1 mar 2027", "2027-03-01"},
		{"days", Days(q1), "1 Jan – 31 Mar 2027", "1 ene – 31 mar 2027", "2027-01-01..2027-03-31"},
		{"range", Range{Count{big.NewInt(7)}, Count{big.NewInt(1025)}}, "7 – 1,025", "7 – 1.025", "7..1025"},
		{"range of one", Range{Count{big.NewInt(7)}, Count{big.NewInt(7)}}, "7", "7", "7..7"},
		{"range that shows as one", Range{Number{rational("0.01"), 1}, Number{rational("0.02"), 1}}, "0.0", "0,0", "0.01..0.02"},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, l := range []*i18n.Language{i18n.English(), i18n.Spanish()} {
				want := map[string]string{"en": test.en, "es": test.es}[l.Code]
				d := &Document{Language: l, Currency: "USD", MinorUnits: 2}
				if got := d.Show(Cell{Value: test.value}); got != want {
					t.Errorf("%s: shown as %q, want %q", l.Code, got, want)
				}
			}
			if got := test.value.Raw(); got != test.bare {
				t.Errorf("raw %q, want %q", got, test.bare)
			}
		})
	}
}

// Money has the decimals of its currency, and no sign where there is none.
func TestMoneyOfOtherCurrencies(t *testing.T) {
	for _, test := range []struct {
		currency   string
		minorUnits int
		want       string
	}{
		{"CLP", 0, "$1.235"}, {"EUR", 2, "1.234,57\u00a0€"}, {"KWD", 3, "1.234,568\u00a0KWD"}, {"", 2, "1.234,57"},
	} {
		d := &Document{Language: i18n.Spanish(), Currency: test.currency, MinorUnits: test.minorUnits}
		if got := d.Show(Cell{Value: Money{rational("1234.5678")}}); got != test.want {
			t.Errorf("%s: %q, want %q", test.currency, got, test.want)
		}
	}
}

// What there is none of is said, and marks stay with their value.
func TestShowCell(t *testing.T) {
	d := &Document{Language: i18n.English()}
	for _, test := range []struct {
		cell Cell
		want string
	}{
		{Cell{}, "–"},
		{Cell{Marks: []int{1}}, "–"},
		{Cell{Value: Text("MQL"), Marks: []int{1}}, "MQL\u00a0¹"},
		{Cell{Value: Text("MQL"), Marks: []int{2, 10}}, "MQL\u00a0²\u00a0¹⁰"},
		{Cell{Value: Text("MQL"), Tone: Bad}, "MQL"},
		{text(""), "–"},
		{count(nil), "–"},
		{number(nil, 2), "–"},
		{money(nil), "–"},
		{percent(nil), "–"},
		{span(nil), "–"},
		{term("", nil), "–"},
		{rangeOf(funnel.Expected{}, money), "–"},
		{text("a"), "a"},
		{count(big.NewInt(0)), "0"},
		{number(new(big.Rat), 2), "0.00"},
		{percent(new(big.Rat)), "0%"},
	} {
		if got := d.Show(test.cell); got != test.want {
			t.Errorf("%+v is shown as %q, want %q", test.cell, got, test.want)
		}
	}
}

// JSON has the float64 nearest to an exact number, and null where there is none.
func TestNumbersInJSON(t *testing.T) {
	for _, test := range []struct {
		value any
		want  string
	}{
		{exact{}, "null"},
		{exact{rational("1/3")}, "0.3333333333333333"},
		{exact{rational("40000")}, "40000"},
		{whole(nil), "null"},
		{whole(big.NewInt(447)), "447"},
		{optional(""), "null"},
		{optional("sales"), `"sales"`},
	} {
		got, err := json.Marshal(test.value)
		if err != nil || string(got) != test.want {
			t.Errorf("%v becomes %s (%v), want %s", test.value, got, err, test.want)
		}
	}
}
