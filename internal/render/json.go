package render

import (
	"encoding/json"
	"io"

	"embudo/internal/report"
)

// JSON writes the document's data, indented, with a newline at the end.
func JSON(w io.Writer, d *report.Document, _ Page) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(d.Data())
}
