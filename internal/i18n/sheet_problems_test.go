package i18n

import (
	"slices"
	"testing"

	"embudo/internal/actuals/sheet"
)

// Every problem of a file of rows has its sentences, which speak only of what the
// problem gives.
func TestSheetProblemsHaveTheirSentences(t *testing.T) {
	for code, said := range map[string]map[string]Problem{"en": sheetProblemsEnglish(), "es": sheetProblemsSpanish()} {
		for name, args := range sheet.ProblemNames() {
			p := said[name]
			if p.Text == "" || p.Hint == "" {
				t.Errorf("%s: problem %s has no text or no hint", code, name)
			}
			used := (p.Text + p.Hint).Placeholders()
			for _, placeholder := range used {
				if !slices.Contains(args, placeholder) {
					t.Errorf("%s: problem %s does not give {%s}", code, name, placeholder)
				}
			}
			for _, arg := range args {
				if !slices.Contains(used, arg) {
					t.Errorf("%s: problem %s gives %s, which its sentences leave out", code, name, arg)
				}
			}
		}
		for name := range said {
			if _, known := sheet.ProblemNames()[name]; !known {
				t.Errorf("%s: sentences for %s, which is no problem", code, name)
			}
		}
	}
}
