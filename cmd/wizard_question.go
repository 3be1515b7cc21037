package cmd

import (
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"
	"github.com/charmbracelet/lipgloss"
)

// question is an input of huh that shows what the answers come to. It works that
// out while it is drawn: what huh works out beside the form may come too late
// and stay as it was.
type question struct {
	*huh.Input
	wizard  *wizard
	field   field
	clauses int // of the plan's first sentence
	left    bool

	// The sentence of the answers that were drawn last.
	drawn    answers
	sentence string
}

// Focus puts the cursor into the input.
func (q *question) Focus() tea.Cmd {
	q.left = false
	return q.Input.Focus()
}

// Update takes a key. Between the key that leaves an input and the next one's
// focus huh still gives keys to the old one: a pasted line would be added to an
// answer that was checked before. And it would never come back from going back
// with a wrong answer, so that one is dropped.
func (q *question) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	pressed, typed := m.(tea.KeyMsg)
	if !typed {
		_, cmd := q.Input.Update(m)
		return q, cmd
	}
	if q.left {
		return q, nil
	}
	leaves := slices.ContainsFunc(q.KeyBinds(), func(b key.Binding) bool { return key.Matches(pressed, b) })
	answer := &q.wizard.typed[q.field.ask]
	if leaves && pressed.Type == tea.KeyShiftTab && q.wizard.check(q.field, *answer) != nil {
		*answer = ""
		q.Value(answer)
	}
	_, cmd := q.Input.Update(m)
	q.left = leaves && q.Error() == nil
	return q, cmd
}

// View draws the input, and below it the sentence.
func (q *question) View() string {
	q.Placeholder(q.wizard.usual()[q.field.ask])
	view := q.Input.View()
	if q.clauses == 0 {
		return view
	}
	if now := q.wizard.answers(); now != q.drawn {
		q.drawn, q.sentence = now, q.wizard.sentence(q.clauses)
	}
	return view + "\n\n" + lipgloss.NewStyle().Width(lipgloss.Width(view)).Render(q.sentence)
}
