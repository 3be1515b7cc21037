package plan

import (
	"slices"
	"strings"
	"unicode"
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
	if _, ok := Currency(s); ok {
		return s, nil
	}
	switch codes := currenciesNamed(s); len(codes) {
	case 0:
		return "", bad("unknown-currency", "want", likeCurrency(s))
	case 1:
		return "", bad("unknown-currency", "want", codes[0])
	default:
		return "", bad("several-currencies", "known", strings.Join(codes, ", "))
	}
}

// likeCurrency is the code that a word of its length was meant to be, or else the
// commonest one.
func likeCurrency(s string) string {
	if code := nearest(s, Currencies()); len(s) <= 4 && editDistance(fold(s), fold(code)) <= 1 {
		return code
	}
	return "USD"
}

// isCurrency reports whether a word is the sign, the code or the name of a
// currency.
func isCurrency(word string) bool {
	isSign := func(r rune) bool { return unicode.Is(unicode.Sc, r) }
	if strings.IndexFunc(word, isSign) >= 0 {
		return strings.TrimFunc(word, func(r rune) bool { return isSign(r) || unicode.IsUpper(r) }) == "" // US$
	}
	_, isCode := Currency(word)
	return isCode || len(currenciesNamed(word)) > 0
}

// currencyNames are what people call the currencies of Latin America, Spain, the
// United States and the United Kingdom, in Spanish, English and Portuguese: in
// the singular, in small letters without accents, with commas between them. The
// name of a country means its currency.
var currencyNames = []struct{ codes, names string }{ //nolint:gochecknoglobals // a table that never changes
	{"USD CLP MXN COP ARS UYU", "$"},
	{"CLP MXN COP ARS UYU DOP", "peso"},
	{"BOB VES", "bs, bs."},
	{"USD", "us$, u$s, u$d, $us, usd$, dolar, dollar, dolar estadounidense, dolar americano, us dollar, american dollar, " +
		"estados unidos, united states, usa, ecuador, el salvador"},
	{"EUR", "€, euro, espana, spain, espanha"},
	{"GBP", "£, libra, libra esterlina, pound, pound sterling, british pound, sterling, reino unido, united kingdom, uk"},
	{"CLP", "peso chileno, chilean peso, ch$, clp$, chile"},
	{"MXN", "peso mexicano, mexican peso, mx$, mex$, mexico"},
	{"COP", "peso colombiano, colombian peso, col$, cop$, colombia"},
	{"ARS", "peso argentino, argentine peso, argentinian peso, ar$, argentina"},
	{"UYU", "peso uruguayo, uruguayan peso, $u, uruguay, uruguai"},
	{"DOP", "peso dominicano, dominican peso, rd$, republica dominicana, dominican republic"},
	{"CUP", "peso cubano, cuban peso, cuba"},
	{"PEN", "s/, s/., sol, sol peruano, nuevo sol, peruvian sol, peru"},
	{"BRL", "r$, real, reais, real brasileno, brazilian real, real brasileiro, reais brasileiros, brasil, brazil"},
	{"BOB", "boliviano, bolivian boliviano, bolivia"},
	{"CRC", "₡, colon, colon costarricense, costa rican colon, costa rica"},
	{"GTQ", "quetzal, quetzal guatemalteco, guatemalan quetzal, guatemala"},
	{"HNL", "lempira, lempira hondureno, honduran lempira, honduras"},
	{"NIO", "c$, cordoba, cordoba nicaraguense, nicaraguan cordoba, nicaragua"},
	{"PAB", "balboa, balboa panameno, panamanian balboa, panama"},
	{"PYG", "₲, guarani, guarani paraguayo, paraguayan guarani, paraguay, paraguai"},
	{"VES", "bolivar, bolivar soberano, bolivar digital, venezuelan bolivar, venezuela"},
	{"HTG", "gourde, gurda, haitian gourde, haiti"},
	{"CLF", "uf, unidad de fomento, unidades de fomento"},
	{"CAD", "dolar canadiense, canadian dollar"},
	{"JPY", "¥, yen, japanese yen"},
}

// currenciesNamed are the codes of the currencies that a sign or name can mean:
// pesos are those of several countries.
func currenciesNamed(s string) []string {
	typed := strings.Fields(strings.ToLower(withoutAccents(s)))
	for _, row := range currencyNames {
		for _, name := range strings.Split(row.names, ", ") {
			if slices.EqualFunc(typed, strings.Fields(name), isWordOrPlural) {
				return strings.Fields(row.codes)
			}
		}
	}
	return nil
}

// isWordOrPlural reports whether a word is another one, or its plural in Spanish,
// English or Portuguese.
func isWordOrPlural(word, singular string) bool {
	return word == singular || len(singular) > 2 && (word == singular+"s" || word == singular+"es")
}
