package plan

import (
	"math/big"
	"strings"
	"testing"
)

func TestAmount(t *testing.T) {
	tests := []struct {
		text, want, problem string
	}{
		{"40000", "40000", ""},
		{"40000.50", "40000.50", ""},
		{"0", "0", ""},
		{"0.125", "0.125", ""}, // 0 groups no thousands
		{"40000.5", "40000.5", ""},
		{"1234.5678", "1234.5678", ""},

		{"40.000", "40000", "ambiguous-number"},
		{"1.234", "1234", "ambiguous-number"},
		{"1,234", "1234", "ambiguous-number"},
		{"0,125", "0.125", "decimal-comma"},
		{"12,5", "12.5", "decimal-comma"},
		{"40.000,50", "40000.50", "thousands-separator"},
		{"40,000.50", "40000.50", "thousands-separator"},
		{"1.234.567", "1234567", "thousands-separator"},
		{"1,234,567", "1234567", "thousands-separator"},
		{"1'234'567", "1234567", "thousands-separator"},
		{"1_000", "1000", "thousands-separator"},
		{"40 000", "40000", "thousands-separator"},
		{"40\u202f000,5", "40000.5", "thousands-separator"}, // a narrow no-break space
		{"010", "10", "leading-zero"},
		{"00", "0", "leading-zero"},
		{"007.5", "7.5", "leading-zero"},
		{".5", "0.5", "half-a-decimal"},
		{"5.", "5", "half-a-decimal"},
		{"+5", "5", "half-a-decimal"},
		{".nan", "", "not-finite"},
		{"-.inf", "", "not-finite"},
		{"0x10", "16", "not-base-ten"},
		{"0o10", "8", "not-base-ten"},
		{"0b11", "3", "not-base-ten"},
		{"1e6", "1000000", "exponent"},
		{"1.5E3", "1500", "exponent"},
		{"25e-2", "0.25", "exponent"},
		{"1e999", "", "number-too-long"},
		{"40k", "40000", "abbreviated-number"},
		{"1,5 M", "1500000", "abbreviated-number"},
		{"2 millones", "2000000", "abbreviated-number"},
		{"1,00,000", "100000", "thousands-separator"}, // as in India
		{"12,34,567", "1234567", "thousands-separator"},
		{"$40,000.00", "40000.00", "currency-in-number"},
		{"US$ 40.000,00", "40000.00", "currency-in-number"},
		{"40000 USD", "40000", "currency-in-number"},
		{"40 000 pesos", "40000", "currency-in-number"},
		{"€ 12,50", "12.50", "currency-in-number"},
		{"S/ 500", "500", "currency-in-number"},
		{"-$5,000", "-5000", "currency-in-number"},
		{"−5000", "-5000", "text-around-number"}, // a typographer's minus
		{"(2,000)", "-2000", "number-in-parentheses"},
		{"30, 50, 60, 25", "30", "several-numbers"},
		{"27 90", "27", "several-numbers"},
		{"12 clients", "12", "text-around-number"},
		{"12 clientes aprox.", "12", "text-around-number"},
		{"$40 millones", "40000000", "abbreviated-number"},
		{"USD 40 mil", "40000", "abbreviated-number"},
		{"US$ 40,5 mil", "40500", "abbreviated-number"},
		{"40 mil USD", "40000", "abbreviated-number"},
		{"$40k", "40000", "abbreviated-number"},
		{"40M USD", "40000000", "abbreviated-number"},
		{"40 millones de pesos chilenos", "40000000", "abbreviated-number"},
		{"2 mil millones", "2000000000", "abbreviated-number"},
		{"40.500 mil", "40500000", "ambiguous-number"},
		{"1.234 leads", "1234", "ambiguous-number"},
		{"$40.000", "40000", "currency-in-number"},
		{"40000 pesos", "40000", "currency-in-number"},
		{"40 bn", "", "not-a-number"}, // who knows how many
		{"40x", "", "not-a-number"},
		{"2 veces", "", "not-a-number"},
		{"12 por semana", "", "not-a-number"},
		{"35 €/lead", "", "not-a-number"},
		{"(40 mil)", "", "not-a-number"}, // below 0 to accountants
		{"mil 40", "", "not-a-number"},
		{"0,5", "0.5", "decimal-comma"},
		{"1250,50", "1250.50", "decimal-comma"},
		{"40%", "40", "percent-not-allowed"},
		{"“40000”", "40000", "smart-quotes"},
		{"-35", "35", "negative-number"},
		{"1234567890123456", "", "number-too-large"},
		{"1234567890123456789012345678901", "", "number-too-long"},
		{"", "", "not-a-number"},
		{"-", "", "not-a-number"},
		{"plenty", "", "not-a-number"},
		{"1.2.3,4,5", "", "not-a-number"},
		{"50.5.1", "", "not-a-number"},
		{"1_0", "", "not-a-number"},
		{"٣", "", "not-a-number"}, // digits of another script
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			r, f := amount(test.text, 0, maxMoney)
			if f == nil {
				f = &fault{}
			}
			if f.name != test.problem {
				t.Fatalf("problem %q, want %q", f.name, test.problem)
			}
			if f.name != "" {
				if got := f.arg("want"); got != test.want {
					t.Errorf("hint says %q, want %q", got, test.want)
				}
				return
			}
			want, _ := new(big.Rat).SetString(test.want)
			if r.Cmp(want) != 0 {
				t.Errorf("read as %v, want %v", r, want)
			}
		})
	}
}

