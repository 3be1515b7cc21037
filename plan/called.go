package plan

import (
	"slices"
	"strings"
)

// called is the stage that somebody means by a word: its id or name, one that
// looks like it or, of people in general, the first there is. It is empty for any
// other word.
func (n names) called(word string) string {
	if n.known[word] {
		return word
	}
	if id, near := Near(word, n.stages); near {
		return id
	}
	for _, f := range n.all {
		for _, s := range f.Stages {
			if s.Name != "" && beginAlike(word, s.Name) {
				return s.ID
			}
		}
	}
	if slices.Contains(peopleWords(), fold(word)) {
		return first(n.stages)
	}
	return ""
}

// peopleWords are what people call those at the top of a funnel.
func peopleWords() []string {
	return []string{"lead", "leads", "contact", "contacts", "contacto", "contactos", "prospect", "prospects", "prospecto", "prospectos", "entradas", "people", "personas"}
}

// beginAlike reports whether a word and the first word of a name begin with the
// same letters, as reuniones and Reunión calificada do.
func beginAlike(word, name string) bool {
	const letters = 4
	word, name = fold(word), fold(name)
	head, _, _ := strings.Cut(name, "_")
	return len(word) >= letters && len(head) >= letters && word[:letters] == head[:letters]
}
