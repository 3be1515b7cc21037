package render

import (
	"encoding/json"
	"strings"
	"testing"
)

// Nothing in it is for a terminal, and a reader gets what was written.
func TestJSONIsHarmless(t *testing.T) {
	text := "\x1b[31m \u009b31m \x7f \u202e <b> ñ 😀 \ufffd"
	var written strings.Builder
	if err := EncodeJSON(&written, []string{text}, ""); err != nil {
		t.Fatal(err)
	}
	if want := `["\u001b[31m \u009b31m \u007f \u202e <b> ñ 😀 \ufffd"]` + "\n"; written.String() != want {
		t.Errorf("%s, want %s", written.String(), want)
	}
	var read []string
	if err := json.Unmarshal([]byte(written.String()), &read); err != nil || read[0] != text {
		t.Errorf("%q is read as %q: %v", text, read, err)
	}
}
