package i18n

import (
	"fmt"
	"strings"
)

// Text is a sentence with placeholders: {name} stands for a value,
// {name:one|many} for the word that the value's number asks for.
type Text string

// Quantity is a count as it is shown, with whether it takes the singular.
type Quantity struct {
	Shown string
	One   bool
}

// Fill puts values in place of placeholders: name, value, name, value, … A
// value is a [Quantity] or anything that fmt prints. A placeholder without a
// value stays as it is, so that a test sees it.
func (t Text) Fill(namesAndValues ...any) string {
	var b strings.Builder
	rest := string(t)
	for {
		before, after, found := strings.Cut(rest, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		placeholder, tail, closed := strings.Cut(after, "}")
		if !closed {
			b.WriteString("{" + after)
			return b.String()
		}
		b.WriteString(resolve(placeholder, namesAndValues))
		rest = tail
	}
}

func resolve(placeholder string, namesAndValues []any) string {
	name, words, inflected := strings.Cut(placeholder, ":")
	for i := 0; i+1 < len(namesAndValues); i += 2 {
		if namesAndValues[i] != name {
			continue
		}
		quantity, counted := namesAndValues[i+1].(Quantity)
		switch {
		case inflected:
			one, many, _ := strings.Cut(words, "|")
			if quantity.One {
				return one
			}
			return many
		case counted:
			return quantity.Shown
		default:
			return fmt.Sprint(namesAndValues[i+1])
		}
	}
	return "{" + placeholder + "}"
}

// Placeholders lists the names in braces, each once, in order of appearance.
func (t Text) Placeholders() []string {
	var names []string
	seen := map[string]bool{}
	for _, part := range strings.Split(string(t), "{")[1:] {
		placeholder, _, closed := strings.Cut(part, "}")
		name, _, _ := strings.Cut(placeholder, ":")
		if closed && !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	return names
}
