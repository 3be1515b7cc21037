package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"embudo/internal/report"
)

// JSON writes the document's data, indented, with a newline at the end.
func JSON(w io.Writer, d *report.Document, _ Page) error { return EncodeJSON(w, d.Data(), "  ") }

// EncodeJSON writes a value as JSON in which there is nothing that a terminal
// would obey: such characters stand as escapes, and are the same to a reader.
func EncodeJSON(w io.Writer, value any, indent string) error {
	var plain bytes.Buffer
	encoder := json.NewEncoder(&plain)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", indent)
	if err := encoder.Encode(value); err != nil {
		return err
	}
	var escaped strings.Builder
	for _, r := range plain.String() {
		if r != '\n' && harmful(r) {
			fmt.Fprintf(&escaped, `\u%04x`, r)
		} else {
			escaped.WriteRune(r)
		}
	}
	_, err := io.WriteString(w, escaped.String())
	return err
}
