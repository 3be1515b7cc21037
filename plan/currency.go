package plan

import (
	"slices"
	"strings"
)

// currencies are the codes of ISO 4217, list one of January 2026, by the
// decimals of their smallest unit: all but metals, bond units, special drawing
// rights and test codes, in which nobody plans sales.
var currencies = [5]string{ //nolint:gochecknoglobals // a table that never changes
	0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
	2: "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD " +
		"CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD " +
		"GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL " +
		"MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN " +
		"QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS " +
		"UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG",
	3: "BHD IQD JOD KWD LYD OMR TND",
	4: "CLF UYW",
}

// Currency gives the decimals of a currency's smallest unit by its ISO 4217
// code: 2 for USD, 0 for CLP. It is false for what is no such code.
func Currency(code string) (decimals int, ok bool) {
	if len(code) != 3 || strings.Contains(code, " ") {
		return 0, false
	}
	for decimals, codes := range currencies {
		if strings.Contains(codes, code) {
			return decimals, true
		}
	}
	return 0, false
}

// Currencies lists the codes that [Currency] knows.
func Currencies() []string {
	return strings.Fields(strings.Join(currencies[:], " "))
}

// parseCurrency reads an ISO 4217 code.
func parseCurrency(s string) (string, *fault) {
	if _, ok := Currency(s); !ok {
		return "", bad("unknown-currency", "want", meantCurrency(s))
	}
	return s, nil
}

// meantCurrency is the code of a sign or word, or else the code most like it.
func meantCurrency(s string) string {
	if code, ok := currencyNamed(s); ok {
		return code
	}
	return nearest(s, Currencies())
}

// currencyNamed is the code of a currency's sign or name.
func currencyNamed(s string) (code string, ok bool) {
	words := []struct{ code, words string }{
		{"USD", "$ us$ dollar dollars dolar dolares"},
		{"EUR", "€ euro euros"},
		{"GBP", "£ pound pounds"},
		{"PEN", "s/ s/. sol soles"},
		{"BRL", "r$ real reais reales"},
		{"JPY", "¥ yen"},
		{"CLF", "uf"},
		{"CLP", "peso pesos"},
	}
	for _, w := range words {
		if slices.Contains(strings.Fields(w.words), strings.ToLower(withoutAccents(s))) {
			return w.code, true
		}
	}
	return "", false
}
