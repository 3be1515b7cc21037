package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

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
	return writeEscaped(w, plain.Bytes())
}

// writeEscaped writes JSON with escapes for what is harmful in it.
func writeEscaped(w io.Writer, text []byte) error {
	for {
		end := bytes.IndexFunc(text, func(r rune) bool { return r != '\n' && harmful(r) })
		if end < 0 {
			_, err := w.Write(text)
			return err
		}
		r, size := utf8.DecodeRune(text[end:])
		if _, err := fmt.Fprintf(w, `%s\u%04x`, text[:end], r); err != nil {
			return err
		}
		text = text[end+size:]
	}
}
