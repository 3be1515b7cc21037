package sheet

import "strings"

// style is what a number with a format means.
type style int

const (
	plain    style = iota // a number
	day                   // a date, perhaps with a time
	clock                 // a time of day
	duration              // hours, minutes and seconds, as many as there are
)

// stylesXML is the part with the formats of cells.
type stylesXML struct {
	Formats []struct {
		ID   int    `xml:"numFmtId,attr"`
		Code string `xml:"formatCode,attr"`
	} `xml:"numFmts>numFmt"`
	Cells []struct {
		Format int `xml:"numFmtId,attr"`
	} `xml:"cellXfs>xf"`
}

// styles are what the formats of cells mean, by number.
func (a *archive) styles(part string) ([]style, error) {
	var described stylesXML
	if err := a.decode(part, &described); err != nil {
		return nil, err
	}
	own := map[int]style{}
	for _, f := range described.Formats {
		own[f.ID] = styleOf(f.Code)
	}
	styles := make([]style, len(described.Cells))
	for i, c := range described.Cells {
		s, has := own[c.Format]
		if !has {
			s = builtIn(c.Format)
		}
		styles[i] = s
	}
	return styles, nil
}

// builtIn is the meaning of the formats that need no description (ECMA-376 part
// 1, 18.8.30), those of East Asian languages among them.
func builtIn(format int) style {
	switch {
	case 14 <= format && format <= 17, format == 22,
		27 <= format && format <= 31, format == 36, 50 <= format && format <= 54, format == 57, format == 58:
		return day
	case 18 <= format && format <= 21, format == 45, format == 47,
		32 <= format && format <= 35, format == 55, format == 56:
		return clock
	case format == 46:
		return duration
	}
	return plain
}

// styleOf is the meaning of a format that a workbook describes, such as
// dd/mm/yyyy;@ or [h]:mm or "MQL "0. Only its first part counts, which is for
// numbers above 0; texts, colours and the like do not.
func styleOf(code string) style {
	letters, brackets := formatLetters(code)
	switch {
	case letters == "general" || letters == "standard":
		return plain
	case strings.Trim(brackets, "hms") == "" && brackets != "":
		return duration
	case strings.ContainsAny(letters, "dy"):
		return day
	case strings.ContainsAny(letters, "hs"):
		return clock
	case strings.Contains(letters, "m"):
		return day
	}
	return plain
}

// formatLetters are the letters of a format's first part that stand for
// something, and what the last brackets that name a unit of time say.
func formatLetters(code string) (letters, brackets string) {
	var b strings.Builder
	rest := strings.ToLower(code)
	for rest != "" {
		c := rest[0]
		rest = rest[1:]
		switch c {
		case ';':
			return b.String(), brackets
		case '"':
			_, rest, _ = strings.Cut(rest, `"`)
		case '\\', '_', '*':
			rest = withoutFirst(rest)
		case '[':
			var inside string
			if inside, rest, _ = strings.Cut(rest, "]"); strings.Trim(inside, "h") == "" || strings.Trim(inside, "m") == "" || strings.Trim(inside, "s") == "" {
				brackets = inside
			}
		default:
			if 'a' <= c && c <= 'z' {
				b.WriteByte(c)
			}
		}
	}
	return b.String(), brackets
}

// withoutFirst is a text without its first character.
func withoutFirst(s string) string {
	for i := range s {
		if i > 0 {
			return s[i:]
		}
	}
	return ""
}
