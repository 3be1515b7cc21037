package i18n

import (
	"strings"
	"testing"
)

// What can be asked about columns is asked in both languages, of the same things.
func TestColumnProblems(t *testing.T) {
	english, spanish := columnProblemsEnglish(), columnProblemsSpanish()
	for name, p := range english {
		other, there := spanish[name]
		if !there || !sameNames(p.Text, other.Text) || !sameNames(p.Hint, other.Hint) {
			t.Errorf("%s: %v in English, %v in Spanish", name, p, other)
		}
		if p.Text == "" || p.Hint == "" || strings.HasSuffix(string(p.Text), ".") || p.Text == other.Text {
			t.Errorf("%s: %s", name, p.Text)
		}
	}
	if len(english) < 15 || len(english) != len(spanish) {
		t.Errorf("%d problems in English, %d in Spanish", len(english), len(spanish))
	}
	for name, words := range columnMeaningsEnglish() {
		if other := columnMeaningsSpanish()[name]; words == "" || other == "" || other == words {
			t.Errorf("%s: %q, %q", name, words, other)
		}
	}
	if a, b := len(columnMeaningsEnglish()), len(columnMeaningsSpanish()); a != b {
		t.Errorf("%d meanings in English, %d in Spanish", a, b)
	}
}
