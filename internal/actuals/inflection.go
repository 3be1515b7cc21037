package actuals

import (
	"slices"
	"strings"
)

// inflections finds the names of stages that differ from a text only in being one
// or several: "reunion calificada" and "reuniones calificadas". A plan calls a
// stage by the one, and who counts it by the other.
type inflections map[string][]inflected // by the beginnings of the words

// inflected is a folded name of a stage.
type inflected struct {
	words []string
	stage stageRef
}

// learn adds a folded name.
func (i inflections) learn(name string, ref stageRef) {
	if words := strings.Fields(name); len(words) > 0 {
		key := beginnings(words)
		i[key] = append(i[key], inflected{words, ref})
	}
}

// of are the stages of which a folded text is the singular or plural.
func (i inflections) of(name string) []stageRef {
	words := strings.Fields(name)
	var refs []stageRef
	for _, known := range i[beginnings(words)] {
		if slices.EqualFunc(known.words, words, areForms) && !slices.Contains(refs, known.stage) {
			refs = append(refs, known.stage)
		}
	}
	return refs
}

// beginnings are the first letters of words, which no plural changes.
func beginnings(words []string) string {
	const letters = 2
	var b strings.Builder
	for _, word := range words {
		b.WriteString(word[:min(letters, len(word))])
		b.WriteByte(' ')
	}
	return b.String()
}

// areForms reports whether two words are the same, or one is the plural of the
// other.
func areForms(a, b string) bool {
	return a == b || slices.Contains(pluralsOf(a), b) || slices.Contains(pluralsOf(b), a)
}

// pluralsOf are the forms that the plural of a word in English, Spanish or
// Portuguese can have, without accents. A form that no language has does no harm:
// nobody writes it.
func pluralsOf(word string) []string {
	const shortest = 3 // letters: "de" and "to" have no plural
	if len(word) < shortest {
		return nil
	}
	plurals := []string{word + "s", word + "es"}
	for _, ending := range [][2]string{
		{"y", "ies"}, {"z", "ces"}, {"ao", "oes"}, {"ao", "aes"}, {"al", "ais"}, {"el", "eis"}, {"ol", "ois"}, {"ul", "uis"}, {"il", "is"}, {"m", "ns"},
	} {
		if stem, found := strings.CutSuffix(word, ending[0]); found {
			plurals = append(plurals, stem+ending[1])
		}
	}
	return plurals
}
