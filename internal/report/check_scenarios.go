package report

import (
	"strings"

	"embudo/funnel"
	"embudo/internal/i18n"
)

// due says which scenarios are due, why, and how to see what they change.
func (c *checkReport) due() []string {
	var sentences []string
	for _, t := range c.result.Due() {
		said := c.text.ScenarioDue.Fill("scenario", t.Trigger.Name, "condition", t.Trigger.When.Expression, "value", c.Show(c.measured(&t.When)))
		if do := strings.TrimSuffix(t.Trigger.Do, "."); do != "" {
			said = c.text.DueDo.Fill("due", said, "do", do)
		}
		sentences = append(sentences, said+".")
	}
	if due := c.result.Due(); len(due) > 0 {
		sentences = append(sentences, c.text.SeeDue.Fill("command", compareCommand(c.file, due)))
	}
	return sentences
}

// compareCommand is what to run to see some scenarios beside the plan.
func compareCommand(file string, due []*funnel.TriggerCheck) string {
	words := []string{"embudo", "compare", shellWord(file)}
	for _, t := range due {
		words = append(words, "--scenario", t.Trigger.ID)
	}
	return strings.Join(words, " ")
}

// shellWord is a word as a shell takes it: in quotes where it has more than
// letters, digits and the signs of paths.
func shellWord(s string) string {
	const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-~:@+,"
	if s != "" && strings.Trim(s, plain) == "" {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// scenarios lists the conditions of the plan's scenarios with what they got.
func (c *checkReport) scenarios() {
	t := Table{Title: string(c.text.Scenarios), Columns: []Column{
		{Title: string(c.text.Scenario)},
		{Title: string(c.text.DueWhen)},
		{Title: string(c.text.Value), Number: true},
		{Title: string(c.text.Holds)},
	}}
	for i := range c.result.Scenarios {
		s := &c.result.Scenarios[i]
		t.Rows = append(t.Rows, []Cell{
			{Value: Text(s.Trigger.Name)}, {Value: Text(s.Trigger.When.Expression)}, c.measured(&s.When), holds(s, c.text),
		})
	}
	c.add(t)
}

// holds says whether the condition of a scenario holds, or that nobody knows yet.
func holds(s *funnel.TriggerCheck, text i18n.Check) Cell {
	switch {
	case !s.Known():
		return Cell{Value: Text(text.NotKnown)}
	case s.When.OK:
		return Cell{Value: Text(text.Yes), Tone: Caution}
	}
	return Cell{Value: Text(text.No)}
}

// checkScenario is what came of the condition of a scenario, for scripts.
type checkScenario struct {
	Name  string  `json:"name"`
	Title string  `json:"title"`
	When  string  `json:"when"`
	Value exact   `json:"value"`
	Holds *bool   `json:"holds"`
	Do    *string `json:"do"`
}

func scenariosJSON(list []funnel.TriggerCheck) []checkScenario {
	result := make([]checkScenario, len(list))
	for i := range list {
		s := &list[i]
		result[i] = checkScenario{
			Name: s.Trigger.ID, Title: s.Trigger.Name, When: s.Trigger.When.Expression, Value: exact{s.When.Value}, Do: optional(s.Trigger.Do),
		}
		if s.Known() {
			result[i].Holds = &s.When.OK
		}
	}
	return result
}
