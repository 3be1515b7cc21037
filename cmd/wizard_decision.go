package cmd

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"embudo/internal/i18n"
)

// lettered is a choice of huh that one can also make with a letter, as people do
// who are asked for y or n: the letter chooses and goes on.
type lettered struct {
	*huh.Select[decision]
	letters i18n.Letters
}

// decisionField asks what to do once the numbers were seen. The options are in
// the order of the decisions.
func decisionField(t *i18n.Wizard, file string, decided *decision) *lettered {
	letters := letterValues(t.Letters)
	option := func(letter, text i18n.Text, d decision) huh.Option[decision] {
		return huh.NewOption(string(letter)+"  "+string(text), d)
	}
	ask := huh.NewSelect[decision]().
		Title(t.Write.Fill(append(letters, "file", file)...)).
		Options(
			option(t.Letters.Write, t.WriteIt, writeIt),
			option(t.Letters.Change, t.Change, changeThem),
			option(t.Letters.Leave, t.Leave, leaveIt)).
		Value(decided)
	return &lettered{Select: ask, letters: t.Letters}
}

// letterValues fill in the letters where a sentence names them.
func letterValues(l i18n.Letters) []any {
	return []any{"write", l.Write, "change", l.Change, "leave", l.Leave}
}

// Update takes a key.
func (f *lettered) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	if pressed, typed := m.(tea.KeyMsg); typed && pressed.Type == tea.KeyRunes {
		letter := strings.TrimSpace(string(pressed.Runes))
		if decided, ok := decisionOf(letter, f.letters); ok && letter != "" {
			cmd := f.choose(decided)
			return f, cmd
		}
	}
	_, cmd := f.Select.Update(m)
	return f, cmd
}

// choose does what the keys would do that lead to a decision.
func (f *lettered) choose(d decision) tea.Cmd {
	f.Select.Update(tea.KeyMsg{Type: tea.KeyHome})
	for range d {
		f.Select.Update(tea.KeyMsg{Type: tea.KeyDown})
	}
	_, cmd := f.Select.Update(tea.KeyMsg{Type: tea.KeyEnter})
	return cmd
}

// decisionOf reads a letter; none is yes.
func decisionOf(typed string, l i18n.Letters) (d decision, ok bool) {
	switch strings.ToLower(strings.TrimSpace(typed)) {
	case string(l.Write), "":
		return writeIt, true
	case string(l.Change):
		return changeThem, true
	case string(l.Leave):
		return leaveIt, true
	}
	return leaveIt, false
}