func TestParseRate(t *testing.T) {
	tests := []struct {
		text, value, problem string
	}{
		{"30%", "3/10", ""},
		{"30 %", "3/10", ""},
		{"0.3", "3/10", ""},
		{"12.345%", "2469/20000", ""},
		{"1", "1", ""},
		{"100%", "1", ""},
		{"27/90", "3/10", ""},
		{"27 / 90", "3/10", ""},
		{"90/90", "1", ""},
		{"20%..40%", "1479/5000", ""}, // mean of the Beta with these quantiles, 0.2958 to 4 decimals
		{"0.2..0.4", "1479/5000", ""},
		{"20% .. 20.05%", "801/4000", ""}, // narrower than 0.1 points: the middle
		{"20%..20%", "1/5", ""},
		{"12,345%", "12.345%", "decimal-comma"},
		{"12,5 %", "12.5%", "decimal-comma"},
		{"30", "30%", "rate-above-one"},
		{"1.5", "1.5%", "rate-above-one"},
		{"130%", "", "rate-above-hundred"},
		{"130", "", "rate-above-hundred"},
		{"0", "", "rate-not-above-zero"},
		{"30 percent", "30%", "text-around-number"},
		{"0.5 por ciento", "0.5%", "text-around-number"},
		{"~30%", "30%", "text-around-number"},
		{"60%  aprox", "60%", "text-around-number"},
		{"aprox. 60 % (estimada)", "60%", "text-around-number"},
		{"12,5 por ciento", "12.5%", "text-around-number"},
		{"60% anual", "", "not-a-number"},
		{"0,3", "0.3", "decimal-comma-share"},
		{"0,25", "0.25", "decimal-comma-share"},
		{"32,5", "32.5%", "decimal-comma"},
		{"32,5%", "32.5%", "decimal-comma"},
		{"30,50", "30.50%", "decimal-comma"},
		{"1,5", "1.5%", "decimal-comma"},
		{"0,2..0,4", "0.2..0.4", "decimal-comma"},
		{"2x", "", "not-a-number"},
		{"30%%", "", "not-a-number"},
		{"30, 50, 60, 25", "30%", "several-numbers"},
		{"30%, 50%", "30%", "several-numbers"},
		{"50.5.1%", "", "not-a-number"},
		{"1.234.567%", "", "rate-above-hundred"},
		{"$30", "30%", "currency-in-number"},
		{"20%...40%", "1479/5000", ""},
		{"20%-40%", "20%..40%", "range-with-dash"},
		{"20 a 40%", "20%..40%", "range-with-dash"},
		{"20% to 40%", "20%..40%", "range-with-dash"},
		{"30-40", "30%..40%", "range-with-dash"},
		{"0.3-0.4", "0.3..0.4", "range-with-dash"},
		{"40-20", "20%..40%", "range-with-dash"},
		{"between 20 and 40%", "20%..40%", "range-with-dash"},
		{"5e-3", "0.0050", "exponent"},
		{"20..40%", "20%..40%", "range-mixed"},
		{"20,5%..40%", "20.5%..40%", "decimal-comma"},
		{"20%..40,5%", "20%..40.5%", "decimal-comma"},
		{"20..40", "20%..40%", "rate-above-one"},
		{"20%..", "", "not-a-number"},
		{"0%..1%", "", "range-ends"},
		{"99%..100%", "", "range-ends"},
		{"1%..99%", "", "range-too-wide"},
		{"1/3%", "27/90", "bad-fraction"},
		{"-1/3", "27/90", "bad-fraction"},
		{"1/2/3", "27/90", "bad-fraction"},
		{"27 of 90", "27/90", "bad-fraction"},
		{"27 de cada 90", "27/90", "bad-fraction"},
		{"90 de 27", "27/90", "bad-fraction"},
		{"27 out of 0", "", "evidence-of-nothing"},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			rate, f := parseRate(test.text)
			f = suggesting(t, f, parseRate)
			switch {
			case f != nil && (f.name != test.problem || f.arg("want") != test.value):
				t.Errorf("problem %q with hint %q, want %q with %q", f.name, f.arg("want"), test.problem, test.value)
			case f == nil && test.problem != "":
				t.Errorf("read as %v, want %s", rate.Value, test.problem)
			case f == nil && rate.Value.RatString() != test.value:
				t.Errorf("read as %s, want %s", rate.Value.RatString(), test.value)
			}
		})
	}
}

