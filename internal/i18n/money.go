package i18n

import (
	"math/big"
	"strings"
)

// symbol is how a currency is marked: before or after the amount, with or
// without a space between.
type symbol struct {
	mark  string
	after bool
	apart bool
}

// englishSymbol marks currencies as is usual in English: a sign in front where
// one is well known and cannot be mistaken, else the code.
func englishSymbol(currency string) symbol {
	switch currency {
	case "USD":
		return symbol{mark: "$"}
	case "EUR":
		return symbol{mark: "€"}
	case "GBP":
		return symbol{mark: "£"}
	case "JPY":
		return symbol{mark: "¥"}
	case "BRL":
		return symbol{mark: "R$"}
	case "INR":
		return symbol{mark: "₹"}
	case "CAD":
		return symbol{mark: "CA$"}
	case "AUD":
		return symbol{mark: "A$"}
	case "MXN":
		return symbol{mark: "MX$"}
	default:
		return symbol{mark: currency, apart: true}
	}
}

// spanishSymbol marks currencies as is usual where Spanish is spoken: the
// dollar sign belongs to the pesos, and the euro follows its amount.
func spanishSymbol(currency string) symbol {
	switch currency {
	case "CLP", "COP", "MXN", "ARS", "DOP", "CUP":
		return symbol{mark: "$"}
	case "UYU":
		return symbol{mark: "$U", apart: true}
	case "USD":
		return symbol{mark: "US$", apart: true}
	case "PEN":
		return symbol{mark: "S/", apart: true}
	case "BRL":
		return symbol{mark: "R$", apart: true}
	case "BOB":
		return symbol{mark: "Bs", apart: true}
	case "PYG":
		return symbol{mark: "₲", apart: true}
	case "CRC":
		return symbol{mark: "₡"}
	case "GTQ":
		return symbol{mark: "Q", apart: true}
	case "HNL":
		return symbol{mark: "L", apart: true}
	case "EUR":
		return symbol{mark: "€", after: true, apart: true}
	case "GBP":
		return symbol{mark: "£", after: true, apart: true}
	default:
		return symbol{mark: currency, after: true, apart: true}
	}
}

// Money writes an amount with all decimals of its currency.
func (l *Language) Money(amount *big.Rat, currency string, decimals int) string {
	return l.mark(l.Decimal(amount, decimals), currency)
}

// RoundMoney writes an amount without decimals where it is whole, for
// sentences.
func (l *Language) RoundMoney(amount *big.Rat, currency string, decimals int) string {
	if amount.IsInt() {
		decimals = 0
	}
	return l.Money(amount, currency, decimals)
}

// AboutMoney writes an expected amount in a sentence: whole from 1,000 on, where
// cents would claim what nobody knows.
func (l *Language) AboutMoney(amount *big.Rat, currency string, decimals int) string {
	if new(big.Rat).Abs(amount).Cmp(big.NewRat(1000, 1)) >= 0 {
		decimals = 0
	}
	return l.Money(amount, currency, decimals)
}

// mark sets the currency beside an amount; the minus stays in front of both.
func (l *Language) mark(amount, currency string) string {
	if currency == "" {
		return amount
	}
	s, space, sign := l.symbol(currency), "", ""
	if s.apart {
		space = noBreakSpace
	}
	if s.after {
		return amount + space + s.mark
	}
	if strings.HasPrefix(amount, Minus) {
		sign, amount = Minus, strings.TrimPrefix(amount, Minus)
	}
	return sign + s.mark + space + amount
}

const noBreakSpace = "\u00a0"
