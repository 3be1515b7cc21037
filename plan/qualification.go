package plan

import (
	"slices"
	"strings"
)

// Qualification names the columns in which sales says what it found out about a
// lead: only sales can. A heading is empty where the file has none.
type Qualification struct {
	Need          string   `yaml:"need"`           // confirms an SQL
	Value         string   `yaml:"value"`          // the lead sees what it is worth
	Budget        string   `yaml:"budget"`         // there is money for it
	DecisionMaker string   `yaml:"decision_maker"` // who decides is known
	MeansYes      []string `yaml:"means_yes"`      // besides the usual words
	MeansNo       []string `yaml:"means_no"`       // besides the usual words
}

// Answers are the texts that mean yes and no in a column of sales, as the file
// and usage have them. A word of the file's own goes before a usual one.
func (q Qualification) Answers() (yes, no []string) {
	yes, no = slices.Clone(q.MeansYes), slices.Clone(q.MeansNo)
	for _, word := range strings.Fields("yes y true x 1 ✓ ✔ sí si s verdadero cierto sim v ok confirmed confirmado confirmada") {
		if !containsFold(no, word) {
			yes = append(yes, word)
		}
	}
	for _, word := range strings.Fields("no n false 0 ✗ ✘ falso não nao f") {
		if !containsFold(yes, word) {
			no = append(no, word)
		}
	}
	return yes, no
}

// containsFold reports whether a list has a word, case and accents aside.
func containsFold(list []string, word string) bool {
	return slices.ContainsFunc(list, func(other string) bool { return fold(other) == fold(word) })
}

// qualification reads the block of the same name.
func (b *block) qualification(name string) Qualification {
	q := b.open(name)
	if q == nil {
		return Qualification{}
	}
	result := Qualification{
		Need:          q.text("need"),
		Value:         q.text("value"),
		Budget:        q.text("budget"),
		DecisionMaker: q.text("decision_maker"),
		MeansYes:      q.texts("means_yes"),
		MeansNo:       q.texts("means_no"),
	}
	for _, word := range result.MeansNo {
		if containsFold(result.MeansYes, word) {
			q.d.problem(q.keys["means_no"], "means-both", "got", word)
		}
	}
	return result
}
