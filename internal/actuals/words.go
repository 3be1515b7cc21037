package actuals

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold makes headers and values comparable that differ only in case, accents,
// punctuation and the way in which their words are joined: "CreatedDate",
// "created_date" and " Créated date: " are all "created date".
func fold(s string) string {
	var b strings.Builder
	gap, last := false, rune(0)
	for _, r := range norm.NFD.String(apart(s)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && last != 0 {
				b.WriteByte(' ')
			}
			gap, last = false, r
			b.WriteRune(unicode.ToLower(r))
		default:
			gap = true
		}
	}
	return b.String()
}

// maxFolded bounds the texts that are compared, in bytes.
const maxFolded = 200

// apart puts a space between words that only capitals tell apart: CreatedDate,
// MQLDate, but not MQLs.
func apart(s string) string {
	if len(s) > maxFolded {
		s = strings.ToValidUTF8(s[:maxFolded], "")
	}
	letters := []rune(s)
	var b strings.Builder
	for i, r := range letters {
		if i > 0 && unicode.IsUpper(r) {
			afterLower := unicode.IsLower(letters[i-1])
			beforeWord := unicode.IsUpper(letters[i-1]) && i+1 < len(letters) && unicode.IsLower(letters[i+1]) && !isPlural(letters[i+1:])
			if afterLower || beforeWord {
				b.WriteByte(' ')
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

// isPlural reports whether the letters up to the next gap are the s of a plural.
func isPlural(letters []rune) bool {
	return letters[0] == 's' && (len(letters) == 1 || !unicode.IsLetter(letters[1]))
}

// claim is a meaning that a header's words allow.
type claim struct {
	meaning Meaning
	rank    int // candidate, or the lower, the surer
}

// vocabulary knows headers in three languages, and the words of a plan.
type vocabulary struct {
	claims map[string][]claim
	ads    map[string]string // platform by header
	totals map[string]bool
	stages stageWords
}

func newVocabulary(funnels []funnelStages) *vocabulary {
	v := &vocabulary{
		claims: map[string][]claim{}, ads: map[string]string{}, totals: map[string]bool{}, stages: newStageWords(funnels),
	}
	for _, p := range headerPhrases() {
		for header := range strings.SplitSeq(p.headers, ", ") {
			v.claims[header] = append(v.claims[header], claim{p.meaning, p.rank})
		}
	}
	for platform, headers := range adWords() {
		for header := range strings.SplitSeq(headers, ", ") {
			if _, known := v.ads[header]; !known || platform != "" {
				v.ads[header] = platform
			}
		}
	}
	for word := range strings.SplitSeq(totalWords(), ", ") {
		v.totals[word] = true
	}
	return v
}

// claimsOf lists what a header may mean, apart from stages.
func (v *vocabulary) claimsOf(header string) []claim {
	for _, name := range namesIn(header) {
		if claims, known := v.claims[name]; known {
			return claims
		}
	}
	return nil
}

// platformOf is the ad platform that a header belongs to, empty where several
// use it.
func (v *vocabulary) platformOf(header string) (platform string, ok bool) {
	for _, name := range namesIn(header) {
		if platform, ok = v.ads[name]; ok {
			return platform, true
		}
	}
	return "", false
}

// fieldsPrefix stands before what a record says in the JSON of HubSpot: beside it
// stand what the interface itself knows of the record.
const fieldsPrefix = "properties."

// namesIn lists the folded forms of a header to look up: as it is, without a
// currency or zone at its end, and without the kind of record that a CRM puts
// before it ("Deal - Value").
func namesIn(header string) []string {
	header = strings.TrimPrefix(strings.TrimSpace(header), fieldsPrefix)
	names := []string{fold(header)}
	if bare := withoutUnit(header); bare != header {
		header = bare
		names = append(names, fold(header))
	}
	if kind, field, found := strings.Cut(header, " - "); found && isRecordKind(fold(kind)) {
		names = append(names, fold(field))
	}
	return names
}

// withoutUnit takes off the currency or zone at the end of a header, in brackets
// or not: "Cost (USD)", "Create Date (GMT-3)", "Valor R$".
func withoutUnit(header string) string {
	if inner, bracketed := strings.CutSuffix(header, ")"); bracketed {
		name, unit, found := cutLast(inner, "(")
		if found && isUnit(unit) {
			return strings.TrimSpace(name)
		}
		return header
	}
	if name, unit, found := cutLast(header, " "); found && isCurrency(unit) {
		return strings.TrimSpace(name)
	}
	return header
}

func cutLast(s, mark string) (before, after string, found bool) {
	at := strings.LastIndex(s, mark)
	if at <= 0 {
		return s, "", false
	}
	return s[:at], s[at+len(mark):], true
}

// isUnit reports whether a text is a currency or a zone, not a word that makes
// the header mean something else, as in "Amount (weighted)".
func isUnit(text string) bool {
	const longest = 4 // letters of an abbreviated zone
	name := fold(text)
	for _, zone := range []string{"gmt", "utc", "america ", "europe "} {
		if strings.HasPrefix(name, zone) {
			return true
		}
	}
	return len(name) <= longest || isCurrency(text)
}

// isRecordKind reports whether a word is the kind of record that a column
// belongs to.
func isRecordKind(word string) bool {
	switch word {
	case "deal", "lead", "negocio", "trato", "oportunidad", "oportunidade":
		return true
	}
	return false
}

// unitOf is what the dates under a header stand for.
func unitOf(header string) dateUnit {
	name := " " + fold(header) + " "
	has := func(words ...string) bool {
		for _, word := range words {
			if strings.Contains(name, " "+word+" ") {
				return true
			}
		}
		return false
	}
	switch {
	case has("week ending", "week end", "semana hasta"):
		return unitWeekEnd
	case has("week", "semana"):
		return unitWeek
	case has("month", "mes"):
		return unitMonth
	case has("quarter", "trimestre"):
		return unitQuarter
	default:
		return unitDay
	}
}

// isTotal reports whether a cell labels a row of totals: "Total: Campaigns",
// "Grand total".
func (v *vocabulary) isTotal(text []byte) bool { return mayBeTotal(text) && v.labelsTotal(text) }

func (v *vocabulary) labelsTotal(text []byte) bool {
	const longest = 60
	if len(text) > longest {
		return false
	}
	label, _, labelled := strings.Cut(string(text), ":")
	if !labelled {
		label, _, _ = strings.Cut(label, " - ")
	}
	return v.totals[fold(label)]
}

// mayBeTotal is a quick look at the first letters of a cell.
func mayBeTotal(text []byte) bool {
	if len(text) < 3 {
		return false
	}
	switch uint32(text[0])<<16 | uint32(text[1])<<8 | uint32(text[2]) | 0x20_20_20 { // in lower case
	case 't'<<16 | 'o'<<8 | 't', 'g'<<16 | 'r'<<8 | 'a', 's'<<16 | 'u'<<8 | 'b', 's'<<16 | 'u'<<8 | 'm', 's'<<16 | 'o'<<8 | 'm':
		return true
	}
	return false
}

// answers lists what a column can be said to be, for a sentence.
func (v *vocabulary) answers() string {
	var names []string
	for _, m := range Meanings() {
		names = append(names, string(m))
	}
	return v.stages.names() + ", " + strings.Join(names, ", ")
}
