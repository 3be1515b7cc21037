package i18n

import (
	"maps"
	"slices"
	"testing"

	"embudo/internal/actuals/database"
)

// Every problem of a database has a sentence and a hint in both languages, which
// speak of nothing that the problem does not tell.
func TestDatabaseProblems(t *testing.T) {
	for code, problems := range map[string]map[string]Problem{"en": databaseProblemsEnglish(), "es": databaseProblemsSpanish()} {
		names := slices.Sorted(maps.Keys(problems))
		if want := database.ProblemNames(); !slices.Equal(names, want) {
			t.Errorf("%s: the problems are\n%v, not\n%v", code, names, want)
		}
		for name, p := range problems {
			told := slices.Sorted(slices.Values(database.ProblemArgs(name)))
			used := append(p.Text.Placeholders(), p.Hint.Placeholders()...)
			slices.Sort(used)
			if used = slices.Compact(used); !slices.Equal(used, told) {
				t.Errorf("%s: %s speaks of %v, the problem tells %v", code, name, used, told)
			}
			if p.Text == "" || p.Hint == "" {
				t.Errorf("%s: %s has no text or no hint", code, name)
			}
		}
	}
	english, spanish := databaseProblemsEnglish(), databaseProblemsSpanish()
	for name := range english {
		if english[name] == spanish[name] {
			t.Errorf("%s is not translated", name)
		}
	}
}
