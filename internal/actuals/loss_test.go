package actuals

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestShortReason(t *testing.T) {
	long := "a" + strings.Repeat("ñ", maxReason)
	for text, want := range map[string]string{
		"": "", "precio": "precio", long[:maxReason-1]: long[:maxReason-1], long: long[:maxReason-1] + "…",
	} {
		if got := string(shortReason([]byte(text))); got != want || !utf8.ValidString(got) {
			t.Errorf("%q: %q", text, got)
		}
	}
}