// Who writes decimals with a comma is told the point, and how much that is.
func TestDecimalCommas(t *testing.T) {
	percentOf := func(parse func(string) (Percent, *fault)) func(string) *fault {
		return func(s string) *fault { _, f := parse(s); return f }
	}
	tests := []struct {
		key, text, problem, want, other string
		read                            func(string) *fault
	}{
		{"gross_margin", "0,6", "decimal-comma-share", "0.6", "60%", percentOf(parseShare)},
		{"confidence", "0,9", "decimal-comma-share", "0.9", "90%", percentOf(parseConfidence)},
		{"confidence", "97,5", "decimal-comma", "97.5%", "", percentOf(parseConfidence)},
		{"recovers", "0,1", "decimal-comma-share", "0.1", "10%", percentOf(parsePart)},
		{"target_return", "1,5", "decimal-comma-share", "1.5", "150%", percentOf(parseReturn)},
		{"target_return", "150,5", "decimal-comma", "150.5%", "", percentOf(parseReturn)},
		{"target_return", "150,5 %", "decimal-comma", "150.5%", "", percentOf(parseReturn)},
		{"target_return", "2,5 veces", "return-in-times", "150%", "250%", percentOf(parseReturn)},
		{"target_return", "2x", "return-in-times", "100%", "200%", percentOf(parseReturn)},
		{"target_return", "x2", "return-in-times", "100%", "200%", percentOf(parseReturn)},
		{"target_return", "3 times the budget", "return-in-times", "200%", "300%", percentOf(parseReturn)},
		{"check.on_track", "0,95", "decimal-comma-share", "0.95", "95%", percentOf(parseAttainment)},
	}
	for _, test := range tests {
		f := test.read(test.text)
		if f != nil {
			f = f.acceptable(test.read)
		}
		if f == nil || f.name != test.problem || f.arg("want") != test.want || f.arg("other") != test.other {
			t.Errorf("%s: %s: %v, want %s with %q and %q", test.key, test.text, f, test.problem, test.want, test.other)
		}
	}
}

