package actuals

// The commonest cells are told apart by a look at their bytes. What is not
// settled here is looked at in full, to the same end.

// quickNumber is what a cell says of how a column writes numbers, where that is
// plain: it is empty, a day such as 2027-03-31, or has a mark that cannot stand
// between groups of three digits.
func quickNumber(text []byte) (class numberClass, ok bool) {
	if len(text) == 0 {
		return numberBlank, true
	}
	if len(text) == len("2027-03-31") && text[4] == '-' {
		if _, isDay := isoDate(text); isDay {
			return numberMisfit, true
		}
	}
	if len(text) > maxPlain || !isDigit(text[0]) {
		return 0, false
	}
	mark := -1
	for i, c := range text {
		switch {
		case isDigit(c):
		case mark < 0 && (c == '.' || c == ','):
			mark = i
		default:
			return 0, false
		}
	}
	decimals := len(text) - 1 - mark
	switch {
	case mark < 0 || decimals == 0 || decimals == 3:
		return 0, false
	case text[mark] == ',':
		return numberComma, true
	}
	return numberPoint, true
}
