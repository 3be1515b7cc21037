package i18n

import (
	"math/big"
	"testing"
	"time"
)

func rat(s string) *big.Rat {
	x, _ := new(big.Rat).SetString(s)
	return x
}

func TestNumbers(t *testing.T) {
	en, es := English(), Spanish()
	for _, test := range []struct {
		got, want string
	}{
		{en.Count(big.NewInt(1234567)), "1,234,567"},
		{es.Count(big.NewInt(1234567)), "1.234.567"},
		{es.Count(big.NewInt(-1000)), "−1.000"},
		{en.Count(big.NewInt(999)), "999"},
		{en.Decimal(rat("1234.5"), 2), "1,234.50"},
		{es.Decimal(rat("1234.5"), 1), "1.234,5"},
		{en.Decimal(rat("0.125"), 2), "0.13"},   // half away from zero
		{en.Decimal(rat("-0.125"), 2), "−0.13"}, // on both sides
		{en.Decimal(rat("-0.001"), 2), "0.00"},  // no minus in front of nothing
		{en.Decimal(rat("2/3"), 0), "1"},
		{en.Short(rat("1/3"), 4), "0.3333"},
		{en.Short(rat("100"), 4), "100"},
		{en.Short(rat("62.50"), 4), "62.5"},
		{en.Percent(rat("0.3")), "30%"},
		{es.Percent(rat("0.125")), "12,5\u00a0%"},
		{en.Percent(rat("1/3")), "33.33%"},
		{en.Percent(rat("0.000001")), "0.0001%"}, // as many decimals as it takes
		{en.Percent(rat("0.0000011")), "0.00011%"},
		{es.Percent(rat("-0.0000123")), "−0,0012\u00a0%"},
		{en.Percent(rat("1/100000000000")), "0%"},
		{en.Percent(rat("0")), "0%"},
		{en.LongPercent(rat("0.123456")), "12.3456%"},
		{en.Chance(0.5507), "55%"},
		{es.Chance(0.5507), "55\u00a0%"},
		{en.Chance(0), "0%"},
		{en.Chance(1), "100%"},
		{en.Chance(0.0004), "< 0.1%"},
		{en.Chance(0.0044), "0.4%"},
		{en.Chance(0.9999), "> 99.9%"},
		{en.Chance(0.9951), "99.5%"},
	} {
		if test.got != test.want {
			t.Errorf("%q, want %q", test.got, test.want)
		}
	}
}

func TestMoney(t *testing.T) {
	en, es := English(), Spanish()
	for _, test := range []struct {
		got, want string
	}{
		{en.Money(rat("40000"), "USD", 2), "$40,000.00"},
		{en.RoundMoney(rat("40000"), "USD", 2), "$40,000"},
		{en.RoundMoney(rat("89.5"), "USD", 2), "$89.50"},
		{en.Money(rat("-12.5"), "USD", 2), "−$12.50"},
		{en.Money(rat("1234.5"), "CHF", 2), "CHF\u00a01,234.50"},
		{en.Money(rat("1234.5"), "", 2), "1,234.50"},
		{en.Money(rat("40000.4"), "CLP", 0), "CLP\u00a040,000"},
		{es.Money(rat("40000.5"), "CLP", 0), "$40.001"},
		{es.Money(rat("1234.5"), "EUR", 2), "1.234,50\u00a0€"},
		{es.Money(rat("1234.5"), "USD", 2), "US$\u00a01.234,50"},
		{es.Money(rat("1234.5"), "PEN", 2), "S/\u00a01.234,50"},
		{es.Money(rat("-3"), "CLP", 0), "−$3"},
		{es.Money(rat("1234.567"), "KWD", 3), "1.234,567\u00a0KWD"},
	} {
		if test.got != test.want {
			t.Errorf("%q, want %q", test.got, test.want)
		}
	}
}

func TestDates(t *testing.T) {
	day := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
	en, es := English(), Spanish()
	for _, test := range []struct {
		got, want string
	}{
		{en.Date(day(2027, 3, 31)), "31 Mar 2027"},
		{es.Date(day(2027, 9, 1)), "1 sept 2027"},
		{en.Days(day(2027, 1, 1), day(2027, 3, 31)), "1 Jan – 31 Mar 2027"},
		{en.Days(day(2027, 4, 12), day(2027, 4, 16)), "12 – 16 Apr 2027"},
		{es.Days(day(2026, 12, 1), day(2027, 1, 31)), "1 dic 2026 – 31 ene 2027"},
		{en.Days(day(2027, 4, 12), day(2027, 4, 12)), "12 Apr 2027"},
	} {
		if test.got != test.want {
			t.Errorf("%q, want %q", test.got, test.want)
		}
	}
}