func TestEvidenceIsABeta(t *testing.T) {
	rate, f := parseRate("27/90")
	if f != nil {
		t.Fatal(f.name)
	}
	if rate.Alpha != 27.5 || rate.Beta != 63.5 || rate.Seen != 27 || rate.Of != 90 {
		t.Errorf("27/90 is Beta(%v, %v), seen %d of %d", rate.Alpha, rate.Beta, rate.Seen, rate.Of)
	}
}

func TestParseLag(t *testing.T) {
	tests := []struct {
		text      string
		low, high Duration
		problem   string
		want      string
	}{
		{"4h", 4, 4, "", ""},
		{"10d", 240, 240, "", ""},
		{"6w", 1008, 1008, "", ""},
		{"3mo", 2160, 2160, "", ""},
		{"0d", 0, 0, "", ""},
		{"5d..30d", 120, 720, "", ""},
		{"12h .. 2w", 12, 336, "", ""},
		{"10", 0, 0, "duration-without-unit", "10d"},
		{"5..30d", 0, 0, "duration-without-unit", "5d..30d"},
		{"10 days", 0, 0, "bad-duration", "10d"},
		{"2 semanas", 0, 0, "bad-duration", "2w"},
		{"3 meses", 0, 0, "bad-duration", "3mo"},
		{"3M", 0, 0, "months-or-minutes", "3mo"},
		{"2m", 0, 0, "months-or-minutes", "2mo"},
		{"90 m", 0, 0, "months-or-minutes", "90mo"},
		{"1m..2m", 0, 0, "months-or-minutes", "1mo..2mo"},
		{"1,5mo", 0, 0, "bad-duration", "45d"},
		{"1.5 meses", 0, 0, "bad-duration", "45d"},
		{"1,5 semanas", 0, 0, "bad-duration", "252h"},
		{"1.5d", 0, 0, "bad-duration", "36h"},
		{"1.3d", 0, 0, "bad-duration", "10d"},
		{"-3d", 0, 0, "bad-duration", "10d"},
		{"10 días", 0, 0, "bad-duration", "10d"},
		{"2 weeks", 0, 0, "bad-duration", "2w"},
		{"30 seconds", 0, 0, "bad-duration", "10d"},
		{"5-30d", 0, 0, "bad-duration", "5d..30d"},
		{"5-30", 0, 0, "bad-duration", "5d..30d"},
		{"1 a 2 semanas", 0, 0, "bad-duration", "1w..2w"},
		{"30d-5d", 0, 0, "bad-duration", "5d..30d"},
		{"5 days..10 days", 0, 0, "bad-duration", "5d..10d"},
		{"0d..3d", 0, 0, "lag-from-zero", "3d"},
		{"3d..3d", 0, 0, "range-of-nothing", "3d"},
		{"3d..72h", 0, 0, "range-of-nothing", "3d"},
		{"9d..3d", 0, 0, "range-order", "3d..9d"},
		{"99999999999999999999d", 0, 0, "duration-too-long", ""},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			lag, f := parseLag(test.text)
			if f = suggesting(t, f, parseLag); f == nil {
				f = &fault{}
			}
			if f.name != test.problem || f.arg("want") != test.want {
				t.Errorf("problem %q with hint %q, want %q with %q", f.name, f.arg("want"), test.problem, test.want)
			}
			if lag.Low != test.low || lag.High != test.high {
				t.Errorf("read as %d..%d hours, want %d..%d", lag.Low, lag.High, test.low, test.high)
			}
		})
	}
}

