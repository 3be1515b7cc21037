package plan

import (
	"slices"
	"strings"
	"unicode"
)

// meetingIn is the index of the stage of a funnel's meetings, -1 where it has
// none. Of several, such as meetings agreed and meetings held, it is the last;
// the last stage of a funnel, its clients, is none.
func meetingIn(stages []Stage) int {
	for i := len(stages) - 2; i >= 0; i-- {
		s := stages[i]
		if s.speaksOf(meetingWords) || i > 0 && s.speaksOf(visitWords) && !s.speaksOf(webWords) {
			return i
		}
	}
	return -1
}

// The words, in either language and without accents, by which a stage is known
// for one of meetings. A visit is one too, but not at the top of a funnel or to a
// web site.
const (
	meetingWords = "meeting meetings reunion reuniones demo demos demostracion demostraciones appointment appointments cita citas"
	visitWords   = "visit visits visita visitas"
	webWords     = "web website site sitio page pagina landing online shop tienda"
)

// speaksOf reports whether the id or name of a stage has one of some words in it.
func (s Stage) speaksOf(words string) bool {
	said := strings.FieldsFunc(strings.ToLower(withoutAccents(s.ID+" "+s.Name)), func(r rune) bool { return !unicode.IsLetter(r) })
	return slices.ContainsFunc(strings.Fields(words), func(word string) bool { return slices.Contains(said, word) })
}
