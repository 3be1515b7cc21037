package plan

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"
)

// maxID bounds an id, in characters.
const maxID = 64

// parseID reads the id of a stage or funnel.
func parseID(s string) (string, *fault) {
	if isID(s) {
		return s, nil
	}
	return "", bad("bad-id", "want", slug(s, "stage-1"))
}

// isID reports whether s is letters, digits, _ and -, of which the first is a
// letter.
func isID(s string) bool {
	if s == "" || len(s) > maxID || !isLetter(s[0]) {
		return false
	}
	for i := range len(s) {
		if c := s[i]; !isLetter(c) && !isDigit(c) && c != '_' && c != '-' {
			return false
		}
	}
	return true
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// slug makes an id of a name: "Gira comercial España" becomes
// gira-comercial-espana. Where a name has no letters to make one of, it is the
// other one.
func slug(name, other string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(withoutAccents(name)) {
		if r < unicode.MaxASCII && (isLetter(byte(r)) || isDigit(byte(r))) || r == '_' {
			b.WriteRune(r)
		} else if !strings.HasSuffix(b.String(), "-") {
			b.WriteByte('-')
		}
	}
	id := strings.Trim(b.String(), "-_")
	id = strings.TrimRight(id[:min(len(id), maxID-len("stage-"))], "-_")
	switch {
	case id == "":
		return other
	case isDigit(id[0]):
		kind, _, _ := strings.Cut(other, "-")
		return kind + "-" + id
	}
	return id
}

// ids are those that the items of a list have, or have been told to take.
type ids map[string]bool

// idsOf are the ids of the items of a list; label gives each its own.
func idsOf(items []*yaml.Node, label func(item *yaml.Node, index int) string) ids {
	taken := ids{}
	for i, item := range items {
		taken[label(item, i)] = true
	}
	return taken
}

// free is an id that no item has: the one that would do, or that with the first
// free number behind it. Nobody else is told to take it.
func (taken ids) free(id string) string {
	unused := id
	for n := 2; taken[unused]; n++ {
		number := "-" + strconv.Itoa(n)
		unused = id[:min(len(id), maxID-len(number))] + number
	}
	taken[unused] = true
	return unused
}

// withoutAccents takes the accents off letters: "campaña" becomes "campana".
func withoutAccents(s string) string {
	if isASCII(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