func TestParsePeriod(t *testing.T) {
	tests := []struct{ text, want, problem string }{
		{"2027", "2027-01-01..2027-12-31", ""},
		{"2027-Q1", "2027-01-01..2027-03-31", ""},
		{"2027-Q4", "2027-10-01..2027-12-31", ""},
		{"2028-02", "2028-02-01..2028-02-29", ""},
		{"2027-01-15..2027-03-31", "2027-01-15..2027-03-31", ""},
		{"2027-Q1..2027-Q2", "2027-01-01..2027-06-30", ""},
		{"2027-01-15..2027-01-15", "2027-01-15..2027-01-15", ""},
		{"2027-01-15", "2027-Q1", "period-of-one-day"},
		{"31/12/2026", "2026-Q4", "period-of-one-day"},
		{"hasta el 31 de diciembre de 2026", "2027-Q1", "bad-period"},
		{"Q3 2027", "2027-Q3", "bad-period"},
		{"2027-q3", "2027-Q3", "bad-period"},
		{"T3-2027", "2027-Q3", "bad-period"},
		{"3er trimestre 2027", "2027-Q3", "bad-period"},
		{"year 2027", "2027", "bad-period"},
		{"2027-Q5", "2027-Q1", "bad-period"},
		{"2027-13", "2027-Q1", "bad-period"},
		{"soon", "2027-Q1", "bad-period"},
		{"2027-3", "2027-03", "bad-period"},
		{"2027/03", "2027-03", "bad-period"},
		{"03/2027", "2027-03", "bad-period"},
		{"March 2027", "2027-03", "bad-period"},
		{"marzo de 2027", "2027-03", "bad-period"},
		{"mar 2027", "2027-03", "bad-period"},
		{"2027-H1", "2027-01-01..2027-06-30", "bad-period"},
		{"segundo semestre 2027", "2027-07-01..2027-12-31", "bad-period"},
		{"2027-01-01 to 2027-03-31", "2027-01-01..2027-03-31", "bad-period"},
		{"2027-01-01 a 2027-03-31", "2027-01-01..2027-03-31", "bad-period"},
		{"2027-01-01 - 2027-03-31", "2027-01-01..2027-03-31", "bad-period"},
		{"2027-01-01–2027-03-31", "2027-01-01..2027-03-31", "bad-period"},
		{"2027-01-01/2027-03-31", "2027-01-01..2027-03-31", "bad-period"},
		{"enero a marzo 2027", "2027-01..2027-03", "bad-period"},
		{"Q1-Q2 2027", "2027-Q1..2027-Q2", "bad-period"},
		{"31/03/2027", "2027-Q1", "period-of-one-day"},
		{"03/04/2027", "2027-Q1", "bad-period"}, // in March to some
		{"2027-01-01..31.03.2027", "2027-01-01..2027-03-31", "bad-date"},
		{"2027-01-01..03/31/2027", "2027-01-01..2027-03-31", "bad-date"},
		{"2027-01-01..2027-02-30", "2027-01-01..2027-02-28", "bad-date"},
		{"2027-01..mayo 2027", "2027-01..2027-05", "bad-date"},
		{"2027-Q2..2027-Q1", "2027-Q1..2027-Q2", "period-backwards"},
		{"2027..2036", "2027-01-01..2036-12-31", ""},
		{"2027..2037", "", "period-too-long"},
		{"1890", "", "year-out-of-range"},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			p, f := parsePeriod(test.text)
			f = suggesting(t, f, parsePeriod)
			switch {
			case f != nil && (f.name != test.problem || f.arg("want") != test.want):
				t.Errorf("problem %q with hint %q, want %q with %q", f.name, f.arg("want"), test.problem, test.want)
			case f == nil && test.problem != "":
				t.Errorf("read as %v, want %s", p.Span, test.problem)
			case f == nil && p.Span.Start.String()+".."+p.Span.End.String() != test.want:
				t.Errorf("read as %v..%v, want %s", p.Span.Start, p.Span.End, test.want)
			}
		})
	}
}

func TestParseDates(t *testing.T) {
	tests := []struct{ text, want, problem string }{
		{"2027-04-12..2027-04-16", "", ""},
		{"2027-04-12", "", ""},
		{"2027-04-12 to 2027-04-16", "2027-04-12..2027-04-16", "bad-date"},
		{"12-16 April 2027", "2027-04-12..2027-04-16", "bad-date"},
		{"12 al 16 de abril de 2027", "2027-04-12..2027-04-16", "bad-date"},
		{"16.04.2027", "2027-04-16", "bad-date"},
		{"2027-04-12..16.04.2027", "2027-04-12..2027-04-16", "bad-date"},
		{"in April", "2027-03-31", "bad-date"},
	}
	for _, test := range tests {
		_, f := parseDates(test.text)
		if f = suggesting(t, f, parseDates); f == nil {
			f = &fault{}
		}
		if f.name != test.problem || f.arg("want") != test.want {
			t.Errorf("%s: problem %q with hint %q, want %q with %q", test.text, f.name, f.arg("want"), test.problem, test.want)
		}
	}
}

// A number for each client may well be given as a percentage of the clients.
func TestParseNumber(t *testing.T) {
	tests := []struct{ text, want, problem string }{
		{"0.2", "", ""},
		{"20%", "0.2", "percent-not-allowed"},
		{"12.5 %", "0.1250", "percent-not-allowed"},
		{"-0.2", "0.2", "negative-number"},
	}
	for _, test := range tests {
		_, f := parseNumber(test.text)
		if f = suggesting(t, f, parseNumber); f == nil {
			f = &fault{}
		}
		if f.name != test.problem || f.arg("want") != test.want {
			t.Errorf("%s: problem %q with hint %q, want %q with %q", test.text, f.name, f.arg("want"), test.problem, test.want)
		}
	}
}

// suggesting is a fault as it is told, and holds that what it suggests is right.
func suggesting[T any](t *testing.T, f *fault, parse func(string) (T, *fault)) *fault {
	t.Helper()
	if f == nil {
		return nil
	}
	f = f.acceptable(func(want string) *fault { _, f := parse(want); return f })
	for _, key := range []string{"want", "other"} {
		if want := f.arg(key); want != "" {
			if _, again := parse(want); again != nil {
				t.Errorf("what %s suggests, %q, is %s", f.name, want, again.name)
			}
		}
	}
	return f
}

// Nothing of a budget can be below 0 but a line, and there is no half of a count.
func TestSuggestionsSuitTheirKeys(t *testing.T) {
	tests := []struct {
		name    string
		f       *fault
		want    string
		problem string
	}{
		{"line", told("(2,000)", parseLine), "-2000", "number-in-parentheses"},
		{"line", told("-$5,000", parseLine), "-5000", "currency-in-number"},
		{"price", told("(2,000)", parsePrice), "", "not-above-zero"},
		{"price", told("-5", parsePrice), "", "not-above-zero"},
		{"clients", told("-5", parseClients), "", "not-above-zero"},
		{"share", told("-5%", parseShare), "", "not-above-zero"},
		{"share", told("1 of 3", parseShare), "1/3", "bad-fraction"},
		{"count", told("1,234", parseCount), "1234", "thousands-separator"},
		{"count", told("12,5", parseCount), "13", "not-whole"},
		{"money", told("1,234", parseMoney), "1234", "ambiguous-number"},
	}
	for _, test := range tests {
		if test.f.name != test.problem || test.f.arg("want") != test.want {
			t.Errorf("%s: problem %q with hint %q, want %q with %q", test.name, test.f.name, test.f.arg("want"), test.problem, test.want)
		}
	}
}

// told is the fault of a text as it is told.
func told[T any](text string, parse func(string) (T, *fault)) *fault {
	_, f := parse(text)
	return f.acceptable(func(want string) *fault { _, f := parse(want); return f })
}

func TestCurrency(t *testing.T) {
	for code, want := range map[string]int{"USD": 2, "CLP": 0, "CLF": 4, "KWD": 3, "EUR": 2, "COP": 2, "PYG": 0} {
		if got, ok := Currency(code); !ok || got != want {
			t.Errorf("Currency(%s) = %d, %v; want %d", code, got, ok, want)
		}
	}
	for _, code := range []string{"", "usd", "US", "USDX", "D A", "XXX", "XAU"} {
		if _, ok := Currency(code); ok {
			t.Errorf("Currency(%q) is one", code)
		}
	}
	seen := map[string]bool{}
	for _, code := range Currencies() {
		if len(code) != 3 || seen[code] {
			t.Errorf("%q is listed twice, or is no code", code)
		}
		seen[code] = true
	}
}

// What people call a currency leads to its code, or to all codes that it may mean.
func TestCurrencyNames(t *testing.T) {
	for word, want := range map[string]string{
		"usd": "USD", "US$": "USD", "€": "EUR", "Dólares": "USD", "soles": "PEN", "UF": "CLF", "EURO": "EUR", "CPL": "CLP",
		"pesos chilenos": "CLP", "pesos colombianos": "COP", "Peso mexicano": "MXN", "Mexican pesos": "MXN",
		"pesos argentinos": "ARS", "pesos uruguayos": "UYU", "Pesos Dominicanos": "DOP", "quetzales": "GTQ",
		"bolivianos": "BOB", "guaraníes": "PYG", "colones": "CRC", "lempiras": "HNL", "córdobas": "NIO", "balboas": "PAB",
		"bolívares": "VES", "reais": "BRL", "reales brasileños": "BRL", "nuevos soles": "PEN", "libras esterlinas": "GBP",
		"pounds sterling": "GBP", "dólares estadounidenses": "USD", "US dollars": "USD", "unidades de fomento": "CLF",
		"México": "MXN", "España": "EUR", "zlotych": "USD", "???": "USD", "": "USD",
	} {
		_, f := parseCurrency(word)
		if f == nil || f.name != "unknown-currency" || f.arg("want") != want {
			t.Errorf("%s: %v, want %s", word, f, want)
		}
	}
	for word, want := range map[string]string{
		"pesos": "CLP, MXN, COP, ARS, UYU, DOP", "Peso": "CLP, MXN, COP, ARS, UYU, DOP", "$": "USD, CLP, MXN, COP, ARS, UYU",
		"Bs.": "BOB, VES",
	} {
		_, f := parseCurrency(word)
		if f == nil || f.name != "several-currencies" || f.arg("known") != want {
			t.Errorf("%s: %v, want one of %s", word, f, want)
		}
	}
	for _, row := range currencyNames {
		for _, code := range strings.Fields(row.codes) {
			if _, ok := Currency(code); !ok {
				t.Errorf("%s is the code of no currency", code)
			}
		}
	}
}

func TestNear(t *testing.T) {
	tests := []struct{ word, want string }{
		{"budgt", "budget"},
		{"Budget", "budget"},
		{"target-return", "target_return"},
		{"targte_return", "target_return"},
		{"stage", "stages"},
		{"weather", ""},
		{"x", ""},
	}
	for _, test := range tests {
		got, ok := Near(test.word, keysIn(""))
		if !ok {
			got = ""
		}
		if got != test.want {
			t.Errorf("Near(%s) = %q, want %q", test.word, got, test.want)
		}
	}
}

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Inbound":                "inbound",
		"Gira comercial España":  "gira-comercial-espana",
		"  A  --  B  ":           "a-b",
		"2027 fair":              "funnel-2027-fair",
		"客户":                     "funnel-3",
		"__x__":                  "x",
		string(make([]byte, 99)): "funnel-3",
	} {
		got := slug(name, "funnel-3")
		if got != want || !isID(got) {
			t.Errorf("slug(%q) = %q, want %q", name, got, want)
		}
	}
}

// The Spanish words of keys must lead to keys, or their hint would be wrong.
func TestSpanishWordsLeadToKeys(t *testing.T) {
	names := map[string]bool{}
	for _, k := range Keys() {
		_, name := splitPath(k.Path)
		names[name] = true
	}
	for spanish, english := range inSpanish() {
		if !names[english] || names[spanish] {
			t.Errorf("%s stands for %s", spanish, english)
		}
	}
}
